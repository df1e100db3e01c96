/* graph/backtest/metrics.h: how well values tell the labelled from the others
 *
 * Items of one value are in no order: every figure is its expectation over all orders of them, so
 * that neither luck nor the order of the input decides. */
#pragma once
#include <glib.h>
#include "ingest/export.h"
G_BEGIN_DECLS

#define FAIRLEAD_N_DEPTHS 3
FAIRLEAD_API extern const guint fairlead_depths[FAIRLEAD_N_DEPTHS]; /* 10, 20, 50 */

/**
 * FairleadMetrics:
 * @auc: the chance that a labelled item has a greater value than another, equal ones counting half
 *   (Mann and Whitney 1947, doi:10.1214/aoms/1177730491); NaN without both sorts
 * @average_precision: mean over the labelled items of the precision at each (McSherry and Najork
 *   2008, doi:10.1007/978-3-540-78646-7_38, for ties); NaN without labelled items
 * @found: labelled items among the first 10, 20 and 50
 * @precision, @recall, @lift: @found by the depth (or all items, where they are fewer), by the
 *   number of labelled, and precision by that of a blind choice
 */
typedef struct {
	double auc;
	double average_precision;
	double found[FAIRLEAD_N_DEPTHS];
	double precision[FAIRLEAD_N_DEPTHS];
	double recall[FAIRLEAD_N_DEPTHS];
	double lift[FAIRLEAD_N_DEPTHS];
} FairleadMetrics;

/**
 * FairleadOrder:
 * @item: items from the greatest value to the least
 * @group_end: of each group of equal values, one past its last place
 */
typedef struct {
	guint32 n;
	guint32 *item;
	GArray *group_end; /* of guint32 */
} FairleadOrder;

/* Values that agree in their first 24 bits are equal. O(n log n). */
void fairlead_order_init (FairleadOrder *self, const double *values, guint32 n);
void fairlead_order_clear (FairleadOrder *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadOrder, fairlead_order_clear)

/**
 * fairlead_metrics_compute:
 * @is_labelled: of each item
 * @weight: (nullable): how often each item counts; NULL: once
 *
 * O(sum of weights).
 */
FairleadMetrics fairlead_metrics_compute (const FairleadOrder *order, const guint8 *is_labelled,
                                          const guint32 *weight);

/* Expected number of labelled items among the first @depth */
double fairlead_metrics_found (const FairleadOrder *order, const guint8 *is_labelled,
                               guint32 depth);

/* The @part (0 to 1) quantile of @n numbers, which are sorted; between two of them linear. NaN of
 * none. */
double fairlead_quantile (double *values, guint n, double part);

G_END_DECLS
