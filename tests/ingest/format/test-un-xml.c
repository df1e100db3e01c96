/* tests/ingest/format/test-un-xml.c: persons and entities of the UN list, empty elements as nothing
 * said */
#include "tests/common/helpers.h"

#define FIXTURE "un-xml/consolidated.xml"

static FairleadRecords *
load_fixture (void)
{
	g_autofree char *path = test_fixture (FIXTURE);

	return test_load (path, "un-xml");
}

static void
test_person (void)
{
	g_autoptr (FairleadRecords) records = load_fixture ();

	test_assert_entity (records, "un:XPi.001",
	                    "person @ consolidated.xml:3\n"
	                    "primary OH PARAM SAE @ consolidated.xml:3\n"
	                    "alias 오바람새 @ consolidated.xml:4\n"
	                    "alias O Param Sae @ consolidated.xml:11\n"
	                    "alias O Param-sae @ consolidated.xml:11\n"
	                    "weak alias The Wind (Param; Wind) @ consolidated.xml:12\n"
	                    "passport 999000111 [MT] @ consolidated.xml:23\n"
	                    "national 99000222 [QA] @ consolidated.xml:24\n"
	                    "other 990333 [] @ consolidated.xml:25\n"
	                    "note Represents the Grey Heron company. @ consolidated.xml:4\n"
	                    "title Dr. @ consolidated.xml:6\n"
	                    "title Envoy @ consolidated.xml:7\n"
	                    "title Facilitator @ consolidated.xml:7\n"
	                    "nationality KP @ consolidated.xml:8\n"
	                    "note Alias The Wind (Param; Wind): 1961-02-03, nom de guerre @"
	                    " consolidated.xml:12\n"
	                    "country MT @ consolidated.xml:14\n"
	                    "note Address 12 Salt Lane, Harbour Town, 9901, Malta: previous"
	                    " address @ consolidated.xml:14\n"
	                    "birth-date 1964-07-17 @ consolidated.xml:15\n"
	                    "note Born 1964-07-17: from false passport @ consolidated.xml:15\n"
	                    "birth-date circa 1962 @ consolidated.xml:16\n"
	                    "birth-date circa 1955 to 1958 @ consolidated.xml:17\n"
	                    "birth-date Nov. 1973 @ consolidated.xml:18\n"
	                    "note birth-date: 30-35 years old @ consolidated.xml:19\n"
	                    "birth-place Saebyok, DPRK @ consolidated.xml:21\n"
	                    "note Numéro de passeport 999000111: issued on 2001-08-10,"
	                    " expired @ consolidated.xml:23\n"
	                    "note National identity number: Qatari identification number"
	                    " 99000222 @ consolidated.xml:24\n"
	                    "note National Identification Number 990333: Ration card"
	                    " number: @ consolidated.xml:25\n"
	                    "note SHOE_SIZE: 44 @ consolidated.xml:26\n"
	                    "located-at address:12 salt lane harbour town 9901 mt @"
	                    " consolidated.xml:14\n"
	                    "listed UN DPRK @ consolidated.xml:3\n");
}

static void
test_entity (void)
{
	g_autoptr (FairleadRecords) records = load_fixture ();

	test_assert_entity (records, "un:9900002",
	                    "company @ consolidated.xml:31\n"
	                    "primary GREY HERON TRADING @ consolidated.xml:31\n"
	                    "alias GHT @ consolidated.xml:32\n"
	                    "former White Heron @ consolidated.xml:33\n"
	                    "alias Heron @ consolidated.xml:34\n"
	                    "country MT @ consolidated.xml:35\n"
	                    "country Utopia @ consolidated.xml:36\n"
	                    "address Valletta, Utopia @ consolidated.xml:36\n"
	                    "care-of-at un-name:blue ledger headquarters @"
	                    " consolidated.xml:35\n"
	                    "located-at address:5 quay road harbour town mt @"
	                    " consolidated.xml:35\n"
	                    "listed UN Iran @ consolidated.xml:31\n");
	test_assert_entity (records, "un-name:blue ledger headquarters",
	                    "unknown stub named @ consolidated.xml:35\n"
	                    "primary Blue Ledger Headquarters @ consolidated.xml:35\n"
	                    "care-of un:9900002 @ consolidated.xml:35\n");
}

/* The zone moves no day */
static void
test_listing (void)
{
	g_autoptr (FairleadRecords) records = load_fixture ();
	g_autofree char *person = test_describe_listing (records, "un:XPi.001");
	g_autofree char *company = test_describe_listing (records, "un:9900002");

	g_assert_cmpstr (person, ==, "UN; DPRK; ; 2016-11-30; -\n");
	g_assert_cmpstr (company, ==, "UN; Iran; ; 2015-04-07; -\n");
}

static void
test_births (void)
{
	static const char *const expected[] = { "1964-07-17", "1962", "1955/1958", "1973-11" };
	g_autoptr (FairleadRecords) records = load_fixture ();
	guint n;
	guint n_found = 0;
	const FairleadAttributeRow *rows = fairlead_records_get_attributes (records, &n);

	for (guint i = 0; i < n; i++) {
		g_autofree char *date = fairlead_date_dup_text (
			fairlead_records_get_period (records, rows[i].period)->start);

		if (rows[i].attribute != FAIRLEAD_ATTRIBUTE_BIRTH_DATE)
			continue;
		g_assert_cmpstr (date, ==, expected[n_found]);
		g_assert_cmpint ((fairlead_records_get_period (records, rows[i].period)->flags
		                  & FAIRLEAD_PERIOD_START_CIRCA)
		                         != 0,
		                 ==, n_found == 1 || n_found == 2);
		n_found++;
	}
	g_assert_cmpuint (n_found, ==, G_N_ELEMENTS (expected));
}

static void
test_doubts (void)
{
	g_autoptr (FairleadRecords) records = load_fixture ();
	guint n;
	const FairleadFileRow *file = fairlead_records_get_files (records, &n);

	g_assert_cmpuint (file->n_records, ==, 3);
	g_assert_cmpstr (fairlead_records_get_text (records, file->issued), ==, "2019-03-20");
	fairlead_records_get_issues (records, &n);
	g_assert_cmpuint (n, ==, 4);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_MISSING_FIELD), ==, 1);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_UNKNOWN_COUNTRY), ==, 1);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_UNKNOWN_KIND), ==, 2);
}

typedef struct {
	const char *path;
	guint n_persons;
	guint n_entities;
} Published;

static void
test_published_file (gconstpointer data)
{
	const Published *published = data;
	g_autofree char *path = test_published (published->path);
	g_autoptr (FairleadRecords) records = NULL;
	guint n;
	guint n_dprk = 0;
	const FairleadDesignationRow *rows;

	if (path == NULL)
		return;
	records = test_load (path, "un-xml");
	g_assert_cmpuint (test_count_entities (records, FAIRLEAD_KIND_PERSON), ==,
	                  published->n_persons);
	g_assert_cmpuint (test_count_entities (records, FAIRLEAD_KIND_COMPANY), ==,
	                  published->n_entities);
	rows = fairlead_records_get_designations (records, &n);
	for (guint i = 0; i < n; i++) {
		const char *programme = fairlead_records_get_text (records, rows[i].programme);

		n_dprk += g_str_equal (programme, "DPRK");
		g_assert_cmpint (fairlead_records_get_period (records, rows[i].period)->start.first,
		                 ==,
		                 fairlead_records_get_period (records, rows[i].period)->start.last);
	}
	g_assert_cmpuint (n, ==, published->n_persons + published->n_entities);
	g_assert_cmpuint (n_dprk, ==, 155);
	/* Countries with words around them; nothing else is in doubt */
	fairlead_records_get_issues (records, &n);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_UNKNOWN_COUNTRY), ==, n);
	g_assert_cmpuint (n, <=, 6);
}

int
main (int argc, char **argv)
{
	static const Published files[] = {
		{ "un-consolidated-xml/consolidated_2018-10.xml", 703, 390 },
		{ "un-consolidated-xml/consolidated_2020-04.xml", 709, 305 },
	};

	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/ingest/un-xml/reads-a-person-with-every-field", test_person);
	g_test_add_func ("/ingest/un-xml/reads-an-entity-without-reference-number", test_entity);
	g_test_add_func ("/ingest/un-xml/keeps-the-day-of-listing", test_listing);
	g_test_add_func ("/ingest/un-xml/reads-births-of-every-type", test_births);
	g_test_add_func ("/ingest/un-xml/tells-what-it-doubts", test_doubts);
	g_test_add_data_func ("/ingest/un-xml/reads-the-published-list-of-2018", &files[0],
	                      test_published_file);
	g_test_add_data_func ("/ingest/un-xml/reads-the-published-list-of-2020", &files[1],
	                      test_published_file);
	return g_test_run ();
}
