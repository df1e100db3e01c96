/* tests/graph/measure/test-reach.c: what the target loses without a party, by hand and by leaving
 * each one out */
#include "graph/measure/reach/reach.h"

#include <math.h>

#include "tests/common/helpers.h"
#include "tests/common/network-builder.h"

#define HOP_LOSS 0.1

static const FairleadVertex *
vertices (const GArray *array)
{
	return (const FairleadVertex *) (gconstpointer) array->data;
}

static double *
compute (const FairleadAdjacency *graph, const GArray *target, const GArray *market, double floor,
         guint n_threads)
{
	g_autoptr (GError) error = NULL;
	const FairleadParallel how = { .n_threads = n_threads };
	double *loss =
		fairlead_reach_loss (graph, vertices (target), target->len, vertices (market),
	                             market->len, HOP_LOSS, floor, &how, &error);

	g_assert_no_error (error);
	return loss;
}

static GArray *
all_but (guint32 n, const GArray *left_out)
{
	GArray *others = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));

	for (FairleadVertex vertex = 0; vertex < n; vertex++) {
		gboolean is_out = FALSE;

		for (guint i = 0; i < left_out->len; i++)
			is_out = is_out || vertices (left_out)[i] == vertex;
		if (!is_out)
			g_array_append_val (others, vertex);
	}
	return others;
}

/* T - A - B, and T - C - B with half the confidence at each step: without A, B is reached by C.
 * D hangs on B. */
static void
test_by_hand (void)
{
	g_autoptr (FairleadNetwork) network =
		test_network_from ("T linked-party A; A linked-party B; T linked-party C c=0.5; "
	                           "C linked-party B c=0.5; B linked-party D; E is person");
	g_autoptr (FairleadAdjacency) graph = test_plain_adjacency (network);
	g_autoptr (GArray) target = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	g_autoptr (GArray) market = NULL;
	g_autofree double *loss = NULL;
	FairleadVertex t = test_vertex (network, "T");

	g_array_append_val (target, t);
	market = all_but (graph->n_vertices, target);
	loss = compute (graph, target, market, 1e-9, 1);
	g_assert_cmpfloat_with_epsilon (loss[test_vertex (network, "A")],
	                                0.81 - 0.2025 + 0.729 - 0.18225, 1e-6);
	g_assert_cmpfloat_with_epsilon (loss[test_vertex (network, "B")], 0.729, 1e-6);
	g_assert_cmpfloat (loss[test_vertex (network, "C")], ==, 0.0);
	g_assert_cmpfloat (loss[test_vertex (network, "D")], ==, 0.0);
	g_assert_cmpfloat (loss[test_vertex (network, "E")], ==, 0.0);
	g_assert_cmpfloat_with_epsilon (loss[t], 0.9 + 0.81 + 0.45 + 0.729, 1e-6);
}

/* ---- reference: Bellman and Ford, with one vertex left out ---- */

static double *
distances_without (const FairleadAdjacency *graph, const GArray *target, FairleadVertex without)
{
	double *distance = g_new (double, graph->n_vertices);

	for (guint32 i = 0; i < graph->n_vertices; i++)
		distance[i] = INFINITY;
	for (guint i = 0; i < target->len; i++)
		distance[vertices (target)[i]] = 0.0;
	for (guint32 round = 0; round < graph->n_vertices; round++)
		for (guint32 edge = 0; edge < graph->n_edges; edge++) {
			double cost = -log ((double) graph->conductance[edge] * (1.0 - HOP_LOSS));
			FairleadVertex a = graph->ends[2 * edge], b = graph->ends[2 * edge + 1];

			if (a == without || b == without)
				continue;
			distance[a] = MIN (distance[a], distance[b] + cost);
			distance[b] = MIN (distance[b], distance[a] + cost);
		}
	return distance;
}

static double
reach_of (double distance, double floor)
{
	return distance > -log (floor) ? 0.0 : exp (-distance);
}

static double
slow_loss (const FairleadAdjacency *graph, const GArray *target, const GArray *market, double floor,
           FairleadVertex party)
{
	g_autofree double *with = distances_without (graph, target, FAIRLEAD_NO_VERTEX);
	g_autofree double *without = NULL;
	g_autoptr (GArray) rest = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	double loss = 0.0;

	for (guint i = 0; i < target->len; i++)
		if (vertices (target)[i] != party)
			g_array_append_val (rest, vertices (target)[i]);
	without = distances_without (graph, rest, party);
	for (guint i = 0; i < market->len; i++)
		if (vertices (market)[i] != party)
			loss += reach_of (with[vertices (market)[i]], floor)
			        - reach_of (without[vertices (market)[i]], floor);
	return loss;
}

static void
test_against_leaving_out (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (11);

	for (guint round = 0; round < 120; round++) {
		const double floor = (const double[]){ 1e-9, 0.1, 0.4 }[round % 3];
		guint n = (guint) g_rand_int_range (random, 2, 25);
		g_autoptr (FairleadNetwork) network = test_random_network (
			random, n, (guint) g_rand_int_range (random, 1, 50), round % 2 == 0);
		g_autoptr (FairleadAdjacency) graph = test_plain_adjacency (network);
		g_autoptr (GArray) target = test_random_vertices (random, n, 1 + round % 4);
		g_autoptr (GArray) market = all_but (n, target);
		g_autofree double *loss = compute (graph, target, market, floor, 1);

		for (FairleadVertex vertex = 0; vertex < n; vertex++)
			g_assert_cmpfloat_with_epsilon (
				loss[vertex], slow_loss (graph, target, market, floor, vertex),
				1e-9);
	}
}

static void
test_threads (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (12);
	g_autoptr (FairleadNetwork) network = test_random_network (random, 300, 700, TRUE);
	g_autoptr (FairleadAdjacency) graph = test_plain_adjacency (network);
	g_autoptr (GArray) target = test_random_vertices (random, 300, 3);
	g_autoptr (GArray) market = all_but (300, target);
	g_autofree double *alone = compute (graph, target, market, 1e-9, 1);
	g_autofree double *shared = compute (graph, target, market, 1e-9, 3);

	g_assert_cmpmem (alone, graph->n_vertices * sizeof (double), shared,
	                 graph->n_vertices * sizeof (double));
}

static void
test_floor (void)
{
	g_autoptr (FairleadNetwork) network = test_network_from (
		"T linked-party A; A linked-party B; B linked-party C; C linked-party D");
	g_autoptr (FairleadAdjacency) graph = test_plain_adjacency (network);
	const FairleadVertex target = test_vertex (network, "T");
	const FairleadVertex market[] = { test_vertex (network, "B"), test_vertex (network, "C"),
		                          test_vertex (network, "D") };
	g_autofree double *loss =
		fairlead_reach_loss (graph, &target, 1, market, 3, HOP_LOSS, 0.7, NULL, NULL);

	/* D, at 0.6561, is out of reach with A and without */
	g_assert_cmpfloat_with_epsilon (loss[test_vertex (network, "A")], 0.81 + 0.729, 1e-6);
	g_assert_cmpfloat (loss[test_vertex (network, "C")], ==, 0.0);
}

static void
test_cancelled (void)
{
	g_autoptr (FairleadNetwork) network = test_network_from ("T linked-party A");
	g_autoptr (FairleadAdjacency) graph = test_plain_adjacency (network);
	g_autoptr (GCancellable) cancellable = g_cancellable_new ();
	g_autoptr (GError) error = NULL;
	const FairleadParallel how = { .cancellable = cancellable };
	const FairleadVertex target = test_vertex (network, "T");

	g_cancellable_cancel (cancellable);
	g_assert_null (
		fairlead_reach_loss (graph, &target, 1, NULL, 0, HOP_LOSS, 0.1, &how, &error));
	g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/reach/by-hand", test_by_hand);
	g_test_add_func ("/graph/reach/against-leaving-out", test_against_leaving_out);
	g_test_add_func ("/graph/reach/threads", test_threads);
	g_test_add_func ("/graph/reach/floor", test_floor);
	g_test_add_func ("/graph/reach/cancelled", test_cancelled);
	return g_test_run ();
}
