/* cluster/parcels.c */
#include "cluster/parcels.h"

#define TAG 17
#define FEW 64 /* ranks */
/* MPI counts with 31 bits, and a message of more than this gains nothing */
#define MOST_AT_ONCE (1u << 26)

ClusterPost *
cluster_post_new (void)
{
	return cluster_post_new_with (FEW);
}

ClusterPost *
cluster_post_new_with (int few)
{
	ClusterPost *self = g_new0 (ClusterPost, 1);

	self->few = few;
	self->size = cluster_size ();
	self->out = g_new (GArray *, (gsize) self->size);
	for (int i = 0; i < self->size; i++)
		self->out[i] = g_array_new (FALSE, FALSE, sizeof (ClusterParcel));
	MPI_Type_contiguous (3, MPI_UINT64_T, &self->type);
	MPI_Type_commit (&self->type);
	return self;
}

void
cluster_post_free (ClusterPost *self)
{
	for (int i = 0; i < self->size; i++)
		g_array_unref (self->out[i]);
	MPI_Type_free (&self->type);
	g_free (self->out);
	g_free (self);
}

typedef struct {
	int rank;
	guint64 n;
} Sender;

static gint
compare_senders (gconstpointer a, gconstpointer b)
{
	return ((const Sender *) a)->rank - ((const Sender *) b)->rank;
}

/* Few ranks learn all in one step: how much each has for each, and whether it is active */
static GArray *
find_among_few (ClusterPost *self, gboolean *is_active)
{
	GArray *senders = g_array_new (FALSE, FALSE, sizeof (Sender));
	g_autofree guint64 *out = g_new (guint64, (gsize) self->size);
	g_autofree guint64 *in = g_new (guint64, (gsize) self->size);
	gboolean any = *is_active;

	for (int i = 0; i < self->size; i++)
		any = any || self->out[i]->len > 0;
	for (int i = 0; i < self->size; i++)
		out[i] = 2 * (guint64) self->out[i]->len + any;
	MPI_Alltoall (out, 1, MPI_UINT64_T, in, 1, MPI_UINT64_T, PETSC_COMM_WORLD);
	for (int i = 0; i < self->size; i++) {
		Sender sender = { i, in[i] / 2 };

		any = any || (in[i] & 1) != 0;
		if (i != cluster_rank () && sender.n > 0)
			g_array_append_val (senders, sender);
	}
	*is_active = any;
	return senders;
}

/* Among many, ranks that have nothing to say to each other do not speak; in the order of ranks */
static GArray *
find_among_many (ClusterPost *self, gboolean *is_active)
{
	GArray *senders = g_array_new (FALSE, FALSE, sizeof (Sender));
	g_autofree PetscMPIInt *to = g_new (PetscMPIInt, (gsize) self->size);
	g_autofree guint64 *n_to = g_new (guint64, (gsize) self->size);
	PetscMPIInt n = 0, n_from, *from;
	guint64 *n_from_each;
	int me = cluster_rank ();

	for (int i = 0; i < self->size; i++)
		*is_active = *is_active || self->out[i]->len > 0;
	*is_active = cluster_any (*is_active);
	for (int i = 0; i < self->size; i++)
		if (i != me && self->out[i]->len > 0) {
			to[n] = i;
			n_to[n++] = self->out[i]->len;
		}
	CLUSTER_DO (PetscCommBuildTwoSided (PETSC_COMM_WORLD, 1, MPI_UINT64_T, n, to, n_to, &n_from,
	                                    &from, &n_from_each));
	for (PetscMPIInt i = 0; i < n_from; i++) {
		Sender sender = { from[i], n_from_each[i] };

		g_array_append_val (senders, sender);
	}
	CLUSTER_DO (PetscFree (from));
	CLUSTER_DO (PetscFree (n_from_each));
	g_array_sort (senders, compare_senders);
	return senders;
}

static void
add_requests (ClusterPost *self, GArray *requests, ClusterParcel *parcels, guint64 n, int rank,
              gboolean is_sending)
{
	for (guint64 first = 0; first < n; first += MOST_AT_ONCE) {
		int many = (int) MIN (n - first, MOST_AT_ONCE);
		MPI_Request request;

		if (is_sending)
			MPI_Isend (parcels + first, many, self->type, rank, TAG, PETSC_COMM_WORLD,
			           &request);
		else
			MPI_Irecv (parcels + first, many, self->type, rank, TAG, PETSC_COMM_WORLD,
			           &request);
		g_array_append_val (requests, request);
	}
}

/* Room for all of them, our own in its turn */
static void
make_room (const ClusterPost *self, const GArray *senders, GArray *in)
{
	guint64 n = self->out[cluster_rank ()]->len;

	for (guint i = 0; i < senders->len; i++)
		n += g_array_index (senders, Sender, i).n;
	if (n > G_MAXUINT32)
		cluster_fail ("%" G_GUINT64_FORMAT " messages at once are too many: use more ranks",
		              n);
	g_array_set_size (in, (guint) n);
}

void
cluster_post_exchange (ClusterPost *self, GArray *in)
{
	cluster_post_exchange_active (self, in, FALSE);
}

gboolean
cluster_post_exchange_active (ClusterPost *self, GArray *in, gboolean is_active)
{
	g_autoptr (GArray) senders = self->size <= self->few ? find_among_few (self, &is_active)
	                                                     : find_among_many (self, &is_active);
	g_autoptr (GArray) requests = g_array_new (FALSE, FALSE, sizeof (MPI_Request));
	ClusterParcel *next;
	int me = cluster_rank ();
	guint own = self->out[me]->len;
	gboolean own_is_there = FALSE;

	make_room (self, senders, in);
	next = (ClusterParcel *) (gpointer) in->data;
	for (guint i = 0; i <= senders->len; i++) {
		const Sender *sender =
			i < senders->len ? &g_array_index (senders, Sender, i) : NULL;

		if (!own_is_there && (sender == NULL || sender->rank > me)) {
			if (own > 0)
				memcpy (next, self->out[me]->data, own * sizeof *next);
			next += own;
			own_is_there = TRUE;
		}
		if (sender == NULL)
			break;
		add_requests (self, requests, next, sender->n, sender->rank, FALSE);
		next += sender->n;
	}
	for (int i = 0; i < self->size; i++) {
		GArray *out = self->out[i];

		if (i == me || out->len == 0)
			continue;
		add_requests (self, requests, (ClusterParcel *) (gpointer) out->data, out->len, i,
		              TRUE);
		self->n_sent += out->len;
	}
	MPI_Waitall ((int) requests->len, (MPI_Request *) (gpointer) requests->data,
	             MPI_STATUSES_IGNORE);
	for (int i = 0; i < self->size; i++)
		g_array_set_size (self->out[i], 0);
	return is_active;
}
