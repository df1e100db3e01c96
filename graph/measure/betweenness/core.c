/* graph/measure/betweenness/core.c */
#include "graph/measure/betweenness/core-private.h"

#include <math.h>

#include "graph/measure/betweenness/fetch.h"
#include "ingest/record/pages.h"

/* A vertex while trees are taken off */
typedef struct {
	guint32 degree;    /* to vertices that are left */
	guint32 others;    /* their numbers, combined by exclusive or: of one, its number */
	guint32 n_sources; /* at it and below it */
	guint32 n_sinks;
	guint64 n_within; /* pairs whose ends hang on the same vertex below it */
	guint32 component;
	guint32 number; /* in the core, plus 1 */
} Knot;

typedef struct {
	const FairleadAdjacency *graph;
	const guint8 *is_source;
	const guint8 *is_sink;
	Knot *knots;
	FairleadVertex *peeled; /* what is taken off, those below first */
	guint32 n_peeled;
	GArray *sources; /* of guint64: of each component */
	GArray *sinks;
} Folding;

static void
folding_init (Folding *self)
{
	const FairleadAdjacency *graph = self->graph;

	self->knots = FAIRLEAD_NEW_LARGE0 (Knot, graph->n_vertices);
	self->peeled = g_new (FairleadVertex, MAX (graph->n_vertices, 1));
	self->sources = g_array_new (FALSE, FALSE, sizeof (guint64));
	self->sinks = g_array_new (FALSE, FALSE, sizeof (guint64));
	for (FairleadVertex vertex = 0; vertex < graph->n_vertices; vertex++) {
		Knot *knot = &self->knots[vertex];

		knot->degree = fairlead_adjacency_degree (graph, vertex);
		knot->n_sources = self->is_source[vertex];
		knot->n_sinks = self->is_sink[vertex];
		for (guint32 arc = graph->start[vertex]; arc < graph->start[vertex + 1]; arc++)
			knot->others ^= graph->neighbour[arc];
	}
}

/* The network as it is, and costs where they are read: for what is fetched ahead */
static FairleadCore
view_of (const Folding *self, const double *cost)
{
	return (FairleadCore){ .n = self->graph->n_vertices,
		               .start = self->graph->start,
		               .neighbour = self->graph->neighbour,
		               .edge = cost != NULL ? self->graph->edge : NULL,
		               .cost = cost };
}

static FairleadKnown
get_known (const Folding *self)
{
	return (FairleadKnown){ (const char *) self->knots, sizeof *self->knots };
}

static void
folding_clear (Folding *self)
{
	g_free (self->knots);
	g_free (self->peeled);
	g_array_unref (self->sources);
	g_array_unref (self->sinks);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Folding, folding_clear)

#define OFF G_MAXUINT32 /* the degree of what has been taken off above something */

/* Takes off a leaf, and what becomes one by that; of a tree the last has nobody above it */
static void
peel_from (Folding *self, FairleadVertex vertex)
{
	while (self->knots[vertex].degree <= 1) {
		Knot *knot = &self->knots[vertex];
		FairleadVertex above = knot->others;
		gboolean has_above = knot->degree == 1;

		self->peeled[self->n_peeled++] = vertex;
		knot->degree = OFF;
		if (!has_above) {
			knot->others = FAIRLEAD_NO_VERTEX;
			return;
		}
		self->knots[above].degree--;
		self->knots[above].others ^= vertex;
		self->knots[above].n_sources += knot->n_sources;
		self->knots[above].n_sinks += knot->n_sinks;
		self->knots[above].n_within += (guint64) knot->n_sources * knot->n_sinks;
		vertex = above;
	}
}

static void
peel (Folding *self)
{
	const guint32 n = self->graph->n_vertices;

	for (FairleadVertex vertex = 0; vertex < n; vertex++) {
		FairleadVertex ahead = MIN (vertex + FAIRLEAD_RECORDS_AHEAD, n - 1);

		if (self->knots[ahead].degree == 1)
			__builtin_prefetch (&self->knots[self->knots[ahead].others], 1);
		peel_from (self, vertex);
	}
}

static guint32
new_component (Folding *self)
{
	guint64 none = 0;

	g_array_append_val (self->sources, none);
	g_array_append_val (self->sinks, none);
	return self->sources->len - 1;
}

static void
count_in_component (Folding *self, const Knot *knot)
{
	g_array_index (self->sources, guint64, knot->component) += knot->n_sources;
	g_array_index (self->sinks, guint64, knot->component) += knot->n_sinks;
}

/* One component of the core, in breadth; numbers begin at the length of @members */
static void
number_component (Folding *self, FairleadVertex first, GArray *members)
{
	const FairleadAdjacency *graph = self->graph;
	const FairleadCore view = view_of (self, NULL);
	guint32 component = new_component (self);
	guint begin = members->len;

	g_array_append_val (members, first);
	self->knots[first].number = members->len;
	for (guint i = begin; i < members->len; i++) {
		FairleadVertex vertex = g_array_index (members, FairleadVertex, i);

		fairlead_fetch_ahead (&view, get_known (self), (guint32 *) (gpointer) members->data,
		                      i, members->len);
		self->knots[vertex].component = component;
		count_in_component (self, &self->knots[vertex]);
		for (guint32 arc = graph->start[vertex]; arc < graph->start[vertex + 1]; arc++) {
			FairleadVertex next = graph->neighbour[arc];

			if (self->knots[next].degree == OFF || self->knots[next].number != 0)
				continue;
			g_array_append_val (members, next);
			self->knots[next].number = members->len;
		}
	}
	/* Nobody has a way to go there: its vertices keep their component, and leave the core */
	if (g_array_index (self->sources, guint64, component) > 0
	    && g_array_index (self->sinks, guint64, component) > 0)
		return;
	g_array_set_size (members, begin);
}

static GArray *
number_core (Folding *self)
{
	GArray *members = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));

	for (FairleadVertex vertex = 0; vertex < self->graph->n_vertices; vertex++)
		if (self->knots[vertex].degree != OFF && self->knots[vertex].number == 0)
			number_component (self, vertex, members);
	return members;
}

/* What was taken off last is nearest to the core, or the root of a tree of its own */
static void
spread_components (Folding *self)
{
	for (guint32 i = self->n_peeled; i > 0; i--) {
		Knot *knot = &self->knots[self->peeled[i - 1]];

		if (i > FAIRLEAD_RECORDS_AHEAD)
			__builtin_prefetch (
				&self->knots[self->peeled[i - 1 - FAIRLEAD_RECORDS_AHEAD]], 1);
		if (knot->others != FAIRLEAD_NO_VERTEX) {
			knot->component = self->knots[knot->others].component;
			continue;
		}
		knot->component = new_component (self);
		count_in_component (self, knot);
	}
}

/* All pairs of the component that do not end here, but for those on one side: below the same
 * neighbour, or both not below */
static double
pairs_over (const Folding *self, FairleadVertex vertex)
{
	const Knot *knot = &self->knots[vertex];
	guint64 n_sources = g_array_index (self->sources, guint64, knot->component);
	guint64 n_sinks = g_array_index (self->sinks, guint64, knot->component);

	return (double) ((n_sources - self->is_source[vertex]) * (n_sinks - self->is_sink[vertex])
	                 - (n_sources - knot->n_sources) * (n_sinks - knot->n_sinks)
	                 - knot->n_within);
}

/* The arcs within the core, in the order of its vertices */
static void
copy_arcs (const Folding *self, const FairleadCore *core, const double *cost, guint32 *start,
           guint32 *neighbour, FairleadCoreArc *arcs)
{
	const FairleadAdjacency *graph = self->graph;
	const FairleadCore view = view_of (self, cost);
	guint32 n_arcs = 0;

	for (guint32 i = 0; i < core->n; i++) {
		FairleadVertex vertex = core->vertex[i];

		fairlead_fetch_ahead (&view, get_known (self), core->vertex, i, core->n);
		start[i] = n_arcs;
		for (guint32 arc = graph->start[vertex]; arc < graph->start[vertex + 1]; arc++) {
			const Knot *next = &self->knots[graph->neighbour[arc]];

			if (next->degree == OFF)
				continue;
			if (cost != NULL)
				arcs[n_arcs++] = (FairleadCoreArc){ next->number - 1,
					                            cost[graph->edge[arc]] };
			else
				neighbour[n_arcs++] = next->number - 1;
		}
	}
	start[core->n] = n_arcs;
}

static void
widen_cost_range (FairleadCore *core, double cost)
{
	core->least_cost = MIN (core->least_cost, cost);
	core->greatest_cost = MAX (core->greatest_cost, cost);
}

static void
find_cost_range (FairleadCore *core, gsize n_costs)
{
	const gboolean has_costs = core->arcs != NULL || core->cost != NULL;

	core->least_cost = has_costs ? INFINITY : 1.0;
	core->greatest_cost = has_costs ? 0.0 : 1.0;
	for (gsize i = 0; has_costs && i < n_costs; i++)
		widen_cost_range (core, core->arcs != NULL ? core->arcs[i].cost : core->cost[i]);
}

static void
copy_vertices (const Folding *self, FairleadCore *core, GArray *members)
{
	gsize n = MAX (members->len, 1);

	core->vertex = FAIRLEAD_NEW_LARGE (FairleadVertex, n);
	core->component = FAIRLEAD_NEW_LARGE (guint32, n);
	core->n_sources = FAIRLEAD_NEW_LARGE (double, n);
	core->n_sinks = FAIRLEAD_NEW_LARGE (double, n);
	for (guint i = 0; i < members->len; i++) {
		guint ahead = MIN (i + FAIRLEAD_RECORDS_AHEAD, members->len - 1);
		const Knot *knot = &self->knots[g_array_index (members, FairleadVertex, i)];

		__builtin_prefetch (&self->knots[g_array_index (members, FairleadVertex, ahead)]);
		core->vertex[i] = g_array_index (members, FairleadVertex, i);
		core->component[i] = knot->component;
		core->n_sources[i] = knot->n_sources;
		core->n_sinks[i] = knot->n_sinks;
	}
}

static FairleadCore *
build_core (const Folding *self, GArray *members, const double *cost)
{
	FairleadCore *core = g_new0 (FairleadCore, 1);
	gsize n_arcs = 0;
	guint32 *start, *neighbour = NULL;
	FairleadCoreArc *arcs = NULL;

	for (guint i = 0; i < members->len; i++)
		n_arcs += self->knots[g_array_index (members, FairleadVertex, i)].degree;
	start = FAIRLEAD_NEW_LARGE (guint32, (gsize) members->len + 1);
	if (cost != NULL)
		arcs = FAIRLEAD_NEW_LARGE (FairleadCoreArc, n_arcs);
	else
		neighbour = FAIRLEAD_NEW_LARGE (guint32, n_arcs);
	core->n = members->len;
	copy_vertices (self, core, members);
	copy_arcs (self, core, cost, start, neighbour, arcs);
	core->start = start;
	core->neighbour = neighbour;
	core->arcs = arcs;
	find_cost_range (core, n_arcs);
	return core;
}

FairleadCore *
fairlead_core_new (const FairleadAdjacency *graph, const double *cost, const guint8 *is_source,
                   const guint8 *is_sink, double *passing)
{
	g_auto (Folding) folding = { .graph = graph, .is_source = is_source, .is_sink = is_sink };
	g_autoptr (GArray) members = NULL;

	folding_init (&folding);
	peel (&folding);
	members = number_core (&folding);
	spread_components (&folding);
	for (FairleadVertex vertex = 0; vertex < graph->n_vertices; vertex++)
		passing[vertex] = pairs_over (&folding, vertex);
	return build_core (&folding, members, cost);
}

FairleadCore *
fairlead_core_new_view (const FairleadAdjacency *graph, const double *cost)
{
	FairleadCore *core = g_new0 (FairleadCore, 1);

	core->n = graph->n_vertices;
	core->start = graph->start;
	core->neighbour = graph->neighbour;
	core->cost = cost;
	core->edge = graph->edge;
	find_cost_range (core, graph->n_edges);
	return core;
}

void
fairlead_core_free (FairleadCore *self)
{
	if (self->vertex != NULL) {
		g_free ((gpointer) self->start);
		g_free ((gpointer) self->neighbour);
		g_free ((gpointer) self->arcs);
	}
	g_free (self->vertex);
	g_free (self->component);
	g_free (self->n_sources);
	g_free (self->n_sinks);
	g_free (self);
}
