/* graph/path/connect.c: a small tree between several vertices
 *
 * Each end grows a region of the vertices that are nearest to it. Where two regions touch, an edge
 * bridges them; the cheapest bridges that join parts make the tree (Kruskal's algorithm over
 * Mehlhorn's graph of distances). Regions grow no further than the bridges need. */
#include "graph/chain.h"
#include "graph/heap.h"
#include "graph/path/finder-private.h"

#define NO_EDGE G_MAXUINT32

typedef struct {
	double cost;
	guint32 edge; /* to where it was reached from; NO_EDGE at an end */
	guint32 end;  /* of the ends, from 1: whose region it is in */
	gboolean is_settled;
} Place;

/* An edge of the tree, from one of its sides */
typedef struct {
	FairleadVertex from;
	FairleadVertex to;
	guint32 edge;
} Branch;

typedef struct {
	const FairleadPathFinder *finder;
	Place *places;
	FairleadHeap *reached;
	FairleadHeap *bridges; /* of edges, by the cost from end to end */
	guint32 *part;         /* of each end, from 1: another one of its part, or itself */
	guint n_parts;
	GHashTable *tree; /* of edges */
	guint64 work;
} Growth;

static FairleadVertex
other_end (const FairleadAdjacency *graph, guint32 edge, FairleadVertex vertex)
{
	return graph->ends[2 * edge] == vertex ? graph->ends[2 * edge + 1] : graph->ends[2 * edge];
}

/* ---- regions ---- */

static gboolean
may_stand (const Growth *self, FairleadVertex vertex)
{
	const FairleadPathFinder *finder = self->finder;

	return finder->max_degree == 0 || self->places[vertex].end != 0
	       || fairlead_adjacency_degree (finder->graph, vertex) <= finder->max_degree;
}

static void
look_over (Growth *self, FairleadVertex vertex, guint32 arc)
{
	const FairleadAdjacency *graph = self->finder->graph;
	FairleadVertex next = graph->neighbour[arc];
	guint32 edge = graph->edge[arc];
	double cost = self->places[vertex].cost + self->finder->cost[edge];

	if (!self->places[next].is_settled) {
		if (may_stand (self, next))
			fairlead_heap_push_tagged (self->reached, cost, next, edge);
	} else if (self->places[next].end != self->places[vertex].end) {
		fairlead_heap_push (self->bridges, cost + self->places[next].cost, edge);
	}
}

static void
grow (Growth *self)
{
	const FairleadAdjacency *graph = self->finder->graph;
	FairleadHeapItem item;
	Place *place;

	if (!fairlead_heap_pop (self->reached, &item))
		return;
	place = &self->places[item.vertex];
	if (place->is_settled)
		return;
	place->is_settled = TRUE;
	place->cost = item.cost;
	place->edge = item.tag;
	if (item.tag != NO_EDGE)
		place->end = self->places[other_end (graph, item.tag, item.vertex)].end;
	self->work += fairlead_adjacency_degree (graph, item.vertex);
	for (guint32 arc = graph->start[item.vertex]; arc < graph->start[item.vertex + 1]; arc++)
		look_over (self, item.vertex, arc);
}

/* ---- bridges ---- */

static guint32
part_of (Growth *self, guint32 end)
{
	while (self->part[end] != end)
		end = self->part[end] = self->part[self->part[end]];
	return end;
}

/* The way from a vertex back to its end, as far as it is not in the tree */
static void
add_way (Growth *self, FairleadVertex vertex)
{
	for (guint32 edge = self->places[vertex].edge;
	     edge != NO_EDGE && g_hash_table_add (self->tree, GUINT_TO_POINTER (edge));
	     edge = self->places[vertex].edge)
		vertex = other_end (self->finder->graph, edge, vertex);
}

static void
cross (Growth *self)
{
	const FairleadAdjacency *graph = self->finder->graph;
	FairleadHeapItem item;
	guint32 sides[2];

	fairlead_heap_pop (self->bridges, &item);
	for (guint i = 0; i < 2; i++)
		sides[i] = part_of (self, self->places[graph->ends[2 * item.vertex + i]].end);
	if (sides[0] == sides[1])
		return;
	self->part[MAX (sides[0], sides[1])] = MIN (sides[0], sides[1]);
	self->n_parts--;
	g_hash_table_add (self->tree, GUINT_TO_POINTER (item.vertex));
	add_way (self, graph->ends[2 * item.vertex]);
	add_way (self, graph->ends[2 * item.vertex + 1]);
}

/* A bridge that was not seen yet has an end beyond the regions, and so costs twice their width at
 * least: those up to it are safe to take */
static gboolean
find_tree (Growth *self, const FairleadTelling *telling, GCancellable *cancellable)
{
	guint n = self->n_parts;

	for (guint64 step = 0;
	     self->n_parts > 1 && (self->bridges->n > 0 || self->reached->n > 0); step++) {
		if (step % FAIRLEAD_TELLING_STEPS == 0) {
			fairlead_tell (telling, "joining", n - self->n_parts, n - 1);
			if (g_cancellable_is_cancelled (cancellable))
				return TRUE;
		}
		if (fairlead_heap_peek (self->bridges) <= 2.0 * fairlead_heap_peek (self->reached))
			cross (self);
		else
			grow (self);
		if (self->work > FAIRLEAD_PATH_MAX_WORK)
			return FALSE;
	}
	return TRUE;
}

/* ---- the tree in reading order ---- */

static gint
compare_branches (gconstpointer a, gconstpointer b)
{
	const Branch *first = a, *second = b;

	if (first->from != second->from)
		return first->from < second->from ? -1 : 1;
	return first->to < second->to ? -1 : first->to > second->to;
}

static GArray *
list_branches (const Growth *self)
{
	GArray *branches = g_array_new (FALSE, FALSE, sizeof (Branch));
	GHashTableIter iter;
	gpointer key;

	g_hash_table_iter_init (&iter, self->tree);
	while (g_hash_table_iter_next (&iter, &key, NULL)) {
		guint32 edge = GPOINTER_TO_UINT (key);

		for (guint i = 0; i < 2; i++) {
			Branch branch = { self->finder->graph->ends[2 * edge + i],
				          self->finder->graph->ends[2 * edge + 1 - i], edge };

			g_array_append_val (branches, branch);
		}
	}
	g_array_sort (branches, compare_branches);
	return branches;
}

static guint
first_branch (const GArray *branches, FairleadVertex vertex)
{
	guint low = 0, high = branches->len;

	while (low < high) {
		guint middle = low + (high - low) / 2;

		if (g_array_index (branches, Branch, middle).from < vertex)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Those that leave the vertex, the first on top; not the one that led there */
static void
stack_branches (GArray *stack, const GArray *branches, FairleadVertex vertex, guint32 came_over)
{
	guint first = first_branch (branches, vertex), last = first;

	while (last < branches->len && g_array_index (branches, Branch, last).from == vertex)
		last++;
	while (last-- > first)
		if (g_array_index (branches, Branch, last).edge != came_over)
			g_array_append_val (stack, g_array_index (branches, Branch, last));
}

/* Depth first from the end, so that each hop begins where the tree is already */
static FairleadPath *
walk (const Growth *self, const GArray *branches, FairleadVertex end)
{
	const FairleadPathFinder *finder = self->finder;
	g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Branch));
	FairleadPath *path = fairlead_chain_new ();

	stack_branches (stack, branches, end, NO_EDGE);
	while (stack->len > 0) {
		Branch branch = g_array_index (stack, Branch, stack->len - 1);

		g_array_set_size (stack, stack->len - 1);
		fairlead_chain_append (path, finder->network, finder->graph, branch.from, branch.to,
		                       branch.edge, finder->hop_loss);
		stack_branches (stack, branches, branch.to, branch.edge);
	}
	return path;
}

static void
collect (Growth *self, const GArray *ends, FairleadPaths *found)
{
	g_autoptr (GArray) branches = list_branches (self);

	for (guint32 i = 0; i < ends->len; i++)
		if (part_of (self, i + 1) == i + 1)
			g_ptr_array_add (
				found->paths,
				walk (self, branches, g_array_index (ends, FairleadVertex, i)));
}

guint
fairlead_path_finder_connect (const FairleadPathFinder *finder, const GArray *ends,
                              const FairleadTelling *telling, GCancellable *cancellable,
                              FairleadPaths *found)
{
	g_autofree Place *places = g_new0 (Place, MAX (finder->graph->n_vertices, 1));
	g_autofree guint32 *part = g_new (guint32, (gsize) ends->len + 1);
	g_autoptr (GHashTable) tree = g_hash_table_new (NULL, NULL);
	g_auto (FairleadHeap) reached = { 0 };
	g_auto (FairleadHeap) bridges = { 0 };
	Growth self = { finder, places, &reached, &bridges, part, ends->len, tree, 0 };

	fairlead_heap_init (&reached);
	fairlead_heap_init (&bridges);
	for (guint32 i = 0; i < ends->len; i++) {
		FairleadVertex end = g_array_index (ends, FairleadVertex, i);

		part[i + 1] = i + 1;
		places[end].end = i + 1;
		fairlead_heap_push_tagged (&reached, 0.0, end, NO_EDGE);
	}
	*found = (FairleadPaths){ g_ptr_array_new_with_free_func (fairlead_chain_free), 0.0, NULL };
	if (!find_tree (&self, telling, cancellable))
		found->bound = "the number of links that are looked at";
	collect (&self, ends, found);
	return self.n_parts;
}
