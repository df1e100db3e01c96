/* graph/measure/roles.c */
#include "graph/measure/roles.h"

static gboolean
are_linked (const FairleadAdjacency *graph, FairleadVertex vertex, FairleadVertex wanted)
{
	guint32 low = graph->start[vertex], high = graph->start[vertex + 1];

	while (low < high) {
		guint32 middle = low + (high - low) / 2;

		if (graph->neighbour[middle] < wanted)
			low = middle + 1;
		else
			high = middle;
	}
	return low < graph->start[vertex + 1] && graph->neighbour[low] == wanted;
}

typedef struct {
	FairleadVertex vertex;
	const guint32 *group_of;
	double *counts;
} Triples;

static FairleadRole
role_in (guint32 broker, guint32 a, guint32 b)
{
	if (a == b)
		return a == broker ? FAIRLEAD_ROLE_COORDINATOR : FAIRLEAD_ROLE_ITINERANT;
	return a == broker || b == broker ? FAIRLEAD_ROLE_GATEKEEPER : FAIRLEAD_ROLE_LIAISON;
}

/* Each link among the neighbours is seen from both its ends */
static void
take_off_linked (const FairleadAdjacency *graph, const Triples *triples)
{
	FairleadVertex vertex = triples->vertex;

	for (guint32 to_q = graph->start[vertex]; to_q < graph->start[vertex + 1]; to_q++) {
		FairleadVertex q = graph->neighbour[to_q];

		for (guint32 arc = graph->start[q]; arc < graph->start[q + 1]; arc++) {
			guint32 a = triples->group_of[q];
			guint32 b = triples->group_of[graph->neighbour[arc]];

			if (a != FAIRLEAD_NO_GROUP && b != FAIRLEAD_NO_GROUP
			    && are_linked (graph, vertex, graph->neighbour[arc]))
				triples->counts[role_in (triples->group_of[vertex], a, b)] -= 0.5;
		}
	}
}

/* Pairs of neighbours by group: counted, not listed, for a hub has too many */
static void
count_pairs (const FairleadAdjacency *graph, const Triples *triples)
{
	g_autoptr (GHashTable) sizes = g_hash_table_new (NULL, NULL);
	guint32 own = triples->group_of[triples->vertex];
	double all = 0.0, in_own, same = 0.0;
	GHashTableIter iter;
	gpointer group, size;

	for (guint32 arc = graph->start[triples->vertex]; arc < graph->start[triples->vertex + 1];
	     arc++) {
		guint32 of = triples->group_of[graph->neighbour[arc]];

		if (of == FAIRLEAD_NO_GROUP)
			continue;
		all += 1.0;
		g_hash_table_insert (sizes, GUINT_TO_POINTER (of),
		                     GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (
							       sizes, GUINT_TO_POINTER (of)))
		                                       + 1));
	}
	in_own = GPOINTER_TO_UINT (g_hash_table_lookup (sizes, GUINT_TO_POINTER (own)));
	g_hash_table_iter_init (&iter, sizes);
	while (g_hash_table_iter_next (&iter, &group, &size)) {
		double n = GPOINTER_TO_UINT (size);

		same += n * (n - 1.0) / 2.0;
	}
	triples->counts[FAIRLEAD_ROLE_COORDINATOR] = in_own * (in_own - 1.0) / 2.0;
	triples->counts[FAIRLEAD_ROLE_ITINERANT] =
		same - triples->counts[FAIRLEAD_ROLE_COORDINATOR];
	triples->counts[FAIRLEAD_ROLE_GATEKEEPER] = in_own * (all - in_own);
	triples->counts[FAIRLEAD_ROLE_LIAISON] =
		all * (all - 1.0) / 2.0 - same - triples->counts[FAIRLEAD_ROLE_GATEKEEPER];
}

void
fairlead_roles_of (const FairleadAdjacency *graph, FairleadVertex vertex, const guint32 *group_of,
                   double counts[FAIRLEAD_N_ROLES])
{
	Triples triples = { vertex, group_of, counts };

	for (guint i = 0; i < FAIRLEAD_N_ROLES; i++)
		counts[i] = 0.0;
	if (group_of[vertex] == FAIRLEAD_NO_GROUP)
		return;
	count_pairs (graph, &triples);
	take_off_linked (graph, &triples);
}
