/* graph/fusion.c */
#include "graph/fusion.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/record/pages.h"

#define KEPT_BITS 24

/* Digits of a key of 64 bits; fewer values are sorted by comparing them */
#define DIGIT_BITS 11
#define N_DIGITS 6
#define N_VALUES (1u << DIGIT_BITS)
#define LEAST_BY_DIGITS 4096
#define AHEAD 16u /* scores that are fetched before their turn */

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

/* ---- sorting ---- */

static gint
compare_values (gconstpointer a, gconstpointer b)
{
	const FairleadRankedValue *first = a, *second = b;

	if (first->value < second->value || first->value > second->value)
		return first->value > second->value ? -1 : 1;
	return first->item < second->item ? -1 : first->item > second->item;
}

/* A number that is the smaller, the greater the value is */
static inline guint64
key_of (const FairleadRankedValue *ranked)
{
	guint64 bits;

	memcpy (&bits, &ranked->value, sizeof bits);
	return bits >> 63 ? bits : ~bits & G_MAXINT64;
}

static void
count_digits (const FairleadRankedValue *ranked, guint32 n, guint32 count[N_DIGITS][N_VALUES])
{
	for (guint32 i = 0; i < n; i++) {
		guint64 key = key_of (&ranked[i]);

		for (guint digit = 0; digit < N_DIGITS; digit++)
			count[digit][key >> digit * DIGIT_BITS & (N_VALUES - 1)]++;
	}
}

/* Stable: by one digit after the other, the least first. Digits that are the same in all are left
 * out: of rounded values, the last ones. */
static void
sort_by_digits (FairleadRankedValue *ranked, guint32 n)
{
	g_autofree guint32 (*count)[N_VALUES] = g_malloc0 (N_DIGITS * sizeof *count);
	g_autofree FairleadRankedValue *room = FAIRLEAD_NEW_LARGE (FairleadRankedValue, n);
	FairleadRankedValue *from = ranked, *to = room;

	count_digits (ranked, n, count);
	for (guint digit = 0; digit < N_DIGITS; digit++) {
		guint32 *place = count[digit], sum = 0;
		FairleadRankedValue *kept = from;

		if (place[key_of (from) >> digit * DIGIT_BITS & (N_VALUES - 1)] == n)
			continue;
		for (guint value = 0; value < N_VALUES; value++) {
			guint32 here = place[value];

			place[value] = sum;
			sum += here;
		}
		for (guint32 i = 0; i < n; i++)
			to[place[key_of (&from[i]) >> digit * DIGIT_BITS & (N_VALUES - 1)]++] =
				from[i];
		from = to;
		to = kept;
	}
	if (from != ranked)
		memcpy (ranked, from, n * sizeof *ranked);
}

void
fairlead_sort_values (FairleadRankedValue *ranked, guint32 n)
{
	if (n >= LEAST_BY_DIGITS)
		sort_by_digits (ranked, n);
	else if (n > 0)
		qsort (ranked, n, sizeof *ranked, compare_values);
}

/* ---- fusing ---- */

FairleadRankedValue *
fairlead_fuse_rank (const double *values, const guint32 *items, guint32 n, guint32 *n_ranked)
{
	FairleadRankedValue *ranked = FAIRLEAD_NEW_LARGE (FairleadRankedValue, n);
	guint32 n_positive = 0;

	for (guint32 i = 0; i < n; i++) {
		double value = values[items != NULL ? items[i] : i];

		ranked[n_positive] = (FairleadRankedValue){ fairlead_round_value (value), i };
		n_positive += ranked[n_positive].value > 0.0;
	}
	fairlead_sort_values (ranked, n_positive);
	*n_ranked = n_positive;
	return ranked;
}

void
fairlead_fuse_add_ranked (double *scores, const FairleadRankedValue *ranked, guint32 n,
                          double weight, double constant)
{
	for (guint32 first = 0, next; first < n; first = next) {
		double mean_rank;

		for (next = first + 1; next < n; next++)
			if (ranked[next].value < ranked[first].value)
				break;
		mean_rank = (first + 1 + next) / 2.0;
		for (guint32 i = first; i < next; i++) {
			__builtin_prefetch (&scores[ranked[MIN (i + AHEAD, n - 1)].item], 1);
			scores[ranked[i].item] += weight / (constant + mean_rank);
		}
	}
}

void
fairlead_fuse_add (double *scores, const double *values, guint32 n, double weight, double constant)
{
	guint32 n_ranked;
	g_autofree FairleadRankedValue *ranked = fairlead_fuse_rank (values, NULL, n, &n_ranked);

	fairlead_fuse_add_ranked (scores, ranked, n_ranked, weight, constant);
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
