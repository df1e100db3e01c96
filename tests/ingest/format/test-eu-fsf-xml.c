/* tests/ingest/format/test-eu-fsf-xml.c: attributes, of which the empty ones say nothing */
#include "tests/common/helpers.h"

static FairleadRecords *
load_fixture (void)
{
	g_autofree char *path = test_fixture ("eu-fsf-xml/export.xml");

	return test_load (path, "eu-fsf-xml");
}

static void
test_person (void)
{
	g_autoptr (FairleadRecords) records = load_fixture ();
	g_autofree char *listing = test_describe_listing (records, "eu:EU.9001.1");

	test_assert_entity (records, "eu:EU.9001.1",
	                    "person @ export.xml:3\n"
	                    "weak alias The Wind @ export.xml:7\n"
	                    "primary Invented Paul BORG @ export.xml:8\n"
	                    "alias Borg, Invented P. @ export.xml:9\n"
	                    "list XPi.001 [un] @ export.xml:3\n"
	                    "passport A9900111 [MT] @ export.xml:16\n"
	                    "other E-77 [Election id] @ export.xml:17\n"
	                    "note Directs the Grey Heron. @ export.xml:4\n"
	                    "note Name The Wind: nom de guerre @ export.xml:7\n"
	                    "title Director @ export.xml:8\n"
	                    "gender M @ export.xml:8\n"
	                    "title Dr @ export.xml:8\n"
	                    "nationality MT @ export.xml:10\n"
	                    "birth-date 1937-04-28 @ export.xml:12\n"
	                    "birth-place Harbour Town, Malta @ export.xml:12\n"
	                    "birth-date circa 1938 @ export.xml:13\n"
	                    "birth-date 1935 to 1939 @ export.xml:14\n"
	                    "note ISLAMIC: 1402-2-1 @ export.xml:15\n"
	                    "note passport A9900111: diplomatic, knownExpired,"
	                    " nameOnDocument P. Borg, issued at sea @ export.xml:16\n"
	                    "listed EU PRK @ export.xml:5\n");
	g_assert_cmpstr (listing, ==, "EU; PRK; 9999/372 (OJ L1); 2016-04-28; -\n");
}

/* The day of an amendment is no day of listing */
static void
test_ships (void)
{
	g_autoptr (FairleadRecords) records = load_fixture ();
	g_autofree char *listing = test_describe_listing (records, "eu:EU.9002.2");

	test_assert_entity (records, "eu:EU.9002.2",
	                    "vessel @ export.xml:19\n"
	                    "primary Windmere @ export.xml:22\n"
	                    "imo 4001014 [] @ export.xml:23\n"
	                    "listed EU PRK @ export.xml:20\n");
	test_assert_entity (records, "eu:EU.9003.3",
	                    "vessel @ export.xml:25\n"
	                    "primary Moonless @ export.xml:28\n"
	                    "imo 4001026 [] @ export.xml:26\n"
	                    "note (IMO number: 4001026) @ export.xml:26\n"
	                    "listed EU  @ export.xml:25\n");
	test_assert_entity (records, "eu:EU.9005.5",
	                    "unknown @ export.xml:44\n"
	                    "primary Both Ways @ export.xml:46\n"
	                    "imo 4001129 [] @ export.xml:47\n"
	                    "listed EU  @ export.xml:44\n");
	g_assert_cmpstr (listing, ==, "EU; PRK; 9999/1 (OJ L2); -; -\n");
}

static void
test_company (void)
{
	g_autoptr (FairleadRecords) records = load_fixture ();

	test_assert_entity (records, "eu:9004",
	                    "company @ export.xml:30\n"
	                    "primary Blue Ledger Shipping @ export.xml:34\n"
	                    "imo-company 4102016 [] @ export.xml:40\n"
	                    "registration BR 99 [KP] @ export.xml:41\n"
	                    "note Owner of the tanker Windmere (IMO number: 4001014). @"
	                    " export.xml:31\n"
	                    "country KP @ export.xml:35\n"
	                    "note Address: asAtListingTime @ export.xml:35\n"
	                    "phone +850-2-000 @ export.xml:36\n"
	                    "note FAX: +850-2-001 @ export.xml:37\n"
	                    "email desk@blue-ledger.example @ export.xml:38\n"
	                    "note mystery: unheard of @ export.xml:42\n"
	                    "note mystery kind: odd @ export.xml:42\n"
	                    "located-at address:5 quay road po box 12 old port saebyok 1001"
	                    " kp @ export.xml:35\n"
	                    "listed EU PRK @ export.xml:32\n");
}

static void
test_doubts (void)
{
	g_autoptr (FairleadRecords) records = load_fixture ();
	guint n;
	const FairleadFileRow *file = fairlead_records_get_files (records, &n);

	g_assert_cmpuint (file->n_records, ==, 6);
	g_assert_cmpstr (fairlead_records_get_text (records, file->issued), ==, "2024-12-11");
	fairlead_records_get_issues (records, &n);
	g_assert_cmpuint (n, ==, 2);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_UNKNOWN_KIND), ==, 1);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_MISSING_FIELD), ==, 1);
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/ingest/eu-fsf-xml/reads-a-person", test_person);
	g_test_add_func ("/ingest/eu-fsf-xml/tells-ships-by-their-number", test_ships);
	g_test_add_func ("/ingest/eu-fsf-xml/reads-a-company", test_company);
	g_test_add_func ("/ingest/eu-fsf-xml/tells-what-it-doubts", test_doubts);
	return g_test_run ();
}
