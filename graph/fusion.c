/* graph/fusion.c */
#include "graph/fusion.h"

#include <math.h>

#define KEPT_BITS 24

typedef struct {
	double value;
	guint32 item;
} Ranked;

double
fairlead_round_value (double value)
{
	int exponent;
	double mantissa = frexp (value, &exponent);

	return ldexp (round (ldexp (mantissa, KEPT_BITS)), exponent - KEPT_BITS);
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

static void
add_component (double *scores, const double *values, guint32 n, double weight, double constant)
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

double *
fairlead_fuse (const double *const *values, const double *weights, guint n_components, guint32 n,
               double constant)
{
	double *scores = g_new0 (double, MAX (n, 1));
	double greatest = 0.0;

	for (guint j = 0; j < n_components; j++) {
		add_component (scores, values[j], n, weights[j], constant);
		greatest += weights[j] / (constant + 1.0);
	}
	for (guint32 i = 0; i < n && greatest > 0.0; i++)
		scores[i] /= greatest;
	return scores;
}
