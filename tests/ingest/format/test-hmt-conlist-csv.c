/* tests/ingest/format/test-hmt-conlist-csv.c: rows of names become parties */
#include "tests/common/helpers.h"

static FairleadRecords *
load_fixture (void)
{
	g_autofree char *path = test_fixture ("hmt-conlist-csv/conlist.csv");

	return test_load (path, "hmt-conlist-csv");
}

static void
test_person (void)
{
	g_autoptr (FairleadRecords) records = load_fixture ();
	g_autofree char *listing = test_describe_listing (records, "uk-ofsi:99001");

	test_assert_entity (records, "uk-ofsi:99001",
	                    "person @ conlist.csv:3\n"
	                    "alias BORG, Invented Paul @ conlist.csv:3\n"
	                    "primary BORG-CARUANA, Invented @ conlist.csv:5\n"
	                    "passport 99642163 [MT] @ conlist.csv:3\n"
	                    "passport A 990242 [] @ conlist.csv:3\n"
	                    "national 9903251708 [] @ conlist.csv:3\n"
	                    "title Dr @ conlist.csv:3\n"
	                    "birth-date 00/00/1955 @ conlist.csv:3\n"
	                    "note Country: Maltese citizenship @ conlist.csv:3\n"
	                    "nationality MT @ conlist.csv:3\n"
	                    "nationality CY @ conlist.csv:3\n"
	                    "note Passport: Provisional 99642163 (Maltese) issued by the"
	                    " city of Harbour Town @ conlist.csv:3\n"
	                    "note Passport: A 990242, expired @ conlist.csv:3\n"
	                    "note National identity number: no 9903251708 @ conlist.csv:3\n"
	                    "title Director @ conlist.csv:3\n"
	                    "note Close to the ‘Grey Heron’. @ conlist.csv:3\n"
	                    "country MT @ conlist.csv:3\n"
	                    "birth-place Saebyok, Malta @ conlist.csv:3\n"
	                    "birth-place Malta @ conlist.csv:3\n"
	                    "birth-place Harbour Town, Cyprus @ conlist.csv:3\n"
	                    "birth-date 17/08/1957 @ conlist.csv:5\n"
	                    "located-at address:12 salt lane old quay harbour town ht1"
	                    " mt @ conlist.csv:3\n"
	                    "listed UK Invented (nuclear proliferation) @ conlist.csv:3\n"
	                    "listed UK Elsewhere @ conlist.csv:6\n");
	g_assert_cmpstr (listing, ==,
	                 "UK; Invented (nuclear proliferation); ; 2013-04-23; -\n"
	                 "UK; Elsewhere; ; 2011-02-01; -\n");
}

static void
test_entity (void)
{
	g_autoptr (FairleadRecords) records = load_fixture ();

	test_assert_entity (records, "uk-ofsi:99002",
	                    "company @ conlist.csv:4\n"
	                    "former GREY HERON TRADING @ conlist.csv:4\n"
	                    "primary GREY HERON HOLDINGS @ conlist.csv:7\n"
	                    "country KP @ conlist.csv:4\n"
	                    "address Pyongyang, DPRK @ conlist.csv:4\n"
	                    "country Utopia @ conlist.csv:7\n"
	                    "listed UK Invented (nuclear proliferation) @ conlist.csv:4\n");
}

static void
test_doubts (void)
{
	g_autoptr (FairleadRecords) records = load_fixture ();
	g_autofree char *listing = test_describe_listing (records, "uk-ofsi:99003");
	guint n;
	const FairleadFileRow *file = fairlead_records_get_files (records, &n);

	test_assert_entity (records, "uk-ofsi:99003",
	                    "unknown @ conlist.csv:9\n"
	                    "alias ODD ONE @ conlist.csv:9\n"
	                    "listed UK Elsewhere @ conlist.csv:9\n");
	g_assert_cmpstr (listing, ==, "UK; Elsewhere; ; -; -\n");
	g_assert_cmpuint (file->n_records, ==, 7);
	g_assert_cmpstr (fairlead_records_get_text (records, file->issued), ==, "2014-04-02");
	fairlead_records_get_issues (records, &n);
	g_assert_cmpuint (n, ==, 6);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_UNKNOWN_KIND), ==, 2);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_UNKNOWN_COUNTRY), ==, 1);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_MISSING_FIELD), ==, 1);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_BAD_DATE), ==, 1);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_BAD_ENCODING), ==, 1);
}

static void
test_published_file (void)
{
	g_autofree char *path = test_published ("uk-hmt-conlist-2014/sanctionsconlist.csv");
	g_autoptr (FairleadRecords) records = NULL;
	guint n;

	if (path == NULL)
		return;
	records = test_load (path, "hmt-conlist-csv");
	g_assert_cmpuint (fairlead_records_get_files (records, &n)->n_records, ==, 8950);
	g_assert_cmpuint (test_count_entities (records, FAIRLEAD_KIND_PERSON), ==, 1337);
	g_assert_cmpuint (test_count_entities (records, FAIRLEAD_KIND_COMPANY), ==, 960);
	/* Six groups stand under more than one regime, two of them under three */
	fairlead_records_get_designations (records, &n);
	g_assert_cmpuint (n, ==, 2297 + 8);
	fairlead_records_get_issues (records, &n);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_BAD_ENCODING), ==, 1);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_UNKNOWN_COUNTRY), ==, n - 1);
	g_assert_cmpuint (n, <=, 29);
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/ingest/hmt-conlist-csv/gathers-the-rows-of-a-person", test_person);
	g_test_add_func ("/ingest/hmt-conlist-csv/gathers-the-rows-of-an-entity", test_entity);
	g_test_add_func ("/ingest/hmt-conlist-csv/tells-what-it-doubts", test_doubts);
	g_test_add_func ("/ingest/hmt-conlist-csv/reads-the-published-list", test_published_file);
	return g_test_run ();
}
