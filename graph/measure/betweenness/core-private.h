/* graph/measure/betweenness/core-private.h: the network without the trees that hang on it
 *
 * Between a vertex of such a tree and anybody outside there is one way, so that the pairs over
 * each of its vertices can be counted. What is left, the 2-core, stands for its trees: each of its
 * vertices weighs as much as the sources and sinks that hang on it, itself included. */
#pragma once
#include "graph/network/adjacency.h"
G_BEGIN_DECLS

/* What a search reads of an arc, at one place of memory */
typedef struct __attribute__ ((packed)) {
	guint32 neighbour;
	double cost;
} FairleadCoreArc;

typedef struct {
	guint32 n;
	const guint32 *start;        /* [n + 1]: the arcs that leave a vertex */
	const guint32 *neighbour;    /* of each arc; NULL where arcs are not */
	const FairleadCoreArc *arcs; /* where edges have costs; NULL in a view */
	const double *cost;          /* of each edge, in a view; NULL: 1 each */
	const guint32 *edge;         /* of each arc, in a view */
	double least_cost, greatest_cost;
	/* The rest is NULL in a view */
	FairleadVertex *vertex; /* [n]: its number in the network */
	guint32 *component;     /* [n] */
	double *n_sources;      /* [n] */
	double *n_sinks;        /* [n] */
} FairleadCore;

/**
 * fairlead_core_new:
 * @cost: (nullable): of each edge
 * @is_source, @is_sink: of each vertex, 0 or 1
 * @passing: (out caller-allocates): of each vertex, the pairs that pass it on their way in, out of
 *   or within a tree; what passes a vertex on the way between others of the core is not in it
 *
 * Only components with a source and a sink are kept. Numbers follow a search in breadth, so that
 * neighbours are near each other in memory. O(V + E).
 */
FairleadCore *fairlead_core_new (const FairleadAdjacency *graph, const double *cost,
                                 const guint8 *is_source, const guint8 *is_sink, double *passing);
/* The whole network in the place of a core, each vertex by its own number: for searches so short
 * that taking trees off takes longer. It borrows from both. */
FairleadCore *fairlead_core_new_view (const FairleadAdjacency *graph, const double *cost);
void fairlead_core_free (FairleadCore *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadCore, fairlead_core_free)

/* In a view with costs */
static inline double
fairlead_core_get_cost (const FairleadCore *self, guint32 arc)
{
	return self->cost[self->edge[arc]];
}

G_END_DECLS
