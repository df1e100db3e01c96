/* library/resolve/decisions.c */
#include "graph/expression/expression.h"
#include "ingest/case/case.h"
#include "ingest/record/error.h"
#include "library/network/network-private.h"
#include "library/resolve/resolve-private.h"
#include "output/resolve/decision-store.h"

struct _FleadDecisions {
	GObject parent;
	char *path; /* NULL: not made by the library */
	gboolean is_case;
	FairleadDecisions *inner;
};

G_DEFINE_FINAL_TYPE (FleadDecisions, flead_decisions, G_TYPE_OBJECT)

static void
flead_decisions_finalize (GObject *object)
{
	FleadDecisions *self = FLEAD_DECISIONS (object);

	g_clear_pointer (&self->inner, fairlead_decisions_unref);
	g_clear_pointer (&self->path, g_free);
	G_OBJECT_CLASS (flead_decisions_parent_class)->finalize (object);
}

static void
flead_decisions_class_init (FleadDecisionsClass *class)
{
	G_OBJECT_CLASS (class)->finalize = flead_decisions_finalize;
}

static void
flead_decisions_init (FleadDecisions *self)
{
	self->inner = fairlead_decisions_new (NULL);
}

static FairleadDecisionStore
store_of (FleadDecisions *self)
{
	return (FairleadDecisionStore){ .path = self->path, .is_case = self->is_case };
}

FleadDecisions *
flead_decisions_open (const char *path, GCancellable *cancellable, GError **error)
{
	g_autoptr (FleadDecisions) self = NULL;
	FairleadDecisionStore store;

	g_return_val_if_fail (path != NULL, NULL);
	self = g_object_new (FLEAD_TYPE_DECISIONS, NULL);
	self->path = g_strdup (path);
	self->is_case = fairlead_case_is_case (path);
	store = store_of (self);
	fairlead_decisions_unref (self->inner);
	self->inner = fairlead_decision_store_load (&store, TRUE, cancellable, error);
	return self->inner != NULL ? g_steal_pointer (&self) : NULL;
}

gboolean
flead_decisions_save (FleadDecisions *self, GCancellable *cancellable, GError **error)
{
	FairleadDecisionStore store;

	g_return_val_if_fail (FLEAD_IS_DECISIONS (self) && self->path != NULL, FALSE);
	store = store_of (self);
	return fairlead_decision_store_save (&store, self->inner, cancellable, error);
}

guint
flead_decisions_get_n (FleadDecisions *self)
{
	g_return_val_if_fail (FLEAD_IS_DECISIONS (self), 0);
	return fairlead_decisions_get_n (self->inner);
}

/* ---- deciding ---- */

static const char *
name_of (const char *who)
{
	return who != NULL ? who : g_get_user_name ();
}

gboolean
flead_decisions_decide (FleadDecisions *self, const char *left, const char *right,
                        FleadSameness verdict, const char *who, const char *why, GError **error)
{
	g_autofree char *now = fairlead_decision_dup_now ();
	const FairleadDecision decision = {
		.left = left,
		.right = right,
		.verdict = (FairleadSameness) verdict,
		.who = name_of (who),
		.when = now,
		.why = why,
		.probability = FAIRLEAD_NO_PROBABILITY,
	};

	g_return_val_if_fail (FLEAD_IS_DECISIONS (self) && left != NULL && right != NULL, FALSE);
	g_return_val_if_fail ((guint) verdict < FAIRLEAD_N_SAMENESSES, FALSE);
	return fairlead_decisions_add (self->inner, &decision, error);
}

gboolean
flead_decisions_answer (FleadDecisions *self, FleadProposal *proposal, FleadSameness verdict,
                        const char *who, const char *why, GError **error)
{
	FleadProposals *owner;
	gboolean is_decided;

	g_return_val_if_fail (FLEAD_IS_DECISIONS (self) && FLEAD_IS_PROPOSAL (proposal), FALSE);
	g_return_val_if_fail ((guint) verdict < FAIRLEAD_N_SAMENESSES, FALSE);
	owner = flead_proposal_get_owner (proposal);
	g_return_val_if_fail (owner != NULL, FALSE);
	is_decided = fairlead_proposals_decide (
		flead_proposals_lock (owner), flead_proposal_get_row (proposal),
		(FairleadSameness) verdict, name_of (who), why, self->inner, error);
	flead_proposals_unlock (owner);
	return is_decided;
}

gboolean
flead_decisions_apply (FleadDecisions *self, FleadProposals *proposals, const char *who,
                       guint *n_joined, GError **error)
{
	FairleadProposals *inner;
	gboolean is_decided;
	guint n = 0;

	g_return_val_if_fail (FLEAD_IS_DECISIONS (self) && FLEAD_IS_PROPOSALS (proposals), FALSE);
	g_return_val_if_fail (flead_proposals_get_network (proposals) != NULL, FALSE);
	inner = flead_proposals_lock (proposals);
	is_decided = fairlead_proposals_join_sure (inner, flead_proposals_get_threshold (proposals),
	                                           name_of (who), self->inner, &n, error);
	flead_proposals_unlock (proposals);
	if (is_decided && n_joined != NULL)
		*n_joined = n;
	return is_decided;
}

gboolean
flead_decisions_undo (FleadDecisions *self, guint number, const char *who, GError **error)
{
	g_autofree char *now = fairlead_decision_dup_now ();
	gint last;

	g_return_val_if_fail (FLEAD_IS_DECISIONS (self), FALSE);
	last = fairlead_decisions_find_last (self->inner);
	if (number == 0 && last < 0) {
		g_set_error (error, FLEAD_ERROR, FLEAD_ERROR_USAGE, "no decision stands");
		return FALSE;
	}
	return fairlead_decisions_undo (self->inner, number > 0 ? number - 1 : (guint) last,
	                                name_of (who), now, error);
}

guint
flead_decisions_take_in (FleadDecisions *self, FleadDecisions *other, guint *n_undone)
{
	guint n, n_taken_back;

	g_return_val_if_fail (FLEAD_IS_DECISIONS (self) && FLEAD_IS_DECISIONS (other), 0);
	n = fairlead_decisions_take_in (self->inner, other->inner, &n_taken_back);
	if (n_undone != NULL)
		*n_undone = n_taken_back;
	return n;
}

/* ---- the log ---- */

FleadDecisionLog *
flead_decisions_dup_log (FleadDecisions *self, FleadNetwork *network, const char *of,
                         GError **error)
{
	const char *const expressions[] = { of, NULL };
	GArray *found = NULL;

	g_return_val_if_fail (FLEAD_IS_DECISIONS (self), NULL);
	g_return_val_if_fail (network == NULL || FLEAD_IS_NETWORK (network), NULL);
	if (of != NULL && network == NULL) {
		g_set_error (error, FLEAD_ERROR, FLEAD_ERROR_USAGE,
		             "%s cannot be looked up without a network", of);
		return NULL;
	}
	if (of != NULL)
		found = fairlead_expressions_select (flead_network_get_inner (network), expressions,
		                                     error);
	if (of != NULL && found == NULL)
		return NULL;
	return flead_decision_log_new (self->inner, network, found);
}
