/* graph/selection/trees.h: which vertices hang together, as trees whose root is the smallest vertex
 *
 * Tarjan, Efficiency of a good but not linear set union algorithm (1975), with paths halved. */
#pragma once
#include "graph/network/network.h"
G_BEGIN_DECLS

/* (transfer full): each of @n a tree of its own */
static inline FairleadVertex *
fairlead_trees_new (guint32 n)
{
	FairleadVertex *parents = g_new (FairleadVertex, MAX (n, 1u));

	for (FairleadVertex vertex = 0; vertex < n; vertex++)
		parents[vertex] = vertex;
	return parents;
}

static inline FairleadVertex
fairlead_trees_find (FairleadVertex *parents, FairleadVertex vertex)
{
	while (parents[vertex] != vertex) {
		parents[vertex] = parents[parents[vertex]];
		vertex = parents[vertex];
	}
	return vertex;
}

/* Makes one tree of those of both ends */
static inline void
fairlead_trees_unite (FairleadVertex *parents, FairleadNetwork *network, FairleadLink link)
{
	FairleadVertex from =
		fairlead_trees_find (parents, fairlead_network_get_from (network, link));
	FairleadVertex to = fairlead_trees_find (parents, fairlead_network_get_to (network, link));

	parents[MAX (from, to)] = MIN (from, to);
}

G_END_DECLS
