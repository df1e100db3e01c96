/* tests/ingest/format/test-ofac-sdn-xml.c: sdn.xml speaks of the same parties, in the same words,
 * as the CSV */
#include "tests/common/helpers.h"

static FairleadRecords *
load_fixture (void)
{
	g_autofree char *path = test_fixture ("ofac-sdn-xml/sdn.xml");

	return test_load (path, "ofac-sdn-xml");
}

static void
test_ship (void)
{
	g_autoptr (FairleadRecords) records = load_fixture ();

	test_assert_entity (records, "ofac:90001",
	                    "vessel @ sdn.xml:7\n"
	                    "primary WINDMERE @ sdn.xml:7\n"
	                    "former GREENLIGHT @ sdn.xml:21\n"
	                    "imo 4001014 [] @ sdn.xml:17\n"
	                    "mmsi 445000001 [] @ sdn.xml:18\n"
	                    "call-sign HMXY [] @ sdn.xml:24\n"
	                    "year-built 1989 @ sdn.xml:11\n"
	                    "former-flag MT @ sdn.xml:11\n"
	                    "former-flag KM @ sdn.xml:11\n"
	                    "vessel-type Oil Tanker @ sdn.xml:25\n"
	                    "flag KP @ sdn.xml:26\n"
	                    "deadweight 12345 @ sdn.xml:28\n"
	                    "gross-tonnage 9876 @ sdn.xml:29\n"
	                    "linked-to ofac-name:grey heron hk ltd @ sdn.xml:11\n"
	                    "owned-by ofac-name:salt lane marine inc @ sdn.xml:27\n"
	                    "listed OFAC DPRK4 @ sdn.xml:13\n"
	                    "listed OFAC SDGT @ sdn.xml:14\n");
}

static void
test_company (void)
{
	g_autoptr (FairleadRecords) records = load_fixture ();

	test_assert_entity (records, "ofac:90002",
	                    "company @ sdn.xml:32\n"
	                    "primary GREY HERON TRADING @ sdn.xml:32\n"
	                    "weak alias GHT @ sdn.xml:43\n"
	                    "alias HERON @ sdn.xml:44\n"
	                    "imo-company 4102016 [] @ sdn.xml:38\n"
	                    "registration 0012345 [HK] @ sdn.xml:39\n"
	                    "note Registration Number 0012345 (Hong Kong) issued 14 Nov"
	                    " 2007 @ sdn.xml:39\n"
	                    "note Secondary sanctions risk: Invented Regulations, sections"
	                    " 1 and 2 @ sdn.xml:40\n"
	                    "country KP @ sdn.xml:47\n"
	                    "country MT @ sdn.xml:48\n"
	                    "located-at address:5 quay road old port saebyok 1001"
	                    " kp @ sdn.xml:47\n"
	                    "listed OFAC DPRK @ sdn.xml:36\n");
}

static void
test_person (void)
{
	g_autoptr (FairleadRecords) records = load_fixture ();

	test_assert_entity (records, "ofac:90003",
	                    "person @ sdn.xml:51\n"
	                    "primary BORG, Invented Paul @ sdn.xml:51\n"
	                    "alias BORG, Paulus @ sdn.xml:63\n"
	                    "passport A9900111 [MT] @ sdn.xml:59\n"
	                    "title Director @ sdn.xml:55\n"
	                    "gender Male @ sdn.xml:60\n"
	                    "nationality MT @ sdn.xml:65\n"
	                    "nationality CY @ sdn.xml:66\n"
	                    "birth-date circa 1962 @ sdn.xml:68\n"
	                    "birth-date 15 Mar 1949 @ sdn.xml:69\n"
	                    "birth-place Harbour Town, Malta @ sdn.xml:71\n"
	                    "note shoeSize: 44 @ sdn.xml:72\n"
	                    "listed OFAC DPRK @ sdn.xml:57\n");
}

/* The namespace of 2024 and later; an entry without programmes is listed all the same */
static void
test_namespace (void)
{
	g_autofree char *path = test_fixture ("ofac-sdn-xml/consolidated-2024.xml");
	g_autoptr (FairleadRecords) records = test_load (path, "ofac-sdn-xml");
	g_autofree char *listing = test_describe_listing (records, "ofac:90009");
	guint n;
	const FairleadFileRow *file = fairlead_records_get_files (records, &n);

	g_assert_cmpstr (listing, ==, "OFAC; ; ; -; -\n");
	g_assert_cmpstr (fairlead_records_get_text (records, file->issued), ==, "2024-05-13");
}

static void
test_doubts (void)
{
	g_autoptr (FairleadRecords) records = load_fixture ();
	guint n;
	const FairleadFileRow *file = fairlead_records_get_files (records, &n);

	g_assert_cmpuint (file->n_records, ==, 4);
	g_assert_cmpstr (fairlead_records_get_text (records, file->issued), ==, "2021-08-03");
	fairlead_records_get_issues (records, &n);
	g_assert_cmpuint (n, ==, 4);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_RETYPED_IDENTIFIER), ==, 1);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_UNKNOWN_KIND), ==, 2);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_MISSING_FIELD), ==, 1);
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/ingest/ofac-sdn-xml/reads-a-ship", test_ship);
	g_test_add_func ("/ingest/ofac-sdn-xml/reads-a-company", test_company);
	g_test_add_func ("/ingest/ofac-sdn-xml/reads-a-person", test_person);
	g_test_add_func ("/ingest/ofac-sdn-xml/asks-no-namespace", test_namespace);
	g_test_add_func ("/ingest/ofac-sdn-xml/tells-what-it-doubts", test_doubts);
	return g_test_run ();
}
