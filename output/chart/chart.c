/* output/chart/chart.c: the steps of a chart, and the width that fits the sheet best */
#include "output/chart/chart-private.h"

#define ROW_GAP 14.0
#define MOST_ROW_GAP 46.0
#define LARGE 4e6 /* A1 and more */
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

/* How a chart is laid out, and the sheet that it then takes */
typedef struct {
	gboolean is_tight;
	gboolean is_numbered;
	guint across;
	FairleadChartSheet sheet;
} Fit;

static void
apply (FairleadChartPlan *plan, const Fit *fit)
{
	plan->is_tight = fit->is_tight;
	plan->is_numbered = fit->is_numbered;
	fairlead_chart_fill_labels (plan);
}

/* Numbers in place of words are worth a smaller sheet, but no larger scale */
static gboolean
is_worth_it (const Fit *fit, const Fit *best)
{
	if (fit->is_numbered == best->is_numbered)
		return is_better (&fit->sheet, &best->sheet);
	return fit->sheet.width * fit->sheet.height < 0.99 * best->sheet.width * best->sheet.height;
}

/* Lines run straighter where nothing need be tight, and say all where they have the room: each step
 * is taken only where the one before leaves a sheet larger than A4 */
static gboolean
find_fit (FairleadChartPlan *plan, Fit *best, GCancellable *cancellable, GError **error)
{
	static const Fit steps[] = {
		{ .is_tight = FALSE, .is_numbered = FALSE },
		{ .is_tight = TRUE, .is_numbered = FALSE },
		{ .is_tight = TRUE, .is_numbered = TRUE },
	};

	for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
		Fit fit = steps[i];

		/* a knot takes seconds for each, and its words will not fit */
		if (i == 1 && best->sheet.width * best->sheet.height > LARGE)
			continue;
		apply (plan, &fit);
		if (!try_widths (plan, &fit.sheet, &fit.across, cancellable, error))
			return FALSE;
		if (i == 0 || is_worth_it (&fit, best))
			*best = fit;
		if (fairlead_chart_sheet_is_smallest (&best->sheet))
			return TRUE;
	}
	return TRUE;
}

static gboolean
fit (FairleadChartPlan *plan, GCancellable *cancellable, GError **error)
{
	Fit best = { 0 };

	if (!find_fit (plan, &best, cancellable, error))
		return FALSE;
	apply (plan, &best);
	fairlead_chart_choose_rows (plan, best.across);
	plan->row_gap =
		MIN (ROW_GAP + best.sheet.spare / (2.0 * MAX (plan->n_rows, 1u)), MOST_ROW_GAP);
	return try_width (plan, best.across, &best.sheet, error);
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
