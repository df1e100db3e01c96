/* graph/score/explain.c */
#include "graph/score/explain.h"

#include <string.h>

#include "graph/fusion.h"
#include "graph/score/ranking-private.h"
#include "graph/score/rerank.h"
#include "graph/score/strength.h"
#include "graph/maritime/signals.h"

#define MOST_REMOVED 3
#define BEYOND 10

/* ---- what carries the score ---- */

static void
share_out (FairleadExplanation *self, FairleadRanking *ranking)
{
	const FairleadParameters *parameters = fairlead_ranking_get_parameters (ranking);
	double weights[FAIRLEAD_N_COMPONENTS];
	double sum = 0.0;

	fairlead_score_get_weights (parameters, weights);
	for (guint j = 0; j < FAIRLEAD_N_COMPONENTS; j++) {
		FairleadWhatCarries *part = &self->components[j];

		fairlead_component_ranks (ranking, self->row, 1, j, &part->rank);
		part->share = part->rank > 0.0
		                      ? weights[j] / (parameters->fusion_constant + part->rank)
		                      : 0.0;
		sum += part->share;
	}
	for (guint j = 0; j < FAIRLEAD_N_COMPONENTS && sum > 0.0; j++)
		self->components[j].share /= sum;
}

static void
find_signals (FairleadExplanation *self, const FairleadSignals *signals)
{
	self->signals = g_ptr_array_new ();
	for (guint i = 0; i < FAIRLEAD_N_SIGNALS; i++)
		if (fairlead_signal_is_counted (i)
		    && fairlead_signals_has (signals, self->row->vertex, i))
			g_ptr_array_add (self->signals, (gpointer) fairlead_signal_name (i));
}

/* ---- counterfactual ---- */

typedef struct {
	FairleadRerank *rerank;
	guint32 place; /* of the row among those that take part */
	guint8 *is_kept;
	GCancellable *cancellable;
} Trial;

static void
set_kept (const Trial *trial, const FairleadHop *hop, gboolean is_kept)
{
	for (guint i = 0; i < hop->links->len; i++)
		trial->is_kept[g_array_index (hop->links, FairleadLink, i)] = (guint8) is_kept;
}

/* 0 on failure */
static guint32
rank_now (const Trial *trial, GError **error)
{
	const FairleadWhatIf what = { trial->is_kept, FALSE, FALSE, NULL, 0 };
	g_autofree guint32 *ranks =
		fairlead_rerank_run (trial->rerank, &what, trial->cancellable, error);

	return ranks == NULL ? 0 : ranks[trial->place];
}

static gboolean
is_same_hop (const FairleadHop *a, const FairleadHop *b)
{
	return (a->from == b->from && a->to == b->to) || (a->from == b->to && a->to == b->from);
}

/* The hops of all paths, each once */
static GArray *
all_hops (const GPtrArray *paths)
{
	GArray *hops = g_array_new (FALSE, FALSE, sizeof (FairleadHop));

	for (guint i = 0; i < paths->len; i++) {
		const FairleadPath *path = g_ptr_array_index (paths, i);

		for (guint h = 0; h < path->hops->len; h++) {
			const FairleadHop *hop = &g_array_index (path->hops, FairleadHop, h);
			gboolean is_there = FALSE;

			for (guint k = 0; k < hops->len && !is_there; k++)
				is_there = is_same_hop (&g_array_index (hops, FairleadHop, k), hop);
			if (!is_there)
				g_array_append_val (hops, *hop);
		}
	}
	return hops;
}

/* Takes away the hop whose loss costs most; FALSE on failure */
static gboolean
remove_best (FairleadExplanation *self, const Trial *trial, GArray *hops, GError **error)
{
	guint best = 0;
	guint32 worst = 0;

	for (guint i = 0; i < hops->len; i++) {
		guint32 rank;

		set_kept (trial, &g_array_index (hops, FairleadHop, i), FALSE);
		rank = rank_now (trial, error);
		set_kept (trial, &g_array_index (hops, FairleadHop, i), TRUE);
		if (rank == 0)
			return FALSE;
		if (rank > worst) {
			worst = rank;
			best = i;
		}
	}
	set_kept (trial, &g_array_index (hops, FairleadHop, best), FALSE);
	g_array_append_val (self->removed, g_array_index (hops, FairleadHop, best));
	g_array_append_val (self->ranks, worst);
	g_array_remove_index (hops, best);
	return TRUE;
}

static gboolean
is_far (const FairleadExplanation *self)
{
	guint32 rank = self->ranks->len == 0
	                       ? self->row->rank
	                       : g_array_index (self->ranks, guint32, self->ranks->len - 1);

	return rank > BEYOND && rank >= 2 * self->row->rank;
}

static gboolean
take_away (FairleadExplanation *self, FairleadRanking *ranking, const FairleadSignals *signals,
           GCancellable *cancellable, GError **error)
{
	const FairleadScoring *scoring = fairlead_ranking_get_scoring (ranking);
	g_autoptr (FairleadRerank) rerank =
		fairlead_rerank_new (ranking, (guint32) scoring->parameters->arena, FALSE);
	guint32 n_links = fairlead_network_get_n_links (scoring->network);
	g_autofree guint8 *is_kept = g_malloc (MAX (n_links, 1));
	g_autoptr (GArray) hops = all_hops (self->paths);
	Trial trial = { rerank, 0, is_kept, cancellable };
	guint n;
	const FairleadRankedRow *rows = fairlead_ranking_get_rows (ranking, &n);

	fairlead_rerank_use_signals (rerank, signals);
	memset (is_kept, TRUE, n_links);
	while (trial.place < fairlead_rerank_get_n (rerank)
	       && &rows[fairlead_rerank_get_row (rerank, trial.place)] != self->row)
		trial.place++;
	if (trial.place == fairlead_rerank_get_n (rerank))
		return TRUE;
	while (hops->len > 0 && self->removed->len < MOST_REMOVED && !is_far (self))
		if (!remove_best (self, &trial, hops, error))
			return FALSE;
	return TRUE;
}

/* ---- all of it ---- */

gboolean
fairlead_explanation_init (FairleadExplanation *self, FairleadRanking *ranking,
                           FairleadVertex vertex, guint n_paths, GCancellable *cancellable,
                           GError **error)
{
	g_autoptr (GArray) exposures = fairlead_ranking_dup_exposures (ranking);
	const FairleadScoring *scoring = fairlead_ranking_get_scoring (ranking);
	g_autoptr (FairleadSignals) signals = fairlead_signals_new (
		scoring->network, scoring->parameters, scoring->is_target, NULL);
	guint n;
	const FairleadRankedRow *rows = fairlead_ranking_get_rows (ranking, &n);

	*self = (FairleadExplanation){ .row = fairlead_ranking_get_row_of (ranking, vertex) };
	g_return_val_if_fail (self->row != NULL, FALSE);
	self->exposure = g_array_index (exposures, FairleadExposure, self->row - rows);
	self->paths = fairlead_ranking_dup_evidence (ranking, vertex, n_paths);
	self->removed = g_array_new (FALSE, FALSE, sizeof (FairleadHop));
	self->ranks = g_array_new (FALSE, FALSE, sizeof (guint32));
	share_out (self, ranking);
	find_signals (self, signals);
	return take_away (self, ranking, signals, cancellable, error);
}

void
fairlead_explanation_clear (FairleadExplanation *self)
{
	g_clear_pointer (&self->signals, g_ptr_array_unref);
	g_clear_pointer (&self->paths, g_ptr_array_unref);
	g_clear_pointer (&self->removed, g_array_unref);
	g_clear_pointer (&self->ranks, g_array_unref);
}
