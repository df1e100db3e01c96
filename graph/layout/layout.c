/* graph/layout/layout.c */
#include "graph/layout/layout.h"

#include <math.h>

#include "graph/igraph-scope-private.h"
#include "graph/layout/pieces.h"

#define MOST_FOR_SPRINGS 60u
#define N_ROUNDS 500
#define SEED 1
#define GOLDEN_ANGLE 2.399963229728653

static gboolean
copy_piece (const FairleadLayoutPiece *piece, FairleadIgraph *graph, GError **error)
{
	g_auto (igraph_vector_int_t) edges = { 0 };

	if (!fairlead_igraph_check (igraph_vector_int_init (&edges, piece->ends->len),
	                            "copying links", error))
		return FALSE;
	for (guint i = 0; i < piece->ends->len; i++)
		VECTOR (edges)[i] = g_array_index (piece->ends, guint32, i);
	return fairlead_igraph_create (graph, &edges, piece->vertices->len, error);
}

/* On a spiral whose turns are one apart: no two at one place, whatever the number */
static gboolean
begin (igraph_matrix_t *places, guint n, GError **error)
{
	if (!fairlead_igraph_check (igraph_matrix_init (places, n, 2), "placing vertices", error))
		return FALSE;
	for (guint i = 0; i < n; i++) {
		MATRIX (*places, i, 0) = sqrt (i + 1.0) * cos (i * GOLDEN_ANGLE);
		MATRIX (*places, i, 1) = sqrt (i + 1.0) * sin (i * GOLDEN_ANGLE);
	}
	return TRUE;
}

static igraph_error_t
place (const igraph_t *graph, guint n, igraph_matrix_t *places)
{
	igraph_rng_seed (igraph_rng_default (), SEED);
	if (n <= MOST_FOR_SPRINGS)
		return igraph_layout_kamada_kawai (graph, places, TRUE, 50 * (igraph_integer_t) n,
		                                   0.0, n, NULL, NULL, NULL, NULL, NULL);
	return igraph_layout_fruchterman_reingold (graph, places, TRUE, N_ROUNDS, sqrt ((double) n),
	                                           IGRAPH_LAYOUT_AUTOGRID, NULL, NULL, NULL, NULL,
	                                           NULL);
}

/* A place that is no number would spoil the whole file: such a vertex stands at the corner */
static float
finite_or_zero (double place)
{
	return isfinite (place) ? (float) place : 0.0f;
}

static gboolean
lay_out (FairleadLayoutPiece *piece, GError **error)
{
	g_auto (FairleadIgraph) graph = { .whole = FALSE };
	g_auto (igraph_matrix_t) places = { 0 };
	guint n = piece->vertices->len;

	if (n == 1)
		return TRUE;
	if (!copy_piece (piece, &graph, error) || !begin (&places, n, error)
	    || !fairlead_igraph_check (place (&graph.graph, n, &places), "placing vertices", error))
		return FALSE;
	for (guint i = 0; i < n; i++)
		g_array_index (piece->points, FairleadPoint, i) =
			(FairleadPoint){ finite_or_zero (MATRIX (places, i, 0)),
			                 finite_or_zero (MATRIX (places, i, 1)) };
	fairlead_layout_piece_scale (piece);
	return TRUE;
}

static gboolean
lay_out_all (GPtrArray *pieces, const FairleadTelling *telling, GCancellable *cancellable,
             GError **error)
{
	G_GNUC_UNUSED g_auto (FairleadIgraphScope) scope =
		fairlead_igraph_scope_enter (cancellable);

	for (guint i = 0; i < pieces->len; i++) {
		fairlead_tell_step (telling, "placing vertices", i, pieces->len);
		if (g_cancellable_set_error_if_cancelled (cancellable, error)
		    || !lay_out (g_ptr_array_index (pieces, i), error))
			return FALSE;
	}
	return TRUE;
}

FairleadPoint *
fairlead_layout_new (FairleadNetwork *network, const FairleadSelection *selection,
                     const FairleadTelling *telling, GCancellable *cancellable, GError **error)
{
	g_autoptr (GPtrArray) pieces = fairlead_layout_pieces (network, selection);
	FairleadPoint *points;

	g_return_val_if_fail (selection->vertices->len <= FAIRLEAD_LAYOUT_MOST, NULL);
	if (!lay_out_all (pieces, telling, cancellable, error))
		return NULL;
	fairlead_layout_pack (pieces);
	points = g_new0 (FairleadPoint, MAX (fairlead_network_get_n_vertices (network), 1u));
	for (guint i = 0; i < pieces->len; i++) {
		const FairleadLayoutPiece *piece = g_ptr_array_index (pieces, i);

		for (guint j = 0; j < piece->vertices->len; j++)
			points[g_array_index (piece->vertices, FairleadVertex, j)] =
				g_array_index (piece->points, FairleadPoint, j);
	}
	return points;
}
