/* cluster/partition.c */
#include "cluster/partition.h"

/* The adjacency as PETSc wants it, which takes the arrays */
static Mat
make_matrix (const ClusterGraph *links, guint64 n)
{
	PetscInt *start, *other;
	Mat matrix;

	CLUSTER_DO (PetscMalloc1 ((size_t) links->n + 1, &start));
	CLUSTER_DO (PetscMalloc1 (MAX (links->n_arcs, 1), &other));
	for (guint32 i = 0; i <= links->n; i++)
		start[i] = (PetscInt) links->start[i];
	for (guint64 i = 0; i < links->n_arcs; i++)
		other[i] = (PetscInt) (links->other[i] < links->n
		                               ? links->first + links->other[i]
		                               : links->ghosts[links->other[i] - links->n]);
	CLUSTER_DO (MatCreateMPIAdj (PETSC_COMM_WORLD, links->n, (PetscInt) n, start, other, NULL,
	                             &matrix));
	return matrix;
}

static void
take_numbers (ClusterSpread *spread, IS numbering, const PetscInt *count, guint32 n)
{
	const PetscInt *numbers;

	for (int i = 0; i < cluster_size (); i++)
		spread->begin[i + 1] = spread->begin[i] + (guint64) count[i];
	spread->number = g_new (guint64, MAX (n, 1));
	CLUSTER_DO (ISGetIndices (numbering, &numbers));
	for (guint32 i = 0; i < n; i++)
		spread->number[i] = (guint64) numbers[i];
	CLUSTER_DO (ISRestoreIndices (numbering, &numbers));
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
	Mat matrix = make_matrix (links, spread->n);
	g_autofree PetscInt *count = g_new0 (PetscInt, (gsize) cluster_size ());
	MatPartitioning partitioning;
	IS parts, numbering;

	CLUSTER_DO (MatPartitioningCreate (PETSC_COMM_WORLD, &partitioning));
	CLUSTER_DO (MatPartitioningSetAdjacency (partitioning, matrix));
	CLUSTER_DO (MatPartitioningSetType (partitioning, MATPARTITIONINGPTSCOTCH));
	CLUSTER_DO (MatPartitioningApply (partitioning, &parts));
	CLUSTER_DO (ISPartitioningToNumbering (parts, &numbering));
	CLUSTER_DO (ISPartitioningCount (parts, cluster_size (), count));
	take_numbers (spread, numbering, count, links->n);
	tell_originals (spread, links->n);
	CLUSTER_DO (ISDestroy (&parts));
	CLUSTER_DO (ISDestroy (&numbering));
	CLUSTER_DO (MatPartitioningDestroy (&partitioning));
	CLUSTER_DO (MatDestroy (&matrix));
}
