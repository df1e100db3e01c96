/* cluster/measures.h: one function for each measure of a job */
#pragma once
#include "cluster/load.h"
G_BEGIN_DECLS

/**
 * ClusterWork:
 * @graph: the layer of the measure; of ownership, from what is held to who holds
 * @seeds, @others: empty where the measure takes none
 * @solve: gets how it went
 * @part: a neighbourhood's file
 */
typedef struct {
	const FairleadStep *step;
	const ClusterSpread *spread;
	const ClusterGraph *graph;
	ClusterSeeds seeds;
	ClusterSeeds others;
	FairleadSolve solve;
	const char *part;
} ClusterWork;

static inline double
cluster_work_number (const ClusterWork *self, FairleadStepNumber number)
{
	return self->step->numbers[number];
}

/* (transfer full): a value for each own vertex. Collective, all of them. */
double *cluster_components (ClusterWork *work);
double *cluster_walk (ClusterWork *work);
double *cluster_lift (ClusterWork *work);
double *cluster_katz (ClusterWork *work);
double *cluster_hops (ClusterWork *work);
double *cluster_reach (ClusterWork *work);
double *cluster_neighbourhood (ClusterWork *work);
double *cluster_betweenness (ClusterWork *work);
double *cluster_control (ClusterWork *work);
double *cluster_ownership (ClusterWork *work);
double *cluster_cascade (ClusterWork *work);

G_END_DECLS
