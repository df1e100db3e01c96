/* graph/ownership/shares/solve.h: small dense systems */
#pragma once
#include <glib.h>
G_BEGIN_DECLS

/* Solves A x = b by elimination with partial pivoting, in place: @right becomes x. @matrix is
 * n x n, row by row, and must not be singular. Cost: n^3 / 3. */
void fairlead_solve (double *matrix, double *right, guint32 n);

G_END_DECLS
