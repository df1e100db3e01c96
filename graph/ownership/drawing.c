/* graph/ownership/drawing.c */
#include "graph/ownership/drawing.h"

#include "graph/igraph-scope-private.h"
#include "graph/ownership/shares/around.h"
#include "graph/ownership/shares/circles.h"

#define MAX_SWEEPS 100

typedef struct {
	FairleadDrawing *drawing;
	const FairleadHoldings *holdings; /* around the party */
	igraph_vector_int_t layers;
	igraph_vector_int_t edges;
	GArray *forward; /* of guint: which drawn holding each edge is */
} Layout;

/* ---- what is drawn ---- */

static void
free_bends (gpointer data)
{
	g_array_unref (((FairleadDrawnHolding *) data)->bends);
}

static void
choose (Layout *layout, const FairleadAround *around)
{
	FairleadDrawing *drawing = layout->drawing;
	guint n = MIN (around->n_found, FAIRLEAD_MAX_DRAWN);

	drawing->n_left_out = around->n_found - n;
	for (guint i = 0; i < n; i++) {
		FairleadDrawnParty party = { g_array_index (around->vertices, FairleadVertex, i),
			                     { 0, 0 } };

		g_array_append_val (drawing->parties, party);
	}
	for (guint32 i = 0; i < around->holdings->n; i++) {
		const FairleadHolding *holding = &around->holdings->items[i];
		FairleadDrawnHolding drawn = { holding->holder, holding->company,
			                       g_array_index (around->items, guint32, i), NULL,
			                       FALSE };

		if (holding->holder >= n || holding->company >= n)
			continue;
		drawn.bends = g_array_new (FALSE, FALSE, sizeof (FairleadLayerPoint));
		g_array_append_val (drawing->holdings, drawn);
	}
}

/* ---- layers ---- */

/* The longest chain of holders above each, circles taken as one */
static void
find_layers (const FairleadHoldings *holdings, guint n, guint *layers)
{
	g_autoptr (FairleadCircles) circles = fairlead_circles_new (holdings, TRUE, NULL);
	g_autofree guint *of_circle = g_new0 (guint, circles->n + 1);

	for (guint32 i = 0; i < circles->n; i++)
		for (guint32 j = circles->start[i]; j < circles->start[i + 1]; j++) {
			FairleadVertex member = circles->members[j];

			for (guint32 k = holdings->in[member]; k < holdings->in[member + 1]; k++) {
				const FairleadHolding *holding =
					&holdings->items[holdings->in_items[k]];

				if (holding->holder < n && member < n
				    && fairlead_holding_is_of_shares (holding, TRUE)
				    && circles->of[holding->holder] != i)
					of_circle[i] =
						MAX (of_circle[i],
					             of_circle[circles->of[holding->holder]] + 1);
			}
		}
	for (guint i = 0; i < n; i++)
		layers[i] = of_circle[circles->of[i]];
}

/* Layers that nobody drawn stands in are left out: igraph asks for layers without gaps */
static void
close_gaps (guint *layers, guint n)
{
	guint next = 0;

	for (guint layer = 0, found = 0; found < n; layer++) {
		guint n_here = 0;

		for (guint i = 0; i < n; i++)
			if (layers[i] == layer) {
				n_here++;
			}
		for (guint i = 0; n_here > 0 && next != layer && i < n; i++)
			if (layers[i] == layer)
				layers[i] = next;
		found += n_here;
		next += n_here > 0;
	}
}

static gboolean
fill (Layout *layout, GError **error)
{
	FairleadDrawing *drawing = layout->drawing;
	guint n = drawing->parties->len;
	g_autofree guint *layers = g_new0 (guint, n);

	find_layers (layout->holdings, n, layers);
	close_gaps (layers, n);
	if (!fairlead_igraph_check (igraph_vector_int_init (&layout->layers, n), "drawing", error)
	    || !fairlead_igraph_check (igraph_vector_int_init (&layout->edges, 0), "drawing",
	                               error))
		return FALSE;
	for (guint i = 0; i < n; i++)
		VECTOR (layout->layers)[i] = layers[i];
	for (guint i = 0; i < drawing->holdings->len; i++) {
		FairleadDrawnHolding *holding =
			&g_array_index (drawing->holdings, FairleadDrawnHolding, i);

		holding->is_back = layers[holding->holder] >= layers[holding->company];
		if (holding->is_back)
			continue;
		if (!fairlead_igraph_check (
			    igraph_vector_int_push_back (&layout->edges, holding->holder),
			    "drawing", error)
		    || !fairlead_igraph_check (
			    igraph_vector_int_push_back (&layout->edges, holding->company),
			    "drawing", error))
			return FALSE;
		g_array_append_val (layout->forward, i);
	}
	return TRUE;
}

/* ---- places ---- */

static gint
by_height (gconstpointer a, gconstpointer b)
{
	const FairleadLayerPoint *one = a, *two = b;

	return one->y < two->y ? -1 : one->y > two->y;
}

/* Lines that pass a layer turn there */
static void
read_bends (const Layout *layout, const igraph_vector_int_t *turning, const igraph_matrix_t *places)
{
	GArray *holdings = layout->drawing->holdings;
	igraph_integer_t n = layout->drawing->parties->len;

	for (igraph_integer_t i = 0; i < igraph_vector_int_size (turning); i++) {
		guint edge = (guint) VECTOR (*turning)[i];
		FairleadLayerPoint point = { MATRIX (*places, n + i, 0),
			                     MATRIX (*places, n + i, 1) };

		g_array_append_val (g_array_index (holdings, FairleadDrawnHolding,
		                                   g_array_index (layout->forward, guint, edge))
		                            .bends,
		                    point);
	}
	for (guint i = 0; i < holdings->len; i++)
		g_array_sort (g_array_index (holdings, FairleadDrawnHolding, i).bends, by_height);
}

static void
read_places (const Layout *layout, const igraph_matrix_t *places)
{
	FairleadDrawing *drawing = layout->drawing;

	for (guint i = 0; i < drawing->parties->len; i++) {
		FairleadDrawnParty *party =
			&g_array_index (drawing->parties, FairleadDrawnParty, i);

		party->at.x = MATRIX (*places, i, 0);
		party->at.y = MATRIX (*places, i, 1);
	}
	for (igraph_integer_t i = 0; i < igraph_matrix_nrow (places); i++) {
		drawing->width = MAX (drawing->width, MATRIX (*places, i, 0));
		drawing->height = MAX (drawing->height, MATRIX (*places, i, 1));
	}
}

static gboolean
place (Layout *layout, GCancellable *cancellable, GError **error)
{
	G_GNUC_UNUSED g_auto (FairleadIgraphScope) scope =
		fairlead_igraph_scope_enter (cancellable);
	g_auto (FairleadIgraph) graph = { .whole = FALSE };
	g_auto (igraph_matrix_t) places = { 0 };
	g_auto (igraph_vector_int_t) turning = { 0 };

	if (!fill (layout, error)
	    || !fairlead_igraph_create (&graph, &layout->edges, layout->drawing->parties->len,
	                                error)
	    || !fairlead_igraph_check (igraph_matrix_init (&places, 0, 0), "drawing", error)
	    || !fairlead_igraph_check (igraph_vector_int_init (&turning, 0), "drawing", error)
	    || !fairlead_igraph_check (fairlead_igraph_layout_layers (&graph.graph, &layout->layers,
	                                                              MAX_SWEEPS, &places,
	                                                              &turning),
	                               "drawing", error))
		return FALSE;
	read_places (layout, &places);
	read_bends (layout, &turning, &places);
	return TRUE;
}

gboolean
fairlead_drawing_init (FairleadDrawing *self, const FairleadHoldings *holdings,
                       FairleadVertex vertex, gboolean is_down, GCancellable *cancellable,
                       GError **error)
{
	g_auto (FairleadAround) around = { 0 };
	g_autoptr (GArray) forward = g_array_new (FALSE, FALSE, sizeof (guint));
	Layout layout = { .drawing = self, .forward = forward };
	gboolean is_placed;

	self->parties = g_array_new (FALSE, FALSE, sizeof (FairleadDrawnParty));
	self->holdings = g_array_new (FALSE, FALSE, sizeof (FairleadDrawnHolding));
	g_array_set_clear_func (self->holdings, free_bends);
	fairlead_around_init (&around, holdings, &vertex, 1, is_down);
	layout.holdings = around.holdings;
	choose (&layout, &around);
	is_placed = place (&layout, cancellable, error);
	fairlead_vector_int_clear (&layout.layers);
	fairlead_vector_int_clear (&layout.edges);
	return is_placed;
}

void
fairlead_drawing_clear (FairleadDrawing *self)
{
	g_clear_pointer (&self->parties, g_array_unref);
	g_clear_pointer (&self->holdings, g_array_unref);
}
