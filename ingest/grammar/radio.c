/* ingest/grammar/radio.c: look-up in the tables that make-radio.py writes at build time */
#include "ingest/grammar/radio.h"

#include <string.h>

#include "ingest/grammar/radio-tables.h"

static const struct {
	FairleadStation station;
	const char *name;
	const char *prefix;   /* the longer before those that it begins with */
	gboolean has_country; /* three digits of one follow */
} forms[] = {
	{ FAIRLEAD_STATION_COAST, "coast station", "00", TRUE },
	{ FAIRLEAD_STATION_GROUP, "group of ships", "0", TRUE },
	{ FAIRLEAD_STATION_AIRCRAFT, "search and rescue aircraft", "111", TRUE },
	{ FAIRLEAD_STATION_HANDHELD, "handheld radio", "8", TRUE },
	{ FAIRLEAD_STATION_AID, "aid to navigation", "99", TRUE },
	{ FAIRLEAD_STATION_CRAFT, "craft of a parent ship", "98", TRUE },
	{ FAIRLEAD_STATION_SART, "search and rescue transponder", "970", FALSE },
	{ FAIRLEAD_STATION_MOB, "man overboard device", "972", FALSE },
	{ FAIRLEAD_STATION_EPIRB, "distress beacon", "974", FALSE },
	{ FAIRLEAD_STATION_AMRD, "autonomous radio device", "979", FALSE },
	{ FAIRLEAD_STATION_SHIP, "ship", "", TRUE },
};

const char *
fairlead_station_name (FairleadStation station)
{
	for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
		if (forms[i].station == station)
			return forms[i].name;
	g_return_val_if_reached (NULL);
}

/* By three characters: before the row, in it, or behind it */
static gint
compare_allotment (gconstpointer key, gconstpointer row)
{
	const Allotment *allotment = row;

	if (strncmp (key, allotment->first, 3) < 0)
		return -1;
	return strncmp (key, allotment->last, 3) > 0;
}

#define FIND(key, table) \
	bsearch (key, table, G_N_ELEMENTS (table), sizeof table[0], compare_allotment)

static gboolean
is_nine_digits (const char *text)
{
	return strspn (text, "0123456789") == 9 && text[9] == '\0';
}

gboolean
fairlead_mmsi_read (const char *mmsi, FairleadStation *station, const char **country)
{
	const Allotment *row = NULL;
	guint form = 0;

	if (!is_nine_digits (mmsi))
		return FALSE;
	while (!g_str_has_prefix (mmsi, forms[form].prefix))
		form++;
	if (forms[form].has_country)
		row = FIND (mmsi + strlen (forms[form].prefix), maritime_digits);
	if (forms[form].has_country && row == NULL)
		return FALSE;
	*station = forms[form].station;
	*country = row != NULL ? row->code : NULL;
	return TRUE;
}

/* ---- call signs ---- */

/* Whole countries have their first one or two characters, whatever the third is; where the third
 * decides (3DA-3DM, SSA-SSM), a digit there is of the first half */
const char *
fairlead_call_sign_country (const char *call_sign)
{
	char key[4];
	const Allotment *row;

	if (strlen (call_sign) < 3)
		return NULL;
	memcpy (key, call_sign, 3);
	key[3] = '\0';
	if (g_ascii_isdigit (key[2]))
		key[2] = 'A';
	row = FIND (key, call_sign_series);
	return row != NULL ? row->code : NULL;
}

/* x any, a letter, 2 a digit but 0 and 1, 9 any digit */
static gboolean
fits (const char *text, const char *form)
{
	for (; *form != '\0'; form++, text++) {
		gboolean is_good = *form == 'x'   ? g_ascii_isalnum (*text)
		                   : *form == 'a' ? g_ascii_isalpha (*text)
		                   : *form == '2' ? *text >= '2' && *text <= '9'
		                                  : g_ascii_isdigit (*text);

		if (!is_good)
			return FALSE;
	}
	return *text == '\0';
}

gboolean
fairlead_call_sign_is_usual (const char *call_sign)
{
	static const char *const of_ships[] = { "xxaa", "xxaa2", "xa2999", "xxa2999" };

	for (guint i = 0; i < G_N_ELEMENTS (of_ships); i++)
		if (fits (call_sign, of_ships[i]))
			return TRUE;
	return FALSE;
}

/* ---- LEIs ---- */

static gint
compare_registrar (gconstpointer key, gconstpointer row)
{
	return strncmp (key, ((const Registrar *) row)->prefix, 4);
}

const char *
fairlead_lei_registrar (const char *lei, const char **country)
{
	const Registrar *row = bsearch (lei, registrars, G_N_ELEMENTS (registrars),
	                                sizeof registrars[0], compare_registrar);

	if (row == NULL)
		return NULL;
	*country = row->code;
	return row->name;
}
