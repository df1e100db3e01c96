/* graph/network/conductance.c */
#include "graph/network/conductance.h"

#include <math.h>

#include "graph/network/index.h"

typedef struct {
	FairleadNetwork *network;
	const FairleadParameters *parameters;
	FairleadHubEnd end;
	gfloat *conductance;
	guint8 *kind; /* of each link: the facts stand in another order, and memory is slow */
} Damping;

static gboolean
is_damped_here (const Damping *damping, FairleadLink link)
{
	return fairlead_link_info (damping->kind[link])->hub == damping->end;
}

static FairleadVertex
other_end (Damping *damping, FairleadLink link)
{
	return damping->end == FAIRLEAD_HUB_FROM
	               ? fairlead_network_get_to (damping->network, link)
	               : fairlead_network_get_from (damping->network, link);
}

static double
damp_factor (const FairleadParameters *parameters, guint degree)
{
	if (degree <= parameters->hub_free_degree)
		return 1.0;
	return pow (parameters->hub_free_degree / degree, parameters->hub_exponent);
}

/* Partners are counted once a kind, however many records repeat the link: the links of a hub come
 * sorted so that those to one partner stand together */
static void
damp_hub (Damping *damping, FairleadVertex hub, const FairleadLink *links, guint n)
{
	guint degree[FAIRLEAD_N_LINK_KINDS] = { 0 };
	FairleadVertex last[FAIRLEAD_N_LINK_KINDS];

	for (guint kind = 0; kind < FAIRLEAD_N_LINK_KINDS; kind++)
		last[kind] = FAIRLEAD_NO_VERTEX;
	for (guint i = 0; i < n; i++) {
		guint8 kind = damping->kind[links[i]];
		FairleadVertex partner = other_end (damping, links[i]);

		if (partner == last[kind] || partner == hub)
			continue;
		last[kind] = partner;
		degree[kind]++;
	}
	for (guint i = 0; i < n; i++) {
		if (is_damped_here (damping, links[i]))
			damping->conductance[links[i]] *= (gfloat) damp_factor (
				damping->parameters, degree[damping->kind[links[i]]]);
	}
}

static void
damp_hubs (Damping *damping)
{
	guint32 n_links = fairlead_network_get_n_links (damping->network);
	guint32 n_vertices = fairlead_network_get_n_vertices (damping->network);
	g_autofree guint32 *hub = g_new (guint32, MAX (n_links, 1));
	g_autofree guint32 *start = NULL;
	g_autofree guint32 *links = NULL;

	for (FairleadLink link = 0; link < n_links; link++)
		hub[link] = damping->end == FAIRLEAD_HUB_FROM
		                    ? fairlead_network_get_from (damping->network, link)
		                    : fairlead_network_get_to (damping->network, link);
	fairlead_group_rows (hub, n_links, n_vertices, &start, &links);
	for (guint32 vertex = 0; vertex < n_vertices; vertex++)
		if (start[vertex + 1] - start[vertex] > damping->parameters->hub_free_degree)
			damp_hub (damping, vertex, links + start[vertex],
			          start[vertex + 1] - start[vertex]);
}

double
fairlead_fade (FairleadNetwork *network, const FairleadParameters *parameters, FairleadLink link)
{
	if (!fairlead_network_is_over (network, link))
		return 1.0;
	if (!(parameters->half_life > 0.0) || isinf (parameters->half_life))
		return parameters->ended_factor;
	return parameters->ended_factor
	       * exp2 (-fairlead_network_get_age (network, link) / parameters->half_life);
}

gfloat *
fairlead_conductance_compute (FairleadNetwork *network, const FairleadParameters *parameters)
{
	guint32 n_links = fairlead_network_get_n_links (network);
	gfloat *conductance = g_new (gfloat, MAX (n_links, 1));
	g_autofree guint8 *kind = g_new (guint8, MAX (n_links, 1));
	Damping damping = { network, parameters, FAIRLEAD_HUB_FROM, conductance, kind };

	for (FairleadLink link = 0; link < n_links; link++) {
		const FairleadLinkFact *row = fairlead_network_get_link (network, link);
		double value = parameters->conductance[row->kind]
		               * (double) fairlead_network_get_confidence (network, link);

		kind[link] = row->kind;
		value *= fairlead_fade (network, parameters, link);
		if (fairlead_network_is_ambiguous (network,
		                                   fairlead_network_get_from (network, link))
		    || fairlead_network_is_ambiguous (network,
		                                      fairlead_network_get_to (network, link)))
			value = 0.0;
		conductance[link] = (gfloat) value;
	}
	damp_hubs (&damping);
	damping.end = FAIRLEAD_HUB_TO;
	damp_hubs (&damping);
	return conductance;
}
