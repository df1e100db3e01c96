/* cluster/load.h: the arc file, of which each rank reads a part, and the sets of a job */
#pragma once
#include "cluster/graph.h"
G_BEGIN_DECLS

typedef struct {
	MPI_File file;
	const char *path;
	FairleadBinaryHead head;
	guint64 n_arcs[FAIRLEAD_N_LAYERS];
	guint64 sum; /* of the file */
} ClusterFile;

/* Opens an arc file, reads what it says of itself, and checks its sum: all of it is read once, a
 * part by each rank. Collective. */
void cluster_file_open (ClusterFile *self, const char *path);
void cluster_file_close (ClusterFile *self);
/* The flags of own vertices, as the file numbers them */
void cluster_file_read_flags (const ClusterFile *self, ClusterSpread *spread);
/* Reads a layer, and gives each vertex's rank the arcs that leave it: links in both directions,
 * control from what is controlled to who controls, holdings from who holds to what is held; with
 * @reverses the other way. Collective. */
ClusterGraph *cluster_file_load (const ClusterFile *self, FairleadLayer layer, gboolean reverses,
                                 const ClusterSpread *spread);

/**
 * ClusterSeed:
 * @place: an own vertex
 * @position: which of the set it is, in the order of the file
 */
typedef struct {
	guint32 place;
	guint64 position;
	double weight;
} ClusterSeed;

/**
 * ClusterSeeds:
 * @own: (element-type ClusterSeed): own vertices of the set
 * @n: in all
 */
typedef struct {
	GArray *own;
	guint64 n;
} ClusterSeeds;

void cluster_seeds_init (ClusterSeeds *self, const FairleadJob *job, const char *name,
                         const ClusterSpread *spread);
void cluster_seeds_clear (ClusterSeeds *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ClusterSeeds, cluster_seeds_clear)

G_END_DECLS
