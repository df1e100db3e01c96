/* graph/evidence.c */
#include "graph/evidence.h"

#include <math.h>

#include "graph/chain.h"
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
	return fairlead_chain_cost (self->graph, edge, self->hop_loss);
}

/* What the heap's tag says of a label that is on its way: the arc that it comes over, and which
 * label
 * of the arc's other end it goes on with. Arcs leave their vertex towards the target. */
#define AT_TARGET G_MAXUINT32

static guint32
pack_tag (guint32 arc, guint8 label)
{
	return arc * N_LABELS + label;
}

static Label
unpack_label (const FairleadEvidence *self, const FairleadHeapItem *item)
{
	const FairleadAdjacency *graph = self->graph;
	Label label = { item->cost, item->vertex, FAIRLEAD_NO_VERTEX, 0, 0 };

	if (item->tag == AT_TARGET)
		return label;
	label.next = graph->neighbour[item->tag / N_LABELS];
	label.next_label = item->tag % N_LABELS;
	label.edge = graph->edge[item->tag / N_LABELS];
	label.root = self->labels[(gsize) label.next * N_LABELS + label.next_label].root;
	return label;
}

/* Whether a label of this root is still wanted. One that comes back over its own way is not: the
 * first label of a vertex is on every such way. */
static gboolean
is_wanted (const FairleadEvidence *self, FairleadVertex vertex, FairleadVertex root)
{
	const Label *labels = &self->labels[(gsize) vertex * N_LABELS];

	for (guint8 i = 0; i < N_LABELS; i++)
		if (labels[i].root == FAIRLEAD_NO_VERTEX || labels[i].root == root)
			return labels[i].root != root;
	return FALSE;
}

static guint8
first_free_label (const FairleadEvidence *self, FairleadVertex vertex)
{
	guint8 label = 0;

	while (self->labels[(gsize) vertex * N_LABELS + label].root != FAIRLEAD_NO_VERTEX)
		label++;
	return label;
}

/* Offers the label to the neighbours; its way back to them is the twin of each arc */
static void
spread (FairleadEvidence *self, FairleadHeap *heap, const guint32 *twin, FairleadVertex vertex,
        guint8 slot)
{
	const FairleadAdjacency *graph = self->graph;
	const Label *label = &self->labels[(gsize) vertex * N_LABELS + slot];

	for (guint32 arc = graph->start[vertex]; arc < graph->start[vertex + 1]; arc++) {
		double cost = label->cost + edge_cost (self, graph->edge[arc]);

		if (isfinite (cost) && is_wanted (self, graph->neighbour[arc], label->root))
			fairlead_heap_push_tagged (heap, cost, graph->neighbour[arc],
			                           pack_tag (twin[arc], slot));
	}
}

/* The arc of the same edge that leaves the other end */
static guint32 *
find_twins (const FairleadAdjacency *graph)
{
	guint32 n_arcs = 2 * graph->n_edges;
	g_autofree guint32 *first = g_new (guint32, MAX (graph->n_edges, 1));
	guint32 *twin = g_new (guint32, MAX (n_arcs, 1));

	for (guint32 edge = 0; edge < graph->n_edges; edge++)
		first[edge] = n_arcs;
	for (guint32 arc = 0; arc < n_arcs; arc++) {
		guint32 other = first[graph->edge[arc]];

		if (other == n_arcs) {
			first[graph->edge[arc]] = arc;
			continue;
		}
		twin[arc] = other;
		twin[other] = arc;
	}
	return twin;
}

static void
search (FairleadEvidence *self, const FairleadVertex *target, guint32 n)
{
	g_autofree guint32 *twin = find_twins (self->graph);
	g_auto (FairleadHeap) heap = { 0 };
	FairleadHeapItem item;

	fairlead_heap_init (&heap);
	for (guint32 i = 0; i < n; i++)
		fairlead_heap_push_tagged (&heap, 0.0, target[i], AT_TARGET);
	while (fairlead_heap_pop (&heap, &item)) {
		Label found = unpack_label (self, &item);
		guint8 slot;

		if (!is_wanted (self, item.vertex, found.root))
			continue;
		slot = first_free_label (self, item.vertex);
		self->labels[(gsize) item.vertex * N_LABELS + slot] = found;
		spread (self, &heap, twin, item.vertex, slot);
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

		while (step.label < N_LABELS
		       && !leads_away (self, vertex, step.neighbour, step.label))
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

static FairleadPath *
follow (const FairleadEvidence *self, FairleadVertex vertex, const Departure *step)
{
	FairleadPath *path = fairlead_chain_new ();
	FairleadVertex at = step->neighbour;
	const Label *label = &self->labels[(gsize) at * N_LABELS + step->label];

	fairlead_chain_append (path, self->network, self->graph, vertex, at, step->edge,
	                       self->hop_loss);
	while (label->next != FAIRLEAD_NO_VERTEX) {
		fairlead_chain_append (path, self->network, self->graph, at, label->next,
		                       label->edge, self->hop_loss);
		at = label->next;
		label = &self->labels[(gsize) at * N_LABELS + label->next_label];
	}
	return path;
}

GPtrArray *
fairlead_evidence_dup_paths (FairleadEvidence *self, FairleadVertex vertex, guint n)
{
	g_autoptr (GArray) departures = departures_from (self, vertex);
	GPtrArray *paths = g_ptr_array_new_with_free_func (fairlead_chain_free);

	for (guint i = 0; i < departures->len && i < n; i++)
		g_ptr_array_add (paths,
		                 follow (self, vertex, &g_array_index (departures, Departure, i)));
	return paths;
}
