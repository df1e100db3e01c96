/* graph/measure/betweenness/flood.c */
#include "graph/measure/betweenness/flood-private.h"

#include <string.h>

#include "graph/measure/betweenness/fetch.h"
#include "graph/measure/betweenness/search-private.h"
#include "graph/measure/betweenness/steps.h"
#include "ingest/record/pages.h"

#define NOWHERE G_MAXUINT32
#define WAYS_AHEAD 16

/* What is known of a vertex where edges have costs */
typedef struct {
	double distance;
	guint32 from;  /* the place of one before it on a cheapest way */
	guint32 other; /* of the others: the first, plus 1; 0: there is none */
} Mark;

/* One more that is before a vertex on a way as cheap */
typedef struct {
	guint32 from;
	guint32 next; /* plus 1 */
} OtherWay;

struct _FairleadFlood {
	const FairleadCore *core;
	const double *ends; /* of the run */
	guint32 n_left;     /* ends that were not found yet */
	guint32 *order;     /* [n + 1]: the vertex of each place */
	guint32 n_reached;
	double *paths; /* [n]: of each place: cheapest paths; after flowing back it is spent */
	double *flow;  /* [n]: of each place: for each path, what flows in; then what passes */
	gboolean fetches;
	/* Where edges cost 1: ways by the step of their first end */
	guint32 *place; /* [n]: of each vertex */
	guint32 *way_from, *way_to;
	guint32 n_ways;
	GArray *steps_begin; /* of StepBegin: of each step, and the end of the last */
	/* Where they have costs: ways by their second end */
	Mark *marks;
	guint32 *way_start; /* [n + 1]: of each place, into way_from */
	guint32 room;       /* of way_from */
	GArray *other_ways; /* of OtherWay */
	FairleadSteps *steps;
};

typedef struct {
	guint32 place;
	guint32 way;
} StepBegin;

FairleadFlood *
fairlead_flood_new (const FairleadCore *core)
{
	FairleadFlood *self = g_new0 (FairleadFlood, 1);
	gsize n = core->n;

	self->core = core;
	self->order = FAIRLEAD_NEW_LARGE (guint32, n + 1);
	self->paths = FAIRLEAD_NEW_LARGE (double, n);
	self->flow = FAIRLEAD_NEW_LARGE (double, n);
	self->fetches = n >= FAIRLEAD_FETCH_FROM;
	if (core->cost == NULL) {
		self->place = FAIRLEAD_NEW_LARGE (guint32, n);
		memset (self->place, 0xff, n * sizeof *self->place);
		/* One for each edge, and one that is written and not kept */
		self->way_from = FAIRLEAD_NEW_LARGE (guint32, core->start[n] / 2 + 1);
		self->way_to = FAIRLEAD_NEW_LARGE (guint32, core->start[n] / 2 + 1);
		self->steps_begin = g_array_new (FALSE, FALSE, sizeof (StepBegin));
		return self;
	}
	self->marks = FAIRLEAD_NEW_LARGE (Mark, n);
	for (gsize i = 0; i < n; i++)
		self->marks[i] = (Mark){ INFINITY, NOWHERE, 0 };
	self->way_start = FAIRLEAD_NEW_LARGE (guint32, n + 1);
	self->room = core->n;
	self->way_from = g_new (guint32, MAX (n, 1));
	self->other_ways = g_array_new (FALSE, FALSE, sizeof (OtherWay));
	if (n > 0)
		self->steps = fairlead_steps_new (core);
	return self;
}

void
fairlead_flood_free (FairleadFlood *self)
{
	g_free (self->order);
	g_free (self->paths);
	g_free (self->flow);
	g_free (self->place);
	g_free (self->way_from);
	g_free (self->way_to);
	g_free (self->marks);
	g_free (self->way_start);
	g_clear_pointer (&self->steps_begin, g_array_unref);
	g_clear_pointer (&self->other_ways, g_array_unref);
	g_clear_pointer (&self->steps, fairlead_steps_free);
	g_free (self);
}

/* ---- where edges cost 1 ---- */

/* Without a branch on what the neighbour is: nobody can foretell it, and a wrong guess costs more
 * than writing a place that is not kept. Of an edge between two steps only the end of the nearer
 * one finds the other at @end or beyond. */
static void
reach_step (FairleadFlood *self, guint32 begin, guint32 end)
{
	const FairleadCore *core = self->core;
	const FairleadKnown known = { (const char *) self->place, sizeof *self->place };
	guint32 *place = self->place, *order = self->order;
	guint32 *way_from = self->way_from, *way_to = self->way_to;
	guint32 n = self->n_reached, n_ways = self->n_ways;

	if (self->fetches)
		fairlead_fetch_first (core, known, order, begin, end);
	for (guint32 i = begin; i < end; i++) {
		const guint32 first = core->start[order[i]], last = core->start[order[i] + 1];

		if (self->fetches)
			fairlead_fetch_ahead (core, known, order, i, end);
		for (guint32 arc = first; arc < last; arc++) {
			guint32 other = core->neighbour[arc];
			guint32 at = MIN (place[other], n); /* a new one is at the end */

			order[n] = other;
			n += at == n;
			place[other] = at;
			way_from[n_ways] = i;
			way_to[n_ways] = at;
			n_ways += at >= end;
		}
	}
	self->n_reached = n;
	self->n_ways = n_ways;
}

static void
count_found (FairleadFlood *self, guint32 begin)
{
	for (guint32 i = begin; i < self->n_reached; i++)
		self->n_left -= self->ends[self->order[i]] > 0.0;
}

static void
reach_all (FairleadFlood *self, guint32 source)
{
	guint32 begin = 0;

	for (guint32 i = 0; i < self->n_reached; i++)
		self->place[self->order[i]] = NOWHERE;
	g_array_set_size (self->steps_begin, 0);
	self->order[0] = source;
	self->place[source] = 0;
	self->n_reached = 1;
	self->n_ways = 0;
	count_found (self, 0);
	while (begin < self->n_reached && self->n_left > 0) {
		const StepBegin step = { begin, self->n_ways };
		guint32 end = self->n_reached;

		g_array_append_val (self->steps_begin, step);
		reach_step (self, begin, end);
		count_found (self, end);
		begin = end;
	}
	g_array_append_val (self->steps_begin, ((StepBegin){ begin, self->n_ways }));
}

static void
count_paths (FairleadFlood *self)
{
	double *paths = self->paths;

	memset (paths, 0, self->n_reached * sizeof *paths);
	paths[0] = 1.0;
	for (guint32 way = 0; way < self->n_ways; way++)
		paths[self->way_to[way]] += paths[self->way_from[way]];
}

/* What flows in for each path is now in flow, and all of those behind is in it. It leaves what
 * passes in flow, and what flows out for each path in the place of the paths. */
static void
finish_places (FairleadFlood *self, guint32 begin, guint32 end)
{
	double *paths = self->paths, *flow = self->flow;

	for (guint32 i = begin; i < end; i++) {
		double in = flow[i], n = paths[i];

		flow[i] = n * in;
		paths[i] = in + self->ends[self->order[i]] / n;
	}
}

static void
flow_back_by_steps (FairleadFlood *self)
{
	const StepBegin *begin = (const StepBegin *) (gconstpointer) self->steps_begin->data;

	memset (self->flow, 0, self->n_reached * sizeof *self->flow);
	finish_places (self, begin[self->steps_begin->len - 1].place, self->n_reached);
	for (guint step = self->steps_begin->len - 1; step > 0; step--) {
		for (guint32 way = begin[step].way; way > begin[step - 1].way; way--)
			self->flow[self->way_from[way - 1]] += self->paths[self->way_to[way - 1]];
		finish_places (self, begin[step - 1].place, begin[step].place);
	}
}

/* ---- where edges have costs ---- */

static void
forget (FairleadFlood *self)
{
	for (guint32 i = 0; i < self->n_reached; i++)
		self->marks[self->order[i]].distance = INFINITY;
	for (guint i = 0; i < self->steps->n; i++) {
		FairleadStep *step = &self->steps->steps[i];

		for (guint32 j = 0; j < step->n; j++)
			self->marks[step->vertices[j]].distance = INFINITY;
		step->n = 0;
	}
	g_array_set_size (self->other_ways, 0);
	self->n_reached = self->n_ways = 0;
}

/* Nearer than before: it waits in its step, if it did not yet */
static void
come_nearer (FairleadFlood *self, guint32 vertex, double distance, guint32 from)
{
	FairleadSteps *steps = self->steps;
	double before = self->marks[vertex].distance;
	guint64 step = fairlead_steps_find (steps, distance);

	self->marks[vertex] = (Mark){ distance, from, 0 };
	if (steps->ordered && step <= steps->now) {
		fairlead_heap_push (&steps->heap, distance, vertex);
	} else if (isinf (before) || fairlead_steps_find (steps, before) != step) {
		fairlead_step_add (fairlead_steps_get (steps, step), vertex);
		steps->n_waiting++;
	}
}

static void
come_as_near (FairleadFlood *self, guint32 vertex, guint32 from)
{
	OtherWay way = { from, self->marks[vertex].other };

	g_array_append_val (self->other_ways, way);
	self->marks[vertex].other = self->other_ways->len;
}

static void
note_way (FairleadFlood *self, guint32 from)
{
	if (self->n_ways == self->room) {
		self->room += self->room / 4 + 16;
		self->way_from = g_renew (guint32, self->way_from, self->room);
	}
	self->way_from[self->n_ways++] = from;
}

/* Gives it a place, and notes all ways to it */
static guint32
take_place (FairleadFlood *self, guint32 vertex)
{
	const Mark *mark = &self->marks[vertex];
	guint32 at = self->n_reached++;

	self->order[at] = vertex;
	self->n_left -= self->ends[vertex] > 0.0;
	self->way_start[at] = self->n_ways;
	if (mark->from != NOWHERE)
		note_way (self, mark->from);
	for (guint32 i = mark->other; i > 0;) {
		const OtherWay *way = &g_array_index (self->other_ways, OtherWay, i - 1);

		note_way (self, way->from);
		i = way->next;
	}
	return at;
}

static void
settle (FairleadFlood *self, guint32 vertex)
{
	const FairleadCore *core = self->core;
	const FairleadKnown known = { (const char *) self->marks, sizeof *self->marks };
	const double here = self->marks[vertex].distance;
	const guint32 end = core->start[vertex + 1];
	guint32 at = take_place (self, vertex);

	for (guint32 arc = core->start[vertex]; arc < end; arc++) {
		guint32 other = core->neighbour[arc];
		double distance = here + fairlead_core_get_cost (core, arc);
		double before = self->marks[other].distance;

		if (self->fetches)
			fairlead_fetch_on (core, known, arc, end);
		if (fairlead_is_same_cost (distance, before))
			come_as_near (self, other, at);
		else if (distance < before)
			come_nearer (self, other, distance, at);
	}
}

/* Whether a vertex of a step has not come nearer, into one that is already done */
static gboolean
is_of_step (const FairleadFlood *self, guint32 vertex)
{
	return fairlead_steps_find (self->steps, self->marks[vertex].distance) == self->steps->now;
}

static void
settle_in_order (FairleadFlood *self, const FairleadStep *step)
{
	FairleadHeap *heap = &self->steps->heap;
	FairleadHeapItem item;

	for (guint32 i = 0; i < step->n; i++)
		if (is_of_step (self, step->vertices[i]))
			fairlead_heap_push (heap, self->marks[step->vertices[i]].distance,
			                    step->vertices[i]);
	while (fairlead_heap_pop (heap, &item))
		/* one that came nearer was pushed again */
		if (!(item.cost > self->marks[item.vertex].distance))
			settle (self, item.vertex);
}

static void
settle_step (FairleadFlood *self, FairleadStep *step)
{
	const FairleadKnown known = { (const char *) self->marks, sizeof *self->marks };

	self->steps->n_waiting -= step->n;
	if (self->fetches)
		fairlead_fetch_first (self->core, known, step->vertices, 0, step->n);
	if (self->steps->ordered)
		settle_in_order (self, step);
	else
		for (guint32 i = 0; i < step->n; i++) {
			if (self->fetches)
				fairlead_fetch_ahead (self->core, known, step->vertices, i,
				                      step->n);
			if (is_of_step (self, step->vertices[i]))
				settle (self, step->vertices[i]);
		}
	step->n = 0;
	self->steps->now++;
}

static void
settle_all (FairleadFlood *self, guint32 source)
{
	FairleadSteps *steps = self->steps;

	forget (self);
	self->marks[source] = (Mark){ 0.0, NOWHERE, 0 };
	steps->now = 0;
	steps->n_waiting = 1;
	fairlead_step_add (&steps->steps[0], source);
	while (steps->n_waiting > 0 && self->n_left > 0)
		settle_step (self, fairlead_steps_get (steps, steps->now));
	self->way_start[self->n_reached] = self->n_ways;
}

/* All ways to a place come from places before it */
static void
count_paths_by_place (FairleadFlood *self)
{
	double *paths = self->paths;

	paths[0] = 1.0;
	for (guint32 i = 1; i < self->n_reached; i++) {
		double sum = 0.0;

		if (self->way_start[i] + WAYS_AHEAD < self->n_ways)
			__builtin_prefetch (
				&paths[self->way_from[self->way_start[i] + WAYS_AHEAD]]);
		for (guint32 way = self->way_start[i]; way < self->way_start[i + 1]; way++)
			sum += paths[self->way_from[way]];
		paths[i] = sum;
	}
}

static void
flow_back_by_place (FairleadFlood *self)
{
	double *flow = self->flow;

	memset (flow, 0, self->n_reached * sizeof *flow);
	for (guint32 i = self->n_reached; i > 0; i--) {
		double in = flow[i - 1], n = self->paths[i - 1];
		double out = in + self->ends[self->order[i - 1]] / n;

		if (i > WAYS_AHEAD)
			__builtin_prefetch (&self->ends[self->order[i - WAYS_AHEAD]]);
		if (self->way_start[i - 1] >= WAYS_AHEAD)
			__builtin_prefetch (
				&flow[self->way_from[self->way_start[i - 1] - WAYS_AHEAD]], 1);
		flow[i - 1] = n * in;
		for (guint32 way = self->way_start[i - 1]; way < self->way_start[i]; way++)
			flow[self->way_from[way]] += out;
	}
}

/* ---- all of it ---- */

void
fairlead_flood_run (FairleadFlood *self, guint32 source, const double *ends, guint32 n_ends)
{
	self->ends = ends;
	self->n_left = n_ends;
	if (self->steps == NULL) {
		reach_all (self, source);
		count_paths (self);
		flow_back_by_steps (self);
	} else {
		settle_all (self, source);
		count_paths_by_place (self);
		flow_back_by_place (self);
	}
}

guint32
fairlead_flood_get_reached (const FairleadFlood *self, const guint32 **vertices)
{
	*vertices = self->order;
	return self->n_reached;
}

const double *
fairlead_flood_get_flow (const FairleadFlood *self)
{
	return self->flow;
}
