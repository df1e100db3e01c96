/* output/vessel/vessel-svg.c: a ship's life as a chart: lanes of bars over years
 *
 * Each bar has a row of its own, its words above it, so that no two can stand on each other. A bar
 * is dark where it surely holds, pale where only a year or month is told, and fades where an end is
 * not known. What is disputed has a black edge. */
#include <math.h>

#include "output/palette.h"
#include "output/vessel/vessel-page.h"
#include "output/write/svg.h"
#include "output/write/text.h"

#define WIDTH 1180.0
#define LEFT 170.0 /* of the chart; lane titles stand before it */
#define RIGHT 1150.0
#define TOP 92.0
#define ROW 31.0
#define BAR 11.0
#define FADE 46.0 /* how long an open end fades */
#define LANE_GAP 9.0
#define LINE 16.0
#define POINT 9.0 /* the least width of what lasted a day */
#define MOST_EVENTS 40
#define DAYS_PER_YEAR 365.25

typedef struct {
	const FairleadVesselPage *page;
	FairleadSvg *svg;
	gint32 first;
	gint32 last;
	double y;
} Chart;

#define HELD FAIRLEAD_CSS (BLUE)
#define LISTED FAIRLEAD_CSS (RED)
#define EVENT FAIRLEAD_CSS (ORANGE)
#define DISPUTED FAIRLEAD_CSS (BLACK)
#define WARNING FAIRLEAD_CSS (VERMILION_INK)

static const char style[] = FAIRLEAD_SVG_STYLE
	".lane{font-weight:bold;fill:#444}"
	".sure{fill:" HELD "}"
	".pale{fill:" HELD ";fill-opacity:0.35}.open{fill-opacity:0.12}"
	".left{fill:url(#held-left)}.right{fill:url(#held-right)}"
	".unknown{fill:none;stroke:" HELD ";stroke-dasharray:5 4}"
	".listed .left{fill:url(#listed-left)}.listed .right{fill:url(#listed-right)}"
	".event .left{fill:url(#event-left)}.event .right{fill:url(#event-right)}"
	".listed .sure{fill:" LISTED "}.listed .pale{fill:" LISTED "}"
	".listed .unknown{stroke:" LISTED "}"
	".event .sure{fill:" EVENT "}.event .pale{fill:" EVENT "}"
	".event .unknown{stroke:" EVENT "}"
	".disputed{fill:none;stroke:" DISPUTED ";stroke-width:2}"
	".warning{fill:" WARNING "}";

/* ---- pieces ---- */

static void
put_box (Chart *self, double from, double to, double y, const char *css)
{
	if (to > from)
		fairlead_svg_box (self->svg, from, y, to - from, BAR, css);
}

static double
place_of (const Chart *self, double day)
{
	double part = (day - self->first) / ((double) self->last - self->first);

	return LEFT + CLAMP (part, 0.0, 1.0) * (RIGHT - LEFT);
}

/* ---- the span of years ---- */

static void
widen (Chart *self, gint32 day)
{
	if (day == FAIRLEAD_DAY_OPEN_PAST || day == FAIRLEAD_DAY_OPEN_FUTURE)
		return;
	self->first = MIN (self->first, day);
	self->last = MAX (self->last, day);
}

/* Whole years around all that is dated; with nothing dated, one year that no axis marks */
static gboolean
find_years (Chart *self)
{
	const GPtrArray *bars = self->page->bars;
	gint first = 0, last = 0, month, day;

	self->first = G_MAXINT32;
	self->last = G_MININT32;
	for (guint i = 0; i < bars->len; i++) {
		const FairleadPeriod *period =
			&((const FairleadBar *) g_ptr_array_index (bars, i))->period;

		widen (self, period->start.first);
		widen (self, period->start.last);
		widen (self, period->end.first);
		widen (self, period->end.last);
	}
	if (self->first > self->last) {
		self->first = 0;
		self->last = 365;
		return FALSE;
	}
	fairlead_day_to_ymd (self->first, &first, &month, &day);
	fairlead_day_to_ymd (self->last, &last, &month, &day);
	fairlead_day_from_ymd (first, 1, 1, &self->first);
	fairlead_day_from_ymd (last + 1, 1, 1, &self->last);
	return TRUE;
}

static gint
step_of (gint n_years)
{
	static const gint steps[] = { 1, 2, 5, 10, 20, 50 };

	for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
		if (n_years <= 14 * steps[i])
			return steps[i];
	return 100;
}

static void
put_tick (Chart *self, gint year, gint month, double bottom)
{
	static const char *const names[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
		                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
	g_autofree char *text =
		month == 1 ? g_strdup_printf ("%d", year) : g_strdup (names[month - 1]);
	gint32 day = 0;
	double x;

	if (!fairlead_day_from_ymd (year, month, 1, &day) || day > self->last)
		return;
	x = place_of (self, day);
	fairlead_svg_line (self->svg, x, TOP - 14.0, x, bottom, "tick");
	fairlead_svg_text (self->svg, x, TOP - 18.0, "small", "middle", text);
}

/* Years, and quarters where these are few */
static void
put_axis (Chart *self, double bottom)
{
	gint first = 0, last = 0, month, day, step;

	fairlead_day_to_ymd (self->first, &first, &month, &day);
	fairlead_day_to_ymd (self->last, &last, &month, &day);
	step = step_of (last - first);
	for (gint year = first; year <= last; year++) {
		if (year % step != 0)
			continue;
		put_tick (self, year, 1, bottom);
		for (month = 4; last - first <= 3 && month <= 10; month += 3)
			put_tick (self, year, month, bottom);
	}
}

/* ---- bars ---- */

static const char *
css_of (const FairleadBar *bar)
{
	if (bar->lane == FAIRLEAD_LANE_DESIGNATION)
		return "listed";
	return bar->lane == FAIRLEAD_LANE_EVENT ? "event" : "held";
}

/* From where to where it surely holds, and what may be added to that */
typedef struct {
	double pale_from, from, to, pale_to;
	gboolean is_open_left, is_open_right;
} Extent;

static Extent
extent_of (const Chart *self, const FairleadBar *bar)
{
	const FairleadPeriod *period = &bar->period;
	gboolean is_event = bar->lane == FAIRLEAD_LANE_EVENT;
	Extent extent = {
		.is_open_left = period->start.first == FAIRLEAD_DAY_OPEN_PAST,
		.is_open_right = period->end.last == FAIRLEAD_DAY_OPEN_FUTURE && !is_event,
	};

	/* an event of which no end is told is over when it begins */
	extent.pale_from = extent.is_open_left ? LEFT : place_of (self, period->start.first);
	extent.from = period->start.last == FAIRLEAD_DAY_OPEN_FUTURE
	                      ? RIGHT
	                      : place_of (self, period->start.last);
	extent.pale_to = period->end.last == FAIRLEAD_DAY_OPEN_FUTURE
	                         ? (is_event ? extent.from : RIGHT)
	                         : place_of (self, period->end.last + 1.0);
	extent.to = period->end.first == FAIRLEAD_DAY_OPEN_PAST ? LEFT
	            : period->end.first == FAIRLEAD_DAY_OPEN_FUTURE
	                    ? extent.pale_to
	                    : place_of (self, period->end.first);
	if (fairlead_date_is_unknown (period->end) && !is_event)
		extent.to = fairlead_period_is_over (period) ? extent.from : RIGHT;
	extent.pale_to = MAX (extent.pale_to, extent.pale_from + POINT);
	if (is_event && extent.to <= extent.from)
		extent.to = extent.from + POINT;
	return extent;
}

static gboolean
is_without_days (const FairleadBar *bar)
{
	return fairlead_date_is_unknown (bar->period.start)
	       && fairlead_date_is_unknown (bar->period.end);
}

static void
put_extent (Chart *self, const FairleadBar *bar, const Extent *extent, double y)
{
	double left = extent->is_open_left ? extent->pale_from + FADE : extent->from;
	gboolean goes_on = extent->is_open_right && fairlead_date_is_unknown (bar->period.end);
	double right = goes_on ? extent->pale_to - FADE : extent->to;

	if (extent->is_open_left && extent->from >= extent->pale_to)
		left = MIN (left, extent->pale_to);
	put_box (self, extent->pale_from, extent->pale_to, y,
	         extent->is_open_left || extent->is_open_right ? "pale open" : "pale");
	if (extent->is_open_left && bar->period.start.last != FAIRLEAD_DAY_OPEN_FUTURE) {
		put_box (self, MAX (extent->from - FADE, LEFT), extent->from, y, "left");
		put_box (self, extent->from, right, y, "sure");
	} else if (extent->is_open_left && !fairlead_date_is_unknown (bar->period.end))
		put_box (self, MAX (extent->to - FADE, LEFT), extent->to, y, "left");
	if (extent->is_open_right && extent->from < extent->pale_to)
		put_box (self, MAX (right, extent->from),
		         goes_on ? extent->pale_to : MIN (right + FADE, extent->pale_to), y,
		         "right");
	if (!extent->is_open_left)
		put_box (self, left, right, y, "sure");
}

static char *
dup_label (const Chart *self, const FairleadBar *bar)
{
	g_autofree char *words = fairlead_bar_dup_words (bar);
	g_autofree char *since = fairlead_bar_dup_since (bar);
	g_autofree char *until = fairlead_bar_dup_until (bar);
	g_autoptr (GPtrArray) sources = fairlead_bar_dup_sources (self->page->view->network, bar);
	g_autofree char *shown = fairlead_text_dup_shortened (words, 64, FALSE);
	const char *first = sources->len > 0 ? g_ptr_array_index (sources, 0) : "";
	g_autofree char *source = fairlead_text_dup_end (first, 34, FALSE);
	g_autofree char *more =
		sources->len > 1 ? g_strdup_printf (" +%u", sources->len - 1) : g_strdup ("");
	GString *text = g_string_new (shown);

	if (since != NULL && g_strcmp0 (since, until) == 0)
		g_string_append_printf (text, " \xc2\xb7 %s", since);
	else if (since != NULL || until != NULL)
		g_string_append_printf (
			text, " \xc2\xb7 %s%s%s", since != NULL ? since : "?",
			bar->lane == FAIRLEAD_LANE_EVENT && until == NULL ? "" : " \xe2\x80\x93 ",
			until != NULL ? until : "");
	else if (fairlead_period_is_over (&bar->period))
		g_string_append (text, " \xc2\xb7 ended, no day told");
	else
		g_string_append (text, " \xc2\xb7 no day told");
	g_string_append_printf (text, "  [%s%s]", source, more);
	return g_string_free (text, FALSE);
}

/* Begins with the bar; where it would run out of the chart it ends with the bar instead */
static void
put_label (Chart *self, const FairleadBar *bar, double from, double to, double y)
{
	g_autofree char *label = dup_label (self, bar);
	double width = FAIRLEAD_SVG_COLUMN * fairlead_text_width (label);
	const char *css = bar->is_disputed ? "warning" : "plain";

	if (from + width <= RIGHT)
		fairlead_svg_text (self->svg, from, y, css, NULL, label);
	else
		fairlead_svg_text (self->svg, CLAMP (to, LEFT + width, RIGHT), y, css, "end",
		                   label);
}

static void
put_title (Chart *self, const FairleadBar *bar)
{
	g_autoptr (GPtrArray) sources = fairlead_bar_dup_sources (self->page->view->network, bar);
	g_autofree char *words = fairlead_bar_dup_words (bar);
	g_autoptr (GString) text = g_string_new (words);

	for (guint i = 0; i < sources->len; i++)
		g_string_append_printf (text, "\n%s",
		                        (const char *) g_ptr_array_index (sources, i));
	fairlead_svg_hint (self->svg, text->str);
}

static void
put_bar (Chart *self, const FairleadBar *bar)
{
	double y = self->y + ROW - BAR - 3.0;

	fairlead_svg_begin_group (self->svg, css_of (bar));
	put_title (self, bar);
	if (is_without_days (bar)) {
		put_box (self, LEFT, RIGHT, y, "unknown");
		put_label (self, bar, LEFT, RIGHT, y - 4.0);
	} else {
		Extent extent = extent_of (self, bar);

		put_extent (self, bar, &extent, y);
		if (bar->is_disputed)
			put_box (self, extent.pale_from, extent.pale_to, y, "disputed");
		put_label (self, bar, extent.is_open_left ? LEFT : extent.pale_from, extent.pale_to,
		           y - 4.0);
	}
	fairlead_svg_end_group (self->svg);
	self->y += ROW;
}

/* ---- the whole ---- */

static guint
count_rows (const GPtrArray *bars, guint *n_lanes, guint *n_left_out)
{
	guint n = 0, n_events = 0, lane = FAIRLEAD_N_LANES;

	*n_lanes = 0;
	for (guint i = 0; i < bars->len; i++) {
		const FairleadBar *bar = g_ptr_array_index (bars, i);

		n_events += bar->lane == FAIRLEAD_LANE_EVENT;
		if (bar->lane == FAIRLEAD_LANE_EVENT && n_events > MOST_EVENTS)
			continue;
		n++;
		*n_lanes += bar->lane != lane;
		lane = bar->lane;
	}
	*n_left_out = n_events > MOST_EVENTS ? n_events - MOST_EVENTS : 0;
	return n;
}

static void
put_lanes (Chart *self)
{
	const GPtrArray *bars = self->page->bars;
	guint lane = FAIRLEAD_N_LANES, n_events = 0;

	for (guint i = 0; i < bars->len; i++) {
		const FairleadBar *bar = g_ptr_array_index (bars, i);

		n_events += bar->lane == FAIRLEAD_LANE_EVENT;
		if (bar->lane == FAIRLEAD_LANE_EVENT && n_events > MOST_EVENTS)
			return;
		if (bar->lane != lane) {
			self->y += LANE_GAP;
			fairlead_svg_line (self->svg, 16.0, self->y, RIGHT, self->y, "line");
			fairlead_svg_text (self->svg, 20.0, self->y + 18.0, "lane", NULL,
			                   fairlead_lane_title (bar->lane));
			lane = bar->lane;
		}
		put_bar (self, bar);
	}
}

static GPtrArray *
dup_foot (const FairleadVesselPage *page, guint n_left_out)
{
	GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

	if (n_left_out > 0)
		g_ptr_array_add (lines,
		                 g_strdup_printf ("%u more events are left out", n_left_out));
	for (guint i = 0; i < page->disagreements->len; i++) {
		const FairleadDisagreement *found = page->disagreements->pdata[i];
		g_autoptr (GString) text = g_string_new (NULL);

		for (guint k = 0; k < found->claims->len; k++) {
			const FairleadClaim *claim = found->claims->pdata[k];

			g_string_append_printf (text, "%s%s [%s]", k > 0 ? " or " : "",
			                        claim->value,
			                        (const char *) claim->sources->pdata[0]);
		}
		g_ptr_array_add (lines, g_strdup_printf ("! the sources disagree on %s: %s",
		                                         found->label, text->str));
	}
	for (guint i = 0; i < page->notes->len; i++) {
		const FairleadSignalNote *note = g_ptr_array_index (page->notes, i);
		gboolean is_own = note->vertex == page->ship;

		g_ptr_array_add (
			lines,
			g_strdup_printf ("signal: %s%s%s%s%s", fairlead_signal_name (note->signal),
		                         is_own ? "" : " of ",
		                         is_own ? ""
		                                : fairlead_network_get_name (page->view->network,
		                                                             note->vertex),
		                         *note->words != '\0' ? ": " : "", note->words));
	}
	g_ptr_array_add (
		lines, g_strdup ("Dark: sure. Pale: within the year or month that is told. Fading: "
	                         "open. Dashed: no day told. Black edge: sources say otherwise of "
	                         "the same time."));
	if (page->notes->len > 0)
		g_ptr_array_add (lines, g_strdup ("A signal is a question, not a finding."));
	return lines;
}

static void
put_stop (Chart *self, const char *offset, const char *colour, const char *opacity)
{
	fairlead_xml_writer_begin (&self->svg->xml, "stop");
	fairlead_xml_writer_attribute (&self->svg->xml, "offset", offset);
	fairlead_xml_writer_attribute (&self->svg->xml, "stop-color", colour);
	fairlead_xml_writer_attribute (&self->svg->xml, "stop-opacity", opacity);
	fairlead_xml_writer_end (&self->svg->xml);
}

static void
put_fades (Chart *self)
{
	static const char *const fades[][4] = {
		{ "held-left", HELD, "0", "1" },     { "held-right", HELD, "1", "0" },
		{ "listed-left", LISTED, "0", "1" }, { "listed-right", LISTED, "1", "0" },
		{ "event-left", EVENT, "0", "1" },   { "event-right", EVENT, "1", "0" },
	};

	fairlead_xml_writer_begin (&self->svg->xml, "defs");
	for (guint i = 0; i < G_N_ELEMENTS (fades); i++) {
		fairlead_xml_writer_begin (&self->svg->xml, "linearGradient");
		fairlead_xml_writer_attribute (&self->svg->xml, "id", fades[i][0]);
		put_stop (self, "0", fades[i][1], fades[i][2]);
		put_stop (self, "1", fades[i][1], fades[i][3]);
		fairlead_xml_writer_end (&self->svg->xml);
	}
	fairlead_xml_writer_end (&self->svg->xml);
}

static void
put_heading (Chart *self)
{
	FairleadNetwork *network = self->page->view->network;
	FairleadVertex ship = self->page->ship;
	g_autofree char *name =
		fairlead_text_dup_shortened (fairlead_network_get_name (network, ship), 80, FALSE);
	g_autofree char *description = fairlead_vessel_dup_description (network, ship);
	g_autofree char *line = g_strconcat (fairlead_network_get_id (network, ship),
	                                     *description != '\0' ? ", " : "", description, NULL);
	g_autofree char *shown = fairlead_text_dup_shortened (line, 140, FALSE);

	fairlead_svg_text (self->svg, 20.0, 30.0, "title", NULL, name);
	fairlead_svg_text (self->svg, 20.0, 50.0, "small", NULL, shown);
}

/* Each line in as many as it needs */
static GPtrArray *
dup_wrapped (const GPtrArray *lines)
{
	GPtrArray *wrapped = g_ptr_array_new_with_free_func (g_free);

	for (guint i = 0; i < lines->len; i++) {
		g_autofree char *shown =
			fairlead_text_dup_visible (g_ptr_array_index (lines, i), FALSE);
		g_autofree char *text = fairlead_text_dup_wrapped (shown, 0, 160);
		g_auto (GStrv) parts = g_strsplit (g_strchomp (text), "\n", -1);

		for (guint k = 0; parts[k] != NULL; k++)
			g_ptr_array_add (wrapped,
			                 g_strconcat (k > 0 ? "    " : "", parts[k], NULL));
	}
	return wrapped;
}

static void
draw (Chart *self, FairleadSink *sink)
{
	guint n_lanes, n_left_out;
	guint n_rows = count_rows (self->page->bars, &n_lanes, &n_left_out);
	gboolean has_years = find_years (self);
	g_autoptr (GPtrArray) foot = dup_foot (self->page, n_left_out);
	g_autoptr (GPtrArray) lines = dup_wrapped (foot);
	double bottom = TOP + n_rows * ROW + n_lanes * LANE_GAP;

	fairlead_svg_init (self->svg, sink, WIDTH, bottom + 34.0 + LINE * lines->len, style);
	put_fades (self);
	put_heading (self);
	if (has_years)
		put_axis (self, bottom + 4.0);
	self->y = TOP - LANE_GAP;
	put_lanes (self);
	for (guint i = 0; i < lines->len; i++)
		fairlead_svg_text (self->svg, 20.0, bottom + 28.0 + LINE * i, "small", NULL,
		                   g_ptr_array_index (lines, i));
	fairlead_svg_finish (self->svg);
}

gboolean
fairlead_vessel_write_svg (const FairleadVesselView *view, FairleadVertex ship,
                           GOutputStream *stream, GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadSink) sink = fairlead_sink_new (stream, cancellable);
	g_autoptr (FairleadFacts) facts = fairlead_facts_new (view->network);
	g_auto (FairleadVesselPage) page = { 0 };
	g_auto (FairleadSvg) svg = { 0 };
	Chart chart = { &page, &svg, 0, 0, TOP };

	fairlead_vessel_page_init (&page, view, facts, ship);
	draw (&chart, sink);
	return fairlead_sink_finish (sink, error);
}
