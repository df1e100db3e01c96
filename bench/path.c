/* bench/path.c: k cheapest paths and connecting trees on a made network
 *
 * usage: path [--edges FILE] VERTICES LINKS PAIRS K
 *
 * Half of the links join companies at random, half are of directors, of whom some sit on very many
 * boards: the largest of 2 M vertices and 3.5 M links has about 45,000. Prints the seconds of
 * processor that the network took to be made ready, and of each question the median and the
 * greatest milliseconds; with --edges, writes each edge with its cost, and the sum of the costs
 * that were found, for the peers in bench/compare-paths. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/clock.h"
#include "graph/path/finder-private.h"
#include "graph/path/search.h"

#define SEED 20261124

static FairleadNetwork *
make_network (GRand *random, guint n, guint n_links)
{
	g_autoptr (FairleadRecords) records = fairlead_records_new ();
	FairleadSource source = { fairlead_records_add_file (records, "made"), 1 };

	for (guint i = 0; i < n; i++) {
		g_autofree char *id = g_strdup_printf ("%08u", i);

		fairlead_records_describe (records, "made", id, FAIRLEAD_KIND_COMPANY, source);
	}
	for (guint i = 0; i < n_links; i++) {
		gboolean is_office = i % 2 == 0;
		double place = g_rand_double (random);
		FairleadEntity from = (FairleadEntity) (n * (is_office ? pow (place, 4) : place));
		FairleadEntity to = (FairleadEntity) (n * g_rand_double (random));
		FairleadLinkRow link = fairlead_link_row (
			from, is_office ? FAIRLEAD_LINK_DIRECTOR : FAIRLEAD_LINK_SHAREHOLDER, to,
			source);

		link.confidence = (float) g_rand_double_range (random, 0.5, 1.0);
		fairlead_records_add_link (records, &link);
	}
	return fairlead_network_new (records);
}

static int
compare_numbers (const void *a, const void *b)
{
	double first = *(const double *) a, second = *(const double *) b;

	return first < second ? -1 : first > second;
}

static void
print_times (const char *what, double *seconds, guint n, double sum)
{
	qsort (seconds, n, sizeof *seconds, compare_numbers);
	printf ("%-24s median %8.2f ms  greatest %8.2f ms  sum of costs %.9g\n", what,
	        seconds[n / 2] * 1e3, seconds[n - 1] * 1e3, sum);
}

/* The pairs are those that bench/compare-paths takes: 1 and 2, 3 and 4, ... of @pairs */
static void
ask_for_paths (const FairleadPathFinder *finder, const FairleadVertex *pairs, guint n_pairs,
               guint k, const char *what)
{
	g_autofree double *seconds = g_new (double, n_pairs);
	double sum = 0.0;

	for (guint i = 0; i < n_pairs; i++) {
		g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
		g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
		const FairleadPathBounds bounds = { .max_work = FAIRLEAD_PATH_MAX_WORK };
		g_autoptr (FairleadPathSearch) search = NULL;
		const FairleadRoute *route;
		double start = processor_seconds ();

		g_array_append_val (from, pairs[2 * i]);
		g_array_append_val (to, pairs[2 * i + 1]);
		search = fairlead_path_search_new (finder->graph, finder->cost, from, to, &bounds);
		for (guint j = 0; j < k && (route = fairlead_path_search_next (search)) != NULL;
		     j++)
			sum += route->cost;
		if (fairlead_path_search_gave_up (search))
			printf ("gave up\n");
		seconds[i] = processor_seconds () - start;
	}
	print_times (what, seconds, n_pairs, sum);
}

static void
ask_for_trees (const FairleadPathFinder *finder, const FairleadVertex *pairs, guint n_pairs)
{
	g_autofree double *seconds = g_new (double, n_pairs);
	double sum = 0.0;

	for (guint i = 0; i + 3 <= n_pairs; i++) {
		g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
		g_auto (FairleadPaths) found = { 0 };
		double start = processor_seconds ();

		g_array_append_vals (ends, pairs + 2 * i, 5);
		fairlead_path_finder_connect (finder, ends, NULL, NULL, &found);
		sum -= log (((FairleadPath *) g_ptr_array_index (found.paths, 0))->strength);
		seconds[i] = processor_seconds () - start;
	}
	if (n_pairs >= 3)
		print_times ("tree of five", seconds, n_pairs - 2, sum);
}

static void
write_edges (const FairleadPathFinder *finder, const FairleadVertex *pairs, guint n_pairs,
             const char *path)
{
	FILE *file = fopen (path, "w");

	if (file == NULL)
		g_error ("%s cannot be written", path);
	for (guint i = 0; i < n_pairs; i++)
		fprintf (file, "pair %u %u\n", pairs[2 * i], pairs[2 * i + 1]);
	for (guint32 edge = 0; edge < finder->graph->n_edges; edge++)
		fprintf (file, "%u %u %.17g\n", finder->graph->ends[2 * edge],
		         finder->graph->ends[2 * edge + 1], finder->cost[edge]);
	fclose (file);
}

/* Vertices that have a link: of the others nothing can be asked */
static FairleadVertex *
choose_vertices (const FairleadAdjacency *graph, GRand *random, guint n)
{
	FairleadVertex *chosen = g_new (FairleadVertex, MAX (n, 1));

	for (guint i = 0; i < n;) {
		chosen[i] = (FairleadVertex) (g_rand_double (random) * graph->n_vertices);
		if (fairlead_adjacency_degree (graph, chosen[i]) > 0
		    && (i % 2 == 0 || chosen[i] != chosen[i - 1]))
			i++;
	}
	return chosen;
}

static void
run (FairleadNetwork *network, GRand *random, guint n_pairs, guint k, const char *edges)
{
	static const struct {
		const char *what;
		FairleadPathCost cost;
		gboolean through_hubs;
	} variants[] = {
		{ "by evidence", FAIRLEAD_PATH_BY_EVIDENCE, FALSE },
		{ "through hubs", FAIRLEAD_PATH_BY_EVIDENCE, TRUE },
		{ "by hops", FAIRLEAD_PATH_BY_HOPS, FALSE },
	};
	g_autofree FairleadVertex *pairs = NULL;
	FairleadParameters parameters;

	fairlead_parameters_init (&parameters);
	for (guint i = 0; i < G_N_ELEMENTS (variants); i++) {
		g_autoptr (FairleadPathFinder) finder = NULL;
		FairleadLinkChoice links;
		double start = processor_seconds ();

		fairlead_link_choice_init (&links);
		links.cost = variants[i].cost;
		links.through_hubs = variants[i].through_hubs;
		finder = fairlead_path_finder_new (network, &parameters, &links);
		printf ("ready in %.2f s\n", processor_seconds () - start);
		if (pairs == NULL)
			pairs = choose_vertices (finder->graph, random, 2 * n_pairs);
		if (i == 0 && edges != NULL)
			write_edges (finder, pairs, n_pairs, edges);
		ask_for_paths (finder, pairs, n_pairs, k, variants[i].what);
		if (i == 0)
			ask_for_trees (finder, pairs, n_pairs);
	}
}

int
main (int argc, char **argv)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
	g_autoptr (FairleadNetwork) network = NULL;
	const char *edges = NULL;

	if (argc > 2 && strcmp (argv[1], "--edges") == 0) {
		edges = argv[2];
		argv += 2;
		argc -= 2;
	}
	if (argc != 5) {
		fprintf (stderr, "usage: path [--edges FILE] VERTICES LINKS PAIRS K\n");
		return 2;
	}
	network = make_network (random, (guint) atoi (argv[1]), (guint) atoi (argv[2]));
	run (network, random, (guint) atoi (argv[3]), (guint) atoi (argv[4]), edges);
	return 0;
}
