/* graph/measure/reach.c
 *
 * One search gives the strongest paths as a forest with the target as roots. Only what stands above
 * a party in it can lose by that party, so each subtree is searched again from its borders. */
#include "graph/measure/reach.h"

#include <math.h>

#include "graph/heap.h"

typedef struct {
	const FairleadAdjacency *graph;
	const guint8 *is_market;
	double *cost;           /* of each edge */
	double most;            /* paths that cost more are no reach */
	double *distance;       /* of each vertex to the target; INFINITY: out of reach */
	FairleadVertex *parent; /* in the forest */
	GArray *settled;        /* of FairleadVertex, in order of distance */
	guint32 *first, *next;  /* children in the forest: of each vertex, its first and its twin */
	double *detour;         /* distance without the party at hand */
	guint32 *mark;          /* the last party whose subtree a vertex was in */
	GArray *subtree;        /* of FairleadVertex */
	FairleadHeap heap;
} Reach;

static void
reach_init (Reach *self, const FairleadAdjacency *graph, double hop_loss, double floor)
{
	guint32 n = MAX (graph->n_vertices, 1);

	self->graph = graph;
	self->most = -log (floor);
	self->cost = g_new (double, MAX (graph->n_edges, 1));
	for (guint32 edge = 0; edge < graph->n_edges; edge++)
		self->cost[edge] = -log ((double) graph->conductance[edge] * (1.0 - hop_loss));
	self->distance = g_new (double, n);
	self->detour = g_new (double, n);
	self->parent = g_new (FairleadVertex, n);
	self->first = g_new (guint32, n);
	self->next = g_new (guint32, n);
	self->mark = g_new (guint32, n);
	for (guint32 i = 0; i < n; i++) {
		self->distance[i] = INFINITY;
		self->parent[i] = self->first[i] = self->next[i] = FAIRLEAD_NO_VERTEX;
		self->mark[i] = FAIRLEAD_NO_VERTEX;
	}
	self->settled = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	self->subtree = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	fairlead_heap_init (&self->heap);
}

static void
reach_clear (Reach *self)
{
	g_free (self->cost);
	g_free (self->distance);
	g_free (self->detour);
	g_free (self->parent);
	g_free (self->first);
	g_free (self->next);
	g_free (self->mark);
	g_array_unref (self->settled);
	g_array_unref (self->subtree);
	fairlead_heap_clear (&self->heap);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reach, reach_clear)

static void
settle (Reach *self, FairleadVertex vertex)
{
	const FairleadAdjacency *graph = self->graph;

	g_array_append_val (self->settled, vertex);
	for (guint32 arc = graph->start[vertex]; arc < graph->start[vertex + 1]; arc++) {
		FairleadVertex neighbour = graph->neighbour[arc];
		double distance = self->distance[vertex] + self->cost[graph->edge[arc]];

		if (!(distance < self->distance[neighbour]) || distance > self->most)
			continue;
		self->distance[neighbour] = distance;
		self->parent[neighbour] = vertex;
		fairlead_heap_push (&self->heap, distance, neighbour);
	}
}

static void
grow_forest (Reach *self, const FairleadVertex *target, guint32 n)
{
	FairleadHeapItem item;

	for (guint32 i = 0; i < n; i++) {
		self->distance[target[i]] = 0.0;
		fairlead_heap_push (&self->heap, 0.0, target[i]);
	}
	while (fairlead_heap_pop (&self->heap, &item))
		if (item.cost <= self->distance[item.vertex]
		    && self->mark[item.vertex] == FAIRLEAD_NO_VERTEX) {
			self->mark[item.vertex] = item.vertex;
			settle (self, item.vertex);
		}
	for (guint i = 0; i < self->settled->len; i++) {
		FairleadVertex vertex = g_array_index (self->settled, FairleadVertex, i);
		FairleadVertex parent = self->parent[vertex];

		self->mark[vertex] = FAIRLEAD_NO_VERTEX;
		if (parent == FAIRLEAD_NO_VERTEX)
			continue;
		self->next[vertex] = self->first[parent];
		self->first[parent] = vertex;
	}
}

/* All that stands above the party, itself left out */
static void
collect_subtree (Reach *self, FairleadVertex party)
{
	g_array_set_size (self->subtree, 0);
	self->mark[party] = party;
	for (guint32 child = self->first[party]; child != FAIRLEAD_NO_VERTEX;
	     child = self->next[child])
		g_array_append_val (self->subtree, child);
	for (guint i = 0; i < self->subtree->len; i++) {
		FairleadVertex vertex = g_array_index (self->subtree, FairleadVertex, i);

		self->mark[vertex] = party;
		self->detour[vertex] = INFINITY;
		for (guint32 child = self->first[vertex]; child != FAIRLEAD_NO_VERTEX;
		     child = self->next[child])
			g_array_append_val (self->subtree, child);
	}
}

static void
offer (Reach *self, FairleadVertex vertex, double distance)
{
	if (!(distance < self->detour[vertex]) || distance > self->most)
		return;
	self->detour[vertex] = distance;
	fairlead_heap_push (&self->heap, distance, vertex);
}

/* What comes in over the borders of the subtree, and goes on within it */
static void
search_detours (Reach *self, FairleadVertex party)
{
	const FairleadAdjacency *graph = self->graph;
	FairleadHeapItem item;

	for (guint i = 0; i < self->subtree->len; i++) {
		FairleadVertex vertex = g_array_index (self->subtree, FairleadVertex, i);

		for (guint32 arc = graph->start[vertex]; arc < graph->start[vertex + 1]; arc++)
			if (self->mark[graph->neighbour[arc]] != party)
				offer (self, vertex,
				       self->distance[graph->neighbour[arc]]
				               + self->cost[graph->edge[arc]]);
	}
	while (fairlead_heap_pop (&self->heap, &item)) {
		if (item.cost > self->detour[item.vertex])
			continue;
		for (guint32 arc = graph->start[item.vertex]; arc < graph->start[item.vertex + 1];
		     arc++)
			if (self->mark[graph->neighbour[arc]] == party
			    && graph->neighbour[arc] != party)
				offer (self, graph->neighbour[arc],
				       item.cost + self->cost[graph->edge[arc]]);
	}
}

static double
loss_without (Reach *self, FairleadVertex party)
{
	double loss = 0.0;

	collect_subtree (self, party);
	search_detours (self, party);
	for (guint i = 0; i < self->subtree->len; i++) {
		FairleadVertex vertex = g_array_index (self->subtree, FairleadVertex, i);

		if (self->is_market[vertex])
			loss += exp (-self->distance[vertex]) - exp (-self->detour[vertex]);
	}
	return MAX (loss, 0.0);
}

double *
fairlead_reach_loss (const FairleadAdjacency *graph, const FairleadVertex *target, guint32 n_target,
                     const FairleadVertex *market, guint32 n_market, double hop_loss, double floor,
                     GCancellable *cancellable, GError **error)
{
	g_autofree double *loss = g_new0 (double, MAX (graph->n_vertices, 1));
	g_autofree guint8 *is_market = g_malloc0 (MAX (graph->n_vertices, 1));
	g_auto (Reach) self = { .is_market = is_market };

	for (guint32 i = 0; i < n_market; i++)
		is_market[market[i]] = TRUE;
	reach_init (&self, graph, hop_loss, floor);
	grow_forest (&self, target, n_target);
	for (guint i = 0; i < self.settled->len; i++) {
		FairleadVertex vertex = g_array_index (self.settled, FairleadVertex, i);

		if (i % 1024 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
			return NULL;
		if (self.first[vertex] != FAIRLEAD_NO_VERTEX)
			loss[vertex] = loss_without (&self, vertex);
	}
	return g_steal_pointer (&loss);
}
