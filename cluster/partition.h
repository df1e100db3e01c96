/* cluster/partition.h: vertices numbered anew, so that neighbours are at one rank */
#pragma once
#include "cluster/graph.h"
G_BEGIN_DECLS

/* Spreads vertices by PT-Scotch over the links, which were loaded evenly; of the vertices the flags
 * stay where they are. Collective. */
void cluster_partition (ClusterSpread *spread, const ClusterGraph *links);

G_END_DECLS
