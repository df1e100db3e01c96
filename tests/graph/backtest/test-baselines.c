/* tests/graph/backtest/test-baselines.c: what rankings are compared with, by hand and the slow way
 * */
#include "graph/backtest/baselines.h"

#include <math.h>

#include "tests/common/helpers.h"
#include "tests/common/network-builder.h"

static double *
compute (FairleadBaseline baseline, const FairleadAdjacency *graph, const GArray *target)
{
	g_autoptr (GError) error = NULL;
	double *values = fairlead_baseline_compute (baseline, graph, (gconstpointer) target->data,
	                                            target->len, NULL, &error);

	g_assert_no_error (error);
	return values;
}

static GArray *
one_vertex (FairleadNetwork *network, const char *letters)
{
	GArray *vertices = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	FairleadVertex vertex = test_vertex (network, letters);

	g_array_append_val (vertices, vertex);
	return vertices;
}

/*   T -- A -- B     and X apart from them; links of little confidence count like others
 *
 * Katz: the largest eigenvalue of a path of three is sqrt 2, so that alpha = 1 / (2 sqrt 2). With
 * T = 1 + alpha A, A = alpha (T + B), B = alpha A:  A = alpha / (1 - 2 alpha^2) = 4/3 alpha,
 * T = 1 + 4/3 alpha^2 = 7/6, B = 4/3 alpha^2 = 1/6. */
static void
test_by_hand (void)
{
	static const double expected[FAIRLEAD_N_BASELINES][3] = {
		[FAIRLEAD_BASELINE_RANDOM] = { 0, 0, 0 },
		[FAIRLEAD_BASELINE_DEGREE] = { 2, 1, 0 },
		[FAIRLEAD_BASELINE_ONE_HOP] = { 1, 0, 0 },
		[FAIRLEAD_BASELINE_KATZ] = { 0.47140452, 1.0 / 6.0, 0 },
		[FAIRLEAD_BASELINE_BETWEENNESS] = { 1, 0, 0 },
	};
	g_autoptr (FairleadNetwork) network = test_network_from (
		"T linked-party A c=0.1; A linked-party B; A linked-party B; X is company");
	g_autoptr (FairleadAdjacency) graph = test_plain_adjacency (network);
	g_autoptr (GArray) target = one_vertex (network, "T");
	const char *const letters[] = { "A", "B", "X" };

	for (guint i = 0; i < FAIRLEAD_N_BASELINES; i++) {
		g_autofree double *values = compute (i, graph, target);

		if (i == FAIRLEAD_BASELINE_PAGERANK || i == FAIRLEAD_BASELINE_PERSONALISED)
			continue;
		g_test_message ("%s", fairlead_baseline_name (i));
		for (guint j = 0; j < G_N_ELEMENTS (letters); j++)
			g_assert_cmpfloat_with_epsilon (values[test_vertex (network, letters[j])],
			                                expected[i][j], 1e-7);
	}
}

/* r = a s + (1 - a) P' r on T -- A -- B from T: A = 0.85 (T + B), B = 0.425 A,
 * T = 0.15 + 0.425 A */
static void
test_walks (void)
{
	g_autoptr (FairleadNetwork) network =
		test_network_from ("T linked-party A c=0.1; A linked-party B");
	g_autoptr (FairleadAdjacency) graph = test_plain_adjacency (network);
	g_autoptr (GArray) target = one_vertex (network, "T");
	g_autofree double *near = compute (FAIRLEAD_BASELINE_PERSONALISED, graph, target);
	g_autofree double *rank = compute (FAIRLEAD_BASELINE_PAGERANK, graph, target);
	double a = 0.85 * 0.15 / (1.0 - 0.85 * 0.85);

	g_assert_cmpfloat_with_epsilon (near[test_vertex (network, "A")], a, 1e-8);
	g_assert_cmpfloat_with_epsilon (near[test_vertex (network, "B")], 0.425 * a, 1e-8);
	g_assert_cmpfloat_with_epsilon (rank[test_vertex (network, "T")],
	                                rank[test_vertex (network, "B")], 1e-8);
	g_assert_cmpfloat (rank[test_vertex (network, "A")], >, 0.4);
}

/* ---- the slow way ---- */

/* Shortest paths by the number of links, and how many there are, by Floyd and Warshall's order */
static void
check_betweenness (const FairleadAdjacency *graph, const double *found)
{
	guint n = graph->n_vertices;
	g_autofree double *length = g_new (double, n *n);
	g_autofree double *count = g_new0 (double, n *n);

	for (guint i = 0; i < n * n; i++)
		length[i] = i % (n + 1) == 0 ? 0.0 : 1e9;
	for (guint i = 0; i < n; i++)
		count[i * n + i] = 1.0;
	for (guint round = 1; round < n; round++)
		for (guint s = 0; s < n; s++)
			for (guint v = 0; v < n; v++) {
				if (length[s * n + v] < round || v == s)
					continue;
				for (guint32 arc = graph->start[v]; arc < graph->start[v + 1];
				     arc++) {
					guint u = graph->neighbour[arc];

					if (fabs (length[s * n + u] - (round - 1.0)) > 0.5)
						continue;
					length[s * n + v] = round;
					count[s * n + v] += count[s * n + u];
				}
			}
	for (guint v = 0; v < n; v++) {
		double sum = 0.0;

		for (guint s = 0; s < n; s++)
			for (guint t = s + 1; t < n; t++)
				if (s != v && t != v && length[s * n + t] < 1e8
				    && fabs (length[s * n + v] + length[v * n + t]
				             - length[s * n + t])
				               < 0.5)
					sum += count[s * n + v] * count[v * n + t]
					       / count[s * n + t];
		g_assert_cmpfloat_with_epsilon (found[v], sum, 1e-7);
	}
}

/* The sum of alpha^k A^k s, term by term for longer than it needs, alpha from a plain power
 * method */
static void
check_katz (const FairleadAdjacency *graph, const GArray *target, const double *found)
{
	guint n = graph->n_vertices;
	g_autofree double *dense = test_dense_conductance (graph);
	g_autofree double *x = g_new (double, n);
	g_autofree double *term = g_new0 (double, n);
	g_autofree double *next = g_new (double, n);
	g_autofree double *sum = g_new0 (double, n);
	double value = 1.0;

	for (guint i = 0; i < n; i++)
		x[i] = 1.0 + i;
	for (guint round = 0; round < 20000; round++) {
		value = 0.0;
		for (guint i = 0; i < n; i++) {
			next[i] = x[i];
			for (guint j = 0; j < n; j++)
				next[i] += dense[i * n + j] > 0.0 ? x[j] : 0.0;
			value = MAX (value, next[i]);
		}
		for (guint i = 0; i < n; i++)
			x[i] = next[i] / value;
	}
	for (guint i = 0; i < target->len; i++)
		term[g_array_index (target, FairleadVertex, i)] = 1.0;
	for (guint round = 0; round < 200; round++)
		for (guint half = 0; half < 2; half++)
			for (guint i = 0; i < n; i++) {
				if (half == 1) {
					term[i] = next[i];
					continue;
				}
				sum[i] += term[i];
				next[i] = 0.0;
				for (guint j = 0; j < n; j++)
					next[i] += dense[i * n + j] > 0.0
					                   ? 0.5 / (value - 1.0) * term[j]
					                   : 0.0;
			}
	for (guint i = 0; i < n; i++)
		g_assert_cmpfloat_with_epsilon (found[i], sum[i], 1e-6);
}

static void
test_random_graphs (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (11);

	for (guint round = 0; round < 15; round++) {
		g_autoptr (FairleadNetwork) network = test_random_network (random, 14, 24, TRUE);
		g_autoptr (FairleadAdjacency) graph = test_plain_adjacency (network);
		g_autoptr (GArray) target = test_random_vertices (random, graph->n_vertices, 3);
		g_autofree double *betweenness =
			compute (FAIRLEAD_BASELINE_BETWEENNESS, graph, target);
		g_autofree double *katz = compute (FAIRLEAD_BASELINE_KATZ, graph, target);

		check_betweenness (graph, betweenness);
		check_katz (graph, target, katz);
	}
}

static void
test_no_links (void)
{
	g_autoptr (FairleadNetwork) network = test_network_from ("T is vessel; X is company");
	g_autoptr (FairleadAdjacency) graph = test_plain_adjacency (network);
	g_autoptr (GArray) target = one_vertex (network, "T");

	for (guint i = 0; i < FAIRLEAD_N_BASELINES; i++) {
		g_autofree double *values = compute (i, graph, target);

		g_assert_true (isfinite (values[0]) && isfinite (values[1]));
	}
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/baselines/by-hand", test_by_hand);
	g_test_add_func ("/graph/baselines/walks-see-the-plain-graph", test_walks);
	g_test_add_func ("/graph/baselines/random-graphs", test_random_graphs);
	g_test_add_func ("/graph/baselines/no-links", test_no_links);
	return g_test_run ();
}
