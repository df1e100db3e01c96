/* cluster/ownership.c: integrated shares, x(j) = sum over holders i of W(i, j) x(i), x = 1 in the
 * set: W of sure shares, those of a company that is given away more than wholly scaled to the whole
 *
 * Begun from 0, no method leaves what the set holds: circles that hold themselves wholly, which no
 * equation fixes, stay at 0, as on one machine. */
#include "cluster/measures.h"

#include <math.h>

#include "ingest/grammar/share.h"

#define RELATIVE 1e-14
#define MOST_PRODUCTS 20000
#define WANTED 1e-12 /* greatest |b - A x| */

typedef struct {
	const ClusterGraph *graph; /* from what is held to who holds */
	double *scale;             /* of each own company, in billionths */
	guint8 *is_seed;
	double *ghost;
	guint64 n_products;
} Shares;

/* Shares, and sure; else 0 */
static double
sure_share (guint64 value)
{
	return fairlead_arc_get_held (value) == 0 ? (double) fairlead_arc_get_low (value) : 0.0;
}

static PetscErrorCode
multiply (Mat matrix, Vec from, Vec to)
{
	Shares *shares;
	const ClusterGraph *graph;
	const double *value;
	double *result;

	PetscCall (MatShellGetContext (matrix, &shares));
	graph = shares->graph;
	PetscCall (VecGetArrayRead (from, &value));
	PetscCall (VecGetArray (to, &result));
	cluster_graph_bring (graph, MPI_DOUBLE, value, shares->ghost);
	for (guint32 i = 0; i < graph->n; i++) {
		double sum = 0.0;

		for (guint64 arc = graph->start[i]; arc < graph->start[i + 1]; arc++) {
			guint32 other = graph->other[arc];

			sum += sure_share (graph->value[arc]) * shares->scale[i]
			       * (other < graph->n ? value[other]
			                           : shares->ghost[other - graph->n]);
		}
		result[i] = value[i] - (shares->is_seed[i] ? 0.0 : sum);
	}
	shares->n_products++;
	PetscCall (VecRestoreArray (to, &result));
	PetscCall (VecRestoreArrayRead (from, &value));
	return 0;
}

static void
shares_init (Shares *self, const ClusterWork *work)
{
	const ClusterGraph *graph = work->graph;

	*self = (Shares){ .graph = graph,
		          .scale = g_new (double, MAX (graph->n, 1)),
		          .is_seed = g_malloc0 (MAX (graph->n, 1)),
		          .ghost = g_new (double, MAX (graph->n_ghosts, 1)) };
	for (guint32 i = 0; i < graph->n; i++) {
		double total = 0.0; /* whole numbers: exact */

		for (guint64 arc = graph->start[i]; arc < graph->start[i + 1]; arc++)
			total += sure_share (graph->value[arc]);
		self->scale[i] = 1.0 / MAX (total, (double) FAIRLEAD_SHARE_ONE);
	}
	for (guint i = 0; i < work->seeds.own->len; i++)
		self->is_seed[g_array_index (work->seeds.own, ClusterSeed, i).place] = TRUE;
}

static void
shares_clear (Shares *self)
{
	g_free (self->scale);
	g_free (self->is_seed);
	g_free (self->ghost);
}

static void
solve (ClusterWork *work, Mat matrix, Vec right, Vec value)
{
	KSP solver;
	PC none;
	KSPConvergedReason reason;
	Vec rest;

	CLUSTER_DO (KSPCreate (PETSC_COMM_WORLD, &solver));
	CLUSTER_DO (KSPSetOperators (solver, matrix, matrix));
	CLUSTER_DO (KSPSetType (solver, KSPGMRES));
	CLUSTER_DO (KSPGetPC (solver, &none));
	CLUSTER_DO (PCSetType (none, PCNONE));
	CLUSTER_DO (KSPSetTolerances (solver, RELATIVE, 1e-300, PETSC_DEFAULT, MOST_PRODUCTS));
	CLUSTER_DO (KSPSolve (solver, right, value));
	CLUSTER_DO (KSPGetConvergedReason (solver, &reason));
	CLUSTER_DO (KSPDestroy (&solver));
	/* the solver's own word is not taken for it */
	CLUSTER_DO (VecDuplicate (right, &rest));
	CLUSTER_DO (MatMult (matrix, value, rest));
	CLUSTER_DO (VecAYPX (rest, -1.0, right));
	CLUSTER_DO (VecNorm (rest, NORM_INFINITY, &work->solve.residual));
	CLUSTER_DO (VecDestroy (&rest));
	work->solve.converged = work->solve.residual <= WANTED && reason != KSP_DIVERGED_NANORINF;
}

double *
cluster_ownership (ClusterWork *work)
{
	const ClusterGraph *graph = work->graph;
	double *result = g_new (double, MAX (graph->n, 1));
	Shares shares;
	Mat matrix;
	Vec value, right;
	double *array;

	shares_init (&shares, work);
	CLUSTER_DO (VecCreateMPI (PETSC_COMM_WORLD, graph->n, PETSC_DETERMINE, &value));
	CLUSTER_DO (VecDuplicate (value, &right));
	CLUSTER_DO (VecSet (value, 0.0));
	CLUSTER_DO (VecGetArray (right, &array));
	for (guint32 i = 0; i < graph->n; i++)
		array[i] = shares.is_seed[i] ? 1.0 : 0.0;
	CLUSTER_DO (VecRestoreArray (right, &array));
	CLUSTER_DO (MatCreateShell (PETSC_COMM_WORLD, graph->n, graph->n, PETSC_DETERMINE,
	                            PETSC_DETERMINE, &shares, &matrix));
	CLUSTER_DO (MatShellSetOperation (matrix, MATOP_MULT, (void (*) (void)) multiply));
	solve (work, matrix, right, value);
	work->solve.iterations = shares.n_products;
	CLUSTER_DO (VecGetArray (value, &array));
	for (guint32 i = 0; i < graph->n; i++)
		result[i] = CLAMP (array[i], 0.0, 1.0);
	CLUSTER_DO (VecRestoreArray (value, &array));
	CLUSTER_DO (MatDestroy (&matrix));
	CLUSTER_DO (VecDestroy (&value));
	CLUSTER_DO (VecDestroy (&right));
	shares_clear (&shares);
	return result;
}
