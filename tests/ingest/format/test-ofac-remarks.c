/* tests/ingest/format/test-ofac-remarks.c: each label leads to its fact, and nothing of a text is
 * lost */
#include "ingest/format/ofac-sdn/remarks.h"
#include "tests/common/helpers.h"

#include <string.h>

typedef struct {
	FairleadKind kind;
	const char *text;
	const char *expected; /* after the line of the entity itself */
} Vector;

static const Vector vectors[] = {
	{ FAIRLEAD_KIND_COMPANY, "", "" },
	{ FAIRLEAD_KIND_COMPANY, " ;; . ", "" },
	{ FAIRLEAD_KIND_COMPANY, "all offices worldwide.", "note all offices worldwide @ f:1\n" },
	{ FAIRLEAD_KIND_PERSON, "DOB 09 Nov 1963; alt. DOB circa 1962.",
	  "birth-date 09 Nov 1963 @ f:1\nbirth-date circa 1962 @ f:1\n" },
	{ FAIRLEAD_KIND_PERSON, "nationality Korea, North;citizen Russia.",
	  "nationality KP @ f:1\nnationality RU @ f:1\n" },
	/* a semicolon within quotes or parentheses ends nothing */
	{ FAIRLEAD_KIND_COMPANY, "a.k.a. 'BLUE; LEDGER'; f.k.a. 'O'HERON'.",
	  "weak alias BLUE; LEDGER @ f:1\nweak former O'HERON @ f:1\n" },
	{ FAIRLEAD_KIND_COMPANY, "a.k.a. Blue Ledger.", "alias Blue Ledger @ f:1\n" },
	{ FAIRLEAD_KIND_COMPANY, "a.k.a. 'NEVER CLOSED; Gender Male.",
	  "alias 'NEVER CLOSED @ f:1\ngender Male @ f:1\n" },
	{ FAIRLEAD_KIND_COMPANY, "Something (one; two); Gender Male.",
	  "gender Male @ f:1\nnote Something (one; two) @ f:1\n" },
	{ FAIRLEAD_KIND_COMPANY, "Something (one; Gender Male.",
	  "note Something (one @ f:1\ngender Male @ f:1\n" },
	{ FAIRLEAD_KIND_COMPANY, "Worker's Party; Linked To: GREY HERON S.A.",
	  "note Worker's Party @ f:1\nlinked-to ofac-name:grey heron s a @ f:1\n" },
	{ FAIRLEAD_KIND_COMPANY, "Linked To: UNKNOWN.", "" },
	/* the row and both checks type an IMO number */
	{ FAIRLEAD_KIND_VESSEL, "Vessel Registration Identification IMO 4001014.",
	  "imo 4001014 [] @ f:1\n" },
	{ FAIRLEAD_KIND_VESSEL, "Vessel Registration Identification 4001014.",
	  "imo 4001014 [] @ f:1\n" },
	{ FAIRLEAD_KIND_VESSEL, "Vessel Registration Identification IMO 4001015.",
	  "invalid imo 4001015 [] @ f:1\n" },
	{ FAIRLEAD_KIND_VESSEL, "Identification Number IMO 4001014.", "imo 4001014 [] @ f:1\n" },
	{ FAIRLEAD_KIND_VESSEL, "Vessel Registration Identification IMO 15411.",
	  "invalid imo 15411 [] @ f:1\n" },
	{ FAIRLEAD_KIND_COMPANY, "Vessel Registration Identification IMO 4102020.",
	  "imo-company 4102020 [] @ f:1\n" },
	{ FAIRLEAD_KIND_COMPANY, "Company Number IMO 344771.", "imo-company 0344771 [] @ f:1\n" },
	{ FAIRLEAD_KIND_COMPANY, "Identification Number IMO 4001014.",
	  "invalid imo-company 4001014 [] @ f:1\n" },
	{ FAIRLEAD_KIND_COMPANY, "International Maritime Organization No. (4102016).",
	  "imo-company 4102016 [] @ f:1\n" },
	{ FAIRLEAD_KIND_VESSEL, "Vessel Registration Identification none.",
	  "note Vessel Registration Identification none @ f:1\n" },
	/* numbers, their issuers, and what follows them */
	{ FAIRLEAD_KIND_PERSON, "Passport 123 (Iran).", "passport 123 [IR] @ f:1\n" },
	{ FAIRLEAD_KIND_PERSON, "Passport RL 123.", "passport RL 123 [] @ f:1\n" },
	{ FAIRLEAD_KIND_PERSON, "Passport 123 (Iran) issued 1999 expires 2004.",
	  "passport 123 [IR] @ f:1\nnote Passport 123 (Iran) issued 1999 expires 2004 @ f:1\n" },
	{ FAIRLEAD_KIND_PERSON, "Passport issued in Utopia.",
	  "note Passport issued in Utopia @ f:1\n" },
	{ FAIRLEAD_KIND_PERSON, "SSN 523-33-0000.", "national 523-33-0000 [US] @ f:1\n" },
	{ FAIRLEAD_KIND_PERSON, "National ID No. D489833(9) (Hong Kong).",
	  "national D489833(9) [HK] @ f:1\n" },
	{ FAIRLEAD_KIND_PERSON, "Driver's License No. 7 (Mexico).",
	  "other 7 [Driver's License, MX] @ f:1\n" },
	{ FAIRLEAD_KIND_PERSON, "Identification Number 7 (Panama).", "national 7 [PA] @ f:1\n" },
	{ FAIRLEAD_KIND_COMPANY, "Identification Number 7 (Panama).",
	  "registration 7 [PA] @ f:1\n" },
	{ FAIRLEAD_KIND_COMPANY, "Registration Number 7 (Atlantis).",
	  "registration 7 [Atlantis] @ f:1\n" },
	{ FAIRLEAD_KIND_COMPANY, "Unified Social Credit Code (USCC) 91222401MA0Y31E659 (China).",
	  "registration 91222401MA0Y31E659 [CN] @ f:1\n" },
	{ FAIRLEAD_KIND_PERSON,
	  "Digital Currency Address - XBT 1abc; "
	  "alt. Digital Currency Address - ETH 0x2.",
	  "other 1abc [XBT] @ f:1\nother 0x2 [ETH] @ f:1\n" },
	/* ships */
	{ FAIRLEAD_KIND_VESSEL,
	  "Former Vessel Flag None Identified; alt. Former Vessel Flag Malta.",
	  "note Former Vessel Flag None Identified @ f:1\nformer-flag MT @ f:1\n" },
	{ FAIRLEAD_KIND_VESSEL, "Deadweight Tonnage 318,000; Gross Registered Tonnage 1,000,000.",
	  "deadweight 318000 @ f:1\ngross-tonnage 1000000 @ f:1\n" },
	{ FAIRLEAD_KIND_VESSEL, "Vessel Owner Grey Heron Ltd; Vessel Operator Grey Heron Ltd.",
	  "owned-by ofac-name:grey heron ltd @ f:1\noperated-by ofac-name:grey heron ltd @ f:1\n" },
};

static gint
compare_lines (gconstpointer a, gconstpointer b)
{
	return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The lines of a description without the first, sorted, for the tables have an order of their
 * own */
static char *
sort_facts (const char *description)
{
	g_auto (GStrv) lines = g_strsplit (description, "\n", -1);

	qsort (lines, g_strv_length (lines), sizeof *lines, compare_lines);
	return g_strjoinv ("\n", lines);
}

static char *
read_remarks (FairleadKind kind, const char *text)
{
	g_autoptr (FairleadRecords) records = fairlead_records_new ();
	FairleadSource source = { fairlead_records_add_file (records, "f"), 1 };
	FairleadOfacRemarks remarks = {
		.kind = kind, .text = text, .source = source, .continued_at = G_MAXSIZE
	};
	g_autofree char *description = NULL;

	remarks.entity = fairlead_records_describe (records, FAIRLEAD_OFAC, "1", kind, source);
	fairlead_ofac_remarks_read (&remarks, records);
	description = test_describe_entity (records, "ofac:1");
	return g_strdup (strchr (description, '\n') + 1);
}

static void
test_labels (void)
{
	for (guint i = 0; i < G_N_ELEMENTS (vectors); i++) {
		g_autofree char *found = read_remarks (vectors[i].kind, vectors[i].text);
		g_autofree char *found_sorted = sort_facts (found);
		g_autofree char *expected = sort_facts (vectors[i].expected);

		g_test_message ("%s", vectors[i].text);
		g_assert_cmpstr (found_sorted, ==, expected);
	}
}

/* A fact stands where it begins: the one that the cut goes through is of the first file */
static void
test_continuation (void)
{
	static const char first[] = "Gender Male; P";
	g_autoptr (FairleadRecords) records = fairlead_records_new ();
	FairleadSource source = { fairlead_records_add_file (records, "f"), 7 };
	FairleadSource continued = { fairlead_records_add_file (records, "g"), 3 };
	FairleadOfacRemarks remarks = { .kind = FAIRLEAD_KIND_PERSON,
		                        .text = "Gender Male; Phone Number 5; DOB 1962.",
		                        .source = source,
		                        .continued_at = strlen (first),
		                        .continued_source = continued };
	g_autofree char *description = NULL;

	remarks.entity =
		fairlead_records_describe (records, FAIRLEAD_OFAC, "1", remarks.kind, source);
	fairlead_ofac_remarks_read (&remarks, records);
	description = test_describe_entity (records, "ofac:1");
	g_assert_cmpstr (description, ==,
	                 "person @ f:7\ngender Male @ f:7\nphone 5 @ f:7\nbirth-date 1962 @ g:3\n");
}

static void
test_likely (void)
{
	g_assert_true (fairlead_ofac_remarks_is_likely ("hn'; Linked To: GREY HERON."));
	g_assert_true (fairlead_ofac_remarks_is_likely ("x; alt. Phone Number 5"));
	g_assert_false (fairlead_ofac_remarks_is_likely ("Linked To: GREY HERON"));
	g_assert_false (fairlead_ofac_remarks_is_likely ("a; b; c"));
	g_assert_false (fairlead_ofac_remarks_is_likely (";"));
	g_assert_false (fairlead_ofac_remarks_is_likely (""));
}

/* Pieces of remarks in any order: every fact of a text that is not empty leaves something */
static void
test_random_text (void)
{
	static const char *const pieces[] = { "a.k.a. '",
		                              "'",
		                              "; ",
		                              ";",
		                              "(",
		                              ")",
		                              ".",
		                              "alt. ",
		                              "Passport ",
		                              "Linked To: ",
		                              "DOB ",
		                              "x",
		                              " issued ",
		                              "IMO ",
		                              "Company Number ",
		                              "Vessel Flag ",
		                              "\xC3\xA9" };

	for (guint i = 0; i < test_rounds (5000); i++) {
		g_autoptr (GString) text = g_string_new (NULL);
		g_autofree char *found = NULL;

		for (gint n = g_test_rand_int_range (0, 12); n > 0; n--)
			g_string_append (text,
			                 pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
		found = read_remarks (g_test_rand_int_range (0, FAIRLEAD_N_KINDS), text->str);
		g_assert_true (g_utf8_validate (found, -1, NULL));
		fairlead_ofac_remarks_is_likely (text->str);
	}
}

/* Quotes that are never closed cost a bounded search each */
static void
test_hostile_length (void)
{
	g_autoptr (GString) text = g_string_new (NULL);
	g_autofree char *found = NULL;

	for (guint i = 0; i < test_rounds (100000); i++)
		g_string_append (text, "a.k.a. '(x; ");
	found = read_remarks (FAIRLEAD_KIND_PERSON, text->str);
	g_assert_cmpuint (strlen (found), >, 100000);
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/format/ofac-remarks/reads-each-label", test_labels);
	g_test_add_func ("/format/ofac-remarks/facts-stand-where-they-begin", test_continuation);
	g_test_add_func ("/format/ofac-remarks/knows-its-like", test_likely);
	g_test_add_func ("/format/ofac-remarks/survives-any-text", test_random_text);
	g_test_add_func ("/format/ofac-remarks/takes-linear-time", test_hostile_length);
	return g_test_run ();
}
