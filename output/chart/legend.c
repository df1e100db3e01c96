/* output/chart/legend.c: what the signs mean, of those that are used */
#include "output/chart/page-private.h"

#include "output/ranking/evidence.h"
#include "output/write/svg.h"

#define ROW 20.0
#define GAP 18.0

typedef struct {
	const FairleadChartPlan *plan;
	FairleadSvg *svg; /* NULL: measured only */
	double left;
	double right;
	double x;
	double y;
} Pen;

/* Room for a sign and its words; TRUE where they are to be drawn */
static gboolean
take_room (Pen *pen, double sign, const char *words, double *at)
{
	double width = sign + 6.0 + fairlead_measure_text (words, 10.0, FALSE);

	if (pen->x > pen->left && pen->x + width > pen->right) {
		pen->x = pen->left;
		pen->y += ROW;
	}
	*at = pen->x;
	pen->x += width + GAP;
	if (pen->svg == NULL)
		return FALSE;
	fairlead_svg_text (pen->svg, *at + sign + 6.0, pen->y + 14.0, "", NULL, words);
	return TRUE;
}

static void
put_swatch (Pen *pen, FairleadLinkClass link_class, double confidence, gboolean is_over,
            const char *words)
{
	g_autoptr (GString) path = g_string_new (NULL);
	double at;

	if (!take_room (pen, 30.0, words, &at))
		return;
	fairlead_svg_append_point (path, "M", at, pen->y + 10.5);
	fairlead_svg_append_point (path, " L", at + 30.0, pen->y + 10.5);
	fairlead_xml_writer_begin (&pen->svg->xml, "path");
	fairlead_xml_writer_attribute (&pen->svg->xml, "d", path->str);
	fairlead_chart_put_stroke (pen->svg, link_class, confidence, is_over,
	                           pen->plan->chart->is_dark);
	fairlead_xml_writer_end (&pen->svg->xml);
}

static void
put_kinds (Pen *pen)
{
	gboolean is_used[FAIRLEAD_N_KINDS] = { FALSE };
	double at;

	for (guint i = 0; i < pen->plan->cards->len; i++)
		is_used[((FairleadChartCard *) g_ptr_array_index (pen->plan->cards, i))->kind] =
			TRUE;
	for (guint kind = 0; kind < FAIRLEAD_N_KINDS; kind++) {
		g_autofree char *words = fairlead_kind_dup_words (kind);

		if (is_used[kind] && take_room (pen, 20.0, words, &at))
			fairlead_icon_draw (pen->svg, kind, at, pen->y + 0.5, FAIRLEAD_ICON_SIZE);
	}
}

static void
put_classes (Pen *pen)
{
	gboolean is_used[FAIRLEAD_N_CLASSES + 1] = { FALSE };
	gboolean has_over = FALSE;

	for (guint i = 0; i < pen->plan->lines->len; i++) {
		const FairleadChartLine *line = g_ptr_array_index (pen->plan->lines, i);

		is_used[line->link_class] = TRUE;
		has_over |= line->is_over;
	}
	for (guint i = 0; i < FAIRLEAD_N_CLASSES; i++)
		if (is_used[i])
			put_swatch (pen, i, 1.0, FALSE, fairlead_link_class_name (i));
	if (has_over)
		put_swatch (pen, FAIRLEAD_CLASS_IDENTITY, 1.0, TRUE, "thin: has ended");
}

static void
put_confidence (Pen *pen)
{
	static const struct {
		double confidence;
		const char *words;
	} styles[] = {
		{ 1.0, "confidence at least 0.9" },
		{ 0.7, "0.6 to 0.9" },
		{ 0.1, "below 0.6" },
	};

	for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
		put_swatch (pen, FAIRLEAD_CLASS_IDENTITY, styles[i].confidence, FALSE,
		            styles[i].words);
}

static void
put_badge (Pen *pen)
{
	gboolean is_used = FALSE;
	double at;

	for (guint i = 0; i < pen->plan->cards->len; i++)
		is_used |=
			((FairleadChartCard *) g_ptr_array_index (pen->plan->cards, i))->badge->len
			> 0;
	if (is_used && take_room (pen, 22.0, "listed, and since when", &at))
		fairlead_svg_rounded_box (pen->svg, at, pen->y + 4.0, 22.0, 13.0, 3.0, "badge");
}

double
fairlead_chart_draw_legend (const FairleadChartPlan *plan, gboolean is_parted, FairleadSvg *svg,
                            double x, double y, double width)
{
	static const char *const notes[2][2] = {
		{ "[1]: see the sources", "[1]: see the sources, on the next sheet" },
		{ "[1]: see the sources, which say more",
		  "[1]: see the sources on the next sheet, which say more" },
	};
	Pen pen = { plan, svg, x, x + width, x, y + 6.0 };
	double at;

	put_kinds (&pen);
	put_classes (&pen);
	put_confidence (&pen);
	put_badge (&pen);
	take_room (&pen, -6.0, "arrows: from who owns, controls, manages, serves or sells", &at);
	if (plan->style.is_compact)
		take_room (&pen, -6.0, "MH: a country's code (ISO 3166)", &at);
	if (plan->style.labels == FAIRLEAD_LABELS_SHORT)
		take_room (&pen, -6.0, "+1: one more statement, with the sources", &at);
	take_room (&pen, -6.0, notes[plan->style.labels != FAIRLEAD_LABELS_WHOLE][is_parted], &at);
	return pen.y - y + ROW + 6.0;
}
