/* graph/disrupt/access.h: what a target reaches, with some parties or links taken away and others
 * put in */
#pragma once
#include <gio/gio.h>
#include "graph/network/adjacency.h"
G_BEGIN_DECLS

/**
 * FairleadAccess:
 * @is_target, @is_market: [n_vertices]
 * @removed: [n_vertices], or [n_edges] where links are cut
 * @added: (element-type FairleadVertex): ends of links put in, two by two
 * @work: arcs looked at so far
 * @cancellable: (nullable): fired, nothing is measured any more, and what is then found is not it
 *
 * With a target, access is how much of the market it reaches, the nearer the more:
 *
 *   A = sum over m of the market of 1 / d(target, m)
 *
 * in hops, up to @max_hops (Borgatti 2006, doi:10.1007/s10588-006-7084-x: KPP-Pos, seen from the
 * target). Without one, it is how far the network holds together: 1 - F of KPP-Neg,
 *
 *   A = sum over components of s (s - 1) / (n (n - 1))
 */
typedef struct {
	const FairleadAdjacency *graph;
	const guint8 *is_target;
	const guint8 *is_market;
	gboolean has_target;
	gboolean cuts_links;
	guint max_hops;
	guint8 *removed;
	GArray *added;
	guint64 work;
	GCancellable *cancellable;
	/* private */
	guint32 *hops; /* of each vertex in the search at hand */
	guint32 *run;  /* the last search that came by */
	guint32 n_runs;
	FairleadVertex *queue;
} FairleadAccess;

void fairlead_access_init (FairleadAccess *self, const FairleadAdjacency *graph,
                           const guint8 *is_target, const guint8 *is_market, gboolean cuts_links,
                           guint max_hops);
void fairlead_access_clear (FairleadAccess *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadAccess, fairlead_access_clear)

/* Cost: O(vertices + links) */
double fairlead_access_measure (FairleadAccess *self);
/* After a measure with a target: whether the vertex was reached */
gboolean fairlead_access_reaches (const FairleadAccess *self, FairleadVertex vertex);

G_END_DECLS
