/* output/chart/draw.c: lanes, lines and cards */
#include "output/chart/page-private.h"

#include <math.h>

#include "output/palette.h"
#include "output/write/svg.h"

#define ARROW_LENGTH 9.0
#define COMPACT_ARROW_LENGTH 6.5
#define ARROW_WIDTH 3.6

/* ---- lanes ---- */

/* The start and the end of a lane's cards, from top to bottom or from left to right */
static gboolean
find_extent (const FairleadChartPlan *plan, guint lane, double *start, double *end)
{
	gboolean is_across = plan->arrangement.is_across, is_found = FALSE;

	*start = G_MAXDOUBLE;
	*end = 0.0;
	for (guint i = 0; i < plan->cards->len; i++) {
		const FairleadChartCard *card = g_ptr_array_index (plan->cards, i);
		double half = (is_across ? fairlead_chart_card_width (plan) : card->height) / 2.0;
		double at = is_across ? card->at.x : card->at.y;

		if (card->lane != lane)
			continue;
		*start = MIN (*start, at - half);
		*end = MAX (*end, at + half);
		is_found = TRUE;
	}
	return is_found;
}

static void
draw_lane_name (const char *name, double x, double y, double room, gboolean is_across,
                FairleadSvg *svg)
{
	g_autoptr (GPtrArray) words =
		fairlead_measure_dup_wrapped (name, room - 6.0, 11.0, TRUE, is_across ? 1 : 2);
	g_autoptr (GString) turn = g_string_new (NULL);

	if (words->len == 0)
		return;
	fairlead_svg_append_point (turn, "translate(", x, y);
	g_string_append (turn, is_across ? ")" : ") rotate(-90)");
	fairlead_xml_writer_begin (&svg->xml, "g");
	fairlead_xml_writer_attribute (&svg->xml, "transform", turn->str);
	for (guint i = 0; i < words->len; i++)
		fairlead_svg_text (svg, 0.0, words->len == 1 ? 0.0 : 11.0 * i - 6.0, "lane-name",
		                   "middle", g_ptr_array_index (words, i));
	fairlead_xml_writer_end (&svg->xml);
}

static void
draw_lane (const FairleadChartPlan *plan, guint lane, double start, double end, double breadth,
           FairleadSvg *svg)
{
	gboolean is_across = plan->arrangement.is_across;
	const char *css = lane % 2 ? "lane1" : "lane0";
	const char *name = g_ptr_array_index (plan->lane_names, lane);
	double middle = (start + end) / 2.0;

	if (is_across) {
		fairlead_svg_box (svg, start, 0.0, end - start, breadth, css);
		if (lane > 0)
			fairlead_svg_box (svg, start - 0.5, 0.0, 1.0, breadth, "rule-box");
		draw_lane_name (name, middle, 17.0, end - start, TRUE, svg);
		return;
	}
	fairlead_svg_box (svg, 0.0, start, breadth, end - start, css);
	if (lane > 0)
		fairlead_svg_box (svg, 0.0, start - 0.5, breadth, 1.0, "rule-box");
	draw_lane_name (name, 17.0, middle, end - start, FALSE, svg);
}

/* @before: from the start of the first lane to the plan; @length: of all lanes */
static void
draw_lanes (const FairleadChartPlan *plan, double before, double length, double breadth,
            FairleadSvg *svg)
{
	double from = 0.0;

	for (guint lane = 0; lane < plan->lane_names->len; lane++) {
		double start, end, next, to = length, under = 0.0;

		if (g_ptr_array_index (plan->lane_names, lane) == NULL
		    || !find_extent (plan, lane, &start, &end))
			continue;
		if (lane + 1 < plan->lane_names->len && find_extent (plan, lane + 1, &next, &under))
			to = (end + next) / 2.0 + before;
		draw_lane (plan, lane, from, to, breadth, svg);
		from = to;
	}
}

/* ---- lines ---- */

void
fairlead_chart_put_stroke (FairleadSvg *svg, FairleadLinkClass link_class, double confidence,
                           gboolean is_over, gboolean is_dark)
{
	g_autofree char *colour = fairlead_chart_dup_class_colour (link_class, is_dark);

	fairlead_xml_writer_attribute (&svg->xml, "class", "line");
	fairlead_xml_writer_attribute (&svg->xml, "stroke", colour);
	fairlead_svg_number (svg, "stroke-width", is_over ? 1.0 : 2.0);
	if (confidence < FAIRLEAD_CHART_SURE)
		fairlead_xml_writer_attribute (&svg->xml, "stroke-dasharray",
		                               confidence < FAIRLEAD_CHART_LIKELY ? "1.5 3"
		                                                                  : "7 4");
}

static void
append_curve (GString *path, const GArray *points)
{
	for (guint i = 0; i < points->len; i++) {
		FairleadSpot spot = g_array_index (points, FairleadSpot, i);

		fairlead_svg_append_point (path,
		                           i == 0       ? "M"
		                           : i % 3 == 1 ? " C"
		                                        : " ",
		                           spot.x, spot.y);
	}
}

/* The tip is at @tip, coming from @before */
static void
draw_arrow (FairleadSpot before, FairleadSpot tip, double size, const char *colour,
            FairleadSvg *svg)
{
	double dx = tip.x - before.x, dy = tip.y - before.y;
	double length = MAX (hypot (dx, dy), 0.01);
	double ux = dx / length, uy = dy / length;
	double bx = tip.x - ux * size, by = tip.y - uy * size;
	g_autoptr (GString) path = g_string_new (NULL);

	fairlead_svg_append_point (path, "M", tip.x, tip.y);
	fairlead_svg_append_point (path, " L", bx - uy * ARROW_WIDTH, by + ux * ARROW_WIDTH);
	fairlead_svg_append_point (path, " L", bx + uy * ARROW_WIDTH, by - ux * ARROW_WIDTH);
	g_string_append (path, "Z");
	fairlead_xml_writer_begin (&svg->xml, "path");
	fairlead_xml_writer_attribute (&svg->xml, "d", path->str);
	fairlead_xml_writer_attribute (&svg->xml, "fill", colour);
	fairlead_xml_writer_end (&svg->xml);
}

static void
draw_line (const FairleadChartPlan *plan, const FairleadChartLine *line, FairleadSvg *svg)
{
	const FairleadChartCard *from = g_ptr_array_index (plan->cards, line->from);
	const FairleadChartCard *to = g_ptr_array_index (plan->cards, line->to);
	gboolean is_down = from->row < to->row;
	double size = plan->style.is_compact ? COMPACT_ARROW_LENGTH : ARROW_LENGTH;
	const GArray *last = is_down ? line->second : line->first;
	g_autoptr (GString) path = g_string_new (NULL);
	g_autofree char *colour =
		fairlead_chart_dup_class_colour (line->link_class, plan->chart->is_dark);

	append_curve (path, line->first);
	append_curve (path, line->second);
	fairlead_xml_writer_begin (&svg->xml, "path");
	fairlead_xml_writer_attribute (&svg->xml, "d", path->str);
	fairlead_chart_put_stroke (svg, line->link_class, line->confidence, line->is_over,
	                           plan->chart->is_dark);
	fairlead_xml_writer_end (&svg->xml);
	if (!line->has_arrow || last->len < 4)
		return;
	if (is_down)
		draw_arrow (g_array_index (last, FairleadSpot, last->len - 2),
		            g_array_index (last, FairleadSpot, last->len - 1), size, colour, svg);
	else
		draw_arrow (g_array_index (last, FairleadSpot, 1),
		            g_array_index (last, FairleadSpot, 0), size, colour, svg);
}

static void
draw_label (const FairleadChartPlan *plan, const FairleadChartLine *line, FairleadSvg *svg)
{
	double first = plan->style.is_compact ? 10.0 : 11.0;

	fairlead_svg_rounded_box (svg, line->at.x - line->width / 2.0,
	                          line->at.y - line->height / 2.0, line->width, line->height, 4.0,
	                          "label");
	for (guint i = 0; i < line->words->len; i++) {
		const FairleadChartWords *words =
			&g_array_index (line->words, FairleadChartWords, i);

		fairlead_svg_text (svg, line->at.x,
		                   line->at.y - line->height / 2.0 + first + 11.5 * i,
		                   words->is_small ? "small" : "", "middle", words->text);
	}
}

/* ---- cards ---- */

static void
draw_lines_of_text (FairleadSvg *svg, const GPtrArray *lines, double x, double y, double step,
                    const char *css)
{
	for (guint i = 0; i < lines->len; i++)
		fairlead_svg_text (svg, x, y + step * i, css, NULL, g_ptr_array_index (lines, i));
}

static void
draw_badge (const FairleadChartCard *card, double left, double width, double bottom,
            FairleadSvg *svg)
{
	double height = 12.0 * card->badge->len + 3.0;

	if (card->badge->len == 0)
		return;
	fairlead_svg_rounded_box (svg, left + 4.0, bottom - height - 4.0, width - 8.0, height, 3.0,
	                          "badge");
	draw_lines_of_text (svg, card->badge, left + 9.0, bottom - height + 6.5, 12.0,
	                    "badge-text");
}

static void
draw_whole (const FairleadChartCard *card, double left, double top, double width, FairleadSvg *svg)
{
	double x = left + 36.0, y = top + 17.0;

	fairlead_icon_draw (svg, card->kind, left + 9.0, top + 8.0, FAIRLEAD_ICON_SIZE);
	draw_lines_of_text (svg, card->name, x, y, 14.0, "name");
	y += 14.0 * card->name->len;
	draw_lines_of_text (svg, card->about, x, y - 1.0, 12.0, "small");
	y += 12.0 * card->about->len;
	if (card->rank != NULL)
		fairlead_svg_text (svg, x, y - 0.5, "rank", NULL, card->rank);
	draw_badge (card, left, width, top + card->height, svg);
}

static void
draw_compact (const FairleadChartCard *card, double left, double top, double width,
              FairleadSvg *svg)
{
	double x = left + 20.0, y = top + 13.0, bottom = top + card->height;
	double badge = width - 8.0;

	fairlead_icon_draw (svg, card->kind, left + 4.0, top + 4.0, 12.0);
	draw_lines_of_text (svg, card->name, x, y, 11.5, "name of-compact");
	if (!card->is_inline)
		draw_lines_of_text (svg, card->about, x, y + 11.5 * card->name->len, 12.0, "small");
	else if (card->about->len > 0)
		fairlead_svg_text (svg, left + width - 5.0, y + 11.5 * (card->name->len - 1),
		                   "small", "end", g_ptr_array_index (card->about, 0));
	if (card->badge->len == 0)
		return;
	if (card->is_beside)
		badge = fairlead_measure_text (g_ptr_array_index (card->badge, 0),
		                               FAIRLEAD_CHART_TEXT_SIZE, FALSE)
		        + 8.0;
	fairlead_svg_rounded_box (svg, left + width - badge - 3.0,
	                          bottom - 12.0 * card->badge->len - 3.0, badge,
	                          12.0 * card->badge->len, 3.0, "badge");
	draw_lines_of_text (svg, card->badge, left + width - badge + 1.0,
	                    bottom - 12.0 * card->badge->len + 6.5, 12.0, "badge-text");
}

static void
draw_card (const FairleadChartPlan *plan, const FairleadChartCard *card, FairleadSvg *svg)
{
	double width = fairlead_chart_card_width (plan);
	double left = card->at.x - width / 2.0, top = card->at.y - card->height / 2.0;
	gboolean is_compact = plan->style.is_compact;

	fairlead_xml_writer_begin (&svg->xml, "g");
	fairlead_svg_hint (svg, fairlead_network_get_id (plan->chart->network, card->vertex));
	fairlead_svg_rounded_box (svg, left, top, width, card->height, is_compact ? 4.0 : 6.0,
	                          card->is_asked ? "card asked" : "card");
	if (is_compact)
		draw_compact (card, left, top, width, svg);
	else
		draw_whole (card, left, top, width, svg);
	fairlead_xml_writer_end (&svg->xml);
}

void
fairlead_chart_draw_plan (const FairleadChartPlan *plan, double width, double height,
                          FairleadSvg *svg)
{
	gboolean is_across = plan->arrangement.is_across;
	double pad = FAIRLEAD_CHART_PAD, gutter = FAIRLEAD_CHART_GUTTER;
	double beside = MAX (width - plan->width - (is_across ? 0.0 : gutter), 0.0) / 2.0;
	double above = is_across ? MAX (height - plan->height - gutter, 0.0) / 2.0 : pad;
	g_autoptr (GString) move = g_string_new (NULL);

	if (is_across)
		draw_lanes (plan, beside, width, height, svg);
	else
		draw_lanes (plan, pad, plan->height + 2.0 * pad, width, svg);
	fairlead_svg_append_point (move, "translate(", beside + (is_across ? 0.0 : gutter),
	                           above + (is_across ? gutter : 0.0));
	g_string_append (move, ")");
	fairlead_xml_writer_begin (&svg->xml, "g");
	fairlead_xml_writer_attribute (&svg->xml, "transform", move->str);
	for (guint i = 0; i < plan->lines->len; i++)
		draw_line (plan, g_ptr_array_index (plan->lines, i), svg);
	for (guint i = 0; i < plan->lines->len; i++)
		draw_label (plan, g_ptr_array_index (plan->lines, i), svg);
	for (guint i = 0; i < plan->cards->len; i++)
		draw_card (plan, g_ptr_array_index (plan->cards, i), svg);
	fairlead_xml_writer_end (&svg->xml);
}
