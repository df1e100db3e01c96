/* library/resolve/resolve-private.h: what proposals, decisions and their rows know of each other */
#pragma once
#include <fairlead/resolve.h>
#include "graph/resolve/deciding.h"
#include "output/resolve/decisions-log.h"
G_BEGIN_DECLS

FleadProposal *flead_proposal_new (FleadProposals *owner, guint row);
FleadNetwork *flead_proposals_get_network (FleadProposals *self);
const FairleadProposal *flead_proposals_get_row (FleadProposals *self, guint row);
double flead_proposals_get_threshold (FleadProposals *self);
/* What is inside, for one thread at a time: it remembers what it compared */
FairleadProposals *flead_proposals_lock (FleadProposals *self);
void flead_proposals_unlock (FleadProposals *self);

FleadProposals *flead_proposal_get_owner (FleadProposal *self);
guint flead_proposal_get_row (FleadProposal *self);

FleadDecision *flead_decision_new (FleadDecisionLog *owner, guint row);
/* @network: (nullable); @of: (transfer full) (nullable) */
FleadDecisionLog *flead_decision_log_new (const FairleadDecisions *decisions, FleadNetwork *network,
                                          GArray *of);

G_END_DECLS
