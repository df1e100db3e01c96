/* library/resolve/decision-log.c */
#include <math.h>

#include "library/network/network-private.h"
#include "library/resolve/resolve-private.h"
#include "library/table/maker.h"
#include "library/table/result-class.h"
#include "library/table/row-class.h"

struct _FleadDecisionLog {
	GObject parent;
	FleadNetwork *network; /* NULL: none */
	FairleadDecisions *decisions;
	GArray *of;      /* of FairleadVertex; NULL: all */
	GArray *numbers; /* of guint, from 0: those shown */
};

G_STATIC_ASSERT ((int) FLEAD_SAMENESS_SAME == (int) FAIRLEAD_DECIDED_SAME);
G_STATIC_ASSERT ((int) FLEAD_SAMENESS_DIFFERENT == (int) FAIRLEAD_DECIDED_DIFFERENT);
G_STATIC_ASSERT ((int) FLEAD_SAMENESS_UNDECIDED == (int) FAIRLEAD_DECIDED_UNDECIDED);

/* ---- a decision ---- */

DEFINE_ROW (FleadDecision, flead_decision, FleadDecisionLog)

static const FairleadDecision *
inner_of (FleadDecision *self)
{
	return fairlead_decisions_get (self->owner->decisions,
	                               g_array_index (self->owner->numbers, guint, self->row));
}

guint
flead_decision_get_number (FleadDecision *self)
{
	g_return_val_if_fail (flead_decision_is_made (self), 0);
	return g_array_index (self->owner->numbers, guint, self->row) + 1;
}

const char *
flead_decision_get_state (FleadDecision *self)
{
	g_return_val_if_fail (flead_decision_is_made (self), NULL);
	return fairlead_decisions_get_state (self->owner->decisions,
	                                     flead_decision_get_number (self) - 1);
}

FleadSameness
flead_decision_get_verdict (FleadDecision *self)
{
	g_return_val_if_fail (flead_decision_is_made (self), FLEAD_SAMENESS_UNDECIDED);
	return (FleadSameness) inner_of (self)->verdict;
}

double
flead_decision_get_probability (FleadDecision *self)
{
	double probability;

	g_return_val_if_fail (flead_decision_is_made (self), (double) NAN);
	probability = inner_of (self)->probability;
	return probability < 0.0 ? (double) NAN : probability;
}

#define GETTER(member)                                                      \
	const char *flead_decision_get_##member (FleadDecision *self)       \
	{                                                                   \
		g_return_val_if_fail (flead_decision_is_made (self), NULL); \
		return inner_of (self)->member;                             \
	}

GETTER (left)
GETTER (right)
GETTER (who)
GETTER (when)
GETTER (why)
GETTER (undone_by)
GETTER (undone_on)

/* ---- as a list ---- */

static GType
get_item_type (GListModel *model)
{
	(void) model;
	return FLEAD_TYPE_DECISION;
}

static guint
get_n_items (GListModel *model)
{
	return FLEAD_DECISION_LOG (model)->numbers->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
	return position < get_n_items (model)
	               ? flead_decision_new (FLEAD_DECISION_LOG (model), position)
	               : NULL;
}

/* ---- as a result ---- */

static const char *
sameness_name (guint verdict)
{
	return fairlead_sameness_name (verdict);
}

enum {
	NUMBER,
	STATE,
	LEFT,
	RIGHT,
	VERDICT,
	WHO,
	WHEN,
	WHY,
	PROBABILITY,
	UNDONE_BY,
	UNDONE_ON,
	N_COLUMNS
};

static const ColumnPlan plans[N_COLUMNS] = {
	[NUMBER] = { "number", FLEAD_COLUMN_INTEGER, NULL, 0 },
	[STATE] = { "state", FLEAD_COLUMN_TEXT, NULL, 0 },
	[LEFT] = { "left", FLEAD_COLUMN_TEXT, NULL, 0 },
	[RIGHT] = { "right", FLEAD_COLUMN_TEXT, NULL, 0 },
	[VERDICT] = { "verdict", FLEAD_COLUMN_WORD, sameness_name, FAIRLEAD_N_SAMENESSES },
	[WHO] = { "who", FLEAD_COLUMN_TEXT, NULL, 0 },
	[WHEN] = { "when", FLEAD_COLUMN_TEXT, NULL, 0 },
	[WHY] = { "why", FLEAD_COLUMN_TEXT, NULL, 0 },
	[PROBABILITY] = { "probability", FLEAD_COLUMN_NUMBER, NULL, 0 },
	[UNDONE_BY] = { "undone_by", FLEAD_COLUMN_TEXT, NULL, 0 },
	[UNDONE_ON] = { "undone_on", FLEAD_COLUMN_TEXT, NULL, 0 },
};

static void
add_row (TableMaker *maker, const FairleadDecisions *decisions, guint n)
{
	const FairleadDecision *decision = fairlead_decisions_get (decisions, n);
	gboolean is_computed = decision->probability >= 0.0;

	table_maker_add_integer (maker, NUMBER, n + 1);
	table_maker_add_text (maker, STATE, fairlead_decisions_get_state (decisions, n));
	table_maker_add_text (maker, LEFT, decision->left);
	table_maker_add_text (maker, RIGHT, decision->right);
	table_maker_add_word (maker, VERDICT, (gint32) decision->verdict);
	table_maker_add_text (maker, WHO, decision->who);
	table_maker_add_text (maker, WHEN, decision->when);
	table_maker_add_text (maker, WHY, decision->why);
	table_maker_add_number (maker, PROBABILITY,
	                        is_computed ? decision->probability : (double) NAN);
	table_maker_add_text (maker, UNDONE_BY, decision->undone_by);
	table_maker_add_text (maker, UNDONE_ON, decision->undone_on);
}

static FleadTable *
dup_table (FleadResult *result)
{
	FleadDecisionLog *self = FLEAD_DECISION_LOG (result);
	g_autoptr (TableMaker) maker = table_maker_new (plans, N_COLUMNS, self->numbers->len);

	for (guint i = 0; i < self->numbers->len; i++)
		add_row (maker, self->decisions, g_array_index (self->numbers, guint, i));
	return table_maker_finish (maker);
}

static FairleadDecisionsView
view_of (FleadDecisionLog *self)
{
	return (FairleadDecisionsView){
		.network = self->network != NULL ? flead_network_get_inner (self->network) : NULL,
		.of = self->of,
	};
}

static gboolean
write_out (FleadResult *result, FleadFormat format, GOutputStream *stream,
           GCancellable *cancellable, GError **error)
{
	FleadDecisionLog *self = FLEAD_DECISION_LOG (result);
	FairleadDecisionsView view = view_of (self);

	if (g_cancellable_set_error_if_cancelled (cancellable, error))
		return FALSE;
	view.format = flead_format_to_inner (format);
	return fairlead_decisions_write_log (self->decisions, &view, stream, error);
}

/* ---- the object ---- */

DEFINE_RESULT (FleadDecisionLog, flead_decision_log)

static void
flead_decision_log_finalize (GObject *object)
{
	FleadDecisionLog *self = FLEAD_DECISION_LOG (object);

	g_clear_pointer (&self->numbers, g_array_unref);
	g_clear_pointer (&self->of, g_array_unref);
	g_clear_pointer (&self->decisions, fairlead_decisions_unref);
	g_clear_object (&self->network);
	G_OBJECT_CLASS (flead_decision_log_parent_class)->finalize (object);
}

/* One that g_object_new() made has no decisions */
static void
flead_decision_log_init (FleadDecisionLog *self)
{
	self->decisions = fairlead_decisions_new (NULL);
	self->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
}

FleadDecisionLog *
flead_decision_log_new (const FairleadDecisions *decisions, FleadNetwork *network, GArray *of)
{
	FleadDecisionLog *self = g_object_new (FLEAD_TYPE_DECISION_LOG, NULL);
	FairleadDecisionsView view;

	g_set_object (&self->network, network);
	self->of = of;
	fairlead_decisions_append (self->decisions, decisions);
	view = view_of (self);
	for (guint n = 0; n < fairlead_decisions_get_n (self->decisions); n++)
		if (fairlead_decisions_shows (self->decisions, &view, n))
			g_array_append_val (self->numbers, n);
	return self;
}
