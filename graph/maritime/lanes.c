/* graph/maritime/lanes.c: what bars of a timeline stand in, and how well their days are known */
#include <string.h>

#include "graph/maritime/timeline.h"

static const struct {
	const char *name;
	const char *title;
	gboolean is_single;
} lanes[FAIRLEAD_N_LANES] = {
#define X(tag, name, title, is_single) { name, title, is_single },
	FAIRLEAD_LANE_TABLE (X)
#undef X
};

const char *
fairlead_lane_name (FairleadLane lane)
{
	g_return_val_if_fail ((guint) lane < FAIRLEAD_N_LANES, NULL);
	return lanes[lane].name;
}

const char *
fairlead_lane_title (FairleadLane lane)
{
	g_return_val_if_fail ((guint) lane < FAIRLEAD_N_LANES, NULL);
	return lanes[lane].title;
}

gboolean
fairlead_lane_is_single (FairleadLane lane)
{
	g_return_val_if_fail ((guint) lane < FAIRLEAD_N_LANES, FALSE);
	return lanes[lane].is_single;
}

/* ---- precision ---- */

const char *
fairlead_precision_name (FairleadPrecision precision)
{
	static const char *const names[FAIRLEAD_N_PRECISIONS] = { "none", "range", "year", "month",
		                                                  "day" };

	g_return_val_if_fail ((guint) precision < FAIRLEAD_N_PRECISIONS, NULL);
	return names[precision];
}

static gboolean
is_open (FairleadDate date)
{
	return date.first == FAIRLEAD_DAY_OPEN_PAST || date.last == FAIRLEAD_DAY_OPEN_FUTURE;
}

/* As many dashes stand in a date as parts of it are known: 2016-07-08 */
FairleadPrecision
fairlead_date_precision (FairleadDate date)
{
	g_autofree char *text = NULL;
	guint n_dashes = 0;

	if (fairlead_date_is_unknown (date))
		return FAIRLEAD_PRECISION_NONE;
	text = fairlead_date_dup_text (date);
	if (text == NULL || strchr (text, '/') != NULL || is_open (date))
		return FAIRLEAD_PRECISION_RANGE;
	for (const char *at = text; *at != '\0'; at++)
		n_dashes += *at == '-';
	return n_dashes == 0   ? FAIRLEAD_PRECISION_YEAR
	       : n_dashes == 1 ? FAIRLEAD_PRECISION_MONTH
	                       : FAIRLEAD_PRECISION_DAY;
}

FairleadPrecision
fairlead_bar_precision (const FairleadBar *bar)
{
	return fairlead_date_precision (
		fairlead_date_is_unknown (bar->period.start) ? bar->period.end : bar->period.start);
}
