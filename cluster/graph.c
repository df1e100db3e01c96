/* cluster/graph.c */
#include "cluster/graph.h"

#include <stdlib.h>
#include <string.h>

/* ---- who has which vertices ---- */

void
cluster_spread_init (ClusterSpread *self, guint64 n)
{
	guint64 size = (guint64) cluster_size ();

	self->n = n;
	self->begin = g_new (guint64, size + 1);
	self->even = g_new (guint64, size + 1);
	for (guint64 i = 0; i <= size; i++)
		self->even[i] = self->begin[i] = n / size * i + MIN (i, n % size);
	if (n / size >= G_MAXUINT32 / 2)
		cluster_fail ("%" G_GUINT64_FORMAT " vertices are too many for %" G_GUINT64_FORMAT
		              " ranks: use more",
		              n, size);
	self->flags = g_malloc0 (MAX (cluster_spread_n_own (self), 1));
}

void
cluster_spread_clear (ClusterSpread *self)
{
	g_clear_pointer (&self->begin, g_free);
	g_clear_pointer (&self->even, g_free);
	g_clear_pointer (&self->number, g_free);
	g_clear_pointer (&self->original, g_free);
	g_clear_pointer (&self->flags, g_free);
}

static int
find_owner (const guint64 *begin, guint64 vertex)
{
	int low = 0, high = cluster_size ();

	while (high - low > 1) {
		int middle = low + (high - low) / 2;

		if (begin[middle] <= vertex)
			low = middle;
		else
			high = middle;
	}
	return low;
}

int
cluster_spread_owner (const ClusterSpread *self, guint64 vertex)
{
	return find_owner (self->begin, vertex);
}

int
cluster_spread_even_owner (const ClusterSpread *self, guint64 vertex)
{
	return find_owner (self->even, vertex);
}

/* ---- arcs by vertex ---- */

typedef struct {
	guint64 other;
	guint64 value;
} Arc;

/* Of holdings, what is held is a part of what they are about */
static inline guint
held_of (guint64 value, FairleadLayer layer)
{
	return layer == FAIRLEAD_LAYER_HOLDINGS ? fairlead_arc_get_held (value) : 0;
}

static gint
compare_arcs (gconstpointer a, gconstpointer b)
{
	const Arc *first = a, *second = b;

	return first->other < second->other ? -1 : first->other > second->other;
}

static gint
compare_holdings (gconstpointer a, gconstpointer b)
{
	gint order = compare_arcs (a, b);

	return order != 0 ? order
	                  : (gint) fairlead_arc_get_held (((const Arc *) a)->value)
	                            - (gint) fairlead_arc_get_held (((const Arc *) b)->value);
}

static double
as_real (guint64 bits)
{
	double real;

	memcpy (&real, &bits, sizeof real);
	return real;
}

static guint64
merge_values (guint64 a, guint64 b, FairleadLayer layer)
{
	if (layer != FAIRLEAD_LAYER_HOLDINGS)
		return as_real (a) >= as_real (b) ? a : b;
	return fairlead_arc_pack_share (MAX (fairlead_arc_get_low (a), fairlead_arc_get_low (b)),
	                                MAX (fairlead_arc_get_high (a), fairlead_arc_get_high (b)),
	                                fairlead_arc_get_held (a));
}

/* Sorts the arcs of one vertex and joins parallel ones; returns how many are left */
static guint64
tidy_arcs (Arc *arcs, guint64 n, FairleadLayer layer)
{
	guint64 n_kept = 0;

	qsort (arcs, n, sizeof *arcs,
	       layer == FAIRLEAD_LAYER_HOLDINGS ? compare_holdings : compare_arcs);
	for (guint64 i = 0; i < n; i++) {
		Arc *last = n_kept > 0 ? &arcs[n_kept - 1] : NULL;

		if (last != NULL && last->other == arcs[i].other
		    && held_of (last->value, layer) == held_of (arcs[i].value, layer))
			last->value = merge_values (last->value, arcs[i].value, layer);
		else
			arcs[n_kept++] = arcs[i];
	}
	return n_kept;
}

/* Groups what came by own vertex; sets where each begins */
static Arc *
group_arcs (ClusterGraph *self, FairleadLayer layer, GArray *parcels)
{
	g_autofree guint64 *next = g_new0 (guint64, (gsize) self->n + 1);
	Arc *arcs = g_new (Arc, MAX (parcels->len, 1));
	guint64 n = 0;

	for (guint i = 0; i < parcels->len; i++)
		next[g_array_index (parcels, ClusterParcel, i).to + 1]++;
	for (guint32 i = 0; i < self->n; i++)
		next[i + 1] += next[i];
	for (guint i = 0; i < parcels->len; i++) {
		const ClusterParcel *parcel = &g_array_index (parcels, ClusterParcel, i);

		arcs[next[parcel->to]++] = (Arc){ parcel->word, parcel->value.bits };
	}
	g_array_unref (parcels);
	self->start[0] = 0;
	for (guint32 i = 0; i < self->n; i++) {
		guint64 from = i > 0 ? next[i - 1] : 0;
		guint64 kept = tidy_arcs (arcs + from, next[i] - from, layer);

		memmove (arcs + n, arcs + from, kept * sizeof *arcs);
		n += kept;
		self->start[i + 1] = n;
	}
	self->n_arcs = n;
	return arcs;
}

/* ---- ghosts ---- */

static gboolean
is_own (const ClusterGraph *self, guint64 vertex)
{
	return vertex >= self->first && vertex - self->first < self->n;
}

static gint
compare_numbers (gconstpointer a, gconstpointer b)
{
	guint64 first = *(const guint64 *) a, second = *(const guint64 *) b;

	return first < second ? -1 : first > second;
}

static void
find_ghosts (ClusterGraph *self, const Arc *arcs)
{
	guint64 n = 0, n_distinct = 0;
	guint64 *ghosts;

	for (guint64 i = 0; i < self->n_arcs; i++)
		n += !is_own (self, arcs[i].other);
	ghosts = g_new (guint64, MAX (n, 1));
	n = 0;
	for (guint64 i = 0; i < self->n_arcs; i++)
		if (!is_own (self, arcs[i].other))
			ghosts[n++] = arcs[i].other;
	qsort (ghosts, n, sizeof *ghosts, compare_numbers);
	for (guint64 i = 0; i < n; i++)
		if (n_distinct == 0 || ghosts[n_distinct - 1] != ghosts[i])
			ghosts[n_distinct++] = ghosts[i];
	if (n_distinct > G_MAXUINT32 - self->n - 1)
		cluster_fail ("%" G_GUINT64_FORMAT
		              " vertices of others are too many: use more ranks",
		              n_distinct);
	self->n_ghosts = (guint32) n_distinct;
	self->ghosts = g_renew (guint64, ghosts, MAX (n_distinct, 1));
}

/* Who has them: the star forest of own vertices and their ghosts elsewhere */
static void
plant_forest (ClusterGraph *self)
{
	PetscSFNode *nodes = NULL;

	self->ghost_rank = g_new (int, MAX (self->n_ghosts, 1));
	self->ghost_place = g_new (guint32, MAX (self->n_ghosts, 1));
	CLUSTER_DO (PetscMalloc1 (self->n_ghosts, &nodes));
	for (guint32 i = 0; i < self->n_ghosts; i++) {
		int rank = cluster_spread_owner (self->spread, self->ghosts[i]);

		self->ghost_rank[i] = rank;
		self->ghost_place[i] = (guint32) (self->ghosts[i] - self->spread->begin[rank]);
		nodes[i].rank = rank;
		nodes[i].index = self->ghost_place[i];
	}
	CLUSTER_DO (PetscSFCreate (PETSC_COMM_WORLD, &self->forest));
	CLUSTER_DO (PetscSFSetGraph (self->forest, self->n, self->n_ghosts, NULL, PETSC_OWN_POINTER,
	                             nodes, PETSC_OWN_POINTER));
	CLUSTER_DO (PetscSFSetUp (self->forest));
}

static guint32
place_of (const ClusterGraph *self, guint64 vertex)
{
	guint32 low = 0, high = self->n_ghosts;

	if (is_own (self, vertex))
		return (guint32) (vertex - self->first);
	while (high - low > 1) {
		guint32 middle = low + (high - low) / 2;

		if (self->ghosts[middle] <= vertex)
			low = middle;
		else
			high = middle;
	}
	return self->n + low;
}

ClusterGraph *
cluster_graph_new (const ClusterSpread *spread, FairleadLayer layer, GArray *parcels)
{
	ClusterGraph *self = g_new0 (ClusterGraph, 1);
	g_autofree Arc *arcs = NULL;

	self->spread = spread;
	self->first = cluster_spread_first (spread);
	self->n = (guint32) cluster_spread_n_own (spread);
	self->start = g_new (guint64, (gsize) self->n + 1);
	arcs = group_arcs (self, layer, parcels);
	find_ghosts (self, arcs);
	plant_forest (self);
	self->other = g_new (guint32, MAX (self->n_arcs, 1));
	if (layer == FAIRLEAD_LAYER_LINKS)
		self->strength = g_new (gfloat, MAX (self->n_arcs, 1));
	else
		self->value = g_new (guint64, MAX (self->n_arcs, 1));
	for (guint64 i = 0; i < self->n_arcs; i++) {
		self->other[i] = place_of (self, arcs[i].other);
		if (self->strength != NULL)
			self->strength[i] = (gfloat) as_real (arcs[i].value);
		else
			self->value[i] = arcs[i].value;
	}
	return self;
}

void
cluster_graph_free (ClusterGraph *self)
{
	CLUSTER_DO (PetscSFDestroy (&self->forest));
	g_free (self->start);
	g_free (self->other);
	g_free (self->strength);
	g_free (self->value);
	g_free (self->ghosts);
	g_free (self->ghost_rank);
	g_free (self->ghost_place);
	g_free (self);
}

void
cluster_graph_bring (const ClusterGraph *self, MPI_Datatype unit, const void *own, void *ghost)
{
	CLUSTER_DO (PetscSFBcastBegin (self->forest, unit, own, ghost, MPI_REPLACE));
	CLUSTER_DO (PetscSFBcastEnd (self->forest, unit, own, ghost, MPI_REPLACE));
}
