/* ingest/ais/report.c: the types of ships, as numbers and as words */
#include "ingest/ais/report.h"

#include <string.h>

static const char *const names[FAIRLEAD_N_AIS_TYPES] = {
	[FAIRLEAD_AIS_TYPE_UNKNOWN] = "",          [FAIRLEAD_AIS_TYPE_CARGO] = "cargo",
	[FAIRLEAD_AIS_TYPE_TANKER] = "tanker",     [FAIRLEAD_AIS_TYPE_PASSENGER] = "passenger",
	[FAIRLEAD_AIS_TYPE_FISHING] = "fishing",   [FAIRLEAD_AIS_TYPE_SERVICE] = "service",
	[FAIRLEAD_AIS_TYPE_PLEASURE] = "pleasure", [FAIRLEAD_AIS_TYPE_OTHER] = "other",
};

/* ITU-R M.1371-5, table 53, and the numbers above 1000 that NOAA puts there in years before 2018:
 * those of the AVIS list of the US Coast Guard */
static const struct {
	gint first;
	gint last;
	FairleadAisType type;
} codes[] = {
	{ 1, 29, FAIRLEAD_AIS_TYPE_OTHER },        { 30, 30, FAIRLEAD_AIS_TYPE_FISHING },
	{ 31, 35, FAIRLEAD_AIS_TYPE_SERVICE },     { 36, 37, FAIRLEAD_AIS_TYPE_PLEASURE },
	{ 38, 49, FAIRLEAD_AIS_TYPE_OTHER },       { 50, 55, FAIRLEAD_AIS_TYPE_SERVICE },
	{ 56, 57, FAIRLEAD_AIS_TYPE_OTHER },       { 58, 59, FAIRLEAD_AIS_TYPE_SERVICE },
	{ 60, 69, FAIRLEAD_AIS_TYPE_PASSENGER },   { 70, 79, FAIRLEAD_AIS_TYPE_CARGO },
	{ 80, 89, FAIRLEAD_AIS_TYPE_TANKER },      { 90, 999, FAIRLEAD_AIS_TYPE_OTHER },
	{ 1001, 1002, FAIRLEAD_AIS_TYPE_FISHING }, { 1003, 1004, FAIRLEAD_AIS_TYPE_CARGO },
	{ 1005, 1011, FAIRLEAD_AIS_TYPE_OTHER },   { 1012, 1015, FAIRLEAD_AIS_TYPE_PASSENGER },
	{ 1016, 1016, FAIRLEAD_AIS_TYPE_CARGO },   { 1017, 1017, FAIRLEAD_AIS_TYPE_TANKER },
	{ 1018, 1018, FAIRLEAD_AIS_TYPE_OTHER },   { 1019, 1019, FAIRLEAD_AIS_TYPE_PLEASURE },
	{ 1020, 1022, FAIRLEAD_AIS_TYPE_OTHER },   { 1023, 1023, FAIRLEAD_AIS_TYPE_SERVICE },
	{ 1024, 1024, FAIRLEAD_AIS_TYPE_TANKER },  { 1025, 1025, FAIRLEAD_AIS_TYPE_SERVICE },
};

/* The words of the Danish Maritime Authority, by how they begin */
static const struct {
	const char *word;
	FairleadAisType type;
} words[] = {
	{ "anti-pollution", FAIRLEAD_AIS_TYPE_SERVICE },
	{ "cargo", FAIRLEAD_AIS_TYPE_CARGO },
	{ "diving", FAIRLEAD_AIS_TYPE_SERVICE },
	{ "dredging", FAIRLEAD_AIS_TYPE_SERVICE },
	{ "fishing", FAIRLEAD_AIS_TYPE_FISHING },
	{ "hsc", FAIRLEAD_AIS_TYPE_OTHER },
	{ "law enforcement", FAIRLEAD_AIS_TYPE_SERVICE },
	{ "medical", FAIRLEAD_AIS_TYPE_SERVICE },
	{ "military", FAIRLEAD_AIS_TYPE_SERVICE },
	{ "not party", FAIRLEAD_AIS_TYPE_SERVICE },
	{ "other", FAIRLEAD_AIS_TYPE_OTHER },
	{ "passenger", FAIRLEAD_AIS_TYPE_PASSENGER },
	{ "pilot", FAIRLEAD_AIS_TYPE_SERVICE },
	{ "pleasure", FAIRLEAD_AIS_TYPE_PLEASURE },
	{ "port tender", FAIRLEAD_AIS_TYPE_SERVICE },
	{ "reserved", FAIRLEAD_AIS_TYPE_OTHER },
	{ "sailing", FAIRLEAD_AIS_TYPE_PLEASURE },
	{ "sar", FAIRLEAD_AIS_TYPE_SERVICE },
	{ "ships not party", FAIRLEAD_AIS_TYPE_SERVICE },
	{ "spare", FAIRLEAD_AIS_TYPE_OTHER },
	{ "tanker", FAIRLEAD_AIS_TYPE_TANKER },
	{ "towing", FAIRLEAD_AIS_TYPE_SERVICE },
	{ "tug", FAIRLEAD_AIS_TYPE_SERVICE },
	{ "wig", FAIRLEAD_AIS_TYPE_OTHER },
};

const char *
fairlead_ais_type_name (FairleadAisType type)
{
	g_return_val_if_fail (type < FAIRLEAD_N_AIS_TYPES, NULL);
	return names[type];
}

static FairleadAisType
type_of_code (gint64 code)
{
	for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
		if (code >= codes[i].first && code <= codes[i].last)
			return codes[i].type;
	return FAIRLEAD_AIS_TYPE_UNKNOWN;
}

FairleadAisType
fairlead_ais_type_parse (const char *text)
{
	gint64 code = 0;
	gsize n = strspn (text, "0123456789");

	if (n > 0 && n < 5 && (text[n] == '\0' || text[n] == '.')) {
		for (gsize i = 0; i < n; i++)
			code = code * 10 + (text[i] - '0');
		return type_of_code (code);
	}
	for (guint i = 0; i < G_N_ELEMENTS (words); i++)
		if (g_ascii_strncasecmp (text, words[i].word, strlen (words[i].word)) == 0)
			return words[i].type;
	return FAIRLEAD_AIS_TYPE_UNKNOWN;
}
