/* tests/ingest/syntax/test-csv-shape.c: rows without the shape of their header, in one place and in
 * every reader of delimited text; and lines without quoting */
#include "ingest/syntax/csv-shape.h"
#include "tests/common/helpers.h"

#include <string.h>

#include "ingest/format/format.h"
#include "ingest/mapping/mapping.h"

/* What the rows below a header of three are taken for: `+` read, `-` left out, and what was said */
static char *
judge (const char *text, gboolean may_be_short)
{
	g_autoptr (FairleadInput) input =
		fairlead_input_new_for_bytes ("memory", text, strlen (text));
	g_autoptr (FairleadCsvReader) reader = fairlead_csv_reader_new (input, ',');
	g_autoptr (FairleadRecords) records = fairlead_records_new ();
	guint32 file = fairlead_records_add_file (records, "memory");
	GString *verdict = g_string_new (NULL);
	g_autofree char *issues = NULL;
	FairleadCsvRow row;

	while (fairlead_csv_reader_next (reader, &row, NULL))
		g_string_append_c (verdict,
		                   fairlead_csv_row_has_shape (&row, 3, may_be_short, records, file)
		                           ? '+'
		                           : '-');
	issues = test_dump_records (records);
	g_string_append_printf (verdict, "\n%s", issues);
	return g_string_free (verdict, FALSE);
}

static const struct {
	const char *text;
	const char *lenient;
	const char *strict;
} rows[] = {
	{ "a,b,c\n\"a\",\"b\"\"\",\"c\"\n", "++\n", "++\n" },
	{ "a,b\n", "+\nissue untidy-row 2 cells, the first \"a\" (expected 3) :1\n",
	  "-\nissue bad-record 2 cells, the first \"a\" (expected 3) :1\n" },
	{ "a,b,c,,\n", "+\n", "+\n" },
	{ "a,b,c,,x\n", "-\nissue bad-record 5 cells, the first \"a\" (expected 3) :1\n",
	  "-\nissue bad-record 5 cells, the first \"a\" (expected 3) :1\n" },
	{ "\"a\"x,b,c\n", "+\nissue untidy-row text behind a closing quote :1\n",
	  "+\nissue untidy-row text behind a closing quote :1\n" },
	/* One issue for a row, of the width where both are wrong */
	{ "\"a\"x,\"b\"y\n", "+\nissue untidy-row 2 cells, the first \"ax\" (expected 3) :1\n",
	  "-\nissue bad-record 2 cells, the first \"ax\" (expected 3) :1\n" },
	/* Blanks behind a quote are no text, and the next row starts anew */
	{ "\"a\" ,\"b\"\t,c\n\"a\"x,b,c\na,b,c\n",
	  "+++\nissue untidy-row text behind a closing quote :2\n",
	  "+++\nissue untidy-row text behind a closing quote :2\n" },
};

static void
test_judgement (void)
{
	for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
		g_autofree char *lenient = judge (rows[i].text, TRUE);
		g_autofree char *strict = judge (rows[i].text, FALSE);

		g_assert_cmpstr (lenient, ==, rows[i].lenient);
		g_assert_cmpstr (strict, ==, rows[i].strict);
	}
}

/* ---- every reader ---- */

static const FairleadFormat *
find_format (const FairleadSample *sample)
{
	const FairleadFormat *const *formats = fairlead_formats ();
	const FairleadFormat *best = NULL;
	guint most = 0;

	for (guint i = 0; formats[i] != NULL; i++) {
		guint sure = formats[i]->sniff (formats[i], sample);

		if (sure <= most)
			continue;
		most = sure;
		best = formats[i];
	}
	return best;
}

static guint
count_doubts (FairleadRecords *records)
{
	return test_count_issues (records, FAIRLEAD_ISSUE_UNTIDY_ROW)
	       + test_count_issues (records, FAIRLEAD_ISSUE_BAD_RECORD);
}

/* One file of each way in which delimited text is read */
static const char *const files[] = {
	"icij-leaks/nodes-officers.csv",
	"gleif/rr.csv",
	"opensanctions/maritime.csv",
	"ofac-sdn/sdn.csv",
	"uk-sl/uksl.csv",
	"companies-house/company-data.csv",
	"eu-annex-csv/annexes.csv",
};

/* A row of one cell with text behind its quote is one doubt more, wherever it is read */
static void
test_readers (void)
{
	for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
		g_autofree char *path = test_fixture (files[i]);
		g_autofree char *text = NULL;
		g_autofree char *more = NULL;
		g_auto (FairleadSample) sample = { 0 };
		g_autoptr (FairleadRecords) before = NULL;
		g_autoptr (FairleadRecords) after = NULL;
		g_autoptr (GError) error = NULL;
		const FairleadFormat *format;

		g_assert_true (g_file_get_contents (path, &text, NULL, &error));
		more = g_strconcat (text, "\"9\"x\n", NULL);
		fairlead_sample_init (&sample, text, strlen (text));
		format = find_format (&sample);
		g_assert_nonnull (format);
		before = test_read_bytes (format, files[i], text, strlen (text), &error);
		g_assert_no_error (error);
		after = test_read_bytes (format, files[i], more, strlen (more), &error);
		g_assert_no_error (error);
		g_assert_cmpuint (count_doubts (after), ==, count_doubts (before) + 1);
	}
}

static void
test_mapping (void)
{
	static const char plan[] = "[mapping]\nname=m\nformat=csv\n[entity ship]\nkind=vessel\n"
				   "key=x:{id}\nname={name}\n";
	static const char text[] = "id,name,flag\na,\"Amber\" Loch,GB\nb\nc,Cinder,GB,x\n";
	g_autoptr (GError) error = NULL;
	g_autoptr (FairleadMapping) mapping =
		fairlead_mapping_new ("m", plan, sizeof plan - 1, &error);
	g_autoptr (FairleadRecords) records = NULL;

	g_assert_no_error (error);
	records = test_read_bytes (fairlead_mapping_get_format (mapping), "f", text,
	                           sizeof text - 1, &error);
	g_assert_no_error (error);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_UNTIDY_ROW), ==, 2);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_BAD_RECORD), ==, 1);
}

/* ---- lines without quoting ---- */

static void
test_literal (void)
{
	static const char text[] = "\"a<b\"<\nc\"d<\"\"<\n\"<\n";
	static const char *const expected[] = { "\"a", "b\"", "", "c\"d", "\"\"", "", "\"", "" };
	g_autoptr (FairleadInput) input =
		fairlead_input_new_for_bytes ("memory", text, sizeof text - 1);
	g_autoptr (FairleadCsvReader) reader = fairlead_csv_reader_new (input, '<');
	g_autoptr (GError) error = NULL;
	FairleadCsvRow row;
	guint n = 0;

	fairlead_csv_reader_set_literal (reader);
	while (fairlead_csv_reader_next (reader, &row, &error)) {
		g_assert_false (row.is_loose);
		for (guint i = 0; i < row.n_fields; i++) {
			g_assert_cmpuint (n, <, G_N_ELEMENTS (expected));
			g_assert_cmpstr (row.fields[i], ==, expected[n++]);
		}
	}
	g_assert_no_error (error);
	g_assert_cmpuint (n, ==, G_N_ELEMENTS (expected));
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/syntax/csv-shape/doubt-a-row-once", test_judgement);
	g_test_add_func ("/syntax/csv-shape/doubt-it-in-every-reader", test_readers);
	g_test_add_func ("/syntax/csv-shape/doubt-it-in-mappings", test_mapping);
	g_test_add_func ("/syntax/csv-reader/take-quotes-as-text-when-told", test_literal);
	return g_test_run ();
}
