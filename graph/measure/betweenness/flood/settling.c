/* graph/measure/betweenness/flood/settling.c */
#include "graph/measure/betweenness/flood/settling-private.h"

#include <string.h>

#include "graph/measure/betweenness/betweenness.h"
#include "graph/measure/betweenness/fetch.h"
#include "graph/measure/betweenness/search-private.h"
#include "ingest/record/pages.h"

/* A distance that is rounded to 24 bits may be this much greater */
#define BELOW (1.0f - 1e-6f)
#define ARRIVALS_AHEAD 24
#define KEPT_ROOM 4096 /* arrivals */

typedef struct {
	double distance;
	guint32 vertex;
	guint32 from; /* the place before it */
} Arrival;

typedef struct {
	Arrival *arrivals;
	guint32 n;
	guint32 room;
} Bucket;

struct _FairleadSettling {
	const FairleadCore *core;
	FairleadSettled settled;
	const double *ends; /* of the last run */
	guint32 n_left;
	double *distance;
	guint32 *state;       /* [n]: of each vertex: see below */
	guint64 *is_end;      /* a bit for each vertex: these stay in the cache */
	FairleadSteps *steps; /* their widths and turns */
	Bucket *buckets;      /* of each of the steps */
	guint32 begin;        /* the first place of this step ... */
	guint32 recent;       /* ... and of the one before */
	gboolean fetches;
};

/* The bits of a distance as a gfloat, or those of a place. The latter make a gfloat below 0, which
 * is nearer than anything: so one comparison tells what is settled from what an arc may serve.
 * Places do not reach the bits of numbers that are none. */
#define IS_SETTLED ((guint32) 1 << 31)

static inline gfloat
rough_of (guint32 state)
{
	gfloat rough;

	memcpy (&rough, &state, sizeof rough);
	return rough;
}

static inline guint32
state_of (gfloat rough)
{
	guint32 state;

	memcpy (&state, &rough, sizeof state);
	return state;
}

FairleadSettling *
fairlead_settling_new (const FairleadCore *core)
{
	FairleadSettling *self = g_new0 (FairleadSettling, 1);
	gsize n = core->n;

	self->core = core;
	self->settled.order = FAIRLEAD_NEW_LARGE (guint32, n);
	self->settled.from = FAIRLEAD_NEW_LARGE (guint32, n);
	self->settled.other = FAIRLEAD_NEW_LARGE (guint32, n);
	self->settled.other_ways = g_array_new (FALSE, FALSE, sizeof (FairleadOtherWay));
	self->state = FAIRLEAD_NEW_LARGE (guint32, n);
	for (gsize i = 0; i < n; i++)
		self->state[i] = state_of (INFINITY);
	self->is_end = g_new (guint64, n / 64 + 1);
	self->fetches = n >= FAIRLEAD_FETCH_FROM;
	if (n > 0) {
		self->steps = fairlead_steps_new (core);
		self->buckets = g_new0 (Bucket, self->steps->n);
	}
	return self;
}

void
fairlead_settling_free (FairleadSettling *self)
{
	for (guint i = 0; self->buckets != NULL && i < self->steps->n; i++)
		g_free (self->buckets[i].arrivals);
	g_free (self->buckets);
	g_clear_pointer (&self->steps, fairlead_steps_free);
	g_free (self->settled.order);
	g_free (self->settled.from);
	g_free (self->settled.other);
	g_array_unref (self->settled.other_ways);
	g_free (self->state);
	g_free (self->is_end);
	g_free (self);
}

static inline gboolean
has_bit (const guint64 *bits, guint32 vertex)
{
	return bits[vertex / 64] >> vertex % 64 & 1;
}

static inline void
set_bit (guint64 *bits, guint32 vertex)
{
	bits[vertex / 64] |= (guint64) 1 << vertex % 64;
}

/* Runs of one question have the same ends */
static void
take_ends (FairleadSettling *self, const double *ends)
{
	if (self->ends == ends)
		return;
	self->ends = ends;
	memset (self->is_end, 0, (self->core->n / 64 + 1) * sizeof *self->is_end);
	for (guint32 i = 0; i < self->core->n; i++)
		if (ends[i] > 0.0)
			set_bit (self->is_end, i);
}

static void
forget (FairleadSettling *self)
{
	for (guint32 i = 0; i < self->settled.n; i++)
		self->state[self->settled.order[i]] = state_of (INFINITY);
	for (guint i = 0; i < self->steps->n; i++) {
		Bucket *bucket = &self->buckets[i];

		for (guint32 j = 0; j < bucket->n; j++)
			self->state[bucket->arrivals[j].vertex] = state_of (INFINITY);
		bucket->n = 0;
	}
	g_array_set_size (self->settled.other_ways, 0);
	self->settled.n = self->begin = self->recent = 0;
}

/* ---- arriving ---- */

static Bucket *
get_bucket (const FairleadSettling *self, guint64 step)
{
	return &self->buckets[step & (self->steps->n - 1)];
}

static inline void
add_arrival (Bucket *self, Arrival arrival)
{
	if (self->n == self->room) {
		self->room = MAX (self->room + self->room / 2, 16);
		self->arrivals = g_renew (Arrival, self->arrivals, self->room);
	}
	self->arrivals[self->n++] = arrival;
}

/* Those of millions are given back: other steps are the large ones in the next search */
static void
empty_bucket (Bucket *self)
{
	self->n = 0;
	if (self->room < KEPT_ROOM)
		return;
	g_clear_pointer (&self->arrivals, g_free);
	self->room = 0;
}

static inline void
arrive (FairleadSettling *self, Arrival arrival)
{
	FairleadSteps *steps = self->steps;
	guint64 step = fairlead_steps_find (steps, arrival.distance);

	if (steps->ordered && step <= steps->now) {
		fairlead_heap_push_tagged (&steps->heap, arrival.distance, arrival.vertex,
		                           arrival.from);
		return;
	}
	add_arrival (get_bucket (self, step), arrival);
	steps->n_waiting++;
}

/* From a place whose distance is certain */
static void
go_on_from (FairleadSettling *self, guint32 place)
{
	const FairleadCoreArc *arcs = self->core->arcs;
	const guint32 vertex = self->settled.order[place], end = self->core->start[vertex + 1];
	const double here = self->distance[place];

	for (guint32 arc = self->core->start[vertex]; arc < end; arc++) {
		const Arrival arrival = { here + arcs[arc].cost, arcs[arc].neighbour, place };
		gfloat rough = (gfloat) arrival.distance;
		gfloat known = rough_of (self->state[arrival.vertex]);

		if (self->fetches && arc + FAIRLEAD_MOST_FETCHED < end)
			__builtin_prefetch (
				&self->state[arcs[arc + FAIRLEAD_MOST_FETCHED].neighbour]);
		if (rough * BELOW > known)
			continue;
		if (rough < known)
			self->state[arrival.vertex] = state_of (rough);
		arrive (self, arrival);
	}
}

/* ---- settling ---- */

static void
take_place (FairleadSettling *self, const Arrival *arrival)
{
	guint32 place = self->settled.n++;

	self->settled.order[place] = arrival->vertex;
	self->settled.from[place] = arrival->from;
	self->settled.other[place] = 0;
	self->distance[place] = arrival->distance;
	self->state[arrival->vertex] = place | IS_SETTLED;
	self->n_left -= has_bit (self->is_end, arrival->vertex);
}

/* Arrivals at a vertex that are about as near may come in any order within their step, and those
 * that are as near on both sides of its border */
static void
come_again (FairleadSettling *self, guint32 place, const Arrival *arrival)
{
	FairleadSettled *settled = &self->settled;
	double before;

	if (place < self->recent)
		return;
	before = self->distance[place];
	if (fairlead_is_same_cost (arrival->distance, before) && arrival->from < place) {
		FairleadOtherWay way = { arrival->from, settled->other[place] };

		g_array_append_val (settled->other_ways, way);
		settled->other[place] = settled->other_ways->len;
	} else if (arrival->distance < before && place >= self->begin) {
		self->distance[place] = arrival->distance;
		settled->from[place] = arrival->from;
		settled->other[place] = 0;
	}
}

/* Whether it takes a place by that */
static gboolean
receive (FairleadSettling *self, const Arrival *arrival)
{
	guint32 state = self->state[arrival->vertex];

	if (state & IS_SETTLED)
		come_again (self, state & ~IS_SETTLED, arrival);
	else if (!((gfloat) arrival->distance * BELOW > rough_of (state)))
		take_place (self, arrival);
	else
		return FALSE;
	return !(state & IS_SETTLED);
}

G_ALWAYS_INLINE static inline void
fetch_arrival (const FairleadSettling *self, guint32 vertex)
{
	__builtin_prefetch (&self->state[vertex]);
	__builtin_prefetch (&self->core->start[vertex]);
}

static void
receive_all (FairleadSettling *self, const Bucket *bucket)
{
	for (guint32 i = 0; i < bucket->n; i++) {
		if (self->fetches && i + ARRIVALS_AHEAD < bucket->n)
			fetch_arrival (self, bucket->arrivals[i + ARRIVALS_AHEAD].vertex);
		receive (self, &bucket->arrivals[i]);
	}
}

/* Where a step is wider than the cheapest edge, so that some of it lead to others */
static void
settle_in_order (FairleadSettling *self, const Bucket *bucket)
{
	FairleadHeap *heap = &self->steps->heap;
	FairleadHeapItem item;

	for (guint32 i = 0; i < bucket->n; i++)
		fairlead_heap_push_tagged (heap, bucket->arrivals[i].distance,
		                           bucket->arrivals[i].vertex, bucket->arrivals[i].from);
	while (fairlead_heap_pop (heap, &item)) {
		const Arrival arrival = { item.cost, item.vertex, item.tag };

		if (receive (self, &arrival))
			go_on_from (self, self->settled.n - 1);
	}
}

/* The same as in fetch.h, of what is read here */
G_ALWAYS_INLINE static inline void
fetch_ahead (const FairleadSettling *self, guint32 place, guint32 end)
{
	const FairleadCore *core = self->core;
	const guint32 *order = self->settled.order;

	if (place + FAIRLEAD_START_AHEAD < end)
		__builtin_prefetch (&core->start[order[place + FAIRLEAD_START_AHEAD]]);
	if (place + FAIRLEAD_ARCS_AHEAD < end) {
		guint32 vertex = order[place + FAIRLEAD_ARCS_AHEAD];
		guint32 first = core->start[vertex], last = core->start[vertex + 1];

		__builtin_prefetch (&core->arcs[first]);
		__builtin_prefetch (&core->arcs[MIN (last, first + FAIRLEAD_MOST_FETCHED)]);
	}
	if (place + FAIRLEAD_MARKS_AHEAD < end) {
		guint32 vertex = order[place + FAIRLEAD_MARKS_AHEAD];
		guint32 first = core->start[vertex], last = core->start[vertex + 1];

		last = MIN (last, first + FAIRLEAD_MOST_FETCHED);
		for (guint32 arc = first; arc < last; arc++)
			__builtin_prefetch (&self->state[core->arcs[arc].neighbour]);
	}
}

static void
go_on_from_all (FairleadSettling *self, guint32 begin, guint32 end)
{
	for (guint32 place = begin; place < end; place++) {
		if (self->fetches)
			fetch_ahead (self, place, end);
		go_on_from (self, place);
	}
}

static void
settle_step (FairleadSettling *self)
{
	Bucket *bucket = get_bucket (self, self->steps->now);

	self->recent = self->begin;
	self->begin = self->settled.n;
	self->steps->n_waiting -= bucket->n;
	if (self->steps->ordered) {
		settle_in_order (self, bucket);
	} else {
		receive_all (self, bucket);
		go_on_from_all (self, self->begin, self->settled.n);
	}
	empty_bucket (bucket);
	self->steps->now++;
}

/* What ends in the last step may have an arrival as near in the one after it */
const FairleadSettled *
fairlead_settling_run (FairleadSettling *self, guint32 source, const double *ends, guint32 n_ends,
                       double *distance)
{
	FairleadSteps *steps = self->steps;

	forget (self);
	take_ends (self, ends);
	self->n_left = n_ends;
	self->distance = distance;
	self->state[source] = state_of (0.0f);
	steps->now = 0;
	steps->n_waiting = 1;
	add_arrival (&self->buckets[0], (Arrival){ 0.0, source, 0 });
	while (steps->n_waiting > 0 && self->n_left > 0)
		settle_step (self);
	if (steps->n_waiting > 0)
		settle_step (self);
	return &self->settled;
}
