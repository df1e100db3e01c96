/* tests/library/test-results.c: results of the library, byte for byte those of the program */
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
		flead_entity_find_timeline (ship, NULL, NULL, NULL, NULL, NULL, NULL);
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
	g_test_add_func ("/library/write/tells-what-the-stream-says",
	                 test_write_tells_what_the_stream_says);
	return g_test_run ();
}
