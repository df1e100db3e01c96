/* output/ranking/ranking-output.h: a ranking as a table, CSV or JSON */
#pragma once
#include "graph/ranking.h"
#include "output/write/format.h"
G_BEGIN_DECLS

/**
 * FairleadRankingView:
 * @limit: rows written; 0 for all
 * @n_paths: evidence paths written with each row; 0 for none
 * @layout: asked by tables alone
 */
typedef struct {
	FairleadOutputFormat format;
	guint limit;
	guint n_paths;
	FairleadLayout layout;
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

G_END_DECLS
