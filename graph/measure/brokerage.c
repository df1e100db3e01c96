/* graph/measure/brokerage.c */
#include "graph/measure/brokerage.h"

#include <math.h>

#include "graph/igraph-scope-private.h"

/* The part of the network that matters: what the target reaches, without the dead ends that are
 * neither target nor market */
typedef struct {
	const FairleadAdjacency *graph;
	guint8 *is_terminal; /* of each vertex of the network */
	guint8 *kept;
	guint32 *degree; /* edges to kept vertices */
	guint32 *number; /* in the part; of kept vertices */
	GArray *members; /* of FairleadVertex: the kept ones, ascending */
} Part;

static void
part_init (Part *self, const FairleadAdjacency *graph)
{
	self->graph = graph;
	self->is_terminal = g_malloc0 (MAX (graph->n_vertices, 1));
	self->kept = g_malloc0 (MAX (graph->n_vertices, 1));
	self->degree = g_new0 (guint32, MAX (graph->n_vertices, 1));
	self->number = g_new0 (guint32, MAX (graph->n_vertices, 1));
	self->members = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
}

static void
part_clear (Part *self)
{
	g_free (self->is_terminal);
	g_free (self->kept);
	g_free (self->degree);
	g_free (self->number);
	g_array_unref (self->members);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Part, part_clear)

static void
mark_terminals (Part *self, const FairleadVertex *vertices, guint32 n)
{
	for (guint32 i = 0; i < n; i++)
		self->is_terminal[vertices[i]] = TRUE;
}

static void
keep_reached (Part *self, const FairleadVertex *target, guint32 n_target)
{
	const FairleadAdjacency *graph = self->graph;
	g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));

	for (guint32 i = 0; i < n_target; i++)
		if (!self->kept[target[i]]) {
			self->kept[target[i]] = TRUE;
			g_array_append_val (queue, target[i]);
		}
	for (guint i = 0; i < queue->len; i++) {
		FairleadVertex vertex = g_array_index (queue, FairleadVertex, i);

		self->degree[vertex] = fairlead_adjacency_degree (graph, vertex);
		for (guint32 arc = graph->start[vertex]; arc < graph->start[vertex + 1]; arc++) {
			FairleadVertex next = graph->neighbour[arc];

			if (self->kept[next])
				continue;
			self->kept[next] = TRUE;
			g_array_append_val (queue, next);
		}
	}
}

/* No shortest path between terminals enters a dead end that is no terminal */
static void
drop_dead_ends (Part *self)
{
	const FairleadAdjacency *graph = self->graph;

	for (FairleadVertex first = 0; first < graph->n_vertices; first++) {
		FairleadVertex vertex = first;

		while (vertex != FAIRLEAD_NO_VERTEX && self->kept[vertex]
		       && !self->is_terminal[vertex] && self->degree[vertex] <= 1) {
			FairleadVertex next = FAIRLEAD_NO_VERTEX;

			self->kept[vertex] = FALSE;
			for (guint32 arc = graph->start[vertex]; arc < graph->start[vertex + 1];
			     arc++) {
				if (!self->kept[graph->neighbour[arc]])
					continue;
				next = graph->neighbour[arc];
				self->degree[next]--;
			}
			vertex = next;
		}
	}
}

static void
number_members (Part *self)
{
	for (FairleadVertex vertex = 0; vertex < self->graph->n_vertices; vertex++) {
		if (!self->kept[vertex])
			continue;
		self->number[vertex] = self->members->len;
		g_array_append_val (self->members, vertex);
	}
}

/* The edges inside the part, and their costs */
static gboolean
copy_edges (Part *self, double hop_loss, igraph_vector_int_t *edges, igraph_vector_t *costs,
            GError **error)
{
	const FairleadAdjacency *graph = self->graph;

	for (guint32 edge = 0; edge < graph->n_edges; edge++) {
		FairleadVertex a = graph->ends[2 * edge], b = graph->ends[2 * edge + 1];
		double conductance = (double) graph->conductance[edge] * (1.0 - hop_loss);

		if (!self->kept[a] || !self->kept[b] || !(conductance > 0.0))
			continue;
		if (!fairlead_igraph_check (igraph_vector_int_push_back (edges, self->number[a]),
		                            "copying edges", error)
		    || !fairlead_igraph_check (igraph_vector_int_push_back (edges, self->number[b]),
		                               "copying edges", error)
		    || !fairlead_igraph_check (igraph_vector_push_back (costs, -log (conductance)),
		                               "copying edges", error))
			return FALSE;
	}
	return TRUE;
}

static gboolean
copy_terminals (Part *self, const FairleadVertex *vertices, guint32 n, igraph_vector_int_t *numbers,
                GError **error)
{
	for (guint32 i = 0; i < n; i++)
		if (self->kept[vertices[i]]
		    && !fairlead_igraph_check (
			    igraph_vector_int_push_back (numbers, self->number[vertices[i]]),
			    "copying terminals", error))
			return FALSE;
	return TRUE;
}

static gboolean
compute_in_part (Part *self, const FairleadVertex *target, guint32 n_target,
                 const FairleadVertex *market, guint32 n_market, double hop_loss,
                 GCancellable *cancellable, double *brokerage, GError **error)
{
	g_auto (FairleadIgraphScope) scope = fairlead_igraph_scope_enter (cancellable);
	g_auto (igraph_vector_int_t) edges = { 0 }, sources = { 0 }, sinks = { 0 };
	g_auto (igraph_vector_t) costs = { 0 }, scores = { 0 };
	g_auto (FairleadIgraph) part = { .whole = FALSE };

	if (!fairlead_igraph_check (igraph_vector_int_init (&edges, 0), "allocating edges", error)
	    || !fairlead_igraph_check (igraph_vector_int_init (&sources, 0), "allocating sources",
	                               error)
	    || !fairlead_igraph_check (igraph_vector_int_init (&sinks, 0), "allocating sinks",
	                               error)
	    || !fairlead_igraph_check (igraph_vector_init (&costs, 0), "allocating costs", error)
	    || !fairlead_igraph_check (igraph_vector_init (&scores, 0), "allocating scores", error)
	    || !copy_edges (self, hop_loss, &edges, &costs, error)
	    || !copy_terminals (self, target, n_target, &sources, error)
	    || !copy_terminals (self, market, n_market, &sinks, error)
	    || !fairlead_igraph_create (&part, &edges, self->members->len, error))
		return FALSE;
	if (!fairlead_igraph_check (igraph_betweenness_subset (&part.graph, &scores,
	                                                       igraph_vss_all (), FALSE,
	                                                       igraph_vss_vector (&sources),
	                                                       igraph_vss_vector (&sinks), &costs),
	                            "computing brokerage", error))
		return FALSE;
	/* igraph halves for an undirected graph, as if both ends of a pair stood in both sets */
	for (guint i = 0; i < self->members->len; i++)
		brokerage[g_array_index (self->members, FairleadVertex, i)] =
			2.0 * VECTOR (scores)[i];
	return TRUE;
}

double *
fairlead_brokerage (const FairleadAdjacency *graph, const FairleadVertex *target, guint32 n_target,
                    const FairleadVertex *market, guint32 n_market, double hop_loss,
                    GCancellable *cancellable, GError **error)
{
	g_autofree double *brokerage = g_new0 (double, MAX (graph->n_vertices, 1));
	g_auto (Part) part = { 0 };

	part_init (&part, graph);
	mark_terminals (&part, target, n_target);
	mark_terminals (&part, market, n_market);
	keep_reached (&part, target, n_target);
	drop_dead_ends (&part);
	number_members (&part);
	if (!compute_in_part (&part, target, n_target, market, n_market, hop_loss, cancellable,
	                      brokerage, error))
		return NULL;
	return g_steal_pointer (&brokerage);
}
