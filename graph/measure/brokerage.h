/* graph/measure/brokerage.h: who stands on the paths between market and target */
#pragma once
#include "graph/network/adjacency.h"
#include "graph/parallel.h"
G_BEGIN_DECLS

/**
 * fairlead_brokerage:
 * @target, @market: (array): vertices, each once; a vertex may be in both
 * @hop_loss: what a path loses at each edge beside its conductance, in (0, 1)
 *
 * Betweenness over pairs of the two sets (Brandes 2008, doi:10.1016/j.socnet.2007.11.001):
 *
 *   b(v) = sum over s in target, t in market, s != v != t of sigma_st(v) / sigma_st
 *
 * where sigma counts shortest paths by the cost -log (c(e) (1 - hop_loss)), the most conductive
 * path; see fairlead_betweenness_between() for when costs are equal, and for what it takes.
 *
 * Fails when cancelled, and with INVALID_VALUE when a hop gains.
 *
 * Returns: (transfer full): one value a vertex; NULL on failure
 */
double *fairlead_brokerage (const FairleadAdjacency *graph, const FairleadVertex *target,
                            guint32 n_target, const FairleadVertex *market, guint32 n_market,
                            double hop_loss, const FairleadParallel *how, GError **error);

/* The cost of each edge: -log (c(e) (1 - @hop_loss)) */
double *fairlead_brokerage_dup_costs (const FairleadAdjacency *graph, double hop_loss);

G_END_DECLS
