/* graph/engine/score.c */
#include "graph/engine/score.h"

#include "graph/engine/graphs.h"
#include "graph/maritime/signals.h"
#include "graph/measure/reach/reach.h"
#include "graph/network/conductance.h"

/* Tighter than one machine's walk need be: what it rounds, the engine should not round elsewhere */
#define TOLERANCE 1e-12

/* ---- the network as arcs ---- */

double
fairlead_link_control (FairleadNetwork *network, const FairleadParameters *parameters,
                       FairleadLink link)
{
	const FairleadLinkFact *row = fairlead_network_get_link (network, link);
	double control = parameters->control[row->kind]
	                 * (double) fairlead_network_get_confidence (network, link)
	                 * fairlead_fade (network, parameters, link);

	if (fairlead_link_info (row->kind)->link_class == FAIRLEAD_CLASS_OWNERSHIP
	    && !fairlead_share_is_unknown (row->share))
		control *= (double) row->share.low / FAIRLEAD_SHARE_ONE;
	return control;
}

void
fairlead_network_arcs_init (FairleadNetworkArcs *self, FairleadNetwork *network,
                            const FairleadParameters *parameters, const FairleadAdjacency *graph,
                            const FairleadHoldings *holdings)
{
	*self = (FairleadNetworkArcs){ network, parameters, graph, holdings,
		                       g_array_new (FALSE, FALSE, sizeof (FairleadLink)) };
	for (FairleadLink link = 0; link < fairlead_network_get_n_links (network); link++)
		if (parameters->control[fairlead_network_get_link (network, link)->kind] > 0.0)
			g_array_append_val (self->control, link);
}

void
fairlead_network_arcs_clear (FairleadNetworkArcs *self)
{
	g_clear_pointer (&self->control, g_array_unref);
}

static guint8
get_flags (guint64 vertex, gpointer user_data)
{
	const FairleadNetworkArcs *self = user_data;

	return fairlead_network_is_party (self->network, (FairleadVertex) vertex)
	               ? FAIRLEAD_VERTEX_PARTY
	               : 0;
}

static FairleadArc
get_arc (FairleadLayer layer, guint64 i, gpointer user_data)
{
	const FairleadNetworkArcs *self = user_data;
	FairleadArc arc = { 0 };

	if (layer == FAIRLEAD_LAYER_LINKS) {
		arc.from = self->graph->ends[2 * i];
		arc.to = self->graph->ends[2 * i + 1];
		arc.value.strength = (double) self->graph->conductance[i];
	} else if (layer == FAIRLEAD_LAYER_CONTROL) {
		FairleadLink link = g_array_index (self->control, FairleadLink, i);

		arc.from = fairlead_network_get_from (self->network, link);
		arc.to = fairlead_network_get_to (self->network, link);
		arc.value.strength = fairlead_link_control (self->network, self->parameters, link);
	} else {
		const FairleadHolding *holding = &self->holdings->items[i];

		arc.from = holding->holder;
		arc.to = holding->company;
		arc.value.share =
			fairlead_arc_pack_share (holding->low, holding->high, holding->held);
	}
	return arc;
}

FairleadArcSource
fairlead_network_arcs_get_source (FairleadNetworkArcs *self)
{
	return (FairleadArcSource){
		.n_vertices = self->graph->n_vertices,
		.n_arcs = { self->graph->n_edges, self->control->len,
		            self->holdings != NULL ? self->holdings->n : 0 },
		.get_flags = get_flags,
		.get_arc = get_arc,
		.user_data = self,
	};
}

/* ---- what is asked ---- */

static gint
compare_seeds (gconstpointer a, gconstpointer b)
{
	guint64 first = ((const FairleadSeed *) a)->vertex;
	guint64 second = ((const FairleadSeed *) b)->vertex;

	return first < second ? -1 : first > second;
}

static void
add_set (FairleadJob *job, const char *name, const GArray *vertices, const GArray *weights)
{
	GArray *seeds = g_array_sized_new (FALSE, FALSE, sizeof (FairleadSeed), vertices->len);

	for (guint i = 0; i < vertices->len; i++) {
		FairleadSeed seed = { fairlead_vertices (vertices)[i],
			              weights != NULL ? g_array_index (weights, double, i) : 1.0 };

		g_array_append_val (seeds, seed);
	}
	g_array_sort (seeds, compare_seeds);
	fairlead_job_add_set (job, name, seeds, weights != NULL);
}

enum {
	STEP_PROXIMITY,
	STEP_BROKERAGE,
	STEP_CONTROL,
	STEP_AROUND,
};

static FairleadJob *
new_job (const FairleadScoring *scoring, FairleadArcSource source)
{
	const FairleadParameters *parameters = scoring->parameters;
	g_autoptr (GArray) served = fairlead_score_find_served (scoring);
	FairleadJob *job = fairlead_job_new (source);
	FairleadStep *step;

	add_set (job, "target", scoring->target, scoring->target_weights);
	add_set (job, "market", scoring->market, NULL);
	add_set (job, "served", served, NULL);
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

/* Vertices of the whole as they are numbered in the part, in the same order */
typedef struct {
	GArray *vertices; /* of FairleadVertex */
	guint32 *place;   /* of each of the whole, plus 1; 0: outside */
} Part;

static void
part_init (Part *self, const FairleadVector *inside)
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

static void
part_clear (Part *self)
{
	g_array_unref (self->vertices);
	g_free (self->place);
}

static GArray *
part_of (const Part *self, const GArray *vertices)
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

static double *
compute_necessity (const FairleadScoring *scoring, const FairleadVector *around, GError **error)
{
	const FairleadParallel how = { .cancellable = scoring->cancellable };
	g_autoptr (FairleadAdjacency) graph = NULL;
	g_autoptr (GArray) target = NULL;
	g_autoptr (GArray) market = NULL;
	g_autofree double *loss = NULL;
	GArray *arcs = fairlead_vector_get_part (around)->layers[FAIRLEAD_LAYER_LINKS];
	double *values;
	Part part;

	part_init (&part, around);
	for (guint i = 0; i < arcs->len; i++) {
		FairleadArc *arc = &g_array_index (arcs, FairleadArc, i);

		arc->from = part.place[arc->from] - 1;
		arc->to = part.place[arc->to] - 1;
	}
	graph = fairlead_adjacency_new_of_arcs (arcs, part.vertices->len);
	target = part_of (&part, scoring->target);
	market = part_of (&part, scoring->market);
	loss = fairlead_reach_loss (graph, fairlead_vertices (target), target->len,
	                            fairlead_vertices (market), market->len,
	                            scoring->parameters->hop_loss, scoring->parameters->reach_floor,
	                            &how, error);
	values = loss != NULL ? g_new0 (double, MAX (scoring->graph->n_vertices, 1)) : NULL;
	for (guint i = 0; values != NULL && i < part.vertices->len; i++)
		values[fairlead_vertices (part.vertices)[i]] = loss[i];
	part_clear (&part);
	return values;
}

/* ---- all of them ---- */

gboolean
fairlead_engine_score (FairleadEngine *engine, const FairleadScoring *scoring, double **values,
                       FairleadRankProgress progress, gpointer user_data, GError **error)
{
	g_auto (FairleadNetworkArcs) arcs = { 0 };
	g_autoptr (FairleadJob) job = NULL;
	g_autoptr (GPtrArray) results = NULL;
	double *necessity;

	fairlead_network_arcs_init (&arcs, scoring->network, scoring->parameters, scoring->graph,
	                            NULL);
	job = new_job (scoring, fairlead_network_arcs_get_source (&arcs));
	results =
		fairlead_engine_run (engine, job, progress, user_data, scoring->cancellable, error);
	if (results == NULL)
		return FALSE;
	necessity = compute_necessity (scoring, g_ptr_array_index (results, STEP_AROUND), error);
	if (necessity == NULL)
		return FALSE;
	values[FAIRLEAD_COMPONENT_NECESSITY] = necessity;
	values[FAIRLEAD_COMPONENT_PROXIMITY] =
		fairlead_vector_dup_values (g_ptr_array_index (results, STEP_PROXIMITY));
	values[FAIRLEAD_COMPONENT_BROKERAGE] =
		fairlead_vector_dup_values (g_ptr_array_index (results, STEP_BROKERAGE));
	values[FAIRLEAD_COMPONENT_CONTROL] =
		fairlead_vector_dup_values (g_ptr_array_index (results, STEP_CONTROL));
	values[FAIRLEAD_COMPONENT_SIGNALS] =
		fairlead_score_component (scoring, FAIRLEAD_COMPONENT_SIGNALS, error);
	return TRUE;
}
