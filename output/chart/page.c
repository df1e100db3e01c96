/* output/chart/page.c: the sheet: title, chart, legend, numbered sources */
#include "output/chart/page-private.h"

#include <math.h>
#include <string.h>

#include "output/write/svg.h"
#include "output/write/text.h"

#define MARGIN 34.0
#define MANY_NOTES 40u /* from here on they are set smaller: 5.3 points */
#define LARGEST_SCALE 1.35
/* Of the writing on cards, 10 units: 3.9 points, and 4.7 for names */
#define SMALLEST_SCALE 0.52

static const FairleadChartSheet sheets[] = {
	{ 793.7, 1122.5, 0, 0 },  { 1122.5, 793.7, 0, 0 },  { 1122.5, 1587.4, 0, 0 },
	{ 1587.4, 1122.5, 0, 0 }, { 1587.4, 2245.0, 0, 0 }, { 2245.0, 1587.4, 0, 0 },
	{ 2245.0, 3178.6, 0, 0 }, { 3178.6, 2245.0, 0, 0 }, { 3178.6, 4494.0, 0, 0 },
	{ 4494.0, 3178.6, 0, 0 },
};

/* ---- what stands around the chart ---- */

static double
size_of_notes (const GPtrArray *notes)
{
	return notes->len < MANY_NOTES ? 8.5 : 7.0;
}

static double
height_of_note (const GPtrArray *notes)
{
	return size_of_notes (notes) + 2.0;
}

/* The folder that all sources are in, with its slash; empty where there is none */
static char *
dup_folder (const FairleadChartPlan *plan)
{
	FairleadRecords *records = fairlead_network_get_records (plan->chart->network);
	char *folder = NULL;
	gsize shared = 0;

	for (guint i = 0; i < plan->notes->len; i++) {
		g_autofree char *source = fairlead_records_dup_source_text (
			records, g_array_index (plan->notes, FairleadSource, i));
		gsize same = 0;

		if (folder == NULL) {
			folder = g_strdup (source);
			shared = strlen (folder);
		}
		while (same < shared && folder[same] == source[same])
			same++;
		shared = same;
	}
	while (shared > 0 && folder[shared - 1] != '/')
		shared--;
	if (folder == NULL)
		return g_strdup ("");
	folder[shared] = '\0';
	return folder;
}

/* (transfer full): of char: `[1] officers.csv:12`, below the folder of all */
static GPtrArray *
dup_notes (const FairleadChartPlan *plan)
{
	FairleadRecords *records = fairlead_network_get_records (plan->chart->network);
	GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);
	g_autofree char *folder = dup_folder (plan);
	gsize shared = strlen (folder);

	for (guint i = 0; i < plan->notes->len; i++) {
		g_autofree char *source = fairlead_records_dup_source_text (
			records, g_array_index (plan->notes, FairleadSource, i));
		g_autofree char *end = fairlead_text_dup_end (source + shared, 58, FALSE);
		g_autofree char *words = fairlead_chart_dup_note_words (
			plan, g_array_index (plan->notes, FairleadSource, i));
		g_autofree char *shown = fairlead_text_dup_shortened (words, 58, FALSE);

		g_ptr_array_add (notes, g_strdup_printf ("[%u] %s%s", i + 1, end, shown));
	}
	return notes;
}

static guint
count_columns (const GPtrArray *notes, double width)
{
	double widest = 60.0;

	for (guint i = 0; i < notes->len; i++)
		widest = MAX (widest, fairlead_measure_text (g_ptr_array_index (notes, i),
		                                             size_of_notes (notes), FALSE)
		                              + 14.0);
	return (guint) MAX (floor (width / widest), 1.0);
}

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
	return g_string_free (line, FALSE);
}

/* ---- how much room is left ---- */

typedef struct {
	double header;
	double legend;
	double notes;
} Heights;

static Heights
measure (const FairleadChartPlan *plan, double width, const GPtrArray *notes)
{
	g_autoptr (GPtrArray) title = fairlead_measure_dup_wrapped (
		plan->chart->title, width - 2.0 * MARGIN, 18.0, TRUE, 3);
	guint columns = count_columns (notes, width - 2.0 * MARGIN);
	guint rows = (notes->len + columns - 1) / columns;

	return (Heights){
		.header = title->len * 22.0 + 18.0 + (plan->chart->n_left_out > 0 ? 14.0 : 0.0),
		.legend =
			fairlead_chart_draw_legend (plan, NULL, MARGIN, 0.0, width - 2.0 * MARGIN),
		.notes = 22.0 + rows * height_of_note (notes) + 24.0,
	};
}

FairleadChartSheet
fairlead_chart_choose_sheet (const FairleadChartPlan *plan)
{
	g_autoptr (GPtrArray) notes = dup_notes (plan);
	FairleadChartSheet best = { 0 };

	for (guint i = 0; i < G_N_ELEMENTS (sheets); i++) {
		FairleadChartSheet sheet = sheets[i];
		Heights heights = measure (plan, sheet.width, notes);
		double room = sheet.height - 2.0 * MARGIN - heights.header - heights.legend
		              - heights.notes - 16.0;
		double across = sheet.width - 2.0 * MARGIN;
		double high = plan->height + 2.0 * FAIRLEAD_CHART_PAD;

		sheet.scale = MIN (
			across / (plan->width + FAIRLEAD_CHART_GUTTER + 2.0 * FAIRLEAD_CHART_PAD),
			MAX (room, 1.0) / high);
		sheet.scale = MIN (sheet.scale, LARGEST_SCALE);
		sheet.spare = MAX (room / sheet.scale - high, 0.0);
		if (best.width == 0.0 || sheet.scale > best.scale
		    || (sheet.scale >= best.scale && sheet.spare < best.spare))
			best = sheet;
		if (i % 2 == 1 && best.scale >= SMALLEST_SCALE)
			return best;
	}
	return best;
}

gboolean
fairlead_chart_sheet_is_smallest (const FairleadChartSheet *sheet)
{
	/* A3 upright is as wide as A4 across */
	return sheet->width * sheet->height <= sheets[0].width * sheets[0].height * 1.01;
}

/* ---- drawing ---- */

static double
draw_header (const FairleadChartPlan *plan, const FairleadChartSheet *sheet, FairleadSvg *svg)
{
	g_autoptr (GPtrArray) title = fairlead_measure_dup_wrapped (
		plan->chart->title, sheet->width - 2.0 * MARGIN, 18.0, TRUE, 3);
	g_autofree char *line = dup_data_line (plan);
	double y = MARGIN + 14.0;

	for (guint i = 0; i < title->len; i++, y += 22.0)
		fairlead_svg_text (svg, MARGIN, y, "title", NULL, g_ptr_array_index (title, i));
	fairlead_svg_text (svg, MARGIN, y - 2.0, "small", NULL, line);
	if (plan->chart->n_left_out > 0) {
		g_autofree char *left =
			g_strdup_printf ("%u more had no room and are left out: the last by %s.",
		                         plan->chart->n_left_out, plan->chart->left_out_by);

		y += 14.0;
		fairlead_svg_text (svg, MARGIN, y - 2.0, "small", NULL, left);
	}
	return y + 8.0;
}

static void
draw_notes (const FairleadChartPlan *plan, const FairleadChartSheet *sheet, const GPtrArray *notes,
            double y, FairleadSvg *svg)
{
	double width = sheet->width - 2.0 * MARGIN;
	guint columns = count_columns (notes, width);
	guint rows = MAX ((notes->len + columns - 1) / columns, 1u);
	guint used = MAX ((notes->len + rows - 1) / rows, 1u);
	g_autofree char *folder = dup_folder (plan);
	g_autofree char *head = g_strconcat ("Sources (file:line)",
	                                     *folder != '\0' ? ", below " : "", folder, NULL);

	fairlead_svg_text (svg, MARGIN, y + 10.0, "head", NULL, head);
	for (guint i = 0; i < notes->len; i++)
		fairlead_svg_text (svg, MARGIN + (i / rows) * (width / MAX (used, 2u)),
		                   y + 24.0 + (i % rows) * height_of_note (notes),
		                   notes->len < MANY_NOTES ? "note" : "note many", NULL,
		                   g_ptr_array_index (notes, i));
	fairlead_svg_text (svg, MARGIN, sheet->height - MARGIN + 6.0, "closing", NULL,
	                   plan->chart->closing);
}

static void
draw_plan (const FairleadChartPlan *plan, const FairleadChartSheet *sheet, double top,
           double bottom, FairleadSvg *svg)
{
	double scale = sheet->scale;
	double across = sheet->width - 2.0 * MARGIN;
	double wide = MAX (across / scale, plan->width);
	double spare = MAX ((bottom - top) - (plan->height + 2.0 * FAIRLEAD_CHART_PAD) * scale, 0);
	g_autoptr (GString) transform = g_string_new ("");
	char number[G_ASCII_DTOSTR_BUF_SIZE];

	fairlead_svg_append_point (transform, "translate(", MARGIN, top + MIN (spare / 3.0, 40.0));
	g_ascii_formatd (number, sizeof number, "%.4f", scale);
	g_string_append_printf (transform, ") scale(%s)", number);
	fairlead_xml_writer_begin (&svg->xml, "g");
	fairlead_xml_writer_attribute (&svg->xml, "transform", transform->str);
	fairlead_chart_draw_plan (plan, wide, svg);
	fairlead_xml_writer_end (&svg->xml);
}

gboolean
fairlead_chart_draw (const FairleadChartPlan *plan, const FairleadChartSheet *sheet,
                     GOutputStream *stream, GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadSink) sink = fairlead_sink_new (stream, cancellable);
	g_autoptr (GPtrArray) notes = dup_notes (plan);
	g_auto (FairleadSvg) svg = { 0 };
	Heights heights = measure (plan, sheet->width, notes);
	double bottom = sheet->height - MARGIN - heights.notes;
	double top;

	fairlead_svg_init (&svg, sink, sheet->width, sheet->height,
	                   fairlead_chart_style (plan->chart->is_dark));
	fairlead_svg_hint (&svg, plan->chart->title);
	top = draw_header (plan, sheet, &svg);
	draw_plan (plan, sheet, top, bottom - heights.legend, &svg);
	fairlead_chart_draw_legend (plan, &svg, MARGIN, bottom - heights.legend,
	                            sheet->width - 2.0 * MARGIN);
	draw_notes (plan, sheet, notes, bottom, &svg);
	fairlead_svg_finish (&svg);
	return fairlead_sink_finish (sink, error);
}
