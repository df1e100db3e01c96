/* cluster/walk.c: walks with restart and their lift
 *
 * (I - (1 - a) P') y = s, whose eigenvalues lie between a and 2 - a, by Chebyshev's iteration: half
 * as many products as Richardson's, and no inner products, so that no rank waits for another but
 * for its ghosts. Methods of Krylov's kind lose themselves where the start has few seeds. */
#include "cluster/measures.h"

#include <math.h>

#define PRODUCTS_AT_ONCE 24
#define MOST_TURNS 60
#define LEAST_VALUE 1e-30 /* what is smaller need not settle, as on one machine */

typedef struct {
	const ClusterGraph *graph;
	double restart;
	double *strength; /* of each own vertex */
	double *spread;   /* value for each unit of conductance: own */
	double *ghost;    /* the same of ghosts */
	Mat matrix;
	KSP solver;
	Vec value;
	Vec start;
	Vec rest;
	guint64 n_products;
} Walks;

/* inflow = (1 - a) P' value */
static void
flow (Walks *walks, const double *value, double *inflow)
{
	const ClusterGraph *graph = walks->graph;

	for (guint32 i = 0; i < graph->n; i++)
		walks->spread[i] = walks->strength[i] > 0.0 ? value[i] / walks->strength[i] : 0.0;
	cluster_graph_bring (graph, MPI_DOUBLE, walks->spread, walks->ghost);
	for (guint32 i = 0; i < graph->n; i++) {
		double sum = 0.0;

		for (guint64 arc = graph->start[i]; arc < graph->start[i + 1]; arc++) {
			guint32 other = graph->other[arc];

			sum += (double) graph->strength[arc]
			       * (other < graph->n ? walks->spread[other]
			                           : walks->ghost[other - graph->n]);
		}
		inflow[i] = (1.0 - walks->restart) * sum;
	}
	walks->n_products++;
}

static PetscErrorCode
multiply (Mat matrix, Vec from, Vec to)
{
	Walks *walks;
	const double *value;
	double *result;

	PetscCall (MatShellGetContext (matrix, &walks));
	PetscCall (VecGetArrayRead (from, &value));
	PetscCall (VecGetArray (to, &result));
	flow (walks, value, result);
	for (guint32 i = 0; i < walks->graph->n; i++)
		result[i] = value[i] - result[i];
	PetscCall (VecRestoreArray (to, &result));
	PetscCall (VecRestoreArrayRead (from, &value));
	return 0;
}

static void
walks_init (Walks *self, const ClusterWork *work)
{
	const ClusterGraph *graph = work->graph;
	PC none;

	*self = (Walks){ .graph = graph,
		         .restart = cluster_work_number (work, FAIRLEAD_STEP_RESTART),
		         .strength = g_new0 (double, MAX (graph->n, 1)),
		         .spread = g_new (double, MAX (graph->n, 1)),
		         .ghost = g_new (double, MAX (graph->n_ghosts, 1)) };
	for (guint32 i = 0; i < graph->n; i++)
		for (guint64 arc = graph->start[i]; arc < graph->start[i + 1]; arc++)
			self->strength[i] += (double) graph->strength[arc];
	CLUSTER_DO (VecCreateMPI (PETSC_COMM_WORLD, graph->n, PETSC_DETERMINE, &self->value));
	CLUSTER_DO (VecDuplicate (self->value, &self->start));
	CLUSTER_DO (VecDuplicate (self->value, &self->rest));
	CLUSTER_DO (MatCreateShell (PETSC_COMM_WORLD, graph->n, graph->n, PETSC_DETERMINE,
	                            PETSC_DETERMINE, self, &self->matrix));
	CLUSTER_DO (MatShellSetOperation (self->matrix, MATOP_MULT, (void (*) (void)) multiply));
	CLUSTER_DO (KSPCreate (PETSC_COMM_WORLD, &self->solver));
	CLUSTER_DO (KSPSetOperators (self->solver, self->matrix, self->matrix));
	CLUSTER_DO (KSPSetType (self->solver, KSPCHEBYSHEV));
	CLUSTER_DO (KSPChebyshevSetEigenvalues (self->solver, 2.0 - self->restart, self->restart));
	CLUSTER_DO (KSPGetPC (self->solver, &none));
	CLUSTER_DO (PCSetType (none, PCNONE));
	CLUSTER_DO (KSPSetNormType (self->solver, KSP_NORM_NONE));
	CLUSTER_DO (KSPSetConvergenceTest (self->solver, KSPConvergedSkip, NULL, NULL));
	CLUSTER_DO (KSPSetInitialGuessNonzero (self->solver, PETSC_TRUE));
	CLUSTER_DO (KSPSetTolerances (self->solver, PETSC_DEFAULT, PETSC_DEFAULT, PETSC_DEFAULT,
	                              PRODUCTS_AT_ONCE));
}

static void
walks_clear (Walks *self)
{
	CLUSTER_DO (KSPDestroy (&self->solver));
	CLUSTER_DO (MatDestroy (&self->matrix));
	CLUSTER_DO (VecDestroy (&self->value));
	CLUSTER_DO (VecDestroy (&self->start));
	CLUSTER_DO (VecDestroy (&self->rest));
	g_free (self->strength);
	g_free (self->spread);
	g_free (self->ghost);
}

/* How far the equations are from holding, in parts of each value: what is left to be added to it.
 * A sum over all would leave far vertices, small as they are, to chance. */
static double
measure_rest (Walks *walks)
{
	const double *value, *start;
	double *rest, greatest = 0.0;

	CLUSTER_DO (MatMult (walks->matrix, walks->value, walks->rest));
	CLUSTER_DO (VecGetArrayRead (walks->value, &value));
	CLUSTER_DO (VecGetArrayRead (walks->start, &start));
	CLUSTER_DO (VecGetArray (walks->rest, &rest));
	for (guint32 i = 0; i < walks->graph->n; i++) {
		rest[i] = start[i] - rest[i];
		if (fabs (value[i]) > LEAST_VALUE)
			greatest = MAX (greatest, fabs (rest[i]) / fabs (value[i]));
		else if (fabs (rest[i]) > LEAST_VALUE)
			greatest = INFINITY;
	}
	CLUSTER_DO (VecRestoreArray (walks->rest, &rest));
	CLUSTER_DO (VecRestoreArrayRead (walks->start, &start));
	CLUSTER_DO (VecRestoreArrayRead (walks->value, &value));
	return cluster_greatest (greatest);
}

/* One last step for all at once gives vertices with the same neighbours the same value. Who has no
 * edges restarts: the same as giving all that share again. */
static double *
finish (Walks *walks)
{
	guint32 n = walks->graph->n;
	double *result = g_new (double, MAX (n, 1));
	const double *value, *rest;
	double sum = 0.0;

	CLUSTER_DO (VecGetArrayRead (walks->value, &value));
	CLUSTER_DO (VecGetArrayRead (walks->rest, &rest));
	for (guint32 i = 0; i < n; i++) {
		result[i] = MAX (value[i] + rest[i], 0.0);
		sum += result[i];
	}
	CLUSTER_DO (VecRestoreArrayRead (walks->rest, &rest));
	CLUSTER_DO (VecRestoreArrayRead (walks->value, &value));
	sum = cluster_sum_real (sum);
	for (guint32 i = 0; i < n && sum > 0.0; i++)
		result[i] /= sum;
	return result;
}

/* One walk; the start is set */
static double *
solve (Walks *walks, ClusterWork *work)
{
	double wanted = cluster_work_number (work, FAIRLEAD_STEP_TOLERANCE) * walks->restart;
	double left = INFINITY;

	CLUSTER_DO (VecCopy (walks->start, walks->value));
	for (guint i = 0; i < MOST_TURNS && left > wanted; i++) {
		CLUSTER_DO (KSPSolve (walks->solver, walks->start, walks->value));
		left = measure_rest (walks);
	}
	work->solve.iterations = walks->n_products;
	work->solve.residual = MAX (work->solve.residual, left);
	if (left > wanted)
		work->solve.converged = FALSE;
	return finish (walks);
}

/* Restarts at the seeds, or at the one of that position */
static void
set_start (Walks *walks, const ClusterSeeds *seeds, gint64 position)
{
	double share = walks->restart / (position < 0 ? (double) seeds->n : 1.0);
	double *start;

	CLUSTER_DO (VecSet (walks->start, 0.0));
	CLUSTER_DO (VecGetArray (walks->start, &start));
	for (guint i = 0; i < seeds->own->len; i++) {
		const ClusterSeed *seed = &g_array_index (seeds->own, ClusterSeed, i);

		if (position < 0 || seed->position == (guint64) position)
			start[seed->place] = share;
	}
	CLUSTER_DO (VecRestoreArray (walks->start, &start));
}

double *
cluster_walk (ClusterWork *work)
{
	Walks walks;
	double *values;

	walks_init (&walks, work);
	set_start (&walks, &work->seeds, -1);
	values = solve (&walks, work);
	walks_clear (&walks);
	return values;
}

/* What a start's own restarts bring to it says nothing about the others */
static void
take_off_own (const Walks *walks, const ClusterWork *work, gint64 position, double *near)
{
	double at_dead_ends = 0.0, own;
	double n = position < 0 ? (double) work->seeds.n : 1.0;
	double least = cluster_work_number (work, FAIRLEAD_STEP_TOLERANCE);

	for (guint32 i = 0; i < walks->graph->n; i++)
		if (walks->graph->start[i] == walks->graph->start[i + 1])
			at_dead_ends += near[i];
	own = (walks->restart + (1.0 - walks->restart) * cluster_sum_real (at_dead_ends)) / n;
	for (guint i = 0; i < work->seeds.own->len; i++) {
		const ClusterSeed *seed = &g_array_index (work->seeds.own, ClusterSeed, i);
		double *value = &near[seed->place];

		if (position < 0 || seed->position == (guint64) position)
			*value = *value - own > least ? *value - own : 0.0;
	}
}

static double
weight_at (const ClusterSeeds *seeds, guint64 position)
{
	double weight = 0.0;

	for (guint i = 0; i < seeds->own->len; i++)
		if (g_array_index (seeds->own, ClusterSeed, i).position == position)
			weight = g_array_index (seeds->own, ClusterSeed, i).weight;
	return cluster_greatest (weight);
}

/* Of walks from each of the seeds the mixture by weight */
static double *
mix_walks (Walks *walks, ClusterWork *work)
{
	guint32 n = walks->graph->n;
	double *near = g_new0 (double, MAX (n, 1));

	for (guint64 position = 0; position < work->seeds.n; position++) {
		double weight = weight_at (&work->seeds, position);
		g_autofree double *one = NULL;

		set_start (walks, &work->seeds, (gint64) position);
		one = solve (walks, work);
		take_off_own (walks, work, (gint64) position, one);
		for (guint32 i = 0; i < n; i++)
			near[i] += weight * one[i];
	}
	return near;
}

static gboolean
are_weighted (const ClusterSeeds *seeds)
{
	double least = INFINITY, greatest = -INFINITY;

	for (guint i = 0; i < seeds->own->len; i++) {
		least = MIN (least, g_array_index (seeds->own, ClusterSeed, i).weight);
		greatest = MAX (greatest, g_array_index (seeds->own, ClusterSeed, i).weight);
	}
	return cluster_greatest (greatest) > -cluster_greatest (-least);
}

double *
cluster_lift (ClusterWork *work)
{
	Walks walks;
	double *near;
	g_autofree double *everywhere = NULL;

	walks_init (&walks, work);
	set_start (&walks, &work->others, -1);
	everywhere = solve (&walks, work);
	if (are_weighted (&work->seeds)) {
		near = mix_walks (&walks, work);
	} else {
		set_start (&walks, &work->seeds, -1);
		near = solve (&walks, work);
		take_off_own (&walks, work, -1, near);
	}
	for (guint32 i = 0; i < walks.graph->n; i++)
		near[i] = everywhere[i] > 0.0 ? near[i] / everywhere[i] : 0.0;
	walks_clear (&walks);
	return near;
}
