/* tests/output/test-csv-writer.c: cells are quoted as RFC 4180 asks, and none can become a formula
 * */
#include "output/write/csv.h"

#include <math.h>

#include "tests/common/helpers-output.h"

static void
assert_cell (const char *text, const char *expected)
{
	g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
	g_autoptr (FairleadSink) sink = fairlead_sink_new (stream, NULL);
	g_autoptr (GError) error = NULL;
	g_autofree char *whole = g_strconcat ("first,", expected, "\r\n", NULL);
	FairleadCsv csv = FAIRLEAD_CSV_INIT (sink);

	fairlead_csv_text (&csv, "first");
	fairlead_csv_text (&csv, text);
	fairlead_csv_end_row (&csv);
	g_assert_true (fairlead_sink_finish (sink, &error));
	g_assert_cmpstr (test_written (stream), ==, whole);
}

static void
test_quoting (void)
{
	assert_cell ("plain", "plain");
	assert_cell (NULL, "");
	assert_cell ("", "");
	assert_cell ("a,b", "\"a,b\"");
	assert_cell ("say \"no\"", "\"say \"\"no\"\"\"");
	assert_cell ("two\nlines", "\"two\nlines\"");
	assert_cell (" ends ", "\" ends \"");
	assert_cell ("\u6d77\u6d0b", "\u6d77\u6d0b");
}

static void
test_formulas (void)
{
	assert_cell ("=1+1", "'=1+1");
	assert_cell ("+49 30", "'+49 30");
	assert_cell ("-5", "'-5");
	assert_cell ("@SUM(A1)", "'@SUM(A1)");
	assert_cell ("\t=1", "\"'\t=1\"");
	assert_cell ("\r=1", "\"'\r=1\"");
	assert_cell ("a=1", "a=1");
}

static void
test_hostile (void)
{
	assert_cell (TEST_HOSTILE_NAME, "\"'=Grey <Heron> & \"\"Sons\"\"\ufffd[31m \u202egnp.exe "
	                                "\U0001f6a2 \u6d77e\u0301\"");
	assert_cell ("bad \xff byte", "bad \ufffd byte");
}

static void
test_numbers (void)
{
	g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
	g_autoptr (FairleadSink) sink = fairlead_sink_new (stream, NULL);
	FairleadCsv csv = FAIRLEAD_CSV_INIT (sink);

	fairlead_csv_number (&csv, -0.1);
	fairlead_csv_number (&csv, 1.0 / 3.0);
	fairlead_csv_number (&csv, 1e300);
	fairlead_csv_number (&csv, (double) NAN);
	fairlead_csv_integer (&csv, G_MAXUINT64);
	fairlead_csv_boolean (&csv, TRUE);
	fairlead_csv_end_row (&csv);
	g_assert_true (fairlead_sink_finish (sink, NULL));
	g_assert_cmpstr (test_written (stream), ==,
	                 "-0.1,0.3333333333333333,1e+300,,18446744073709551615,true\r\n");
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/output/csv/cells-are-quoted-where-they-must-be", test_quoting);
	g_test_add_func ("/output/csv/formulas-are-defused", test_formulas);
	g_test_add_func ("/output/csv/hostile-names-come-through", test_hostile);
	g_test_add_func ("/output/csv/numbers-stay-numbers-in-every-locale", test_numbers);
	return g_test_run ();
}
