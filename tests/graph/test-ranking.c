/* tests/graph/test-ranking.c: the facilitator comes first, and the order of inputs changes nothing
 * */
#include "graph/ranking.h"

#include "graph/fusion.h"
#include "graph/score/score.h"
#include "graph/score/strength.h"

#include "ingest/record/error.h"
#include "tests/common/helpers.h"
#include "tests/common/network-builder.h"

/* TARGET owns two listed ships. FACILITATOR manages both and is the only way to the sellers. HUB is
 * the agent of 15 licit companies, and touches the listed ship once. */
static FairleadNetwork *
new_network (void)
{
	g_autoptr (GString) text = g_string_new (
		"TARGET is company; TARGET listed OFAC/DPRK4; SHIP1 is vessel; SHIP1 listed "
		"OFAC/DPRK4; "
		"SHIP2 is vessel; TARGET registered-owner SHIP1; TARGET registered-owner SHIP2; "
		"FACILITATOR is company; FACILITATOR ism-manager SHIP1; FACILITATOR ism-manager "
		"SHIP2; "
		"SELLER1 supplier FACILITATOR; SELLER2 supplier FACILITATOR; SELLER3 supplier "
		"SELLER1; "
		"HUB is company; HUB insurer SHIP1; PLACE is address; PLACE address FACILITATOR; "
		"ALONE is person");

	for (guint i = 0; i < 15; i++)
		g_string_append_printf (text, "; HUB formation-agent CLIENT%02u", i);
	return test_network_from (text->str);
}

static FairleadRanking *
rank (FairleadNetwork *network, FairleadQuestion question)
{
	g_autoptr (GError) error = NULL;
	FairleadParameters parameters;
	FairleadRanking *ranking;

	fairlead_parameters_init (&parameters);
	ranking = fairlead_ranking_new (network, &parameters, &question, NULL, NULL, NULL, &error);
	g_assert_no_error (error);
	return ranking;
}

static const char *const dprk[] = { "programme:DPRK", NULL };
static const char *const sellers[] = { "test:SELLER1", "test:SELLER2", "test:SELLER3", NULL };

static const FairleadRankedRow *
row_of (FairleadRanking *ranking, const char *letters)
{
	return fairlead_ranking_get_row_of (
		ranking, test_vertex (fairlead_ranking_get_network (ranking), letters));
}

static void
test_facilitator_first (void)
{
	g_autoptr (FairleadNetwork) network = new_network ();
	g_autoptr (FairleadRanking) ranking =
		rank (network, (FairleadQuestion){ dprk, sellers, FALSE, NULL });
	guint n;
	const FairleadRankedRow *rows = fairlead_ranking_get_rows (ranking, &n);

	g_assert_cmpuint (rows[0].vertex, ==, test_vertex (network, "FACILITATOR"));
	g_assert_cmpuint (rows[0].rank, ==, 1);
	g_assert_cmpfloat (row_of (ranking, "HUB")->score, <, row_of (ranking, "SELLER1")->score);
	g_assert_cmpuint (row_of (ranking, "HUB")->degree, ==, 16);
	/* ships 1 (listed) and 2 (deals with the target): 0.8 of each */
	g_assert_cmpfloat_with_epsilon (rows[0].components[FAIRLEAD_COMPONENT_CONTROL], 1.6, 1e-6);
	/* three sellers, the listed ship and company */
	g_assert_cmpfloat_with_epsilon (rows[0].components[FAIRLEAD_COMPONENT_BROKERAGE], 6.0,
	                                1e-9);
	g_assert_cmpfloat (rows[0].components[FAIRLEAD_COMPONENT_PROXIMITY], >, 1.0);
	g_assert_cmpfloat (row_of (ranking, "ALONE")->score, ==, 0.0);
	for (guint i = 1; i < n; i++)
		g_assert_cmpfloat (rows[i].score, <=, rows[i - 1].score);
}

static void
test_who_is_ranked (void)
{
	g_autoptr (FairleadNetwork) network = new_network ();
	g_autoptr (FairleadRanking) without =
		rank (network, (FairleadQuestion){ dprk, NULL, FALSE, NULL });
	g_autoptr (FairleadRanking) with =
		rank (network, (FairleadQuestion){ dprk, NULL, TRUE, NULL });
	guint n_without, n_with;

	fairlead_ranking_get_rows (without, &n_without);
	fairlead_ranking_get_rows (with, &n_with);
	g_assert_cmpuint (fairlead_ranking_get_n_targets (with), ==, 2);
	g_assert_cmpuint (n_with, ==, n_without + 2);
	g_assert_null (row_of (without, "TARGET"));
	g_assert_true (row_of (with, "TARGET")->is_target);
	g_assert_false (row_of (with, "SHIP2")->is_target);
	g_assert_null (row_of (with, "PLACE"));
	g_assert_true (fairlead_ranking_is_target (with, test_vertex (network, "SHIP1")));
	g_assert_cmpstr (fairlead_ranking_get_target_expressions (with)[0], ==, "programme:DPRK");
}

/* Two clients of the hub are the same to all measures, wherever their numbers stand */
static void
test_ties (void)
{
	g_autoptr (FairleadNetwork) network = new_network ();
	g_autoptr (FairleadRanking) ranking =
		rank (network, (FairleadQuestion){ dprk, NULL, FALSE, NULL });
	const FairleadRankedRow *first = row_of (ranking, "CLIENT00");
	guint n;
	const FairleadRankedRow *rows = fairlead_ranking_get_rows (ranking, &n);

	for (guint i = 1; i < 15; i++) {
		g_autofree char *letters = g_strdup_printf ("CLIENT%02u", i);

		g_assert_cmpuint (row_of (ranking, letters)->rank, ==, first->rank);
	}
	for (guint i = 1; i < n; i++) {
		g_assert_cmpuint (rows[i].rank, ==,
		                  rows[i].rank == rows[i - 1].rank ? rows[i - 1].rank : i + 1);
		if (rows[i].rank == rows[i - 1].rank)
			g_assert_cmpuint (rows[i].vertex, >, rows[i - 1].vertex);
	}
}

/* Twins whose numbers stand before and after that of their only neighbour, far from the target: the
 * sweeps of the walk reach them in different order, and must not tell them apart */
static void
test_far_twins (void)
{
	g_autoptr (GString) text =
		g_string_new ("T is company; A linked-party M12; Z linked-party M12; "
	                      "T linked-party M00");
	g_autoptr (FairleadNetwork) network = NULL;
	g_autoptr (FairleadRanking) ranking = NULL;
	const char *const target[] = { "test:T", NULL };

	for (guint i = 0; i < 12; i++) {
		g_string_append_printf (text, "; M%02u linked-party M%02u", i, i + 1);
		for (guint j = 0; j < 6; j++)
			g_string_append_printf (text, "; M%02u linked-party L%02u%u", i, i, j);
	}
	network = test_network_from (text->str);
	ranking = rank (network, (FairleadQuestion){ target, NULL, FALSE, NULL });
	g_assert_cmpfloat (row_of (ranking, "A")->components[FAIRLEAD_COMPONENT_PROXIMITY], >, 0.0);
	g_assert_cmpuint (row_of (ranking, "A")->rank, ==, row_of (ranking, "Z")->rank);
}

static void
test_market (void)
{
	g_autoptr (FairleadNetwork) network = new_network ();
	const char *const targets_alone[] = { "test:TARGET", "test:PLACE", NULL };
	const char *const unknown[] = { "test:NOBODY", NULL };
	g_autoptr (FairleadRanking) ranking =
		rank (network, (FairleadQuestion){ dprk, targets_alone, FALSE, NULL });
	FairleadQuestion bad = { dprk, unknown, FALSE, NULL };
	g_autoptr (GError) error = NULL;
	FairleadParameters parameters;

	/* the target's own parties and places are no market */
	g_assert_cmpfloat (
		row_of (ranking, "FACILITATOR")->components[FAIRLEAD_COMPONENT_BROKERAGE], ==, 0.0);
	fairlead_parameters_init (&parameters);
	g_assert_null (fairlead_ranking_new (network, &parameters, &bad, NULL, NULL, NULL, &error));
	test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_UNKNOWN_REFERENCE, "test:NOBODY");
}

static void
count_progress (const char *what, guint64 done, guint64 total, gpointer user_data)
{
	g_assert_nonnull (what);
	g_assert_cmpuint (done, <, total);
	(*(guint *) user_data)++;
}

static void
test_failures (void)
{
	g_autoptr (FairleadNetwork) network = new_network ();
	const char *const unknown[] = { "programme:NOTHING", NULL };
	FairleadQuestion question = { dprk, NULL, FALSE, NULL },
			 bad = { unknown, NULL, FALSE, NULL };
	g_autoptr (GCancellable) cancellable = g_cancellable_new ();
	g_autoptr (FairleadRanking) ranking = NULL;
	g_autoptr (GError) nothing = NULL;
	g_autoptr (GError) cancelled = NULL;
	FairleadParameters parameters;
	guint n_calls = 0;

	fairlead_parameters_init (&parameters);
	g_assert_null (
		fairlead_ranking_new (network, &parameters, &bad, NULL, NULL, NULL, &nothing));
	test_assert_error (nothing, FAIRLEAD_ERROR, FAIRLEAD_ERROR_UNKNOWN_REFERENCE, "NOTHING");
	ranking = fairlead_ranking_new (network, &parameters, &question, count_progress, &n_calls,
	                                cancellable, NULL);
	g_assert_nonnull (ranking);
	g_assert_cmpuint (n_calls, ==, FAIRLEAD_N_COMPONENTS);
	g_cancellable_cancel (cancellable);
	g_assert_null (fairlead_ranking_new (network, &parameters, &question, NULL, NULL,
	                                     cancellable, &cancelled));
	g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A target of one that is linked to nobody: nothing is near it, nothing breaks */
static void
test_isolated_target (void)
{
	g_autoptr (FairleadNetwork) network = new_network ();
	const char *const alone[] = { "test:ALONE", NULL };
	g_autoptr (FairleadRanking) ranking =
		rank (network, (FairleadQuestion){ alone, NULL, TRUE, NULL });
	guint n;
	const FairleadRankedRow *rows = fairlead_ranking_get_rows (ranking, &n);

	for (guint i = 0; i < n; i++)
		g_assert_cmpfloat (rows[i].score, ==, 0.0);
	g_assert_cmpuint (rows[n - 1].rank, ==, 1);
}

static void
test_evidence (void)
{
	g_autoptr (FairleadNetwork) network = new_network ();
	g_autoptr (FairleadRanking) ranking =
		rank (network, (FairleadQuestion){ dprk, NULL, FALSE, NULL });
	g_autoptr (GPtrArray) paths =
		fairlead_ranking_dup_evidence (ranking, test_vertex (network, "FACILITATOR"), 3);
	const FairleadPath *path;

	g_assert_cmpuint (paths->len, ==, 2);
	path = g_ptr_array_index (paths, 0);
	g_assert_cmpuint (path->hops->len, ==, 1);
	g_assert_cmpuint (g_array_index (path->hops, FairleadHop, 0).to, ==,
	                  test_vertex (network, "SHIP1"));
}

/* ---- order of inputs ---- */

static char *
dup_rows (FairleadRecords *records)
{
	g_autoptr (FairleadNetwork) network = fairlead_network_new (records);
	g_autoptr (FairleadRanking) ranking =
		rank (network, (FairleadQuestion){ dprk, NULL, TRUE, NULL });
	GString *text = g_string_new (NULL);
	guint n;
	const FairleadRankedRow *rows = fairlead_ranking_get_rows (ranking, &n);

	for (guint i = 0; i < n; i++) {
		g_string_append_printf (text, "%u %s %.17g", rows[i].rank,
		                        fairlead_network_get_id (network, rows[i].vertex),
		                        rows[i].score);
		for (guint j = 0; j < FAIRLEAD_N_COMPONENTS; j++)
			g_string_append_printf (text, " %.17g", rows[i].components[j]);
		g_string_append_c (text, '\n');
	}
	return g_string_free (text, FALSE);
}

static void
test_order_of_files (void)
{
	static const struct {
		const char *path;
		const char *text;
	} files[] = {
		{ "a.csv",
		  "A listed OFAC/DPRK4; B director A; C shareholder B 30%; D imo 3113004" },
		{ "b.csv", "E registered-owner F; F imo 3113004; E director C; A supplier F" },
		{ "c.csv", "G registration KY/1; H registration KY/1; G director E; H insurer F" },
	};
	static const guint orders[][3] = { { 0, 1, 2 }, { 2, 1, 0 }, { 1, 2, 0 }, { 2, 0, 1 } };
	g_autofree char *expected = NULL;

	for (guint i = 0; i < G_N_ELEMENTS (orders); i++) {
		g_autoptr (FairleadRecords) records = fairlead_records_new ();
		g_autofree char *rows = NULL;

		for (guint j = 0; j < 3; j++)
			test_records_add (records,
			                  test_add_file (records, files[orders[i][j]].path, "test"),
			                  files[orders[i][j]].text);
		rows = dup_rows (records);
		if (expected == NULL)
			expected = g_strdup (rows);
		g_assert_cmpstr (rows, ==, expected);
	}
}

/* By counting: how many are above, and half of those that are the same */
static double
naive_rank (const FairleadRankedRow *rows, guint n, guint i, FairleadComponent component)
{
	double own = fairlead_round_value (rows[i].components[component]);
	double rank = 0.5;

	for (guint j = 0; j < n; j++) {
		double other = fairlead_round_value (rows[j].components[component]);

		rank += other > own ? 1.0 : other < own ? 0.0 : 0.5;
	}
	return own > 0.0 ? rank : 0.0;
}

static void
assert_strengths (FairleadRanking *ranking, guint n_asked)
{
	const FairleadParameters *parameters = fairlead_ranking_get_parameters (ranking);
	double constant = parameters->fusion_constant, weights[FAIRLEAD_N_COMPONENTS];
	g_autofree double *strengths = fairlead_ranking_dup_strengths (ranking, n_asked);
	guint n;
	const FairleadRankedRow *rows = fairlead_ranking_get_rows (ranking, &n);

	fairlead_score_get_weights (parameters, weights);
	for (guint i = 0; i < MIN (n, n_asked); i++) {
		double sum = 0.0, all = 0.0;

		for (guint j = 0; j < FAIRLEAD_N_COMPONENTS; j++) {
			double strength = strengths[i * FAIRLEAD_N_COMPONENTS + j];
			double rank = naive_rank (rows, n, i, j);

			g_assert_cmpfloat_with_epsilon (
				strength, rank > 0.0 ? (constant + 1.0) / (constant + rank) : 0.0,
				1e-12);
			sum += weights[j] * strength;
			all += weights[j];
		}
		/* who serves many is damped; the hub has 16 neighbours, all others fewer than 6 */
		if (rows[i].degree < 6)
			g_assert_cmpfloat_with_epsilon (rows[i].score, sum / all, 1e-9);
		else
			g_assert_cmpfloat (rows[i].score, <=, sum / all + 1e-9);
	}
}

/* Of the first alone, of some, of all and of more than there are, those without a score too */
static void
test_strengths (void)
{
	g_autoptr (FairleadNetwork) network = new_network ();
	g_autoptr (FairleadRanking) ranking =
		rank (network, (FairleadQuestion){ dprk, sellers, TRUE, NULL });
	g_autofree double *strengths = fairlead_ranking_dup_strengths (ranking, 0);
	static const guint asked[] = { 1, 3, 10, 1000 };

	g_assert_null (strengths);
	for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
		assert_strengths (ranking, asked[i]);
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/ranking/facilitator-first", test_facilitator_first);
	g_test_add_func ("/graph/ranking/who-is-ranked", test_who_is_ranked);
	g_test_add_func ("/graph/ranking/ties", test_ties);
	g_test_add_func ("/graph/ranking/far-twins", test_far_twins);
	g_test_add_func ("/graph/ranking/market", test_market);
	g_test_add_func ("/graph/ranking/failures", test_failures);
	g_test_add_func ("/graph/ranking/isolated-target", test_isolated_target);
	g_test_add_func ("/graph/ranking/evidence", test_evidence);
	g_test_add_func ("/graph/ranking/strengths-make-the-score", test_strengths);
	g_test_add_func ("/graph/ranking/order-of-files", test_order_of_files);
	return g_test_run ();
}
