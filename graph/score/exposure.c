/* graph/score/exposure.c */
#include "graph/score/exposure.h"

#include <math.h>

#include "graph/network/links-private.h"
#include "graph/score/ranking-private.h"

#define N_BINS 33 /* degrees 0, 1, 2-3, 4-7, ... */
/* So that those who have none keep an order among themselves */
#define LEAST_EXPOSURE 0.001
#define AHEAD 16u /* rows whose parties are fetched before their turn */

const char *
fairlead_exposure_class_name (FairleadExposureClass exposure_class)
{
	static const char *const names[] = { "incidental", "mixed", "dedicated" };

	g_return_val_if_fail ((guint) exposure_class < G_N_ELEMENTS (names), NULL);
	return names[exposure_class];
}

/* ---- dealings ---- */

/* What a mark says of a vertex */
enum {
	IS_TARGET = 1 << 0,
	IS_PARTNER = 1 << 1, /* deals with the target */
	IS_NEAR = 1 << 2,    /* deals with one of both: nobody else has a share */
	IS_SUMMED = 1 << 3,
};

static void
sum_partners (FairleadDealings *self, const GArray *target)
{
	const FairleadAdjacency *graph = self->graph;

	for (guint i = 0; i < target->len; i++) {
		FairleadVertex vertex = fairlead_vertices (target)[i];

		self->marks[vertex] |= IS_TARGET;
		for (guint32 arc = graph->start[vertex]; arc < graph->start[vertex + 1]; arc++)
			self->to_target[graph->neighbour[arc]] +=
				(double) graph->conductance[graph->edge[arc]];
	}
}

/* Each partner once, whatever number of the target it deals with */
static void
mark_near (FairleadDealings *self, FairleadVertex partner)
{
	const FairleadAdjacency *graph = self->graph;

	if (self->marks[partner] & IS_PARTNER)
		return;
	self->marks[partner] |= IS_PARTNER | IS_NEAR;
	for (guint32 arc = graph->start[partner]; arc < graph->start[partner + 1]; arc++)
		self->marks[graph->neighbour[arc]] |= IS_NEAR;
}

static void
sum_all (FairleadDealings *self, FairleadVertex vertex, const double *outside)
{
	const FairleadAdjacency *graph = self->graph;
	double sum = outside != NULL ? outside[vertex] : 0.0;

	if (self->marks[vertex] & IS_SUMMED)
		return;
	for (guint32 arc = graph->start[vertex]; arc < graph->start[vertex + 1]; arc++)
		sum += (double) graph->conductance[graph->edge[arc]];
	self->all[vertex] = sum;
	self->marks[vertex] |= IS_SUMMED;
}

/* Of those who have a share and those whom they deal with, who are few in a large network */
void
fairlead_dealings_init (FairleadDealings *self, const FairleadAdjacency *graph,
                        const GArray *target, const double *outside)
{
	guint32 n = MAX (graph->n_vertices, 1);

	*self = (FairleadDealings){ graph, g_new0 (double, n), g_new0 (double, n), g_malloc0 (n) };
	sum_partners (self, target);
	for (guint i = 0; i < target->len; i++) {
		FairleadVertex vertex = fairlead_vertices (target)[i];

		for (guint32 arc = graph->start[vertex]; arc < graph->start[vertex + 1]; arc++)
			mark_near (self, graph->neighbour[arc]);
	}
	for (FairleadVertex vertex = 0; vertex < graph->n_vertices; vertex++) {
		if (!(self->marks[vertex] & IS_NEAR))
			continue;
		sum_all (self, vertex, outside);
		for (guint32 arc = graph->start[vertex]; arc < graph->start[vertex + 1]; arc++)
			sum_all (self, graph->neighbour[arc], outside);
	}
}

void
fairlead_dealings_clear (FairleadDealings *self)
{
	g_clear_pointer (&self->all, g_free);
	g_clear_pointer (&self->to_target, g_free);
	g_clear_pointer (&self->marks, g_free);
}

static double
share_over (const FairleadDealings *self, FairleadVertex vertex, guint32 arc)
{
	FairleadVertex other = self->graph->neighbour[arc];
	double conductance = (double) self->graph->conductance[self->graph->edge[arc]];
	double rest = self->all[other] - conductance;
	double back = self->marks[vertex] & IS_TARGET ? conductance : 0.0;
	double onward = rest > 1e-9 ? (self->to_target[other] - back) / rest : 0.0;

	return conductance / self->all[vertex]
	       * (self->marks[other] & IS_TARGET ? 1.0 : CLAMP (onward, 0.0, 1.0));
}

double
fairlead_dealings_get_share (const FairleadDealings *self, FairleadVertex vertex)
{
	const FairleadAdjacency *graph = self->graph;
	double share = 0.0;

	if (!(self->marks[vertex] & IS_NEAR))
		return 0.0;
	for (guint32 arc = graph->start[vertex]; arc < graph->start[vertex + 1]; arc++)
		share += share_over (self, vertex, arc);
	return MIN (share, 1.0);
}

/* ---- providers ---- */

static gboolean
is_service (guint8 kind)
{
	const guint classes = 1u << FAIRLEAD_CLASS_MANAGEMENT | 1u << FAIRLEAD_CLASS_OFFICE
	                      | 1u << FAIRLEAD_CLASS_SERVICE;

	return fairlead_link_info (kind)->hub == FAIRLEAD_HUB_FROM
	       && (1u << fairlead_link_info (kind)->link_class & classes);
}

/* Links come sorted by their ends, so that those to one client stand together */
guint32 *
fairlead_count_clients (FairleadNetwork *network, const guint8 *is_kept)
{
	guint32 *n_clients = g_new0 (guint32, MAX (fairlead_network_get_n_vertices (network), 1));
	FairleadVertex last_from = FAIRLEAD_NO_VERTEX, last_to = FAIRLEAD_NO_VERTEX;
	const FairleadLinks *ends = fairlead_network_get_ends (network);

	for (FairleadLink link = 0; link < ends->n; link++) {
		FairleadVertex from = ends->from[link], to = ends->to[link];

		if ((is_kept != NULL && !is_kept[link]) || from == to
		    || (from == last_from && to == last_to) || !is_service (ends->kind[link]))
			continue;
		last_from = from;
		last_to = to;
		n_clients[from]++;
	}
	return n_clients;
}

double
fairlead_provider_factor (const FairleadParameters *parameters, guint32 n_clients, double exposure)
{
	double free = parameters->provider_clients;

	if ((double) n_clients <= free || exposure >= parameters->dedicated)
		return 1.0;
	return pow (MAX (exposure, LEAST_EXPOSURE) / parameters->dedicated,
	            1.0 - free / (double) n_clients);
}

/* ---- of a ranking ---- */

static guint
bin_of (const FairleadRankedRow *row)
{
	return row->degree == 0 ? 0 : g_bit_storage (row->degree);
}

/* Means and deviations by bins of degree */
static void
compare_with_peers (GArray *exposures, const FairleadRankedRow *rows)
{
	double n[N_BINS] = { 0 }, sum[N_BINS] = { 0 }, squares[N_BINS] = { 0 };

	for (guint i = 0; i < exposures->len; i++) {
		n[bin_of (&rows[i])] += 1.0;
		sum[bin_of (&rows[i])] += g_array_index (exposures, FairleadExposure, i).share;
	}
	for (guint i = 0; i < exposures->len; i++) {
		guint bin = bin_of (&rows[i]);
		double off =
			g_array_index (exposures, FairleadExposure, i).share - sum[bin] / n[bin];

		squares[bin] += off * off;
	}
	for (guint i = 0; i < exposures->len; i++) {
		FairleadExposure *exposure = &g_array_index (exposures, FairleadExposure, i);
		guint bin = bin_of (&rows[i]);
		double deviation = sqrt (squares[bin] / n[bin]);

		exposure->deviation =
			deviation > 1e-9 ? (exposure->share - sum[bin] / n[bin]) / deviation : NAN;
	}
}

static FairleadExposureClass
class_of (const FairleadParameters *parameters, double share)
{
	if (share >= parameters->dedicated)
		return FAIRLEAD_EXPOSURE_DEDICATED;
	return share >= parameters->mixed ? FAIRLEAD_EXPOSURE_MIXED : FAIRLEAD_EXPOSURE_INCIDENTAL;
}

GArray *
fairlead_ranking_dup_exposures (FairleadRanking *ranking)
{
	const FairleadScoring *scoring = fairlead_ranking_get_scoring (ranking);
	g_autofree guint32 *n_clients = fairlead_count_clients (scoring->network, NULL);
	g_auto (FairleadDealings) dealings = { 0 };
	guint n;
	const FairleadRankedRow *rows = fairlead_ranking_get_rows (ranking, &n);
	GArray *exposures = g_array_sized_new (FALSE, FALSE, sizeof (FairleadExposure), n);

	fairlead_dealings_init (&dealings, scoring->graph, scoring->target, NULL);
	for (guint i = 0; i < n; i++) {
		FairleadVertex ahead = rows[MIN (i + AHEAD, n - 1)].vertex;
		double share = fairlead_dealings_get_share (&dealings, rows[i].vertex);
		guint32 clients = n_clients[rows[i].vertex];
		FairleadExposure exposure = {
			.share = share,
			.n_clients = clients,
			.factor = fairlead_provider_factor (scoring->parameters, clients, share),
			.exposure_class = class_of (scoring->parameters, share),
		};

		__builtin_prefetch (&dealings.marks[ahead]);
		__builtin_prefetch (&n_clients[ahead]);
		g_array_append_val (exposures, exposure);
	}
	compare_with_peers (exposures, rows);
	return exposures;
}
