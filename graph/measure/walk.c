/* graph/measure/walk.c */
#include "graph/measure/walk.h"

#include <math.h>
#include <string.h>

#include "ingest/record/error.h"
#include "ingest/record/pages.h"

#define MAX_SWEEPS 1000
#define LEAST_VALUE 1e-30 /* vertices farther than this need not settle */
#define AHEAD 24          /* arcs whose neighbours are fetched before they are needed */
#define MOST_LANES 8      /* walks that one sweep takes along: what a line of the cache holds */

/* Some walks over the same graph, each in a lane of its own: what a lane computes does not depend
 * on the others. Their values of one vertex are neighbours in memory. */
typedef struct {
	const FairleadAdjacency *graph;
	const gfloat *conductance; /* of each arc: in the order of reading, for speed */
	const double *inverse;     /* 1 / strength of each vertex; 0 where it has no edges */
	const double *strength;    /* the conductance that leaves each vertex */
	double restart;
	double overshoot; /* how much farther than to its new value each goes: the relaxation */
	guint8 *starts;   /* of each vertex: a bit for each walk that restarts there */
	double *spread;   /* of each vertex and lane: value for each unit of its conductance */
	double inflow[MOST_LANES]; /* of one that a walk restarts at */
} Walks;

/* ---- one pass, for a number of lanes that the compiler knows ---- */

static inline void
gather (const Walks *walks, FairleadVertex vertex, const guint lanes, double *value)
{
	const FairleadAdjacency *graph = walks->graph;
	const guint32 last = 2 * graph->n_edges - 1;
	double sum[MOST_LANES] = { 0 };

	for (guint32 arc = graph->start[vertex]; arc < graph->start[vertex + 1]; arc++) {
		const double *spread = walks->spread + (gsize) lanes * graph->neighbour[arc];
		const double conductance = (double) walks->conductance[arc];
		const guint32 ahead = graph->neighbour[MIN (arc + AHEAD, last)];

		__builtin_prefetch (walks->spread + (gsize) lanes * ahead);
		for (guint k = 0; k < lanes; k++)
			sum[k] += spread[k] * conductance;
	}
	for (guint k = 0; k < lanes; k++)
		value[k] = (1.0 - walks->restart) * sum[k];
	if (walks->starts[vertex] != 0)
		for (guint k = 0; k < lanes; k++)
			if (walks->starts[vertex] >> k & 1)
				value[k] += walks->inflow[k];
}

/* In place: what was found for earlier vertices already serves the later ones. The greatest change
 * in proportion to a value is what must settle: a change in sum would leave the values of far
 * vertices, small as they are, to chance. */
static inline void
sweep_lanes (const Walks *walks, const guint lanes, double *greatest)
{
	for (FairleadVertex vertex = 0; vertex < walks->graph->n_vertices; vertex++) {
		double *spread = walks->spread + (gsize) lanes * vertex;
		const double inverse = walks->inverse[vertex], strength = walks->strength[vertex];
		double value[MOST_LANES], change[MOST_LANES];
		gboolean moves = FALSE;

		gather (walks, vertex, lanes, value);
		for (guint k = 0; k < lanes; k++) {
			double before = spread[k] * strength;
			double next = before + walks->overshoot * (value[k] - before);

			change[k] = fabs (next - before);
			value[k] = fabs (next);
			moves |= change[k] > greatest[k] * value[k];
			spread[k] = next * inverse;
		}
		if (moves && strength > 0.0)
			for (guint k = 0; k < lanes; k++)
				if (value[k] > LEAST_VALUE && change[k] > greatest[k] * value[k])
					greatest[k] = change[k] / value[k];
	}
}

/* One step of one lane for all vertices at once: those with the same neighbours get exactly the
 * same value, whatever their numbers */
static double *
even_out (const Walks *walks, guint lanes, guint lane)
{
	const FairleadAdjacency *graph = walks->graph;
	gsize n = MAX (graph->n_vertices, 1);
	/* without the others it is read faster */
	g_autofree double *spread = FAIRLEAD_NEW_LARGE (double, n);
	double *value = FAIRLEAD_NEW_LARGE (double, n);

	for (FairleadVertex vertex = 0; vertex < graph->n_vertices; vertex++)
		spread[vertex] = walks->spread[(gsize) lanes * vertex + lane];
	for (FairleadVertex vertex = 0; vertex < graph->n_vertices; vertex++) {
		double inflow = 0.0;

		for (guint32 arc = graph->start[vertex]; arc < graph->start[vertex + 1]; arc++)
			inflow += spread[graph->neighbour[arc]] * (double) walks->conductance[arc];
		inflow *= 1.0 - walks->restart;
		if (walks->starts[vertex] >> lane & 1)
			inflow += walks->inflow[lane];
		value[vertex] = MAX (inflow, 0.0);
	}
	return value;
}

static void
sweep (const Walks *walks, guint lanes, double *greatest)
{
	switch (lanes) {
	case 1:
		sweep_lanes (walks, 1, greatest);
		break;
	case 2:
		sweep_lanes (walks, 2, greatest);
		break;
	case 4:
		sweep_lanes (walks, 4, greatest);
		break;
	default:
		sweep_lanes (walks, MOST_LANES, greatest);
		break;
	}
}

/* ---- many walks ---- */

typedef struct {
	const FairleadAdjacency *graph;
	const FairleadWalkStart *starts;
	guint n_walks;
	guint lanes; /* of each piece of work */
	double restart;
	double tolerance;
	GCancellable *cancellable;
	gfloat *conductance;
	double *inverse;
	double *strength;
	double **values; /* of each walk: NULL until it has settled */
} Job;

static void
prepare (Job *job)
{
	const FairleadAdjacency *graph = job->graph;
	gsize n = MAX (graph->n_vertices, 1);

	job->conductance = FAIRLEAD_NEW_LARGE (gfloat, 2 * (gsize) graph->n_edges);
	job->inverse = FAIRLEAD_NEW_LARGE (double, n);
	job->strength = FAIRLEAD_NEW_LARGE (double, n);
	for (FairleadVertex vertex = 0; vertex < graph->n_vertices; vertex++) {
		double sum = 0.0;

		for (guint32 arc = graph->start[vertex]; arc < graph->start[vertex + 1]; arc++) {
			job->conductance[arc] = graph->conductance[graph->edge[arc]];
			sum += (double) job->conductance[arc];
		}
		job->strength[vertex] = sum;
		job->inverse[vertex] = sum > 0.0 ? 1.0 / sum : 0.0;
	}
}

/* Young's best relaxation for a matrix of spectral radius 1 - a (doi:10.2307/1990745). It converges
 * for every graph: in the units of conductance the matrix is symmetric and positive definite. */
static double
best_overshoot (double restart)
{
	return 2.0 / (1.0 + sqrt (1.0 - (1.0 - restart) * (1.0 - restart)));
}

static void
place_starts (Walks *walks, const FairleadWalkStart *starts, guint n)
{
	guint32 n_vertices = walks->graph->n_vertices;

	for (guint k = 0; k < n; k++) {
		guint32 n_starts = starts[k].vertices == NULL ? n_vertices : starts[k].n;

		walks->inflow[k] = walks->restart / n_starts;
		for (guint32 i = 0; i < n_starts; i++) {
			guint32 vertex = starts[k].vertices == NULL ? i : starts[k].vertices[i];

			walks->starts[vertex] |= (guint8) (1u << k);
		}
	}
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

/* Takes the values of the walks that have settled with this sweep; TRUE when none is left */
static gboolean
take_settled (const Job *job, const Walks *walks, guint first, guint n, const double *greatest)
{
	gboolean all = TRUE;

	for (guint k = 0; k < n; k++) {
		/* What is left of the equation after a sweep, and what that may still add up to */
		double left = greatest[k] * (2.0 - job->restart - 1.0 / walks->overshoot);

		if (job->values[first + k] == NULL && left <= job->tolerance * job->restart) {
			job->values[first + k] = even_out (walks, job->lanes, k);
			normalise (job->values[first + k], job->graph->n_vertices);
		}
		all = all && job->values[first + k] != NULL;
	}
	return all;
}

static void
walk_some (gpointer worker, guint32 item)
{
	const Job *job = worker;
	gsize n_vertices = MAX (job->graph->n_vertices, 1);
	guint first = item * job->lanes, n = MIN (job->lanes, job->n_walks - first);
	g_autofree guint8 *starts = g_malloc0 (n_vertices);
	const gsize size = n_vertices * job->lanes * sizeof (double);
	/* the lanes of a vertex in one line of the cache */
	double *spread = fairlead_pages_prefer_large (g_aligned_alloc (size, 1, 64), size);
	Walks walks = { job->graph,    job->conductance, job->inverse,
		        job->strength, job->restart,     best_overshoot (job->restart),
		        starts,        spread,           { 0 } };

	memset (spread, 0, size);
	place_starts (&walks, job->starts + first, n);
	for (guint i = 0; i < MAX_SWEEPS; i++) {
		double greatest[MOST_LANES] = { 0 };

		sweep (&walks, job->lanes, greatest);
		if (g_cancellable_is_cancelled (job->cancellable)
		    || take_settled (job, &walks, first, n, greatest))
			break;
	}
	g_aligned_free (spread);
}

static gpointer
share_job (gpointer job)
{
	return job;
}

static void
keep_job (gpointer job)
{
	(void) job;
}

static gboolean
have_all_settled (const Job *job, GError **error)
{
	char restart[G_ASCII_DTOSTR_BUF_SIZE];

	for (guint i = 0; i < job->n_walks; i++)
		if (job->values[i] == NULL) {
			g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_NO_CONVERGENCE,
			             "the random walk did not settle within %d sweeps (restart "
			             "probability %s)",
			             MAX_SWEEPS,
			             g_ascii_formatd (restart, sizeof restart, "%g", job->restart));
			return FALSE;
		}
	return TRUE;
}

static guint
choose_lanes (guint n_walks)
{
	guint lanes = 1;

	while (lanes < n_walks && lanes < MOST_LANES)
		lanes *= 2;
	return lanes;
}

GPtrArray *
fairlead_walk_many (const FairleadAdjacency *graph, const FairleadWalkStart *starts, guint n,
                    double restart, double tolerance, const FairleadParallel *how, GError **error)
{
	static const FairleadParallelJob what = { share_job, keep_job, walk_some, NULL };
	g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
	Job job = { .graph = graph,
		    .starts = starts,
		    .n_walks = n,
		    .lanes = choose_lanes (n),
		    .restart = restart,
		    .tolerance = tolerance,
		    .cancellable = how != NULL ? how->cancellable : NULL };
	gboolean done;

	g_ptr_array_set_size (values, (gint) n);
	job.values = (double **) values->pdata;
	prepare (&job);
	done = fairlead_parallel_run (&what, &job, (n + job.lanes - 1) / job.lanes, how, error)
	       && have_all_settled (&job, error);
	g_free (job.conductance);
	g_free (job.inverse);
	g_free (job.strength);
	return done ? g_steal_pointer (&values) : NULL;
}

double *
fairlead_walk (const FairleadAdjacency *graph, const FairleadVertex *start, guint32 n,
               double restart, double tolerance, GCancellable *cancellable, GError **error)
{
	const FairleadWalkStart one = { start, n };
	const FairleadParallel how = { .cancellable = cancellable };
	g_autoptr (GPtrArray) values =
		fairlead_walk_many (graph, &one, 1, restart, tolerance, &how, error);

	return values != NULL ? g_ptr_array_steal_index (values, 0) : NULL;
}
