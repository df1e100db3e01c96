/* cluster/katz.c: Katz's measure, x = alpha C (x + e)
 *
 * alpha needs the greatest eigenvalue of the conductances C, which SLEPc finds by Krylov and
 * Schur's method (Stewart 2001, doi:10.1137/S0895479800371529). I - alpha C has eigenvalues from
 * 1 - damping to 1 + damping, and is solved by conjugate gradients. */
#include "cluster/measures.h"

#include <math.h>

#define EIGENVALUE_TOLERANCE 1e-12
#define MOST_RESTARTS 1000
#define RELATIVE 1e-15
#define MOST_PRODUCTS 10000

typedef struct {
	const ClusterGraph *graph;
	double alpha; /* of what is multiplied: I - alpha C, or C itself where it is 0 */
	double *ghost;
	guint64 n_products;
	Mat matrix;
} Walks;

static PetscErrorCode
multiply (Mat matrix, Vec from, Vec to)
{
	Walks *walks;
	const ClusterGraph *graph;
	const double *value;
	double *result;

	PetscCall (MatShellGetContext (matrix, &walks));
	graph = walks->graph;
	PetscCall (VecGetArrayRead (from, &value));
	PetscCall (VecGetArray (to, &result));
	cluster_graph_bring (graph, MPI_DOUBLE, value, walks->ghost);
	for (guint32 i = 0; i < graph->n; i++) {
		double sum = 0.0;

		for (guint64 arc = graph->start[i]; arc < graph->start[i + 1]; arc++) {
			guint32 other = graph->other[arc];

			sum += (double) graph->strength[arc]
			       * (other < graph->n ? value[other] : walks->ghost[other - graph->n]);
		}
		result[i] = walks->alpha > 0.0 ? value[i] - walks->alpha * sum : sum;
	}
	walks->n_products++;
	PetscCall (VecRestoreArray (to, &result));
	PetscCall (VecRestoreArrayRead (from, &value));
	return 0;
}

static void
walks_init (Walks *self, const ClusterGraph *graph)
{
	*self = (Walks){ .graph = graph, .ghost = g_new (double, MAX (graph->n_ghosts, 1)) };
	CLUSTER_DO (MatCreateShell (PETSC_COMM_WORLD, graph->n, graph->n, PETSC_DETERMINE,
	                            PETSC_DETERMINE, self, &self->matrix));
	CLUSTER_DO (MatShellSetOperation (self->matrix, MATOP_MULT, (void (*) (void)) multiply));
	CLUSTER_DO (MatSetOption (self->matrix, MAT_SYMMETRIC, PETSC_TRUE));
}

/* The same beginning on any number of ranks; FALSE where it did not settle */
static gboolean
find_greatest (Walks *self, Vec start, double *greatest)
{
	EPS solver;
	PetscInt n_found;

	CLUSTER_DO (VecSet (start, 1.0));
	CLUSTER_DO (EPSCreate (PETSC_COMM_WORLD, &solver));
	CLUSTER_DO (EPSSetOperators (solver, self->matrix, NULL));
	CLUSTER_DO (EPSSetProblemType (solver, EPS_HEP));
	CLUSTER_DO (EPSSetType (solver, EPSKRYLOVSCHUR));
	CLUSTER_DO (EPSSetWhichEigenpairs (solver, EPS_LARGEST_REAL));
	CLUSTER_DO (EPSSetTolerances (solver, EIGENVALUE_TOLERANCE, MOST_RESTARTS));
	CLUSTER_DO (EPSSetInitialSpace (solver, 1, &start));
	CLUSTER_DO (EPSSolve (solver));
	CLUSTER_DO (EPSGetConverged (solver, &n_found));
	if (n_found > 0)
		CLUSTER_DO (EPSGetEigenvalue (solver, 0, greatest, NULL));
	CLUSTER_DO (EPSDestroy (&solver));
	return n_found > 0;
}

/* e, and the sum of walks of at least one step behind it, which begins as 0 */
static void
set_seeds (const ClusterWork *work, Vec seeds)
{
	double *array;

	CLUSTER_DO (VecSet (seeds, 0.0));
	CLUSTER_DO (VecGetArray (seeds, &array));
	for (guint i = 0; i < work->seeds.own->len; i++)
		array[g_array_index (work->seeds.own, ClusterSeed, i).place] = 1.0;
	CLUSTER_DO (VecRestoreArray (seeds, &array));
}

static void
solve (Walks *self, ClusterWork *work, Vec right, Vec value)
{
	const double wanted = cluster_work_number (work, FAIRLEAD_STEP_TOLERANCE);
	KSP solver;
	PC none;
	Vec rest;
	double greatest;

	CLUSTER_DO (KSPCreate (PETSC_COMM_WORLD, &solver));
	CLUSTER_DO (KSPSetOperators (solver, self->matrix, self->matrix));
	CLUSTER_DO (KSPSetType (solver, KSPCG));
	CLUSTER_DO (KSPGetPC (solver, &none));
	CLUSTER_DO (PCSetType (none, PCNONE));
	CLUSTER_DO (KSPSetTolerances (solver, RELATIVE, 1e-300, PETSC_DEFAULT, MOST_PRODUCTS));
	CLUSTER_DO (KSPSolve (solver, right, value));
	CLUSTER_DO (KSPDestroy (&solver));
	/* the solver's own word is not taken for it */
	CLUSTER_DO (VecDuplicate (right, &rest));
	CLUSTER_DO (MatMult (self->matrix, value, rest));
	CLUSTER_DO (VecAYPX (rest, -1.0, right));
	CLUSTER_DO (VecNorm (rest, NORM_INFINITY, &work->solve.residual));
	CLUSTER_DO (VecNorm (value, NORM_INFINITY, &greatest));
	CLUSTER_DO (VecDestroy (&rest));
	work->solve.converged = work->solve.residual <= wanted * greatest;
}

/* x of the seeds e: the right side is alpha C e, which is e - (I - alpha C) e */
static void
sum_walks (Walks *self, ClusterWork *work, Vec value, Vec right, double *result)
{
	const double *array;

	set_seeds (work, value);
	CLUSTER_DO (MatMult (self->matrix, value, right));
	CLUSTER_DO (VecAYPX (right, -1.0, value));
	CLUSTER_DO (VecSet (value, 0.0));
	solve (self, work, right, value);
	CLUSTER_DO (VecGetArrayRead (value, &array));
	for (guint32 i = 0; i < work->graph->n; i++)
		result[i] = MAX (array[i], 0.0);
	CLUSTER_DO (VecRestoreArrayRead (value, &array));
}

double *
cluster_katz (ClusterWork *work)
{
	const ClusterGraph *graph = work->graph;
	double *result = g_new0 (double, MAX (graph->n, 1));
	double greatest = 0.0;
	Walks walks;
	Vec value, right;

	if (cluster_sum (graph->n_arcs) == 0) /* no walk has a step */
		return result;
	walks_init (&walks, graph);
	CLUSTER_DO (VecCreateMPI (PETSC_COMM_WORLD, graph->n, PETSC_DETERMINE, &value));
	CLUSTER_DO (VecDuplicate (value, &right));
	work->solve.converged = find_greatest (&walks, value, &greatest);
	if (work->solve.converged && greatest > 0.0) {
		walks.alpha = cluster_work_number (work, FAIRLEAD_STEP_DAMPING) / greatest;
		sum_walks (&walks, work, value, right, result);
	}
	work->solve.iterations = walks.n_products;
	CLUSTER_DO (VecDestroy (&value));
	CLUSTER_DO (VecDestroy (&right));
	CLUSTER_DO (MatDestroy (&walks.matrix));
	g_free (walks.ghost);
	return result;
}
