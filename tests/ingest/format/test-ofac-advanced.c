/* tests/ingest/format/test-ofac-advanced.c: the Advanced XML, field by field on an invented file */
#include "ingest/format/ofac-advanced/advanced.h"
#include "tests/common/helpers.h"

#include <string.h>

static const FairleadFormat *const format = &fairlead_format_ofac_advanced;

/* Records of the bytes, or NULL with the error */
static FairleadRecords *
read_bytes (const char *bytes, gsize size, GError **error)
{
	g_autoptr (FairleadInput) input =
		fairlead_input_new_for_bytes ("advanced.xml", bytes, size);
	g_autoptr (FairleadRecords) records = fairlead_records_new ();
	FairleadReading reading = { .input = input, .records = records, .path = "advanced.xml" };

	reading.file = fairlead_records_add_file (records, "advanced.xml");
	if (!format->read (format, &reading, error))
		return NULL;
	return g_steal_pointer (&records);
}

static char *
fixture_text (void)
{
	g_autofree char *path = test_fixture ("ofac-advanced/advanced.xml");
	g_autoptr (GError) error = NULL;
	char *text = NULL;

	g_file_get_contents (path, &text, NULL, &error);
	g_assert_no_error (error);
	return text;
}

/* The fixture with every @from as @to */
static char *
fixture_with (const char *from, const char *to)
{
	g_autofree char *text = fixture_text ();
	g_auto (GStrv) parts = g_strsplit (text, from, -1);

	g_assert_cmpuint (g_strv_length (parts), >, 1);
	return g_strjoinv (to, parts);
}

static FairleadRecords *
read_text (const char *text)
{
	g_autoptr (GError) error = NULL;
	FairleadRecords *records = read_bytes (text, strlen (text), &error);

	g_assert_no_error (error);
	return records;
}

static FairleadRecords *
read_fixture (void)
{
	g_autofree char *text = fixture_text ();

	return read_text (text);
}

/* ---- facts as lines of text ---- */

static const char *
text_of (FairleadRecords *records, FairleadText text)
{
	return fairlead_records_get_text (records, text);
}

static const char *
key_of (FairleadRecords *records, FairleadEntity entity)
{
	guint n;

	return text_of (records, fairlead_records_get_entities (records, &n)[entity].key);
}

/* ` 2012-03-01..2014`, with what the flags say; empty for a period that says nothing */
static char *
period_text (const FairleadPeriod *period)
{
	g_autofree char *start = fairlead_date_dup_text (period->start);
	g_autofree char *end = fairlead_date_dup_text (period->end);
	const char *circa = period->flags & FAIRLEAD_PERIOD_START_CIRCA ? " circa" : "";
	const char *ended = period->flags & FAIRLEAD_PERIOD_ENDED ? " ended" : "";

	if (start == NULL && end == NULL)
		return g_strconcat (circa, ended, NULL);
	return g_strdup_printf (" %s..%s%s%s", start != NULL ? start : "", end != NULL ? end : "",
	                        circa, ended);
}

/* A function that writes each row of a table as a line; the format sees `row` and its `period` */
#define DESCRIBE(name, table, Row, period_of, ...)                                        \
	static GPtrArray *name (FairleadRecords *records)                                 \
	{                                                                                 \
		GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);               \
		guint n;                                                                  \
		const Row *rows = fairlead_records_get_##table (records, &n);             \
                                                                                          \
		for (const Row *row = rows; row < rows + n; row++) {                      \
			const FairleadPeriod none = FAIRLEAD_PERIOD_UNKNOWN;              \
			g_autofree char *period = period_text (period_of);                \
                                                                                          \
			(void) none;                                                      \
			g_ptr_array_add (lines, g_strconcat (__VA_ARGS__, period, NULL)); \
		}                                                                         \
		return lines;                                                             \
	}

#define KEY(entity) key_of (records, entity)
#define TEXT(text) text_of (records, text)
#define PERIOD fairlead_records_get_period (records, row->period)

DESCRIBE (entity_lines, entities, FairleadEntityRow, &none, TEXT (row->key), " ",
          fairlead_kind_name (row->kind), row->flags &FAIRLEAD_ENTITY_STUB ? " stub" : "",
          row->flags &FAIRLEAD_ENTITY_NAMED ? " named" : "")
DESCRIBE (name_lines, names, FairleadNameRow, &none, KEY (row->entity), " ",
          fairlead_name_type_name (row->type), row->weak ? " weak: " : ": ", TEXT (row->text))
DESCRIBE (identifier_lines, identifiers, FairleadIdRow, &none, KEY (row->entity), " ",
          fairlead_id_scheme_info (row->scheme)->name,
          row->valid ? ": " : " not valid: ", TEXT (row->number), " [", TEXT (row->issuer), "]")
DESCRIBE (attribute_lines, attributes, FairleadAttributeRow, PERIOD, KEY (row->entity), " ",
          fairlead_attribute_info (row->attribute)->name, ": ", TEXT (row->text))
DESCRIBE (link_lines, links, FairleadLinkFact, PERIOD, KEY (row->from), " ",
          fairlead_link_info (row->kind)->name, " ", KEY (row->to), " (", TEXT (row->note), ")")
DESCRIBE (designation_lines, designations, FairleadDesignationRow, PERIOD, KEY (row->entity), " | ",
          TEXT (row->list), " | ", TEXT (row->programme), " | ", TEXT (row->basis), " |")
DESCRIBE (issue_lines, issues, FairleadIssueRow, &none, fairlead_issue_info (row->tag)->name, ": ",
          TEXT (row->text))

typedef GPtrArray *(*Describe) (FairleadRecords *);

static void
assert_lines (FairleadRecords *records, Describe describe, const char *const *expected)
{
	g_autoptr (GPtrArray) lines = describe (records);

	for (guint i = 0; i < lines->len && expected[i] != NULL; i++)
		g_assert_cmpstr (lines->pdata[i], ==, expected[i]);
	g_assert_cmpuint (lines->len, ==, g_strv_length ((char **) expected));
}

/* ---- the fixture ---- */

static void
test_entities (void)
{
	static const char *const expected[] = {
		"ofac:90001 vessel",
		"ofac-name:lantern shipping s a unknown stub named",
		"ofac:90002 company",
		"address:calle del ancla 14 piso 3 puerto gris 0801 pa address",
		"ofac:90003 person",
		"ofac:90004 aircraft",
		"ofac:90005 unknown",
		"ofac:90999 unknown stub", /* only a relation speaks of it */
		"ofac:90888 unknown stub", /* only an entry speaks of it */
		NULL,
	};
	g_autoptr (FairleadRecords) records = read_fixture ();

	assert_lines (records, entity_lines, expected);
}

static void
test_names (void)
{
	static const char *const expected[] = {
		"ofac:90001 primary: GREY HERON",
		"ofac:90001 former: AMBER GULL",
		"ofac:90001 alias: PALE TERN",
		"ofac-name:lantern shipping s a primary: LANTERN SHIPPING S.A.",
		"ofac:90002 alias: 랜턴해운", /* the Latin one is primary, though second */
		"ofac:90002 primary: LANTERN SHIPPING S.A.",
		"ofac:90002 alias weak: LSSA", /* and an empty alias is none */
		"address:calle del ancla 14 piso 3 puerto gris 0801 pa primary: "
		"Calle del Ancla 14, Piso 3, Puerto Gris, 0801, Panama",
		"ofac:90003 primary: AN, Ri Sol",
		"ofac:90003 alias weak: 'The Pilot'",
		"ofac:90003 alias: AN, Captain",       /* alias and part of types not known */
		"ofac:90003 alias: MENDEZ VALE, Rosa", /* not the primary identity */
		"ofac:90003 alias weak: FORGED, Ana",  /* a false identity */
		"ofac:90004 primary: XX-GREY1",
		"ofac:90005 primary: DRIFTING PLATFORM",
		NULL,
	};
	g_autoptr (FairleadRecords) records = read_fixture ();

	assert_lines (records, name_lines, expected);
}

static void
test_identifiers (void)
{
	static const char *const expected[] = {
		"ofac:90001 imo: 1234567 []",
		"ofac:90001 mmsi: 445123450 []",
		"ofac:90001 imo not valid: 1234568 []",
		"ofac:90001 call-sign: P5XX9 []",
		"ofac:90002 imo-company: 1234565 []", /* though it says Vessel Registration */
		"ofac:90002 registration: 00412233 [PA]",
		"ofac:90002 imo-company: 1234565 []", /* an 'Identification Number' */
		"ofac:90002 lei: 549300INVENTED000186 []",
		"ofac:90002 other: 0017 [Government Gazette Number, PA]",
		"ofac:90002 registration: R-99 [PA]", /* an 'Identification Number' of a company */
		"ofac:90002 bic: LNTNPAPA []",
		"ofac:90002 other: 1InventedCoinAddressXX [Digital Currency Address - XBT]",
		"ofac:90003 passport: G 778899 [KP]",
		"ofac:90003 tax: IMOA681106HC []",     /* begins like an IMO number */
		"ofac:90003 national: 4.556.778 [PA]", /* and of a person */
		"ofac:90004 other: 70011 [Aircraft Manufacturer's Serial Number (MSN)]",
		NULL,
	};
	g_autoptr (FairleadRecords) records = read_fixture ();

	assert_lines (records, identifier_lines, expected);
}

static void
test_attributes (void)
{
	static const char *const expected[] = {
		"ofac:90001 vessel-type: Crude Oil Tanker",
		"ofac:90001 flag: KP",
		"ofac:90001 former-flag: PW",
		"ofac:90001 former-flag: PA 2012-03-01..2014",
		"ofac:90001 deadweight: 52000",
		"ofac:90001 gross-tonnage: 29105",
		"ofac:90001 year-built: 1997 1997..",
		"ofac:90002 note: All offices worldwide",
		"ofac:90002 note: Company Number 00412233: issued in Puerto Gris, Panama; "
		"issued by Registro Gris",
		"ofac:90002 country: PA",
		"address:calle del ancla 14 piso 3 puerto gris 0801 pa country: PA",
		"ofac:90002 country: PA",
		"ofac:90002 address: Puerto Gris, Panama",
		"ofac:90002 website: www.lantern.example",
		"ofac:90002 email: desk@lantern.example",
		"ofac:90002 phone: 507 555 0100",
		"ofac:90002 formed: 2016-07 2016-07..",
		"ofac:90002 jurisdiction: KP",
		"ofac:90002 jurisdiction: PW",
		"ofac:90002 note: Nationality of Registration: North Reef, Panama, Palau",
		"ofac:90002 note: Executive Order 99999 Directive Determination - "
		"Subject to Measure 7",
		"ofac:90002 note: Additional Sanctions Information - See the notice",
		"ofac:90002 note: Additional Sanctions Information - Subject to Secondary Measures",
		"ofac:90002 note: Effective Date (Measure 7): 2017-05-06 2017-05-06..",
		"ofac:90002 note: An undefined feature type",
		"ofac:90003 note: Passport G 778899: Fraudulent; Issue Date 2011-11-14; "
		"Expiration Date 2021",
		"ofac:90003 birth-date: circa 1962 1962.. circa",
		"ofac:90003 birth-date: 1964-03-05 1964-03-05..",
		"ofac:90003 birth-date: 1960-01/1965-06 1960-01/1965-06..",
		"ofac:90003 birth-place: Grey Cove",
		"ofac:90003 nationality: KP",
		"ofac:90003 nationality: PA",
		"ofac:90003 gender: Female",
		"ofac:90003 title: Harbour master",
		NULL,
	};
	g_autoptr (FairleadRecords) records = read_fixture ();

	assert_lines (records, attribute_lines, expected);
}

static void
test_links (void)
{
	static const char *const expected[] = {
		"ofac-name:lantern shipping s a registered-owner ofac:90001 (Vessel Owner)",
		"address:calle del ancla 14 piso 3 puerto gris 0801 pa address ofac:90002 ()",
		"ofac-name:lantern shipping s a operator ofac:90004 (Aircraft Operator)",
		"ofac:90002 owner-or-controller ofac:90001 (Owned or Controlled By)",
		"ofac:90001 owner-or-controller ofac:90002 (Owns, controls, or operates)",
		"ofac:90002 interest-holder ofac:90001 (Property in the interest of)",
		"ofac:90003 supporter ofac:90002 (Providing support to)",
		"ofac:90003 agent ofac:90002 (Acting for or on behalf of)",
		"ofac:90003 leader ofac:90002 (Leader or official of)",
		"ofac:90003 officer ofac:90002 (Principal Executive Officer)",
		"ofac:90003 associate ofac:90002 (Associate Of)",
		"ofac:90003 relative ofac:90002 (Family member of)",
		"ofac:90003 participant ofac:90002 (playing a significant role in)",
		"ofac:90003 linked-party ofac:90002 (Whispering to)",
		"ofac:90003 leader ofac:90002 "
		"(Leader or official of; quality: Low; until the audit) ended",
		"ofac:90002 supporter ofac:90999 (Providing support to)",
		"ofac:90003 agent ofac:90002 (Acting for or on behalf of) 2015-01-01..2018-06",
		NULL,
	};
	g_autoptr (FairleadRecords) records = read_fixture ();

	assert_lines (records, link_lines, expected);
}

static void
test_designations (void)
{
	static const char *const expected[] = {
		"ofac:90001 | OFAC | GREY-EO99999 | Executive Order 99999 (Nowhere); "
		"measure: Block | 2018-02-23..",
		/* Two events: some day from the first to the last */
		"ofac:90002 | OFAC | GREY2 | Executive Order 99999 (Nowhere); Harbour Act; "
		"measure: Block | 2016-12-02/2019-05-09..",
		"ofac:90002 | OFAC | HARBOUR | Executive Order 99999 (Nowhere); Harbour Act; "
		"measure: Block | 2016-12-02/2019-05-09..",
		"ofac:90002 | OFAC Sectoral Sanctions Identifications List | SECTOR7 | "
		"Harbour Act; measure: Sectoral Measure 7: lending | "
		"2016-12-02..2020-03-01 ended",
		"ofac:90003 | OFAC |  | Harbour Act; measure: Block |", /* 30 February */
		"ofac:90888 | OFAC | GREY2 |  | 2022-01-03..",
		NULL,
	};
	g_autoptr (FairleadRecords) records = read_fixture ();

	assert_lines (records, designation_lines, expected);
}

static void
test_issues (void)
{
	static const char *const expected[] = {
		"missing-field: a document without IDRegistrationNo ()",
		"bad-check-digit: IMO ship number 1234568",
		"retyped-identifier: Vessel Registration Identification \"IMO 1234565\" of no "
		"vessel is read as IMO company number",
		"unknown-id: Location 8999 is not in the file",
		"unknown-id: FeatureType 219 is in no reference set of the file",
		"unknown-kind: alias type \"Stage name\"",
		"unknown-kind: name part type \"Honorific\"",
		"bad-date: 1963-2-31",
		"bad-date: a date of the calendar \"Coptic\" was not read",
		"unknown-kind: party of type \"Transport\", \"Unknown\"",
		"missing-field: <Profile> without ID",
		"unknown-kind: relation \"Whispering to\"",
		"missing-field: <ProfileRelationship> without From-ProfileID",
		"unknown-kind: sanctions event \"Amended\" dates nothing",
		"bad-date: 2021-2-30",
		"unknown-id: List 459 is in no reference set of the file",
		"unknown-id: document \"55667788\" belongs to identity 6099, which is not in the "
		"file",
		NULL,
	};
	g_autoptr (FairleadRecords) records = read_fixture ();
	guint n;

	assert_lines (records, issue_lines, expected);
	g_assert_cmpstr (text_of (records, fairlead_records_get_files (records, &n)->issued), ==,
	                 "2031-04-09");
}

/* ---- sources ---- */

/* Whether the line of the text holds one of the words */
static void
assert_line_holds (char **lines, FairleadSource source, const char *const *words)
{
	gboolean found = FALSE;

	g_assert_cmpuint (source.line, >, 0);
	g_assert_cmpuint (source.line, <=, g_strv_length (lines));
	for (guint i = 0; words[i] != NULL; i++)
		found |= strstr (lines[source.line - 1], words[i]) != NULL;
	if (!found)
		g_error ("line %u is not of %s: %s", source.line, words[0], lines[source.line - 1]);
}

static void
test_lines (void)
{
	static const char *const of_names[] = { "<DocumentedName ", "<VersionDetail",
		                                "<VersionLocation", NULL };
	static const char *const of_identifiers[] = { "<IDRegDocument ", "<VersionDetail", NULL };
	static const char *const of_links[] = { "<ProfileRelationship ", "<VersionDetail",
		                                "<VersionLocation", NULL };
	static const char *const of_designations[] = { "<SanctionsMeasure ", "<SanctionsEntry ",
		                                       NULL };
	static const char *const of_attributes[] = { "<VersionDetail",  "<VersionLocation",
		                                     "<DatePeriod ",    "<Comment>",
		                                     "<IDRegDocument ", NULL };
	g_autofree char *text = fixture_text ();
	g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
	g_autoptr (FairleadRecords) records = read_text (text);
	guint n;

#define CHECK(table, Row, words)                                              \
	do {                                                                  \
		const Row *rows = fairlead_records_get_##table (records, &n); \
		g_assert_cmpuint (n, >, 0);                                   \
		for (guint i = 0; i < n; i++)                                 \
			assert_line_holds (lines, rows[i].source, words);     \
	} while (0)

	CHECK (names, FairleadNameRow, of_names);
	CHECK (identifiers, FairleadIdRow, of_identifiers);
	CHECK (attributes, FairleadAttributeRow, of_attributes);
	CHECK (links, FairleadLinkFact, of_links);
	CHECK (designations, FairleadDesignationRow, of_designations);
#undef CHECK
}

/* ---- other shapes of the same file ---- */

static void
assert_same_facts (FairleadRecords *a, FairleadRecords *b)
{
	static const Describe tables[] = { entity_lines,    name_lines, identifier_lines,
		                           attribute_lines, link_lines, designation_lines,
		                           issue_lines };

	for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
		g_autoptr (GPtrArray) lines = tables[i](a);

		g_ptr_array_add (lines, NULL);
		assert_lines (b, tables[i], (const char *const *) lines->pdata);
	}
}

static void
test_namespaces (void)
{
	static const char *const others[] = { "xmlns=\"http://www.un.org/sanctions/1.0\"", "" };
	g_autoptr (FairleadRecords) records = read_fixture ();

	for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
		g_autofree char *text =
			fixture_with ("xmlns=\"https://lists.example/2024/advanced\"", others[i]);
		g_autoptr (FairleadRecords) same = read_text (text);

		assert_same_facts (records, same);
	}
}

static void
test_unknown_elements (void)
{
	g_autofree char *text =
		fixture_with ("<NamePartGroups>", "<Seal><Alias/>wax</Seal><NamePartGroups>");
	g_autoptr (FairleadRecords) records = read_text (text);
	g_autoptr (GPtrArray) lines = issue_lines (records);
	guint told = 0;

	for (guint i = 0; i < lines->len; i++)
		told += strstr (lines->pdata[i], "<Seal> in <Identity>") != NULL;
	g_assert_cmpuint (told, ==, 1);
	g_assert_cmpuint (lines->len, ==, 18);
}

/* Without its reference sets the file has no types; names and ids still stand */
static void
test_without_values (void)
{
	g_autofree char *text = fixture_text ();
	const char *start = strstr (text, "<ReferenceValueSets>");
	const char *end = strstr (text, "</ReferenceValueSets>") + strlen ("</ReferenceValueSets>");
	g_autofree char *head = g_strndup (text, (gsize) (start - text));
	g_autofree char *bare = g_strconcat (head, end, NULL);
	g_autoptr (FairleadRecords) records = read_text (bare);
	guint n;

	fairlead_records_get_names (records, &n);
	g_assert_cmpuint (n, ==, 13); /* not those of the address and the named owner */
	g_assert_cmpuint (fairlead_records_find (records, "ofac:90001"), ==, 0);
}

/* ---- files that cannot be read ---- */

static void
test_truncated (void)
{
	g_autofree char *text = fixture_text ();
	gsize size = strlen (text) - strlen (">\r\n");

	for (gsize cut = 1; cut <= size; cut += cut + 211 < size ? 211 : size - cut + 1) {
		g_autoptr (GError) error = NULL;
		g_autoptr (FairleadRecords) records = read_bytes (text, cut, &error);

		g_assert_null (records);
		test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_SYNTAX, "advanced.xml:");
	}
}

/* Whatever a byte becomes, the file is read or refused */
static void
test_damaged (void)
{
	g_autofree char *text = fixture_text ();
	gsize size = strlen (text);
	g_autoptr (GRand) random = g_rand_new_with_seed (1);

	for (guint i = 0; i < 200; i++) {
		g_autofree char *damaged = g_memdup2 (text, size);
		g_autoptr (GError) error = NULL;
		g_autoptr (FairleadRecords) records = NULL;

		for (guint j = 0; j < 3; j++)
			damaged[g_rand_int_range (random, 0, (gint32) size)] =
				(char) ("09<>\"/Ax"[g_rand_int_range (random, 0, 8)]);
		records = read_bytes (damaged, size, &error);
		g_assert_true ((records == NULL) == (error != NULL));
	}
}

static void
test_refused (void)
{
	static const char delta[] = "<Sanctions DeltaBaseVersion=\"41\"/>";
	static const char other[] = "\n<Penalties/>";
	g_autoptr (GError) error = NULL;

	g_assert_null (read_bytes (delta, strlen (delta), &error));
	test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_INVALID_VALUE,
	                   "advanced.xml:1: the file holds only the changes since version 41");
	g_clear_error (&error);
	g_assert_null (read_bytes (other, strlen (other), &error));
	test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_SYNTAX,
	                   "advanced.xml:2: document element <Penalties> (expected <Sanctions>)");
}

static guint
sniff (const char *text)
{
	g_auto (FairleadSample) sample = { 0 };

	fairlead_sample_init (&sample, text, strlen (text));
	return format->sniff (format, &sample);
}

static void
test_sniffing (void)
{
	g_autofree char *text = fixture_text ();

	g_assert_cmpuint (sniff (text), ==, 100);
	g_assert_cmpuint (sniff ("<Sanctions/>"), >, 0);
	g_assert_cmpuint (sniff ("<sdnList/>"), ==, 0);
	g_assert_cmpuint (sniff ("a,b\n1,2\n"), ==, 0);
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/format/ofac-advanced/knows-its-files", test_sniffing);
	g_test_add_func ("/format/ofac-advanced/reads-parties", test_entities);
	g_test_add_func ("/format/ofac-advanced/composes-names", test_names);
	g_test_add_func ("/format/ofac-advanced/types-identifiers", test_identifiers);
	g_test_add_func ("/format/ofac-advanced/reads-features", test_attributes);
	g_test_add_func ("/format/ofac-advanced/directs-relations", test_links);
	g_test_add_func ("/format/ofac-advanced/dates-designations", test_designations);
	g_test_add_func ("/format/ofac-advanced/tells-what-is-doubtful", test_issues);
	g_test_add_func ("/format/ofac-advanced/facts-lead-to-their-elements", test_lines);
	g_test_add_func ("/format/ofac-advanced/any-namespace-will-do", test_namespaces);
	g_test_add_func ("/format/ofac-advanced/unknown-elements-are-told-once",
	                 test_unknown_elements);
	g_test_add_func ("/format/ofac-advanced/undefined-types-cost-no-names",
	                 test_without_values);
	g_test_add_func ("/format/ofac-advanced/refuses-truncated-files", test_truncated);
	g_test_add_func ("/format/ofac-advanced/survives-damage", test_damaged);
	g_test_add_func ("/format/ofac-advanced/refuses-other-files", test_refused);
	return g_test_run ();
}
