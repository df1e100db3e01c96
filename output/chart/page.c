/* output/chart/page.c: the sheet: title, chart, legend, numbered sources, here or on the next */
#include "output/chart/page-private.h"

#include <math.h>

#include "output/write/picture.h"
#include "output/write/svg.h"
#include "output/write/text.h"

#define MARGIN FAIRLEAD_CHART_MARGIN

/* ---- the head ---- */

static double
draw_header (const FairleadChartPlan *plan, const FairleadChartSheet *sheet, FairleadSvg *svg)
{
	g_autoptr (GPtrArray) title = fairlead_measure_dup_wrapped (
		plan->chart->title, sheet->width - 2.0 * MARGIN, 18.0, TRUE, 3);
	g_autoptr (GPtrArray) facts = fairlead_chart_dup_facts (plan, sheet->width - 2.0 * MARGIN);
	double y = MARGIN + 12.0;

	for (guint i = 0; i < title->len; i++, y += 22.0)
		fairlead_svg_text (svg, MARGIN, y, "title", NULL, g_ptr_array_index (title, i));
	for (guint i = 0; i < facts->len; i++, y += 13.0)
		fairlead_svg_text (svg, MARGIN, y - 2.0, "small", NULL,
		                   g_ptr_array_index (facts, i));
	return y - 5.0;
}

/* ---- the sources ---- */

/* How many columns and rows hold notes, and of them the first and the last */
typedef struct {
	guint columns;
	guint rows;
	guint from;
	guint to;
} Block;

static void
draw_block (const FairleadChartPlan *plan, const Block *block, double width, double y,
            FairleadSvg *svg)
{
	for (guint i = block->from; i < block->to; i++) {
		guint at = i - block->from;

		fairlead_svg_text (svg, MARGIN + (at / block->rows) * (width / block->columns),
		                   y + (at % block->rows) * FAIRLEAD_CHART_NOTE_HEIGHT, "note",
		                   NULL, g_ptr_array_index (plan->note_texts, i));
	}
}

static void
draw_notes_head (const FairleadChartPlan *plan, double y, const char *more, FairleadSvg *svg)
{
	g_autofree char *folder = fairlead_chart_dup_folder (plan);
	g_autofree char *head = g_strconcat ("Sources (file:line)",
	                                     *folder != '\0' ? ", below " : "", folder, more, NULL);

	fairlead_svg_text (svg, MARGIN, y, "head", NULL, head);
}

static void
draw_notes (const FairleadChartPlan *plan, const FairleadChartSheet *sheet, double y,
            FairleadSvg *svg)
{
	guint n = plan->note_texts->len;
	double width = sheet->width - 2.0 * MARGIN;
	guint columns = fairlead_chart_count_columns (plan, sheet->width);
	guint rows = MAX ((n + columns - 1) / columns, 1u);
	guint used = MAX ((n + rows - 1) / rows, 1u);
	const Block block = { MAX (used, 2u), rows, 0, n };

	draw_notes_head (plan, y + 10.0, "", svg);
	draw_block (plan, &block, width, y + 24.0, svg);
}

/* Sheets for the sources alone */
static guint
count_note_sheets (const FairleadChartPlan *plan, const FairleadChartSheet *sheet, guint *rows)
{
	guint columns = fairlead_chart_count_columns (plan, sheet->width);
	guint most = (guint) MAX (
		floor ((sheet->height - 2.0 * MARGIN - 40.0) / FAIRLEAD_CHART_NOTE_HEIGHT), 1.0);

	*rows = MIN (most, MAX ((plan->note_texts->len + columns - 1) / columns, 1u));
	return sheet->is_parted ? (plan->note_texts->len + columns * *rows - 1) / (columns * *rows)
	                        : 0;
}

static void
draw_note_sheet (const FairleadChartPlan *plan, const FairleadChartSheet *sheet, guint number,
                 guint n_sheets, FairleadSvg *svg)
{
	guint rows, columns = fairlead_chart_count_columns (plan, sheet->width), from;
	g_autofree char *more = NULL;
	g_autofree char *title = fairlead_text_dup_shortened (plan->chart->title, 100, FALSE);

	count_note_sheets (plan, sheet, &rows);
	from = number * columns * rows;
	more = n_sheets == 1 ? g_strdup ("") : g_strdup_printf (", %u of %u", number + 1, n_sheets);
	fairlead_svg_text (svg, MARGIN, MARGIN + 8.0, "small", NULL, title);
	draw_notes_head (plan, MARGIN + 26.0, more, svg);
	draw_block (
		plan,
		&(Block){ columns, rows, from, MIN (from + columns * rows, plan->note_texts->len) },
		sheet->width - 2.0 * MARGIN, MARGIN + 42.0, svg);
}

/* ---- the whole ---- */

static void
draw_plan (const FairleadChartPlan *plan, const FairleadChartSheet *sheet, double top,
           double bottom, FairleadSvg *svg)
{
	double scale = sheet->scale;
	double wide = (sheet->width - 2.0 * MARGIN) / scale, high = (bottom - top) / scale;
	double own = plan->height + 2.0 * FAIRLEAD_CHART_PAD;
	double spare = plan->arrangement.is_across ? 0.0 : MAX (high - own, 0.0) * scale;
	g_autoptr (GString) transform = g_string_new ("");
	char number[G_ASCII_DTOSTR_BUF_SIZE];

	fairlead_svg_append_point (transform, "translate(", MARGIN, top + MIN (spare / 3.0, 40.0));
	g_ascii_formatd (number, sizeof number, "%.4f", scale);
	g_string_append_printf (transform, ") scale(%s)", number);
	fairlead_xml_writer_begin (&svg->xml, "g");
	fairlead_xml_writer_attribute (&svg->xml, "transform", transform->str);
	fairlead_chart_draw_plan (plan, wide, high, svg);
	fairlead_xml_writer_end (&svg->xml);
}

static void
draw_first (const FairleadChartPlan *plan, const FairleadChartSheet *sheet, FairleadSvg *svg)
{
	double below = fairlead_chart_measure_below (plan, sheet);
	double legend = fairlead_chart_draw_legend (plan, sheet->is_parted, NULL, MARGIN, 0.0,
	                                            sheet->width - 2.0 * MARGIN);
	double bottom = sheet->height - MARGIN - below;
	double top = draw_header (plan, sheet, svg);

	draw_plan (plan, sheet, top, bottom - legend, svg);
	fairlead_chart_draw_legend (plan, sheet->is_parted, svg, MARGIN, bottom - legend,
	                            sheet->width - 2.0 * MARGIN);
	if (!sheet->is_parted)
		draw_notes (plan, sheet, bottom, svg);
	fairlead_svg_text (svg, MARGIN, sheet->height - MARGIN + 6.0, "closing", NULL,
	                   plan->chart->closing);
}

static void
begin_sheet (const FairleadChartSheet *sheet, guint number, FairleadSvg *svg)
{
	g_autofree char *name = g_strdup_printf (FAIRLEAD_PICTURE_PAGE "%u", number + 1);
	g_autoptr (GString) move = g_string_new (NULL);

	fairlead_svg_append_point (move, "translate(", 0.0, number * sheet->height);
	g_string_append (move, ")");
	fairlead_svg_begin_group (svg, "");
	fairlead_xml_writer_attribute (&svg->xml, "id", name);
	fairlead_xml_writer_attribute (&svg->xml, "transform", move->str);
	fairlead_svg_box (svg, 0.0, 0.0, sheet->width, sheet->height, "ground");
}

gboolean
fairlead_chart_draw (const FairleadChartPlan *plan, const FairleadChartSheet *sheet,
                     GOutputStream *stream, GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadSink) sink = fairlead_sink_new (stream, cancellable);
	g_auto (FairleadSvg) svg = { 0 };
	guint rows, n_more = count_note_sheets (plan, sheet, &rows);

	fairlead_svg_init (&svg, sink, sheet->width, sheet->height * (1 + n_more),
	                   fairlead_chart_style (plan->chart->is_dark));
	fairlead_svg_hint (&svg, plan->chart->title);
	for (guint i = 0; i <= n_more; i++) {
		if (n_more > 0)
			begin_sheet (sheet, i, &svg);
		if (i == 0)
			draw_first (plan, sheet, &svg);
		else
			draw_note_sheet (plan, sheet, i - 1, n_more, &svg);
		if (n_more > 0)
			fairlead_svg_end_group (&svg);
	}
	fairlead_svg_finish (&svg);
	return fairlead_sink_finish (sink, error);
}
