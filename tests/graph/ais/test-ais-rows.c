/* tests/graph/ais/test-ais-rows.c: rows of AIS data read right, and what is not as it should be;
 * the same on one thread and on two */
#include <string.h>

#include "ingest/ais/fields.h"
#include "ingest/record/error.h"
#include "tests/common/ais-case.h"
#include "tests/common/helpers.h"

/* ---- fields ---- */

static void
test_decimals (void)
{
	static const struct {
		const char *text;
		guint places;
		gint64 value;
	} good[] = {
		{ "0", 6, 0 },
		{ "-12.5", 2, -1250 },
		{ "12", 6, 12000000 },
		{ "12.", 1, 120 },
		{ ".5", 1, 5 },
		{ "29.1234564", 6, 29123456 },
		{ "29.1234565", 6, 29123457 },
		{ "-0.05", 1, -1 },
		{ "57,8794", 6, 57879400 },
		{ "999999999", 0, 999999999 },
	};
	static const char *const bad[] = { "",      "-",   ".",    "1e5",        " 1",  "1 ",  "+1",
		                           "1.2.3", "nan", "0x10", "1234567890", "--1", "1.2-" };
	gint64 value = 7;

	for (guint i = 0; i < G_N_ELEMENTS (good); i++) {
		g_assert_true (fairlead_ais_decimal (good[i].text, good[i].places, &value));
		g_assert_cmpint (value, ==, good[i].value);
	}
	value = 7;
	for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
		g_assert_false (fairlead_ais_decimal (bad[i], 6, &value));
	g_assert_cmpint (value, ==, 7);
}

static void
test_times (void)
{
	static const char *const same[] = { "2023-03-18T01:02:03", "2023-03-18 01:02:03",
		                            "18/03/2023 01:02:03", "2023-03-18T01:02:03.250Z",
		                            "2023-03-18T01:02:03+00:00" };
	static const char *const bad[] = { "",
		                           "2023-03-18",
		                           "2023-02-30T01:02:03",
		                           "18/13/2023 01:02:03",
		                           "2023-03-18T24:00:00",
		                           "2023-03-18T01:60:00",
		                           "2023-03-18T01:02:03+01:00",
		                           "1889-03-18T01:02:03",
		                           "2023-03-18T01:02:0x",
		                           "2023/03/18 01:02:03" };
	FairleadAisDate date = { "", 0 };
	gint64 time = 0;
	g_autofree char *text = NULL;

	for (guint i = 0; i < G_N_ELEMENTS (same); i++) {
		g_assert_true (fairlead_ais_time (&date, same[i], &time));
		g_assert_cmpint (time, ==, AIS_MIDNIGHT + 3723);
	}
	for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
		g_assert_false (fairlead_ais_time (&date, bad[i], &time));
	text = fairlead_ais_time_dup_text (AIS_MIDNIGHT + 3723);
	g_assert_cmpstr (text, ==, "2023-03-18T01:02:03Z");
}

static void
test_types (void)
{
	g_assert_cmpint (fairlead_ais_type_parse ("80"), ==, FAIRLEAD_AIS_TYPE_TANKER);
	g_assert_cmpint (fairlead_ais_type_parse ("1024"), ==, FAIRLEAD_AIS_TYPE_TANKER);
	g_assert_cmpint (fairlead_ais_type_parse ("52"), ==, FAIRLEAD_AIS_TYPE_SERVICE);
	g_assert_cmpint (fairlead_ais_type_parse ("Towing long/wide"), ==,
	                 FAIRLEAD_AIS_TYPE_SERVICE);
	g_assert_cmpint (fairlead_ais_type_parse ("Sailing"), ==, FAIRLEAD_AIS_TYPE_PLEASURE);
	g_assert_cmpint (fairlead_ais_type_parse ("Undefined"), ==, FAIRLEAD_AIS_TYPE_UNKNOWN);
	g_assert_cmpint (fairlead_ais_type_parse (""), ==, FAIRLEAD_AIS_TYPE_UNKNOWN);
	g_assert_cmpint (fairlead_ais_type_parse ("99999999999"), ==, FAIRLEAD_AIS_TYPE_UNKNOWN);
}

/* ---- rows that are not as they should be ---- */

static void
test_bad_rows (void)
{
	g_auto (AisCase) one = { 0 };
	static const char rows[] = AIS_NOAA "371000001,2023-03-18T00:00:00,1,1,5,0,A,,,70,0\n"
					    "x71000001,2023-03-18T00:01:00,1,1,5,0,A,,,70,0\n"
					    "371000001,2023-03-18T00:61:00,1,1,5,0,A,,,70,0\n"
					    "371000001,2023-03-18T00:02:00,90.5,1,5,0,A,,,70,0\n"
					    "371000001,2023-03-18T00:02:00,1,-180.5,5,0,A,,,70,0\n"
					    "371000001,2023-03-18T00:02:00,1,1,5\n"
					    "371000001,2023-03-18T00:02:00,91,181,5,0,A,,,70,0\n"
					    "002190064,2023-03-18T00:02:00,1,1,0,0,A,,,70,0\n"
					    "371000001,2099-03-18T00:02:00,1,1,5,0,A,,,70,0\n"
					    "371000001,2023-03-18T00:30:00,1,1,102.3,511,A,,,70,0\n"
					    "371000001,2023-03-18T00:05:00,1,1,5,0,A,,,70,0\n"
					    "371000001,2023-03-18T00:25:00,1,1,5,0,A,,,70,0\n"
					    "371000001,2023-03-18T00:31:00,1,1,5,0,A,,,70,0\n";

	ais_case_init (&one);
	ais_case_add (&one, "a.csv", rows);
	g_assert_true (ais_case_run (&one));
	g_assert_cmpuint (one.counts.n_rows, ==, 13);
	g_assert_cmpuint (one.counts.n_bad, ==, 5);
	g_assert_cmpuint (one.counts.n_nowhere, ==, 1);
	g_assert_cmpuint (one.counts.n_others, ==, 1);
	g_assert_cmpuint (one.summary.n_stray, ==, 1);
	g_assert_cmpuint (one.summary.n_late, ==, 1);
	g_assert_cmpuint (one.summary.n_reports, ==, 4);
	g_assert_cmpuint (test_count_issues (one.records, FAIRLEAD_ISSUE_BAD_RECORD), ==, 7);
}

static void
test_unsorted (void)
{
	g_auto (AisCase) one = { 0 };
	g_autoptr (GString) text = g_string_new (AIS_NOAA);

	ais_case_init (&one);
	for (gint minute = 1000; minute > 0; minute--)
		ais_put (text, 371000001, minute, 20, 10, 0, "70");
	ais_case_add (&one, "a.csv", text->str);
	g_assert_false (ais_case_run (&one));
	test_assert_error (one.error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_INVALID_VALUE, "sort them");
}

static void
test_no_ais (void)
{
	g_auto (AisCase) one = { 0 };

	ais_case_init (&one);
	ais_case_add (&one, "a.csv", "MMSI,Date,Name\n1,2,3\n");
	g_assert_false (ais_case_run (&one));
	test_assert_error (one.error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_UNKNOWN_FORMAT, "no AIS data");
}

/* ---- threads ---- */

#define N_ROWS 10000u /* three batches */

/* Two files that overlap, of ships that meet, with rows that are wrong, and some that are late */
static void
add_traffic (AisCase *one, const char *end)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (20230318);
	g_autoptr (GString) first = g_string_new (AIS_NOAA);
	g_autoptr (GString) second = g_string_new (AIS_NOAA);
	GString *texts[] = { first, second };

	for (guint i = 0; i < N_ROWS; i++) {
		gint minute = (gint) (i * 1200 / N_ROWS);
		gint ship = g_rand_int_range (random, 0, 60);
		gint dice = g_rand_int_range (random, 0, 1000);

		minute -= dice < 5 ? 100 : g_rand_int_range (random, 0, 3);
		if (dice > 995)
			g_string_append (texts[i % 2], "nobody,2023-03-18T01:00:00,1,1,,,,,,,\n");
		ais_put (texts[i % 2], 371000001 + (guint) ship, MAX (0, minute),
		         (ship / 2) * 2 + (ship % 2) * 0.001, 10, 0.5, "80");
	}
	g_string_append (texts[1], end);
	ais_case_add (one, "a.csv", texts[0]->str);
	ais_case_add (one, "b.csv", texts[1]->str);
}

/* Everything that comes of it, as a text */
static char *
dup_outcome (AisCase *one)
{
	g_autofree char *finds = NULL;
	GString *text;
	guint n;
	const FairleadIssueRow *issues;

	if (!ais_case_run (one)) { /* without the folder, which is another each time */
		const char *name = strstr (one->error->message, "b.csv");

		return g_strdup (name != NULL ? name : one->error->message);
	}
	finds = ais_case_dup_finds (one, NULL);
	text = g_string_new (finds);
	issues = fairlead_records_get_issues (one->records, &n);
	for (guint i = 0; i < n; i++)
		g_string_append_printf (text, "%u:%u %s\n", issues[i].source.file,
		                        issues[i].source.line,
		                        fairlead_records_get_text (one->records, issues[i].text));
	g_string_append_printf (text, "%" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT,
	                        one->counts.n_rows, one->summary.n_late);
	return g_string_free (text, FALSE);
}

static char *
dup_outcome_of (guint n_threads, const char *rows)
{
	g_auto (AisCase) one = { 0 };

	ais_case_init (&one);
	one.n_threads = n_threads;
	ais_case_add (&one, "b.csv", rows);
	return dup_outcome (&one);
}

static char *
dup_outcome_with (guint n_threads, const char *end)
{
	g_auto (AisCase) one = { 0 };

	ais_case_init (&one);
	one.n_threads = n_threads;
	add_traffic (&one, end);
	return dup_outcome (&one);
}

static void
test_threads (void)
{
	g_autofree char *alone = dup_outcome_with (1, "");
	g_autofree char *two = dup_outcome_with (2, "");
	g_autofree char *as_usual = dup_outcome_with (0, "");

	g_assert_nonnull (strstr (alone, "encounter 371000001 371000002"));
	g_assert_nonnull (strstr (alone, "MMSI \"nobody\""));
	g_assert_nonnull (strstr (alone, "reorder window"));
	g_assert_cmpstr (two, ==, alone);
	g_assert_cmpstr (as_usual, ==, alone);
}

/* A failure on either side ends both threads, with the same words */
static void
test_failures (void)
{
	g_autofree char *alone = dup_outcome_with (1, "\"never closed");
	g_autofree char *two = dup_outcome_with (2, "\"never closed");

	g_assert_nonnull (strstr (alone, "never closed"));
	g_assert_cmpstr (two, ==, alone);
}

/* More rows than are read ahead, so that the reading is not over when it is cancelled */
static void
test_cancelled (void)
{
	g_autoptr (GString) text = g_string_new (AIS_NOAA);

	for (guint i = 0; i < 40000; i++)
		g_string_append (text, "371000001,2023-03-18T00:00:00,1,1,5,0,A,,,70,0\n");
	for (guint n_threads = 1; n_threads <= 2; n_threads++) {
		g_auto (AisCase) one = { 0 };

		ais_case_init (&one);
		one.n_threads = n_threads;
		one.is_cancelled = TRUE;
		ais_case_add (&one, "a.csv", text->str);
		g_assert_false (ais_case_run (&one));
		g_assert_error (one.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	}
}

/* Whoever looks at the rows stops long before the last is read */
static void
test_unsorted_ahead (void)
{
	g_autoptr (GString) rows = g_string_new (NULL);
	g_autoptr (GString) text = g_string_new (AIS_NOAA);
	g_autofree char *alone = NULL, *two = NULL;

	for (gint i = 0; i < 10100; i++)
		ais_put (rows, 371000001, 1439 - i / 8, 20, 10, 0, "70");
	for (guint i = 0; i < 4; i++)
		g_string_append (text, rows->str);
	alone = dup_outcome_of (1, text->str);
	two = dup_outcome_of (2, text->str);
	g_assert_nonnull (strstr (alone, "sort them"));
	g_assert_cmpstr (two, ==, alone);
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/ingest/ais/decimals", test_decimals);
	g_test_add_func ("/ingest/ais/times", test_times);
	g_test_add_func ("/ingest/ais/types", test_types);
	g_test_add_func ("/graph/ais/bad-rows-are-counted", test_bad_rows);
	g_test_add_func ("/graph/ais/unsorted-is-an-error", test_unsorted);
	g_test_add_func ("/ingest/ais/other-csv-is-refused", test_no_ais);
	g_test_add_func ("/ingest/ais/threads-mean-nothing", test_threads);
	g_test_add_func ("/ingest/ais/failures-end-both-threads", test_failures);
	g_test_add_func ("/ingest/ais/cancelling-ends-both-threads", test_cancelled);
	g_test_add_func ("/graph/ais/unsorted-ends-the-reading", test_unsorted_ahead);
	return g_test_run ();
}
