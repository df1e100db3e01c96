/* tests/test-draws.c: ranks of drawn networks, and that threads change nothing */
#include "graph/score/draws.h"

#include "graph/score/exposure.h"
#include "graph/score/rerank.h"
#include "tests/helpers.h"
#include "tests/network-builder.h"

static FairleadRanking *
rank (FairleadNetwork *network, const char *target)
{
	const char *const expressions[] = { target, NULL };
	FairleadQuestion question = { expressions, NULL, FALSE };
	g_autoptr (GError) error = NULL;
	FairleadParameters parameters;
	FairleadRanking *ranking;

	fairlead_parameters_init (&parameters);
	ranking = fairlead_ranking_new (network, &parameters, &question, NULL, NULL, NULL, &error);
	g_assert_no_error (error);
	return ranking;
}

static guint8 *
keep_all (FairleadNetwork *network)
{
	guint32 n = fairlead_network_get_n_links (network);
	guint8 *is_kept = g_malloc (MAX (n, 1));

	for (guint32 i = 0; i < n; i++)
		is_kept[i] = TRUE;
	return is_kept;
}

/* With every link as it is the ranks are those of the ranking */
static void
test_same_without_change (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (3);

	for (guint round = 0; round < 20; round++) {
		g_autoptr (FairleadNetwork) network =
			test_random_network (random, 30, 20 + 3 * round, FALSE);
		g_autoptr (FairleadRanking) ranking = rank (network, "test:V000");
		g_autoptr (FairleadRerank) rerank = fairlead_rerank_new (ranking, 1000);
		g_autofree guint8 *is_kept = keep_all (network);
		const FairleadWhatIf what = { is_kept, FALSE, FALSE };
		g_autofree guint32 *ranks = fairlead_rerank_run (rerank, &what, NULL, NULL);
		guint n;
		const FairleadRankedRow *rows = fairlead_ranking_get_rows (ranking, &n);

		for (guint32 i = 0; i < fairlead_rerank_get_n (rerank); i++)
			g_assert_cmpuint (ranks[i], ==,
			                  rows[fairlead_rerank_get_row (rerank, i)].rank);
	}
}

/* Without some links: as a network ranks that never had them */
static void
test_same_as_without (void)
{
	g_autoptr (FairleadNetwork) whole = test_network_from (
		"T is company; A director T; B shareholder A c=0.5; C supplier B; D director C; "
		"E director T; E supplier C; F director E");
	g_autoptr (FairleadNetwork) less = test_network_from (
		"T is company; A director T; B shareholder A c=0.5; C supplier B; D director C; "
		"E is person; E supplier C; F director E");
	g_autoptr (FairleadRanking) ranking = rank (whole, "test:T");
	g_autoptr (FairleadRanking) expected = rank (less, "test:T");
	g_autoptr (FairleadRerank) rerank = fairlead_rerank_new (ranking, 1000);
	g_autofree guint8 *is_kept = keep_all (whole);
	const FairleadWhatIf what = { is_kept, FALSE, FALSE };
	g_autofree guint32 *ranks = NULL;
	guint n;
	const FairleadRankedRow *rows = fairlead_ranking_get_rows (ranking, &n);

	for (FairleadLink link = 0; link < fairlead_network_get_n_links (whole); link++)
		if (fairlead_network_get_from (whole, link) == test_vertex (whole, "E")
		    && fairlead_network_get_to (whole, link) == test_vertex (whole, "T"))
			is_kept[link] = FALSE;
	ranks = fairlead_rerank_run (rerank, &what, NULL, NULL);
	for (guint32 i = 0; i < fairlead_rerank_get_n (rerank); i++) {
		FairleadVertex vertex = rows[fairlead_rerank_get_row (rerank, i)].vertex;

		g_assert_cmpuint (ranks[i], ==,
		                  fairlead_ranking_get_row_of (
					  expected, test_vertex (less, fairlead_network_get_id (
									       whole, vertex)))
		                          ->rank);
	}
}

static void
draw (FairleadRanking *ranking, guint n_draws, guint n_threads, FairleadDraws *draws)
{
	const FairleadDrawChoice choice = { n_draws, 7, 10, n_threads };
	g_autoptr (GError) error = NULL;

	g_assert_true (fairlead_draws_init (draws, ranking, &choice, NULL, NULL, NULL, &error));
	g_assert_no_error (error);
}

static void
test_threads (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (4);
	g_autoptr (FairleadNetwork) network = test_random_network (random, 60, 120, FALSE);
	g_autoptr (FairleadRanking) ranking = rank (network, "test:V000");
	g_auto (FairleadDraws) one = { .spreads = NULL }, three = { .spreads = NULL };

	draw (ranking, 40, 1, &one);
	draw (ranking, 40, 3, &three);
	g_assert_cmpuint (one.spreads->len, ==, 59);
	g_assert_cmpmem (one.spreads->data, one.spreads->len * sizeof (FairleadSpread),
	                 three.spreads->data, three.spreads->len * sizeof (FairleadSpread));
	g_assert_cmpfloat (one.kept, ==, three.kept);
}

/* B hangs on a link of confidence 0.5: in about half of the draws it is behind C, who is sure */
static void
test_chances (void)
{
	g_autoptr (FairleadNetwork) network =
		test_network_from ("T is company; B registered-owner T c=0.5; C insurer T");
	g_autoptr (FairleadRanking) ranking = rank (network, "test:T");
	g_auto (FairleadDraws) draws = { .spreads = NULL };
	const FairleadRankedRow *row =
		fairlead_ranking_get_row_of (ranking, test_vertex (network, "B"));
	const FairleadDrawChoice choice = { 2000, 1, 1, 0 };
	const FairleadSpread *spread;
	guint n;
	const FairleadRankedRow *rows = fairlead_ranking_get_rows (ranking, &n);

	g_assert_true (fairlead_draws_init (&draws, ranking, &choice, NULL, NULL, NULL, NULL));
	spread = &g_array_index (draws.spreads, FairleadSpread, row - rows);
	g_assert_cmpuint (spread->low, <, spread->high);
	/* first where its link stands, 0.95 x 0.5, and where nothing does, 0.525 x 0.05 */
	g_assert_cmpfloat_with_epsilon (spread->top, 0.50125, 0.05);
}

/* A deals with the target alone, B by a half, C not; D's one partner deals with the target */
static void
test_exposure (void)
{
	g_autoptr (FairleadNetwork) network = test_network_from (
		"T is company; A supplier T; B supplier T; B supplier X; X supplier Y; "
		"C supplier Y; D supplier A");
	g_autoptr (FairleadRanking) ranking = rank (network, "test:T");
	g_autoptr (GArray) exposures = fairlead_ranking_dup_exposures (ranking);
	guint n;
	const FairleadRankedRow *rows = fairlead_ranking_get_rows (ranking, &n);
	static const struct {
		const char *party;
		double share;
		const char *words;
	} cases[] = { { "A", 0.5, "dedicated" },
		      { "B", 0.5, "dedicated" },
		      { "C", 0.0, "incidental" },
		      { "D", 1.0, "dedicated" },
		      { "X", 0.5, "dedicated" } };

	for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
		const FairleadExposure *exposure = &g_array_index (
			exposures, FairleadExposure,
			fairlead_ranking_get_row_of (ranking, test_vertex (network, cases[i].party))
				- rows);

		g_assert_cmpfloat_with_epsilon (exposure->share, cases[i].share, 1e-6);
		g_assert_cmpstr (fairlead_exposure_class_name (exposure->exposure_class), ==,
		                 cases[i].words);
	}
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/draws/same-without-change", test_same_without_change);
	g_test_add_func ("/graph/draws/same-as-without", test_same_as_without);
	g_test_add_func ("/graph/draws/threads", test_threads);
	g_test_add_func ("/graph/draws/chances", test_chances);
	g_test_add_func ("/graph/draws/exposure", test_exposure);
	return g_test_run ();
}
