/* tests/library/test-diff.c: two editions of a list, compared by the library */
#include <glib/gstdio.h>
#include <locale.h>

#include "tests/library/four-lists.h"

static FleadNetwork *
load_with (const char *path, const char *edition)
{
	const char *const inputs[] = { path, NULL };
	g_autoptr (FleadCase) plan = flead_case_new (inputs);
	g_autoptr (GError) error = NULL;
	FleadNetwork *network;

	g_object_set (plan, "edition", edition, NULL);
	network = flead_case_load (plan, NULL, NULL, NULL, &error);
	g_assert_no_error (error);
	return network;
}

static FleadDiff *
diff_of_editions (void)
{
	g_autofree char *old = fixture_path ("four-lists", "un-earlier.xml");
	g_autofree char *new = fixture_path ("four-lists", "un.xml");
	g_autoptr (FleadNetwork) before = load_with (old, NULL);
	g_autoptr (FleadNetwork) after = load_with (new, NULL);

	return flead_network_diff (before, after, NULL, NULL, NULL, NULL);
}

static void
test_bytes_are_those_of_the_program (void)
{
	g_autofree char *old = fixture_path ("four-lists", "un-earlier.xml");
	g_autofree char *new = fixture_path ("four-lists", "un.xml");
	const char *const csv[] = { "diff", "--format", "csv", old, new, NULL };
	const char *const json[] = { "diff", "--format", "json", old, new, NULL };
	g_autoptr (FleadDiff) diff = diff_of_editions ();

	assert_as_program (diff, FLEAD_FORMAT_CSV, csv, FALSE);
	assert_as_program (diff, FLEAD_FORMAT_JSON, json, FALSE);
}

static void
test_differences_are_lists_of_changes (void)
{
	g_autoptr (FleadDiff) diff = diff_of_editions ();
	GListModel *list = G_LIST_MODEL (diff);
	guint n_of[3] = { 0 }, n_changes = 0;
	g_autoptr (FleadTable) table = flead_result_dup_table (FLEAD_RESULT (diff));

	for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
		g_autoptr (FleadDifference) one = g_list_model_get_item (list, i);
		g_autoptr (FleadEntity) before = flead_difference_dup_before (one);
		g_autoptr (FleadEntity) after = flead_difference_dup_after (one);
		FleadDiffKind kind = flead_difference_get_kind (one);

		g_assert_true ((before == NULL) == (kind == FLEAD_DIFF_KIND_ADDED));
		g_assert_true ((after == NULL) == (kind == FLEAD_DIFF_KIND_REMOVED));
		n_of[kind]++;
		n_changes += g_list_model_get_n_items (G_LIST_MODEL (one));
	}
	g_assert_cmpuint (n_of[FLEAD_DIFF_KIND_ADDED], ==, 1);
	g_assert_cmpuint (n_of[FLEAD_DIFF_KIND_REMOVED], ==, 1);
	g_assert_cmpuint (n_of[FLEAD_DIFF_KIND_CHANGED], ==, 2);
	g_assert_cmpuint (flead_table_get_n_rows (table), ==, n_changes);
	g_assert_cmpuint (flead_diff_get_n_same (diff), ==, 1);
}

static void
test_changes_have_facts_of_both (void)
{
	g_autoptr (FleadDiff) diff = diff_of_editions ();
	g_autoptr (FleadDifference) changed = g_list_model_get_item (G_LIST_MODEL (diff), 3);
	guint n = g_list_model_get_n_items (G_LIST_MODEL (changed)), n_paired = 0;
	g_autoptr (FleadList) same_name = flead_difference_dup_same_name (changed);

	g_assert_cmpint (flead_difference_get_kind (changed), ==, FLEAD_DIFF_KIND_CHANGED);
	g_assert_cmpstr (flead_difference_get_matched_by (changed), ==, "un:XPi.013");
	g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (same_name)), ==, 0);
	for (guint i = 0; i < n; i++) {
		g_autoptr (FleadFactChange) change =
			g_list_model_get_item (G_LIST_MODEL (changed), i);
		g_autoptr (FleadFact) before = flead_fact_change_dup_before (change);
		g_autoptr (FleadFact) after = flead_fact_change_dup_after (change);

		g_assert_true (before != NULL || after != NULL);
		if (before == NULL || after == NULL)
			continue;
		n_paired++;
		g_assert_cmpstr (flead_fact_get_label (before), ==, flead_fact_get_label (after));
		g_assert_cmpstr (flead_fact_get_value (before), !=, flead_fact_get_value (after));
		g_assert_true (g_str_has_suffix (flead_fact_get_sources (after)[0], "un.xml:6"));
	}
	g_assert_cmpuint (n_paired, ==, 1);
}

/* ---- editions of a kept case ---- */

static void
keep (const char *name, const char *path)
{
	g_autofree char *input = fixture_path ("four-lists", name);
	const char *const inputs[] = { input, NULL };
	g_autoptr (FleadCase) plan = flead_case_new (inputs);
	g_autoptr (GError) error = NULL;

	flead_case_keep (plan, path, NULL, NULL, NULL, NULL, &error);
	g_assert_no_error (error);
}

static void
test_editions_of_a_kept_case_are_compared (void)
{
	g_autofree char *folder = g_dir_make_tmp ("flead-XXXXXX", NULL);
	g_autofree char *path = g_build_filename (folder, "un.fairlead", NULL);
	const char *const words[] = {
		"diff", "--format", "json", "--from", "un-xml:1", path, NULL
	};
	g_autoptr (FleadNetwork) before = NULL;
	g_autoptr (FleadNetwork) after = NULL;
	g_autoptr (FleadDiff) diff = NULL;

	keep ("un-earlier.xml", path);
	keep ("un.xml", path);
	before = load_with (path, "un-xml:1");
	after = load_with (path, "un-xml");
	diff = flead_network_diff (before, after, NULL, NULL, NULL, NULL);
	g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (diff)), ==, 4);
	assert_as_program (diff, FLEAD_FORMAT_JSON, words, FALSE);
	g_remove (path);
	g_rmdir (folder);
}

static void
test_edition_is_refused_with_a_code (void)
{
	g_autofree char *list = fixture_path ("four-lists", "un.xml");
	const char *const inputs[] = { list, NULL };
	g_autoptr (FleadCase) plan = flead_case_new (inputs);
	g_autoptr (GError) error = NULL;

	g_object_set (plan, "edition", "un-xml:1", NULL);
	g_assert_null (flead_case_load (plan, NULL, NULL, NULL, &error));
	g_assert_error (error, FLEAD_ERROR, FLEAD_ERROR_USAGE);
}

int
main (int argc, char **argv)
{
	setlocale (LC_ALL, "");
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/library/diff/bytes-are-those-of-the-program",
	                 test_bytes_are_those_of_the_program);
	g_test_add_func ("/library/diff/differences-are-lists-of-changes",
	                 test_differences_are_lists_of_changes);
	g_test_add_func ("/library/diff/changes-have-facts-of-both",
	                 test_changes_have_facts_of_both);
	g_test_add_func ("/library/diff/editions-of-a-kept-case-are-compared",
	                 test_editions_of_a_kept_case_are_compared);
	g_test_add_func ("/library/diff/edition-is-refused-with-a-code",
	                 test_edition_is_refused_with_a_code);
	return g_test_run ();
}
