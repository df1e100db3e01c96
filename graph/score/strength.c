/* graph/score/strength.c */
#include "graph/score/strength.h"

#include "graph/fusion.h"

/* A value that is asked about, and how many of all have it, or stand between it and the next
 * greater one that is asked about */
typedef struct {
	double value;
	guint row;
	guint32 n_same;
	guint32 n_between;
} Asked;

static int
compare_greater_first (gconstpointer a, gconstpointer b)
{
	const Asked *left = a, *right = b;

	return (left->value < right->value) - (left->value > right->value);
}

/* The first whose value is not greater than @value, or @n */
static guint
find_place (const Asked *asked, guint n, double value)
{
	guint low = 0, high = n;

	while (low < high) {
		guint middle = low + (high - low) / 2;

		if (asked[middle].value > value)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Equal ones are counted at the first of them */
static void
count_all (FairleadRanking *ranking, FairleadComponent component, Asked *asked, guint n)
{
	guint n_all;
	const FairleadRankedRow *all = fairlead_ranking_get_rows (ranking, &n_all);

	for (guint i = 0; i < n_all; i++) {
		double value = fairlead_round_value (all[i].components[component]);
		guint place;

		if (value < asked[n - 1].value)
			continue;
		place = find_place (asked, n, value);
		if (value < asked[place].value || value > asked[place].value)
			asked[place].n_between++;
		else
			asked[place].n_same++;
	}
}

static void
read_ranks (const Asked *asked, guint n, double *ranks)
{
	guint first = 0;
	double n_above = 0.0;

	for (guint i = 0; i < n; i++) {
		if (i == 0 || asked[i].value < asked[first].value) {
			n_above += (i > 0 ? asked[first].n_same : 0.0) + asked[i].n_between;
			first = i;
		}
		ranks[asked[i].row] =
			asked[i].value > 0.0 ? n_above + (1.0 + asked[first].n_same) / 2.0 : 0.0;
	}
}

void
fairlead_component_ranks (FairleadRanking *ranking, const FairleadRankedRow *rows, guint n,
                          FairleadComponent component, double *ranks)
{
	g_autofree Asked *asked = g_new0 (Asked, n);

	if (n == 0)
		return;
	for (guint i = 0; i < n; i++)
		asked[i] = (Asked){ .value = fairlead_round_value (rows[i].components[component]),
			            .row = i };
	qsort (asked, n, sizeof *asked, compare_greater_first);
	count_all (ranking, component, asked, n);
	read_ranks (asked, n, ranks);
}

double *
fairlead_ranking_dup_strengths (FairleadRanking *ranking, guint n)
{
	guint n_all;
	const FairleadRankedRow *rows = fairlead_ranking_get_rows (ranking, &n_all);
	double constant = fairlead_ranking_get_parameters (ranking)->fusion_constant;
	guint n_rows = MIN (n, n_all);
	g_autofree double *ranks = g_new0 (double, n_rows);
	double *strengths = g_new0 (double, (gsize) n_rows *FAIRLEAD_N_COMPONENTS);

	for (guint j = 0; j < FAIRLEAD_N_COMPONENTS; j++) {
		fairlead_component_ranks (ranking, rows, n_rows, j, ranks);
		for (guint i = 0; i < n_rows; i++)
			if (ranks[i] > 0.0)
				strengths[i * FAIRLEAD_N_COMPONENTS + j] =
					(constant + 1.0) / (constant + ranks[i]);
	}
	return strengths;
}
