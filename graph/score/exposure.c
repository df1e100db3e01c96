/* graph/score/exposure.c */
#include "graph/score/exposure.h"

#include <math.h>

#include "graph/network/links-private.h"
#include "graph/score/ranking-private.h"

#define N_BINS 33 /* degrees 0, 1, 2-3, 4-7, ... */
/* So that those who have none keep an order among themselves */
#define LEAST_EXPOSURE 0.001

const char *
fairlead_exposure_class_name (FairleadExposureClass exposure_class)
{
	static const char *const names[] = { "incidental", "mixed", "dedicated" };

	g_return_val_if_fail ((guint) exposure_class < G_N_ELEMENTS (names), NULL);
	return names[exposure_class];
}

/* ---- dealings ---- */

void
fairlead_dealings_init (FairleadDealings *self, const FairleadAdjacency *graph,
                        const GArray *target, const double *outside)
{
	guint32 n = MAX (graph->n_vertices, 1);

	*self = (FairleadDealings){ graph, g_new0 (double, n), g_new0 (double, n), g_malloc0 (n) };
	for (guint i = 0; i < target->len; i++)
		self->is_target[fairlead_vertices (target)[i]] = TRUE;
	for (FairleadVertex vertex = 0; vertex < graph->n_vertices && outside != NULL; vertex++)
		self->all[vertex] = outside[vertex];
	for (guint32 edge = 0; edge < graph->n_edges; edge++)
		for (guint end = 0; end < 2; end++) {
			FairleadVertex vertex = graph->ends[2 * edge + end];
			double conductance = (double) graph->conductance[edge];

			self->all[vertex] += conductance;
			if (self->is_target[graph->ends[2 * edge + 1 - end]])
				self->to_target[vertex] += conductance;
		}
}

void
fairlead_dealings_clear (FairleadDealings *self)
{
	g_clear_pointer (&self->all, g_free);
	g_clear_pointer (&self->to_target, g_free);
	g_clear_pointer (&self->is_target, g_free);
}

double
fairlead_dealings_get_share (const FairleadDealings *self, FairleadVertex vertex)
{
	const FairleadAdjacency *graph = self->graph;
	double share = 0.0;

	for (guint32 arc = graph->start[vertex]; arc < graph->start[vertex + 1]; arc++) {
		FairleadVertex other = graph->neighbour[arc];
		double conductance = (double) graph->conductance[graph->edge[arc]];
		double rest = self->all[other] - conductance;
		double back = self->is_target[vertex] ? conductance : 0.0;
		double onward = rest > 1e-9 ? (self->to_target[other] - back) / rest : 0.0;

		share += conductance / self->all[vertex]
		         * (self->is_target[other] ? 1.0 : CLAMP (onward, 0.0, 1.0));
	}
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
	GArray *exposures = g_array_new (FALSE, FALSE, sizeof (FairleadExposure));
	guint n;
	const FairleadRankedRow *rows = fairlead_ranking_get_rows (ranking, &n);

	fairlead_dealings_init (&dealings, scoring->graph, scoring->target, NULL);
	for (guint i = 0; i < n; i++) {
		double share = fairlead_dealings_get_share (&dealings, rows[i].vertex);
		guint32 clients = n_clients[rows[i].vertex];
		FairleadExposure exposure = {
			.share = share,
			.n_clients = clients,
			.factor = fairlead_provider_factor (scoring->parameters, clients, share),
			.exposure_class = class_of (scoring->parameters, share),
		};

		g_array_append_val (exposures, exposure);
	}
	compare_with_peers (exposures, rows);
	return exposures;
}
