/* graph/chain.h: a chain of links put together step by step, for evidence and for paths */
#pragma once
#include "graph/network/adjacency.h"
#include "graph/ranking.h"
G_BEGIN_DECLS

/* Without a hop yet: confidence and strength are 1 */
FairleadPath *fairlead_chain_new (void);
void fairlead_chain_free (gpointer chain);
/* Appends the hop over an edge, with all links of it; strength and confidence lose by it. A graph
 * of numbers has no links: then @network may be NULL, and the confidence stays. */
void fairlead_chain_append (FairleadPath *chain, FairleadNetwork *network,
                            const FairleadAdjacency *graph, FairleadVertex from, FairleadVertex to,
                            guint32 edge, double hop_loss);
/* -log (c(e) (1 - hop_loss)): what an edge costs a chain */
double fairlead_chain_cost (const FairleadAdjacency *graph, guint32 edge, double hop_loss);

G_END_DECLS
