/* tests/graph/test-path.c: the cheapest paths and small trees, by hand and against trying
 * everything */
#include "graph/path/paths.h"

#include <math.h>
#include <string.h>

#include "graph/path/search.h"
#include "tests/common/helpers.h"
#include "tests/common/network-builder.h"

/* ---- by hand ---- */

typedef struct {
	const char *text;
	const char *from;
	const char *to;
	FairleadPathQuestion question;
	FairleadPathCost cost;
	guint max_degree;
	const char *as_of;
	const char *kind; /* alone; NULL: all */
	const char *paths;
} Vector;

static const Vector vectors[] = {
	{ .text = "A linked-party T", .from = "A", .to = "T", .paths = "A>T" },
	/* the surest chain first, however long */
	{ .text = "A linked-party T c=0.1; A linked-party B; B linked-party T",
	  .from = "A",
	  .to = "T",
	  .paths = "A>B>T A>T" },
	{ .text = "A linked-party T c=0.1; A linked-party B; B linked-party T",
	  .from = "A",
	  .to = "T",
	  .cost = FAIRLEAD_PATH_BY_HOPS,
	  .paths = "A>T A>B>T" },
	{ .text = "A linked-party B; B linked-party C; C linked-party T; B linked-party T c=0.5",
	  .from = "A",
	  .to = "T",
	  .question = { .n = 5, .max_hops = 2 },
	  .paths = "A>B>T" },
	/* from one of several, to one of several, and never by a third of them */
	{ .text = "A linked-party B; B linked-party T; A linked-party T c=0.5; T linked-party U",
	  .from = "A B",
	  .to = "T U",
	  .paths = "B>T A>T" },
	/* who is in both is where paths begin */
	{ .text = "A linked-party B; B linked-party T",
	  .from = "A T",
	  .to = "T B",
	  .paths = "A>B T>B" },
	{ .text = "A linked-party T; T linked-party B", .from = "A", .to = "A", .paths = "" },
	{ .text = "A linked-party B; C linked-party T", .from = "A", .to = "T", .paths = "" },
	/* no way through who has very many neighbours, but from and to them */
	{ .text = "A linked-party H; H linked-party T; H linked-party X; A linked-party B c=0.2; "
	          "B linked-party T",
	  .from = "A",
	  .to = "T",
	  .max_degree = 2,
	  .paths = "A>B>T" },
	{ .text = "A linked-party H; H linked-party X; H linked-party Y",
	  .from = "A",
	  .to = "H",
	  .max_degree = 2,
	  .paths = "A>H" },
	{ .text = "A director B; B shareholder T; A linked-party T",
	  .from = "A",
	  .to = "T",
	  .kind = "linked-party",
	  .paths = "A>T" },
	/* B was gone when C came; an unknown end is open */
	{ .text = "A linked-party B until=2010; B linked-party T since=2015; A linked-party C; "
	          "C linked-party T since=2015 c=0.5",
	  .from = "A",
	  .to = "T",
	  .question = { .n = 5, .time = FAIRLEAD_PATH_OVERLAPPING },
	  .paths = "A>C>T" },
	{ .text = "A linked-party B until=2010; B linked-party T since=2015",
	  .from = "A",
	  .to = "T",
	  .question = { .n = 5, .time = FAIRLEAD_PATH_IN_ORDER },
	  .paths = "A>B>T" },
	{ .text = "A linked-party B until=2010; B linked-party T since=2015",
	  .from = "T",
	  .to = "A",
	  .question = { .n = 5, .time = FAIRLEAD_PATH_IN_ORDER },
	  .paths = "" },
	/* three periods that overlap by twos have no day in common unless one more holds it */
	{ .text = "A linked-party B since=2001 until=2004; B linked-party C since=2003 until=2008; "
	          "C linked-party T since=2006 until=2009",
	  .from = "A",
	  .to = "T",
	  .question = { .n = 5, .time = FAIRLEAD_PATH_OVERLAPPING },
	  .paths = "" },
	{ .text = "A linked-party B since=2001 until=2004; B linked-party C since=2003 until=2008; "
	          "C linked-party T since=2006 until=2009; A linked-party B since=2007",
	  .from = "A",
	  .to = "T",
	  .question = { .n = 5, .time = FAIRLEAD_PATH_OVERLAPPING },
	  .paths = "A>B>C>T" },
	{ .text = "A linked-party T since=2015; A linked-party B until=2010; B linked-party T",
	  .from = "A",
	  .to = "T",
	  .as_of = "2009-06-01",
	  .paths = "A>B>T" },
	/* all of one cost */
	{ .text = "A linked-party B; B linked-party T; A linked-party C; C linked-party T; "
	          "A linked-party D; D linked-party E; E linked-party T",
	  .from = "A",
	  .to = "T",
	  .question = { .n = 0, .counts = TRUE },
	  .paths = "A>B>T A>C>T" },
};

static GArray *
take_vertices (FairleadNetwork *network, const char *letters)
{
	g_auto (GStrv) words = g_strsplit (letters, " ", -1);
	GArray *vertices = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));

	for (guint i = 0; words[i] != NULL; i++) {
		FairleadVertex vertex = test_vertex (network, words[i]);

		g_array_append_val (vertices, vertex);
	}
	return vertices;
}

static FairleadPathFinder *
new_finder (FairleadNetwork *network, const Vector *vector)
{
	FairleadParameters parameters;
	FairleadLinkChoice links;
	FairleadDate date;

	test_plain_parameters (&parameters);
	fairlead_link_choice_init (&links);
	links.cost = vector->cost;
	links.max_degree = vector->max_degree;
	for (guint kind = 0; vector->kind != NULL && kind < FAIRLEAD_N_LINK_KINDS; kind++)
		links.kinds[kind] = strcmp (fairlead_link_info (kind)->name, vector->kind) == 0;
	if (vector->as_of != NULL) {
		fairlead_date_parse (vector->as_of, FAIRLEAD_DATE_DAY_FIRST, &date, NULL);
		links.as_of = date.first;
	}
	return fairlead_path_finder_new (network, &parameters, &links);
}

static char *
dup_letters (FairleadNetwork *network, const FairleadPaths *found)
{
	GString *text = g_string_new (NULL);

	for (guint i = 0; i < found->paths->len; i++) {
		const FairleadPath *path = g_ptr_array_index (found->paths, i);

		for (guint j = 0; j < path->hops->len; j++) {
			const FairleadHop *hop = &g_array_index (path->hops, FairleadHop, j);

			if (j == 0)
				g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
				                        fairlead_network_get_id (network, hop->from)
				                                + 5);
			g_string_append_printf (text, ">%s",
			                        fairlead_network_get_id (network, hop->to) + 5);
		}
	}
	return g_string_free (text, FALSE);
}

static void
test_by_hand (void)
{
	for (guint i = 0; i < G_N_ELEMENTS (vectors); i++) {
		g_autoptr (FairleadNetwork) network = test_network_from (vectors[i].text);
		g_autoptr (FairleadPathFinder) finder = new_finder (network, &vectors[i]);
		g_autoptr (GArray) from = take_vertices (network, vectors[i].from);
		g_autoptr (GArray) to = take_vertices (network, vectors[i].to);
		FairleadPathQuestion question = vectors[i].question;
		g_auto (FairleadPaths) found = { 0 };
		g_autofree char *letters = NULL;

		question.from = from;
		question.to = to;
		if (question.n == 0 && !question.counts)
			question.n = 5;
		fairlead_path_finder_find (finder, &question, &found);
		letters = dup_letters (network, &found);
		g_test_message ("%s", vectors[i].text);
		g_assert_cmpstr (letters, ==, vectors[i].paths);
		g_assert_null (found.bound);
		if (question.counts)
			g_assert_cmpfloat (found.n_cheapest, ==, found.paths->len);
	}
}

/* Cost, strength and confidence are those of docs/measures.md */
static void
test_cost (void)
{
	g_autoptr (FairleadNetwork) network = test_network_from (
		"A linked-party B c=0.5; A linked-party B c=0.25; B shareholder T");
	const Vector plain = { .text = NULL };
	g_autoptr (FairleadPathFinder) finder = new_finder (network, &plain);
	g_autoptr (GArray) from = take_vertices (network, "A");
	g_autoptr (GArray) to = take_vertices (network, "T");
	const FairleadPathQuestion question = { .from = from, .to = to, .n = 1 };
	g_auto (FairleadPaths) found = { 0 };
	const FairleadPath *path;

	fairlead_path_finder_find (finder, &question, &found);
	path = g_ptr_array_index (found.paths, 0);
	g_assert_cmpfloat_with_epsilon (path->strength, 0.5 * 0.9 * 0.9 * 0.9, 1e-6);
	g_assert_cmpfloat_with_epsilon (path->confidence, 0.5, 1e-6);
	g_assert_cmpuint (g_array_index (path->hops, FairleadHop, 0).links->len, ==, 2);
}

/* A search that gives up says so, and what it found before is right */
static void
test_bound (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (7);
	g_autoptr (FairleadNetwork) network = test_random_network (random, 60, 240, FALSE);
	const Vector plain = { .text = NULL };
	g_autoptr (FairleadPathFinder) finder = new_finder (network, &plain);
	g_autoptr (GArray) from = take_vertices (network, "V000");
	g_autoptr (GArray) to = take_vertices (network, "V001");
	FairleadPathQuestion question = { .from = from, .to = to, .n = 200 };
	g_auto (FairleadPaths) all = { 0 };
	g_auto (FairleadPaths) some = { 0 };

	fairlead_path_finder_find (finder, &question, &all);
	g_assert_null (all.bound);
	g_assert_cmpuint (all.paths->len, ==, 200);
	question.max_work = 5000;
	fairlead_path_finder_find (finder, &question, &some);
	g_assert_nonnull (some.bound);
	g_assert_cmpuint (some.paths->len, <, 200);
	for (guint i = 0; i < some.paths->len; i++)
		g_assert_cmpfloat (((FairleadPath *) some.paths->pdata[i])->strength, ==,
		                   ((FairleadPath *) all.paths->pdata[i])->strength);
}

/* ---- against all simple paths ---- */

typedef struct {
	const FairleadAdjacency *graph;
	const double *cost;
	const guint8 *role; /* 1: from, 2: to */
	FairleadPathBounds bounds;
	gboolean *on_way;
	GArray *costs; /* of double */
} Trial;

static void
try_all (Trial *trial, FairleadVertex at, double cost, guint hops)
{
	const FairleadAdjacency *graph = trial->graph;

	if (trial->role[at] == 2) {
		g_array_append_val (trial->costs, cost);
		return;
	}
	if (hops > 0
	    && (trial->role[at] == 1
	        || (trial->bounds.max_degree > 0
	            && fairlead_adjacency_degree (graph, at) > trial->bounds.max_degree)))
		return;
	if (trial->bounds.max_hops > 0 && hops == trial->bounds.max_hops)
		return;
	trial->on_way[at] = TRUE;
	for (guint32 arc = graph->start[at]; arc < graph->start[at + 1]; arc++)
		if (!trial->on_way[graph->neighbour[arc]])
			try_all (trial, graph->neighbour[arc], cost + trial->cost[graph->edge[arc]],
			         hops + 1);
	trial->on_way[at] = FALSE;
}

static gint
compare_numbers (gconstpointer a, gconstpointer b)
{
	double first = *(const double *) a, second = *(const double *) b;

	return first < second ? -1 : first > second;
}

static char *
check_route (const Trial *trial, const FairleadRoute *route)
{
	GString *text = g_string_new (NULL);
	g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
	double cost = 0.0;

	for (guint i = 0; i < route->vertices->len; i++) {
		FairleadVertex vertex = g_array_index (route->vertices, FairleadVertex, i);

		g_assert_true (g_hash_table_add (seen, GUINT_TO_POINTER (vertex)));
		g_string_append_printf (text, "%u ", vertex);
		g_assert_cmpuint (trial->role[vertex], ==,
		                  i == 0                          ? 1
		                  : i + 1 == route->vertices->len ? 2
		                                                  : 0);
	}
	for (guint i = 0; i < route->edges->len; i++) {
		guint32 edge = g_array_index (route->edges, guint32, i);
		const FairleadVertex *ends = trial->graph->ends + 2 * edge;
		FairleadVertex a = g_array_index (route->vertices, FairleadVertex, i);
		FairleadVertex b = g_array_index (route->vertices, FairleadVertex, i + 1);

		g_assert_true ((ends[0] == a && ends[1] == b) || (ends[0] == b && ends[1] == a));
		cost += trial->cost[edge];
	}
	g_assert_cmpfloat_with_epsilon (cost, route->cost, 1e-9);
	return g_string_free (text, FALSE);
}

static void
check_search (Trial *trial, FairleadPathSearch *search)
{
	g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
	const FairleadRoute *route;
	guint n_cheapest = 0;
	guint n = 0;

	while ((route = fairlead_path_search_next (search)) != NULL) {
		g_assert_cmpuint (n, <, trial->costs->len);
		g_assert_cmpfloat_with_epsilon (route->cost,
		                                g_array_index (trial->costs, double, n), 1e-9);
		g_assert_true (g_hash_table_add (seen, check_route (trial, route)));
		n++;
	}
	g_assert_cmpuint (n, ==, trial->costs->len);
	g_assert_false (fairlead_path_search_gave_up (search));
	if (n == 0 || trial->bounds.max_hops > 0)
		return;
	while (n_cheapest < n
	       && fairlead_path_costs_agree (g_array_index (trial->costs, double, 0),
	                                     g_array_index (trial->costs, double, n_cheapest)))
		n_cheapest++;
	g_assert_cmpfloat (
		fairlead_path_search_count (search, g_array_index (trial->costs, double, 0)), ==,
		n_cheapest);
}

static double *
new_costs (const FairleadAdjacency *graph, gboolean by_hops)
{
	double *cost = g_new (double, MAX (graph->n_edges, 1));

	for (guint32 edge = 0; edge < graph->n_edges; edge++)
		cost[edge] = by_hops ? 1.0 : -log ((double) graph->conductance[edge] * 0.9);
	return cost;
}

static void
test_against_all_paths (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (83);

	for (guint round = 0; round < test_rounds (600); round++) {
		guint n = (guint) g_rand_int_range (random, 2, 9);
		g_autoptr (FairleadNetwork) network =
			test_random_network (random, n, n + n / 2, round % 2 == 0);
		g_autoptr (FairleadAdjacency) graph = test_plain_adjacency (network);
		g_autoptr (GArray) from =
			test_random_vertices (random, n, (guint) g_rand_int_range (random, 1, 3));
		g_autoptr (GArray) to =
			test_random_vertices (random, n, (guint) g_rand_int_range (random, 1, 3));
		g_autofree double *cost = new_costs (graph, round % 3 == 0);
		g_autofree gboolean *on_way = g_new0 (gboolean, n);
		g_autofree guint8 *role = g_new0 (guint8, n);
		g_autoptr (GArray) costs = g_array_new (FALSE, FALSE, sizeof (double));
		Trial trial = {
			graph,
			cost,
			role,
			{ round % 4 == 1 ? 3 : 0, round % 5 == 1 ? 3 : 0, G_MAXUINT32, NULL },
			on_way,
			costs
		};
		g_autoptr (FairleadPathSearch) search =
			fairlead_path_search_new (graph, cost, from, to, &trial.bounds);

		for (guint i = 0; i < to->len; i++)
			role[g_array_index (to, FairleadVertex, i)] = 2;
		for (guint i = 0; i < from->len; i++)
			role[g_array_index (from, FairleadVertex, i)] = 1;
		for (guint i = 0; i < from->len; i++)
			try_all (&trial, g_array_index (from, FairleadVertex, i), 0.0, 0);
		g_array_sort (costs, compare_numbers);
		check_search (&trial, search);
	}
}

/* ---- trees ---- */

static const struct {
	const char *text;
	const char *ends;
	const char *tree;
	guint n_parts;
} trees[] = {
	{ "A linked-party X; B linked-party X; C linked-party X", "A B C", "A>X>B>C", 1 },
	{ "A linked-party B; B linked-party C", "A C", "A>B>C", 1 },
	{ "A linked-party B; C linked-party D", "A B C", "A>B", 2 },
	{ "A linked-party X; B is company", "A B", "", 2 },
};

static void
test_trees_by_hand (void)
{
	for (guint i = 0; i < G_N_ELEMENTS (trees); i++) {
		g_autoptr (FairleadNetwork) network = test_network_from (trees[i].text);
		const Vector plain = { .text = NULL };
		g_autoptr (FairleadPathFinder) finder = new_finder (network, &plain);
		g_autoptr (GArray) ends = take_vertices (network, trees[i].ends);
		g_auto (FairleadPaths) found = { 0 };
		guint n_parts = fairlead_path_finder_connect (finder, ends, NULL, NULL, &found);
		g_autofree char *letters = dup_letters (network, &found);

		g_test_message ("%s", trees[i].text);
		g_assert_cmpuint (n_parts, ==, trees[i].n_parts);
		g_assert_cmpuint (found.paths->len, ==, n_parts);
		g_assert_cmpstr (letters, ==, trees[i].tree);
	}
}

/* The cost of the cheapest tree over all sets of further vertices, by Prim's algorithm; infinite
 * where the ends are in several parts */
static double
cheapest_tree (guint n, const double *dense, guint ends)
{
	double best = INFINITY;

	for (guint set = 0; set < 1u << n; set++) {
		guint inside = 0;
		double cost = 0.0;

		if ((set & ends) != ends)
			continue;
		inside = set & (~set + 1);
		while (inside != set && isfinite (cost)) {
			double least = INFINITY;
			guint next = 0;

			for (guint a = 0; a < n; a++)
				for (guint b = 0; b < n; b++)
					if ((inside & 1u << a) != 0
					    && (set & ~inside & 1u << b) != 0
					    && dense[a * n + b] > 0.0
					    && -log (dense[a * n + b] * 0.9) < least) {
						least = -log (dense[a * n + b] * 0.9);
						next = 1u << b;
					}
			cost += least;
			inside |= next;
		}
		best = MIN (best, cost);
	}
	return best;
}

static void
check_tree (const FairleadPath *tree, FairleadVertex root, guint ends, double best, guint n_ends)
{
	guint inside = 1u << root;

	for (guint i = 0; i < tree->hops->len; i++) {
		const FairleadHop *hop = &g_array_index (tree->hops, FairleadHop, i);

		g_assert_true ((inside & 1u << hop->from) != 0);
		g_assert_true ((inside & 1u << hop->to) == 0);
		inside |= 1u << hop->to;
	}
	g_assert_cmpuint (inside & ends, ==, ends);
	g_assert_cmpfloat (-log (tree->strength), <=, 2.0 * (1.0 - 1.0 / n_ends) * best + 1e-9);
	g_assert_cmpfloat (-log (tree->strength), >=, best - 1e-9);
}

static void
test_trees_against_all (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (89);
	const Vector plain = { .text = NULL };

	for (guint round = 0; round < test_rounds (200); round++) {
		guint n = (guint) g_rand_int_range (random, 3, 9);
		g_autoptr (FairleadNetwork) network =
			test_random_network (random, n, n + 3, round % 2 == 0);
		g_autoptr (FairleadPathFinder) finder = new_finder (network, &plain);
		g_autoptr (FairleadAdjacency) graph = test_plain_adjacency (network);
		g_autofree double *dense = test_dense_conductance (graph);
		g_autoptr (GArray) ends =
			test_random_vertices (random, n, (guint) g_rand_int_range (random, 2, 5));
		g_auto (FairleadPaths) found = { 0 };
		guint n_parts = fairlead_path_finder_connect (finder, ends, NULL, NULL, &found);
		guint wanted = 0;
		double best;

		for (guint i = 0; i < ends->len; i++)
			wanted |= 1u << g_array_index (ends, FairleadVertex, i);
		best = cheapest_tree (n, dense, wanted);
		g_assert_cmpint (n_parts == 1, ==, isfinite (best));
		if (n_parts == 1)
			check_tree (g_ptr_array_index (found.paths, 0),
			            g_array_index (ends, FairleadVertex, 0), wanted, best,
			            ends->len);
	}
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/path/by-hand", test_by_hand);
	g_test_add_func ("/graph/path/cost-strength-and-confidence", test_cost);
	g_test_add_func ("/graph/path/a-bounded-search-says-so", test_bound);
	g_test_add_func ("/graph/path/against-all-simple-paths", test_against_all_paths);
	g_test_add_func ("/graph/path/trees-by-hand", test_trees_by_hand);
	g_test_add_func ("/graph/path/trees-against-all-sets", test_trees_against_all);
	return g_test_run ();
}
