/* ingest/grammar/period.c */
#include "ingest/grammar/period.h"

#include <string.h>

/* ---- days ---- */

static gint
days_in_month (gint year, gint month)
{
	static const guint8 days[12] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	gboolean leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return days[month - 1] + (month == 2 && leap);
}

/* Years counted from March, so that the leap day ends them; 400 of them are 146097 days */
gboolean
fairlead_day_from_ymd (gint year, gint month, gint day, gint32 *number)
{
	gint64 shifted = (gint64) year - (month <= 2);
	gint64 era = (shifted >= 0 ? shifted : shifted - 399) / 400;
	gint64 of_era = shifted - era * 400;

	/* The bound keeps every day within the 32 bits */
	if (month < 1 || month > 12 || ABS ((gint64) year) > 5000000 || day < 1
	    || day > days_in_month (year, month))
		return FALSE;
	*number = (gint32) (era * 146097 + of_era * 365 + of_era / 4 - of_era / 100
	                    + (153 * ((month + 9) % 12) + 2) / 5 + day - 1 - 719468);
	return TRUE;
}

void
fairlead_day_to_ymd (gint32 number, gint *year, gint *month, gint *day)
{
	gint64 shifted = (gint64) number + 719468;
	gint64 era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
	gint64 of_era = shifted - era * 146097;
	gint64 of_year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	gint64 day_of_year = of_era - (365 * of_year + of_year / 4 - of_year / 100);
	gint64 march = (5 * day_of_year + 2) / 153;

	*day = (gint) (day_of_year - (153 * march + 2) / 5 + 1);
	*month = (gint) (march < 10 ? march + 3 : march - 9);
	*year = (gint) (of_year + era * 400 + (*month <= 2));
}

gboolean
fairlead_date_is_unknown (FairleadDate date)
{
	return date.first == FAIRLEAD_DAY_OPEN_PAST && date.last == FAIRLEAD_DAY_OPEN_FUTURE;
}

/* ---- text ---- */

typedef enum {
	PRECISION_YEAR,
	PRECISION_MONTH,
	PRECISION_DAY,
} Precision;

static char *
dup_day (gint32 number, Precision precision)
{
	gint year, month, day;

	if (number == FAIRLEAD_DAY_OPEN_PAST || number == FAIRLEAD_DAY_OPEN_FUTURE)
		return g_strdup ("..");
	fairlead_day_to_ymd (number, &year, &month, &day);
	if (precision == PRECISION_YEAR)
		return g_strdup_printf ("%04d", year);
	if (precision == PRECISION_MONTH)
		return g_strdup_printf ("%04d-%02d", year, month);
	return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

/* The coarsest spelling that says both ends exactly */
static Precision
find_precision (FairleadDate date)
{
	gint first_year, first_month, first_day, last_year, last_month, last_day;

	if (date.first == FAIRLEAD_DAY_OPEN_PAST || date.last == FAIRLEAD_DAY_OPEN_FUTURE)
		return PRECISION_DAY;
	fairlead_day_to_ymd (date.first, &first_year, &first_month, &first_day);
	fairlead_day_to_ymd (date.last, &last_year, &last_month, &last_day);
	if (first_day != 1 || last_day != days_in_month (last_year, last_month))
		return PRECISION_DAY;
	return first_month == 1 && last_month == 12 ? PRECISION_YEAR : PRECISION_MONTH;
}

char *
fairlead_date_dup_text (FairleadDate date)
{
	Precision precision = find_precision (date);
	g_autofree char *first = NULL;
	g_autofree char *last = NULL;

	if (fairlead_date_is_unknown (date))
		return NULL;
	first = dup_day (date.first, precision);
	last = dup_day (date.last, precision);
	if (strcmp (first, last) == 0)
		return g_steal_pointer (&first);
	return g_strconcat (first, "/", last, NULL);
}

gboolean
fairlead_period_equal (const FairleadPeriod *a, const FairleadPeriod *b)
{
	return a->start.first == b->start.first && a->start.last == b->start.last
	       && a->end.first == b->end.first && a->end.last == b->end.last
	       && a->flags == b->flags;
}

gboolean
fairlead_period_is_over (const FairleadPeriod *period)
{
	return (period->flags & FAIRLEAD_PERIOD_ENDED) != 0
	       || !fairlead_date_is_unknown (period->end);
}
