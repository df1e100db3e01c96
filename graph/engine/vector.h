/* graph/engine/vector.h: what an engine found: a value for each vertex, wherever they are */
#pragma once
#include "graph/engine/arcs.h"
G_BEGIN_DECLS

#define FAIRLEAD_VALUES_MAGIC "FLVALUE\n"

/**
 * FairleadSolve:
 * @converged: whether the solution is one: no engine gives values that are none
 * @iterations: steps of a solver, or rounds of a search
 * @residual: how far the equations are from holding: the greatest |b - A x| in proportion to what
 *   docs/scale.md says of the measure; 0 where nothing is solved step by step
 *
 * The state of what was computed, which travels with each result.
 */
typedef struct {
	gboolean converged;
	guint64 iterations;
	double residual;
} FairleadSolve;

/* A vertex and its value */
typedef struct {
	guint64 vertex;
	double value;
} FairleadTop;

typedef struct _FairleadVector FairleadVector;

/* Takes the values */
FairleadVector *fairlead_vector_new (double *values, guint64 n, FairleadSolve solve);
/* A file of the cluster, which stays on the disk and is read where it is asked; @key: what it must
 * answer. Fails with UNKNOWN_FORMAT, SYNTAX, INVALID_VALUE, NO_CONVERGENCE and IO. */
FairleadVector *fairlead_vector_open (const char *path, guint64 key, GError **error);
void fairlead_vector_free (FairleadVector *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadVector, fairlead_vector_free)

guint64 fairlead_vector_get_n (const FairleadVector *self);
FairleadSolve fairlead_vector_get_solve (const FairleadVector *self);
double fairlead_vector_get (const FairleadVector *self, guint64 vertex);
/* (transfer full): all of them, for networks that fit */
double *fairlead_vector_dup_values (const FairleadVector *self);
/* (element-type FairleadTop): the greatest @k, by value / greatest rounded to 1e-9, then by
 * vertex: what engines agree on, whose last bits differ. What rounds to 0 is left out. */
GArray *fairlead_vector_dup_top (const FairleadVector *self, guint k);
/* The part of the network that a neighbourhood is; NULL of other measures */
FairleadArcs *fairlead_vector_get_part (const FairleadVector *self);
void fairlead_vector_take_part (FairleadVector *self, FairleadArcs *part);

G_END_DECLS
