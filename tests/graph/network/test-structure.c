/* tests/graph/network/test-structure.c: cuts, neighbours, currents, Katz and cores, by hand, by
 * slow references and by igraph */
#include <math.h>

#include "graph/igraph-scope-private.h"
#include "graph/measure/communities.h"
#include "graph/measure/cuts.h"
#include "graph/measure/eigenvalue.h"
#include "graph/measure/roles.h"
#include "graph/measure/spectral.h"
#include "tests/common/helpers.h"
#include "tests/common/network-builder.h"

static const FairleadVertex *
vertices (const GArray *array)
{
	return (const FairleadVertex *) (gconstpointer) array->data;
}

typedef struct {
	FairleadNetwork *network;
	FairleadAdjacency *graph;
	GArray *target;
	GArray *market;
	guint8 *is_target;
} Case;

static void
case_clear (Case *self)
{
	fairlead_adjacency_free (self->graph);
	g_object_unref (self->network);
	g_array_unref (self->target);
	g_array_unref (self->market);
	g_free (self->is_target);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, case_clear)

/* The market is everybody who is not of the target */
static Case
case_of (FairleadNetwork *network, GArray *target)
{
	Case self = { .network = network, .target = target };

	self.graph = test_plain_adjacency (network);
	self.is_target = g_malloc0 (MAX (self.graph->n_vertices, 1));
	self.market = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	for (guint i = 0; i < target->len; i++)
		self.is_target[vertices (target)[i]] = TRUE;
	for (FairleadVertex vertex = 0; vertex < self.graph->n_vertices; vertex++)
		if (!self.is_target[vertex])
			g_array_append_val (self.market, vertex);
	return self;
}

static Case
case_from (const char *text, const char *target)
{
	FairleadNetwork *network = test_network_from (text);
	GArray *array = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	FairleadVertex vertex = test_vertex (network, target);

	g_array_append_val (array, vertex);
	return case_of (network, array);
}

static Case
random_case (GRand *random, guint n_targets)
{
	guint n = (guint) g_rand_int_range (random, 2, 16);
	guint n_links = (guint) g_rand_int_range (random, 1, 26);
	FairleadNetwork *network = test_random_network (random, n, n_links, FALSE);

	return case_of (network, test_random_vertices (random, n, n_targets));
}

static FairleadVertex
at (const Case *self, const char *letters)
{
	return test_vertex (self->network, letters);
}

/* ---- cuts ---- */

static void
cuts_of (const Case *self, FairleadCuts *cuts)
{
	fairlead_cuts_init (cuts, self->graph, vertices (self->target), self->target->len,
	                    vertices (self->market), self->market->len);
}

/* Borgatti's path a-b-c-d-e: without c four are left, in pairs: F = 1 - 4/12 */
static void
test_path (void)
{
	g_auto (Case) self = case_from ("A linked-party B; B linked-party C; C linked-party D; "
	                                "D linked-party E",
	                                "A");
	g_auto (FairleadCuts) cuts = { 0 };

	cuts_of (&self, &cuts);
	g_assert_cmpfloat_with_epsilon (cuts.fragmentation[at (&self, "C")], 2.0 / 3.0, 1e-12);
	g_assert_cmpfloat_with_epsilon (cuts.fragmentation[at (&self, "B")], 0.5, 1e-12);
	g_assert_cmpfloat_with_epsilon (cuts.fragmentation[at (&self, "E")], 0.0, 1e-12);
	g_assert_cmpfloat (cuts.pairs[at (&self, "C")], ==, 2.0);
	g_assert_cmpfloat (cuts.pairs[at (&self, "B")], ==, 3.0);
	g_assert_cmpfloat (cuts.pairs[at (&self, "E")], ==, 0.0);
}

static void
mark_reached (const FairleadAdjacency *graph, FairleadVertex vertex, FairleadVertex without,
              guint8 *seen)
{
	if (vertex == without || seen[vertex])
		return;
	seen[vertex] = TRUE;
	for (guint32 arc = graph->start[vertex]; arc < graph->start[vertex + 1]; arc++)
		mark_reached (graph, graph->neighbour[arc], without, seen);
}

/* Pairs that are joined while @without is gone: of all, and of target and market */
static void
count_joined (const Case *self, FairleadVertex without, FairleadVertex not_counted, double *all,
              double *between)
{
	*all = *between = 0.0;
	for (FairleadVertex a = 0; a < self->graph->n_vertices; a++) {
		g_autofree guint8 *seen = g_malloc0 (self->graph->n_vertices);

		if (a == not_counted)
			continue;
		mark_reached (self->graph, a, without, seen);
		for (FairleadVertex b = 0; b < self->graph->n_vertices; b++) {
			if (a == b || b == not_counted || !seen[b])
				continue;
			*all += 1.0;
			*between += self->is_target[a] && !self->is_target[b];
		}
	}
}

static void
test_cuts_against_leaving_out (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (5);

	for (guint round = 0; round < 80; round++) {
		g_auto (Case) self = random_case (random, 1 + round % 3);
		g_auto (FairleadCuts) cuts = { 0 };
		double n = self.graph->n_vertices, all, unused;

		cuts_of (&self, &cuts);
		count_joined (&self, FAIRLEAD_NO_VERTEX, FAIRLEAD_NO_VERTEX, &all, &unused);
		for (FairleadVertex v = 0; v < self.graph->n_vertices; v++) {
			double before, after, all_after, all_of_others;
			double loss = 0.0;

			count_joined (&self, FAIRLEAD_NO_VERTEX, v, &all_of_others, &before);
			count_joined (&self, v, v, &all_after, &after);
			g_assert_cmpfloat (cuts.pairs[v], ==, before - after);
			if (n > 2)
				loss = 1.0 - all_after / ((n - 1) * (n - 2));
			loss -= 1.0 - all / (n * (n - 1));
			g_assert_cmpfloat_with_epsilon (cuts.fragmentation[v], loss, 1e-12);
		}
	}
}

/* ---- vertex cut ---- */

static void
test_ways (void)
{
	g_auto (Case) self = case_from ("T linked-party A; A linked-party V; T linked-party B; "
	                                "B linked-party V; T linked-party V; A linked-party W; "
	                                "B linked-party W; W linked-party X; E is person",
	                                "T");

	g_assert_cmpuint (fairlead_vertex_cut (self.graph, at (&self, "V"), self.is_target, 9), ==,
	                  1);
	g_assert_cmpuint (fairlead_vertex_cut (self.graph, at (&self, "E"), self.is_target, 9), ==,
	                  0);
}

/* igraph: to a sink that is linked with each member of the target; a member ends one way at most */
static gint64
igraph_ways (const Case *self, FairleadVertex party)
{
	G_GNUC_UNUSED g_auto (FairleadIgraphScope) scope = fairlead_igraph_scope_enter (NULL);
	g_auto (igraph_vector_int_t) edges = { 0 };
	g_auto (FairleadIgraph) copy = { .whole = FALSE };
	guint32 sink = self->graph->n_vertices;
	igraph_integer_t ways = 0;

	igraph_vector_int_init (&edges, 0);
	for (guint32 i = 0; i < 2 * self->graph->n_edges; i++)
		igraph_vector_int_push_back (&edges, self->graph->ends[i]);
	for (guint i = 0; i < self->target->len; i++) {
		igraph_vector_int_push_back (&edges, vertices (self->target)[i]);
		igraph_vector_int_push_back (&edges, sink);
	}
	g_assert_true (fairlead_igraph_create (&copy, &edges, sink + 1, NULL));
	g_assert_cmpint (igraph_vertex_disjoint_paths (&copy.graph, &ways, party, sink), ==, 0);
	return ways;
}

static void
test_ways_against_igraph (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (6);
	guint n_many = 0;

	for (guint round = 0; round < 150; round++) {
		g_auto (Case) self = random_case (random, 2 + round % 4);

		for (FairleadVertex v = 0; v < self.graph->n_vertices; v++) {
			guint ways = fairlead_vertex_cut (self.graph, v, self.is_target, G_MAXUINT);

			if (self.is_target[v])
				continue;
			g_assert_cmpuint (ways, ==, (guint) igraph_ways (&self, v));
			n_many += ways > 1;
		}
	}
	g_assert_cmpuint (n_many, >, 100);
}

/* ---- neighbours ---- */

/* All pairs of neighbours that are not linked, one by one */
static void
slow_roles (const Case *self, FairleadVertex v, const guint32 *group_of, double *counts)
{
	g_autofree double *dense = test_dense_conductance (self->graph);
	guint n = self->graph->n_vertices;

	for (guint i = 0; i < FAIRLEAD_N_ROLES; i++)
		counts[i] = 0.0;
	for (guint a = 0; a < n; a++)
		for (guint b = 0; b < a; b++) {
			guint32 x = group_of[a], y = group_of[b], own = group_of[v];

			if (!(dense[v * n + a] > 0.0) || !(dense[v * n + b] > 0.0)
			    || dense[a * n + b] > 0.0 || x == FAIRLEAD_NO_GROUP
			    || y == FAIRLEAD_NO_GROUP || own == FAIRLEAD_NO_GROUP)
				continue;
			if (x == y && x == own)
				counts[FAIRLEAD_ROLE_COORDINATOR] += 1.0;
			else if (x == y)
				counts[FAIRLEAD_ROLE_ITINERANT] += 1.0;
			else if (x == own || y == own)
				counts[FAIRLEAD_ROLE_GATEKEEPER] += 1.0;
			else
				counts[FAIRLEAD_ROLE_LIAISON] += 1.0;
		}
}

static void
test_roles (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (8);

	for (guint round = 0; round < 60; round++) {
		g_auto (Case) self = random_case (random, 1);
		guint n = self.graph->n_vertices;
		g_autofree guint32 *group_of = g_new (guint32, n);

		for (guint i = 0; i < n; i++)
			group_of[i] = g_rand_int_range (random, 0, 5) == 0
			                      ? FAIRLEAD_NO_GROUP
			                      : (guint32) g_rand_int_range (random, 0, 3);
		for (FairleadVertex v = 0; v < n; v++) {
			double counts[FAIRLEAD_N_ROLES], expected[FAIRLEAD_N_ROLES];

			fairlead_roles_of (self.graph, v, group_of, counts);
			slow_roles (&self, v, group_of, expected);
			for (guint i = 0; i < FAIRLEAD_N_ROLES; i++)
				g_assert_cmpfloat_with_epsilon (counts[i], expected[i], 1e-9);
		}
	}
}

/* ---- linear systems ---- */

/* Two ways from M to T, of two resistors each: as much over A (1 and 1) as over B would be, did
 * its two not conduct half: 2/3 and 1/3 */
static void
test_current_by_hand (void)
{
	g_auto (Case) self =
		case_from ("M linked-party A; A linked-party T; M linked-party B c=0.5; "
	                   "B linked-party T c=0.5; E is person",
	                   "T");
	FairleadVertex t = at (&self, "T"), m = at (&self, "M");
	g_autofree double *flow =
		fairlead_current_flow (self.graph, &t, 1, &m, 1, 1e-12, NULL, NULL);

	g_assert_cmpfloat_with_epsilon (flow[at (&self, "A")], 2.0 / 3.0, 1e-9);
	g_assert_cmpfloat_with_epsilon (flow[at (&self, "B")], 1.0 / 3.0, 1e-9);
	g_assert_cmpfloat_with_epsilon (flow[m], 0.0, 1e-9);
	g_assert_cmpfloat (flow[at (&self, "E")], ==, 0.0);
}

/* Kirchhoff: what comes in goes out, wherever nothing is fed */
static void
test_current_in_all (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (9);

	for (guint round = 0; round < 40; round++) {
		g_auto (Case) self = random_case (random, 1);
		FairleadVertex t = vertices (self.target)[0];
		g_autofree double *flow =
			fairlead_current_flow (self.graph, &t, 1, vertices (self.market),
		                               self.market->len, 1e-12, NULL, NULL);
		g_auto (FairleadCuts) cuts = { 0 };
		double n_there = 0.0;

		cuts_of (&self, &cuts);
		{
			g_autofree guint8 *seen = g_malloc0 (self.graph->n_vertices);

			mark_reached (self.graph, t, FAIRLEAD_NO_VERTEX, seen);
			for (guint i = 0; i < self.market->len; i++)
				n_there += seen[vertices (self.market)[i]];
		}
		/* an articulation point carries at least those that it alone joins */
		for (FairleadVertex v = 0; v < self.graph->n_vertices; v++)
			if (v != t && n_there > 0.0)
				g_assert_cmpfloat (flow[v], >=, cuts.pairs[v] / n_there - 1e-9);
	}
}

/* T - A - B, each 1: the greatest eigenvalue is sqrt 2, alpha = 0.5 / sqrt 2 */
static void
test_katz (void)
{
	g_auto (Case) self = case_from ("T linked-party A; A linked-party B", "T");
	FairleadVertex t = at (&self, "T");
	g_autofree double *katz = fairlead_katz (self.graph, &t, 1, 0.5, 1e-12, NULL, NULL);
	double alpha = 0.5 / sqrt (2.0);
	double at_a = alpha / (1.0 - 2.0 * alpha * alpha);

	g_assert_cmpfloat_with_epsilon (katz[at (&self, "A")], at_a, 1e-9);
	g_assert_cmpfloat_with_epsilon (katz[at (&self, "B")], alpha * at_a, 1e-9);
	g_assert_cmpfloat_with_epsilon (katz[t], alpha * at_a, 1e-9);
}

/* A star has c sqrt (leaves); the power method does not tell hubs of about the same size apart */
static void
test_stars (void)
{
	static const guint leaves[] = { 100, 101, 99 };
	g_autoptr (GString) text = g_string_new ("alone is person");
	double greatest = 0.0;

	for (guint star = 0; star < G_N_ELEMENTS (leaves); star++)
		for (guint leaf = 0; leaf < leaves[star]; leaf++)
			g_string_append_printf (text, "; H%u linked-party L%u-%u c=0.5", star, star,
			                        leaf);

	g_auto (Case) self = case_from (text->str, "H0");

	g_assert_true (fairlead_greatest_eigenvalue (self.graph, &greatest, NULL, NULL));
	g_assert_cmpfloat_with_epsilon (greatest, 0.5 * sqrt (101.0), 1e-12);
}

static void
test_few_vertices (void)
{
	static const char *const texts[] = { "A is person", "A linked-party B" };

	for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
		g_auto (Case) self = case_from (texts[i], "A");
		double greatest = NAN;

		g_assert_true (fairlead_greatest_eigenvalue (self.graph, &greatest, NULL, NULL));
		g_assert_cmpfloat_with_epsilon (greatest, i, 1e-12);
	}
}

/* ---- communities ---- */

static void
test_two_cliques (void)
{
	g_auto (Case) self = case_from (
		"A linked-party B; B linked-party C; C linked-party A; A linked-party D; "
		"B linked-party D; C linked-party D; P linked-party Q; Q linked-party R; "
		"R linked-party P; P linked-party S; Q linked-party S; R linked-party S; "
		"A linked-party P c=0.2; Z is person",
		"A");
	g_autofree double *number = fairlead_communities (self.graph, 1.0, 1, NULL, NULL);
	g_autofree double *again = fairlead_communities (self.graph, 1.0, 1, NULL, NULL);
	g_autofree double *cores = fairlead_cores (self.graph, NULL, NULL);

	g_assert_cmpfloat (number[at (&self, "A")], ==, 1.0);
	g_assert_cmpfloat (number[at (&self, "D")], ==, 1.0);
	g_assert_cmpfloat (number[at (&self, "P")], ==, 2.0);
	g_assert_cmpfloat (number[at (&self, "S")], ==, 2.0);
	g_assert_cmpfloat (number[at (&self, "Z")], ==, 3.0);
	g_assert_cmpmem (number, 9 * sizeof (double), again, 9 * sizeof (double));
	g_assert_cmpfloat (cores[at (&self, "A")], ==, 3.0);
	g_assert_cmpfloat (cores[at (&self, "Z")], ==, 0.0);
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/structure/borgattis-path", test_path);
	g_test_add_func ("/graph/structure/cuts-against-leaving-out",
	                 test_cuts_against_leaving_out);
	g_test_add_func ("/graph/structure/ways", test_ways);
	g_test_add_func ("/graph/structure/ways-against-igraph", test_ways_against_igraph);
	g_test_add_func ("/graph/structure/roles", test_roles);
	g_test_add_func ("/graph/structure/current-by-hand", test_current_by_hand);
	g_test_add_func ("/graph/structure/current-in-all", test_current_in_all);
	g_test_add_func ("/graph/structure/katz", test_katz);
	g_test_add_func ("/graph/structure/greatest-eigenvalue-of-stars", test_stars);
	g_test_add_func ("/graph/structure/greatest-eigenvalue-of-few", test_few_vertices);
	g_test_add_func ("/graph/structure/two-cliques", test_two_cliques);
	return g_test_run ();
}
