/* graph/engine/graphs.c */
#include "graph/engine/graphs.h"

#include "graph/network/index.h"
#include "ingest/record/error.h"

/* ---- links ---- */

/* By both ends, the smaller first; of one edge the strongest first */
static gint
compare_links (gconstpointer a, gconstpointer b)
{
	const FairleadArc *first = a, *second = b;

	if (first->from != second->from)
		return first->from < second->from ? -1 : 1;
	if (first->to != second->to)
		return first->to < second->to ? -1 : 1;
	return first->value.strength > second->value.strength
	               ? -1
	               : first->value.strength < second->value.strength;
}

static void
put_smaller_first (GArray *arcs)
{
	for (guint i = 0; i < arcs->len; i++) {
		FairleadArc *arc = &g_array_index (arcs, FairleadArc, i);
		guint64 smaller = MIN (arc->from, arc->to);

		arc->to = MAX (arc->from, arc->to);
		arc->from = smaller;
	}
}

static void
make_arcs (FairleadAdjacency *self)
{
	g_autofree guint32 *arcs = NULL;
	guint32 n_arcs = 2 * self->n_edges;

	fairlead_group_rows (self->ends, n_arcs, self->n_vertices, &self->start, &arcs);
	self->neighbour = g_new (guint32, MAX (n_arcs, 1));
	self->edge = g_new (guint32, MAX (n_arcs, 1));
	for (guint32 i = 0; i < n_arcs; i++) {
		self->neighbour[i] = self->ends[arcs[i] ^ 1u];
		self->edge[i] = arcs[i] / 2;
	}
}

FairleadAdjacency *
fairlead_adjacency_new_of_arcs (GArray *arcs, guint32 n_vertices)
{
	FairleadAdjacency *self = g_new0 (FairleadAdjacency, 1);
	guint64 from = G_MAXUINT64, to = G_MAXUINT64;

	put_smaller_first (arcs);
	g_array_sort (arcs, compare_links);
	self->n_vertices = n_vertices;
	self->ends = g_new (FairleadVertex, MAX (2 * (gsize) arcs->len, 1));
	self->conductance = g_new (gfloat, MAX (arcs->len, 1));
	for (guint i = 0; i < arcs->len; i++) {
		const FairleadArc *arc = &g_array_index (arcs, FairleadArc, i);
		gfloat conductance = (gfloat) arc->value.strength;

		if (arc->from == arc->to || !(conductance > 0.0f)
		    || (arc->from == from && arc->to == to))
			continue;
		from = arc->from;
		to = arc->to;
		self->ends[2 * self->n_edges] = (FairleadVertex) from;
		self->ends[2 * self->n_edges + 1] = (FairleadVertex) to;
		self->conductance[self->n_edges++] = conductance;
	}
	make_arcs (self);
	return self;
}

/* ---- control and holdings ---- */

static void
make_climbs (FairleadClimbs *self, const GArray *arcs, guint32 n_vertices)
{
	g_autofree guint32 *below = g_new (guint32, MAX (arcs->len, 1));

	self->above = g_new (FairleadVertex, MAX (arcs->len, 1));
	self->strength = g_new (double, MAX (arcs->len, 1));
	for (guint i = 0; i < arcs->len; i++) {
		const FairleadArc *arc = &g_array_index (arcs, FairleadArc, i);

		below[i] = (guint32) arc->to;
		self->above[i] = (FairleadVertex) arc->from;
		self->strength[i] = arc->value.strength;
	}
	fairlead_group_rows (below, arcs->len, n_vertices, &self->start, &self->arcs);
}

static gint
compare_holdings (gconstpointer a, gconstpointer b)
{
	const FairleadHolding *first = a, *second = b;

	if (first->holder != second->holder)
		return first->holder < second->holder ? -1 : 1;
	if (first->company != second->company)
		return first->company < second->company ? -1 : 1;
	return (gint) first->held - second->held;
}

static gboolean
is_same_holding (const FairleadHolding *a, const FairleadHolding *b)
{
	return a->holder == b->holder && a->company == b->company && a->held == b->held;
}

/* Of one holding that is told twice the greatest bounds */
static FairleadHoldings *
make_holdings (const GArray *arcs, guint32 n_vertices)
{
	FairleadHoldings *self = g_new0 (FairleadHoldings, 1);
	guint32 n = 0;

	self->n_vertices = n_vertices;
	self->items = g_new0 (FairleadHolding, MAX (arcs->len, 1));
	for (guint i = 0; i < arcs->len; i++) {
		const FairleadArc *arc = &g_array_index (arcs, FairleadArc, i);

		self->items[i].holder = (FairleadVertex) arc->from;
		self->items[i].company = (FairleadVertex) arc->to;
		self->items[i].low = fairlead_arc_get_low (arc->value.share);
		self->items[i].high = fairlead_arc_get_high (arc->value.share);
		self->items[i].held = (guint8) fairlead_arc_get_held (arc->value.share);
	}
	qsort (self->items, arcs->len, sizeof *self->items, compare_holdings);
	for (guint i = 0; i < arcs->len; i++) {
		FairleadHolding item = self->items[i];

		if (n > 0 && is_same_holding (&self->items[n - 1], &item)) {
			self->items[n - 1].low = MAX (self->items[n - 1].low, item.low);
			self->items[n - 1].high = MAX (self->items[n - 1].high, item.high);
		} else {
			self->items[n++] = item;
		}
	}
	self->n = n;
	fairlead_holdings_group (self);
	return self;
}

/* ---- all of them ---- */

static GArray *
read_layer (const FairleadArcSource *source, FairleadLayer layer, GError **error)
{
	g_autoptr (GArray) arcs = g_array_new (FALSE, FALSE, sizeof (FairleadArc));

	for (guint64 i = 0; i < source->n_arcs[layer]; i++) {
		FairleadArc arc = source->get_arc (layer, i, source->user_data);
		const char *fault = fairlead_arc_find_fault (&arc, layer, source->n_vertices);

		if (fault != NULL) {
			g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_INVALID_VALUE,
			             "arc %" G_GUINT64_FORMAT " of %s %s", i,
			             fairlead_layer_name (layer), fault);
			return NULL;
		}
		g_array_append_val (arcs, arc);
	}
	return g_steal_pointer (&arcs);
}

static gboolean
fits (const FairleadArcSource *source, GError **error)
{
	gboolean does = source->n_vertices < G_MAXUINT32;

	for (guint i = 0; i < FAIRLEAD_N_LAYERS; i++)
		does = does && source->n_arcs[i] < G_MAXUINT32 / 2;
	if (!does)
		g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_LIMIT,
		             "%" G_GUINT64_FORMAT " vertices and %" G_GUINT64_FORMAT
		             " links are more than one machine's kernels count",
		             source->n_vertices, source->n_arcs[FAIRLEAD_LAYER_LINKS]);
	return does;
}

gboolean
fairlead_graphs_init (FairleadGraphs *self, const FairleadArcSource *source, GError **error)
{
	g_autoptr (GArray) links = NULL;
	g_autoptr (GArray) control = NULL;
	g_autoptr (GArray) holdings = NULL;

	if (!fits (source, error))
		return FALSE;
	links = read_layer (source, FAIRLEAD_LAYER_LINKS, error);
	control = links != NULL ? read_layer (source, FAIRLEAD_LAYER_CONTROL, error) : NULL;
	holdings = control != NULL ? read_layer (source, FAIRLEAD_LAYER_HOLDINGS, error) : NULL;
	if (holdings == NULL)
		return FALSE;
	self->n_vertices = (guint32) source->n_vertices;
	self->links = fairlead_adjacency_new_of_arcs (links, self->n_vertices);
	make_climbs (&self->climbs, control, self->n_vertices);
	self->holdings = make_holdings (holdings, self->n_vertices);
	return TRUE;
}

static void
clear_holdings (FairleadHoldings *self)
{
	g_free (self->items);
	g_free (self->out);
	g_free (self->in);
	g_free (self->in_items);
	g_free (self);
}

void
fairlead_graphs_clear (FairleadGraphs *self)
{
	g_clear_pointer (&self->links, fairlead_adjacency_free);
	g_clear_pointer (&self->holdings, clear_holdings);
	g_free (self->climbs.start);
	g_free (self->climbs.arcs);
	g_free (self->climbs.above);
	g_free (self->climbs.strength);
}
