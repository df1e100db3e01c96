/* output/report/section/summary.c: the result in words */
#include "output/report/report-private.h"

#include "output/ranking/evidence.h"
#include "output/write/number.h"

#define N_NAMED 5u

typedef char Number[G_ASCII_DTOSTR_BUF_SIZE];

static const FairleadSpread *
spread_of (const FairleadReportPage *page, guint i)
{
	const FairleadSpread *spread =
		page->report->draws == NULL
			? NULL
			: &g_array_index (page->report->draws->spreads, FairleadSpread, i);

	return spread != NULL && spread->low > 0 ? spread : NULL;
}

/* The component that carries the most of the score */
static guint
first_component (const FairleadExplanation *explanation)
{
	guint first = 0;

	for (guint i = 1; i < FAIRLEAD_N_COMPONENTS; i++)
		if (explanation->components[i].share > explanation->components[first].share)
			first = i;
	return first;
}

/* `registered owner of HESPER AMBER, since 2016` */
static void
put_hop (FairleadReportPage *page, const FairleadHop *hop)
{
	g_autoptr (GPtrArray) statements = fairlead_hop_dup_statements (page->network, hop);
	const FairleadStatement *statement = g_ptr_array_index (statements, 0);
	g_autofree char *words =
		fairlead_relation_dup_words (statement->kind, statement->is_reversed);

	fairlead_html_printf (&page->html, "%s ", words);
	fairlead_report_put_party (page, hop->to);
	fairlead_report_put_badge (page, hop->to);
}

static void
put_strongest_path (FairleadReportPage *page, const FairleadExplanation *explanation)
{
	const FairleadPath *path;

	if (explanation->paths->len == 0) {
		fairlead_html_text (&page->html, " No link leads from it to the target.");
		return;
	}
	path = g_ptr_array_index (explanation->paths, 0);
	fairlead_html_text (&page->html, " Its strongest path to the target: ");
	for (guint i = 0; i < path->hops->len; i++) {
		if (i > 0)
			fairlead_html_text (&page->html, ", which is ");
		put_hop (page, &g_array_index (path->hops, FairleadHop, i));
	}
	fairlead_html_text (&page->html, ".");
}

static void
put_one (FairleadReportPage *page, guint i)
{
	FairleadHtml *html = &page->html;
	const FairleadExplanation *explanation = &page->explanations[i];
	const FairleadSpread *spread = spread_of (page, i);
	guint first = first_component (explanation);
	Number share;

	fairlead_html_begin (html, "li", NULL);
	fairlead_html_begin (html, "strong", NULL);
	fairlead_report_put_party (page, explanation->row->vertex);
	fairlead_html_end (html);
	fairlead_html_text (html, ", ");
	fairlead_report_put_kind (page, explanation->row->vertex);
	fairlead_report_put_badge (page, explanation->row->vertex);
	if (spread != NULL && spread->low == spread->high)
		fairlead_html_printf (html, ": rank %u in 90\xc2\xa0%% of the draws", spread->low);
	else if (spread != NULL)
		fairlead_html_printf (html, ": between rank %u and %u in 90\xc2\xa0%% of the draws",
		                      spread->low, spread->high);
	fairlead_html_printf (html, "; carried most by %s (%s\xc2\xa0%% of the score).",
	                      fairlead_component_name (first),
	                      FAIRLEAD_REPORT_NUMBER (100.0 * explanation->components[first].share,
	                                              "%.0f", share));
	put_strongest_path (page, explanation);
	fairlead_html_end (html);
}

static void
put_first (FairleadReportPage *page)
{
	guint n = MIN (page->n_cards, N_NAMED);

	if (n == 0) {
		fairlead_html_put (&page->html, "p", NULL,
		                   "Nobody has a score: no link leads from any ranked party to the"
		                   " target.");
		return;
	}
	fairlead_html_put (&page->html, "p", NULL,
	                   "By the links in these records, these connect the target to the market"
	                   " more than others do:");
	fairlead_html_begin (&page->html, "ol", "class", "first", NULL);
	for (guint i = 0; i < n; i++)
		put_one (page, i);
	fairlead_html_end (&page->html);
}

/* ---- tiles of numbers ---- */

static void
put_tile (FairleadReportPage *page, const char *number, const char *words)
{
	fairlead_html_begin (&page->html, "div", NULL);
	fairlead_html_put (&page->html, "dt", NULL, words);
	fairlead_html_put (&page->html, "dd", NULL, number);
	fairlead_html_end (&page->html);
}

static void
put_count (FairleadReportPage *page, guint64 number, const char *words)
{
	g_autofree char *text = fairlead_number_dup_grouped (number);

	put_tile (page, text, words);
}

static void
put_tiles (FairleadReportPage *page)
{
	fairlead_html_begin (&page->html, "dl", "class", "tiles", NULL);
	put_count (page, page->n_rows, "parties ranked");
	put_count (page, fairlead_ranking_get_n_targets (page->ranking), "in the target");
	put_count (page, fairlead_network_get_n_links (page->network), "links in the records");
	if (page->report->draws != NULL) {
		Number kept;
		g_autofree char *text = g_strconcat (
			FAIRLEAD_REPORT_NUMBER (100.0 * page->report->draws->kept, "%.0f", kept),
			"\xc2\xa0%", NULL);

		put_tile (page, text, "of the first ten stay when links are drawn");
	}
	put_count (page, page->n_gaps, "listed by one body and not another");
	put_count (page,
	           page->inventory.severities[FAIRLEAD_SEVERITY_SERIOUS]
	                   + page->inventory.severities[FAIRLEAD_SEVERITY_WARNING],
	           "doubts about records, serious or warning");
	fairlead_html_end (&page->html);
}

/* ---- how firm it is ---- */

static void
put_firmness (FairleadReportPage *page)
{
	const FairleadDraws *draws = page->report->draws;
	Number kept, first;

	if (draws == NULL)
		return;
	fairlead_html_begin (&page->html, "p", NULL);
	fairlead_html_printf (
		&page->html,
		"How firm that is: in %u draws of links by their confidence, with links added"
		" that nobody recorded (seed %u), %s\xc2\xa0%% of the first %u stay among them, and"
		" the first stays first in %s\xc2\xa0%%. Where an interval below is wide, the order"
		" within it says little.",
		draws->choice.n_draws, draws->choice.seed,
		FAIRLEAD_REPORT_NUMBER (100.0 * draws->kept, "%.0f", kept), draws->choice.top,
		FAIRLEAD_REPORT_NUMBER (100.0 * draws->first, "%.0f", first));
	fairlead_html_end (&page->html);
}

void
fairlead_report_put_summary (FairleadReportPage *page)
{
	fairlead_report_begin_section (page, "summary", "Summary");
	put_tiles (page);
	put_first (page);
	put_firmness (page);
	fairlead_html_put (
		&page->html, "p", NULL,
		"Rank and score say where a party stands in the records that were read, not what it"
		" knew or meant. What the ranking cannot show is said under Limits, and each number"
		" leads back to a file and a line.");
	fairlead_html_end (&page->html);
}
