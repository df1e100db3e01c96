/* tests/graph/selection/test-choice.c: graph/selection/choice.h */
#include "graph/path/paths.h"
#include "graph/selection/choice.h"
#include "tests/common/network-builder.h"

static GArray *
vertices_of (FairleadNetwork *network, const char *letters)
{
	GArray *vertices = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));

	for (const char *at = letters; *at != '\0'; at++) {
		const char letter[] = { *at, '\0' };
		FairleadVertex vertex = test_vertex (network, letter);

		g_array_append_val (vertices, vertex);
	}
	return vertices;
}

static void
assert_kept (FairleadNetwork *network, const FairleadSelection *part, const char *letters,
             guint n_links)
{
	g_autoptr (GArray) expected = vertices_of (network, letters);

	g_assert_cmpmem (part->vertices->data, part->vertices->len * sizeof (FairleadVertex),
	                 expected->data, expected->len * sizeof (FairleadVertex));
	g_assert_cmpuint (part->links->len, ==, n_links);
}

static FairleadSelection *
near (FairleadNetwork *network, const GArray *around, guint most, guint *n_left_out)
{
	const FairleadSelector all = { .around = around, .hops = 9 };
	g_autoptr (GArray) start = vertices_of (network, "A");
	FairleadSelection *whole = fairlead_selection_new (network, NULL, &all);
	FairleadSelection *part =
		fairlead_selection_new_nearest (network, NULL, whole, start, most, n_left_out);

	fairlead_selection_free (whole);
	return part;
}

/* B, C and D are one link from A, and C has most; E is two away, F three */
static void
test_nearest_come_first_and_then_those_with_most_links (void)
{
	static const struct {
		guint most;
		const char *kept;
		guint n_links;
	} cases[] = {
		{ 1, "A", 0 },    { 2, "AC", 1 },    { 3, "ABC", 3 },
		{ 4, "ABCD", 4 }, { 5, "ABCDE", 5 }, { 60, "ABCDEF", 6 },
	};
	g_autoptr (FairleadNetwork) network = test_network_from (
		"A linked-party B; A linked-party C; A linked-party D; B linked-party C;"
		" C linked-party E; E linked-party F");
	g_autoptr (GArray) around = vertices_of (network, "A");

	for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
		guint n_left_out;
		FairleadSelection *part = near (network, around, cases[i].most, &n_left_out);

		assert_kept (network, part, cases[i].kept, cases[i].n_links);
		g_assert_cmpuint (n_left_out, ==, 6 - part->vertices->len);
		fairlead_selection_free (part);
	}
}

/* A-B-D is surer than A-C-D: the second is left out whole where three have room */
static void
test_paths_are_kept_whole_or_not_at_all (void)
{
	g_autoptr (FairleadNetwork) network =
		test_network_from ("A linked-party B; B linked-party D; A linked-party C c=0.5;"
	                           " C linked-party D c=0.5;"
	                           " B linked-party C c=0.25");
	g_autoptr (GArray) from = vertices_of (network, "A");
	g_autoptr (GArray) to = vertices_of (network, "D");
	g_autoptr (FairleadPathFinder) finder = NULL;
	g_auto (FairleadPaths) found = { 0 };
	const FairleadPathQuestion question = { .from = from, .to = to, .n = 2 };
	FairleadParameters parameters;
	FairleadLinkChoice choice;
	FairleadSelection *part;
	guint n_left_out;

	test_plain_parameters (&parameters);
	fairlead_link_choice_init (&choice);
	finder = fairlead_path_finder_new (network, &parameters, &choice);
	fairlead_path_finder_find (finder, &question, &found);
	g_assert_cmpuint (found.paths->len, ==, 2);
	part = fairlead_selection_new_of_paths (found.paths, 4, &n_left_out);
	assert_kept (network, part, "ABCD", 4);
	g_assert_cmpuint (n_left_out, ==, 0);
	fairlead_selection_free (part);
	part = fairlead_selection_new_of_paths (found.paths, 3, &n_left_out);
	assert_kept (network, part, "ABD", 2);
	g_assert_cmpuint (n_left_out, ==, 1);
	fairlead_selection_free (part);
	part = fairlead_selection_new_of_paths (found.paths, 2, &n_left_out);
	assert_kept (network, part, "", 0);
	g_assert_cmpuint (n_left_out, ==, 4);
	fairlead_selection_free (part);
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/choice/nearest-come-first-and-then-those-with-most-links",
	                 test_nearest_come_first_and_then_those_with_most_links);
	g_test_add_func ("/graph/choice/paths-are-kept-whole-or-not-at-all",
	                 test_paths_are_kept_whole_or_not_at_all);
	return g_test_run ();
}
