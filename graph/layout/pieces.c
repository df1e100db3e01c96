/* graph/layout/pieces.c */
#include "graph/layout/pieces.h"

#include <math.h>

#include "graph/selection/trees.h"

#define LINK_LENGTH 80.0f
#define ROOM 85.0f /* a side of the square that each vertex has on average */
#define MARGIN 60.0f

static void
piece_free (gpointer data)
{
	FairleadLayoutPiece *self = data;

	g_array_unref (self->vertices);
	g_array_unref (self->ends);
	g_array_unref (self->points);
	g_free (self);
}

static FairleadLayoutPiece *
piece_new (void)
{
	FairleadLayoutPiece *self = g_new0 (FairleadLayoutPiece, 1);

	self->vertices = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	self->ends = g_array_new (FALSE, FALSE, sizeof (guint32));
	self->points = g_array_new (FALSE, TRUE, sizeof (FairleadPoint));
	return self;
}

/* ---- which vertices hang together ---- */

static gint
compare_pieces (gconstpointer a, gconstpointer b)
{
	const FairleadLayoutPiece *first = *(FairleadLayoutPiece *const *) a;
	const FairleadLayoutPiece *second = *(FairleadLayoutPiece *const *) b;
	FairleadVertex least = g_array_index (first->vertices, FairleadVertex, 0);
	FairleadVertex other = g_array_index (second->vertices, FairleadVertex, 0);

	if (first->vertices->len != second->vertices->len)
		return first->vertices->len > second->vertices->len ? -1 : 1;
	return least < other ? -1 : least > other;
}

/* A root is the smallest vertex of its tree, so that its piece is there before the others come */
static void
add_vertices (const FairleadSelection *selection, guint32 *parents, guint32 *places,
              FairleadLayoutPiece **piece_of, GPtrArray *pieces)
{
	for (guint i = 0; i < selection->vertices->len; i++) {
		FairleadVertex vertex = g_array_index (selection->vertices, FairleadVertex, i);
		guint32 root = fairlead_trees_find (parents, vertex);

		if (root == vertex) {
			piece_of[root] = piece_new ();
			g_ptr_array_add (pieces, piece_of[root]);
		}
		piece_of[vertex] = piece_of[root];
		places[vertex] = piece_of[root]->vertices->len;
		g_array_append_val (piece_of[root]->vertices, vertex);
	}
}

static void
add_ends (FairleadNetwork *network, const FairleadSelection *selection, const guint32 *places,
          FairleadLayoutPiece **piece_of)
{
	for (guint i = 0; i < selection->links->len; i++) {
		FairleadLink link = g_array_index (selection->links, FairleadLink, i);
		FairleadVertex from = fairlead_network_get_from (network, link);
		FairleadVertex to = fairlead_network_get_to (network, link);
		guint32 ends[2] = { places[from], places[to] };

		if (from != to)
			g_array_append_vals (piece_of[from]->ends, ends, 2);
	}
}

GPtrArray *
fairlead_layout_pieces (FairleadNetwork *network, const FairleadSelection *selection)
{
	guint32 n = MAX (fairlead_network_get_n_vertices (network), 1u);
	g_autofree FairleadVertex *parents = fairlead_trees_new (n);
	g_autofree guint32 *places = g_new (guint32, n);
	g_autofree FairleadLayoutPiece **piece_of = g_new0 (FairleadLayoutPiece *, n);
	GPtrArray *pieces = g_ptr_array_new_with_free_func (piece_free);

	for (guint i = 0; i < selection->links->len; i++)
		fairlead_trees_unite (parents, network,
		                      g_array_index (selection->links, FairleadLink, i));
	add_vertices (selection, parents, places, piece_of, pieces);
	add_ends (network, selection, places, piece_of);
	g_ptr_array_sort (pieces, compare_pieces);
	for (guint i = 0; i < pieces->len; i++) {
		FairleadLayoutPiece *piece = g_ptr_array_index (pieces, i);

		g_array_set_size (piece->points, piece->vertices->len);
	}
	return pieces;
}

/* ---- how large, and where ---- */

typedef struct {
	FairleadPoint least;
	FairleadPoint most;
} Box;

static Box
box_of (const FairleadLayoutPiece *piece)
{
	Box box = { { G_MAXFLOAT, G_MAXFLOAT }, { -G_MAXFLOAT, -G_MAXFLOAT } };

	for (guint i = 0; i < piece->points->len; i++) {
		FairleadPoint point = g_array_index (piece->points, FairleadPoint, i);

		box.least.x = MIN (box.least.x, point.x);
		box.least.y = MIN (box.least.y, point.y);
		box.most.x = MAX (box.most.x, point.x);
		box.most.y = MAX (box.most.y, point.y);
	}
	return box;
}

static float
mean_length (const FairleadLayoutPiece *piece)
{
	const guint32 *ends = (const guint32 *) (gpointer) piece->ends->data;
	const FairleadPoint *points = (const FairleadPoint *) (gpointer) piece->points->data;
	double sum = 0.0;

	for (guint i = 0; i + 1 < piece->ends->len; i += 2)
		sum += hypot ((double) points[ends[i]].x - (double) points[ends[i + 1]].x,
		              (double) points[ends[i]].y - (double) points[ends[i + 1]].y);
	return piece->ends->len == 0 ? 0.0f : (float) (2.0 * sum / piece->ends->len);
}

static void
move_and_scale (FairleadLayoutPiece *piece, FairleadPoint corner, float scale)
{
	for (guint i = 0; i < piece->points->len; i++) {
		FairleadPoint *point = &g_array_index (piece->points, FairleadPoint, i);

		point->x = (point->x - corner.x) * scale;
		point->y = (point->y - corner.y) * scale;
	}
}

void
fairlead_layout_piece_scale (FairleadLayoutPiece *piece)
{
	Box box = box_of (piece);
	float length = mean_length (piece);
	float room = (box.most.x - box.least.x) * (box.most.y - box.least.y);
	float scale = length > 0.0f ? LINK_LENGTH / length : 1.0f;

	if (room > 0.0f)
		scale = MAX (scale, ROOM * sqrtf ((float) piece->vertices->len / room));
	move_and_scale (piece, box.least, scale);
}

static float
width_for (GPtrArray *pieces)
{
	double area = 0.0;
	float widest = 0.0f;

	for (guint i = 0; i < pieces->len; i++) {
		Box box = box_of (g_ptr_array_index (pieces, i));

		area += ((double) box.most.x + (double) MARGIN)
		        * ((double) box.most.y + (double) MARGIN);
		widest = MAX (widest, box.most.x);
	}
	return MAX (widest, (float) (1.2 * sqrt (area)));
}

static void
centre (GPtrArray *pieces, float width, float height)
{
	for (guint i = 0; i < pieces->len; i++)
		move_and_scale (g_ptr_array_index (pieces, i),
		                (FairleadPoint){ width / 2.0f, height / 2.0f }, 1.0f);
}

void
fairlead_layout_pack (GPtrArray *pieces)
{
	float width = width_for (pieces), x = 0.0f, y = 0.0f, row_height = 0.0f;

	for (guint i = 0; i < pieces->len; i++) {
		FairleadLayoutPiece *piece = g_ptr_array_index (pieces, i);
		Box box = box_of (piece);

		if (x > 0.0f && x + box.most.x > width) {
			x = 0.0f;
			y += row_height + MARGIN;
			row_height = 0.0f;
		}
		move_and_scale (piece, (FairleadPoint){ -x, -y }, 1.0f);
		x += box.most.x + MARGIN;
		row_height = MAX (row_height, box.most.y);
	}
	centre (pieces, width, y + row_height);
}
