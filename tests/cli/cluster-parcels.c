/* tests/cli/cluster-parcels.c: run by test-cluster.py on some ranks: what is sent comes, in the
 * order of the senders, whether ranks speak as few or as many of them do */
#include "cluster/parcels.h"

#include <stdio.h>

#define N_ROUNDS 40u

/* How many the one sends the other: often none, so that some ranks have nothing to say */
static guint
count_between (guint round, int from, int to)
{
	guint64 drawn = fairlead_binary_mix (round, (guint64) (from * 1000 + to));

	return drawn % 3 == 0 && round % 5 != 4 ? (guint) (drawn / 3 % 50) : 0;
}

static ClusterParcel
new_parcel (guint round, int from, int to, guint i)
{
	return (ClusterParcel){ i,
		                fairlead_binary_mix (round, (guint64) (from * 1000 + to) + i),
		                { .bits = (guint64) from } };
}

static void
send_round (ClusterPost *post, guint round)
{
	for (int to = 0; to < cluster_size (); to++)
		for (guint i = 0; i < count_between (round, cluster_rank (), to); i++)
			cluster_post_send (post, to, new_parcel (round, cluster_rank (), to, i));
}

/* What everybody's rule says, without any message */
static void
check_round (const GArray *in, guint round)
{
	guint place = 0;

	for (int from = 0; from < cluster_size (); from++)
		for (guint i = 0; i < count_between (round, from, cluster_rank ()); i++, place++) {
			ClusterParcel wanted = new_parcel (round, from, cluster_rank (), i);
			const ClusterParcel *came = &g_array_index (in, ClusterParcel, place);

			if (place >= in->len || memcmp (came, &wanted, sizeof wanted) != 0)
				cluster_fail ("round %u: parcel %u is another", round, place);
		}
	if (place != in->len)
		cluster_fail ("round %u: %u parcels came instead of %u", round, in->len, place);
}

static gboolean
somebody_sends (guint round)
{
	for (int from = 0; from < cluster_size (); from++)
		for (int to = 0; to < cluster_size (); to++)
			if (count_between (round, from, to) > 0)
				return TRUE;
	return FALSE;
}

static void
check_post (int few)
{
	g_autoptr (ClusterPost) post = cluster_post_new_with (few);
	g_autoptr (GArray) in = g_array_new (FALSE, FALSE, sizeof (ClusterParcel));

	for (guint round = 0; round < N_ROUNDS; round++) {
		/* the last rank alone says so, now and then */
		gboolean says = round % 7 == 0 && cluster_rank () == cluster_size () - 1;
		gboolean is_active;

		send_round (post, round);
		is_active = cluster_post_exchange_active (post, in, says);
		if (is_active != (round % 7 == 0 || somebody_sends (round)))
			cluster_fail ("round %u: it is not agreed whether it goes on", round);
		check_round (in, round);
	}
}

int
main (int argc, char **argv)
{
	MPI_Init (&argc, &argv);
	CLUSTER_DO (PetscInitializeNoArguments ());
	check_post (cluster_size ());
	check_post (0);
	cluster_say ("%d ranks agree\n", cluster_size ());
	PetscFinalize ();
	MPI_Finalize ();
	return 0;
}
