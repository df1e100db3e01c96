/* tests/ingest/format/test-bods.c: statements of BODS, field by field, and the published example
 * packages */
#include "ingest/format/bods/bods.h"

#include <glib/gstdio.h>
#include <string.h>

#include "ingest/loader.h"
#include "tests/common/helpers.h"

static void
test_statements (void)
{
	static const char *const names[] = { "statements.json", NULL };
	g_autoptr (FairleadRecords) records = test_load_fixture ("bods", names);
	g_autofree char *text = test_dump_records (records);

	test_assert_golden ("bods/expected.txt", text);
}

/* Any member may be of any type */
static void
test_odd_shapes (void)
{
	static const char *const lines[] = {
		"{\"statementId\":1,\"recordType\":\"entity\","
		"\"recordId\":\"a\",\"recordDetails\":[]}",
		"{\"recordType\":\"entity\",\"recordId\":\"a\",\"recordDetails\":"
		"{\"entityType\":7,\"identifiers\":{\"id\":[]},\"addresses\":[[]],\"name\":{}}}",
		"{\"recordType\":\"person\",\"recordId\":\"a\",\"recordDetails\":"
		"{\"names\":7,\"nationalities\":[\"x\",{\"code\":\"Z\"}],"
		"\"politicalExposure\":[]}}",
		"{\"recordType\":\"relationship\",\"recordId\":\"a\",\"recordDetails\":"
		"{\"subject\":\"b\",\"interestedParty\":\"c\",\"interests\":[7,[],{\"share\":8}]}}",
		"{\"recordType\":\"relationship\",\"recordId\":\"a\",\"recordDetails\":"
		"{\"subject\":[],\"interestedParty\":\"\",\"interests\":\"x\"}}",
	};

	for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
		g_autoptr (GError) error = NULL;
		g_autoptr (FairleadRecords) records = test_read_bytes (
			&fairlead_format_bods_json, "x.json", lines[i], strlen (lines[i]), &error);

		g_assert_no_error (error);
		g_assert_nonnull (records);
	}
}

/* ---- tables ---- */

static FairleadRecords *
load_folder (const char *folder, const char *format)
{
	g_autofree char *path = test_fixture (folder);
	g_autoptr (FairleadLoader) loader = fairlead_loader_new ();
	g_autoptr (GError) error = NULL;
	const char *paths[] = { path, NULL };
	FairleadRecords *records = fairlead_loader_load (loader, paths, NULL, &error);
	guint n, n_read = 0;
	const FairleadFileRow *files;

	g_assert_no_error (error);
	files = fairlead_records_get_files (records, &n);
	for (guint i = 0; i < n; i++)
		n_read +=
			strcmp (fairlead_records_get_text (records, files[i].format), format) == 0;
	g_assert_cmpuint (n_read, >, 0);
	return records;
}

static void
test_tables (void)
{
	g_autoptr (FairleadRecords) records = load_folder ("bods-csv", "bods-csv");
	g_autofree char *text = test_dump_records (records);

	test_assert_golden ("bods/expected-tables.txt", text);
}

static gint
compare_texts (gconstpointer a, gconstpointer b)
{
	return strcmp (*(char *const *) a, *(char *const *) b);
}

/* What is said, whatever the file, the line and the order; issues are about the files */
static char *
dup_facts (FairleadRecords *records)
{
	g_autofree char *text = test_dump_records (records);
	g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
	g_autoptr (GPtrArray) facts = g_ptr_array_new ();

	for (guint i = 0; lines[i] != NULL; i++) {
		char *place = strrchr (lines[i], ':');

		if (place == NULL || g_str_has_prefix (lines[i], "issue "))
			continue;
		*place = '\0';
		g_ptr_array_add (facts, lines[i]);
	}
	g_ptr_array_sort (facts, compare_texts);
	g_ptr_array_add (facts, NULL);
	return g_strjoinv ("\n", (char **) facts->pdata);
}

static void
test_both_forms (void)
{
	static const char *const names[] = { "statements.json", NULL };
	g_autoptr (FairleadRecords) json = test_load_fixture ("bods", names);
	g_autoptr (FairleadRecords) tables = load_folder ("bods-csv", "bods-csv");
	g_autofree char *expected = dup_facts (json);
	g_autofree char *found = dup_facts (tables);

	g_assert_cmpstr (found, ==, expected);
}

/* In either order, whole with sources: paths decide, not when a file was read */
static void
test_any_order (void)
{
	static const char *const forth[] = { "entity_recordDetails_identifiers.csv",
		                             "entity_statement.csv",
		                             "relationship_recordDetails_interests.csv",
		                             "relationship_statement.csv", NULL };
	static const char *const back[] = { "relationship_statement.csv",
		                            "relationship_recordDetails_interests.csv",
		                            "entity_statement.csv",
		                            "entity_recordDetails_identifiers.csv", NULL };
	g_autoptr (FairleadRecords) one = test_load_fixture ("bods-csv", forth);
	g_autoptr (FairleadRecords) other = test_load_fixture ("bods-csv", back);
	g_autofree char *first = test_dump_records (one);
	g_autofree char *second = test_dump_records (other);

	g_assert_cmpstr (first, ==, second);
}

/* A table of parts without its statements, one that nobody knows, one that is passed over */
static void
test_odd_tables (void)
{
	static const struct {
		const char *text;
		FairleadIssueTag tag;
		guint n_issues;
	} tables[] = {
		{ "_link,_link_person_statement,type,fullName\n"
		  "7.recordDetails.names.0,7,legal,Nobody\n"
		  "7.recordDetails.names.1,7,legal,Nobody Else\n",
		  FAIRLEAD_ISSUE_UNKNOWN_ID, 2 },
		{ "_link,_link_person_statement,x\n7.recordDetails.riddles.0,7,y\n",
		  FAIRLEAD_ISSUE_UNKNOWN_KIND, 1 },
		{ "_link,_link_ooc_statement,type\n7.recordDetails.interests.0,7,trustee\n",
		  FAIRLEAD_ISSUE_UNKNOWN_ID, 1 },
		{ "_link,_link_person_statement,x\n7.source.assertedBy.0,7,y\n",
		  FAIRLEAD_ISSUE_UNKNOWN_KIND, 0 },
		{ "_link,statementId,recordId,recordType\n1,s,r,riddle\n",
		  FAIRLEAD_ISSUE_UNKNOWN_KIND, 1 },
		{ "_link,statementId,recordId,recordType\n1,s,,person\n",
		  FAIRLEAD_ISSUE_MISSING_FIELD, 1 },
	};

	for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
		g_autoptr (GError) error = NULL;
		g_autoptr (FairleadRecords) records =
			test_read_bytes (&fairlead_format_bods_csv, "x.csv", tables[i].text,
		                         strlen (tables[i].text), &error);
		guint n;

		g_assert_no_error (error);
		fairlead_records_get_issues (records, &n);
		g_assert_cmpuint (n, ==, tables[i].n_issues);
		g_assert_cmpuint (test_count_issues (records, tables[i].tag), ==, n);
	}
}

/* Links count from the start in every set of tables */
static void
test_two_sets (void)
{
	static const char *const texts[] = {
		"_link,statementId,recordId,recordType\n1,s,r,person\n",
		"_link,_link_person_statement,fullName\n1.recordDetails.names.0,1,One Name\n",
	};
	g_autoptr (GError) error = NULL;
	g_autofree char *folder = g_dir_make_tmp ("fairlead-XXXXXX", &error);
	g_autofree char *inner = g_build_filename (folder, "other", NULL);
	g_autofree char *statements = g_build_filename (folder, "statements.csv", NULL);
	g_autofree char *names = g_build_filename (inner, "names.csv", NULL);
	const char *paths[] = { statements, names, NULL };
	g_autoptr (FairleadLoader) loader = fairlead_loader_new ();
	g_autoptr (FairleadRecords) records = NULL;

	g_assert_no_error (error);
	g_assert_cmpint (g_mkdir (inner, 0700), ==, 0);
	g_assert_true (g_file_set_contents (statements, texts[0], -1, NULL));
	g_assert_true (g_file_set_contents (names, texts[1], -1, NULL));
	records = fairlead_loader_load (loader, paths, NULL, &error);
	g_assert_no_error (error);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_UNKNOWN_ID), ==, 1);
	g_assert_cmpint (g_remove (names), ==, 0);
	g_assert_cmpint (g_rmdir (inner), ==, 0);
	g_assert_cmpint (g_remove (statements), ==, 0);
	g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Statements read, entities, links of interest, and parties that nobody names */
static const struct {
	const char *name;
	guint n_statements;
	guint n_parties;
	guint n_interests;
	guint n_unnamed;
} packages[] = {
	{ "bods-package-annotations", 3, 2, 1, 0 },
	{ "bods-package-entity-owning-entity", 3, 2, 1, 0 },
	{ "bods-package-fi-soe", 9, 4, 5, 0 },
	{ "bods-package-linking-annotations", 3, 2, 1, 0 },
	{ "bods-package", 3, 2, 1, 0 },
	{ "fermcat", 23, 4, 6, 0 },
	{ "full-pep-declaration", 3, 2, 2, 0 },
	{ "indirect-ownership", 6, 3, 3, 0 },
	{ "joint-ownership", 7, 4, 3, 0 },
	{ "levent", 7, 4, 4, 1 },
	{ "listed-company-exempt-from-disclosure", 2, 1, 0, 1 },
	{ "mixed-direct-and-indirect-ownership", 6, 3, 4, 0 },
	{ "multiple-indirect-ownership", 9, 4, 5, 0 },
	{ "multiple-tax-residencies", 3, 2, 1, 0 },
	{ "mutilple-indirect-ownership-2", 9, 4, 5, 0 },
	{ "nomination", 8, 4, 4, 0 },
	{ "plc-entity-statement", 1, 1, 0, 0 },
	{ "simple-pep-declaration", 3, 2, 2, 0 },
	{ "tecido", 11, 3, 15, 0 },
};

static void
check_package (guint row)
{
	g_autofree char *relative = g_strdup_printf ("bods/%s.json", packages[row].name);
	g_autofree char *path = test_published (relative);
	const char *paths[] = { path, NULL };
	g_autoptr (FairleadLoader) loader = fairlead_loader_new ();
	g_autoptr (FairleadRecords) records = NULL;
	g_autoptr (GError) error = NULL;
	guint n, n_parties = 0, n_interests = 0;

	if (path == NULL)
		return;
	records = fairlead_loader_load (loader, paths, NULL, &error);
	g_assert_no_error (error);
	g_test_message ("%s", packages[row].name);
	g_assert_cmpuint (fairlead_records_get_files (records, &n)[0].n_records, ==,
	                  packages[row].n_statements);

	const FairleadEntityRow *entities = fairlead_records_get_entities (records, &n);

	for (guint i = 0; i < n; i++) {
		n_parties += entities[i].kind != FAIRLEAD_KIND_ADDRESS;
		g_assert_false (entities[i].flags & FAIRLEAD_ENTITY_STUB);
	}
	g_assert_cmpuint (n_parties, ==, packages[row].n_parties);

	const FairleadLinkFact *links = fairlead_records_get_links (records, &n);

	for (guint i = 0; i < n; i++)
		n_interests += links[i].kind != FAIRLEAD_LINK_ADDRESS;
	g_assert_cmpuint (n_interests, ==, packages[row].n_interests);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_PLACEHOLDER), ==,
	                  packages[row].n_unnamed);
}

static void
test_packages (void)
{
	for (guint i = 0; i < G_N_ELEMENTS (packages); i++)
		check_package (i);
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/format/bods/read-every-field", test_statements);
	g_test_add_func ("/format/bods/take-members-of-any-type", test_odd_shapes);
	g_test_add_func ("/format/bods/read-every-table", test_tables);
	g_test_add_func ("/format/bods/say-the-same-in-both-forms", test_both_forms);
	g_test_add_func ("/format/bods/read-tables-in-any-order", test_any_order);
	g_test_add_func ("/format/bods/report-odd-tables", test_odd_tables);
	g_test_add_func ("/format/bods/keep-sets-of-tables-apart", test_two_sets);
	g_test_add_func ("/format/bods/read-published-packages", test_packages);
	return g_test_run ();
}
