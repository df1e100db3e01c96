/* output/backtest/backtest-chart.c: recall by depth as SVG: how many of the labelled a reader has
 * seen who reads the list so far */
#include "output/backtest/backtest-writers.h"

#include <math.h>

#include "output/palette.h"
#include "output/write/svg.h"

#define WIDTH 920.0
#define HEIGHT 520.0
#define LEFT 64.0
#define RIGHT 285.0 /* for the names */
#define TOP 64.0
#define BOTTOM 56.0
#define N_POINTS 120
#define FIRST_DEPTH 1.0

typedef struct {
	const FairleadBacktestPage *page;
	FairleadSvg *svg;
	guint32 n;          /* parties, the end of the axis */
	guint32 n_labelled; /* recall 1 */
} Chart;

#define N_OWN 6 /* styles of the score and its components */

/* Distinct to most eyes (Okabe and Ito 2008), and by their dashes without colour. The score stands
 * out; what is ours is whole, baselines are dashed. */
static const struct {
	const char *colour;
	const char *dash;
} styles[] = {
	{ FAIRLEAD_CSS (BLUE), "" },         { FAIRLEAD_CSS (ORANGE), "" },
	{ FAIRLEAD_CSS (GREEN), "" },        { FAIRLEAD_CSS (PINK), "" },
	{ FAIRLEAD_CSS (SKY), "" },          { FAIRLEAD_CSS (BROWN), "" },
	{ FAIRLEAD_CSS (VERMILION), "6 3" }, { FAIRLEAD_CSS (BLACK), "6 3" },
	{ FAIRLEAD_CSS (GREEN), "2 3" },     { FAIRLEAD_CSS (PINK), "2 3" },
	{ FAIRLEAD_CSS (ORANGE), "2 3" },    { FAIRLEAD_CSS (SKY), "8 3 2 3" },
	{ FAIRLEAD_CSS (BROWN), "8 3 2 3" },
};

/* `.s0{stroke:...}`: a class for each curve, and for its sample beside its name */
static char *
dup_style (void)
{
	GString *css = g_string_new (FAIRLEAD_SVG_STYLE ".curve{fill:none;stroke-width:1.5}");

	for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
		g_string_append_printf (css, ".s%u{stroke:%s%s%s%s}", i, styles[i].colour,
		                        *styles[i].dash != '\0' ? ";stroke-dasharray:" : "",
		                        styles[i].dash, i == 0 ? ";stroke-width:3.5" : "");
	return g_string_free (css, FALSE);
}

static double
x_of (const Chart *chart, double depth)
{
	double part = chart->n > 1 ? log (depth / FIRST_DEPTH) / log (chart->n / FIRST_DEPTH) : 0.0;

	return LEFT + part * (WIDTH - LEFT - RIGHT);
}

static double
y_of (double recall)
{
	return HEIGHT - BOTTOM - recall * (HEIGHT - TOP - BOTTOM);
}

/* ---- axes ---- */

static void
put_recall_axis (Chart *chart)
{
	for (guint i = 0; i <= 5; i++) {
		g_autofree char *label = g_strdup_printf ("%u %%", i * 20);
		double y = y_of (i / 5.0);

		fairlead_svg_line (chart->svg, LEFT, y, WIDTH - RIGHT, y, "tick");
		fairlead_svg_text (chart->svg, LEFT - 8.0, y + 4.0, "", "end", label);
	}
	fairlead_svg_text (chart->svg, LEFT, TOP - 12.0, "", NULL, "labelled parties found");
}

static void
put_depth_axis (Chart *chart)
{
	static const guint steps[] = { 1, 2, 5 };

	for (guint32 decade = 1; decade <= chart->n && decade <= 100000000; decade *= 10)
		for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
			guint32 depth = decade * steps[i];
			g_autofree char *label = g_strdup_printf ("%u", depth);
			double x = x_of (chart, depth);

			if (depth > chart->n)
				break;
			fairlead_svg_line (chart->svg, x, y_of (0.0), x, y_of (1.0), "tick");
			fairlead_svg_text (chart->svg, x, y_of (0.0) + 18.0, "", "middle", label);
		}
	fairlead_svg_text (chart->svg, (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 14.0, "", "middle",
	                   "parties read, from the first rank");
}

/* ---- curves ---- */

/* Depths evenly apart on a logarithmic axis, each once */
static guint
choose_depths (const Chart *chart, guint32 depths[N_POINTS])
{
	guint n = 0;

	for (guint i = 0; i < N_POINTS; i++) {
		double part = i / (N_POINTS - 1.0);
		guint32 depth =
			(guint32) floor (FIRST_DEPTH * pow (chart->n / FIRST_DEPTH, part) + 0.5);

		depth = CLAMP (depth, 1, MAX (chart->n, 1));
		if (n == 0 || depth > depths[n - 1])
			depths[n++] = depth;
	}
	return n;
}

static void
put_curve (Chart *chart, const FairleadMeasured *measured, guint style)
{
	guint32 depths[N_POINTS];
	double found[N_POINTS];
	guint n = choose_depths (chart, depths);
	g_autoptr (GString) path = g_string_new (NULL);
	g_autofree char *css = g_strdup_printf ("curve s%u", style);

	fairlead_backtest_curve (chart->page->backtest, measured, depths, n, found);
	for (guint i = 0; i < n; i++)
		fairlead_svg_append_point (path, i == 0 ? "M" : " L", x_of (chart, depths[i]),
		                           y_of (found[i] / chart->n_labelled));
	fairlead_svg_path (chart->svg, path->str, css);
}

static void
put_name (Chart *chart, const FairleadMeasured *measured, guint place, guint style)
{
	double y = TOP + 8.0 + 21.0 * place;
	double x = WIDTH - RIGHT + 18.0;
	char number[G_ASCII_DTOSTR_BUF_SIZE];
	g_autofree char *css = g_strdup_printf ("curve s%u", style);
	g_autofree char *text = NULL;

	g_ascii_formatd (number, sizeof number, "%.2f",
	                 measured->judgements[FAIRLEAD_JUDGED_ALL].metrics.average_precision);
	text = g_strdup_printf ("%s (AP %s)", measured->name, number);
	fairlead_svg_line (chart->svg, x, y - 4.0, x + 24.0, y - 4.0, css);
	fairlead_svg_text (chart->svg, x + 30.0, y, "", NULL, text);
}

static guint
style_of (const Chart *chart, guint measure)
{
	const GArray *measured = chart->page->measured;
	guint n_own = 0;

	if (!g_array_index (measured, FairleadMeasured, measure).is_baseline)
		return measure % N_OWN;
	while (!g_array_index (measured, FairleadMeasured, n_own).is_baseline)
		n_own++;
	return N_OWN + (measure - n_own) % (G_N_ELEMENTS (styles) - N_OWN);
}

/* The first curve is drawn last, over the others */
static void
put_curves (Chart *chart)
{
	guint place = 0;

	for (guint i = 0; i < chart->page->measured->len; i++) {
		const FairleadMeasured *measured =
			&g_array_index (chart->page->measured, FairleadMeasured, i);

		if (measured->values != NULL)
			put_name (chart, measured, place++, style_of (chart, i));
	}
	for (guint i = chart->page->measured->len; i-- > 0;) {
		const FairleadMeasured *measured =
			&g_array_index (chart->page->measured, FairleadMeasured, i);

		if (measured->values != NULL)
			put_curve (chart, measured, style_of (chart, i));
	}
}

/* ---- the whole ---- */

static void
put_title (Chart *chart)
{
	const FairleadBacktestQuestion *question = chart->page->view->question;
	g_autofree char *as_of = fairlead_day_dup_text (question->as_of);
	g_autofree char *until = fairlead_day_dup_text (question->until);
	g_autofree char *text = g_strdup_printf (
		"As known on %s: %u of %u ranked parties are labelled%s%s", as_of,
		chart->n_labelled, chart->n, until != NULL ? ", listed until " : "",
		until != NULL ? until : "");

	fairlead_svg_text (chart->svg, LEFT, 26.0, "title", NULL, text);
}

void
fairlead_backtest_write_svg (const FairleadBacktestPage *page, FairleadSink *sink)
{
	const FairleadJudgement *all = &g_array_index (page->measured, FairleadMeasured, 0)
	                                        .judgements[FAIRLEAD_JUDGED_ALL];
	g_autofree char *css = dup_style ();
	g_auto (FairleadSvg) svg = { 0 };
	Chart chart = { page, &svg, all->n, all->n_labelled };

	fairlead_svg_init (&svg, sink, WIDTH, HEIGHT, css);
	put_title (&chart);
	put_recall_axis (&chart);
	put_depth_axis (&chart);
	put_curves (&chart);
	fairlead_svg_finish (&svg);
}
