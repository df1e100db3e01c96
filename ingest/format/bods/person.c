/* ingest/format/bods/person.c */
#include "ingest/format/bods/bods.h"

#include <string.h>

enum { BORN, DIED, BIRTH_PLACE, EXPOSURE, REASON, WORDS };

static void
begin (FairleadBodsStatement *statement, const char *const *cells)
{
	fairlead_bods_describe (statement, FAIRLEAD_KIND_PERSON);
	fairlead_bods_add_attribute (statement, FAIRLEAD_ATTRIBUTE_BIRTH_DATE, cells[BORN]);
	fairlead_bods_add_attribute (statement, FAIRLEAD_ATTRIBUTE_BIRTH_PLACE, cells[BIRTH_PLACE]);
	fairlead_bods_add_note (statement, "Died", cells[DIED]);
	fairlead_bods_add_note (statement, "Political exposure", cells[EXPOSURE]);
	fairlead_bods_report_unspecified (statement, cells[REASON], cells[WORDS]);
}

/* ---- names ---- */

enum { NAME_TYPE, FULL_NAME };

static const struct {
	const char *type;
	FairleadNameType name_type;
} name_types[] = {
	{ "former", FAIRLEAD_NAME_FORMER },     { "birth", FAIRLEAD_NAME_FORMER },
	{ "alternative", FAIRLEAD_NAME_ALIAS }, { "transliteration", FAIRLEAD_NAME_ALIAS },
	{ "translation", FAIRLEAD_NAME_ALIAS },
};

static void
read_name (FairleadBodsStatement *statement, const char *const *cells)
{
	const char *type = cells[NAME_TYPE];
	FairleadNameType name_type = FAIRLEAD_NAME_PRIMARY;

	for (guint i = 0; type != NULL && i < G_N_ELEMENTS (name_types); i++)
		if (strcmp (name_types[i].type, type) == 0)
			name_type = name_types[i].name_type;
	fairlead_bods_add_name (statement, cells[FULL_NAME], name_type);
}

static const FairleadBodsPart names = {
	.path = "names",
	.fields = { [NAME_TYPE] = "type", [FULL_NAME] = "fullName" },
	.read = read_name,
};

/* ---- countries ---- */

enum { COUNTRY_CODE, COUNTRY_NAME };

static void
read_nationality (FairleadBodsStatement *statement, const char *const *cells)
{
	fairlead_bods_add_attribute (
		statement, FAIRLEAD_ATTRIBUTE_NATIONALITY,
		fairlead_bods_country (cells[COUNTRY_CODE], cells[COUNTRY_NAME]));
}

static void
read_tax_residency (FairleadBodsStatement *statement, const char *const *cells)
{
	fairlead_bods_add_note (statement, "Tax residency",
	                        fairlead_bods_country (cells[COUNTRY_CODE], cells[COUNTRY_NAME]));
}

static const FairleadBodsPart nationalities = {
	.path = "nationalities",
	.fields = { [COUNTRY_CODE] = "code", [COUNTRY_NAME] = "name" },
	.read = read_nationality,
};

static const FairleadBodsPart tax_residencies = {
	.path = "taxResidencies",
	.fields = { [COUNTRY_CODE] = "code", [COUNTRY_NAME] = "name" },
	.read = read_tax_residency,
};

/* ---- political exposure ---- */

static void
read_exposure (FairleadBodsStatement *statement, const char *const *cells)
{
	fairlead_bods_add_note (statement, "Political exposure", cells[0]);
}

static const FairleadBodsPart exposures = {
	.path = "politicalExposure.details",
	.fields = { "reason" },
	.read = read_exposure,
};

static const FairleadBodsPart *const parts[] = {
	&names,
	&fairlead_bods_identifiers,
	&nationalities,
	&fairlead_bods_addresses,
	&tax_residencies,
	&exposures,
	NULL,
};

const FairleadBodsType fairlead_bods_person = {
	.name = "person",
	.fields = { [BORN] = "birthDate",
	            [DIED] = "deathDate",
	            [BIRTH_PLACE] = "placeOfBirth.name",
	            [EXPOSURE] = "politicalExposure.status",
	            [REASON] = "unspecifiedPersonDetails.reason",
	            [WORDS] = "unspecifiedPersonDetails.description" },
	.parts = parts,
	.begin = begin,
	.end = fairlead_bods_end_party,
};
