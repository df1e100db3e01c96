/* graph/maritime/rules/descriptions.c: how a ship is described, and whose place she may take */
#include <math.h>

#include "graph/maritime/hulls.h"
#include "graph/maritime/signals-private.h"

static double
measure (const FairleadSignals *self, const FairleadAttributeRow *row)
{
	FairleadDate date = fairlead_records_get_period (self->records, row->period)->start;
	gint year, month, day;

	if (row->attribute != FAIRLEAD_ATTRIBUTE_YEAR_BUILT)
		return g_ascii_strtod (fairlead_records_get_text (self->records, row->text), NULL);
	if (date.first == FAIRLEAD_DAY_OPEN_PAST)
		return 0.0;
	fairlead_day_to_ymd (date.first, &year, &month, &day);
	return year;
}

/* Tonnages by their ratio, years by their difference */
static gboolean
are_apart (const FairleadSignals *self, FairleadAttribute attribute, double least, double most)
{
	if (attribute == FAIRLEAD_ATTRIBUTE_YEAR_BUILT)
		return most - least > self->parameters->description_years;
	return most - least > self->parameters->description_tolerance * most;
}

static gboolean
find_extremes (const FairleadSignals *self, FairleadVertex ship, FairleadAttribute attribute,
               const FairleadAttributeRow *extremes[2])
{
	FairleadRows own = fairlead_network_get_attributes (self->network, ship);
	guint n;
	const FairleadAttributeRow *rows = fairlead_records_get_attributes (self->records, &n);
	double least = INFINITY, most = 0.0;

	for (guint i = 0; i < own.n; i++) {
		const FairleadAttributeRow *row = &rows[own.rows[i]];
		double value = row->attribute == attribute ? measure (self, row) : 0.0;

		if (!(value > 0.0))
			continue;
		if (value < least) {
			least = value;
			extremes[0] = row;
		}
		if (value > most) {
			most = value;
			extremes[1] = row;
		}
	}
	return most > 0.0 && are_apart (self, attribute, least, most);
}

static void
look_at_descriptions (FairleadSignals *self, FairleadVertex ship)
{
	static const FairleadAttribute measures[] = { FAIRLEAD_ATTRIBUTE_GROSS_TONNAGE,
		                                      FAIRLEAD_ATTRIBUTE_DEADWEIGHT,
		                                      FAIRLEAD_ATTRIBUTE_YEAR_BUILT };
	const FairleadAttributeRow *extremes[G_N_ELEMENTS (measures)][2] = { { NULL } };
	gboolean is_apart[G_N_ELEMENTS (measures)];
	guint n = 0;

	for (guint i = 0; i < G_N_ELEMENTS (measures); i++) {
		is_apart[i] = find_extremes (self, ship, measures[i], extremes[i]);
		n += is_apart[i];
	}
	if (!fairlead_signals_has_imo (self, ship)
	    || !fairlead_signals_note_if_at_least (self, ship, FAIRLEAD_SIGNAL_DESCRIPTIONS, n))
		return;
	for (guint i = 0; i < G_N_ELEMENTS (measures); i++) {
		if (!is_apart[i])
			continue;
		fairlead_signals_say (
			self, ship, "%s %s against %s", fairlead_attribute_info (measures[i])->name,
			fairlead_records_get_text (self->records, extremes[i][0]->text),
			fairlead_records_get_text (self->records, extremes[i][1]->text));
		fairlead_signals_cite (self, ship, extremes[i][0]->source);
		fairlead_signals_cite (self, ship, extremes[i][1]->source);
	}
}

/* ---- twins ---- */

/* The last that events tell of her is a silence; NULL where not */
static const FairleadEventRow *
find_silence (const FairleadSignals *self, FairleadVertex ship)
{
	FairleadRows own = fairlead_network_get_events (self->network, ship);
	guint n;
	const FairleadEventRow *rows = fairlead_records_get_events (self->records, &n);
	const FairleadEventRow *last = NULL;
	gint32 latest = FAIRLEAD_DAY_OPEN_PAST;

	for (guint i = 0; i < own.n; i++) {
		const FairleadEventRow *row = &rows[own.rows[i]];
		gint32 day = fairlead_records_get_period (self->records, row->period)->start.first;

		if (last == NULL || day >= latest) {
			last = row;
			latest = day;
		}
	}
	return last != NULL && last->kind == FAIRLEAD_EVENT_AIS_GAP ? last : NULL;
}

static gboolean
is_listed (const FairleadSignals *self, FairleadVertex ship)
{
	return fairlead_signals_find_listing (self, ship) != NULL;
}

/* Few have a place that another may take: the others are not looked at again for each ship */
void
fairlead_signals_gather_hulls (FairleadSignals *self)
{
	guint n_kept = 0;

	self->hulls = fairlead_hulls_new (self->network);
	for (guint i = 0; i < self->hulls->len; i++) {
		FairleadHull hull = g_array_index (self->hulls, FairleadHull, i);

		if (fairlead_signals_has_imo (self, hull.ship)
		    && (is_listed (self, hull.ship) || find_silence (self, hull.ship) != NULL))
			g_array_index (self->hulls, FairleadHull, n_kept++) = hull;
	}
	g_array_set_size (self->hulls, n_kept);
}

/* The first of the sorted hulls that is not smaller than a year and gross tonnage */
static guint
find_first_hull (const GArray *hulls, gint year, double gross)
{
	guint low = 0, high = hulls->len;

	while (low < high) {
		guint middle = (low + high) / 2;
		const FairleadHull *hull = &g_array_index (hulls, FairleadHull, middle);

		if (hull->year < year || (hull->year == year && hull->gross < gross))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void
tell_twin (FairleadSignals *self, FairleadVertex ship, const FairleadHull *twin)
{
	const FairleadEventRow *silence = find_silence (self, twin->ship);

	fairlead_signals_say (self, ship, "%s (%s), built %d, is %s",
	                      fairlead_network_get_name (self->network, twin->ship),
	                      fairlead_network_get_id (self->network, twin->ship), twin->year,
	                      silence != NULL ? "silent" : "listed");
	if (silence != NULL)
		fairlead_signals_cite (self, ship, silence->source);
}

/* Borrowed, of FairleadHull; of a ship that nobody asks about no more than it takes */
static GPtrArray *
dup_twins (const FairleadSignals *self, const FairleadHull *own)
{
	double least = fairlead_signals_threshold (self, FAIRLEAD_SIGNAL_TWIN);
	double most = fairlead_signals_is_told (self, own->ship) ? INFINITY : least;
	double part = 1.0 - self->parameters->twin_tolerance;
	GPtrArray *twins = g_ptr_array_new ();

	for (guint i = find_first_hull (self->hulls, own->year, own->gross * part);
	     i < self->hulls->len && twins->len < most; i++) {
		FairleadHull *hull = &g_array_index (self->hulls, FairleadHull, i);

		if (hull->year != own->year || hull->gross * part > own->gross)
			break;
		if (hull->ship != own->ship
		    && fairlead_hulls_are_alike (hull, own, self->parameters->twin_tolerance))
			g_ptr_array_add (twins, hull);
	}
	return twins;
}

/* Ships that are listed themselves are in no need of another's place */
static void
look_for_twins (FairleadSignals *self, FairleadVertex ship)
{
	g_autoptr (GPtrArray) twins = NULL;
	FairleadHull own;

	fairlead_hull_init (&own, self->network, ship);
	if (own.year == 0 || own.gross <= 0.0 || own.deadweight <= 0.0
	    || !fairlead_signals_has_imo (self, ship) || is_listed (self, ship))
		return;
	twins = dup_twins (self, &own);
	if (!fairlead_signals_note_if_at_least (self, ship, FAIRLEAD_SIGNAL_TWIN, twins->len))
		return;
	for (guint i = 0; i < twins->len; i++)
		tell_twin (self, ship, g_ptr_array_index (twins, i));
}

void
fairlead_signals_look_at_descriptions (FairleadSignals *self, FairleadVertex ship)
{
	look_at_descriptions (self, ship);
	look_for_twins (self, ship);
}
