/* graph/measure/spectral.h: measures that are the solution of a linear system */
#pragma once
#include <gio/gio.h>
#include "graph/network/adjacency.h"
G_BEGIN_DECLS

/**
 * fairlead_katz:
 * @damping: the attenuation as a part of the greatest possible, in (0, 1)
 *
 * How many walks of any length lead from the target, each step counting its conductance times an
 * attenuation (Katz 1953, doi:10.1007/BF02289026):
 *
 *   x = e + alpha C x,  alpha = damping / greatest eigenvalue of C
 *
 * where e is 1 for the target; the walk of no step is taken off. Fails with NO_CONVERGENCE, and
 * when cancelled. O(E) an iteration.
 */
double *fairlead_katz (const FairleadAdjacency *graph, const FairleadVertex *target,
                       guint32 n_target, double damping, double tolerance,
                       GCancellable *cancellable, GError **error);

/**
 * fairlead_current_flow:
 *
 * The market and the target as the poles of one circuit, conductances as they are: one unit of
 * current goes in evenly over the market and out evenly over the target, of the component that
 * holds most of the target. What passes each vertex, its own share of what goes in and out not
 * counted, is its value (Newman 2005, doi:10.1016/j.socnet.2004.11.009; Brandes and Fleischer 2005,
 * doi:10.1007/978-3-540-31856-9_44, with one pair of poles instead of all pairs).
 *
 * Solved by conjugate gradients, preconditioned by the diagonal. Fails with NO_CONVERGENCE, and
 * when cancelled. O(E) an iteration.
 */
double *fairlead_current_flow (const FairleadAdjacency *graph, const FairleadVertex *target,
                               guint32 n_target, const FairleadVertex *market, guint32 n_market,
                               double tolerance, GCancellable *cancellable, GError **error);

/* The length of a vector */
double fairlead_norm (const double *x, guint32 n);

G_END_DECLS
