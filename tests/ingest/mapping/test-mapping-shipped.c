/* tests/ingest/mapping/test-mapping-shipped.c: shipped mappings and those of docs/examples, on
 * files of their shape */
#include "ingest/mapping/mapping.h"
#include "tests/common/helpers.h"

#include <string.h>

/* The shipped mapping that fits the bytes; there must be one alone */
static FairleadMapping *
find_shipped (GPtrArray *shipped, const char *bytes, gsize size)
{
	g_auto (FairleadSample) sample = { 0 };
	FairleadMapping *found = NULL;

	fairlead_sample_init (&sample, bytes, MIN (size, FAIRLEAD_INPUT_HEAD));
	for (guint i = 0; i < shipped->len; i++) {
		const FairleadFormat *format = fairlead_mapping_get_format (shipped->pdata[i]);

		if (format->sniff (format, &sample) == 0)
			continue;
		g_assert_null (found);
		found = shipped->pdata[i];
	}
	return found;
}

/* The records of a file by its shipped mapping, or by the one of docs/examples */
static FairleadRecords *
read_by (const char *mapping_name, const char *path)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (GPtrArray) shipped = fairlead_mapping_load_shipped (&error);
	g_autoptr (FairleadMapping) example = NULL;
	g_autofree char *folder = test_fixture ("../docs/examples");
	g_autofree char *mapping_path = g_build_filename (folder, mapping_name, NULL);
	g_autofree char *name = g_path_get_basename (path);
	g_autofree char *bytes = NULL;
	FairleadMapping *mapping;
	FairleadRecords *records;
	gsize size;

	g_assert_no_error (error);
	g_file_get_contents (path, &bytes, &size, &error);
	g_assert_no_error (error);
	if (g_str_has_suffix (mapping_name, ".mapping"))
		example = fairlead_mapping_load (mapping_path, &error);
	g_assert_no_error (error);
	mapping = example != NULL ? example : find_shipped (shipped, bytes, size);
	g_assert_nonnull (mapping);
	if (example == NULL)
		g_assert_cmpstr (fairlead_mapping_get_format (mapping)->name, ==, mapping_name);
	records =
		test_read_bytes (fairlead_mapping_get_format (mapping), name, bytes, size, &error);
	g_assert_no_error (error);
	return records;
}

/* ---- invented files ---- */

static const struct {
	const char *mapping;
	const char *file;
} invented[] = {
	{ "equasis-roles", "roles.csv" },
	{ "ofac-relations", "profile_relationships.csv" },
	{ "ofac-sanctions-entries", "sanctions_entries.csv" },
	{ "ofac-parties", "distinct_party.csv" },
	{ "owners.mapping", "owners.csv" },
	{ "register.mapping", "register.xml" },
	{ "eu-annexes.mapping", "eu-annex.csv" },
	{ "gleif-relationships.mapping", "gleif-rr.csv" },
};

static void
test_invented (gconstpointer data)
{
	guint row = GPOINTER_TO_UINT (data);
	g_autofree char *relative = g_build_filename ("mapping", invented[row].file, NULL);
	g_autofree char *path = test_fixture (relative);
	g_autofree char *expected = g_strconcat (relative, ".expected", NULL);
	g_autoptr (FairleadRecords) records = read_by (invented[row].mapping, path);
	g_autofree char *text = test_dump_records (records);

	test_assert_golden (expected, text);
}

/* The mappings of a whole case read each file without a record left out */
static void
test_case_of_mappings (void)
{
	static const char *const names[] = { "companies", "officers", "ships", "supplies",
		                             "transfers" };

	for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
		g_autofree char *relative = g_strdup_printf ("amber-strait/%s.csv", names[i]);
		g_autofree char *mapping =
			g_strdup_printf ("../../fixtures/amber-strait/%s.mapping", names[i]);
		g_autofree char *path = test_fixture (relative);
		g_autoptr (FairleadRecords) records = read_by (mapping, path);
		guint n;

		fairlead_records_get_entities (records, &n);
		g_assert_cmpuint (n, >, 0);
		g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_MISSING_FIELD), ==, 0);
		g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_UNKNOWN_KIND), ==, 0);
		g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_BAD_RECORD), ==, 0);
	}
}

/* ---- published files ---- */

static guint
count_links (FairleadRecords *records, FairleadLinkKind kind)
{
	guint n, found = 0;
	const FairleadLinkFact *rows = fairlead_records_get_links (records, &n);

	for (guint i = 0; i < n; i++)
		found += rows[i].kind == kind;
	return found;
}

static guint
count_entities (FairleadRecords *records, FairleadKind kind, const char *prefix)
{
	guint n, found = 0;
	const FairleadEntityRow *rows = fairlead_records_get_entities (records, &n);

	for (guint i = 0; i < n; i++)
		found += rows[i].kind == kind
		         && g_str_has_prefix (fairlead_records_get_text (records, rows[i].key),
		                              prefix);
	return found;
}

static void
test_ofac_relations (void)
{
	static const struct {
		FairleadLinkKind kind;
		guint n;
	} expected[] = {
		{ FAIRLEAD_LINK_OWNER_OR_CONTROLLER, 3146 + 30 },
		{ FAIRLEAD_LINK_AGENT, 1070 },
		{ FAIRLEAD_LINK_SUPPORTER, 1000 },
		{ FAIRLEAD_LINK_PROPERTY_INTEREST, 378 },
		{ FAIRLEAD_LINK_LEADER, 312 },
		{ FAIRLEAD_LINK_RELATIVE, 115 },
		{ FAIRLEAD_LINK_PARTICIPANT, 46 },
		{ FAIRLEAD_LINK_OFFICER, 32 },
		{ FAIRLEAD_LINK_ASSOCIATE, 19 },
	};
	g_autofree char *path = test_published ("ofac-relations-2024/profile_relationships.csv");
	g_autoptr (FairleadRecords) records = NULL;
	guint n;

	if (path == NULL)
		return;
	records = read_by ("ofac-relations", path);
	fairlead_records_get_links (records, &n);
	g_assert_cmpuint (n, ==, 6148);
	for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
		g_assert_cmpuint (count_links (records, expected[i].kind), ==, expected[i].n);
	fairlead_records_get_issues (records, &n);
	g_assert_cmpuint (n, ==, 0);
}

static void
test_ofac_entries (void)
{
	g_autofree char *path = test_published ("ofac-relations-2024/sanctions_entries.csv");
	g_autoptr (FairleadRecords) records = NULL;
	const FairleadDesignationRow *rows;
	guint n, n_dated = 0;

	if (path == NULL)
		return;
	records = read_by ("ofac-sanctions-entries", path);
	rows = fairlead_records_get_designations (records, &n);
	g_assert_cmpuint (n, ==, 5805);
	for (guint i = 0; i < n; i++)
		n_dated += fairlead_records_get_period (records, rows[i].period)->start.first
		           == fairlead_records_get_period (records, rows[i].period)->start.last;
	g_assert_cmpuint (n_dated, ==, n);
	fairlead_records_get_issues (records, &n);
	g_assert_cmpuint (n, ==, 0);
}

static void
test_ofac_parties (void)
{
	g_autofree char *path = test_published ("ofac-relations-2024/distinct_party.csv");
	g_autoptr (FairleadRecords) records = NULL;

	if (path == NULL)
		return;
	records = read_by ("ofac-parties", path);
	g_assert_cmpuint (count_entities (records, FAIRLEAD_KIND_VESSEL, "ofac:"), ==, 816);
	g_assert_cmpuint (count_entities (records, FAIRLEAD_KIND_AIRCRAFT, "ofac:"), ==, 382);
	g_assert_cmpuint (count_entities (records, FAIRLEAD_KIND_COMPANY, "ofac:"), ==, 6525);
	g_assert_cmpuint (count_entities (records, FAIRLEAD_KIND_PERSON, "ofac:"), ==, 6713);
}

static void
test_eu_annexes (void)
{
	g_autofree char *path = test_published ("eu-dprk-annexes/32017R1509.csv");
	g_autoptr (FairleadRecords) records = NULL;
	guint n;

	if (path == NULL)
		return;
	records = read_by ("eu-annexes.mapping", path);
	g_assert_cmpuint (count_entities (records, FAIRLEAD_KIND_VESSEL, ""), ==, 61);
	g_assert_cmpuint (count_entities (records, FAIRLEAD_KIND_VESSEL, "imo:"), ==, 60);
	g_assert_cmpuint (count_entities (records, FAIRLEAD_KIND_PERSON, "eu:"), ==, 157);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_PLACEHOLDER), ==, 1);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_BAD_CHECK_DIGIT), ==, 0);
	fairlead_records_get_designations (records, &n);
	g_assert_cmpuint (n, ==, 326);
}

static void
test_gleif (void)
{
	g_autofree char *path = test_published (
		"gleif/20260123-0800-gleif-goldencopy-rr-golden-copy-subset-large.csv");
	g_autoptr (FairleadRecords) records = NULL;
	const FairleadLinkFact *rows;
	guint n, n_dated = 0;

	if (path == NULL)
		return;
	records = read_by ("gleif-relationships.mapping", path);
	rows = fairlead_records_get_links (records, &n);
	g_assert_cmpuint (n, ==, 4102);
	for (guint i = 0; i < n; i++)
		n_dated += !fairlead_date_is_unknown (
			fairlead_records_get_period (records, rows[i].period)->start);
	g_assert_cmpuint (n_dated, ==, 4102);
	g_assert_cmpuint (count_links (records, FAIRLEAD_LINK_PARENT), ==, 2174 + 16);
	g_assert_cmpuint (count_links (records, FAIRLEAD_LINK_ULTIMATE_PARENT), ==, 1801);
	g_assert_cmpuint (count_links (records, FAIRLEAD_LINK_FUND_MANAGER), ==, 88);
	g_assert_cmpuint (count_links (records, FAIRLEAD_LINK_HEAD_OFFICE), ==, 23);
	/* the first row: its end node consolidates its start node */
	g_assert_cmpuint (rows[0].from, ==,
	                  fairlead_records_find (records, "lei:CYSD4L2598RQ9BPPCB72"));
	g_assert_cmpuint (rows[0].to, ==,
	                  fairlead_records_find (records, "lei:073LKXEKEP6T62NK2G42"));
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	for (guint i = 0; i < G_N_ELEMENTS (invented); i++) {
		g_autofree char *path =
			g_strconcat ("/mapping/shipped/reads-", invented[i].file, NULL);

		g_test_add_data_func (path, GUINT_TO_POINTER (i), test_invented);
	}
	g_test_add_func ("/mapping/examples/a-case-is-read-whole", test_case_of_mappings);
	g_test_add_func ("/mapping/published/ofac-relations-are-6148", test_ofac_relations);
	g_test_add_func ("/mapping/published/ofac-designations-are-dated", test_ofac_entries);
	g_test_add_func ("/mapping/published/ofac-parties-have-their-kinds", test_ofac_parties);
	g_test_add_func ("/mapping/published/eu-ships-are-61", test_eu_annexes);
	g_test_add_func ("/mapping/published/gleif-relationships-are-4102", test_gleif);
	return g_test_run ();
}
