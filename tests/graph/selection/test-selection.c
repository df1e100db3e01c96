/* tests/graph/selection/test-selection.c: what is near, in one component, of a kind, and carries
 * the first ranks */
#include "graph/selection/selection.h"

#include <string.h>

#include "tests/common/network-builder.h"

/* `A B C`: the letters of what is selected, and how many links */
static char *
dup_selected (FairleadNetwork *network, FairleadRanking *ranking, const FairleadSelector *selector)
{
	g_autoptr (FairleadSelection) selection =
		fairlead_selection_new (network, ranking, selector);
	GString *text = g_string_new (NULL);

	for (guint i = 0; i < selection->vertices->len; i++) {
		FairleadVertex vertex = g_array_index (selection->vertices, FairleadVertex, i);

		g_string_append_printf (
			text, "%s ", fairlead_network_get_id (network, vertex) + strlen ("test:"));
	}
	g_string_append_printf (text, "%u", selection->links->len);
	return g_string_free (text, FALSE);
}

static void
assert_selected (FairleadNetwork *network, FairleadRanking *ranking, FairleadSelector selector,
                 const char *expected)
{
	g_autofree char *found = dup_selected (network, ranking, &selector);

	g_assert_cmpstr (found, ==, expected);
}

/* A chain of four, a pair, and one alone */
#define NETWORK                                                                              \
	"A is company; B is person; C is company; D is vessel; E is company; F is company; " \
	"G is person; A linked-party B; B linked-party C; C linked-party D; C director D; "  \
	"E linked-party F"

static GArray *
only (FairleadNetwork *network, const char *letters)
{
	GArray *around = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	FairleadVertex vertex = test_vertex (network, letters);

	g_array_append_val (around, vertex);
	return around;
}

static void
test_all (void)
{
	g_autoptr (FairleadNetwork) network = test_network_from (NETWORK);

	assert_selected (network, NULL, (FairleadSelector){ 0 }, "A B C D E F G 5");
}

static void
test_near (void)
{
	g_autoptr (FairleadNetwork) network = test_network_from (NETWORK);
	g_autoptr (GArray) around = only (network, "B");

	assert_selected (network, NULL, (FairleadSelector){ .around = around }, "B 0");
	assert_selected (network, NULL, (FairleadSelector){ .around = around, .hops = 1 },
	                 "A B C 2");
	assert_selected (network, NULL, (FairleadSelector){ .around = around, .hops = 9 },
	                 "A B C D 4");
}

static void
test_component (void)
{
	g_autoptr (FairleadNetwork) network = test_network_from (NETWORK);

	assert_selected (network, NULL, (FairleadSelector){ .component = 1 }, "A B C D 4");
	assert_selected (network, NULL, (FairleadSelector){ .component = 2 }, "E F 1");
	assert_selected (network, NULL, (FairleadSelector){ .component = 3 }, "G 0");
	assert_selected (network, NULL, (FairleadSelector){ .component = 4 }, "0");
}

/* Components and neighbours are of what the kinds leave */
static void
test_kinds (void)
{
	g_autoptr (FairleadNetwork) network = test_network_from (NETWORK);
	g_autoptr (GArray) around = only (network, "C");
	guint32 companies = 1u << FAIRLEAD_KIND_COMPANY;
	guint32 ships = companies | 1u << FAIRLEAD_KIND_VESSEL;

	assert_selected (network, NULL, (FairleadSelector){ .kinds = companies }, "A C E F 1");
	assert_selected (network, NULL,
	                 (FairleadSelector){ .kinds = ships, .around = around, .hops = 5 },
	                 "C D 2");
	assert_selected (network, NULL, (FairleadSelector){ .kinds = ships, .component = 1 },
	                 "C D 2");
}

/* Only the links that lead to the target, not others between the same parties */
static void
test_top (void)
{
	g_autoptr (FairleadNetwork) network = test_network_from (
		"A is company; B is company; C is company; D is company; T is vessel; "
		"A linked-party B; B linked-party T; A associate C c=0.1; C linked-party B c=0.1; "
		"D linked-party C c=0.1; T listed UN/DPRK");
	FairleadParameters parameters;
	FairleadQuestion question = { .target = (const char *const[]){ "list:UN", NULL } };
	g_autoptr (FairleadRanking) ranking = NULL;
	const FairleadRankedRow *rows;
	guint n;

	fairlead_parameters_init (&parameters);
	ranking = fairlead_ranking_new (network, &parameters, &question, NULL, NULL, NULL, NULL);
	g_assert_nonnull (ranking);
	rows = fairlead_ranking_get_rows (ranking, &n);
	g_assert_cmpuint (rows[0].vertex, ==, test_vertex (network, "B"));
	assert_selected (network, ranking, (FairleadSelector){ .top = 1, .n_paths = 1 }, "B T 1");
	assert_selected (network, ranking, (FairleadSelector){ .top = n, .n_paths = 1 },
	                 "A B C D T 4");
}

/* Against a slow search that asks every pair */
static void
test_random (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (5);

	for (guint round = 0; round < 30; round++) {
		g_autoptr (FairleadNetwork) network = test_random_network (random, 24, 26, FALSE);
		g_autoptr (GArray) around = test_random_vertices (random, 24, 2);
		guint hops = (guint) g_rand_int_range (random, 0, 5);
		FairleadSelector selector = { .around = around, .hops = hops };
		g_autoptr (FairleadSelection) selection =
			fairlead_selection_new (network, NULL, &selector);
		guint distance[24];
		guint n_near = 0;

		for (guint i = 0; i < 24; i++)
			distance[i] = 100;
		for (guint i = 0; i < around->len; i++)
			distance[g_array_index (around, FairleadVertex, i)] = 0;
		for (guint i = 0; i < 24; i++)
			for (guint link = 0; link < fairlead_network_get_n_links (network);
			     link++) {
				guint *from = &distance[fairlead_network_get_from (network, link)];
				guint *to = &distance[fairlead_network_get_to (network, link)];

				*from = MIN (*from, *to + 1);
				*to = MIN (*to, *from + 1);
			}
		for (guint i = 0; i < 24; i++)
			n_near += distance[i] <= hops;
		g_assert_cmpuint (selection->vertices->len, ==, n_near);
		for (guint i = 0; i < selection->vertices->len; i++)
			g_assert_cmpuint (distance[g_array_index (selection->vertices, guint32, i)],
			                  <=, hops);
	}
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/selection/all-without-a-filter", test_all);
	g_test_add_func ("/graph/selection/what-is-near", test_near);
	g_test_add_func ("/graph/selection/components-by-size", test_component);
	g_test_add_func ("/graph/selection/kinds-come-first", test_kinds);
	g_test_add_func ("/graph/selection/first-ranks-with-their-evidence", test_top);
	g_test_add_func ("/graph/selection/as-a-slow-search-says", test_random);
	return g_test_run ();
}
