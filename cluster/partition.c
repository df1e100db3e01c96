/* cluster/partition.c */
#include "cluster/partition.h"

#define ROUNDS 24u
#define SLACK 1.05 /* how much more than the even share a rank may get */

typedef struct {
	const ClusterGraph *links;
	guint32 size;
	guint32 *part;  /* of each own vertex */
	guint32 *ghost; /* of each ghost */
	guint64 *n_in;  /* of each part, over all ranks */
	gint64 *room;   /* of each part, for this rank and round */
	guint32 *votes; /* of each part; 0 between two vertices */
	guint32 *voted; /* parts with votes */
} Parts;

static void
vote (Parts *self, guint32 part, guint32 *n_voted)
{
	if (self->votes[part]++ == 0)
		self->voted[(*n_voted)++] = part;
}

/* Where most neighbours are and there is room; where it is, unless another has more */
static guint32
choose (Parts *self, guint32 vertex)
{
	const ClusterGraph *links = self->links;
	guint32 best = self->part[vertex], n_voted = 0, most;

	for (guint64 arc = links->start[vertex]; arc < links->start[vertex + 1]; arc++) {
		guint32 other = links->other[arc];

		vote (self, other < links->n ? self->part[other] : self->ghost[other - links->n],
		      &n_voted);
	}
	most = self->votes[best];
	for (guint32 i = 0; i < n_voted; i++) {
		guint32 part = self->voted[i];

		if (self->room[part] > 0
		    && (self->votes[part] > most
		        || (self->votes[part] == most && best != self->part[vertex]
		            && part < best))) {
			best = part;
			most = self->votes[part];
		}
	}
	for (guint32 i = 0; i < n_voted; i++)
		self->votes[self->voted[i]] = 0;
	return best;
}

static void
count_parts (Parts *self, guint64 n)
{
	guint64 most = (guint64) (SLACK * (double) (n / self->size)) + 1;

	memset (self->n_in, 0, self->size * sizeof *self->n_in);
	for (guint32 i = 0; i < self->links->n; i++)
		self->n_in[self->part[i]]++;
	MPI_Allreduce (MPI_IN_PLACE, self->n_in, (int) self->size, MPI_UINT64_T, MPI_SUM,
	               MPI_COMM_WORLD);
	for (guint32 i = 0; i < self->size; i++)
		self->room[i] = ((gint64) most - (gint64) self->n_in[i]) / (gint64) self->size;
}

/* Half of the vertices at a time, so that two do not change places for ever */
static void
move_some (Parts *self, guint round)
{
	cluster_graph_bring (self->links, MPI_UINT32_T, self->part, self->ghost);
	for (guint32 i = 0; i < self->links->n; i++) {
		guint32 to;

		if (((self->links->first + i) ^ round) & 1)
			continue;
		to = choose (self, i);
		if (to == self->part[i])
			continue;
		self->room[to]--;
		self->part[i] = to;
	}
}

static void
take_numbers (ClusterSpread *spread, const Parts *parts)
{
	guint32 n = parts->links->n;
	g_autofree guint64 *next = g_new0 (guint64, parts->size);
	g_autofree guint64 *here = g_new0 (guint64, parts->size);

	for (guint32 i = 0; i < n; i++)
		here[parts->part[i]]++;
	MPI_Exscan (here, next, (int) parts->size, MPI_UINT64_T, MPI_SUM, MPI_COMM_WORLD);
	for (guint32 i = 0; i < parts->size; i++) {
		spread->begin[i + 1] = spread->begin[i] + parts->n_in[i];
		next[i] = spread->begin[i] + (cluster_rank () == 0 ? 0 : next[i]);
	}
	spread->number = g_new (guint64, MAX (n, 1));
	for (guint32 i = 0; i < n; i++)
		spread->number[i] = next[parts->part[i]]++;
}

static void
tell_originals (ClusterSpread *spread, guint32 n)
{
	g_autoptr (ClusterPost) post = cluster_post_new ();
	g_autoptr (GArray) in = g_array_new (FALSE, FALSE, sizeof (ClusterParcel));

	for (guint32 i = 0; i < n; i++) {
		int rank = cluster_spread_owner (spread, spread->number[i]);
		ClusterParcel parcel = { spread->number[i] - spread->begin[rank],
			                 spread->even[cluster_rank ()] + i,
			                 { .bits = 0 } };

		cluster_post_send (post, rank, parcel);
	}
	cluster_post_exchange (post, in);
	spread->original = g_new0 (guint64, MAX (cluster_spread_n_own (spread), 1));
	for (guint i = 0; i < in->len; i++) {
		const ClusterParcel *parcel = &g_array_index (in, ClusterParcel, i);

		spread->original[parcel->to] = parcel->word;
	}
}

void
cluster_partition (ClusterSpread *spread, const ClusterGraph *links)
{
	guint32 size = (guint32) cluster_size ();
	Parts parts = { .links = links,
		        .size = size,
		        .part = g_new (guint32, MAX (links->n, 1)),
		        .ghost = g_new (guint32, MAX (links->n_ghosts, 1)),
		        .n_in = g_new (guint64, size),
		        .room = g_new (gint64, size),
		        .votes = g_new0 (guint32, size),
		        .voted = g_new (guint32, size) };

	for (guint32 i = 0; i < links->n; i++)
		parts.part[i] = (guint32) cluster_rank ();
	for (guint round = 0; round < ROUNDS; round++) {
		count_parts (&parts, spread->n);
		move_some (&parts, round);
	}
	count_parts (&parts, spread->n);
	take_numbers (spread, &parts);
	tell_originals (spread, links->n);
	g_free (parts.part);
	g_free (parts.ghost);
	g_free (parts.n_in);
	g_free (parts.room);
	g_free (parts.votes);
	g_free (parts.voted);
}
