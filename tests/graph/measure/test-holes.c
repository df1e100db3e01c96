/* tests/graph/measure/test-holes.c: structural holes by hand, by the sums of their definition, by
 * igraph */
#include "graph/measure/holes.h"

#include <math.h>

#include "graph/igraph-scope-private.h"
#include "tests/common/helpers.h"
#include "tests/common/network-builder.h"

static void
measure (const FairleadAdjacency *graph, guint n_threads, double **constraint, double **size)
{
	const FairleadParallel how = { .n_threads = n_threads };
	g_autoptr (GError) error = NULL;

	g_assert_true (fairlead_holes (graph, &how, constraint, size, &error));
	g_assert_no_error (error);
}

/*   A -- B          A has three contacts, of whom B and C know each other. All ties are 1.
 *   | \  |
 *   D   \C
 *
 * For A, p is 1/3: D holds it with 1/3, B and C each with 1/3 + 1/3 x 1/2 = 1/2, so that its
 * constraint is 1/9 + 1/4 + 1/4 = 11/18. B and C each stand for the other, which has a third of A's
 * ties: effective size 3 - 1/3 - 1/3. D has A alone: 1, and 1. */
static void
test_by_hand (void)
{
	g_autoptr (FairleadNetwork) network = test_network_from (
		"A linked-party B; A linked-party C; A linked-party D; B linked-party C; "
		"E is company");
	g_autoptr (FairleadAdjacency) graph = test_plain_adjacency (network);
	g_autofree double *constraint = NULL, *size = NULL;
	FairleadVertex a = test_vertex (network, "A"), d = test_vertex (network, "D");
	FairleadVertex e = test_vertex (network, "E");

	measure (graph, 0, &constraint, &size);
	g_assert_cmpfloat_with_epsilon (constraint[a], 11.0 / 18.0, 1e-12);
	g_assert_cmpfloat_with_epsilon (size[a], 7.0 / 3.0, 1e-12);
	g_assert_cmpfloat_with_epsilon (constraint[d], 1.0, 1e-12);
	g_assert_cmpfloat_with_epsilon (size[d], 1.0, 1e-12);
	g_assert_true (isnan (constraint[e]));
	g_assert_cmpfloat (size[e], ==, 0.0);
}

/* The definition, word by word, over a dense matrix */
static void
measure_densely (const double *tie, guint n, guint i, double *constraint, double *size)
{
	g_autofree double *strength = g_new0 (double, n);
	g_autofree double *greatest = g_new0 (double, n);

	for (guint j = 0; j < n; j++)
		for (guint k = 0; k < n; k++) {
			strength[j] += tie[j * n + k];
			greatest[j] = MAX (greatest[j], tie[j * n + k]);
		}
	*constraint = *size = 0.0;
	for (guint j = 0; j < n; j++) {
		double held = tie[i * n + j] / strength[i], known = 0.0;

		if (!(tie[i * n + j] > 0.0))
			continue;
		for (guint q = 0; q < n; q++)
			if (tie[i * n + q] > 0.0 && q != j && q != i) {
				double p = tie[i * n + q] / strength[i];

				held += p * tie[q * n + j] / strength[q];
				known += p * tie[j * n + q] / greatest[j];
			}
		*constraint += held * held;
		*size += 1.0 - known;
	}
}

static void
measure_by_igraph (const FairleadAdjacency *graph, igraph_vector_t *constraint)
{
	G_GNUC_UNUSED g_auto (FairleadIgraphScope) scope = fairlead_igraph_scope_enter (NULL);
	g_auto (igraph_vector_int_t) edges = { 0 };
	g_auto (igraph_vector_t) weights = { 0 };
	g_auto (FairleadIgraph) copy = { .whole = FALSE };

	igraph_vector_int_init (&edges, 2 * graph->n_edges);
	igraph_vector_init (&weights, graph->n_edges);
	for (guint32 i = 0; i < 2 * graph->n_edges; i++)
		VECTOR (edges)[i] = graph->ends[i];
	for (guint32 i = 0; i < graph->n_edges; i++)
		VECTOR (weights)[i] = (double) graph->conductance[i];
	g_assert_true (fairlead_igraph_create (&copy, &edges, graph->n_vertices, NULL));
	g_assert_cmpint (igraph_constraint (&copy.graph, constraint, igraph_vss_all (), &weights),
	                 ==, IGRAPH_SUCCESS);
}

static void
test_against_definition (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (91);

	for (guint round = 0; round < 60; round++) {
		guint n = (guint) g_rand_int_range (random, 2, 40);
		g_autoptr (FairleadNetwork) network = test_random_network (
			random, n, (guint) g_rand_int_range (random, 0, 4 * (gint) n), round % 2);
		g_autoptr (FairleadAdjacency) graph = test_plain_adjacency (network);
		g_autofree double *tie = test_dense_conductance (graph);
		g_autofree double *constraint = NULL, *size = NULL;
		g_auto (igraph_vector_t) peer = { 0 };

		measure (graph, 2, &constraint, &size);
		igraph_vector_init (&peer, 0);
		measure_by_igraph (graph, &peer);
		for (guint i = 0; i < n; i++) {
			double expected, expected_size;

			measure_densely (tie, n, i, &expected, &expected_size);
			g_assert_cmpfloat_with_epsilon (size[i], expected_size, 1e-9);
			g_assert_true (isnan (constraint[i]) == isnan (VECTOR (peer)[i]));
			if (isnan (constraint[i]))
				continue;
			g_assert_cmpfloat_with_epsilon (constraint[i], expected, 1e-9);
			g_assert_cmpfloat_with_epsilon (constraint[i], VECTOR (peer)[i], 1e-9);
		}
	}
	g_assert_true (IGRAPH_FINALLY_STACK_EMPTY);
}

static void
test_same_on_any_number_of_threads (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (92);
	const guint n = 9000; /* more than one piece of work */
	g_autoptr (FairleadNetwork) network = test_random_network (random, n, 3 * n, FALSE);
	g_autoptr (FairleadAdjacency) graph = test_plain_adjacency (network);
	g_autofree double *constraint = NULL, *size = NULL;

	measure (graph, 1, &constraint, &size);
	for (guint n_threads = 2; n_threads <= 3; n_threads++) {
		g_autofree double *constraint_too = NULL, *size_too = NULL;

		measure (graph, n_threads, &constraint_too, &size_too);
		g_assert_cmpmem (constraint, n * sizeof *constraint, constraint_too,
		                 n * sizeof *constraint);
		g_assert_cmpmem (size, n * sizeof *size, size_too, n * sizeof *size);
	}
}

static void
test_relabelled (void)
{
	g_autoptr (FairleadNetwork) first =
		test_network_from ("A linked-party B c=0.5; B linked-party C; C linked-party A; "
	                           "C linked-party D c=0.25");
	g_autoptr (FairleadNetwork) second = test_network_from (
		"Z linked-party Y c=0.5; Y linked-party X; X linked-party Z; X linked-party W "
		"c=0.25; M is company");
	g_autoptr (FairleadAdjacency) first_graph = test_plain_adjacency (first);
	g_autoptr (FairleadAdjacency) second_graph = test_plain_adjacency (second);
	g_autofree double *constraint = NULL, *size = NULL, *other = NULL, *other_size = NULL;
	static const char *const pairs[][2] = {
		{ "A", "Z" }, { "B", "Y" }, { "C", "X" }, { "D", "W" }
	};

	measure (first_graph, 0, &constraint, &size);
	measure (second_graph, 0, &other, &other_size);
	for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
		FairleadVertex here = test_vertex (first, pairs[i][0]);
		FairleadVertex there = test_vertex (second, pairs[i][1]);

		g_assert_cmpfloat_with_epsilon (constraint[here], other[there], 1e-12);
		g_assert_cmpfloat_with_epsilon (size[here], other_size[there], 1e-12);
	}
}

static void
test_cancelled (void)
{
	g_autoptr (FairleadNetwork) network = test_network_from ("A linked-party B");
	g_autoptr (FairleadAdjacency) graph = test_plain_adjacency (network);
	g_autoptr (GCancellable) cancellable = g_cancellable_new ();
	const FairleadParallel how = { .cancellable = cancellable };
	g_autoptr (GError) error = NULL;
	double *constraint = NULL;

	g_cancellable_cancel (cancellable);
	g_assert_false (fairlead_holes (graph, &how, &constraint, NULL, &error));
	g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	g_assert_null (constraint);
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/holes/by-hand", test_by_hand);
	g_test_add_func ("/graph/holes/against-definition", test_against_definition);
	g_test_add_func ("/graph/holes/same-on-any-number-of-threads",
	                 test_same_on_any_number_of_threads);
	g_test_add_func ("/graph/holes/relabelled", test_relabelled);
	g_test_add_func ("/graph/holes/cancelled", test_cancelled);
	return g_test_run ();
}
