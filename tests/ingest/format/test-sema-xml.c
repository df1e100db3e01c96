/* tests/ingest/format/test-sema-xml.c: records without ids, in two languages */
#include "tests/common/helpers.h"

static FairleadRecords *
load_fixture (void)
{
	g_autofree char *path = test_fixture ("sema-xml/sema.xml");

	return test_load (path, "sema-xml");
}

static void
test_company (void)
{
	g_autoptr (FairleadRecords) records = load_fixture ();
	g_autofree char *listing =
		test_describe_listing (records, "sema:Invented/1, Part 2/1/Grey Heron Trading");

	test_assert_entity (records, "sema:Invented/1, Part 2/1/Grey Heron Trading",
	                    "company @ sema.xml:3\n"
	                    "primary Grey Heron Trading @ sema.xml:3\n"
	                    "alias GHT @ sema.xml:6\n"
	                    "alias Heron Trading Co., Ltd. @ sema.xml:6\n"
	                    "alias White Heron @ sema.xml:6\n"
	                    "listed SEMA Invented @ sema.xml:3\n");
	g_assert_cmpstr (listing, ==, "SEMA; Invented; schedule 1, Part 2, item 1; -; -\n");
}

static void
test_person (void)
{
	g_autoptr (FairleadRecords) records = load_fixture ();
	g_autofree char *listing =
		test_describe_listing (records, "sema:Justice for Inventions (JFI)//2/Borg, Paul");

	test_assert_entity (records, "sema:Justice for Inventions (JFI)//2/Borg, Paul",
	                    "person @ sema.xml:10\n"
	                    "primary Borg, Paul @ sema.xml:10\n"
	                    "title Dr. @ sema.xml:12\n"
	                    "birth-date 1933-02-02 @ sema.xml:15\n"
	                    "listed SEMA Justice for Inventions (JFI) @ sema.xml:10\n");
	g_assert_cmpstr (listing, ==, "SEMA; Justice for Inventions (JFI); item 2; -; -\n");
}

static void
test_ship (void)
{
	g_autoptr (FairleadRecords) records = load_fixture ();
	g_autofree char *listing = test_describe_listing (records, "sema:Invented/3/7/Windmere");

	test_assert_entity (records, "sema:Invented/3/7/Windmere",
	                    "vessel @ sema.xml:18\n"
	                    "primary Windmere @ sema.xml:18\n"
	                    "imo 4001014 [] @ sema.xml:22\n"
	                    "year-built 1989 @ sema.xml:21\n"
	                    "note Colour: grey @ sema.xml:26\n"
	                    "listed SEMA Invented @ sema.xml:18\n");
	g_assert_cmpstr (listing, ==, "SEMA; Invented; schedule 3, item 7; 2025-06-17; -\n");
}

static void
test_doubts (void)
{
	g_autoptr (FairleadRecords) records = load_fixture ();
	guint n;

	g_assert_cmpuint (fairlead_records_get_files (records, &n)->n_records, ==, 4);
	fairlead_records_get_issues (records, &n);
	g_assert_cmpuint (n, ==, 1);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_MISSING_FIELD), ==, 1);
}

static void
test_published_file (void)
{
	g_autofree char *path = test_published ("canada-sema/sema-lmes.xml");
	g_autoptr (FairleadRecords) records = NULL;
	guint n;

	if (path == NULL)
		return;
	records = test_load (path, "sema-xml");
	g_assert_cmpuint (fairlead_records_get_files (records, &n)->n_records, ==, 1369);
	g_assert_cmpuint (test_count_entities (records, FAIRLEAD_KIND_PERSON), ==, 985);
	g_assert_cmpuint (test_count_entities (records, FAIRLEAD_KIND_COMPANY), ==, 384);
	fairlead_records_get_designations (records, &n);
	g_assert_cmpuint (n, ==, 1369);
	fairlead_records_get_issues (records, &n);
	g_assert_cmpuint (n, ==, 0);
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/ingest/sema-xml/parts-aliases-but-not-legal-forms", test_company);
	g_test_add_func ("/ingest/sema-xml/reads-a-person-without-schedule", test_person);
	g_test_add_func ("/ingest/sema-xml/reads-a-ship-of-later-years", test_ship);
	g_test_add_func ("/ingest/sema-xml/tells-what-it-doubts", test_doubts);
	g_test_add_func ("/ingest/sema-xml/reads-the-published-list", test_published_file);
	return g_test_run ();
}
