/* output/report/contents.c */
#include "output/report/contents.h"

#include <string.h>

#include "graph/selection/choice.h"

#define TOP 10u
#define WHOLE 1000u /* a network of no more is shown whole */
#define HOPS 2u
#define N_PATHS 3u
#define MOST_SUPPLIES 6u

/* ---- unknowns ---- */

static gboolean
collect (const FairleadReportQuestion *question, FairleadReportContents *self,
         GCancellable *cancellable, GError **error)
{
	if (question->n_collect == 0)
		return TRUE;
	self->collect = fairlead_collect (self->ranking, question->seed, &question->telling,
	                                  cancellable, error);
	if (self->collect == NULL)
		return FALSE;
	g_array_set_size (self->collect, MIN (self->collect->len, question->n_collect));
	return TRUE;
}

/* ---- the part of the network ---- */

/* The first ranked and the target */
static GArray *
dup_ends (const FairleadReportQuestion *question, const FairleadReportContents *self)
{
	GArray *ends = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	guint32 n = fairlead_network_get_n_vertices (self->network);
	guint n_rows;
	const FairleadRankedRow *rows = fairlead_ranking_get_rows (self->ranking, &n_rows);

	for (guint i = 0; i < n_rows && i < MAX (question->n_cards, TOP); i++)
		if (rows[i].score > 0.0 && !rows[i].is_target)
			g_array_append_val (ends, rows[i].vertex);
	for (FairleadVertex vertex = 0; vertex < n; vertex++)
		if (fairlead_ranking_is_target (self->ranking, vertex))
			g_array_append_val (ends, vertex);
	return ends;
}

/* Beyond what a browser draws, what is nearest to @ends */
static void
bound_part (FairleadReportContents *self, const GArray *ends)
{
	g_autoptr (FairleadSelection) whole = NULL;
	g_autofree char *words = NULL;
	guint n_left_out;

	if (self->part->vertices->len <= FAIRLEAD_REPORT_MOST)
		return;
	whole = g_steal_pointer (&self->part);
	words = g_steal_pointer (&self->part_words);
	self->part = fairlead_selection_new_nearest (self->network, self->ranking, whole, ends,
	                                             FAIRLEAD_REPORT_MOST, &n_left_out);
	self->part_words = g_strdup_printf ("%s, of which %u more have no room", words, n_left_out);
}

/* Of a large network, without a question: what is near the first ranked and the target */
static gboolean
select_part (const FairleadReportQuestion *question, FairleadReportContents *self, GError **error)
{
	g_autoptr (GArray) around = NULL;
	g_autoptr (GArray) ends = dup_ends (question, self);
	FairleadSelector selector;

	if (!fairlead_part_select (&question->part, self->network, &selector, &around, error))
		return FALSE;
	selector.top = question->top;
	selector.n_paths = N_PATHS;
	if (!fairlead_part_is_whole (&question->part) || question->top > 0)
		self->part_words = g_strdup ("The part that was asked for");
	else if (fairlead_network_get_n_vertices (self->network) <= WHOLE)
		self->part_words = g_strdup ("The whole network");
	else {
		selector.around = ends;
		selector.hops = HOPS;
		self->part_words = g_strdup_printf (
			"What is at most %u links from the first ranked and the target", HOPS);
	}
	self->part = fairlead_selection_new (self->network, self->ranking, &selector);
	bound_part (self, around != NULL ? around : ends);
	return TRUE;
}

/* ---- supplies and gaps ---- */

/* The year, as the cap counts them, of a day */
static FairleadSupply *
new_supply_of_day (const FairleadReportContents *self, const FairleadCap *cap, gint32 day)
{
	g_autofree char *text = fairlead_date_dup_text ((FairleadDate){ day, day });
	guint year = text == NULL ? 0 : (guint) g_ascii_strtoull (text, NULL, 10);

	for (guint one = year > 1 ? year - 1 : 1; year > 0 && one <= year + 1; one++) {
		g_autoptr (FairleadSupply) supply =
			fairlead_supply_new (self->network, self->factors, cap, one, NULL, NULL);

		if (day >= supply->first && day <= supply->last)
			return g_steal_pointer (&supply);
	}
	return NULL;
}

/* Each of its years with deliveries, the last first */
static void
add_supplies (FairleadReportContents *self, const FairleadCap *cap)
{
	g_autoptr (FairleadSupply) all =
		fairlead_supply_new (self->network, self->factors, cap, 0, NULL, NULL);
	gint32 before = FAIRLEAD_DAY_OPEN_FUTURE;

	for (guint i = all->deliveries->len; i > 0 && self->supplies->len < MOST_SUPPLIES; i--) {
		gint32 day = g_array_index (all->deliveries, FairleadDelivery, i - 1).day;
		FairleadSupply *supply = day < before ? new_supply_of_day (self, cap, day) : NULL;

		if (supply == NULL)
			continue;
		before = supply->first;
		g_ptr_array_add (self->supplies, supply);
	}
}

static gboolean
add_up_supplies (FairleadReportContents *self, GError **error)
{
	self->supplies = g_ptr_array_new_with_free_func ((GDestroyNotify) fairlead_supply_free);
	self->factors = fairlead_factors_new_shipped (error);
	if (self->factors == NULL)
		return FALSE;
	for (guint i = 0; i < self->factors->caps->len; i++)
		add_supplies (self, g_ptr_array_index (self->factors->caps, i));
	return TRUE;
}

/* The one programme that the target is of; NULL where it is another thing, or of several */
static const char *
get_programme (const FairleadReportContents *self)
{
	const char *const *target = fairlead_ranking_get_target_expressions (self->ranking);
	const char *first = target[0];

	return target[1] == NULL && g_str_has_prefix (first, "programme:")
	               ? first + strlen ("programme:")
	               : NULL;
}

/* Of the target's regime, where the lists have it */
static gboolean
find_gaps (const FairleadReportQuestion *asked, FairleadReportContents *self,
           GCancellable *cancellable, GError **error)
{
	FairleadGapQuestion question = { .programme = get_programme (self),
		                         .cancellable = cancellable,
		                         .telling = asked->telling };

	if (question.programme != NULL
	    && !fairlead_gaps_init (&self->gaps, self->network, &question, NULL))
		question.programme = NULL;
	if (question.programme == NULL
	    && !fairlead_gaps_init (&self->gaps, self->network, &question, error))
		return FALSE;
	self->held = fairlead_unlisted_dup_all (self->network, &question, error);
	return self->held != NULL;
}

/* ---- the whole ---- */

static void
fill_report (const FairleadReportQuestion *question, FairleadReportContents *self)
{
	self->report = (FairleadReport){
		.ranking = self->ranking,
		.title = question->title,
		.draws = question->draws,
		.collect = self->collect,
		.part = self->part,
		.part_words = self->part_words,
		.supplies = self->supplies,
		.gaps = &self->gaps,
		.held = self->held,
		.limit = question->limit,
		.n_cards = question->n_cards,
		.telling = question->telling,
	};
}

gboolean
fairlead_report_contents_init (FairleadReportContents *self, FairleadRanking *ranking,
                               const FairleadReportQuestion *question, GCancellable *cancellable,
                               GError **error)
{
	*self = (FairleadReportContents){
		.ranking = g_object_ref (ranking),
		.network = g_object_ref (fairlead_ranking_get_network (ranking)),
	};
	if (!collect (question, self, cancellable, error) || !select_part (question, self, error)
	    || !add_up_supplies (self, error) || !find_gaps (question, self, cancellable, error)
	    || g_cancellable_set_error_if_cancelled (cancellable, error)) {
		fairlead_report_contents_clear (self);
		return FALSE;
	}
	fill_report (question, self);
	return TRUE;
}

void
fairlead_report_contents_clear (FairleadReportContents *self)
{
	g_clear_object (&self->ranking);
	g_clear_pointer (&self->collect, g_array_unref);
	g_clear_pointer (&self->part, fairlead_selection_free);
	g_clear_pointer (&self->part_words, g_free);
	g_clear_pointer (&self->supplies, g_ptr_array_unref);
	g_clear_pointer (&self->factors, fairlead_factors_free);
	g_clear_pointer (&self->held, g_ptr_array_unref);
	if (self->gaps.gaps != NULL)
		fairlead_gaps_clear (&self->gaps);
	self->gaps.gaps = NULL;
	g_clear_object (&self->network);
}
