/* tests/library/test-resolve.c: proposals of the library, and decisions on them */
#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#include "tests/library/four-lists.h"
#include "tests/library/waiting.h"

static FleadProposals *
propose (FleadNetwork *network, const char *kind, guint limit)
{
	g_autoptr (GError) error = NULL;
	FleadProposals *proposals =
		flead_network_propose (network, kind, FLEAD_RESOLVE_THRESHOLD, FLEAD_RESOLVE_LEAST,
	                               limit, NULL, NULL, NULL, &error);

	g_assert_no_error (error);
	return proposals;
}

static void
test_bytes_are_those_of_the_program (void)
{
	const char *const csv[] = { "resolve", "--limit", "0", "--format", "csv", NULL };
	const char *const json[] = { "resolve", "--kind",   "person", "--limit",
		                     "2",       "--format", "json",   NULL };
	g_autoptr (FleadNetwork) network = four_lists_network ();
	g_autoptr (FleadProposals) all = propose (network, NULL, 0);
	g_autoptr (FleadProposals) some = propose (network, "person", 2);

	assert_as_program (all, FLEAD_FORMAT_CSV, csv, TRUE);
	assert_as_program (some, FLEAD_FORMAT_JSON, json, TRUE);
	g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (some)), ==, 2);
}

static void
test_proposals_have_reasons (void)
{
	g_autoptr (FleadNetwork) network = four_lists_network ();
	g_autoptr (FleadProposals) proposals = propose (network, NULL, 0);
	g_autoptr (FleadProposal) first = g_list_model_get_item (G_LIST_MODEL (proposals), 0);
	g_autoptr (FleadEntity) left = flead_proposal_dup_left (first);
	g_autoptr (FleadEntity) right = flead_proposal_dup_right (first);
	g_auto (GStrv) reasons = flead_proposal_dup_reasons (first);
	g_autofree char *features = cell_of (proposals, "features", 0);
	g_autofree char *joined = g_strjoinv ("; ", reasons);
	g_autofree char *id = cell_of (proposals, "left", 0);

	g_assert_false (flead_entity_equal (left, right));
	g_assert_cmpstr (id, ==, flead_entity_get_id (left));
	g_assert_cmpfloat (flead_proposal_get_probability (first), >, 0.9);
	g_assert_cmpfloat (flead_proposal_get_similarity (first), >, 0.5);
	g_assert_cmpfloat (flead_proposal_get_evidence (first), >, 1.0);
	g_assert_nonnull (strstr (reasons[0], ": "));
	g_assert_nonnull (strstr (reasons[g_strv_length (reasons) - 1], "in all"));
	g_assert_cmpstr (joined, ==, features);
	g_assert_true ((*flead_proposal_get_asks (first) == '\0')
	               == g_str_equal (flead_proposal_get_action (first), "join"));
	g_assert_cmpuint (flead_proposals_get_n_compared (proposals), >=,
	                  g_list_model_get_n_items (G_LIST_MODEL (proposals)));
}

static void
test_question_is_refused_with_a_code (void)
{
	static const struct {
		const char *kind;
		double threshold;
		double least;
	} cases[] = { { "port", 0.9, 0.2 },
		      { "beauty", 0.9, 0.2 },
		      { NULL, 1.1, 0.2 },
		      { NULL, 0.9, -0.1 },
		      { NULL, (double) NAN, 0.2 } };
	g_autoptr (FleadNetwork) network = four_lists_network ();

	for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
		g_autoptr (GError) error = NULL;

		g_assert_null (flead_network_propose (network, cases[i].kind, cases[i].threshold,
		                                      cases[i].least, 0, NULL, NULL, NULL, &error));
		g_assert_error (error, FLEAD_ERROR, FLEAD_ERROR_USAGE);
	}
}

/* ---- long work ---- */

static void
stop_at_first_word (const char *what, guint64 done, guint64 total, gpointer cancellable)
{
	g_assert_cmpstr (what, ==, "comparing pairs");
	g_assert_cmpuint (done, <=, total);
	g_cancellable_cancel (cancellable);
}

static void
test_work_is_given_up_in_the_middle (void)
{
	g_autoptr (FleadNetwork) network = four_lists_network ();
	g_autoptr (GCancellable) cancellable = g_cancellable_new ();
	g_autoptr (GError) error = NULL;

	g_assert_null (flead_network_propose (network, NULL, 0.9, 0.2, 0, cancellable,
	                                      stop_at_first_word, cancellable, &error));
	g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_async_gives_the_same (void)
{
	g_autoptr (FleadNetwork) network = four_lists_network ();
	g_autoptr (FleadProposals) expected = propose (network, "company", 5);
	g_autoptr (FleadProposals) proposals = NULL;
	g_autoptr (GAsyncResult) result = NULL;
	g_autoptr (GError) error = NULL;
	g_autofree char *a = NULL;
	g_autofree char *b = NULL;
	Waiting waiting = { NULL };

	flead_network_propose_async (network, "company", FLEAD_RESOLVE_THRESHOLD,
	                             FLEAD_RESOLVE_LEAST, 5, NULL, NULL, NULL, NULL, on_done,
	                             &waiting);
	result = wait_for (&waiting);
	proposals = flead_network_propose_finish (network, result, &error);
	g_assert_no_error (error);
	a = flead_result_dup_text (FLEAD_RESULT (expected), FLEAD_FORMAT_CSV, NULL);
	b = flead_result_dup_text (FLEAD_RESULT (proposals), FLEAD_FORMAT_CSV, NULL);
	g_assert_cmpstr (a, ==, b);
}

/* ---- decisions ---- */

/* A kept case of the four lists, and its decisions */
typedef struct {
	char *folder;
	char *path;
	FleadNetwork *network;
	FleadDecisions *decisions;
} Kept;

static FleadNetwork *
load_kept (const Kept *kept)
{
	const char *const inputs[] = { kept->path, NULL };
	g_autoptr (FleadCase) plan = flead_case_new (inputs);
	g_autoptr (GError) error = NULL;
	FleadNetwork *network = flead_case_load (plan, NULL, NULL, NULL, &error);

	g_assert_no_error (error);
	return network;
}

static void
set_up (Kept *kept, gconstpointer data)
{
	static const char *const names[] = { "sdn.csv",     "alt.csv",     "add.csv", "un.xml",
		                             "annexes.csv", "conlist.csv", NULL };
	g_auto (GStrv) paths = four_lists_dup_paths (names);
	g_autoptr (FleadCase) plan = flead_case_new ((const char *const *) paths);
	g_autoptr (GError) error = NULL;

	(void) data;
	kept->folder = g_dir_make_tmp ("flead-XXXXXX", NULL);
	kept->path = g_build_filename (kept->folder, "four.fairlead", NULL);
	flead_case_keep (plan, kept->path, NULL, NULL, NULL, NULL, &error);
	g_assert_no_error (error);
	kept->network = load_kept (kept);
	kept->decisions = flead_decisions_open (kept->path, NULL, &error);
	g_assert_no_error (error);
}

static void
tear_down (Kept *kept, gconstpointer data)
{
	(void) data;
	g_object_unref (kept->decisions);
	g_object_unref (kept->network);
	g_remove (kept->path);
	g_rmdir (kept->folder);
	g_free (kept->path);
	g_free (kept->folder);
}

static FleadDecisionLog *
log_of (const Kept *kept, const char *of)
{
	g_autoptr (GError) error = NULL;
	FleadDecisionLog *log =
		flead_decisions_dup_log (kept->decisions, kept->network, of, &error);

	g_assert_no_error (error);
	return log;
}

static void
save (const Kept *kept)
{
	g_autoptr (GError) error = NULL;

	flead_decisions_save (kept->decisions, NULL, &error);
	g_assert_no_error (error);
}

static void
test_accepted_proposal_joins (Kept *kept, gconstpointer data)
{
	g_autoptr (FleadProposals) proposals = propose (kept->network, "person", 0);
	g_autoptr (FleadProposal) first = g_list_model_get_item (G_LIST_MODEL (proposals), 0);
	g_autoptr (FleadEntity) left = flead_proposal_dup_left (first);
	g_autoptr (FleadEntity) right = flead_proposal_dup_right (first);
	g_autoptr (FleadDecisionLog) log = NULL;
	g_autoptr (FleadDecision) decision = NULL;
	g_autoptr (FleadNetwork) joined = NULL;
	g_autoptr (FleadEntity) one = NULL;
	g_autoptr (FleadEntity) other = NULL;

	(void) data;
	g_assert_true (flead_decisions_answer (kept->decisions, first, FLEAD_SAMENESS_SAME, "Ida",
	                                       NULL, NULL));
	save (kept);
	log = log_of (kept, NULL);
	decision = g_list_model_get_item (G_LIST_MODEL (log), 0);
	g_assert_cmpuint (flead_decision_get_number (decision), ==, 1);
	g_assert_cmpstr (flead_decision_get_state (decision), ==, "stands");
	g_assert_cmpstr (flead_decision_get_left (decision), ==, flead_entity_get_id (left));
	g_assert_cmpstr (flead_decision_get_who (decision), ==, "Ida");
	g_assert_nonnull (strstr (flead_decision_get_why (decision), "in all"));
	g_assert_cmpfloat (flead_decision_get_probability (decision), ==,
	                   flead_proposal_get_probability (first));
	joined = load_kept (kept);
	one = flead_network_find (joined, flead_entity_get_id (left));
	other = flead_network_find (joined, flead_entity_get_id (right));
	g_assert_true (flead_entity_equal (one, other));
}

static void
test_undone_decision_does_not_stand (Kept *kept, gconstpointer data)
{
	g_autoptr (FleadDecisionLog) log = NULL;
	g_autoptr (FleadDecision) first = NULL;
	g_autoptr (FleadDecision) second = NULL;
	g_autoptr (GError) error = NULL;
	g_autofree char *state = NULL;

	(void) data;
	g_assert_false (flead_decisions_undo (kept->decisions, 0, "Ida", &error));
	g_assert_error (error, FLEAD_ERROR, FLEAD_ERROR_USAGE);
	g_clear_error (&error);
	g_assert_true (flead_decisions_decide (kept->decisions, "un:XPi.013", "ofac:91003",
	                                       FLEAD_SAMENESS_SAME, "Ida", "one passport", NULL));
	g_assert_true (flead_decisions_decide (kept->decisions, "un:XPi.013", "ofac:91003",
	                                       FLEAD_SAMENESS_DIFFERENT, "Per", NULL, NULL));
	g_assert_true (flead_decisions_undo (kept->decisions, 0, "Ida", NULL));
	g_assert_false (flead_decisions_undo (kept->decisions, 2, "Ida", &error));
	g_assert_error (error, FLEAD_ERROR, FLEAD_ERROR_INVALID_VALUE);
	log = log_of (kept, NULL);
	first = g_list_model_get_item (G_LIST_MODEL (log), 0);
	second = g_list_model_get_item (G_LIST_MODEL (log), 1);
	state = cell_of (log, "state", 1);
	g_assert_cmpstr (flead_decision_get_state (first), ==, "stands");
	g_assert_true (isnan (flead_decision_get_probability (first)));
	g_assert_cmpstr (state, ==, "undone");
	g_assert_cmpint (flead_decision_get_verdict (second), ==, FLEAD_SAMENESS_DIFFERENT);
	g_assert_cmpstr (flead_decision_get_undone_by (second), ==, "Ida");
	g_assert_nonnull (flead_decision_get_undone_on (second));
	g_assert_null (flead_decision_get_why (second));
}

static void
test_log_is_that_of_the_program (Kept *kept, gconstpointer data)
{
	const char *const json[] = { "resolve", "--log", "--format", "json", kept->path, NULL };
	const char *const csv[] = { "resolve", "--log", "--format", "csv", kept->path, NULL };
	const char *const made[] = { "resolve", "--made-by", "ofac:91005", "--format",
		                     "json",    kept->path,  NULL };
	g_autoptr (FleadProposals) proposals = propose (kept->network, NULL, 0);
	g_autoptr (FleadDecisionLog) log = NULL;
	g_autoptr (FleadDecisionLog) some = NULL;
	guint n_joined = 0;

	(void) data;
	g_assert_true (flead_decisions_apply (kept->decisions, proposals, "Ida", &n_joined, NULL));
	g_assert_true (flead_decisions_decide (kept->decisions, "un:XPe.021", "ofac:91005",
	                                       FLEAD_SAMENESS_SAME, "Per", NULL, NULL));
	g_assert_cmpuint (flead_decisions_get_n (kept->decisions), ==, n_joined + 1);
	save (kept);
	g_set_object (&kept->network, NULL);
	kept->network = load_kept (kept);
	log = log_of (kept, NULL);
	some = log_of (kept, "ofac:91005");
	assert_as_program (log, FLEAD_FORMAT_JSON, json, FALSE);
	assert_as_program (log, FLEAD_FORMAT_CSV, csv, FALSE);
	assert_as_program (some, FLEAD_FORMAT_JSON, made, FALSE);
	g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (some)), <=, n_joined + 1);
}

static void
test_files_of_decisions_are_taken_in (Kept *kept, gconstpointer data)
{
	g_autofree char *path = g_build_filename (kept->folder, "decisions.csv", NULL);
	g_autoptr (GError) error = NULL;
	g_autoptr (FleadDecisions) file = flead_decisions_open (path, NULL, &error);
	g_autoptr (FleadDecisions) again = NULL;
	guint n_undone = 9;

	(void) data;
	g_assert_no_error (error);
	g_assert_true (flead_decisions_decide (file, "un:XPi.013", "ofac:91003",
	                                       FLEAD_SAMENESS_SAME, "Ida", NULL, NULL));
	g_assert_true (flead_decisions_save (file, NULL, NULL));
	again = flead_decisions_open (path, NULL, NULL);
	g_assert_cmpuint (flead_decisions_take_in (kept->decisions, again, &n_undone), ==, 1);
	g_assert_cmpuint (flead_decisions_take_in (kept->decisions, again, NULL), ==, 0);
	g_assert_cmpuint (n_undone, ==, 0);
	g_assert_false (flead_decisions_decide (file, "un:XPi.013", "un:XPi.013",
	                                        FLEAD_SAMENESS_SAME, NULL, NULL, &error));
	g_assert_error (error, FLEAD_ERROR, FLEAD_ERROR_INVALID_VALUE);
	g_remove (path);
}

static void
test_log_without_network_has_keys (Kept *kept, gconstpointer data)
{
	g_autoptr (FleadDecisionLog) log =
		flead_decisions_dup_log (kept->decisions, NULL, NULL, NULL);
	g_autoptr (GError) error = NULL;

	(void) data;
	g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (log)), ==, 0);
	g_assert_null (flead_decisions_dup_log (kept->decisions, NULL, "ofac:91005", &error));
	g_assert_error (error, FLEAD_ERROR, FLEAD_ERROR_USAGE);
	g_clear_error (&error);
	g_assert_null (flead_decisions_dup_log (kept->decisions, kept->network, "ofac:1", &error));
	g_assert_error (error, FLEAD_ERROR, FLEAD_ERROR_UNKNOWN_REFERENCE);
}

#define ADD_KEPT(path, test) g_test_add (path, Kept, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
	setlocale (LC_ALL, "");
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/library/resolve/bytes-are-those-of-the-program",
	                 test_bytes_are_those_of_the_program);
	g_test_add_func ("/library/resolve/proposals-have-reasons", test_proposals_have_reasons);
	g_test_add_func ("/library/resolve/question-is-refused-with-a-code",
	                 test_question_is_refused_with_a_code);
	g_test_add_func ("/library/resolve/work-is-given-up-in-the-middle",
	                 test_work_is_given_up_in_the_middle);
	g_test_add_func ("/library/resolve/async-gives-the-same", test_async_gives_the_same);
	ADD_KEPT ("/library/decisions/accepted-proposal-joins", test_accepted_proposal_joins);
	ADD_KEPT ("/library/decisions/undone-decision-does-not-stand",
	          test_undone_decision_does_not_stand);
	ADD_KEPT ("/library/decisions/log-is-that-of-the-program", test_log_is_that_of_the_program);
	ADD_KEPT ("/library/decisions/files-are-taken-in", test_files_of_decisions_are_taken_in);
	ADD_KEPT ("/library/decisions/log-without-network-has-keys",
	          test_log_without_network_has_keys);
	return g_test_run ();
}
