/* graph/resolve/deciding.h: proposals turned into decisions */
#pragma once
#include "graph/resolve/proposals.h"
G_BEGIN_DECLS

/* Decides the nth proposal, now. @why: (nullable): NULL: the features, in one line */
FAIRLEAD_API gboolean fairlead_proposals_decide (FairleadProposals *self, guint n,
                                                 FairleadSameness verdict, const char *who,
                                                 const char *why, FairleadDecisions *decisions,
                                                 GError **error);

/**
 * fairlead_proposals_join_sure:
 * @threshold: that the proposals were made with, for the word on who decided
 * @n_joined: (out): how many they are
 *
 * Decides that the pairs that join without asking are the same.
 */
FAIRLEAD_API gboolean fairlead_proposals_join_sure (FairleadProposals *self, double threshold,
                                                    const char *who, FairleadDecisions *decisions,
                                                    guint *n_joined, GError **error);

G_END_DECLS
