/* tests/library/four-lists.c */
#include "tests/library/four-lists.h"

static const char *const lists[] = { "sdn.csv",     "alt.csv",     "add.csv",   "un.xml",
	                             "annexes.csv", "conlist.csv", "roles.csv", NULL };

char *
fixture_path (const char *folder, const char *name)
{
	const char *root = g_getenv ("FAIRLEAD_SOURCE_DIR");

	return g_build_filename (root != NULL ? root : ".", "fixtures", folder, name, NULL);
}

GStrv
four_lists_dup_paths (const char *const *names)
{
	g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();

	for (guint i = 0; names[i] != NULL; i++) {
		g_autofree char *path = fixture_path ("four-lists", names[i]);

		g_strv_builder_add (paths, path);
	}
	return g_strv_builder_end (paths);
}

FleadNetwork *
four_lists_network (void)
{
	g_auto (GStrv) paths = four_lists_dup_paths (lists);
	g_autoptr (FleadCase) plan = flead_case_new ((const char *const *) paths);
	g_autoptr (GError) error = NULL;
	FleadNetwork *network;

	g_object_set (plan, "hashes", TRUE, NULL);
	network = flead_case_load (plan, NULL, NULL, NULL, &error);
	g_assert_no_error (error);
	return network;
}

char *
program_run (const char *const *words, gboolean takes_lists)
{
	g_autoptr (GStrvBuilder) arguments = g_strv_builder_new ();
	const char *program = g_getenv ("FAIRLEAD_PROGRAM");
	g_auto (GStrv) paths = four_lists_dup_paths (lists);
	g_auto (GStrv) all = NULL;
	g_autoptr (GError) error = NULL;
	char *text = NULL;
	int status;

	if (program == NULL)
		return NULL;
	g_strv_builder_add (arguments, program);
	g_strv_builder_addv (arguments, (const char **) words);
	g_strv_builder_add (arguments, "--quiet");
	if (takes_lists)
		g_strv_builder_addv (arguments, (const char **) paths);
	all = g_strv_builder_end (arguments);
	g_spawn_sync (NULL, all, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, NULL, &status, &error);
	g_assert_no_error (error);
	g_assert_true (g_spawn_check_wait_status (status, NULL));
	return text;
}

void
assert_as_program (gpointer result, FleadFormat format, const char *const *words,
                   gboolean takes_lists)
{
	g_autoptr (GError) error = NULL;
	g_autofree char *text = flead_result_dup_text (result, format, &error);
	g_autofree char *expected = program_run (words, takes_lists);

	g_assert_no_error (error);
	if (expected == NULL)
		g_test_skip ("FAIRLEAD_PROGRAM is not set");
	else
		g_assert_cmpstr (text, ==, expected);
}

char *
cell_of (gpointer result, const char *column, guint row)
{
	g_autoptr (FleadTable) table = flead_result_dup_table (result);
	FleadColumn *found = flead_table_get_column (table, column);

	g_assert_nonnull (found);
	return flead_column_dup_cell (found, row);
}
