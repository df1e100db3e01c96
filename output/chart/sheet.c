/* output/chart/sheet.c: how large a plan can be drawn on which sheet */
#include "output/chart/page-private.h"

#include <math.h>
#include <string.h>

#define MARGIN FAIRLEAD_CHART_MARGIN
#define NOTE_SIZE 8.5
#define LARGEST_SCALE 1.35

/* A4 and larger, upright: each is as high as the next is wide */
static const double lengths[FAIRLEAD_CHART_N_SIZES + 1] = { 793.7,  1122.5, 1587.4,
	                                                    2245.0, 3178.6, 4494.0 };

/* ---- what stands below ---- */

guint
fairlead_chart_count_columns (const FairleadChartPlan *plan, double width)
{
	double widest = 60.0;

	for (guint i = 0; i < plan->note_texts->len; i++)
		widest =
			MAX (widest, fairlead_measure_text (g_ptr_array_index (plan->note_texts, i),
		                                            NOTE_SIZE, FALSE)
		                             + 14.0);
	return (guint) MAX (floor ((width - 2.0 * MARGIN) / widest), 1.0);
}

double
fairlead_chart_measure_below (const FairleadChartPlan *plan, const FairleadChartSheet *sheet)
{
	guint columns, rows;

	if (sheet->is_parted)
		return 14.0;
	columns = fairlead_chart_count_columns (plan, sheet->width);
	rows = (plan->note_texts->len + columns - 1) / columns;
	return 46.0 + rows * FAIRLEAD_CHART_NOTE_HEIGHT;
}

/* ---- what stands above the chart ---- */

static char *
dup_data_line (const FairleadChartPlan *plan)
{
	FairleadNetwork *network = plan->chart->network;
	FairleadRecords *records = fairlead_network_get_records (network);
	const FairleadAsOf *as_of = fairlead_network_get_as_of (network);
	const char *latest = "";
	guint n;
	const FairleadFileRow *files = fairlead_records_get_files (records, &n);
	GString *line = g_string_new (NULL);

	for (guint i = 0; i < n; i++) {
		const char *issued = fairlead_records_get_text (records, files[i].issued);

		if (files[i].issued != 0 && strcmp (issued, latest) > 0)
			latest = issued;
	}
	if (as_of != NULL) {
		const FairleadDate day = { as_of->day, as_of->day };
		g_autofree char *text = fairlead_date_dup_text (day);

		g_string_append_printf (line, "As of %s. ", text);
	}
	if (*latest != '\0')
		g_string_append_printf (line, "Data of %s. ", latest);
	g_string_append_printf (line, "%u %s, %u %s", plan->cards->len,
	                        plan->cards->len == 1 ? "entity" : "entities", plan->lines->len,
	                        plan->lines->len == 1 ? "line" : "lines");
	if (plan->chart->parameters_hash != NULL)
		g_string_append_printf (line, "; parameters: %s", plan->chart->parameters_hash);
	g_string_append_c (line, '.');
	if (plan->chart->n_unlinked > 0)
		g_string_append_printf (line, " No chain of links leads from %u more.",
		                        plan->chart->n_unlinked);
	if (plan->chart->n_left_out > 0)
		g_string_append_printf (line,
		                        " %u more had no room and are left out: the last by %s.",
		                        plan->chart->n_left_out, plan->chart->left_out_by);
	return g_string_free (line, FALSE);
}

GPtrArray *
fairlead_chart_dup_facts (const FairleadChartPlan *plan, double width)
{
	g_autofree char *line = dup_data_line (plan);

	return fairlead_measure_dup_wrapped (line, width, FAIRLEAD_CHART_TEXT_SIZE, FALSE, 3);
}

static double
measure_header (const FairleadChartPlan *plan, double width)
{
	g_autoptr (GPtrArray) title = fairlead_measure_dup_wrapped (
		plan->chart->title, width - 2.0 * MARGIN, 18.0, TRUE, 3);
	g_autoptr (GPtrArray) facts = fairlead_chart_dup_facts (plan, width - 2.0 * MARGIN);

	return title->len * 22.0 + facts->len * 13.0 + 7.0;
}

/* ---- the scale ---- */

static void
fit (const FairleadChartPlan *plan, FairleadChartSheet *sheet)
{
	gboolean is_across = plan->arrangement.is_across;
	double across = sheet->width - 2.0 * MARGIN;
	double room =
		sheet->height - 2.0 * MARGIN - measure_header (plan, sheet->width)
		- fairlead_chart_draw_legend (plan, sheet->is_parted, NULL, MARGIN, 0.0, across)
		- fairlead_chart_measure_below (plan, sheet);
	double wide =
		plan->width + 2.0 * FAIRLEAD_CHART_PAD + (is_across ? 0.0 : FAIRLEAD_CHART_GUTTER);
	double high =
		plan->height + 2.0 * FAIRLEAD_CHART_PAD + (is_across ? FAIRLEAD_CHART_GUTTER : 0.0);

	sheet->scale = MIN (across / wide, MAX (room, 1.0) / high);
	sheet->scale = MIN (sheet->scale, LARGEST_SCALE);
	sheet->spare =
		MAX (is_across ? across / sheet->scale - wide : room / sheet->scale - high, 0.0);
}

/* Sources go to a sheet of their own only for the sake of writing that could not be read else */
FairleadChartSheet
fairlead_chart_choose_sheet (const FairleadChartPlan *plan, guint size)
{
	FairleadChartSheet best = { 0 };

	for (guint i = 0; i < 4; i++) {
		gboolean is_upright = i % 2 == 0;
		FairleadChartSheet sheet = {
			.width = lengths[is_upright ? size : size + 1],
			.height = lengths[is_upright ? size + 1 : size],
			.size = size,
			.is_parted = i >= 2,
		};

		if (sheet.is_parted && best.scale >= FAIRLEAD_CHART_READABLE)
			break;
		fit (plan, &sheet);
		if (i == 0 || sheet.scale > 1.02 * best.scale)
			best = sheet;
	}
	return best;
}
