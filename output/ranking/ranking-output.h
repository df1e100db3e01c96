/* output/ranking/ranking-output.h: a ranking as a table, CSV or JSON */
#pragma once
#include "graph/score/collect.h"
#include "graph/score/draws.h"
#include "graph/score/measures.h"
#include "output/write/format.h"
G_BEGIN_DECLS

/**
 * FairleadRankingMeasures:
 * @measures: (element-type FairleadMeasure): a column each
 * @columns: (element-type GArray): of double, a value for each row from the first
 * @sampling: how betweenness among them was sampled
 */
typedef struct {
	const GArray *measures;
	const GPtrArray *columns;
	FairleadSampling sampling;
} FairleadRankingMeasures;

/**
 * FairleadWithout:
 * @source: as it was asked for
 * @n_links: that only it states
 * @ranks: of each row
 */
typedef struct {
	const char *source;
	guint n_links;
	const guint32 *ranks;
} FairleadWithout;

/**
 * FairleadRankingView:
 * @limit: rows written; 0 for all
 * @n_paths: evidence paths written with each row; 0 for none
 * @measures: (nullable): what was measured beside, for as many rows as are written
 * @draws: (nullable): how far the ranks hold
 * @without: (nullable): ranks without a source, of each row; 0 where it took no part
 * @collect: (nullable) (element-type FairleadUnknown): what to collect next; CSV leaves it out
 * @n_collect: so many of them at most
 * @layout: asked by tables alone
 */
typedef struct {
	FairleadOutputFormat format;
	guint limit;
	guint n_paths;
	FairleadLayout layout;
	const FairleadRankingMeasures *measures;
	const FairleadDraws *draws;
	const FairleadWithout *without;
	const GArray *collect;
	guint n_collect;
} FairleadRankingView;

/**
 * fairlead_ranking_write:
 *
 * Writes the ranking to @stream and flushes it. The same ranking and view give the same bytes.
 *
 * Cost: O(rows written); each evidence path costs a search. Memory is bounded, but for a table,
 * which is as large as its text.
 */
FAIRLEAD_API gboolean fairlead_ranking_write (FairleadRanking *ranking,
                                              const FairleadRankingView *view,
                                              GOutputStream *stream, GCancellable *cancellable,
                                              GError **error);

/* How many rows a view with this limit writes: without one all, else those with a score */
FAIRLEAD_API guint fairlead_ranking_count_rows (FairleadRanking *ranking, guint limit);

G_END_DECLS
