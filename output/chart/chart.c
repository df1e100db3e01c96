/* output/chart/chart.c: the steps of a chart */
#include "output/chart/chart-private.h"

#include "output/write/glyphs.h"

FairleadChartPlan *
fairlead_chart_plan_new (const FairleadChart *chart)
{
	FairleadChartPlan *self = g_new0 (FairleadChartPlan, 1);

	self->chart = chart;
	self->cards = g_ptr_array_new ();
	self->lines = g_ptr_array_new ();
	self->notes = g_array_new (FALSE, FALSE, sizeof (FairleadSource));
	self->note_texts = g_ptr_array_new_with_free_func (g_free);
	self->lane_names = g_ptr_array_new ();
	fairlead_chart_add_cards (self);
	fairlead_chart_add_lines (self);
	fairlead_chart_number_notes (self);
	fairlead_chart_choose_lanes (self);
	return self;
}

void
fairlead_chart_plan_free (FairleadChartPlan *self)
{
	g_ptr_array_unref (self->cards);
	g_ptr_array_unref (self->lines);
	g_array_unref (self->notes);
	g_ptr_array_unref (self->note_texts);
	g_ptr_array_unref (self->lane_names);
	g_free (self);
}

static gboolean
draw (gconstpointer what, GOutputStream *stream, GCancellable *cancellable, GError **error)
{
	const FairleadChart *chart = what;
	g_autoptr (FairleadChartPlan) plan = fairlead_chart_plan_new (chart);
	FairleadChartSheet sheet;

	if (!fairlead_chart_find_fit (plan, &sheet, cancellable, error))
		return FALSE;
	return fairlead_chart_draw (plan, &sheet, stream, cancellable, error);
}

gboolean
fairlead_chart_write (const FairleadChart *chart, FairleadPicture picture, GOutputStream *stream,
                      GCancellable *cancellable, GError **error)
{
	return fairlead_picture_write (picture, draw, chart, stream, cancellable, error);
}

char *
fairlead_chart_dup_missing_glyphs (const FairleadChart *chart)
{
	g_autoptr (GString) names = g_string_new (chart->title);

	for (guint i = 0; i < chart->part->vertices->len; i++)
		g_string_append (names,
		                 fairlead_network_get_name (
					 chart->network,
					 g_array_index (chart->part->vertices, FairleadVertex, i)));
	return fairlead_glyphs_dup_missing (names->str);
}
