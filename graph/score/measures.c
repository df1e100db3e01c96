/* graph/score/measures.c */
#include "graph/score/measures.h"

#include <math.h>
#include <string.h>

#include "graph/measure/betweenness/sampled.h"
#include "graph/measure/brokerage.h"
#include "graph/measure/communities.h"
#include "graph/measure/cuts.h"
#include "graph/measure/holes.h"
#include "graph/measure/roles.h"
#include "graph/measure/spectral.h"
#include "graph/measure/walk.h"
#include "graph/score/ranking-private.h"

#define MOST_WAYS 20

typedef struct {
	FairleadScoring scoring;
	const FairleadMeasureChoice *choice;
	const FairleadRankedRow *rows;
	guint32 *group_of; /* of each vertex; made when first asked for */
	FairleadSampling *sampling;
} Measuring;

static void
measuring_clear (Measuring *self)
{
	g_free (self->group_of);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Measuring, measuring_clear)

/* ---- of the whole network: a value a vertex ---- */

static double *
compute_pagerank (const Measuring *self, GError **error)
{
	const FairleadParameters *parameters = self->scoring.parameters;

	return fairlead_walk (self->scoring.graph, NULL, 0, parameters->restart,
	                      parameters->tolerance, self->scoring.cancellable, error);
}

static double *
compute_personalised (const Measuring *self, GError **error)
{
	const FairleadScoring *scoring = &self->scoring;

	return fairlead_walk (scoring->graph, fairlead_vertices (scoring->target),
	                      scoring->target->len, scoring->parameters->restart,
	                      scoring->parameters->tolerance, scoring->cancellable, error);
}

static double *
compute_katz (const Measuring *self, GError **error)
{
	const FairleadScoring *scoring = &self->scoring;

	return fairlead_katz (scoring->graph, fairlead_vertices (scoring->target),
	                      scoring->target->len, scoring->parameters->katz_damping,
	                      scoring->parameters->tolerance, scoring->cancellable, error);
}

static double *
sample_betweenness (const Measuring *self, const double *cost, double most_error,
                    const FairleadParallel *how, GError **error)
{
	g_auto (FairleadSampledBetweenness) sampled = { 0 };

	if (!fairlead_betweenness_sampled (self->scoring.graph, cost, most_error,
	                                   FAIRLEAD_SAMPLING_CONFIDENCE, self->choice->seed, how,
	                                   &sampled, error))
		return NULL;
	*self->sampling = (FairleadSampling){ sampled.n_samples, sampled.error, sampled.confidence,
		                              self->choice->seed };
	return g_steal_pointer (&sampled.value);
}

/* All pairs of vertices as they are, so that exact and sampled values say the same */
static double *
compute_betweenness (const Measuring *self, GError **error)
{
	const FairleadAdjacency *graph = self->scoring.graph;
	const double n_pairs = (double) graph->n_vertices * (graph->n_vertices - 1.0) / 2.0;
	const FairleadParallel how = { .cancellable = self->scoring.cancellable };
	g_autofree double *cost =
		fairlead_brokerage_dup_costs (graph, self->scoring.parameters->hop_loss);
	double most_error = self->choice->sampling_error;
	double *values;

	if (!(most_error > 0.0)
	    && (guint64) graph->n_vertices * graph->n_edges > FAIRLEAD_MOST_EXACT)
		most_error = FAIRLEAD_SAMPLING_ERROR;
	if (most_error > 0.0)
		return sample_betweenness (self, cost, most_error, &how, error);
	values = fairlead_betweenness (graph, cost, &how, error);
	for (guint32 i = 0; values != NULL && i < graph->n_vertices; i++)
		values[i] /= MAX (n_pairs, 1.0);
	return values;
}

static double *
compute_current_flow (const Measuring *self, GError **error)
{
	const FairleadScoring *scoring = &self->scoring;

	return fairlead_current_flow (scoring->graph, fairlead_vertices (scoring->target),
	                              scoring->target->len, fairlead_vertices (scoring->market),
	                              scoring->market->len, scoring->parameters->tolerance,
	                              scoring->cancellable, error);
}

static void
compute_cuts (const Measuring *self, FairleadCuts *cuts)
{
	const FairleadScoring *scoring = &self->scoring;

	fairlead_cuts_init (cuts, scoring->graph, fairlead_vertices (scoring->target),
	                    scoring->target->len, fairlead_vertices (scoring->market),
	                    scoring->market->len);
}

static double *
compute_pairs_cut (const Measuring *self, GError **error)
{
	g_auto (FairleadCuts) cuts = { 0 };

	(void) error;
	compute_cuts (self, &cuts);
	return g_steal_pointer (&cuts.pairs);
}

static double *
compute_key_player (const Measuring *self, GError **error)
{
	g_auto (FairleadCuts) cuts = { 0 };

	(void) error;
	compute_cuts (self, &cuts);
	return g_steal_pointer (&cuts.fragmentation);
}

static double *
compute_community (const Measuring *self, GError **error)
{
	return fairlead_communities (self->scoring.graph, self->scoring.parameters->resolution,
	                             self->choice->seed, self->scoring.cancellable, error);
}

static double *
compute_core (const Measuring *self, GError **error)
{
	return fairlead_cores (self->scoring.graph, self->scoring.cancellable, error);
}

static double *
compute_constraint (const Measuring *self, GError **error)
{
	const FairleadParallel how = { .cancellable = self->scoring.cancellable };
	double *constraint = NULL;

	return fairlead_holes (self->scoring.graph, &how, &constraint, NULL, error) ? constraint
	                                                                            : NULL;
}

static double *
compute_effective_size (const Measuring *self, GError **error)
{
	const FairleadParallel how = { .cancellable = self->scoring.cancellable };
	g_autofree double *constraint = NULL;
	double *size = NULL;

	return fairlead_holes (self->scoring.graph, &how, &constraint, &size, error) ? size : NULL;
}

/* ---- of one vertex ---- */

static double
degree_of (Measuring *self, FairleadVertex vertex)
{
	return fairlead_adjacency_degree (self->scoring.graph, vertex);
}

static double
vertex_cut_of (Measuring *self, FairleadVertex vertex)
{
	return fairlead_vertex_cut (self->scoring.graph, vertex, self->scoring.is_target,
	                            MOST_WAYS);
}

/* ---- groups, for roles ---- */

enum { GROUP_TARGET, GROUP_FRONT, GROUP_MARKET };

static guint32
side_of (const Measuring *self, FairleadVertex vertex)
{
	const FairleadAdjacency *graph = self->scoring.graph;

	if (self->scoring.is_target[vertex])
		return GROUP_TARGET;
	for (guint32 arc = graph->start[vertex]; arc < graph->start[vertex + 1]; arc++)
		if (self->scoring.is_target[graph->neighbour[arc]])
			return GROUP_FRONT;
	return GROUP_MARKET;
}

static guint32
jurisdiction_of (const Measuring *self, FairleadVertex vertex)
{
	static const FairleadAttribute order[] = { FAIRLEAD_ATTRIBUTE_JURISDICTION,
		                                   FAIRLEAD_ATTRIBUTE_FLAG,
		                                   FAIRLEAD_ATTRIBUTE_NATIONALITY,
		                                   FAIRLEAD_ATTRIBUTE_COUNTRY };
	FairleadNetwork *network = self->scoring.network;
	FairleadRows own = fairlead_network_get_attributes (network, vertex);
	guint n;
	const FairleadAttributeRow *rows =
		fairlead_records_get_attributes (fairlead_network_get_records (network), &n);

	for (guint k = 0; k < G_N_ELEMENTS (order); k++)
		for (guint i = 0; i < own.n; i++)
			if (rows[own.rows[i]].attribute == order[k])
				return rows[own.rows[i]].text;
	return FAIRLEAD_NO_GROUP;
}

static void
make_groups (Measuring *self)
{
	guint32 n = self->scoring.graph->n_vertices;

	if (self->group_of != NULL)
		return;
	self->group_of = g_new (guint32, MAX (n, 1));
	for (FairleadVertex vertex = 0; vertex < n; vertex++)
		self->group_of[vertex] = self->choice->grouping == FAIRLEAD_GROUP_BY_SIDE
		                                 ? side_of (self, vertex)
		                                 : jurisdiction_of (self, vertex);
}

static double
role_of (Measuring *self, FairleadVertex vertex, FairleadRole role)
{
	double counts[FAIRLEAD_N_ROLES];

	make_groups (self);
	fairlead_roles_of (self->scoring.graph, vertex, self->group_of, counts);
	return counts[role];
}

#define ROLE_OF(name, role)                                              \
	static double name##_of (Measuring *self, FairleadVertex vertex) \
	{                                                                \
		return role_of (self, vertex, role);                     \
	}

ROLE_OF (coordinator, FAIRLEAD_ROLE_COORDINATOR)
ROLE_OF (itinerant, FAIRLEAD_ROLE_ITINERANT)
ROLE_OF (gatekeeper, FAIRLEAD_ROLE_GATEKEEPER)
ROLE_OF (liaison, FAIRLEAD_ROLE_LIAISON)

/* ---- the table ---- */

static const struct {
	const char *name;
	const char *heading;
	const char *words;
} infos[FAIRLEAD_N_MEASURES] = {
#define X(tag, name, heading, words) { name, heading, words },
	FAIRLEAD_MEASURE_TABLE (X)
#undef X
};

/* One or the other */
static const struct {
	double *(*whole) (const Measuring *self, GError **error);
	double (*local) (Measuring *self, FairleadVertex vertex);
} computing[FAIRLEAD_N_MEASURES] = {
	[FAIRLEAD_MEASURE_DEGREE] = { NULL, degree_of },
	[FAIRLEAD_MEASURE_PAGERANK] = { compute_pagerank, NULL },
	[FAIRLEAD_MEASURE_PERSONALISED] = { compute_personalised, NULL },
	[FAIRLEAD_MEASURE_KATZ] = { compute_katz, NULL },
	[FAIRLEAD_MEASURE_BETWEENNESS] = { compute_betweenness, NULL },
	[FAIRLEAD_MEASURE_CURRENT_FLOW] = { compute_current_flow, NULL },
	[FAIRLEAD_MEASURE_PAIRS_CUT] = { compute_pairs_cut, NULL },
	[FAIRLEAD_MEASURE_VERTEX_CUT] = { NULL, vertex_cut_of },
	[FAIRLEAD_MEASURE_KEY_PLAYER] = { compute_key_player, NULL },
	[FAIRLEAD_MEASURE_CONSTRAINT] = { compute_constraint, NULL },
	[FAIRLEAD_MEASURE_EFFECTIVE_SIZE] = { compute_effective_size, NULL },
	[FAIRLEAD_MEASURE_COORDINATOR] = { NULL, coordinator_of },
	[FAIRLEAD_MEASURE_ITINERANT] = { NULL, itinerant_of },
	[FAIRLEAD_MEASURE_GATEKEEPER] = { NULL, gatekeeper_of },
	[FAIRLEAD_MEASURE_LIAISON] = { NULL, liaison_of },
	[FAIRLEAD_MEASURE_COMMUNITY] = { compute_community, NULL },
	[FAIRLEAD_MEASURE_CORE] = { compute_core, NULL },
};

const char *
fairlead_measure_name (FairleadMeasure measure)
{
	g_return_val_if_fail ((guint) measure < FAIRLEAD_N_MEASURES, NULL);
	return infos[measure].name;
}

const char *
fairlead_measure_heading (FairleadMeasure measure)
{
	g_return_val_if_fail ((guint) measure < FAIRLEAD_N_MEASURES, NULL);
	return infos[measure].heading;
}

const char *
fairlead_measure_words (FairleadMeasure measure)
{
	g_return_val_if_fail ((guint) measure < FAIRLEAD_N_MEASURES, NULL);
	return infos[measure].words;
}

gboolean
fairlead_measure_from_name (const char *name, FairleadMeasure *measure)
{
	for (guint i = 0; i < FAIRLEAD_N_MEASURES; i++)
		if (strcmp (infos[i].name, name) == 0) {
			*measure = (FairleadMeasure) i;
			return TRUE;
		}
	return FALSE;
}

/* ---- all that was chosen ---- */

static GArray *
measure_rows (Measuring *self, FairleadMeasure measure, GError **error)
{
	GArray *values = g_array_sized_new (FALSE, FALSE, sizeof (double), self->choice->n_rows);
	g_autofree double *whole = NULL;

	if (computing[measure].whole != NULL) {
		whole = computing[measure].whole (self, error);
		if (whole == NULL) {
			g_array_unref (values);
			return NULL;
		}
	}
	for (guint i = 0; i < self->choice->n_rows; i++) {
		FairleadVertex vertex = self->rows[i].vertex;
		double value =
			whole != NULL ? whole[vertex] : computing[measure].local (self, vertex);

		g_array_append_val (values, value);
	}
	return values;
}

GPtrArray *
fairlead_ranking_measure (FairleadRanking *ranking, const FairleadMeasureChoice *choice,
                          FairleadSampling *sampling, GCancellable *cancellable, GError **error)
{
	g_autoptr (GPtrArray) columns =
		g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
	FairleadSampling sampled = { 0 };
	g_auto (Measuring) self = { .choice = choice, .sampling = &sampled };
	guint n;

	self.scoring = *fairlead_ranking_get_scoring (ranking);
	self.scoring.cancellable = cancellable;
	self.rows = fairlead_ranking_get_rows (ranking, &n);
	g_return_val_if_fail (choice->n_rows <= n, NULL);
	for (guint i = 0; i < choice->measures->len; i++) {
		GArray *values = NULL;

		if (!g_cancellable_set_error_if_cancelled (cancellable, error))
			values = measure_rows (
				&self, g_array_index (choice->measures, FairleadMeasure, i), error);
		if (values == NULL)
			return NULL;
		g_ptr_array_add (columns, values);
	}
	*sampling = sampled;
	return g_steal_pointer (&columns);
}
