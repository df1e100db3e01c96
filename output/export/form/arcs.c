/* output/export/form/arcs.c: numbers for fairlead-cluster: an arc file, and which vertex each is */
#include "graph/engine/score.h"
#include "output/export/writers.h"

/* What of the network is written: vertices are numbered anew, in the same order */
typedef struct {
	const FairleadExportView *view;
	guint64 *place;  /* of each vertex of the network, plus 1; 0: not written */
	guint8 *is_link; /* of each link: whether it is written */
	FairleadArcs *arcs;
} Writing;

static void
mark (Writing *self)
{
	const FairleadSelection *selection = self->view->export->selection;
	FairleadNetwork *network = self->view->network;

	self->place = g_new0 (guint64, MAX (fairlead_network_get_n_vertices (network), 1));
	self->is_link = g_malloc0 (MAX (fairlead_network_get_n_links (network), 1));
	self->arcs = fairlead_arcs_new (selection->vertices->len);
	for (guint i = 0; i < selection->vertices->len; i++) {
		FairleadVertex vertex = fairlead_export_vertex (self->view, i);

		self->place[vertex] = i + 1;
		if (fairlead_network_is_party (network, vertex))
			self->arcs->flags[i] = FAIRLEAD_VERTEX_PARTY;
	}
	for (guint i = 0; i < selection->links->len; i++)
		self->is_link[fairlead_export_link (self->view, i)] = TRUE;
}

static void
writing_clear (Writing *self)
{
	g_free (self->place);
	g_free (self->is_link);
	g_clear_pointer (&self->arcs, fairlead_arcs_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writing, writing_clear)

static gboolean
is_written (FairleadNetwork *network, FairleadLink link, gconstpointer user_data)
{
	const Writing *self = user_data;

	(void) network;
	return self->is_link[link];
}

static gboolean
is_of_written (const Writing *self, const FairleadHolding *holding)
{
	for (guint32 i = 0; i < holding->n_links; i++)
		if (self->is_link[holding->first_link + i])
			return TRUE;
	return FALSE;
}

static void
add_layer (Writing *self, const FairleadNetworkArcs *network, const FairleadArcSource *source,
           FairleadLayer layer)
{
	for (guint64 i = 0; i < source->n_arcs[layer]; i++) {
		FairleadArc arc = source->get_arc (layer, i, source->user_data);

		if (layer == FAIRLEAD_LAYER_CONTROL
		    && !self->is_link[g_array_index (network->control, FairleadLink, i)])
			continue;
		if (layer == FAIRLEAD_LAYER_HOLDINGS
		    && !is_of_written (self, &network->holdings->items[i]))
			continue;
		arc.from = self->place[arc.from] - 1;
		arc.to = self->place[arc.to] - 1;
		g_array_append_val (self->arcs->layers[layer], arc);
	}
}

gboolean
fairlead_export_arcs (const FairleadExportJob *job, GError **error)
{
	const FairleadExport *export = job->view.export;
	g_auto (Writing) writing = { .view = &job->view };
	g_auto (FairleadNetworkArcs) network = { 0 };
	g_autoptr (FairleadAdjacency) graph = NULL;
	g_autoptr (FairleadHoldings) holdings =
		fairlead_holdings_new (export->network, FAIRLEAD_DAY_OPEN_FUTURE);
	FairleadArcSource source;
	guint64 sum;

	mark (&writing);
	graph = fairlead_adjacency_new_of (export->network, export->parameters, is_written,
	                                   &writing);
	fairlead_network_arcs_init (&network, export->network, export->parameters, graph, holdings);
	source = fairlead_network_arcs_get_source (&network);
	for (guint i = 0; i < FAIRLEAD_N_LAYERS; i++)
		add_layer (&writing, &network, &source, (FairleadLayer) i);
	source = fairlead_arcs_get_source (writing.arcs);
	return fairlead_arcs_write (&source, job->stream, &sum, job->cancellable, error);
}

gboolean
fairlead_export_arc_ids (const FairleadExportJob *job, GError **error)
{
	guint n = job->view.export->selection->vertices->len;

	(void) error;
	for (guint i = 0; i < n && !fairlead_sink_has_failed (job->sink); i++)
		fairlead_sink_printf (
			job->sink, "%s\n",
			fairlead_network_get_id (job->view.network,
		                                 fairlead_export_vertex (&job->view, i)));
	return TRUE;
}
