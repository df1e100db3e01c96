/* graph/chain.c */
#include "graph/chain.h"

#include <math.h>

FairleadPath *
fairlead_chain_new (void)
{
	FairleadPath *chain = g_new0 (FairleadPath, 1);

	chain->confidence = 1.0;
	chain->strength = 1.0;
	chain->hops = g_array_new (FALSE, FALSE, sizeof (FairleadHop));
	return chain;
}

void
fairlead_chain_free (gpointer data)
{
	FairleadPath *chain = data;

	for (guint i = 0; i < chain->hops->len; i++)
		g_array_unref (g_array_index (chain->hops, FairleadHop, i).links);
	g_array_unref (chain->hops);
	g_free (chain);
}

/* The confidence of the surest */
static double
take_links (GArray *links, FairleadNetwork *network, const FairleadAdjacency *graph, guint32 edge)
{
	guint32 first = graph->edge_start[edge];
	guint n = graph->edge_start[edge + 1] - first;
	float surest = 0.0f;

	g_array_append_vals (links, graph->edge_links + first, n);
	for (guint i = 0; i < n; i++)
		surest = MAX (surest, fairlead_network_get_confidence (
					      network, graph->edge_links[first + i]));
	return (double) surest;
}

void
fairlead_chain_append (FairleadPath *chain, FairleadNetwork *network,
                       const FairleadAdjacency *graph, FairleadVertex from, FairleadVertex to,
                       guint32 edge, double hop_loss)
{
	FairleadHop hop = { from, to, g_array_new (FALSE, FALSE, sizeof (FairleadLink)) };

	if (graph->edge_start != NULL)
		chain->confidence *= take_links (hop.links, network, graph, edge);
	chain->strength *= (double) graph->conductance[edge] * (1.0 - hop_loss);
	g_array_append_val (chain->hops, hop);
}

double
fairlead_chain_cost (const FairleadAdjacency *graph, guint32 edge, double hop_loss)
{
	return -log ((double) graph->conductance[edge] * (1.0 - hop_loss));
}
