/* tests/fuzz/fuzz-ais.c: the reader of AIS rows */
#include "tests/fuzz/fuzz.h"

#include "ingest/ais/reader.h"

static gboolean
is_ais (const FairleadSample *sample, gconstpointer user_data)
{
	(void) user_data;
	return sample->is_csv && fairlead_ais_is_known (sample->head, sample->head_size);
}

static void
add_seeds (const char *subject, GPtrArray *seeds)
{
	(void) subject;
	fuzz_add_fixtures (seeds, is_ais, NULL);
}

static char *
dup_outcome (const char *data, gsize size, gsize portion, gboolean *is_read)
{
	g_autoptr (FairleadInput) input = fairlead_input_new_for_bytes ("input", data, size);
	g_autoptr (FairleadRecords) records = fairlead_records_new ();
	g_autoptr (FairleadAisReader) reader = NULL;
	g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
	g_autoptr (GError) error = NULL;
	GString *text = g_string_new (NULL);
	FairleadAisCounts counts = { 0 };
	FairleadAisReport report = { 0 };
	FairleadAisIdentity identity;
	guint64 n_lines = fuzz_count_lines (bytes) + 1;

	fairlead_input_set_longest_read (input, portion);
	reader = fairlead_ais_reader_new (input, records, &counts, &error);
	while (reader != NULL && fairlead_ais_reader_next (reader, &report, &identity, &error)) {
		g_assert_cmpint (ABS (report.latitude), <=, 90000000);
		g_assert_cmpint (ABS (report.longitude), <=, 180000000);
		g_assert_cmpint (report.speed, >=, -1);
		g_assert_cmpint (report.course, <, 3600);
		g_assert_true (g_utf8_validate (identity.name, -1, NULL));
		g_assert_cmpuint (report.source.line, <=, n_lines);
		g_string_append_printf (
			text, "%u %" G_GINT64_FORMAT " %d %d %" G_GUINT64_FORMAT "\n", report.mmsi,
			report.time, report.latitude, report.longitude, identity.hash);
	}
	g_string_append_printf (text, "%" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT, counts.n_rows,
	                        counts.n_bad);
	*is_read = error == NULL;
	if (error == NULL)
		return g_string_free (text, FALSE);
	g_string_free (text, TRUE);
	return fuzz_dup_failure (error, bytes);
}

static gboolean
run (const char *subject, const char *data, gsize size)
{
	gboolean is_read;
	g_autofree char *whole = dup_outcome (data, size, 0, &is_read);
	g_autofree char *pieces = dup_outcome (data, size, fuzz_portion_of (data, size), &is_read);

	(void) subject;
	g_assert_cmpstr (pieces, ==, whole);
	return is_read;
}

const FuzzTarget fuzz_target = { "ais", "data.dict", NULL, add_seeds, run };
