/* ingest/format/ofac-advanced/words.c: the texts that OFAC publishes, and what each means here
 *
 * Ids are never looked at: they are resolved by the reference sets of each file. The texts below
 * were read off published files. */
#include "ingest/format/ofac-advanced/advanced.h"

#include <string.h>

static const AdvancedWord alias_types[] = {
	{ "Name", ADVANCED_ALIAS_NAME, 0 },
	{ "A.K.A.", ADVANCED_ALIAS_ALSO, 0 },
	{ "F.K.A.", ADVANCED_ALIAS_FORMERLY, 0 },
	{ "N.K.A.", ADVANCED_ALIAS_ALSO, 0 },
};

static const AdvancedWord calendars[] = { { "Gregorian", 0, 0 } };

static const AdvancedWord document_date_types[] = {
	{ "Issue Date", 0, 0 },
	{ "Expiration Date", 0, 0 },
};

/* A Russian patronymic stands after the comma, as in OFAC's own CSV; a mother's name before it */
static const AdvancedWord name_part_types[] = {
	{ "Last Name", ADVANCED_PART_FAMILY, 0 },  { "Maiden Name", ADVANCED_PART_FAMILY, 0 },
	{ "Matronymic", ADVANCED_PART_FAMILY, 0 }, { "First Name", ADVANCED_PART_GIVEN, 0 },
	{ "Middle Name", ADVANCED_PART_GIVEN, 0 }, { "Patronymic", ADVANCED_PART_GIVEN, 0 },
	{ "Nickname", ADVANCED_PART_GIVEN, 0 },    { "Entity Name", ADVANCED_PART_WHOLE, 0 },
	{ "Vessel Name", ADVANCED_PART_WHOLE, 0 }, { "Aircraft Name", ADVANCED_PART_WHOLE, 0 },
};

static const AdvancedWord name_statuses[] = { { "Primary Latin", 0, 0 } };

static const AdvancedWord party_types[] = {
	{ "Individual", FAIRLEAD_KIND_PERSON, 0 },
	{ "Entity", FAIRLEAD_KIND_COMPANY, 0 },
	{ "Other Entity", FAIRLEAD_KIND_COMPANY, 0 },
};

static const AdvancedWord party_subtypes[] = {
	{ "Vessel", FAIRLEAD_KIND_VESSEL, 0 },
	{ "Aircraft", FAIRLEAD_KIND_AIRCRAFT, 0 },
};

static const AdvancedWord place_part_types[] = {
	{ "ADDRESS1", ADVANCED_PLACE_STREET_1, 0 },
	{ "ADDRESS2", ADVANCED_PLACE_STREET_2, 0 },
	{ "ADDRESS3", ADVANCED_PLACE_STREET_3, 0 },
	{ "CITY", ADVANCED_PLACE_CITY, 0 },
	{ "STATE/PROVINCE", ADVANCED_PLACE_STATE, 0 },
	{ "POSTAL CODE", ADVANCED_PLACE_POSTCODE, 0 },
	{ "REGION", ADVANCED_PLACE_REGION, 0 },
};

/* All ten that were in use in 2024 */
static const AdvancedWord relation_types[] = {
	{ "Associate Of", FAIRLEAD_LINK_ASSOCIATE, ADVANCED_FROM_IS_FROM },
	{ "Providing support to", FAIRLEAD_LINK_SUPPORTER, ADVANCED_FROM_IS_FROM },
	{ "Acting for or on behalf of", FAIRLEAD_LINK_AGENT, ADVANCED_FROM_IS_FROM },
	{ "Owned or Controlled By", FAIRLEAD_LINK_OWNER_OR_CONTROLLER, ADVANCED_TO_IS_FROM },
	{ "Owns, controls, or operates", FAIRLEAD_LINK_OWNER_OR_CONTROLLER, ADVANCED_FROM_IS_FROM },
	{ "Property in the interest of", FAIRLEAD_LINK_PROPERTY_INTEREST, ADVANCED_TO_IS_FROM },
	{ "Family member of", FAIRLEAD_LINK_RELATIVE, ADVANCED_FROM_IS_FROM },
	{ "playing a significant role in", FAIRLEAD_LINK_PARTICIPANT, ADVANCED_FROM_IS_FROM },
	{ "Leader or official of", FAIRLEAD_LINK_LEADER, ADVANCED_FROM_IS_FROM },
	{ "Principal Executive Officer", FAIRLEAD_LINK_OFFICER, ADVANCED_FROM_IS_FROM },
};

static const AdvancedWord event_types[] = {
	{ "Created", ADVANCED_EVENT_LISTED, 0 },
	{ "Deleted", ADVANCED_EVENT_DELISTED, 0 },
	{ "Delisted", ADVANCED_EVENT_DELISTED, 0 },
	{ "Removed", ADVANCED_EVENT_DELISTED, 0 },
};

static const AdvancedWord sanctions_types[] = { { "Program", 0, 0 } };
static const AdvancedWord list_names[] = { { "SDN List", 0, 0 } };
static const AdvancedWord validities[] = { { "Valid", 0, 0 } };
static const AdvancedWord relation_qualities[] = { { "High", 0, 0 } };

#define ATTRIBUTE(text, attribute)                                               \
	{                                                                        \
		text, ADVANCED_FEATURE_ATTRIBUTE, FAIRLEAD_ATTRIBUTE_##attribute \
	}
#define IDENTIFIER(text, scheme)                                        \
	{                                                               \
		text, ADVANCED_FEATURE_IDENTIFIER, FAIRLEAD_ID_##scheme \
	}
#define PARTY(text, kind)                                          \
	{                                                          \
		text, ADVANCED_FEATURE_PARTY, FAIRLEAD_LINK_##kind \
	}

/* Whatever is not here becomes a note that begins with the published text */
static const AdvancedWord feature_types[] = {
	{ "Location", ADVANCED_FEATURE_ADDRESS, 0 },
	ATTRIBUTE ("Birthdate", BIRTH_DATE),
	ATTRIBUTE ("Place of Birth", BIRTH_PLACE),
	ATTRIBUTE ("Nationality Country", NATIONALITY),
	ATTRIBUTE ("Citizenship Country", NATIONALITY),
	ATTRIBUTE ("Nationality of Registration", JURISDICTION),
	ATTRIBUTE ("Gender", GENDER),
	ATTRIBUTE ("Title", TITLE),
	ATTRIBUTE ("Website", WEBSITE),
	ATTRIBUTE ("Email Address", EMAIL),
	ATTRIBUTE ("Phone Number", PHONE),
	ATTRIBUTE ("Organization Established Date", FORMED),
	ATTRIBUTE ("Organization Type:", SECTOR),
	ATTRIBUTE ("VESSEL TYPE", VESSEL_TYPE),
	ATTRIBUTE ("Other Vessel Type", VESSEL_TYPE),
	ATTRIBUTE ("Vessel Flag", FLAG),
	ATTRIBUTE ("Other Vessel Flag", FLAG),
	ATTRIBUTE ("Former Vessel Flag", FORMER_FLAG),
	ATTRIBUTE ("Vessel Tonnage", DEADWEIGHT),
	ATTRIBUTE ("Vessel Gross Registered Tonnage", GROSS_TONNAGE),
	ATTRIBUTE ("Vessel Gross Tonnage", GROSS_TONNAGE),
	ATTRIBUTE ("Vessel Year of Build", YEAR_BUILT),
	ATTRIBUTE ("Aircraft Manufacture Date", YEAR_BUILT),
	IDENTIFIER ("Vessel Call Sign", CALL_SIGN),
	IDENTIFIER ("Other Vessel Call Sign", CALL_SIGN),
	IDENTIFIER ("MMSI", MMSI),
	IDENTIFIER ("Maritime Mobile Service Identity", MMSI),
	IDENTIFIER ("Maritime Mobile Service Identity (MMSI)", MMSI),
	IDENTIFIER ("SWIFT/BIC", BIC),
	IDENTIFIER ("BIK (RU)", OTHER),
	IDENTIFIER ("MICEX Code", OTHER),
	IDENTIFIER ("UN/LOCODE", OTHER),
	IDENTIFIER ("Aircraft Construction Number*", OTHER),
	IDENTIFIER ("Aircraft Manufacturer's Serial Number*", OTHER),
	IDENTIFIER ("Aircraft Mode S Transponder Code", OTHER),
	IDENTIFIER ("Aircraft Tail Number", OTHER),
	IDENTIFIER ("Previous Aircraft Tail Number", OTHER),
	IDENTIFIER ("Digital Currency Address*", OTHER),
	PARTY ("Vessel Owner", REGISTERED_OWNER),
	PARTY ("Aircraft Operator", OPERATOR),
};

#define DOCUMENT(text, scheme)                \
	{                                     \
		text, FAIRLEAD_ID_##scheme, 0 \
	}

/* Whatever is not here is of scheme `other`, with the published text as its issuer */
static const AdvancedWord document_types[] = {
	DOCUMENT ("Vessel Registration Identification", IMO),
	DOCUMENT ("MMSI", MMSI),
	DOCUMENT ("Maritime Mobile Service Identity", MMSI),
	DOCUMENT ("Legal Entity Number", LEI),
	DOCUMENT ("Legal Entity Identifier", LEI),
	DOCUMENT ("SWIFT/BIC", BIC),
	DOCUMENT ("Passport", PASSPORT),
	DOCUMENT ("Diplomatic Passport", PASSPORT),
	DOCUMENT ("British National Overseas Passport", PASSPORT),
	DOCUMENT ("National ID No.", NATIONAL),
	DOCUMENT ("National Foreign ID Number", NATIONAL),
	DOCUMENT ("Cedula No.", NATIONAL),
	DOCUMENT ("Cedula de Residencia", NATIONAL),
	DOCUMENT ("Cartilla de Servicio Militar Nacional", NATIONAL),
	DOCUMENT ("C.U.R.P.", NATIONAL),
	DOCUMENT ("C.U.I.", NATIONAL),
	DOCUMENT ("C.U.I.P.", NATIONAL),
	DOCUMENT ("LE Number", NATIONAL),
	DOCUMENT ("Residency Number", NATIONAL),
	DOCUMENT ("Tazkira National ID Card", NATIONAL),
	DOCUMENT ("Moroccan Personal ID No.", NATIONAL),
	DOCUMENT ("D.N.I.", NATIONAL),
	DOCUMENT ("I.F.E.", NATIONAL),
	DOCUMENT ("N.I.E.", NATIONAL),
	DOCUMENT ("SSN", NATIONAL),
	DOCUMENT ("Personal ID Card", NATIONAL),
	DOCUMENT ("Citizen's Card Number", NATIONAL),
	{ "Identification Number", FAIRLEAD_ID_NATIONAL, ADVANCED_BY_KIND },
	DOCUMENT ("Turkish Identification Number", NATIONAL),
	DOCUMENT ("Bosnian Personal ID No.", NATIONAL),
	DOCUMENT ("Kenyan ID No.", NATIONAL),
	DOCUMENT ("Numero de Identidad", NATIONAL),
	DOCUMENT ("CNP (Personal Numerical Code)", NATIONAL),
	DOCUMENT ("Tax ID No.", TAX),
	DOCUMENT ("V.A.T. Number", TAX),
	DOCUMENT ("US FEIN", TAX),
	DOCUMENT ("R.F.C.", TAX),
	DOCUMENT ("NIT #", TAX),
	DOCUMENT ("RUC #", TAX),
	DOCUMENT ("RIF #", TAX),
	DOCUMENT ("RTN", TAX),
	DOCUMENT ("C.U.I.T.", TAX),
	DOCUMENT ("C.I.F.", TAX),
	DOCUMENT ("N.R.C.", TAX),
	DOCUMENT ("Fiscal Code", TAX),
	DOCUMENT ("Italian Fiscal Code", TAX),
	DOCUMENT ("Romanian Tax Registration", TAX),
	DOCUMENT ("Paraguayan tax identification number", TAX),
	DOCUMENT ("Registration ID", REGISTRATION),
	DOCUMENT ("Registration Number", REGISTRATION),
	DOCUMENT ("Public Registration Number", REGISTRATION),
	DOCUMENT ("Registered Charity No.", REGISTRATION),
	DOCUMENT ("Company Number", REGISTRATION),
	DOCUMENT ("Company ID", REGISTRATION),
	DOCUMENT ("UK Company Number", REGISTRATION),
	DOCUMENT ("Business Number", REGISTRATION),
	DOCUMENT ("Business Registration Number", REGISTRATION),
	DOCUMENT ("Business Registration Document #", REGISTRATION),
	DOCUMENT ("Commercial Registry Number", REGISTRATION),
	DOCUMENT ("C.R. No.", REGISTRATION),
	DOCUMENT ("Chamber of Commerce Number", REGISTRATION),
	DOCUMENT ("Enterprise Number", REGISTRATION),
	DOCUMENT ("Unified Social Credit Code (USCC)", REGISTRATION),
	DOCUMENT ("United Social Credit Code Certificate (USCCC)", REGISTRATION),
	DOCUMENT ("Central Registration System Number", REGISTRATION),
	DOCUMENT ("Certificate of Incorporation Number", REGISTRATION),
	DOCUMENT ("Dubai Chamber of Commerce Membership No.", REGISTRATION),
	DOCUMENT ("Istanbul Chamber of Comm. No.", REGISTRATION),
	DOCUMENT ("File Number", REGISTRATION),
	DOCUMENT ("Trade License No.", REGISTRATION),
	DOCUMENT ("Folio Mercantil No.", REGISTRATION),
	DOCUMENT ("Matricula Mercantil No", REGISTRATION),
	DOCUMENT ("Romanian C.R.", REGISTRATION),
	DOCUMENT ("Economic Register Number (CBLS)", REGISTRATION),
};

#define WORDS(words) words, G_N_ELEMENTS (words)
#define NO_WORDS NULL, 0

static const AdvancedSetInfo infos[ADVANCED_N_SETS] = {
	[ADVANCED_ALIAS_TYPE] = { "AliasType", NULL, WORDS (alias_types) },
	[ADVANCED_AREA_CODE] = { "AreaCode", "CountryID", NO_WORDS },
	[ADVANCED_CALENDAR] = { "CalendarType", NULL, WORDS (calendars) },
	[ADVANCED_COUNTRY] = { "Country", NULL, NO_WORDS },
	[ADVANCED_DETAIL] = { "DetailReference", NULL, NO_WORDS },
	[ADVANCED_DOCUMENT_DATE_TYPE] = { "IDRegDocDateType", NULL, WORDS (document_date_types) },
	[ADVANCED_DOCUMENT_TYPE] = { "IDRegDocType", NULL, WORDS (document_types) },
	[ADVANCED_EVENT_TYPE] = { "EntryEventType", NULL, WORDS (event_types) },
	[ADVANCED_FEATURE_TYPE] = { "FeatureType", NULL, WORDS (feature_types) },
	[ADVANCED_LEGAL_BASIS] = { "LegalBasis", NULL, NO_WORDS },
	[ADVANCED_LIST_NAME] = { "List", NULL, WORDS (list_names) },
	[ADVANCED_NAME_PART_TYPE] = { "NamePartType", NULL, WORDS (name_part_types) },
	[ADVANCED_NAME_STATUS] = { "DocNameStatus", NULL, WORDS (name_statuses) },
	[ADVANCED_PARTY_SUBTYPE] = { "PartySubType", "PartyTypeID", WORDS (party_subtypes) },
	[ADVANCED_PARTY_TYPE] = { "PartyType", NULL, WORDS (party_types) },
	[ADVANCED_PLACE_PART_TYPE] = { "LocPartType", NULL, WORDS (place_part_types) },
	[ADVANCED_RELATION_QUALITY] = { "RelationQuality", NULL, WORDS (relation_qualities) },
	[ADVANCED_RELATION_TYPE] = { "RelationType", NULL, WORDS (relation_types) },
	[ADVANCED_SANCTIONS_TYPE] = { "SanctionsType", NULL, WORDS (sanctions_types) },
	[ADVANCED_VALIDITY] = { "Validity", NULL, WORDS (validities) },
};

const AdvancedSetInfo *
fairlead_advanced_set_info (AdvancedSet set)
{
	g_return_val_if_fail ((guint) set < ADVANCED_N_SETS, NULL);
	return &infos[set];
}

static gboolean
word_fits (const AdvancedWord *word, const char *text)
{
	gsize length = strlen (word->text);

	if (word->text[length - 1] == '*')
		return g_ascii_strncasecmp (word->text, text, length - 1) == 0;
	return g_ascii_strcasecmp (word->text, text) == 0;
}

const AdvancedWord *
fairlead_advanced_find_word (AdvancedSet set, const char *text)
{
	const AdvancedSetInfo *info = fairlead_advanced_set_info (set);

	for (guint i = 0; i < info->n_words; i++)
		if (word_fits (&info->words[i], text))
			return &info->words[i];
	return NULL;
}
