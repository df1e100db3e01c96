/* output/supply/supply-chart.c: the sums day by day, as steps, against the cap: SVG */
#include <math.h>

#include "output/supply/supply-writers.h"
#include "ingest/grammar/country.h"
#include "output/palette.h"
#include "output/write/svg.h"

#define WIDTH 920.0
#define HEIGHT 480.0
#define LEFT 92.0
#define RIGHT 190.0 /* for the names */
#define TOP 84.0
#define BOTTOM 52.0
#define N_LINES 5

/* Of the three scenarios: told apart by their dashes too, and darker for words */
#define LOW FAIRLEAD_CSS (GREEN)
#define MIDDLE FAIRLEAD_CSS (BLUE)
#define HIGH FAIRLEAD_CSS (VERMILION)
#define LOW_INK FAIRLEAD_CSS (GREEN_INK)
#define MIDDLE_INK FAIRLEAD_CSS (BLUE_INK)
#define HIGH_INK FAIRLEAD_CSS (VERMILION_INK)

/* The classes are by scenario */
static const char style[] =
	FAIRLEAD_SVG_STYLE ".curve{fill:none;stroke-width:1.8}.s1{stroke-width:3}"
			   ".s0{stroke:" LOW ";stroke-dasharray:2 3}.s1{stroke:" MIDDLE "}"
			   ".s2{stroke:" HIGH ";stroke-dasharray:7 3}"
			   ".d0{fill:" LOW "}.d1{fill:" MIDDLE "}.d2{fill:" HIGH "}"
			   ".n0{fill:" LOW_INK "}.n1{fill:" MIDDLE_INK "}.n2{fill:" HIGH_INK "}"
			   ".cap{stroke:#000;stroke-width:2}";

typedef struct {
	const FairleadSupply *supply;
	FairleadSvg *svg;
	double most; /* the end of the axis, in the unit of the cap */
} Chart;

/* `s1` */
static const char *
class_of (FairleadScenario scenario, char letter, char buffer[8])
{
	g_snprintf (buffer, 8, "%c%u", letter, (guint) scenario);
	return buffer;
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

		fairlead_svg_line (chart->svg, LEFT, y, WIDTH - RIGHT, y, "tick");
		fairlead_svg_text (chart->svg, LEFT - 8.0, y + 4.0, "", "end", label);
	}
	fairlead_svg_text (chart->svg, LEFT, TOP - 14.0, "", NULL, unit);
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
		fairlead_svg_line (chart->svg, x_of (chart, at), HEIGHT - BOTTOM, x_of (chart, at),
		                   HEIGHT - BOTTOM + 5.0, "line");
		fairlead_svg_text (chart->svg, x_of (chart, at), HEIGHT - BOTTOM + 20.0, "",
		                   "middle", names[month - 1]);
	}
}

/* ---- curves ---- */

static void
put_curve (Chart *chart, FairleadScenario scenario)
{
	const FairleadSupply *supply = chart->supply;
	g_autoptr (GString) path = g_string_new (NULL);
	char letter[8];
	g_autofree char *css = g_strconcat ("curve ", class_of (scenario, 's', letter), NULL);
	double sum = 0.0;

	fairlead_svg_append_point (path, "M", LEFT, y_of (chart, 0.0));
	for (guint i = 0; i < supply->deliveries->len; i++) {
		const FairleadDelivery *delivery =
			&g_array_index (supply->deliveries, FairleadDelivery, i);
		double x = x_of (chart, delivery->day);

		fairlead_svg_append_point (path, " L", x, y_of (chart, sum));
		sum += delivery->amount[scenario];
		fairlead_svg_append_point (path, " L", x, y_of (chart, sum));
	}
	fairlead_svg_append_point (path, " L", WIDTH - RIGHT, y_of (chart, sum));
	fairlead_svg_path (chart->svg, path->str, css);
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
		char css[8];

		fairlead_svg_text (chart->svg, WIDTH - RIGHT + 8.0, y, class_of (i, 'n', css), NULL,
		                   text);
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

	fairlead_svg_line (chart->svg, LEFT, y, WIDTH - RIGHT, y, "cap");
	fairlead_svg_text (chart->svg, LEFT + 6.0, y - 6.0, "", NULL, text);
	for (guint i = 0; i < FAIRLEAD_N_SCENARIOS; i++) {
		char css[8];

		if (supply->passed[i] != FAIRLEAD_DAY_OPEN_FUTURE)
			fairlead_svg_dot (chart->svg, x_of (chart, supply->passed[i]), y, 4.5,
			                  class_of (i, 'd', css));
	}
}

/* ---- the whole ---- */

static gboolean
is_passed (const FairleadSupply *supply)
{
	for (guint i = 0; i < FAIRLEAD_N_SCENARIOS; i++)
		if (supply->passed[i] != FAIRLEAD_DAY_OPEN_FUTURE)
			return TRUE;
	return FALSE;
}

static void
append_passed (const FairleadSupply *supply, GString *text)
{
	if (!is_passed (supply)) {
		g_string_assign (text, "cap not passed, in any of the three cases");
		return;
	}
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
	const char *country = fairlead_country_name (supply->cap->country);
	g_autofree char *title = g_strdup_printf (
		"%s %s %s, %s to %s", supply->cap->title, supply->cap->leaves ? "from" : "to",
		country != NULL ? country : supply->cap->country, first, last);
	g_autoptr (GString) passed = g_string_new ("cap passed: ");

	append_passed (supply, passed);
	fairlead_svg_text (chart->svg, LEFT, 26.0, "title", NULL, title);
	fairlead_svg_text (chart->svg, LEFT, 46.0, "", NULL, passed->str);
}

void
fairlead_supply_draw (const FairleadSupplyView *view, FairleadSink *sink)
{
	const FairleadSupply *supply = view->supply;
	g_auto (FairleadSvg) svg = { 0 };
	Chart chart = { supply, &svg, 0.0 };
	double most = fmax (fmax (supply->cap->limit, supply->total[FAIRLEAD_HIGH]), 1.0);
	double step = find_step (most * 1.05);

	chart.most = ceil (most * 1.05 / step) * step;
	fairlead_svg_init (&svg, sink, WIDTH, HEIGHT, style);
	put_title (&chart);
	put_amounts (&chart, step);
	put_months (&chart);
	for (guint i = 0; i < FAIRLEAD_N_SCENARIOS; i++)
		put_curve (&chart, i);
	put_cap (&chart);
	put_names (&chart);
	fairlead_svg_finish (&svg);
}

gboolean
fairlead_supply_write_svg (const FairleadSupplyView *view, GOutputStream *stream,
                           GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadSink) sink = fairlead_sink_new (stream, cancellable);

	fairlead_supply_draw (view, sink);
	return fairlead_sink_finish (sink, error);
}

static gboolean
draw_svg (gconstpointer view, GOutputStream *stream, GCancellable *cancellable, GError **error)
{
	return fairlead_supply_write_svg (view, stream, cancellable, error);
}

gboolean
fairlead_supply_write_chart (const FairleadSupplyView *view, FairleadPicture picture,
                             GOutputStream *stream, GCancellable *cancellable, GError **error)
{
	return fairlead_picture_write (picture, draw_svg, view, stream, cancellable, error);
}
