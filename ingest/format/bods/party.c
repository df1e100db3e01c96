/* ingest/format/bods/party.c */
#include "ingest/format/bods/bods.h"
#include "ingest/format/companies-house/companies-house.h"
#include "ingest/grammar/country.h"

#include <string.h>

/* ---- facts, each once ---- */

static gboolean
is_news (const FairleadBodsStatement *statement, guint what, const char *text)
{
	guint64 hash = 14695981039346656037u; /* FNV-1a, 64 bits */

	if (text == NULL || *text == '\0')
		return FALSE;
	hash = (hash ^ statement->entity) * 1099511628211u;
	hash = (hash ^ what) * 1099511628211u;
	for (; *text != '\0'; text++)
		hash = (hash ^ (guchar) *text) * 1099511628211u;
	return fairlead_seen_add (statement->load->seen, hash);
}

#define WHAT_NAME 1000u
#define WHAT_NUMBER 2000u
#define WHAT_ADDRESS 3000u

void
fairlead_bods_add_name (const FairleadBodsStatement *statement, const char *text,
                        FairleadNameType type)
{
	if (is_news (statement, WHAT_NAME + type, text))
		fairlead_records_add_name (statement->records, statement->entity, text, type, FALSE,
		                           statement->source);
}

void
fairlead_bods_add_attribute (const FairleadBodsStatement *statement, FairleadAttribute attribute,
                             const char *text)
{
	if (is_news (statement, attribute, text))
		fairlead_records_add_attribute (statement->records, statement->entity, attribute,
		                                text, NULL, statement->source);
}

void
fairlead_bods_add_note (const FairleadBodsStatement *statement, const char *label, const char *text)
{
	g_autofree char *note = text == NULL ? NULL : g_strdup_printf ("%s: %s", label, text);

	fairlead_bods_add_attribute (statement, FAIRLEAD_ATTRIBUTE_NOTE, note);
}

const char *
fairlead_bods_country (const char *code, const char *name)
{
	char head[3] = { 0 };
	const char *known;

	if (code != NULL && strlen (code) >= 2 && (code[2] == '\0' || code[2] == '-')) {
		memcpy (head, code, 2);
		known = fairlead_country_code (head);
		if (known != NULL)
			return known;
	}
	return name != NULL ? name : code;
}

/* ---- identifiers ---- */

enum { NUMBER, SCHEME, SCHEME_NAME };

static void
read_number (FairleadBodsStatement *statement, const char *const *cells)
{
	const char *number = cells[NUMBER];
	const char *issuer = cells[SCHEME] != NULL ? cells[SCHEME] : cells[SCHEME_NAME];
	FairleadIdScheme kind = statement->type == &fairlead_bods_person ? FAIRLEAD_ID_OTHER
	                                                                 : FAIRLEAD_ID_REGISTRATION;
	char normal[COMPANIES_HOUSE_NUMBER_SIZE];

	if (g_strcmp0 (cells[SCHEME], "XI-LEI") == 0) {
		kind = FAIRLEAD_ID_LEI;
		issuer = NULL;
	} else if (g_strcmp0 (cells[SCHEME], "GB-COH") == 0 && number != NULL
	           && fairlead_companies_house_number (number, normal)) {
		number = normal;
		issuer = "GB";
	}
	if (is_news (statement, WHAT_NUMBER + kind, number))
		fairlead_records_add_identifier (statement->records, statement->entity, kind,
		                                 number, issuer, statement->source);
}

const FairleadBodsPart fairlead_bods_identifiers = {
	.path = "identifiers",
	.fields = { [NUMBER] = "id", [SCHEME] = "scheme", [SCHEME_NAME] = "schemeName" },
	.read = read_number,
};

/* ---- addresses ---- */

enum { TYPE, TEXT, POSTCODE, COUNTRY_CODE, COUNTRY_NAME };

/* A text without any number in it is a town or a region, which is no place to meet at */
static void
add_place (const FairleadBodsStatement *statement, const char *const *cells)
{
	const char *text = cells[TEXT];
	const char *postcode = cells[POSTCODE];
	g_autofree char *locality =
		g_strconcat (text, postcode != NULL ? ", " : NULL, postcode, NULL);
	gboolean is_exact = strpbrk (text, "0123456789") != NULL;

	fairlead_records_add_address (
		statement->records, statement->entity, BODS_SCHEME, is_exact ? text : NULL,
		is_exact ? postcode : locality,
		fairlead_bods_country (cells[COUNTRY_CODE], cells[COUNTRY_NAME]),
		statement->source);
}

static void
read_address (FairleadBodsStatement *statement, const char *const *cells)
{
	if (g_strcmp0 (cells[TYPE], "placeOfBirth") == 0)
		fairlead_bods_add_attribute (statement, FAIRLEAD_ATTRIBUTE_BIRTH_PLACE,
		                             cells[TEXT]);
	else if (is_news (statement, WHAT_ADDRESS, cells[TEXT]))
		add_place (statement, cells);
}

const FairleadBodsPart fairlead_bods_addresses = {
	.path = "addresses",
	.fields = { [TYPE] = "type",
	            [TEXT] = "address",
	            [POSTCODE] = "postCode",
	            [COUNTRY_CODE] = "country.code",
	            [COUNTRY_NAME] = "country.name" },
	.read = read_address,
};

/* ---- statements ---- */

void
fairlead_bods_describe (FairleadBodsStatement *statement, FairleadKind kind)
{
	statement->entity = fairlead_records_describe (statement->records, BODS_SCHEME,
	                                               statement->record, kind, statement->source);
}

void
fairlead_bods_report_unspecified (const FairleadBodsStatement *statement, const char *reason,
                                  const char *words)
{
	if (reason == NULL && words == NULL)
		return;
	fairlead_records_add_issue (statement->records, FAIRLEAD_ISSUE_PLACEHOLDER,
	                            statement->source, "not specified: %s %s",
	                            reason != NULL ? reason : "", words != NULL ? words : "");
	fairlead_bods_add_note (statement, "Not specified", reason);
}

void
fairlead_bods_end_party (FairleadBodsStatement *statement)
{
	g_autofree char *day = fairlead_date_dup_text (statement->date);

	if (!fairlead_bods_statement_is_closed (statement))
		return;
	if (day != NULL)
		fairlead_bods_add_note (statement, "Record closed", day);
	else
		fairlead_bods_add_attribute (statement, FAIRLEAD_ATTRIBUTE_NOTE, "Record closed");
}
