/* output/report/report.c: the page as a whole */
#include "output/report/report-private.h"

#include "graph/ownership/rules/rules.h"
#include "graph/selection/choice.h"
#include "output/chart/chart.h"
#include "output/ranking/ranking-output.h"

#define N_PATHS 3
#define N_CHART_PATHS 2
#define MOST_CHART_ROWS 6u

static void
page_clear (FairleadReportPage *self)
{
	for (guint i = 0; self->explanations != NULL && i < self->n_cards; i++)
		if (self->explanations[i].row != NULL)
			fairlead_explanation_clear (&self->explanations[i]);
	g_free (self->explanations);
	fairlead_html_clear (&self->html);
	fairlead_inventory_clear (&self->inventory);
	g_free (self->hash);
	g_free (self->title);
	g_free (self->target);
	g_clear_pointer (&self->facts, fairlead_facts_free);
	g_clear_pointer (&self->holdings, fairlead_holdings_free);
	g_clear_pointer (&self->rules, g_ptr_array_unref);
	g_clear_pointer (&self->all_rules, g_ptr_array_unref);
	g_clear_pointer (&self->signals, fairlead_signals_free);
	g_free (self->is_target);
	g_clear_pointer (&self->chart, g_bytes_unref);
	g_free (self->folder);
}
typedef FairleadReportPage Page;
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Page, page_clear)

static void
count_gaps (FairleadReportPage *page)
{
	const FairleadGaps *gaps = page->report->gaps;

	for (guint i = 0; i < gaps->gaps->len; i++)
		page->n_gaps += ((const FairleadGap *) gaps->gaps->pdata[i])->absences->len > 0;
}

/* The folder that all files are in, so that their names can be read without it */
static char *
dup_folder (FairleadRecords *records)
{
	guint n;
	const FairleadFileRow *files = fairlead_records_get_files (records, &n);
	char *folder = n > 0 ? g_strdup (fairlead_records_get_text (records, files[0].path)) : NULL;

	for (guint i = 0; i < n; i++) {
		const char *path = fairlead_records_get_text (records, files[i].path);
		gsize common = 0, end = 0;

		for (; folder[common] != '\0' && folder[common] == path[common]; common++)
			if (folder[common] == '/')
				end = common + 1;
		folder[end] = '\0';
	}
	return folder != NULL ? folder : g_strdup ("");
}

static void
find_signals (FairleadReportPage *page)
{
	guint32 n = fairlead_network_get_n_vertices (page->network);

	page->is_target = g_malloc0 (MAX (n, 1u));
	for (FairleadVertex vertex = 0; vertex < n; vertex++)
		page->is_target[vertex] = fairlead_ranking_is_target (page->ranking, vertex);
	page->signals =
		fairlead_signals_new (page->network, page->parameters, page->is_target, NULL);
}

/* Ownership is judged as `own` does it without --rule */
static gboolean
find_rules (FairleadReportPage *page, GError **error)
{
	const FairleadAsOf *as_of = fairlead_network_get_as_of (page->network);
	gint32 day = as_of != NULL ? as_of->day : FAIRLEAD_DAY_OPEN_FUTURE;

	page->holdings = fairlead_holdings_new (page->network, day);
	page->all_rules = fairlead_rules_new_shipped (error);
	if (page->all_rules == NULL)
		return FALSE;
	page->rules = fairlead_rules_dup_in_force (page->all_rules, day);
	return TRUE;
}

static gboolean
explain (FairleadReportPage *page, GError **error)
{
	page->explanations = g_new0 (FairleadExplanation, MAX (page->n_cards, 1u));
	for (guint i = 0; i < page->n_cards; i++) {
		fairlead_tell (&page->report->telling, "explaining", i, page->n_cards);
		if (!fairlead_explanation_init (&page->explanations[i], page->ranking,
		                                page->rows[i].vertex, N_PATHS, page->cancellable,
		                                error))
			return FALSE;
	}
	return TRUE;
}

/* ---- the chart of evidence ---- */

/* Of the first ranked those that anything links with the target, and what does */
static GArray *
dup_first (const FairleadReportPage *page, GPtrArray *paths)
{
	GArray *first = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));

	for (guint i = 0; i < page->n_cards && i < MOST_CHART_ROWS; i++) {
		const FairleadExplanation *explanation = &page->explanations[i];

		if (explanation->paths->len > 0)
			g_array_append_val (first, page->rows[i].vertex);
		for (guint j = 0; j < explanation->paths->len && j < N_CHART_PATHS; j++)
			g_ptr_array_add (paths, explanation->paths->pdata[j]);
	}
	return first;
}

static GArray *
dup_targets (const FairleadReportPage *page, const FairleadSelection *part)
{
	GArray *targets = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));

	for (guint i = 0; i < part->vertices->len; i++) {
		FairleadVertex vertex = g_array_index (part->vertices, FairleadVertex, i);

		if (page->is_target[vertex])
			g_array_append_val (targets, vertex);
	}
	return targets;
}

/* None where the build cannot draw it */
static gboolean
draw_chart (FairleadReportPage *page, GError **error)
{
	g_autoptr (GPtrArray) paths = g_ptr_array_new ();
	g_autoptr (GArray) top = dup_first (page, paths);
	g_autoptr (FairleadSelection) part = NULL;
	g_autoptr (GArray) bottom = NULL;
	g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
	g_autofree char *title = NULL;
	FairleadChart chart = { .network = page->network,
		                .ranking = page->ranking,
		                .side_names = { "Ranked", "Between", "Target" },
		                .parameters_hash = page->hash,
		                .closing = "A high rank is a question, not a finding.",
		                .left_out_by = "rank",
		                .telling = page->report->telling };

	if (paths->len == 0 || !fairlead_chart_is_built (NULL))
		return TRUE;
	part = fairlead_selection_new_of_paths (paths, FAIRLEAD_CHART_MOST, &chart.n_left_out);
	bottom = dup_targets (page, part);
	title = g_strdup_printf ("The first %u ranked, and what links them to %s", top->len,
	                         page->target);
	chart.part = part;
	chart.top = top;
	chart.bottom = bottom;
	chart.title = title;
	if (!fairlead_chart_write (&chart, FAIRLEAD_PICTURE_SVG, stream, page->cancellable, error)
	    || !g_output_stream_close (stream, NULL, error))
		return FALSE;
	page->chart = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
	return TRUE;
}

/* ---- the page ---- */

static gboolean
page_init (FairleadReportPage *self, const FairleadReport *report, FairleadSink *sink,
           GCancellable *cancellable, GError **error)
{
	self->report = report;
	self->cancellable = cancellable;
	self->ranking = report->ranking;
	self->network = fairlead_ranking_get_network (report->ranking);
	self->records = fairlead_network_get_records (self->network);
	self->parameters = fairlead_ranking_get_parameters (report->ranking);
	self->hash = fairlead_parameters_dup_hash (self->parameters);
	self->target = g_strjoinv (
		", ", (char **) fairlead_ranking_get_target_expressions (report->ranking));
	self->title = report->title != NULL ? g_strdup (report->title)
	                                    : g_strconcat ("Facilitators of ", self->target, NULL);
	fairlead_inventory_init (&self->inventory, self->network);
	self->facts = fairlead_facts_new (self->network);
	self->rows = fairlead_ranking_get_rows (report->ranking, &self->n_rows);
	self->n_shown = fairlead_ranking_count_rows (report->ranking, report->limit);
	self->n_cards = MIN (report->n_cards, self->n_shown);
	self->folder = dup_folder (self->records);
	count_gaps (self);
	find_signals (self);
	fairlead_html_init (&self->html, sink);
	return find_rules (self, error) && explain (self, error) && draw_chart (self, error);
}

static gboolean
put_page (FairleadReportPage *page, GError **error)
{
	fairlead_html_begin (&page->html, "html", "lang", "en", NULL);
	fairlead_report_put_head (page);
	fairlead_html_begin (&page->html, "main", "id", "content", NULL);
	fairlead_report_put_summary (page);
	fairlead_report_put_ranking (page);
	if (!fairlead_report_put_cards (page, error) || !fairlead_report_put_network (page, error)
	    || !fairlead_report_put_supply (page, error))
		return FALSE;
	fairlead_report_put_gaps (page);
	fairlead_report_put_collect (page);
	fairlead_report_put_limits (page);
	fairlead_report_put_issues (page);
	fairlead_report_put_sources (page);
	fairlead_report_put_parameters (page);
	fairlead_html_end (&page->html);
	fairlead_report_put_scripts (page);
	fairlead_html_end_all (&page->html, 2);
	fairlead_html_raw (&page->html, "\n", 1);
	return TRUE;
}

gboolean
fairlead_report_write (const FairleadReport *report, GOutputStream *stream,
                       GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadSink) sink = fairlead_sink_new (stream, cancellable);
	g_auto (Page) page = { .report = NULL };

	return page_init (&page, report, sink, cancellable, error) && put_page (&page, error)
	       && fairlead_sink_finish (sink, error);
}
