/* cluster/graph.h: a layer of the network, each vertex with its arcs at one rank
 *
 * Vertices of other ranks that own vertices have arcs to are ghosts: their values are brought by a
 * star forest (PetscSF) before a product. Arcs of a vertex stand in the order of the numbers at the
 * other end, so that sums are those of the one-machine kernels, on any number of ranks. */
#pragma once
#include "cluster/parcels.h"
G_BEGIN_DECLS

/**
 * ClusterSpread:
 * @n: vertices in all
 * @begin: [size + 1]: the first vertex of each rank, as ranks number them
 * @original: (nullable) [own]: the number of each in the file; NULL: the same
 * @number: (nullable): of each vertex that this rank would have if they were spread evenly in the
 *   order of the file: the number that ranks give it; NULL: the same
 * @even: [size + 1]: @begin of that even spread
 * @flags: of those of the even spread
 *
 * Which rank has which vertices.
 */
typedef struct {
	guint64 n;
	guint64 *begin;
	guint64 *original;
	guint64 *number;
	guint64 *even;
	guint8 *flags;
} ClusterSpread;

/* Evenly */
void cluster_spread_init (ClusterSpread *self, guint64 n);
void cluster_spread_clear (ClusterSpread *self);
/* Of the even spread */
int cluster_spread_even_owner (const ClusterSpread *self, guint64 vertex);
int cluster_spread_owner (const ClusterSpread *self, guint64 vertex);

static inline guint64
cluster_spread_first (const ClusterSpread *self)
{
	return self->begin[cluster_rank ()];
}

static inline guint64
cluster_spread_n_own (const ClusterSpread *self)
{
	return self->begin[cluster_rank () + 1] - self->begin[cluster_rank ()];
}

static inline guint64
cluster_spread_original (const ClusterSpread *self, guint64 own)
{
	return self->original != NULL ? self->original[own] : cluster_spread_first (self) + own;
}

/**
 * ClusterGraph:
 * @first: the first own vertex
 * @n: own vertices
 * @start: [n + 1] into the arcs
 * @other: [arcs]: an own vertex below @n, else a ghost from there on
 * @strength: (nullable) [arcs]: of links
 * @value: (nullable) [arcs]: of other layers: the word of the file
 * @ghosts: [n_ghosts]: their numbers, ascending
 * @ghost_rank, @ghost_place: whose each is, and which of its own
 */
typedef struct {
	const ClusterSpread *spread;
	guint64 first;
	guint32 n;
	guint64 n_arcs;
	guint64 *start;
	guint32 *other;
	gfloat *strength;
	guint64 *value;
	guint32 n_ghosts;
	guint64 *ghosts;
	int *ghost_rank;
	guint32 *ghost_place;
	PetscSF forest;
} ClusterGraph;

/**
 * cluster_graph_new:
 * @arcs: (transfer full) (element-type ClusterParcel): those of own vertices: `to` is the place of
 *   the own vertex, `word` the number of the other end, the value that of the arc
 *
 * Of parallel arcs the strongest is kept, of parallel holdings the greatest bounds.
 */
ClusterGraph *cluster_graph_new (const ClusterSpread *spread, FairleadLayer layer, GArray *arcs);
void cluster_graph_free (ClusterGraph *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClusterGraph, cluster_graph_free)

/* Brings @width values of each ghost: @own [n x width], @ghost [n_ghosts x width]. Collective. */
void cluster_graph_bring (const ClusterGraph *self, MPI_Datatype unit, const void *own,
                          void *ghost);
/* Sends to the rank of what an arc leads to, which may be this one */
static inline void
cluster_graph_send (const ClusterGraph *self, ClusterPost *post, guint32 other, guint64 word,
                    double value)
{
	ClusterParcel parcel = { other, word, { value } };
	int rank = -1;

	if (other >= self->n) {
		parcel.to = self->ghost_place[other - self->n];
		rank = self->ghost_rank[other - self->n];
	}
	cluster_post_send (post, rank >= 0 ? rank : cluster_rank (), parcel);
}

G_END_DECLS
