/* output/report/section/limits.c: what the ranking does not show */
#include "output/report/report-private.h"

/* Kept with README's 'What it cannot show' and docs/backtest.md */
static const char *const limits[] = {
	"Anybody whom no file names, and any link that nobody recorded. A party that is"
	" absent here was not cleared: it was not seen.",
	"What anybody knew, meant or did. The ranking counts links in records; a secretary, a"
	" bank or a neighbour in an office building may stand high for innocent reasons.",
	"Whether two records of similar names are one party. Records join by numbers that"
	" name one thing for life, and by exact names where a record names the other party;"
	" what may be the same and was not joined is asked under What to collect next.",
	"The order within wide intervals. Where the 5 to 95 % interval of one party covers"
	" another's rank, the records do not say which of them matters more.",
	"The law. Ownership is summed as the records have it; whom a rule binds, and whether"
	" control exists, is a question for lawyers.",
	"How good it is on a case to come. On invented worlds whose facilitators are known,"
	" its mean average precision was 0.27, where 1 is perfect and the best simple count"
	" had 0.12; on listings of 2016 and 2017, asked from those of 2015, it did no better"
	" than counting listed neighbours.",
};

void
fairlead_report_put_limits (FairleadReportPage *page)
{
	fairlead_report_begin_section (page, "limits", "What the ranking does not show");
	fairlead_html_begin (&page->html, "ul", "class", "limits", NULL);
	for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
		fairlead_html_put (&page->html, "li", NULL, limits[i]);
	fairlead_html_end (&page->html);
	fairlead_html_put (&page->html, "p", "motto", "A high rank is a question, not a finding.");
	fairlead_html_end (&page->html);
}
