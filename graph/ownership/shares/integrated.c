/* graph/ownership/shares/integrated.c */
#include "graph/ownership/shares/integrated-private.h"

#include <math.h>
#include <string.h>

#include "graph/ownership/shares/solve.h"
#include "graph/parallel.h"

#define ONE ((gint64) FAIRLEAD_SHARE_ONE)
#define MAX_SWEEPS 1000u
#define SWEEP_WORK 4000000u
/* Fewer holdings are not worth a thread */
#define MANY 100000u

/* ---- circles ---- */

guint
fairlead_solver_count_sweeps (guint32 n)
{
	return MAX (MAX_SWEEPS, SWEEP_WORK / n);
}

void
fairlead_solver_note_unsettled (FairleadSolver *solver, const FairleadVertex *members, guint32 n)
{
	solver->result->n_unsettled += n;
	for (guint32 i = 0; i < n; i++)
		solver->result->is_unsettled[members[i]] = TRUE;
}

/* ---- lower bounds ---- */

/* More than the whole is scaled to it */
static double
scale_of (const FairleadSolver *solver, FairleadVertex company)
{
	return 1.0 / (double) MAX (solver->total[company], ONE);
}

/* What comes to the company from holders of other circles; @inside (nullable) gets the coefficients
 * of those of its own */
static double
sum_outside (const FairleadSolver *solver, FairleadVertex company, double *inside)
{
	const FairleadHoldings *holdings = solver->holdings;
	double scale = scale_of (solver, company);
	double sum = 0.0;

	for (guint32 i = holdings->in[company]; i < holdings->in[company + 1]; i++) {
		const FairleadHolding *holding = fairlead_solver_holding (solver, i);
		double share = (double) holding->low * scale;

		if (!fairlead_holding_is_of_shares (holding, FALSE))
			continue;
		if (solver->circles->of[holding->holder] != solver->circles->of[company])
			sum += share * solver->result->low[holding->holder];
		else if (inside != NULL)
			inside[solver->place[holding->holder]] -= share;
	}
	return sum;
}

/* Nobody outside holds anything of it, and its own hold it all: x = 0 is its least solution, and
 * elimination would divide by zero. Decided on exact shares. */
static gboolean
is_closed (const FairleadSolver *solver, const FairleadVertex *members, guint32 n)
{
	const FairleadHoldings *holdings = solver->holdings;

	for (guint32 i = 0; i < n; i++) {
		gint64 inside = 0;

		for (guint32 j = holdings->in [members[i]]; j < holdings->in[members[i] + 1]; j++) {
			const FairleadHolding *holding = fairlead_solver_holding (solver, j);

			if (!fairlead_holding_is_of_shares (holding, FALSE))
				continue;
			if (solver->circles->of[holding->holder] != solver->circles->of[members[i]])
				return FALSE;
			inside += holding->low;
		}
		if (inside < ONE)
			return FALSE;
	}
	return TRUE;
}

static void
note_closed (FairleadSolver *solver, const FairleadVertex *members, guint32 n)
{
	GArray *circle = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));

	g_array_append_vals (circle, members, n);
	g_ptr_array_add (solver->result->closed, circle);
}

static void
solve_dense (FairleadSolver *solver, const FairleadVertex *members, guint32 n)
{
	g_autofree double *matrix = g_new0 (double, (gsize) n *n);
	g_autofree double *right = g_new (double, n);

	for (guint32 i = 0; i < n; i++) {
		matrix[(gsize) i * n + i] = 1.0;
		right[i] = sum_outside (solver, members[i], matrix + (gsize) i * n);
	}
	fairlead_solve (matrix, right, n);
	for (guint32 i = 0; i < n; i++)
		solver->result->low[members[i]] = CLAMP (right[i], 0.0, 1.0);
}

/* One equation, solved for its own company; @own is what it holds of itself */
static double
relax (const FairleadSolver *solver, FairleadVertex company, double *own)
{
	const FairleadHoldings *holdings = solver->holdings;
	double scale = scale_of (solver, company);
	double sum = 0.0;

	*own = 0.0;
	for (guint32 i = holdings->in[company]; i < holdings->in[company + 1]; i++) {
		const FairleadHolding *holding = fairlead_solver_holding (solver, i);

		if (!fairlead_holding_is_of_shares (holding, FALSE))
			continue;
		if (holding->holder == company)
			*own = (double) holding->low * scale;
		else
			sum += (double) holding->low * scale * solver->result->low[holding->holder];
	}
	return *own < 1.0 ? sum / (1.0 - *own) : 0.0;
}

/* Members stand with their holders rather before them, so that a sweep carries far */
static void
solve_by_sweeps (FairleadSolver *solver, const FairleadVertex *members, guint32 n)
{
	double *low = solver->result->low;
	guint max_sweeps = fairlead_solver_count_sweeps (n);
	double change = 1.0, own;

	for (guint sweep = 0; sweep < max_sweeps && change > FAIRLEAD_CIRCLE_TOLERANCE; sweep++) {
		change = 0.0;
		for (guint32 i = 0; i < n; i++) {
			double value = relax (solver, members[i], &own);

			change = MAX (change, fabs (value - low[members[i]]));
			low[members[i]] = value;
		}
		solver->result->work += n;
	}
	/* from below, the sweeps never pass the solution: what they reached is a lower bound */
	if (change > FAIRLEAD_CIRCLE_TOLERANCE)
		fairlead_solver_note_unsettled (solver, members, n);
}

static void
solve_circle (FairleadSolver *solver, const FairleadVertex *members, guint32 n)
{
	solver->result->n_circles++;
	for (guint32 i = 0; i < n; i++) {
		solver->place[members[i]] = i;
		solver->result->is_circular[members[i]] = TRUE;
	}
	if (is_closed (solver, members, n))
		note_closed (solver, members, n);
	else if (n <= FAIRLEAD_CIRCLE_DENSE)
		solve_dense (solver, members, n);
	else
		solve_by_sweeps (solver, members, n);
}

static void
solve_lower (FairleadSolver *solver)
{
	const FairleadCircles *circles = solver->circles;

	for (guint32 i = 0; i < circles->n; i++) {
		const FairleadVertex *members = circles->members + circles->start[i];
		guint32 n = circles->start[i + 1] - circles->start[i];
		double own = 1.0;

		if (n == 1 && solver->is_source[members[0]]) {
			solver->result->low[members[0]] = 1.0;
			continue;
		}
		if (n == 1)
			solver->result->low[members[0]] = relax (solver, members[0], &own);
		if (own > 0.0)
			solve_circle (solver, members, n);
	}
}

/* ---- both ---- */

static void
add_totals (FairleadSolver *solver)
{
	for (guint32 i = 0; i < solver->holdings->n; i++) {
		const FairleadHolding *holding = &solver->holdings->items[i];

		if (holding->held == FAIRLEAD_HELD_SHARES)
			solver->total[holding->company] += holding->low;
	}
}

/* Whether anything is open, so that upper bounds are not the lower ones */
static gboolean
has_bands (const FairleadSolver *solver)
{
	const FairleadHoldings *holdings = solver->holdings;

	for (guint32 i = 0; i < holdings->n; i++)
		if (holdings->items[i].held == FAIRLEAD_HELD_SHARES
		    && (holdings->items[i].low != holdings->items[i].high
		        || solver->total[holdings->items[i].company] > ONE))
			return TRUE;
	return FALSE;
}

/* ---- what is not settled ---- */

static gboolean
has_unsettled_holder (const FairleadSolver *solver, FairleadVertex company)
{
	const FairleadHoldings *holdings = solver->holdings;

	for (guint32 i = holdings->in[company]; i < holdings->in[company + 1]; i++)
		if (fairlead_holding_is_of_shares (fairlead_solver_holding (solver, i), TRUE)
		    && solver->result->is_unsettled[fairlead_solver_holding (solver, i)->holder])
			return TRUE;
	return FALSE;
}

/* What they hold is no better known; components stand with those of their holders before them */
static void
spread_unsettled (FairleadSolver *solver)
{
	const FairleadCircles *circles = solver->circles;

	for (guint32 i = 0; i < circles->n; i++) {
		const FairleadVertex *members = circles->members + circles->start[i];
		guint32 n = circles->start[i + 1] - circles->start[i];
		gboolean is_reached = FALSE;

		for (guint32 j = 0; j < n && !is_reached; j++)
			is_reached = !solver->is_source[members[j]]
			             && has_unsettled_holder (solver, members[j]);
		for (guint32 j = 0; j < n && is_reached; j++)
			solver->result->is_unsettled[members[j]] = TRUE;
	}
}

/* The two bounds have nothing to do with each other until both are there */
typedef struct {
	FairleadSolver solvers[2]; /* for lower and upper bounds */
} Both;

static gpointer
borrow_both (gpointer job)
{
	return job;
}

static void
leave_both (gpointer worker G_GNUC_UNUSED)
{
}

static void
solve_bound (gpointer worker, guint32 item)
{
	FairleadSolver *solver = &((Both *) worker)->solvers[item];
	g_autoptr (FairleadCircles) circles =
		fairlead_circles_new (solver->holdings, item == 1, solver->is_source);

	solver->circles = circles;
	if (item == 0)
		solve_lower (solver);
	else
		fairlead_solver_solve_upper (solver);
	if (solver->result->n_unsettled > 0)
		spread_unsettled (solver);
}

static void
solve_both (FairleadSolver *solver)
{
	static const FairleadParallelJob what = { borrow_both, leave_both, solve_bound, NULL };
	const FairleadParallel how = { .n_threads = solver->holdings->n < MANY ? 1 : 0 };
	gsize n_cells = MAX (solver->holdings->n_vertices, 1);
	g_autofree guint8 *is_unsettled = g_new0 (guint8, n_cells);
	g_autofree guint32 *place = g_new (guint32, n_cells);
	FairleadIntegrated upper = { .high = solver->result->high, .is_unsettled = is_unsettled };
	FairleadIntegrated *result = solver->result;
	Both both = { { *solver, *solver } };
	gboolean is_open = has_bands (solver);

	both.solvers[1].result = &upper;
	both.solvers[1].place = place;
	fairlead_parallel_run (&what, &both, is_open ? 2 : 1, &how, NULL);
	/* the lower bound is no exact figure then, though all shares are known */
	if (!is_open && result->n_unsettled > 0)
		solve_bound (&both, 1);
	result->work += upper.work;
	result->n_unsettled = 0;
	for (guint32 i = 0; i < solver->holdings->n_vertices; i++) {
		result->high[i] = MAX (result->high[i], result->low[i]);
		result->is_unsettled[i] |= is_unsettled[i];
		result->n_unsettled += result->is_unsettled[i];
	}
}

FairleadIntegrated *
fairlead_integrated_new (const FairleadHoldings *holdings, const FairleadVertex *set, guint32 n)
{
	FairleadIntegrated *self = g_new0 (FairleadIntegrated, 1);
	gsize n_cells = MAX (holdings->n_vertices, 1);
	g_autofree guint8 *is_source = g_new0 (guint8, n_cells);
	g_autofree guint32 *place = g_new (guint32, n_cells);
	g_autofree gint64 *total = g_new0 (gint64, n_cells);
	FairleadSolver solver = { holdings, NULL, self, is_source, place, total };

	self->low = g_new0 (double, n_cells);
	self->high = g_new0 (double, n_cells);
	self->is_circular = g_new0 (guint8, n_cells);
	self->is_unsettled = g_new0 (guint8, n_cells);
	self->closed = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
	for (guint32 i = 0; i < n; i++)
		is_source[set[i]] = TRUE;
	add_totals (&solver);
	solve_both (&solver);
	return self;
}

void
fairlead_integrated_free (FairleadIntegrated *self)
{
	g_free (self->low);
	g_free (self->high);
	g_free (self->is_circular);
	g_free (self->is_unsettled);
	g_ptr_array_unref (self->closed);
	g_free (self);
}
