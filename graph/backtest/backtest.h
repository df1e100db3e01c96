/* graph/backtest/backtest.h: how well a ranking made with what was known on a day finds those who
 * were listed later */
#pragma once
#include "graph/backtest/judging.h"
#include "graph/backtest/labels.h"
#include "ingest/record/records-as-of.h"
G_BEGIN_DECLS

/* As far as a day that is known can be */
#define FAIRLEAD_ANY_DAY (FAIRLEAD_DAY_OPEN_FUTURE - 1)

/**
 * FairleadBacktestQuestion:
 * @as_of: the day whose knowledge counts
 * @until: the last day of a listing that counts, or %FAIRLEAD_ANY_DAY
 * @target: entity expressions; what they select of the records of the day are the seeds
 * @market: (nullable): as for a ranking
 * @labels: entity expressions: whom the ranking should have found
 * @keeps_undated: whether records that cannot be dated count
 * @n_draws, @seed: of the bootstrap
 */
typedef struct {
	gint32 as_of;
	gint32 until;
	const char *const *target;
	const char *const *market;
	const char *const *labels;
	gboolean keeps_undated;
	guint n_draws;
	guint32 seed;
} FairleadBacktestQuestion;

/**
 * FairleadMeasured:
 * @name: `score`, a component, or a baseline
 * @values: of each judged row; NULL where the network is too large for it
 * @judgements: for each kind, and all; of n 0 where nothing of the kind is labelled
 * @lead_time: median days from the day to the listing of the labels that have a day and are among
 *   the first 50; of those whose place is a matter of chance none counts; NaN without any
 */
typedef struct {
	const char *name;
	gboolean is_baseline;
	double *values;
	FairleadJudgement judgements[FAIRLEAD_N_JUDGED];
	double lead_time;
} FairleadMeasured;

#define FAIRLEAD_TYPE_BACKTEST (fairlead_backtest_get_type ())
FAIRLEAD_API
G_DECLARE_FINAL_TYPE (FairleadBacktest, fairlead_backtest, FAIRLEAD, BACKTEST, GObject)

/**
 * fairlead_backtest_new:
 * @network: of all records
 *
 * Builds the network as it was known on the day (see fairlead_records_new_as_of()), ranks it, and
 * judges the score, its components and the baselines of graph/backtest/baselines.h by the labels.
 * Labels that nobody could have ranked then are kept and counted, and not judged.
 *
 * Fails where an expression selects nothing, where no label can be judged (INVALID_VALUE), and as a
 * ranking does.
 */
FAIRLEAD_API FairleadBacktest *fairlead_backtest_new (FairleadNetwork *network,
                                                      const FairleadParameters *parameters,
                                                      const FairleadBacktestQuestion *question,
                                                      FairleadRankProgress progress,
                                                      gpointer user_data, GCancellable *cancellable,
                                                      GError **error);

/* The ranking of the day */
FAIRLEAD_API FairleadRanking *fairlead_backtest_get_ranking (FairleadBacktest *self);
FAIRLEAD_API FairleadNetwork *fairlead_backtest_get_network (FairleadBacktest *self);
/* (element-type FairleadMeasured): the score, the components, the baselines */
FAIRLEAD_API const GArray *fairlead_backtest_get_measured (FairleadBacktest *self);
/* (element-type FairleadLabel) */
FAIRLEAD_API const GArray *fairlead_backtest_get_labels (FairleadBacktest *self);
/* (element-type FairleadDating): one for each file of the records */
FAIRLEAD_API const GArray *fairlead_backtest_get_datings (FairleadBacktest *self);
/* Rows of the ranking that are judged, in its order, and whether each is labelled */
FAIRLEAD_API const guint32 *fairlead_backtest_get_judged (FairleadBacktest *self, guint32 *n);
FAIRLEAD_API gboolean fairlead_backtest_is_labelled (FairleadBacktest *self, guint32 judged);
/**
 * fairlead_backtest_curve:
 * @depths: (array length=n)
 * @found: (out) (array length=n): labels expected among the first so many by a measure
 */
FAIRLEAD_API void fairlead_backtest_curve (FairleadBacktest *self, const FairleadMeasured *measured,
                                           const guint32 *depths, guint n, double *found);

G_END_DECLS
