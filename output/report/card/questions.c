/* output/report/card/questions.c: what is open: what to collect next */
#include "output/report/card/card.h"

#include "graph/facts/disagreement.h"
#include "graph/ownership/rules/findings.h"
#include "output/ownership/words.h"

typedef char Number[G_ASCII_DTOSTR_BUF_SIZE];

/* ---- an unknown ---- */

static void
put_party_with_id (FairleadReportPage *page, FairleadVertex vertex)
{
	fairlead_report_put_party (page, vertex);
	fairlead_html_text (&page->html, " (");
	fairlead_html_put (&page->html, "code", NULL,
	                   fairlead_network_get_id (page->network, vertex));
	fairlead_html_text (&page->html, ")");
}

static void
put_question (FairleadReportPage *page, const FairleadUnknown *unknown)
{
	FairleadHtml *html = &page->html;

	switch (unknown->kind) {
	case FAIRLEAD_UNKNOWN_OWNER:
		fairlead_html_text (html, "Who owns ");
		put_party_with_id (page, unknown->party);
		fairlead_html_text (html, "? If the target does, ");
		return;
	case FAIRLEAD_UNKNOWN_MERGE:
		fairlead_html_text (html, "Is ");
		put_party_with_id (page, unknown->party);
		fairlead_html_text (html, " the same as ");
		put_party_with_id (page, unknown->other);
		fairlead_html_text (html, "? If so, ");
		return;
	default:
		fairlead_html_printf (html, "More %s links than these files state: on average, ",
		                      fairlead_link_class_name (unknown->link_class));
	}
}

void
fairlead_report_put_unknown (FairleadReportPage *page, const FairleadUnknown *unknown)
{
	FairleadHtml *html = &page->html;
	Number change, chance;

	fairlead_html_begin (html, "li", NULL);
	put_question (page, unknown);
	fairlead_html_printf (html, "%s places among the first ten change",
	                      FAIRLEAD_REPORT_NUMBER (unknown->change, "%.4g", change));
	if (unknown->newcomer != FAIRLEAD_NO_VERTEX) {
		fairlead_html_text (html, ", and ");
		fairlead_report_put_party (page, unknown->newcomer);
		fairlead_html_text (html, " comes in");
	}
	if (unknown->kind != FAIRLEAD_UNKNOWN_SOURCE)
		fairlead_html_printf (html, " (chance %s)",
		                      FAIRLEAD_REPORT_NUMBER (unknown->chance, "%.2f", chance));
	fairlead_html_text (html, ".");
	fairlead_html_end (html);
}

/* ---- of one party ---- */

static gboolean
is_about (const FairleadUnknown *unknown, FairleadVertex vertex)
{
	return unknown->party == vertex || unknown->other == vertex || unknown->newcomer == vertex;
}

static guint
put_unknowns (FairleadReportPage *page, FairleadVertex vertex)
{
	const GArray *collect = page->report->collect;
	guint n = 0;

	for (guint i = 0; collect != NULL && i < collect->len; i++) {
		const FairleadUnknown *unknown = &g_array_index (collect, FairleadUnknown, i);

		if (!is_about (unknown, vertex))
			continue;
		fairlead_report_put_unknown (page, unknown);
		n++;
	}
	return n;
}

static guint
put_unrecorded_owner (FairleadReportPage *page, FairleadVertex vertex)
{
	FairleadKind kind = fairlead_network_get_kind (page->network, vertex);

	if ((kind != FAIRLEAD_KIND_COMPANY && kind != FAIRLEAD_KIND_VESSEL)
	    || page->holdings->in[vertex + 1] > page->holdings->in[vertex])
		return 0;
	fairlead_html_put (&page->html, "li", NULL, "Who owns it? No record says.");
	return 1;
}

static guint
put_disagreements (FairleadReportPage *page, FairleadVertex vertex)
{
	FairleadHtml *html = &page->html;
	g_autoptr (GPtrArray) facts = fairlead_facts_dup_of (page->facts, vertex);
	g_autoptr (GPtrArray) all = fairlead_facts_dup_disagreements (page->network, facts);

	for (guint i = 0; i < all->len; i++) {
		const FairleadDisagreement *one = g_ptr_array_index (all, i);

		fairlead_html_begin (html, "li", NULL);
		fairlead_html_printf (html,
		                      "Which %s is right? The sources disagree: ", one->label);
		for (guint j = 0; j < one->claims->len; j++) {
			const FairleadClaim *claim = g_ptr_array_index (one->claims, j);

			fairlead_html_text (html, j > 0 ? ", or " : "");
			fairlead_html_name (html, claim->value);
			fairlead_html_text (html, " ");
			fairlead_html_begin (html, "span", "class", "sources", NULL);
			fairlead_report_put_sources_of (page, claim->sources);
			fairlead_html_end (html);
		}
		fairlead_html_end (html);
	}
	return all->len;
}

/* What the 50 per cent rules would need to know, of one that perhaps falls under them */
static guint
put_open_shares (FairleadReportPage *page, FairleadVertex vertex)
{
	guint n = 0;

	for (guint i = 0; i < page->rules->len; i++) {
		const FairleadRule *rule = g_ptr_array_index (page->rules, i);
		g_autoptr (FairleadJudgement) judgement =
			fairlead_judgement_new (page->holdings, rule, NULL);
		g_autofree char *rule_words = fairlead_rule_dup_words (rule);
		g_autofree char *missing = NULL;

		if (fairlead_judgement_get_verdict (judgement, vertex) != FAIRLEAD_VERDICT_POSSIBLE)
			continue;
		missing = fairlead_judgement_dup_missing_words (judgement, vertex);
		if (missing == NULL)
			continue;
		fairlead_html_begin (&page->html, "li", NULL);
		fairlead_html_printf (&page->html, "Does it fall under the %s? It would, with %s.",
		                      rule_words, missing);
		fairlead_html_end (&page->html);
		n++;
	}
	return n;
}

void
fairlead_report_put_questions (FairleadReportPage *page, guint i)
{
	FairleadVertex vertex = page->rows[i].vertex;
	guint n;

	fairlead_report_put_heading (page, "h4", "Open questions");
	fairlead_html_begin (&page->html, "ul", NULL);
	n = put_unrecorded_owner (page, vertex);
	n += put_disagreements (page, vertex);
	n += put_open_shares (page, vertex);
	n += put_unknowns (page, vertex);
	if (n == 0)
		fairlead_html_put (&page->html, "li", NULL,
		                   "None that the records themselves raise. Whether the links above"
		                   " are what they seem is asked of their sources.");
	fairlead_html_end (&page->html);
}

/* ---- of the whole ---- */

#define MOST_UNKNOWNS 20u

void
fairlead_report_put_collect (FairleadReportPage *page)
{
	const GArray *collect = page->report->collect;

	fairlead_report_begin_section (page, "collect", "What to collect next");
	if (collect == NULL || collect->len == 0) {
		fairlead_html_put (&page->html, "p", NULL,
		                   collect == NULL
		                           ? "Not asked for this report."
		                           : "Nothing that was supposed changes the first ten.");
		fairlead_html_end (&page->html);
		return;
	}
	fairlead_html_put (&page->html, "p", NULL,
	                   "The unknowns that may change the first ten most, those first whose"
	                   " change times chance is greatest:");
	fairlead_html_begin (&page->html, "ol", NULL);
	for (guint i = 0; i < MIN (collect->len, MOST_UNKNOWNS); i++)
		fairlead_report_put_unknown (page, &g_array_index (collect, FairleadUnknown, i));
	fairlead_html_end_all (&page->html, 2);
}
