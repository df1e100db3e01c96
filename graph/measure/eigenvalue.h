/* graph/measure/eigenvalue.h: how fast walks multiply on a network */
#pragma once
#include <gio/gio.h>
#include "graph/network/adjacency.h"
G_BEGIN_DECLS

/**
 * fairlead_greatest_eigenvalue:
 * @value: (out): of the matrix of conductances; 0 without any link
 *
 * To the precision of the machine, by ARPACK's restarted Lanczos method (Lehoucq, Sorensen and Yang
 * 1998, doi:10.1137/1.9780898719628). A hundred steps of the power method are wrong by 0.2 % where
 * hubs are about as large as each other. Fails with LIMIT, and as igraph does. O(E) a product, some
 * dozens of them; 20 vectors of memory.
 */
gboolean fairlead_greatest_eigenvalue (const FairleadAdjacency *graph, double *value,
                                       GCancellable *cancellable, GError **error);

G_END_DECLS
