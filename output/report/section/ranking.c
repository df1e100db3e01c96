/* output/report/section/ranking.c: the ranking as a table that sorts and filters */
#include "output/report/report-private.h"

#include <math.h>

#include "output/ranking/evidence.h"
#include "output/write/number.h"

#define BAR_WIDTH 46u

typedef char Number[G_ASCII_DTOSTR_BUF_SIZE];

/* ---- the head ---- */

static void
put_column (FairleadReportPage *page, const char *css, const char *words, const char *title)
{
	FairleadHtml *html = &page->html;

	fairlead_html_begin (html, "th", "scope", "col", "class", css, NULL);
	fairlead_html_begin (html, "span", "class", "words", "title", title, NULL);
	fairlead_html_text (html, words);
	fairlead_html_end_all (html, 2);
}

static const char *const component_words[FAIRLEAD_N_COMPONENTS] = {
	[FAIRLEAD_COMPONENT_PROXIMITY] = "how near it is to the target, 1: as chance would have it",
	[FAIRLEAD_COMPONENT_BROKERAGE] = "shortest paths between market and target that pass it",
	[FAIRLEAD_COMPONENT_NECESSITY] = "reach that the target loses without it",
	[FAIRLEAD_COMPONENT_CONTROL] = "how much of the target it controls",
	[FAIRLEAD_COMPONENT_SIGNALS] = "signals of evasion that hold",
};

static void
put_columns (FairleadReportPage *page)
{
	FairleadHtml *html = &page->html;

	fairlead_html_begin (html, "thead", NULL);
	fairlead_html_begin (html, "tr", NULL);
	put_column (page, "number", "Rank", "by score");
	put_column (page, "name", "Name", "with its kind");
	put_column (page, "number", "Score", "0 to 1");
	if (page->report->draws != NULL) {
		fairlead_html_begin (html, "th", "scope", "col", "class", "interval", NULL);
		fairlead_html_begin (html, "span", "class", "words", "title",
		                     "the ranks in 90\xc2\xa0% of the draws; the dot is the rank",
		                     NULL);
		fairlead_html_text (html, "5\xe2\x80\x93"
		                          "95\xc2\xa0% of ranks");
		fairlead_html_end (html);
		fairlead_report_put_interval_scale (page, page->report->draws->n_part);
		fairlead_html_end (html);
	}
	for (guint i = 0; i < FAIRLEAD_N_COMPONENTS; i++)
		put_column (page, "part", fairlead_component_name (i), component_words[i]);
	put_column (page, "number", "Links", "distinct neighbours, to read brokerage against");
	fairlead_html_end_all (html, 2);
}

/* ---- rows ---- */

static void
put_name (FairleadReportPage *page, const FairleadRankedRow *row)
{
	FairleadHtml *html = &page->html;
	fairlead_html_begin (html, "th", "scope", "row", "class", "name", "data-value",
	                     fairlead_network_get_name (page->network, row->vertex), NULL);
	fairlead_report_put_party (page, row->vertex);
	fairlead_report_put_badge (page, row->vertex);
	fairlead_html_begin (html, "small", NULL);
	fairlead_html_text (html, " ");
	fairlead_report_put_kind (page, row->vertex);
	fairlead_html_text (html, ", ");
	fairlead_html_put (html, "code", NULL,
	                   fairlead_network_get_id (page->network, row->vertex));
	fairlead_html_end_all (html, 2);
}

static void
begin_value (FairleadReportPage *page, const char *css, double value)
{
	Number text;

	fairlead_html_begin (&page->html, "td", "class", css, "data-value",
	                     fairlead_number_exact (value, text), NULL);
}

static void
put_interval (FairleadReportPage *page, const FairleadRankedRow *row)
{
	const FairleadDraws *draws = page->report->draws;
	const FairleadSpread *spread;

	if (draws == NULL)
		return;
	spread = &g_array_index (draws->spreads, FairleadSpread, row - page->rows);
	if (spread->low == 0) {
		fairlead_html_begin (&page->html, "td", "data-value", "4294967295", NULL);
		fairlead_html_put (&page->html, "small", NULL, "not drawn");
		fairlead_html_end (&page->html);
		return;
	}
	begin_value (page, "interval", spread->high);
	fairlead_report_put_interval (page, row->rank, spread->low, spread->high, draws->n_part);
	fairlead_html_begin (&page->html, "small", NULL);
	fairlead_html_printf (&page->html, "%u\xe2\x80\x93%u", spread->low, spread->high);
	fairlead_html_end_all (&page->html, 2);
}

static void
put_component (FairleadReportPage *page, const FairleadRankedRow *row, guint component, double most)
{
	double value = row->components[component];
	Number text;

	begin_value (page, "part", isfinite (value) ? value : 0.0);
	fairlead_report_put_bar (page, component, most > 0.0 ? value / most : 0.0, BAR_WIDTH);
	fairlead_html_put (&page->html, "small", NULL, fairlead_number_short (value, text));
	fairlead_html_end (&page->html);
}

static void
put_row (FairleadReportPage *page, const FairleadRankedRow *row, const double *most)
{
	FairleadHtml *html = &page->html;
	Number score;

	fairlead_html_begin (
		html, "tr", "data-kind",
		fairlead_kind_name (fairlead_network_get_kind (page->network, row->vertex)), NULL);
	begin_value (page, "number rank", row->rank);
	fairlead_html_printf (html, "%u", row->rank);
	fairlead_html_end (html);
	put_name (page, row);
	begin_value (page, "number", row->score);
	fairlead_html_text (html, FAIRLEAD_REPORT_NUMBER (row->score, "%.3f", score));
	fairlead_html_end (html);
	put_interval (page, row);
	for (guint i = 0; i < FAIRLEAD_N_COMPONENTS; i++)
		put_component (page, row, i, most[i]);
	begin_value (page, "number", row->degree);
	fairlead_html_printf (html, "%u", row->degree);
	fairlead_html_end_all (html, 2);
}

/* ---- the filter, which a script works ---- */

static void
put_kind_choice (FairleadHtml *html, FairleadKind kind)
{
	g_autofree char *words = fairlead_kind_dup_words (kind);

	fairlead_html_begin (html, "option", "value", fairlead_kind_name (kind), NULL);
	fairlead_html_text (html, words);
	fairlead_html_end (html);
}

static void
put_kinds (FairleadReportPage *page)
{
	FairleadHtml *html = &page->html;
	gboolean is_seen[FAIRLEAD_N_KINDS] = { FALSE };

	for (guint i = 0; i < page->n_shown; i++)
		is_seen[fairlead_network_get_kind (page->network, page->rows[i].vertex)] = TRUE;
	fairlead_html_begin (html, "label", "for", "ranking-kind", NULL);
	fairlead_html_text (html, "Kind");
	fairlead_html_end (html);
	fairlead_html_begin (html, "select", "id", "ranking-kind", NULL);
	fairlead_html_begin (html, "option", "value", "", NULL);
	fairlead_html_text (html, "all");
	fairlead_html_end (html);
	for (guint kind = 0; kind < FAIRLEAD_N_KINDS; kind++)
		if (is_seen[kind])
			put_kind_choice (html, kind);
	fairlead_html_end (html);
}

static void
put_filter (FairleadReportPage *page)
{
	FairleadHtml *html = &page->html;

	fairlead_html_begin (html, "div", "class", "controls scripted", NULL);
	fairlead_html_begin (html, "label", "for", "ranking-search", NULL);
	fairlead_html_text (html, "Name or number contains");
	fairlead_html_end (html);
	fairlead_html_empty (html, "input", "type", "search", "id", "ranking-search",
	                     "autocomplete", "off", "spellcheck", "false", NULL);
	put_kinds (page);
	fairlead_html_begin (html, "p", "id", "ranking-count", "role", "status", NULL);
	fairlead_html_end_all (html, 2);
}

static void
put_table (FairleadReportPage *page)
{
	FairleadHtml *html = &page->html;
	double most[FAIRLEAD_N_COMPONENTS] = { 0.0 };

	for (guint i = 0; i < page->n_shown; i++)
		for (guint j = 0; j < FAIRLEAD_N_COMPONENTS; j++)
			if (isfinite (page->rows[i].components[j]))
				most[j] = MAX (most[j], page->rows[i].components[j]);
	fairlead_html_begin (html, "div", "class", "scroll", "role", "region", "aria-label",
	                     "Table of the ranking", "tabindex", "0", NULL);
	fairlead_html_begin (html, "table", "id", "ranking-table", NULL);
	fairlead_html_put (html, "caption", "hidden", "Ranking, by score");
	put_columns (page);
	fairlead_html_begin (html, "tbody", NULL);
	for (guint i = 0; i < page->n_shown; i++)
		put_row (page, &page->rows[i], most);
	fairlead_html_end_all (html, 3);
}

void
fairlead_report_put_ranking (FairleadReportPage *page)
{
	FairleadHtml *html = &page->html;
	g_autofree char *n_shown = fairlead_number_dup_grouped (page->n_shown);
	g_autofree char *n_rows = fairlead_number_dup_grouped (page->n_rows);

	fairlead_report_begin_section (page, "ranking", "Ranking");
	fairlead_html_begin (html, "p", NULL);
	fairlead_html_printf (html, "The first %s of %s ranked parties%s. ", n_shown, n_rows,
	                      page->n_shown < page->n_rows && page->report->limit != 0
	                                      && page->n_shown < page->report->limit
	                              ? "; the others have no score"
	                              : "");
	if (page->report->draws != NULL)
		fairlead_html_text (html,
		                    "The line is the interval of ranks in 90\xc2\xa0% of the draws,"
		                    " on a scale of logarithms; the dot is the rank. ");
	fairlead_html_text (html, "A bar shows a component as a share of the greatest value of its"
	                          " column.");
	fairlead_html_end (html);
	put_filter (page);
	put_table (page);
	fairlead_html_end (html);
}
