/* graph/resolve/merging.h: which proposals may be joined without asking, taken together
 *
 * A pair may be sure and its consequence not: A is B, and B is C, and A is not C. Pairs are taken
 * from the surest down, and what they would join is looked at as a whole. */
#pragma once
#include "graph/resolve/proposals.h"
G_BEGIN_DECLS

/* A proposal with what only judging it needs */
typedef struct {
	FairleadProposal proposal;
	guint n_marks; /* facts beside names that agree */
	gboolean is_apart_in_time;
} FairleadScoredPair;

/* Fills the @ask of each, which must be in their order. @n of them. O(n log n). */
void fairlead_merging_judge (FairleadNetwork *network, FairleadScoredPair *pairs, guint n,
                             double threshold);

G_END_DECLS
