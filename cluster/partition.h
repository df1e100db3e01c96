/* cluster/partition.h: vertices numbered anew, so that neighbours are at one rank */
#pragma once
#include "cluster/graph.h"
G_BEGIN_DECLS

/**
 * cluster_partition:
 * @links: loaded evenly
 *
 * Each vertex goes where most of its neighbours are, round after round, as long as there is room:
 * label propagation under a bound of the size (Ugander and Backstrom 2013,
 * doi:10.1145/2433396.2433461). PETSc's way to PT-Scotch is closed: Debian's build for indices of
 * 64 bits is linked with a Scotch of 32. Collective. O(arcs) a round.
 */
void cluster_partition (ClusterSpread *spread, const ClusterGraph *links);

G_END_DECLS
