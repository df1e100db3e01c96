/* tests/graph/test-expression.c: each kind of entity expression, and what is said of a wrong one */
#include "graph/expression/expression.h"

#include <glib/gstdio.h>
#include <string.h>

#include "ingest/record/error.h"
#include "tests/common/helpers.h"
#include "tests/common/network-builder.h"

static const char text[] =
	"A imo 3113004; A named Amber Star; B named Béta-Trading, Ltd; C alias beta trading LTD; "
	"A listed OFAC/DPRK4; B listed OFAC~SSI/RUSSIA; C delisted OFAC/DPRK2; D listed EU/DPRK; "
	"E imo 3113005; E registration KY/123; F registration PA/123; E named -; G listed UN/PRK";

static FairleadNetwork *
new_network (void)
{
	g_autoptr (FairleadRecords) records = test_records_from (text);

	/* no list has a space in the words of a statement */
	fairlead_records_add_designation (records, fairlead_records_find (records, "test:D"),
	                                  "OFAC SSI", NULL, NULL, NULL, (FairleadSource){ 0, 40 });
	fairlead_records_refer (records, "imo", "3113016", (FairleadSource){ 0, 41 });
	return fairlead_network_new (records);
}

/* Letters of the selected, in one word; NULL on failure */
static char *
dup_selected (FairleadNetwork *network, const char *const *expressions, GError **error)
{
	g_autoptr (GArray) selected = fairlead_expressions_select (network, expressions, error);
	GString *letters;

	if (selected == NULL)
		return NULL;
	letters = g_string_new (NULL);
	for (guint i = 0; i < selected->len; i++) {
		FairleadRows rows = fairlead_network_get_entities (
			network, g_array_index (selected, FairleadVertex, i));
		guint n;
		const FairleadEntityRow *entities =
			fairlead_records_get_entities (fairlead_network_get_records (network), &n);
		const char *key = fairlead_records_get_text (fairlead_network_get_records (network),
		                                             entities[rows.rows[0]].key);

		g_string_append (letters, g_str_has_prefix (key, "test:") ? key + 5 : "*");
		if (i > 0)
			g_assert_cmpuint (g_array_index (selected, FairleadVertex, i), >,
			                  g_array_index (selected, FairleadVertex, i - 1));
	}
	return g_string_free (letters, FALSE);
}

static const struct {
	const char *expression;
	const char *selected; /* NULL: nothing */
} vectors[] = {
	{ "imo:3113004", "A" },
	{ "imo:IMO 3113004", "A" },
	{ "imo:3113016", "*" },
	{ "imo:IMO3113016", "*" }, /* keyed by the number, without an identifier */
	{ "imo:3113005", "E" },    /* a wrong check digit is shown, and can be asked for */
	{ "imo:3113028", NULL },
	{ "registration:123", "EF" },
	{ "test:B", "B" },
	{ "id:B", "B" },
	{ "id:3113016", "*" },
	{ "id:b", NULL },
	{ "name:AMBER star", "A" },
	{ "name:Beta Trading Ltd.", "BC" },
	{ "name:Beta", NULL },
	{ "name:-", NULL },
	{ "programme:DPRK", "AD" }, /* C is de-listed */
	{ "programme:dprk4", "A" },
	{ "program:DPRK", "AD" },
	{ "programme:DPRK44", NULL },
	{ "list:OFAC", "AD" }, /* and lists below it, but not OFAC~SSI */
	{ "list:ofac ssi", "D" },
	{ "list:OFA", NULL },
	{ "list:UN", "G" },
	{ "nothing:A", NULL },
};

static void
test_kinds (void)
{
	g_autoptr (FairleadNetwork) network = new_network ();

	for (guint i = 0; i < G_N_ELEMENTS (vectors); i++) {
		const char *const expressions[] = { vectors[i].expression, NULL };
		g_autoptr (GError) error = NULL;
		g_autofree char *selected = dup_selected (network, expressions, &error);

		g_test_message ("%s", vectors[i].expression);
		g_assert_cmpstr (selected, ==, vectors[i].selected);
		if (vectors[i].selected == NULL)
			test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_UNKNOWN_REFERENCE,
			                   vectors[i].expression);
	}
}

static void
test_union (void)
{
	g_autoptr (FairleadNetwork) network = new_network ();
	const char *const several[] = { "test:D", "programme:DPRK", "test:A", NULL };
	const char *const one_fails[] = { "test:D", "test:Z", NULL };
	const char *const none[] = { NULL };
	g_autofree char *selected = dup_selected (network, several, NULL);
	g_autofree char *empty = dup_selected (network, none, NULL);

	g_assert_cmpstr (selected, ==, "AD");
	g_assert_cmpstr (empty, ==, "");
	g_assert_null (dup_selected (network, one_fails, NULL));
}

/* After some identifiers all are hashed, and the rest is looked up */
static void
test_many_identifiers (void)
{
	static const struct {
		const char *last, *selected;
	} ends[] = { { "imo:IMO 3113004", "AEF" },
		     { "imo:3113005", "EF" },
		     { "registration:123", "EF" },
		     { "imo:IMO3113016", "*EF" },
		     { "imo:3113028", NULL } };
	g_autoptr (FairleadNetwork) network = new_network ();

	for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
		const char *expressions[34] = { NULL };
		g_autofree char *selected = NULL;

		for (guint j = 0; j < 32; j++)
			expressions[j] = "registration:123";
		expressions[32] = ends[i].last;
		selected = dup_selected (network, expressions, NULL);
		g_assert_cmpstr (selected, ==, ends[i].selected);
	}
}

static void
test_malformed (void)
{
	static const char *const malformed[] = { "", "DPRK", ":DPRK", "programme:", "imo:" };
	g_autoptr (FairleadNetwork) network = new_network ();

	for (guint i = 0; i < G_N_ELEMENTS (malformed); i++) {
		const char *const expressions[] = { malformed[i], NULL };
		g_autoptr (GError) error = NULL;

		g_assert_null (fairlead_expressions_select (network, expressions, &error));
		test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_USAGE, malformed[i]);
	}
}

/* ---- files ---- */

typedef struct {
	char *folder;
	char *path;
	char *expression; /* @path */
} Folder;

static void
folder_set_up (Folder *self, gconstpointer data)
{
	(void) data;
	self->folder = g_dir_make_tmp ("fairlead-expression-XXXXXX", NULL);
	g_assert_nonnull (self->folder);
	self->path = g_build_filename (self->folder, "targets.txt", NULL);
	self->expression = g_strconcat ("@", self->path, NULL);
}

static void
folder_tear_down (Folder *self, gconstpointer data)
{
	(void) data;
	g_remove (self->path);
	g_rmdir (self->folder);
	g_free (self->folder);
	g_free (self->path);
	g_free (self->expression);
}

static char *
select_from_file (Folder *self, const char *contents, gssize length, GError **error)
{
	g_autoptr (FairleadNetwork) network = new_network ();
	const char *const expressions[] = { self->expression, NULL };

	g_assert_true (g_file_set_contents (self->path, contents, length, NULL));
	return dup_selected (network, expressions, error);
}

static void
test_file (Folder *self, gconstpointer data)
{
	g_autoptr (GError) error = NULL;
	g_autofree char *selected = select_from_file (
		self, "\357\273\277test:A\r\n\n# names\r\n  name:Beta Trading Ltd  \n#test:D", -1,
		&error);

	(void) data;
	g_assert_no_error (error);
	g_assert_cmpstr (selected, ==, "ABC");
}

static const struct {
	const char *contents;
	gint length;
	FairleadError code;
	const char *words;
} bad_files[] = {
	{ "test:A\n\ntest:Z\n", -1, FAIRLEAD_ERROR_UNKNOWN_REFERENCE, "targets.txt:3: \"test:Z\"" },
	{ "# only\nwords\n", -1, FAIRLEAD_ERROR_USAGE, "targets.txt:2: \"words\"" },
	{ "# nothing\n", -1, FAIRLEAD_ERROR_UNKNOWN_REFERENCE, "no entity expression" },
	{ "", 0, FAIRLEAD_ERROR_UNKNOWN_REFERENCE, "no entity expression" },
	{ "test:A\n\0test:Z\n", 14, FAIRLEAD_ERROR_SYNTAX, "UTF-8" },
	{ "test:\xff\n", -1, FAIRLEAD_ERROR_SYNTAX, "UTF-8" },
	{ "@/nowhere/at/all\n", -1, FAIRLEAD_ERROR_IO, "targets.txt:1: /nowhere/at/all" },
};

static void
test_bad_files (Folder *self, gconstpointer data)
{
	(void) data;
	for (guint i = 0; i < G_N_ELEMENTS (bad_files); i++) {
		g_autoptr (GError) error = NULL;

		g_assert_null (select_from_file (self, bad_files[i].contents, bad_files[i].length,
		                                 &error));
		test_assert_error (error, FAIRLEAD_ERROR, (gint) bad_files[i].code,
		                   bad_files[i].words);
	}
}

static void
test_circle (Folder *self, gconstpointer data)
{
	g_autoptr (GError) error = NULL;

	(void) data;
	g_assert_null (select_from_file (self, self->expression, -1, &error));
	test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_LIMIT, "too deeply");
}

int
main (int argc, char **argv)
{
	static const struct {
		const char *path;
		void (*test) (Folder *self, gconstpointer data);
	} with_files[] = {
		{ "/graph/expression/file", test_file },
		{ "/graph/expression/bad-files", test_bad_files },
		{ "/graph/expression/files-in-a-circle", test_circle },
	};

	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/expression/kinds", test_kinds);
	g_test_add_func ("/graph/expression/union", test_union);
	g_test_add_func ("/graph/expression/many-identifiers", test_many_identifiers);
	g_test_add_func ("/graph/expression/malformed", test_malformed);
	for (guint i = 0; i < G_N_ELEMENTS (with_files); i++)
		g_test_add (with_files[i].path, Folder, NULL, folder_set_up, with_files[i].test,
		            folder_tear_down);
	return g_test_run ();
}
