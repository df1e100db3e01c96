/* graph/disrupt/cut.c */
#include "graph/disrupt/cut.h"

#include "graph/igraph-scope-private.h"
#include "ingest/record/error.h"

#define MAX_VERTICES 500000u

typedef struct {
	const FairleadAdjacency *graph;
	const guint8 *is_target;
	const guint8 *is_market;
	const guint32 *cost;
	double unbounded; /* more than all that has a price */
	igraph_vector_int_t arcs;
	igraph_vector_t capacity;
} Flow;

/* A vertex is 2v where arcs come in and 2v + 1 where they go out */
static gboolean
add_arc (Flow *flow, igraph_integer_t from, igraph_integer_t to, double capacity)
{
	return igraph_vector_int_push_back (&flow->arcs, from) == IGRAPH_SUCCESS
	       && igraph_vector_int_push_back (&flow->arcs, to) == IGRAPH_SUCCESS
	       && igraph_vector_push_back (&flow->capacity, capacity) == IGRAPH_SUCCESS;
}

/* The target costs nothing to leave; who is of the market must itself be designated, so that its
 * own arc lies before the sink */
static gboolean
add_vertex (Flow *flow, FairleadVertex vertex)
{
	igraph_integer_t source = 2 * (igraph_integer_t) flow->graph->n_vertices;
	gboolean is_free = flow->is_target[vertex] || flow->cost[vertex] == FAIRLEAD_NO_PRICE;

	return add_arc (flow, 2 * (igraph_integer_t) vertex, 2 * (igraph_integer_t) vertex + 1,
	                is_free ? flow->unbounded : flow->cost[vertex])
	       && (!flow->is_target[vertex]
	           || add_arc (flow, source, 2 * (igraph_integer_t) vertex, flow->unbounded))
	       && (!flow->is_market[vertex] || flow->is_target[vertex]
	           || add_arc (flow, 2 * (igraph_integer_t) vertex + 1, source + 1,
	                       flow->unbounded));
}

static gboolean
add_all (Flow *flow)
{
	const FairleadAdjacency *graph = flow->graph;
	gboolean is_good = TRUE;

	flow->unbounded = 1.0;
	for (guint32 i = 0; i < graph->n_vertices; i++)
		flow->unbounded += flow->cost[i] == FAIRLEAD_NO_PRICE ? 0.0 : flow->cost[i];
	for (guint32 i = 0; is_good && i < graph->n_vertices; i++)
		is_good = add_vertex (flow, i);
	for (guint32 i = 0; is_good && i < graph->n_edges; i++) {
		igraph_integer_t a = graph->ends[2 * i], b = graph->ends[2 * i + 1];

		is_good = add_arc (flow, 2 * a + 1, 2 * b, flow->unbounded)
		          && add_arc (flow, 2 * b + 1, 2 * a, flow->unbounded);
	}
	return is_good;
}

/* Those whose own arc is cut: in on the side of the target, out on the other */
static void
read_cut (const Flow *flow, const igraph_vector_int_t *side, FairleadVertexCut *cut)
{
	g_autofree guint8 *is_near = g_new0 (guint8, 2 * (gsize) flow->graph->n_vertices + 2);

	for (igraph_integer_t i = 0; i < igraph_vector_int_size (side); i++)
		is_near[VECTOR (*side)[i]] = TRUE;
	for (guint32 i = 0; i < flow->graph->n_vertices; i++)
		if (is_near[2 * i] && !is_near[2 * i + 1])
			g_array_append_val (cut->items, i);
}

static gboolean
solve (Flow *flow, FairleadVertexCut *cut, GError **error)
{
	g_auto (FairleadIgraph) graph = { .whole = FALSE };
	g_auto (igraph_vector_int_t) side = { 0 };
	igraph_integer_t source = 2 * (igraph_integer_t) flow->graph->n_vertices;
	igraph_real_t value;

	if (!fairlead_igraph_check (igraph_vector_int_init (&side, 0), "cutting", error)
	    || !fairlead_igraph_check (
		    igraph_create (&graph.graph, &flow->arcs, source + 2, IGRAPH_DIRECTED),
		    "building the flow", error))
		return FALSE;
	graph.whole = TRUE;
	if (!fairlead_igraph_check (igraph_maxflow (&graph.graph, &value, NULL, NULL, &side, NULL,
	                                            source, source + 1, &flow->capacity, NULL),
	                            "computing the cut", error))
		return FALSE;
	cut->is_possible = value < flow->unbounded;
	if (!cut->is_possible)
		return TRUE;
	cut->cost = (guint64) (value + 0.5);
	read_cut (flow, &side, cut);
	return TRUE;
}

gboolean
fairlead_vertex_cut_find (FairleadVertexCut *self, const FairleadAdjacency *graph,
                          const guint8 *is_target, const guint8 *is_market, const guint32 *cost,
                          GCancellable *cancellable, GError **error)
{
	G_GNUC_UNUSED g_auto (FairleadIgraphScope) scope =
		fairlead_igraph_scope_enter (cancellable);
	Flow flow = { graph, is_target, is_market, cost, 0.0, { 0 }, { 0 } };
	gboolean is_good;

	if (graph->n_vertices > MAX_VERTICES) {
		g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_LIMIT,
		             "a cut among %u parties (at most %u)", graph->n_vertices,
		             MAX_VERTICES);
		return FALSE;
	}
	*self = (FairleadVertexCut){ .items = g_array_new (FALSE, FALSE, sizeof (FairleadVertex)) };
	is_good =
		fairlead_igraph_check (igraph_vector_int_init (&flow.arcs, 0), "cutting", error)
		&& fairlead_igraph_check (igraph_vector_init (&flow.capacity, 0), "cutting", error)
		&& fairlead_igraph_check (add_all (&flow) ? IGRAPH_SUCCESS : IGRAPH_ENOMEM,
	                                  "building the flow", error)
		&& solve (&flow, self, error);
	fairlead_vector_int_clear (&flow.arcs);
	fairlead_vector_clear (&flow.capacity);
	if (!is_good)
		fairlead_vertex_cut_clear (self);
	return is_good;
}

void
fairlead_vertex_cut_clear (FairleadVertexCut *self)
{
	g_clear_pointer (&self->items, g_array_unref);
}
