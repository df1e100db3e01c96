/* library/ownership/ownership.c */
#include <fairlead/ownership.h>

#include <math.h>
#include <string.h>

#include "graph/expression/expression.h"
#include "graph/ownership/stakes.h"
#include "ingest/record/error.h"
#include "library/input/day.h"
#include "library/input/relay.h"
#include "library/network/network-private.h"
#include "library/ownership/question-private.h"
#include "library/ownership/select-private.h"
#include "library/ownership/stake-private.h"
#include "library/picture/picture.h"
#include "library/table/maker.h"
#include "library/table/result-class.h"
#include "output/ownership/own-svg.h"

struct _FleadOwnership {
	GObject parent;
	FleadNetwork *network;
	FairleadHoldings *holdings;
	GPtrArray *rules;           /* of FairleadRule: all of the file, or that are shipped */
	GPtrArray *chosen;          /* of FairleadRule, borrowed from these */
	FairleadFindings *findings; /* one for each of the chosen */
	GArray *listed;             /* who counts as listed; NULL: by the lists of the rules */
	GPtrArray *joint;           /* of GArray: whose holdings count as one person's */
	FairleadStakes stakes;
	FairleadStakeQuestion question;
	FairleadVertex vertex; /* %FAIRLEAD_NO_VERTEX: all who fall under the rules */
	gint32 day;
	guint limit;
	GArray *values; /* of StakeValues */
};

/* ---- as a list ---- */

static GType
get_item_type (GListModel *model)
{
	(void) model;
	return FLEAD_TYPE_STAKE;
}

static guint
get_n_items (GListModel *model)
{
	return FLEAD_OWNERSHIP (model)->values->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
	FleadOwnership *self = FLEAD_OWNERSHIP (model);

	return position < self->values->len ? flead_stake_new (
		       self->network, &g_array_index (self->values, StakeValues, position))
	                                    : NULL;
}

/* ---- as a result ---- */

static const char *
verdict_name (guint verdict)
{
	return fairlead_verdict_name (verdict);
}

enum { ID, NAME, HOPS, LOW, HIGH, VERDICT, RULE, POWER, N_COLUMNS };

static const ColumnPlan plans[N_COLUMNS] = {
	[ID] = { "id", FLEAD_COLUMN_TEXT, NULL, 0 },
	[NAME] = { "name", FLEAD_COLUMN_TEXT, NULL, 0 },
	[HOPS] = { "hops", FLEAD_COLUMN_INTEGER, NULL, 0 },
	[LOW] = { "low", FLEAD_COLUMN_NUMBER, NULL, 0 },
	[HIGH] = { "high", FLEAD_COLUMN_NUMBER, NULL, 0 },
	[VERDICT] = { "verdict", FLEAD_COLUMN_WORD, verdict_name, FAIRLEAD_N_VERDICTS },
	[RULE] = { "rule", FLEAD_COLUMN_TEXT, NULL, 0 },
	[POWER] = { "power", FLEAD_COLUMN_NUMBER, NULL, 0 },
};

static FleadTable *
dup_table (FleadResult *result)
{
	FleadOwnership *self = FLEAD_OWNERSHIP (result);
	g_autoptr (TableMaker) maker = table_maker_new (plans, N_COLUMNS, self->values->len);

	for (guint i = 0; i < self->values->len; i++) {
		const StakeValues *values = &g_array_index (self->values, StakeValues, i);
		FairleadNetwork *inner = flead_network_get_inner (self->network);

		table_maker_add_text (maker, ID, fairlead_network_get_id (inner, values->vertex));
		table_maker_add_text (maker, NAME,
		                      fairlead_network_get_name (inner, values->vertex));
		table_maker_add_integer (maker, HOPS,
		                         values->hops > 0 ? (gint64) values->hops : -1);
		table_maker_add_number (maker, LOW, values->low);
		table_maker_add_number (maker, HIGH, values->high);
		table_maker_add_word (maker, VERDICT, (gint32) values->verdict);
		table_maker_add_text (maker, RULE, values->rule);
		table_maker_add_number (maker, POWER, values->power);
	}
	return table_maker_finish (maker);
}

static FairleadOwnView
view_of (FleadOwnership *self, FairleadOutputFormat format)
{
	FairleadOwnView view = { .format = format,
		                 .holdings = self->holdings,
		                 .findings = self->findings,
		                 .n_findings = self->chosen->len,
		                 .vertex = self->vertex,
		                 .limit = self->limit,
		                 .as_of = self->day };

	if (self->vertex != FAIRLEAD_NO_VERTEX) {
		view.stakes = &self->stakes;
		view.question = &self->question;
	}
	return view;
}

static gboolean
write_out (FleadResult *result, FleadFormat format, GOutputStream *stream,
           GCancellable *cancellable, GError **error)
{
	FleadOwnership *self = FLEAD_OWNERSHIP (result);
	FairleadOwnView view;

	g_return_val_if_fail (self->holdings != NULL, FALSE);
	view = view_of (self, flead_format_to_inner (format));
	return fairlead_own_write (&view, stream, cancellable, error);
}

/* ---- the object ---- */

DEFINE_RESULT (FleadOwnership, flead_ownership)

static void
flead_ownership_finalize (GObject *object)
{
	FleadOwnership *self = FLEAD_OWNERSHIP (object);

	for (guint i = 0; self->findings != NULL && i < self->chosen->len; i++)
		fairlead_findings_clear (&self->findings[i]);
	g_free (self->findings);
	g_clear_pointer (&self->listed, g_array_unref);
	g_clear_pointer (&self->joint, g_ptr_array_unref);
	fairlead_stakes_clear (&self->stakes);
	g_clear_pointer (&self->values, g_array_unref);
	g_clear_pointer (&self->chosen, g_ptr_array_unref);
	g_clear_pointer (&self->rules, g_ptr_array_unref);
	g_clear_pointer (&self->holdings, fairlead_holdings_free);
	g_clear_object (&self->network);
	G_OBJECT_CLASS (flead_ownership_parent_class)->finalize (object);
}

/* One that g_object_new() made has found nobody */
static void
flead_ownership_init (FleadOwnership *self)
{
	self->vertex = FAIRLEAD_NO_VERTEX;
	self->values = g_array_new (FALSE, FALSE, sizeof (StakeValues));
	self->chosen = g_ptr_array_new ();
	self->joint = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
}

/* ---- finding ---- */

static gboolean
choose_rules (FleadOwnership *self, const char *file, const char *const *names, GError **error)
{
	self->rules = file != NULL ? fairlead_rules_load (file, error)
	                           : fairlead_rules_new_shipped (error);
	if (self->rules == NULL)
		return FALSE;
	if (names == NULL) {
		g_ptr_array_unref (self->chosen);
		self->chosen = fairlead_rules_dup_in_force (self->rules, self->day);
	}
	for (guint i = 0; names != NULL && names[i] != NULL; i++) {
		const FairleadRule *rule =
			fairlead_rules_find (self->rules, names[i], self->day, error);

		if (rule == NULL)
			return FALSE;
		if (!g_ptr_array_find (self->chosen, rule, NULL))
			g_ptr_array_add (self->chosen, (gpointer) rule);
	}
	if (self->chosen->len > 0)
		return TRUE;
	g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_USAGE,
	             "no rule is in force on that day");
	return FALSE;
}

static GArray *
select_some (FleadOwnership *self, const char *const *expressions, GError **error)
{
	return fairlead_expressions_select (flead_network_get_inner (self->network), expressions,
	                                    error);
}

/* Who counts as listed, and who as one person */
static gboolean
select_who_counts (FleadOwnership *self, const OwnershipValues *asked, GError **error)
{
	if (asked->listed != NULL) {
		self->listed = select_some (self, (const char *const *) asked->listed, error);
		if (self->listed == NULL)
			return FALSE;
	}
	for (guint i = 0; asked->joint != NULL && asked->joint[i] != NULL; i++) {
		const char *const one[] = { asked->joint[i], NULL };
		GArray *group = select_some (self, one, error);

		if (group == NULL)
			return FALSE;
		g_ptr_array_add (self->joint, group);
	}
	return TRUE;
}

static void
take_stakes (FleadOwnership *self)
{
	for (guint i = 0; i < self->stakes.stakes->len; i++) {
		const FairleadStake *stake = &g_array_index (self->stakes.stakes, FairleadStake, i);
		const StakeValues values = { stake->vertex,
			                     stake->hops,
			                     stake->low,
			                     stake->high,
			                     stake->control,
			                     "",
			                     stake->power >= 0.0 ? stake->power : (double) NAN };

		g_array_append_val (self->values, values);
	}
}

static void
take_findings (FleadOwnership *self, guint rule)
{
	const GArray *findings = self->findings[rule].findings;

	for (guint i = 0; i < findings->len; i++) {
		const FairleadFinding *finding = &g_array_index (findings, FairleadFinding, i);
		const StakeValues values = {
			finding->vertex,
			0,
			finding->low,
			finding->high,
			finding->standing.verdict,
			((const FairleadRule *) self->chosen->pdata[rule])->id,
			(double) NAN,
		};

		g_array_append_val (self->values, values);
	}
}

/* To whom it is told how far the work is, and who may give it up */
typedef struct {
	GCancellable *cancellable;
	FleadProgress progress;
	gpointer progress_data;
} Watch;

static gboolean
apply_rules (FleadOwnership *self, const Watch *watch, GError **error)
{
	const FairleadVertex *of = self->vertex == FAIRLEAD_NO_VERTEX ? NULL : &self->vertex;

	self->findings = g_new0 (FairleadFindings, self->chosen->len);
	for (guint i = 0; i < self->chosen->len; i++) {
		const FairleadRule *rule = self->chosen->pdata[i];

		if (g_cancellable_set_error_if_cancelled (watch->cancellable, error))
			return FALSE;
		if (watch->progress != NULL)
			watch->progress (rule->id, i, self->chosen->len, watch->progress_data);
		fairlead_findings_init (&self->findings[i], self->holdings, rule,
		                        &(FairleadWhoCounts){ self->listed, self->joint }, of);
		if (of == NULL)
			take_findings (self, i);
	}
	return TRUE;
}

static void
find_stakes (FleadOwnership *self, const OwnershipValues *asked, const Watch *watch)
{
	FairleadStakeQuestion question = {
		.vertex = self->vertex,
		.is_down = asked->down,
		.n_draws = asked->power,
		.seed = asked->seed,
		.cancellable = watch->cancellable,
		.progress = watch->progress,
		.progress_data = watch->progress_data,
	};

	fairlead_stakes_find (self->holdings, &question, &self->stakes);
	self->question = question;
	self->question.cancellable = NULL;
	self->question.progress = NULL;
	self->question.progress_data = NULL;
	take_stakes (self);
}

static gboolean
judge (FleadOwnership *self, const OwnershipValues *asked, const Watch *watch, GError **error)
{
	if (g_cancellable_set_error_if_cancelled (watch->cancellable, error))
		return FALSE;
	self->holdings = fairlead_holdings_new (flead_network_get_inner (self->network), self->day);
	if (!apply_rules (self, watch, error))
		return FALSE;
	if (self->vertex != FAIRLEAD_NO_VERTEX)
		find_stakes (self, asked, watch);
	if (asked->limit > 0 && asked->limit < self->values->len)
		g_array_set_size (self->values, asked->limit);
	return !g_cancellable_set_error_if_cancelled (watch->cancellable, error);
}

static FleadOwnership *
find (FleadNetwork *network, const OwnershipValues *asked, const Watch *watch, GError **error)
{
	g_autoptr (FleadOwnership) self = g_object_new (FLEAD_TYPE_OWNERSHIP, NULL);

	self->network = g_object_ref (network);
	self->limit = asked->limit;
	return ownership_values_check (asked, error) && day_read (asked->as_of, &self->day, error)
	                       && choose_rules (self, asked->rule_file,
	                                        (const char *const *) asked->rules, error)
	                       && ownership_select_one (network, asked->entity, &self->vertex,
	                                                error)
	                       && select_who_counts (self, asked, error)
	                       && judge (self, asked, watch, error)
	               ? g_steal_pointer (&self)
	               : NULL;
}

FleadOwnership *
flead_network_find_ownership (FleadNetwork *self, const char *entity, gboolean is_down,
                              const char *const *rules, const char *as_of, guint limit,
                              GCancellable *cancellable, FleadProgress progress, gpointer user_data,
                              GError **error)
{
	const OwnershipValues asked = { .entity = (char *) entity,
		                        .down = is_down,
		                        .rules = (GStrv) rules,
		                        .as_of = (char *) as_of,
		                        .seed = OWNERSHIP_SEED,
		                        .limit = limit };

	g_return_val_if_fail (FLEAD_IS_NETWORK (self), NULL);
	return find (self, &asked, &(Watch){ cancellable, progress, user_data }, error);
}

FleadOwnership *
flead_network_ask_ownership (FleadNetwork *self, FleadOwnershipQuestion *question,
                             GCancellable *cancellable, FleadProgress progress, gpointer user_data,
                             GError **error)
{
	g_return_val_if_fail (FLEAD_IS_NETWORK (self), NULL);
	g_return_val_if_fail (FLEAD_IS_OWNERSHIP_QUESTION (question), NULL);
	return find (self, flead_ownership_question_get_values (question),
	             &(Watch){ cancellable, progress, user_data }, error);
}

/* ---- in a thread ---- */

DEFINE_LATER (FleadOwnership, flead_network_ask_ownership, FleadNetwork, FLEAD_IS_NETWORK,
              FleadOwnershipQuestion, FLEAD_IS_OWNERSHIP_QUESTION, flead_ownership_question_copy)

static const RelayDeed find_deed = { .work = flead_network_ask_ownership_work };

void
flead_network_find_ownership_async (FleadNetwork *self, const char *entity, gboolean is_down,
                                    const char *const *rules, const char *as_of, guint limit,
                                    LATER_PARAMETERS)
{
	FleadOwnershipQuestion *question;

	g_return_if_fail (FLEAD_IS_NETWORK (self));
	question = flead_ownership_question_new (entity);
	g_object_set (question, "down", is_down, "rules", rules, "as-of", as_of, "limit", limit,
	              NULL);
	relay_do (self, &find_deed, question, LATER);
}

DEFINE_FINISH (FleadOwnership, flead_network_find_ownership, FleadNetwork, find_deed)

char *
flead_ownership_dup_verdict (FleadOwnership *self, const char *rule)
{
	g_return_val_if_fail (FLEAD_IS_OWNERSHIP (self) && rule != NULL, NULL);
	if (self->vertex == FAIRLEAD_NO_VERTEX)
		return NULL;
	for (guint i = 0; i < self->chosen->len; i++) {
		const FairleadRule *chosen = self->chosen->pdata[i];

		if (g_ascii_strcasecmp (chosen->regime, rule) == 0
		    || strcmp (chosen->id, rule) == 0)
			return g_strdup (fairlead_verdict_name (fairlead_judgement_get_verdict (
				self->findings[i].judgement, self->vertex)));
	}
	return NULL;
}

/* ---- drawing ---- */

static gboolean
draw_owners (gpointer what, FairleadPicture picture, GOutputStream *stream,
             GCancellable *cancellable, GError **error)
{
	FleadOwnership *self = what;
	const FairleadOwnView view = view_of (self, FAIRLEAD_FORMAT_TABLE);

	(void) picture;
	if (self->vertex != FAIRLEAD_NO_VERTEX)
		return fairlead_own_write_svg (&view, stream, cancellable, error);
	g_set_error_literal (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_USAGE,
	                     "a drawing is of one entity, and all were asked about");
	return FALSE;
}

static gboolean
is_found (FleadOwnership *self)
{
	return FLEAD_IS_OWNERSHIP (self) && self->holdings != NULL;
}

GBytes *
flead_ownership_draw (FleadOwnership *self, GCancellable *cancellable, GError **error)
{
	g_return_val_if_fail (is_found (self), NULL);
	return picture_dup (draw_owners, self, FAIRLEAD_PICTURE_SVG, cancellable, error);
}

DEFINE_DRAW_LATER (flead_ownership_draw, FleadOwnership, is_found)

gboolean
flead_ownership_save_drawing (FleadOwnership *self, const char *path, GCancellable *cancellable,
                              GError **error)
{
	g_return_val_if_fail (is_found (self), FALSE);
	g_return_val_if_fail (path != NULL, FALSE);
	return picture_save (draw_owners, self, FAIRLEAD_PICTURE_SVG, path, cancellable, error);
}
