/* tests/ingest/format/test-ofac-sdn-csv.c: four files without headers become one list, in any order
 * of reading */
#include "ingest/format/ofac-sdn/sdn-csv.h"
#include "tests/common/helpers.h"

#include <string.h>

static const FairleadFormat *const format = &fairlead_format_ofac_sdn_csv;

static void
read_input (FairleadRecords *records, FairleadInput *input, gpointer state)
{
	g_autoptr (GError) error = NULL;
	g_auto (FairleadSample) sample = { 0 };
	const char *path = fairlead_input_get_path (input);
	FairleadReading reading = {
		.input = input, .sample = &sample, .records = records, .path = path, .state = state
	};
	gsize size;
	const char *head = fairlead_input_peek (input, &size, &error);

	g_assert_no_error (error);
	fairlead_sample_init (&sample, head, size);
	g_assert_cmpuint (format->sniff (format, &sample), >, 0);
	reading.file = fairlead_records_add_file (records, path);
	format->read (format, &reading, &error);
	g_assert_no_error (error);
	g_assert_cmpuint (reading.n_records, >, 0);
}

/* Files of a folder, by the letters of their names: s(dn) a(lt) d(add) c(omments) */
static FairleadRecords *
read_files (const char *folder, const char *letters)
{
	static const char *const names[] = { "sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv" };
	static const char order[] = "sadc";
	FairleadRecords *records = fairlead_records_new ();
	gpointer state = format->begin (format);

	for (; *letters != '\0'; letters++) {
		guint place = (guint) (strchr (order, *letters) - order);
		g_autofree char *path = g_build_filename (folder, names[place], NULL);
		g_autoptr (GError) error = NULL;
		g_autoptr (FairleadInput) input = fairlead_input_open (path, &error);

		g_assert_no_error (error);
		read_input (records, input, state);
	}
	g_assert_true (format->finish (format, state, records, NULL));
	format->end (state);
	return records;
}

static FairleadRecords *
read_fixture (const char *letters)
{
	g_autofree char *folder = test_fixture ("ofac-sdn");

	return read_files (folder, letters);
}

static void
assert_entity (FairleadRecords *records, const char *key, const char *expected)
{
	g_autofree char *description = test_describe_entity (records, key);

	g_assert_cmpstr (description, ==, expected);
}

static void
test_company (void)
{
	g_autoptr (FairleadRecords) records = read_fixture ("sadc");

	assert_entity (
		records, "ofac:90001",
		"company @ sdn.csv:1\n"
		"primary BLUE LEDGER SHIPPING CO., LTD. @ sdn.csv:1\n"
		"weak alias BLUE; LEDGER @ sdn.csv:1\n"
		"alias BLUE LEDGER @ alt.csv:1\n"
		"imo-company 4102016 [] @ sdn.csv:1\n"
		"registration 0012345 [HK] @ sdn.csv:1\n"
		"other 111222333 [D-U-N-S] @ sdn.csv:1\n"
		"note Secondary sanctions risk: Invented Regulations, sections 1.201 and 1.210 (a; "
		"b)"
		" @ sdn.csv:1\n"
		"note Registration Number 0012345 (Hong Kong) issued 02 Mar 2011 @ sdn.csv:1\n"
		"formed 17 Dec 2010 @ sdn.csv:1\n"
		"sector Sea and coastal freight water transport @ sdn.csv:1\n"
		"website www.blue-ledger.example @ sdn.csv:1\n"
		"jurisdiction HK @ sdn.csv:1\n"
		"country HK @ add.csv:1\n"
		"gender Neuter @ sdn_comments.csv:3\n"
		"linked-to ofac-name:grey heron holdings s a @ sdn.csv:1\n"
		"located-at address:room 5 1 invented road kowloon hk @ add.csv:1\n"
		"linked-to ofac-name:heron air @ sdn_comments.csv:3\n"
		"listed OFAC DPRK4 @ sdn.csv:1\n"
		"listed OFAC NPWMD @ sdn.csv:1\n");
	assert_entity (records, "ofac:90004",
	               "company @ sdn.csv:4\n"
	               "primary GREY HERON HOLDINGS S.A. @ sdn.csv:4\n"
	               "alias HERON BLANCO S.A. @ alt.csv:3\n"
	               "imo-company 4102020 [] @ sdn.csv:4\n"
	               "tax 77-1 [PA] @ sdn.csv:4\n"
	               "bic EXMPPAPA [] @ sdn.csv:4\n"
	               "registration 12 [Atlantis] @ sdn.csv:4\n"
	               "email desk@grey-heron.example @ sdn.csv:4\n"
	               "phone 5070000000 @ sdn.csv:4\n"
	               "country HK @ add.csv:3\n"
	               "note mail only @ add.csv:3\n"
	               "care-of-at ofac-name:blue ledger shipping co ltd @ add.csv:3\n"
	               "located-at address:1 invented road kowloon hk @ add.csv:3\n"
	               "listed OFAC DPRK4 @ sdn.csv:4\n");
}

static void
test_person (void)
{
	g_autoptr (FairleadRecords) records = read_fixture ("sadc");

	assert_entity (records, "ofac:90002",
	               "person @ sdn.csv:2\n"
	               "primary TESTOVICH, Ivan @ sdn.csv:2\n"
	               "weak former VANYA @ sdn.csv:2\n"
	               "weak alias \"IVAN THE CLERK\" @ alt.csv:4\n"
	               "passport 123456789 [KP] @ sdn.csv:2\n"
	               "passport 555 [] @ sdn.csv:2\n"
	               "national A-77 [PA] @ sdn.csv:2\n"
	               "other 1InventedXYZ [XBT] @ sdn.csv:2\n"
	               "national 8-8 [PA] @ sdn.csv:2\n"
	               "title Director, Blue Ledger @ sdn.csv:2\n"
	               "birth-date circa 1962 @ sdn.csv:2\n"
	               "birth-date 09 Nov 1963 @ sdn.csv:2\n"
	               "birth-place Exampleville, Panama @ sdn.csv:2\n"
	               "nationality KP @ sdn.csv:2\n"
	               "nationality RU @ sdn.csv:2\n"
	               "gender Male @ sdn.csv:2\n"
	               "note Passport 123456789 (Korea, North) expires 12 Jan 2021 @ sdn.csv:2\n"
	               "note Chinese Commercial Code 1234 5678 @ sdn.csv:2\n"
	               "note alt. nationality None Identified @ sdn.csv:2\n"
	               "note weak alias @ alt.csv:4\n"
	               "country PA @ add.csv:2\n"
	               "address Exampleville, Panama @ add.csv:2\n"
	               "linked-to ofac-name:blue ledger shipping co ltd @ sdn.csv:2\n"
	               "listed OFAC DPRK4 @ sdn.csv:2\n");
}

static void
test_vessel (void)
{
	g_autoptr (FairleadRecords) records = read_fixture ("sadc");

	assert_entity (records, "ofac:90003",
	               "vessel @ sdn.csv:3\n"
	               "primary HERON ONE @ sdn.csv:3\n"
	               "former PATIENT HERON @ alt.csv:2\n"
	               "call-sign 5XX123 [] @ sdn.csv:3\n"
	               "call-sign 9XYZ1 [] @ sdn.csv:3\n"
	               "mmsi 667001999 [] @ sdn.csv:3\n"
	               "imo 4001014 [] @ sdn.csv:3\n"
	               "vessel-type Products Tanker @ sdn.csv:3\n"
	               "deadweight 12345 @ sdn.csv:3\n"
	               "gross-tonnage 6789 @ sdn.csv:3\n"
	               "flag SL @ sdn.csv:3\n"
	               "former-flag MT @ sdn.csv:3\n"
	               "note alt. Former Vessel Flag None Identified @ sdn.csv:3\n"
	               "year-built 1996 @ sdn.csv:3\n"
	               "vessel-type Oil Tanker @ sdn.csv:3\n"
	               "note arrested 23 Apr 2019 @ sdn.csv:3\n"
	               "owned-by ofac-name:grey heron holdings s a @ sdn.csv:3\n"
	               "linked-to ofac-name:blue ledger shipping co ltd @ sdn.csv:3\n"
	               "listed OFAC DPRK4 @ sdn.csv:3\n");
	assert_entity (records, "ofac:90006",
	               "vessel @ sdn.csv:6\n"
	               "primary HERON TWO @ sdn.csv:6\n"
	               "invalid imo 4001041 [] @ sdn.csv:6\n"
	               "note Vessel Flag None Identified @ sdn.csv:6\n"
	               "listed OFAC CUBA @ sdn.csv:6\n");
	assert_entity (records, "ofac:90007",
	               "aircraft @ sdn.csv:7\n"
	               "primary X-TST @ sdn.csv:7\n"
	               "year-built 1992 @ sdn.csv:7\n"
	               "note Aircraft Model Kite 7 @ sdn.csv:7\n"
	               "country Region: Nowhere @ add.csv:4\n"
	               "operated-by ofac-name:heron air @ sdn.csv:7\n"
	               "listed OFAC SDGT @ sdn.csv:7\n");
}

static void
test_links_by_name (void)
{
	g_autoptr (FairleadRecords) records = read_fixture ("s");
	guint n;
	const FairleadLinkFact *links = fairlead_records_get_links (records, &n);

	g_assert_cmpuint (n, ==, 6);
	for (guint i = 0; i < n; i++) {
		g_assert_cmpfloat (links[i].confidence, ==, FAIRLEAD_CONFIDENCE_BY_NAME);
		g_assert_cmpuint (strlen (fairlead_records_get_text (records, links[i].note)), >,
		                  0);
	}
	g_assert_cmpstr (fairlead_records_get_text (records, links[0].note), ==, "Linked To");
}

/* Remarks of 90008 are cut in `Phone`; those of 90001 were not cut; 99998 is nowhere else */
static void
test_overflow (void)
{
	static const char *const orders[] = { "sadc", "cdas", "csad", "acsd" };
	static const char expected[] =
		"company @ sdn.csv:8\n"
		"primary LONG STORY TRADING @ sdn.csv:8\n"
		"note Executive Order 99999 Directive Determination - invented @ sdn.csv:8\n"
		"phone 5071111111 @ sdn.csv:8\n"
		"linked-to ofac-name:testovich ivan @ sdn.csv:8\n"
		"linked-to ofac-name:blue ledger shipping co ltd @ sdn_comments.csv:1\n"
		"listed OFAC DPRK2 @ sdn.csv:8\n";

	for (guint i = 0; i < G_N_ELEMENTS (orders); i++) {
		g_autoptr (FairleadRecords) records = read_fixture (orders[i]);

		assert_entity (records, "ofac:90008", expected);
		assert_entity (records, "ofac:99998",
		               "unknown stub @ sdn_comments.csv:2\n"
		               "note tail of something @ sdn_comments.csv:2\n"
		               "linked-to ofac-name:heron one @ sdn_comments.csv:2\n");
	}
}

/* Without the comments file the cut fact is kept as it stands */
static void
test_cut_remarks_alone (void)
{
	g_autoptr (FairleadRecords) records = read_fixture ("s");

	assert_entity (records, "ofac:90008",
	               "company @ sdn.csv:8\n"
	               "primary LONG STORY TRADING @ sdn.csv:8\n"
	               "note Executive Order 99999 Directive Determination - invented @ sdn.csv:8\n"
	               "note P @ sdn.csv:8\n"
	               "linked-to ofac-name:testovich ivan @ sdn.csv:8\n"
	               "listed OFAC DPRK2 @ sdn.csv:8\n");
}

static void
test_stubs (void)
{
	g_autoptr (FairleadRecords) records = read_fixture ("a");

	assert_entity (records, "ofac:99999",
	               "unknown stub @ alt.csv:5\nalias NOBODY DESCRIBES ME @ alt.csv:5\n");
	assert_entity (records, "ofac:90001",
	               "unknown stub @ alt.csv:1\nalias BLUE LEDGER @ alt.csv:1\n");
}

static void
test_issues (void)
{
	g_autoptr (FairleadRecords) records = read_fixture ("sadc");
	guint n;

	fairlead_records_get_issues (records, &n);
	g_assert_cmpuint (n, ==, 5);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_BAD_RECORD), ==, 1);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_RETYPED_IDENTIFIER), ==, 1);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_BAD_CHECK_DIGIT), ==, 1);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_UNKNOWN_KIND), ==, 1);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_UNKNOWN_COUNTRY), ==, 1);
	assert_entity (records, "ofac:90005", "no such entity");
	assert_entity (records, "ofac:90009",
	               "unknown @ sdn.csv:9\nprimary QUIET ONE @ sdn.csv:9\nlisted OFAC DPRK @ "
	               "sdn.csv:9\n");
}

static void
test_other_files (void)
{
	static const char *const others[] = {
		"1,2,5\n2,3,9\n",
		"1,first; second\n2,third; fourth\n",
		"id,name\n1,Blue\n",
		"1,2,a,b,c,d\n3,4,,,,\n",
		"1,A,,,,,,,,,,\n2,B,,,,,,,,,,\n",
		"1;501;aka;BLUE;-0- \n",
		"<sdnList/>",
		"",
	};

	for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
		g_auto (FairleadSample) sample = { 0 };

		fairlead_sample_init (&sample, others[i], strlen (others[i]));
		g_assert_cmpuint (format->sniff (format, &sample), ==, 0);
	}
}

/* Bytes of the fixture struck at random: an error, issues or facts, and no crash */
static void
test_damaged_files (void)
{
	static const char *const names[] = { "sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv" };

	for (guint i = 0; i < test_rounds (4000); i++) {
		g_autofree char *folder = test_fixture ("ofac-sdn");
		g_autofree char *path = g_build_filename (folder, names[i % 4], NULL);
		g_autoptr (FairleadRecords) records = fairlead_records_new ();
		g_autoptr (FairleadInput) input = NULL;
		g_autoptr (GError) error = NULL;
		g_auto (FairleadSample) sample = { 0 };
		g_autofree char *bytes = NULL;
		gpointer state = format->begin (format);
		FairleadReading reading = {
			.sample = &sample, .records = records, .path = path, .state = state
		};
		gsize size;

		g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
		fairlead_sample_init (&sample, bytes, size);
		for (guint n = i % 40; n > 0; n--)
			bytes[g_test_rand_int_range (0, (gint32) size)] =
				i % 2 == 0 ? (char) g_test_rand_int_range (1, 256)
					   : ",\";'(-0.\n"[g_test_rand_int_range (0, 9)];
		input = fairlead_input_new_for_bytes (path, bytes, size);
		reading.input = input;
		reading.file = fairlead_records_add_file (records, path);
		if (!format->read (format, &reading, &error))
			g_assert_nonnull (error);
		format->finish (format, state, records, NULL);
		format->end (state);
	}
}

/* ---- the published list of 2021 ---- */

static guint
count_kind (FairleadRecords *records, FairleadKind kind, guint flags)
{
	guint n;
	guint n_of_kind = 0;
	const FairleadEntityRow *rows = fairlead_records_get_entities (records, &n);

	for (guint i = 0; i < n; i++)
		n_of_kind += rows[i].kind == kind
		             && (rows[i].flags & (FAIRLEAD_ENTITY_STUB | FAIRLEAD_ENTITY_NAMED))
		                        == flags;
	return n_of_kind;
}

/* Names that stand in the file with this number, which counts from 0 */
static guint
count_names (FairleadRecords *records, guint32 file, gboolean primary)
{
	guint n;
	guint n_names = 0;
	const FairleadNameRow *rows = fairlead_records_get_names (records, &n);

	for (guint i = 0; i < n; i++)
		n_names += rows[i].source.file == file
		           && (rows[i].type == FAIRLEAD_NAME_PRIMARY) == primary;
	return n_names;
}

static void
test_published_counts (void)
{
	g_autofree char *folder = test_published ("ofac-sdn-csv-2021");
	g_autoptr (FairleadRecords) records = NULL;

	if (folder == NULL)
		return;
	records = read_files (folder, "sadc");
	g_assert_cmpuint (count_kind (records, FAIRLEAD_KIND_PERSON, 0), ==, 4620);
	g_assert_cmpuint (count_kind (records, FAIRLEAD_KIND_COMPANY, 0), ==, 3673);
	g_assert_cmpuint (count_kind (records, FAIRLEAD_KIND_VESSEL, 0), ==, 406);
	g_assert_cmpuint (count_kind (records, FAIRLEAD_KIND_AIRCRAFT, 0), ==, 277);
	/* every alias and address is of a party of the list */
	g_assert_cmpuint (count_kind (records, FAIRLEAD_KIND_UNKNOWN, FAIRLEAD_ENTITY_STUB), ==, 0);
	g_assert_cmpuint (count_names (records, 1, FALSE), ==, 11910);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_BAD_RECORD), ==, 0);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_BAD_DATE), ==, 0);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_BAD_NUMBER), ==, 0);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_RETYPED_IDENTIFIER), ==, 9);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_BAD_CHECK_DIGIT), ==, 1);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_BAD_IDENTIFIER), ==, 1);
	/* `possibly Palestinian`, and regions that are no country */
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_UNKNOWN_COUNTRY), ==, 12);
}

static void
test_published_imo_numbers (void)
{
	g_autofree char *folder = test_published ("ofac-sdn-csv-2021");
	g_autoptr (FairleadRecords) records = NULL;
	g_autoptr (GHashTable) distinct = g_hash_table_new (g_str_hash, g_str_equal);
	const FairleadIdRow *rows;
	const FairleadEntityRow *entities;
	guint n_fail_ship_check = 0;
	guint n;

	if (folder == NULL)
		return;
	records = read_files (folder, "s");
	entities = fairlead_records_get_entities (records, &n);
	rows = fairlead_records_get_identifiers (records, &n);
	for (guint i = 0; i < n; i++) {
		const char *number = fairlead_records_get_text (records, rows[i].number);

		if (rows[i].scheme != FAIRLEAD_ID_IMO && rows[i].scheme != FAIRLEAD_ID_IMO_COMPANY)
			continue;
		g_assert_cmpuint (entities[rows[i].entity].kind == FAIRLEAD_KIND_VESSEL, ==,
		                  rows[i].scheme == FAIRLEAD_ID_IMO);
		if (g_hash_table_add (distinct, (gpointer) number))
			n_fail_ship_check += !fairlead_imo_ship_check (number);
	}
	/* 479 of seven digits behind `IMO`, of which 72 fail; one of five and one of six digits,
	 * and
	 * one behind words, which fail too; one without `IMO` that does not */
	g_assert_cmpuint (g_hash_table_size (distinct), ==, 479 + 4);
	g_assert_cmpuint (n_fail_ship_check, ==, 72 + 3);
}

static void
assert_fact (FairleadRecords *records, const char *key, const char *fact)
{
	g_autofree char *description = test_describe_entity (records, key);

	if (strstr (description, fact) == NULL)
		g_error ("\"%s\" is not said of %s:\n%s", fact, key, description);
}

/* Lines as `grep -n` gives them. The cut goes through the first telephone number of 28264. */
static void
test_published_rows (void)
{
	g_autofree char *folder = test_published ("ofac-sdn-csv-2021");
	g_autoptr (FairleadRecords) records = NULL;

	if (folder == NULL)
		return;
	records = read_files (folder, "cdas");
	assert_fact (records, "ofac:17069", "vessel @ sdn.csv:4121\n");
	assert_fact (records, "ofac:17069", "\nimo 7937317 [] @ sdn.csv:4121\n");
	assert_fact (records, "ofac:17069", "\nlisted OFAC DPRK @ sdn.csv:4121\n");
	assert_fact (records, "ofac:18345", "\nimo-company 5405737 [] @ sdn.csv:4468\n");
	assert_fact (records, "ofac:28264", "\nphone 8613314257947 @ sdn.csv:7926\n");
	assert_fact (records, "ofac:28264", "\nphone 8618004121000 @ sdn_comments.csv:3\n");
	assert_fact (records, "ofac:28264",
	             "\nnational 210302198701102136 [CN] @ sdn_comments.csv:3\n");
	assert_fact (records, "ofac:28264",
	             "\nlinked-to ofac-name:lazarus group @ sdn_comments.csv:3\n");
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/format/ofac-sdn-csv/reads-companies", test_company);
	g_test_add_func ("/format/ofac-sdn-csv/reads-persons", test_person);
	g_test_add_func ("/format/ofac-sdn-csv/reads-vessels-and-aircraft", test_vessel);
	g_test_add_func ("/format/ofac-sdn-csv/links-by-name-are-less-sure", test_links_by_name);
	g_test_add_func ("/format/ofac-sdn-csv/joins-overflow-in-any-order", test_overflow);
	g_test_add_func ("/format/ofac-sdn-csv/keeps-remarks-that-stay-cut",
	                 test_cut_remarks_alone);
	g_test_add_func ("/format/ofac-sdn-csv/keeps-dangling-rows-as-stubs", test_stubs);
	g_test_add_func ("/format/ofac-sdn-csv/reports-doubts", test_issues);
	g_test_add_func ("/format/ofac-sdn-csv/leaves-other-files-alone", test_other_files);
	g_test_add_func ("/format/ofac-sdn-csv/survives-damaged-files", test_damaged_files);
	g_test_add_func ("/format/ofac-sdn-csv/counts-of-the-published-list",
	                 test_published_counts);
	g_test_add_func ("/format/ofac-sdn-csv/types-published-imo-numbers",
	                 test_published_imo_numbers);
	g_test_add_func ("/format/ofac-sdn-csv/reads-published-rows", test_published_rows);
	return g_test_run ();
}
