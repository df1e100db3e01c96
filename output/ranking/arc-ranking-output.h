/* output/ranking/arc-ranking-output.h: a ranking of numbers as a table, CSV or JSON */
#pragma once
#include "graph/engine/arc-ranking.h"
#include "output/write/format.h"
G_BEGIN_DECLS

/**
 * FairleadArcRankingView:
 * @expressions: (array zero-terminated=1): the target, as it was asked for
 * @n_paths: evidence paths written with each row; 0 for none
 * @layout: asked by tables alone
 */
typedef struct {
	FairleadOutputFormat format;
	const char *const *expressions;
	guint n_paths;
	FairleadLayout layout;
} FairleadArcRankingView;

/* Writes all rows of the ranking to @stream and flushes it. The columns are those of
 * fairlead_ranking_write() that numbers have. */
FAIRLEAD_API gboolean fairlead_arc_ranking_write (FairleadArcRanking *ranking,
                                                  const FairleadArcRankingView *view,
                                                  GOutputStream *stream, GCancellable *cancellable,
                                                  GError **error);

G_END_DECLS
