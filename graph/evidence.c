/* graph/evidence.c */
#include "graph/evidence.h"

#include <math.h>

#include "graph/heap.h"

#define N_LABELS 2

/* A path that was found from a vertex to a target: its first step, and the label it goes on with */
typedef struct {
	double cost;
	FairleadVertex root; /* the target; FAIRLEAD_NO_VERTEX where there is no path */
	FairleadVertex next;
	guint32 edge;
	guint8 next_label;
} Label;

struct _FairleadEvidence {
	FairleadNetwork *network;
	const FairleadAdjacency *graph;
	double hop_loss;
	Label *labels; /* [n_vertices * N_LABELS]: of different roots, settled in order of cost */
};

static double
edge_cost (const FairleadEvidence *self, guint32 edge)
{
	return -log ((double) self->graph->conductance[edge] * (1.0 - self->hop_loss));
}

/* A search for a second label may come back over its own way; the first label of a vertex is on
 * every such way, so that a root seen before is refused */
static gboolean
settle (FairleadEvidence *self, FairleadVertex vertex, const Label *found, guint8 *slot)
{
	Label *labels = &self->labels[(gsize) vertex * N_LABELS];

	for (*slot = 0; *slot < N_LABELS; (*slot)++) {
		if (labels[*slot].root == FAIRLEAD_NO_VERTEX) {
			labels[*slot] = *found;
			return TRUE;
		}
		if (labels[*slot].root == found->root)
			return FALSE;
	}
	return FALSE;
}

static void
search (FairleadEvidence *self, const FairleadVertex *target, guint32 n)
{
	const FairleadAdjacency *graph = self->graph;
	g_autoptr (GArray) pending = g_array_new (FALSE, FALSE, sizeof (Label));
	g_auto (FairleadHeap) heap = { NULL };
	FairleadHeapItem item;

	fairlead_heap_init (&heap);
	for (guint32 i = 0; i < n; i++) {
		Label start = { 0.0, target[i], FAIRLEAD_NO_VERTEX, 0, 0 };

		g_array_append_val (pending, start);
		fairlead_heap_push_tagged (&heap, 0.0, target[i], pending->len - 1);
	}
	while (fairlead_heap_pop (&heap, &item)) {
		Label found = g_array_index (pending, Label, item.tag);
		guint8 slot;

		if (!settle (self, item.vertex, &found, &slot))
			continue;
		for (guint32 arc = graph->start[item.vertex]; arc < graph->start[item.vertex + 1]; arc++) {
			Label on = { found.cost + edge_cost (self, graph->edge[arc]), found.root,
				     item.vertex, graph->edge[arc], slot };
			FairleadVertex vertex = graph->neighbour[arc];

			if (!isfinite (on.cost)
			    || self->labels[(gsize) vertex * N_LABELS + N_LABELS - 1].root
			               != FAIRLEAD_NO_VERTEX)
				continue;
			g_array_append_val (pending, on);
			fairlead_heap_push_tagged (&heap, on.cost, vertex, pending->len - 1);
		}
	}
}

FairleadEvidence *
fairlead_evidence_new (FairleadNetwork *network, const FairleadAdjacency *graph,
                       const FairleadVertex *target, guint32 n, double hop_loss)
{
	FairleadEvidence *self = g_new0 (FairleadEvidence, 1);
	gsize n_labels = (gsize) graph->n_vertices * N_LABELS;

	self->network = network;
	self->graph = graph;
	self->hop_loss = hop_loss;
	self->labels = g_new0 (Label, MAX (n_labels, 1));
	for (gsize i = 0; i < n_labels; i++)
		self->labels[i].root = FAIRLEAD_NO_VERTEX;
	search (self, target, n);
	return self;
}

void
fairlead_evidence_free (FairleadEvidence *self)
{
	g_free (self->labels);
	g_free (self);
}

/* ---- paths of one vertex ---- */

static void
free_path (gpointer data)
{
	FairleadPath *path = data;

	for (guint i = 0; i < path->hops->len; i++)
		g_array_unref (g_array_index (path->hops, FairleadHop, i).links);
	g_array_unref (path->hops);
	g_free (path);
}

/* A first step away from the vertex, and how to go on from there */
typedef struct {
	double cost;
	FairleadVertex neighbour;
	guint32 edge;
	guint8 label;
} Departure;

static gint
compare_departures (gconstpointer a, gconstpointer b)
{
	const Departure *first = a, *second = b;

	if (first->cost < second->cost || first->cost > second->cost)
		return first->cost < second->cost ? -1 : 1;
	return first->neighbour < second->neighbour ? -1 : first->neighbour > second->neighbour;
}

/* Whether the rest of the way leads to another target without coming back */
static gboolean
leads_away (const FairleadEvidence *self, FairleadVertex vertex, FairleadVertex neighbour,
            guint8 label)
{
	const Label *at = &self->labels[(gsize) neighbour * N_LABELS + label];

	if (at->root == FAIRLEAD_NO_VERTEX || at->root == vertex)
		return FALSE;
	for (; at->next != FAIRLEAD_NO_VERTEX;
	     at = &self->labels[(gsize) at->next * N_LABELS + at->next_label])
		if (at->next == vertex)
			return FALSE;
	return TRUE;
}

static GArray *
departures_from (const FairleadEvidence *self, FairleadVertex vertex)
{
	const FairleadAdjacency *graph = self->graph;
	GArray *departures = g_array_new (FALSE, FALSE, sizeof (Departure));

	for (guint32 arc = graph->start[vertex]; arc < graph->start[vertex + 1]; arc++) {
		Departure step = { 0.0, graph->neighbour[arc], graph->edge[arc], 0 };

		while (step.label < N_LABELS && !leads_away (self, vertex, step.neighbour, step.label))
			step.label++;
		if (step.label == N_LABELS)
			continue;
		step.cost = edge_cost (self, step.edge)
		            + self->labels[(gsize) step.neighbour * N_LABELS + step.label].cost;
		g_array_append_val (departures, step);
	}
	g_array_sort (departures, compare_departures);
	return departures;
}

static void
append_hop (const FairleadEvidence *self, FairleadPath *path, FairleadVertex from,
            FairleadVertex to, guint32 edge)
{
	const FairleadAdjacency *graph = self->graph;
	guint32 first = graph->edge_start[edge];
	guint n = graph->edge_start[edge + 1] - first;
	FairleadHop hop = { from, to, g_array_new (FALSE, FALSE, sizeof (FairleadLink)) };
	float surest = 0.0f;

	g_array_append_vals (hop.links, graph->edge_links + first, n);
	for (guint i = 0; i < n; i++)
		surest = MAX (surest, fairlead_network_get_link (self->network,
		                                                 graph->edge_links[first + i])
		                              ->confidence);
	path->confidence *= (double) surest;
	g_array_append_val (path->hops, hop);
}

static FairleadPath *
follow (const FairleadEvidence *self, FairleadVertex vertex, const Departure *step)
{
	FairleadPath *path = g_new0 (FairleadPath, 1);
	FairleadVertex at = step->neighbour;
	const Label *label = &self->labels[(gsize) at * N_LABELS + step->label];

	path->confidence = 1.0;
	path->strength = exp (-step->cost);
	path->hops = g_array_new (FALSE, FALSE, sizeof (FairleadHop));
	append_hop (self, path, vertex, at, step->edge);
	while (label->next != FAIRLEAD_NO_VERTEX) {
		append_hop (self, path, at, label->next, label->edge);
		at = label->next;
		label = &self->labels[(gsize) at * N_LABELS + label->next_label];
	}
	return path;
}

GPtrArray *
fairlead_evidence_dup_paths (FairleadEvidence *self, FairleadVertex vertex, guint n)
{
	g_autoptr (GArray) departures = departures_from (self, vertex);
	GPtrArray *paths = g_ptr_array_new_with_free_func (free_path);

	for (guint i = 0; i < departures->len && i < n; i++)
		g_ptr_array_add (paths, follow (self, vertex, &g_array_index (departures, Departure, i)));
	return paths;
}
