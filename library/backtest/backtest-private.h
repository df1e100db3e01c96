/* library/backtest/backtest-private.h: what questions, backtests and their rows know */
#pragma once
#include <fairlead/backtest.h>
#include "graph/backtest/backtest.h"
G_BEGIN_DECLS

/* As it stands in the question: borrowed */
typedef struct {
	char *as_of;
	char *until;
	GStrv target;
	GStrv market;
	GStrv labels;
	gboolean drop_undated;
	guint draws;
	guint seed;
	char *parameters;
} BacktestValues;

const BacktestValues *flead_backtest_question_get_values (FleadBacktestQuestion *self);
FleadBacktestQuestion *flead_backtest_question_copy (FleadBacktestQuestion *self);

/* What a row is of; both live as long as the backtest */
typedef struct {
	const FairleadMeasured *measured;
	guint kind;
} MeasuredRow;

FleadMeasured *flead_measured_new (FleadBacktest *backtest, MeasuredRow row);

G_END_DECLS
