/* tests/output/test-decision.c: decisions on who is the same: kept, undone, written and read back
 * */
#include "ingest/record/decision.h"

#include <glib/gstdio.h>

#include "ingest/decision-file.h"
#include "ingest/record/error.h"
#include "output/resolve/decisions-csv.h"
#include "tests/common/helpers-output.h"
#include "tests/common/helpers.h"

static void
decide (FairleadDecisions *decisions, const char *left, const char *right, FairleadSameness verdict,
        const char *why)
{
	FairleadDecision decision = { .left = left,
		                      .right = right,
		                      .verdict = verdict,
		                      .who = "Ada",
		                      .when = "2026-03-01",
		                      .why = why,
		                      .probability = FAIRLEAD_NO_PROBABILITY };
	g_autoptr (GError) error = NULL;

	g_assert_true (fairlead_decisions_add (decisions, &decision, &error));
	g_assert_no_error (error);
}

static void
test_ends_are_ordered (void)
{
	g_autoptr (FairleadDecisions) decisions = fairlead_decisions_new (NULL);
	const FairleadDecision *decision;

	decide (decisions, "un:B", "ofac:1", FAIRLEAD_DECIDED_SAME, "one passport");
	decision = fairlead_decisions_get (decisions, 0);
	g_assert_cmpstr (decision->left, ==, "ofac:1");
	g_assert_cmpstr (decision->right, ==, "un:B");
	g_assert_cmpstr (decision->why, ==, "one passport");
	g_assert_cmpint (fairlead_decisions_find (decisions, "ofac:1", "un:B"), ==, 0);
	g_assert_cmpint (fairlead_decisions_find (decisions, "un:B", "ofac:1"), ==, 0);
	g_assert_cmpint (fairlead_decisions_find (decisions, "ofac:1", "un:C"), ==, -1);
}

/* The last one on a pair stands; undone, the one before it does, and then none */
static void
test_undo_is_exact (void)
{
	g_autoptr (FairleadDecisions) decisions = fairlead_decisions_new ("case");
	g_autoptr (GError) error = NULL;

	decide (decisions, "a:1", "b:1", FAIRLEAD_DECIDED_DIFFERENT, NULL);
	decide (decisions, "a:2", "b:2", FAIRLEAD_DECIDED_SAME, NULL);
	decide (decisions, "b:1", "a:1", FAIRLEAD_DECIDED_SAME, NULL);
	g_assert_cmpint (fairlead_decisions_find (decisions, "a:1", "b:1"), ==, 2);
	g_assert_false (fairlead_decisions_stands (decisions, 0));
	g_assert_cmpint (fairlead_decisions_find_last (decisions), ==, 2);
	g_assert_true (fairlead_decisions_undo (decisions, 2, "Bo", "2026-03-02", &error));
	g_assert_cmpint (fairlead_decisions_find (decisions, "a:1", "b:1"), ==, 0);
	g_assert_true (fairlead_decisions_stands (decisions, 0));
	g_assert_cmpint (fairlead_decisions_find_last (decisions), ==, 1);
	g_assert_false (fairlead_decisions_undo (decisions, 2, "Bo", "2026-03-02", &error));
	test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_INVALID_VALUE, "undone before");
	g_clear_error (&error);
	g_assert_false (fairlead_decisions_undo (decisions, 9, "Bo", NULL, &error));
	test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_UNKNOWN_REFERENCE,
	                   "no decision 10");
	g_assert_true (fairlead_decisions_undo (decisions, 0, "Bo", "2026-03-02", NULL));
	g_assert_cmpint (fairlead_decisions_find (decisions, "a:1", "b:1"), ==, -1);
	g_assert_cmpint (fairlead_decisions_find (decisions, "a:2", "b:2"), ==, 1);
}

static void
test_what_is_refused (void)
{
	static const struct {
		const char *left, *right;
		double probability;
		const char *words;
	} bad[] = {
		{ "a:1", "a:1", FAIRLEAD_NO_PROBABILITY, "with itself" },
		{ "a1", "b:1", FAIRLEAD_NO_PROBABILITY, "\"a1\" is no key" },
		{ ":1", "b:1", FAIRLEAD_NO_PROBABILITY, "is no key" },
		{ "a:1", "b:", FAIRLEAD_NO_PROBABILITY, "\"b:\" is no key" },
		{ "a:1", NULL, FAIRLEAD_NO_PROBABILITY, "\"\" is no key" },
		{ "a:1", "b:1", 1.5, "not between 0 and 1" },
		{ "a:1", "b:1", -0.5, "not between 0 and 1" },
	};
	g_autoptr (FairleadDecisions) decisions = fairlead_decisions_new ("case.csv");

	for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
		FairleadDecision decision = { .left = bad[i].left,
			                      .right = bad[i].right,
			                      .probability = bad[i].probability,
			                      .line = 7 };
		g_autoptr (GError) error = NULL;

		g_assert_false (fairlead_decisions_add (decisions, &decision, &error));
		test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_INVALID_VALUE,
		                   bad[i].words);
		g_assert_true (g_str_has_prefix (error->message, "case.csv:7: "));
	}
	g_assert_cmpuint (fairlead_decisions_get_n (decisions), ==, 0);
}

/* ---- as files ---- */

static char *
write_file (const char *text)
{
	g_autofree char *path = NULL;
	gint file = g_file_open_tmp ("fairlead-decisions-XXXXXX", &path, NULL);

	g_assert_cmpint (file, >=, 0);
	g_close (file, NULL);
	g_assert_true (g_file_set_contents (path, text, -1, NULL));
	return g_steal_pointer (&path);
}

static FairleadDecisions *
read_text (const char *text, GError **error)
{
	g_autofree char *path = write_file (text);
	FairleadDecisions *decisions = fairlead_decisions_read (path, NULL, error);

	remove (path);
	return decisions;
}

static char *
dup_written (const FairleadDecisions *decisions)
{
	g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

	g_assert_true (fairlead_decisions_write (decisions, memory, NULL, NULL));
	return g_strdup (test_written (memory));
}

/* By hand three columns are enough; a proposal that nobody answered is no decision */
static void
test_read_by_hand (void)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (FairleadDecisions) decisions =
		read_text ("verdict,left,right,left_name\nSame,ofac:1,un:2,\"A, B\"\n"
	                   ",ofac:1,un:3,C\nundecided,ofac:9,un:4\n",
	                   &error);

	g_assert_no_error (error);
	g_assert_cmpuint (fairlead_decisions_get_n (decisions), ==, 2);
	g_assert_cmpint (fairlead_decisions_get (decisions, 0)->verdict, ==, FAIRLEAD_DECIDED_SAME);
	g_assert_cmpuint (fairlead_decisions_get (decisions, 1)->line, ==, 4);
	g_assert_null (fairlead_decisions_get (decisions, 0)->who);
}

static void
test_round_trip (void)
{
	g_autoptr (FairleadDecisions) decisions = fairlead_decisions_new ("case");
	g_autoptr (FairleadDecisions) back = NULL;
	g_autoptr (GError) error = NULL;
	g_autofree char *written = NULL;
	g_autofree char *again = NULL;

	decide (decisions, "ofac:1", "un:2", FAIRLEAD_DECIDED_SAME, "=both \"x\", and a\nline");
	decide (decisions, "ofac:1", "un:3", FAIRLEAD_DECIDED_DIFFERENT, "\xe9\x87\x91 born 1961");
	g_assert_true (fairlead_decisions_undo (decisions, 0, "Bo", "2026-04-01", NULL));
	written = dup_written (decisions);
	back = read_text (written, &error);
	g_assert_no_error (error);
	g_assert_cmpuint (fairlead_decisions_get_n (back), ==, 2);
	g_assert_cmpstr (fairlead_decisions_get (back, 0)->why, ==, "=both \"x\", and a\nline");
	g_assert_cmpstr (fairlead_decisions_get (back, 0)->undone_by, ==, "Bo");
	g_assert_cmpint (fairlead_decisions_find (back, "ofac:1", "un:2"), ==, -1);
	again = dup_written (back);
	g_assert_cmpstr (again, ==, written);
}

static void
test_bad_files (void)
{
	static const struct {
		const char *text;
		FairleadError code;
		const char *words;
	} bad[] = {
		{ "", FAIRLEAD_ERROR_MISSING_FIELD, "no header" },
		{ "left,right\na:1,b:1\n", FAIRLEAD_ERROR_MISSING_FIELD, ":1: " },
		{ "left,right,verdict\na:1,b:1,same\na:1,b:1,maybe\n", FAIRLEAD_ERROR_INVALID_VALUE,
		  ":3: the verdict \"maybe\"" },
		{ "left,right,verdict\na:1,b1,same\n", FAIRLEAD_ERROR_INVALID_VALUE,
		  ":2: \"b1\" is no key" },
		{ "left,right,verdict,probability\na:1,b:1,same,high\n",
		  FAIRLEAD_ERROR_INVALID_VALUE, ":2: the probability \"high\"" },
		{ "left,right,verdict\na:1,b:1,same,Ada, Bo\n", FAIRLEAD_ERROR_SYNTAX,
		  ":2: the row has 5 cells" },
		{ "left,right,verdict\na:1,\"b:1,same\n", FAIRLEAD_ERROR_SYNTAX, ":2: " },
	};

	for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
		g_autoptr (GError) error = NULL;

		g_assert_null (read_text (bad[i].text, &error));
		test_assert_error (error, FAIRLEAD_ERROR, bad[i].code, bad[i].words);
	}
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/record/decision/ends-are-ordered", test_ends_are_ordered);
	g_test_add_func ("/record/decision/undo-is-exact", test_undo_is_exact);
	g_test_add_func ("/record/decision/what-is-refused", test_what_is_refused);
	g_test_add_func ("/record/decision/read-by-hand", test_read_by_hand);
	g_test_add_func ("/record/decision/round-trip", test_round_trip);
	g_test_add_func ("/record/decision/bad-files", test_bad_files);
	return g_test_run ();
}
