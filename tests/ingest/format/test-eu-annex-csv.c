/* tests/ingest/format/test-eu-annex-csv.c: rows of annexes, of which several may speak of one ship
 * */
#include "tests/common/helpers.h"

static FairleadRecords *
load_fixture (void)
{
	g_autofree char *path = test_fixture ("eu-annex-csv/annexes.csv");

	return test_load (path, "eu-annex-csv");
}

static void
test_persons (void)
{
	g_autoptr (FairleadRecords) records = load_fixture ();

	test_assert_entity (records, "eu:39999R0001/I.A/1",
	                    "person @ annexes.csv:2\n"
	                    "primary OH Param @ annexes.csv:2\n"
	                    "alias O Param @ annexes.csv:2\n"
	                    "alias Oh Baram @ annexes.csv:2\n"
	                    "alias 오바람 @ annexes.csv:2\n"
	                    "passport 990110034 [] @ annexes.csv:2\n"
	                    "passport 990110036 [] @ annexes.csv:2\n"
	                    "reason Directs the Grey Heron Bank. @ annexes.csv:2\n"
	                    "nationality KP @ annexes.csv:2\n"
	                    "birth-date 1964 @ annexes.csv:2\n"
	                    "birth-date 28.8.1962 @ annexes.csv:2\n"
	                    "birth-place Saebyok, DPRK @ annexes.csv:2\n"
	                    "title Director @ annexes.csv:2\n"
	                    "note Passport: 990110034 (diplomatic) @ annexes.csv:2\n"
	                    "note Passport: 990110036, issued on 22.3.2013 @ annexes.csv:2\n"
	                    "gender male @ annexes.csv:2\n"
	                    "country KP @ annexes.csv:2\n"
	                    "care-of-at eu-name:grey heron bank @ annexes.csv:2\n"
	                    "located-at address:1 quay road saebyok kp @ annexes.csv:2\n"
	                    "listed EU EU-XYZ @ annexes.csv:2\n");
	test_assert_entity (records, "eu:39999R0001/I.A/2",
	                    "person @ annexes.csv:3\n"
	                    "primary KIM Invented @ annexes.csv:3\n"
	                    "birth-date 15.4.1957 @ annexes.csv:3\n"
	                    "birth-date 22.2.1958 @ annexes.csv:3\n"
	                    "listed EU EU-XYZ @ annexes.csv:3\n");
}

static void
test_companies (void)
{
	g_autoptr (FairleadRecords) records = load_fixture ();

	test_assert_entity (records, "eu:39999R0001/I.B/1",
	                    "company @ annexes.csv:4\n"
	                    "alias BLS @ annexes.csv:4\n"
	                    "alias Ledger Line @ annexes.csv:4\n"
	                    "primary Blue Ledger Shipping @ annexes.csv:4\n"
	                    "alias Blue Ledger Co., Ltd @ annexes.csv:4\n"
	                    "bic BLSHKPPY [] @ annexes.csv:4\n"
	                    "imo-company 4102016 [] @ annexes.csv:4\n"
	                    "reason Owner of the tanker Windmere. @ annexes.csv:4\n"
	                    "country KP @ annexes.csv:4\n"
	                    "country CN @ annexes.csv:4\n"
	                    "phone +850-2-000 @ annexes.csv:4\n"
	                    "phone +850-2-001 @ annexes.csv:4\n"
	                    "care-of-at eu-name:grey heron holdings @ annexes.csv:4\n"
	                    "located-at address:12 salt lane saebyok kp @ annexes.csv:4\n"
	                    "located-at address:14 f wah tower 3 long road hong kong cn"
	                    " @ annexes.csv:4\n"
	                    "listed EU EU-XYZ @ annexes.csv:4\n");
	test_assert_entity (records, "eu:39999R0001/I.B/3",
	                    "company @ annexes.csv:5\n"
	                    "primary Counter Case Ltd @ annexes.csv:5\n"
	                    "registration 4102016 [] @ annexes.csv:5\n"
	                    "reason Sells paper. @ annexes.csv:5\n"
	                    "listed EU EU-XYZ @ annexes.csv:5\n");
	test_assert_entity (records, "eu-name:grey heron holdings",
	                    "unknown stub named @ annexes.csv:4\n"
	                    "primary Grey Heron Holdings @ annexes.csv:4\n"
	                    "care-of eu:39999R0001/I.B/1 @ annexes.csv:4\n");
}

static void
test_ships (void)
{
	g_autoptr (FairleadRecords) records = load_fixture ();
	g_autofree char *listing = test_describe_listing (records, "imo:4001014");

	test_assert_entity (records, "imo:4001014",
	                    "vessel @ annexes.csv:6\n"
	                    "alias Blue Nouvelle @ annexes.csv:6\n"
	                    "alias Greenlight @ annexes.csv:6\n"
	                    "primary Windmere @ annexes.csv:6\n"
	                    "primary WINDMERE @ annexes.csv:7\n"
	                    "imo 4001014 [] @ annexes.csv:6\n"
	                    "mmsi 445000001 [] @ annexes.csv:6\n"
	                    "country KP @ annexes.csv:6\n"
	                    "note Loaded coal. @ annexes.csv:7\n"
	                    "listed EU EU-XYZ @ annexes.csv:6\n"
	                    "listed EU EU-XYZ @ annexes.csv:7\n");
	test_assert_entity (records, "eu:39999R0001/II.B/33",
	                    "vessel @ annexes.csv:8\n"
	                    "primary MOONLESS 078 @ annexes.csv:8\n"
	                    "listed EU EU-XYZ @ annexes.csv:8\n");
	test_assert_entity (records, "eu:39999R0001/II.B/NAMELESS",
	                    "vessel @ annexes.csv:9\n"
	                    "primary NAMELESS @ annexes.csv:9\n"
	                    "listed EU EU-XYZ @ annexes.csv:9\n");
	g_assert_cmpstr (listing, ==,
	                 "EU; EU-XYZ; 39999R0001, annex I.B: Asset freeze; 2016-03-02; -\n"
	                 "EU; EU-XYZ; 39999R0001, annex II.B: Transportation restrictions;"
	                 " 2018-03-30; -\n");
}

static void
test_doubts (void)
{
	g_autoptr (FairleadRecords) records = load_fixture ();
	g_autofree char *listing = test_describe_listing (records, "eu:39999R0001/II.B/40");
	guint n;

	g_assert_cmpstr (listing, ==, "EU; EU-XYZ; 39999R0001, annex II.B: Asset freeze; -; -\n");
	fairlead_records_get_issues (records, &n);
	g_assert_cmpuint (n, ==, 6);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_UNTIDY_ROW), ==, 1);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_RETYPED_IDENTIFIER), ==, 1);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_PLACEHOLDER), ==, 1);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_UNKNOWN_KIND), ==, 1);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_BAD_DATE), ==, 1);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_MISSING_FIELD), ==, 1);
	g_assert_cmpuint (fairlead_records_get_files (records, &n)->n_records, ==, 10);
}

static guint
count_valid (FairleadRecords *records, FairleadIdScheme scheme)
{
	guint n;
	guint n_valid = 0;
	const FairleadIdRow *rows = fairlead_records_get_identifiers (records, &n);

	for (guint i = 0; i < n; i++)
		n_valid += rows[i].scheme == scheme && rows[i].valid;
	return n_valid;
}

static void
test_published_file (void)
{
	g_autofree char *path = test_published ("eu-dprk-annexes/32017R1509.csv");
	g_autoptr (FairleadRecords) records = NULL;
	guint n;

	if (path == NULL)
		return;
	records = test_load (path, "eu-annex-csv");
	g_assert_cmpuint (fairlead_records_get_files (records, &n)->n_records, ==, 326);
	fairlead_records_get_designations (records, &n);
	g_assert_cmpuint (n, ==, 326);
	g_assert_cmpuint (test_count_entities (records, FAIRLEAD_KIND_PERSON), ==, 157);
	g_assert_cmpuint (test_count_entities (records, FAIRLEAD_KIND_COMPANY), ==, 94);
	g_assert_cmpuint (test_count_entities (records, FAIRLEAD_KIND_VESSEL), ==, 61);
	g_assert_cmpuint (count_valid (records, FAIRLEAD_ID_IMO), ==, 60);
	g_assert_cmpuint (count_valid (records, FAIRLEAD_ID_IMO_COMPANY), ==, 15);
	/* The fifteen, and the ship whose number does not exist */
	fairlead_records_get_issues (records, &n);
	g_assert_cmpuint (n, ==, 16);
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/ingest/eu-annex-csv/reads-persons", test_persons);
	g_test_add_func ("/ingest/eu-annex-csv/types-company-numbers-by-their-row", test_companies);
	g_test_add_func ("/ingest/eu-annex-csv/makes-rows-of-one-ship-one-entity", test_ships);
	g_test_add_func ("/ingest/eu-annex-csv/tells-what-it-doubts", test_doubts);
	g_test_add_func ("/ingest/eu-annex-csv/reads-the-published-annexes", test_published_file);
	return g_test_run ();
}
