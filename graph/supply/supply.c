/* graph/supply/supply.c: how much was supplied, and what does not count */
#include "graph/supply/supply.h"

#include <math.h>
#include <string.h>

/* A class of fewer ships says nothing of another */
#define LEAST_CLASS 3

static const char *const basis_names[FAIRLEAD_N_SUPPLY_BASES] = {
#define X(tag, name, words) name,
	FAIRLEAD_SUPPLY_BASIS_TABLE (X)
#undef X
};

static const struct {
	const char *name;
	const char *words;
} reasons[FAIRLEAD_N_DROP_REASONS] = {
#define X(tag, name, words) { name, words },
	FAIRLEAD_DROP_TABLE (X)
#undef X
};

const char *
fairlead_supply_basis_name (FairleadSupplyBasis basis)
{
	g_return_val_if_fail ((guint) basis < FAIRLEAD_N_SUPPLY_BASES, NULL);
	return basis_names[basis];
}

const char *
fairlead_drop_reason_name (FairleadDropReason reason)
{
	g_return_val_if_fail ((guint) reason < FAIRLEAD_N_DROP_REASONS, NULL);
	return reasons[reason].name;
}

const char *
fairlead_drop_reason_words (FairleadDropReason reason)
{
	g_return_val_if_fail ((guint) reason < FAIRLEAD_N_DROP_REASONS, NULL);
	return reasons[reason].words;
}

typedef struct {
	FairleadSupply *supply;
	FairleadRecords *records;
	const FairleadFactors *factors;
	const FairleadCap *cap;
	const FairleadEventRow *events;
	guint n_events;
	GHashTable *medians; /* double by the type of ships, in lower case; NaN where too few */
} Count;

static void
drop (Count *self, guint32 event, FairleadVertex vessel, FairleadDropReason reason, guint32 other)
{
	FairleadDrop row = { event, vessel, reason, other };

	g_array_append_val (self->supply->drops, row);
}

static FairleadVertex
vertex_of (const Count *self, FairleadEntity entity)
{
	return entity == FAIRLEAD_NO_ENTITY
	               ? FAIRLEAD_NO_VERTEX
	               : fairlead_network_vertex_of (self->supply->network, entity);
}

/* ---- deadweight ---- */

/* NaN where it is not known, or no number */
static double
own_deadweight (const Count *self, FairleadVertex vessel)
{
	const char *text = fairlead_supply_get_text (self->supply->network, vessel,
	                                             FAIRLEAD_ATTRIBUTE_DEADWEIGHT);
	FairleadQuantity quantity;

	if (!fairlead_quantity_parse (text, &quantity) || quantity.low != quantity.high
	    || quantity.low == 0)
		return NAN;
	return (double) quantity.low / FAIRLEAD_QUANTITY_ONE;
}

static char *
dup_type (const Count *self, FairleadVertex vessel)
{
	return g_ascii_strdown (fairlead_supply_get_text (self->supply->network, vessel,
	                                                  FAIRLEAD_ATTRIBUTE_VESSEL_TYPE),
	                        -1);
}

static gint
compare_numbers (gconstpointer a, gconstpointer b)
{
	double first = *(const double *) a, second = *(const double *) b;

	return first < second ? -1 : first > second;
}

static double
find_median (const Count *self, const char *type)
{
	g_autoptr (GArray) known = g_array_new (FALSE, FALSE, sizeof (double));
	guint32 n = fairlead_network_get_n_vertices (self->supply->network);
	const double *sorted;

	for (FairleadVertex vessel = 0; vessel < n; vessel++) {
		g_autofree char *its = NULL;
		double deadweight;

		if (fairlead_network_get_kind (self->supply->network, vessel)
		    != FAIRLEAD_KIND_VESSEL)
			continue;
		its = dup_type (self, vessel);
		deadweight = strcmp (its, type) == 0 ? own_deadweight (self, vessel) : NAN;
		if (!isnan (deadweight))
			g_array_append_val (known, deadweight);
	}
	if (known->len < LEAST_CLASS)
		return NAN;
	g_array_sort (known, compare_numbers);
	sorted = (const double *) (gpointer) known->data;
	return (sorted[(known->len - 1) / 2] + sorted[known->len / 2]) / 2.0;
}

static double
class_deadweight (Count *self, FairleadVertex vessel)
{
	g_autofree char *type = dup_type (self, vessel);
	const double *known = g_hash_table_lookup (self->medians, type);
	double median;

	if (*type == '\0')
		return NAN;
	if (known != NULL)
		return *known;
	median = find_median (self, type);
	g_hash_table_insert (self->medians, g_steal_pointer (&type),
	                     g_memdup2 (&median, sizeof median));
	return median;
}

/* Both ships of a transfer bound what passes */
static double
find_deadweight (Count *self, const FairleadEventRow *event, FairleadSupplyBasis *basis)
{
	const FairleadEntity ships[] = { event->vessel, event->kind == FAIRLEAD_EVENT_TRANSFER
		                                                ? event->other
		                                                : FAIRLEAD_NO_ENTITY };
	double deadweight = NAN;

	*basis = FAIRLEAD_SUPPLY_DEADWEIGHT;
	for (guint i = 0; i < G_N_ELEMENTS (ships); i++) {
		FairleadVertex vessel = vertex_of (self, ships[i]);

		if (vessel != FAIRLEAD_NO_VERTEX)
			deadweight = fmin (deadweight, own_deadweight (self, vessel));
	}
	if (!isnan (deadweight) || event->vessel == FAIRLEAD_NO_ENTITY)
		return deadweight;
	*basis = FAIRLEAD_SUPPLY_CLASS_MEDIAN;
	return class_deadweight (self, vertex_of (self, event->vessel));
}

/* ---- amounts ---- */

static void
estimate (const Count *self, FairleadDelivery *delivery)
{
	for (guint i = 0; i < FAIRLEAD_N_SCENARIOS; i++) {
		delivery->tonnes[i] = delivery->deadweight * self->cap->laden[i];
		delivery->amount[i] = delivery->tonnes[i] * self->cap->per_tonne[i];
	}
}

/* In the unit that @unit is of; what has no upper bound is bounded by the ship */
static gboolean
bound_quantity (const Count *self, const FairleadEventRow *event, const FairleadUnit *unit,
                const FairleadDelivery *delivery, gboolean is_of_tonnes, double *bounds)
{
	double most = delivery->deadweight * self->cap->laden[FAIRLEAD_HIGH]
	              * (is_of_tonnes ? 1.0 : self->cap->per_tonne[FAIRLEAD_HIGH]);

	bounds[FAIRLEAD_LOW] = (double) event->quantity.low / FAIRLEAD_QUANTITY_ONE * unit->times;
	bounds[FAIRLEAD_HIGH] =
		event->quantity.high == FAIRLEAD_QUANTITY_OPEN
			? fmax (bounds[FAIRLEAD_LOW], most)
			: (double) event->quantity.high / FAIRLEAD_QUANTITY_ONE * unit->times;
	bounds[FAIRLEAD_MIDDLE] = (bounds[FAIRLEAD_LOW] + bounds[FAIRLEAD_HIGH]) / 2.0;
	return event->quantity.high != FAIRLEAD_QUANTITY_OPEN || !isnan (most);
}

static gboolean
is_overloaded (const FairleadDelivery *delivery)
{
	return delivery->basis == FAIRLEAD_SUPPLY_DEADWEIGHT
	       && delivery->tonnes[FAIRLEAD_LOW] > delivery->deadweight;
}

/* Tonnes and the unit of the cap, from whichever is stated. FALSE with the reason. */
static gboolean
take_stated (const Count *self, const FairleadEventRow *event, const FairleadUnit *unit,
             FairleadDelivery *delivery, FairleadDropReason *reason)
{
	gboolean is_tonnes = strcmp (unit->of, "tonne") == 0;
	gboolean is_own = strcmp (unit->of, self->cap->unit) == 0;
	gboolean converts = !isnan (self->cap->per_tonne[0]);
	double bounds[FAIRLEAD_N_SCENARIOS];

	*reason = FAIRLEAD_DROP_UNIT;
	if (!is_own && !(is_tonnes && converts))
		return FALSE;
	*reason = FAIRLEAD_DROP_CAPACITY;
	if (!bound_quantity (self, event, unit, delivery, is_tonnes, bounds))
		return FALSE;
	for (guint i = 0; i < FAIRLEAD_N_SCENARIOS; i++) {
		/* The most barrels of a tonne make the fewest tonnes of a barrel */
		double other =
			self->cap->per_tonne[is_own && !is_tonnes ? FAIRLEAD_N_SCENARIOS - 1 - i
		                                                  : i];

		delivery->amount[i] = is_own ? bounds[i] : bounds[i] * other;
		delivery->tonnes[i] = is_tonnes ? bounds[i] : bounds[i] / other;
	}
	return TRUE;
}

/* FALSE with the reason why it does not count; @is_over where its quantity was not believed */
static gboolean
weigh (Count *self, FairleadDelivery *delivery, FairleadDropReason *reason, gboolean *is_over)
{
	const FairleadEventRow *event = &self->events[delivery->event];
	const char *text = fairlead_records_get_text (self->records, event->unit);
	const FairleadUnit *unit = fairlead_factors_find_unit (self->factors, text);
	FairleadSupplyBasis basis;

	delivery->deadweight = find_deadweight (self, event, &basis);
	delivery->basis = basis;
	*is_over = FALSE;
	if (!fairlead_quantity_is_unknown (event->quantity)) {
		*reason = FAIRLEAD_DROP_UNIT;
		if (unit == NULL || !take_stated (self, event, unit, delivery, reason))
			return FALSE;
		*is_over = is_overloaded (delivery);
		if (!*is_over) {
			delivery->basis = FAIRLEAD_SUPPLY_STATED;
			return TRUE;
		}
	}
	*reason = FAIRLEAD_DROP_CAPACITY;
	estimate (self, delivery);
	return !isnan (delivery->amount[FAIRLEAD_LOW]);
}

/* ---- days ---- */

/* FALSE: of another time; else whether it is wholly inside, and its last day */
static gboolean
place_in_time (const Count *self, const FairleadEventRow *event, gboolean *is_inside, gint32 *day)
{
	const FairleadPeriod *period = fairlead_records_get_period (self->records, event->period);
	const FairleadSupply *supply = self->supply;
	gint32 first = period->start.first, last = period->start.last;

	/* What was notified for a month was there by its end */
	if (event->is_notified && period->end.last != FAIRLEAD_DAY_OPEN_FUTURE)
		last = period->end.last;
	*is_inside =
		first >= supply->first && last <= supply->last && last != FAIRLEAD_DAY_OPEN_FUTURE;
	*day = last;
	return first <= supply->last && last >= supply->first;
}

/* ---- events ---- */

static void
take_event (Count *self, guint32 row)
{
	const FairleadEventRow *event = &self->events[row];
	FairleadDelivery delivery = { .event = row,
		                      .vessel = vertex_of (self, event->vessel),
		                      .is_notified = event->is_notified };
	FairleadDropReason reason = FAIRLEAD_DROP_DAY;
	gboolean is_inside, is_over;
	FairleadEventVerdict verdict;

	if (!place_in_time (self, event, &is_inside, &delivery.day)
	    || fairlead_network_is_later_event (self->supply->network, row))
		return;
	verdict = fairlead_supply_judge (self->supply->network, self->factors, self->cap, event,
	                                 &reason);
	if (verdict == FAIRLEAD_VERDICT_OTHER)
		return;
	if (verdict == FAIRLEAD_VERDICT_COUNTS && !is_inside)
		reason = FAIRLEAD_DROP_DAY;
	if (verdict == FAIRLEAD_VERDICT_DROPPED || !is_inside
	    || !weigh (self, &delivery, &reason, &is_over)) {
		drop (self, row, delivery.vessel, reason, FAIRLEAD_NO_EVENT);
		return;
	}
	if (is_over)
		drop (self, row, delivery.vessel, FAIRLEAD_DROP_OVERLOADED, FAIRLEAD_NO_EVENT);
	g_array_append_val (self->supply->deliveries, delivery);
}

static gint
compare_events (const Count *self, guint32 a, guint32 b)
{
	gint order = fairlead_records_compare_sources (self->records, self->events[a].source,
	                                               self->events[b].source);

	return order != 0 ? order : a < b ? -1 : a > b;
}

static gint
compare_deliveries (gconstpointer a, gconstpointer b, gpointer user_data)
{
	const FairleadDelivery *first = a, *second = b;

	if (first->day != second->day)
		return first->day < second->day ? -1 : 1;
	return compare_events (user_data, first->event, second->event);
}

static gint
compare_drops (gconstpointer a, gconstpointer b, gpointer user_data)
{
	const FairleadDrop *first = a, *second = b;
	gint order = compare_events (user_data, first->event, second->event);

	return order != 0 ? order : (gint) first->reason - (gint) second->reason;
}

/* ---- gates ---- */

static gboolean
is_transfer (const Count *self, const FairleadDelivery *delivery)
{
	return self->events[delivery->event].kind == FAIRLEAD_EVENT_TRANSFER;
}

static FairleadDelivery *
get (const Count *self, guint i)
{
	return &g_array_index (self->supply->deliveries, FairleadDelivery, i);
}

/* Of two calls that are one, that with a stated quantity stands, else the first */
static void
join_calls (Count *self, guint8 *is_gone)
{
	g_autoptr (GHashTable) last = g_hash_table_new (NULL, NULL); /* by ship: place, and one */

	for (guint i = 0; i < self->supply->deliveries->len; i++) {
		const FairleadDelivery *call = get (self, i);
		gpointer ship = GUINT_TO_POINTER (call->vessel);
		guint before = GPOINTER_TO_UINT (g_hash_table_lookup (last, ship));
		guint gone = i, stays;

		if (call->vessel == FAIRLEAD_NO_VERTEX || is_transfer (self, call))
			continue;
		if (before == 0
		    || call->day - get (self, before - 1)->day >= (gint32) self->cap->round_trip) {
			g_hash_table_insert (last, ship, GUINT_TO_POINTER (i + 1));
			continue;
		}
		stays = before - 1;
		if (call->basis == FAIRLEAD_SUPPLY_STATED
		    && get (self, stays)->basis != FAIRLEAD_SUPPLY_STATED) {
			gone = stays;
			stays = i;
			g_hash_table_insert (last, ship, GUINT_TO_POINTER (i + 1));
		}
		is_gone[gone] = TRUE;
		drop (self, get (self, gone)->event, get (self, gone)->vessel,
		      FAIRLEAD_DROP_SAME_CALL, get (self, stays)->event);
	}
}

/* The first call or delivery of the ship that took the cargo, within the days of a leg */
static guint
find_leg (const Count *self, guint transfer, const guint8 *is_gone)
{
	const FairleadDelivery *given = get (self, transfer);
	FairleadVertex taker = vertex_of (self, self->events[given->event].other);

	for (guint i = 0; i < self->supply->deliveries->len; i++) {
		const FairleadDelivery *call = get (self, i);

		if (!is_gone[i] && call->vessel == taker && !is_transfer (self, call)
		    && call->day >= given->day && call->day - given->day <= (gint32) self->cap->leg)
			return i;
	}
	return G_MAXUINT;
}

static void
join_legs (Count *self, guint8 *is_gone, GCancellable *cancellable)
{
	for (guint i = 0;
	     i < self->supply->deliveries->len && !g_cancellable_is_cancelled (cancellable); i++) {
		guint leg =
			is_transfer (self, get (self, i)) ? find_leg (self, i, is_gone) : G_MAXUINT;

		if (leg == G_MAXUINT)
			continue;
		is_gone[i] = TRUE;
		drop (self, get (self, i)->event, get (self, i)->vessel, FAIRLEAD_DROP_SAME_CARGO,
		      get (self, leg)->event);
	}
}

static void
leave_out (Count *self, const guint8 *is_gone)
{
	GArray *deliveries = self->supply->deliveries;
	guint n_kept = 0;

	for (guint i = 0; i < deliveries->len; i++)
		if (!is_gone[i])
			*get (self, n_kept++) = *get (self, i);
	g_array_set_size (deliveries, n_kept);
}

/* ---- sums ---- */

static void
add_up (FairleadSupply *self)
{
	for (guint s = 0; s < FAIRLEAD_N_SCENARIOS; s++) {
		self->passed[s] = FAIRLEAD_DAY_OPEN_FUTURE;
		for (guint i = 0; i < self->deliveries->len; i++) {
			const FairleadDelivery *delivery =
				&g_array_index (self->deliveries, FairleadDelivery, i);

			self->total[s] += delivery->amount[s];
			self->notified[s] += delivery->is_notified ? delivery->amount[s] : 0.0;
			self->tonnes[s] += isnan (delivery->tonnes[s]) ? 0.0 : delivery->tonnes[s];
			if (self->total[s] > self->cap->limit
			    && self->passed[s] == FAIRLEAD_DAY_OPEN_FUTURE)
				self->passed[s] = delivery->day;
		}
	}
}

FairleadSupply *
fairlead_supply_new (FairleadNetwork *network, const FairleadFactors *factors,
                     const FairleadCap *cap, guint year, GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadSupply) self = g_new0 (FairleadSupply, 1);
	Count count = { .supply = self,
		        .records = fairlead_network_get_records (network),
		        .factors = factors,
		        .cap = cap };
	g_autofree guint8 *is_gone = NULL;

	self->network = g_object_ref (network);
	self->cap = cap;
	self->year = year;
	self->first = cap->since;
	self->last = FAIRLEAD_DAY_OPEN_FUTURE;
	if (year != 0)
		fairlead_cap_get_window (cap, year, &self->first, &self->last);
	self->deliveries = g_array_new (FALSE, FALSE, sizeof (FairleadDelivery));
	self->drops = g_array_new (FALSE, FALSE, sizeof (FairleadDrop));
	count.medians = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
	count.events = fairlead_records_get_events (count.records, &count.n_events);
	for (guint32 row = 0; row < count.n_events && !g_cancellable_is_cancelled (cancellable);
	     row++)
		take_event (&count, row);
	g_array_sort_with_data (self->deliveries, compare_deliveries, &count);
	is_gone = g_malloc0 (MAX (self->deliveries->len, 1));
	join_calls (&count, is_gone);
	join_legs (&count, is_gone, cancellable);
	leave_out (&count, is_gone);
	g_array_sort_with_data (self->drops, compare_drops, &count);
	add_up (self);
	g_hash_table_unref (count.medians);
	return g_cancellable_set_error_if_cancelled (cancellable, error) ? NULL
	                                                                 : g_steal_pointer (&self);
}

void
fairlead_supply_free (FairleadSupply *self)
{
	g_array_unref (self->deliveries);
	g_array_unref (self->drops);
	g_object_unref (self->network);
	g_free (self);
}
