/* graph/fusion.h: several rankings made one */
#pragma once
#include <glib.h>
G_BEGIN_DECLS

/**
 * fairlead_fuse:
 * @values: (array length=n_components): one array of @n values for each component; larger is higher
 * @weights: one for each component
 * @constant: k
 *
 * Reciprocal rank fusion (Cormack, Clarke and Buettcher 2009, doi:10.1145/1571941.1572114), scaled
 * so that the first in every component has 1:
 *
 *   score(i) = sum over j of w_j / (k + rank_j(i))  /  sum over j of w_j / (k + 1)
 *
 * Equal values share the mean of their ranks; a value of 0 has no rank and adds nothing. Values
 * that agree in their first 24 bits are equal, so that rounding decides no rank.
 *
 * Returns: (transfer full): n scores, 0 to 1. O(n log n) a component.
 */
double *fairlead_fuse (const double *const *values, const double *weights, guint n_components,
                       guint32 n, double constant);

/* The same by parts, for who does not have all values at once: adds a component to @scores, which
 * are 0 before the first; finishes when all have been added */
void fairlead_fuse_add (double *scores, const double *values, guint32 n, double weight,
                        double constant);
void fairlead_fuse_finish (double *scores, guint32 n, const double *weights, guint n_components,
                           double constant);

typedef struct {
	double value;
	guint32 item;
} FairleadRankedValue;

/* The two halves of adding. First the items of positive value in order, of @values of @items or, if
 * NULL, of all: each by its place there. (transfer full) */
FairleadRankedValue *fairlead_fuse_rank (const double *values, const guint32 *items, guint32 n,
                                         guint32 *n_ranked);
void fairlead_fuse_add_ranked (double *scores, const FairleadRankedValue *ranked, guint32 n,
                               double weight, double constant);

/* From the greatest value down, equal ones by item; @ranked comes with items ascending. Of many,
 * O(n): by their bits. */
void fairlead_sort_values (FairleadRankedValue *ranked, guint32 n);

/* The value with its mantissa rounded to 24 bits */
double fairlead_round_value (double value);

G_END_DECLS
