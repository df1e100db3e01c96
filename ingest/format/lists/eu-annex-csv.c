/* ingest/format/lists/eu-annex-csv.c: annexes of an EU sanctions regulation, transcribed as CSV
 *
 * A ship may stand in several annexes, under several measures, and is one entity: its IMO number is
 * the key. Everybody else is keyed by regulation, annex and number (the name where there is none),
 * for the same number stands in each annex. */
#include "ingest/format/lists/list.h"
#include "ingest/format/lists/lists.h"

#include <string.h>

#include "ingest/grammar/name.h"

static const char *const semicolons[] = { ";", NULL };

/* ---- names ---- */

/* `Care of NAME` among the aliases is a link, written into the wrong column */
static void
add_alias (FairleadList *self, const char *name, FairleadNameType type, gboolean weak)
{
	g_autofree char *party = NULL;
	g_autofree char *rest = NULL;

	if (fairlead_address_split_care_of (name, &party, &rest))
		fairlead_list_add_link (self, FAIRLEAD_LINK_CARE_OF, party, NULL, 0);
	else
		fairlead_list_add_name (self, name, type, weak);
}

/* Commas part the names of persons; in those of companies they stand before `Ltd` */
static void
add_aliases (FairleadList *self, const char *text, FairleadNameType type, gboolean weak)
{
	static const char *const marks[] = { ";", ", ", NULL };
	g_auto (GStrv) names =
		fairlead_list_split (text, self->kind == FAIRLEAD_KIND_PERSON ? marks : semicolons);

	for (guint i = 0; names[i] != NULL; i++)
		add_alias (self, names[i], type, weak);
}

static void
read_aliases (FairleadList *self, const FairleadListRule *rule, const char *text,
              const FairleadXmlNode *node)
{
	(void) node;
	add_aliases (self, text, rule->what, rule->label != NULL);
}

/* The rest of `NAME (Aliases: A, B)`; NULL where the parenthesis is part of a name */
static const char *
find_other_names (FairleadKind kind, const char *inside)
{
	static const char *const words[] = { "Aliases: ", "Alias: ", "a.k.a. ", "aka " };

	for (guint i = 0; i < G_N_ELEMENTS (words); i++)
		if (g_ascii_strncasecmp (inside, words[i], strlen (words[i])) == 0)
			return inside + strlen (words[i]);
	return kind == FAIRLEAD_KIND_VESSEL ? inside : NULL;
}

static void
add_other_names (FairleadList *self, const char *others, gsize length)
{
	static const char *const marks[] = { ";", ", ", NULL };
	g_autofree char *text = g_strndup (others, length);
	g_auto (GStrv) parts = fairlead_list_split (text, marks);

	for (guint i = 0; parts[i] != NULL; i++)
		fairlead_list_add_name (self, parts[i], FAIRLEAD_NAME_ALIAS, FALSE);
}

/* Takes the parentheses off the end of a name; ships have their other names in them */
static void
read_name (FairleadList *self, const FairleadListRule *rule, const char *text,
           const FairleadXmlNode *node)
{
	g_autofree char *name = fairlead_list_dup_clean (text);
	gsize length = strlen (name);

	(void) rule;
	(void) node;
	while (length > 1 && name[length - 1] == ')') {
		const char *open = memrchr (name, '(', length);
		const char *others;

		if (open == NULL || open == name)
			break;
		others = find_other_names (self->kind, open + 1);
		if (others == NULL)
			break;
		add_other_names (self, others, (gsize) (name + length - 1 - others));
		length = (gsize) (open - name);
		while (length > 0 && name[length - 1] == ' ')
			length--;
	}
	name[length] = '\0';
	fairlead_list_add_name (self, name, FAIRLEAD_NAME_PRIMARY, FALSE);
}

/* ---- other columns ---- */

/* Addresses between semicolons, some of which stand within an address, after a comma */
static void
add_addresses (FairleadList *self, const char *text)
{
	g_auto (GStrv) parts = fairlead_list_split (text, semicolons);
	g_autoptr (GString) address = g_string_new (NULL);

	for (guint i = 0; parts[i] != NULL; i++) {
		fairlead_list_append (address, " ", parts[i]);
		if (parts[i + 1] != NULL && g_str_has_suffix (parts[i], ","))
			continue;
		fairlead_list_add_whole_address (self, address->str);
		g_string_truncate (address, 0);
	}
}

static void
read_addresses (FairleadList *self, const FairleadListRule *rule, const char *text,
                const FairleadXmlNode *node)
{
	g_auto (GStrv) numbered = fairlead_list_split_numbered (text);

	(void) rule;
	(void) node;
	for (guint i = 0; numbered[i] != NULL; i++)
		add_addresses (self, numbered[i]);
}

static void
read_documents (FairleadList *self, const FairleadListRule *rule, const char *text,
                const FairleadXmlNode *node)
{
	static const char *const marks[] = { ";", " / ", NULL };
	g_auto (GStrv) numbers = fairlead_list_split (text, marks);

	(void) node;
	for (guint i = 0; numbers[i] != NULL; i++)
		fairlead_list_add_document (self, rule->what, numbers[i], "");
}

static void
read_imo (FairleadList *self, const FairleadListRule *rule, const char *text,
          const FairleadXmlNode *node)
{
	(void) rule;
	(void) node;
	if (fairlead_name_is_placeholder (text))
		fairlead_records_add_issue (self->records, FAIRLEAD_ISSUE_PLACEHOLDER,
		                            fairlead_list_source (self), "IMO number \"%s\"", text);
	else
		fairlead_list_add_imo (self, text);
}

static const FairleadListRule rules[] = {
	{ "celex", NULL, 0, NULL },
	{ "recordId", NULL, 0, NULL },
	{ "programKey", NULL, 0, NULL },
	{ "annex", NULL, 0, NULL },
	{ "measure", NULL, 0, NULL },
	{ "startDate", NULL, 0, NULL },
	{ "schema", NULL, 0, NULL },
	{ "registrationNumber", NULL, 0, NULL },
	{ "name", read_name, 0, NULL },
	{ "alias", read_aliases, FAIRLEAD_NAME_ALIAS, NULL },
	{ "weakAlias", read_aliases, FAIRLEAD_NAME_ALIAS, "weak" },
	{ "previousName", read_aliases, FAIRLEAD_NAME_FORMER, NULL },
	{ "reason", fairlead_list_read_attribute, FAIRLEAD_ATTRIBUTE_REASON, NULL },
	{ "country", fairlead_list_read_values, FAIRLEAD_ATTRIBUTE_COUNTRY, NULL },
	{ "nationality", fairlead_list_read_values, FAIRLEAD_ATTRIBUTE_NATIONALITY, NULL },
	{ "jurisdiction", fairlead_list_read_values, FAIRLEAD_ATTRIBUTE_JURISDICTION, NULL },
	{ "birthDate", fairlead_list_read_dates, FAIRLEAD_ATTRIBUTE_BIRTH_DATE, NULL },
	{ "birthPlace", fairlead_list_read_values, FAIRLEAD_ATTRIBUTE_BIRTH_PLACE, NULL },
	{ "position", fairlead_list_read_values, FAIRLEAD_ATTRIBUTE_TITLE, NULL },
	{ "gender", fairlead_list_read_values, FAIRLEAD_ATTRIBUTE_GENDER, NULL },
	{ "incorporationDate", fairlead_list_read_dates, FAIRLEAD_ATTRIBUTE_FORMED, NULL },
	{ "legalForm", fairlead_list_read_values, FAIRLEAD_ATTRIBUTE_LEGAL_FORM, NULL },
	{ "sector", fairlead_list_read_values, FAIRLEAD_ATTRIBUTE_SECTOR, NULL },
	{ "flag", fairlead_list_read_values, FAIRLEAD_ATTRIBUTE_FLAG, NULL },
	{ "phone", fairlead_list_read_values, FAIRLEAD_ATTRIBUTE_PHONE, NULL },
	{ "email", fairlead_list_read_values, FAIRLEAD_ATTRIBUTE_EMAIL, NULL },
	{ "website", fairlead_list_read_values, FAIRLEAD_ATTRIBUTE_WEBSITE, NULL },
	{ "notes", fairlead_list_read_note, 0, NULL },
	{ "address", read_addresses, 0, NULL },
	{ "passportNumber", read_documents, FAIRLEAD_ID_PASSPORT, NULL },
	{ "idNumber", read_documents, FAIRLEAD_ID_NATIONAL, NULL },
	{ "taxNumber", read_documents, FAIRLEAD_ID_TAX, NULL },
	{ "innCode", fairlead_list_read_identifier, FAIRLEAD_ID_TAX, "RU" },
	{ "ogrnCode", fairlead_list_read_identifier, FAIRLEAD_ID_REGISTRATION, "RU" },
	{ "kppCode", fairlead_list_read_identifier, FAIRLEAD_ID_OTHER, "KPP" },
	{ "okpoCode", fairlead_list_read_identifier, FAIRLEAD_ID_OTHER, "OKPO" },
	{ "leiCode", fairlead_list_read_identifier, FAIRLEAD_ID_LEI, NULL },
	{ "swiftBic", fairlead_list_read_identifier, FAIRLEAD_ID_BIC, NULL },
	{ "imoNumber", read_imo, 0, NULL },
	{ "mmsi", fairlead_list_read_identifier, FAIRLEAD_ID_MMSI, NULL },
};

/* ---- rows ---- */

static const FairleadListWord kinds[] = {
	{ "Person", FAIRLEAD_KIND_PERSON },          { "LegalEntity", FAIRLEAD_KIND_COMPANY },
	{ "Company", FAIRLEAD_KIND_COMPANY },        { "Organization", FAIRLEAD_KIND_COMPANY },
	{ "PublicBody", FAIRLEAD_KIND_PUBLIC_BODY }, { "Vessel", FAIRLEAD_KIND_VESSEL },
	{ "Airplane", FAIRLEAD_KIND_AIRCRAFT },
};

/* The transcription has the numbers of shipping companies in the column of registers. Seven digits
 * with the right check, in a row that speaks of ships, are an IMO company number. */
static void
read_registration (FairleadList *self, const char *number, const char *reason)
{
	static const char *const words[] = { "ship", "vessel", "tanker", NULL };

	if (*number == '\0')
		return;
	if (!fairlead_imo_company_check (number) || !fairlead_list_mentions (reason, words)) {
		fairlead_list_add_identifier (self, FAIRLEAD_ID_REGISTRATION, number, NULL);
		return;
	}
	fairlead_records_add_issue (
		self->records, FAIRLEAD_ISSUE_RETYPED_IDENTIFIER, fairlead_list_source (self),
		"registration number %s is read as an IMO company number", number);
	fairlead_list_add_identifier (self, FAIRLEAD_ID_IMO_COMPANY, number, NULL);
}

static gboolean
begin_party (FairleadList *self, const FairleadCsvRow *header, const FairleadCsvRow *row)
{
	FairleadKind kind = fairlead_list_read_kind (self, kinds, G_N_ELEMENTS (kinds),
	                                             fairlead_list_cell (header, row, "schema"));
	const char *imo = fairlead_list_cell (header, row, "imoNumber");
	const char *record = fairlead_list_cell (header, row, "recordId");
	const char *name = fairlead_list_cell (header, row, "name");
	const char *id = *record != '\0' ? record : name;
	g_autofree char *key = g_strjoin ("/", fairlead_list_cell (header, row, "celex"),
	                                  fairlead_list_cell (header, row, "annex"), id, NULL);
	char number[64];

	if (kind == FAIRLEAD_KIND_VESSEL
	    && fairlead_identifier_normalise (FAIRLEAD_ID_IMO, imo, number, sizeof number)) {
		fairlead_list_begin_as (self, "imo", number, kind);
		return TRUE;
	}
	return fairlead_list_begin (self, *id == '\0' ? "" : key, kind);
}

static void
read_row (FairleadList *self, const FairleadCsvRow *header, const FairleadCsvRow *row)
{
	g_autofree char *basis =
		g_strdup_printf ("%s, annex %s: %s", fairlead_list_cell (header, row, "celex"),
	                         fairlead_list_cell (header, row, "annex"),
	                         fairlead_list_cell (header, row, "measure"));

	if (!begin_party (self, header, row))
		return;
	fairlead_list_read_row (self, header, row, rules, G_N_ELEMENTS (rules));
	read_registration (self, fairlead_list_cell (header, row, "registrationNumber"),
	                   fairlead_list_cell (header, row, "reason"));
	fairlead_list_designate (self, fairlead_list_cell (header, row, "programKey"), basis,
	                         fairlead_list_cell (header, row, "startDate"), NULL);
}

static const char *const columns[] = { "celex",  "recordId", "programKey", "annex",
	                               "schema", "name",     NULL };
static const FairleadListCsv csv = { "eu", "EU", columns, read_row };

const FairleadFormat fairlead_format_eu_annex_csv = {
	.name = "eu-annex-csv",
	.title = "Annexes of an EU sanctions regulation, CSV",
	.sniff = fairlead_list_sniff_csv,
	.read = fairlead_list_read_csv,
	.data = &csv,
};
