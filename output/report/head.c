/* output/report/head.c: the head of a report, its policy, its style, its scripts */
#include "output/report/report-private.h"

#include <string.h>

#include "output/as-of.h"
#include "output/report/report-resources.h"
#include "output/write/number.h"

#define FOLDER "/fairlead/report/"
#define STYLE "report.css"
#define LIBRARY "cytoscape.min.js"

/* In the order in which they stand in the page */
static const struct {
	const char *name;
	gboolean is_of_network;
} scripts[] = {
	{ LIBRARY, TRUE },      { "graph.js", TRUE },   { "looks.js", TRUE },
	{ "few.js", TRUE },     { "painter.js", TRUE }, { "many.js", TRUE },
	{ "network.js", TRUE }, { "report.js", FALSE },
};

GBytes *
fairlead_report_dup_resource (const char *name)
{
	g_autofree char *path = g_strconcat (FOLDER, name, NULL);

	return g_resource_lookup_data (fairlead_report_resources_get_resource (), path,
	                               G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

gboolean
fairlead_report_is_interactive (void)
{
	g_autoptr (GBytes) library = fairlead_report_dup_resource (LIBRARY);

	return library != NULL;
}

/* `'sha256-...'`: what the policy admits; empty where there is nothing to admit */
static char *
dup_hash (const char *name)
{
	g_autoptr (GBytes) bytes = fairlead_report_dup_resource (name);
	g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
	guint8 digest[32];
	gsize size = sizeof digest, length;
	const guchar *data;
	g_autofree char *base64 = NULL;

	if (bytes == NULL)
		return g_strdup ("");
	data = g_bytes_get_data (bytes, &length);
	g_checksum_update (checksum, data, (gssize) length);
	g_checksum_get_digest (checksum, digest, &size);
	base64 = g_base64_encode (digest, size);
	return g_strdup_printf (" 'sha256-%s'", base64);
}

static void
put_policy (FairleadReportPage *page)
{
	g_autofree char *style = dup_hash (STYLE);
	g_autoptr (GString) hashes = g_string_new (NULL);
	g_autofree char *policy = NULL;

	for (guint i = 0; i < G_N_ELEMENTS (scripts); i++) {
		g_autofree char *hash =
			!scripts[i].is_of_network || fairlead_report_is_interactive ()
				? dup_hash (scripts[i].name)
				: g_strdup ("");

		g_string_append (hashes, hash);
	}
	policy = g_strdup_printf ("default-src 'none'; img-src data:; style-src%s; script-src%s;"
	                          " base-uri 'none'; form-action 'none'",
	                          style, hashes->str);
	fairlead_html_empty (&page->html, "meta", "http-equiv", "Content-Security-Policy",
	                     "content", policy, NULL);
}

/* What is in a style or a script is no text: it stands as it is */
static void
put_resource (FairleadReportPage *page, const char *name)
{
	g_autoptr (GBytes) bytes = fairlead_report_dup_resource (name);
	gsize size = 0;
	const char *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : "";

	fairlead_html_raw (&page->html, data, size);
}

static void
put_meta (FairleadReportPage *page)
{
	FairleadHtml *html = &page->html;

	fairlead_html_begin (html, "head", NULL);
	fairlead_html_empty (html, "meta", "charset", "utf-8", NULL);
	put_policy (page);
	fairlead_html_empty (html, "meta", "name", "viewport", "content",
	                     "width=device-width, initial-scale=1", NULL);
	fairlead_html_empty (html, "meta", "name", "color-scheme", "content", "light dark", NULL);
	fairlead_html_empty (html, "meta", "name", "referrer", "content", "no-referrer", NULL);
	fairlead_html_empty (html, "meta", "name", "generator", "content",
	                     "fairlead " FAIRLEAD_VERSION, NULL);
	fairlead_html_put (html, "title", NULL, page->title);
	/* The name is the one under which Cytoscape looks for a style of its own, and adds one
	 * where there is none, which the policy would forbid */
	fairlead_html_begin (html, "style", "id", "__________cytoscape_stylesheet", NULL);
	put_resource (page, STYLE);
	fairlead_html_end_all (html, 2);
}

/* ---- the top of the page ---- */

static const struct {
	const char *id;
	const char *words;
} sections[] = {
	{ "summary", "Summary" },      { "ranking", "Ranking" },       { "cards", "Facilitators" },
	{ "network", "Network" },      { "supply", "Supply" },         { "gaps", "Gaps" },
	{ "collect", "Collect next" }, { "limits", "Limits" },         { "issues", "Issues" },
	{ "sources", "Sources" },      { "parameters", "Parameters" },
};

static void
put_navigation (FairleadReportPage *page)
{
	FairleadHtml *html = &page->html;

	fairlead_html_begin (html, "nav", "aria-label", "Sections", NULL);
	fairlead_html_begin (html, "ul", NULL);
	for (guint i = 0; i < G_N_ELEMENTS (sections); i++) {
		g_autofree char *address = g_strconcat ("#", sections[i].id, NULL);

		fairlead_html_begin (html, "li", NULL);
		fairlead_html_begin (html, "a", "href", address, NULL);
		fairlead_html_text (html, sections[i].words);
		fairlead_html_end_all (html, 2);
	}
	fairlead_html_end_all (html, 2);
}

static void
put_as_of (FairleadReportPage *page)
{
	g_autofree char *lines = fairlead_as_of_dup_lines (page->network);

	if (*lines != '\0')
		fairlead_html_put (&page->html, "p", "as-of", g_strstrip (lines));
}

static void
put_title (FairleadReportPage *page)
{
	FairleadHtml *html = &page->html;
	g_autofree char *records = fairlead_number_dup_grouped (page->inventory.n_records);
	g_autofree char *n_ranked = fairlead_number_dup_grouped (page->n_rows);
	guint n_targets = fairlead_ranking_get_n_targets (page->ranking);

	fairlead_html_begin (html, "header", "class", "top", NULL);
	fairlead_html_put (html, "p", "kicker", "Report on a procurement network");
	fairlead_html_begin (html, "h1", NULL);
	fairlead_html_name (html, page->title);
	fairlead_html_end (html);
	fairlead_html_begin (html, "p", "class", "lede", NULL);
	fairlead_html_text (html, "Target: ");
	fairlead_html_put (html, "code", NULL, page->target);
	fairlead_html_printf (html, ", %u %s. %s parties ranked, from %s records in %u %s.",
	                      n_targets, n_targets == 1 ? "party" : "parties", n_ranked, records,
	                      page->inventory.files->len,
	                      page->inventory.files->len == 1 ? "file" : "files");
	fairlead_html_end (html);
	put_as_of (page);
	fairlead_html_put (html, "p", "motto", "A high rank is a question, not a finding.");
	fairlead_html_end (html);
}

void
fairlead_report_put_head (FairleadReportPage *page)
{
	FairleadHtml *html = &page->html;

	put_meta (page);
	fairlead_html_begin (html, "body", NULL);
	fairlead_html_begin (html, "a", "class", "skip", "href", "#content", NULL);
	fairlead_html_text (html, "Skip to the report");
	fairlead_html_end (html);
	put_title (page);
	put_navigation (page);
}

/* ---- the end of it ---- */

static void
put_script (FairleadReportPage *page, const char *name)
{
	fairlead_html_begin (&page->html, "script", NULL);
	put_resource (page, name);
	fairlead_html_end (&page->html);
}

void
fairlead_report_put_scripts (FairleadReportPage *page)
{
	FairleadHtml *html = &page->html;
	gboolean has_network =
		fairlead_report_is_interactive () && page->report->part->vertices->len > 0;

	fairlead_html_begin (html, "footer", NULL);
	fairlead_html_begin (html, "p", NULL);
	fairlead_html_printf (html, "Made by fairlead %s. Parameters %s. ", FAIRLEAD_VERSION,
	                      page->hash);
	fairlead_html_text (html, "A high rank is a question, not a finding.");
	fairlead_html_end_all (html, 2);
	for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
		if (!scripts[i].is_of_network || has_network)
			put_script (page, scripts[i].name);
}
