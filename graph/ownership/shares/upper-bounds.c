/* graph/ownership/shares/upper-bounds.c: the most that a set of parties may have */
#include "graph/ownership/shares/integrated-private.h"

#include "graph/ownership/shares/solve.h"

#define ONE ((gint64) FAIRLEAD_SHARE_ONE)
#define ROUNDING 1e-9     /* what elimination may be off by, much more than it is */
#define SWEEPS_TO_LEAP 16 /* most circles are solved by then */

typedef struct {
	FairleadVertex holder;
	double value; /* the greatest share that the set may have of the holder */
	gint64 sure;
	gint64 room; /* how much more the holder may have than it has for sure */
} Offer;

static gint
by_value (gconstpointer a, gconstpointer b)
{
	const Offer *one = a, *two = b;

	if (one->value > two->value || one->value < two->value)
		return one->value > two->value ? -1 : 1;
	return one->holder < two->holder ? -1 : one->holder > two->holder;
}

/* The holders of whom the set may have anything, those first of whom it has most. The open rest of
 * the company is returned: it goes to them in this order. Where more than the whole is given away,
 * nobody's share is sure. */
static gint64
gather_offers (const FairleadSolver *solver, FairleadVertex company, GArray *offers)
{
	const FairleadHoldings *holdings = solver->holdings;
	gint64 total = solver->total[company];

	g_array_set_size (offers, 0);
	for (guint32 i = holdings->in[company]; i < holdings->in[company + 1]; i++) {
		const FairleadHolding *holding = fairlead_solver_holding (solver, i);
		gint64 sure = total > ONE ? 0 : holding->low;
		Offer offer = { holding->holder, solver->result->high[holding->holder], sure,
			        holding->high - sure };

		if (holding->held == FAIRLEAD_HELD_SHARES && offer.value > 0.0)
			g_array_append_val (offers, offer);
	}
	if (offers->len > 1)
		g_array_sort (offers, by_value);
	return total > ONE ? ONE : ONE - total;
}

static gint64
take (const Offer *offer, gint64 *left)
{
	gint64 taken = MIN (offer->room, *left);

	*left -= taken;
	return offer->sure + taken;
}

static double
find_greatest (const FairleadSolver *solver, FairleadVertex company, GArray *offers)
{
	gint64 left = gather_offers (solver, company, offers);
	double sum = 0.0;

	for (guint i = 0; i < offers->len; i++) {
		const Offer *offer = &g_array_index (offers, Offer, i);

		sum += (double) take (offer, &left) * offer->value;
	}
	return MIN (sum / (double) ONE, 1.0);
}

/* What comes to the company from others than members, who get their coefficients, where its open
 * rest stays with those who would have it now */
static double
sum_offers (const FairleadSolver *solver, FairleadVertex company, double *inside, GArray *offers)
{
	gint64 left = gather_offers (solver, company, offers);
	double sum = 0.0;

	for (guint i = 0; i < offers->len; i++) {
		const Offer *offer = &g_array_index (offers, Offer, i);
		double share = (double) take (offer, &left) / (double) ONE;

		if (solver->circles->of[offer->holder] != solver->circles->of[company])
			sum += share * offer->value;
		else
			inside[solver->place[offer->holder]] -= share;
	}
	return sum;
}

static gboolean
is_between (const FairleadSolver *solver, const FairleadVertex *members, guint32 n,
            const double *found)
{
	for (guint32 i = 0; i < n; i++)
		if (!(found[i] >= solver->result->high[members[i]] - ROUNDING
		      && found[i] <= 1.0 + ROUNDING))
			return FALSE;
	return TRUE;
}

/* Policy iteration (Howard 1960): with the open rests where they would go now the equations are
 * linear, and their solution lies between what the sweeps reached and the least fixed point, which
 * it is once no rest would go elsewhere. FALSE where they have no solution. */
static gboolean
leap (FairleadSolver *solver, const FairleadVertex *members, guint32 n, GArray *offers)
{
	double *high = solver->result->high;
	g_autofree double *matrix = g_new0 (double, (gsize) n *n);
	g_autofree double *right = g_new (double, n);

	for (guint32 i = 0; i < n; i++)
		solver->place[members[i]] = i;
	for (guint32 i = 0; i < n; i++) {
		matrix[(gsize) i * n + i] = 1.0;
		right[i] = sum_offers (solver, members[i], matrix + (gsize) i * n, offers);
	}
	fairlead_solve (matrix, right, n);
	if (!is_between (solver, members, n, right))
		return FALSE;
	for (guint32 i = 0; i < n; i++)
		high[members[i]] = CLAMP (right[i], high[members[i]], 1.0);
	return TRUE;
}

/* The least fixed point from below; where it is not reached in time, all may be the set's */
static void
raise_circle (FairleadSolver *solver, const FairleadVertex *members, guint32 n, GArray *offers)
{
	double *high = solver->result->high;
	guint max_sweeps = fairlead_solver_count_sweeps (n);
	gboolean may_leap = n <= FAIRLEAD_CIRCLE_DENSE;
	double change = 1.0;

	for (guint sweep = 0; sweep < max_sweeps && change > FAIRLEAD_CIRCLE_TOLERANCE; sweep++) {
		if (may_leap && sweep % SWEEPS_TO_LEAP == SWEEPS_TO_LEAP - 1)
			may_leap = leap (solver, members, n, offers);
		change = 0.0;
		for (guint32 i = 0; i < n; i++) {
			double value = find_greatest (solver, members[i], offers);

			change = MAX (change, value - high[members[i]]);
			high[members[i]] = MAX (high[members[i]], value);
		}
		solver->result->work += n;
	}
	if (change <= FAIRLEAD_CIRCLE_TOLERANCE)
		return;
	for (guint32 i = 0; i < n; i++)
		high[members[i]] = 1.0;
	fairlead_solver_note_unsettled (solver, members, n);
}

static gboolean
holds_itself (const FairleadSolver *solver, FairleadVertex company)
{
	const FairleadHoldings *holdings = solver->holdings;

	for (guint32 i = holdings->in[company]; i < holdings->in[company + 1]; i++)
		if (fairlead_solver_holding (solver, i)->holder == company
		    && fairlead_holding_is_of_shares (fairlead_solver_holding (solver, i), FALSE))
			return TRUE;
	return FALSE;
}

void
fairlead_solver_solve_upper (FairleadSolver *solver)
{
	const FairleadCircles *circles = solver->circles;
	g_autoptr (GArray) offers = g_array_new (FALSE, FALSE, sizeof (Offer));

	for (guint32 i = 0; i < circles->n; i++) {
		const FairleadVertex *members = circles->members + circles->start[i];
		guint32 n = circles->start[i + 1] - circles->start[i];

		if (n == 1 && solver->is_source[members[0]])
			solver->result->high[members[0]] = 1.0;
		else if (n == 1 && !holds_itself (solver, members[0]))
			solver->result->high[members[0]] =
				find_greatest (solver, members[0], offers);
		else
			raise_circle (solver, members, n, offers);
	}
}
