/* output/chart/chart.c: the steps of a chart, and the width that fits the sheet best */
#include "output/chart/chart-private.h"

#define ROW_GAP 14.0
#define MOST_ROW_GAP 46.0
#define LEAST_ACROSS 3u
#define MOST_ACROSS 9u

FairleadChartPlan *
fairlead_chart_plan_new (const FairleadChart *chart)
{
	FairleadChartPlan *self = g_new0 (FairleadChartPlan, 1);

	self->chart = chart;
	self->row_gap = ROW_GAP;
	self->cards = g_ptr_array_new ();
	self->lines = g_ptr_array_new ();
	self->notes = g_array_new (FALSE, FALSE, sizeof (FairleadSource));
	self->lane_names = g_ptr_array_new ();
	fairlead_chart_add_cards (self);
	fairlead_chart_add_lines (self);
	fairlead_chart_number_notes (self);
	fairlead_chart_fill_badges (self);
	fairlead_chart_fill_labels (self);
	fairlead_chart_choose_lanes (self);
	return self;
}

void
fairlead_chart_plan_free (FairleadChartPlan *self)
{
	g_ptr_array_unref (self->cards);
	g_ptr_array_unref (self->lines);
	g_array_unref (self->notes);
	g_ptr_array_unref (self->lane_names);
	g_free (self);
}

static gboolean
try_width (FairleadChartPlan *plan, guint most, FairleadChartSheet *sheet, GError **error)
{
	fairlead_chart_choose_rows (plan, most);
	if (!fairlead_chart_lay_out (plan, error))
		return FALSE;
	*sheet = fairlead_chart_choose_sheet (plan);
	return TRUE;
}

/* A smaller sheet is better, and on the same one a larger scale */
static gboolean
is_better (const FairleadChartSheet *sheet, const FairleadChartSheet *best)
{
	double area = sheet->width * sheet->height, other = best->width * best->height;

	return area < 0.99 * other || (area < 1.01 * other && sheet->scale > 1.02 * best->scale);
}

/* Of all widths the one that fits best; of @best, where none is better, nothing changes */
static gboolean
try_widths (FairleadChartPlan *plan, FairleadChartSheet *best, guint *across,
            GCancellable *cancellable, GError **error)
{
	for (guint most = LEAST_ACROSS; most <= MOST_ACROSS; most++) {
		FairleadChartSheet sheet;

		if (g_cancellable_set_error_if_cancelled (cancellable, error)
		    || !try_width (plan, most, &sheet, error))
			return FALSE;
		if (best->width > 0.0 && !is_better (&sheet, best))
			continue;
		*best = sheet;
		*across = most;
	}
	return TRUE;
}

/* Lines run straighter where nothing need be tight, as on most sheets of A4 */
static gboolean
fit (FairleadChartPlan *plan, GCancellable *cancellable, GError **error)
{
	FairleadChartSheet best = { 0 }, tight = { 0 };
	guint across = 0, across_tight = 0;

	if (!try_widths (plan, &best, &across, cancellable, error))
		return FALSE;
	if (!fairlead_chart_sheet_is_smallest (&best)) {
		plan->is_tight = TRUE;
		if (!try_widths (plan, &tight, &across_tight, cancellable, error))
			return FALSE;
		plan->is_tight = is_better (&tight, &best);
	}
	if (plan->is_tight) {
		best = tight;
		across = across_tight;
	}
	fairlead_chart_choose_rows (plan, across);
	plan->row_gap = MIN (ROW_GAP + best.spare / (2.0 * MAX (plan->n_rows, 1u)), MOST_ROW_GAP);
	return try_width (plan, across, &best, error);
}

static gboolean
draw (gconstpointer what, GOutputStream *stream, GCancellable *cancellable, GError **error)
{
	const FairleadChart *chart = what;
	g_autoptr (FairleadChartPlan) plan = fairlead_chart_plan_new (chart);
	FairleadChartSheet sheet;

	if (!fit (plan, cancellable, error))
		return FALSE;
	sheet = fairlead_chart_choose_sheet (plan);
	return fairlead_chart_draw (plan, &sheet, stream, cancellable, error);
}

gboolean
fairlead_chart_write (const FairleadChart *chart, FairleadPicture picture, GOutputStream *stream,
                      GCancellable *cancellable, GError **error)
{
	return fairlead_picture_write (picture, draw, chart, stream, cancellable, error);
}
