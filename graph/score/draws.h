/* graph/score/draws.h: how far the ranks hold when links are drawn by their confidence */
#pragma once
#include "graph/ranking.h"
#include "graph/score/missing.h"
G_BEGIN_DECLS

/**
 * FairleadDrawChoice:
 * @n_draws: at least 1
 * @seed: the same seed draws the same links
 * @top: k of the chance to be among the first k
 * @merges: (nullable) (element-type FairleadMerge): parties that may be one
 * @n_threads: 0: as many as there are processors; the result is the same with any number
 */
typedef struct {
	guint n_draws;
	guint32 seed;
	guint top;
	guint n_threads;
	const GArray *merges;
} FairleadDrawChoice;

/**
 * FairleadSpread:
 * @low, @high: the ranks at 5 and 95 % of the draws; 0 where the row took no part
 * @top: the share of draws in which it is among the first
 */
typedef struct {
	guint32 low;
	guint32 high;
	double top;
} FairleadSpread;

/**
 * FairleadDraws:
 * @spreads: (element-type FairleadSpread): of each row of the ranking
 * @n_part: rows that took part: those with a score
 * @n_merges: pairs that were drawn too
 * @is_bounded: whether they were bounded by the parameters' `arena`
 * @kept: how many of the first @choice.top are among them in a draw, as a mean share
 * @first: the share of draws in which the first stays first
 */
typedef struct {
	FairleadDrawChoice choice;
	GArray *spreads;
	guint32 n_part;
	guint n_merges;
	gboolean is_bounded;
	double kept;
	double first;
} FairleadDraws;

/**
 * fairlead_draws_init:
 *
 * Draws networks in each of which a link stands with the probability `most-sure` x its confidence,
 * links that nobody recorded are added (graph/score/missing.h), and parties that may be one share
 * their links with the probability that they are, and ranks again in each. A link that stands then
 * counts whole.
 */
FAIRLEAD_API gboolean fairlead_draws_init (FairleadDraws *self, FairleadRanking *ranking,
                                           const FairleadDrawChoice *choice,
                                           FairleadRankProgress progress, gpointer user_data,
                                           GCancellable *cancellable, GError **error);
FAIRLEAD_API void fairlead_draws_clear (FairleadDraws *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadDraws, fairlead_draws_clear)

/**
 * fairlead_ranking_rank_without:
 * @source: a file, or the end of its path
 * @n_links: (out): how many links only such files state
 *
 * The ranks without the links that these files state.
 *
 * Fails with UNKNOWN_REFERENCE where no file has such a path.
 *
 * Returns: (transfer full): a rank for each row of the ranking; 0 where it took no part
 */
FAIRLEAD_API guint32 *fairlead_ranking_rank_without (FairleadRanking *ranking, const char *source,
                                                     guint *n_links, GCancellable *cancellable,
                                                     GError **error);

G_END_DECLS
