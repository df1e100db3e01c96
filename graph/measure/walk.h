/* graph/measure/walk.h: the random walk with restart */
#pragma once
#include "graph/network/adjacency.h"
#include "graph/parallel.h"
G_BEGIN_DECLS

/**
 * fairlead_walk:
 * @start: (nullable) (array length=n): the vertices at which the walk restarts, each once and with
 *   the same chance; NULL for all vertices (which makes it PageRank)
 * @restart: restart probability a, in (0, 1)
 * @tolerance: the solution is within this of the true one, in sum over the vertices; each vertex is
 *   followed until its own value moves by no more than this part of it, small values too
 *
 * The share of time r(v) that a walker spends at each vertex who restarts with probability a and
 * else follows an edge with chance proportional to its conductance:
 *
 *   r = a s + (1 - a) P' r,  P(u, v) = c(u, v) / sum over w of c(u, w)
 *
 * (Page et al. 1999; Tong, Faloutsos and Pan 2006, doi:10.1109/ICDM.2006.70). At a vertex without
 * edges the walker restarts. The result sums to 1. Solved by sweeps of
 * successive over-relaxation (Young 1954, doi:10.2307/1990745).
 *
 * Fails with NO_CONVERGENCE past 1,000 sweeps, and when @cancellable fires.
 *
 * Returns: (transfer full): one value a vertex; NULL on failure. O(edges) a sweep.
 */
double *fairlead_walk (const FairleadAdjacency *graph, const FairleadVertex *start, guint32 n,
                       double restart, double tolerance, GCancellable *cancellable, GError **error);

/* Where a walk restarts: vertices, each once; NULL for all */
typedef struct {
	const FairleadVertex *vertices;
	guint32 n;
} FairleadWalkStart;

/**
 * fairlead_walk_many:
 * @starts: (array length=n): of each walk
 * @how: (nullable): threads, cancellation and progress
 *
 * The same for many walks over one graph: up to eight share a pass over its edges, which costs
 * little more than one, and the others go to other processors. Each walk's values are those that
 * it has alone, to the last bit.
 *
 * Returns: (transfer full) (element-type double*): an array of values for each walk; NULL on
 *   failure. Memory of 64 bytes a vertex for eight walks at work, beside the values.
 */
GPtrArray *fairlead_walk_many (const FairleadAdjacency *graph, const FairleadWalkStart *starts,
                               guint n, double restart, double tolerance,
                               const FairleadParallel *how, GError **error);

G_END_DECLS
