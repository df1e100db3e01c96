/* tests/graph/measure/test-betweenness.c: shares of cheapest paths by hand, by counting, by igraph
 * */
#include "graph/measure/betweenness/sampled.h"

#include <math.h>
#include <string.h>

#include "graph/igraph-scope-private.h"
#include "ingest/record/error.h"
#include "tests/common/helpers.h"
#include "tests/common/network-builder.h"

static double *
costs_of (const FairleadAdjacency *graph)
{
	double *cost = g_new (double, MAX (graph->n_edges, 1));

	for (guint32 edge = 0; edge < graph->n_edges; edge++)
		cost[edge] = -log ((double) graph->conductance[edge] * 0.9);
	return cost;
}

static const FairleadVertex *
members (GArray *set)
{
	return (const FairleadVertex *) (gpointer) set->data;
}

static double *
between (const FairleadAdjacency *graph, const double *cost, GArray *sources, GArray *sinks,
         guint n_threads)
{
	const FairleadParallel how = { .n_threads = n_threads };
	g_autoptr (GError) error = NULL;
	double *value = fairlead_betweenness_between (graph, cost, members (sources), sources->len,
	                                              members (sinks), sinks->len, &how, &error);

	g_assert_no_error (error);
	return value;
}

static double *
whole (const FairleadAdjacency *graph, const double *cost, guint n_threads)
{
	const FairleadParallel how = { .n_threads = n_threads };
	g_autoptr (GError) error = NULL;
	double *value = fairlead_betweenness (graph, cost, &how, &error);

	g_assert_no_error (error);
	return value;
}

/*    A -- B -- C -- D -- A       a square, with a tail at D
 *              D -- E -- F
 *
 * Of the whole: E is between F and the four others: 4. D is between E or F and A, B, C: 6, and has
 * half of (A, C): 6.5. A has half of the ways from B to D, E and F: 1.5; C the same. B has half
 * of (A, C). From B to E and F alone: A and C have 2 x 1/2, D has 2, E has 1. */
static void
test_by_hand (void)
{
	g_autoptr (FairleadNetwork) network = test_network_from (
		"A linked-party B; B linked-party C; C linked-party D; D linked-party A; "
		"D linked-party E; E linked-party F");
	g_autoptr (FairleadAdjacency) graph = test_plain_adjacency (network);
	static const struct {
		const char *letters;
		double whole;
		double between;
	} expected[] = { { "A", 1.5, 1 }, { "B", 0.5, 0 }, { "C", 1.5, 1 },
		         { "D", 6.5, 2 }, { "E", 4, 1 },   { "F", 0, 0 } };
	const FairleadVertex source = test_vertex (network, "B");
	const FairleadVertex sinks[] = { test_vertex (network, "E"), test_vertex (network, "F"),
		                         test_vertex (network, "E"), test_vertex (network, "B") };
	g_autofree double *all = whole (graph, NULL, 0);
	g_autofree double *some = fairlead_betweenness_between (graph, NULL, &source, 1, sinks,
	                                                        G_N_ELEMENTS (sinks), NULL, NULL);

	for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
		FairleadVertex vertex = test_vertex (network, expected[i].letters);

		g_assert_cmpfloat_with_epsilon (all[vertex], expected[i].whole, 1e-12);
		g_assert_cmpfloat_with_epsilon (some[vertex], expected[i].between, 1e-12);
	}
}

/* ---- random networks: with hubs, in parts, with ties ---- */

/* As many as @n_hubs take a part in half of the links; a third of the vertices, the last, have
 * links only among themselves */
static FairleadNetwork *
random_network (GRand *random, guint n, guint n_links, guint n_hubs, gboolean coarse)
{
	g_autoptr (FairleadRecords) records = fairlead_records_new ();
	FairleadSource source = { test_add_file (records, "random.csv", "test"), 1 };

	for (guint i = 0; i < n; i++) {
		g_autofree char *letters = g_strdup_printf ("V%04u", i);

		fairlead_records_describe (records, "test", letters, FAIRLEAD_KIND_COMPANY, source);
	}
	for (guint i = 0; i < n_links; i++) {
		gint cut = (gint) (2 * n / 3);
		gboolean is_first = i % 4 != 0;
		gint low = is_first ? 0 : cut, high = is_first ? cut : (gint) n;
		guint from = (guint) g_rand_int_range (random, low, high);
		guint to = (guint) g_rand_int_range (random, low, high);
		FairleadLinkRow link;

		if (n_hubs > 0 && i % 2 == 0)
			from = (guint) low + from % n_hubs;
		if (from == to)
			continue;
		link = fairlead_link_row (from, FAIRLEAD_LINK_LINKED, to, source);
		link.confidence = coarse ? (float) (1 << g_rand_int_range (random, 0, 3)) / 8.0f
		                         : (float) g_rand_double_range (random, 0.1, 1.0);
		fairlead_records_add_link (records, &link);
	}
	return fairlead_network_new (records);
}

/* ---- the slow reference: all distances by relaxing until nothing moves, paths by steps ---- */

typedef struct {
	guint n;
	double *distance, *paths; /* [n x n] */
} Reference;

static double
cost_of (const double *cost, guint32 edge)
{
	return cost != NULL ? cost[edge] : 1.0;
}

static void
relax_all (const FairleadAdjacency *graph, const double *cost, double *distance)
{
	for (gboolean moved = TRUE; moved;) {
		moved = FALSE;
		for (guint32 i = 0; i < 2 * graph->n_edges; i++) {
			FairleadVertex from = graph->ends[i], to = graph->ends[i ^ 1u];
			double further = distance[from] + cost_of (cost, i / 2);

			if (further < distance[to] - 1e-9) {
				distance[to] = further;
				moved = TRUE;
			}
		}
	}
}

/* Paths to a vertex: those to all that are one fitting edge nearer */
static double
count_paths (const FairleadAdjacency *graph, const double *cost, const double *distance,
             double *paths, FairleadVertex vertex)
{
	double sum = 0.0;

	if (paths[vertex] >= 0.0)
		return paths[vertex];
	for (guint32 arc = graph->start[vertex]; arc < graph->start[vertex + 1]; arc++) {
		FairleadVertex before = graph->neighbour[arc];
		double gap = distance[before] + cost_of (cost, graph->edge[arc]) - distance[vertex];

		if (fabs (gap) < 1e-9)
			sum += count_paths (graph, cost, distance, paths, before);
	}
	paths[vertex] = sum;
	return sum;
}

static void
reference_init (Reference *self, const FairleadAdjacency *graph, const double *cost)
{
	guint n = self->n = graph->n_vertices;

	self->distance = g_new (double, n *n);
	self->paths = g_new (double, n *n);
	for (guint source = 0; source < n; source++) {
		double *distance = self->distance + source * n, *paths = self->paths + source * n;

		for (guint i = 0; i < n; i++) {
			distance[i] = i == source ? 0.0 : INFINITY;
			paths[i] = i == source ? 1.0 : -1.0;
		}
		relax_all (graph, cost, distance);
		for (guint i = 0; i < n; i++)
			if (!isinf (distance[i]))
				count_paths (graph, cost, distance, paths, i);
	}
}

static void
reference_clear (Reference *self)
{
	g_free (self->distance);
	g_free (self->paths);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reference, reference_clear)

static double
reference_value (const Reference *self, GArray *sources, GArray *sinks, guint v)
{
	guint n = self->n;
	double sum = 0.0;

	for (guint i = 0; i < sources->len; i++)
		for (guint j = 0; j < sinks->len; j++) {
			guint s = members (sources)[i], t = members (sinks)[j];
			double around = self->distance[s * n + v] + self->distance[v * n + t];

			if (s != t && v != s && v != t && !isinf (around)
			    && fabs (around - self->distance[s * n + t]) < 1e-9)
				sum += self->paths[s * n + v] * self->paths[v * n + t]
				       / self->paths[s * n + t];
		}
	return sum;
}

static void
assert_near (double value, double expected)
{
	g_assert_cmpfloat_with_epsilon (value, expected, 1e-9 * MAX (1.0, expected));
}

static GArray *
everybody (guint n)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (1);

	return test_random_vertices (random, n, n);
}

static void
check_random (GRand *random, guint n, guint round)
{
	g_autoptr (FairleadNetwork) network =
		random_network (random, n, (guint) g_rand_int_range (random, 0, 3 * (gint) n),
	                        round % 3, round % 2 == 0);
	g_autoptr (FairleadAdjacency) graph = test_plain_adjacency (network);
	g_autofree double *cost = round % 4 < 3 ? costs_of (graph) : NULL;
	g_autoptr (GArray) sources = test_random_vertices (random, n, 1 + round % 9);
	g_autoptr (GArray) sinks = test_random_vertices (random, n, 1 + round % 7);
	g_autoptr (GArray) all = everybody (n);
	g_autofree double *some = between (graph, cost, sources, sinks, 2);
	g_autofree double *to_all = between (graph, cost, sources, all, 2);
	g_autofree double *value = whole (graph, cost, 2);
	g_auto (Reference) reference = { 0 };

	reference_init (&reference, graph, cost);
	for (guint v = 0; v < n; v++) {
		assert_near (some[v], reference_value (&reference, sources, sinks, v));
		assert_near (to_all[v], reference_value (&reference, sources, all, v));
		if (round % 8 == 0)
			assert_near (2.0 * value[v], reference_value (&reference, all, all, v));
	}
}

static void
test_against_counting (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (81);

	for (guint round = 0; round < test_rounds (120); round++)
		check_random (random, (guint) g_rand_int_range (random, 3, 50), round);
}

/* ---- igraph ---- */

static void
fill_igraph (const FairleadAdjacency *graph, const double *cost, FairleadIgraph *copy,
             igraph_vector_t *weights)
{
	g_auto (igraph_vector_int_t) edges = { 0 };

	igraph_vector_int_init (&edges, 2 * graph->n_edges);
	igraph_vector_init (weights, graph->n_edges);
	for (guint32 i = 0; i < 2 * graph->n_edges; i++)
		VECTOR (edges)[i] = graph->ends[i];
	for (guint32 i = 0; i < graph->n_edges; i++)
		VECTOR (*weights)[i] = cost_of (cost, i);
	g_assert_true (fairlead_igraph_create (copy, &edges, graph->n_vertices, NULL));
}

static void
fill_set (GArray *vertices, igraph_vector_int_t *set)
{
	igraph_vector_int_init (set, vertices->len);
	for (guint i = 0; i < vertices->len; i++)
		VECTOR (*set)[i] = members (vertices)[i];
}

/* igraph halves for an undirected graph, as if both ends of a pair stood in both sets */
static void
compare_with_igraph (const FairleadAdjacency *graph, const double *cost, GArray *sources,
                     GArray *sinks)
{
	g_autofree double *some = between (graph, cost, sources, sinks, 0);
	g_autofree double *all = whole (graph, cost, 0);
	G_GNUC_UNUSED g_auto (FairleadIgraphScope) scope = fairlead_igraph_scope_enter (NULL);
	g_auto (igraph_vector_int_t) from = { 0 }, to = { 0 };
	g_auto (igraph_vector_t) weights = { 0 }, values = { 0 }, subset = { 0 };
	g_auto (FairleadIgraph) copy = { .whole = FALSE };

	fill_igraph (graph, cost, &copy, &weights);
	fill_set (sources, &from);
	fill_set (sinks, &to);
	igraph_vector_init (&values, 0);
	igraph_vector_init (&subset, 0);
	g_assert_cmpint (fairlead_igraph_betweenness_between (&copy.graph, &subset, &from, &to,
	                                                      cost != NULL ? &weights : NULL),
	                 ==, IGRAPH_SUCCESS);
	g_assert_cmpint (
		fairlead_igraph_betweenness (&copy.graph, &values, cost != NULL ? &weights : NULL),
		==, IGRAPH_SUCCESS);
	for (guint v = 0; v < graph->n_vertices; v++) {
		assert_near (some[v], 2.0 * VECTOR (subset)[v]);
		assert_near (all[v], VECTOR (values)[v]);
	}
}

/* Large enough for searches that meet balls half-way, and for others that go all the way */
static void
test_against_igraph (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (82);

	for (guint round = 0; round < test_rounds (24); round++) {
		guint n = (guint) g_rand_int_range (random, 200, 500);
		g_autoptr (FairleadNetwork) network =
			random_network (random, n, 2 * n, round % 4, round % 2 == 0);
		g_autoptr (FairleadAdjacency) graph = test_plain_adjacency (network);
		g_autofree double *cost = costs_of (graph);
		g_autoptr (GArray) sources = test_random_vertices (random, n, 1 + round % 12);
		g_autoptr (GArray) sinks = test_random_vertices (random, n, 1 + 3 * round);

		compare_with_igraph (graph, round % 3 == 0 ? NULL : cost, sources, sinks);
	}
	g_assert_true (IGRAPH_FINALLY_STACK_EMPTY);
}

/* ---- properties ---- */

/* Costs so far apart that a step of the search holds a heap */
static void
test_uneven_costs (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (83);

	for (guint round = 0; round < 6; round++) {
		g_autoptr (FairleadNetwork) network = random_network (random, 200, 500, 2, FALSE);
		g_autoptr (FairleadAdjacency) graph = test_plain_adjacency (network);
		g_autofree double *cost = g_new (double, graph->n_edges);
		g_autoptr (GArray) sources = test_random_vertices (random, 200, 5);
		g_autoptr (GArray) sinks = test_random_vertices (random, 200, 5);

		for (guint32 edge = 0; edge < graph->n_edges; edge++)
			cost[edge] = exp (g_rand_double_range (random, -8.0, 8.0));
		compare_with_igraph (graph, cost, sources, sinks);
	}
}

static void
test_same_on_any_number_of_threads (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (84);
	const guint n = 400;

	for (guint round = 0; round < 4; round++) {
		g_autoptr (FairleadNetwork) network =
			random_network (random, n, 1000, 3, round % 2 == 0);
		g_autoptr (FairleadAdjacency) graph = test_plain_adjacency (network);
		g_autofree double *cost = costs_of (graph);
		g_autoptr (GArray) sources = test_random_vertices (random, n, 30);
		g_autoptr (GArray) sinks = test_random_vertices (random, n, 50);
		g_autofree double *some = between (graph, cost, sources, sinks, 1);
		g_autofree double *all = whole (graph, cost, 1);

		for (guint n_threads = 2; n_threads <= 3; n_threads++) {
			g_autofree double *some_too =
				between (graph, cost, sources, sinks, n_threads);
			g_autofree double *all_too = whole (graph, cost, n_threads);

			g_assert_cmpmem (some, n * sizeof *some, some_too, n * sizeof *some);
			g_assert_cmpmem (all, n * sizeof *all, all_too, n * sizeof *all);
		}
	}
}

/* The same links between other numbers, and one vertex more that has none */
static void
test_relabelled (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (85);
	g_autoptr (GString) text = g_string_new ("Z is company"), turned = g_string_new ("");
	g_autoptr (FairleadNetwork) first = NULL, second = NULL;
	g_autoptr (FairleadAdjacency) first_graph = NULL, second_graph = NULL;
	g_autofree double *value = NULL, *other = NULL;

	for (guint i = 0; i < 60; i++) {
		gint from = g_rand_int_range (random, 10, 40),
		     to = g_rand_int_range (random, 10, 40);

		g_string_append_printf (text, "; V%d linked-party V%d", from, to);
		g_string_append_printf (turned, "%sV%d linked-party V%d", i > 0 ? "; " : "",
		                        99 - from, 99 - to);
	}
	first = test_network_from (text->str);
	second = test_network_from (turned->str);
	first_graph = test_plain_adjacency (first);
	second_graph = test_plain_adjacency (second);
	value = whole (first_graph, NULL, 0);
	other = whole (second_graph, NULL, 0);
	g_assert_cmpfloat (value[test_vertex (first, "Z")], ==, 0.0);
	for (guint i = 10; i < 40; i++) {
		g_autofree char *letters = g_strdup_printf ("V%u", i);
		g_autofree char *letters_there = g_strdup_printf ("V%u", 99 - i);

		if (strstr (text->str, letters) != NULL)
			assert_near (value[test_vertex (first, letters)],
			             other[test_vertex (second, letters_there)]);
	}
}

/* ---- sampled ---- */

static void
sample (const FairleadAdjacency *graph, const double *cost, double epsilon, guint n_threads,
        FairleadSampledBetweenness *result)
{
	const FairleadParallel how = { .n_threads = n_threads };
	g_autoptr (GError) error = NULL;

	g_assert_true (
		fairlead_betweenness_sampled (graph, cost, epsilon, 0.9, 7, &how, result, &error));
	g_assert_no_error (error);
	g_assert_cmpfloat (result->error, <=, epsilon);
	g_assert_cmpfloat (result->confidence, ==, 0.9);
}

/* Within the error that is promised, and the same on any number of threads. The risk of 0.1 is
 * far from used up by bounds that hold for every network; a seed that fails would be a mistake. */
static void
test_sampled (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (87);
	const guint n = 150;

	for (guint round = 0; round < 6; round++) {
		g_autoptr (FairleadNetwork) network =
			random_network (random, n, 3 * n, round % 3, round % 4 == 1);
		g_autoptr (FairleadAdjacency) graph = test_plain_adjacency (network);
		g_autofree double *costs = costs_of (graph);
		const double *cost = round % 2 == 0 ? NULL : costs;
		g_autofree double *exact = whole (graph, cost, 0);
		g_auto (FairleadSampledBetweenness) drawn = { 0 }, again = { 0 };

		sample (graph, cost, 0.05, 1, &drawn);
		sample (graph, cost, 0.05, 3, &again);
		g_assert_cmpuint (drawn.n_samples, ==, again.n_samples);
		g_assert_cmpmem (drawn.value, n * sizeof *exact, again.value, n * sizeof *exact);
		for (guint v = 0; v < n; v++)
			g_assert_cmpfloat_with_epsilon (
				drawn.value[v], exact[v] / (n * (n - 1) / 2.0), drawn.error);
	}
}

static void
count_progress (guint64 done, guint64 total, gpointer user_data)
{
	guint64 *last = user_data;

	g_assert_cmpuint (done, >, *last);
	g_assert_cmpuint (done, <=, total);
	*last = done;
}

static void
cancel (guint64 done, guint64 total, gpointer user_data)
{
	(void) done;
	(void) total;
	g_cancellable_cancel (user_data);
}

static void
test_progress_and_failures (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (86);
	g_autoptr (FairleadNetwork) network = random_network (random, 300, 900, 0, FALSE);
	g_autoptr (FairleadAdjacency) graph = test_plain_adjacency (network);
	g_autofree double *cost = costs_of (graph);
	g_autoptr (GCancellable) cancellable = g_cancellable_new ();
	g_autoptr (GError) cancelled = NULL, bad = NULL;
	guint64 last = 0;
	const FairleadParallel told = { .progress = count_progress, .user_data = &last };
	const FairleadParallel stopped = { .cancellable = cancellable,
		                           .progress = cancel,
		                           .user_data = cancellable };
	g_autofree double *value = fairlead_betweenness (graph, NULL, &told, NULL);

	g_assert_nonnull (value);
	g_assert_cmpuint (last, >, 0);
	g_assert_null (fairlead_betweenness (graph, NULL, &stopped, &cancelled));
	g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	cost[7] = 0.0;
	g_assert_null (fairlead_betweenness (graph, cost, NULL, &bad));
	test_assert_error (bad, FAIRLEAD_ERROR, FAIRLEAD_ERROR_INVALID_VALUE, "costs 0");
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/betweenness/by-hand", test_by_hand);
	g_test_add_func ("/graph/betweenness/against-counting", test_against_counting);
	g_test_add_func ("/graph/betweenness/against-igraph", test_against_igraph);
	g_test_add_func ("/graph/betweenness/uneven-costs", test_uneven_costs);
	g_test_add_func ("/graph/betweenness/same-on-any-number-of-threads",
	                 test_same_on_any_number_of_threads);
	g_test_add_func ("/graph/betweenness/relabelled", test_relabelled);
	g_test_add_func ("/graph/betweenness/sampled", test_sampled);
	g_test_add_func ("/graph/betweenness/progress-and-failures", test_progress_and_failures);
	return g_test_run ();
}
