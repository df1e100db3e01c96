/* bench/kernels.c: one measure of a made network, by fairlead or by igraph
 *
 * usage: kernels [--threads N] [--weighted] [--write FILE] [--edges FILE [--ties]] WHO NETWORK WHAT
 *
 * WHO is fairlead or igraph, NETWORK s, m or a (bench/made-network.h), WHAT:
 *   between:SOURCESxSINKS     betweenness between two sets
 *   sources:N                 the same between the first N vertices and all
 *   whole                     betweenness
 *   sampled:EPSILON           betweenness from random paths, at a confidence of 0.9
 *   holes                     Burt's constraint
 *   nothing                   for --edges, which writes ends and costs, or with --ties conductances
 *   walks:N                   personalised PageRank from one vertex each
 *
 * Prints the seconds by the clock and of processor of the measure alone, and the sum of its values;
 * --write writes the values, in binary, for bench/compare-kernels to compare. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/clock.h"
#include "bench/made-network.h"
#include "graph/igraph-scope-private.h"
#include "graph/measure/betweenness/sampled.h"
#include "graph/measure/holes.h"
#include "graph/measure/walk.h"

#define HOP_LOSS 0.1
#define RESTART 0.2
#define TOLERANCE 1e-10

typedef struct {
	FairleadAdjacency *graph;
	double *cost; /* NULL: 1 each */
	FairleadParallel how;
	const char *what;
	FairleadVertex *sources, *sinks;
	guint n_sources, n_sinks;
} Question;

static double *
ask_between (const Question *question)
{
	return fairlead_betweenness_between (question->graph, question->cost, question->sources,
	                                     question->n_sources, question->sinks,
	                                     question->n_sinks, &question->how, NULL);
}

static double *
ask_whole (const Question *question)
{
	return fairlead_betweenness (question->graph, question->cost, &question->how, NULL);
}

static double *
ask_sampled (const Question *question)
{
	FairleadSampledBetweenness result;
	double epsilon = g_ascii_strtod (strchr (question->what, ':') + 1, NULL);

	fairlead_betweenness_sampled (question->graph, question->cost, epsilon, 0.9, 1,
	                              &question->how, &result, NULL);
	fprintf (stderr, "%" G_GUINT64_FORMAT " samples, error at most %g\n", result.n_samples,
	         result.error);
	return result.value;
}

static double *
ask_holes (const Question *question)
{
	double *constraint = NULL;

	fairlead_holes (question->graph, &question->how, &constraint, NULL, NULL);
	return constraint;
}

static double *
ask_walks (const Question *question)
{
	g_autofree FairleadWalkStart *starts = g_new (FairleadWalkStart, question->n_sources);
	g_autoptr (GPtrArray) values = NULL;

	for (guint i = 0; i < question->n_sources; i++)
		starts[i] = (FairleadWalkStart){ &question->sources[i], 1 };
	values = fairlead_walk_many (question->graph, starts, question->n_sources, RESTART,
	                             TOLERANCE, &question->how, NULL);
	return g_ptr_array_steal_index (values, 0);
}

static double *
ask_nothing (const Question *question)
{
	return g_new0 (double, question->graph->n_vertices);
}

/* ---- igraph ---- */

static void
copy_graph (const Question *question, FairleadIgraph *copy, igraph_vector_t *weights)
{
	g_auto (igraph_vector_int_t) edges = { 0 };

	igraph_vector_int_init (&edges, 2 * question->graph->n_edges);
	igraph_vector_init (weights, question->graph->n_edges);
	for (guint32 i = 0; i < 2 * question->graph->n_edges; i++)
		VECTOR (edges)[i] = question->graph->ends[i];
	for (guint32 i = 0; question->cost != NULL && i < question->graph->n_edges; i++)
		VECTOR (*weights)[i] = question->cost[i];
	fairlead_igraph_create (copy, &edges, question->graph->n_vertices, NULL);
}

static void
copy_set (const FairleadVertex *vertices, guint n, igraph_vector_int_t *set)
{
	igraph_vector_int_init (set, n);
	for (guint i = 0; i < n; i++)
		VECTOR (*set)[i] = vertices[i];
}

static double *
copy_values (const igraph_vector_t *values, double factor)
{
	double *copy = g_new (double, igraph_vector_size (values));

	for (igraph_integer_t i = 0; i < igraph_vector_size (values); i++)
		copy[i] = factor * VECTOR (*values)[i];
	return copy;
}

typedef struct {
	FairleadIgraph copy;
	igraph_vector_t weights;
} Peer;

static double *
igraph_between (const Question *question, Peer *peer)
{
	g_auto (igraph_vector_int_t) sources = { 0 }, sinks = { 0 };
	g_auto (igraph_vector_t) values = { 0 };

	copy_set (question->sources, question->n_sources, &sources);
	copy_set (question->sinks, question->n_sinks, &sinks);
	igraph_vector_init (&values, 0);
	fairlead_igraph_betweenness_between (&peer->copy.graph, &values, &sources, &sinks,
	                                     question->cost != NULL ? &peer->weights : NULL);
	return copy_values (&values, 2.0);
}

static double *
igraph_whole (const Question *question, Peer *peer)
{
	g_auto (igraph_vector_t) values = { 0 };

	igraph_vector_init (&values, 0);
	fairlead_igraph_betweenness (&peer->copy.graph, &values,
	                             question->cost != NULL ? &peer->weights : NULL);
	return copy_values (&values, 1.0);
}

static double *
igraph_holes (const Question *question, Peer *peer)
{
	g_auto (igraph_vector_t) values = { 0 };

	igraph_vector_init (&values, 0);
	for (guint32 i = 0; i < question->graph->n_edges; i++)
		VECTOR (peer->weights)[i] = (double) question->graph->conductance[i];
	igraph_constraint (&peer->copy.graph, &values, igraph_vss_all (), &peer->weights);
	return copy_values (&values, 1.0);
}

static void
igraph_walk_from (FairleadVertex start, Peer *peer, igraph_vector_t *values)
{
	g_auto (igraph_vector_int_t) starts = { 0 };

	igraph_vector_int_init (&starts, 1);
	VECTOR (starts)[0] = start;
	fairlead_igraph_pagerank_of (&peer->copy.graph, values, &starts, 1.0 - RESTART,
	                             &peer->weights);
}

static double *
igraph_walks (const Question *question, Peer *peer)
{
	g_auto (igraph_vector_t) values = { 0 };

	igraph_vector_init (&values, 0);
	for (guint32 i = 0; i < question->graph->n_edges; i++)
		VECTOR (peer->weights)[i] = (double) question->graph->conductance[i];
	for (guint i = 0; i < question->n_sources; i++)
		igraph_walk_from (question->sources[i], peer, &values);
	return copy_values (&values, 1.0);
}

/* ---- */

static const struct {
	const char *what;
	double *(*ask) (const Question *question);
	double *(*ask_igraph) (const Question *question, Peer *peer);
} measures[] = {
	{ "between", ask_between, igraph_between }, { "sources", ask_between, igraph_between },
	{ "whole", ask_whole, igraph_whole },       { "sampled", ask_sampled, igraph_whole },
	{ "holes", ask_holes, igraph_holes },       { "walks", ask_walks, igraph_walks },
	{ "nothing", ask_nothing, NULL },
};

static guint
find_measure (const char *what)
{
	for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
		if (strncmp (what, measures[i].what, strcspn (what, ":")) == 0)
			return i;
	g_error ("no measure %s", what);
}

static double *
run (const Question *question, const char *who, gint64 *start, double *start_processor)
{
	guint i = find_measure (question->what);
	g_auto (FairleadIgraphScope) scope = { 0 };
	G_GNUC_UNUSED g_auto (FairleadIgraph) copy = { .whole = FALSE };
	Peer peer = { 0 };
	double *values;

	if (strcmp (who, "fairlead") == 0) {
		*start = g_get_monotonic_time ();
		*start_processor = processor_seconds ();
		return measures[i].ask (question);
	}
	scope = fairlead_igraph_scope_enter (NULL);
	copy_graph (question, &peer.copy, &peer.weights);
	*start = g_get_monotonic_time ();
	*start_processor = processor_seconds ();
	values = measures[i].ask_igraph (question, &peer);
	fairlead_igraph_clear (&peer.copy);
	fairlead_vector_clear (&peer.weights);
	return values;
}

static FairleadVertex *
first_vertices (guint32 n)
{
	FairleadVertex *vertices = g_new (FairleadVertex, MAX (n, 1));

	for (guint32 i = 0; i < n; i++)
		vertices[i] = i;
	return vertices;
}

static void
choose_terminals (Question *question)
{
	if (sscanf (question->what, "sources:%u", &question->n_sources) == 1) {
		question->n_sinks = question->graph->n_vertices;
		question->sources = first_vertices (question->n_sources);
		question->sinks = first_vertices (question->n_sinks);
		return;
	}
	if (sscanf (question->what, "between:%ux%u", &question->n_sources, &question->n_sinks) != 2
	    && sscanf (question->what, "walks:%u", &question->n_sources) != 1)
		return;
	question->sources = made_terminals (question->graph, question->n_sources, 1);
	question->sinks = made_terminals (question->graph, question->n_sinks, 2);
}

static void
write_values (const char *path, const double *values, guint32 n)
{
	g_autoptr (GError) error = NULL;

	if (path != NULL
	    && !g_file_set_contents (path, (const char *) values, (gssize) (n * sizeof *values),
	                             &error))
		g_error ("%s", error->message);
}

static void
write_edges (const char *path, const Question *question, gboolean ties)
{
	const FairleadAdjacency *graph = question->graph;
	FILE *file = path != NULL ? fopen (path, "w") : NULL;

	for (guint32 edge = 0; file != NULL && edge < graph->n_edges; edge++)
		fprintf (file, "%u %u %.17g\n", graph->ends[2 * edge], graph->ends[2 * edge + 1],
		         ties                     ? (double) graph->conductance[edge]
		         : question->cost != NULL ? question->cost[edge]
		                                  : 1.0);
	if (file != NULL)
		fclose (file);
}

int
main (int argc, char **argv)
{
	int n_threads = 0;
	gboolean weighted = FALSE, ties = FALSE;
	g_autofree char *values_path = NULL, *edges_path = NULL;
	const GOptionEntry options[] = {
		{ "threads", 0, 0, G_OPTION_ARG_INT, &n_threads, NULL, NULL },
		{ "weighted", 0, 0, G_OPTION_ARG_NONE, &weighted, NULL, NULL },
		{ "ties", 0, 0, G_OPTION_ARG_NONE, &ties, NULL, NULL },
		{ "write", 0, 0, G_OPTION_ARG_FILENAME, &values_path, NULL, NULL },
		{ "edges", 0, 0, G_OPTION_ARG_FILENAME, &edges_path, NULL, NULL },
		G_OPTION_ENTRY_NULL,
	};
	g_autoptr (GOptionContext) context = g_option_context_new ("WHO NETWORK WHAT");
	Question question = { 0 };
	gint64 start;
	double start_processor, sum = 0.0;
	g_autofree double *values = NULL;

	g_option_context_add_main_entries (context, options, NULL);
	if (!g_option_context_parse (context, &argc, &argv, NULL) || argc != 4)
		return 2;
	question.how.n_threads = (guint) n_threads;
	question.graph = made_network (argv[2]);
	question.what = argv[3];
	if (question.graph == NULL)
		return 2;
	choose_terminals (&question);
	if (weighted) {
		question.cost = g_new (double, question.graph->n_edges);
		for (guint32 i = 0; i < question.graph->n_edges; i++)
			question.cost[i] =
				-log ((double) question.graph->conductance[i] * (1.0 - HOP_LOSS));
	}
	write_edges (edges_path, &question, ties);
	values = run (&question, argv[1], &start, &start_processor);
	printf ("%.4f %.4f ", (double) (g_get_monotonic_time () - start) / 1e6,
	        processor_seconds () - start_processor);
	for (guint32 i = 0; i < question.graph->n_vertices; i++)
		sum += isnan (values[i]) ? 0.0 : values[i];
	printf ("%.9g\n", sum);
	write_values (values_path, values, question.graph->n_vertices);
	fairlead_adjacency_free (question.graph);
	g_free (question.cost);
	g_free (question.sources);
	g_free (question.sinks);
	return 0;
}
