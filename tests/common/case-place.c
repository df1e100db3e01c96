/* tests/common/case-place.c */
#include "tests/common/case-place.h"

#include <glib/gstdio.h>

#include "tests/common/helpers.h"

static const char *const fixtures[][7] = {
	{ "ofac-sdn/sdn.csv", "ofac-sdn/alt.csv", "ofac-sdn/add.csv", "ofac-sdn/sdn_comments.csv" },
	{ "ofac-advanced/advanced.xml" },
	{ "ofac-sdn-xml/sdn.xml" },
	{ "un-xml/consolidated.xml" },
	{ "eu-fsf-xml/export.xml" },
	{ "eu-annex-csv/annexes.csv" },
	{ "hmt-conlist-csv/conlist.csv" },
	{ "uk-sl/uksl.xml" },
	{ "uk-sl/uksl.csv" },
	{ "seco-xml/list.xml" },
	{ "sema-xml/sema.xml" },
	{ "gleif/lei.xml", "gleif/rr.csv" },
	{ "bods/statements.json" },
	{ "companies-house/officers.json", "companies-house/psc.json" },
	{ "fishing-watch/encounters.csv", "fishing-watch/ports.csv", "fishing-watch/vessels.csv" },
	{ "opensanctions/entities.ftm.json" },
	{ "icij-leaks/nodes-entities.csv", "icij-leaks/nodes-officers.csv",
	  "icij-leaks/nodes-addresses.csv", "icij-leaks/nodes-intermediaries.csv",
	  "icij-leaks/nodes-others.csv", "icij-leaks/relationships.csv" },
	{ "amber-strait/sanctions.xml", "amber-strait/sdn.csv", "amber-strait/alt.csv",
	  "amber-strait/add.csv", "amber-strait/roles.csv" },
	{ "events/events.csv" },
};

void
test_place_init (TestPlace *self)
{
	self->folder = g_dir_make_tmp ("case-XXXXXX", NULL);
	self->path = g_build_filename (self->folder, "a.fairlead", NULL);
}

void
test_place_clear (TestPlace *self)
{
	g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
	const char *name;

	while ((name = g_dir_read_name (folder)) != NULL) {
		g_autofree char *path = g_build_filename (self->folder, name, NULL);

		g_assert_cmpint (g_unlink (path), ==, 0);
	}
	g_rmdir (self->folder);
	g_free (self->folder);
	g_free (self->path);
}

char *
test_place_write (const TestPlace *place, const char *name, const char *text)
{
	char *path = g_build_filename (place->folder, name, NULL);

	g_assert_true (g_file_set_contents (path, text, -1, NULL));
	return path;
}

FairleadImportReport *
test_place_import (const char *into, const char *const *paths, const char *data_set, GError **error)
{
	g_autoptr (FairleadLoader) loader = fairlead_loader_new ();
	g_autoptr (FairleadCase) opened = fairlead_case_open_to_write (into, error);
	FairleadImportReport *report = NULL;

	if (opened != NULL)
		fairlead_inputs_import (loader, opened, paths, data_set, &report, NULL, error);
	return report;
}

FairleadImportReport *
test_place_import_text (const TestPlace *place, const char *text)
{
	g_autofree char *path = test_place_write (place, "roles.csv", text);
	const char *paths[] = { path, NULL };
	g_autoptr (GError) error = NULL;
	FairleadImportReport *report = test_place_import (place->path, paths, NULL, &error);

	g_assert_no_error (error);
	return report;
}

GPtrArray *
test_fixture_paths (guint row)
{
	GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

	for (guint i = 0; i < G_N_ELEMENTS (fixtures[row]) && fixtures[row][i] != NULL; i++)
		g_ptr_array_add (paths, test_fixture (fixtures[row][i]));
	g_ptr_array_add (paths, NULL);
	return paths;
}

guint
test_count_fixtures (void)
{
	return G_N_ELEMENTS (fixtures);
}
