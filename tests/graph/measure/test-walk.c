/* tests/graph/measure/test-walk.c: the random walk with restart by hand, by elimination and by
 * igraph */
#include "graph/measure/walk.h"

#include <math.h>

#include "graph/igraph-scope-private.h"
#include "ingest/record/error.h"
#include "tests/common/helpers.h"
#include "tests/common/network-builder.h"

#define TOLERANCE 1e-12

static double *
walk (const FairleadAdjacency *graph, const FairleadVertex *start, guint32 n, double restart)
{
	g_autoptr (GError) error = NULL;
	double *value = fairlead_walk (graph, start, n, restart, TOLERANCE, NULL, &error);

	g_assert_no_error (error);
	return value;
}

/*   A --1-- B --1/2-- C      restart at A, a = 1/2
 *
 * B leaves to A with chance 2/3 and to C with 1/3, so that
 *   A = 1/2 + 1/2 (2/3 B),  B = 1/2 (A + C),  C = 1/2 (1/3 B)
 * With C = B/6 and A = 1/2 + B/3:  B = 1/4 + B/6 + B/12, so B = 1/3, A = 11/18, C = 1/18. */
static void
test_by_hand (void)
{
	g_autoptr (FairleadNetwork) network =
		test_network_from ("A linked-party B; B linked-party C c=0.5");
	g_autoptr (FairleadAdjacency) graph = test_plain_adjacency (network);
	FairleadVertex start = test_vertex (network, "A");
	g_autofree double *value = walk (graph, &start, 1, 0.5);

	g_assert_cmpfloat_with_epsilon (value[test_vertex (network, "A")], 11.0 / 18, 1e-11);
	g_assert_cmpfloat_with_epsilon (value[test_vertex (network, "B")], 1.0 / 3, 1e-11);
	g_assert_cmpfloat_with_epsilon (value[test_vertex (network, "C")], 1.0 / 18, 1e-11);
}

/* Solves a x = b in place by Gauss's elimination with pivots; x is left in b */
static void
eliminate (double *a, double *b, guint n)
{
	for (guint column = 0; column < n; column++) {
		guint pivot = column;

		for (guint row = column + 1; row < n; row++)
			if (fabs (a[row * n + column]) > fabs (a[pivot * n + column]))
				pivot = row;
		for (guint i = 0; i < n; i++) {
			double kept = a[column * n + i];

			a[column * n + i] = a[pivot * n + i];
			a[pivot * n + i] = kept;
		}
		double kept = b[column];
		b[column] = b[pivot];
		b[pivot] = kept;
		for (guint row = 0; row < n; row++) {
			double factor = a[row * n + column] / a[column * n + column];

			if (row == column)
				continue;
			for (guint i = column; i < n; i++)
				a[row * n + i] -= factor * a[column * n + i];
			b[row] -= factor * b[column];
		}
	}
	for (guint i = 0; i < n; i++)
		b[i] /= a[i * n + i];
}

/* r = a s + (1 - a) M r, where M moves by conductance, and from a vertex without edges to s */
static double *
solve_densely (const FairleadAdjacency *graph, const FairleadVertex *start, guint n_start,
               double restart)
{
	guint n = graph->n_vertices;
	g_autofree double *dense = test_dense_conductance (graph);
	g_autofree double *matrix = g_new0 (double, n *n);
	g_autofree double *s = g_new0 (double, n);
	double *result = g_new0 (double, n);

	for (guint i = 0; i < n_start; i++)
		s[start == NULL ? i : start[i]] = 1.0 / n_start;
	for (guint from = 0; from < n; from++) {
		double strength = 0.0;

		for (guint to = 0; to < n; to++)
			strength += dense[from * n + to];
		for (guint to = 0; to < n; to++)
			matrix[to * n + from] =
				(to == from ? 1.0 : 0.0)
				- (1.0 - restart)
					  * (strength > 0.0 ? dense[from * n + to] / strength
			                                    : s[to]);
	}
	for (guint i = 0; i < n; i++)
		result[i] = restart * s[i];
	eliminate (matrix, result, n);
	return result;
}

static void
check_equal (const double *value, const double *expected, guint n, double epsilon)
{
	double sum = 0.0;

	for (guint i = 0; i < n; i++) {
		g_assert_cmpfloat_with_epsilon (value[i], expected[i], epsilon);
		sum += value[i];
	}
	g_assert_cmpfloat_with_epsilon (sum, 1.0, 1e-12);
}

static void
test_against_elimination (void)
{
	static const double restarts[] = { 0.05, 0.2, 0.5, 0.9 };
	g_autoptr (GRand) random = g_rand_new_with_seed (61);

	for (guint round = 0; round < test_rounds (120); round++) {
		guint n = (guint) g_rand_int_range (random, 1, 25);
		double restart = restarts[round % G_N_ELEMENTS (restarts)];
		g_autoptr (FairleadNetwork) network = test_random_network (
			random, n, (guint) g_rand_int_range (random, 0, 40), FALSE);
		g_autoptr (FairleadAdjacency) graph = test_plain_adjacency (network);
		g_autoptr (GArray) start = test_random_vertices (random, n, 1 + round % 4);
		const FairleadVertex *from = (const FairleadVertex *) (gpointer) start->data;
		g_autofree double *value = walk (graph, from, start->len, restart);
		g_autofree double *expected = solve_densely (graph, from, start->len, restart);
		g_autofree double *everywhere = walk (graph, NULL, 0, restart);
		g_autofree double *expected_everywhere = solve_densely (graph, NULL, n, restart);

		check_equal (value, expected, n, 1e-10);
		check_equal (everywhere, expected_everywhere, n, 1e-10);
	}
}

/* PRPACK, which sends the walker from a dead end anywhere: only graphs without one compare */
static void
compute_by_igraph (const FairleadAdjacency *graph, GArray *start, double restart,
                   igraph_vector_t *value)
{
	G_GNUC_UNUSED g_auto (FairleadIgraphScope) scope = fairlead_igraph_scope_enter (NULL);
	g_auto (igraph_vector_int_t) edges = { 0 }, seeds = { 0 };
	g_auto (igraph_vector_t) weights = { 0 };
	g_auto (FairleadIgraph) copy = { .whole = FALSE };
	g_autoptr (GError) error = NULL;

	igraph_vector_int_init (&edges, 0);
	igraph_vector_int_init (&seeds, 0);
	igraph_vector_init (&weights, 0);
	for (guint32 edge = 0; edge < graph->n_edges; edge++) {
		igraph_vector_int_push_back (&edges, graph->ends[2 * edge]);
		igraph_vector_int_push_back (&edges, graph->ends[2 * edge + 1]);
		igraph_vector_push_back (&weights, (double) graph->conductance[edge]);
	}
	for (guint i = 0; i < start->len; i++)
		igraph_vector_int_push_back (&seeds, g_array_index (start, FairleadVertex, i));
	g_assert_true (fairlead_igraph_create (&copy, &edges, graph->n_vertices, &error));
	fairlead_igraph_check (
		fairlead_igraph_pagerank_of (&copy.graph, value, &seeds, 1.0 - restart, &weights),
		"ranking pages", &error);
	g_assert_no_error (error);
}

static gboolean
has_dead_ends (const FairleadAdjacency *graph)
{
	for (FairleadVertex vertex = 0; vertex < graph->n_vertices; vertex++)
		if (fairlead_adjacency_degree (graph, vertex) == 0)
			return TRUE;
	return FALSE;
}

static void
test_against_igraph (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (62);
	guint n_compared = 0;

	for (guint round = 0; round < 60; round++) {
		guint n = (guint) g_rand_int_range (random, 2, 60);
		g_autoptr (FairleadNetwork) network = test_random_network (random, n, 3 * n, FALSE);
		g_autoptr (FairleadAdjacency) graph = test_plain_adjacency (network);
		g_autoptr (GArray) start = test_random_vertices (random, n, 2);
		g_auto (igraph_vector_t) expected = { 0 };
		g_autofree double *value = walk (
			graph, (const FairleadVertex *) (gpointer) start->data, start->len, 0.2);

		if (has_dead_ends (graph))
			continue;
		igraph_vector_init (&expected, 0);
		compute_by_igraph (graph, start, 0.2, &expected);
		check_equal (value, VECTOR (expected), n, 1e-8);
		n_compared++;
	}
	g_assert_cmpuint (n_compared, >, 30);
	g_assert_true (IGRAPH_FINALLY_STACK_EMPTY);
}

/* The same graph with its entities named backwards, and one more that nothing is linked to */
static void
test_relabelled (void)
{
	static const char text[] =
		"A linked-party B c=0.3; B linked-party C; C linked-party A c=0.7; "
		"C linked-party D";
	static const char renamed[] =
		"Z linked-party Y c=0.3; Y linked-party X; X linked-party Z c=0.7; "
		"X linked-party W";
	g_autofree char *with_one_more = g_strconcat (renamed, "; K is company", NULL);
	g_autoptr (FairleadNetwork) first = test_network_from (text);
	g_autoptr (FairleadNetwork) second = test_network_from (with_one_more);
	g_autoptr (FairleadAdjacency) first_graph = test_plain_adjacency (first);
	g_autoptr (FairleadAdjacency) second_graph = test_plain_adjacency (second);
	FairleadVertex first_start = test_vertex (first, "A"),
		       second_start = test_vertex (second, "Z");
	g_autofree double *first_value = walk (first_graph, &first_start, 1, 0.2);
	g_autofree double *second_value = walk (second_graph, &second_start, 1, 0.2);
	static const char *const pairs[][2] = {
		{ "A", "Z" }, { "B", "Y" }, { "C", "X" }, { "D", "W" }
	};

	for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
		g_assert_cmpfloat_with_epsilon (first_value[test_vertex (first, pairs[i][0])],
		                                second_value[test_vertex (second, pairs[i][1])],
		                                1e-11);
	g_assert_cmpfloat (second_value[test_vertex (second, "K")], ==, 0.0);
}

/* Of two seeds one is alone: its walkers restart at once. With x the time at I, (1 - a) x restarts,
 * half of it at I: x = a/2 + (1 - a) x/2, so x = a / (1 + a); with a = 1/2, x = 1/3. */
static void
test_isolated_seeds (void)
{
	g_autoptr (FairleadNetwork) network = test_network_from ("A linked-party B; I is company");
	g_autoptr (FairleadAdjacency) graph = test_plain_adjacency (network);
	FairleadVertex seeds[] = { test_vertex (network, "A"), test_vertex (network, "I") };
	g_autofree double *both = walk (graph, seeds, 2, 0.5);
	g_autofree double *alone = walk (graph, &seeds[1], 1, 0.5);

	g_assert_cmpfloat_with_epsilon (both[seeds[1]], 1.0 / 3, 1e-11);
	g_assert_cmpfloat_with_epsilon (alone[seeds[1]], 1.0, 1e-12);
	g_assert_cmpfloat (alone[seeds[0]], ==, 0.0);
}

static void
test_failures (void)
{
	g_autoptr (FairleadNetwork) network =
		test_network_from ("A linked-party B; B linked-party C");
	g_autoptr (FairleadAdjacency) graph = test_plain_adjacency (network);
	g_autoptr (GCancellable) cancellable = g_cancellable_new ();
	g_autoptr (GError) unsettled = NULL;
	g_autoptr (GError) cancelled = NULL;
	FairleadVertex start = 0;

	g_assert_null (fairlead_walk (graph, &start, 1, 1e-6, 1e-12, NULL, &unsettled));
	test_assert_error (unsettled, FAIRLEAD_ERROR, FAIRLEAD_ERROR_NO_CONVERGENCE,
	                   "did not settle");
	g_cancellable_cancel (cancellable);
	g_assert_null (fairlead_walk (graph, &start, 1, 0.2, 1e-12, cancellable, &cancelled));
	g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* The tolerance bounds the error in sum, as the docstring promises */
static void
test_tolerance (void)
{
	static const double tolerances[] = { 1e-2, 1e-4, 1e-7 };
	g_autoptr (GRand) random = g_rand_new_with_seed (63);

	for (guint round = 0; round < 60; round++) {
		double tolerance = tolerances[round % G_N_ELEMENTS (tolerances)];
		double wrong = 0.0;
		g_autoptr (FairleadNetwork) network = test_random_network (random, 20, 60, FALSE);
		g_autoptr (FairleadAdjacency) graph = test_plain_adjacency (network);
		FairleadVertex start = 0;
		g_autofree double *expected = solve_densely (graph, &start, 1, 0.2);
		g_autofree double *value =
			fairlead_walk (graph, &start, 1, 0.2, tolerance, NULL, NULL);

		for (guint i = 0; i < 20; i++)
			wrong += fabs (value[i] - expected[i]);
		g_assert_cmpfloat (wrong, <=, 2.0 * tolerance); /* twice: it is scaled to sum 1 */
	}
}

/* Eleven walks take two passes side by side; each is what it is alone, on any number of threads */
static void
test_many_at_once (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (63);
	const guint n = 200, n_walks = 11;
	g_autoptr (FairleadNetwork) network = test_random_network (random, n, 2 * n, FALSE);
	g_autoptr (FairleadAdjacency) graph = test_plain_adjacency (network);
	g_autofree FairleadVertex *vertices = g_new (FairleadVertex, 2 * n_walks);
	g_autofree FairleadWalkStart *starts = g_new (FairleadWalkStart, n_walks);

	for (guint i = 0; i < n_walks; i++) {
		vertices[2 * i] = (FairleadVertex) g_rand_int_range (random, 0, (gint) n / 2);
		vertices[2 * i + 1] = n / 2 + i;
		starts[i] = (FairleadWalkStart){ i == 4 ? NULL : vertices + 2 * i, 2 };
	}
	for (guint n_threads = 1; n_threads <= 3; n_threads++) {
		const FairleadParallel how = { .n_threads = n_threads };
		g_autoptr (GError) error = NULL;
		g_autoptr (GPtrArray) many =
			fairlead_walk_many (graph, starts, n_walks, 0.2, TOLERANCE, &how, &error);

		g_assert_no_error (error);
		g_assert_cmpuint (many->len, ==, n_walks);
		for (guint i = 0; i < n_walks; i++) {
			g_autofree double *alone = walk (graph, starts[i].vertices, 2, 0.2);

			g_assert_cmpmem (g_ptr_array_index (many, i), n * sizeof *alone, alone,
			                 n * sizeof *alone);
		}
	}
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/walk/by-hand", test_by_hand);
	g_test_add_func ("/graph/walk/against-elimination", test_against_elimination);
	g_test_add_func ("/graph/walk/against-igraph", test_against_igraph);
	g_test_add_func ("/graph/walk/relabelled", test_relabelled);
	g_test_add_func ("/graph/walk/isolated-seeds", test_isolated_seeds);
	g_test_add_func ("/graph/walk/failures", test_failures);
	g_test_add_func ("/graph/walk/tolerance", test_tolerance);
	g_test_add_func ("/graph/walk/many-at-once", test_many_at_once);
	return g_test_run ();
}
