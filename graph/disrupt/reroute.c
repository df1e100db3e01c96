/* graph/disrupt/reroute.c */
#include "graph/disrupt/reroute.h"

#include <string.h>

#include "graph/disrupt/outreach.h"

#define MAX_STAND_INS 12u /* for each that is lost */
#define MAX_PARTNERS 12u
#define LEAST_GAIN 1e-9

static const char *const names[FAIRLEAD_N_STAND_INS] = {
	[FAIRLEAD_STAND_IN_ADDRESS] = "address",
	[FAIRLEAD_STAND_IN_KIN] = "kin",
	[FAIRLEAD_STAND_IN_TRADE] = "trade",
	[FAIRLEAD_STAND_IN_JURISDICTION] = "jurisdiction",
};

const char *
fairlead_stand_in_name (FairleadStandIn why)
{
	return names[why];
}

typedef struct {
	FairleadVertex vertex;
	FairleadStandIn why;
} StandIn;

typedef struct {
	FairleadAccess *access;
	FairleadNetwork *network;
	GArray *options; /* of FairleadReplacement, without their access */
} Answer;

/* ---- who could stand in ---- */

static gboolean
edge_is_of_class (const Answer *answer, guint32 edge, FairleadLinkClass wanted)
{
	const FairleadAdjacency *graph = answer->access->graph;

	for (guint32 i = graph->edge_start[edge]; i < graph->edge_start[edge + 1]; i++) {
		const FairleadLinkFact *row =
			fairlead_network_get_link (answer->network, graph->edge_links[i]);

		if (fairlead_link_info (row->kind)->link_class == wanted)
			return TRUE;
	}
	return FALSE;
}

static gboolean
may_stand_in (const Answer *answer, FairleadVertex vertex)
{
	return fairlead_network_is_party (answer->network, vertex)
	       && !fairlead_network_is_ambiguous (answer->network, vertex)
	       && !answer->access->is_target[vertex]
	       && (answer->access->cuts_links || !answer->access->removed[vertex]);
}

static void
add_stand_in (const Answer *answer, GArray *found, FairleadVertex vertex, FairleadVertex lost,
              FairleadStandIn why)
{
	StandIn stand_in = { vertex, why };

	if (vertex == lost || found->len >= MAX_STAND_INS || !may_stand_in (answer, vertex))
		return;
	for (guint i = 0; i < found->len; i++)
		if (g_array_index (found, StandIn, i).vertex == vertex)
			return;
	g_array_append_val (found, stand_in);
}

static gboolean
is_alike (const Answer *answer, FairleadVertex a, FairleadVertex b)
{
	const char *one = fairlead_jurisdiction_of (answer->network, a);
	const char *two = fairlead_jurisdiction_of (answer->network, b);

	return one != NULL && two != NULL && strcmp (one, two) == 0
	       && fairlead_network_get_kind (answer->network, a)
	                  == fairlead_network_get_kind (answer->network, b);
}

/* Those one step away for the kind of tie, and those who share a neighbour */
static void
look_around (const Answer *answer, FairleadVertex lost, FairleadStandIn why, GArray *found)
{
	const FairleadAdjacency *graph = answer->access->graph;
	guint n_looked_at = 0;

	for (guint32 arc = graph->start[lost]; arc < graph->start[lost + 1]; arc++) {
		FairleadVertex near = graph->neighbour[arc];
		gboolean is_place = !fairlead_network_is_party (answer->network, near);

		if (why == FAIRLEAD_STAND_IN_KIN
		    && edge_is_of_class (answer, graph->edge[arc], FAIRLEAD_CLASS_FAMILY))
			add_stand_in (answer, found, near, lost, why);
		if (why == FAIRLEAD_STAND_IN_TRADE
		    && edge_is_of_class (answer, graph->edge[arc], FAIRLEAD_CLASS_TRADE))
			add_stand_in (answer, found, near, lost, why);
		if (why != (is_place ? FAIRLEAD_STAND_IN_ADDRESS : FAIRLEAD_STAND_IN_JURISDICTION))
			continue;
		for (guint32 next = graph->start[near];
		     next < graph->start[near + 1] && n_looked_at < 1000; next++, n_looked_at++)
			if (is_place || is_alike (answer, lost, graph->neighbour[next]))
				add_stand_in (answer, found, graph->neighbour[next], lost, why);
	}
}

/* ---- what it could do ---- */

static gboolean
are_neighbours (const FairleadAdjacency *graph, FairleadVertex a, FairleadVertex b)
{
	for (guint32 arc = graph->start[a]; arc < graph->start[a + 1]; arc++)
		if (graph->neighbour[arc] == b)
			return TRUE;
	return FALSE;
}

static void
add_options (Answer *answer, FairleadVertex lost)
{
	const FairleadAdjacency *graph = answer->access->graph;
	g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (StandIn));

	for (guint why = 0; why < FAIRLEAD_N_STAND_INS; why++)
		look_around (answer, lost, why, found);
	for (guint i = 0; i < found->len; i++) {
		const StandIn *stand_in = &g_array_index (found, StandIn, i);
		guint n_partners = 0;

		for (guint32 arc = graph->start[lost];
		     arc < graph->start[lost + 1] && n_partners < MAX_PARTNERS; arc++) {
			FairleadReplacement option = { lost, stand_in->vertex,
				                       graph->neighbour[arc], stand_in->why, 0.0 };

			if (option.partner == option.by
			    || !fairlead_network_is_party (answer->network, option.partner)
			    || answer->access->removed[option.partner]
			    || are_neighbours (graph, option.by, option.partner))
				continue;
			n_partners++;
			g_array_append_val (answer->options, option);
		}
	}
}

static void
put_in (FairleadAccess *access, const FairleadReplacement *option)
{
	g_array_append_val (access->added, option->by);
	g_array_append_val (access->added, option->partner);
}

static gboolean
add_best (Answer *answer, GArray *chosen)
{
	FairleadAccess *access = answer->access;
	double least = fairlead_access_measure (access) + LEAST_GAIN;
	FairleadReplacement best = { .access = least };
	guint before = access->added->len;

	for (guint i = 0; i < answer->options->len; i++) {
		FairleadReplacement *option =
			&g_array_index (answer->options, FairleadReplacement, i);

		put_in (access, option);
		option->access = fairlead_access_measure (access);
		g_array_set_size (access->added, before);
		if (option->access > best.access)
			best = *option;
	}
	if (best.access <= least)
		return FALSE;
	put_in (access, &best);
	g_array_append_val (chosen, best);
	return TRUE;
}

GArray *
fairlead_reroute (FairleadAccess *access, FairleadNetwork *network, const GArray *lost, guint n)
{
	GArray *chosen = g_array_new (FALSE, FALSE, sizeof (FairleadReplacement));
	g_autoptr (GArray) options = g_array_new (FALSE, FALSE, sizeof (FairleadReplacement));
	Answer answer = { access, network, options };

	for (guint i = 0; i < lost->len; i++)
		add_options (&answer, g_array_index (lost, FairleadVertex, i));
	while (chosen->len < n && add_best (&answer, chosen))
		;
	return chosen;
}
