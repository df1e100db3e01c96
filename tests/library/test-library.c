/* tests/library/test-library.c: the public interface as a program in C meets it */
#include <fairlead.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "tests/library/demo-case.h"

/* ---- loading ---- */

static void
test_load_counts_what_was_read (void)
{
	g_autoptr (FleadNetwork) network = demo_network ();

	g_assert_cmpuint (flead_network_get_n_entities (network), ==, 212);
	g_assert_cmpuint (flead_network_get_n_links (network), ==, 471);
	g_assert_cmpuint (flead_network_get_n_records (network), ==, 437);
}

static void
test_load_fails_with_a_code (void)
{
	static const struct {
		const char *input;
		const char *as_of;
		FleadError code;
	} cases[] = {
		{ NULL, NULL, FLEAD_ERROR_USAGE },
		{ "there-is-no-such-file", NULL, FLEAD_ERROR_IO },
		{ "/dev/null", "the ides of March", FLEAD_ERROR_USAGE },
	};

	for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
		const char *const inputs[] = { cases[i].input, NULL };
		g_autoptr (FleadCase) plan = flead_case_new (inputs);
		g_autoptr (FleadNetwork) network = NULL;
		g_autoptr (GError) error = NULL;

		g_object_set (plan, "as-of", cases[i].as_of, NULL);
		network = flead_case_load (plan, NULL, NULL, NULL, &error);
		g_assert_null (network);
		g_assert_error (error, FLEAD_ERROR, (gint) cases[i].code);
	}
}

static void
test_load_as_of_a_day_knows_less (void)
{
	g_autoptr (FleadCase) plan = demo_case ();
	g_autoptr (FleadNetwork) network = NULL;
	g_autoptr (GError) error = NULL;

	g_object_set (plan, "as-of", "2015-01-01", NULL);
	network = flead_case_load (plan, NULL, NULL, NULL, &error);
	g_assert_no_error (error);
	g_assert_cmpuint (flead_network_get_n_links (network), <, 471);
}

static void
test_keep_is_loaded_the_same (void)
{
	g_autofree char *folder = g_dir_make_tmp ("fairlead-XXXXXX", NULL);
	g_autofree char *path = g_build_filename (folder, "kept.fairlead", NULL);
	const char *const inputs[] = { path, NULL };
	g_autoptr (FleadCase) plan = demo_case ();
	g_autoptr (FleadCase) kept = flead_case_new (inputs);
	g_autoptr (FleadNetwork) network = NULL;
	g_autoptr (GError) error = NULL;

	g_assert_true (flead_case_keep (plan, path, NULL, NULL, NULL, NULL, &error));
	g_assert_no_error (error);
	network = flead_case_load (kept, NULL, NULL, NULL, &error);
	g_assert_no_error (error);
	g_assert_cmpuint (flead_network_get_n_entities (network), ==, 212);
	g_assert_false (flead_case_keep (kept, path, NULL, NULL, NULL, NULL, &error));
	g_assert_error (error, FLEAD_ERROR, FLEAD_ERROR_USAGE);
	g_remove (path);
	g_rmdir (folder);
}

/* ---- entities, links, issues ---- */

static void
test_network_lists_entities (void)
{
	g_autoptr (FleadNetwork) network = demo_network ();
	GListModel *list = G_LIST_MODEL (network);
	g_autoptr (FleadEntity) found = flead_network_find (network, "imo:3112048");
	g_autoptr (FleadEntity) same = NULL;

	g_assert_true (g_list_model_get_item_type (list) == FLEAD_TYPE_ENTITY);
	g_assert_cmpstr (flead_entity_get_name (found), ==, "HESPER AMBER");
	g_assert_cmpstr (flead_entity_get_kind (found), ==, "vessel");
	g_assert_false (flead_entity_get_is_stub (found));
	same = g_list_model_get_item (list, flead_entity_get_position (found));
	g_assert_true (flead_entity_equal (found, same));
	g_assert_null (g_list_model_get_item (list, 212));
	g_assert_null (flead_network_find (network, "imo:0"));
}

static void
test_entity_tells_facts_and_links (void)
{
	g_autoptr (FleadNetwork) network = demo_network ();
	g_autoptr (FleadEntity) ship = flead_network_find (network, "imo:3112048");
	g_autoptr (GListModel) facts = flead_entity_dup_facts (ship);
	g_autoptr (GListModel) links = flead_entity_dup_links (ship);
	gboolean has_number = FALSE;

	for (guint i = 0; i < g_list_model_get_n_items (facts); i++) {
		g_autoptr (FleadFact) fact = g_list_model_get_item (facts, i);

		has_number |= strcmp (flead_fact_get_label (fact), "imo") == 0
		              && strcmp (flead_fact_get_value (fact), "3112048") == 0
		              && flead_fact_get_sources (fact)[0] != NULL;
	}
	g_assert_true (has_number);
	g_assert_cmpuint (g_list_model_get_n_items (links), ==, 7);
	for (guint i = 0; i < g_list_model_get_n_items (links); i++) {
		g_autoptr (FleadLink) link = g_list_model_get_item (links, i);
		g_autoptr (FleadEntity) from = flead_link_dup_from (link);
		g_autoptr (FleadEntity) to = flead_link_dup_to (link);
		g_autoptr (FleadSource) source = flead_link_dup_source (link);

		g_assert_true (flead_entity_equal (from, ship) || flead_entity_equal (to, ship));
		g_assert_cmpuint (source->line, >, 0);
	}
}

static void
test_select_names_what_it_lacks (void)
{
	g_autoptr (FleadNetwork) network = demo_network ();
	const char *const right[] = { "programme:DPRK", NULL };
	const char *const wrong[] = { "programme:ATLANTIS", NULL };
	g_autoptr (GError) error = NULL;
	g_autoptr (FleadList) list = flead_network_select (network, right, &error);

	g_assert_no_error (error);
	g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 12);
	g_assert_null (flead_network_select (network, wrong, &error));
	g_assert_error (error, FLEAD_ERROR, FLEAD_ERROR_UNKNOWN_REFERENCE);
	g_assert_nonnull (strstr (error->message, "ATLANTIS"));
}

static void
test_issues_have_sources (void)
{
	g_autoptr (FleadNetwork) network = demo_network ();
	g_autoptr (FleadList) issues = flead_network_dup_issues (network);
	g_autoptr (FleadIssue) issue = g_list_model_get_item (G_LIST_MODEL (issues), 0);
	g_autoptr (FleadSource) source = flead_issue_dup_source (issue);
	g_autofree char *text = flead_source_to_string (source);

	g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (issues)), ==, 3);
	g_assert_cmpstr (flead_issue_get_tag (issue), ==, "placeholder");
	g_assert_cmpint (flead_issue_get_severity (issue), ==, FLEAD_SEVERITY_INFO);
	g_assert_true (g_str_has_suffix (text, "roles.csv:19"));
}

/* ---- tables ---- */

/* Each text is what stands between its offsets, and what the cell says */
static void
test_table_holds_what_the_rows_say (void)
{
	g_autoptr (FleadNetwork) network = demo_network ();
	g_autoptr (FleadTable) table = flead_result_dup_table (FLEAD_RESULT (network));
	FleadColumn *names = flead_table_get_column (table, "name");
	const gint64 *offsets = g_bytes_get_data (flead_column_get_offsets (names), NULL);
	const char *letters = g_bytes_get_data (flead_column_get_values (names), NULL);

	g_assert_cmpuint (flead_table_get_n_rows (table), ==, 212);
	g_assert_null (flead_table_get_column (table, "no such column"));
	for (guint row = 0; row < 212; row++) {
		g_autoptr (FleadEntity) entity =
			g_list_model_get_item (G_LIST_MODEL (network), row);
		g_autofree char *cell = flead_column_dup_cell (names, row);

		g_assert_cmpstr (cell, ==, flead_entity_get_name (entity));
		g_assert_cmpmem (letters + offsets[row], offsets[row + 1] - offsets[row], cell,
		                 strlen (cell));
	}
}

static void
test_table_outlives_its_result (void)
{
	FleadNetwork *network = demo_network ();
	g_autoptr (FleadTable) links = flead_network_dup_links (network);
	FleadColumn *kinds = flead_table_get_column (links, "kind");
	g_autofree char *kind = NULL;

	g_assert_finalize_object (network);
	kind = flead_column_dup_cell (kinds, 0);
	g_assert_cmpstr (kind, ==, "address");
	g_assert_true (g_strv_contains (flead_column_get_words (kinds), "shareholder"));
}

/* ---- objects ---- */

/* Whoever holds an entity holds its network, and nobody else does */
static void
test_objects_keep_what_they_need (void)
{
	FleadNetwork *network = demo_network ();
	FleadEntity *entity = flead_network_find (network, "imo:3112048");
	gpointer watched = network;

	g_object_add_weak_pointer (G_OBJECT (network), &watched);
	g_object_unref (network);
	g_assert_nonnull (watched);
	g_assert_cmpstr (flead_entity_get_name (entity), ==, "HESPER AMBER");
	g_object_unref (entity);
	g_assert_null (watched);
}

/* What a language makes by itself, without the library, must not end the program */
static void
test_objects_made_by_others_are_empty (void)
{
	GType types[] = { FLEAD_TYPE_NETWORK, FLEAD_TYPE_LIST,      FLEAD_TYPE_RANKING,
		          FLEAD_TYPE_PATHS,   FLEAD_TYPE_OWNERSHIP, FLEAD_TYPE_VESSEL_TIMELINE,
		          FLEAD_TYPE_SUPPLY };

	for (guint i = 0; i < G_N_ELEMENTS (types); i++) {
		g_autoptr (GObject) object = g_object_new (types[i], NULL);
		g_autoptr (FleadTable) table = flead_result_dup_table (FLEAD_RESULT (object));

		g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (object)), ==, 0);
		g_assert_null (g_list_model_get_item (G_LIST_MODEL (object), 0));
		g_assert_cmpuint (flead_table_get_n_rows (table), ==, 0);
	}
}

static gpointer
read_everything (gpointer network)
{
	guint n = 0;

	for (guint i = 0; i < g_list_model_get_n_items (network); i++) {
		g_autoptr (FleadEntity) entity = g_list_model_get_item (network, i);
		g_autoptr (GListModel) facts = flead_entity_dup_facts (entity);
		g_autoptr (GListModel) links = flead_entity_dup_links (entity);

		n += g_list_model_get_n_items (facts) + g_list_model_get_n_items (links);
	}
	return GUINT_TO_POINTER (n);
}

static void
test_network_is_read_by_threads (void)
{
	g_autoptr (FleadNetwork) network = demo_network ();
	GThread *threads[4];
	gpointer expected;

	for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
		threads[i] = g_thread_new (NULL, read_everything, network);
	expected = read_everything (network);
	for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
		g_assert_true (g_thread_join (threads[i]) == expected);
}

int
main (int argc, char **argv)
{
	setlocale (LC_ALL, "");
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/library/load/counts-what-was-read", test_load_counts_what_was_read);
	g_test_add_func ("/library/load/fails-with-a-code", test_load_fails_with_a_code);
	g_test_add_func ("/library/load/as-of-a-day-knows-less", test_load_as_of_a_day_knows_less);
	g_test_add_func ("/library/keep/is-loaded-the-same", test_keep_is_loaded_the_same);
	g_test_add_func ("/library/network/lists-entities", test_network_lists_entities);
	g_test_add_func ("/library/entity/tells-facts-and-links",
	                 test_entity_tells_facts_and_links);
	g_test_add_func ("/library/select/names-what-it-lacks", test_select_names_what_it_lacks);
	g_test_add_func ("/library/issues/have-sources", test_issues_have_sources);
	g_test_add_func ("/library/table/holds-what-the-rows-say",
	                 test_table_holds_what_the_rows_say);
	g_test_add_func ("/library/table/outlives-its-result", test_table_outlives_its_result);
	g_test_add_func ("/library/objects/keep-what-they-need", test_objects_keep_what_they_need);
	g_test_add_func ("/library/objects/made-by-others-are-empty",
	                 test_objects_made_by_others_are_empty);
	g_test_add_func ("/library/network/is-read-by-threads", test_network_is_read_by_threads);
	return g_test_run ();
}
