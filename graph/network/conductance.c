/* graph/network/conductance.c */
#include "graph/network/conductance.h"

#include <math.h>

#include "graph/network/links-private.h"
#include "graph/parallel.h"

#define AT_ONCE 65536u /* links in one piece of work */
#define AHEAD 24u      /* links whose facts are fetched before their turn */

typedef struct {
	FairleadNetwork *network;
	const FairleadParameters *parameters;
	const FairleadLinks *ends;
	const FairleadLinkFact *facts;
	const FairleadIncoming *incoming;
	gfloat *conductance;
} Conducting;

/* Of links of the kinds that are damped at one end: no link is damped at both */
typedef struct {
	const Conducting *all;
	FairleadHubEnd end;
} Damping;

/* The links of a vertex at one end: those that leave it follow one another */
typedef struct {
	FairleadLink first;
	const FairleadLink *links; /* NULL: from first on */
	guint32 n;
} HubLinks;

static FairleadLink
get_link (const HubLinks *hub, guint32 i)
{
	return hub->links != NULL ? hub->links[i] : hub->first + i;
}

static gboolean
is_damped_here (const Damping *damping, FairleadLink link)
{
	return fairlead_link_info (damping->all->ends->kind[link])->hub == damping->end;
}

static FairleadVertex
other_end (const Damping *damping, FairleadLink link)
{
	const FairleadLinks *ends = damping->all->ends;

	return damping->end == FAIRLEAD_HUB_FROM ? ends->to[link] : ends->from[link];
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
damp_hub (const Damping *damping, FairleadVertex vertex, const HubLinks *hub)
{
	const Conducting *all = damping->all;
	guint degree[FAIRLEAD_N_LINK_KINDS] = { 0 };
	FairleadVertex last[FAIRLEAD_N_LINK_KINDS];

	for (guint kind = 0; kind < FAIRLEAD_N_LINK_KINDS; kind++)
		last[kind] = FAIRLEAD_NO_VERTEX;
	for (guint32 i = 0; i < hub->n; i++) {
		FairleadLink link = get_link (hub, i);
		guint8 kind = all->ends->kind[link];
		FairleadVertex partner = other_end (damping, link);

		if (partner == last[kind] || partner == vertex)
			continue;
		last[kind] = partner;
		degree[kind]++;
	}
	for (guint32 i = 0; i < hub->n; i++) {
		FairleadLink link = get_link (hub, i);

		if (is_damped_here (damping, link))
			all->conductance[link] *= (gfloat) damp_factor (
				all->parameters, degree[all->ends->kind[link]]);
	}
}

static void
damp_leaving (const Conducting *all)
{
	const Damping damping = { all, FAIRLEAD_HUB_FROM };
	const FairleadLinks *ends = all->ends;

	for (FairleadLink first = 0, next; first < ends->n; first = next) {
		for (next = first + 1; next < ends->n; next++)
			if (ends->from[next] != ends->from[first])
				break;
		if (next - first > all->parameters->hub_free_degree)
			damp_hub (&damping, ends->from[first],
			          &(HubLinks){ first, NULL, next - first });
	}
}

static void
damp_coming_in (const Conducting *all)
{
	const Damping damping = { all, FAIRLEAD_HUB_TO };
	const guint32 *start = all->incoming->start;
	guint32 n_vertices = fairlead_network_get_n_vertices (all->network);

	for (FairleadVertex vertex = 0; vertex < n_vertices; vertex++)
		if (start[vertex + 1] - start[vertex] > all->parameters->hub_free_degree)
			damp_hub (&damping, vertex,
			          &(HubLinks){ 0, all->incoming->links + start[vertex],
			                       start[vertex + 1] - start[vertex] });
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

static double
conductance_of (const Conducting *all, FairleadLink link)
{
	const FairleadLinkFact *row = fairlead_network_get_link (all->network, link);
	double value = all->parameters->conductance[row->kind]
	               * (double) fairlead_network_get_confidence (all->network, link);

	value *= fairlead_fade (all->network, all->parameters, link);
	if (fairlead_network_is_ambiguous (all->network, all->ends->from[link])
	    || fairlead_network_is_ambiguous (all->network, all->ends->to[link]))
		return 0.0;
	return value;
}

static void
conduct_some (gpointer data, guint32 item)
{
	const Conducting *all = data;
	const FairleadLinks *ends = all->ends;
	const FairleadLink end = MIN ((item + 1) * AT_ONCE, ends->n);

	for (FairleadLink link = item * AT_ONCE; link < end; link++) {
		if (link + AHEAD < end)
			__builtin_prefetch (&all->facts[ends->row[link + AHEAD]]);
		all->conductance[link] = (gfloat) conductance_of (all, link);
	}
}

static void
damp_some (gpointer data, guint32 item)
{
	static void (*const damp[]) (const Conducting *) = { damp_leaving, damp_coming_in };

	damp[item](data);
}

static gpointer
share (gpointer data)
{
	return data;
}

static void
keep (gpointer data)
{
	(void) data;
}

gfloat *
fairlead_conductance_compute_from (FairleadNetwork *network, const FairleadParameters *parameters,
                                   const FairleadIncoming *incoming)
{
	static const FairleadParallelJob conduct = { share, keep, conduct_some, NULL };
	static const FairleadParallelJob damp = { share, keep, damp_some, NULL };
	const FairleadLinks *ends = fairlead_network_get_ends (network);
	gfloat *conductance = g_new (gfloat, MAX (ends->n, 1));
	guint n_facts;
	Conducting all = {
		network,
		parameters,
		ends,
		fairlead_records_get_links (fairlead_network_get_records (network), &n_facts),
		incoming,
		conductance
	};
	const FairleadParallel how = { .n_threads = ends->n > AT_ONCE ? 0 : 1 };

	fairlead_parallel_run (&conduct, &all, (ends->n + AT_ONCE - 1) / AT_ONCE, &how, NULL);
	fairlead_parallel_run (&damp, &all, 2, &how, NULL);
	return conductance;
}

gfloat *
fairlead_conductance_compute (FairleadNetwork *network, const FairleadParameters *parameters)
{
	g_auto (FairleadIncoming) incoming = { NULL, NULL };

	fairlead_incoming_init (&incoming, network);
	return fairlead_conductance_compute_from (network, parameters, &incoming);
}
