/* graph/measure/eigenvalue.c */
#include "graph/measure/eigenvalue.h"

#include "graph/igraph-scope-private.h"
#include "ingest/record/error.h"

#define MOST_RESTARTS 10000

/* to = C from */
static igraph_error_t
multiply (igraph_real_t *to, const igraph_real_t *from, int n, void *data)
{
	const FairleadAdjacency *graph = data;

	for (int vertex = 0; vertex < n; vertex++) {
		double sum = 0.0;

		for (guint32 arc = graph->start[vertex]; arc < graph->start[vertex + 1]; arc++)
			sum += from[graph->neighbour[arc]]
			       * (double) graph->conductance[graph->edge[arc]];
		to[vertex] = sum;
	}
	return IGRAPH_SUCCESS;
}

gboolean
fairlead_greatest_eigenvalue (const FairleadAdjacency *graph, double *value,
                              GCancellable *cancellable, GError **error)
{
	static const char doing[] = "finding the greatest eigenvalue";
	G_GNUC_UNUSED g_auto (FairleadIgraphScope) scope =
		fairlead_igraph_scope_enter (cancellable);
	g_auto (igraph_vector_t) values = { 0 };
	g_auto (igraph_matrix_t) vectors = { 0 };
	igraph_arpack_options_t options;

	if (graph->n_edges == 0) {
		*value = 0.0;
		return TRUE;
	}
	if (graph->n_vertices > G_MAXINT) {
		g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_LIMIT,
		             "%s: %u vertices are too many", doing, graph->n_vertices);
		return FALSE;
	}
	if (!fairlead_igraph_check (igraph_vector_init (&values, 0), doing, error)
	    || !fairlead_igraph_check (igraph_matrix_init (&vectors, graph->n_vertices, 1), doing,
	                               error))
		return FALSE;
	/* begun the same way each time; conductances are positive, and so is what is looked for */
	igraph_matrix_fill (&vectors, 1.0);
	igraph_arpack_options_init (&options);
	options.n = (int) graph->n_vertices;
	options.which[0] = 'L';
	options.which[1] = 'A';
	options.nev = 1;
	options.ncv = 0;
	options.start = 1;
	options.mxiter = MOST_RESTARTS;
	if (!fairlead_igraph_check (igraph_arpack_rssolve (multiply, (void *) graph, &options, NULL,
	                                                   &values, &vectors),
	                            doing, error))
		return FALSE;
	*value = VECTOR (values)[0];
	return TRUE;
}
