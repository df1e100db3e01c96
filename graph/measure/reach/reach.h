/* graph/measure/reach/reach.h: what the target no longer reaches when a party is gone */
#pragma once
#include "graph/network/adjacency.h"
#include "graph/parallel.h"
G_BEGIN_DECLS

/**
 * fairlead_reach_loss:
 * @target, @market: (array): vertices, each once
 * @hop_loss: what a path loses at each edge beside its conductance
 * @floor: reach weaker than this is no reach, above 0
 * @how: (nullable): threads, cancellation and progress
 *
 * The key-player problem of Borgatti (2006, doi:10.1007/s10588-006-7084-x), asked of the target:
 *
 *   loss(v) = sum over t in market, t != v, of R(t) - R_without_v(t)
 *
 * R(t) is the strength of the strongest path between t and the target, the product of c(e)
 * (1 - hop_loss) over its edges; without v there is the next best path, or none, and R is 0. Exact,
 * but that ways whose costs -log R differ by less than 1e-10 of them are equally good.
 *
 * Fails when cancelled.
 *
 * Returns: (transfer full): one value a vertex; NULL on failure. O(E log V x depth of the tree of
 *   strongest paths), less what hangs on the network by one edge.
 */
double *fairlead_reach_loss (const FairleadAdjacency *graph, const FairleadVertex *target,
                             guint32 n_target, const FairleadVertex *market, guint32 n_market,
                             double hop_loss, double floor, const FairleadParallel *how,
                             GError **error);

G_END_DECLS
