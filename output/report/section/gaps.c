/* output/report/section/gaps.c: listed by one body and not by another; owned by the listed */
#include "output/report/report-private.h"

#include "output/gaps/gaps-writers.h"
#include "output/ownership/words.h"
#include "output/ranking/evidence.h"
#include "output/values.h"

#define MOST_ROWS 100u

static FairleadGapsPage
gaps_page (const FairleadReportPage *page)
{
	return (FairleadGapsPage){ .network = page->network,
		                   .records = page->records,
		                   .gaps = page->report->gaps,
		                   .held = page->report->held };
}

static void
put_party (FairleadReportPage *page, FairleadVertex vertex)
{
	fairlead_html_begin (&page->html, "th", "scope", "row", NULL);
	fairlead_report_put_party (page, vertex);
	fairlead_html_begin (&page->html, "small", NULL);
	fairlead_html_text (&page->html, " ");
	fairlead_report_put_kind (page, vertex);
	fairlead_html_end_all (&page->html, 2);
}

/* `OFAC since 2017-06-01 (DPRK4)` for each */
static void
put_listings (FairleadReportPage *page, const FairleadGap *gap, GPtrArray *sources)
{
	const FairleadGapsPage gaps = gaps_page (page);

	fairlead_html_begin (&page->html, "td", NULL);
	for (guint i = 0; i < gap->listings->len; i++) {
		const FairleadListing *listing = gap->listings->pdata[i];
		g_autofree char *since = fairlead_date_dup_text (listing->since);
		g_autoptr (GString) programmes = g_string_new (NULL);

		fairlead_values_append (listing->programmes, programmes);
		fairlead_html_printf (&page->html, "%s%s%s%s (%s)", i > 0 ? "; " : "",
		                      listing->body, since != NULL ? " since " : "",
		                      since != NULL ? since : "", programmes->str);
		g_ptr_array_extend_and_steal (sources,
		                              fairlead_gaps_dup_sources (&gaps, listing->sources));
	}
	fairlead_html_end (&page->html);
}

static void
put_absences (FairleadReportPage *page, const FairleadGap *gap)
{
	fairlead_html_begin (&page->html, "td", NULL);
	for (guint i = 0; i < gap->absences->len; i++) {
		const FairleadAbsence *absence = gap->absences->pdata[i];
		g_autofree char *until = fairlead_date_dup_text (absence->until);

		fairlead_html_printf (&page->html, "%s%s: %s%s%s", i > 0 ? "; " : "",
		                      absence->listing.body, fairlead_absence_name (absence->kind),
		                      until != NULL ? " " : "", until != NULL ? until : "");
	}
	fairlead_html_end (&page->html);
}

static void
put_sources (FairleadReportPage *page, const GPtrArray *sources)
{
	fairlead_html_begin (&page->html, "td", "class", "sources", NULL);
	fairlead_report_put_sources_of (page, sources);
	fairlead_html_end (&page->html);
}

static void
put_more (FairleadReportPage *page, guint n)
{
	if (n <= MOST_ROWS)
		return;
	fairlead_html_begin (&page->html, "p", "class", "more", NULL);
	fairlead_html_printf (&page->html, "The first %u of %u; ", MOST_ROWS, n);
	fairlead_html_put (&page->html, "code", NULL, "fairlead gaps");
	fairlead_html_text (&page->html, " lists all.");
	fairlead_html_end (&page->html);
}

static void
put_gaps (FairleadReportPage *page)
{
	static const char *const columns[] = { "Party", "Regime", "Listed by", "Not listed by",
		                               "Source" };
	const GPtrArray *gaps = page->report->gaps->gaps;
	guint n = 0;

	fairlead_report_put_heading (page, "h3", "Listed by one body and not by another");
	fairlead_report_begin_table (page, "Gaps between lists", columns, G_N_ELEMENTS (columns));
	for (guint i = 0; i < gaps->len && n < MOST_ROWS; i++) {
		const FairleadGap *gap = g_ptr_array_index (gaps, i);
		g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_free);

		if (gap->absences->len == 0)
			continue;
		fairlead_html_begin (&page->html, "tr", NULL);
		put_party (page, gap->vertex);
		fairlead_report_put_cell (page, NULL, gap->regime);
		put_listings (page, gap, sources);
		put_absences (page, gap);
		put_sources (page, sources);
		fairlead_html_end (&page->html);
		n++;
	}
	fairlead_report_end_table (page);
	put_more (page, page->n_gaps);
}

/* ---- on no list, and held by the listed ---- */

static char *
dup_hold_words (FairleadReportPage *page, const FairleadHold *hold)
{
	const FairleadLinkFact *fact = fairlead_network_get_link (page->network, hold->link);
	g_autofree char *period = NULL;
	g_autofree char *relation = NULL;

	if (hold->rule != NULL)
		return fairlead_standing_dup_sentence (&hold->standing, hold->rule);
	relation = fairlead_relation_dup_words (fairlead_link_info (fact->kind)->inverse, TRUE);
	period =
		fairlead_period_dup_words (fairlead_network_get_period (page->network, hold->link));
	return g_strconcat (relation, *period != '\0' ? ", " : "", period, NULL);
}

static void
put_hold (FairleadReportPage *page, const FairleadUnlisted *held, const FairleadHold *hold)
{
	const FairleadGapsPage gaps = gaps_page (page);
	g_autofree char *words = dup_hold_words (page, hold);
	g_autoptr (GPtrArray) sources = fairlead_gaps_dup_sources (&gaps, hold->sources);
	g_autoptr (GString) bodies = g_string_new (NULL);

	fairlead_values_append (hold->bodies, bodies);
	fairlead_html_begin (&page->html, "tr", NULL);
	put_party (page, held->vertex);
	fairlead_report_put_cell (page, NULL, fairlead_hold_name (hold->kind));
	fairlead_html_begin (&page->html, "td", NULL);
	fairlead_report_put_party (page, hold->holder);
	fairlead_html_printf (&page->html, " (%s)", bodies->str);
	fairlead_html_end (&page->html);
	fairlead_report_put_cell (page, NULL, words);
	put_sources (page, sources);
	fairlead_html_end (&page->html);
}

static void
put_held (FairleadReportPage *page)
{
	static const char *const columns[] = { "Party", "Held", "By the listed", "How", "Source" };
	const GPtrArray *held = page->report->held;
	guint n = 0, n_all = 0;

	fairlead_report_put_heading (page, "h3", "On no list, and owned or run by the listed");
	fairlead_report_begin_table (page, "Owned or run by the listed", columns,
	                             G_N_ELEMENTS (columns));
	for (guint i = 0; i < held->len; i++) {
		const FairleadUnlisted *one = g_ptr_array_index (held, i);

		n_all += one->holds->len;
		for (guint j = 0; j < one->holds->len && n < MOST_ROWS; j++, n++)
			put_hold (page, one, g_ptr_array_index (one->holds, j));
	}
	fairlead_report_end_table (page);
	put_more (page, n_all);
}

static void
put_compared (FairleadReportPage *page)
{
	const FairleadGaps *gaps = page->report->gaps;
	g_autoptr (GString) bodies = g_string_new (NULL);
	g_autoptr (GString) alone = g_string_new (NULL);

	fairlead_html_begin (&page->html, "p", NULL);
	if (fairlead_values_append (gaps->bodies, bodies))
		fairlead_html_printf (&page->html, "Compared: %s. ", bodies->str);
	else
		fairlead_html_text (&page->html, "These records hold no list. ");
	if (fairlead_values_append (gaps->alone, alone))
		fairlead_html_printf (
			&page->html,
			"Only one body lists anybody for these, so that there is nothing to"
			" compare: %s. ",
			alone->str);
	fairlead_html_text (&page->html,
	                    "Only what the files hold is compared. A gap is a question,"
	                    " not a finding.");
	fairlead_html_end (&page->html);
}

void
fairlead_report_put_gaps (FairleadReportPage *page)
{
	fairlead_report_begin_section (page, "gaps", "Gaps between lists");
	put_compared (page);
	if (page->n_gaps > 0)
		put_gaps (page);
	else
		fairlead_html_put (&page->html, "p", NULL,
		                   "No party is listed by one of the bodies compared and not by"
		                   " another.");
	if (page->report->held->len > 0)
		put_held (page);
	fairlead_html_end (&page->html);
}
