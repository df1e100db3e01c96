/* graph/engine/graphs.h: arcs as the kernels of this machine want them */
#pragma once
#include "graph/engine/arcs.h"
#include "graph/network/adjacency.h"
#include "graph/ownership/holdings/holdings.h"
G_BEGIN_DECLS

/**
 * FairleadClimbs:
 * @start: [n_vertices + 1] into @arcs, by what is controlled
 * @above: of each arc: who controls
 */
typedef struct {
	guint32 *start;
	guint32 *arcs;
	FairleadVertex *above;
	double *strength;
} FairleadClimbs;

typedef struct {
	guint32 n_vertices;
	FairleadAdjacency *links;   /* without links of records */
	FairleadHoldings *holdings; /* without a network */
	FairleadClimbs climbs;
} FairleadGraphs;

/* Fails with LIMIT where the network has more vertices or arcs than this machine's kernels count,
 * and with INVALID_VALUE where an arc is none. Cost: O(arcs log arcs). */
gboolean fairlead_graphs_init (FairleadGraphs *self, const FairleadArcSource *source,
                               GError **error);
void fairlead_graphs_clear (FairleadGraphs *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadGraphs, fairlead_graphs_clear)

/* (transfer full): of arcs between fewer than 2^32 vertices; @arcs (element-type FairleadArc) is
 * put in order */
FairleadAdjacency *fairlead_adjacency_new_of_arcs (GArray *arcs, guint32 n_vertices);

G_END_DECLS
