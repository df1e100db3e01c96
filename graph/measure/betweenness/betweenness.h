/* graph/measure/betweenness/betweenness.h: shares of cheapest paths, exact, on all processors
 *
 * A path costs the sum of its edges' costs. Two costs a and b are equal when |a - b| is at most
 * FAIRLEAD_SAME_COST (a + b): what igraph takes for equal too. The results are the same, to the
 * last bit, on any number of threads. */
#pragma once
#include "graph/network/adjacency.h"
#include "graph/parallel.h"
G_BEGIN_DECLS

#define FAIRLEAD_SAME_COST 1e-10

/**
 * fairlead_betweenness_between:
 * @cost: (nullable) (array): of each edge of @graph, positive and finite; NULL: 1 each
 * @sources, @sinks: (array): vertices; one that is named twice counts once, and may be in both
 * @how: (nullable): threads, cancellation and progress
 *
 * Betweenness over pairs of the two sets (Brandes 2008, doi:10.1016/j.socnet.2007.11.001):
 *
 *   b(v) = sum over s in sources, t in sinks, s != v != t != s, of sigma_st(v) / sigma_st
 *
 * where sigma_st counts the cheapest paths between s and t, sigma_st(v) those that pass v. Pairs
 * that no path joins count nothing.
 *
 * What hangs on the network as a tree is settled by counting. In the rest each vertex of the
 * greater set is given a small ball; searches from the smaller set grow until they meet all of
 * them, and what was found in pairs flows back through each ball once. Where the greater set is a
 * good part of the network the balls are single vertices, and this is Brandes' algorithm.
 *
 * Fails with INVALID_VALUE for a cost that is not positive, and when cancelled.
 *
 * Returns: (transfer full): one value a vertex; NULL on failure. O(E) for each of the smaller set
 *   at most, in practice about O(sqrt (E |sinks|)); memory O(V + E), and O(V) for each thread.
 */
double *fairlead_betweenness_between (const FairleadAdjacency *graph, const double *cost,
                                      const FairleadVertex *sources, guint32 n_sources,
                                      const FairleadVertex *sinks, guint32 n_sinks,
                                      const FairleadParallel *how, GError **error);

/* The same, with @cost (transfer full): of millions of edges it is freed before the search */
double *fairlead_betweenness_between_spending (const FairleadAdjacency *graph, double *cost,
                                               const FairleadVertex *sources, guint32 n_sources,
                                               const FairleadVertex *sinks, guint32 n_sinks,
                                               const FairleadParallel *how, GError **error);

/* Betweenness of the whole network: each unordered pair of vertices once (Freeman 1977,
 * doi:10.2307/3033543). Else as above; O(V E). */
double *fairlead_betweenness (const FairleadAdjacency *graph, const double *cost,
                              const FairleadParallel *how, GError **error);

G_END_DECLS
