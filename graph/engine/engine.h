/* graph/engine/engine.h: who computes: this machine, or a cluster of them
 *
 * Above this seam nobody knows of igraph, PETSc or MPI, nor where values are kept. */
#pragma once
#include "graph/engine/job.h"
G_BEGIN_DECLS

typedef struct _FairleadEngine FairleadEngine;
typedef void (*FairleadEngineProgress) (const char *what, guint64 done, guint64 total,
                                        gpointer user_data);

/**
 * FairleadEngineOps:
 * @run: a result for each step, in their order; NULL with an error where one of them is none
 */
typedef struct {
	const char *name;
	GPtrArray *(*run) (FairleadEngine *self, const FairleadJob *job,
	                   FairleadEngineProgress progress, gpointer user_data,
	                   GCancellable *cancellable, GError **error);
	void (*free) (FairleadEngine *self);
} FairleadEngineOps;

/* What every engine begins with */
struct _FairleadEngine {
	const FairleadEngineOps *ops;
};

/* The kernels of graph/measure and graph/ownership, on this machine */
FAIRLEAD_API FairleadEngine *fairlead_engine_new_local (void);

/**
 * FairleadClusterChoice:
 * @n_ranks: processes; 0: as many as there are processors
 * @folder: (nullable): where the job and its results are kept, so that what was computed stays;
 *   NULL: in a folder for the while
 * @partition: whether a partitioner numbers the network anew
 */
typedef struct {
	guint n_ranks;
	const char *folder;
	gboolean partition;
} FairleadClusterChoice;

/**
 * fairlead_engine_new_cluster:
 *
 * Runs `mpiexec -n RANKS fairlead-cluster JOB`, and reads what it wrote. fairlead-cluster is looked
 * for beside this program, then in PATH. Results that are there already, and answer the same, are
 * not computed again.
 */
FAIRLEAD_API FairleadEngine *fairlead_engine_new_cluster (const FairleadClusterChoice *choice);

/**
 * fairlead_engine_new_script:
 * @script: a path: gets a job for Slurm, which `sh` runs as well; FILE.job beside it gets what the
 *   job needs
 *
 * Its run() fails with G_IO_ERROR_PENDING when all is written: nothing is computed yet.
 */
FAIRLEAD_API FairleadEngine *fairlead_engine_new_script (const FairleadClusterChoice *choice,
                                                         const char *script);
/* Reads the results that such a job has left. Fails where one is missing. */
FAIRLEAD_API FairleadEngine *fairlead_engine_new_collected (const char *script);

FAIRLEAD_API void fairlead_engine_free (FairleadEngine *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadEngine, fairlead_engine_free)

/**
 * fairlead_engine_run:
 * @progress: (nullable)
 *
 * Returns: (transfer full) (element-type FairleadVector): one for each step
 */
FAIRLEAD_API GPtrArray *fairlead_engine_run (FairleadEngine *self, const FairleadJob *job,
                                             FairleadEngineProgress progress, gpointer user_data,
                                             GCancellable *cancellable, GError **error);

G_END_DECLS
