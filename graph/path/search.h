/* graph/path/search.h: the cheapest loopless paths between two sets of vertices, one by one
 *
 * Paths from one vertex to another are parted into classes, each by a beginning and the steps that
 * may not follow it (Lawler 1972, doi:10.1287/mnsc.18.7.401, after Yen 1971,
 * doi:10.1287/mnsc.17.11.712). A class is searched when its lower bound comes first of all, and no
 * further than the next one's. A search from both ends comes before: its ball around the end gives
 * the later searches their lower bounds, so that they stay between the two sets. */
#pragma once
#include <gio/gio.h>
#include "graph/network/adjacency.h"
G_BEGIN_DECLS

/**
 * FairleadPathBounds:
 * @max_hops: 0: any number
 * @max_degree: vertices with more neighbours stand at the ends of a path only; 0: any number
 * @max_work: arcs that may be looked at, after which the search gives up
 * @cancellable: (nullable): it gives up too when this is fired
 */
typedef struct {
	guint max_hops;
	guint max_degree;
	guint64 max_work;
	GCancellable *cancellable;
} FairleadPathBounds;

/* A path as vertices, and the edges between them */
typedef struct {
	double cost;
	GArray *vertices; /* of FairleadVertex */
	GArray *edges;    /* of guint32, one fewer */
} FairleadRoute;

typedef struct _FairleadPathSearch FairleadPathSearch;

/**
 * fairlead_path_search_new:
 * @cost: of each edge of the graph, above 0; borrowed, as the graph
 * @from: (element-type FairleadVertex): each path begins at one of them
 * @to: (element-type FairleadVertex): and ends at one of these; what is in both is in @from alone
 *
 * No path comes by another vertex of the two on its way.
 *
 * Cost: that of a search from both ends; memory of 4 bytes a vertex, and 40 for each that is
 * looked at.
 */
FairleadPathSearch *fairlead_path_search_new (const FairleadAdjacency *graph, const double *cost,
                                              const GArray *from, const GArray *to,
                                              const FairleadPathBounds *bounds);
void fairlead_path_search_free (FairleadPathSearch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadPathSearch, fairlead_path_search_free)

/* The next path in order of cost, those of one cost in an order that is always the same; owned by
 * the search. NULL where there is none, or where the work is used up. */
const FairleadRoute *fairlead_path_search_next (FairleadPathSearch *self);
/* Whether paths may be missing because the work was used up, or cancelled */
gboolean fairlead_path_search_gave_up (const FairleadPathSearch *self);

/**
 * fairlead_path_search_count:
 * @cost: that of the cheapest path
 *
 * How many paths there are of that cost, within 1e-9 of it: counted along the arcs that lie on one,
 * so that a number beyond all listing is found too; exact up to 2^53. Not with @max_hops.
 */
double fairlead_path_search_count (FairleadPathSearch *self, double cost);
/* Whether two costs are the same but for rounding */
gboolean fairlead_path_costs_agree (double a, double b);

G_END_DECLS
