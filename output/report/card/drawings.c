/* output/report/card/drawings.c: who owns a party and what it holds; the life of a ship */
#include "output/report/card/card.h"

#include "output/ownership/own-svg.h"
#include "output/ownership/words.h"
#include "output/vessel/vessel-output.h"
#include "output/vessel/vessel-page.h"

#define MOST_HOLDINGS 12u
#define MOST_BARS 60u

/* ---- ownership ---- */

typedef struct {
	FairleadFindings *findings;
	guint n;
} Found;

static void
found_clear (Found *self)
{
	for (guint i = 0; i < self->n; i++)
		fairlead_findings_clear (&self->findings[i]);
	g_free (self->findings);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Found, found_clear)

static void
judge (FairleadReportPage *page, FairleadVertex vertex, Found *found)
{
	found->findings = g_new0 (FairleadFindings, MAX (page->rules->len, 1u));
	for (; found->n < page->rules->len; found->n++)
		fairlead_findings_init (&found->findings[found->n], page->holdings,
		                        g_ptr_array_index (page->rules, found->n),
		                        &(FairleadWhoCounts){ NULL, NULL }, &vertex);
}

/* @is_of: who holds @vertex, else what it holds */
static guint
count_holdings (const FairleadReportPage *page, FairleadVertex vertex, gboolean is_of)
{
	const guint32 *ends = is_of ? page->holdings->in : page->holdings->out;

	return ends[vertex + 1] - ends[vertex];
}

static guint32
holding_at (const FairleadReportPage *page, FairleadVertex vertex, gboolean is_of, guint i)
{
	return is_of ? page->holdings->in_items[page->holdings->in[vertex] + i]
	             : page->holdings->out[vertex] + i;
}

static void
put_holding (FairleadReportPage *page, guint32 holding, gboolean is_of)
{
	FairleadHtml *html = &page->html;
	const FairleadHolding *item = &page->holdings->items[holding];
	g_autofree char *words = fairlead_holding_dup_words (page->holdings, holding);
	g_autoptr (GPtrArray) sources = fairlead_holding_dup_sources (page->holdings, holding);
	FairleadVertex other = is_of ? item->holder : item->company;

	fairlead_html_begin (html, "li", NULL);
	if (!is_of)
		fairlead_html_printf (html, "%s ", words);
	fairlead_report_put_party (page, other);
	fairlead_report_put_badge (page, other);
	if (is_of)
		fairlead_html_printf (html, " %s it", words);
	fairlead_html_text (html, " ");
	fairlead_html_begin (html, "span", "class", "sources", NULL);
	fairlead_report_put_sources_of (page, sources);
	fairlead_html_end_all (html, 2);
}

static void
put_holdings (FairleadReportPage *page, FairleadVertex vertex, gboolean is_of)
{
	guint n = count_holdings (page, vertex, is_of);

	fairlead_report_put_heading (page, "h5",
	                             is_of ? "Held directly by" : "What it holds directly");
	fairlead_html_begin (&page->html, "ul", NULL);
	for (guint i = 0; i < MIN (n, MOST_HOLDINGS); i++)
		put_holding (page, holding_at (page, vertex, is_of, i), is_of);
	if (n > MOST_HOLDINGS) {
		fairlead_html_begin (&page->html, "li", NULL);
		fairlead_html_printf (&page->html, "and %u more", n - MOST_HOLDINGS);
		fairlead_html_end (&page->html);
	}
	fairlead_html_end (&page->html);
}

static void
put_verdicts (FairleadReportPage *page, const Found *found)
{
	fairlead_html_begin (&page->html, "ul", "class", "verdicts", NULL);
	for (guint i = 0; i < found->n; i++) {
		const FairleadFinding *finding =
			&g_array_index (found->findings[i].findings, FairleadFinding, 0);
		g_autofree char *sentence = fairlead_standing_dup_sentence (
			&finding->standing,
			fairlead_judgement_get_rule (found->findings[i].judgement));

		fairlead_html_put (&page->html, "li", NULL, sentence);
	}
	fairlead_html_end (&page->html);
}

static gboolean
put_drawing (FairleadReportPage *page, FairleadVertex vertex, gboolean is_of, const Found *found,
             GError **error)
{
	g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
	g_autoptr (GBytes) svg = NULL;
	const FairleadStakeQuestion question = { .vertex = vertex, .is_down = !is_of };
	const FairleadOwnView view = { .holdings = page->holdings,
		                       .findings = found->findings,
		                       .n_findings = found->n,
		                       .vertex = vertex,
		                       .question = &question,
		                       .as_of = page->holdings->as_of };
	g_autofree char *words = NULL;

	if (!fairlead_own_write_svg (&view, stream, page->cancellable, error)
	    || !g_output_stream_close (stream, NULL, error))
		return FALSE;
	svg = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
	words = g_strdup_printf ("%s %s: the holdings listed here, and those behind them",
	                         is_of ? "Who owns" : "What is held by",
	                         fairlead_network_get_name (page->network, vertex));
	fairlead_report_put_picture (page, svg, words,
	                             is_of ? "Ownership chain" : "What it holds, down the chain");
	return TRUE;
}

gboolean
fairlead_report_put_ownership (FairleadReportPage *page, guint i, GError **error)
{
	FairleadVertex vertex = page->rows[i].vertex;
	FairleadKind kind = fairlead_network_get_kind (page->network, vertex);
	gboolean has_owners = count_holdings (page, vertex, TRUE) > 0;
	gboolean has_holdings = count_holdings (page, vertex, FALSE) > 0;
	g_auto (Found) found = { NULL, 0 };

	if (kind == FAIRLEAD_KIND_PERSON && !has_owners && !has_holdings)
		return TRUE;
	fairlead_report_put_heading (page, "h4", "Ownership");
	judge (page, vertex, &found);
	if (has_owners) {
		put_holdings (page, vertex, TRUE);
		put_verdicts (page, &found);
		if (!put_drawing (page, vertex, TRUE, &found, error))
			return FALSE;
	} else if (kind != FAIRLEAD_KIND_PERSON)
		fairlead_html_put (&page->html, "p", NULL, "No owner of it is recorded.");
	if (!has_holdings)
		return TRUE;
	put_holdings (page, vertex, FALSE);
	return has_owners || put_drawing (page, vertex, FALSE, &found, error);
}

/* ---- the life of a ship ---- */

static void
put_bar (FairleadReportPage *page, const FairleadBar *bar)
{
	FairleadHtml *html = &page->html;
	g_autofree char *words = fairlead_bar_dup_words (bar);
	g_autofree char *since = fairlead_bar_dup_since (bar);
	g_autofree char *until = fairlead_bar_dup_until (bar);
	g_autoptr (GPtrArray) sources = fairlead_bar_dup_sources (page->network, bar);

	fairlead_html_begin (html, "tr", NULL);
	fairlead_html_begin (html, "th", "scope", "row", NULL);
	fairlead_html_text (html, fairlead_lane_title (bar->lane));
	fairlead_html_end (html);
	fairlead_html_begin (html, "td", NULL);
	fairlead_html_name (html, words);
	if (*bar->detail != '\0')
		fairlead_html_printf (html, ", %s", bar->detail);
	fairlead_html_end (html);
	fairlead_report_put_cell (page, NULL, since != NULL ? since : "");
	fairlead_report_put_cell (page, NULL, until != NULL ? until : "");
	fairlead_html_begin (html, "td", "class", "sources", NULL);
	fairlead_report_put_sources_of (page, sources);
	fairlead_html_end_all (html, 2);
}

static void
put_bars (FairleadReportPage *page, const GPtrArray *bars)
{
	static const char *const columns[] = { "What", "Value", "Since", "Until", "Source" };

	fairlead_html_begin (&page->html, "details", NULL);
	fairlead_html_put (&page->html, "summary", NULL, "The timeline as a table");
	fairlead_report_begin_table (page, "Timeline", columns, G_N_ELEMENTS (columns));
	for (guint i = 0; i < MIN (bars->len, MOST_BARS); i++)
		put_bar (page, g_ptr_array_index (bars, i));
	fairlead_report_end_table (page);
	if (bars->len > MOST_BARS) {
		fairlead_html_begin (&page->html, "p", NULL);
		fairlead_html_printf (&page->html, "and %u more", bars->len - MOST_BARS);
		fairlead_html_end (&page->html);
	}
	fairlead_html_end (&page->html);
}

gboolean
fairlead_report_put_timeline (FairleadReportPage *page, guint i, GError **error)
{
	FairleadVertex ship = page->rows[i].vertex;
	g_autoptr (GOutputStream) stream = NULL;
	g_autoptr (GBytes) svg = NULL;
	g_autoptr (GPtrArray) bars = NULL;
	g_autofree char *words = NULL;
	const FairleadVesselView view = {
		.network = page->network,
		.signals = page->signals,
		.parameters = page->parameters,
		.expressions = fairlead_ranking_get_target_expressions (page->ranking),
		.n_targets = fairlead_ranking_get_n_targets (page->ranking),
	};

	if (fairlead_network_get_kind (page->network, ship) != FAIRLEAD_KIND_VESSEL)
		return TRUE;
	stream = g_memory_output_stream_new_resizable ();
	if (!fairlead_vessel_write_svg (&view, ship, stream, page->cancellable, error)
	    || !g_output_stream_close (stream, NULL, error))
		return FALSE;
	svg = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
	bars = fairlead_timeline_dup_bars (page->facts, page->network, ship, page->cancellable);
	words = g_strdup_printf ("The life of %s on one timeline: the table below has it in words",
	                         fairlead_network_get_name (page->network, ship));
	fairlead_report_put_heading (page, "h4", "Timeline");
	fairlead_report_put_picture (page, svg, words, "Names, flags, owners and events over time");
	put_bars (page, bars);
	return TRUE;
}
