/* graph/backtest/baselines.h: what a ranking must beat: measures that anybody has off the shelf
 *
 * They see the plain graph: every edge counts alike, whatever its kind, confidence or hub. */
#pragma once
#include <gio/gio.h>
#include "graph/network/adjacency.h"
G_BEGIN_DECLS

/* name in outputs, what it is */
#define FAIRLEAD_BASELINE_TABLE(X)                                                    \
	X (RANDOM, "random", "a blind choice")                                        \
	X (DEGREE, "degree", "neighbours")                                            \
	X (ONE_HOP, "one-hop", "neighbours of the target")                            \
	X (PAGERANK, "pagerank", "walk that restarts anywhere")                       \
	X (PERSONALISED, "personalised-pagerank", "walk that restarts at the target") \
	X (KATZ, "katz", "paths from the target, the shorter the more")               \
	X (BETWEENNESS, "betweenness", "shortest paths of the whole network")

typedef enum {
#define X(tag, name, words) FAIRLEAD_BASELINE_##tag,
	FAIRLEAD_BASELINE_TABLE (X)
#undef X
		FAIRLEAD_N_BASELINES
} FairleadBaseline;

FAIRLEAD_API const char *fairlead_baseline_name (FairleadBaseline baseline);

/**
 * fairlead_baseline_compute:
 * @target: (array length=n): vertices, each once
 *
 * One value a vertex:
 *
 * - random: 0 for all, whose order is then left to chance;
 * - degree, one-hop: distinct neighbours, and those of them in the target;
 * - pagerank, personalised-pagerank: the walk of graph/measure/walk.h with restart 0.15;
 * - katz: x = alpha A x + s, s one for each of the target, alpha half of what would make it grow
 *   without end (Katz 1953, doi:10.1007/BF02289026);
 * - betweenness: over all pairs (Freeman 1977, doi:10.2307/3033543); exact by igraph, and nothing
 *   (NULL without an error) where the graph has more than %FAIRLEAD_BETWEENNESS_BOUND vertices
 *   times edges.
 *
 * Returns: (transfer full): NULL on failure too, with the error set
 */
double *fairlead_baseline_compute (FairleadBaseline baseline, const FairleadAdjacency *graph,
                                   const FairleadVertex *target, guint32 n,
                                   GCancellable *cancellable, GError **error);

#define FAIRLEAD_BETWEENNESS_BOUND G_GUINT64_CONSTANT (400000000)

G_END_DECLS
