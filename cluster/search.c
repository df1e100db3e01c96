/* cluster/search.c: searches whose border alone is looked at and sent: a round costs what its
 * border has of arcs, so that long chains cost no more than short ones with as many vertices */
#include "cluster/measures.h"

#include "graph/engine/arcs.h"
#include <gio/gio.h>

typedef struct {
	const ClusterGraph *graph;
	ClusterPost *post;
	GArray *in;     /* of ClusterParcel */
	GArray *border; /* of guint32: own vertices whose value has changed */
	GArray *next;
	guint8 *waits; /* of each own vertex: whether it stands in next */
	double *value; /* of each own vertex */
	double *sent;  /* of each ghost: the best that its rank was told */
} Search;

static void
search_init (Search *self, const ClusterGraph *graph, double unset)
{
	self->graph = graph;
	self->post = cluster_post_new ();
	self->in = g_array_new (FALSE, FALSE, sizeof (ClusterParcel));
	self->border = g_array_new (FALSE, FALSE, sizeof (guint32));
	self->next = g_array_new (FALSE, FALSE, sizeof (guint32));
	self->waits = g_malloc0 (MAX (graph->n, 1));
	self->value = g_new (double, MAX (graph->n, 1));
	self->sent = g_new (double, MAX (graph->n_ghosts, 1));
	for (guint32 i = 0; i < graph->n; i++)
		self->value[i] = unset;
	for (guint32 i = 0; i < graph->n_ghosts; i++)
		self->sent[i] = unset;
}

static void
search_clear (Search *self)
{
	cluster_post_free (self->post);
	g_array_unref (self->in);
	g_array_unref (self->border);
	g_array_unref (self->next);
	g_free (self->waits);
	g_free (self->sent);
}

/* Greater is better */
static void
improve (Search *self, guint32 vertex, double value)
{
	if (value <= self->value[vertex])
		return;
	self->value[vertex] = value;
	if (!self->waits[vertex])
		g_array_append_val (self->next, vertex);
	self->waits[vertex] = TRUE;
}

static void
offer (Search *self, guint32 other, double value)
{
	double *sent;

	if (other < self->graph->n) {
		improve (self, other, value);
		return;
	}
	sent = &self->sent[other - self->graph->n];
	if (value <= *sent)
		return;
	*sent = value;
	cluster_graph_send (self->graph, self->post, other, 0, value);
}

/* What was offered becomes the border; FALSE when no rank has any */
static gboolean
advance (Search *self)
{
	GArray *spent = self->border;
	gboolean is_active;

	is_active = cluster_post_exchange_active (self->post, self->in, self->next->len > 0);
	for (guint i = 0; i < self->in->len; i++) {
		const ClusterParcel *parcel = &g_array_index (self->in, ClusterParcel, i);

		improve (self, (guint32) parcel->to, parcel->value.real);
	}
	self->border = self->next;
	self->next = spent;
	g_array_set_size (self->next, 0);
	for (guint i = 0; i < self->border->len; i++)
		self->waits[g_array_index (self->border, guint32, i)] = FALSE;
	return is_active;
}

static void
begin (Search *self, const ClusterSeeds *seeds, double value)
{
	for (guint i = 0; i < seeds->own->len; i++)
		improve (self, g_array_index (seeds->own, ClusterSeed, i).place, value);
}

/* ---- hops ---- */

/* Hops are kept with a minus, so that fewer are better */
double *
cluster_hops (ClusterWork *work)
{
	const ClusterGraph *graph = work->graph;
	const double most = cluster_work_number (work, FAIRLEAD_STEP_DEPTH);
	double *value;
	Search search;

	search_init (&search, graph, -INFINITY);
	begin (&search, &work->seeds, -0.0);
	while (advance (&search) && !(most > 0.0 && (double) work->solve.iterations >= most)) {
		work->solve.iterations++;
		for (guint i = 0; i < search.border->len; i++) {
			guint32 vertex = g_array_index (search.border, guint32, i);

			for (guint64 arc = graph->start[vertex]; arc < graph->start[vertex + 1];
			     arc++)
				offer (&search, graph->other[arc], search.value[vertex] - 1.0);
		}
	}
	value = search.value;
	for (guint32 i = 0; i < graph->n; i++)
		value[i] = isinf (value[i]) ? -1.0 : 0.0 - value[i];
	search_clear (&search);
	return value;
}

/* ---- the strongest path ---- */

double *
cluster_reach (ClusterWork *work)
{
	const ClusterGraph *graph = work->graph;
	const double kept = 1.0 - cluster_work_number (work, FAIRLEAD_STEP_HOP_LOSS);
	const double least = cluster_work_number (work, FAIRLEAD_STEP_FLOOR);
	Search search;

	search_init (&search, graph, 0.0);
	begin (&search, &work->seeds, 1.0);
	while (advance (&search)) {
		work->solve.iterations++;
		for (guint i = 0; i < search.border->len; i++) {
			guint32 vertex = g_array_index (search.border, guint32, i);

			for (guint64 arc = graph->start[vertex]; arc < graph->start[vertex + 1];
			     arc++) {
				double strength = search.value[vertex]
				                  * ((double) graph->strength[arc] * kept);

				if (strength >= least)
					offer (&search, graph->other[arc], strength);
			}
		}
	}
	search_clear (&search);
	return search.value;
}

/* ---- a neighbourhood, brought to one rank ---- */

static void
write_part (const ClusterWork *work, const GArray *in)
{
	g_autoptr (FairleadArcs) arcs = fairlead_arcs_new (work->spread->n);
	g_autoptr (GFile) file = g_file_new_for_path (work->part);
	g_autoptr (GError) error = NULL;
	g_autoptr (GFileOutputStream) stream =
		g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, &error);
	FairleadArcSource source;
	guint64 sum;

	for (guint i = 0; i < in->len; i++) {
		const ClusterParcel *parcel = &g_array_index (in, ClusterParcel, i);

		fairlead_arcs_add (arcs, FAIRLEAD_LAYER_LINKS, parcel->to, parcel->word,
		                   parcel->value.real);
	}
	source = fairlead_arcs_get_source (arcs);
	if (stream != NULL
	    && fairlead_arcs_write (&source, G_OUTPUT_STREAM (stream), &sum, NULL, &error))
		g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, &error);
	cluster_fail_on (error);
}

static void
send_links (const ClusterWork *work, ClusterPost *post, const double *value)
{
	const ClusterGraph *graph = work->graph;
	g_autofree guint64 *original = g_new (guint64, MAX (graph->n, 1));
	g_autofree guint64 *ghost_original = g_new (guint64, MAX (graph->n_ghosts, 1));
	g_autofree double *ghost = g_new (double, MAX (graph->n_ghosts, 1));

	for (guint32 i = 0; i < graph->n; i++)
		original[i] = cluster_spread_original (work->spread, i);
	cluster_graph_bring (graph, MPI_UINT64_T, original, ghost_original);
	cluster_graph_bring (graph, MPI_DOUBLE, value, ghost);
	for (guint32 i = 0; i < graph->n; i++) {
		for (guint64 arc = graph->start[i]; value[i] > 0.0 && arc < graph->start[i + 1];
		     arc++) {
			guint32 other = graph->other[arc];
			guint64 number = other < graph->n ? original[other]
			                                  : ghost_original[other - graph->n];
			double there = other < graph->n ? value[other] : ghost[other - graph->n];

			if (there > 0.0 && original[i] < number)
				cluster_post_send (
					post, 0,
					(ClusterParcel){ original[i],
				                         number,
				                         { (double) graph->strength[arc] } });
		}
	}
}

double *
cluster_neighbourhood (ClusterWork *work)
{
	g_autoptr (ClusterPost) post = cluster_post_new ();
	g_autoptr (GArray) in = g_array_new (FALSE, FALSE, sizeof (ClusterParcel));
	double *value = cluster_reach (work);

	for (guint32 i = 0; i < work->graph->n; i++)
		value[i] = value[i] > 0.0 ? 1.0 : 0.0;
	send_links (work, post, value);
	cluster_post_exchange (post, in);
	if (cluster_rank () == 0)
		write_part (work, in);
	return value;
}
