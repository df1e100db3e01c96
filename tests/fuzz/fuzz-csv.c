/* tests/fuzz/fuzz-csv.c: the guess of what delimits a text, and the reader of its rows */
#include "tests/fuzz/fuzz.h"

#include <string.h>

static gboolean
is_csv (const FairleadSample *sample, gconstpointer user_data)
{
	(void) user_data;
	return sample->is_csv;
}

static void
add_seeds (const char *subject, GPtrArray *seeds)
{
	(void) subject;
	fuzz_add_fixtures (seeds, is_csv, NULL);
}

static void
describe_row (const FairleadCsvRow *row, GString *text)
{
	g_assert_cmpuint (row->n_fields, >=, 1);
	g_assert_cmpuint (row->n_fields, <=, FAIRLEAD_CSV_MAX_FIELDS);
	g_string_append_printf (text, "%" G_GUINT64_FORMAT ":", row->line);
	for (guint i = 0; i < row->n_fields; i++) {
		g_assert_cmpuint (strlen (row->fields[i]), ==, row->lengths[i]);
		g_assert_true (g_utf8_validate (row->fields[i], -1, NULL));
		g_string_append_printf (text, row->quoted[i] ? "\"%s\"\t" : "%s\t", row->fields[i]);
	}
	g_string_append (text, row->is_loose ? "loose\n" : "\n");
}

static char *
dup_outcome (const char *data, gsize size, char delimiter, gsize portion, gboolean *is_read)
{
	g_autoptr (FairleadInput) input = fairlead_input_new_for_bytes ("input", data, size);
	g_autoptr (FairleadCsvReader) reader = fairlead_csv_reader_new (input, delimiter);
	g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
	g_autoptr (GError) error = NULL;
	GString *text = g_string_new (NULL);
	guint64 n_lines = fuzz_count_lines (bytes) + 1;
	guint64 line = 0;
	FairleadCsvRow row;

	fairlead_input_set_longest_read (input, portion);
	while (fairlead_csv_reader_next (reader, &row, &error)) {
		g_assert_cmpuint (row.line, >, line);
		g_assert_cmpuint (row.line, <=, n_lines);
		line = row.line;
		describe_row (&row, text);
	}
	g_assert_cmpuint (fairlead_csv_reader_get_first_bad_line (reader), <=, n_lines);
	g_string_append_printf (text, "%" G_GUINT64_FORMAT,
	                        fairlead_csv_reader_get_first_bad_line (reader));
	*is_read = error == NULL;
	if (error != NULL) {
		g_string_free (text, TRUE);
		return fuzz_dup_failure (error, bytes);
	}
	return g_string_free (text, FALSE);
}

static gboolean
run (const char *subject, const char *data, gsize size)
{
	FairleadCsvDialect dialect = { .delimiter = ',' };
	gboolean is_guessed = fairlead_csv_guess_dialect (data, size, &dialect);
	gsize portion = fuzz_portion_of (data, size);
	gboolean is_read;
	g_autofree char *whole = dup_outcome (data, size, dialect.delimiter, 0, &is_read);
	g_autofree char *pieces = dup_outcome (data, size, dialect.delimiter, portion, &is_read);

	(void) subject;
	g_assert_cmpstr (pieces, ==, whole);
	g_assert_nonnull (memchr (",;\t|", dialect.delimiter, 4));
	if (is_guessed)
		g_assert_cmpuint (dialect.n_fields, >, 1);
	return is_read;
}

const FuzzTarget fuzz_target = { "csv", "data.dict", NULL, add_seeds, run };
