/* output/supply/supply-chart.c: the sums day by day, as steps, against the cap: SVG */
#include <math.h>

#include "output/supply/supply-writers.h"
#include "output/write/xml-writer.h"

#define WIDTH 920.0
#define HEIGHT 480.0
#define LEFT 92.0
#define RIGHT 190.0 /* for the names */
#define TOP 84.0
#define BOTTOM 52.0
#define N_LINES 5

/* Okabe and Ito 2008; told apart by their dashes too */
static const struct {
	const char *colour;
	const char *dash;
} styles[FAIRLEAD_N_SCENARIOS] = { { "#009e73", "2 3" }, { "#0072b2", "" }, { "#d55e00", "7 3" } };

typedef struct {
	const FairleadSupply *supply;
	FairleadXmlWriter *xml;
	double most; /* the end of the axis, in the unit of the cap */
} Chart;

static void
put_number (Chart *chart, const char *name, double value)
{
	char buffer[G_ASCII_DTOSTR_BUF_SIZE];

	fairlead_xml_writer_attribute (chart->xml, name,
	                               g_ascii_formatd (buffer, sizeof buffer, "%.6g", value));
}

static double
x_of (const Chart *chart, gint32 day)
{
	const FairleadSupply *supply = chart->supply;

	return LEFT
	       + (double) (day - supply->first) / (supply->last - supply->first)
	                 * (WIDTH - LEFT - RIGHT);
}

static double
y_of (const Chart *chart, double amount)
{
	return HEIGHT - BOTTOM - amount / chart->most * (HEIGHT - TOP - BOTTOM);
}

/* ---- pieces ---- */

static void
put_text (Chart *chart, double x, double y, const char *anchor, const char *colour,
          const char *text)
{
	fairlead_xml_writer_begin (chart->xml, "text");
	put_number (chart, "x", x);
	put_number (chart, "y", y);
	fairlead_xml_writer_attribute (chart->xml, "text-anchor", anchor);
	fairlead_xml_writer_attribute (chart->xml, "fill", colour);
	fairlead_xml_writer_text (chart->xml, text);
	fairlead_xml_writer_end (chart->xml);
}

static void
put_line (Chart *chart, double x1, double y1, double x2, double y2, const char *colour,
          double width)
{
	fairlead_xml_writer_begin (chart->xml, "line");
	put_number (chart, "x1", x1);
	put_number (chart, "y1", y1);
	put_number (chart, "x2", x2);
	put_number (chart, "y2", y2);
	fairlead_xml_writer_attribute (chart->xml, "stroke", colour);
	put_number (chart, "stroke-width", width);
	fairlead_xml_writer_end (chart->xml);
}

/* ---- axes ---- */

/* 1, 2 or 5 times a power of ten: no more than N_LINES lines */
static double
find_step (double most)
{
	static const double steps[] = { 1.0, 2.0, 5.0 };

	for (double power = 1.0;; power *= 10.0)
		for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
			if (steps[i] * power * N_LINES >= most)
				return steps[i] * power;
}

static void
put_amounts (Chart *chart, double step)
{
	g_autofree char *unit = g_strdup_printf ("%ss", chart->supply->cap->unit);

	for (double amount = 0.0; amount <= chart->most; amount += step) {
		g_autofree char *label = fairlead_supply_dup_amount (amount);
		double y = y_of (chart, amount);

		put_line (chart, LEFT, y, WIDTH - RIGHT, y, "#dddddd", 1.0);
		put_text (chart, LEFT - 8.0, y + 4.0, "end", "#444444", label);
	}
	put_text (chart, LEFT, TOP - 14.0, "start", "#444444", unit);
}

/* The first of each month, named in every other one */
static void
put_months (Chart *chart)
{
	static const char *const names[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
		                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
	gint year, month, day;

	for (gint32 at = chart->supply->first; at <= chart->supply->last; at++) {
		fairlead_day_to_ymd (at, &year, &month, &day);
		if (day != 1)
			continue;
		put_line (chart, x_of (chart, at), HEIGHT - BOTTOM, x_of (chart, at),
		          HEIGHT - BOTTOM + 5.0, "#888888", 1.0);
		put_text (chart, x_of (chart, at), HEIGHT - BOTTOM + 20.0, "middle", "#444444",
		          names[month - 1]);
	}
}

/* ---- curves ---- */

static void
put_point (GString *points, double x, double y)
{
	char buffer[G_ASCII_DTOSTR_BUF_SIZE];

	g_string_append_printf (points, "%s%s,", points->len > 0 ? " " : "",
	                        g_ascii_formatd (buffer, sizeof buffer, "%.2f", x));
	g_string_append (points, g_ascii_formatd (buffer, sizeof buffer, "%.2f", y));
}

static void
put_curve (Chart *chart, FairleadScenario scenario)
{
	const FairleadSupply *supply = chart->supply;
	g_autoptr (GString) points = g_string_new (NULL);
	double sum = 0.0;

	put_point (points, LEFT, y_of (chart, 0.0));
	for (guint i = 0; i < supply->deliveries->len; i++) {
		const FairleadDelivery *delivery =
			&g_array_index (supply->deliveries, FairleadDelivery, i);
		double x = x_of (chart, delivery->day);

		put_point (points, x, y_of (chart, sum));
		sum += delivery->amount[scenario];
		put_point (points, x, y_of (chart, sum));
	}
	put_point (points, WIDTH - RIGHT, y_of (chart, sum));
	fairlead_xml_writer_begin (chart->xml, "polyline");
	fairlead_xml_writer_attribute (chart->xml, "fill", "none");
	fairlead_xml_writer_attribute (chart->xml, "stroke", styles[scenario].colour);
	put_number (chart, "stroke-width", scenario == FAIRLEAD_MIDDLE ? 3.0 : 1.8);
	if (*styles[scenario].dash != '\0')
		fairlead_xml_writer_attribute (chart->xml, "stroke-dasharray",
		                               styles[scenario].dash);
	fairlead_xml_writer_attribute (chart->xml, "points", points->str);
	fairlead_xml_writer_end (chart->xml);
}

/* Beside the ends of the curves, and apart from each other */
static void
put_names (Chart *chart)
{
	const FairleadSupply *supply = chart->supply;
	double above = HEIGHT;

	for (guint i = 0; i < FAIRLEAD_N_SCENARIOS; i++) {
		g_autofree char *amount = fairlead_supply_dup_amount (supply->total[i]);
		g_autofree char *text =
			g_strdup_printf ("%s: %s", fairlead_scenario_name (i), amount);
		double y = fmin (y_of (chart, supply->total[i]) + 4.0, above - 16.0);

		put_text (chart, WIDTH - RIGHT + 8.0, y, "start", styles[i].colour, text);
		above = y;
	}
}

/* The cap, and the day on which each curve passes it */
static void
put_cap (Chart *chart)
{
	const FairleadSupply *supply = chart->supply;
	g_autofree char *limit = fairlead_supply_dup_amount (supply->cap->limit);
	g_autofree char *text = g_strdup_printf ("cap: %s", limit);
	double y = y_of (chart, supply->cap->limit);

	put_line (chart, LEFT, y, WIDTH - RIGHT, y, "#000000", 2.0);
	put_text (chart, LEFT + 6.0, y - 6.0, "start", "#000000", text);
	for (guint i = 0; i < FAIRLEAD_N_SCENARIOS; i++) {
		if (supply->passed[i] == FAIRLEAD_DAY_OPEN_FUTURE)
			continue;
		fairlead_xml_writer_begin (chart->xml, "circle");
		put_number (chart, "cx", x_of (chart, supply->passed[i]));
		put_number (chart, "cy", y);
		put_number (chart, "r", 4.5);
		fairlead_xml_writer_attribute (chart->xml, "fill", styles[i].colour);
		fairlead_xml_writer_end (chart->xml);
	}
}

/* ---- the whole ---- */

static void
append_passed (const FairleadSupply *supply, GString *text)
{
	for (guint i = 0; i < FAIRLEAD_N_SCENARIOS; i++) {
		g_autofree char *day = fairlead_supply_dup_day (supply->passed[i]);

		g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "",
		                        fairlead_scenario_name (i), day != NULL ? day : "never");
	}
}

static void
put_title (Chart *chart)
{
	const FairleadSupply *supply = chart->supply;
	g_autofree char *first = fairlead_supply_dup_day (supply->first);
	g_autofree char *last = fairlead_supply_dup_day (supply->last);
	g_autofree char *title = g_strdup_printf ("%s %s %s, %s to %s", supply->cap->title,
	                                          supply->cap->leaves ? "from" : "to",
	                                          supply->cap->country, first, last);
	g_autoptr (GString) passed = g_string_new ("cap passed: ");

	append_passed (supply, passed);
	put_text (chart, LEFT, 26.0, "start", "#222222", title);
	put_text (chart, LEFT, 46.0, "start", "#444444", passed->str);
}

static void
begin_drawing (Chart *chart)
{
	g_autofree char *box = g_strdup_printf ("0 0 %d %d", (int) WIDTH, (int) HEIGHT);

	fairlead_xml_writer_begin (chart->xml, "svg");
	fairlead_xml_writer_attribute (chart->xml, "xmlns", "http://www.w3.org/2000/svg");
	put_number (chart, "width", WIDTH);
	put_number (chart, "height", HEIGHT);
	fairlead_xml_writer_attribute (chart->xml, "viewBox", box);
	fairlead_xml_writer_attribute (chart->xml, "font-family", "sans-serif");
	put_number (chart, "font-size", 13.0);
	fairlead_xml_writer_begin (chart->xml, "rect");
	put_number (chart, "width", WIDTH);
	put_number (chart, "height", HEIGHT);
	fairlead_xml_writer_attribute (chart->xml, "fill", "#ffffff");
	fairlead_xml_writer_end (chart->xml);
}

void
fairlead_supply_draw (const FairleadSupplyView *view, FairleadSink *sink)
{
	const FairleadSupply *supply = view->supply;
	g_auto (FairleadXmlWriter) xml = { 0 };
	Chart chart = { supply, &xml, 0.0 };
	double most = fmax (fmax (supply->cap->limit, supply->total[FAIRLEAD_HIGH]), 1.0);
	double step = find_step (most * 1.05);

	chart.most = ceil (most * 1.05 / step) * step;
	fairlead_xml_writer_init (&xml, sink);
	begin_drawing (&chart);
	put_title (&chart);
	put_amounts (&chart, step);
	put_months (&chart);
	for (guint i = 0; i < FAIRLEAD_N_SCENARIOS; i++)
		put_curve (&chart, i);
	put_cap (&chart);
	put_names (&chart);
	fairlead_xml_writer_end (&xml);
}

gboolean
fairlead_supply_write_svg (const FairleadSupplyView *view, GOutputStream *stream,
                           GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadSink) sink = fairlead_sink_new (stream, cancellable);

	fairlead_supply_draw (view, sink);
	return fairlead_sink_finish (sink, error);
}
