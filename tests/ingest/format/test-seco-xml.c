/* tests/ingest/format/test-seco-xml.c: the present state of each target, and nothing of its history
 * */
#include "tests/common/helpers.h"

static FairleadRecords *
load_fixture (void)
{
	g_autofree char *path = test_fixture ("seco-xml/list.xml");

	return test_load (path, "seco-xml");
}

static void
assert_listing (FairleadRecords *records, const char *key, const char *expected)
{
	g_autofree char *listing = test_describe_listing (records, key);

	g_assert_cmpstr (listing, ==, expected);
}

/* Spellings are put together where script and language agree; no name of the history is read */
static void
test_person (void)
{
	g_autoptr (FairleadRecords) records = load_fixture ();

	test_assert_entity (records, "seco:9100",
	                    "person @ list.xml:13\n"
	                    "primary Borg, Paul Paulovich @ list.xml:18\n"
	                    "alias Борг, Павел Paulovich @ list.xml:20\n"
	                    "alias Bourg, Paul Paulovich @ list.xml:20\n"
	                    "weak alias The Wind @ list.xml:24\n"
	                    "alias Ali Invented @ list.xml:33\n"
	                    "list 140 [] @ list.xml:15\n"
	                    "passport A9900111 [MT] @ list.xml:30\n"
	                    "gender male @ list.xml:13\n"
	                    "title Dr @ list.xml:18\n"
	                    "birth-date 1980-3-23 @ list.xml:25\n"
	                    "note Islamic: 1402 @ list.xml:26\n"
	                    "birth-place Harbour Town, Old Port, Malta @ list.xml:27\n"
	                    "country MT @ list.xml:28\n"
	                    "note Address: since 2009 @ list.xml:28\n"
	                    "nationality MT @ list.xml:29\n"
	                    "note passport A9900111: expiry-date 2030-12-31 @ list.xml:30\n"
	                    "reason Runs the Grey Heron. @ list.xml:35\n"
	                    "care-of-at seco-name:grey heron club @ list.xml:28\n"
	                    "located-at address:ul quay 4 harbour town old port 220029"
	                    " mt @ list.xml:28\n"
	                    "linked-to seco:9200 @ list.xml:36\n"
	                    "listed SECO Invented @ list.xml:13\n");
}

static void
test_company (void)
{
	g_autoptr (FairleadRecords) records = load_fixture ();

	test_assert_entity (records, "seco:9200",
	                    "company @ list.xml:48\n"
	                    "primary Grey Heron Trading @ list.xml:51\n"
	                    "other L-1 [library-card] @ list.xml:55\n"
	                    "formed 2004-7 @ list.xml:52\n"
	                    "reason Subsidiary of nobody. @ list.xml:57\n"
	                    "note IMO number of the vessel: 4001014. @ list.xml:58\n"
	                    "country KP @ list.xml:54\n"
	                    "linked-party seco:9100 @ list.xml:36\n"
	                    "located-at address:5 quay road @ list.xml:53\n"
	                    "located-at address:6 quay road po box 12 saebyok kp @"
	                    " list.xml:54\n"
	                    "listed SECO Invented @ list.xml:48\n");
}

static void
test_ship (void)
{
	g_autoptr (FairleadRecords) records = load_fixture ();

	test_assert_entity (records, "seco:9300",
	                    "vessel @ list.xml:64\n"
	                    "primary Windmere @ list.xml:69\n"
	                    "former Greenlight @ list.xml:70\n"
	                    "alias Windy @ list.xml:71\n"
	                    "imo 4001014 [] @ list.xml:73\n"
	                    "listed SECO Invented @ list.xml:64\n"
	                    "listed SECO  @ list.xml:64\n");
}

static void
test_periods (void)
{
	static const char article[] = "SECO; Invented; Ordinance of 15 June 2016 on invented"
				      " measures: article 12; ";
	g_autoptr (FairleadRecords) records = load_fixture ();
	g_autofree char *struck_off = g_strconcat (article, "2011-05-02; 2016-03-02 ended\n", NULL);
	g_autofree char *again = g_strconcat (article, "2021-08-12; -\n", NULL);

	assert_listing (records, "seco:9100", struck_off);
	assert_listing (records, "seco:9200", again);
	assert_listing (records, "seco:9300",
	                "SECO; Invented; Ordinance of 15 June 2016 on invented measures: ships;"
	                " 2016-05-18; -\n"
	                "SECO; ; ; 2016-05-18; -\n");
}

static void
test_doubts (void)
{
	g_autoptr (FairleadRecords) records = load_fixture ();
	guint n;
	const FairleadFileRow *file = fairlead_records_get_files (records, &n);

	g_assert_cmpuint (file->n_records, ==, 4);
	g_assert_cmpstr (fairlead_records_get_text (records, file->issued), ==, "2026-08-27");
	fairlead_records_get_issues (records, &n);
	g_assert_cmpuint (n, ==, 4);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_UNKNOWN_ID), ==, 2);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_UNKNOWN_KIND), ==, 2);
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/ingest/seco-xml/reads-a-person", test_person);
	g_test_add_func ("/ingest/seco-xml/waits-for-places", test_company);
	g_test_add_func ("/ingest/seco-xml/reads-a-ship", test_ship);
	g_test_add_func ("/ingest/seco-xml/keeps-when-it-held", test_periods);
	g_test_add_func ("/ingest/seco-xml/tells-what-it-doubts", test_doubts);
	return g_test_run ();
}
