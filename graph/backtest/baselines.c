/* graph/backtest/baselines.c */
#include "graph/backtest/baselines.h"

#include <math.h>

#include "graph/measure/betweenness/betweenness.h"
#include "graph/measure/spectral.h"
#include "graph/measure/walk.h"

#define RESTART 0.15
#define TOLERANCE 1e-10
#define KATZ_PART 0.5 /* of the attenuation at which the sum has no end */
#define MAX_ROUNDS 1000

typedef struct {
	const FairleadAdjacency *graph;
	const FairleadVertex *target;
	guint32 n;
	GCancellable *cancellable;
} Question;

static const char *const names[FAIRLEAD_N_BASELINES] = {
#define X(tag, name, words) name,
	FAIRLEAD_BASELINE_TABLE (X)
#undef X
};

const char *
fairlead_baseline_name (FairleadBaseline baseline)
{
	g_return_val_if_fail ((guint) baseline < FAIRLEAD_N_BASELINES, NULL);
	return names[baseline];
}

static double *
new_values (const Question *question)
{
	return g_new0 (double, MAX (question->graph->n_vertices, 1));
}

static double *
compute_random (const Question *question, GError **error)
{
	(void) error;
	return new_values (question);
}

static double *
compute_degree (const Question *question, GError **error)
{
	double *values = new_values (question);

	(void) error;
	for (guint32 vertex = 0; vertex < question->graph->n_vertices; vertex++)
		values[vertex] = fairlead_adjacency_degree (question->graph, vertex);
	return values;
}

static double *
compute_one_hop (const Question *question, GError **error)
{
	const FairleadAdjacency *graph = question->graph;
	double *values = new_values (question);

	(void) error;
	for (guint32 i = 0; i < question->n; i++)
		for (guint32 arc = graph->start[question->target[i]];
		     arc < graph->start[question->target[i] + 1]; arc++)
			values[graph->neighbour[arc]]++;
	return values;
}

/* ---- walks ---- */

static double *
walk (const Question *question, const FairleadVertex *start, guint32 n, GError **error)
{
	g_autofree gfloat *ones = g_new (gfloat, MAX (question->graph->n_edges, 1));
	FairleadAdjacency plain = *question->graph;

	for (guint32 edge = 0; edge < plain.n_edges; edge++)
		ones[edge] = 1.0f;
	plain.conductance = ones;
	return fairlead_walk (&plain, start, n, RESTART, TOLERANCE, question->cancellable, error);
}

static double *
compute_pagerank (const Question *question, GError **error)
{
	return walk (question, NULL, question->graph->n_vertices, error);
}

static double *
compute_personalised (const Question *question, GError **error)
{
	return walk (question, question->target, question->n, error);
}

/* ---- Katz ---- */

static void
multiply (const FairleadAdjacency *graph, const double *x, double *product)
{
	for (guint32 vertex = 0; vertex < graph->n_vertices; vertex++) {
		product[vertex] = 0.0;
		for (guint32 arc = graph->start[vertex]; arc < graph->start[vertex + 1]; arc++)
			product[vertex] += x[graph->neighbour[arc]];
	}
}

/* By the power method on A + I, so that a bipartite graph settles too */
static double
largest_eigenvalue (const FairleadAdjacency *graph)
{
	g_autofree double *x = g_new (double, MAX (graph->n_vertices, 1));
	g_autofree double *next = g_new (double, MAX (graph->n_vertices, 1));
	double value = 0.0, before = -1.0;

	for (guint32 i = 0; i < graph->n_vertices; i++)
		x[i] = 1.0 / sqrt (graph->n_vertices);
	for (guint round = 0; round < MAX_ROUNDS && fabs (value - before) > 1e-9 * value; round++) {
		multiply (graph, x, next);
		for (guint32 i = 0; i < graph->n_vertices; i++)
			next[i] += x[i];
		before = value;
		value = fairlead_norm (next, graph->n_vertices);
		for (guint32 i = 0; i < graph->n_vertices; i++)
			x[i] = next[i] / value;
	}
	return MAX (value - 1.0, 1.0);
}

static double *
compute_katz (const Question *question, GError **error)
{
	const FairleadAdjacency *graph = question->graph;
	double *values = new_values (question);
	g_autofree double *term = new_values (question);
	g_autofree double *next = new_values (question);
	double alpha = KATZ_PART / largest_eigenvalue (graph);

	(void) error;
	for (guint32 i = 0; i < question->n; i++)
		values[question->target[i]] = term[question->target[i]] = 1.0;
	for (guint round = 0;
	     round < MAX_ROUNDS && fairlead_norm (term, graph->n_vertices) > TOLERANCE; round++) {
		multiply (graph, term, next);
		for (guint32 i = 0; i < graph->n_vertices; i++) {
			term[i] = alpha * next[i];
			values[i] += term[i];
		}
	}
	return values;
}

/* ---- betweenness ---- */

static double *
compute_betweenness (const Question *question, GError **error)
{
	const FairleadParallel how = { .cancellable = question->cancellable };
	const FairleadAdjacency *graph = question->graph;

	if ((guint64) graph->n_vertices * graph->n_edges > FAIRLEAD_BETWEENNESS_BOUND)
		return NULL;
	return fairlead_betweenness (graph, NULL, &how, error);
}

static double *(*const compute[FAIRLEAD_N_BASELINES]) (const Question *, GError **) = {
	[FAIRLEAD_BASELINE_RANDOM] = compute_random,
	[FAIRLEAD_BASELINE_DEGREE] = compute_degree,
	[FAIRLEAD_BASELINE_ONE_HOP] = compute_one_hop,
	[FAIRLEAD_BASELINE_PAGERANK] = compute_pagerank,
	[FAIRLEAD_BASELINE_PERSONALISED] = compute_personalised,
	[FAIRLEAD_BASELINE_KATZ] = compute_katz,
	[FAIRLEAD_BASELINE_BETWEENNESS] = compute_betweenness,
};

double *
fairlead_baseline_compute (FairleadBaseline baseline, const FairleadAdjacency *graph,
                           const FairleadVertex *target, guint32 n, GCancellable *cancellable,
                           GError **error)
{
	const Question question = { graph, target, n, cancellable };

	g_return_val_if_fail ((guint) baseline < FAIRLEAD_N_BASELINES, NULL);
	return compute[baseline](&question, error);
}
