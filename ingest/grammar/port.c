/* ingest/grammar/port.c: ports of the DPRK, those that its trade goes through, and transfer areas
 *
 * Debian packages no list of ports; ports.csv says who says what. What it lacks keeps the code or
 * name that its source gives. */
#include "ingest/grammar/port.h"

#include <math.h>
#include <string.h>

#include "ingest/grammar/country.h"
#include "ingest/grammar/name.h"
#include "ingest/grammar/ports-table.h"

/* Where ships met, by the Panel's reports: S/2018/171, S/2019/171, S/2020/151, S/2021/211,
 * S/2022/132, S/2023/171 */
static const char *const areas[] = {
	"east china sea", "yellow sea", "west sea barrage",
	"sea of japan",   "east sea",   "south china sea",
	"gulf of tonkin", "korea bay",  "ningbo zhoushan area",
	"taiwan strait",  "sansha bay", "peter the great gulf",
};

static gboolean
is_country (const char *code)
{
	const char country[] = { code[0], code[1], '\0' };

	return fairlead_country_name (country) != NULL;
}

gboolean
fairlead_locode_normalise (const char *text, char code[6])
{
	char found[6];
	guint n = 0;

	for (; *text != '\0'; text++) {
		if (n == 2 && (*text == ' ' || *text == '-'))
			continue;
		if (n == 5 || !(n < 2 ? g_ascii_isalpha (*text) : g_ascii_isalnum (*text)))
			return FALSE;
		found[n++] = g_ascii_toupper (*text);
	}
	found[5] = '\0';
	if (n != 5 || !is_country (found))
		return FALSE;
	memcpy (code, found, sizeof found);
	return TRUE;
}

/* ---- names ---- */

/* What says of a place only that it is a port: GENERIC of make-ports.py */
static gboolean
is_generic (const char *word)
{
	static const char *const generic_words[] = { "port",    "ports",     "of",   "harbor",
		                                     "harbour", "hang",      "gang", "kang",
		                                     "pt",      "anchorage", NULL };

	return g_strv_contains (generic_words, word);
}

/* `Nam-po Port` is `nampo`; empty where nothing is left */
static char *
make_key (const char *name)
{
	g_autofree char *folded = fairlead_name_fold (name);
	g_auto (GStrv) words = g_strsplit (folded, " ", -1);
	GString *key = g_string_new (NULL);

	for (guint i = 0; words[i] != NULL; i++)
		if (!is_generic (words[i]))
			g_string_append (key, words[i]);
	return g_string_free (key, FALSE);
}

static gboolean
has (const char *list, const char *text)
{
	g_autofree char *barred = g_strconcat ("|", text, "|", NULL);

	return strchr (text, '|') == NULL && strstr (list, barred) != NULL;
}

static gboolean
is_in (const FairleadPort *port, const char *country)
{
	return country == NULL || g_ascii_strncasecmp (port->code, country, 2) == 0;
}

const FairleadPort *
fairlead_port_find (const char *text, const char *country)
{
	g_autofree char *key = make_key (text);
	char code[6];

	for (guint i = 0; *key != '\0' && i < G_N_ELEMENTS (ports); i++)
		if (is_in (&ports[i], country) && has (ports[i].keys, key))
			return &ports[i];
	if (!fairlead_locode_normalise (text, code))
		return NULL;
	for (guint i = 0; i < G_N_ELEMENTS (ports); i++)
		if (has (ports[i].codes, code))
			return &ports[i];
	return NULL;
}

/* ---- places ---- */

/* Haversine on a sphere of the mean radius of the Earth (IUGG), in metres */
static double
distance (const FairleadPort *port, gint32 latitude, gint32 longitude)
{
	const double radius = 6371008.8, radian = G_PI / 180e6;
	double there = port->latitude * radian, here = latitude * radian;
	double up = sin ((there - here) / 2);
	double along = sin (((double) port->longitude - longitude) * radian / 2);
	double half = up * up + cos (there) * cos (here) * along * along;

	return 2 * radius * asin (sqrt (MIN (1.0, half)));
}

const FairleadPort *
fairlead_port_near (gint32 latitude, gint32 longitude, const char *country)
{
	const FairleadPort *nearest = NULL;
	double least = FAIRLEAD_PORT_REACH;

	for (guint i = 0; i < G_N_ELEMENTS (ports); i++) {
		double metres;

		if (ports[i].latitude == FAIRLEAD_PORT_NOWHERE || !is_in (&ports[i], country))
			continue;
		metres = distance (&ports[i], latitude, longitude);
		if (metres > least)
			continue;
		least = metres;
		nearest = &ports[i];
	}
	return nearest;
}

const FairleadPort *
fairlead_ports_get (guint *n)
{
	*n = G_N_ELEMENTS (ports);
	return ports;
}

/* ---- areas ---- */

gboolean
fairlead_is_sea_area (const char *text)
{
	g_autofree char *folded = fairlead_name_fold (text);

	for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
		if (strcmp (areas[i], folded) == 0)
			return TRUE;
	return FALSE;
}
