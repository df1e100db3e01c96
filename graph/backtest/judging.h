/* graph/backtest/judging.h: how good each measure is, and how sure that is */
#pragma once
#include "graph/backtest/metrics.h"
#include "ingest/record/kinds.h"
G_BEGIN_DECLS

/* Judged apart: all of them, and each kind that labels have */
#define FAIRLEAD_JUDGED_ALL FAIRLEAD_N_KINDS
#define FAIRLEAD_N_JUDGED (FAIRLEAD_N_KINDS + 1)

/**
 * FairleadJudgement:
 * @n: items judged
 * @n_labelled: labelled ones among them
 * @auc_low, @auc_high, @ap_low, @ap_high: 5 to 95 % of the bootstrap draws; NaN where nothing was
 *   drawn
 */
typedef struct {
	guint32 n;
	guint32 n_labelled;
	FairleadMetrics metrics;
	double auc_low, auc_high;
	double ap_low, ap_high;
} FairleadJudgement;

/**
 * FairleadJudged:
 * @values: one array of @n for each measure; the greater, the higher
 * @kind: of each item
 * @n_draws: how many bootstrap samples of the items; 0: no intervals
 *
 * Items are drawn with replacement, the same ones for every measure (Efron 1979,
 * doi:10.1214/aos/1176344552); draws without a labelled item, or with nothing else, are left out.
 */
typedef struct {
	const double *const *values;
	guint n_measures;
	guint32 n;
	const guint8 *is_labelled;
	const guint8 *kind;
	guint n_draws;
	guint32 seed;
} FairleadJudged;

/**
 * fairlead_judge:
 * @kind: one kind, or %FAIRLEAD_JUDGED_ALL
 *
 * Returns: (transfer full) (array): one judgement for each measure. O(n x draws) for each.
 */
FairleadJudgement *fairlead_judge (const FairleadJudged *question, guint kind);

G_END_DECLS
