/* output/report/bars.c: small drawings within the lines of a report
 *
 * Geometry stands in attributes and colours in classes: the page's policy admits no style of an
 * element's own. */
#include "output/report/report-private.h"

#include <math.h>

#define WIDTH 150.0
#define MARGIN 5.0
#define HEIGHT 16
#define MIDDLE "8"

typedef char Number[G_ASCII_DTOSTR_BUF_SIZE];

static const char *
as_number (double value, Number buffer)
{
	return g_ascii_formatd (buffer, sizeof (Number), "%.1f", value);
}

/* Where a rank stands: half as far for each tenfold better one */
static double
place (guint32 rank, guint32 n)
{
	double share = n <= 1 ? 0.0 : log (MAX (rank, 1u)) / log (n);

	return MARGIN + (WIDTH - 2.0 * MARGIN) * CLAMP (share, 0.0, 1.0);
}

static void
begin_svg (FairleadReportPage *page, const char *css, guint width, guint height)
{
	char size[2][16], box[48];

	g_snprintf (size[0], sizeof size[0], "%u", width);
	g_snprintf (size[1], sizeof size[1], "%u", height);
	g_snprintf (box, sizeof box, "0 0 %u %u", width, height);
	fairlead_html_begin (&page->html, "svg", "class", css, "width", size[0], "height", size[1],
	                     "viewBox", box, "aria-hidden", "true", "focusable", "false", NULL);
}

static void
put_line (FairleadReportPage *page, const char *css, double x1, double x2, const char *y1,
          const char *y2)
{
	Number from, to;

	fairlead_html_begin (&page->html, "line", "class", css, "x1", as_number (x1, from), "x2",
	                     as_number (x2, to), "y1", y1, "y2", y2, NULL);
	fairlead_html_end (&page->html);
}

/* From so many on, the words of all ticks would lie on each other */
#define MANY 10000u

/* 1, 10, 100 ... */
static void
put_ticks (FairleadReportPage *page, guint32 n, gboolean has_words)
{
	guint i = 0;

	for (guint64 rank = 1; rank <= n; rank *= 10, i++) {
		double x = place ((guint32) rank, n);
		Number at;
		char words[16];

		put_line (page, "tick", x, x, has_words ? "13" : "0", "16");
		if (!has_words || (n >= MANY && i % 2 == 1))
			continue;
		g_snprintf (words, sizeof words, "%u", (guint32) rank);
		fairlead_html_begin (&page->html, "text", "x", as_number (x, at), "y", "11",
		                     "text-anchor", rank == 1 ? "start" : "middle", NULL);
		fairlead_html_text (&page->html, words);
		fairlead_html_end (&page->html);
	}
}

void
fairlead_report_put_interval_scale (FairleadReportPage *page, guint32 n)
{
	begin_svg (page, "interval", (guint) WIDTH, HEIGHT);
	put_ticks (page, n, TRUE);
	fairlead_html_end (&page->html);
}

void
fairlead_report_put_interval (FairleadReportPage *page, guint32 rank, guint32 low, guint32 high,
                              guint32 n)
{
	Number x;

	begin_svg (page, "interval", (guint) WIDTH, HEIGHT);
	put_ticks (page, n, FALSE);
	put_line (page, "range", place (low, n), place (high, n), MIDDLE, MIDDLE);
	fairlead_html_begin (&page->html, "circle", "cx", as_number (place (rank, n), x), "cy",
	                     MIDDLE, "r", "3.5", NULL);
	fairlead_html_end_all (&page->html, 2);
}

static void
put_box (FairleadReportPage *page, const char *css, double width)
{
	Number text;

	fairlead_html_begin (&page->html, "rect", "class", css, "width", as_number (width, text),
	                     "height", "6", "rx", "1", NULL);
	fairlead_html_end (&page->html);
}

void
fairlead_report_put_bar (FairleadReportPage *page, guint component, double share, guint width)
{
	char css[32];

	g_snprintf (css, sizeof css, "part-%s", fairlead_component_name (component));
	begin_svg (page, "bar", width, 6);
	put_box (page, "ground", width);
	if (share > 0.0)
		put_box (page, css, MAX (1.0, width * MIN (share, 1.0)));
	fairlead_html_end (&page->html);
}
