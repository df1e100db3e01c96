/* tests/library/test-results.c: long work of the library, and results byte for byte */
#include <fairlead.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#include "tests/library/demo-case.h"

static FleadQuestion *
demo_question (guint limit, guint draws)
{
	const char *const target[] = { "programme:DPRK", NULL };
	FleadQuestion *question = flead_question_new (target);

	g_object_set (question, "limit", limit, "draws", draws, NULL);
	return question;
}

static FleadRanking *
demo_ranking (FleadQuestion *question)
{
	g_autoptr (FleadNetwork) network = demo_network ();
	g_autoptr (GError) error = NULL;
	FleadRanking *ranking = flead_network_rank (network, question, NULL, NULL, NULL, &error);

	g_assert_no_error (error);
	return ranking;
}

/* ---- the same bytes ---- */

static void
test_ranking_is_that_of_the_program (void)
{
	const char *const json[] = {
		"--target", "programme:DPRK", "--format", "json",      "--draws", "20", "--paths",
		"2",        "--limit",        "9",        "--measure", "katz",    NULL
	};
	const char *const csv[] = { "--target",  "programme:DPRK", "--format", "csv",     "--draws",
		                    "20",        "--paths",        "2",        "--limit", "9",
		                    "--measure", "katz",           NULL };
	const char *const measures[] = { "katz", NULL };
	g_autoptr (FleadQuestion) question = demo_question (9, 20);
	g_autoptr (FleadRanking) ranking = NULL;

	g_object_set (question, "paths", 2, "measures", measures, NULL);
	ranking = demo_ranking (question);
	demo_assert_same (ranking, FLEAD_FORMAT_JSON, "rank", json);
	demo_assert_same (ranking, FLEAD_FORMAT_CSV, "rank", csv);
}

static void
test_lists_are_those_of_the_program (void)
{
	const char *const check[] = { "--format", "json", NULL };
	const char *const show[] = { "programme:DPRK", "--format", "csv", NULL };
	const char *const target[] = { "programme:DPRK", NULL };
	g_autoptr (FleadCase) plan = demo_case ();
	g_autoptr (FleadNetwork) network = NULL;
	g_autoptr (FleadList) list = NULL;

	g_object_set (plan, "hashes", TRUE, NULL);
	network = flead_case_load (plan, NULL, NULL, NULL, NULL);
	list = flead_network_select (network, target, NULL);

	demo_assert_same (network, FLEAD_FORMAT_JSON, "check", check);
	demo_assert_same (list, FLEAD_FORMAT_CSV, "show", show);
}

static void
test_others_are_those_of_the_program (void)
{
	const char *const path[] = { "imo:3112048", "programme:DPRK", "--format", "json", NULL };
	const char *const own[] = { "imo:3112048", "--format", "json", NULL };
	const char *const vessel[] = { "imo:3112048", "--format", "json", NULL };
	const char *const supply[] = {
		"--cap", "refined", "--year", "2023", "--format", "csv", NULL
	};
	g_autoptr (FleadNetwork) network = demo_network ();
	g_autoptr (FleadEntity) ship = flead_network_find (network, "imo:3112048");
	g_autoptr (FleadPaths) paths =
		flead_network_find_paths (network, path[0], path[1], 10, 0, FLEAD_PATH_ANY_TIME,
	                                  FALSE, NULL, NULL, NULL, NULL);
	g_autoptr (FleadOwnership) ownership = flead_network_find_ownership (
		network, own[0], FALSE, NULL, NULL, 20, NULL, NULL, NULL, NULL);
	g_autoptr (FleadVesselTimeline) timeline =
		flead_entity_find_timeline (ship, NULL, NULL, NULL, NULL, NULL);
	g_autoptr (FleadSupply) deliveries = flead_network_estimate_supply (
		network, "refined", 2023, NULL, NULL, NULL, NULL, NULL);

	demo_assert_same (paths, FLEAD_FORMAT_JSON, "path", path);
	demo_assert_same (ownership, FLEAD_FORMAT_JSON, "own", own);
	demo_assert_same (timeline, FLEAD_FORMAT_JSON, "vessel", vessel);
	demo_assert_same (deliveries, FLEAD_FORMAT_CSV, "supply", supply);
}

/* ---- rankings ---- */

static void
test_ranking_lists_parties (void)
{
	g_autoptr (FleadQuestion) question = demo_question (0, 5);
	g_autoptr (FleadRanking) ranking = demo_ranking (question);
	GListModel *list = G_LIST_MODEL (ranking);
	g_autoptr (FleadRankedParty) first = g_list_model_get_item (list, 0);
	g_autoptr (FleadEntity) entity = flead_ranked_party_dup_entity (first);
	g_autoptr (FleadRankedParty) again = flead_ranking_dup_party (ranking, entity);
	guint low, high;
	double top;

	g_assert_cmpuint (g_list_model_get_n_items (list), ==, 171);
	g_assert_cmpuint (flead_ranking_get_n_targets (ranking), ==, 12);
	g_assert_cmpstr (flead_entity_get_name (entity), ==, "Hesper Amber Shipping Ltd");
	g_assert_cmpuint (flead_ranked_party_get_rank (again), ==, 1);
	g_assert_cmpfloat (flead_ranked_party_get_component (first, FLEAD_COMPONENT_CONTROL), ==,
	                   1.0);
	g_assert_true (flead_ranked_party_get_spread (first, &low, &high, &top));
	g_assert_cmpuint (low, <=, high);
	g_assert_false (isnan (flead_ranking_get_kept (ranking)));
}

static void
test_ranking_without_draws_has_no_spread (void)
{
	g_autoptr (FleadQuestion) question = demo_question (3, 0);
	g_autoptr (FleadRanking) ranking = demo_ranking (question);
	g_autoptr (FleadRankedParty) first = g_list_model_get_item (G_LIST_MODEL (ranking), 0);

	g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (ranking)), ==, 3);
	g_assert_false (flead_ranked_party_get_spread (first, NULL, NULL, NULL));
	g_assert_true (isnan (flead_ranking_get_kept (ranking)));
}

static void
test_evidence_leads_to_the_target (void)
{
	g_autoptr (FleadQuestion) question = demo_question (3, 0);
	g_autoptr (FleadRanking) ranking = demo_ranking (question);
	g_autoptr (FleadRankedParty) first = g_list_model_get_item (G_LIST_MODEL (ranking), 0);
	g_autoptr (FleadEntity) entity = flead_ranked_party_dup_entity (first);
	g_autoptr (FleadPaths) paths = flead_ranking_dup_evidence (ranking, entity, 1);
	g_autoptr (FleadPath) path = g_list_model_get_item (G_LIST_MODEL (paths), 0);
	guint n = g_list_model_get_n_items (G_LIST_MODEL (path));
	g_autoptr (FleadHop) last = g_list_model_get_item (G_LIST_MODEL (path), n - 1);
	g_autoptr (FleadEntity) end = flead_hop_dup_to (last);

	g_assert_true (flead_entity_get_is_listed (end));
	g_assert_cmpfloat (flead_path_get_confidence (path), >, 0.0);
	g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (last)), >, 0);
}

static void
test_question_is_refused_with_a_code (void)
{
	g_autoptr (FleadNetwork) network = demo_network ();
	static const struct {
		const char *target;
		const char *measure;
		FleadError code;
	} cases[] = {
		{ NULL, NULL, FLEAD_ERROR_USAGE },
		{ "programme:ATLANTIS", NULL, FLEAD_ERROR_UNKNOWN_REFERENCE },
		{ "programme:DPRK", "beauty", FLEAD_ERROR_USAGE },
	};

	for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
		const char *const target[] = { cases[i].target, NULL };
		const char *const measures[] = { cases[i].measure, NULL };
		g_autoptr (FleadQuestion) question = flead_question_new (target);
		g_autoptr (GError) error = NULL;

		g_object_set (question, "measures", measures, NULL);
		g_assert_null (flead_network_rank (network, question, NULL, NULL, NULL, &error));
		g_assert_error (error, FLEAD_ERROR, (gint) cases[i].code);
	}
}

/* ---- progress, and giving up ---- */

typedef struct {
	GCancellable *cancellable; /* fired at the first word; NULL: not */
	GThread *thread;           /* in which words must come */
	guint n_words;
	guint n_freed;
} Listener;

static void
listen (const char *what, guint64 done, guint64 total, gpointer data)
{
	Listener *self = data;

	g_assert_nonnull (what);
	g_assert_true (total == 0 || done <= total);
	g_assert_true (self->thread == g_thread_self ());
	self->n_words++;
	if (self->cancellable != NULL)
		g_cancellable_cancel (self->cancellable);
}

static void
count_freed (gpointer data)
{
	((Listener *) data)->n_freed++;
}

static void
test_work_tells_how_far_it_is (void)
{
	g_autoptr (FleadCase) plan = demo_case ();
	g_autoptr (FleadQuestion) question = demo_question (0, 2);
	Listener listener = { .thread = g_thread_self () };
	g_autoptr (FleadNetwork) network = flead_case_load (plan, NULL, listen, &listener, NULL);
	g_autoptr (FleadRanking) ranking = NULL;
	guint n_loading = listener.n_words;

	g_assert_cmpuint (n_loading, >, 0);
	ranking = flead_network_rank (network, question, NULL, listen, &listener, NULL);
	g_assert_cmpuint (listener.n_words, >, n_loading);
}

static void
test_work_is_given_up_in_the_middle (void)
{
	g_autoptr (GCancellable) cancellable = g_cancellable_new ();
	g_autoptr (FleadQuestion) question = demo_question (0, 2);
	g_autoptr (FleadNetwork) network = demo_network ();
	g_autoptr (FleadCase) plan = demo_case ();
	Listener listener = { .cancellable = cancellable, .thread = g_thread_self () };
	g_autoptr (GError) error = NULL;

	g_assert_null (flead_case_load (plan, cancellable, listen, &listener, &error));
	g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	g_clear_error (&error);
	g_cancellable_reset (cancellable);
	g_assert_null (
		flead_network_rank (network, question, cancellable, listen, &listener, &error));
	g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* ---- in a thread ---- */

typedef struct {
	GAsyncResult *result;
} Waiting;

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
	(void) source;
	((Waiting *) data)->result = g_object_ref (result);
}

/* (transfer full) */
static GAsyncResult *
wait_for (Waiting *waiting)
{
	while (waiting->result == NULL)
		g_main_context_iteration (NULL, TRUE);
	return g_steal_pointer (&waiting->result);
}

static void
test_async_gives_the_same (void)
{
	g_autoptr (FleadCase) plan = demo_case ();
	g_autoptr (FleadQuestion) question = demo_question (3, 0);
	Listener listener = { .thread = g_thread_self () };
	g_autoptr (FleadNetwork) network = NULL;
	g_autoptr (FleadRanking) ranking = NULL;
	g_autoptr (GError) error = NULL;
	Waiting waiting = { NULL };
	GAsyncResult *result;

	flead_case_load_async (plan, NULL, listen, &listener, count_freed, on_done, &waiting);
	g_object_set (plan, "inputs", NULL, NULL); /* what is loaded is what was asked for then */
	result = wait_for (&waiting);
	network = flead_case_load_finish (plan, result, &error);
	g_object_unref (result);
	g_assert_no_error (error);
	g_assert_cmpuint (flead_network_get_n_entities (network), ==, 212);
	g_assert_cmpuint (listener.n_words, >, 0);

	flead_network_rank_async (network, question, NULL, NULL, NULL, NULL, on_done, &waiting);
	result = wait_for (&waiting);
	ranking = flead_network_rank_finish (network, result, &error);
	g_object_unref (result);
	g_assert_no_error (error);
	g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (ranking)), ==, 3);
	while (g_atomic_int_get ((gint *) &listener.n_freed) == 0)
		g_main_context_iteration (NULL, FALSE);
	g_assert_cmpuint (listener.n_freed, ==, 1);
}

static void
test_async_is_given_up (void)
{
	g_autoptr (GCancellable) cancellable = g_cancellable_new ();
	g_autoptr (FleadCase) plan = demo_case ();
	g_autoptr (GAsyncResult) result = NULL;
	g_autoptr (GError) error = NULL;
	Waiting waiting = { NULL };

	flead_case_load_async (plan, cancellable, NULL, NULL, NULL, on_done, &waiting);
	g_cancellable_cancel (cancellable);
	result = wait_for (&waiting);
	g_assert_null (flead_case_load_finish (plan, result, &error));
	g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* ---- streams ---- */

static void
test_write_tells_what_the_stream_says (void)
{
	char room[64];
	g_autoptr (GOutputStream) stream =
		g_memory_output_stream_new (room, sizeof room, NULL, NULL);
	g_autoptr (FleadQuestion) question = demo_question (3, 0);
	g_autoptr (FleadRanking) ranking = demo_ranking (question);
	g_autoptr (GError) error = NULL;

	g_assert_false (flead_result_write (FLEAD_RESULT (ranking), FLEAD_FORMAT_JSON, stream, NULL,
	                                    &error));
	g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

int
main (int argc, char **argv)
{
	setlocale (LC_ALL, "");
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/library/bytes/ranking-is-that-of-the-program",
	                 test_ranking_is_that_of_the_program);
	g_test_add_func ("/library/bytes/lists-are-those-of-the-program",
	                 test_lists_are_those_of_the_program);
	g_test_add_func ("/library/bytes/others-are-those-of-the-program",
	                 test_others_are_those_of_the_program);
	g_test_add_func ("/library/ranking/lists-parties", test_ranking_lists_parties);
	g_test_add_func ("/library/ranking/without-draws-has-no-spread",
	                 test_ranking_without_draws_has_no_spread);
	g_test_add_func ("/library/evidence/leads-to-the-target",
	                 test_evidence_leads_to_the_target);
	g_test_add_func ("/library/question/is-refused-with-a-code",
	                 test_question_is_refused_with_a_code);
	g_test_add_func ("/library/progress/tells-how-far-it-is", test_work_tells_how_far_it_is);
	g_test_add_func ("/library/progress/is-given-up-in-the-middle",
	                 test_work_is_given_up_in_the_middle);
	g_test_add_func ("/library/async/gives-the-same", test_async_gives_the_same);
	g_test_add_func ("/library/async/is-given-up", test_async_is_given_up);
	g_test_add_func ("/library/write/tells-what-the-stream-says",
	                 test_write_tells_what_the_stream_says);
	return g_test_run ();
}
