/* cluster/components.c: parts that hang together, by hooking trees onto smaller roots and halving
 * their height (FastSV: Zhang, Azad and Hu 2020, doi:10.1137/1.9781611976137.5): some log n rounds,
 * however long chains are */
#include "cluster/measures.h"

/* The values of vertices anywhere: asks their ranks, and gets an answer for each */
static void
fetch (const ClusterGraph *graph, ClusterPost *post, GArray *in, const guint64 *vertices,
       const guint64 *values, guint64 *fetched)
{
	g_autoptr (GArray) asked = g_array_new (FALSE, FALSE, sizeof (ClusterParcel));

	for (guint32 i = 0; i < graph->n; i++) {
		int rank = cluster_spread_owner (graph->spread, vertices[i]);
		ClusterParcel parcel = { vertices[i] - graph->spread->begin[rank],
			                 i,
			                 { .bits = (guint64) cluster_rank () } };

		cluster_post_send (post, rank, parcel);
	}
	cluster_post_exchange (post, asked);
	for (guint i = 0; i < asked->len; i++) {
		const ClusterParcel *parcel = &g_array_index (asked, ClusterParcel, i);
		ClusterParcel answer = { parcel->word, values[parcel->to], { .bits = 0 } };

		cluster_post_send (post, (int) parcel->value.bits, answer);
	}
	cluster_post_exchange (post, in);
	for (guint i = 0; i < in->len; i++) {
		const ClusterParcel *parcel = &g_array_index (in, ClusterParcel, i);

		fetched[parcel->to] = parcel->word;
	}
}

/* The smallest grandparent around each; sent to its parent where that is greater */
static void
hook (const ClusterGraph *graph, ClusterPost *post, GArray *in, guint64 *parent,
      const guint64 *grand, const guint64 *ghost, guint64 *least)
{
	for (guint32 i = 0; i < graph->n; i++) {
		least[i] = grand[i];
		for (guint64 arc = graph->start[i]; arc < graph->start[i + 1]; arc++) {
			guint32 other = graph->other[arc];

			least[i] = MIN (least[i],
			                other < graph->n ? grand[other] : ghost[other - graph->n]);
		}
		if (least[i] < parent[i]) {
			int rank = cluster_spread_owner (graph->spread, parent[i]);
			ClusterParcel parcel = { parent[i] - graph->spread->begin[rank],
				                 least[i],
				                 { .bits = 0 } };

			cluster_post_send (post, rank, parcel);
		}
	}
	cluster_post_exchange (post, in);
	for (guint i = 0; i < in->len; i++) {
		const ClusterParcel *parcel = &g_array_index (in, ClusterParcel, i);

		parent[parcel->to] = MIN (parent[parcel->to], parcel->word);
	}
	for (guint32 i = 0; i < graph->n; i++)
		parent[i] = MIN (parent[i], least[i]);
}

/* Ranks may number vertices otherwise than the file: the smallest of the file is the name */
static void
name_by_file (const ClusterGraph *graph, ClusterPost *post, GArray *in, const guint64 *root,
              double *values)
{
	g_autofree guint64 *least = g_new (guint64, MAX (graph->n, 1));
	g_autofree guint64 *named = g_new (guint64, MAX (graph->n, 1));

	for (guint32 i = 0; i < graph->n; i++) {
		int rank = cluster_spread_owner (graph->spread, root[i]);
		ClusterParcel parcel = { root[i] - graph->spread->begin[rank],
			                 cluster_spread_original (graph->spread, i),
			                 { .bits = 0 } };

		least[i] = G_MAXUINT64;
		cluster_post_send (post, rank, parcel);
	}
	cluster_post_exchange (post, in);
	for (guint i = 0; i < in->len; i++) {
		const ClusterParcel *parcel = &g_array_index (in, ClusterParcel, i);

		least[parcel->to] = MIN (least[parcel->to], parcel->word);
	}
	fetch (graph, post, in, root, least, named);
	for (guint32 i = 0; i < graph->n; i++)
		values[i] = (double) named[i];
}

double *
cluster_components (ClusterWork *work)
{
	const ClusterGraph *graph = work->graph;
	gsize n = MAX (graph->n, 1);
	g_autoptr (ClusterPost) post = cluster_post_new ();
	g_autoptr (GArray) in = g_array_new (FALSE, FALSE, sizeof (ClusterParcel));
	g_autofree guint64 *parent = g_new (guint64, n);
	g_autofree guint64 *grand = g_new (guint64, n);
	g_autofree guint64 *least = g_new (guint64, n);
	g_autofree guint64 *ghost = g_new (guint64, MAX (graph->n_ghosts, 1));
	gboolean changes = TRUE;
	double *values = g_new (double, n);

	for (guint32 i = 0; i < graph->n; i++)
		parent[i] = grand[i] = graph->first + i;
	while (cluster_any (changes)) {
		changes = FALSE;
		work->solve.iterations++;
		cluster_graph_bring (graph, MPI_UINT64_T, grand, ghost);
		hook (graph, post, in, parent, grand, ghost, least);
		fetch (graph, post, in, parent, parent, least);
		for (guint32 i = 0; i < graph->n; i++) {
			changes |= least[i] != grand[i];
			grand[i] = least[i];
		}
		for (guint32 i = 0; i < graph->n; i++)
			parent[i] = MIN (parent[i], grand[i]);
	}
	name_by_file (graph, post, in, parent, values);
	return values;
}
