/* output/backtest/backtest-output.h: what a backtest found, as a table, CSV, JSON and a chart */
#pragma once
#include "graph/backtest/backtest.h"
#include "output/write/format.h"
G_BEGIN_DECLS

/**
 * FairleadBacktestView:
 * @question: what was asked
 * @layout: asked by tables alone
 */
typedef struct {
	FairleadOutputFormat format;
	FairleadLayout layout;
	const FairleadBacktestQuestion *question;
} FairleadBacktestView;

/* Writes it to @stream and flushes that. The same backtest and view give the same bytes. */
FAIRLEAD_API gboolean fairlead_backtest_write (FairleadBacktest *backtest,
                                               const FairleadBacktestView *view,
                                               GOutputStream *stream, GCancellable *cancellable,
                                               GError **error);

/* Every judged party with its values, in order of rank, as CSV */
FAIRLEAD_API gboolean fairlead_backtest_write_parties (FairleadBacktest *backtest,
                                                       const FairleadBacktestView *view,
                                                       GOutputStream *stream,
                                                       GCancellable *cancellable, GError **error);

/* Recall by depth, a line for each measure, as SVG */
FAIRLEAD_API gboolean fairlead_backtest_write_chart (FairleadBacktest *backtest,
                                                     const FairleadBacktestView *view,
                                                     GOutputStream *stream,
                                                     GCancellable *cancellable, GError **error);

G_END_DECLS
