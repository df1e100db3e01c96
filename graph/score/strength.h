/* graph/score/strength.h: how far up each component a ranked party stands */
#pragma once
#include "graph/ranking.h"
G_BEGIN_DECLS

/* The rank of each of @n @rows within a component, among all that are ranked, equal values sharing
 * the mean; 0 where the value is 0. @rows are of the ranking. Cost: O(ranked x log n). */
void fairlead_component_ranks (FairleadRanking *ranking, const FairleadRankedRow *rows, guint n,
                               FairleadComponent component, double *ranks);

/**
 * fairlead_ranking_dup_strengths:
 *
 * What each component gives to the first @n rows, of the most that it can give: (k + 1) / (k + r)
 * for a rank of r within the component and the fusion constant k, 0 without a rank. The score is
 * the mean of these by the weights of the components, before it is damped (docs/measures.md).
 *
 * Returns: n x FAIRLEAD_N_COMPONENTS numbers, row by row; NULL for no rows
 */
FAIRLEAD_API double *fairlead_ranking_dup_strengths (FairleadRanking *ranking, guint n);

G_END_DECLS
