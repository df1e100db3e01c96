/* output/report/section/records.c: doubts about records, the files, and the numbers used */
#include "output/report/report-private.h"

#include "output/write/number.h"

#define MOST_EXAMPLES 5u

/* ---- issues ---- */

static void
put_example (FairleadReportPage *page, guint32 row)
{
	FairleadHtml *html = &page->html;
	guint n;
	const FairleadIssueRow *issue = &fairlead_records_get_issues (page->records, &n)[row];
	g_autofree char *source = fairlead_records_dup_source_text (page->records, issue->source);

	fairlead_html_begin (html, "li", NULL);
	fairlead_html_put (html, "code", NULL, fairlead_report_get_source (page, source));
	fairlead_html_text (html, " ");
	fairlead_html_name (html, fairlead_records_get_text (page->records, issue->text));
	fairlead_html_end (html);
}

static void
put_issue (FairleadReportPage *page, FairleadIssueTag tag)
{
	FairleadHtml *html = &page->html;
	const FairleadIssueInfo *info = fairlead_issue_info (tag);
	const GArray *rows = page->inventory.issues[tag];
	g_autofree char *count = fairlead_number_dup_grouped (rows->len);

	fairlead_html_begin (html, "tr", NULL);
	fairlead_html_begin (html, "th", "scope", "row", NULL);
	fairlead_html_put (html, "code", NULL, info->name);
	fairlead_html_end (html);
	fairlead_report_put_cell (page, fairlead_severity_name (info->severity),
	                          fairlead_severity_name (info->severity));
	fairlead_report_put_cell (page, "number", count);
	fairlead_html_begin (html, "td", NULL);
	fairlead_html_text (html, info->words);
	fairlead_html_begin (html, "ul", "class", "examples", NULL);
	for (guint i = 0; i < MIN (rows->len, MOST_EXAMPLES); i++)
		put_example (page, g_array_index (rows, guint32, i));
	fairlead_html_end_all (html, 3);
}

static gboolean
has_issues (const FairleadReportPage *page)
{
	for (guint tag = 0; tag < FAIRLEAD_N_ISSUE_TAGS; tag++)
		if (page->inventory.issues[tag]->len > 0)
			return TRUE;
	return FALSE;
}

void
fairlead_report_put_issues (FairleadReportPage *page)
{
	static const char *const columns[] = { "Issue", "Severity", "#How many",
		                               "What it means, and examples" };
	g_autofree char *severities = fairlead_inventory_dup_severities (&page->inventory);

	fairlead_report_begin_section (page, "issues", "Doubts about records");
	fairlead_html_begin (&page->html, "p", NULL);
	fairlead_html_printf (&page->html, "%s. ", severities);
	fairlead_html_put (&page->html, "code", NULL, "fairlead check");
	fairlead_html_text (&page->html, " lists all of them.");
	fairlead_html_end (&page->html);
	if (has_issues (page)) {
		fairlead_report_begin_table (page, "Issues", columns, G_N_ELEMENTS (columns));
		for (gint severity = FAIRLEAD_SEVERITY_SERIOUS; severity >= 0; severity--)
			for (guint tag = 0; tag < FAIRLEAD_N_ISSUE_TAGS; tag++)
				if (page->inventory.issues[tag]->len > 0
				    && (gint) fairlead_issue_info (tag)->severity == severity)
					put_issue (page, tag);
		fairlead_report_end_table (page);
	}
	fairlead_html_end (&page->html);
}

/* ---- sources ---- */

static void
put_file (FairleadReportPage *page, const FairleadFileRow *file)
{
	FairleadHtml *html = &page->html;
	const char *format = fairlead_records_get_text (page->records, file->format);
	g_autofree char *n_records = fairlead_number_dup_grouped (file->n_records);

	fairlead_html_begin (html, "tr", NULL);
	fairlead_html_begin (html, "th", "scope", "row", "class", "path", NULL);
	fairlead_html_name (html,
	                    fairlead_report_get_source (
				    page, fairlead_records_get_text (page->records, file->path)));
	fairlead_html_end (html);
	fairlead_report_put_cell (page, NULL, *format != '\0' ? format : "not read");
	fairlead_report_put_cell (page, NULL,
	                          fairlead_records_get_text (page->records, file->issued));
	fairlead_report_put_cell (page, "number", n_records);
	fairlead_html_begin (html, "td", "class", "hash", NULL);
	fairlead_html_put (html, "code", NULL,
	                   fairlead_records_get_text (page->records, file->sha256));
	fairlead_html_end_all (html, 2);
}

void
fairlead_report_put_sources (FairleadReportPage *page)
{
	static const char *const columns[] = { "File", "Read as", "Its date", "#Records",
		                               "SHA-256" };
	guint n;
	const FairleadFileRow *files = fairlead_records_get_files (page->records, &n);

	fairlead_report_begin_section (page, "sources", "Sources");
	fairlead_html_put (
		&page->html, "p", NULL,
		"What was read. A source such as roles.csv:14 is a file and a line of it;"
		" the hash tells whether a file is the one that was read.");
	if (*page->folder != '\0') {
		fairlead_html_begin (&page->html, "p", NULL);
		fairlead_html_text (&page->html, "All files are below ");
		fairlead_html_put (&page->html, "code", NULL, page->folder);
		fairlead_html_end (&page->html);
	}
	fairlead_report_begin_table (page, "Files", columns, G_N_ELEMENTS (columns));
	for (guint i = 0; i < page->inventory.files->len; i++)
		put_file (page, &files[g_array_index (page->inventory.files, guint32, i)]);
	fairlead_report_end_table (page);
	fairlead_html_end (&page->html);
}

/* ---- parameters ---- */

void
fairlead_report_put_parameters (FairleadReportPage *page)
{
	FairleadHtml *html = &page->html;
	g_autofree char *text = fairlead_parameters_dup_text (page->parameters);
	g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

	fairlead_report_begin_section (page, "parameters", "Parameters");
	fairlead_html_begin (html, "p", NULL);
	fairlead_html_text (html, "Every number that the ranking depends on. Their hash is ");
	fairlead_html_put (html, "code", NULL, page->hash);
	fairlead_html_text (html, ": the same files and parameters give the same report, byte for"
	                          " byte.");
	fairlead_html_end (html);
	fairlead_html_begin (html, "details", NULL);
	fairlead_html_put (html, "summary", NULL, "All parameters");
	fairlead_html_begin (html, "pre", "class", "parameters", "tabindex", "0", NULL);
	for (guint i = 0; lines[i] != NULL; i++) {
		fairlead_html_text (html, lines[i]);
		fairlead_html_raw (html, "\n", 1);
	}
	fairlead_html_end_all (html, 3);
}
