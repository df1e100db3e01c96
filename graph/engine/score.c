/* graph/engine/score.c */
#include "graph/engine/score.h"

#include "graph/engine/score-job.h"
#include "graph/maritime/signals.h"
#include "graph/network/conductance.h"

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

/* ---- all of them ---- */

gboolean
fairlead_engine_score (FairleadEngine *engine, const FairleadScoring *scoring, double **values,
                       FairleadRankProgress progress, gpointer user_data, GError **error)
{
	g_auto (FairleadNetworkArcs) arcs = { 0 };
	g_auto (FairleadScorePart) part = { 0 };
	g_autoptr (GArray) served = fairlead_score_find_served (scoring);
	const FairleadScoreSets sets = { scoring->parameters, scoring->target,
		                         scoring->target_weights, scoring->market, served };
	g_autoptr (FairleadJob) job = NULL;
	g_autoptr (GPtrArray) results = NULL;

	fairlead_network_arcs_init (&arcs, scoring->network, scoring->parameters, scoring->graph,
	                            NULL);
	job = fairlead_score_job_new (fairlead_network_arcs_get_source (&arcs), &sets);
	results =
		fairlead_engine_run (engine, job, progress, user_data, scoring->cancellable, error);
	if (results == NULL)
		return FALSE;
	fairlead_score_part_init (&part, g_ptr_array_index (results, FAIRLEAD_SCORE_AROUND));
	values[FAIRLEAD_COMPONENT_NECESSITY] = fairlead_score_part_necessity (
		&part, &sets, scoring->graph->n_vertices, scoring->cancellable, error);
	if (values[FAIRLEAD_COMPONENT_NECESSITY] == NULL)
		return FALSE;
	values[FAIRLEAD_COMPONENT_PROXIMITY] =
		fairlead_vector_dup_values (g_ptr_array_index (results, FAIRLEAD_SCORE_PROXIMITY));
	values[FAIRLEAD_COMPONENT_BROKERAGE] =
		fairlead_vector_dup_values (g_ptr_array_index (results, FAIRLEAD_SCORE_BROKERAGE));
	values[FAIRLEAD_COMPONENT_CONTROL] =
		fairlead_vector_dup_values (g_ptr_array_index (results, FAIRLEAD_SCORE_CONTROL));
	values[FAIRLEAD_COMPONENT_SIGNALS] =
		fairlead_score_component (scoring, FAIRLEAD_COMPONENT_SIGNALS, error);
	return TRUE;
}
