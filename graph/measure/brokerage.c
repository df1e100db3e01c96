/* graph/measure/brokerage.c */
#include "graph/measure/brokerage.h"

#include <math.h>

#include "graph/measure/betweenness/betweenness.h"
#include "ingest/record/pages.h"

double *
fairlead_brokerage_dup_costs (const FairleadAdjacency *graph, double hop_loss)
{
	double *cost = FAIRLEAD_NEW_LARGE (double, graph->n_edges);

	for (guint32 edge = 0; edge < graph->n_edges; edge++)
		cost[edge] = -log ((double) graph->conductance[edge] * (1.0 - hop_loss));
	return cost;
}

double *
fairlead_brokerage (const FairleadAdjacency *graph, const FairleadVertex *target, guint32 n_target,
                    const FairleadVertex *market, guint32 n_market, double hop_loss,
                    const FairleadParallel *how, GError **error)
{
	return fairlead_betweenness_between_spending (
		graph, fairlead_brokerage_dup_costs (graph, hop_loss), target, n_target, market,
		n_market, how, error);
}
