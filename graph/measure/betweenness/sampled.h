/* graph/measure/betweenness/sampled.h: betweenness of the whole network from random paths, with a
 * bound on the error that holds for all vertices at once
 *
 * On networks with hubs plain degree finds nearly the same top: never show one without it. */
#pragma once
#include "graph/measure/betweenness/betweenness.h"
G_BEGIN_DECLS

typedef struct {
	double *value;     /* of each vertex: share of all pairs whose path passes it, 0 to 1 */
	guint64 n_samples; /* pairs that were drawn */
	double error;      /* every value is within this of the true one ... */
	double confidence; /* ... with at least this probability */
} FairleadSampledBetweenness;

void fairlead_sampled_betweenness_clear (FairleadSampledBetweenness *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadSampledBetweenness, fairlead_sampled_betweenness_clear)

/**
 * fairlead_betweenness_sampled:
 * @epsilon: the greatest error wanted, in (0, 1)
 * @confidence: in (0, 1): with what probability
 * @seed: the same seed draws the same paths, on any number of threads
 *
 * Draws pairs of vertices and one of the cheapest paths of each, by a search from both ends that
 * grows where there are fewer edges to look at. A vertex's value is the share of pairs whose path
 * passes it; times V (V - 1) / 2 it estimates fairlead_betweenness().
 *
 * A pilot of the samples, which is no part of the estimate, tells how great each value may be. From
 * it follows how much of nine tenths of the risk 1 - @confidence each vertex needs: by Hoeffding's
 * bound (1963, doi:10.1080/01621459.1963.10500830) where its value is near one half, else by the
 * empirical Bernstein bound of Maurer and Pontil (2009, arXiv:0907.3740). The fewest samples that
 * keep the sum are drawn, and the bounds looked at once. Where one of them does not hold, as many
 * are drawn as Riondato and Kornaropoulos prove enough with the last tenth of the risk (2016,
 * doi:10.1007/s10618-015-0423-0).
 *
 * Fails with INVALID_VALUE for a cost that is not positive, and when cancelled.
 */
gboolean fairlead_betweenness_sampled (const FairleadAdjacency *graph, const double *cost,
                                       double epsilon, double confidence, guint64 seed,
                                       const FairleadParallel *how,
                                       FairleadSampledBetweenness *result, GError **error);

G_END_DECLS
