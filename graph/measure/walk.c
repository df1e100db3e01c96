/* graph/measure/walk.c */
#include "graph/measure/walk.h"

#include <math.h>

#include "ingest/record/error.h"

#define MAX_SWEEPS 1000
#define LEAST_VALUE 1e-30 /* vertices farther than this need not settle */

/* The conductance that leaves each vertex, inverted; 0 for a vertex without edges */
static double *
inverse_strengths (const FairleadAdjacency *graph)
{
	double *inverse = g_new0 (double, MAX (graph->n_vertices, 1));

	for (guint32 edge = 0; edge < graph->n_edges; edge++) {
		inverse[graph->ends[2 * edge]] += (double) graph->conductance[edge];
		inverse[graph->ends[2 * edge + 1]] += (double) graph->conductance[edge];
	}
	for (guint32 vertex = 0; vertex < graph->n_vertices; vertex++)
		inverse[vertex] = inverse[vertex] > 0.0 ? 1.0 / inverse[vertex] : 0.0;
	return inverse;
}

static gfloat *
arc_conductances (const FairleadAdjacency *graph)
{
	gfloat *conductance = g_new (gfloat, MAX (2 * (gsize) graph->n_edges, 1));

	for (gsize arc = 0; arc < 2 * (gsize) graph->n_edges; arc++)
		conductance[arc] = graph->conductance[graph->edge[arc]];
	return conductance;
}

static double *
restart_vector (const FairleadAdjacency *graph, const FairleadVertex *start, guint32 n)
{
	double *vector = g_new0 (double, MAX (graph->n_vertices, 1));

	for (guint32 i = 0; i < n; i++)
		vector[start == NULL ? i : start[i]] = 1.0 / n;
	return vector;
}

typedef struct {
	const FairleadAdjacency *graph;
	const gfloat *conductance; /* of each arc: in the order of reading, for speed */
	const double *inverse;
	const double *start;
	double restart;
	double overshoot; /* how much farther than to its new value each goes: the relaxation */
	double *value;
	double *spread; /* value of each vertex for each unit of its conductance */
} Walk;

static double
visit (const Walk *walk, FairleadVertex vertex)
{
	const FairleadAdjacency *graph = walk->graph;
	double inflow = 0.0;

	for (guint32 arc = graph->start[vertex]; arc < graph->start[vertex + 1]; arc++)
		inflow += walk->spread[graph->neighbour[arc]] * (double) walk->conductance[arc];
	return walk->restart * walk->start[vertex] + (1.0 - walk->restart) * inflow;
}

/* One pass in place: what was found for earlier vertices already serves the later ones. The
 * greatest
 * change in proportion to a value is what must settle: a change in sum would leave the values of
 * far vertices, small as they are, to chance. */
static double
sweep (const Walk *walk)
{
	double greatest = 0.0;

	for (guint32 vertex = 0; vertex < walk->graph->n_vertices; vertex++) {
		double before = walk->value[vertex];
		double next = before + walk->overshoot * (visit (walk, vertex) - before);
		double change = fabs (next - before);

		if (fabs (next) > LEAST_VALUE && change > greatest * fabs (next))
			greatest = change / fabs (next);
		walk->value[vertex] = next;
		walk->spread[vertex] = next * walk->inverse[vertex];
	}
	return greatest;
}

/* One step of all vertices at once: those with the same neighbours get exactly the same value,
 * whatever their numbers */
static void
even_out (const Walk *walk)
{
	for (guint32 vertex = 0; vertex < walk->graph->n_vertices; vertex++)
		walk->value[vertex] = MAX (visit (walk, vertex), 0.0);
}

/* Young's best relaxation for a matrix of spectral radius 1 - a (doi:10.2307/1990745). It converges
 * for every graph: in the units of conductance the matrix is symmetric and positive definite. */
static double
best_overshoot (double restart)
{
	return 2.0 / (1.0 + sqrt (1.0 - (1.0 - restart) * (1.0 - restart)));
}

/* The walker at a vertex without edges restarts: the same as giving all values that share again */
static void
normalise (double *value, guint32 n)
{
	double sum = 0.0;

	for (guint32 i = 0; i < n; i++)
		sum += value[i];
	for (guint32 i = 0; i < n && sum > 0.0; i++)
		value[i] /= sum;
}

double *
fairlead_walk (const FairleadAdjacency *graph, const FairleadVertex *start, guint32 n,
               double restart, double tolerance, GCancellable *cancellable, GError **error)
{
	guint32 n_vertices = graph->n_vertices;
	g_autofree double *inverse = inverse_strengths (graph);
	g_autofree double *restarts = restart_vector (graph, start, start == NULL ? n_vertices : n);
	g_autofree double *spread = g_new0 (double, MAX (n_vertices, 1));
	g_autofree double *value = g_new0 (double, MAX (n_vertices, 1));
	g_autofree gfloat *conductance = arc_conductances (graph);
	const Walk walk = { graph,    conductance, inverse,
		            restarts, restart,     best_overshoot (restart),
		            value,    spread };

	for (guint i = 0; i < MAX_SWEEPS; i++) {
		double change = sweep (&walk);

		if (g_cancellable_set_error_if_cancelled (cancellable, error))
			return NULL;
		/* What is left of the equation after a sweep, and what that may still add up to */
		if (change * (2.0 - restart - 1.0 / walk.overshoot) <= tolerance * restart) {
			even_out (&walk);
			normalise (value, n_vertices);
			return g_steal_pointer (&value);
		}
	}
	g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_NO_CONVERGENCE,
	             "the random walk did not settle within %d sweeps (restart probability %g)",
	             MAX_SWEEPS, restart);
	return NULL;
}
