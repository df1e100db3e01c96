/* output/report/card/evidence.c: the links that lead to the target, and what would change a rank */
#include "output/report/card/card.h"

#include "output/ranking/evidence.h"

typedef char Number[G_ASCII_DTOSTR_BUF_SIZE];

static void
put_statement (FairleadReportPage *page, const FairleadStatement *statement, FairleadVertex to)
{
	FairleadHtml *html = &page->html;
	g_autofree char *words =
		fairlead_relation_dup_words (statement->kind, statement->is_reversed);
	g_autofree char *details = fairlead_statement_dup_details (statement);
	Number confidence;

	fairlead_html_printf (html, "%s ", words);
	fairlead_report_put_party (page, to);
	fairlead_report_put_badge (page, to);
	if (*details != '\0')
		fairlead_html_printf (html, ", %s", details);
	if (statement->confidence < 1.0)
		fairlead_html_printf (
			html, ", confidence %s",
			FAIRLEAD_REPORT_NUMBER (statement->confidence, "%.2f", confidence));
	fairlead_html_text (html, " ");
	fairlead_html_begin (html, "span", "class", "sources", NULL);
	fairlead_report_put_sources_of (page, statement->sources);
	fairlead_html_end (html);
}

void
fairlead_report_put_hop (FairleadReportPage *page, const FairleadHop *hop)
{
	g_autoptr (GPtrArray) statements = fairlead_hop_dup_statements (page->network, hop);

	for (guint i = 0; i < statements->len; i++) {
		if (i > 0)
			fairlead_html_text (&page->html, " and ");
		put_statement (page, g_ptr_array_index (statements, i), hop->to);
	}
}

static void
put_path (FairleadReportPage *page, const FairleadPath *path)
{
	FairleadHtml *html = &page->html;
	Number confidence;

	fairlead_html_begin (html, "li", NULL);
	fairlead_html_begin (html, "p", NULL);
	fairlead_html_printf (html, "%u %s, confidence %s", path->hops->len,
	                      path->hops->len == 1 ? "link" : "links",
	                      FAIRLEAD_REPORT_NUMBER (path->confidence, "%.2f", confidence));
	fairlead_html_end (html);
	fairlead_html_begin (html, "ol", "class", "path", NULL);
	for (guint i = 0; i < path->hops->len; i++) {
		fairlead_html_begin (html, "li", NULL);
		fairlead_report_put_hop (page, &g_array_index (path->hops, FairleadHop, i));
		fairlead_html_end (html);
	}
	fairlead_html_end_all (html, 2);
}

void
fairlead_report_put_evidence (FairleadReportPage *page, guint i)
{
	const GPtrArray *paths = page->explanations[i].paths;

	fairlead_report_put_heading (page, "h4", "Evidence");
	if (paths->len == 0) {
		fairlead_html_put (&page->html, "p", NULL, "No link leads to the target.");
		return;
	}
	fairlead_html_put (&page->html, "p", NULL,
	                   "The strongest paths to the target, each over another neighbour:");
	fairlead_html_begin (&page->html, "ul", "class", "paths", NULL);
	for (guint j = 0; j < paths->len; j++)
		put_path (page, g_ptr_array_index (paths, j));
	fairlead_html_end (&page->html);
}

/* ---- what would change it ---- */

static void
put_removed (FairleadReportPage *page, const FairleadExplanation *explanation, guint n)
{
	FairleadHtml *html = &page->html;
	const FairleadHop *hop = &g_array_index (explanation->removed, FairleadHop, n);

	fairlead_html_begin (html, "li", NULL);
	fairlead_html_begin (html, "b", NULL);
	fairlead_html_printf (html, "Rank %u", g_array_index (explanation->ranks, guint32, n));
	fairlead_html_end (html);
	fairlead_html_text (html, n == 0 ? " without this: " : " without this too: ");
	fairlead_report_put_party (page, hop->from);
	fairlead_html_text (html, " ");
	fairlead_report_put_hop (page, hop);
	fairlead_html_end (html);
}

void
fairlead_report_put_change (FairleadReportPage *page, guint i)
{
	const FairleadExplanation *explanation = &page->explanations[i];
	guint n = explanation->removed->len;

	fairlead_report_put_heading (page, "h4", "What would change it");
	if (n == 0) {
		fairlead_html_put (&page->html, "p", NULL,
		                   "No link of the evidence above moves it, taken away alone.");
		return;
	}
	fairlead_html_begin (&page->html, "p", NULL);
	fairlead_html_printf (&page->html,
	                      "It ranks %u because of %s; each is worth checking at its source.",
	                      explanation->row->rank, n == 1 ? "this link" : "these links");
	fairlead_html_end (&page->html);
	fairlead_html_begin (&page->html, "ol", NULL);
	for (guint j = 0; j < n; j++)
		put_removed (page, explanation, j);
	fairlead_html_end (&page->html);
}
