/* tests/graph/backtest/test-metrics.c: figures of a ranking by hand, and by the mean over all
 * orders of ties */
#include "graph/backtest/metrics.h"

#include <math.h>
#include <string.h>

#include "graph/backtest/judging.h"
#include "tests/common/helpers.h"

#define MOST 7

static FairleadMetrics
compute (const double *values, const guint8 *is_labelled, guint32 n)
{
	g_auto (FairleadOrder) order = { 0 };

	fairlead_order_init (&order, values, n);
	return fairlead_metrics_compute (&order, is_labelled, NULL);
}

/* A labelled one at 3, a labelled one and another tied at 2, another at 1.
 * AUC: the two others are below 1.5 and 2 of the 2 labelled: 3.5 of 4 pairs.
 * AP: 1 for the first; the second stands at 2 (precision 1) or 3 (2/3), the mean is 5/6. */
static void
test_by_hand (void)
{
	const double values[] = { 2, 1, 3, 2 };
	const guint8 is_labelled[] = { FALSE, FALSE, TRUE, TRUE };
	FairleadMetrics metrics = compute (values, is_labelled, 4);

	g_assert_cmpfloat_with_epsilon (metrics.auc, 3.5 / 4.0, 1e-12);
	g_assert_cmpfloat_with_epsilon (metrics.average_precision, (1.0 + 5.0 / 6.0) / 2.0, 1e-12);
	g_assert_cmpfloat_with_epsilon (metrics.found[0], 2.0, 1e-12);
	g_assert_cmpfloat_with_epsilon (metrics.precision[0], 0.5, 1e-12); /* of 4, not of 10 */
	g_assert_cmpfloat_with_epsilon (metrics.recall[0], 1.0, 1e-12);
	g_assert_cmpfloat_with_epsilon (metrics.lift[0], 1.0, 1e-12);
}

/* 40 tied, 4 of them labelled, behind 5 of which 2 are: the first 10 hold 2 + 4 x 5/40, the first
 * 20 hold 2 + 4 x 15/40 */
static void
test_depths (void)
{
	double values[45];
	guint8 is_labelled[45] = { 0 };
	g_auto (FairleadOrder) order = { 0 };
	FairleadMetrics metrics;

	for (guint i = 0; i < 45; i++)
		values[i] = i < 5 ? 10.0 - i : 1.0;
	is_labelled[0] = is_labelled[3] = TRUE;
	is_labelled[7] = is_labelled[17] = is_labelled[27] = is_labelled[37] = TRUE;
	metrics = compute (values, is_labelled, 45);
	g_assert_cmpfloat_with_epsilon (metrics.found[0], 2.5, 1e-12);
	g_assert_cmpfloat_with_epsilon (metrics.found[1], 3.5, 1e-12);
	g_assert_cmpfloat_with_epsilon (metrics.found[2], 6.0, 1e-12);
	g_assert_cmpfloat_with_epsilon (metrics.precision[0], 0.25, 1e-12);
	g_assert_cmpfloat_with_epsilon (metrics.recall[0], 2.5 / 6.0, 1e-12);
	g_assert_cmpfloat_with_epsilon (metrics.lift[0], 0.25 / (6.0 / 45.0), 1e-12);
	fairlead_order_init (&order, values, 45);
	g_assert_cmpfloat_with_epsilon (fairlead_metrics_found (&order, is_labelled, 4), 2.0,
	                                1e-12);
	g_assert_cmpfloat_with_epsilon (fairlead_metrics_found (&order, is_labelled, 1), 1.0,
	                                1e-12);
	g_assert_cmpfloat_with_epsilon (fairlead_metrics_found (&order, is_labelled, 25), 4.0,
	                                1e-12);
}

static void
test_nothing (void)
{
	const double values[] = { 1, 2 };
	const guint8 all[] = { TRUE, TRUE }, none[] = { FALSE, FALSE };

	g_assert_true (isnan (compute (values, all, 2).auc));
	g_assert_cmpfloat (compute (values, all, 2).average_precision, ==, 1.0);
	g_assert_true (isnan (compute (values, none, 2).auc));
	g_assert_true (isnan (compute (values, none, 2).average_precision));
	g_assert_true (isnan (compute (values, none, 0).precision[0]));
	g_assert_true (isnan (fairlead_quantile (NULL, 0, 0.5)));
}

/* ---- the slow way: every order of the items that the values allow ---- */

typedef struct {
	const double *values;
	const guint8 *is_labelled;
	guint n;
	guint item[MOST];
	double sum_ap;
	double sum_found; /* among the first 3 */
	guint n_orders;
} Slow;

static void
judge_order (Slow *slow)
{
	guint found = 0;
	double sum = 0.0;

	for (guint i = 0; i < slow->n; i++) {
		if (!slow->is_labelled[slow->item[i]])
			continue;
		found++;
		sum += (double) found / (i + 1.0);
		slow->sum_found += i < 3;
	}
	slow->sum_ap += sum / found;
	slow->n_orders++;
}

static void
try_orders (Slow *slow, guint place)
{
	if (place == slow->n) {
		judge_order (slow);
		return;
	}
	for (guint i = place; i < slow->n; i++) {
		guint item = slow->item[i];
		gboolean is_next = TRUE;

		for (guint j = place; j < slow->n; j++)
			is_next &= !(slow->values[slow->item[j]] > slow->values[item]);
		if (!is_next)
			continue;
		slow->item[i] = slow->item[place];
		slow->item[place] = item;
		try_orders (slow, place + 1);
		slow->item[place] = slow->item[i];
		slow->item[i] = item;
	}
}

static double
slow_auc (const double *values, const guint8 *is_labelled, guint n)
{
	double sum = 0.0, pairs = 0.0;

	for (guint i = 0; i < n; i++)
		for (guint j = 0; j < n; j++) {
			if (!is_labelled[i] || is_labelled[j])
				continue;
			pairs++;
			sum += values[i] > values[j] ? 1.0 : values[i] < values[j] ? 0.0 : 0.5;
		}
	return sum / pairs;
}

static void
test_all_orders (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (7);

	for (guint round = 0; round < 60; round++) {
		double values[MOST];
		guint8 is_labelled[MOST] = { TRUE, FALSE };
		guint n = (guint) g_rand_int_range (random, 3, MOST + 1);
		Slow slow = { .values = values, .is_labelled = is_labelled, .n = n };
		g_auto (FairleadOrder) order = { 0 };
		FairleadMetrics metrics;

		for (guint i = 0; i < n; i++) {
			values[i] = g_rand_int_range (random, 0, 4);
			slow.item[i] = i;
			if (i > 1)
				is_labelled[i] = g_rand_boolean (random) != FALSE;
		}
		try_orders (&slow, 0);
		fairlead_order_init (&order, values, n);
		metrics = fairlead_metrics_compute (&order, is_labelled, NULL);
		g_assert_cmpfloat_with_epsilon (metrics.average_precision,
		                                slow.sum_ap / slow.n_orders, 1e-9);
		g_assert_cmpfloat_with_epsilon (metrics.auc, slow_auc (values, is_labelled, n),
		                                1e-12);
		g_assert_cmpfloat_with_epsilon (fairlead_metrics_found (&order, is_labelled, 3),
		                                slow.sum_found / slow.n_orders, 1e-9);
	}
}

/* An item that counts three times is three items */
static void
test_weights (void)
{
	const double values[] = { 3, 2, 2, 1 };
	const guint8 is_labelled[] = { FALSE, TRUE, FALSE, TRUE };
	const guint32 weight[] = { 1, 3, 0, 2 };
	const double copied[] = { 3, 2, 2, 2, 1, 1 };
	const guint8 copied_labels[] = { FALSE, TRUE, TRUE, TRUE, TRUE, TRUE };
	g_auto (FairleadOrder) order = { 0 };
	FairleadMetrics weighted, plain = compute (copied, copied_labels, 6);

	fairlead_order_init (&order, values, 4);
	weighted = fairlead_metrics_compute (&order, is_labelled, weight);
	g_assert_cmpfloat_with_epsilon (weighted.auc, plain.auc, 1e-12);
	g_assert_cmpfloat_with_epsilon (weighted.average_precision, plain.average_precision, 1e-12);
	g_assert_cmpfloat_with_epsilon (weighted.found[0], plain.found[0], 1e-12);
}

static void
test_quantiles (void)
{
	double values[] = { 4, 1, 3, 2 };

	g_assert_cmpfloat (fairlead_quantile (values, 4, 0.0), ==, 1.0);
	g_assert_cmpfloat (fairlead_quantile (values, 4, 1.0), ==, 4.0);
	g_assert_cmpfloat_with_epsilon (fairlead_quantile (values, 4, 0.5), 2.5, 1e-12);
	g_assert_cmpfloat_with_epsilon (fairlead_quantile (values, 4, 0.1), 1.3, 1e-12);
	g_assert_cmpfloat (fairlead_quantile (values, 1, 0.5), ==, 1.0);
}

/* ---- judging ---- */

static void
fill_noisy (double *values, guint8 *is_labelled, guint8 *kind, guint32 n)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (3);

	for (guint32 i = 0; i < n; i++) {
		is_labelled[i] = i % 10 == 0;
		kind[i] = i % 3 == 0 ? FAIRLEAD_KIND_VESSEL : FAIRLEAD_KIND_COMPANY;
		values[i] = is_labelled[i] + 2.0 * g_rand_double (random);
	}
}

/* The interval of a bootstrap is about as wide as theory has it: for the AUC of n labelled and m
 * others, its variance is bounded by A (1 - A) / min (n, m) */
static void
test_intervals (void)
{
	double values[600], copy[600];
	const double *const measures[] = { values, copy };
	guint8 is_labelled[600], kind[600];
	FairleadJudged question = { .values = measures,
		                    .n_measures = 2,
		                    .n = 600,
		                    .is_labelled = is_labelled,
		                    .kind = kind,
		                    .n_draws = 300,
		                    .seed = 5 };
	g_autofree FairleadJudgement *judged = NULL;
	g_autofree FairleadJudgement *again = NULL;
	g_autofree FairleadJudgement *ships = NULL;
	double auc, spread;

	fill_noisy (values, is_labelled, kind, 600);
	memcpy (copy, values, sizeof copy);
	judged = fairlead_judge (&question, FAIRLEAD_JUDGED_ALL);
	again = fairlead_judge (&question, FAIRLEAD_JUDGED_ALL);
	ships = fairlead_judge (&question, FAIRLEAD_KIND_VESSEL);
	auc = judged[0].metrics.auc;
	spread = judged[0].auc_high - judged[0].auc_low;
	g_assert_cmpfloat (judged[0].auc_low, <, auc);
	g_assert_cmpfloat (judged[0].auc_high, >, auc);
	g_assert_cmpfloat (spread, <, 2.0 * 1.645 * sqrt (auc * (1.0 - auc) / 60.0));
	g_assert_cmpfloat (spread, >, 0.02);
	g_assert_cmpfloat (judged[0].ap_low, <, judged[0].metrics.average_precision);
	g_assert_cmpfloat (judged[0].ap_low, ==, again[0].ap_low);
	g_assert_cmpfloat (judged[0].ap_low, ==, judged[1].ap_low); /* the same draws for each */
	g_assert_cmpuint (ships[0].n, ==, 200);
	g_assert_cmpuint (ships[0].n_labelled, ==, 20);
}

static void
test_no_draws (void)
{
	const double values[] = { 2, 1 };
	const double *const measures[] = { values };
	const guint8 is_labelled[] = { TRUE, FALSE }, kind[] = { 0, 0 };
	const FairleadJudged question = { .values = measures,
		                          .n_measures = 1,
		                          .n = 2,
		                          .is_labelled = is_labelled,
		                          .kind = kind };
	g_autofree FairleadJudgement *judged = fairlead_judge (&question, FAIRLEAD_JUDGED_ALL);

	g_assert_cmpfloat (judged[0].metrics.auc, ==, 1.0);
	g_assert_true (isnan (judged[0].auc_low));
	g_assert_true (isnan (judged[0].ap_high));
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/metrics/by-hand", test_by_hand);
	g_test_add_func ("/graph/metrics/depths-within-ties", test_depths);
	g_test_add_func ("/graph/metrics/nothing-to-tell", test_nothing);
	g_test_add_func ("/graph/metrics/mean-over-all-orders", test_all_orders);
	g_test_add_func ("/graph/metrics/weights-are-copies", test_weights);
	g_test_add_func ("/graph/metrics/quantiles", test_quantiles);
	g_test_add_func ("/graph/judging/intervals", test_intervals);
	g_test_add_func ("/graph/judging/no-draws", test_no_draws);
	return g_test_run ();
}
