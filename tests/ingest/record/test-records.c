/* tests/ingest/record/test-records.c: the rules that every reader shares */
#include "ingest/record/records.h"

#include "tests/common/helpers.h"
#include "tests/common/network-builder.h"

static const FairleadSource here = { 0, 7 };

static FairleadRecords *
new_records (void)
{
	FairleadRecords *records = fairlead_records_new ();

	test_add_file (records, "b.csv", "test");
	test_add_file (records, "a.csv", "test");
	return records;
}

static const FairleadEntityRow *
row_of (FairleadRecords *records, FairleadEntity entity)
{
	guint n;
	const FairleadEntityRow *rows = fairlead_records_get_entities (records, &n);

	g_assert_cmpuint (entity, <, n);
	return &rows[entity];
}

static void
test_refer_and_describe (void)
{
	g_autoptr (FairleadRecords) records = new_records ();
	FairleadEntity entity = fairlead_records_refer (records, "test", "1", here);

	g_assert_cmpint (row_of (records, entity)->flags, ==, FAIRLEAD_ENTITY_STUB);
	g_assert_cmpuint (fairlead_records_refer (records, "test", "1", here), ==, entity);
	g_assert_cmpuint (fairlead_records_refer (records, "test", "11", here), !=, entity);
	g_assert_cmpuint (fairlead_records_find (records, "test:1"), ==, entity);
	g_assert_cmpuint (fairlead_records_find (records, "test:2"), ==, FAIRLEAD_NO_ENTITY);
	g_assert_cmpuint (fairlead_records_describe (records, "test", "1", FAIRLEAD_KIND_VESSEL,
	                                             (FairleadSource){ 0, 9 }),
	                  ==, entity);
	g_assert_cmpint (row_of (records, entity)->flags & FAIRLEAD_ENTITY_STUB, ==, 0);
	g_assert_cmpuint (row_of (records, entity)->source.line, ==, 9);
	fairlead_records_refer (records, "test", "1", (FairleadSource){ 0, 1 });
	g_assert_cmpuint (row_of (records, entity)->source.line, ==, 9);
}

/* The source is the first by path and line, whichever was loaded first */
static void
test_first_source (void)
{
	g_autoptr (FairleadRecords) records = new_records ();
	FairleadEntity stub = fairlead_records_refer (records, "test", "stub", here);
	FairleadEntity described =
		fairlead_records_describe (records, "test", "1", FAIRLEAD_KIND_UNKNOWN, here);

	fairlead_records_refer (records, "test", "stub", (FairleadSource){ 1, 8 });
	fairlead_records_refer (records, "test", "stub", (FairleadSource){ 0, 1 });
	g_assert_cmpuint (row_of (records, stub)->source.file, ==, 1);
	g_assert_cmpuint (row_of (records, stub)->source.line, ==, 8);
	fairlead_records_describe (records, "test", "1", FAIRLEAD_KIND_UNKNOWN,
	                           (FairleadSource){ 0, 3 });
	fairlead_records_describe (records, "test", "1", FAIRLEAD_KIND_UNKNOWN,
	                           (FairleadSource){ 0, 5 });
	g_assert_cmpuint (row_of (records, described)->source.line, ==, 3);
}

typedef struct {
	FairleadKind kind;
	gboolean is_role; /* by set_kind(), else by describe() */
} Statement;

static FairleadKind
state_in_order (const Statement *statements, const guint *order, guint n, gboolean *disputed)
{
	g_autoptr (FairleadRecords) records = new_records ();
	FairleadEntity entity = fairlead_records_refer (records, "test", "1", here);

	for (guint i = 0; i < n; i++) {
		const Statement *statement = &statements[order[i]];

		if (statement->is_role)
			fairlead_records_set_kind (records, entity, statement->kind);
		else
			fairlead_records_describe (records, "test", "1", statement->kind, here);
	}
	*disputed = (row_of (records, entity)->flags & FAIRLEAD_ENTITY_DISPUTED) != 0;
	return row_of (records, entity)->kind;
}

static void
test_kinds_in_any_order (void)
{
	static const struct {
		Statement statements[3];
		FairleadKind kind;
		gboolean conflict;
	} vectors[] = {
		{ { { FAIRLEAD_KIND_COMPANY, TRUE },
		    { FAIRLEAD_KIND_PERSON, FALSE },
		    { FAIRLEAD_KIND_UNKNOWN, FALSE } },
		  FAIRLEAD_KIND_PERSON,
		  FALSE },
		{ { { FAIRLEAD_KIND_COMPANY, FALSE },
		    { FAIRLEAD_KIND_PUBLIC_BODY, FALSE },
		    { FAIRLEAD_KIND_COMPANY, TRUE } },
		  FAIRLEAD_KIND_PUBLIC_BODY,
		  FALSE },
		{ { { FAIRLEAD_KIND_VESSEL, FALSE },
		    { FAIRLEAD_KIND_COMPANY, FALSE },
		    { FAIRLEAD_KIND_VESSEL, FALSE } },
		  FAIRLEAD_KIND_COMPANY,
		  TRUE },
		{ { { FAIRLEAD_KIND_VESSEL, TRUE },
		    { FAIRLEAD_KIND_COMPANY, TRUE },
		    { FAIRLEAD_KIND_PERSON, FALSE } },
		  FAIRLEAD_KIND_PERSON,
		  FALSE },
		{ { { FAIRLEAD_KIND_VESSEL, TRUE },
		    { FAIRLEAD_KIND_UNKNOWN, FALSE },
		    { FAIRLEAD_KIND_UNKNOWN, TRUE } },
		  FAIRLEAD_KIND_VESSEL,
		  FALSE },
	};
	static const guint orders[][3] = { { 0, 1, 2 }, { 0, 2, 1 }, { 1, 0, 2 },
		                           { 1, 2, 0 }, { 2, 0, 1 }, { 2, 1, 0 } };

	for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
		for (guint j = 0; j < G_N_ELEMENTS (orders); j++) {
			gboolean disputed;

			g_assert_cmpint (
				state_in_order (vectors[i].statements, orders[j], 3, &disputed), ==,
				vectors[i].kind);
			g_assert_cmpint (disputed, ==, vectors[i].conflict);
		}
}

/* A key past the longest text is cut, and found again all the same */
static void
test_endless_key (void)
{
	g_autoptr (FairleadRecords) records = new_records ();
	g_autofree char *id = g_strnfill (FAIRLEAD_TEXT_MAX + 10, 'x');
	FairleadEntity entity = fairlead_records_refer (records, "test", id, here);

	g_assert_cmpuint (fairlead_records_refer (records, "test", id, here), ==, entity);
}

static void
test_by_name (void)
{
	g_autoptr (FairleadRecords) records = new_records ();
	FairleadEntity entity =
		fairlead_records_refer_by_name (records, "test", "Seller One, Ltd", here);
	guint n;

	g_assert_cmpint (row_of (records, entity)->flags, ==,
	                 FAIRLEAD_ENTITY_STUB | FAIRLEAD_ENTITY_NAMED);
	g_assert_cmpstr (fairlead_records_get_text (records, row_of (records, entity)->key), ==,
	                 "test-name:seller one ltd");
	g_assert_cmpuint (fairlead_records_refer_by_name (records, "test", "SELLER ONE LTD", here),
	                  ==, entity);
	g_assert_cmpuint (
		fairlead_records_refer_by_name (records, "other", "Seller One, Ltd", here), !=,
		entity);
	fairlead_records_get_names (records, &n);
	g_assert_cmpuint (n, ==, 2);
}

static void
test_nobody_by_name (void)
{
	static const char *const names[] = { "UNKNOWN", "N/A", "-", "", " ", "bearer" };
	g_autoptr (FairleadRecords) records = new_records ();
	FairleadLinkRow link =
		fairlead_link_row (FAIRLEAD_NO_ENTITY, FAIRLEAD_LINK_LINKED, 0, here);
	guint n;

	for (guint i = 0; i < G_N_ELEMENTS (names); i++)
		g_assert_cmpuint (fairlead_records_refer_by_name (records, "test", names[i], here),
		                  ==, FAIRLEAD_NO_ENTITY);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_PLACEHOLDER), ==,
	                  G_N_ELEMENTS (names));
	fairlead_records_add_link (records, &link);
	fairlead_records_get_links (records, &n);
	g_assert_cmpuint (n, ==, 0);
}

static void
test_names (void)
{
	g_autoptr (FairleadRecords) records = test_records_from ("A is company");
	guint n;
	const FairleadNameRow *rows;

	fairlead_records_add_name (records, 0, NULL, FAIRLEAD_NAME_PRIMARY, FALSE, here);
	fairlead_records_add_name (records, 0, "Not available", FAIRLEAD_NAME_PRIMARY, FALSE, here);
	fairlead_records_add_name (records, 0, "Seller One", FAIRLEAD_NAME_ALIAS, 2, here);
	rows = fairlead_records_get_names (records, &n);
	g_assert_cmpuint (n, ==, 1);
	g_assert_cmpint (rows[0].weak, ==, TRUE);
	g_assert_cmpstr (fairlead_records_get_text (records, rows[0].text), ==, "Seller One");
}

static void
test_identifiers (void)
{
	static const struct {
		FairleadIdScheme scheme;
		const char *text;
		const char *kept; /* NULL: no row */
		gboolean valid;
		gint tag; /* -1: none */
	} vectors[] = {
		{ FAIRLEAD_ID_IMO, "IMO 3113004", "3113004", TRUE, -1 },
		{ FAIRLEAD_ID_IMO, "3113005", "3113005", FALSE, FAIRLEAD_ISSUE_BAD_CHECK_DIGIT },
		{ FAIRLEAD_ID_IMO, "31130", "31130", FALSE, FAIRLEAD_ISSUE_BAD_IDENTIFIER },
		{ FAIRLEAD_ID_IMO, "UNKNOWN", NULL, FALSE, FAIRLEAD_ISSUE_PLACEHOLDER },
		{ FAIRLEAD_ID_IMO_COMPANY, "9991001", NULL, FALSE, FAIRLEAD_ISSUE_PLACEHOLDER },
		{ FAIRLEAD_ID_IMO_COMPANY, "IMO 9991001", NULL, FALSE, FAIRLEAD_ISSUE_PLACEHOLDER },
		{ FAIRLEAD_ID_IMO_COMPANY, "9701005", "9701005", TRUE, -1 },
		{ FAIRLEAD_ID_LEI, "0000testlei000000156", "0000TESTLEI000000156", TRUE, -1 },
		{ FAIRLEAD_ID_REGISTRATION, " HE 12 ", "HE 12", TRUE, -1 },
		{ FAIRLEAD_ID_REGISTRATION, "", NULL, FALSE, -1 },
	};

	for (guint i = 0; i < G_N_ELEMENTS (vectors); i++) {
		g_autoptr (FairleadRecords) records = test_records_from ("A is company");
		guint n, n_issues;
		const FairleadIssueRow *issues;
		const FairleadIdRow *rows;

		g_test_message ("%s", vectors[i].text);
		fairlead_records_add_identifier (records, 0, vectors[i].scheme, vectors[i].text,
		                                 "KY", here);
		rows = fairlead_records_get_identifiers (records, &n);
		issues = fairlead_records_get_issues (records, &n_issues);
		g_assert_cmpuint (n, ==, vectors[i].kept != NULL);
		g_assert_cmpuint (n_issues, ==, vectors[i].tag >= 0);
		if (n_issues > 0)
			g_assert_cmpint (issues[0].tag, ==, vectors[i].tag);
		if (n == 0)
			continue;
		g_assert_cmpstr (fairlead_records_get_text (records, rows[0].number), ==,
		                 vectors[i].kept);
		g_assert_cmpstr (fairlead_records_get_text (records, rows[0].issuer), ==, "KY");
		g_assert_cmpint (rows[0].valid, ==, vectors[i].valid);
	}
}

static void
test_attributes (void)
{
	static const struct {
		FairleadAttribute attribute;
		const char *text;
		const char *kept;
		gint tag;
	} vectors[] = {
		{ FAIRLEAD_ATTRIBUTE_COUNTRY, "Korea, North", "KP", -1 },
		{ FAIRLEAD_ATTRIBUTE_FLAG, "Atlantis", "Atlantis", FAIRLEAD_ISSUE_UNKNOWN_COUNTRY },
		{ FAIRLEAD_ATTRIBUTE_FORMED, "8 Jul 2016", "8 Jul 2016", -1 },
		{ FAIRLEAD_ATTRIBUTE_FORMED, "31 Feb 2016", "31 Feb 2016",
		  FAIRLEAD_ISSUE_BAD_DATE },
		{ FAIRLEAD_ATTRIBUTE_DEADWEIGHT, "8310", "8310", -1 },
		{ FAIRLEAD_ATTRIBUTE_DEADWEIGHT, "8,310", "8,310", -1 },
		{ FAIRLEAD_ATTRIBUTE_DEADWEIGHT, " 27.5 ", " 27.5 ", -1 },
		{ FAIRLEAD_ATTRIBUTE_DEADWEIGHT, "8,31", "8,31", FAIRLEAD_ISSUE_BAD_NUMBER },
		{ FAIRLEAD_ATTRIBUTE_DEADWEIGHT, "8310 tons", "8310 tons",
		  FAIRLEAD_ISSUE_BAD_NUMBER },
		{ FAIRLEAD_ATTRIBUTE_DEADWEIGHT, "nan", "nan", FAIRLEAD_ISSUE_BAD_NUMBER },
		{ FAIRLEAD_ATTRIBUTE_DEADWEIGHT, "0x10", "0x10", FAIRLEAD_ISSUE_BAD_NUMBER },
		{ FAIRLEAD_ATTRIBUTE_DEADWEIGHT, ",", ",", FAIRLEAD_ISSUE_BAD_NUMBER },
		{ FAIRLEAD_ATTRIBUTE_NOTE, "anything", "anything", -1 },
	};

	for (guint i = 0; i < G_N_ELEMENTS (vectors); i++) {
		g_autoptr (FairleadRecords) records = test_records_from ("A is company");
		guint n, n_issues;
		const FairleadIssueRow *issues;
		const FairleadAttributeRow *rows;

		g_test_message ("%s", vectors[i].text);
		fairlead_records_add_attribute (records, 0, vectors[i].attribute, vectors[i].text,
		                                NULL, here);
		rows = fairlead_records_get_attributes (records, &n);
		issues = fairlead_records_get_issues (records, &n_issues);
		g_assert_cmpuint (n, ==, 1);
		g_assert_cmpstr (fairlead_records_get_text (records, rows[0].text), ==,
		                 vectors[i].kept);
		g_assert_cmpuint (n_issues, ==, vectors[i].tag >= 0);
		if (n_issues > 0)
			g_assert_cmpint (issues[0].tag, ==, vectors[i].tag);
	}
}

/* For dates the period holds the date itself; a reader that knows the days gives them */
static void
test_dates (void)
{
	g_autoptr (FairleadRecords) records = test_records_from ("A is person");
	FairleadPeriod held = { { 10, 10 }, { 20, 20 }, 0 };
	guint n;
	const FairleadAttributeRow *rows;

	fairlead_records_add_attribute (records, 0, FAIRLEAD_ATTRIBUTE_BIRTH_DATE,
	                                "circa 1970-01-03", NULL, here);
	fairlead_records_add_attribute (records, 0, FAIRLEAD_ATTRIBUTE_BIRTH_DATE,
	                                "words of the source", &held, here);
	fairlead_records_add_attribute (records, 0, FAIRLEAD_ATTRIBUTE_BIRTH_DATE, "no date", NULL,
	                                here);
	fairlead_records_add_attribute (records, 0, FAIRLEAD_ATTRIBUTE_FLAG, "Panama", &held, here);
	fairlead_records_add_attribute (records, 0, FAIRLEAD_ATTRIBUTE_FLAG, "", &held, here);
	rows = fairlead_records_get_attributes (records, &n);
	g_assert_cmpuint (n, ==, 4);
	g_assert_cmpint (fairlead_records_get_period (records, rows[0].period)->start.first, ==, 2);
	g_assert_cmpint (fairlead_records_get_period (records, rows[0].period)->start.last, ==, 2);
	g_assert_cmpuint (fairlead_records_get_period (records, rows[0].period)->flags, ==,
	                  FAIRLEAD_PERIOD_START_CIRCA);
	g_assert_true (fairlead_period_equal (fairlead_records_get_period (records, rows[1].period),
	                                      &held));
	g_assert_true (fairlead_date_is_unknown (
		fairlead_records_get_period (records, rows[2].period)->start));
	g_assert_true (fairlead_period_equal (fairlead_records_get_period (records, rows[3].period),
	                                      &held));
}

static void
test_self_links (void)
{
	g_autoptr (FairleadRecords) records =
		test_records_from ("A linked-party A; A linked-party B");
	guint n;
	const FairleadLinkFact *rows = fairlead_records_get_links (records, &n);

	g_assert_cmpuint (n, ==, 2);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_SELF_LINK), ==, 1);
	g_assert_cmpfloat (rows[1].confidence, ==, 1.0f);
	g_assert_true (fairlead_share_is_unknown (rows[1].share));
}

static void
test_designations (void)
{
	g_autoptr (FairleadRecords) records =
		test_records_from ("A listed OFAC/DPRK4; B delisted EU");
	guint n;
	const FairleadDesignationRow *rows = fairlead_records_get_designations (records, &n);

	g_assert_cmpuint (n, ==, 2);
	g_assert_cmpstr (fairlead_records_get_text (records, rows[0].list), ==, "OFAC");
	g_assert_cmpstr (fairlead_records_get_text (records, rows[0].programme), ==, "DPRK4");
	g_assert_cmpuint (rows[0].basis, ==, 0);
	g_assert_true (
		fairlead_period_is_over (fairlead_records_get_period (records, rows[1].period)));
	g_assert_cmpuint (rows[1].programme, ==, 0);
}

/* ---- addresses ---- */

typedef struct {
	const char *street, *locality, *country;
	const char *address; /* id of the address entity; NULL: none was made */
	const char *carer;   /* folded name of the party it is in care of */
	const char *text;    /* the attribute in place of an address entity */
} AddressVector;

static const AddressVector addresses[] = {
	{ "1 High Road", "Port Town", "Panama", "1 high road port town pa", NULL, NULL },
	{ "1 High Road", "Port Town", "REPUBLIC OF PANAMA", "1 high road port town pa", NULL,
	  NULL },
	{ "1 High Road", "Port Town", "Atlantis", "1 high road port town atlantis", NULL, NULL },
	{ "1 High Road", NULL, NULL, "1 high road", NULL, NULL },
	{ "c/o Seller One, 1 High Road", "Port Town", NULL, "1 high road port town", "seller one",
	  NULL },
	{ "Care of Seller One", "Port Town", "Panama", NULL, "seller one", "Port Town, Panama" },
	{ NULL, "Port Town", "Panama", NULL, NULL, "Port Town, Panama" },
	{ "", "", "Panama", NULL, NULL, NULL },
	{ "Unknown", "n/a", "-", NULL, NULL, NULL },
	{ "Panama", "Port Town", "Panama", NULL, NULL, "Port Town, Panama" },
	{ "PORT TOWN", "Port Town", "Panama", NULL, NULL, "Port Town, Panama" },
	{ "???", "Port Town", "Panama", NULL, NULL, "Port Town, Panama" },
};

static void
check_address (const AddressVector *vector)
{
	g_autoptr (FairleadRecords) records = test_records_from ("A is company");
	g_autofree char *address = g_strconcat ("address:", vector->address, NULL);
	g_autofree char *carer = g_strconcat ("test-name:", vector->carer, NULL);
	guint n, n_links, n_texts = 0;
	const FairleadAttributeRow *rows;

	g_test_message ("%s | %s | %s", vector->street, vector->locality, vector->country);
	fairlead_records_add_address (records, 0, "test", vector->street, vector->locality,
	                              vector->country, here);
	if (vector->address != NULL)
		g_assert_cmpuint (fairlead_records_find (records, address), !=, FAIRLEAD_NO_ENTITY);
	if (vector->carer != NULL)
		g_assert_cmpuint (fairlead_records_find (records, carer), !=, FAIRLEAD_NO_ENTITY);
	fairlead_records_get_links (records, &n_links);
	rows = fairlead_records_get_attributes (records, &n);
	for (guint i = 0; i < n; i++) {
		if (rows[i].attribute != FAIRLEAD_ATTRIBUTE_ADDRESS)
			continue;
		g_assert_cmpstr (fairlead_records_get_text (records, rows[i].text), ==,
		                 vector->text);
		n_texts++;
	}
	g_assert_cmpuint (n_texts, ==, vector->text != NULL);
	g_assert_cmpuint (n_links, ==, (vector->address != NULL) + (vector->carer != NULL));
}

static void
test_addresses (void)
{
	for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
		check_address (&addresses[i]);
}

static void
test_one_place (void)
{
	g_autoptr (FairleadRecords) records = test_records_from ("A is company; B is company");
	guint n;
	const FairleadLinkFact *links;

	fairlead_records_add_address (records, 0, "test", "1 High Road", "Port Town", "Panama",
	                              here);
	fairlead_records_add_address (records, 1, "test", "1, HIGH ROAD", "Port Town,", "panama",
	                              here);
	links = fairlead_records_get_links (records, &n);
	g_assert_cmpuint (n, ==, 2);
	g_assert_cmpuint (links[0].from, ==, links[1].from);
	g_assert_cmpint (links[0].kind, ==, FAIRLEAD_LINK_ADDRESS);
	g_assert_cmpuint (links[1].to, ==, 1);
	g_assert_cmpint (row_of (records, links[0].from)->kind, ==, FAIRLEAD_KIND_ADDRESS);
}

static void
test_sources (void)
{
	g_autoptr (FairleadRecords) records = new_records ();
	g_autofree char *text = fairlead_records_dup_source_text (records, here);
	guint n;
	const FairleadIssueRow *issues;

	fairlead_records_add_issue (records, FAIRLEAD_ISSUE_BAD_RECORD, here, "%s: %d", "cells", 3);
	issues = fairlead_records_get_issues (records, &n);
	g_assert_cmpstr (text, ==, "b.csv:7");
	g_assert_cmpstr (fairlead_records_get_text (records, issues[0].text), ==, "cells: 3");
	g_assert_false (fairlead_records_is_full (records));
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/record/records/refer-then-describe", test_refer_and_describe);
	g_test_add_func ("/record/records/first-source-by-path-and-line", test_first_source);
	g_test_add_func ("/record/records/kinds-in-any-order", test_kinds_in_any_order);
	g_test_add_func ("/record/records/endless-key", test_endless_key);
	g_test_add_func ("/record/records/party-known-by-name", test_by_name);
	g_test_add_func ("/record/records/placeholders-make-nobody", test_nobody_by_name);
	g_test_add_func ("/record/records/names", test_names);
	g_test_add_func ("/record/records/identifiers", test_identifiers);
	g_test_add_func ("/record/records/attributes", test_attributes);
	g_test_add_func ("/record/records/dates", test_dates);
	g_test_add_func ("/record/records/self-links-are-kept", test_self_links);
	g_test_add_func ("/record/records/designations", test_designations);
	g_test_add_func ("/record/records/addresses", test_addresses);
	g_test_add_func ("/record/records/one-place-written-twice", test_one_place);
	g_test_add_func ("/record/records/sources-and-issues", test_sources);
	return g_test_run ();
}
