/* graph/score/rows.h: the components made one score, and the parties put in its order */
#pragma once
#include "graph/score/score.h"
G_BEGIN_DECLS

/**
 * fairlead_score_new_rows:
 * @include_targets: whether the target's own parties get rows
 * @values: (array fixed-size=FAIRLEAD_N_COMPONENTS): one value a vertex for each component; freed,
 *   and set to NULL, when the rows hold what is needed of them
 * @row_of: (array) (out caller-allocates): of each vertex, 0 before: its row, plus 1; it stays 0
 *   where it has none
 *
 * Reciprocal rank fusion (fusion.h), then what providers lose by fairlead_provider_factor().
 *
 * Returns: (transfer full) (element-type FairleadRankedRow): in order of rank. O(E), on all cores,
 *   the same on any number of them.
 */
GArray *fairlead_score_new_rows (const FairleadScoring *scoring, gboolean include_targets,
                                 double **values, guint32 *row_of);

G_END_DECLS
