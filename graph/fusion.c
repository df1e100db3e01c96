/* graph/fusion.c */
#include "graph/fusion.h"

#include <float.h>
#include <math.h>
#include <string.h>

#define KEPT_BITS 24

typedef struct {
	double value;
	guint32 item;
} Ranked;

static double
round_by_arithmetic (double value)
{
	int exponent;
	double mantissa = frexp (value, &exponent);

	return ldexp (round (ldexp (mantissa, KEPT_BITS)), exponent - KEPT_BITS);
}

/* The bits of a normal double are in the order of its size, so that half of what is dropped can be
 * added to them: the same as by arithmetic, and a ranking of millions does it some hundred times */
double
fairlead_round_value (double value)
{
	const guint64 dropped = ((guint64) 1 << (DBL_MANT_DIG - KEPT_BITS)) - 1;
	guint64 bits;

	if (!isnormal (value))
		return round_by_arithmetic (value);
	memcpy (&bits, &value, sizeof bits);
	bits = (bits + dropped / 2 + 1) & ~dropped;
	memcpy (&value, &bits, sizeof value);
	return value;
}

static gint
compare_values (gconstpointer a, gconstpointer b)
{
	const Ranked *first = a, *second = b;

	if (first->value < second->value || first->value > second->value)
		return first->value > second->value ? -1 : 1;
	return first->item < second->item ? -1 : first->item > second->item;
}

static GArray *
sort_positive (const double *values, guint32 n)
{
	GArray *ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));

	for (guint32 i = 0; i < n; i++) {
		Ranked row = { fairlead_round_value (values[i]), i };

		if (row.value > 0.0)
			g_array_append_val (ranked, row);
	}
	g_array_sort (ranked, compare_values);
	return ranked;
}

void
fairlead_fuse_add (double *scores, const double *values, guint32 n, double weight, double constant)
{
	g_autoptr (GArray) ranked = sort_positive (values, n);
	const Ranked *rows = (const Ranked *) (gpointer) ranked->data;

	for (guint first = 0, next; first < ranked->len; first = next) {
		double mean_rank;

		for (next = first + 1; next < ranked->len; next++)
			if (rows[next].value < rows[first].value)
				break;
		mean_rank = (first + 1 + next) / 2.0;
		for (guint i = first; i < next; i++)
			scores[rows[i].item] += weight / (constant + mean_rank);
	}
}

void
fairlead_fuse_finish (double *scores, guint32 n, const double *weights, guint n_components,
                      double constant)
{
	double greatest = 0.0;

	for (guint j = 0; j < n_components; j++)
		greatest += weights[j] / (constant + 1.0);
	for (guint32 i = 0; i < n && greatest > 0.0; i++)
		scores[i] /= greatest;
}

double *
fairlead_fuse (const double *const *values, const double *weights, guint n_components, guint32 n,
               double constant)
{
	double *scores = g_new0 (double, MAX (n, 1));

	for (guint j = 0; j < n_components; j++)
		fairlead_fuse_add (scores, values[j], n, weights[j], constant);
	fairlead_fuse_finish (scores, n, weights, n_components, constant);
	return scores;
}
