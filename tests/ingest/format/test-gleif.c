/* tests/ingest/format/test-gleif.c: GLEIF's files of both levels, as XML and as CSV */
#include "ingest/format/gleif/gleif.h"
#include "tests/common/helpers.h"

#include <string.h>

static void
assert_read_as (gconstpointer data)
{
	const char *name = data;
	const char *names[] = { name, NULL };
	g_autofree char *expected = g_strdup_printf ("gleif/expected-%s.txt", name);
	g_autoptr (FairleadRecords) records = test_load_fixture ("gleif", names);
	g_autofree char *text = test_dump_records (records);

	test_assert_golden (expected, text);
}

/* The lines of a dump without where they stand */
static char *
without_lines (const char *text)
{
	g_autoptr (GRegex) line = g_regex_new (" :[0-9]+$", G_REGEX_MULTILINE, 0, NULL);

	g_assert_nonnull (line);
	return g_regex_replace_literal (line, text, -1, 0, "", 0, NULL);
}

static char *
dump_facts (const char *name)
{
	const char *names[] = { name, NULL };
	g_autoptr (FairleadRecords) records = test_load_fixture ("gleif", names);
	g_autofree char *dump = test_dump_records (records);

	return without_lines (dump);
}

static const FairleadLinkFact *
find_link (FairleadRecords *records, FairleadLinkKind kind)
{
	guint n;
	const FairleadLinkFact *links = fairlead_records_get_links (records, &n);

	for (guint i = 0; i < n; i++)
		if (links[i].kind == kind)
			return &links[i];
	g_assert_not_reached ();
}

/* Who is consolidated starts the relation, and is owned */
static void
test_direction (void)
{
	const char *names[] = { "rr.csv", NULL };
	g_autoptr (FairleadRecords) records = test_load_fixture ("gleif", names);
	const FairleadLinkFact *parent = find_link (records, FAIRLEAD_LINK_PARENT);
	const FairleadLinkFact *feeder = find_link (records, FAIRLEAD_LINK_SHAREHOLDER);

	g_assert_cmpstr (test_key_of (records, parent->from), ==, "lei:9999AA00COVE00000385");
	g_assert_cmpstr (test_key_of (records, parent->to), ==, "lei:9999AA00AMBR00000130");
	g_assert_cmpuint (parent->share.low, ==, 515000000);
	g_assert_cmpuint (parent->share.high, ==, 515000000);
	g_assert_cmpstr (test_key_of (records, feeder->from), ==, "lei:9999AA00BRIG00000278");
	g_assert_true (fairlead_period_is_over (fairlead_records_get_period (
		records, find_link (records, FAIRLEAD_LINK_ULTIMATE_PARENT)->period)));
	g_assert_false (
		fairlead_period_is_over (fairlead_records_get_period (records, parent->period)));
}

/* Both syntaxes say the same; XML has a date, and elements that nobody knows */
static void
test_syntaxes_agree (void)
{
	g_autofree char *rr_csv = dump_facts ("rr.csv");
	g_autofree char *rr_xml = dump_facts ("rr.xml");

	g_assert_nonnull (strstr (rr_csv, "lei:9999AA00AMBR00000130"));
	g_assert_cmpstr (rr_csv, ==, rr_xml);
}

static void
test_issued (void)
{
	const char *names[] = { "lei.xml", NULL };
	g_autoptr (FairleadRecords) records = test_load_fixture ("gleif", names);
	guint n;
	const FairleadFileRow *file = fairlead_records_get_files (records, &n);

	g_assert_cmpstr (fairlead_records_get_text (records, file->issued), ==, "2026-02-03");
	g_assert_cmpuint (file->n_records, ==, 5);
}

/* ---- the published files ---- */

typedef struct {
	const char *file;
	const char *format;
	guint n_records;
	guint n_companies; /* described, stubs not counted */
	guint n_links[4];  /* parent, ultimate parent, head office, fund manager */
	guint n_bad_shares;
} Published;

static const Published published[] = {
	{ "20260123-0800-gleif-goldencopy-rr-golden-copy-subset-large.csv",
	  "gleif-rr-csv",
	  4102,
	  0,
	  { 2174, 1801, 39, 88 },
	  39 },
	{ "rr-data.xml", "gleif-rr-xml", 10, 0, { 1, 1, 3, 5 }, 0 },
	{ "rr-updates-data2.xml", "gleif-rr-xml", 11, 0, { 4, 3, 0, 4 }, 2 },
	{ "rr-updates-data2-new.xml", "gleif-rr-xml", 10, 0, { 3, 2, 0, 5 }, 0 },
	{ "lei-data.xml", "gleif-lei-xml", 13, 13, { 0, 0, 0, 0 }, 0 },
	{ "lei-updates-data2.xml", "gleif-lei-xml", 12, 12, { 0, 0, 0, 0 }, 0 },
	{ "lei-updates-data2-new.xml", "gleif-lei-xml", 12, 12, { 0, 0, 0, 0 }, 0 },
};

static guint
count_links (FairleadRecords *records, FairleadLinkKind kind)
{
	guint n, n_of_kind = 0;
	const FairleadLinkFact *links = fairlead_records_get_links (records, &n);

	for (guint i = 0; i < n; i++)
		n_of_kind += links[i].kind == kind;
	return n_of_kind;
}

static void
test_published_file (gconstpointer data)
{
	static const FairleadLinkKind kinds[] = { FAIRLEAD_LINK_PARENT,
		                                  FAIRLEAD_LINK_ULTIMATE_PARENT,
		                                  FAIRLEAD_LINK_HEAD_OFFICE,
		                                  FAIRLEAD_LINK_FUND_MANAGER };
	const Published *expected = data;
	g_autofree char *relative = g_build_filename ("gleif", expected->file, NULL);
	g_autofree char *path = test_published (relative);
	g_autoptr (FairleadRecords) records = NULL;
	guint n;

	if (path == NULL)
		return;
	records = test_load (path, expected->format);
	g_assert_cmpuint (fairlead_records_get_files (records, &n)->n_records, ==,
	                  expected->n_records);
	g_assert_cmpuint (test_count_entities (records, FAIRLEAD_KIND_COMPANY), ==,
	                  expected->n_companies);
	for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
		g_assert_cmpuint (count_links (records, kinds[i]), ==, expected->n_links[i]);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_BAD_SHARE), ==,
	                  expected->n_bad_shares);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_BAD_DATE), ==, 0);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_BAD_CHECK_DIGIT), ==, 0);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_BAD_RECORD), ==, 0);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_UNKNOWN_KIND), ==, 0);
}

/* Every relation of the published subset says from when */
static void
test_published_periods (void)
{
	g_autofree char *path = test_published (
		"gleif/20260123-0800-gleif-goldencopy-rr-golden-copy-subset-large.csv");
	g_autoptr (FairleadRecords) records = NULL;
	const FairleadLinkFact *links;
	guint n, n_shares = 0;

	if (path == NULL)
		return;
	records = test_load (path, "gleif-rr-csv");
	links = fairlead_records_get_links (records, &n);
	for (guint i = 0; i < n; i++) {
		FairleadDate start = fairlead_records_get_period (records, links[i].period)->start;

		g_assert_cmpint (start.first, !=, FAIRLEAD_DAY_OPEN_PAST);
		g_assert_cmpint (start.first, ==, start.last);
		n_shares += !fairlead_share_is_unknown (links[i].share);
	}
	g_assert_cmpuint (n_shares, ==, 962 - 39);
}

int
main (int argc, char **argv)
{
	static const char *const files[] = { "lei.csv", "lei.xml", "rr.csv", "rr.xml" };

	g_test_init (&argc, &argv, NULL);
	for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
		g_autofree char *path = g_strconcat ("/format/gleif/reads-", files[i], NULL);

		g_test_add_data_func (path, files[i], assert_read_as);
	}
	g_test_add_func ("/format/gleif/knows-who-owns-whom", test_direction);
	g_test_add_func ("/format/gleif/reads-the-same-from-both-syntaxes", test_syntaxes_agree);
	g_test_add_func ("/format/gleif/notes-the-date-of-a-file", test_issued);
	for (guint i = 0; i < G_N_ELEMENTS (published); i++) {
		g_autofree char *path =
			g_strconcat ("/format/gleif/reads-the-published-", published[i].file, NULL);

		g_test_add_data_func (path, &published[i], test_published_file);
	}
	g_test_add_func ("/format/gleif/finds-every-published-period", test_published_periods);
	return g_test_run ();
}
