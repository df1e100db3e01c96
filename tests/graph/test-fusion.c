/* tests/graph/test-fusion.c: reciprocal rank fusion by hand, with ties and zeros */
#include "graph/fusion.h"

#include <math.h>

#include "tests/common/helpers.h"

#define N 5

/* Ranks of the first component: 9 -> 1, two of 7 -> 2.5 each, 1 -> 4, 0 -> none.
 * Ranks of the second: all but the last 0; the last 1. With k = 60 and weights 1 and 2 the scale is
 * 1/61 + 2/61 = 3/61. */
static void
test_by_hand (void)
{
	const double first[N] = { 7, 9, 1, 7, 0 };
	const double second[N] = { 0, 0, 0, 0, 1 };
	const double *const values[] = { first, second };
	const double weights[] = { 1, 2 };
	const double expected[N] = { 61.0 / 3 / 62.5, 1.0 / 3, 61.0 / 3 / 64, 61.0 / 3 / 62.5,
		                     2.0 / 3 };
	g_autofree double *scores = fairlead_fuse (values, weights, 2, N, 60);

	for (guint i = 0; i < N; i++)
		g_assert_cmpfloat_with_epsilon (scores[i], expected[i], 1e-12);
}

static void
test_first_in_all (void)
{
	const double values[N] = { 1, 2, 3, 4, 5 };
	const double *const components[] = { values, values, values };
	const double weights[] = { 1, 0.5, 0 };
	const double none[] = { 0, 0, 0 };
	g_autofree double *scores = fairlead_fuse (components, weights, 3, N, 60);
	g_autofree double *unweighted = fairlead_fuse (components, none, 3, N, 60);
	g_autofree double *empty = fairlead_fuse (components, weights, 3, 0, 60);

	g_assert_nonnull (empty);
	g_assert_cmpfloat_with_epsilon (scores[N - 1], 1.0, 1e-12);
	g_assert_cmpfloat (unweighted[0], ==, 0.0);
}

/* What is no number has no rank, and what is negative none either */
static void
test_no_rank (void)
{
	const double values[N] = { NAN, -1, 0, -0.0, 2 };
	const double *const components[] = { values };
	const double weights[] = { 1 };
	g_autofree double *scores = fairlead_fuse (components, weights, 1, N, 60);

	for (guint i = 0; i < N - 1; i++)
		g_assert_cmpfloat (scores[i], ==, 0.0);
	g_assert_cmpfloat_with_epsilon (scores[N - 1], 1.0, 1e-12);
}

static void
test_rounding (void)
{
	const double close[] = { 1.0 / 3.0, 1.0 / 3.0 * (1 + 1e-14) };
	const double *const components[] = { close };
	const double weights[] = { 1 };
	g_autofree double *scores = fairlead_fuse (components, weights, 1, 2, 60);

	g_assert_cmpfloat (scores[0], ==, scores[1]);
	g_assert_cmpfloat (fairlead_round_value (0.0), ==, 0.0);
	g_assert_cmpfloat (fairlead_round_value (0.75), ==, 0.75);
	g_assert_cmpfloat (fairlead_round_value (1e-300), >, 0.0);
	g_assert_cmpfloat_with_epsilon (fairlead_round_value (1e9 / 3.0) / (1e9 / 3.0), 1.0, 1e-7);
	g_assert_cmpfloat (fairlead_round_value (1.0 + 1e-6), >, 1.0);
}

static void
test_permutation (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (51);

	for (guint round = 0; round < 100; round++) {
		double values[2][20], moved[2][20];
		const double *const components[] = { values[0], values[1] };
		const double *const moved_components[] = { moved[0], moved[1] };
		const double weights[] = { 1, 3 };
		guint shift = (guint) g_rand_int_range (random, 0, 20);
		g_autofree double *scores = NULL;
		g_autofree double *moved_scores = NULL;

		for (guint i = 0; i < 20; i++)
			for (guint j = 0; j < 2; j++)
				moved[j][(i + shift) % 20] = values[j][i] =
					g_rand_int_range (random, 0, 8);
		scores = fairlead_fuse (components, weights, 2, 20, 60);
		moved_scores = fairlead_fuse (moved_components, weights, 2, 20, 60);
		for (guint i = 0; i < 20; i++)
			g_assert_cmpfloat (scores[i], ==, moved_scores[(i + shift) % 20]);
	}
}

/* So many that they are sorted by digits, with ties, and the greatest and least there are */
static void
test_sorting (void)
{
	enum { N_SORTED = 10000 };
	g_autoptr (GRand) random = g_rand_new_with_seed (52);
	g_autofree FairleadRankedValue *ranked = g_new (FairleadRankedValue, N_SORTED);
	g_autofree guint8 *is_seen = g_malloc0 (N_SORTED);

	for (guint32 i = 0; i < N_SORTED; i++)
		ranked[i] = (FairleadRankedValue){ ldexp (g_rand_int_range (random, -50, 50),
			                                  g_rand_int_range (random, -40, 40)),
			                           i };
	ranked[17].value = G_MAXDOUBLE;
	ranked[18].value = 5e-324;
	fairlead_sort_values (ranked, N_SORTED);
	g_assert_cmpuint (ranked[0].item, ==, 17);
	for (guint32 i = 0; i < N_SORTED; i++) {
		g_assert_false (is_seen[ranked[i].item]);
		is_seen[ranked[i].item] = TRUE;
		if (i == 0)
			continue;
		g_assert_cmpfloat (ranked[i - 1].value, >=, ranked[i].value);
		if (!(ranked[i - 1].value > ranked[i].value))
			g_assert_cmpuint (ranked[i - 1].item, <, ranked[i].item);
	}
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/fusion/by-hand", test_by_hand);
	g_test_add_func ("/graph/fusion/first-in-all-has-one", test_first_in_all);
	g_test_add_func ("/graph/fusion/zero-has-no-rank", test_no_rank);
	g_test_add_func ("/graph/fusion/rounding-decides-no-rank", test_rounding);
	g_test_add_func ("/graph/fusion/permutation-changes-nothing", test_permutation);
	g_test_add_func ("/graph/fusion/many-are-sorted-as-few", test_sorting);
	return g_test_run ();
}
