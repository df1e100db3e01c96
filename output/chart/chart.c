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

static gboolean
draw (gconstpointer what, GOutputStream *stream, GCancellable *cancellable, GError **error)
{
	const FairleadChart *chart = what;
	g_autoptr (FairleadChartPlan) plan = fairlead_chart_plan_new (chart);
	FairleadChartSheet sheet, best = { 0 };
	guint across = LEAST_ACROSS;

	for (guint most = LEAST_ACROSS; most <= MOST_ACROSS; most++) {
		if (g_cancellable_set_error_if_cancelled (cancellable, error)
		    || !try_width (plan, most, &sheet, error))
			return FALSE;
		if (most == LEAST_ACROSS || is_better (&sheet, &best)) {
			best = sheet;
			across = most;
		}
	}
	if (!try_width (plan, across, &sheet, error))
		return FALSE;
	plan->row_gap = MIN (ROW_GAP + best.spare / (2.0 * plan->n_rows), MOST_ROW_GAP);
	return try_width (plan, across, &sheet, error)
	       && fairlead_chart_draw (plan, &sheet, stream, cancellable, error);
}

gboolean
fairlead_chart_write (const FairleadChart *chart, FairleadPicture picture, GOutputStream *stream,
                      GCancellable *cancellable, GError **error)
{
	return fairlead_picture_write (picture, draw, chart, stream, cancellable, error);
}
