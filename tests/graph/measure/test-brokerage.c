/* tests/graph/measure/test-brokerage.c: betweenness between two sets by hand and by counting all
 * paths */
#include "graph/measure/brokerage.h"

#include <math.h>

#include "ingest/record/error.h"
#include "tests/common/helpers.h"
#include "tests/common/network-builder.h"

#define HOP_LOSS 0.1
#define SAME 1e-9 /* costs closer than this are one cost */

static double *
broker (const FairleadAdjacency *graph, GArray *target, GArray *market)
{
	g_autoptr (GError) error = NULL;
	double *result =
		fairlead_brokerage (graph, (const FairleadVertex *) (gpointer) target->data,
	                            target->len, (const FairleadVertex *) (gpointer) market->data,
	                            market->len, HOP_LOSS, NULL, &error);

	g_assert_no_error (error);
	return result;
}

static GArray *
vertices_of (FairleadNetwork *network, const char *letters)
{
	g_auto (GStrv) words = g_strsplit (letters, " ", -1);
	GArray *vertices = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));

	for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++) {
		FairleadVertex vertex = test_vertex (network, words[i]);

		g_array_append_val (vertices, vertex);
	}
	return vertices;
}

/*        B
 *      /   \            T and M are joined over B and over C at the same cost, and from M a tail
 *    T       M -- N     goes on to N. U reaches T alone.
 *   / \    /
 *  U    C               target T, market M, N, U:
 *
 * B and C have half of the pairs (T, M) and (T, N) each: 1/2 + 1/2 = 1. M is on all of (T, N): 1.
 * U, T and N are on nothing but as ends: 0. */
static void
test_by_hand (void)
{
	g_autoptr (FairleadNetwork) network = test_network_from (
		"T linked-party B; B linked-party M; T linked-party C; C linked-party M; "
		"M linked-party N; U linked-party T; D linked-party C");
	g_autoptr (FairleadAdjacency) graph = test_plain_adjacency (network);
	g_autoptr (GArray) target = vertices_of (network, "T");
	g_autoptr (GArray) market = vertices_of (network, "M N U");
	g_autofree double *value = broker (graph, target, market);
	static const struct {
		const char *letters;
		double value;
	} expected[] = { { "B", 1 }, { "C", 1 }, { "M", 1 }, { "N", 0 },
		         { "T", 0 }, { "U", 0 }, { "D", 0 } };

	for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
		g_assert_cmpfloat_with_epsilon (value[test_vertex (network, expected[i].letters)],
		                                expected[i].value, 1e-12);
}

/* The strong way of three links beats the weak one of two: 0.9^3 > 0.9^2 x 0.5 */
static void
test_strength_counts (void)
{
	g_autoptr (FairleadNetwork) network = test_network_from (
		"T linked-party B c=0.5; B linked-party M; T linked-party C; C linked-party D; "
		"D linked-party M");
	g_autoptr (FairleadAdjacency) graph = test_plain_adjacency (network);
	g_autoptr (GArray) target = vertices_of (network, "T");
	g_autoptr (GArray) market = vertices_of (network, "M");
	g_autofree double *value = broker (graph, target, market);

	g_assert_cmpfloat (value[test_vertex (network, "B")], ==, 0.0);
	g_assert_cmpfloat (value[test_vertex (network, "C")], ==, 1.0);
	g_assert_cmpfloat (value[test_vertex (network, "D")], ==, 1.0);
}

/* ---- the reference: all distances, and the number of shortest paths by steps that fit ---- */

typedef struct {
	guint n;
	double *cost; /* of the edge, INFINITY where there is none */
	double *distance;
	double *count; /* of shortest paths */
} Reference;

static void
count_paths_from (Reference *self, guint source)
{
	guint n = self->n;
	g_autofree gboolean *done = g_new0 (gboolean, n);

	self->count[source * n + source] = 1.0;
	/* in order of distance: costs are positive, so that all counts before a vertex are final */
	for (guint round = 0; round < n; round++) {
		guint next = n;

		for (guint i = 0; i < n; i++)
			if (!done[i]
			    && (next == n
			        || self->distance[source * n + i]
			                   < self->distance[source * n + next]))
				next = i;
		done[next] = TRUE;
		if (next == source || isinf (self->distance[source * n + next]))
			continue;
		for (guint before = 0; before < n; before++)
			if (fabs (self->distance[source * n + before]
			          + self->cost[before * n + next]
			          - self->distance[source * n + next])
			    < SAME)
				self->count[source * n + next] += self->count[source * n + before];
	}
}

static void
reference_init (Reference *self, const FairleadAdjacency *graph)
{
	guint n = self->n = graph->n_vertices;

	self->cost = test_dense_conductance (graph);
	self->distance = g_new (double, n *n);
	self->count = g_new0 (double, n *n);
	for (guint i = 0; i < n * n; i++) {
		self->cost[i] =
			self->cost[i] > 0.0 ? -log (self->cost[i] * (1.0 - HOP_LOSS)) : INFINITY;
		self->distance[i] = i / n == i % n ? 0.0 : self->cost[i];
	}
	for (guint over = 0; over < n; over++)
		for (guint i = 0; i < n; i++)
			for (guint j = 0; j < n; j++)
				self->distance[i * n + j] =
					MIN (self->distance[i * n + j],
				             self->distance[i * n + over]
				                     + self->distance[over * n + j]);
	for (guint source = 0; source < n; source++)
		count_paths_from (self, source);
}

static void
reference_clear (Reference *self)
{
	g_free (self->cost);
	g_free (self->distance);
	g_free (self->count);
}

static double
reference_value (const Reference *self, GArray *target, GArray *market, guint vertex)
{
	guint n = self->n;
	double sum = 0.0;

	for (guint i = 0; i < target->len; i++)
		for (guint j = 0; j < market->len; j++) {
			guint s = g_array_index (target, FairleadVertex, i);
			guint t = g_array_index (market, FairleadVertex, j);
			double whole = self->distance[s * n + t];

			if (s == t || vertex == s || vertex == t || isinf (whole)
			    || !(fabs (self->distance[s * n + vertex]
			               + self->distance[vertex * n + t] - whole)
			         < SAME))
				continue;
			sum += self->count[s * n + vertex] * self->count[vertex * n + t]
			       / self->count[s * n + t];
		}
	return sum;
}

static void
remove_members (GArray *from, GArray *members)
{
	for (guint i = from->len; i > 0; i--)
		for (guint j = 0; j < members->len; j++)
			if (g_array_index (from, FairleadVertex, i - 1)
			    == g_array_index (members, FairleadVertex, j)) {
				g_array_remove_index (from, i - 1);
				break;
			}
}

static void
check_random (GRand *random, guint n, guint n_links, gboolean coarse, gboolean overlap)
{
	g_autoptr (FairleadNetwork) network = test_random_network (random, n, n_links, coarse);
	g_autoptr (FairleadAdjacency) graph = test_plain_adjacency (network);
	g_autoptr (GArray) target =
		test_random_vertices (random, n, (guint) g_rand_int_range (random, 1, 5));
	g_autoptr (GArray) market = test_random_vertices (
		random, n, (guint) g_rand_int_range (random, 0, (gint) n + 1));
	g_autofree double *value = NULL;
	Reference reference;

	if (!overlap)
		remove_members (market, target);
	value = broker (graph, target, market);
	reference_init (&reference, graph);
	for (guint vertex = 0; vertex < n; vertex++)
		g_assert_cmpfloat_with_epsilon (
			value[vertex], reference_value (&reference, target, market, vertex), 1e-6);
	reference_clear (&reference);
}

static void
test_against_counting (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (71);

	for (guint round = 0; round < test_rounds (400); round++) {
		guint n = (guint) g_rand_int_range (random, 2, 22);
		guint n_links = (guint) g_rand_int_range (random, 0, 3 * (gint) n);

		check_random (random, n, n_links, round % 2 == 0, round % 3 == 0);
	}
}

static void
test_out_of_reach (void)
{
	g_autoptr (FairleadNetwork) network = test_network_from (
		"A linked-party B; B linked-party C; T is company; X linked-party X");
	g_autoptr (FairleadAdjacency) graph = test_plain_adjacency (network);
	g_autoptr (GArray) alone = vertices_of (network, "T");
	g_autoptr (GArray) both = vertices_of (network, "T A");
	g_autoptr (GArray) market = vertices_of (network, "A C X");
	g_autoptr (GArray) nobody = vertices_of (network, "");
	g_autofree double *isolated = broker (graph, alone, market);
	g_autofree double *value = broker (graph, both, market);
	g_autofree double *unsold = broker (graph, both, nobody);

	for (guint i = 0; i < graph->n_vertices; i++) {
		g_assert_cmpfloat (isolated[i], ==, 0.0);
		g_assert_cmpfloat (unsold[i], ==, 0.0);
		g_assert_cmpfloat (value[i], ==, i == test_vertex (network, "B") ? 1.0 : 0.0);
	}
}

/* More conductance everywhere in the same proportion, and a dead end more, move nothing */
static void
test_properties (void)
{
	static const char text[] =
		"T linked-party B c=0.8; B linked-party M c=0.4; T linked-party C c=0.4; "
		"C linked-party M c=0.8; B linked-party C c=0.2";
	g_autofree char *longer =
		g_strconcat (text, "; M linked-party E; E linked-party F; G is vessel", NULL);
	g_autoptr (FairleadNetwork) first = test_network_from (text);
	g_autoptr (FairleadNetwork) second = test_network_from (longer);
	g_autoptr (FairleadAdjacency) first_graph = test_plain_adjacency (first);
	g_autoptr (FairleadAdjacency) second_graph = test_plain_adjacency (second);
	g_autoptr (GArray) first_target = vertices_of (first, "T");
	g_autoptr (GArray) second_target = vertices_of (second, "T");
	g_autoptr (GArray) first_market = vertices_of (first, "M");
	g_autoptr (GArray) second_market = vertices_of (second, "M");
	g_autofree double *first_value = broker (first_graph, first_target, first_market);
	g_autofree double *second_value = broker (second_graph, second_target, second_market);
	g_autofree double *turned = broker (first_graph, first_market, first_target);

	for (const char *letter = "TBCM"; *letter != '\0'; letter++) {
		char letters[] = { *letter, '\0' };
		FairleadVertex vertex = test_vertex (first, letters);

		g_assert_cmpfloat_with_epsilon (first_value[vertex],
		                                second_value[test_vertex (second, letters)], 1e-12);
		g_assert_cmpfloat_with_epsilon (first_value[vertex], turned[vertex], 1e-12);
	}
}

static void
test_failures (void)
{
	g_autoptr (FairleadNetwork) network =
		test_network_from ("A linked-party B; B linked-party C");
	g_autoptr (FairleadAdjacency) graph = test_plain_adjacency (network);
	g_autoptr (GCancellable) cancellable = g_cancellable_new ();
	g_autoptr (GError) cancelled = NULL;
	const FairleadParallel how = { .cancellable = cancellable };
	g_autoptr (GError) bad = NULL;
	FairleadVertex target = 0, market = 2;

	g_cancellable_cancel (cancellable);
	g_assert_null (
		fairlead_brokerage (graph, &target, 1, &market, 1, HOP_LOSS, &how, &cancelled));
	g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	/* a loss that is a gain makes costs negative: a circle would be cheaper with each turn */
	g_assert_null (fairlead_brokerage (graph, &target, 1, &market, 1, -1.0, NULL, &bad));
	test_assert_error (bad, FAIRLEAD_ERROR, FAIRLEAD_ERROR_INVALID_VALUE,
	                   "computing betweenness");
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/brokerage/by-hand", test_by_hand);
	g_test_add_func ("/graph/brokerage/strength-counts", test_strength_counts);
	g_test_add_func ("/graph/brokerage/against-counting", test_against_counting);
	g_test_add_func ("/graph/brokerage/out-of-reach", test_out_of_reach);
	g_test_add_func ("/graph/brokerage/properties", test_properties);
	g_test_add_func ("/graph/brokerage/failures", test_failures);
	return g_test_run ();
}
