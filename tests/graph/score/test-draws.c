/* tests/graph/score/test-draws.c: ranks of drawn networks, and that threads change nothing */
#include "graph/score/draws.h"

#include "graph/score/collect.h"
#include "graph/score/exposure.h"
#include "graph/score/ranking-private.h"
#include "graph/score/rerank.h"
#include "tests/common/helpers.h"
#include "tests/common/network-builder.h"

static FairleadRanking *
rank_by (FairleadNetwork *network, const char *target, const FairleadParameters *parameters)
{
	const char *const expressions[] = { target, NULL };
	FairleadQuestion question = { expressions, NULL, FALSE, NULL };
	g_autoptr (GError) error = NULL;
	FairleadRanking *ranking =
		fairlead_ranking_new (network, parameters, &question, NULL, NULL, NULL, &error);

	g_assert_no_error (error);
	return ranking;
}

static FairleadRanking *
rank (FairleadNetwork *network, const char *target)
{
	FairleadParameters parameters;

	fairlead_parameters_init (&parameters);
	return rank_by (network, target, &parameters);
}

/* With everything recorded, no link is missing */
static void
record_all (FairleadParameters *parameters)
{
	fairlead_parameters_init (parameters);
	parameters->most_sure = 0.95;
	parameters->recorded_ownership = parameters->recorded_control = 1.0;
	parameters->recorded_management = parameters->recorded_office = 1.0;
	parameters->recorded_service = parameters->recorded_location = 1.0;
	parameters->recorded_family = parameters->recorded_trade = 1.0;
	parameters->recorded_association = 1.0;
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
		g_autoptr (FairleadRerank) rerank = fairlead_rerank_new (ranking, 1000, FALSE);
		g_autofree guint8 *is_kept = keep_all (network);
		const FairleadWhatIf what = { is_kept, FALSE, FALSE, NULL, 0 };
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
	g_autoptr (FairleadRerank) rerank = fairlead_rerank_new (ranking, 1000, FALSE);
	g_autofree guint8 *is_kept = keep_all (whole);
	const FairleadWhatIf what = { is_kept, FALSE, FALSE, NULL, 0 };
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
	const FairleadDrawChoice choice = { n_draws, 7, 10, n_threads, NULL };
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

/* A target of 70 is searched from 64, drawn by the number; one of 1 from all */
static void
test_sources_are_drawn (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (8);
	g_autoptr (FairleadNetwork) network = test_random_network (random, 150, 400, FALSE);
	g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
	g_auto (GStrv) expressions = NULL;
	g_autofree guint8 *is_kept = keep_all (network);
	const guint64 samples[] = { 0, 1, 1, 2 };
	guint n_other[G_N_ELEMENTS (samples)] = { 0 };

	for (guint i = 0; i < 70; i++) {
		g_autofree char *name = g_strdup_printf ("test:V%03u", i);

		g_strv_builder_add (names, name);
	}
	expressions = g_strv_builder_end (names);
	for (guint many = 0; many < 2; many++) {
		const char *const one[] = { "test:V000", NULL };
		const FairleadQuestion question = { many ? (const char *const *) expressions : one,
			                            NULL, FALSE, NULL };
		FairleadParameters parameters;
		g_autoptr (FairleadRanking) ranking = NULL;
		g_autoptr (FairleadRerank) rerank = NULL;
		guint32 *ranks[G_N_ELEMENTS (samples)];

		fairlead_parameters_init (&parameters);
		ranking = fairlead_ranking_new (network, &parameters, &question, NULL, NULL, NULL,
		                                NULL);
		rerank = fairlead_rerank_new (ranking, 1000, FALSE);
		memset (n_other, 0, sizeof n_other);
		for (guint k = 0; k < G_N_ELEMENTS (samples); k++) {
			const FairleadWhatIf what = { is_kept, FALSE, TRUE, NULL, samples[k] };

			ranks[k] = fairlead_rerank_run (rerank, &what, NULL, NULL);
			for (guint32 i = 0; i < fairlead_rerank_get_n (rerank); i++)
				n_other[k] += ranks[k][i] != ranks[k > 0 ? k - 1 : 0][i];
		}
		g_assert_cmpuint (n_other[1] > 0, ==, many);
		g_assert_cmpuint (n_other[2], ==, 0);
		g_assert_cmpuint (n_other[3] > 0, ==, many);
		for (guint k = 0; k < G_N_ELEMENTS (samples); k++)
			g_free (ranks[k]);
	}
}

/* B hangs on a link of confidence 0.5: in about half of the draws it is behind C, who is sure */
static void
test_chances (void)
{
	g_autoptr (FairleadNetwork) network =
		test_network_from ("T is company; B registered-owner T c=0.5; C insurer T");
	g_autoptr (FairleadRanking) ranking = NULL;
	g_auto (FairleadDraws) draws = { .spreads = NULL };
	const FairleadDrawChoice choice = { 2000, 1, 1, 0, NULL };
	const FairleadSpread *spread;
	const FairleadRankedRow *row, *rows;
	FairleadParameters parameters;
	guint n;

	record_all (&parameters);
	ranking = rank_by (network, "test:T", &parameters);
	row = fairlead_ranking_get_row_of (ranking, test_vertex (network, "B"));
	rows = fairlead_ranking_get_rows (ranking, &n);
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

/* ---- missing links ---- */

static const FairleadMissing *
missing_at (const GArray *missing, guint i)
{
	return &g_array_index (missing, FairleadMissing, i);
}

/* A link that is supposed counts as one that is recorded: A holds B, and would hold C alike */
static void
test_missing_as_recorded (void)
{
	g_autoptr (FairleadNetwork) less = test_network_from (
		"T is company; A director T; A director B; D supplier C; E supplier D");
	g_autoptr (FairleadNetwork) whole = test_network_from (
		"T is company; A director T; A director B; D supplier C; E supplier D; "
		"A director C");
	g_autoptr (FairleadRanking) ranking = rank (less, "test:T");
	g_autoptr (FairleadRanking) expected = rank (whole, "test:T");
	g_autoptr (FairleadRerank) rerank = fairlead_rerank_new (ranking, 1000, TRUE);
	g_autofree guint8 *is_kept = keep_all (less);
	g_autoptr (GArray) missing = g_array_new (FALSE, FALSE, sizeof (FairleadMissing));
	const FairleadWhatIf what = { is_kept, FALSE, TRUE, missing, 0 };
	FairleadMissing link = { test_vertex (less, "A"), test_vertex (less, "C"), 0 };
	g_autofree guint32 *ranks = NULL;
	guint n;
	const FairleadRankedRow *rows = fairlead_ranking_get_rows (ranking, &n);

	while (fairlead_network_get_to (less, link.like) != test_vertex (less, "B"))
		link.like++;
	g_array_append_val (missing, link);
	ranks = fairlead_rerank_run (rerank, &what, NULL, NULL);
	g_assert_cmpuint (fairlead_rerank_get_n (rerank), ==, n);
	for (guint32 i = 0; i < n; i++) {
		FairleadVertex vertex = rows[fairlead_rerank_get_row (rerank, i)].vertex;

		g_assert_cmpuint (ranks[i], ==,
		                  fairlead_ranking_get_row_of (
					  expected, test_vertex (whole, fairlead_network_get_id (
										less, vertex)))
		                          ->rank);
	}
}

/* Where half of a class is recorded, each link stands for one that is missing: of its kind, from
 * its first end, to one whose kind is that of its second */
static void
test_as_many_as_are_missing (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (5);
	g_autoptr (FairleadNetwork) network = test_random_network (random, 40, 90, FALSE);
	g_autoptr (FairleadRanking) ranking = NULL;
	g_autoptr (FairleadMissingPool) pool = NULL;
	g_autoptr (GArray) once = g_array_new (FALSE, FALSE, sizeof (FairleadMissing));
	g_autoptr (GArray) again = g_array_new (FALSE, FALSE, sizeof (FairleadMissing));
	FairleadParameters parameters;
	const guint n_expected = 90;

	record_all (&parameters);
	parameters.recorded_association = 0.5;
	ranking = rank_by (network, "test:V000", &parameters);
	pool = fairlead_missing_pool_new (fairlead_ranking_get_scoring (ranking), NULL, NULL);
	fairlead_missing_pool_draw (pool, 7, once);
	fairlead_missing_pool_draw (pool, 7, again);
	g_assert_cmpmem (once->data, once->len * sizeof (FairleadMissing), again->data,
	                 again->len * sizeof (FairleadMissing));
	/* Some would join a party with itself, and are none */
	g_assert_cmpuint (once->len, <=, n_expected);
	g_assert_cmpuint (once->len, >, n_expected / 2);
	for (guint i = 0; i < once->len; i++) {
		const FairleadMissing *link = missing_at (once, i);

		g_assert_cmpuint (link->from, !=, link->to);
		g_assert_cmpuint (link->from, ==, fairlead_network_get_from (network, link->like));
		g_assert_cmpuint (fairlead_network_get_kind (network, link->to), ==,
		                  fairlead_network_get_kind (
					  network, fairlead_network_get_to (network, link->like)));
	}
}

/* Two that are one have the links of both */
static void
test_merges (void)
{
	g_autoptr (FairleadNetwork) network =
		test_network_from ("T is company; A director T; B supplier C; A is person");
	const FairleadMerge sure = { test_vertex (network, "A"), test_vertex (network, "B"), 1.0 };
	const FairleadMerge never = { test_vertex (network, "A"), test_vertex (network, "C"), 0.0 };
	g_autoptr (GArray) merges = g_array_new (FALSE, FALSE, sizeof (FairleadMerge));
	g_autoptr (GArray) missing = g_array_new (FALSE, FALSE, sizeof (FairleadMissing));
	g_autoptr (FairleadRanking) ranking = NULL;
	g_autoptr (FairleadMissingPool) pool = NULL;
	FairleadParameters parameters;

	record_all (&parameters);
	ranking = rank_by (network, "test:T", &parameters);
	g_array_append_val (merges, sure);
	g_array_append_val (merges, never);
	pool = fairlead_missing_pool_new (fairlead_ranking_get_scoring (ranking), NULL, merges);
	fairlead_missing_pool_draw (pool, 1, missing);
	g_assert_cmpuint (missing->len, ==, 2);
	g_assert_cmpuint (missing_at (missing, 0)->from, ==, test_vertex (network, "B"));
	g_assert_cmpuint (missing_at (missing, 0)->to, ==, test_vertex (network, "T"));
	g_assert_cmpuint (missing_at (missing, 1)->from, ==, test_vertex (network, "A"));
	g_assert_cmpuint (missing_at (missing, 1)->to, ==, test_vertex (network, "C"));
}

/* ---- providers ---- */

/* M serves S1 once, S2 and B; what it holds is no client */
static void
test_clients (void)
{
	g_autoptr (FairleadNetwork) network = test_network_from (
		"S1 is vessel; S2 is vessel; M ism-manager S1; M commercial-manager S1; "
		"M technical-manager S2; M director B; M shareholder C; M supplier D");
	g_autofree guint32 *n_clients = fairlead_count_clients (network, NULL);

	g_assert_cmpuint (n_clients[test_vertex (network, "M")], ==, 3);
	g_assert_cmpuint (n_clients[test_vertex (network, "S1")], ==, 0);
}

static void
test_provider_factor (void)
{
	FairleadParameters parameters;

	fairlead_parameters_init (&parameters);
	g_assert_cmpfloat (fairlead_provider_factor (&parameters, 6, 0.0), ==, 1.0);
	g_assert_cmpfloat (fairlead_provider_factor (&parameters, 60, 0.5), ==, 1.0);
	/* 0.25 ^ (1 - 6/12), and the least exposure: 0.002 ^ (1/2) */
	g_assert_cmpfloat_with_epsilon (fairlead_provider_factor (&parameters, 12, 0.125), 0.5,
	                                1e-12);
	g_assert_cmpfloat_with_epsilon (fairlead_provider_factor (&parameters, 12, 0.0), 0.044721,
	                                1e-6);
}

/* H manages a ship of the target and eight others: its score is what it was, times the factor, and
 * what is ranked again agrees */
static void
test_provider_is_discounted (void)
{
	g_autoptr (FairleadNetwork) network = test_network_from (
		"T is vessel; H ism-manager T; H ism-manager A; H ism-manager B; H ism-manager C; "
		"H ism-manager D; H ism-manager E; H ism-manager F; H ism-manager G; "
		"H ism-manager I; O registered-owner T; P registered-owner A");
	g_autoptr (FairleadRanking) ranking = rank (network, "test:T");
	g_autoptr (FairleadRanking) plain = NULL;
	g_autoptr (FairleadRerank) rerank = fairlead_rerank_new (ranking, 1000, FALSE);
	g_autofree guint8 *is_kept = keep_all (network);
	const FairleadWhatIf what = { is_kept, FALSE, FALSE, NULL, 0 };
	g_autofree guint32 *ranks = fairlead_rerank_run (rerank, &what, NULL, NULL);
	g_autoptr (GArray) exposures = fairlead_ranking_dup_exposures (ranking);
	FairleadVertex hub = test_vertex (network, "H");
	const FairleadExposure *exposure;
	FairleadParameters parameters;
	guint n;
	const FairleadRankedRow *rows = fairlead_ranking_get_rows (ranking, &n);

	fairlead_parameters_init (&parameters);
	parameters.provider_clients = INFINITY;
	plain = rank_by (network, "test:T", &parameters);
	exposure = &g_array_index (exposures, FairleadExposure,
	                           fairlead_ranking_get_row_of (ranking, hub) - rows);
	g_assert_cmpuint (exposure->n_clients, ==, 9);
	g_assert_cmpfloat (exposure->factor, <, 0.8);
	g_assert_cmpfloat_with_epsilon (
		fairlead_ranking_get_row_of (ranking, hub)->score,
		exposure->factor * fairlead_ranking_get_row_of (plain, hub)->score, 1e-9);
	for (guint32 i = 0; i < fairlead_rerank_get_n (rerank); i++)
		g_assert_cmpuint (ranks[i], ==, rows[fairlead_rerank_get_row (rerank, i)].rank);
}

/* ---- what to collect ---- */

static gboolean
asks_for_owner (const GArray *unknowns, FairleadVertex party)
{
	for (guint i = 0; i < unknowns->len; i++) {
		const FairleadUnknown *unknown = &g_array_index (unknowns, FairleadUnknown, i);

		if (unknown->kind == FAIRLEAD_UNKNOWN_OWNER && unknown->party == party)
			return TRUE;
	}
	return FALSE;
}

/* V has no owner on record and S has one */
static void
test_collect (void)
{
	g_autoptr (FairleadNetwork) network = test_network_from (
		"T is company; T registered-owner U; U is vessel; V is vessel; S is vessel; "
		"O registered-owner S; V transfer-partner U; S transfer-partner U; A supplier O; "
		"B ism-manager V; B ism-manager S");
	g_autoptr (FairleadRanking) ranking = rank (network, "test:T");
	g_autoptr (GArray) once = fairlead_collect (ranking, 1, NULL, NULL, NULL);
	g_autoptr (GArray) again = fairlead_collect (ranking, 1, NULL, NULL, NULL);

	g_assert_true (asks_for_owner (once, test_vertex (network, "V")));
	g_assert_false (asks_for_owner (once, test_vertex (network, "S")));
	g_assert_cmpuint (once->len, ==, again->len);
	for (guint i = 0; i < once->len; i++) {
		const FairleadUnknown *unknown = &g_array_index (once, FairleadUnknown, i);
		const FairleadUnknown *other = &g_array_index (again, FairleadUnknown, i);

		g_assert_cmpuint (unknown->party, ==, other->party);
		g_assert_cmpfloat (unknown->change, ==, other->change);
		g_assert_cmpfloat (unknown->change, >, 0.0);
		if (i > 0)
			g_assert_cmpfloat (unknown->chance * unknown->change, <=,
			                   (unknown - 1)->chance * (unknown - 1)->change);
	}
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/draws/same-without-change", test_same_without_change);
	g_test_add_func ("/graph/draws/same-as-without", test_same_as_without);
	g_test_add_func ("/graph/draws/threads", test_threads);
	g_test_add_func ("/graph/draws/sources-of-many-are-drawn", test_sources_are_drawn);
	g_test_add_func ("/graph/draws/chances", test_chances);
	g_test_add_func ("/graph/draws/exposure", test_exposure);
	g_test_add_func ("/graph/draws/missing-as-recorded", test_missing_as_recorded);
	g_test_add_func ("/graph/draws/as-many-as-are-missing", test_as_many_as_are_missing);
	g_test_add_func ("/graph/draws/merges", test_merges);
	g_test_add_func ("/graph/providers/clients", test_clients);
	g_test_add_func ("/graph/providers/factor", test_provider_factor);
	g_test_add_func ("/graph/providers/discounted", test_provider_is_discounted);
	g_test_add_func ("/graph/collect/owner", test_collect);
	return g_test_run ();
}
