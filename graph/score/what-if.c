/* graph/score/what-if.c: the graph that is left without some links, and with others */
#include "graph/network/index.h"
#include "graph/score/missing.h"
#include "graph/score/rerank-private.h"

#define NO_EDGE G_MAXUINT32

/* A missing link between two that take part, by their numbers, the smaller first */
typedef struct {
	guint32 ends[2];
	FairleadLink like;
} Extra;

static gint
compare_extras (gconstpointer a, gconstpointer b)
{
	const Extra *first = a, *second = b;

	for (guint end = 0; end < 2; end++)
		if (first->ends[end] != second->ends[end])
			return first->ends[end] < second->ends[end] ? -1 : 1;
	return first->like < second->like ? -1 : first->like > second->like;
}

static GArray *
sort_extras (const FairleadRerank *self, const FairleadWhatIf *what)
{
	GArray *extras = g_array_new (FALSE, FALSE, sizeof (Extra));

	for (guint i = 0; what->missing != NULL && i < what->missing->len; i++) {
		const FairleadMissing *link = &g_array_index (what->missing, FairleadMissing, i);
		guint32 from = self->number[link->from], to = self->number[link->to];
		Extra extra = { { MIN (from, to) - 1, MAX (from, to) - 1 }, link->like };

		if (from != 0 && to != 0 && from != to)
			g_array_append_val (extras, extra);
	}
	g_array_sort (extras, compare_extras);
	return extras;
}

static gfloat
conductance_of (const FairleadRerank *self, const FairleadWhatIf *what, FairleadLink link)
{
	double value = (double) self->conductance[link];
	double confidence = (double) fairlead_network_get_confidence (self->whole->network, link);

	return (gfloat) (what->is_sure && confidence > 0.0 ? MIN (value / confidence, 1.0) : value);
}

static void
strengthen (const FairleadRerank *self, const FairleadWhatIf *what, FairleadLink link,
            gfloat strongest[FAIRLEAD_N_CLASSES])
{
	guint8 kind = fairlead_network_get_link (self->whole->network, link)->kind;
	gfloat *best = &strongest[fairlead_link_info (kind)->link_class];

	*best = MAX (*best, conductance_of (self, what, link));
}

/* As fairlead_adjacency_new() does: the strongest link of each class */
static gfloat
combine (const FairleadRerank *self, const FairleadWhatIf *what, guint32 edge, const Extra *extras,
         guint n_extras)
{
	const FairleadAdjacency *graph = self->whole->graph;
	gfloat strongest[FAIRLEAD_N_CLASSES] = { 0 };
	double missing = 1.0;

	if (edge != NO_EDGE)
		for (guint32 i = graph->edge_start[edge]; i < graph->edge_start[edge + 1]; i++)
			if (what->is_kept[graph->edge_links[i]])
				strengthen (self, what, graph->edge_links[i], strongest);
	for (guint i = 0; i < n_extras; i++)
		strengthen (self, what, extras[i].like, strongest);
	for (guint i = 0; i < FAIRLEAD_N_CLASSES; i++)
		missing *= 1.0 - (double) strongest[i];
	return (gfloat) (1.0 - missing);
}

/* Which of the next edge and the next missing link comes first; 0 where they join the same two */
static int
compare_ends (const FairleadRerank *self, guint32 i, const GArray *extras, guint x)
{
	Extra edge, *extra;

	if (i == self->n_edges || x == extras->len)
		return i == self->n_edges ? 1 : -1;
	extra = &g_array_index (extras, Extra, x);
	for (guint end = 0; end < 2; end++) {
		edge.ends[end] =
			self->number[self->whole->graph->ends[2 * self->edges[i] + end]] - 1;
		if (edge.ends[end] != extra->ends[end])
			return edge.ends[end] < extra->ends[end] ? -1 : 1;
	}
	return 0;
}

static void
add_edge (FairleadAdjacency *graph, const guint32 ends[2], gfloat conductance)
{
	if (!(conductance > 0.0f))
		return;
	for (guint end = 0; end < 2; end++)
		graph->ends[2 * graph->n_edges + end] = ends[end];
	graph->conductance[graph->n_edges++] = conductance;
}

/* The edges and the missing links, both in the order of their ends, become one list */
static void
merge_edges (const FairleadRerank *self, const FairleadWhatIf *what, const GArray *extras,
             FairleadAdjacency *graph)
{
	const FairleadAdjacency *whole = self->whole->graph;
	guint32 i = 0;
	guint x = 0;

	while (i < self->n_edges || x < extras->len) {
		int order = compare_ends (self, i, extras, x);
		guint32 edge = order <= 0 ? self->edges[i++] : NO_EDGE;
		const Extra *first = &g_array_index (extras, Extra, x);
		guint start = x;
		guint32 ends[2];

		for (guint end = 0; end < 2; end++)
			ends[end] = edge == NO_EDGE ? first->ends[end]
			                            : self->number[whole->ends[2 * edge + end]] - 1;
		while (order >= 0 && x < extras->len
		       && g_array_index (extras, Extra, x).ends[0] == ends[0]
		       && g_array_index (extras, Extra, x).ends[1] == ends[1])
			x++;
		add_edge (graph, ends, combine (self, what, edge, first, x - start));
	}
}

FairleadAdjacency *
fairlead_rerank_new_graph (const FairleadRerank *self, const FairleadWhatIf *what)
{
	FairleadAdjacency *graph = g_new0 (FairleadAdjacency, 1);
	g_autoptr (GArray) extras = sort_extras (self, what);
	gsize most = MAX ((gsize) self->n_edges + extras->len, 1);
	g_autofree guint32 *arcs = NULL;

	graph->n_vertices = self->n_members;
	graph->conductance = g_new (gfloat, most);
	graph->ends = g_new (FairleadVertex, 2 * most);
	merge_edges (self, what, extras, graph);
	fairlead_group_rows (graph->ends, 2 * graph->n_edges, graph->n_vertices, &graph->start,
	                     &arcs);
	graph->neighbour = g_new (guint32, MAX (2 * (gsize) graph->n_edges, 1));
	graph->edge = g_new (guint32, MAX (2 * (gsize) graph->n_edges, 1));
	for (guint32 i = 0; i < 2 * graph->n_edges; i++) {
		graph->neighbour[i] = graph->ends[arcs[i] ^ 1u];
		graph->edge[i] = arcs[i] / 2;
	}
	return graph;
}
