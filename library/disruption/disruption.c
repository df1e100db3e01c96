/* library/disruption/disruption.c */
#include <math.h>

#include "graph/disrupt/prices.h"
#include "graph/expression/expression.h"
#include "ingest/record/error.h"
#include "library/disruption/disruption-private.h"
#include "library/input/relay.h"
#include "library/network/network-private.h"
#include "library/table/maker.h"
#include "library/table/result-class.h"
#include "output/disrupt/disrupt-output.h"

#define MOST_ANSWERS 100u

struct _FleadDisruption {
	GObject parent;
	FleadNetwork *network;
	FleadDisruptQuestion *asked; /* a copy of the one that was asked */
	GArray *target;
	GArray *market; /* (nullable) */
	guint32 *prices;
	FairleadDisruptQuestion question; /* of these */
	FairleadDisruption found;
	GArray *moves; /* of MoveValues */
};

/* ---- as a list ---- */

static GType
get_item_type (GListModel *model)
{
	(void) model;
	return FLEAD_TYPE_MOVE;
}

static guint
get_n_items (GListModel *model)
{
	return FLEAD_DISRUPTION (model)->moves->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
	return position < get_n_items (model) ? flead_move_new (FLEAD_DISRUPTION (model), position)
	                                      : NULL;
}

/* ---- as a result ---- */

static const char *const deeds[] = { "designate", "cut", "warn" };

static const char *
deed_name (guint deed)
{
	return deeds[deed];
}

enum {
	WHAT,
	ID,
	NAME,
	OTHER,
	OTHER_NAME,
	ROLE,
	JURISDICTION,
	COST,
	LOSS,
	REPLACEABLE,
	DEALINGS,
	EXPOSURE,
	N_COLUMNS
};

static const ColumnPlan plans[N_COLUMNS] = {
	[WHAT] = { "what", FLEAD_COLUMN_WORD, deed_name, G_N_ELEMENTS (deeds) },
	[ID] = { "id", FLEAD_COLUMN_TEXT, NULL, 0 },
	[NAME] = { "name", FLEAD_COLUMN_TEXT, NULL, 0 },
	[OTHER] = { "other", FLEAD_COLUMN_TEXT, NULL, 0 },
	[OTHER_NAME] = { "other_name", FLEAD_COLUMN_TEXT, NULL, 0 },
	[ROLE] = { "role", FLEAD_COLUMN_TEXT, NULL, 0 },
	[JURISDICTION] = { "jurisdiction", FLEAD_COLUMN_TEXT, NULL, 0 },
	[COST] = { "cost", FLEAD_COLUMN_INTEGER, NULL, 0 },
	[LOSS] = { "loss_alone", FLEAD_COLUMN_NUMBER, NULL, 0 },
	[REPLACEABLE] = { "replaceable", FLEAD_COLUMN_NUMBER, NULL, 0 },
	[DEALINGS] = { "dealings", FLEAD_COLUMN_INTEGER, NULL, 0 },
	[EXPOSURE] = { "exposure", FLEAD_COLUMN_NUMBER, NULL, 0 },
};

static void
add_party (TableMaker *maker, guint column, FairleadNetwork *inner, FairleadVertex vertex)
{
	gboolean is_none = vertex == FAIRLEAD_NO_VERTEX;

	table_maker_add_text (maker, column,
	                      is_none ? NULL : fairlead_network_get_id (inner, vertex));
	table_maker_add_text (maker, column + 1,
	                      is_none ? NULL : fairlead_network_get_name (inner, vertex));
}

static void
add_move (TableMaker *maker, FairleadNetwork *inner, const MoveValues *move)
{
	guint deed = 0;

	while (move->what != deeds[deed])
		deed++;
	table_maker_add_word (maker, WHAT, (gint32) deed);
	add_party (maker, ID, inner, move->entity);
	add_party (maker, OTHER, inner, move->other);
	table_maker_add_text (maker, ROLE, move->role);
	table_maker_add_text (maker, JURISDICTION, move->jurisdiction);
	table_maker_add_integer (maker, COST, move->cost > 0 ? (gint64) move->cost : -1);
	table_maker_add_number (maker, LOSS, move->loss);
	table_maker_add_number (maker, REPLACEABLE, move->replaceable);
	table_maker_add_integer (maker, DEALINGS, move->n_dealings);
	table_maker_add_number (maker, EXPOSURE, move->exposure);
}

static FleadTable *
dup_table (FleadResult *result)
{
	FleadDisruption *self = FLEAD_DISRUPTION (result);
	g_autoptr (TableMaker) maker = table_maker_new (plans, N_COLUMNS, self->moves->len);

	for (guint i = 0; i < self->moves->len; i++)
		add_move (maker, flead_network_get_inner (self->network),
		          &g_array_index (self->moves, MoveValues, i));
	return table_maker_finish (maker);
}

static gboolean
write_out (FleadResult *result, FleadFormat format, GOutputStream *stream,
           GCancellable *cancellable, GError **error)
{
	FleadDisruption *self = FLEAD_DISRUPTION (result);
	FairleadDisruptView view = { .format = flead_format_to_inner (format),
		                     .question = &self->question,
		                     .found = &self->found };
	const DisruptValues *asked;

	g_return_val_if_fail (self->network != NULL, FALSE);
	asked = flead_disrupt_question_get_values (self->asked);
	view.network = flead_network_get_inner (self->network);
	view.target = (const char *const *) asked->target;
	view.limit = asked->limit;
	view.has_costs = asked->costs != NULL;
	return fairlead_disrupt_write (&view, stream, cancellable, error);
}

/* ---- the object ---- */

DEFINE_RESULT (FleadDisruption, flead_disruption)

static void
flead_disruption_finalize (GObject *object)
{
	FleadDisruption *self = FLEAD_DISRUPTION (object);

	fairlead_disruption_clear (&self->found);
	g_array_unref (self->moves);
	g_clear_pointer (&self->target, g_array_unref);
	g_clear_pointer (&self->market, g_array_unref);
	g_clear_pointer (&self->prices, g_free);
	g_clear_object (&self->asked);
	g_clear_object (&self->network);
	G_OBJECT_CLASS (flead_disruption_parent_class)->finalize (object);
}

/* One that g_object_new() made has no moves */
static void
flead_disruption_init (FleadDisruption *self)
{
	self->moves = g_array_new (FALSE, FALSE, sizeof (MoveValues));
}

/* ---- finding ---- */

static gboolean
select_all (FleadDisruption *self, GStrv expressions, GArray **selected, GError **error)
{
	GArray *found =
		expressions == NULL
			? NULL
			: fairlead_expressions_select (flead_network_get_inner (self->network),
	                                               (const char *const *) expressions, error);

	if (expressions != NULL && found == NULL)
		return FALSE;
	*selected = found;
	return TRUE;
}

static gboolean
is_possible (const DisruptValues *asked, GError **error)
{
	if (asked->links && (asked->protect != NULL || asked->costs != NULL)) {
		g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_USAGE,
		             "protect and costs are for designations, not for links");
		return FALSE;
	}
	if (asked->answers == G_MAXUINT || asked->answers <= MOST_ANSWERS)
		return TRUE;
	g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_USAGE,
	             "%u answers are not possible (0 to %u)", asked->answers, MOST_ANSWERS);
	return FALSE;
}

static gboolean
read_question (FleadDisruption *self, const DisruptValues *asked, GError **error)
{
	FairleadNetwork *inner = flead_network_get_inner (self->network);

	if (!is_possible (asked, error) || !select_all (self, asked->target, &self->target, error)
	    || !select_all (self, asked->market, &self->market, error))
		return FALSE;
	if (self->target == NULL)
		self->target = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	self->prices = fairlead_prices_new (inner);
	self->question = (FairleadDisruptQuestion){
		.target = self->target,
		.market = self->market,
		.cost = self->prices,
		.budget = asked->budget,
		.cuts_links = asked->links,
		.max_hops = asked->max_hops,
		.n_candidates = asked->candidates,
		.n_answers = asked->answers == G_MAXUINT ? asked->budget : asked->answers,
	};
	return fairlead_prices_read (self->prices, inner, (const char *const *) asked->costs, error)
	       && fairlead_prices_protect (self->prices, inner,
	                                   (const char *const *) asked->protect, error);
}

static void
take_items (FleadDisruption *self)
{
	FairleadNetwork *inner = flead_network_get_inner (self->network);
	gboolean is_link = self->question.cuts_links;

	for (guint i = 0; i < self->found.items->len; i++) {
		const FairleadDisruptedItem *item =
			&g_array_index (self->found.items, FairleadDisruptedItem, i);
		const FairleadVertex *ends = self->found.graph->ends + 2 * (gsize) item->item;
		const MoveValues move = {
			.what = deeds[is_link],
			.entity = is_link ? ends[0] : item->item,
			.other = is_link ? ends[1] : FAIRLEAD_NO_VERTEX,
			.jurisdiction =
				fairlead_jurisdiction_of (inner, is_link ? ends[0] : item->item),
			.cost = item->cost,
			.loss = item->alone,
			.replaceable = item->replaceable,
			.n_dealings = item->n_licit,
			.exposure = NAN,
		};

		g_array_append_val (self->moves, move);
	}
}

static void
take_outreach (FleadDisruption *self, guint limit)
{
	guint n = self->found.outreach->len;

	for (guint i = 0; i < n && (limit == 0 || i < limit); i++) {
		const FairleadOutreach *row =
			&g_array_index (self->found.outreach, FairleadOutreach, i);
		const MoveValues move = {
			deeds[2], row->vertex, row->with, row->role,       row->jurisdiction,
			0,        NAN,         NAN,       row->n_dealings, row->exposure
		};

		g_array_append_val (self->moves, move);
	}
}

FleadDisruption *
flead_network_disrupt (FleadNetwork *network, FleadDisruptQuestion *question,
                       GCancellable *cancellable, FleadProgress progress, gpointer user_data,
                       GError **error)
{
	g_autoptr (FleadDisruption) self = NULL;
	FairleadParameters parameters;
	const DisruptValues *asked;

	g_return_val_if_fail (FLEAD_IS_NETWORK (network), NULL);
	g_return_val_if_fail (FLEAD_IS_DISRUPT_QUESTION (question), NULL);
	self = g_object_new (FLEAD_TYPE_DISRUPTION, NULL);
	self->network = g_object_ref (network);
	self->asked = flead_disrupt_question_copy (question);
	asked = flead_disrupt_question_get_values (self->asked);
	fairlead_parameters_init (&parameters);
	if ((asked->parameters != NULL
	     && !fairlead_parameters_load (&parameters, asked->parameters, error))
	    || !read_question (self, asked, error))
		return NULL;
	self->question.telling = (FairleadTelling){ progress, user_data };
	if (!fairlead_disrupt_network (&self->found, flead_network_get_inner (network), &parameters,
	                               &self->question, cancellable, error))
		return NULL;
	self->question.telling = (FairleadTelling){ NULL, NULL };
	take_items (self);
	take_outreach (self, asked->limit);
	return g_steal_pointer (&self);
}

DEFINE_LATER (FleadDisruption, flead_network_disrupt, FleadNetwork, FLEAD_IS_NETWORK,
              FleadDisruptQuestion, FLEAD_IS_DISRUPT_QUESTION, flead_disrupt_question_copy)

/* ---- reading ---- */

const MoveValues *
flead_disruption_get_move (FleadDisruption *self, guint row)
{
	return &g_array_index (self->moves, MoveValues, row);
}

FleadNetwork *
flead_disruption_get_network (FleadDisruption *self)
{
	return self->network;
}

static gboolean
is_made (FleadDisruption *self)
{
	return FLEAD_IS_DISRUPTION (self) && self->network != NULL;
}

double
flead_disruption_get_access (FleadDisruption *self)
{
	g_return_val_if_fail (is_made (self), (double) NAN);
	return self->found.access;
}

double
flead_disruption_get_left (FleadDisruption *self)
{
	g_return_val_if_fail (is_made (self), (double) NAN);
	return self->found.chosen.access;
}

double
flead_disruption_get_after_answer (FleadDisruption *self)
{
	g_return_val_if_fail (is_made (self), (double) NAN);
	return self->found.after_answer;
}

gboolean
flead_disruption_get_is_exact (FleadDisruption *self)
{
	g_return_val_if_fail (is_made (self), FALSE);
	return self->found.chosen.is_exact;
}
