/* library/resolve/proposals.c */
#include "ingest/record/error.h"
#include "library/input/relay.h"
#include "library/network/network-private.h"
#include "library/resolve/resolve-private.h"
#include "library/table/maker.h"
#include "library/table/result-class.h"
#include "output/resolve/proposals-output.h"

struct _FleadProposals {
	GObject parent;
	FleadNetwork *network;
	char *kind; /* NULL: all */
	FairleadResolveQuestion question;
	guint limit;
	GMutex lock;              /* of what is inside, which remembers what it compared */
	FairleadProposals *inner; /* NULL: not made by the library */
};

FleadNetwork *
flead_proposals_get_network (FleadProposals *self)
{
	return self->network;
}

const FairleadProposal *
flead_proposals_get_row (FleadProposals *self, guint row)
{
	guint n;

	return &fairlead_proposals_get (self->inner, &n)[row];
}

double
flead_proposals_get_threshold (FleadProposals *self)
{
	return self->question.threshold;
}

FairleadProposals *
flead_proposals_lock (FleadProposals *self)
{
	g_mutex_lock (&self->lock);
	return self->inner;
}

void
flead_proposals_unlock (FleadProposals *self)
{
	g_mutex_unlock (&self->lock);
}

/* ---- as a list ---- */

static GType
get_item_type (GListModel *model)
{
	(void) model;
	return FLEAD_TYPE_PROPOSAL;
}

static guint
get_n_items (GListModel *model)
{
	FleadProposals *self = FLEAD_PROPOSALS (model);
	guint n = 0;

	if (self->inner != NULL)
		fairlead_proposals_get (self->inner, &n);
	return self->limit == 0 ? n : MIN (n, self->limit);
}

static gpointer
get_item (GListModel *model, guint position)
{
	return position < get_n_items (model)
	               ? flead_proposal_new (FLEAD_PROPOSALS (model), position)
	               : NULL;
}

/* ---- as a result ---- */

static const char *
kind_name (guint kind)
{
	return fairlead_kind_name (kind);
}

enum {
	LEFT,
	RIGHT,
	PROBABILITY,
	SIMILARITY,
	EVIDENCE,
	ACTION,
	ASKS,
	KIND,
	LEFT_NAME,
	RIGHT_NAME,
	FEATURES,
	N_COLUMNS
};

static const ColumnPlan plans[N_COLUMNS] = {
	[LEFT] = { "left", FLEAD_COLUMN_TEXT, NULL, 0 },
	[RIGHT] = { "right", FLEAD_COLUMN_TEXT, NULL, 0 },
	[PROBABILITY] = { "probability", FLEAD_COLUMN_NUMBER, NULL, 0 },
	[SIMILARITY] = { "similarity", FLEAD_COLUMN_NUMBER, NULL, 0 },
	[EVIDENCE] = { "evidence", FLEAD_COLUMN_NUMBER, NULL, 0 },
	[ACTION] = { "action", FLEAD_COLUMN_TEXT, NULL, 0 },
	[ASKS] = { "asks", FLEAD_COLUMN_TEXT, NULL, 0 },
	[KIND] = { "kind", FLEAD_COLUMN_WORD, kind_name, FAIRLEAD_N_KINDS },
	[LEFT_NAME] = { "left_name", FLEAD_COLUMN_TEXT, NULL, 0 },
	[RIGHT_NAME] = { "right_name", FLEAD_COLUMN_TEXT, NULL, 0 },
	[FEATURES] = { "features", FLEAD_COLUMN_TEXT, NULL, 0 },
};

static void
add_row (FleadProposals *self, TableMaker *maker, guint row)
{
	const FairleadProposal *proposal = flead_proposals_get_row (self, row);
	FairleadNetwork *inner = flead_network_get_inner (self->network);
	g_auto (GStrv) lines = fairlead_proposals_dup_explanation (self->inner, row);
	g_autofree char *features = g_strjoinv ("; ", lines);

	table_maker_add_text (maker, LEFT, fairlead_proposals_get_left_key (self->inner, row));
	table_maker_add_text (maker, RIGHT, fairlead_proposals_get_right_key (self->inner, row));
	table_maker_add_number (maker, PROBABILITY, proposal->probability);
	table_maker_add_number (maker, SIMILARITY, proposal->similarity);
	table_maker_add_number (maker, EVIDENCE, proposal->evidence);
	table_maker_add_text (maker, ACTION, fairlead_ask_action (proposal->ask));
	table_maker_add_text (maker, ASKS, fairlead_ask_words (proposal->ask));
	table_maker_add_word (maker, KIND,
	                      (gint32) fairlead_network_get_kind (inner, proposal->left));
	table_maker_add_text (maker, LEFT_NAME, fairlead_network_get_name (inner, proposal->left));
	table_maker_add_text (maker, RIGHT_NAME,
	                      fairlead_network_get_name (inner, proposal->right));
	table_maker_add_text (maker, FEATURES, features);
}

static FleadTable *
dup_table (FleadResult *result)
{
	FleadProposals *self = FLEAD_PROPOSALS (result);
	guint n = get_n_items (G_LIST_MODEL (self));
	g_autoptr (TableMaker) maker = table_maker_new (plans, N_COLUMNS, n);

	g_mutex_lock (&self->lock);
	for (guint i = 0; i < n; i++)
		add_row (self, maker, i);
	g_mutex_unlock (&self->lock);
	return table_maker_finish (maker);
}

static gboolean
write_out (FleadResult *result, FleadFormat format, GOutputStream *stream,
           GCancellable *cancellable, GError **error)
{
	FleadProposals *self = FLEAD_PROPOSALS (result);
	const FairleadProposalsView view = { .format = flead_format_to_inner (format),
		                             .limit = self->limit,
		                             .threshold = self->question.threshold };
	gboolean is_written;

	g_return_val_if_fail (self->inner != NULL, FALSE);
	g_mutex_lock (&self->lock);
	is_written = fairlead_proposals_write (flead_network_get_inner (self->network), self->inner,
	                                       &view, stream, cancellable, error);
	g_mutex_unlock (&self->lock);
	return is_written;
}

/* ---- the object ---- */

DEFINE_RESULT (FleadProposals, flead_proposals)

static void
flead_proposals_finalize (GObject *object)
{
	FleadProposals *self = FLEAD_PROPOSALS (object);

	g_clear_pointer (&self->inner, fairlead_proposals_free);
	g_clear_pointer (&self->kind, g_free);
	g_clear_object (&self->network);
	g_mutex_clear (&self->lock);
	G_OBJECT_CLASS (flead_proposals_parent_class)->finalize (object);
}

static void
flead_proposals_init (FleadProposals *self)
{
	g_mutex_init (&self->lock);
}

guint
flead_proposals_get_n_compared (FleadProposals *self)
{
	g_return_val_if_fail (FLEAD_IS_PROPOSALS (self) && self->inner != NULL, 0);
	return fairlead_proposals_get_n_compared (self->inner);
}

/* ---- proposing ---- */

static gboolean
are_shares (const FairleadResolveQuestion *question, GError **error)
{
	if (question->threshold >= 0.0 && question->threshold <= 1.0 && question->least >= 0.0
	    && question->least <= 1.0)
		return TRUE;
	g_set_error (error, FLEAD_ERROR, FLEAD_ERROR_USAGE, "a probability is not between 0 and 1");
	return FALSE;
}

static gboolean
choose_kind (FleadProposals *self, GError **error)
{
	FairleadKind kind;

	if (self->kind == NULL)
		return TRUE;
	if (!fairlead_kind_from_name (self->kind, &kind) || kind == FAIRLEAD_KIND_ADDRESS
	    || kind == FAIRLEAD_KIND_PORT) {
		g_set_error (error, FLEAD_ERROR, FLEAD_ERROR_USAGE,
		             "%s is no kind that is resolved (person, company, public-body, vessel,"
		             " aircraft)",
		             self->kind);
		return FALSE;
	}
	self->question.kinds = 1u << kind;
	return TRUE;
}

typedef struct {
	FleadProgress progress;
	gpointer data;
} Listener;

static void
on_pairs (guint done, guint total, gpointer listener)
{
	const Listener *self = listener;

	self->progress ("comparing pairs", done, total, self->data);
}

/* Fills what was asked with its answer: (transfer full): the same */
static gpointer
propose (gpointer network, gpointer asked, GCancellable *cancellable, FleadProgress progress,
         gpointer data, GError **error)
{
	FleadProposals *self = asked;
	Listener listener = { progress, data };
	FairleadResolveQuestion question;

	if (!are_shares (&self->question, error) || !choose_kind (self, error))
		return NULL;
	question = self->question;
	question.least = MIN (question.least, question.threshold);
	question.progress = progress != NULL ? on_pairs : NULL;
	question.data = &listener;
	self->inner = fairlead_proposals_new (flead_network_get_inner (network), &question,
	                                      cancellable, error);
	return self->inner != NULL ? g_object_ref (self) : NULL;
}

static FleadProposals *
ask (FleadNetwork *network, const char *kind, double threshold, double least, guint limit)
{
	FleadProposals *self = g_object_new (FLEAD_TYPE_PROPOSALS, NULL);

	self->network = g_object_ref (network);
	self->kind = g_strdup (kind);
	self->question.threshold = threshold;
	self->question.least = least;
	self->limit = limit;
	return self;
}

FleadProposals *
flead_network_propose (FleadNetwork *self, const char *kind, double threshold, double least,
                       guint limit, GCancellable *cancellable, FleadProgress progress,
                       gpointer user_data, GError **error)
{
	g_autoptr (FleadProposals) asked = NULL;

	g_return_val_if_fail (FLEAD_IS_NETWORK (self), NULL);
	asked = ask (self, kind, threshold, least, limit);
	return propose (self, asked, cancellable, progress, user_data, error);
}

static const RelayDeed propose_deed = { .work = propose };

void
flead_network_propose_async (FleadNetwork *self, const char *kind, double threshold, double least,
                             guint limit, LATER_PARAMETERS)
{
	g_return_if_fail (FLEAD_IS_NETWORK (self));
	relay_do (self, &propose_deed, ask (self, kind, threshold, least, limit), LATER);
}

DEFINE_FINISH (FleadProposals, flead_network_propose, FleadNetwork, propose_deed)
