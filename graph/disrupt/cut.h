/* graph/disrupt/cut.h: how many designations it takes at least to part the target from the market
 */
#pragma once
#include <gio/gio.h>
#include "graph/network/adjacency.h"
G_BEGIN_DECLS

/**
 * FairleadVertexCut:
 * @items: (element-type FairleadVertex): a cheapest set without which no party of the market is
 *   reached that is not of the set
 * @cost: what it costs: no set that costs less does it (Menger 1927; Ford and Fulkerson 1956)
 * @is_possible: FALSE where a party that may not be designated stands beside the target
 */
typedef struct {
	GArray *items;
	guint64 cost;
	gboolean is_possible;
} FairleadVertexCut;

/**
 * fairlead_vertex_cut_find:
 * @cost: of each vertex; %FAIRLEAD_NO_PRICE: it may not be designated
 *
 * Each vertex becomes an arc of its cost, each link two arcs without bound, and igraph's maximum
 * flow from the target to the market is the cost of the cut.
 *
 * Cost: that of the flow; graphs past 500,000 vertices are refused with LIMIT.
 */
gboolean fairlead_vertex_cut_find (FairleadVertexCut *self, const FairleadAdjacency *graph,
                                   const guint8 *is_target, const guint8 *is_market,
                                   const guint32 *cost, GCancellable *cancellable, GError **error);
void fairlead_vertex_cut_clear (FairleadVertexCut *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadVertexCut, fairlead_vertex_cut_clear)

#define FAIRLEAD_NO_PRICE G_MAXUINT32

G_END_DECLS
