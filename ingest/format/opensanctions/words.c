/* ingest/format/opensanctions/words.c: the vocabulary of Follow the Money and what it means here */
#include "ingest/format/opensanctions/opensanctions.h"

#include <string.h>

static const FairleadFtmSchema schemas[] = {
	{ "Person", FAIRLEAD_KIND_PERSON },
	{ "Company", FAIRLEAD_KIND_COMPANY },
	{ "Organization", FAIRLEAD_KIND_COMPANY },
	{ "PublicBody", FAIRLEAD_KIND_PUBLIC_BODY },
	{ "LegalEntity", FAIRLEAD_KIND_UNKNOWN },
	{ "Vessel", FAIRLEAD_KIND_VESSEL },
	{ "Airplane", FAIRLEAD_KIND_AIRCRAFT },
	{ "Address", FAIRLEAD_KIND_ADDRESS },
	/* What these are has no kind here; links to them are read all the same */
	{ "Asset", FAIRLEAD_KIND_UNKNOWN },
	{ "BankAccount", FAIRLEAD_KIND_UNKNOWN },
	{ "CryptoWallet", FAIRLEAD_KIND_UNKNOWN },
	{ "Position", FAIRLEAD_KIND_UNKNOWN },
	{ "Project", FAIRLEAD_KIND_UNKNOWN },
	{ "RealEstate", FAIRLEAD_KIND_UNKNOWN },
	{ "Security", FAIRLEAD_KIND_UNKNOWN },
	{ "Thing", FAIRLEAD_KIND_UNKNOWN },
	{ "Vehicle", FAIRLEAD_KIND_UNKNOWN },
};

static const FairleadFtmLink links[] = {
	{ "Ownership", "owner", "asset", FAIRLEAD_LINK_SHAREHOLDER, "role" },
	{ "Directorship", "director", "organization", FAIRLEAD_LINK_DIRECTOR, "role" },
	{ "Membership", "member", "organization", FAIRLEAD_LINK_PARTICIPANT, "role" },
	{ "Employment", "employee", "employer", FAIRLEAD_LINK_PARTICIPANT, "role" },
	{ "Representation", "agent", "client", FAIRLEAD_LINK_AGENT, "role" },
	{ "Family", "person", "relative", FAIRLEAD_LINK_RELATIVE, "relationship" },
	{ "Associate", "person", "associate", FAIRLEAD_LINK_ASSOCIATE, "relationship" },
	{ "Succession", "predecessor", "successor", FAIRLEAD_LINK_LINKED, "role" },
	{ "Debt", "debtor", "creditor", FAIRLEAD_LINK_LINKED, "role" },
	{ "Occupancy", "holder", "post", FAIRLEAD_LINK_LINKED, "status" },
	{ "ProjectParticipant", "participant", "project", FAIRLEAD_LINK_PARTICIPANT, "role" },
	{ "Similar", "candidate", "match", FAIRLEAD_LINK_LINKED, NULL },
	{ "UnknownLink", "subject", "object", FAIRLEAD_LINK_LINKED, "role" },
};

#define NAME(property, type)                                            \
	{                                                               \
		property, FAIRLEAD_FTM_NAME, FAIRLEAD_NAME_##type, NULL \
	}
#define ATTRIBUTE(property, attribute)                                                 \
	{                                                                              \
		property, FAIRLEAD_FTM_ATTRIBUTE, FAIRLEAD_ATTRIBUTE_##attribute, NULL \
	}
#define NOTE(property, label)                                                    \
	{                                                                        \
		property, FAIRLEAD_FTM_ATTRIBUTE, FAIRLEAD_ATTRIBUTE_NOTE, label \
	}
#define NUMBER(property, scheme, issuer)                                        \
	{                                                                       \
		property, FAIRLEAD_FTM_IDENTIFIER, FAIRLEAD_ID_##scheme, issuer \
	}
#define PARTY(property, kind)                                            \
	{                                                                \
		property, FAIRLEAD_FTM_PARTY, FAIRLEAD_LINK_##kind, NULL \
	}
#define PASSED(property)                               \
	{                                              \
		property, FAIRLEAD_FTM_PASSED, 0, NULL \
	}

/* Whatever is not here becomes a note under its own name */
static const FairleadFtmProperty properties[] = {
	NAME ("name", ALIAS),
	NAME ("alias", ALIAS),
	NAME ("previousName", FORMER),
	{ "weakAlias", FAIRLEAD_FTM_WEAK_NAME, FAIRLEAD_NAME_ALIAS, NULL },
	{ "abbreviation", FAIRLEAD_FTM_WEAK_NAME, FAIRLEAD_NAME_ALIAS, NULL },
	ATTRIBUTE ("country", COUNTRY),
	ATTRIBUTE ("mainCountry", COUNTRY),
	ATTRIBUTE ("jurisdiction", JURISDICTION),
	ATTRIBUTE ("nationality", NATIONALITY),
	ATTRIBUTE ("citizenship", NATIONALITY),
	ATTRIBUTE ("flag", FLAG),
	ATTRIBUTE ("pastFlags", FORMER_FLAG),
	ATTRIBUTE ("birthDate", BIRTH_DATE),
	ATTRIBUTE ("birthPlace", BIRTH_PLACE),
	ATTRIBUTE ("incorporationDate", FORMED),
	ATTRIBUTE ("dissolutionDate", DISSOLVED),
	ATTRIBUTE ("gender", GENDER),
	ATTRIBUTE ("title", TITLE),
	ATTRIBUTE ("position", TITLE),
	ATTRIBUTE ("phone", PHONE),
	ATTRIBUTE ("email", EMAIL),
	ATTRIBUTE ("website", WEBSITE),
	ATTRIBUTE ("sector", SECTOR),
	ATTRIBUTE ("status", STATUS),
	ATTRIBUTE ("legalForm", LEGAL_FORM),
	ATTRIBUTE ("type", VESSEL_TYPE),
	ATTRIBUTE ("deadweightTonnage", DEADWEIGHT),
	ATTRIBUTE ("grossRegisteredTonnage", GROSS_TONNAGE),
	ATTRIBUTE ("buildDate", YEAR_BUILT),
	NOTE ("notes", NULL),
	NOTE ("summary", NULL),
	NOTE ("description", NULL),
	NOTE ("topics", "Topic"),
	{ "imoNumber", FAIRLEAD_FTM_IMO, 0, NULL },
	NUMBER ("mmsi", MMSI, NULL),
	NUMBER ("callSign", CALL_SIGN, NULL),
	NUMBER ("leiCode", LEI, NULL),
	NUMBER ("swiftBic", BIC, NULL),
	NUMBER ("registrationNumber", REGISTRATION, NULL),
	NUMBER ("ogrnCode", REGISTRATION, "RU"),
	NUMBER ("taxNumber", TAX, NULL),
	NUMBER ("vatCode", TAX, NULL),
	NUMBER ("innCode", TAX, "RU"),
	NUMBER ("passportNumber", PASSPORT, NULL),
	NUMBER ("socialSecurityNumber", NATIONAL, NULL),
	NUMBER ("idNumber", NATIONAL, NULL),
	NUMBER ("kppCode", OTHER, "KPP"),
	NUMBER ("okpoCode", OTHER, "OKPO"),
	NUMBER ("bikCode", OTHER, "BIK"),
	NUMBER ("dunsCode", OTHER, "D-U-N-S"),
	NUMBER ("uscCode", REGISTRATION, "CN"),
	NUMBER ("uniqueEntityId", OTHER, "UEI"),
	NUMBER ("icijId", OTHER, "ICIJ"),
	{ "address", FAIRLEAD_FTM_ADDRESS, 0, NULL },
	{ "addressEntity", FAIRLEAD_FTM_PLACE, 0, NULL },
	PARTY ("parent", PARENT),
	PARTY ("owner", PROPERTY_INTEREST),
	PARTY ("operator", OPERATOR),
	PASSED ("firstName"),
	PASSED ("lastName"),
	PASSED ("secondName"),
	PASSED ("middleName"),
	PASSED ("fatherName"),
	PASSED ("nameSuffix"),
	PASSED ("sourceUrl"),
	PASSED ("wikidataId"),
	PASSED ("wikipediaUrl"),
	PASSED ("publisher"),
	PASSED ("publisherUrl"),
	PASSED ("createdAt"),
	PASSED ("modifiedAt"),
	PASSED ("retrievedAt"),
	/* Of nested exports: the objects speak for themselves */
	PASSED ("sanctions"),
	/* Of addresses, which are read whole */
	PASSED ("full"),
	PASSED ("street"),
	PASSED ("street2"),
	PASSED ("city"),
	PASSED ("state"),
	PASSED ("region"),
	PASSED ("postalCode"),
	PASSED ("postOfficeBox"),
};

static const struct {
	const char *prefix;
	const char *list;
} datasets[] = {
	{ "us_ofac_", "OFAC" },       { "un_sc_", "UN" },     { "eu_", "EU" },
	{ "gb_hmt_", "UK" },          { "gb_fcdo_", "UK" },   { "ch_seco_", "SECO" },
	{ "ca_dfatd_sema_", "SEMA" }, { "au_dfat_", "DFAT" }, { "jp_mof_", "MOF" },
	{ "ua_nsdc_", "NSDC" },
};

static const struct {
	const char *prefix;
	const char *list;
} programmes[] = {
	{ "US-BIS", "BIS" }, { "US-", "OFAC" }, { "UN-", "UN" },   { "EU-", "EU" },
	{ "GB-", "UK" },     { "CH-", "SECO" }, { "CA-", "SEMA" }, { "AU-", "DFAT" },
	{ "JP-", "MOF" },    { "UA-", "NSDC" },
};

/* The row of a table whose first member is the word */
#define FIND(table, member, word)                        \
	for (guint i = 0; i < G_N_ELEMENTS (table); i++) \
		if (strcmp (table[i].member, word) == 0) \
			return &table[i];                \
	return NULL

const FairleadFtmSchema *
fairlead_ftm_find_schema (const char *schema)
{
	FIND (schemas, schema, schema);
}

const FairleadFtmLink *
fairlead_ftm_find_link (const char *schema)
{
	FIND (links, schema, schema);
}

const FairleadFtmProperty *
fairlead_ftm_find_property (const char *property)
{
	FIND (properties, property, property);
}

const char *
fairlead_opensanctions_list_of_dataset (const char *dataset)
{
	for (guint i = 0; i < G_N_ELEMENTS (datasets); i++)
		if (g_str_has_prefix (dataset, datasets[i].prefix))
			return datasets[i].list;
	return NULL;
}

const char *
fairlead_opensanctions_list_of_programme (const char *programme)
{
	for (guint i = 0; i < G_N_ELEMENTS (programmes); i++)
		if (g_str_has_prefix (programme, programmes[i].prefix))
			return programmes[i].list;
	return NULL;
}
