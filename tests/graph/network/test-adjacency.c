/* tests/graph/network/test-adjacency.c: parallel links become one edge, by hand and against a dense
 * count */
#include "graph/network/adjacency.h"

#include "tests/common/helpers.h"
#include "tests/common/network-builder.h"

/* A and B are linked four times: twice by ownership (1 and 0.9 x 0.5), once as director (0.7 x
 * 0.5),
 * and backwards as director (0.7); c = 1 - (1 - 1)(1 - 0.7) = 1. B and C: shareholder (0.9) and
 * director (0.7): c = 1 - 0.1 x 0.3 = 0.97. D is linked to itself alone; E and C without
 * confidence. */
static void
test_by_hand (void)
{
	g_autoptr (FairleadNetwork) network = test_network_from (
		"A registered-owner B; A shareholder B c=0.5; A director B c=0.5; B director A; "
		"C shareholder B; C director B; C shareholder B c=0.2; D linked-party D; E "
		"linked-party C c=0");
	g_autoptr (FairleadAdjacency) graph = NULL;
	FairleadParameters parameters;

	fairlead_parameters_init (&parameters);
	graph = fairlead_adjacency_new (network, &parameters);
	g_assert_cmpuint (graph->n_vertices, ==, 5);
	g_assert_cmpuint (graph->n_edges, ==, 2);
	g_assert_cmpuint (graph->ends[0], ==, test_vertex (network, "A"));
	g_assert_cmpuint (graph->ends[1], ==, test_vertex (network, "B"));
	g_assert_cmpfloat_with_epsilon (graph->conductance[0], 1.0, 1e-6);
	g_assert_cmpfloat_with_epsilon (graph->conductance[1], 0.97, 1e-6);
	g_assert_cmpuint (graph->edge_start[1] - graph->edge_start[0], ==, 4);
	g_assert_cmpuint (graph->edge_start[2] - graph->edge_start[1], ==, 3);
	g_assert_cmpuint (fairlead_adjacency_degree (graph, test_vertex (network, "B")), ==, 2);
	g_assert_cmpuint (fairlead_adjacency_degree (graph, test_vertex (network, "D")), ==, 0);
	g_assert_cmpuint (fairlead_adjacency_degree (graph, test_vertex (network, "E")), ==, 0);
}

static void
check_arcs (const FairleadAdjacency *graph)
{
	guint32 n_arcs = 0;

	for (FairleadVertex vertex = 0; vertex < graph->n_vertices; vertex++)
		for (guint32 arc = graph->start[vertex]; arc < graph->start[vertex + 1]; arc++) {
			guint32 edge = graph->edge[arc];
			FairleadVertex next = graph->neighbour[arc];

			if (arc > graph->start[vertex])
				g_assert_cmpuint (next, >, graph->neighbour[arc - 1]);
			g_assert_cmpuint (graph->ends[2 * edge], ==, MIN (vertex, next));
			g_assert_cmpuint (graph->ends[2 * edge + 1], ==, MAX (vertex, next));
			n_arcs++;
		}
	g_assert_cmpuint (n_arcs, ==, 2 * graph->n_edges);
}

static void
check_edges (FairleadNetwork *network, const FairleadAdjacency *graph,
             const FairleadParameters *parameters)
{
	guint32 n = graph->n_vertices;
	g_autofree double *dense = test_dense_conductance (graph);
	g_autofree double *expected = g_new0 (double, MAX (n * n, 1));
	g_autofree gfloat *conductance = fairlead_conductance_compute (network, parameters);
	guint n_links = 0;

	/* All links are of one class: the strongest counts */
	for (FairleadLink link = 0; link < fairlead_network_get_n_links (network); link++) {
		FairleadVertex a = fairlead_network_get_from (network, link);
		FairleadVertex b = fairlead_network_get_to (network, link);

		expected[a * n + b] = MAX (expected[a * n + b], (double) conductance[link]);
		expected[b * n + a] = expected[a * n + b] =
			MAX (expected[a * n + b], expected[b * n + a]);
	}
	for (guint i = 0; i < n * n; i++)
		g_assert_cmpfloat_with_epsilon (dense[i], expected[i], 1e-6);
	for (guint32 edge = 0; edge < graph->n_edges; edge++)
		for (guint32 i = graph->edge_start[edge]; i < graph->edge_start[edge + 1]; i++) {
			FairleadLink link = graph->edge_links[i];
			FairleadVertex a = fairlead_network_get_from (network, link);
			FairleadVertex b = fairlead_network_get_to (network, link);

			g_assert_cmpuint (graph->ends[2 * edge], ==, MIN (a, b));
			g_assert_cmpuint (graph->ends[2 * edge + 1], ==, MAX (a, b));
			if (i > graph->edge_start[edge])
				g_assert_cmpuint (link, >, graph->edge_links[i - 1]);
			n_links++;
		}
	g_assert_cmpuint (n_links, ==, fairlead_network_get_n_links (network));
}

static void
test_random (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (31);
	FairleadParameters parameters;

	test_plain_parameters (&parameters);
	for (guint round = 0; round < 100; round++) {
		guint n = (guint) g_rand_int_range (random, 1, 30);
		g_autoptr (FairleadNetwork) network = test_random_network (random, n, 2 * n, FALSE);
		g_autoptr (FairleadAdjacency) graph = fairlead_adjacency_new (network, &parameters);

		check_arcs (graph);
		check_edges (network, graph, &parameters);
	}
}

static void
test_empty (void)
{
	g_autoptr (FairleadRecords) records = fairlead_records_new ();
	g_autoptr (FairleadNetwork) network = fairlead_network_new (records);
	g_autoptr (FairleadAdjacency) graph = NULL;
	FairleadParameters parameters;

	fairlead_parameters_init (&parameters);
	graph = fairlead_adjacency_new (network, &parameters);
	g_assert_cmpuint (graph->n_edges, ==, 0);
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/adjacency/parallel-links-by-class", test_by_hand);
	g_test_add_func ("/graph/adjacency/against-a-dense-count", test_random);
	g_test_add_func ("/graph/adjacency/empty", test_empty);
	return g_test_run ();
}
