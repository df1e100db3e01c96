/* graph/measure/cuts.h: what falls apart when a party is gone, and how many stand in its way */
#pragma once
#include "graph/network/adjacency.h"
G_BEGIN_DECLS

/**
 * FairleadCuts:
 * @pairs: pairs of target and market that nothing joins any more once the vertex is gone, its own
 *   not counted
 * @fragmentation: the share of all pairs of the others that nothing joins then, less the share that
 *   nothing joins now: F = 1 - sum over parts of s (s - 1) / (n (n - 1)) (Borgatti 2006,
 *   doi:10.1007/s10588-006-7084-x)
 */
typedef struct {
	double *pairs;
	double *fragmentation;
} FairleadCuts;

/* Exact, from the articulation points (Hopcroft and Tarjan 1973, doi:10.1145/362248.362272).
 * O(V + E). */
void fairlead_cuts_init (FairleadCuts *self, const FairleadAdjacency *graph,
                         const FairleadVertex *target, guint32 n_target,
                         const FairleadVertex *market, guint32 n_market);
void fairlead_cuts_clear (FairleadCuts *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadCuts, fairlead_cuts_clear)

/**
 * fairlead_vertex_cut:
 * @is_target: of each vertex
 * @most: where to stop counting
 *
 * The fewest other parties without which nothing joins the party with the target, a link to a
 * member of the target counting as one; by Menger as many as there are ways that share nobody
 * (1927). O(E) a way.
 */
guint fairlead_vertex_cut (const FairleadAdjacency *graph, FairleadVertex party,
                           const guint8 *is_target, guint most);

G_END_DECLS
