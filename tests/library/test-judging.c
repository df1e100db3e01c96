/* tests/library/test-judging.c: disruptions, explanations and backtests of the library */
#include <fairlead.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#include "tests/library/demo-case.h"

#define TARGET "programme:DPRK"

static const char *const target[] = { TARGET, NULL };

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
	(void) source;
	*(GAsyncResult **) data = g_object_ref (result);
}

/* ---- disruptions ---- */

static FleadDisruption *
disrupt (FleadDisruptQuestion *question)
{
	g_autoptr (FleadNetwork) network = demo_network ();
	g_autoptr (GError) error = NULL;
	FleadDisruption *found =
		flead_network_disrupt (network, question, NULL, NULL, NULL, &error);

	g_assert_no_error (error);
	return found;
}

static void
test_disruption_is_that_of_the_program (void)
{
	const char *const json[] = { "--target", TARGET,      "--budget", "2",      "--candidates",
		                     "20",       "--protect", "kind",     "--cost", "x",
		                     "--format", "json",      "--limit",  "4",      NULL };
	const char *const csv[] = { "--target", TARGET, "--links",  "--candidates", "20",
		                    "--limit",  "0",    "--format", "csv",          NULL };
	const char *const protect[] = { "imo:3112048", NULL };
	const char *const costs[] = { "2=imo-company:9704795", NULL };
	g_autoptr (FleadDisruptQuestion) whom = flead_disrupt_question_new (target);
	g_autoptr (FleadDisruptQuestion) which = flead_disrupt_question_new (target);
	g_autoptr (FleadDisruption) designations = NULL;
	g_autoptr (FleadDisruption) cuts = NULL;
	const char *options[G_N_ELEMENTS (json)];

	memcpy (options, json, sizeof json);
	options[7] = protect[0];
	options[9] = costs[0];
	g_object_set (whom, "budget", 2, "candidates", 20, "protect", protect, "costs", costs,
	              "limit", 4, NULL);
	g_object_set (which, "links", TRUE, "candidates", 20, NULL);
	designations = disrupt (whom);
	cuts = disrupt (which);
	demo_assert_same (designations, FLEAD_FORMAT_JSON, "disrupt", options);
	demo_assert_same (cuts, FLEAD_FORMAT_CSV, "disrupt", csv);
}

static void
test_disruption_lists_moves (void)
{
	g_autoptr (FleadDisruptQuestion) question = flead_disrupt_question_new (target);
	g_autoptr (FleadDisruption) found = NULL;
	g_autoptr (FleadMove) first = NULL;
	g_autoptr (FleadMove) last = NULL;
	g_autoptr (FleadEntity) entity = NULL;
	guint n;

	g_object_set (question, "budget", 2, "candidates", 20, NULL);
	found = disrupt (question);
	n = g_list_model_get_n_items (G_LIST_MODEL (found));
	first = g_list_model_get_item (G_LIST_MODEL (found), 0);
	last = g_list_model_get_item (G_LIST_MODEL (found), n - 1);
	entity = flead_move_dup_entity (first);
	g_assert_cmpuint (n, >, 2);
	g_assert_cmpstr (flead_move_get_what (first), ==, "designate");
	g_assert_nonnull (entity);
	g_assert_cmpuint (flead_move_get_cost (first), ==, 1);
	g_assert_cmpfloat (flead_move_get_loss (first), >, 0.0);
	g_assert_cmpstr (flead_move_get_what (last), ==, "warn");
	g_assert_nonnull (flead_move_get_role (last));
	g_assert_true (isnan (flead_move_get_loss (last)));
	g_assert_cmpfloat (flead_disruption_get_left (found), <,
	                   flead_disruption_get_access (found));
	g_assert_cmpfloat (flead_disruption_get_left (found), <=,
	                   flead_disruption_get_after_answer (found));
}

static void
test_disruption_in_a_thread (void)
{
	g_autoptr (FleadNetwork) network = demo_network ();
	g_autoptr (FleadDisruptQuestion) question = flead_disrupt_question_new (target);
	g_autoptr (GCancellable) cancellable = g_cancellable_new ();
	g_autoptr (GError) error = NULL;

	g_object_set (question, "budget", 2, "candidates", 20, NULL);
	for (guint with_cancel = 0; with_cancel < 2; with_cancel++) {
		g_autoptr (GAsyncResult) result = NULL;
		g_autoptr (FleadDisruption) found = NULL;

		flead_network_disrupt_async (network, question, with_cancel ? cancellable : NULL,
		                             NULL, NULL, NULL, on_done, &result);
		if (with_cancel)
			g_cancellable_cancel (cancellable);
		while (result == NULL)
			g_main_context_iteration (NULL, TRUE);
		found = flead_network_disrupt_finish (network, result, &error);
		g_assert_true ((found != NULL) == !with_cancel);
	}
	g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_disruption_is_refused_with_a_code (void)
{
	const char *const bad[] = { "x", NULL };
	g_autoptr (FleadNetwork) network = demo_network ();
	g_autoptr (FleadDisruptQuestion) question = flead_disrupt_question_new (target);
	g_autoptr (GError) error = NULL;

	g_object_set (question, "costs", bad, NULL);
	g_assert_null (flead_network_disrupt (network, question, NULL, NULL, NULL, &error));
	g_assert_error (error, FLEAD_ERROR, FLEAD_ERROR_USAGE);
	g_clear_error (&error);
	g_object_set (question, "costs", NULL, "answers", 101, NULL);
	g_assert_null (flead_network_disrupt (network, question, NULL, NULL, NULL, &error));
	g_assert_error (error, FLEAD_ERROR, FLEAD_ERROR_USAGE);
	g_clear_error (&error);
	g_object_set (question, "answers", 0, "links", TRUE, "protect", target, NULL);
	g_assert_null (flead_network_disrupt (network, question, NULL, NULL, NULL, &error));
	g_assert_error (error, FLEAD_ERROR, FLEAD_ERROR_USAGE);
}

/* ---- explanations ---- */

#define PARTY "imo-company:9704795"

static FleadRanking *
demo_ranking (void)
{
	g_autoptr (FleadNetwork) network = demo_network ();
	g_autoptr (FleadQuestion) question = flead_question_new (target);

	g_object_set (question, "draws", 0, NULL);
	return flead_network_rank (network, question, NULL, NULL, NULL, NULL);
}

static void
test_explanation_is_that_of_the_program (void)
{
	const char *const json[] = { PARTY, "--target", TARGET, "--format", "json", NULL };
	g_autoptr (FleadRanking) ranking = demo_ranking ();
	g_autoptr (FleadEntity) party =
		flead_network_find (flead_ranking_get_network (ranking), PARTY);
	g_autoptr (GError) error = NULL;
	g_autoptr (FleadExplanation) explanation =
		flead_ranking_explain (ranking, party, 3, NULL, &error);

	g_assert_no_error (error);
	demo_assert_same (explanation, FLEAD_FORMAT_JSON, "explain", json);
	g_assert_null (
		flead_result_dup_text (FLEAD_RESULT (explanation), FLEAD_FORMAT_CSV, &error));
	g_assert_error (error, FLEAD_ERROR, FLEAD_ERROR_USAGE);
}

static void
test_explanation_tells_what_carries (void)
{
	g_autoptr (FleadRanking) ranking = demo_ranking ();
	g_autoptr (FleadEntity) party =
		flead_network_find (flead_ranking_get_network (ranking), PARTY);
	g_autoptr (FleadExplanation) explanation =
		flead_ranking_explain (ranking, party, 2, NULL, NULL);
	g_autoptr (FleadRankedParty) row = flead_explanation_dup_party (explanation);
	g_autoptr (FleadPath) path = g_list_model_get_item (G_LIST_MODEL (explanation), 0);
	g_autoptr (FleadTable) table = flead_result_dup_table (FLEAD_RESULT (explanation));
	g_auto (GStrv) signals = flead_explanation_dup_signals (explanation);
	double sum = 0.0;

	for (guint i = FLEAD_COMPONENT_PROXIMITY; i <= FLEAD_COMPONENT_SIGNALS; i++)
		sum += flead_explanation_get_share (explanation, (FleadComponent) i);
	g_assert_cmpfloat_with_epsilon (sum, 1.0, 1e-9);
	g_assert_cmpuint (flead_ranked_party_get_rank (row), ==, 1);
	g_assert_nonnull (path);
	g_assert_cmpuint (flead_table_get_n_rows (table), ==, 5);
	g_assert_nonnull (signals);
	g_assert_cmpfloat (flead_explanation_get_exposure (explanation), >, 0.0);
	g_assert_cmpuint (flead_explanation_get_n_removed (explanation), >, 0);
	g_assert_cmpuint (flead_explanation_get_rank_without (explanation, 1), >=, 1);
}

static void
test_explanation_in_a_thread (void)
{
	g_autoptr (FleadRanking) ranking = demo_ranking ();
	FleadNetwork *network = flead_ranking_get_network (ranking);
	g_autoptr (FleadEntity) party = flead_network_find (network, PARTY);
	g_autoptr (FleadList) targets = flead_network_select (network, target, NULL);
	g_autoptr (FleadEntity) listed = g_list_model_get_item (G_LIST_MODEL (targets), 0);
	g_autoptr (GCancellable) cancellable = g_cancellable_new ();
	g_autoptr (GError) error = NULL;

	for (guint with_cancel = 0; with_cancel < 2; with_cancel++) {
		g_autoptr (GAsyncResult) result = NULL;
		g_autoptr (FleadExplanation) found = NULL;

		flead_ranking_explain_async (ranking, party, 3, with_cancel ? cancellable : NULL,
		                             on_done, &result);
		if (with_cancel)
			g_cancellable_cancel (cancellable);
		while (result == NULL)
			g_main_context_iteration (NULL, TRUE);
		found = flead_ranking_explain_finish (ranking, result, &error);
		g_assert_true ((found != NULL) == !with_cancel);
	}
	g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	g_clear_error (&error);
	/* of the target itself */
	g_assert_null (flead_ranking_explain (ranking, listed, 3, NULL, &error));
	g_assert_error (error, FLEAD_ERROR, FLEAD_ERROR_USAGE);
}

/* ---- backtests ---- */

#define DAY "2022-12-31"
#define LABEL PARTY

static FleadBacktestQuestion *
demo_question (void)
{
	const char *const label[] = { LABEL, NULL };
	FleadBacktestQuestion *question = flead_backtest_question_new (DAY, target, label);

	g_object_set (question, "draws", 20, NULL);
	return question;
}

static void
test_backtest_is_that_of_the_program (void)
{
	const char *const json[] = { "--as-of", DAY,  "--target", TARGET, "--labels", LABEL,
		                     "--draws", "20", "--format", "json", NULL };
	const char *const csv[] = { "--as-of", DAY,  "--target", TARGET, "--labels", LABEL,
		                    "--draws", "20", "--format", "csv",  NULL };
	g_autoptr (FleadNetwork) network = demo_network ();
	g_autoptr (FleadBacktestQuestion) question = demo_question ();
	g_autoptr (GError) error = NULL;
	g_autoptr (FleadBacktest) backtest =
		flead_network_backtest (network, question, NULL, NULL, NULL, &error);

	g_assert_no_error (error);
	demo_assert_same (backtest, FLEAD_FORMAT_JSON, "backtest", json);
	demo_assert_same (backtest, FLEAD_FORMAT_CSV, "backtest", csv);
}

static void
test_backtest_lists_measures (void)
{
	g_autoptr (FleadNetwork) network = demo_network ();
	g_autoptr (FleadBacktestQuestion) question = demo_question ();
	g_autoptr (FleadBacktest) backtest =
		flead_network_backtest (network, question, NULL, NULL, NULL, NULL);
	g_autoptr (FleadMeasured) first = g_list_model_get_item (G_LIST_MODEL (backtest), 0);
	g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
	g_autoptr (GBytes) chart = flead_backtest_draw (backtest, NULL, NULL);
	double auc, low, high;

	auc = flead_measured_get_auc (first, &low, &high);
	g_assert_cmpstr (flead_measured_get_measure (first), ==, "score");
	g_assert_cmpstr (flead_measured_get_kind (first), ==, "all");
	g_assert_false (flead_measured_get_is_baseline (first));
	g_assert_cmpuint (flead_measured_get_n_labelled (first), >, 0);
	g_assert_cmpuint (flead_measured_get_n (first), >, flead_measured_get_n_labelled (first));
	g_assert_true (low <= high && auc > 0.0 && auc <= 1.0);
	g_assert_nonnull (g_strstr_len (g_bytes_get_data (chart, NULL), 200, "<svg"));
	g_assert_true (flead_backtest_write_parties (backtest, stream, NULL, NULL));
	g_assert_cmpuint (g_seekable_tell (G_SEEKABLE (stream)), >, 1000);
}

static void
test_backtest_in_a_thread (void)
{
	g_autoptr (FleadNetwork) network = demo_network ();
	g_autoptr (FleadBacktestQuestion) question = demo_question ();
	g_autoptr (GCancellable) cancellable = g_cancellable_new ();
	g_autoptr (GError) error = NULL;

	for (guint with_cancel = 0; with_cancel < 2; with_cancel++) {
		g_autoptr (GAsyncResult) result = NULL;
		g_autoptr (FleadBacktest) found = NULL;

		flead_network_backtest_async (network, question, with_cancel ? cancellable : NULL,
		                              NULL, NULL, NULL, on_done, &result);
		if (with_cancel)
			g_cancellable_cancel (cancellable);
		while (result == NULL)
			g_main_context_iteration (NULL, TRUE);
		found = flead_network_backtest_finish (network, result, &error);
		g_assert_true ((found != NULL) == !with_cancel);
	}
	g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_backtest_is_refused_with_a_code (void)
{
	static const struct {
		const char *name;
		const char *value;
	} cases[] = { { "as-of", NULL }, { "as-of", "June" }, { "until", "2001-01-01" } };
	g_autoptr (FleadNetwork) network = demo_network ();

	for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
		g_autoptr (FleadBacktestQuestion) question = demo_question ();
		g_autoptr (GError) error = NULL;

		g_object_set (question, cases[i].name, cases[i].value, NULL);
		g_assert_null (
			flead_network_backtest (network, question, NULL, NULL, NULL, &error));
		g_assert_error (error, FLEAD_ERROR, FLEAD_ERROR_USAGE);
	}
}

int
main (int argc, char **argv)
{
	setlocale (LC_ALL, "");
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/library/disruption/is-that-of-the-program",
	                 test_disruption_is_that_of_the_program);
	g_test_add_func ("/library/disruption/lists-moves", test_disruption_lists_moves);
	g_test_add_func ("/library/disruption/in-a-thread", test_disruption_in_a_thread);
	g_test_add_func ("/library/disruption/is-refused-with-a-code",
	                 test_disruption_is_refused_with_a_code);
	g_test_add_func ("/library/explanation/is-that-of-the-program",
	                 test_explanation_is_that_of_the_program);
	g_test_add_func ("/library/explanation/tells-what-carries",
	                 test_explanation_tells_what_carries);
	g_test_add_func ("/library/explanation/in-a-thread", test_explanation_in_a_thread);
	g_test_add_func ("/library/backtest/is-that-of-the-program",
	                 test_backtest_is_that_of_the_program);
	g_test_add_func ("/library/backtest/lists-measures", test_backtest_lists_measures);
	g_test_add_func ("/library/backtest/in-a-thread", test_backtest_in_a_thread);
	g_test_add_func ("/library/backtest/is-refused-with-a-code",
	                 test_backtest_is_refused_with_a_code);
	return g_test_run ();
}
