/* tests/library/demo-case.c */
#include "tests/library/demo-case.h"

static const char *const mappings[] = { "companies.mapping", "officers.mapping", "ships.mapping",
	                                "transfers.mapping", "supplies.mapping", NULL };
static const char *const inputs[] = { "sanctions.xml", "sdn.csv",   "alt.csv",
	                              "add.csv",       "roles.csv", "companies.csv",
	                              "officers.csv",  "ships.csv", "transfers.csv",
	                              "supplies.csv",  NULL };

static GStrv
dup_paths (const char *const *names)
{
	g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
	const char *root = g_getenv ("FAIRLEAD_SOURCE_DIR");

	for (guint i = 0; names[i] != NULL; i++) {
		g_autofree char *path = g_build_filename (root != NULL ? root : ".", "fixtures",
		                                          "amber-strait", names[i], NULL);

		g_strv_builder_add (paths, path);
	}
	return g_strv_builder_end (paths);
}

FleadCase *
demo_case (void)
{
	g_auto (GStrv) files = dup_paths (inputs);
	g_auto (GStrv) ways = dup_paths (mappings);

	return g_object_new (FLEAD_TYPE_CASE, "inputs", files, "mappings", ways, NULL);
}

FleadNetwork *
demo_network (void)
{
	g_autoptr (FleadCase) plan = demo_case ();
	g_autoptr (GError) error = NULL;
	FleadNetwork *network = flead_case_load (plan, NULL, NULL, NULL, &error);

	g_assert_no_error (error);
	return network;
}

char *
demo_run (const char *command, const char *const *options)
{
	g_autoptr (GStrvBuilder) arguments = g_strv_builder_new ();
	const char *program = g_getenv ("FAIRLEAD_PROGRAM");
	g_auto (GStrv) files = dup_paths (inputs);
	g_auto (GStrv) ways = dup_paths (mappings);
	g_auto (GStrv) all = NULL;
	g_autoptr (GError) error = NULL;
	char *text = NULL;
	int status;

	if (program == NULL)
		return NULL;
	g_strv_builder_add_many (arguments, program, command, "--quiet", NULL);
	g_strv_builder_addv (arguments, (const char **) options);
	for (guint i = 0; ways[i] != NULL; i++)
		g_strv_builder_add_many (arguments, "--mapping", ways[i], NULL);
	g_strv_builder_addv (arguments, (const char **) files);
	all = g_strv_builder_end (arguments);
	g_spawn_sync (NULL, all, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, NULL, &status, &error);
	g_assert_no_error (error);
	g_assert_true (g_spawn_check_wait_status (status, NULL));
	return text;
}

void
demo_assert_same (gpointer result, FleadFormat format, const char *command,
                  const char *const *options)
{
	g_autoptr (GError) error = NULL;
	g_autofree char *text = flead_result_dup_text (result, format, &error);
	g_autofree char *expected = demo_run (command, options);

	g_assert_no_error (error);
	if (expected == NULL)
		g_test_skip ("FAIRLEAD_PROGRAM is not set");
	else
		g_assert_cmpstr (text, ==, expected);
}
