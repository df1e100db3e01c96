/* ingest/format/lists/uk-sl.c: the UK Sanctions List, XML and CSV
 *
 * The CSV repeats a party for each of its names, addresses and births; the XML has one element for
 * each. Other parties are known by name alone. The list says 'owner/operator' without saying which,
 * and tonnage without saying of what. */
#include "ingest/format/lists/lists.h"
#include "ingest/format/lists/uk.h"

#include <string.h>

/* ---- names ---- */

static const FairleadListWord name_types[] = {
	{ "Primary Name", FAIRLEAD_NAME_PRIMARY },
	{ "Primary Name Variation", FAIRLEAD_NAME_ALIAS },
	{ "Alias", FAIRLEAD_NAME_ALIAS },
	{ "AKA", FAIRLEAD_NAME_ALIAS },
	{ "Former Name", FAIRLEAD_NAME_FORMER },
	{ "FKA", FAIRLEAD_NAME_FORMER },
};

static void
add_name (FairleadList *self, const FairleadUkParts *parts, const char *type, const char *strength)
{
	static const char *const weak_words[] = { "low", NULL };
	const FairleadListWord *found =
		fairlead_list_find_word (name_types, G_N_ELEMENTS (name_types), type);
	g_autofree char *name = fairlead_uk_dup_name (parts, self->kind == FAIRLEAD_KIND_PERSON);

	if (found == NULL)
		fairlead_records_add_issue (self->records, FAIRLEAD_ISSUE_UNKNOWN_KIND,
		                            fairlead_list_source (self), "name type \"%s\"", type);
	fairlead_list_add_name (self, name, found == NULL ? FAIRLEAD_NAME_ALIAS : found->meaning,
	                        fairlead_list_mentions (strength, weak_words));
}

/* The elements `NAME1` to `NAME6` */
static void
read_numbered (const FairleadXmlNode *node, const char *name, const char **texts)
{
	for (guint i = 0; i < FAIRLEAD_UK_N_PARTS; i++) {
		g_autofree char *element = g_strdup_printf ("%s%u", name, i + 1);

		texts[i] = fairlead_xml_node_get (node, element);
	}
}

static void
read_name (FairleadList *self, const FairleadListRule *rule, const char *text,
           const FairleadXmlNode *node)
{
	FairleadUkParts parts = { 0 };

	(void) rule;
	(void) text;
	read_numbered (node, "Name", parts.names);
	add_name (self, &parts, fairlead_xml_node_get (node, "NameType"),
	          fairlead_xml_node_get (node, "AliasStrength"));
}

static void
read_address (FairleadList *self, const FairleadListRule *rule, const char *text,
              const FairleadXmlNode *node)
{
	FairleadUkParts parts = { .postcode = fairlead_xml_node_get (node, "AddressPostalCode"),
		                  .country = fairlead_xml_node_get (node, "AddressCountry") };

	(void) rule;
	(void) text;
	read_numbered (node, "AddressLine", parts.lines);
	fairlead_uk_add_address (self, &parts);
}

static void
read_birth_place (FairleadList *self, const FairleadListRule *rule, const char *text,
                  const FairleadXmlNode *node)
{
	(void) rule;
	(void) text;
	fairlead_uk_add_birth_places (self, fairlead_xml_node_get (node, "TownOfBirth"),
	                              fairlead_xml_node_get (node, "CountryOfBirth"));
}

/* A number, and words that may tell who issued it */
static void
add_document (FairleadList *self, FairleadIdScheme scheme, const char *number, const char *words)
{
	g_auto (GStrv) numbers = fairlead_list_split_numbered (number);

	for (guint i = 0; numbers[i] != NULL; i++)
		fairlead_list_add_document (self, scheme, numbers[i],
		                            fairlead_list_find_issuer (words));
	fairlead_list_add_note (self, fairlead_id_scheme_info (scheme)->title, words);
}

static void
read_document (FairleadList *self, const FairleadListRule *rule, const char *text,
               const FairleadXmlNode *node)
{
	g_autofree char *number = g_strconcat (rule->label, "Number", NULL);
	g_autofree char *words = g_strconcat (rule->label, "AdditionalInformation", NULL);

	(void) text;
	add_document (self, rule->what, fairlead_xml_node_get (node, number),
	              fairlead_xml_node_get (node, words));
}

/* `IMO9562233` */
static void
read_imo (FairleadList *self, const FairleadListRule *rule, const char *text,
          const FairleadXmlNode *node)
{
	g_auto (GStrv) numbers = fairlead_list_split_numbered (text);

	(void) rule;
	(void) node;
	for (guint i = 0; numbers[i] != NULL; i++)
		fairlead_list_add_imo (self, numbers[i]);
}

#define PASSED(field)                \
	{                            \
		field, NULL, 0, NULL \
	}
#define VALUES(field, attribute)                                                       \
	{                                                                              \
		field, fairlead_list_read_values, FAIRLEAD_ATTRIBUTE_##attribute, NULL \
	}
#define TEXT(field, attribute)                                                            \
	{                                                                                 \
		field, fairlead_list_read_attribute, FAIRLEAD_ATTRIBUTE_##attribute, NULL \
	}
#define NOTE(field, label)                               \
	{                                                \
		field, fairlead_list_read_note, 0, label \
	}
#define DOCUMENT(field, scheme)                                                \
	{                                                                      \
		field, fairlead_list_read_document, FAIRLEAD_ID_##scheme, NULL \
	}
#define ID(field, issuer)                                                      \
	{                                                                      \
		field, fairlead_list_read_identifier, FAIRLEAD_ID_LIST, issuer \
	}

/* Each field as an element, and as the column that stands for it. The first ones look into their
 * element, which a column has none of. */
#define N_OF_ELEMENTS 5
static const FairleadListRule rules[] = {
	{ "Name", read_name, 0, NULL },
	{ "Address", read_address, 0, NULL },
	{ "Location", read_birth_place, 0, NULL },
	{ "NationalIdentifier", read_document, FAIRLEAD_ID_NATIONAL, "NationalIdentifier" },
	{ "Passport", read_document, FAIRLEAD_ID_PASSPORT, "Passport" },

	PASSED ("LastUpdated"),
	PASSED ("Last Updated"),
	PASSED ("DateDesignated"),
	PASSED ("Date Designated"),
	PASSED ("UniqueID"),
	PASSED ("Unique ID"),
	PASSED ("RegimeName"),
	PASSED ("Regime Name"),
	PASSED ("IndividualEntityShip"),
	PASSED ("Designation Type"),
	PASSED ("SanctionsImposed"),
	PASSED ("Sanctions Imposed"),
	PASSED ("SanctionsImposedIndicators"),
	PASSED ("Name 1"),
	PASSED ("Name 2"),
	PASSED ("Name 3"),
	PASSED ("Name 4"),
	PASSED ("Name 5"),
	PASSED ("Name 6"),
	PASSED ("Name type"),
	PASSED ("Alias strength"),
	PASSED ("Address Line 1"),
	PASSED ("Address Line 2"),
	PASSED ("Address Line 3"),
	PASSED ("Address Line 4"),
	PASSED ("Address Line 5"),
	PASSED ("Address Line 6"),
	PASSED ("Address Postal Code"),
	PASSED ("Address Country"),
	PASSED ("Town of birth"),
	PASSED ("Country of birth"),
	PASSED ("National Identifier number"),
	PASSED ("National Identifier additional information"),
	PASSED ("Passport number"),
	PASSED ("Passport additional information"),
	PASSED ("NonLatinScriptType"),
	PASSED ("Non-latin script type"),
	PASSED ("NonLatinScriptLanguage"),
	PASSED ("Non-latin script language"),
	ID ("OFSIGroupID", "uk-ofsi"),
	ID ("OFSI Group ID", "uk-ofsi"),
	ID ("UNReferenceNumber", "un"),
	ID ("UN Reference Number", "un"),
	NOTE ("DesignationSource", "Designation source"),
	NOTE ("Designation source", "Designation source"),
	NOTE ("OtherInformation", NULL),
	NOTE ("Other Information", NULL),
	TEXT ("UKStatementofReasons", REASON),
	TEXT ("UK Statement of Reasons", REASON),

	{ "NameNonLatinScript", fairlead_list_read_alias, FAIRLEAD_NAME_ALIAS, NULL },
	{ "Name non-latin script", fairlead_list_read_alias, FAIRLEAD_NAME_ALIAS, NULL },
	TEXT ("Title", TITLE),
	VALUES ("PhoneNumber", PHONE),
	VALUES ("Phone number", PHONE),
	VALUES ("EmailAddress", EMAIL),
	VALUES ("Email address", EMAIL),
	VALUES ("Website", WEBSITE),

	{ "DOB", fairlead_list_read_dates, FAIRLEAD_ATTRIBUTE_BIRTH_DATE, NULL },
	{ "D.O.B", fairlead_list_read_dates, FAIRLEAD_ATTRIBUTE_BIRTH_DATE, NULL },
	VALUES ("Nationality", NATIONALITY),
	VALUES ("Nationality(/ies)", NATIONALITY),
	VALUES ("Position", TITLE),
	VALUES ("Gender", GENDER),

	VALUES ("TypeOfEntity", LEGAL_FORM),
	VALUES ("Type of entity", LEGAL_FORM),
	DOCUMENT ("BusinessRegistrationNumber", REGISTRATION),
	DOCUMENT ("Business registration number (s)", REGISTRATION),
	{ "ParentCompany", fairlead_list_read_link, FAIRLEAD_LINK_PARENT, NULL },
	{ "Parent company", fairlead_list_read_link, FAIRLEAD_LINK_PARENT, NULL },
	{ "Subsidiary", fairlead_list_read_link_to, FAIRLEAD_LINK_PARENT, NULL },
	{ "Subsidiaries", fairlead_list_read_link_to, FAIRLEAD_LINK_PARENT, NULL },

	{ "IMONumber", read_imo, 0, NULL },
	{ "IMO number", read_imo, 0, NULL },
	{ "CurrentOwnerOperator", fairlead_list_read_link, FAIRLEAD_LINK_OWNER_OR_CONTROLLER,
	  "Current owner/operator" },
	{ "Current owner/operator (s)", fairlead_list_read_link, FAIRLEAD_LINK_OWNER_OR_CONTROLLER,
	  "Current owner/operator" },
	{ "PreviousOwnerOperator", fairlead_list_read_former_link,
	  FAIRLEAD_LINK_OWNER_OR_CONTROLLER, "Previous owner/operator" },
	{ "Previous owner/operator (s)", fairlead_list_read_former_link,
	  FAIRLEAD_LINK_OWNER_OR_CONTROLLER, "Previous owner/operator" },
	VALUES ("CurrentBelievedFlagOfShip", FLAG),
	VALUES ("Current believed flag of ship", FLAG),
	VALUES ("PreviousFlag", FORMER_FLAG),
	VALUES ("Previous flags", FORMER_FLAG),
	VALUES ("TypeOfShip", VESSEL_TYPE),
	VALUES ("Type of ship", VESSEL_TYPE),
	NOTE ("TonnageOfShip", "Tonnage"),
	NOTE ("Tonnage of ship", "Tonnage"),
	NOTE ("LengthOfShip", "Length"),
	NOTE ("Length of ship", "Length"),
	{ "YearBuilt", fairlead_list_read_dates, FAIRLEAD_ATTRIBUTE_YEAR_BUILT, NULL },
	{ "Year Built", fairlead_list_read_dates, FAIRLEAD_ATTRIBUTE_YEAR_BUILT, NULL },
	{ "HullIdentificationNumber", fairlead_list_read_identifier, FAIRLEAD_ID_OTHER, "HIN" },
	{ "Hull identification number (HIN)", fairlead_list_read_identifier, FAIRLEAD_ID_OTHER,
	  "HIN" },
};

/* ---- records ---- */

/* `Asset freeze|Travel Ban`, in which the same words may stand twice */
static char *
dup_measures (const char *text)
{
	static const char *const separators[] = { "|", NULL };
	g_auto (GStrv) measures = fairlead_list_split (text, separators);
	g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
	GString *basis = g_string_new (NULL);

	for (guint i = 0; measures[i] != NULL; i++)
		if (g_hash_table_add (seen, measures[i]))
			fairlead_list_append (basis, "; ", measures[i]);
	return g_string_free (basis, FALSE);
}

static void
read_designation (FairleadList *self, const FairleadXmlNode *record)
{
	FairleadKind kind = fairlead_uk_read_kind (
		self, fairlead_xml_node_get (record, "IndividualEntityShip"));
	g_autofree char *measures =
		dup_measures (fairlead_xml_node_get (record, "SanctionsImposed"));

	if (!fairlead_list_begin (self, fairlead_xml_node_get (record, "UniqueID"), kind))
		return;
	fairlead_list_designate (self, fairlead_xml_node_get (record, "RegimeName"), measures,
	                         fairlead_xml_node_get (record, "DateDesignated"), NULL);
	fairlead_list_read_elements (self, record, rules, G_N_ELEMENTS (rules));
}

/* The file's own date stands in an element */
static void
read_record (FairleadList *self, const FairleadXmlNode *record)
{
	if (strcmp (record->name, "Designation") == 0) {
		read_designation (self, record);
		return;
	}
	self->reading->n_records--;
	fairlead_list_set_issued (self, record->text, FAIRLEAD_DATE_DAY_FIRST);
}

static void
read_row (FairleadList *self, const FairleadCsvRow *header, const FairleadCsvRow *row)
{
	FairleadKind kind =
		fairlead_uk_read_kind (self, fairlead_list_cell (header, row, "Designation Type"));
	g_autofree char *measures =
		dup_measures (fairlead_list_cell (header, row, "Sanctions Imposed"));
	FairleadUkParts parts = {
		.postcode = fairlead_list_cell (header, row, "Address Postal Code"),
		.country = fairlead_list_cell (header, row, "Address Country"),
	};

	if (!fairlead_list_begin (self, fairlead_list_cell (header, row, "Unique ID"), kind))
		return;
	fairlead_uk_read_parts (&parts, header, row, "Address Line");
	add_name (self, &parts, fairlead_list_cell (header, row, "Name type"),
	          fairlead_list_cell (header, row, "Alias strength"));
	fairlead_list_designate (self, fairlead_list_cell (header, row, "Regime Name"), measures,
	                         fairlead_list_cell (header, row, "Date Designated"), NULL);
	fairlead_list_read_row (self, header, row, rules + N_OF_ELEMENTS,
	                        G_N_ELEMENTS (rules) - N_OF_ELEMENTS);
	fairlead_uk_add_address (self, &parts);
	fairlead_uk_add_birth_places (self, fairlead_list_cell (header, row, "Town of birth"),
	                              fairlead_list_cell (header, row, "Country of birth"));
	add_document (self, FAIRLEAD_ID_PASSPORT,
	              fairlead_list_cell (header, row, "Passport number"),
	              fairlead_list_cell (header, row, "Passport additional information"));
	add_document (
		self, FAIRLEAD_ID_NATIONAL,
		fairlead_list_cell (header, row, "National Identifier number"),
		fairlead_list_cell (header, row, "National Identifier additional information"));
}

static const char *const words[] = { "<Designation", NULL };
static const char *const record_names[] = { "Designation", "DateGenerated", NULL };
static const char *const containers[] = { NULL };
static const FairleadListXml xml = {
	.scheme = "uk",
	.title = "UK",
	.root = "Designations",
	.words = words,
	.records = record_names,
	.containers = containers,
	.read = read_record,
};

const FairleadFormat fairlead_format_uk_sl_xml = {
	.name = "uk-sl-xml",
	.title = "UK Sanctions List, XML",
	.sniff = fairlead_list_sniff_xml,
	.read = fairlead_list_read_xml,
	.data = &xml,
};

static const char *const columns[] = { "Unique ID",   "OFSI Group ID",    "Name 6",
	                               "Regime Name", "Designation Type", NULL };
static const FairleadListCsv csv = { "uk", "UK", columns, read_row };

const FairleadFormat fairlead_format_uk_sl_csv = {
	.name = "uk-sl-csv",
	.title = "UK Sanctions List, CSV",
	.sniff = fairlead_list_sniff_csv,
	.read = fairlead_list_read_csv,
	.data = &csv,
};
