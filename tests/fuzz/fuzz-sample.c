/* tests/fuzz/fuzz-sample.c: what the head of a file shows, and every sniffer that looks at it */
#include "tests/fuzz/fuzz.h"

#include "ingest/mapping/mapping.h"

static gboolean
is_any (const FairleadSample *sample, gconstpointer user_data)
{
	(void) sample;
	(void) user_data;
	return TRUE;
}

static void
add_seeds (const char *subject, GPtrArray *seeds)
{
	(void) subject;
	fuzz_add_fixtures (seeds, is_any, NULL);
}

static void
check_sample (const FairleadSample *sample)
{
	g_assert_cmpint (sample->is_csv + sample->is_xml + sample->is_json, <=, 1);
	if (sample->is_xml)
		g_assert_true (g_utf8_validate (sample->root, -1, NULL));
	if (sample->is_json)
		g_assert_nonnull (sample->members[0]);
	for (char **member = sample->members; member != NULL && *member != NULL; member++)
		g_assert_true (g_utf8_validate (*member, -1, NULL));
	for (guint i = 0; i < sample->rows->len; i++)
		for (char **cell = sample->rows->pdata[i]; *cell != NULL; cell++)
			g_assert_true (g_utf8_validate (*cell, -1, NULL));
}

static guint
score (const FairleadFormat *format, const FairleadSample *sample)
{
	guint sureness = format->sniff (format, sample);

	g_assert_cmpuint (sureness, <=, 100);
	g_assert_cmpuint (format->sniff (format, sample), ==, sureness);
	return sureness;
}

static gboolean
run (const char *subject, const char *data, gsize size)
{
	g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
	g_autoptr (GError) error = NULL;
	g_autoptr (GPtrArray) shipped = fairlead_mapping_load_shipped (&error);
	g_autoptr (FairleadInput) input = NULL;
	g_auto (FairleadSample) sample = { 0 };
	const FairleadFormat *const *formats = fairlead_formats ();
	guint best = 0;

	(void) subject;
	g_assert_no_error (error);
	if (!fuzz_sample (bytes, &input, &sample, &error)) {
		fuzz_check_error (error);
		return FALSE;
	}
	check_sample (&sample);
	for (guint i = 0; formats[i] != NULL; i++)
		best = MAX (best, score (formats[i], &sample));
	for (guint i = 0; i < shipped->len; i++)
		best = MAX (best, score (fairlead_mapping_get_format (shipped->pdata[i]), &sample));
	return best > 0 || sample.is_csv || sample.is_xml || sample.is_json;
}

const FuzzTarget fuzz_target = { "sample", "data.dict", NULL, add_seeds, run };
