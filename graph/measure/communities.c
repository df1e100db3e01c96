/* graph/measure/communities.c */
#include "graph/measure/communities.h"

#include <math.h>

#include "graph/igraph-scope-private.h"

#define N_ITERATIONS 10
#define RANDOMNESS 0.01

static gboolean
copy_graph (const FairleadAdjacency *graph, FairleadIgraph *copy, GError **error)
{
	g_auto (igraph_vector_int_t) edges = { 0 };

	if (!fairlead_igraph_check (igraph_vector_int_init (&edges, 2 * (gint64) graph->n_edges),
	                            "copying edges", error))
		return FALSE;
	for (gsize i = 0; i < 2 * (gsize) graph->n_edges; i++)
		VECTOR (edges)[i] = graph->ends[i];
	return fairlead_igraph_create (copy, &edges, graph->n_vertices, error);
}

/* Conductances, and the sum of them at each vertex */
static gboolean
copy_weights (const FairleadAdjacency *graph, igraph_vector_t *of_edges,
              igraph_vector_t *of_vertices, GError **error)
{
	if (!fairlead_igraph_check (igraph_vector_init (of_edges, graph->n_edges),
	                            "copying weights", error)
	    || !fairlead_igraph_check (igraph_vector_init (of_vertices, graph->n_vertices),
	                               "copying weights", error))
		return FALSE;
	for (guint32 edge = 0; edge < graph->n_edges; edge++) {
		double weight = (double) graph->conductance[edge];

		VECTOR (*of_edges)[edge] = weight;
		VECTOR (*of_vertices)[graph->ends[2 * edge]] += weight;
		VECTOR (*of_vertices)[graph->ends[2 * edge + 1]] += weight;
	}
	return TRUE;
}

static double *
number_in_order (const igraph_vector_int_t *membership, guint32 n)
{
	g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
	double *values = g_new0 (double, MAX (n, 1));

	for (guint32 i = 0; i < n; i++) {
		gpointer key = GUINT_TO_POINTER ((guint) VECTOR (*membership)[i]);
		guint number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, key));

		if (number == 0) {
			number = g_hash_table_size (numbers) + 1;
			g_hash_table_insert (numbers, key, GUINT_TO_POINTER (number));
		}
		values[i] = number;
	}
	return values;
}

double *
fairlead_communities (const FairleadAdjacency *graph, double resolution, guint32 seed,
                      GCancellable *cancellable, GError **error)
{
	G_GNUC_UNUSED g_auto (FairleadIgraphScope) scope =
		fairlead_igraph_scope_enter (cancellable);
	g_auto (FairleadIgraph) copy = { .whole = FALSE };
	g_auto (igraph_vector_t) of_edges = { 0 }, of_vertices = { 0 };
	g_auto (igraph_vector_int_t) membership = { 0 };
	double total;

	if (!copy_graph (graph, &copy, error)
	    || !copy_weights (graph, &of_edges, &of_vertices, error)
	    || !fairlead_igraph_check (igraph_vector_int_init (&membership, 0),
	                               "finding communities", error))
		return NULL;
	total = igraph_vector_sum (&of_edges);
	igraph_rng_seed (igraph_rng_default (), seed);
	if (!fairlead_igraph_check (
		    fairlead_igraph_leiden (&copy.graph, &of_edges, &of_vertices,
	                                    total > 0.0 ? resolution / (2.0 * total) : 0.0,
	                                    RANDOMNESS, N_ITERATIONS, &membership),
		    "finding communities", error))
		return NULL;
	return number_in_order (&membership, graph->n_vertices);
}

double *
fairlead_cores (const FairleadAdjacency *graph, GCancellable *cancellable, GError **error)
{
	G_GNUC_UNUSED g_auto (FairleadIgraphScope) scope =
		fairlead_igraph_scope_enter (cancellable);
	g_auto (FairleadIgraph) copy = { .whole = FALSE };
	g_auto (igraph_vector_int_t) cores = { 0 };
	double *values;

	if (!copy_graph (graph, &copy, error)
	    || !fairlead_igraph_check (igraph_vector_int_init (&cores, 0), "finding cores", error)
	    || !fairlead_igraph_check (igraph_coreness (&copy.graph, &cores, IGRAPH_ALL),
	                               "finding cores", error))
		return NULL;
	values = g_new0 (double, MAX (graph->n_vertices, 1));
	for (guint32 i = 0; i < graph->n_vertices; i++)
		values[i] = (double) VECTOR (cores)[i];
	return values;
}
