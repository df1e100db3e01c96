/* graph/ownership/shares/solve.c
 *
 * The circles are many and small: LAPACK behind igraph's lock would cost more than it saves. */
#include "graph/ownership/shares/solve.h"

#include <math.h>

static void
swap_rows (double *matrix, double *right, guint32 n, guint32 a, guint32 b)
{
	double kept = right[a];

	right[a] = right[b];
	right[b] = kept;
	for (guint32 i = 0; i < n; i++) {
		kept = matrix[(gsize) a * n + i];
		matrix[(gsize) a * n + i] = matrix[(gsize) b * n + i];
		matrix[(gsize) b * n + i] = kept;
	}
}

static void
eliminate (double *matrix, double *right, guint32 n, guint32 pivot)
{
	const double *row = matrix + (gsize) pivot * n;

	for (guint32 i = pivot + 1; i < n; i++) {
		double *other = matrix + (gsize) i * n;
		double factor = other[pivot] / row[pivot];

		for (guint32 j = pivot; factor != 0.0 && j < n; j++)
			other[j] -= factor * row[j];
		right[i] -= factor * right[pivot];
	}
}

void
fairlead_solve (double *matrix, double *right, guint32 n)
{
	for (guint32 pivot = 0; pivot < n; pivot++) {
		guint32 best = pivot;

		for (guint32 i = pivot + 1; i < n; i++)
			if (fabs (matrix[(gsize) i * n + pivot])
			    > fabs (matrix[(gsize) best * n + pivot]))
				best = i;
		if (best != pivot)
			swap_rows (matrix, right, n, pivot, best);
		eliminate (matrix, right, n, pivot);
	}
	for (guint32 i = n; i-- > 0;) {
		for (guint32 j = i + 1; j < n; j++)
			right[i] -= matrix[(gsize) i * n + j] * right[j];
		right[i] /= matrix[(gsize) i * n + i];
	}
}
