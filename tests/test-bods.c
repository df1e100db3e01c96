/* tests/test-bods.c: statements of BODS, field by field, and the published example packages */
#include "ingest/format/bods/bods.h"

#include <string.h>

#include "ingest/loader.h"
#include "tests/helpers.h"

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
	g_test_add_func ("/format/bods/read-published-packages", test_packages);
	return g_test_run ();
}
