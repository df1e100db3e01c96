/* cluster/parcels.h: what ranks send to each other: each rank speaks only to those it has something
 * for, so that a search whose border is small costs little, however many ranks there are */
#pragma once
#include "cluster/cluster.h"
G_BEGIN_DECLS

/**
 * ClusterParcel:
 * @to: of whom it is about: a place among the vertices of the rank that gets it
 * @word: the sender's own
 */
typedef struct {
	guint64 to;
	guint64 word;
	union {
		double real;
		guint64 bits;
	} value;
} ClusterParcel;

/**
 * ClusterPost:
 * @out: [size]: of ClusterParcel
 * @type: of a parcel
 * @n_sent: to others, since it was made
 * @few: so many ranks all tell each other how much there is, in one step; more speak only to those
 *   that they have something for
 */
typedef struct {
	int size;
	int few;
	GArray **out;
	MPI_Datatype type;
	guint64 n_sent;
} ClusterPost;

ClusterPost *cluster_post_new (void);
/* The same, with another bound of few */
ClusterPost *cluster_post_new_with (int few);
void cluster_post_free (ClusterPost *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClusterPost, cluster_post_free)

static inline void
cluster_post_send (ClusterPost *self, int rank, ClusterParcel parcel)
{
	g_array_append_val (self->out[rank], parcel);
}

/* Delivers: @in gets what came, by the rank of the sender, so that sums are always in one order.
 * Collective. */
void cluster_post_exchange (ClusterPost *self, GArray *in);
/* The same; whether any rank had something to send, or said that it is active: a search that is not
 * is over, without asking once more */
gboolean cluster_post_exchange_active (ClusterPost *self, GArray *in, gboolean is_active);

G_END_DECLS
