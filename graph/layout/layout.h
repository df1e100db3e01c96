/* graph/layout/layout.h: where the vertices of a drawing stand */
#pragma once
#include "graph/selection/selection.h"
#include "graph/telling.h"
G_BEGIN_DECLS

/* Beyond so many vertices no drawing is readable, and none is computed */
#define FAIRLEAD_LAYOUT_MOST 20000u

typedef struct {
	float x;
	float y;
} FairleadPoint;

/**
 * fairlead_layout_new:
 * @selection: what is drawn; with at most %FAIRLEAD_LAYOUT_MOST vertices
 * @telling: (nullable): how many components stand
 *
 * Lays out each component by itself with igraph: up to 60 vertices by springs between all pairs
 * (Kamada and Kawai, An algorithm for drawing general undirected graphs, 1989), beyond by forces
 * (Fruchterman and Reingold, Graph drawing by force-directed placement, 1991), which igraph counts
 * in the cells of a grid from 1,000 on. The components stand in rows, the largest first, vertices
 * without links last. A link is 80 units long or more, so that vertices have room. Seeded: the same
 * selection gives the same points.
 *
 * Returns: (transfer full): one for each vertex of the network; those not drawn are at 0, 0. NULL
 *   with the error when cancelled or out of memory.
 *
 * Cost: about a second for 8,000 vertices in one component; see docs/performance.md.
 */
FAIRLEAD_API FairleadPoint *fairlead_layout_new (FairleadNetwork *network,
                                                 const FairleadSelection *selection,
                                                 const FairleadTelling *telling,
                                                 GCancellable *cancellable, GError **error);

G_END_DECLS
