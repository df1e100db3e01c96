/* output/report/card/card.c: a card for each of the first ranked */
#include "output/report/card/card.h"

typedef char Number[G_ASCII_DTOSTR_BUF_SIZE];

static void
put_rank_words (FairleadReportPage *page, guint i)
{
	FairleadHtml *html = &page->html;
	const FairleadRankedRow *row = &page->rows[i];
	const FairleadDraws *draws = page->report->draws;
	const FairleadSpread *spread =
		draws == NULL ? NULL : &g_array_index (draws->spreads, FairleadSpread, i);
	Number score, top;

	fairlead_html_begin (html, "p", "class", "standing", NULL);
	fairlead_html_printf (html, "Rank %u of %u, score %s", row->rank, page->n_rows,
	                      FAIRLEAD_REPORT_NUMBER (row->score, "%.3f", score));
	if (spread != NULL && spread->low > 0) {
		fairlead_html_printf (
			html,
			"; between %u and %u in 90\xc2\xa0%% of the draws, among the first"
			" %u in %s\xc2\xa0%% of them ",
			spread->low, spread->high, draws->choice.top,
			FAIRLEAD_REPORT_NUMBER (100.0 * spread->top, "%.0f", top));
		fairlead_report_put_interval (page, row->rank, spread->low, spread->high,
		                              draws->n_part);
	}
	fairlead_html_end (html);
}

static void
put_head (FairleadReportPage *page, guint i, const char *heading)
{
	FairleadHtml *html = &page->html;
	FairleadVertex vertex = page->rows[i].vertex;

	fairlead_html_begin (html, "header", NULL);
	fairlead_html_begin (html, "h3", "id", heading, NULL);
	fairlead_html_begin (html, "span", "class", "number", NULL);
	fairlead_html_printf (html, "%u", page->rows[i].rank);
	fairlead_html_end (html);
	fairlead_html_text (html, " ");
	fairlead_html_name (html, fairlead_network_get_name (page->network, vertex));
	fairlead_html_end (html);
	fairlead_html_begin (html, "p", "class", "identity", NULL);
	fairlead_report_put_kind (page, vertex);
	fairlead_html_text (html, ", ");
	fairlead_html_put (html, "code", NULL, fairlead_network_get_id (page->network, vertex));
	fairlead_report_put_badge (page, vertex);
	fairlead_html_end (html);
	put_rank_words (page, i);
	fairlead_html_end (html);
}

static gboolean
put_card (FairleadReportPage *page, guint i, GError **error)
{
	FairleadHtml *html = &page->html;
	char id[32], heading[40];

	g_snprintf (id, sizeof id, "card-%u", i + 1);
	g_snprintf (heading, sizeof heading, "card-%u-heading", i + 1);
	fairlead_html_begin (html, "article", "class", "card", "id", id, "aria-labelledby", heading,
	                     NULL);
	page->card = i + 1;
	put_head (page, i, heading);
	fairlead_report_put_who (page, i);
	fairlead_report_put_why (page, i);
	fairlead_report_put_evidence (page, i);
	if (!fairlead_report_put_ownership (page, i, error)
	    || !fairlead_report_put_timeline (page, i, error))
		return FALSE;
	fairlead_report_put_change (page, i);
	fairlead_report_put_questions (page, i);
	page->card = 0;
	fairlead_html_end (html);
	return TRUE;
}

gboolean
fairlead_report_put_cards (FairleadReportPage *page, GError **error)
{
	fairlead_report_begin_section (page, "cards", "Facilitators");
	fairlead_html_begin (&page->html, "p", NULL);
	fairlead_html_printf (&page->html,
	                      "A card for each of the first %u ranked: who it is, why it stands"
	                      " there, the links that say so, and what would change it.",
	                      page->n_cards);
	fairlead_html_end (&page->html);
	for (guint i = 0; i < page->n_cards; i++)
		if (!put_card (page, i, error))
			return FALSE;
	fairlead_html_end (&page->html);
	return TRUE;
}
