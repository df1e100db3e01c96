/* graph/engine/score-job.c */
#include "graph/engine/score-job.h"

#include "graph/engine/graphs.h"
#include "graph/measure/reach/reach.h"
#include "graph/score/score.h"

/* Tighter than one machine's walk need be: what it rounds, the engine should not round elsewhere */
#define TOLERANCE 1e-12

/* ---- what is asked ---- */

static void
add_set (FairleadJob *job, const char *name, const GArray *vertices, const GArray *weights)
{
	GArray *seeds = g_array_sized_new (FALSE, FALSE, sizeof (FairleadSeed), vertices->len);

	for (guint i = 0; i < vertices->len; i++) {
		FairleadSeed seed = { fairlead_vertices (vertices)[i],
			              weights != NULL ? g_array_index (weights, double, i) : 1.0 };

		g_array_append_val (seeds, seed);
	}
	fairlead_job_add_set (job, name, seeds, weights != NULL);
}

FairleadJob *
fairlead_score_job_new (FairleadArcSource source, const FairleadScoreSets *sets)
{
	const FairleadParameters *parameters = sets->parameters;
	FairleadJob *job = fairlead_job_new (source);
	FairleadStep *step;

	add_set (job, "target", sets->target, sets->target_weights);
	add_set (job, "market", sets->market, NULL);
	add_set (job, "served", sets->served, NULL);
	step = fairlead_job_add_step (job, "proximity", FAIRLEAD_ENGINE_LIFT, "target",
	                              FAIRLEAD_JOB_PARTIES);
	step->numbers[FAIRLEAD_STEP_RESTART] = parameters->restart;
	step->numbers[FAIRLEAD_STEP_TOLERANCE] = MIN (parameters->tolerance, TOLERANCE);
	step = fairlead_job_add_step (job, "brokerage", FAIRLEAD_ENGINE_BETWEENNESS, "target",
	                              "market");
	step->numbers[FAIRLEAD_STEP_HOP_LOSS] = parameters->hop_loss;
	step = fairlead_job_add_step (job, "control", FAIRLEAD_ENGINE_CONTROL, "served", NULL);
	step->numbers[FAIRLEAD_STEP_FLOOR] = parameters->control_floor;
	step = fairlead_job_add_step (job, "neighbourhood", FAIRLEAD_ENGINE_NEIGHBOURHOOD, "target",
	                              NULL);
	step->numbers[FAIRLEAD_STEP_HOP_LOSS] = parameters->hop_loss;
	/* a little farther, for products are rounded: what is too far adds nothing */
	step->numbers[FAIRLEAD_STEP_FLOOR] = parameters->reach_floor * (1.0 - 1e-9);
	return job;
}

/* ---- necessity, of the neighbourhood ---- */

static void
number_vertices (FairleadScorePart *self, const FairleadVector *inside)
{
	guint32 n = (guint32) fairlead_vector_get_n (inside);

	self->vertices = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	self->place = g_new0 (guint32, MAX (n, 1));
	for (FairleadVertex vertex = 0; vertex < n; vertex++) {
		if (!(fairlead_vector_get (inside, vertex) > 0.0))
			continue;
		g_array_append_val (self->vertices, vertex);
		self->place[vertex] = self->vertices->len;
	}
}

void
fairlead_score_part_init (FairleadScorePart *self, const FairleadVector *around)
{
	GArray *arcs = fairlead_vector_get_part (around)->layers[FAIRLEAD_LAYER_LINKS];

	number_vertices (self, around);
	for (guint i = 0; i < arcs->len; i++) {
		FairleadArc *arc = &g_array_index (arcs, FairleadArc, i);

		arc->from = self->place[arc->from] - 1;
		arc->to = self->place[arc->to] - 1;
	}
	self->graph = fairlead_adjacency_new_of_arcs (arcs, self->vertices->len);
}

void
fairlead_score_part_clear (FairleadScorePart *self)
{
	g_clear_pointer (&self->graph, fairlead_adjacency_free);
	g_clear_pointer (&self->vertices, g_array_unref);
	g_clear_pointer (&self->place, g_free);
}

GArray *
fairlead_score_part_of (const FairleadScorePart *self, const GArray *vertices)
{
	GArray *inside = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));

	for (guint i = 0; i < vertices->len; i++) {
		guint32 place = self->place[fairlead_vertices (vertices)[i]];

		if (place == 0)
			continue;
		place--;
		g_array_append_val (inside, place);
	}
	return inside;
}

double *
fairlead_score_part_necessity (const FairleadScorePart *self, const FairleadScoreSets *sets,
                               guint64 n, GCancellable *cancellable, GError **error)
{
	const FairleadParallel how = { .cancellable = cancellable };
	g_autoptr (GArray) target = fairlead_score_part_of (self, sets->target);
	g_autoptr (GArray) market = fairlead_score_part_of (self, sets->market);
	g_autofree double *loss = fairlead_reach_loss (self->graph, fairlead_vertices (target),
	                                               target->len, fairlead_vertices (market),
	                                               market->len, sets->parameters->hop_loss,
	                                               sets->parameters->reach_floor, &how, error);
	double *values;

	if (loss == NULL)
		return NULL;
	values = g_new0 (double, MAX (n, 1));
	for (guint i = 0; i < self->vertices->len; i++)
		values[fairlead_vertices (self->vertices)[i]] = loss[i];
	return values;
}
