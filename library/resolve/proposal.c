/* library/resolve/proposal.c */
#include <math.h>

#include "library/network/network-private.h"
#include "library/resolve/resolve-private.h"
#include "library/table/row-class.h"

DEFINE_ROW (FleadProposal, flead_proposal, FleadProposals)

static const FairleadProposal *
inner_of (FleadProposal *self)
{
	return flead_proposals_get_row (self->owner, self->row);
}

FleadProposals *
flead_proposal_get_owner (FleadProposal *self)
{
	return self->owner;
}

guint
flead_proposal_get_row (FleadProposal *self)
{
	return self->row;
}

FleadEntity *
flead_proposal_dup_left (FleadProposal *self)
{
	g_return_val_if_fail (flead_proposal_is_made (self), NULL);
	return flead_entity_new (flead_proposals_get_network (self->owner), inner_of (self)->left);
}

FleadEntity *
flead_proposal_dup_right (FleadProposal *self)
{
	g_return_val_if_fail (flead_proposal_is_made (self), NULL);
	return flead_entity_new (flead_proposals_get_network (self->owner), inner_of (self)->right);
}

double
flead_proposal_get_probability (FleadProposal *self)
{
	g_return_val_if_fail (flead_proposal_is_made (self), (double) NAN);
	return inner_of (self)->probability;
}

double
flead_proposal_get_similarity (FleadProposal *self)
{
	g_return_val_if_fail (flead_proposal_is_made (self), (double) NAN);
	return inner_of (self)->similarity;
}

double
flead_proposal_get_evidence (FleadProposal *self)
{
	g_return_val_if_fail (flead_proposal_is_made (self), (double) NAN);
	return inner_of (self)->evidence;
}

const char *
flead_proposal_get_action (FleadProposal *self)
{
	g_return_val_if_fail (flead_proposal_is_made (self), NULL);
	return fairlead_ask_action (inner_of (self)->ask);
}

const char *
flead_proposal_get_asks (FleadProposal *self)
{
	g_return_val_if_fail (flead_proposal_is_made (self), NULL);
	return fairlead_ask_words (inner_of (self)->ask);
}

char **
flead_proposal_dup_reasons (FleadProposal *self)
{
	char **reasons;

	g_return_val_if_fail (flead_proposal_is_made (self), NULL);
	reasons =
		fairlead_proposals_dup_explanation (flead_proposals_lock (self->owner), self->row);
	flead_proposals_unlock (self->owner);
	return reasons;
}
