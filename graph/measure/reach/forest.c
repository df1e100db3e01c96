/* graph/measure/reach/forest.c */
#include "graph/measure/reach/forest-private.h"

#include <stdlib.h>

#include "graph/measure/betweenness/betweenness.h"
#include "graph/measure/betweenness/fetch.h"
#include "graph/measure/betweenness/steps.h"
#include "ingest/record/pages.h"

/* What is known of a vertex while the forest grows, in one place of memory */
typedef struct {
	double distance;
	FairleadVertex parent;
	guint32 degree;  /* to others that are reached and not taken off; OFF: it is not one */
	guint32 n_above; /* numbered ones that stand above it, itself included */
	guint32 number;  /* of what hangs, that of whom it hangs on */
} Twig;

#define OFF G_MAXUINT32

typedef struct {
	const FairleadAdjacency *graph;
	gboolean fetches;   /* what is needed next */
	double *cost;       /* of each edge */
	FairleadCore *view; /* of the graph and the costs */
	Twig *twigs;
	FairleadVertex *settled; /* in order of distance */
	guint32 n_settled;
	guint32 n_numbered; /* of them: those that are not taken off */
	double most;
} Growth;

static void
growth_init (Growth *self, const FairleadAdjacency *graph, double hop_loss, double floor)
{
	self->graph = graph;
	self->most = -log (floor);
	self->fetches = graph->n_vertices >= FAIRLEAD_FETCH_FROM;
	self->cost = FAIRLEAD_NEW_LARGE (double, graph->n_edges);
	for (guint32 edge = 0; edge < graph->n_edges; edge++)
		self->cost[edge] = -log ((double) graph->conductance[edge] * (1.0 - hop_loss));
	self->view = fairlead_core_new_view (graph, self->cost);
	self->twigs = FAIRLEAD_NEW_LARGE (Twig, graph->n_vertices);
	for (guint32 i = 0; i < graph->n_vertices; i++)
		self->twigs[i] = (Twig){ INFINITY, FAIRLEAD_NO_VERTEX, OFF, 0, 0 };
	self->settled = FAIRLEAD_NEW_LARGE (FairleadVertex, graph->n_vertices);
}

static void
growth_clear (Growth *self)
{
	g_clear_pointer (&self->view, fairlead_core_free);
	g_free (self->cost);
	g_free (self->twigs);
	g_free (self->settled);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Growth, growth_clear)

/* ---- growing ---- */

/* In the order of distance, and those that are as far in that of their numbers */
static gint
compare_items (gconstpointer a, gconstpointer b)
{
	const FairleadHeapItem *first = a, *second = b;

	if (first->cost < second->cost || first->cost > second->cost)
		return first->cost < second->cost ? -1 : 1;
	return first->vertex < second->vertex ? -1 : first->vertex > second->vertex;
}

static void
wait_for_turn (FairleadSteps *steps, double distance, FairleadVertex vertex)
{
	guint64 step = fairlead_steps_find (steps, distance);

	if (steps->ordered && step <= steps->now) {
		fairlead_heap_push (&steps->heap, distance, vertex);
		return;
	}
	fairlead_step_add (fairlead_steps_get (steps, step), vertex);
	steps->n_waiting++;
}

static void
settle (Growth *self, FairleadVertex vertex, FairleadSteps *steps)
{
	const FairleadAdjacency *graph = self->graph;

	self->settled[self->n_settled++] = vertex;
	self->twigs[vertex].degree = 0;
	for (guint32 arc = graph->start[vertex]; arc < graph->start[vertex + 1]; arc++) {
		Twig *twig = &self->twigs[graph->neighbour[arc]];
		double distance = self->twigs[vertex].distance + self->cost[graph->edge[arc]];

		if (!(distance < twig->distance) || distance > self->most)
			continue;
		twig->distance = distance;
		twig->parent = vertex;
		wait_for_turn (steps, distance, graph->neighbour[arc]);
	}
}

static FairleadKnown
get_known (const Growth *self)
{
	return (FairleadKnown){ (const char *) self->twigs, sizeof *self->twigs };
}

/* Of the one so many places after @i, while they are read in that order. Inlined, or gcc drops it:
 * it has no effect but this. */
G_ALWAYS_INLINE static inline void
fetch_twig (const Growth *self, const FairleadVertex *vertices, guint32 i, guint32 n)
{
	if (self->fetches && i + FAIRLEAD_RECORDS_AHEAD < n)
		__builtin_prefetch (&self->twigs[vertices[i + FAIRLEAD_RECORDS_AHEAD]]);
}

/* Those of the step that have not come nearer, into one that is already done, each once: they are
 * put in order, and then spent */
static guint32
sort_step (const Growth *self, const FairleadSteps *steps, FairleadStep *step, GArray *items)
{
	guint32 n = 0;

	g_array_set_size (items, 0);
	for (guint32 i = 0; i < step->n; i++) {
		FairleadVertex vertex = step->vertices[i];
		FairleadHeapItem item = { self->twigs[vertex].distance, vertex, 0 };

		fetch_twig (self, step->vertices, i, step->n);
		if (fairlead_steps_find (steps, item.cost) == steps->now)
			g_array_append_val (items, item);
	}
	g_array_sort (items, compare_items);
	for (guint i = 0; i < items->len; i++) {
		const FairleadHeapItem *item = &g_array_index (items, FairleadHeapItem, i);

		if (i == 0 || item->vertex != step->vertices[n - 1])
			step->vertices[n++] = item->vertex;
	}
	return n;
}

/* Where a step is wider than the cheapest edge its vertices come out of the heap */
static void
settle_step (Growth *self, FairleadSteps *steps, GArray *items)
{
	FairleadStep *step = fairlead_steps_get (steps, steps->now);
	guint32 n = sort_step (self, steps, step, items);
	FairleadHeapItem item;

	steps->n_waiting -= step->n;
	step->n = 0;
	for (guint32 i = 0; i < n; i++)
		if (steps->ordered) {
			fairlead_heap_push (&steps->heap, self->twigs[step->vertices[i]].distance,
			                    step->vertices[i]);
		} else {
			fairlead_fetch_ahead (self->view, get_known (self), step->vertices, i, n);
			settle (self, step->vertices[i], steps);
		}
	while (fairlead_heap_pop (&steps->heap, &item))
		if (item.cost <= self->twigs[item.vertex].distance
		    && self->twigs[item.vertex].degree == OFF)
			settle (self, item.vertex, steps);
	steps->now++;
}

static void
grow (Growth *self, const FairleadVertex *roots, guint32 n)
{
	g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (FairleadHeapItem));
	FairleadSteps *steps = fairlead_steps_new (self->view);

	for (guint32 i = 0; i < n; i++) {
		self->twigs[roots[i]].distance = 0.0;
		fairlead_step_add (&steps->steps[0], roots[i]);
		steps->n_waiting++;
	}
	while (steps->n_waiting > 0)
		settle_step (self, steps, items);
	fairlead_steps_free (steps);
}

/* ---- taking off what hangs ---- */

static void
count_neighbours (Growth *self)
{
	const FairleadAdjacency *graph = self->graph;

	for (guint32 i = 0; i < self->n_settled; i++) {
		FairleadVertex vertex = self->settled[i];

		fairlead_fetch_ahead (self->view, get_known (self), self->settled, i,
		                      self->n_settled);
		for (guint32 arc = graph->start[vertex]; arc < graph->start[vertex + 1]; arc++)
			self->twigs[vertex].degree +=
				self->twigs[graph->neighbour[arc]].degree != OFF;
	}
}

/* Of the vertex at the place @far in the order of distance, and of what that at @near stands on:
 * @values and its twig. Places beyond the ends are passed over, those before the first as well. */
G_ALWAYS_INLINE static inline void
fetch_with_parent (const Growth *self, guint32 far, guint32 near, FairleadKnown values)
{
	if (!self->fetches)
		return;
	if (far < self->n_settled) {
		__builtin_prefetch (&self->twigs[self->settled[far]], 1);
		__builtin_prefetch (values.records + self->settled[far] * values.size, 1);
	}
	if (near < self->n_settled) {
		FairleadVertex parent = self->twigs[self->settled[near]].parent;

		if (parent == FAIRLEAD_NO_VERTEX)
			return;
		__builtin_prefetch (&self->twigs[parent], 1);
		__builtin_prefetch (values.records + parent * values.size, 1);
	}
}

/* Upon its parent, which it hangs on */
static void
take_off (Growth *self, FairleadVertex vertex, gboolean counts, double *above)
{
	Twig *twig = &self->twigs[vertex];

	above[twig->parent] += above[vertex];
	if (counts)
		above[twig->parent] += exp (-twig->distance);
	self->twigs[twig->parent].degree--;
	twig->degree = OFF;
}

/* The farthest first, so that those above a vertex are gone, or counted, before it is asked. A root
 * is never taken off: it is where paths lead. */
static void
take_off_what_hangs (Growth *self, const guint8 *counts, double *above)
{
	const FairleadKnown known = { (const char *) above, sizeof *above };

	for (guint32 i = self->n_settled; i > 0; i--) {
		FairleadVertex vertex = self->settled[i - 1];
		Twig *twig = &self->twigs[vertex];

		fetch_with_parent (self, i - 1 - FAIRLEAD_ARCS_AHEAD, i - 1 - FAIRLEAD_MARKS_AHEAD,
		                   known);
		if (twig->parent != FAIRLEAD_NO_VERTEX && twig->degree == 1) {
			take_off (self, vertex, counts[vertex], above);
			continue;
		}
		self->n_numbered++;
		twig->n_above++;
		if (twig->parent != FAIRLEAD_NO_VERTEX)
			self->twigs[twig->parent].n_above += twig->n_above;
	}
}

/* ---- numbering ---- */

static gboolean
is_numbered (const Growth *self, FairleadVertex vertex)
{
	return self->twigs[vertex].degree != OFF;
}

static void
number_vertices (Growth *growth, FairleadForest *self)
{
	g_autofree guint32 *next = NULL; /* of each number: the next that is free above it */
	const FairleadKnown known = { (const char *) growth->twigs, sizeof *growth->twigs };

	self->n = growth->n_numbered;
	next = g_new (guint32, MAX (self->n, 1));
	self->vertex = FAIRLEAD_NEW_LARGE (FairleadVertex, self->n);
	self->end = FAIRLEAD_NEW_LARGE (guint32, self->n);
	self->parent = FAIRLEAD_NEW_LARGE (guint32, self->n);
	self->distance = FAIRLEAD_NEW_LARGE (double, self->n);
	for (guint32 i = 0, n_roots = 0; i < growth->n_settled; i++) {
		FairleadVertex vertex = growth->settled[i];
		Twig *twig = &growth->twigs[vertex];
		gboolean is_root = twig->parent == FAIRLEAD_NO_VERTEX;
		guint32 parent = is_root ? FAIRLEAD_NO_VERTEX : growth->twigs[twig->parent].number;
		guint32 *free = is_root ? &n_roots : &next[parent];
		guint32 number = *free;

		fetch_with_parent (growth, i + FAIRLEAD_ARCS_AHEAD, i + FAIRLEAD_MARKS_AHEAD,
		                   known);
		if (!is_numbered (growth, vertex)) {
			twig->number = parent;
			continue;
		}
		*free += twig->n_above;
		next[number] = number + 1;
		twig->number = number;
		self->vertex[number] = vertex;
		self->end[number] = *free;
		self->parent[number] = parent;
		self->distance[number] = twig->distance;
	}
}

/* ---- edges that are none of the forest ---- */

static gboolean
is_entry (const Growth *growth, FairleadVertex vertex, FairleadVertex other)
{
	return is_numbered (growth, other) && growth->twigs[vertex].parent != other
	       && growth->twigs[other].parent != vertex;
}

static FairleadEntry
entry_at (const Growth *growth, FairleadVertex vertex, guint32 arc)
{
	FairleadVertex other = growth->graph->neighbour[arc];
	double here = growth->twigs[vertex].distance;
	double there = growth->twigs[other].distance + growth->cost[growth->graph->edge[arc]];
	gboolean is_same = there - here < FAIRLEAD_SAME_COST * (there + here);

	return (FairleadEntry){ is_same ? 0.0 : there - here, growth->twigs[other].number };
}

static void
gather_entries (const Growth *growth, FairleadForest *self)
{
	const FairleadAdjacency *graph = growth->graph;
	guint32 n_entries = 0, room = self->n;

	self->entry_start = FAIRLEAD_NEW_LARGE (guint32, (gsize) self->n + 1);
	self->entries = g_new (FairleadEntry, MAX (room, 1));
	for (guint32 i = 0; i < self->n; i++) {
		FairleadVertex vertex = self->vertex[i];
		guint32 degree = fairlead_adjacency_degree (graph, vertex);

		fairlead_fetch_ahead (growth->view, get_known (growth), self->vertex, i, self->n);
		self->entry_start[i] = n_entries;
		if (room - n_entries < degree) {
			room += MAX (room / 2, degree);
			self->entries = g_renew (FairleadEntry, self->entries, room);
		}
		for (guint32 arc = graph->start[vertex]; arc < graph->start[vertex + 1]; arc++)
			if (is_entry (growth, vertex, graph->neighbour[arc]))
				self->entries[n_entries++] = entry_at (growth, vertex, arc);
	}
	self->entry_start[self->n] = n_entries;
}

/* ---- what counts ---- */

/* What is known of the numbers of those after @i */
G_ALWAYS_INLINE static inline void
fetch_hung (const Growth *self, guint32 i, const guint32 *of_number)
{
	fetch_twig (self, self->settled, i, self->n_settled);
	if (self->fetches && i + FAIRLEAD_MARKS_AHEAD < self->n_settled)
		__builtin_prefetch (
			&of_number[self->twigs[self->settled[i + FAIRLEAD_MARKS_AHEAD]].number], 1);
}

/* Settled vertices come nearest first, and so do those of each list */
static void
gather_strengths (const Growth *growth, FairleadForest *self, const guint8 *counts,
                  const double *above)
{
	g_autofree guint32 *next = g_new0 (guint32, (gsize) self->n + 1);

	self->whole = FAIRLEAD_NEW_LARGE (double, self->n);
	self->hung_start = FAIRLEAD_NEW_LARGE0 (guint32, (gsize) self->n + 1);
	for (guint32 i = 0; i < growth->n_settled; i++) {
		fetch_hung (growth, i, self->hung_start);
		if (counts[growth->settled[i]])
			self->hung_start[growth->twigs[growth->settled[i]].number + 1]++;
	}
	for (guint32 i = 0; i < self->n; i++) {
		FairleadVertex vertex = self->vertex[i];

		if (growth->fetches && i + FAIRLEAD_RECORDS_AHEAD < self->n)
			__builtin_prefetch (&above[self->vertex[i + FAIRLEAD_RECORDS_AHEAD]]);
		self->hung_start[i + 1] += next[i] = self->hung_start[i];
		self->whole[i] = above[vertex] + (counts[vertex] ? exp (-self->distance[i]) : 0.0);
	}
	self->hung_cost = FAIRLEAD_NEW_LARGE (double, self->hung_start[self->n]);
	self->hung_sum = FAIRLEAD_NEW_LARGE (double, self->hung_start[self->n]);
	for (guint32 i = 0; i < growth->n_settled; i++) {
		FairleadVertex vertex = growth->settled[i];
		guint32 number = growth->twigs[vertex].number, place = next[number];
		double cost = growth->twigs[vertex].distance - self->distance[number];

		fetch_hung (growth, i, next);
		if (!counts[vertex])
			continue;
		self->hung_cost[place] = cost;
		self->hung_sum[place] =
			exp (-cost)
			+ (place > self->hung_start[number] ? self->hung_sum[place - 1] : 0.0);
		next[number]++;
	}
}

void
fairlead_forest_init (FairleadForest *self, const FairleadAdjacency *graph,
                      const FairleadVertex *roots, guint32 n_roots, const guint8 *counts,
                      double hop_loss, double floor, double *above)
{
	g_auto (Growth) growth = { 0 };

	*self = (FairleadForest){ .most = -log (floor) };
	growth_init (&growth, graph, hop_loss, floor);
	grow (&growth, roots, n_roots);
	count_neighbours (&growth);
	take_off_what_hangs (&growth, counts, above);
	number_vertices (&growth, self);
	gather_entries (&growth, self);
	g_clear_pointer (&growth.view, fairlead_core_free);
	g_clear_pointer (&growth.cost, g_free); /* before more is needed */
	gather_strengths (&growth, self, counts, above);
}

void
fairlead_forest_clear (FairleadForest *self)
{
	g_free (self->vertex);
	g_free (self->end);
	g_free (self->parent);
	g_free (self->distance);
	g_free (self->entry_start);
	g_free (self->entries);
	g_free (self->whole);
	g_free (self->hung_start);
	g_free (self->hung_cost);
	g_free (self->hung_sum);
}

double
fairlead_forest_strength (const FairleadForest *self, guint32 i, double delay)
{
	guint32 low = self->hung_start[i], high = self->hung_start[i + 1];
	double distance = self->distance[i] + delay;

	if (low == high || distance > self->most)
		return 0.0;
	if (distance + self->hung_cost[high - 1] <= self->most)
		return self->whole[i] * exp (-delay);
	while (low < high) {
		guint32 middle = low + (high - low) / 2;

		if (distance + self->hung_cost[middle] <= self->most)
			low = middle + 1;
		else
			high = middle;
	}
	return low > self->hung_start[i] ? exp (-distance) * self->hung_sum[low - 1] : 0.0;
}
