/* graph/backtest/backtest.c */
#include "graph/backtest/backtest.h"

#include <math.h>

#include "graph/backtest/baselines.h"
#include "graph/network/adjacency.h"
#include "ingest/record/error.h"

struct _FairleadBacktest {
	GObject parent;
	FairleadNetwork *network; /* of all records */
	FairleadRanking *ranking; /* of the day */
	GArray *labels;           /* of FairleadLabel */
	GArray *datings;          /* of FairleadDating */
	guint32 n;                /* judged */
	guint32 *judged;          /* rows of the ranking */
	guint8 *is_labelled;      /* of each that is judged */
	guint8 *kind;
	gint32 *listed;   /* of each that is judged and labelled */
	GArray *measured; /* of FairleadMeasured */
};

G_DEFINE_FINAL_TYPE (FairleadBacktest, fairlead_backtest, G_TYPE_OBJECT)

typedef struct {
	const FairleadBacktestQuestion *question;
	const FairleadParameters *parameters;
	FairleadRankProgress progress;
	gpointer user_data;
	GCancellable *cancellable;
} Work;

/* ---- the network of the day ---- */

static gboolean
rank_then (FairleadBacktest *self, const Work *work, GError **error)
{
	g_autoptr (FairleadRecords) records = fairlead_records_new_as_of (
		fairlead_network_get_records (self->network), work->question->as_of,
		work->question->keeps_undated, &self->datings);
	/* Who is who has no day: what was decided since then holds of what was known then */
	g_autoptr (FairleadNetwork) past = fairlead_network_new_with (
		records, fairlead_network_get_decisions (self->network),
		fairlead_network_merges (self->network), work->question->as_of);
	const FairleadQuestion question = { .target = work->question->target,
		                            .market = work->question->market };

	self->ranking = fairlead_ranking_new (past, work->parameters, &question, work->progress,
	                                      work->user_data, work->cancellable, error);
	return self->ranking != NULL;
}

/* ---- who is judged ---- */

static void
mark_labels (FairleadBacktest *self, GHashTable *labelled)
{
	for (guint i = 0; i < self->labels->len; i++) {
		FairleadLabel *label = &g_array_index (self->labels, FairleadLabel, i);

		if (label->fate == FAIRLEAD_LABEL_RANKED)
			g_hash_table_insert (labelled, GUINT_TO_POINTER (label->known), label);
	}
}

/* Two parties of today may have been one then */
static void
judge_rows (FairleadBacktest *self, const GArray *others)
{
	g_autoptr (GHashTable) labelled = g_hash_table_new (NULL, NULL);
	g_autoptr (GHashTable) left_out = g_hash_table_new (NULL, NULL);
	guint n;
	const FairleadRankedRow *rows = fairlead_ranking_get_rows (self->ranking, &n);

	mark_labels (self, labelled);
	for (guint i = 0; i < others->len; i++)
		g_hash_table_add (left_out,
		                  GUINT_TO_POINTER (g_array_index (others, FairleadVertex, i)));
	self->judged = g_new (guint32, MAX (n, 1));
	self->is_labelled = g_new0 (guint8, MAX (n, 1));
	self->kind = g_new (guint8, MAX (n, 1));
	self->listed = g_new (gint32, MAX (n, 1));
	for (guint i = 0; i < n; i++) {
		gpointer key = GUINT_TO_POINTER (rows[i].vertex);
		const FairleadLabel *label = g_hash_table_lookup (labelled, key);

		if (label == NULL && g_hash_table_contains (left_out, key))
			continue;
		self->judged[self->n] = i;
		self->is_labelled[self->n] = label != NULL;
		self->listed[self->n] = label != NULL ? label->listed : FAIRLEAD_DAY_OPEN_FUTURE;
		self->kind[self->n++] = (guint8) fairlead_network_get_kind (
			fairlead_ranking_get_network (self->ranking), rows[i].vertex);
	}
}

static gboolean
find_labels (FairleadBacktest *self, const Work *work, GError **error)
{
	g_autoptr (GArray) others = NULL;

	self->labels = fairlead_labels_find (self->network, self->ranking, work->question->labels,
	                                     work->question->as_of + 1, work->question->until,
	                                     &others, error);
	if (self->labels == NULL)
		return FALSE;
	judge_rows (self, others);
	for (guint32 i = 0; i < self->n; i++)
		if (self->is_labelled[i])
			return TRUE;
	g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_INVALID_VALUE,
	             "none of the %u labels can be judged: each was of the target on the day, or no"
	             " record of the day knew it",
	             self->labels->len);
	return FALSE;
}

/* ---- measures ---- */

static void
clear_measured (gpointer measured)
{
	g_free (((FairleadMeasured *) measured)->values);
}

static FairleadMeasured *
add_measured (FairleadBacktest *self, const char *name, gboolean is_baseline)
{
	FairleadMeasured measured = { .name = name, .is_baseline = is_baseline };

	measured.values = g_new0 (double, MAX (self->n, 1));
	g_array_append_val (self->measured, measured);
	return &g_array_index (self->measured, FairleadMeasured, self->measured->len - 1);
}

static void
measure_ranking (FairleadBacktest *self)
{
	guint n;
	const FairleadRankedRow *rows = fairlead_ranking_get_rows (self->ranking, &n);
	FairleadMeasured *measured = add_measured (self, "score", FALSE);

	for (guint32 i = 0; i < self->n; i++)
		measured->values[i] = rows[self->judged[i]].score;
	for (guint component = 0; component < FAIRLEAD_N_COMPONENTS; component++) {
		measured = add_measured (self, fairlead_component_name (component), FALSE);
		for (guint32 i = 0; i < self->n; i++)
			measured->values[i] = rows[self->judged[i]].components[component];
	}
}

static GArray *
collect_seeds (FairleadBacktest *self)
{
	FairleadNetwork *past = fairlead_ranking_get_network (self->ranking);
	GArray *seeds = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));

	for (FairleadVertex vertex = 0; vertex < fairlead_network_get_n_vertices (past); vertex++)
		if (fairlead_ranking_is_target (self->ranking, vertex))
			g_array_append_val (seeds, vertex);
	return seeds;
}

static gboolean
measure_baseline (FairleadBacktest *self, const Work *work, FairleadBaseline baseline,
                  const FairleadAdjacency *graph, const GArray *seeds, GError **error)
{
	g_autoptr (GError) local = NULL;
	g_autofree double *values = NULL;
	guint n;
	const FairleadRankedRow *rows = fairlead_ranking_get_rows (self->ranking, &n);
	FairleadMeasured *measured = add_measured (self, fairlead_baseline_name (baseline), TRUE);

	if (work->progress != NULL)
		work->progress (measured->name, baseline, FAIRLEAD_N_BASELINES, work->user_data);
	values = fairlead_baseline_compute (baseline, graph, (gconstpointer) seeds->data,
	                                    seeds->len, work->cancellable, &local);
	if (local != NULL) {
		g_propagate_error (error, g_steal_pointer (&local));
		return FALSE;
	}
	if (values == NULL) {
		g_clear_pointer (&measured->values, g_free);
		return TRUE;
	}
	for (guint32 i = 0; i < self->n; i++)
		measured->values[i] = values[rows[self->judged[i]].vertex];
	return TRUE;
}

static gboolean
measure_baselines (FairleadBacktest *self, const Work *work, GError **error)
{
	g_autoptr (FairleadAdjacency) graph = fairlead_adjacency_new (
		fairlead_ranking_get_network (self->ranking), work->parameters);
	g_autoptr (GArray) seeds = collect_seeds (self);

	for (guint i = 0; i < FAIRLEAD_N_BASELINES; i++)
		if (!measure_baseline (self, work, i, graph, seeds, error))
			return FALSE;
	return TRUE;
}

/* ---- judging ---- */

static gboolean
has_label_of (FairleadBacktest *self, guint kind)
{
	for (guint32 i = 0; i < self->n; i++)
		if (self->is_labelled[i] && (kind == FAIRLEAD_JUDGED_ALL || self->kind[i] == kind))
			return TRUE;
	return FALSE;
}

static double
median_lead_time (FairleadBacktest *self, const FairleadMeasured *measured, gint32 as_of)
{
	g_auto (FairleadOrder) order = { 0 };
	double days[50];
	guint32 n_placed = 0;
	guint n = 0;

	fairlead_order_init (&order, measured->values, self->n);
	for (guint i = 0; i < order.group_end->len; i++)
		if (g_array_index (order.group_end, guint32, i) <= G_N_ELEMENTS (days))
			n_placed = g_array_index (order.group_end, guint32, i);
	for (guint32 i = 0; i < n_placed; i++) {
		gint32 listed = self->listed[order.item[i]];

		if (self->is_labelled[order.item[i]] && listed != FAIRLEAD_DAY_OPEN_FUTURE)
			days[n++] = (double) listed - as_of;
	}
	return fairlead_quantile (days, n, 0.5);
}

static gboolean
judge_kind (FairleadBacktest *self, const Work *work, guint kind, GError **error)
{
	g_autoptr (GPtrArray) values = g_ptr_array_new ();
	g_autofree FairleadJudgement *judgements = NULL;
	FairleadJudged question = { .n = self->n,
		                    .is_labelled = self->is_labelled,
		                    .kind = self->kind,
		                    .n_draws = work->question->n_draws,
		                    .seed = work->question->seed };

	for (guint j = 0; j < self->measured->len; j++) {
		double *of_one = g_array_index (self->measured, FairleadMeasured, j).values;

		if (of_one != NULL)
			g_ptr_array_add (values, of_one);
	}
	question.values = (const double *const *) values->pdata;
	question.n_measures = values->len;
	judgements = fairlead_judge (&question, kind);
	for (guint j = 0, next = 0; j < self->measured->len; j++) {
		FairleadMeasured *measured = &g_array_index (self->measured, FairleadMeasured, j);

		if (measured->values != NULL)
			measured->judgements[kind] = judgements[next++];
	}
	return !g_cancellable_set_error_if_cancelled (work->cancellable, error);
}

static gboolean
judge_all (FairleadBacktest *self, const Work *work, GError **error)
{
	for (guint kind = 0; kind < FAIRLEAD_N_JUDGED; kind++) {
		if (work->progress != NULL)
			work->progress ("judging", kind, FAIRLEAD_N_JUDGED, work->user_data);
		if (has_label_of (self, kind) && !judge_kind (self, work, kind, error))
			return FALSE;
	}
	for (guint j = 0; j < self->measured->len; j++) {
		FairleadMeasured *measured = &g_array_index (self->measured, FairleadMeasured, j);

		measured->lead_time =
			measured->values == NULL
				? NAN
				: median_lead_time (self, measured, work->question->as_of);
	}
	return TRUE;
}

FairleadBacktest *
fairlead_backtest_new (FairleadNetwork *network, const FairleadParameters *parameters,
                       const FairleadBacktestQuestion *question, FairleadRankProgress progress,
                       gpointer user_data, GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadBacktest) self = g_object_new (FAIRLEAD_TYPE_BACKTEST, NULL);
	const Work work = { question, parameters, progress, user_data, cancellable };

	self->network = g_object_ref (network);
	if (!rank_then (self, &work, error) || !find_labels (self, &work, error))
		return NULL;
	measure_ranking (self);
	if (!measure_baselines (self, &work, error) || !judge_all (self, &work, error))
		return NULL;
	return g_steal_pointer (&self);
}

/* ---- reading ---- */

FairleadRanking *
fairlead_backtest_get_ranking (FairleadBacktest *self)
{
	return self->ranking;
}

FairleadNetwork *
fairlead_backtest_get_network (FairleadBacktest *self)
{
	return self->network;
}

const GArray *
fairlead_backtest_get_measured (FairleadBacktest *self)
{
	return self->measured;
}

const GArray *
fairlead_backtest_get_labels (FairleadBacktest *self)
{
	return self->labels;
}

const GArray *
fairlead_backtest_get_datings (FairleadBacktest *self)
{
	return self->datings;
}

const guint32 *
fairlead_backtest_get_judged (FairleadBacktest *self, guint32 *n)
{
	*n = self->n;
	return self->judged;
}

gboolean
fairlead_backtest_is_labelled (FairleadBacktest *self, guint32 judged)
{
	return self->is_labelled[judged];
}

void
fairlead_backtest_curve (FairleadBacktest *self, const FairleadMeasured *measured,
                         const guint32 *depths, guint n, double *found)
{
	g_auto (FairleadOrder) order = { 0 };

	fairlead_order_init (&order, measured->values, self->n);
	for (guint i = 0; i < n; i++)
		found[i] = fairlead_metrics_found (&order, self->is_labelled, depths[i]);
}

/* ---- object ---- */

static void
fairlead_backtest_init (FairleadBacktest *self)
{
	self->measured = g_array_new (FALSE, FALSE, sizeof (FairleadMeasured));
	g_array_set_clear_func (self->measured, clear_measured);
}

static void
fairlead_backtest_finalize (GObject *object)
{
	FairleadBacktest *self = FAIRLEAD_BACKTEST (object);

	g_array_unref (self->measured);
	g_clear_pointer (&self->labels, g_array_unref);
	g_clear_pointer (&self->datings, g_array_unref);
	g_free (self->judged);
	g_free (self->is_labelled);
	g_free (self->kind);
	g_free (self->listed);
	g_clear_object (&self->ranking);
	g_clear_object (&self->network);
	G_OBJECT_CLASS (fairlead_backtest_parent_class)->finalize (object);
}

static void
fairlead_backtest_class_init (FairleadBacktestClass *class)
{
	G_OBJECT_CLASS (class)->finalize = fairlead_backtest_finalize;
}
