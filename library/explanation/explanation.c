/* library/explanation/explanation.c */
#include <fairlead/explanation.h>

#include <math.h>

#include "graph/score/explain.h"
#include "ingest/record/error.h"
#include "library/input/relay.h"
#include "library/network/network-private.h"
#include "library/path/path-private.h"
#include "library/ranking/ranking-private.h"
#include "library/table/maker.h"
#include "library/table/result-class.h"
#include "output/ranking/explain-output.h"

#define MOST_PATHS 100u

struct _FleadExplanation {
	GObject parent;
	FleadRanking *ranking;
	FairleadVertex vertex;
	FairleadExplanation inner;
	FleadPaths *paths; /* of these; NULL: not made by the library */
};

/* ---- as a list ---- */

static GType
get_item_type (GListModel *model)
{
	(void) model;
	return FLEAD_TYPE_PATH;
}

static guint
get_n_items (GListModel *model)
{
	FleadExplanation *self = FLEAD_EXPLANATION (model);

	return self->paths != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->paths)) : 0;
}

static gpointer
get_item (GListModel *model, guint position)
{
	FleadExplanation *self = FLEAD_EXPLANATION (model);

	return self->paths != NULL ? g_list_model_get_item (G_LIST_MODEL (self->paths), position)
	                           : NULL;
}

/* ---- as a result ---- */

static const char *
component_name (guint component)
{
	static const char *const names[FAIRLEAD_N_COMPONENTS] = {
#define X(tag, name, heading, weight) [FAIRLEAD_COMPONENT_##tag] = name,
		FAIRLEAD_COMPONENT_TABLE (X)
#undef X
	};

	return names[component];
}

enum { COMPONENT, VALUE, RANK, SHARE, N_COLUMNS };

static const ColumnPlan plans[N_COLUMNS] = {
	[COMPONENT] = { "component", FLEAD_COLUMN_WORD, component_name, FAIRLEAD_N_COMPONENTS },
	[VALUE] = { "value", FLEAD_COLUMN_NUMBER, NULL, 0 },
	[RANK] = { "rank", FLEAD_COLUMN_NUMBER, NULL, 0 },
	[SHARE] = { "share", FLEAD_COLUMN_NUMBER, NULL, 0 },
};

static FleadTable *
dup_table (FleadResult *result)
{
	FleadExplanation *self = FLEAD_EXPLANATION (result);
	guint n = self->paths != NULL ? FAIRLEAD_N_COMPONENTS : 0;
	g_autoptr (TableMaker) maker = table_maker_new (plans, N_COLUMNS, n);

	for (guint i = 0; i < n; i++) {
		const FairleadWhatCarries *carries = &self->inner.components[i];

		table_maker_add_word (maker, COMPONENT, (gint32) i);
		table_maker_add_number (maker, VALUE, self->inner.row->components[i]);
		table_maker_add_number (maker, RANK, carries->rank > 0.0 ? carries->rank : NAN);
		table_maker_add_number (maker, SHARE, carries->share);
	}
	return table_maker_finish (maker);
}

static gboolean
write_out (FleadResult *result, FleadFormat format, GOutputStream *stream,
           GCancellable *cancellable, GError **error)
{
	FleadExplanation *self = FLEAD_EXPLANATION (result);
	const FairleadLayout layout = { 0 };

	g_return_val_if_fail (self->paths != NULL, FALSE);
	if (format == FLEAD_FORMAT_CSV) {
		g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_USAGE,
		             "an explanation is written as JSON, not as CSV");
		return FALSE;
	}
	return fairlead_explanation_write (flead_ranking_get_inner (self->ranking), &self->inner,
	                                   FAIRLEAD_FORMAT_JSON, &layout, stream, cancellable,
	                                   error);
}

/* ---- the object ---- */

DEFINE_RESULT (FleadExplanation, flead_explanation)

static void
flead_explanation_finalize (GObject *object)
{
	FleadExplanation *self = FLEAD_EXPLANATION (object);

	fairlead_explanation_clear (&self->inner);
	g_clear_object (&self->paths);
	g_clear_object (&self->ranking);
	G_OBJECT_CLASS (flead_explanation_parent_class)->finalize (object);
}

static void
flead_explanation_init (FleadExplanation *self)
{
	(void) self;
}

/* ---- explaining ---- */

static gboolean
is_possible (FairleadRanking *ranking, FleadEntity *entity, guint n_paths, GError **error)
{
	if (n_paths < 1 || n_paths > MOST_PATHS) {
		g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_USAGE,
		             "%u paths are not possible (1 to %u)", n_paths, MOST_PATHS);
		return FALSE;
	}
	if (fairlead_ranking_get_row_of (ranking, flead_entity_get_position (entity)) != NULL)
		return TRUE;
	g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_USAGE, "%s is not ranked",
	             flead_entity_get_id (entity));
	return FALSE;
}

FleadExplanation *
flead_ranking_explain (FleadRanking *ranking, FleadEntity *entity, guint n_paths,
                       GCancellable *cancellable, GError **error)
{
	g_autoptr (FleadExplanation) self = NULL;
	FairleadRanking *inner;

	g_return_val_if_fail (FLEAD_IS_RANKING (ranking) && FLEAD_IS_ENTITY (entity), NULL);
	inner = flead_ranking_get_inner (ranking);
	g_return_val_if_fail (inner != NULL, NULL);
	g_return_val_if_fail (
		flead_entity_get_network (entity) == flead_ranking_get_network (ranking), NULL);
	if (!is_possible (inner, entity, n_paths, error))
		return NULL;
	self = g_object_new (FLEAD_TYPE_EXPLANATION, NULL);
	self->ranking = g_object_ref (ranking);
	self->vertex = flead_entity_get_position (entity);
	flead_ranking_make_evidence (ranking);
	if (!fairlead_explanation_init (&self->inner, inner, self->vertex, n_paths, cancellable,
	                                error))
		return NULL;
	self->paths = flead_paths_new_evidence (ranking, entity, self->inner.paths);
	return g_steal_pointer (&self);
}

/* ---- in a thread ---- */

typedef struct {
	FleadEntity *entity;
	guint n_paths;
} Asked;

static gpointer
explain_asked (gpointer ranking, gpointer argument, GCancellable *cancellable,
               FleadProgress progress, gpointer progress_data, GError **error)
{
	const Asked *asked = argument;

	(void) progress;
	(void) progress_data;
	return flead_ranking_explain (ranking, asked->entity, asked->n_paths, cancellable, error);
}

static const RelayOwned owned[] = { OWNS_OBJECT (Asked, entity) };
static const RelayDeed explain_deed = DEED (explain_asked, Asked, owned);

void
flead_ranking_explain_async (FleadRanking *self, FleadEntity *entity, guint n_paths,
                             GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data)
{
	Asked asked = { entity, n_paths };

	g_return_if_fail (FLEAD_IS_RANKING (self) && FLEAD_IS_ENTITY (entity));
	g_return_if_fail (flead_entity_get_network (entity) == flead_ranking_get_network (self));
	relay_do (self, &explain_deed, &asked, cancellable, NULL, NULL, NULL, callback, user_data);
}

DEFINE_FINISH (FleadExplanation, flead_ranking_explain, FleadRanking, explain_deed)

/* ---- reading ---- */

static gboolean
is_made (FleadExplanation *self)
{
	return FLEAD_IS_EXPLANATION (self) && self->paths != NULL;
}

FleadRankedParty *
flead_explanation_dup_party (FleadExplanation *self)
{
	guint n;
	const FairleadRankedRow *rows;

	g_return_val_if_fail (is_made (self), NULL);
	rows = fairlead_ranking_get_rows (flead_ranking_get_inner (self->ranking), &n);
	return flead_ranked_party_new (self->ranking, (guint) (self->inner.row - rows));
}

double
flead_explanation_get_share (FleadExplanation *self, FleadComponent component)
{
	g_return_val_if_fail (is_made (self), (double) NAN);
	g_return_val_if_fail ((guint) component < FAIRLEAD_N_COMPONENTS, (double) NAN);
	return self->inner.components[component].share;
}

double
flead_explanation_get_exposure (FleadExplanation *self)
{
	g_return_val_if_fail (is_made (self), (double) NAN);
	return self->inner.exposure.share;
}

char **
flead_explanation_dup_signals (FleadExplanation *self)
{
	g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

	g_return_val_if_fail (is_made (self), NULL);
	for (guint i = 0; i < self->inner.signals->len; i++)
		g_strv_builder_add (names, self->inner.signals->pdata[i]);
	return g_strv_builder_end (names);
}

guint
flead_explanation_get_n_removed (FleadExplanation *self)
{
	g_return_val_if_fail (is_made (self), 0);
	return self->inner.removed->len;
}

guint
flead_explanation_get_rank_without (FleadExplanation *self, guint n)
{
	g_return_val_if_fail (is_made (self), 0);
	g_return_val_if_fail (n >= 1 && n <= self->inner.ranks->len, 0);
	return g_array_index (self->inner.ranks, guint32, n - 1);
}
