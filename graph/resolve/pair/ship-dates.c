/* graph/resolve/pair/ship-dates.c */
#include "graph/resolve/pair/ship-dates.h"

#include <string.h>

#include "graph/maritime/history.h"
#include "graph/resolve/name/parts.h"
#include "ingest/grammar/country.h"
#include "ingest/grammar/radio.h"

/* The first day that she can have had anything */
static gint32
first_day (const FairleadProfile *ship)
{
	gint32 day;

	return ship->built != 0 && fairlead_day_from_ymd (ship->built, 1, 1, &day)
	               ? day
	               : FAIRLEAD_DAY_OPEN_PAST;
}

static void
add_days (GArray *dates, const FairleadProfile *ship, const FairleadPeriod *period)
{
	const FairleadDate days = { MAX (period->start.first, first_day (ship)), period->end.last };

	if (days.first <= days.last)
		g_array_append_val (dates, days);
}

static gboolean
is_known (const FairleadDate *days)
{
	return days->first != FAIRLEAD_DAY_OPEN_PAST || days->last != FAIRLEAD_DAY_OPEN_FUTURE;
}

/* A record that bears no day says no more than one that does; where none does, nothing is known */
static GArray *
take_known (GArray *dates)
{
	for (guint i = dates->len; i > 0; i--)
		if (!is_known (&g_array_index (dates, FairleadDate, i - 1)))
			g_array_remove_index (dates, i - 1);
	return dates;
}

static GArray *
dates_new (void)
{
	return g_array_new (FALSE, FALSE, sizeof (FairleadDate));
}

static const char *
country_of (FairleadIdScheme scheme, const char *number)
{
	FairleadStation station;
	const char *country = NULL;

	if (scheme == FAIRLEAD_ID_CALL_SIGN)
		return fairlead_call_sign_country (number);
	return fairlead_mmsi_read (number, &station, &country) ? country : NULL;
}

static gboolean
is_flag_of (const FairleadSpan *span, const char *country)
{
	const char *code = fairlead_country_code (span->value);

	return code != NULL && strcmp (code, country) == 0;
}

GArray *
fairlead_ship_dates_of_number (FairleadProfiler *profiler, const FairleadProfile *ship,
                               FairleadIdScheme scheme, const char *number)
{
	g_autoptr (GArray) flags =
		fairlead_history_dup_spans (profiler->network, ship->vertex, FAIRLEAD_HISTORY_FLAG);
	const char *country = country_of (scheme, number);
	GArray *dates = dates_new ();

	for (guint i = 0; country != NULL && i < flags->len; i++) {
		const FairleadSpan *span = &g_array_index (flags, FairleadSpan, i);

		if (is_flag_of (span, country))
			add_days (dates, ship, &span->period);
	}
	if (dates->len == 0)
		add_days (dates, ship, &FAIRLEAD_PERIOD_UNKNOWN);
	return take_known (dates);
}

GArray *
fairlead_ship_dates_of_name (FairleadProfiler *profiler, const FairleadProfile *ship,
                             const char *folded)
{
	g_autoptr (GArray) names =
		fairlead_history_dup_spans (profiler->network, ship->vertex, FAIRLEAD_HISTORY_NAME);
	GArray *dates = dates_new ();

	for (guint i = 0; i < names->len; i++) {
		const FairleadSpan *span = &g_array_index (names, FairleadSpan, i);
		g_autofree char *name =
			fairlead_name_dup_comparable (profiler->scorer, span->value);

		if (strcmp (name, folded) == 0)
			add_days (dates, ship, &span->period);
	}
	return take_known (dates);
}

gboolean
fairlead_ship_dates_fit (const GArray *a, const GArray *b)
{
	for (guint i = 0; i < a->len; i++)
		for (guint j = 0; j < b->len; j++) {
			const FairleadDate *x = &g_array_index (a, FairleadDate, i);
			const FairleadDate *y = &g_array_index (b, FairleadDate, j);

			if (x->first <= y->last && y->first <= x->last)
				return TRUE;
		}
	return a->len == 0 || b->len == 0;
}
