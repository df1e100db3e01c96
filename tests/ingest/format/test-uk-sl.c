/* tests/ingest/format/test-uk-sl.c: the UK Sanctions List says the same in XML and in CSV */
#include <string.h>

#include "ingest/format/lists/lists.h"
#include "ingest/record/records.h"
#include "tests/common/helpers.h"

static FairleadRecords *
load_fixture (const char *name, const char *format)
{
	g_autofree char *path = test_fixture (name);

	return test_load (path, format);
}

static FairleadRecords *
load_xml (void)
{
	return load_fixture ("uk-sl/uksl.xml", "uk-sl-xml");
}

static FairleadRecords *
load_csv (void)
{
	return load_fixture ("uk-sl/uksl.csv", "uk-sl-csv");
}

static void
test_xml (void)
{
	g_autoptr (FairleadRecords) records = load_xml ();

	test_assert_entity (records, "uk:XYZ0006",
	                    "person @ uksl.xml:3\n"
	                    "primary BORG, INVENTED PAUL @ uksl.xml:10\n"
	                    "alias Borg, Invented @ uksl.xml:11\n"
	                    "weak alias The Wind @ uksl.xml:12\n"
	                    "alias 보르그 @ uksl.xml:14\n"
	                    "list 97172 [uk-ofsi] @ uksl.xml:7\n"
	                    "list XPi.001 [un] @ uksl.xml:8\n"
	                    "passport P99581926 [MT] @ uksl.xml:25\n"
	                    "title Dr @ uksl.xml:15\n"
	                    "note Designation source: UN @ uksl.xml:18\n"
	                    "reason Directs a bank. @ uksl.xml:20\n"
	                    "country KP @ uksl.xml:21\n"
	                    "address Saebyok, North Korea @ uksl.xml:21\n"
	                    "birth-date dd/mm/1945 @ uksl.xml:23\n"
	                    "birth-date 01/03/1958 @ uksl.xml:23\n"
	                    "note Passport: Malta passport @ uksl.xml:25\n"
	                    "nationality MT @ uksl.xml:28\n"
	                    "birth-place Harbour Town, Malta @ uksl.xml:29\n"
	                    "listed UK The Invented (Sanctions) Regulations 2020 @"
	                    " uksl.xml:3\n");
	test_assert_entity (records, "uk:XYZ0001",
	                    "company @ uksl.xml:32\n"
	                    "primary GREY HERON TRADING @ uksl.xml:35\n"
	                    "registration BR-99-XY [] @ uksl.xml:42\n"
	                    "country KP @ uksl.xml:39\n"
	                    "legal-form Private company @ uksl.xml:41\n"
	                    "located-at address:5 quay road old port saebyok 1001"
	                    " kp @ uksl.xml:39\n"
	                    "subsidiary-of uk-name:grey heron holdings @ uksl.xml:43\n"
	                    "parent uk-name:blue ledger shipping @ uksl.xml:44\n"
	                    "listed UK The Invented (Sanctions) Regulations 2020 @"
	                    " uksl.xml:32\n");
	test_assert_entity (records, "uk:XYZ0075",
	                    "vessel @ uksl.xml:47\n"
	                    "primary Windmere @ uksl.xml:50\n"
	                    "imo 4001014 [] @ uksl.xml:55\n"
	                    "flag KM @ uksl.xml:58\n"
	                    "former-flag IN @ uksl.xml:59\n"
	                    "former-flag MT @ uksl.xml:59\n"
	                    "vessel-type Bulk Carrier @ uksl.xml:60\n"
	                    "note Tonnage: 7078 @ uksl.xml:61\n"
	                    "year-built 2011 @ uksl.xml:62\n"
	                    "note FunnelColour: Grey @ uksl.xml:63\n"
	                    "owned-or-controlled-by uk-name:blue ledger shipping @"
	                    " uksl.xml:56\n"
	                    "owned-or-controlled-by uk-name:salt lane marine @ uksl.xml:57\n"
	                    "listed UK The Invented (Sanctions) Regulations 2020 @"
	                    " uksl.xml:47\n");
}

static void
test_csv (void)
{
	g_autoptr (FairleadRecords) records = load_csv ();

	test_assert_entity (records, "uk:XYZ0006",
	                    "person @ uksl.csv:3\n"
	                    "primary BORG, INVENTED PAUL @ uksl.csv:3\n"
	                    "alias 보르그 @ uksl.csv:3\n"
	                    "alias Borg, Invented @ uksl.csv:4\n"
	                    "weak alias The Wind @ uksl.csv:5\n"
	                    "list 97172 [uk-ofsi] @ uksl.csv:3\n"
	                    "list XPi.001 [un] @ uksl.csv:3\n"
	                    "passport P99581926 [MT] @ uksl.csv:3\n"
	                    "title Dr @ uksl.csv:3\n"
	                    "note Designation source: UN @ uksl.csv:3\n"
	                    "reason Directs a bank. @ uksl.csv:3\n"
	                    "birth-date dd/mm/1945 @ uksl.csv:3\n"
	                    "nationality MT @ uksl.csv:3\n"
	                    "country KP @ uksl.csv:3\n"
	                    "address Saebyok, North Korea @ uksl.csv:3\n"
	                    "birth-place Harbour Town, Malta @ uksl.csv:3\n"
	                    "note Passport: Malta passport @ uksl.csv:3\n"
	                    "birth-date 01/03/1958 @ uksl.csv:4\n"
	                    "listed UK The Invented (Sanctions) Regulations 2020 @"
	                    " uksl.csv:3\n");
	test_assert_entity (records, "uk:XYZ0001",
	                    "company @ uksl.csv:6\n"
	                    "primary GREY HERON TRADING @ uksl.csv:6\n"
	                    "registration BR-99-XY [] @ uksl.csv:6\n"
	                    "legal-form Private company @ uksl.csv:6\n"
	                    "country KP @ uksl.csv:6\n"
	                    "parent uk-name:blue ledger shipping @ uksl.csv:6\n"
	                    "subsidiary-of uk-name:grey heron holdings @ uksl.csv:6\n"
	                    "located-at address:5 quay road old port saebyok 1001"
	                    " kp @ uksl.csv:6\n"
	                    "listed UK The Invented (Sanctions) Regulations 2020 @"
	                    " uksl.csv:6\n");
	test_assert_entity (records, "uk:XYZ0075",
	                    "vessel @ uksl.csv:7\n"
	                    "primary Windmere @ uksl.csv:7\n"
	                    "imo 4001014 [] @ uksl.csv:7\n"
	                    "flag KM @ uksl.csv:7\n"
	                    "former-flag IN @ uksl.csv:7\n"
	                    "former-flag MT @ uksl.csv:7\n"
	                    "vessel-type Bulk Carrier @ uksl.csv:7\n"
	                    "note Tonnage: 7078 @ uksl.csv:7\n"
	                    "year-built 2011 @ uksl.csv:7\n"
	                    "owned-or-controlled-by uk-name:blue ledger shipping @"
	                    " uksl.csv:7\n"
	                    "owned-or-controlled-by uk-name:salt lane marine @ uksl.csv:7\n"
	                    "listed UK The Invented (Sanctions) Regulations 2020 @"
	                    " uksl.csv:7\n");
}

static void
test_listing (void)
{
	static const char expected[] = "UK; The Invented (Sanctions) Regulations 2020;"
				       " Asset freeze; Travel Ban; 2001-01-25; -\n";
	g_autoptr (FairleadRecords) from_xml = load_xml ();
	g_autoptr (FairleadRecords) from_csv = load_csv ();
	g_autofree char *xml = test_describe_listing (from_xml, "uk:XYZ0006");
	g_autofree char *csv = test_describe_listing (from_csv, "uk:XYZ0006");

	g_assert_cmpstr (xml, ==, expected);
	g_assert_cmpstr (csv, ==, expected);
}

/* Parties known by name are linked with less than certainty; a former owner's link is over */
static void
check_owners (FairleadRecords *records)
{
	FairleadEntity former = fairlead_records_find (records, "uk-name:salt lane marine");
	guint n;
	guint n_owners = 0;
	const FairleadLinkFact *rows = fairlead_records_get_links (records, &n);

	for (guint i = 0; i < n; i++) {
		if (rows[i].kind != FAIRLEAD_LINK_OWNER_OR_CONTROLLER)
			continue;
		n_owners++;
		g_assert_cmpfloat (rows[i].confidence, ==, FAIRLEAD_CONFIDENCE_BY_NAME);
		g_assert_cmpint (fairlead_period_is_over (
					 fairlead_records_get_period (records, rows[i].period)),
		                 ==, rows[i].from == former);
		g_assert_cmpstr (fairlead_records_get_text (records, rows[i].note), ==,
		                 rows[i].from == former ? "Previous owner/operator"
		                                        : "Current owner/operator");
	}
	g_assert_cmpuint (n_owners, ==, 2);
}

static void
test_owners (void)
{
	g_autoptr (FairleadRecords) from_xml = load_xml ();
	g_autoptr (FairleadRecords) from_csv = load_csv ();

	check_owners (from_xml);
	check_owners (from_csv);
}

static void
test_doubts (void)
{
	g_autoptr (FairleadRecords) from_xml = load_xml ();
	g_autoptr (FairleadRecords) from_csv = load_csv ();
	guint n;
	const FairleadFileRow *xml = fairlead_records_get_files (from_xml, &n);
	const FairleadFileRow *csv = fairlead_records_get_files (from_csv, &n);

	g_assert_cmpuint (xml->n_records, ==, 3);
	g_assert_cmpuint (csv->n_records, ==, 5);
	g_assert_cmpstr (fairlead_records_get_text (from_xml, xml->issued), ==, "2026-08-20");
	g_assert_cmpstr (fairlead_records_get_text (from_csv, csv->issued), ==, "2026-10-08");
	g_assert_cmpuint (test_count_issues (from_xml, FAIRLEAD_ISSUE_UNKNOWN_KIND), ==, 1);
	g_assert_cmpuint (test_count_issues (from_xml, FAIRLEAD_ISSUE_PLACEHOLDER), ==, 1);
	fairlead_records_get_issues (from_xml, &n);
	g_assert_cmpuint (n, ==, 2);
	fairlead_records_get_issues (from_csv, &n);
	g_assert_cmpuint (n, ==, 1);
	g_assert_cmpuint (test_count_issues (from_csv, FAIRLEAD_ISSUE_PLACEHOLDER), ==, 1);
}

/* Only elements have parts; a column of the same name is text like any other */
static void
test_columns_named_like_elements (void)
{
	static const char text[] = "Unique ID,OFSI Group ID,Name 6,Regime Name,Designation Type,"
				   "Name,Address,Location,NationalIdentifier,Passport\n"
				   "XYZ0001,1,GREY HERON,Invented,Entity,a,b,c,d,e\n";
	g_autoptr (GError) error = NULL;
	g_autoptr (FairleadRecords) records = test_read_bytes (
		&fairlead_format_uk_sl_csv, "uksl.csv", text, strlen (text), &error);

	g_assert_no_error (error);
	test_assert_entity (records, "uk:XYZ0001",
	                    "company @ uksl.csv:2\n"
	                    "alias GREY HERON @ uksl.csv:2\n"
	                    "list 1 [uk-ofsi] @ uksl.csv:2\n"
	                    "note Name: a @ uksl.csv:2\n"
	                    "note Address: b @ uksl.csv:2\n"
	                    "note Location: c @ uksl.csv:2\n"
	                    "note NationalIdentifier: d @ uksl.csv:2\n"
	                    "note Passport: e @ uksl.csv:2\n"
	                    "listed UK Invented @ uksl.csv:2\n");
}

static void
test_published_xml (void)
{
	g_autofree char *path = test_published ("uk-hmt-conlist-2014/uksl_excerpt_2026-08.xml");
	g_autoptr (FairleadRecords) records = NULL;
	guint n;

	if (path == NULL)
		return;
	records = test_load (path, "uk-sl-xml");
	g_assert_cmpuint (test_count_entities (records, FAIRLEAD_KIND_PERSON), ==, 1);
	g_assert_cmpuint (test_count_entities (records, FAIRLEAD_KIND_COMPANY), ==, 1);
	g_assert_cmpuint (test_count_entities (records, FAIRLEAD_KIND_VESSEL), ==, 1);
	fairlead_records_get_issues (records, &n);
	g_assert_cmpuint (n, ==, 0);
}

static void
test_published_csv (void)
{
	g_autofree char *path =
		test_published ("uk-hmt-conlist-2014/uksl_header_and_one_ship_2026-10.csv");
	g_autoptr (FairleadRecords) records = NULL;
	guint n;

	if (path == NULL)
		return;
	records = test_load (path, "uk-sl-csv");
	g_assert_cmpuint (test_count_entities (records, FAIRLEAD_KIND_VESSEL), ==, 1);
	fairlead_records_get_links (records, &n);
	g_assert_cmpuint (n, ==, 1);
	fairlead_records_get_issues (records, &n);
	g_assert_cmpuint (n, ==, 0);
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/ingest/uk-sl/reads-designations-of-xml", test_xml);
	g_test_add_func ("/ingest/uk-sl/gathers-the-rows-of-csv", test_csv);
	g_test_add_func ("/ingest/uk-sl/keeps-day-and-measures", test_listing);
	g_test_add_func ("/ingest/uk-sl/links-owners-by-name", test_owners);
	g_test_add_func ("/ingest/uk-sl/tells-what-it-doubts", test_doubts);
	g_test_add_func ("/ingest/uk-sl/takes-columns-named-like-elements-for-notes",
	                 test_columns_named_like_elements);
	g_test_add_func ("/ingest/uk-sl/reads-the-published-xml", test_published_xml);
	g_test_add_func ("/ingest/uk-sl/reads-the-published-csv", test_published_csv);
	return g_test_run ();
}
