/* cluster/result.h: values on their way to the disk: also the checkpoints of a job */
#pragma once
#include "cluster/load.h"
G_BEGIN_DECLS

/* The path of what a step leaves: `NAME.values`, `NAME.arcs`, `NAME.top.csv` in the job's folder */
char *cluster_result_dup_path (const char *folder, const FairleadStep *step, const char *ending);
/* Whether a whole and right answer to that is there already. Collective. */
gboolean cluster_result_is_there (const char *path, guint64 key);
/* Writes a value for each own vertex in the order of the file; the file takes its name when it is
 * whole. Collective. */
void cluster_result_write (const char *path, guint64 key, const ClusterSpread *spread,
                           const double *values, FairleadSolve solve);
/* The greatest @k by the rule of rounding, as rows `place,vertex,value`. Collective. */
void cluster_result_write_top (const char *path, const ClusterSpread *spread, const double *values,
                               guint k);

G_END_DECLS
