/* output/report/card/who.c: who a party is, and why it ranks where it does */
#include "output/report/card/card.h"

#include <math.h>

#include "ingest/grammar/country.h"
#include "output/fact-words.h"
#include "output/vessel/vessel-page.h"
#include "output/write/number.h"
#include "output/write/text.h"

#define MOST_FACTS 14u
#define MOST_COLUMNS 240u

typedef char Number[G_ASCII_DTOSTR_BUF_SIZE];

/* ---- who ---- */

/* Links are told as evidence, and the number that is the party's key stands in the head */
static gboolean
is_shown (const FairleadFact *fact)
{
	return fact->table != FAIRLEAD_FACT_LINK;
}

/* ` (Seychelles)` behind a code; NULL where the fact is no country, or has none */
static char *
dup_country (const FairleadFact *fact)
{
	const char *name;

	if (fact->table != FAIRLEAD_FACT_ATTRIBUTE
	    || fairlead_attribute_info (fact->kind)->type != FAIRLEAD_TYPE_COUNTRY)
		return NULL;
	name = fairlead_country_name (fact->value);
	return name != NULL ? g_strdup_printf (" (%s)", name) : NULL;
}

static void
put_fact (FairleadReportPage *page, const FairleadFact *fact)
{
	FairleadHtml *html = &page->html;
	g_autofree char *field = fairlead_fact_dup_field (fact);
	g_autofree char *value = fairlead_fact_dup_value (fact);
	g_autofree char *country = dup_country (fact);
	g_autofree char *whole = g_strconcat (value, country, NULL);
	g_autofree char *visible = fairlead_text_dup_visible (whole, FALSE);
	g_autofree char *short_value = fairlead_text_dup_shortened (visible, MOST_COLUMNS, FALSE);
	g_autoptr (GPtrArray) sources = fairlead_fact_dup_sources (page->network, fact);

	fairlead_html_begin (html, "tr", NULL);
	fairlead_html_begin (html, "th", "scope", "row", NULL);
	fairlead_html_text (html, field);
	fairlead_html_end (html);
	fairlead_html_begin (html, "td", NULL);
	fairlead_html_name (html, short_value);
	fairlead_html_end (html);
	fairlead_html_begin (html, "td", "class", "sources", NULL);
	fairlead_report_put_sources_of (page, sources);
	fairlead_html_end_all (html, 2);
}

void
fairlead_report_put_who (FairleadReportPage *page, guint i)
{
	static const char *const columns[] = { "What", "Value", "Source" };
	FairleadVertex vertex = page->rows[i].vertex;
	g_autoptr (GPtrArray) facts = fairlead_facts_dup_of (page->facts, vertex);
	guint n = 0, n_shown = 0;

	fairlead_report_put_heading (page, "h4", "Who");
	for (guint j = 0; j < facts->len; j++)
		n += is_shown (facts->pdata[j]);
	if (n == 0) {
		fairlead_html_put (&page->html, "p", NULL,
		                   "No record describes it; others only refer to it.");
		return;
	}
	fairlead_report_begin_table (page, "What records say of it", columns,
	                             G_N_ELEMENTS (columns));
	for (guint j = 0; j < facts->len && n_shown < MOST_FACTS; j++)
		if (is_shown (facts->pdata[j])) {
			put_fact (page, facts->pdata[j]);
			n_shown++;
		}
	fairlead_report_end_table (page);
	if (n <= MOST_FACTS)
		return;
	fairlead_html_begin (&page->html, "p", "class", "more", NULL);
	fairlead_html_printf (&page->html, "and %u more: ", n - MOST_FACTS);
	fairlead_html_begin (&page->html, "code", NULL);
	fairlead_html_printf (&page->html, "fairlead show %s",
	                      fairlead_network_get_id (page->network, vertex));
	fairlead_html_end_all (&page->html, 2);
}

/* ---- why ---- */

static void
put_component (FairleadReportPage *page, const FairleadExplanation *explanation, guint component)
{
	FairleadHtml *html = &page->html;
	const FairleadWhatCarries *part = &explanation->components[component];
	Number share, value, rank;

	fairlead_html_begin (html, "tr", NULL);
	fairlead_html_begin (html, "th", "scope", "row", NULL);
	fairlead_html_text (html, fairlead_component_name (component));
	fairlead_html_end (html);
	fairlead_html_begin (html, "td", NULL);
	fairlead_report_put_bar (page, component, part->share, 160);
	fairlead_html_printf (html, " %s\xc2\xa0%%",
	                      FAIRLEAD_REPORT_NUMBER (100.0 * part->share, "%.0f", share));
	fairlead_html_end (html);
	fairlead_report_put_cell (
		page, "number",
		fairlead_number_short (explanation->row->components[component], value));
	fairlead_report_put_cell (page, "number",
	                          part->rank > 0.0 ? FAIRLEAD_REPORT_NUMBER (part->rank, "%g", rank)
	                                           : "none");
	fairlead_html_end (html);
}

static void
put_exposure (FairleadReportPage *page, const FairleadExposure *exposure)
{
	FairleadHtml *html = &page->html;
	Number share, deviation, factor;

	fairlead_html_begin (html, "p", NULL);
	fairlead_html_printf (html,
	                      "Exposure: %s\xc2\xa0%% of its dealings are with the target (%s)",
	                      FAIRLEAD_REPORT_NUMBER (100.0 * exposure->share, "%.0f", share),
	                      fairlead_exposure_class_name (exposure->exposure_class));
	if (isfinite (exposure->deviation))
		fairlead_html_printf (
			html,
			"; that is %s standard deviations %s what parties with as many"
			" neighbours have on average",
			FAIRLEAD_REPORT_NUMBER (fabs (exposure->deviation), "%.1f", deviation),
			exposure->deviation < 0.0 ? "below" : "above");
	fairlead_html_text (html, ".");
	if (exposure->factor < 1.0)
		fairlead_html_printf (
			html,
			" It serves %u clients, few of them of the target: its score is taken"
			" times %s.",
			exposure->n_clients,
			FAIRLEAD_REPORT_NUMBER (exposure->factor, "%.2f", factor));
	fairlead_html_end (html);
}

/* A signal is told with its innocent causes beside it */
static void
put_note (FairleadReportPage *page, const FairleadSignalNote *note)
{
	FairleadHtml *html = &page->html;
	g_autoptr (GPtrArray) sources = fairlead_note_dup_sources (page->network, note);
	g_autofree char *measure = fairlead_note_dup_measure (page->parameters, note);

	fairlead_html_begin (html, "li", NULL);
	fairlead_html_begin (html, "b", NULL);
	fairlead_html_text (html, fairlead_signal_name (note->signal));
	fairlead_html_end (html);
	fairlead_html_printf (html, " (%s: %s)", fairlead_signal_words (note->signal), measure);
	if (*note->words != '\0') {
		fairlead_html_text (html, ": ");
		fairlead_html_name (html, note->words);
	}
	fairlead_html_text (html, " ");
	fairlead_html_begin (html, "span", "class", "sources", NULL);
	fairlead_report_put_sources_of (page, sources);
	fairlead_html_end (html);
	fairlead_html_text (html, " ");
	fairlead_html_put (html, "small", NULL, fairlead_signal_caution (note->signal));
	fairlead_html_end (html);
}

/* Those that it shows through ships that it owns or runs, and that no note of its own tells of */
static void
put_other_signals (FairleadReportPage *page, const FairleadExplanation *explanation,
                   const GPtrArray *notes)
{
	g_autoptr (GString) names = g_string_new (NULL);

	for (guint i = 0; i < explanation->signals->len; i++) {
		const char *name = g_ptr_array_index (explanation->signals, i);
		gboolean is_told = FALSE;

		for (guint j = 0; j < notes->len; j++) {
			const FairleadSignalNote *note = g_ptr_array_index (notes, j);

			is_told |= g_str_equal (fairlead_signal_name (note->signal), name);
		}
		if (!is_told)
			g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
	}
	if (names->len == 0)
		return;
	fairlead_html_begin (&page->html, "p", NULL);
	fairlead_html_printf (&page->html, "Through ships that it owns or runs: %s.", names->str);
	fairlead_html_end (&page->html);
}

static void
put_signals (FairleadReportPage *page, const FairleadExplanation *explanation)
{
	g_autoptr (GPtrArray) notes =
		fairlead_signals_dup_notes (page->signals, explanation->row->vertex);

	if (notes->len == 0 && explanation->signals->len == 0)
		return;
	fairlead_report_put_heading (page, "h5", "Signals of evasion");
	if (notes->len > 0) {
		fairlead_html_begin (&page->html, "ul", NULL);
		for (guint i = 0; i < notes->len; i++)
			put_note (page, g_ptr_array_index (notes, i));
		fairlead_html_end (&page->html);
	}
	put_other_signals (page, explanation, notes);
}

void
fairlead_report_put_why (FairleadReportPage *page, guint i)
{
	static const char *const columns[] = { "Component", "Share of the score", "#Value",
		                               "#Rank in it" };
	const FairleadExplanation *explanation = &page->explanations[i];

	fairlead_report_put_heading (page, "h4", "Why here");
	fairlead_report_begin_table (page, "What carries the score", columns,
	                             G_N_ELEMENTS (columns));
	for (guint j = 0; j < FAIRLEAD_N_COMPONENTS; j++)
		put_component (page, explanation, j);
	fairlead_report_end_table (page);
	put_exposure (page, &explanation->exposure);
	put_signals (page, explanation);
}
