/* graph/disrupt/access.c: breadth-first searches over what is left */
#include "graph/disrupt/access.h"

void
fairlead_access_init (FairleadAccess *self, const FairleadAdjacency *graph, const guint8 *is_target,
                      const guint8 *is_market, gboolean cuts_links, guint max_hops)
{
	gsize n = MAX (graph->n_vertices, 1);

	*self = (FairleadAccess){ .graph = graph,
		                  .is_target = is_target,
		                  .is_market = is_market,
		                  .cuts_links = cuts_links,
		                  .max_hops = max_hops };
	for (guint32 i = 0; i < graph->n_vertices; i++)
		self->has_target = self->has_target || is_target[i];
	self->removed = g_new0 (guint8, MAX (cuts_links ? graph->n_edges : n, 1));
	self->added = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	self->hops = g_new0 (guint32, n);
	self->run = g_new0 (guint32, n);
	self->queue = g_new (FairleadVertex, n);
}

void
fairlead_access_clear (FairleadAccess *self)
{
	g_clear_pointer (&self->removed, g_free);
	g_clear_pointer (&self->added, g_array_unref);
	g_clear_pointer (&self->hops, g_free);
	g_clear_pointer (&self->run, g_free);
	g_clear_pointer (&self->queue, g_free);
}

static gboolean
is_gone (const FairleadAccess *self, FairleadVertex vertex)
{
	return !self->cuts_links && self->removed[vertex];
}

static void
reach (FairleadAccess *self, FairleadVertex vertex, guint32 hops, guint32 *n)
{
	if (self->run[vertex] == self->n_runs || is_gone (self, vertex))
		return;
	self->run[vertex] = self->n_runs;
	self->hops[vertex] = hops;
	self->queue[(*n)++] = vertex;
}

/* The links put in are few */
static void
follow_added (FairleadAccess *self, FairleadVertex vertex, guint32 hops, guint32 *n)
{
	for (guint i = 0; i + 1 < self->added->len; i += 2) {
		FairleadVertex a = g_array_index (self->added, FairleadVertex, i);
		FairleadVertex b = g_array_index (self->added, FairleadVertex, i + 1);

		if (a == vertex)
			reach (self, b, hops, n);
		else if (b == vertex)
			reach (self, a, hops, n);
	}
}

static void
follow (FairleadAccess *self, FairleadVertex vertex, guint32 *n)
{
	const FairleadAdjacency *graph = self->graph;
	guint32 hops = self->hops[vertex] + 1;

	if (self->max_hops > 0 && hops > self->max_hops)
		return;
	for (guint32 arc = graph->start[vertex]; arc < graph->start[vertex + 1]; arc++)
		if (!self->cuts_links || !self->removed[graph->edge[arc]])
			reach (self, graph->neighbour[arc], hops, n);
	self->work += graph->start[vertex + 1] - graph->start[vertex];
	follow_added (self, vertex, hops, n);
}

/* From what stands in the queue; how many were reached */
static guint32
search (FairleadAccess *self, guint32 n)
{
	for (guint32 i = 0; i < n; i++)
		follow (self, self->queue[i], &n);
	return n;
}

static double
measure_reach (FairleadAccess *self)
{
	guint32 n = 0;
	double access = 0.0;

	self->n_runs++;
	for (FairleadVertex vertex = 0; vertex < self->graph->n_vertices; vertex++)
		if (self->is_target[vertex])
			reach (self, vertex, 0, &n);
	n = search (self, n);
	for (guint32 i = 0; i < n; i++)
		if (self->is_market[self->queue[i]] && self->hops[self->queue[i]] > 0)
			access += 1.0 / self->hops[self->queue[i]];
	self->work += self->graph->n_vertices / 8;
	return access;
}

static double
measure_whole (FairleadAccess *self)
{
	double n = self->graph->n_vertices, pairs = 0.0;

	self->n_runs++;
	for (FairleadVertex vertex = 0; vertex < self->graph->n_vertices; vertex++) {
		guint32 size = 0;

		reach (self, vertex, 0, &size);
		size = search (self, size);
		pairs += (double) size * (size > 0 ? (double) size - 1.0 : 0.0);
	}
	return n > 1.0 ? pairs / (n * (n - 1.0)) : 0.0;
}

double
fairlead_access_measure (FairleadAccess *self)
{
	if (g_cancellable_is_cancelled (self->cancellable))
		return 0.0;
	return self->has_target ? measure_reach (self) : measure_whole (self);
}

gboolean
fairlead_access_reaches (const FairleadAccess *self, FairleadVertex vertex)
{
	return self->run[vertex] == self->n_runs;
}
