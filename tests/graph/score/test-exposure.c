/* tests/graph/score/test-exposure.c: shares of dealings, by the sums of their definition over
 * everybody */
#include "graph/score/exposure.h"

#include "tests/common/helpers.h"
#include "tests/common/network-builder.h"

/* ---- reference: every edge of the network, near the target or not ---- */

typedef struct {
	const FairleadAdjacency *graph;
	const guint8 *is_target;
	const double *outside; /* (nullable) */
} Reference;

static double
sum_of (const Reference *self, FairleadVertex vertex, gboolean to_target)
{
	const FairleadAdjacency *graph = self->graph;
	double sum = !to_target && self->outside != NULL ? self->outside[vertex] : 0.0;

	for (guint32 edge = 0; edge < graph->n_edges; edge++)
		for (guint end = 0; end < 2; end++)
			if (graph->ends[2 * edge + end] == vertex
			    && (!to_target || self->is_target[graph->ends[2 * edge + 1 - end]]))
				sum += (double) graph->conductance[edge];
	return sum;
}

static double
share_by_definition (const Reference *self, FairleadVertex vertex)
{
	const FairleadAdjacency *graph = self->graph;
	double share = 0.0;

	for (guint32 arc = graph->start[vertex]; arc < graph->start[vertex + 1]; arc++) {
		FairleadVertex other = graph->neighbour[arc];
		double conductance = (double) graph->conductance[graph->edge[arc]];
		double rest = sum_of (self, other, FALSE) - conductance;
		double back = self->is_target[vertex] ? conductance : 0.0;
		double onward = rest > 1e-9 ? (sum_of (self, other, TRUE) - back) / rest : 0.0;

		share += conductance / sum_of (self, vertex, FALSE)
		         * (self->is_target[other] ? 1.0 : CLAMP (onward, 0.0, 1.0));
	}
	return MIN (share, 1.0);
}

static void
compare_all (const FairleadAdjacency *graph, const GArray *target, const double *outside)
{
	g_autofree guint8 *is_target = g_malloc0 (graph->n_vertices);
	const Reference reference = { graph, is_target, outside };
	g_auto (FairleadDealings) dealings = { 0 };

	for (guint i = 0; i < target->len; i++)
		is_target[g_array_index (target, FairleadVertex, i)] = TRUE;
	fairlead_dealings_init (&dealings, graph, target, outside);
	for (FairleadVertex vertex = 0; vertex < graph->n_vertices; vertex++)
		g_assert_cmpfloat (fairlead_dealings_get_share (&dealings, vertex), ==,
		                   share_by_definition (&reference, vertex));
}

/* Sparse, so that most are far from the target and some have nobody */
static void
test_as_defined (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (7);
	const guint n = 30;

	for (guint round = 0; round < 40; round++) {
		g_autoptr (FairleadNetwork) network =
			test_random_network (random, n, 35, round % 2 == 0);
		g_autoptr (FairleadAdjacency) graph = test_plain_adjacency (network);
		g_autoptr (GArray) target = test_random_vertices (random, n, 1 + round % 4);
		g_autofree double *outside = g_new (double, n);

		for (FairleadVertex i = 0; i < n; i++)
			outside[i] = g_rand_double (random);
		compare_all (graph, target, NULL);
		compare_all (graph, target, outside);
	}
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/exposure/as-defined", test_as_defined);
	return g_test_run ();
}
