/* ingest/format/bods/entity.c: companies, states, arrangements */
#include "ingest/format/bods/bods.h"

#include <string.h>

enum {
	NAME,
	TYPE,
	SUBTYPE,
	TYPE_DETAILS,
	JURISDICTION_CODE,
	JURISDICTION_NAME,
	FORMED,
	DISSOLVED,
	ADDRESS_OF_PAGE,
	IS_LISTED,
	REASON,
	WORDS,
};

static const struct {
	const char *type;
	FairleadKind kind;
} kinds[] = {
	{ "registeredEntity", FAIRLEAD_KIND_COMPANY }, { "legalEntity", FAIRLEAD_KIND_COMPANY },
	{ "arrangement", FAIRLEAD_KIND_COMPANY },      { "state", FAIRLEAD_KIND_PUBLIC_BODY },
	{ "stateBody", FAIRLEAD_KIND_PUBLIC_BODY },    { "anonymousEntity", FAIRLEAD_KIND_UNKNOWN },
	{ "unknownEntity", FAIRLEAD_KIND_UNKNOWN },
};

static FairleadKind
kind_of (const FairleadBodsStatement *statement, const char *type)
{
	for (guint i = 0; type != NULL && i < G_N_ELEMENTS (kinds); i++)
		if (strcmp (kinds[i].type, type) == 0)
			return kinds[i].kind;
	fairlead_records_add_issue (statement->records, FAIRLEAD_ISSUE_UNKNOWN_KIND,
	                            statement->source, "entityType \"%s\"",
	                            type != NULL ? type : "");
	return FAIRLEAD_KIND_UNKNOWN;
}

static const struct {
	guint cell;
	FairleadAttribute attribute;
} attributes[] = {
	{ SUBTYPE, FAIRLEAD_ATTRIBUTE_LEGAL_FORM },
	{ TYPE_DETAILS, FAIRLEAD_ATTRIBUTE_LEGAL_FORM },
	{ FORMED, FAIRLEAD_ATTRIBUTE_FORMED },
	{ DISSOLVED, FAIRLEAD_ATTRIBUTE_DISSOLVED },
	{ ADDRESS_OF_PAGE, FAIRLEAD_ATTRIBUTE_WEBSITE },
};

static void
add_jurisdiction (const FairleadBodsStatement *statement, const char *code, const char *name)
{
	fairlead_bods_add_attribute (statement, FAIRLEAD_ATTRIBUTE_JURISDICTION,
	                             fairlead_bods_country (code, name));
	if (code != NULL && strlen (code) > 2)
		fairlead_bods_add_note (statement, "Jurisdiction", name);
}

static void
begin (FairleadBodsStatement *statement, const char *const *cells)
{
	fairlead_bods_describe (statement, kind_of (statement, cells[TYPE]));
	fairlead_bods_add_name (statement, cells[NAME], FAIRLEAD_NAME_PRIMARY);
	for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
		fairlead_bods_add_attribute (statement, attributes[i].attribute,
		                             cells[attributes[i].cell]);
	add_jurisdiction (statement, cells[JURISDICTION_CODE], cells[JURISDICTION_NAME]);
	if (g_strcmp0 (cells[IS_LISTED], "true") == 0)
		fairlead_bods_add_attribute (statement, FAIRLEAD_ATTRIBUTE_NOTE,
		                             "Listed on a stock exchange");
	fairlead_bods_report_unspecified (statement, cells[REASON], cells[WORDS]);
}

static void
read_alternate_name (FairleadBodsStatement *statement, const char *const *cells)
{
	fairlead_bods_add_name (statement, cells[0], FAIRLEAD_NAME_ALIAS);
}

static const FairleadBodsPart alternate_names = {
	.path = BODS_ALTERNATE_NAMES,
	.fields = { "" },
	.read = read_alternate_name,
};

static const FairleadBodsPart *const parts[] = {
	&alternate_names,
	&fairlead_bods_identifiers,
	&fairlead_bods_addresses,
	NULL,
};

const FairleadBodsType fairlead_bods_entity = {
	.name = "entity",
	.fields = { [NAME] = "name",
	            [TYPE] = "entityType.type",
	            [SUBTYPE] = "entityType.subtype",
	            [TYPE_DETAILS] = "entityType.details",
	            [JURISDICTION_CODE] = "jurisdiction.code",
	            [JURISDICTION_NAME] = "jurisdiction.name",
	            [FORMED] = "foundingDate",
	            [DISSOLVED] = "dissolutionDate",
	            [ADDRESS_OF_PAGE] = "uri",
	            [IS_LISTED] = "publicListing.hasPublicListing",
	            [REASON] = "unspecifiedEntityDetails.reason",
	            [WORDS] = "unspecifiedEntityDetails.description" },
	.parts = parts,
	.begin = begin,
	.end = fairlead_bods_end_party,
};
