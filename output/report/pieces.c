/* output/report/pieces.c: what the sections of a report have in common */
#include "output/report/report-private.h"

#include <string.h>

#include "output/ranking/evidence.h"

#define MOST_SOURCES 3u

void
fairlead_report_begin_section (FairleadReportPage *page, const char *id, const char *title)
{
	g_autofree char *heading = g_strconcat (id, "-heading", NULL);

	fairlead_html_begin (&page->html, "section", "id", id, "aria-labelledby", heading, NULL);
	fairlead_html_begin (&page->html, "h2", "id", heading, NULL);
	fairlead_html_text (&page->html, title);
	fairlead_html_end (&page->html);
}

void
fairlead_report_put_heading (FairleadReportPage *page, const char *name, const char *text)
{
	fairlead_html_put (&page->html, name, NULL, text);
}

void
fairlead_report_put_party (FairleadReportPage *page, FairleadVertex vertex)
{
	const char *name = fairlead_network_get_name (page->network, vertex);
	const FairleadRankedRow *row = fairlead_ranking_get_row_of (page->ranking, vertex);
	char card[32];

	if (row == NULL || (guint) (row - page->rows) >= page->n_cards) {
		fairlead_html_name (&page->html, name);
		return;
	}
	g_snprintf (card, sizeof card, "#card-%u", (guint) (row - page->rows) + 1);
	fairlead_html_begin (&page->html, "a", "href", card, NULL);
	fairlead_html_name (&page->html, name);
	fairlead_html_end (&page->html);
}

/* Whether anything lists it, now */
static gboolean
is_listed (FairleadReportPage *page, FairleadVertex vertex)
{
	FairleadRows rows = fairlead_network_get_designations (page->network, vertex);

	for (guint i = 0; i < rows.n; i++)
		if (fairlead_network_is_listing (page->network, rows.rows[i]))
			return TRUE;
	return FALSE;
}

void
fairlead_report_put_badge (FairleadReportPage *page, FairleadVertex vertex)
{
	gboolean is_target = page->is_target[vertex] != 0;

	if (!is_target && !is_listed (page, vertex))
		return;
	fairlead_html_text (&page->html, " ");
	fairlead_html_put (&page->html, "span", is_target ? "badge target" : "badge",
	                   is_target ? "target" : "listed");
}

void
fairlead_report_put_kind (FairleadReportPage *page, FairleadVertex vertex)
{
	g_autofree char *words =
		fairlead_kind_dup_words (fairlead_network_get_kind (page->network, vertex));

	fairlead_html_text (&page->html, words);
}

const char *
fairlead_report_get_source (const FairleadReportPage *page, const char *source)
{
	return g_str_has_prefix (source, page->folder) ? source + strlen (page->folder) : source;
}

void
fairlead_report_put_sources_of (FairleadReportPage *page, const GPtrArray *sources)
{
	FairleadHtml *html = &page->html;

	for (guint i = 0; i < sources->len && i < MOST_SOURCES; i++) {
		if (i > 0)
			fairlead_html_text (html, ", ");
		fairlead_html_put (
			html, "code", NULL,
			fairlead_report_get_source (page, g_ptr_array_index (sources, i)));
	}
	if (sources->len > MOST_SOURCES)
		fairlead_html_printf (html, " and %u more", sources->len - MOST_SOURCES);
}

/* A region that scrolls can be reached by keyboard; no two on the page have one name */
static void
begin_region (FairleadReportPage *page, const char *css, const char *label)
{
	g_autofree char *name = page->card > 0 ? g_strdup_printf ("%s, card %u", label, page->card)
	                                       : g_strdup (label);

	fairlead_html_begin (&page->html, "div", "class", css, "role", "region", "aria-label", name,
	                     "tabindex", "0", NULL);
}

void
fairlead_report_begin_table (FairleadReportPage *page, const char *label,
                             const char *const *columns, guint n_columns)
{
	FairleadHtml *html = &page->html;

	begin_region (page, "scroll", label);
	fairlead_html_begin (html, "table", NULL);
	fairlead_html_put (html, "caption", "hidden", label);
	fairlead_html_begin (html, "thead", NULL);
	fairlead_html_begin (html, "tr", NULL);
	for (guint i = 0; i < n_columns; i++) {
		gboolean is_number = columns[i][0] == '#';

		fairlead_html_begin (html, "th", "scope", "col", "class", is_number ? "number" : "",
		                     NULL);
		fairlead_html_text (html, columns[i] + is_number);
		fairlead_html_end (html);
	}
	fairlead_html_end_all (html, 2);
	fairlead_html_begin (html, "tbody", NULL);
}

void
fairlead_report_end_table (FairleadReportPage *page)
{
	fairlead_html_end_all (&page->html, 3);
}

void
fairlead_report_put_cell (FairleadReportPage *page, const char *css, const char *text)
{
	fairlead_html_put (&page->html, "td", css, text);
}

void
fairlead_report_put_picture (FairleadReportPage *page, GBytes *svg, const char *words,
                             const char *caption)
{
	FairleadHtml *html = &page->html;
	gsize size;
	const guchar *data = g_bytes_get_data (svg, &size);
	g_autofree char *base64 = g_base64_encode (data, size);
	g_autofree char *address = g_strconcat ("data:image/svg+xml;base64,", base64, NULL);

	fairlead_html_begin (html, "figure", NULL);
	begin_region (page, "scroll picture", caption);
	fairlead_html_empty (html, "img", "src", address, "alt", words, NULL);
	fairlead_html_end (html);
	fairlead_html_put (html, "figcaption", NULL, caption);
	fairlead_html_end (html);
}

const char *
fairlead_report_number (double value, const char *format, char *buffer, gsize size)
{
	return g_ascii_formatd (buffer, (gint) size, format, value);
}
