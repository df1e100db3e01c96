/* graph/score/exposure.c */
#include "graph/score/exposure.h"

#include <math.h>

#include "graph/score/ranking-private.h"

#define N_BINS 33 /* degrees 0, 1, 2-3, 4-7, ... */

const char *
fairlead_exposure_class_name (FairleadExposureClass exposure_class)
{
	static const char *const names[] = { "incidental", "mixed", "dedicated" };

	g_return_val_if_fail ((guint) exposure_class < G_N_ELEMENTS (names), NULL);
	return names[exposure_class];
}

typedef struct {
	const FairleadScoring *scoring;
	double *all;       /* of each vertex: the sum of its conductances */
	double *to_target; /* of them, to the target */
} Dealings;

static void
add_up (Dealings *self)
{
	const FairleadAdjacency *graph = self->scoring->graph;

	for (guint32 edge = 0; edge < graph->n_edges; edge++)
		for (guint end = 0; end < 2; end++) {
			FairleadVertex vertex = graph->ends[2 * edge + end];
			double conductance = (double) graph->conductance[edge];

			self->all[vertex] += conductance;
			if (self->scoring->is_target[graph->ends[2 * edge + 1 - end]])
				self->to_target[vertex] += conductance;
		}
}

static double
share_of (const Dealings *self, FairleadVertex vertex)
{
	const FairleadAdjacency *graph = self->scoring->graph;
	double share = 0.0;

	for (guint32 arc = graph->start[vertex]; arc < graph->start[vertex + 1]; arc++) {
		FairleadVertex other = graph->neighbour[arc];
		double conductance = (double) graph->conductance[graph->edge[arc]];
		double rest = self->all[other] - conductance;
		double back = self->scoring->is_target[vertex] ? conductance : 0.0;
		double onward = rest > 1e-9 ? (self->to_target[other] - back) / rest : 0.0;

		share += conductance / self->all[vertex]
		         * (self->scoring->is_target[other] ? 1.0 : CLAMP (onward, 0.0, 1.0));
	}
	return MIN (share, 1.0);
}

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
	g_autofree double *all = g_new0 (double, MAX (scoring->graph->n_vertices, 1));
	g_autofree double *to_target = g_new0 (double, MAX (scoring->graph->n_vertices, 1));
	Dealings dealings = { scoring, all, to_target };
	GArray *exposures = g_array_new (FALSE, FALSE, sizeof (FairleadExposure));
	guint n;
	const FairleadRankedRow *rows = fairlead_ranking_get_rows (ranking, &n);

	add_up (&dealings);
	for (guint i = 0; i < n; i++) {
		FairleadExposure exposure = { .share = share_of (&dealings, rows[i].vertex) };

		exposure.exposure_class = class_of (scoring->parameters, exposure.share);
		g_array_append_val (exposures, exposure);
	}
	compare_with_peers (exposures, rows);
	return exposures;
}
