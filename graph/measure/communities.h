/* graph/measure/communities.h: the parts of a network that hold together, by igraph */
#pragma once
#include <gio/gio.h>
#include "graph/network/adjacency.h"
G_BEGIN_DECLS

/**
 * fairlead_communities:
 * @resolution: of modularity: higher makes more and smaller communities
 * @seed: the same seed gives the same communities
 *
 * Communities of high modularity over conductances by the Leiden algorithm (Traag, Waltman and van
 * Eck 2019, doi:10.1038/s41598-019-41695-z), numbered from 1 in order of their first vertex.
 *
 * Returns: (transfer full): one number a vertex; NULL on failure
 */
double *fairlead_communities (const FairleadAdjacency *graph, double resolution, guint32 seed,
                              GCancellable *cancellable, GError **error);

/* The k of the k-core: the greatest k such that the vertex stays while all with fewer than k
 * neighbours are taken away (Seidman 1983, doi:10.1016/0378-8733(83)90028-X) */
double *fairlead_cores (const FairleadAdjacency *graph, GCancellable *cancellable, GError **error);

G_END_DECLS
