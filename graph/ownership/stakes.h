/* graph/ownership/stakes.h: who holds a party, or what it holds, through all chains */
#pragma once
#include <gio/gio.h>
#include "graph/ownership/rules/judgement.h"
#include "graph/ranking.h"
G_BEGIN_DECLS

/**
 * FairleadStake:
 * @vertex: the owner, or what is owned
 * @hops: fewest holdings between the two
 * @is_direct: whether there is a holding between the two, with the share of
 *   @direct_low to @direct_high, in billionths
 * @low, @high: of the integrated share, 0 to 1
 * @control: whether the owner has a majority along chains: definite, possible or clear; the shares
 *   or votes of those it controls count as its own
 * @power: how often the owner decides when votes are cast in any order, 0 to 1; and
 *   the standard error of that; -1 where it was not asked
 * @is_circular: whether it is in a circle of sure holdings
 * @is_unsettled: whether a circle too large and too tight leaves the integrated share open
 */
typedef struct {
	FairleadVertex vertex;
	guint32 hops;
	gboolean is_direct;
	guint32 direct_low;
	guint32 direct_high;
	double low;
	double high;
	FairleadVerdict control;
	double power;
	double power_error;
	gboolean is_circular;
	gboolean is_unsettled;
} FairleadStake;

/**
 * FairleadStakeQuestion:
 * @vertex: whose owners or holdings are asked for
 * @is_down: holdings
 * @n_draws: random orders for @power; 0: it is not asked. For owners only.
 * @seed: of the draws
 * @cancellable: (nullable): fired, owners are missing
 * @progress: (nullable): told after each owner
 */
typedef struct {
	FairleadVertex vertex;
	gboolean is_down;
	guint n_draws;
	guint32 seed;
	GCancellable *cancellable;
	FairleadRankProgress progress;
	gpointer progress_data;
} FairleadStakeQuestion;

/**
 * FairleadStakes:
 * @stakes: (element-type FairleadStake): greatest lower bound first, then upper bound, fewer hops,
 *   and id
 * @closed: (element-type GArray of FairleadVertex): circles among them that hold themselves wholly
 * @n_found: how many there are in all; only the nearest are in @stakes beyond a bound
 * @n_unsettled: how many of them circles too large and too tight leave open, see FairleadIntegrated
 * @unrecorded: of the owners: how much of the party no owner is recorded for, in billionths at most
 */
typedef struct {
	GArray *stakes;
	GPtrArray *closed;
	guint32 n_found;
	guint n_unsettled;
	guint32 unrecorded;
} FairleadStakes;

/* Cost: O(what is held) down; up, one solve of the owners' holdings for each owner, as far as a
 * bound of work allows: the nearest owners first */
FAIRLEAD_API void fairlead_stakes_find (const FairleadHoldings *holdings,
                                        const FairleadStakeQuestion *question,
                                        FairleadStakes *found);
FAIRLEAD_API void fairlead_stakes_clear (FairleadStakes *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadStakes, fairlead_stakes_clear)

G_END_DECLS
