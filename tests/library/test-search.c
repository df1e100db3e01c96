/* tests/library/test-search.c: entities that a text may mean, found by the library */
#include <locale.h>
#include <math.h>
#include <string.h>

#include "tests/library/four-lists.h"

static FleadHits *
search (FleadNetwork *network, const char *text, const char *kind)
{
	g_autoptr (GError) error = NULL;
	FleadHits *hits = flead_network_search (network, text, kind, 20, NULL, NULL, NULL, &error);

	g_assert_no_error (error);
	return hits;
}

static void
test_bytes_are_those_of_the_program (void)
{
	static const char *const texts[] = { "paem chol soo", "IMO 9311000",   "imo:9311000",
		                             "14 quay road",  "nobody at all", "=1+1" };
	g_autoptr (FleadNetwork) network = four_lists_network ();

	for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
		const char *const csv[] = { "search", "--format", "csv", texts[i], NULL };
		const char *const json[] = { "search", "--format", "json", texts[i], NULL };
		g_autoptr (FleadHits) hits = search (network, texts[i], NULL);

		assert_as_program (hits, FLEAD_FORMAT_CSV, csv, TRUE);
		assert_as_program (hits, FLEAD_FORMAT_JSON, json, TRUE);
	}
}

static void
test_name_is_found_with_typing_errors (void)
{
	g_autoptr (FleadNetwork) network = four_lists_network ();
	g_autoptr (FleadHits) hits = search (network, "tidemrk bunkr", "company");
	g_autoptr (FleadHit) hit = g_list_model_get_item (G_LIST_MODEL (hits), 0);
	g_autoptr (FleadEntity) entity = flead_hit_dup_entity (hit);
	g_autoptr (FleadSource) source = flead_hit_dup_source (hit);
	g_autofree char *why = cell_of (hits, "why", 0);

	g_assert_cmpstr (flead_entity_get_id (entity), ==, "imo-company:5711014");
	g_assert_cmpstr (flead_hit_get_text (hit), ==, "TIDEMARK BUNKER PTE");
	g_assert_cmpstr (flead_hit_get_found_by (hit), ==, "name");
	g_assert_cmpfloat (flead_hit_get_similarity (hit), >, 0.6);
	g_assert_cmpfloat (flead_hit_get_evidence (hit), >, 1.0);
	g_assert_cmpstr (flead_hit_get_why (hit), ==, why);
	g_assert_nonnull (strstr (why, "alike"));
	g_assert_null (flead_hit_get_scheme (hit));
	g_assert_true (g_str_has_suffix (source->file, "roles.csv"));
	g_assert_cmpuint (source->line, ==, 3);
}

static void
test_number_is_found_with_its_scheme (void)
{
	g_autoptr (FleadNetwork) network = four_lists_network ();
	g_autoptr (FleadHits) hits = search (network, "9311000", NULL);
	g_autoptr (FleadHit) hit = g_list_model_get_item (G_LIST_MODEL (hits), 0);

	g_assert_cmpstr (flead_hit_get_found_by (hit), ==, "number");
	g_assert_cmpstr (flead_hit_get_scheme (hit), ==, "imo");
	g_assert_cmpfloat (flead_hit_get_similarity (hit), ==, 1.0);
	g_assert_true (isnan (flead_hit_get_evidence (hit)));
}

static void
test_question_is_refused_with_a_code (void)
{
	g_autoptr (FleadNetwork) network = four_lists_network ();
	g_autoptr (GError) error = NULL;

	g_assert_null (flead_network_search (network, "x", "beauty", 20, NULL, NULL, NULL, &error));
	g_assert_error (error, FLEAD_ERROR, FLEAD_ERROR_USAGE);
	g_clear_error (&error);
	g_assert_null (flead_network_search (network, "x", NULL, 0, NULL, NULL, NULL, &error));
	g_assert_error (error, FLEAD_ERROR, FLEAD_ERROR_USAGE);
}

/* ---- threads ---- */

static gpointer
search_often (gpointer network)
{
	guint n = 0;

	for (guint i = 0; i < 20; i++) {
		g_autoptr (FleadHits) hits = search (network, "paem chol su", NULL);

		n += g_list_model_get_n_items (G_LIST_MODEL (hits));
	}
	return GUINT_TO_POINTER (n);
}

static void
test_threads_find_the_same (void)
{
	g_autoptr (FleadNetwork) network = four_lists_network ();
	GThread *thread = g_thread_new ("search", search_often, network);
	gpointer here = search_often (network);

	g_assert_true (here == g_thread_join (thread));
	g_assert_cmpuint (GPOINTER_TO_UINT (here), >=, 60);
}

int
main (int argc, char **argv)
{
	setlocale (LC_ALL, "");
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/library/search/bytes-are-those-of-the-program",
	                 test_bytes_are_those_of_the_program);
	g_test_add_func ("/library/search/name-is-found-with-typing-errors",
	                 test_name_is_found_with_typing_errors);
	g_test_add_func ("/library/search/number-is-found-with-its-scheme",
	                 test_number_is_found_with_its_scheme);
	g_test_add_func ("/library/search/question-is-refused-with-a-code",
	                 test_question_is_refused_with_a_code);
	g_test_add_func ("/library/search/threads-find-the-same", test_threads_find_the_same);
	return g_test_run ();
}
