/* graph/ownership/stakes.c */
#include "graph/ownership/stakes.h"

#include <math.h>
#include <string.h>

#include "graph/fusion.h"
#include "graph/ownership/shares/around.h"
#include "graph/ownership/rules/cascade.h"
#include "graph/ownership/shares/integrated.h"
#include "graph/ownership/shares/power.h"

/* Vertices and holdings that the solves for owners may look at in all */
#define MAX_WORK 100000000u

/* A majority of shares or votes, of one owner with those it controls */
static const FairleadRule majority = {
	.needed = FAIRLEAD_SHARE_ONE / 2 + 1,
	.votes = TRUE,
	.per_person = TRUE,
};

typedef struct {
	const FairleadStakeQuestion *question;
	FairleadAround around;
	FairleadCascade *cascades[2];
	FairleadStakes *found;
} Finding;

static FairleadVertex
whole_vertex (const Finding *finding, guint32 number)
{
	return g_array_index (finding->around.vertices, FairleadVertex, number);
}

/* The holding of shares between the two, if there is one */
static void
set_direct (const Finding *finding, guint32 holder, guint32 company, FairleadStake *stake)
{
	const FairleadHoldings *holdings = finding->around.holdings;

	for (guint32 i = holdings->in[company]; i < holdings->in[company + 1]; i++) {
		const FairleadHolding *holding = &holdings->items[holdings->in_items[i]];

		if (holding->holder != holder || holding->held != FAIRLEAD_HELD_SHARES)
			continue;
		stake->is_direct = TRUE;
		stake->direct_low = holding->low;
		stake->direct_high = holding->high;
	}
}

/* By the cascade that was run from the owner */
static FairleadVerdict
control_of (const Finding *finding, guint32 company)
{
	if (finding->cascades[0]->place[company] != 0)
		return FAIRLEAD_VERDICT_DEFINITE;
	return finding->cascades[1]->place[company] != 0 ? FAIRLEAD_VERDICT_POSSIBLE
	                                                 : FAIRLEAD_VERDICT_CLEAR;
}

static void
run_majority (Finding *finding, guint32 owner)
{
	for (guint bound = 0; bound < G_N_ELEMENTS (finding->cascades); bound++)
		fairlead_cascade_run (finding->cascades[bound], &owner, 1);
}

static void
add_stake (Finding *finding, guint32 owner, guint32 company, const FairleadIntegrated *integrated)
{
	guint32 other = finding->question->is_down ? company : owner;
	FairleadStake stake = {
		.vertex = whole_vertex (finding, other),
		.hops = g_array_index (finding->around.hops, guint32, other),
		.low = integrated->low[company],
		.high = integrated->high[company],
		.control = control_of (finding, company),
		.power = -1.0,
		.power_error = -1.0,
		.is_circular = integrated->is_circular[other],
		.is_unsettled = integrated->is_unsettled[company],
	};

	finding->found->n_unsettled = MAX (finding->found->n_unsettled, integrated->n_unsettled);
	set_direct (finding, owner, company, &stake);
	g_array_append_val (finding->found->stakes, stake);
}

static void
add_closed (Finding *finding, const FairleadIntegrated *integrated)
{
	for (guint i = 0; i < integrated->closed->len; i++) {
		const GArray *circle = g_ptr_array_index (integrated->closed, i);
		GArray *whole = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));

		for (guint j = 0; j < circle->len; j++) {
			FairleadVertex vertex =
				whole_vertex (finding, g_array_index (circle, FairleadVertex, j));

			g_array_append_val (whole, vertex);
		}
		g_ptr_array_add (finding->found->closed, whole);
	}
}

/* ---- down ---- */

static void
find_holdings (Finding *finding)
{
	const guint32 start = 0;
	g_autoptr (FairleadIntegrated) integrated =
		fairlead_integrated_new (finding->around.holdings, &start, 1);

	run_majority (finding, start);
	for (guint32 i = 1; i < finding->around.n_found; i++)
		add_stake (finding, 0, i, integrated);
	add_closed (finding, integrated);
}

/* ---- up ---- */

static void
add_power (Finding *finding)
{
	const FairleadStakeQuestion *question = finding->question;
	g_autofree double *power = NULL;

	if (question->n_draws == 0)
		return;
	power = fairlead_power (finding->around.holdings, question->n_draws, question->seed);
	for (guint i = 0; i < finding->found->stakes->len; i++) {
		FairleadStake *stake = &g_array_index (finding->found->stakes, FairleadStake, i);

		stake->power = power[i + 1];
		stake->power_error = sqrt (power[i + 1] * (1.0 - power[i + 1]) / question->n_draws);
	}
}

/* What no owner is recorded for, if all hold as little as they may */
static guint32
find_unrecorded (const Finding *finding)
{
	const FairleadHoldings *holdings = finding->around.holdings;
	guint64 total = 0;

	for (guint32 i = holdings->in[0]; i < holdings->in[1]; i++) {
		const FairleadHolding *holding = &holdings->items[holdings->in_items[i]];

		if (holding->held == FAIRLEAD_HELD_SHARES)
			total += holding->low;
	}
	return FAIRLEAD_SHARE_ONE - (guint32) MIN (total, FAIRLEAD_SHARE_ONE);
}

static void
tell (const Finding *finding, guint32 n_done)
{
	const FairleadStakeQuestion *question = finding->question;

	if (question->progress != NULL)
		question->progress ("owners", n_done, finding->around.n_found - 1,
		                    question->progress_data);
}

/* Circles of owners show when nobody is asked about: the party itself is then no source */
static void
find_owners (Finding *finding)
{
	const FairleadHoldings *holdings = finding->around.holdings;
	guint64 work = 0;
	g_autoptr (FairleadIntegrated) nobody = fairlead_integrated_new (holdings, NULL, 0);

	for (guint32 i = 1; i < finding->around.n_found && work < MAX_WORK
	                    && !g_cancellable_is_cancelled (finding->question->cancellable);
	     i++) {
		g_autoptr (FairleadIntegrated) integrated =
			fairlead_integrated_new (holdings, &i, 1);
		FairleadStake *stake;

		work += holdings->n_vertices + 2u * holdings->n + integrated->work;
		run_majority (finding, i);
		add_stake (finding, i, 0, integrated);
		stake = &g_array_index (finding->found->stakes, FairleadStake,
		                        finding->found->stakes->len - 1);
		stake->is_circular = nobody->is_circular[i];
		tell (finding, i);
	}
	add_closed (finding, nobody);
	add_power (finding);
	finding->found->unrecorded = find_unrecorded (finding);
}

/* ---- both ---- */

static gint
by_share (gconstpointer a, gconstpointer b)
{
	const FairleadStake *one = a, *two = b;
	/* Rounding decides no order */
	double low = fairlead_round_value (one->low) - fairlead_round_value (two->low);
	double high = fairlead_round_value (one->high) - fairlead_round_value (two->high);

	if (low > 0.0 || low < 0.0)
		return low > 0.0 ? -1 : 1;
	if (high > 0.0 || high < 0.0)
		return high > 0.0 ? -1 : 1;
	if (one->hops != two->hops)
		return one->hops < two->hops ? -1 : 1;
	return one->vertex < two->vertex ? -1 : one->vertex > two->vertex;
}

void
fairlead_stakes_find (const FairleadHoldings *holdings, const FairleadStakeQuestion *question,
                      FairleadStakes *found)
{
	Finding finding = { .question = question, .found = found };

	found->stakes = g_array_new (FALSE, FALSE, sizeof (FairleadStake));
	found->closed = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
	fairlead_around_init (&finding.around, holdings, &question->vertex, 1, question->is_down);
	found->n_found = finding.around.n_found - 1;
	for (guint bound = 0; bound < G_N_ELEMENTS (finding.cascades); bound++)
		finding.cascades[bound] =
			fairlead_cascade_new (finding.around.holdings, &majority, bound == 1);
	if (question->is_down)
		find_holdings (&finding);
	else
		find_owners (&finding);
	g_array_sort (found->stakes, by_share);
	for (guint bound = 0; bound < G_N_ELEMENTS (finding.cascades); bound++)
		fairlead_cascade_free (finding.cascades[bound]);
	fairlead_around_clear (&finding.around);
}

void
fairlead_stakes_clear (FairleadStakes *self)
{
	g_clear_pointer (&self->stakes, g_array_unref);
	g_clear_pointer (&self->closed, g_ptr_array_unref);
}
