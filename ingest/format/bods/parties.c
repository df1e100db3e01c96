/* ingest/format/bods/parties.c: recordDetails of entities and persons */
#include <string.h>

#include "ingest/format/bods/bods.h"
#include "ingest/format/companies-house/companies-house.h"
#include "ingest/grammar/country.h"

static const struct {
	const char *type;
	FairleadKind kind;
} entity_types[] = {
	{ "registeredEntity", FAIRLEAD_KIND_COMPANY }, { "legalEntity", FAIRLEAD_KIND_COMPANY },
	{ "arrangement", FAIRLEAD_KIND_COMPANY },      { "state", FAIRLEAD_KIND_PUBLIC_BODY },
	{ "stateBody", FAIRLEAD_KIND_PUBLIC_BODY },    { "anonymousEntity", FAIRLEAD_KIND_UNKNOWN },
	{ "unknownEntity", FAIRLEAD_KIND_UNKNOWN },
};

static const struct {
	const char *type;
	FairleadNameType name_type;
} name_types[] = {
	{ "former", FAIRLEAD_NAME_FORMER },     { "birth", FAIRLEAD_NAME_FORMER },
	{ "alternative", FAIRLEAD_NAME_ALIAS }, { "transliteration", FAIRLEAD_NAME_ALIAS },
	{ "translation", FAIRLEAD_NAME_ALIAS },
};

static const char *
text_of (const FairleadJsonValue *object, const char *name)
{
	return fairlead_json_value_member_text (object, name);
}

static const FairleadJsonValue *
member (const FairleadBodsParty *self, const char *name)
{
	return fairlead_json_value_member (self->details, name);
}

FairleadKind
fairlead_bods_kind_of_entity (FairleadRecords *records, const FairleadJsonValue *details,
                              FairleadSource source)
{
	const char *type = text_of (fairlead_json_value_member (details, "entityType"), "type");

	for (guint i = 0; type != NULL && i < G_N_ELEMENTS (entity_types); i++)
		if (strcmp (entity_types[i].type, type) == 0)
			return entity_types[i].kind;
	fairlead_records_add_issue (records, FAIRLEAD_ISSUE_UNKNOWN_KIND, source,
	                            "entityType \"%s\"", type != NULL ? type : "");
	return FAIRLEAD_KIND_UNKNOWN;
}

/* ---- facts, each once ---- */

static gboolean
is_news (const FairleadBodsParty *self, guint what, const char *text)
{
	guint64 hash = 14695981039346656037u; /* FNV-1a, 64 bits */

	if (text == NULL || *text == '\0')
		return FALSE;
	hash = (hash ^ self->entity) * 1099511628211u;
	hash = (hash ^ what) * 1099511628211u;
	for (; *text != '\0'; text++)
		hash = (hash ^ (guchar) *text) * 1099511628211u;
	return fairlead_seen_add (self->seen, hash);
}

#define WHAT_NAME 1000u
#define WHAT_NUMBER 2000u
#define WHAT_ADDRESS 3000u

static void
add_name (const FairleadBodsParty *self, const char *text, FairleadNameType type)
{
	if (is_news (self, WHAT_NAME + type, text))
		fairlead_records_add_name (self->records, self->entity, text, type, FALSE,
		                           self->source);
}

static void
add_attribute (const FairleadBodsParty *self, FairleadAttribute attribute, const char *text)
{
	if (is_news (self, attribute, text))
		fairlead_records_add_attribute (self->records, self->entity, attribute, text, NULL,
		                                self->source);
}

static void
add_note (const FairleadBodsParty *self, const char *label, const char *text)
{
	g_autofree char *note = text == NULL ? NULL : g_strdup_printf ("%s: %s", label, text);

	add_attribute (self, FAIRLEAD_ATTRIBUTE_NOTE, note);
}

/* `{"name": "Delaware", "code": "US-DE"}`: parts of countries are of their countries */
static const char *
country_of (const FairleadJsonValue *country)
{
	const char *code = text_of (country, "code");
	char head[3] = { 0 };
	const char *known;

	if (code != NULL && strlen (code) >= 2 && (code[2] == '\0' || code[2] == '-')) {
		memcpy (head, code, 2);
		known = fairlead_country_code (head);
		if (known != NULL)
			return known;
	}
	return text_of (country, "name") != NULL ? text_of (country, "name") : code;
}

static void
add_number (const FairleadBodsParty *self, gboolean is_person, const FairleadJsonValue *identifier)
{
	const char *number = text_of (identifier, "id");
	const char *scheme = text_of (identifier, "scheme");
	const char *issuer = scheme != NULL ? scheme : text_of (identifier, "schemeName");
	FairleadIdScheme kind = is_person ? FAIRLEAD_ID_OTHER : FAIRLEAD_ID_REGISTRATION;
	char normal[COMPANIES_HOUSE_NUMBER_SIZE];

	if (g_strcmp0 (scheme, "XI-LEI") == 0) {
		kind = FAIRLEAD_ID_LEI;
		issuer = NULL;
	} else if (g_strcmp0 (scheme, "GB-COH") == 0 && number != NULL
	           && fairlead_companies_house_number (number, normal)) {
		number = normal;
		issuer = "GB";
	}
	if (is_news (self, WHAT_NUMBER + kind, number))
		fairlead_records_add_identifier (self->records, self->entity, kind, number, issuer,
		                                 self->source);
}

/* A text without any number in it is a town or a region, which is no place to meet at */
static void
add_place (const FairleadBodsParty *self, const FairleadJsonValue *address, const char *text)
{
	const char *country = country_of (fairlead_json_value_member (address, "country"));
	const char *postcode = text_of (address, "postCode");
	g_autofree char *locality =
		g_strconcat (text, postcode != NULL ? ", " : NULL, postcode, NULL);
	gboolean is_exact = strpbrk (text, "0123456789") != NULL;

	fairlead_records_add_address (self->records, self->entity, BODS_SCHEME,
	                              is_exact ? text : NULL, is_exact ? postcode : locality,
	                              country, self->source);
}

static void
add_address (const FairleadBodsParty *self, const FairleadJsonValue *address)
{
	const char *text = text_of (address, "address");
	const char *type = text_of (address, "type");

	if (g_strcmp0 (type, "placeOfBirth") == 0)
		add_attribute (self, FAIRLEAD_ATTRIBUTE_BIRTH_PLACE, text);
	else if (is_news (self, WHAT_ADDRESS, text))
		add_place (self, address, text);
}

static void
read_common (const FairleadBodsParty *self, gboolean is_person)
{
	FAIRLEAD_JSON_EACH (identifier, member (self, "identifiers"))
	add_number (self, is_person, identifier);
	FAIRLEAD_JSON_EACH (address, member (self, "addresses"))
	add_address (self, address);
}

/* A party of whom nothing is told but that there is one */
static void
report_unspecified (const FairleadBodsParty *self, const char *name)
{
	const FairleadJsonValue *unspecified = member (self, name);
	const char *reason = text_of (unspecified, "reason");
	const char *words = text_of (unspecified, "description");

	if (unspecified == NULL)
		return;
	fairlead_records_add_issue (self->records, FAIRLEAD_ISSUE_PLACEHOLDER, self->source,
	                            "not specified: %s %s", reason != NULL ? reason : "",
	                            words != NULL ? words : "");
	add_note (self, "Not specified", reason);
}

void
fairlead_bods_read_entity (const FairleadBodsParty *self)
{
	const FairleadJsonValue *type = member (self, "entityType");
	const FairleadJsonValue *listing = member (self, "publicListing");
	const FairleadJsonValue *jurisdiction = member (self, "jurisdiction");

	add_name (self, text_of (self->details, "name"), FAIRLEAD_NAME_PRIMARY);
	FAIRLEAD_JSON_EACH (name, member (self, "alternateNames"))
	add_name (self, fairlead_json_value_text (name), FAIRLEAD_NAME_ALIAS);
	read_common (self, FALSE);
	add_attribute (self, FAIRLEAD_ATTRIBUTE_LEGAL_FORM, text_of (type, "subtype"));
	add_attribute (self, FAIRLEAD_ATTRIBUTE_LEGAL_FORM, text_of (type, "details"));
	add_attribute (self, FAIRLEAD_ATTRIBUTE_JURISDICTION, country_of (jurisdiction));
	if (text_of (jurisdiction, "code") != NULL && strlen (text_of (jurisdiction, "code")) > 2)
		add_note (self, "Jurisdiction", text_of (jurisdiction, "name"));
	add_attribute (self, FAIRLEAD_ATTRIBUTE_FORMED, text_of (self->details, "foundingDate"));
	add_attribute (self, FAIRLEAD_ATTRIBUTE_DISSOLVED,
	               text_of (self->details, "dissolutionDate"));
	add_attribute (self, FAIRLEAD_ATTRIBUTE_WEBSITE, text_of (self->details, "uri"));
	if (g_strcmp0 (text_of (listing, "hasPublicListing"), "true") == 0)
		add_attribute (self, FAIRLEAD_ATTRIBUTE_NOTE, "Listed on a stock exchange");
	report_unspecified (self, "unspecifiedEntityDetails");
}

static void
add_person_name (const FairleadBodsParty *self, const FairleadJsonValue *name)
{
	const char *type = text_of (name, "type");
	FairleadNameType name_type = FAIRLEAD_NAME_PRIMARY;

	for (guint i = 0; type != NULL && i < G_N_ELEMENTS (name_types); i++)
		if (strcmp (name_types[i].type, type) == 0)
			name_type = name_types[i].name_type;
	add_name (self, text_of (name, "fullName"), name_type);
}

void
fairlead_bods_read_person (const FairleadBodsParty *self)
{
	const FairleadJsonValue *exposure = member (self, "politicalExposure");

	FAIRLEAD_JSON_EACH (name, member (self, "names"))
	add_person_name (self, name);
	read_common (self, TRUE);
	FAIRLEAD_JSON_EACH (country, member (self, "nationalities"))
	add_attribute (self, FAIRLEAD_ATTRIBUTE_NATIONALITY, country_of (country));
	FAIRLEAD_JSON_EACH (country, member (self, "taxResidencies"))
	add_note (self, "Tax residency", country_of (country));
	add_attribute (self, FAIRLEAD_ATTRIBUTE_BIRTH_DATE, text_of (self->details, "birthDate"));
	add_attribute (self, FAIRLEAD_ATTRIBUTE_BIRTH_PLACE,
	               text_of (member (self, "placeOfBirth"), "name"));
	add_note (self, "Died", text_of (self->details, "deathDate"));
	add_note (self, "Political exposure", text_of (exposure, "status"));
	FAIRLEAD_JSON_EACH (detail, fairlead_json_value_member (exposure, "details"))
	add_note (self, "Political exposure", text_of (detail, "reason"));
	report_unspecified (self, "unspecifiedPersonDetails");
}
