/* ingest/ais/fields.c */
#include "ingest/ais/fields.h"

#include <string.h>

#include "ingest/grammar/period.h"

#define DAY 86400
#define FIRST_YEAR 1990
#define LAST_YEAR 2100
#define MOST_DIGITS 9

/* ---- numbers ---- */

/* The digits behind the point, as so many; NULL where something else stands there */
static const char *
read_fraction (const char *at, guint places, gint64 *value)
{
	guint n = 0;
	guint next = 0; /* the first digit that is not kept */

	for (; g_ascii_isdigit (*at); at++, n++) {
		if (n < places)
			*value = *value * 10 + (*at - '0');
		else if (n == places)
			next = (guint) (*at - '0');
	}
	for (guint i = n; i < places; i++)
		*value *= 10;
	*value += next >= 5;
	return *at == '\0' ? at : NULL;
}

gboolean
fairlead_ais_decimal (const char *text, guint places, gint64 *value)
{
	gboolean is_negative = *text == '-';
	const char *at = text + is_negative;
	const char *first = at;
	gint64 number = 0;

	for (; g_ascii_isdigit (*at); at++)
		if (at - first < MOST_DIGITS)
			number = number * 10 + (*at - '0');
	if (at - first > MOST_DIGITS)
		return FALSE;
	if (at == first && !((*at == '.' || *at == ',') && g_ascii_isdigit (at[1])))
		return FALSE;
	if (*at == '.' || *at == ',')
		at++;
	if (read_fraction (at, places, &number) == NULL)
		return FALSE;
	*value = is_negative ? -number : number;
	return TRUE;
}

/* ---- times ---- */

/* So many digits; -1 where there are not */
static gint
digits (const char *text, guint n)
{
	gint value = 0;

	for (guint i = 0; i < n; i++) {
		if (!g_ascii_isdigit (text[i]))
			return -1;
		value = value * 10 + (text[i] - '0');
	}
	return value;
}

static gboolean
read_date (const char *text, gint64 *midnight)
{
	gboolean is_iso = text[4] == '-' && text[7] == '-';
	gboolean is_danish = text[2] == '/' && text[5] == '/';
	gint year = digits (text + (is_iso ? 0 : 6), 4);
	gint month = digits (text + (is_iso ? 5 : 3), 2);
	gint day = digits (text + (is_iso ? 8 : 0), 2);
	gint32 number;

	if (!(is_iso || is_danish) || year < FIRST_YEAR || year > LAST_YEAR
	    || !fairlead_day_from_ymd (year, month, day, &number))
		return FALSE;
	*midnight = (gint64) number * DAY;
	return TRUE;
}

/* What may stand behind the seconds: all of it means UTC */
static gboolean
ends_well (const char *at)
{
	if (*at == '.')
		for (at++; g_ascii_isdigit (*at);)
			at++;
	return *at == '\0' || strcmp (at, "Z") == 0 || strcmp (at, "+00:00") == 0
	       || strcmp (at, " UTC") == 0;
}

gboolean
fairlead_ais_time (FairleadAisDate *date, const char *text, gint64 *time)
{
	gint hour, minute, second;

	if (strnlen (text, 19) < 19)
		return FALSE;
	if (memcmp (text, date->text, sizeof date->text) != 0) {
		if (!read_date (text, &date->midnight))
			return FALSE;
		memcpy (date->text, text, sizeof date->text);
	}
	hour = digits (text + 11, 2);
	minute = digits (text + 14, 2);
	second = digits (text + 17, 2);
	if ((text[10] != 'T' && text[10] != ' ') || text[13] != ':' || text[16] != ':'
	    || (guint) hour > 23 || (guint) minute > 59 || (guint) second > 59
	    || !ends_well (text + 19))
		return FALSE;
	*time = date->midnight + hour * 3600 + minute * 60 + second;
	return TRUE;
}

char *
fairlead_ais_time_dup_text (gint64 time)
{
	gint64 day = time / DAY - (time % DAY < 0);
	gint64 second = time - day * DAY;
	gint year, month, of_month;

	fairlead_day_to_ymd ((gint32) day, &year, &month, &of_month);
	return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02dZ", year, month, of_month,
	                        (gint) (second / 3600), (gint) (second / 60 % 60),
	                        (gint) (second % 60));
}
