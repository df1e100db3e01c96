/* output/chart/answer.c */
#include "output/chart/answer.h"

#include "graph/expression/expression.h"
#include "graph/path/paths.h"
#include "graph/selection/choice.h"
#include "ingest/record/error.h"

static gboolean
set_nothing (GError **error, const char *words)
{
	g_set_error_literal (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_UNKNOWN_REFERENCE, words);
	return FALSE;
}

static GArray *
select_all (const FairleadChartAnswer *self, const char *const *expressions, GError **error)
{
	return fairlead_expressions_select (self->network, expressions, error);
}

/* The name of one, or the expressions of many */
static char *
dup_words (const FairleadChartAnswer *self, const GArray *vertices, const char *const *expressions)
{
	if (vertices->len == 1)
		return g_strdup (fairlead_network_get_name (
			self->network, g_array_index (vertices, FairleadVertex, 0)));
	return g_strjoinv (", ", (GStrv) expressions);
}

/* Those of @vertices that are drawn */
static GArray *
dup_drawn (const GArray *vertices, const FairleadSelection *part)
{
	GArray *drawn = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));

	for (guint i = 0; i < part->vertices->len; i++) {
		FairleadVertex vertex = g_array_index (part->vertices, FairleadVertex, i);

		for (guint j = 0; j < vertices->len; j++)
			if (g_array_index (vertices, FairleadVertex, j) == vertex) {
				g_array_append_val (drawn, vertex);
				break;
			}
	}
	return drawn;
}

static gboolean
ask_paths (const FairleadChartQuestion *question, FairleadChartAnswer *self,
           GCancellable *cancellable, GError **error)
{
	g_autoptr (GArray) from = select_all (self, question->from, error);
	g_autoptr (GArray) to = from != NULL ? select_all (self, question->to, error) : NULL;
	g_autoptr (FairleadPathFinder) finder = NULL;
	g_auto (FairleadPaths) found = { 0 };
	g_autofree char *first = NULL;
	g_autofree char *last = NULL;
	FairleadLinkChoice choice;
	const FairleadPathQuestion paths = {
		.from = from,
		.to = to,
		.n = question->n_paths,
		.cancellable = cancellable,
		.progress = question->telling.progress,
		.progress_data = question->telling.data,
	};

	if (to == NULL)
		return FALSE;
	fairlead_link_choice_init (&choice);
	finder = fairlead_path_finder_new (self->network, question->parameters, &choice);
	fairlead_path_finder_find (finder, &paths, &found);
	if (g_cancellable_set_error_if_cancelled (cancellable, error))
		return FALSE;
	if (found.paths->len == 0)
		return set_nothing (error, "no path leads there: there is nothing to draw");
	self->part = fairlead_selection_new_of_paths (found.paths, FAIRLEAD_CHART_MOST,
	                                              &self->chart.n_left_out);
	self->top = dup_drawn (from, self->part);
	self->bottom = dup_drawn (to, self->part);
	first = dup_words (self, from, question->from);
	last = dup_words (self, to, question->to);
	self->title = g_strdup_printf ("How %s is linked to %s", first, last);
	self->chart.side_names[0] = "From";
	self->chart.side_names[2] = "To";
	self->chart.left_out_by = "strength of path";
	self->chart.closing = "A path is a question, not a finding.";
	return TRUE;
}

/* Of each of the first ranked, the strongest first; @owners keeps them */
static GPtrArray *
collect_evidence (const FairleadChartQuestion *question, FairleadChartAnswer *self,
                  GPtrArray *owners, GCancellable *cancellable)
{
	guint n;
	const FairleadRankedRow *rows = fairlead_ranking_get_rows (self->ranking, &n);
	GPtrArray *paths = g_ptr_array_new ();

	n = MIN (n, question->top);
	self->top = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	for (guint i = 0; i < n && !g_cancellable_is_cancelled (cancellable); i++) {
		GPtrArray *some;

		fairlead_tell (&question->telling, "evidence", i, n);
		some = fairlead_ranking_dup_evidence (self->ranking, rows[i].vertex,
		                                      question->n_paths);
		if (some->len > 0)
			g_array_append_val (self->top, rows[i].vertex);
		g_ptr_array_add (owners, some);
		g_ptr_array_extend (paths, some, NULL, NULL);
	}
	self->chart.n_unlinked = n - self->top->len;
	return paths;
}

static gboolean
ask_top (const FairleadChartQuestion *question, FairleadChartAnswer *self,
         GCancellable *cancellable, GError **error)
{
	g_autoptr (GPtrArray) owners =
		g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
	g_autoptr (GPtrArray) paths = collect_evidence (question, self, owners, cancellable);
	g_autofree char *target =
		g_strjoinv (", ", (GStrv) fairlead_ranking_get_target_expressions (self->ranking));
	g_autoptr (GArray) first = g_steal_pointer (&self->top);
	g_autofree char *those = NULL;
	guint n;

	if (g_cancellable_set_error_if_cancelled (cancellable, error))
		return FALSE;
	if (first->len == 0)
		return set_nothing (error,
		                    "of the first ranked, nothing leads to the target: there is"
		                    " nothing to draw");
	self->part = fairlead_selection_new_of_paths (paths, FAIRLEAD_CHART_MOST,
	                                              &self->chart.n_left_out);
	self->top = dup_drawn (first, self->part);
	n = first->len + self->chart.n_unlinked;
	those = self->top->len < n ? g_strdup_printf ("%u of the", self->top->len)
	                           : g_strdup ("The");
	self->title =
		g_strdup_printf ("%s first %u ranked, and what links them to %s", those, n, target);
	self->chart.side_names[0] = "Ranked";
	self->chart.left_out_by = "rank";
	return TRUE;
}

static gboolean
ask_around (const FairleadChartQuestion *question, FairleadChartAnswer *self,
            GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadSelection) near = NULL;
	g_autofree char *words = NULL;
	FairleadSelector selector = {
		.hops = question->hops,
	};

	self->top = select_all (self, question->around, error);
	if (self->top == NULL)
		return FALSE;
	selector.around = self->top;
	fairlead_tell (&question->telling, "what is near", 0, 2);
	near = fairlead_selection_new (self->network, NULL, &selector);
	fairlead_tell (&question->telling, "what is near", 1, 2);
	if (g_cancellable_set_error_if_cancelled (cancellable, error))
		return FALSE;
	self->part = fairlead_selection_new_nearest (self->network, self->ranking, near, self->top,
	                                             FAIRLEAD_CHART_MOST, &self->chart.n_left_out);
	words = dup_words (self, self->top, question->around);
	self->title = g_strdup_printf ("%s, and what is at most %u %s away", words, selector.hops,
	                               selector.hops == 1 ? "link" : "links");
	self->chart.side_names[0] = "Asked about";
	self->chart.side_names[1] = "Around";
	self->chart.left_out_by =
		self->ranking != NULL ? "distance and rank" : "distance and number of links";
	self->chart.closing = "A link is a question, not a finding.";
	return TRUE;
}

/* The parties of the target among those that are drawn */
static void
find_targets (FairleadChartAnswer *self)
{
	if (self->ranking == NULL)
		return;
	self->bottom = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	self->chart.side_names[2] = "Target";
	self->chart.closing = "A high rank is a question, not a finding.";
	for (guint i = 0; i < self->part->vertices->len; i++) {
		FairleadVertex vertex = g_array_index (self->part->vertices, FairleadVertex, i);

		if (fairlead_ranking_is_target (self->ranking, vertex))
			g_array_append_val (self->bottom, vertex);
	}
}

static gboolean
ask (const FairleadChartQuestion *question, FairleadChartAnswer *self, GCancellable *cancellable,
     GError **error)
{
	if (question->from != NULL)
		return ask_paths (question, self, cancellable, error);
	return question->top > 0 ? ask_top (question, self, cancellable, error)
	                         : ask_around (question, self, cancellable, error);
}

/* What the chart says that the question has found */
static void
fill_chart (const FairleadChartQuestion *question, FairleadChartAnswer *self)
{
	FairleadChart *chart = &self->chart;

	chart->network = self->network;
	chart->ranking = self->ranking;
	chart->part = self->part;
	chart->top = self->top;
	chart->bottom = self->bottom;
	chart->title = self->title;
	if (question->around == NULL || self->ranking != NULL)
		chart->parameters_hash = self->hash =
			fairlead_parameters_dup_hash (question->parameters);
}

gboolean
fairlead_chart_answer_init (FairleadChartAnswer *self, FairleadNetwork *network,
                            FairleadRanking *ranking, const FairleadChartQuestion *question,
                            GCancellable *cancellable, GError **error)
{
	g_auto (FairleadChartAnswer) answer = {
		.network = g_object_ref (network),
		.ranking = ranking != NULL ? g_object_ref (ranking) : NULL,
	};

	answer.chart.side_names[1] = "Between";
	if (!ask (question, &answer, cancellable, error))
		return FALSE;
	find_targets (&answer);
	fill_chart (question, &answer);
	*self = answer;
	answer = (FairleadChartAnswer){ 0 };
	return TRUE;
}

void
fairlead_chart_answer_clear (FairleadChartAnswer *self)
{
	g_clear_object (&self->network);
	g_clear_object (&self->ranking);
	g_clear_pointer (&self->part, fairlead_selection_free);
	g_clear_pointer (&self->top, g_array_unref);
	g_clear_pointer (&self->bottom, g_array_unref);
	g_clear_pointer (&self->title, g_free);
	g_clear_pointer (&self->hash, g_free);
}
