/* graph/backtest/metrics.c */
#include "graph/backtest/metrics.h"

#include <math.h>

#include "graph/fusion.h"

const guint fairlead_depths[FAIRLEAD_N_DEPTHS] = { 10, 20, 50 };

/* ---- order ---- */

typedef struct {
	double value;
	guint32 item;
} Valued;

static gint
compare_valued (gconstpointer a, gconstpointer b)
{
	const Valued *first = a, *second = b;

	if (first->value < second->value || first->value > second->value)
		return first->value > second->value ? -1 : 1;
	return first->item < second->item ? -1 : first->item > second->item;
}

void
fairlead_order_init (FairleadOrder *self, const double *values, guint32 n)
{
	g_autofree Valued *sorted = g_new (Valued, MAX (n, 1));

	for (guint32 i = 0; i < n; i++)
		sorted[i] = (Valued){ fairlead_round_value (values[i]), i };
	qsort (sorted, n, sizeof *sorted, compare_valued);
	self->n = n;
	self->item = g_new (guint32, MAX (n, 1));
	self->group_end = g_array_new (FALSE, FALSE, sizeof (guint32));
	for (guint32 i = 0, end = 1; i < n; i++, end++) {
		self->item[i] = sorted[i].item;
		if (end == n || sorted[end].value < sorted[i].value)
			g_array_append_val (self->group_end, end);
	}
}

void
fairlead_order_clear (FairleadOrder *self)
{
	g_clear_pointer (&self->item, g_free);
	g_clear_pointer (&self->group_end, g_array_unref);
}

/* ---- groups of equal values ---- */

/* What stands before a group, and the group itself */
typedef struct {
	guint64 n_before;
	guint64 labelled_before;
	guint64 n;
	guint64 labelled;
} Group;

static void
fill_group (const FairleadOrder *order, const guint8 *is_labelled, const guint32 *weight,
            guint32 start, guint32 end, Group *group)
{
	group->n = group->labelled = 0;
	for (guint32 i = start; i < end; i++) {
		guint32 item = order->item[i];
		guint32 times = weight == NULL ? 1 : weight[item];

		group->n += times;
		group->labelled += is_labelled[item] ? times : 0;
	}
}

/* Place i of the group is labelled with chance r/g, and has (i-1)(r-1)/(g-1) labelled ones of the
 * group above it then */
static double
sum_precisions (const Group *group)
{
	double share, above, sum = 0.0;

	if (group->labelled == 0)
		return 0.0;
	share = (double) group->labelled / (double) group->n;
	above = group->n > 1 ? ((double) group->labelled - 1.0) / ((double) group->n - 1.0) : 0.0;
	for (guint64 i = 0; i < group->n; i++)
		sum += ((double) group->labelled_before + 1.0 + (double) i * above)
		       / ((double) group->n_before + (double) i + 1.0);
	return share * sum;
}

static double
found_within (const Group *group, guint64 depth)
{
	if (depth <= group->n_before || group->n == 0)
		return 0.0;
	return (double) group->labelled
	       * MIN (1.0, (double) (depth - group->n_before) / (double) group->n);
}

static void
add_group (FairleadMetrics *metrics, const Group *group, double *pairs)
{
	double others = (double) (group->n - group->labelled);
	double labelled = (double) group->labelled;

	/* Labelled ones above these others, and half of those beside them */
	*pairs += others * ((double) group->labelled_before + labelled / 2.0);
	metrics->average_precision += sum_precisions (group);
	for (guint i = 0; i < FAIRLEAD_N_DEPTHS; i++)
		metrics->found[i] += found_within (group, fairlead_depths[i]);
}

static void
finish (FairleadMetrics *metrics, const Group *all, double pairs)
{
	double n = (double) all->n, labelled = (double) all->labelled;

	metrics->auc = labelled > 0.0 && n > labelled ? pairs / (labelled * (n - labelled)) : NAN;
	metrics->average_precision = labelled > 0.0 ? metrics->average_precision / labelled : NAN;
	for (guint i = 0; i < FAIRLEAD_N_DEPTHS; i++) {
		double depth = MIN ((double) fairlead_depths[i], n);

		metrics->precision[i] = n > 0.0 ? metrics->found[i] / depth : NAN;
		metrics->recall[i] = labelled > 0.0 ? metrics->found[i] / labelled : NAN;
		metrics->lift[i] = labelled > 0.0 ? metrics->precision[i] / (labelled / n) : NAN;
	}
}

FairleadMetrics
fairlead_metrics_compute (const FairleadOrder *order, const guint8 *is_labelled,
                          const guint32 *weight)
{
	FairleadMetrics metrics = { 0 };
	Group group = { 0 };
	double pairs = 0.0;
	guint32 start = 0;

	for (guint i = 0; i < order->group_end->len; i++) {
		guint32 end = g_array_index (order->group_end, guint32, i);

		fill_group (order, is_labelled, weight, start, end, &group);
		add_group (&metrics, &group, &pairs);
		group.n_before += group.n;
		group.labelled_before += group.labelled;
		start = end;
	}
	finish (&metrics, &(Group){ .n = group.n_before, .labelled = group.labelled_before },
	        pairs);
	return metrics;
}

double
fairlead_metrics_found (const FairleadOrder *order, const guint8 *is_labelled, guint32 depth)
{
	Group group = { 0 };
	double found = 0.0;
	guint32 start = 0;

	for (guint i = 0; i < order->group_end->len && group.n_before < depth; i++) {
		guint32 end = g_array_index (order->group_end, guint32, i);

		fill_group (order, is_labelled, NULL, start, end, &group);
		found += found_within (&group, depth);
		group.n_before += group.n;
		start = end;
	}
	return found;
}

/* ---- quantiles ---- */

static int
compare_numbers (const void *a, const void *b)
{
	double first = *(const double *) a, second = *(const double *) b;

	return first < second ? -1 : first > second;
}

double
fairlead_quantile (double *values, guint n, double part)
{
	double place = part * (n - 1.0);
	guint below = (guint) place;

	if (n == 0)
		return NAN;
	qsort (values, n, sizeof *values, compare_numbers);
	if (below + 1 >= n)
		return values[n - 1];
	return values[below] + (place - below) * (values[below + 1] - values[below]);
}
