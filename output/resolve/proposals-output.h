/* output/resolve/proposals-output.h: proposals to join parties, and two of them side by side */
#pragma once
#include "graph/resolve/proposals.h"
#include "output/write/format.h"
G_BEGIN_DECLS

/**
 * FairleadProposalsView:
 * @limit: rows at most; 0 for all
 * @explains: whether each is followed by its features; CSV has them in any case
 * @threshold: from which pairs are joined without asking, for the words below the table
 */
typedef struct {
	FairleadOutputFormat format;
	FairleadLayout layout;
	guint limit;
	gboolean explains;
	double threshold;
} FairleadProposalsView;

/* The CSV has the columns of a file of decisions: whoever fills in `verdict` has one */
FAIRLEAD_API gboolean fairlead_proposals_write (FairleadNetwork *network,
                                                FairleadProposals *proposals,
                                                const FairleadProposalsView *view,
                                                GOutputStream *stream, GCancellable *cancellable,
                                                GError **error);

/* What is known of the two parties of the nth proposal, side by side */
FAIRLEAD_API gboolean fairlead_proposal_write_pair (FairleadNetwork *network,
                                                    const FairleadProposal *proposal,
                                                    const FairleadLayout *layout,
                                                    GOutputStream *stream, GError **error);

G_END_DECLS
