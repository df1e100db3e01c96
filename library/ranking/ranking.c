/* library/ranking/ranking.c */
#include <math.h>

#include "ingest/record/error.h"
#include "library/input/relay.h"
#include "library/network/network-private.h"
#include "library/ranking/ranking-private.h"
#include "library/table/maker.h"
#include "library/table/result-class.h"
#include "output/ranking/ranking-output.h"

/* Of the chance to be among the first */
#define TOP 10

struct _FleadRanking {
	GObject parent;
	FleadNetwork *network;
	FairleadRanking *inner;
	FleadQuestion *question; /* a copy of the one that was asked */
	guint n;                 /* rows within the limit */
	GArray *measures;        /* of FairleadMeasure */
	GPtrArray *columns;      /* of GArray of double, a measure each */
	FairleadSampling sampling;
	FairleadDraws draws; /* without spreads where nothing was drawn */
	FairleadWithout
		without; /* ranks without a source; without ranks where that was not asked */
	GArray *collect; /* of FairleadUnknown; NULL where that was not asked */
	GMutex lock;     /* of the evidence, which is made when it is first asked for */
};

/* ---- as a list ---- */

static GType
get_item_type (GListModel *model)
{
	(void) model;
	return FLEAD_TYPE_RANKED_PARTY;
}

static guint
get_n_items (GListModel *model)
{
	return FLEAD_RANKING (model)->n;
}

static gpointer
get_item (GListModel *model, guint position)
{
	FleadRanking *self = FLEAD_RANKING (model);

	return position < self->n ? flead_ranked_party_new (self, position) : NULL;
}

/* ---- as a result ---- */

static const char *
kind_name (guint kind)
{
	return fairlead_kind_name (kind);
}

enum {
	RANK,
	ID,
	NAME,
	KIND,
	SCORE,
	FIRST_COMPONENT,
	DEGREE = FIRST_COMPONENT + FAIRLEAD_N_COMPONENTS,
	IS_TARGET,
	LOW,
	HIGH,
	IN_TOP,
	WITHOUT,
	N_COLUMNS
};

static const ColumnPlan plans[N_COLUMNS] = {
	[RANK] = { "rank", FLEAD_COLUMN_INTEGER, NULL, 0 },
	[ID] = { "id", FLEAD_COLUMN_TEXT, NULL, 0 },
	[NAME] = { "name", FLEAD_COLUMN_TEXT, NULL, 0 },
	[KIND] = { "kind", FLEAD_COLUMN_WORD, kind_name, FAIRLEAD_N_KINDS },
	[SCORE] = { "score", FLEAD_COLUMN_NUMBER, NULL, 0 },
#define X(tag, name, heading, weight) \
	[FIRST_COMPONENT + FAIRLEAD_COMPONENT_##tag] = { name, FLEAD_COLUMN_NUMBER, NULL, 0 },
	FAIRLEAD_COMPONENT_TABLE (X)
#undef X
		[DEGREE] = { "degree", FLEAD_COLUMN_INTEGER, NULL, 0 },
	[IS_TARGET] = { "is_target", FLEAD_COLUMN_TRUTH, NULL, 0 },
	[LOW] = { "rank_low", FLEAD_COLUMN_INTEGER, NULL, 0 },
	[HIGH] = { "rank_high", FLEAD_COLUMN_INTEGER, NULL, 0 },
	[IN_TOP] = { "top_probability", FLEAD_COLUMN_NUMBER, NULL, 0 },
	[WITHOUT] = { "rank_without", FLEAD_COLUMN_INTEGER, NULL, 0 },
};

static void
add_party (TableMaker *maker, FairleadNetwork *network, const FairleadRankedRow *row)
{
	FairleadVertex vertex = row->vertex;

	table_maker_add_integer (maker, RANK, row->rank);
	table_maker_add_text (maker, ID, fairlead_network_get_id (network, vertex));
	table_maker_add_text (maker, NAME, fairlead_network_get_name (network, vertex));
	table_maker_add_word (maker, KIND, (gint32) fairlead_network_get_kind (network, vertex));
	table_maker_add_number (maker, SCORE, row->score);
	for (guint i = 0; i < FAIRLEAD_N_COMPONENTS; i++)
		table_maker_add_number (maker, FIRST_COMPONENT + i, row->components[i]);
	table_maker_add_integer (maker, DEGREE, row->degree);
	table_maker_add_truth (maker, IS_TARGET, row->is_target);
}

static void
add_spread (TableMaker *maker, const FairleadDraws *draws, guint row)
{
	FairleadSpread spread = { 0 };

	if (draws->spreads != NULL)
		spread = g_array_index (draws->spreads, FairleadSpread, row);
	table_maker_add_integer (maker, LOW, spread.low > 0 ? (gint64) spread.low : -1);
	table_maker_add_integer (maker, HIGH, spread.low > 0 ? (gint64) spread.high : -1);
	table_maker_add_number (maker, IN_TOP, spread.low > 0 ? spread.top : NAN);
}

static void
add_without (TableMaker *maker, const FairleadWithout *without, guint row)
{
	guint32 rank = without->ranks != NULL ? without->ranks[row] : 0;

	table_maker_add_integer (maker, WITHOUT, rank > 0 ? (gint64) rank : -1);
}

static FleadTable *
dup_table (FleadResult *result)
{
	FleadRanking *self = FLEAD_RANKING (result);
	guint n_measures = self->measures->len, n;
	g_autofree ColumnPlan *all = g_new (ColumnPlan, N_COLUMNS + n_measures);
	const FairleadRankedRow *rows =
		self->inner != NULL ? fairlead_ranking_get_rows (self->inner, &n) : NULL;
	g_autoptr (TableMaker) maker = NULL;

	for (guint i = 0; i < N_COLUMNS; i++)
		all[i] = plans[i];
	for (guint i = 0; i < n_measures; i++)
		all[N_COLUMNS + i] = (ColumnPlan){ fairlead_measure_name (g_array_index (
							   self->measures, FairleadMeasure, i)),
			                           FLEAD_COLUMN_NUMBER, NULL, 0 };
	maker = table_maker_new (all, N_COLUMNS + n_measures, self->n);
	for (guint row = 0; row < self->n; row++) {
		add_party (maker, flead_network_get_inner (self->network), &rows[row]);
		add_spread (maker, &self->draws, row);
		add_without (maker, &self->without, row);
		for (guint i = 0; i < n_measures; i++)
			table_maker_add_number (
				maker, N_COLUMNS + i,
				g_array_index ((GArray *) self->columns->pdata[i], double, row));
	}
	return table_maker_finish (maker);
}

void
flead_ranking_make_evidence (FleadRanking *self)
{
	if (fairlead_network_get_n_vertices (flead_network_get_inner (self->network)) > 0)
		g_ptr_array_unref (flead_ranking_dup_inner_evidence (self, 0, 1));
}

static gboolean
write_out (FleadResult *result, FleadFormat format, GOutputStream *stream,
           GCancellable *cancellable, GError **error)
{
	FleadRanking *self = FLEAD_RANKING (result);
	const QuestionValues *asked = flead_question_get_values (self->question);
	const FairleadRankingMeasures measures = { self->measures, self->columns, self->sampling };
	const FairleadRankingView view = {
		.format = flead_format_to_inner (format),
		.limit = asked->limit,
		.n_paths = asked->paths,
		.measures = &measures,
		.draws = flead_ranking_get_draws (self),
		.without = self->without.ranks != NULL ? &self->without : NULL,
		.collect = self->collect,
		.n_collect = asked->collect,
	};

	g_return_val_if_fail (self->inner != NULL, FALSE);
	if (asked->paths > 0)
		flead_ranking_make_evidence (self);
	return fairlead_ranking_write (self->inner, &view, stream, cancellable, error);
}

/* ---- the object ---- */

DEFINE_RESULT (FleadRanking, flead_ranking)

static void
flead_ranking_finalize (GObject *object)
{
	FleadRanking *self = FLEAD_RANKING (object);

	g_mutex_clear (&self->lock);
	fairlead_draws_clear (&self->draws);
	g_free ((gpointer) self->without.ranks);
	g_clear_pointer (&self->collect, g_array_unref);
	g_clear_pointer (&self->measures, g_array_unref);
	g_clear_pointer (&self->columns, g_ptr_array_unref);
	g_clear_object (&self->question);
	g_clear_object (&self->inner);
	g_clear_object (&self->network);
	G_OBJECT_CLASS (flead_ranking_parent_class)->finalize (object);
}

/* One that g_object_new() made ranks nobody */
static void
flead_ranking_init (FleadRanking *self)
{
	g_mutex_init (&self->lock);
	self->measures = g_array_new (FALSE, FALSE, sizeof (FairleadMeasure));
	self->question = g_object_new (FLEAD_TYPE_QUESTION, NULL);
}

/* ---- ranking ---- */

static gboolean
is_asked (const QuestionValues *asked, GError **error)
{
	if (asked->target != NULL && asked->target[0] != NULL)
		return TRUE;
	g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_USAGE, "the question has no target");
	return FALSE;
}

static FairleadRanking *
rank (FleadRanking *self, const QuestionValues *asked, GCancellable *cancellable,
      FleadProgress progress, gpointer user_data, GError **error)
{
	const FairleadQuestion question = { (const char *const *) asked->target,
		                            (const char *const *) asked->market,
		                            asked->include_targets, NULL };
	FairleadParameters parameters;

	fairlead_parameters_init (&parameters);
	if (!is_asked (asked, error)
	    || (asked->parameters != NULL
	        && !fairlead_parameters_load (&parameters, asked->parameters, error)))
		return NULL;
	return fairlead_ranking_new (flead_network_get_inner (self->network), &parameters,
	                             &question, progress, user_data, cancellable, error);
}

static gboolean
measure (FleadRanking *self, const QuestionValues *asked, GCancellable *cancellable, GError **error)
{
	const FairleadMeasureChoice choice = {
		.measures = self->measures,
		.grouping = asked->by_jurisdiction ? FAIRLEAD_GROUP_BY_JURISDICTION
		                                   : FAIRLEAD_GROUP_BY_SIDE,
		.seed = asked->seed,
		.sampling_error = asked->sampling_error,
		.n_rows = self->n,
	};

	self->columns = fairlead_ranking_measure (self->inner, &choice, &self->sampling,
	                                          cancellable, error);
	return self->columns != NULL;
}

static gboolean
draw (FleadRanking *self, const QuestionValues *asked, GCancellable *cancellable,
      FleadProgress progress, gpointer user_data, GError **error)
{
	FairleadDrawChoice choice = { .n_draws = asked->draws, .seed = asked->seed, .top = TOP };
	g_autoptr (GArray) merges = NULL;

	if (asked->draws == 0)
		return TRUE;
	if (asked->draws_merges) {
		choice.merges = merges = fairlead_merges_find (
			flead_network_get_inner (self->network), cancellable, error);
		if (merges == NULL)
			return FALSE;
	}
	return fairlead_draws_init (&self->draws, self->inner, &choice, progress, user_data,
	                            cancellable, error);
}

/* Without a source, and with what nobody recorded */
static gboolean
suppose (FleadRanking *self, const QuestionValues *asked, const FairleadTelling *telling,
         GCancellable *cancellable, GError **error)
{
	if (asked->drop_source != NULL) {
		self->without.source = asked->drop_source;
		self->without.ranks =
			fairlead_ranking_rank_without (self->inner, asked->drop_source,
		                                       &self->without.n_links, cancellable, error);
		if (self->without.ranks == NULL)
			return FALSE;
	}
	if (asked->collect > 0)
		self->collect =
			fairlead_collect (self->inner, asked->seed, telling, cancellable, error);
	return asked->collect == 0 || self->collect != NULL;
}

FleadRanking *
flead_network_rank (FleadNetwork *network, FleadQuestion *question, GCancellable *cancellable,
                    FleadProgress progress, gpointer user_data, GError **error)
{
	const FairleadTelling telling = { progress, user_data };
	g_autoptr (FleadRanking) self = NULL;
	const QuestionValues *asked;
	GArray *measures;

	g_return_val_if_fail (FLEAD_IS_NETWORK (network) && FLEAD_IS_QUESTION (question), NULL);
	measures = flead_question_dup_measures (question, error);
	if (measures == NULL)
		return NULL;
	self = g_object_new (FLEAD_TYPE_RANKING, NULL);
	g_array_unref (self->measures);
	self->measures = measures;
	self->network = g_object_ref (network);
	g_object_unref (self->question);
	self->question = flead_question_copy (question);
	asked = flead_question_get_values (self->question);
	self->inner = rank (self, asked, cancellable, progress, user_data, error);
	if (self->inner == NULL)
		return NULL;
	self->n = fairlead_ranking_count_rows (self->inner, asked->limit);
	return measure (self, asked, cancellable, error)
	                       && draw (self, asked, cancellable, progress, user_data, error)
	                       && suppose (self, asked, &telling, cancellable, error)
	               ? g_steal_pointer (&self)
	               : NULL;
}

DEFINE_LATER (FleadRanking, flead_network_rank, FleadNetwork, FLEAD_IS_NETWORK, FleadQuestion,
              FLEAD_IS_QUESTION, flead_question_copy)

/* ---- reading ---- */

FairleadRanking *
flead_ranking_get_inner (FleadRanking *self)
{
	return self->inner;
}

GPtrArray *
flead_ranking_dup_inner_evidence (FleadRanking *self, FairleadVertex vertex, guint n)
{
	GPtrArray *paths;

	g_mutex_lock (&self->lock);
	paths = fairlead_ranking_dup_evidence (self->inner, vertex, n);
	g_mutex_unlock (&self->lock);
	return paths;
}

guint32
flead_ranking_get_seed (FleadRanking *self)
{
	return flead_question_get_values (self->question)->seed;
}

const FairleadDraws *
flead_ranking_get_draws (FleadRanking *self)
{
	return self->draws.spreads != NULL ? &self->draws : NULL;
}

FleadNetwork *
flead_ranking_get_network (FleadRanking *self)
{
	g_return_val_if_fail (FLEAD_IS_RANKING (self), NULL);
	return self->network;
}

guint
flead_ranking_get_n_targets (FleadRanking *self)
{
	g_return_val_if_fail (FLEAD_IS_RANKING (self) && self->inner != NULL, 0);
	return fairlead_ranking_get_n_targets (self->inner);
}

double
flead_ranking_get_kept (FleadRanking *self)
{
	g_return_val_if_fail (FLEAD_IS_RANKING (self), (double) NAN);
	return self->draws.spreads != NULL ? self->draws.kept : (double) NAN;
}

FleadRankedParty *
flead_ranking_dup_party (FleadRanking *self, FleadEntity *entity)
{
	const FairleadRankedRow *rows, *row;
	guint n;

	g_return_val_if_fail (FLEAD_IS_RANKING (self) && self->inner != NULL, NULL);
	g_return_val_if_fail (FLEAD_IS_ENTITY (entity), NULL);
	g_return_val_if_fail (flead_entity_get_network (entity) == self->network, NULL);
	row = fairlead_ranking_get_row_of (self->inner, flead_entity_get_position (entity));
	if (row == NULL)
		return NULL;
	rows = fairlead_ranking_get_rows (self->inner, &n);
	return flead_ranked_party_new (self, (guint) (row - rows));
}
