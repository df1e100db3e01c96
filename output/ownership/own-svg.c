/* output/ownership/own-svg.c: SVG by hand: cards like those of the charts, lines, words */
#include "output/ownership/own-svg.h"

#include <math.h>
#include <string.h>

#include "graph/ownership/drawing.h"
#include "output/chart/icon.h"
#include "output/ownership/words.h"
#include "output/palette.h"
#include "output/write/measure.h"
#include "output/write/svg.h"
#include "output/write/text.h"

#define BOX_WIDTH 222.0
#define BOX_HEIGHT 66.0
#define STEP_X 256.0
#define STEP_Y 146.0
#define MARGIN 40.0
#define TOP 78.0
#define LINE_HEIGHT 17.0
#define TEXT_SIZE 12.0
#define SMALL_SIZE 11.0
#define TITLE_SIZE 16.0
#define ICON_LEFT 9.0
#define NAME_LEFT 36.0
#define NAME_LINES 3
#define NAME_STEP 14.0
#define ALONG 0.3 /* of a bent line stand its words, clear of what runs down the middle */
#define LEAST_WIDTH 760.0

typedef struct {
	const FairleadOwnView *view;
	const FairleadDrawing *drawing;
	FairleadSvg *svg;
	double left;
} Canvas;

#define LISTED FAIRLEAD_CSS (RED)
#define LISTED_GROUND FAIRLEAD_CSS (PALE_RED)
#define HOLDING FAIRLEAD_CSS (BLUE)
#define CIRCLE FAIRLEAD_CSS (VERMILION)

static const char style[] = FAIRLEAD_SVG_STYLE
	".box{fill:#fff;stroke:#666;stroke-width:1}"
	".listed{fill:" LISTED_GROUND ";stroke:" LISTED "}"
	".asked{stroke-width:2.6;stroke:#1a1a1a}.name{font-weight:bold}"
	".icon{stroke:#1a1a1a;stroke-width:.8;stroke-linejoin:round}"
	".badge{fill:" LISTED "}.badge-text{font-size:11px;fill:#fff}"
	".hold{fill:none;stroke:" HOLDING ";stroke-width:1.4;marker-end:url(#arrow)}"
	".back{fill:none;stroke:" CIRCLE ";stroke-width:1.6;marker-end:url(#back)}"
	".control{stroke-dasharray:5 4}.behind{fill:#fff}.share{font-size:11px}"
	".closing{font-weight:bold}";

/* ---- pieces ---- */

/* The middle of a box */
static FairleadLayerPoint
place_of (const Canvas *canvas, FairleadLayerPoint at)
{
	return (FairleadLayerPoint){ canvas->left + at.x * STEP_X + BOX_WIDTH / 2.0,
		                     TOP + at.y * STEP_Y + BOX_HEIGHT / 2.0 };
}

/* ---- parties ---- */

static gboolean
counts_as_listed (const Canvas *canvas, FairleadVertex vertex)
{
	for (guint i = 0; i < canvas->view->n_findings; i++)
		if (fairlead_judgement_get_verdict (canvas->view->findings[i].judgement, vertex)
		    == FAIRLEAD_VERDICT_LISTED)
			return TRUE;
	return FALSE;
}

/* `OFAC, EU`: the lists that a party stands on, those that have ended left out; `listed` where it
 * only counts as such */
static char *
dup_lists (const Canvas *canvas, FairleadVertex vertex)
{
	FairleadNetwork *network = canvas->view->holdings->network;
	FairleadRecords *records = fairlead_network_get_records (network);
	FairleadRows rows = fairlead_network_get_designations (network, vertex);
	guint n;
	const FairleadDesignationRow *all = fairlead_records_get_designations (records, &n);
	GString *lists = g_string_new (NULL);
	g_autoptr (GPtrArray) seen = g_ptr_array_new ();

	for (guint i = 0; i < rows.n; i++) {
		const FairleadDesignationRow *row = &all[rows.rows[i]];
		const char *list = fairlead_records_get_text (records, row->list);

		if (fairlead_period_is_over (fairlead_records_get_period (records, row->period))
		    || g_ptr_array_find_with_equal_func (seen, list, g_str_equal, NULL))
			continue;
		g_ptr_array_add (seen, (gpointer) list);
		g_string_append_printf (lists, "%s%s", lists->len > 0 ? ", " : "", list);
	}
	if (lists->len == 0 && counts_as_listed (canvas, vertex))
		g_string_append (lists, "listed");
	return g_string_free (lists, FALSE);
}

/* The first of the lines that @text makes in so much room, which ends with an ellipsis */
static char *
dup_fitted (const char *text, double width, double size)
{
	g_autoptr (GPtrArray) lines = fairlead_measure_dup_wrapped (text, width, size, FALSE, 1);

	return g_strdup (lines->len > 0 ? g_ptr_array_index (lines, 0) : "");
}

static void
put_badge (Canvas *canvas, FairleadLayerPoint corner, const char *lists)
{
	g_autofree char *shown = dup_fitted (lists, BOX_WIDTH - 28.0, SMALL_SIZE);
	double width = fairlead_measure_text (shown, SMALL_SIZE, FALSE) + 12.0;

	fairlead_svg_rounded_box (canvas->svg, corner.x + 8.0, corner.y - 10.0, width, 16.0, 3.0,
	                          "badge");
	fairlead_svg_text (canvas->svg, corner.x + 14.0, corner.y + 2.0, "badge-text", NULL, shown);
}

/* The name in one line or two, the kind below it, in the middle of the height */
static void
put_words (Canvas *canvas, FairleadVertex vertex, FairleadLayerPoint corner)
{
	FairleadNetwork *network = canvas->view->holdings->network;
	g_autoptr (GPtrArray) name = fairlead_measure_dup_wrapped (
		fairlead_network_get_name (network, vertex), BOX_WIDTH - NAME_LEFT - 6.0, TEXT_SIZE,
		TRUE, NAME_LINES);
	double y = corner.y + BOX_HEIGHT / 2.0 + 6.0 - NAME_STEP / 2.0 * name->len;

	for (guint i = 0; i < name->len; i++, y += NAME_STEP)
		fairlead_svg_text (canvas->svg, corner.x + NAME_LEFT, y, "name", NULL,
		                   g_ptr_array_index (name, i));
	fairlead_svg_text (canvas->svg, corner.x + NAME_LEFT, y, "small", NULL,
	                   fairlead_kind_name (fairlead_network_get_kind (network, vertex)));
}

static void
put_party (Canvas *canvas, const FairleadDrawnParty *party, gboolean is_asked)
{
	FairleadNetwork *network = canvas->view->holdings->network;
	FairleadLayerPoint middle = place_of (canvas, party->at);
	FairleadLayerPoint corner = { middle.x - BOX_WIDTH / 2.0, middle.y - BOX_HEIGHT / 2.0 };
	g_autofree char *lists = dup_lists (canvas, party->vertex);
	g_autofree char *css = g_strconcat ("box", *lists != '\0' ? " listed" : "",
	                                    is_asked ? " asked" : "", NULL);
	g_autofree char *hint =
		g_strconcat (fairlead_network_get_name (network, party->vertex), "\n",
	                     fairlead_network_get_id (network, party->vertex), NULL);

	fairlead_svg_begin_group (canvas->svg, "");
	fairlead_svg_hint (canvas->svg, hint);
	fairlead_svg_rounded_box (canvas->svg, corner.x, corner.y, BOX_WIDTH, BOX_HEIGHT, 5.0, css);
	fairlead_icon_draw (canvas->svg, fairlead_network_get_kind (network, party->vertex),
	                    corner.x + ICON_LEFT, middle.y - FAIRLEAD_ICON_SIZE / 2.0,
	                    FAIRLEAD_ICON_SIZE);
	put_words (canvas, party->vertex, corner);
	if (*lists != '\0')
		put_badge (canvas, corner, lists);
	fairlead_svg_end_group (canvas->svg);
}

/* ---- holdings ---- */

/* From the bottom of the holder to the top of what it holds, by the bends */
static FairleadLayerPoint
trace_down (const Canvas *canvas, const FairleadDrawnHolding *holding, FairleadLayerPoint from,
            FairleadLayerPoint to, GString *path)
{
	FairleadLayerPoint last = { from.x, from.y + BOX_HEIGHT / 2.0 };
	const FairleadLayerPoint end = { to.x, to.y - BOX_HEIGHT / 2.0 - 2.0 };

	fairlead_svg_append_point (path, "M", last.x, last.y);
	for (guint i = 0; i < holding->bends->len; i++) {
		last = place_of (canvas, g_array_index (holding->bends, FairleadLayerPoint, i));
		fairlead_svg_append_point (path, " L", last.x, last.y);
	}
	fairlead_svg_append_point (path, " L", end.x, end.y);
	return (FairleadLayerPoint){ (last.x + end.x) / 2.0, (last.y + end.y) / 2.0 };
}

/* A coordinate of a quadratic curve, where its words stand */
static double
on_curve (double from, double control, double to)
{
	return (1.0 - ALONG) * (1.0 - ALONG) * from + 2.0 * ALONG * (1.0 - ALONG) * control
	       + ALONG * ALONG * to;
}

/* Beside the boxes: a circle must be seen. Both ways of a pair bend to different sides; own shares
 * are a loop above the box. */
static FairleadLayerPoint
trace_back (FairleadLayerPoint from, FairleadLayerPoint to, GString *path)
{
	double side = from.x <= to.x ? -1.0 : 1.0;
	double lift = BOX_HEIGHT / 2.0 + 12.0 + 0.10 * fabs (to.x - from.x);
	FairleadLayerPoint control;

	if (from.x == to.x && from.y == to.y) {
		double top = from.y - BOX_HEIGHT / 2.0;

		fairlead_svg_append_point (path, "M", from.x + 42.0, top);
		fairlead_svg_append_point (path, " C", from.x + 42.0, top - 34.0);
		fairlead_svg_append_point (path, " ", from.x + 84.0, top - 34.0);
		fairlead_svg_append_point (path, " ", from.x + 84.0, top - 2.0);
		return (FairleadLayerPoint){ from.x + 63.0, top - 26.0 };
	}
	control.x = (from.x + to.x) / 2.0;
	control.y = (from.y + to.y) / 2.0 + side * (lift + 26.0);
	from = (FairleadLayerPoint){ from.x - side * 30.0, from.y + side * BOX_HEIGHT / 2.0 };
	to = (FairleadLayerPoint){ to.x + side * 30.0, to.y + side * (BOX_HEIGHT / 2.0 + 2.0) };
	fairlead_svg_append_point (path, "M", from.x, from.y);
	fairlead_svg_append_point (path, " Q", control.x, control.y);
	fairlead_svg_append_point (path, " ", to.x, to.y);
	return (FairleadLayerPoint){ on_curve (from.x, control.x, to.x),
		                     on_curve (from.y, control.y, to.y) };
}

/* On a ground of its own, so that the line does not strike it through */
static void
put_share (Canvas *canvas, double x, double y, const char *words)
{
	double width = fairlead_measure_text (words, SMALL_SIZE, FALSE) + 6.0;

	fairlead_svg_box (canvas->svg, x - width / 2.0, y - 11.0, width, 14.0, "behind");
	fairlead_svg_text (canvas->svg, x, y, "share", "middle", words);
}

static void
put_holding (Canvas *canvas, const FairleadDrawnHolding *drawn)
{
	const FairleadHolding *holding = &canvas->view->holdings->items[drawn->holding];
	FairleadLayerPoint from = place_of (
		canvas,
		g_array_index (canvas->drawing->parties, FairleadDrawnParty, drawn->holder).at);
	FairleadLayerPoint to = place_of (
		canvas,
		g_array_index (canvas->drawing->parties, FairleadDrawnParty, drawn->company).at);
	g_autoptr (GString) path = g_string_new (NULL);
	FairleadLayerPoint middle = drawn->is_back ? trace_back (from, to, path)
	                                           : trace_down (canvas, drawn, from, to, path);
	g_autofree char *share = holding->held == FAIRLEAD_HELD_CONTROL
	                                 ? g_strdup ("control")
	                                 : fairlead_share_dup_words (holding->low, holding->high);
	g_autofree char *words =
		g_strconcat (share, holding->held == FAIRLEAD_HELD_VOTES ? " of votes" : "", NULL);
	g_autofree char *css =
		g_strconcat (drawn->is_back ? "back" : "hold",
	                     holding->held == FAIRLEAD_HELD_CONTROL ? " control" : "", NULL);

	fairlead_svg_path (canvas->svg, path->str, css);
	/* where shares and control run side by side, the words must not stand on each other */
	put_share (canvas, middle.x, middle.y + 4.0 + 14.0 * holding->held, words);
}

/* ---- the whole ---- */

static void
put_marker (Canvas *canvas, const char *id, const char *colour)
{
	static const char *const attributes[][2] = {
		{ "viewBox", "0 0 10 10" },
		{ "refX", "9" },
		{ "refY", "5" },
		{ "markerWidth", "8" },
		{ "markerHeight", "8" },
		{ "orient", "auto-start-reverse" },
	};

	fairlead_xml_writer_begin (&canvas->svg->xml, "marker");
	fairlead_xml_writer_attribute (&canvas->svg->xml, "id", id);
	for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
		fairlead_xml_writer_attribute (&canvas->svg->xml, attributes[i][0],
		                               attributes[i][1]);
	fairlead_xml_writer_begin (&canvas->svg->xml, "path");
	fairlead_xml_writer_attribute (&canvas->svg->xml, "d", "M0 0 L10 5 L0 10 z");
	fairlead_xml_writer_attribute (&canvas->svg->xml, "fill", colour);
	fairlead_xml_writer_end (&canvas->svg->xml);
	fairlead_xml_writer_end (&canvas->svg->xml);
}

/* What lines and colours mean, of those that are there */
static char *
dup_key (const Canvas *canvas)
{
	GString *key = g_string_new ("An arrow leads from the holder to what it holds.");
	gboolean has_control = FALSE, has_circle = FALSE;

	for (guint i = 0; i < canvas->drawing->holdings->len; i++) {
		const FairleadDrawnHolding *drawn =
			&g_array_index (canvas->drawing->holdings, FairleadDrawnHolding, i);

		has_control |=
			canvas->view->holdings->items[drawn->holding].held == FAIRLEAD_HELD_CONTROL;
		has_circle |= drawn->is_back;
	}
	if (has_control)
		g_string_append (key, " Dashed: control without shares.");
	if (has_circle)
		g_string_append (key, " Bent, in orange: it closes a circle.");
	return g_string_free (key, FALSE);
}

static GPtrArray *
dup_legend (const Canvas *canvas)
{
	const FairleadOwnView *view = canvas->view;
	const FairleadDate day = { view->as_of, view->as_of };
	g_autofree char *as_of = view->as_of == FAIRLEAD_DAY_OPEN_FUTURE
	                                 ? g_strdup ("the last state that the records tell of")
	                                 : fairlead_date_dup_text (day);
	GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

	for (guint i = 0; i < view->n_findings; i++) {
		const FairleadFinding *finding =
			&g_array_index (view->findings[i].findings, FairleadFinding, 0);

		g_ptr_array_add (
			lines, fairlead_standing_dup_sentence (
				       &finding->standing,
				       fairlead_judgement_get_rule (view->findings[i].judgement)));
	}
	g_ptr_array_add (lines, g_strconcat ("as of: ", as_of, NULL));
	if (canvas->drawing->n_left_out > 0)
		g_ptr_array_add (lines, g_strdup_printf ("%u parties further away are left out",
		                                         canvas->drawing->n_left_out));
	g_ptr_array_add (lines, dup_key (canvas));
	return lines;
}

/* Each in as many as it needs */
static GPtrArray *
dup_wrapped (const GPtrArray *lines, double width)
{
	GPtrArray *wrapped = g_ptr_array_new_with_free_func (g_free);

	for (guint i = 0; i < lines->len; i++) {
		g_autoptr (GPtrArray) parts = fairlead_measure_dup_wrapped (
			g_ptr_array_index (lines, i), width, TEXT_SIZE, FALSE, 4);

		for (guint j = 0; j < parts->len; j++)
			g_ptr_array_add (wrapped, g_strdup (g_ptr_array_index (parts, j)));
	}
	return wrapped;
}

static void
put_legend (Canvas *canvas, const GPtrArray *lines, double y)
{
	for (guint i = 0; i < lines->len; i++)
		fairlead_svg_text (canvas->svg, MARGIN, y + LINE_HEIGHT * i, "", NULL,
		                   g_ptr_array_index (lines, i));
	fairlead_svg_text (canvas->svg, MARGIN, y + LINE_HEIGHT * lines->len, "closing", NULL,
	                   "A verdict says what the records add up to; whom a rule binds is a"
	                   " question of law.");
}

static void
put_title (Canvas *canvas, double width)
{
	const FairleadOwnView *view = canvas->view;
	const char *name = fairlead_network_get_name (view->holdings->network, view->vertex);
	g_autofree char *title = g_strconcat (
		view->question->is_down ? "What is held by " : "Who holds ", name, NULL);
	g_autofree char *shown = dup_fitted (title, (width - 2.0 * MARGIN) / 1.07, TITLE_SIZE);

	fairlead_svg_text (canvas->svg, MARGIN, 36.0, "title", NULL, shown);
}

static void
put_markers (Canvas *canvas)
{
	fairlead_xml_writer_begin (&canvas->svg->xml, "defs");
	put_marker (canvas, "arrow", HOLDING);
	put_marker (canvas, "back", CIRCLE);
	fairlead_xml_writer_end (&canvas->svg->xml);
}

static void
draw (Canvas *canvas, FairleadSink *sink)
{
	const FairleadDrawing *drawing = canvas->drawing;
	double across = drawing->width * STEP_X + BOX_WIDTH + 2.0 * MARGIN;
	double width = MAX (across, LEAST_WIDTH);
	double bottom = TOP + drawing->height * STEP_Y + BOX_HEIGHT + 2.0 * MARGIN;
	g_autoptr (GPtrArray) sentences = dup_legend (canvas);
	g_autoptr (GPtrArray) legend = dup_wrapped (sentences, width - 2.0 * MARGIN);

	canvas->left = MARGIN + (width - across) / 2.0;
	fairlead_svg_init (canvas->svg, sink, width,
	                   bottom + LINE_HEIGHT * (legend->len + 1) + MARGIN / 2.0, style);
	put_markers (canvas);
	put_title (canvas, width);
	for (guint i = 0; i < drawing->holdings->len; i++)
		put_holding (canvas, &g_array_index (drawing->holdings, FairleadDrawnHolding, i));
	for (guint i = 0; i < drawing->parties->len; i++)
		put_party (canvas, &g_array_index (drawing->parties, FairleadDrawnParty, i),
		           i == 0);
	put_legend (canvas, legend, bottom);
	fairlead_svg_finish (canvas->svg);
}

gboolean
fairlead_own_write_svg (const FairleadOwnView *view, GOutputStream *stream,
                        GCancellable *cancellable, GError **error)
{
	g_auto (FairleadDrawing) drawing = { 0 };
	g_autoptr (FairleadSink) sink = NULL;
	g_auto (FairleadSvg) svg = { 0 };
	Canvas canvas = { view, &drawing, &svg, MARGIN };

	if (!fairlead_drawing_init (&drawing, view->holdings, view->vertex, view->question->is_down,
	                            cancellable, error))
		return FALSE;
	sink = fairlead_sink_new (stream, cancellable);
	draw (&canvas, sink);
	return fairlead_sink_finish (sink, error);
}
