/* graph/ais/traffic/order.c: a ring of seconds, with a list of reports in each */
#include "graph/ais/traffic/order.h"

#define NOBODY G_MAXUINT32

typedef struct {
	guint32 first;
	guint32 last;
} Second;

typedef struct {
	FairleadAisReport report;
	guint32 next; /* in its second, or among the free */
} Place;

struct _FairleadAisOrder {
	gint64 window;
	FairleadAisOrderGo go;
	gpointer user_data;
	gboolean is_begun;
	gint64 gone; /* all of this second and before have gone */
	gint64 last; /* the latest second that anything waits in */
	Second *seconds;
	gint64 mask;
	GArray *places; /* of Place */
	guint32 free;
	guint n_waiting;
	gboolean is_held; /* `held` is far ahead of all others */
	FairleadAisReport held;
	FairleadAisReport stray;
};

FairleadAisOrder *
fairlead_ais_order_new (guint window, FairleadAisOrderGo go, gpointer user_data)
{
	FairleadAisOrder *self = g_new0 (FairleadAisOrder, 1);
	gint64 n = 64;

	while (n < (gint64) window + 2)
		n *= 2;
	self->window = window;
	self->go = go;
	self->user_data = user_data;
	self->mask = n - 1;
	self->seconds = g_new (Second, n);
	for (gint64 i = 0; i < n; i++)
		self->seconds[i] = (Second){ NOBODY, NOBODY };
	self->places = g_array_new (FALSE, FALSE, sizeof (Place));
	self->free = NOBODY;
	return self;
}

void
fairlead_ais_order_free (FairleadAisOrder *self)
{
	if (self == NULL)
		return;
	g_free (self->seconds);
	g_array_unref (self->places);
	g_free (self);
}

/* ---- the ring ---- */

static void
let_second_go (FairleadAisOrder *self, Second *second)
{
	guint32 at = second->first;

	*second = (Second){ NOBODY, NOBODY };
	while (at != NOBODY) {
		Place *place = &g_array_index (self->places, Place, at);
		guint32 next = place->next;

		self->go (&place->report, self->user_data);
		place->next = self->free;
		self->free = at;
		self->n_waiting--;
		at = next;
	}
}

/* All up to a second */
static void
let_go (FairleadAisOrder *self, gint64 until)
{
	for (gint64 at = self->gone + 1; at <= until && self->n_waiting > 0; at++)
		let_second_go (self, &self->seconds[at & self->mask]);
	self->gone = MAX (self->gone, until);
}

static guint32
new_place (FairleadAisOrder *self)
{
	guint32 at = self->free;

	if (at == NOBODY) {
		g_array_set_size (self->places, self->places->len + 1);
		return self->places->len - 1;
	}
	self->free = g_array_index (self->places, Place, at).next;
	return at;
}

static void
add (FairleadAisOrder *self, const FairleadAisReport *report)
{
	Second *second = &self->seconds[report->time & self->mask];
	guint32 at = new_place (self);

	g_array_index (self->places, Place, at) = (Place){ *report, NOBODY };
	if (second->first == NOBODY)
		second->first = at;
	else
		g_array_index (self->places, Place, second->last).next = at;
	second->last = at;
	self->n_waiting++;
}

static void
begin (FairleadAisOrder *self, gint64 time)
{
	self->is_begun = TRUE;
	self->last = time;
	self->gone = time - self->window - 1;
}

static FairleadAisOrderOutcome
take (FairleadAisOrder *self, const FairleadAisReport *report)
{
	if (report->time <= self->gone)
		return FAIRLEAD_AIS_ORDER_LATE;
	if (report->time > self->last) {
		let_go (self, report->time - self->window - 1);
		self->last = report->time;
	}
	add (self, report);
	while (self->n_waiting > FAIRLEAD_AIS_MOST_WAITING)
		let_go (self, self->gone + 1);
	return FAIRLEAD_AIS_ORDER_TAKEN;
}

/* ---- what is far ahead ---- */

/* One row with a wrong year would make all that follow late: it is taken when the next row agrees
 * with it, and dropped when the next row goes on where all others were */
FairleadAisOrderOutcome
fairlead_ais_order_put (FairleadAisOrder *self, const FairleadAisReport *report)
{
	FairleadAisOrderOutcome outcome = FAIRLEAD_AIS_ORDER_TAKEN;
	gboolean is_ahead;

	if (!self->is_begun)
		begin (self, report->time);
	is_ahead = report->time > self->last + FAIRLEAD_AIS_LEAP;
	if (self->is_held && is_ahead) {
		self->is_held = FALSE;
		if (report->time >= self->held.time - self->window) {
			take (self, &self->held);
			return take (self, report);
		}
		outcome = FAIRLEAD_AIS_ORDER_EARLIER_STRAY;
		self->stray = self->held;
	}
	if (is_ahead) {
		self->is_held = TRUE;
		self->held = *report;
		return outcome;
	}
	if (self->is_held && report->time > self->gone) {
		self->is_held = FALSE;
		self->stray = self->held;
		take (self, report);
		return FAIRLEAD_AIS_ORDER_EARLIER_STRAY;
	}
	return take (self, report);
}

const FairleadAisReport *
fairlead_ais_order_get_stray (const FairleadAisOrder *self)
{
	return &self->stray;
}

void
fairlead_ais_order_finish (FairleadAisOrder *self)
{
	if (self->is_held)
		take (self, &self->held);
	self->is_held = FALSE;
	if (self->is_begun)
		let_go (self, self->last);
}
