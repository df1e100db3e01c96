/* output/chart/draw.c: lanes, lines and cards */
#include "output/chart/page-private.h"

#include <math.h>

#include "output/palette.h"
#include "output/write/svg.h"

#define ARROW_LENGTH 9.0
#define ARROW_WIDTH 3.6

/* ---- lanes ---- */

/* The top and the bottom of a lane's cards */
static gboolean
find_extent (const FairleadChartPlan *plan, guint lane, double *top, double *bottom)
{
	gboolean is_found = FALSE;

	*top = G_MAXDOUBLE;
	*bottom = 0.0;
	for (guint i = 0; i < plan->cards->len; i++) {
		const FairleadChartCard *card = g_ptr_array_index (plan->cards, i);

		if (card->lane != lane)
			continue;
		*top = MIN (*top, card->at.y - card->height / 2.0);
		*bottom = MAX (*bottom, card->at.y + card->height / 2.0);
		is_found = TRUE;
	}
	return is_found;
}

static void
draw_lane (const FairleadChartPlan *plan, guint lane, double top, double bottom, double width,
           FairleadSvg *svg)
{
	g_autoptr (GPtrArray) words = NULL;
	g_autoptr (GString) turn = g_string_new (NULL);

	fairlead_svg_rounded_box (svg, 0.0, top, width, bottom - top, 0.0,
	                          lane % 2 ? "lane1" : "lane0");
	if (lane > 0)
		fairlead_svg_rounded_box (svg, 0.0, top - 0.5, width, 1.0, 0.0, "rule-box");
	words = fairlead_measure_dup_wrapped (g_ptr_array_index (plan->lane_names, lane),
	                                      bottom - top - 8.0, 11.0, TRUE, 1);
	if (words->len == 0)
		return;
	fairlead_svg_append_point (turn, "translate(", 17.0, (top + bottom) / 2.0);
	g_string_append (turn, ") rotate(-90)");
	fairlead_xml_writer_begin (&svg->xml, "g");
	fairlead_xml_writer_attribute (&svg->xml, "transform", turn->str);
	fairlead_svg_text (svg, 0.0, 0.0, "lane-name", "middle", g_ptr_array_index (words, 0));
	fairlead_xml_writer_end (&svg->xml);
}

static void
draw_lanes (const FairleadChartPlan *plan, double width, FairleadSvg *svg)
{
	double start = 0.0;

	for (guint lane = 0; lane < plan->lane_names->len; lane++) {
		double top, bottom, next, end = plan->height + 2.0 * FAIRLEAD_CHART_PAD;
		double under = 0.0;

		if (g_ptr_array_index (plan->lane_names, lane) == NULL
		    || !find_extent (plan, lane, &top, &bottom))
			continue;
		if (lane + 1 < plan->lane_names->len && find_extent (plan, lane + 1, &next, &under))
			end = (bottom + next) / 2.0 + FAIRLEAD_CHART_PAD;
		draw_lane (plan, lane, start, end, width, svg);
		start = end;
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
draw_arrow (FairleadSpot before, FairleadSpot tip, const char *colour, FairleadSvg *svg)
{
	double dx = tip.x - before.x, dy = tip.y - before.y;
	double length = MAX (hypot (dx, dy), 0.01);
	double ux = dx / length, uy = dy / length;
	double bx = tip.x - ux * ARROW_LENGTH, by = tip.y - uy * ARROW_LENGTH;
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
		            g_array_index (last, FairleadSpot, last->len - 1), colour, svg);
	else
		draw_arrow (g_array_index (last, FairleadSpot, 1),
		            g_array_index (last, FairleadSpot, 0), colour, svg);
}

static void
draw_label (const FairleadChartLine *line, FairleadSvg *svg)
{
	fairlead_svg_rounded_box (svg, line->at.x - line->width / 2.0,
	                          line->at.y - line->height / 2.0, line->width, line->height, 4.0,
	                          "label");
	for (guint i = 0; i < line->words->len; i++) {
		const FairleadChartWords *words =
			&g_array_index (line->words, FairleadChartWords, i);

		fairlead_svg_text (svg, line->at.x,
		                   line->at.y - line->height / 2.0 + 11.0 + 11.5 * i,
		                   words->is_small ? "small" : "", "middle", words->text);
	}
}

/* ---- cards ---- */

static void
draw_badge (const FairleadChartCard *card, double left, double bottom, FairleadSvg *svg)
{
	double height = 12.0 * card->badge->len + 3.0;

	if (card->badge->len == 0)
		return;
	fairlead_svg_rounded_box (svg, left + 4.0, bottom - height - 4.0,
	                          FAIRLEAD_CHART_CARD_WIDTH - 8.0, height, 3.0, "badge");
	for (guint i = 0; i < card->badge->len; i++)
		fairlead_svg_text (svg, left + 9.0, bottom - height + 6.5 + 12.0 * i, "badge-text",
		                   NULL, g_ptr_array_index (card->badge, i));
}

static void
draw_card (const FairleadChartPlan *plan, const FairleadChartCard *card, FairleadSvg *svg)
{
	double left = card->at.x - FAIRLEAD_CHART_CARD_WIDTH / 2.0;
	double top = card->at.y - card->height / 2.0, y = top + 17.0;

	fairlead_xml_writer_begin (&svg->xml, "g");
	fairlead_svg_hint (svg, fairlead_network_get_id (plan->chart->network, card->vertex));
	fairlead_svg_rounded_box (svg, left, top, FAIRLEAD_CHART_CARD_WIDTH, card->height, 6.0,
	                          card->is_asked ? "card asked" : "card");
	fairlead_icon_draw (svg, card->kind, left + 9.0, top + 8.0);
	for (guint i = 0; i < card->name->len; i++, y += 14.0)
		fairlead_svg_text (svg, left + 36.0, y, "name", NULL,
		                   g_ptr_array_index (card->name, i));
	for (guint i = 0; i < card->about->len; i++, y += 12.0)
		fairlead_svg_text (svg, left + 36.0, y - 1.0, "small", NULL,
		                   g_ptr_array_index (card->about, i));
	if (card->rank != NULL)
		fairlead_svg_text (svg, left + 36.0, y - 0.5, "rank", NULL, card->rank);
	draw_badge (card, left, top + card->height, svg);
	fairlead_xml_writer_end (&svg->xml);
}

void
fairlead_chart_draw_plan (const FairleadChartPlan *plan, double width, FairleadSvg *svg)
{
	double gutter = FAIRLEAD_CHART_GUTTER;
	double spare = MAX (width - plan->width - gutter, 0.0);
	g_autoptr (GString) move = g_string_new (NULL);

	draw_lanes (plan, width, svg);
	fairlead_svg_append_point (move, "translate(", gutter + spare / 2.0, FAIRLEAD_CHART_PAD);
	g_string_append (move, ")");
	fairlead_xml_writer_begin (&svg->xml, "g");
	fairlead_xml_writer_attribute (&svg->xml, "transform", move->str);
	for (guint i = 0; i < plan->lines->len; i++)
		draw_line (plan, g_ptr_array_index (plan->lines, i), svg);
	for (guint i = 0; i < plan->lines->len; i++)
		draw_label (g_ptr_array_index (plan->lines, i), svg);
	for (guint i = 0; i < plan->cards->len; i++)
		draw_card (plan, g_ptr_array_index (plan->cards, i), svg);
	fairlead_xml_writer_end (&svg->xml);
}
