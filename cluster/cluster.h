/* cluster/cluster.h: what the parts of fairlead-cluster have in common */
#pragma once
#include <glib.h>
#include <petscksp.h>
#include <petscsf.h>
#include <slepceps.h>

#include "graph/engine/job.h"
G_BEGIN_DECLS

/* A rank that cannot go on says which it is and why, and ends the whole job */
G_NORETURN void cluster_fail (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* The same where an error is set; else nothing */
void cluster_fail_on (GError *error);
/* What PETSc, SLEPc and MPI give back: 0 is well */
void cluster_check (PetscErrorCode code, const char *what);
#define CLUSTER_DO(call) cluster_check ((call), #call)

int cluster_rank (void);
int cluster_size (void);

/* Over all ranks */
guint64 cluster_sum (guint64 value);
double cluster_sum_real (double value);
double cluster_greatest (double value);
gboolean cluster_any (gboolean value);

/* One line on standard output, by rank 0 */
void cluster_say (const char *format, ...) G_GNUC_PRINTF (1, 2);

G_END_DECLS
