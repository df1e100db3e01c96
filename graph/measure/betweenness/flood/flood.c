/* graph/measure/betweenness/flood/flood.c */
#include "graph/measure/betweenness/flood/flood-private.h"

#include <string.h>

#include "graph/measure/betweenness/fetch.h"
#include "graph/measure/betweenness/search-private.h"
#include "graph/measure/betweenness/flood/settling-private.h"
#include "ingest/record/pages.h"

#define NOWHERE G_MAXUINT32
#define WAYS_AHEAD 16

struct _FairleadFlood {
	const FairleadCore *core;
	const double *ends;     /* of the run */
	guint32 n_left;         /* ends that were not found yet */
	const guint32 *reached; /* the vertex of each place */
	guint32 n_reached;
	double *paths; /* [n]: of each place: cheapest paths; after flowing back it is spent */
	double *flow;  /* [n]: of each place: for each path, what flows in; then what passes */
	gboolean fetches;
	/* Where edges cost 1: ways by the step of their first end */
	guint32 *order; /* [n + 1]: what is reached, and one that is written and not kept */
	guint32 *place; /* [n]: of each vertex */
	guint32 *way_from, *way_to;
	guint32 n_ways;
	GArray *steps_begin; /* of StepBegin: of each step, and the end of the last */
	/* Where they have costs */
	FairleadSettling *settling;
	const FairleadSettled *settled;
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
	self->paths = FAIRLEAD_NEW_LARGE (double, n);
	self->flow = FAIRLEAD_NEW_LARGE (double, n);
	self->fetches = n >= FAIRLEAD_FETCH_FROM;
	if (core->arcs == NULL) {
		self->order = FAIRLEAD_NEW_LARGE (guint32, n + 1);
		self->place = FAIRLEAD_NEW_LARGE (guint32, n);
		memset (self->place, 0xff, n * sizeof *self->place);
		/* One for each edge, and one that is written and not kept */
		self->way_from = FAIRLEAD_NEW_LARGE (guint32, core->start[n] / 2 + 1);
		self->way_to = FAIRLEAD_NEW_LARGE (guint32, core->start[n] / 2 + 1);
		self->steps_begin = g_array_new (FALSE, FALSE, sizeof (StepBegin));
		return self;
	}
	self->settling = fairlead_settling_new (core);
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
	g_clear_pointer (&self->steps_begin, g_array_unref);
	g_clear_pointer (&self->settling, fairlead_settling_free);
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

static const FairleadOtherWay *
get_other (const FairleadSettled *settled, guint32 number)
{
	return &g_array_index (settled->other_ways, FairleadOtherWay, number - 1);
}

/* All ways to a place come from places before it */
static void
count_paths_by_place (FairleadFlood *self)
{
	const FairleadSettled *settled = self->settled;
	double *paths = self->paths;

	paths[0] = 1.0;
	for (guint32 i = 1; i < settled->n; i++) {
		double sum = paths[settled->from[i]];

		if (i + WAYS_AHEAD < settled->n)
			__builtin_prefetch (&paths[settled->from[i + WAYS_AHEAD]]);
		for (guint32 way = settled->other[i]; way > 0; way = get_other (settled, way)->next)
			sum += paths[get_other (settled, way)->from];
		paths[i] = sum;
	}
}

static void
flow_back_by_place (FairleadFlood *self)
{
	const FairleadSettled *settled = self->settled;
	double *flow = self->flow;

	memset (flow, 0, settled->n * sizeof *flow);
	for (guint32 i = settled->n - 1; i > 0; i--) {
		double in = flow[i], n = self->paths[i];
		double out = in + self->ends[settled->order[i]] / n;

		if (i > WAYS_AHEAD) {
			__builtin_prefetch (&self->ends[settled->order[i - WAYS_AHEAD]]);
			__builtin_prefetch (&flow[settled->from[i - WAYS_AHEAD]], 1);
		}
		flow[i] = n * in;
		flow[settled->from[i]] += out;
		for (guint32 way = settled->other[i]; way > 0; way = get_other (settled, way)->next)
			flow[get_other (settled, way)->from] += out;
	}
}

/* ---- all of it ---- */

void
fairlead_flood_run (FairleadFlood *self, guint32 source, const double *ends, guint32 n_ends)
{
	self->ends = ends;
	self->n_left = n_ends;
	if (self->settling == NULL) {
		reach_all (self, source);
		self->reached = self->order;
		count_paths (self);
		flow_back_by_steps (self);
		return;
	}
	self->settled = fairlead_settling_run (self->settling, source, ends, n_ends, self->flow);
	self->reached = self->settled->order;
	self->n_reached = self->settled->n;
	count_paths_by_place (self);
	flow_back_by_place (self);
}

guint32
fairlead_flood_get_reached (const FairleadFlood *self, const guint32 **vertices)
{
	*vertices = self->reached;
	return self->n_reached;
}

const double *
fairlead_flood_get_flow (const FairleadFlood *self)
{
	return self->flow;
}
