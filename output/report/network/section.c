/* output/report/network/section.c: the network, as a chart, to be searched, and as a table */
#include "output/report/network/network.h"

#include "output/ranking/evidence.h"
#include "output/write/number.h"

#define MOST_LINKS 500u

/* ---- what the script works ---- */

static void
put_button (FairleadReportPage *page, const char *id, const char *words)
{
	fairlead_html_begin (&page->html, "button", "type", "button", "id", id, NULL);
	fairlead_html_text (&page->html, words);
	fairlead_html_end (&page->html);
}

static void
put_search (FairleadReportPage *page)
{
	FairleadHtml *html = &page->html;

	fairlead_html_begin (html, "div", "class", "controls", NULL);
	fairlead_html_begin (html, "label", "for", "network-search", NULL);
	fairlead_html_text (html, "Find a party");
	fairlead_html_end (html);
	fairlead_html_empty (html, "input", "type", "search", "id", "network-search",
	                     "autocomplete", "off", "spellcheck", "false", NULL);
	fairlead_html_begin (html, "label", "for", "network-day", NULL);
	fairlead_html_text (html, "Links that may have stood ");
	fairlead_html_begin (html, "output", "id", "network-day-words", "for", "network-day", NULL);
	fairlead_html_text (html, "at any time");
	fairlead_html_end_all (html, 2);
	fairlead_html_empty (html, "input", "type", "range", "id", "network-day", "min", "0", "max",
	                     "0", "value", "0", NULL);
	fairlead_html_end (html);
}

static void
put_controls (FairleadReportPage *page)
{
	FairleadHtml *html = &page->html;

	put_search (page);
	fairlead_html_begin (html, "fieldset", "class", "controls", "id", "network-kinds", NULL);
	fairlead_html_put (html, "legend", NULL, "Kinds shown");
	fairlead_html_end (html);
	fairlead_html_begin (html, "div", "class", "controls", NULL);
	put_button (page, "network-fit", "Show all");
	put_button (page, "network-in", "Nearer");
	put_button (page, "network-out", "Farther");
	fairlead_html_begin (html, "button", "type", "button", "id", "network-around",
	                     "aria-pressed", "false", "disabled", "", NULL);
	fairlead_html_text (html, "Only what is next to the chosen");
	fairlead_html_end (html);
	fairlead_html_begin (html, "p", "id", "network-count", "role", "status", NULL);
	fairlead_html_end_all (html, 2);
}

static void
put_stage (FairleadReportPage *page)
{
	FairleadHtml *html = &page->html;

	fairlead_html_begin (html, "div", "class", "stage", NULL);
	fairlead_html_begin (html, "div", "id", "network-graph", "role", "application",
	                     "aria-label", "Network, drawn", "aria-describedby", "network-help",
	                     "tabindex", "0", NULL);
	fairlead_html_end (html);
	fairlead_html_begin (html, "div", "id", "network-details", "role", "group", "aria-live",
	                     "polite", "aria-label", "What was chosen", NULL);
	fairlead_html_put (html, "p", NULL,
	                   "Choose a party or a link, in the drawing or in the list below it, to"
	                   " see who says so.");
	fairlead_html_end_all (html, 2);
	fairlead_html_begin (html, "p", "id", "network-help", "class", "help", NULL);
	fairlead_html_text (html, "Drag moves a party or the ground, the wheel or two fingers bring"
	                          " it nearer. With the keyboard: arrows move, + and - bring"
	                          " nearer and farther, 0 shows all; the list holds every party"
	                          " that is shown.");
	fairlead_html_end (html);
	fairlead_html_begin (html, "details", "open", "", NULL);
	fairlead_html_put (html, "summary", NULL, "The parties shown, as a list");
	fairlead_html_begin (html, "ul", "id", "network-list", "class", "chips", NULL);
	fairlead_html_end_all (html, 2);
}

static gboolean
put_interactive (FairleadReportPage *page, GError **error)
{
	fairlead_html_begin (&page->html, "div", "id", "network-view", "class", "scripted", NULL);
	fairlead_report_put_heading (page, "h3", "The network, to search and drag");
	put_controls (page);
	put_stage (page);
	fairlead_html_end (&page->html);
	return fairlead_report_put_network_data (page, error);
}

/* ---- the same as a table ---- */

static void
put_link (FairleadReportPage *page, FairleadLink link)
{
	FairleadHtml *html = &page->html;
	FairleadNetwork *network = page->network;
	const FairleadLinkFact *fact = fairlead_network_get_link (network, link);
	g_autofree char *words =
		fairlead_relation_dup_words (fairlead_link_info (fact->kind)->name, FALSE);
	g_autofree char *share = fairlead_share_dup_text (fact->share);
	g_autofree char *period =
		fairlead_period_dup_words (fairlead_network_get_period (network, link));
	g_autofree char *source = fairlead_records_dup_source_text (page->records, fact->source);

	fairlead_html_begin (html, "tr", NULL);
	fairlead_html_begin (html, "td", NULL);
	fairlead_report_put_party (page, fairlead_network_get_from (network, link));
	fairlead_html_end (html);
	fairlead_report_put_cell (page, NULL, words);
	fairlead_html_begin (html, "td", NULL);
	fairlead_report_put_party (page, fairlead_network_get_to (network, link));
	fairlead_html_end (html);
	fairlead_report_put_cell (page, NULL, share != NULL ? share : "");
	fairlead_report_put_cell (page, NULL, period);
	fairlead_html_begin (html, "td", "class", "sources", NULL);
	fairlead_html_put (html, "code", NULL, fairlead_report_get_source (page, source));
	fairlead_html_end_all (html, 2);
}

static guint32
best_rank (const FairleadReportPage *page, FairleadLink link)
{
	guint32 best = G_MAXUINT32;

	for (guint end = 0; end < 2; end++) {
		FairleadVertex vertex = end == 0 ? fairlead_network_get_from (page->network, link)
		                                 : fairlead_network_get_to (page->network, link);
		const FairleadRankedRow *row = fairlead_ranking_get_row_of (page->ranking, vertex);

		if (row != NULL && row->score > 0.0)
			best = MIN (best, row->rank);
	}
	return best;
}

typedef struct {
	FairleadLink link;
	guint32 rank;
} RankedLink;

static gint
compare_links (gconstpointer a, gconstpointer b)
{
	const RankedLink *first = a, *second = b;

	if (first->rank != second->rank)
		return first->rank < second->rank ? -1 : 1;
	return first->link < second->link ? -1 : first->link > second->link;
}

/* Those of the first ranked first */
static GArray *
dup_links (const FairleadReportPage *page)
{
	const GArray *links = page->report->part->links;
	GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (RankedLink), links->len);

	for (guint i = 0; i < links->len; i++) {
		FairleadLink link = g_array_index (links, FairleadLink, i);
		const RankedLink ranked = { link, best_rank (page, link) };

		g_array_append_val (sorted, ranked);
	}
	g_array_sort (sorted, compare_links);
	return sorted;
}

static void
put_links (FairleadReportPage *page)
{
	static const char *const columns[] = { "From", "Is", "To", "Share", "Period", "Source" };
	FairleadHtml *html = &page->html;
	g_autoptr (GArray) links = dup_links (page);

	if (links->len == 0)
		return;
	fairlead_html_begin (html, "details", NULL);
	fairlead_html_begin (html, "summary", NULL);
	if (links->len > MOST_LINKS)
		fairlead_html_printf (html,
		                      "The links as a table: %u of %u, those of the first ranked",
		                      MOST_LINKS, links->len);
	else
		fairlead_html_printf (html, "The links as a table: all %u", links->len);
	fairlead_html_end (html);
	fairlead_report_begin_table (page, "Links", columns, G_N_ELEMENTS (columns));
	for (guint i = 0; i < MIN (links->len, MOST_LINKS); i++)
		put_link (page, g_array_index (links, RankedLink, i).link);
	fairlead_report_end_table (page);
	fairlead_html_end (html);
}

/* ---- the section ---- */

static void
put_words (FairleadReportPage *page)
{
	const FairleadSelection *part = page->report->part;
	g_autofree char *n_parties = fairlead_number_dup_grouped (part->vertices->len);
	g_autofree char *n_links = fairlead_number_dup_grouped (part->links->len);
	g_autofree char *n_all =
		fairlead_number_dup_grouped (fairlead_network_get_n_vertices (page->network));

	fairlead_html_begin (&page->html, "p", NULL);
	fairlead_html_printf (&page->html, "%s: %s of %s entities, %s links.",
	                      page->report->part_words, n_parties, n_all, n_links);
	fairlead_html_end (&page->html);
}

gboolean
fairlead_report_put_network (FairleadReportPage *page, GError **error)
{
	fairlead_report_begin_section (page, "network", "Network");
	put_words (page);
	if (page->chart != NULL)
		fairlead_report_put_picture (
			page, page->chart,
			"A card for each party, lines for links, numbers for their sources; the"
			" evidence of each card above says the same in words",
			"The first ranked, and the links that lead from them to the target");
	if (fairlead_report_is_interactive () && page->report->part->vertices->len > 0
	    && !put_interactive (page, error))
		return FALSE;
	put_links (page);
	fairlead_html_end (&page->html);
	return TRUE;
}
