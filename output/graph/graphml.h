/* output/graph/graphml.h: the network as GraphML, for Gephi, igraph, NetworkX and graphology */
#pragma once
#include "graph/ranking.h"
G_BEGIN_DECLS

/**
 * fairlead_graphml_write:
 * @ranking: (nullable): gives rank, score and components to the vertices that it ranks
 * @parameters: what the conductances, written as `weight`, depend on
 *
 * Writes every vertex and link with all that is known of it; several values of one attribute are
 * joined by `; `. Links are directed as they are stated: the source is NAME of the target. The
 * same network gives the same bytes.
 *
 * Cost: O(all facts), twice; memory of O(links) for the conductances.
 */
FAIRLEAD_API gboolean fairlead_graphml_write (FairleadNetwork *network, FairleadRanking *ranking,
                                              const FairleadParameters *parameters,
                                              GOutputStream *stream, GCancellable *cancellable,
                                              GError **error);

G_END_DECLS
