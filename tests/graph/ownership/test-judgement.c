/* tests/graph/ownership/test-judgement.c: the 50 per cent rules on cases worked by hand, and
 * against a naive cascade */
#include "graph/ownership/rules/judgement.h"

#include <string.h>

#include "graph/ownership/rules/listed.h"
#include "tests/common/helpers.h"
#include "tests/common/network-builder.h"

#define PERCENT (FAIRLEAD_SHARE_ONE / 100u)
#define ONE ((gint64) FAIRLEAD_SHARE_ONE)

#define LISTED                                                                             \
	"X listed OFAC/P; X listed EU/P; X listed UK/P; X listed BIS/P; Y listed OFAC/P; " \
	"Y listed EU/P; Y listed UK/P; Y listed BIS/P; "

static const FairleadRule *
find_rule (const GPtrArray *rules, const char *id)
{
	g_autoptr (GError) error = NULL;
	const FairleadRule *rule =
		fairlead_rules_find (rules, id, FAIRLEAD_DAY_OPEN_FUTURE, &error);

	g_assert_no_error (error);
	return rule;
}

/* `A B? C`: who falls under the rule, with a question mark where that is possible only */
static char *
dup_verdicts (const FairleadJudgement *judgement, const char *letters)
{
	const FairleadHoldings *holdings = fairlead_judgement_get_holdings (judgement);
	GString *text = g_string_new (NULL);

	for (const char *letter = letters; *letter != '\0'; letter++) {
		const char name[] = { *letter, '\0' };
		FairleadVerdict verdict = fairlead_judgement_get_verdict (
			judgement, test_vertex (holdings->network, name));

		if (verdict == FAIRLEAD_VERDICT_DEFINITE || verdict == FAIRLEAD_VERDICT_POSSIBLE)
			g_string_append_printf (text, "%s%c%s", text->len > 0 ? " " : "", *letter,
			                        verdict == FAIRLEAD_VERDICT_POSSIBLE ? "?" : "");
	}
	return g_string_free (text, FALSE);
}

static char *
judge (const char *text, const char *rule, const char *letters)
{
	g_autoptr (GPtrArray) rules = fairlead_rules_new_shipped (NULL);
	g_autofree char *whole = g_strconcat (LISTED, text, NULL);
	g_autoptr (FairleadNetwork) network = test_network_from (whole);
	g_autoptr (FairleadHoldings) holdings =
		fairlead_holdings_new (network, FAIRLEAD_DAY_OPEN_FUTURE);
	g_autoptr (FairleadJudgement) judgement =
		fairlead_judgement_new (holdings, find_rule (rules, rule), NULL);

	return dup_verdicts (judgement, letters);
}

/* OFAC, BIS and the EU since July 2024; OFAC before August 2014, where holdings were not summed;
 * the EU before; the UK */
static const char *const columns[][4] = {
	{ "OFAC-2014", "BIS-2025", "EU-2024", NULL },
	{ "OFAC-2008", NULL },
	{ "EU-before-2024", NULL },
	{ "UK-2020", NULL },
};

static const struct {
	const char *name;
	const char *text;
	const char *letters;
	const char *expected[G_N_ELEMENTS (columns)];
} vectors[] = {
	{ "T1", "X shareholder A 50%; A shareholder B 50%", "AB", { "A B", "A B", "", "" } },
	{ "T2",
	  "X shareholder A 50%; X shareholder B 50%; A shareholder C 25%; B shareholder C 25%",
	  "ABC",
	  { "A B C", "A B C", "", "" } },
	{ "T3",
	  "X shareholder A 50%; X shareholder B 10%; A shareholder B 40%",
	  "AB",
	  { "A B", "A B", "", "" } },
	{ "T4",
	  "X shareholder A 50%; X shareholder B 25%; A shareholder C 25%; B shareholder C 25%",
	  "ABC",
	  { "A", "A", "", "" } },
	{ "T5",
	  "X shareholder A 25%; X shareholder B 25%; A shareholder C 50%; B shareholder C 50%",
	  "ABC",
	  { "", "", "", "" } },
	{ "T6", "X shareholder A 25%; Y shareholder A 25%", "A", { "A", "", "", "" } },
	{ "T7",
	  "A shareholder B 100%; B shareholder A 100%; X shareholder Z 100%",
	  "ABZ",
	  { "Z", "Z", "Z", "Z" } },
	{ "T8",
	  "X shareholder A 50%; A shareholder B 60%; B shareholder A 30%",
	  "AB",
	  { "A B", "A B", "", "" } },
	{ "T9",
	  "X shareholder A 40%; A shareholder B 60%; B shareholder A 60%",
	  "AB",
	  { "", "", "", "" } },
	{ "T10", "X shareholder A 51%; A shareholder B 51%", "AB", { "A B", "A B", "A B", "A B" } },
};

static void
test_vectors (void)
{
	for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
		for (guint column = 0; column < G_N_ELEMENTS (columns); column++)
			for (guint j = 0; columns[column][j] != NULL; j++) {
				g_autofree char *got = judge (vectors[i].text, columns[column][j],
				                              vectors[i].letters);

				g_test_message ("%s under %s", vectors[i].name, columns[column][j]);
				g_assert_cmpstr (got, ==, vectors[i].expected[column]);
			}
}

/* What is unknown, contradictory, held in votes, or controlled */
static const struct {
	const char *text;
	const char *rule;
	const char *letters;
	const char *expected;
} three_valued[] = {
	{ "X shareholder A", "OFAC-2014", "A", "A?" },
	{ "X shareholder A; B shareholder A 50%", "OFAC-2014", "AB", "A?" },
	{ "X shareholder A; B shareholder A 50.1%", "OFAC-2014", "AB", "" },
	{ "X shareholder A 25-50%", "OFAC-2014", "A", "A?" },
	{ "X shareholder A 50-75%; A shareholder B 50-75%", "OFAC-2014", "AB", "A B" },
	{ "X shareholder A 25-50%; Y shareholder A 25-50%", "OFAC-2014", "A", "A" },
	{ "X shareholder A 25-50%; Y shareholder A 25-50%", "UK-2020", "A", "" },
	{ "X shareholder A 50%; A shareholder B", "OFAC-2014", "AB", "A B?" },
	/* a possible member's holdings make others possible, and no more */
	{ "X shareholder A; A shareholder B 100%", "OFAC-2014", "AB", "A? B?" },
	/* the records give away more than the whole: nothing is sure that they deny */
	{ "X shareholder A 60%; B shareholder A 60%", "OFAC-2014", "AB", "A?" },
	{ "X shareholder A 90%; B shareholder A 20%", "OFAC-2014", "AB", "A" },
	{ "X shareholder A 33.34%; Y shareholder A 33.34%; B shareholder A 33.34%", "OFAC-2014",
	  "AB", "A" },
	/* votes count in the UK, and are control in the EU */
	{ "X controller A 51%", "UK-2020", "A", "A" },
	{ "X controller A 51%", "EU-2024", "A", "A?" },
	{ "X controller A 51%", "OFAC-2014", "A", "" },
	{ "X controller A 30%; X shareholder A 30%", "UK-2020", "A", "" },
	/* control is a question of fact: possible, and no more; OFAC does not ask */
	{ "X controller A", "UK-2020", "A", "A?" },
	{ "X controller A", "EU-2024", "A", "A?" },
	{ "X controller A; A shareholder B 100%", "EU-2024", "AB", "A? B?" },
	{ "X controller A; A shareholder B 100%", "OFAC-2014", "AB", "" },
	{ "X director A; X ism-manager B", "UK-2020", "AB", "" },
	/* a branch is its head office; a ship is her owner's */
	{ "X shareholder A 50%; A head-office B", "OFAC-2014", "AB", "A B" },
	{ "B is vessel; X shareholder A 60%; A registered-owner B", "UK-2020", "AB", "A B" },
	/* the listed need no owner, and pass on what they hold */
	{ "Y shareholder X 100%; X shareholder A 60%", "UK-2020", "A", "A" },
	{ "X shareholder A 60% ended", "OFAC-2014", "A", "" },
};

static void
test_three_valued (void)
{
	for (guint i = 0; i < G_N_ELEMENTS (three_valued); i++) {
		g_autofree char *got =
			judge (three_valued[i].text, three_valued[i].rule, three_valued[i].letters);

		g_test_message ("%s under %s", three_valued[i].text, three_valued[i].rule);
		g_assert_cmpstr (got, ==, three_valued[i].expected);
	}
}

/* Those of @text under the rule of the UK, where X has an arrangement with @other */
static void
assert_joint (const char *text, const char *other, const char *expected)
{
	g_autoptr (GPtrArray) rules = fairlead_rules_new_shipped (NULL);
	g_autofree char *whole = g_strconcat (LISTED, text, NULL);
	g_autoptr (FairleadNetwork) network = test_network_from (whole);
	g_autoptr (FairleadHoldings) holdings =
		fairlead_holdings_new (network, FAIRLEAD_DAY_OPEN_FUTURE);
	g_autoptr (GPtrArray) joint =
		g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
	g_autoptr (FairleadJudgement) judgement = NULL;
	GArray *group = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	const FairleadVertex ends[] = { test_vertex (network, "X"), test_vertex (network, other) };
	const FairleadWhoCounts listing = { NULL, joint };
	g_autofree char *got = NULL;

	g_array_append_vals (group, ends, G_N_ELEMENTS (ends));
	g_ptr_array_add (joint, group);
	judgement = fairlead_judgement_new (holdings, find_rule (rules, "UK-2020"), &listing);
	got = dup_verdicts (judgement, "ABZ");
	g_assert_cmpstr (got, ==, expected);
}

/* With a listed party, and with one who is not and does not become so */
static void
test_joint (void)
{
	static const char text[] = "X shareholder A 26%; Y shareholder A 26%; "
				   "X shareholder B 26%; Z shareholder B 26%";

	assert_joint (text, "Y", "A");
	assert_joint (text, "Z", "B");
}

static void
test_standing (void)
{
	g_autoptr (GPtrArray) rules = fairlead_rules_new_shipped (NULL);
	g_autoptr (FairleadNetwork) network = test_network_from (
		LISTED "X shareholder A 42.5%; B shareholder A 57.5%; "
		       "X shareholder C 55%; X shareholder D 20%; Y shareholder D");
	g_autoptr (FairleadHoldings) holdings =
		fairlead_holdings_new (network, FAIRLEAD_DAY_OPEN_FUTURE);
	g_autoptr (FairleadJudgement) judgement =
		fairlead_judgement_new (holdings, find_rule (rules, "OFAC-2014"), NULL);
	FairleadStanding standing;

	fairlead_judgement_get_standing (judgement, test_vertex (network, "A"), &standing);
	g_assert_cmpint (standing.verdict, ==, FAIRLEAD_VERDICT_CLEAR);
	g_assert_cmpuint (standing.low, ==, 425 * PERCENT / 10);
	g_assert_cmpuint (standing.high, ==, 425 * PERCENT / 10);
	g_assert_cmpuint (standing.missing, ==, 75 * PERCENT / 10);
	fairlead_judgement_get_standing (judgement, test_vertex (network, "C"), &standing);
	g_assert_cmpint (standing.verdict, ==, FAIRLEAD_VERDICT_DEFINITE);
	g_assert_cmpuint (standing.low, ==, 55 * PERCENT);
	g_assert_cmpuint (standing.missing, ==, 0);
	fairlead_judgement_get_standing (judgement, test_vertex (network, "D"), &standing);
	g_assert_cmpint (standing.verdict, ==, FAIRLEAD_VERDICT_POSSIBLE);
	g_assert_cmpuint (standing.low, ==, 20 * PERCENT);
	g_assert_cmpuint (standing.high, ==, 100 * PERCENT);
	g_assert_cmpuint (standing.missing, ==, 30 * PERCENT);
	fairlead_judgement_get_standing (judgement, test_vertex (network, "X"), &standing);
	g_assert_cmpint (standing.verdict, ==, FAIRLEAD_VERDICT_LISTED);
}

/* `X-A 50, A-B 40`: the holdings of a proof */
static char *
dup_proof (const char *text, const char *rule, const char *letter)
{
	g_autoptr (GPtrArray) rules = fairlead_rules_new_shipped (NULL);
	g_autofree char *whole = g_strconcat (LISTED, text, NULL);
	g_autoptr (FairleadNetwork) network = test_network_from (whole);
	g_autoptr (FairleadHoldings) holdings =
		fairlead_holdings_new (network, FAIRLEAD_DAY_OPEN_FUTURE);
	g_autoptr (FairleadJudgement) judgement =
		fairlead_judgement_new (holdings, find_rule (rules, rule), NULL);
	g_autoptr (GArray) proof =
		fairlead_judgement_dup_proof (judgement, test_vertex (network, letter));
	GString *line = g_string_new (NULL);

	for (guint i = 0; i < proof->len; i++) {
		const FairleadHolding *holding =
			&holdings->items[g_array_index (proof, guint32, i)];

		g_string_append_printf (
			line, "%s%s-%s %u", i > 0 ? ", " : "",
			fairlead_network_get_id (network, holding->holder) + strlen ("test:"),
			fairlead_network_get_id (network, holding->company) + strlen ("test:"),
			holding->high / PERCENT);
	}
	return g_string_free (line, FALSE);
}

static void
test_proofs (void)
{
	g_autofree char *chain = dup_proof ("X shareholder A 50%; X shareholder B 10%; "
	                                    "A shareholder B 40%; Y shareholder C 90%",
	                                    "OFAC-2014", "B");
	g_autofree char *least = dup_proof (
		"X shareholder A 30%; Y shareholder A 60%; A shareholder B 60%", "OFAC-2014", "B");
	g_autofree char *circle = dup_proof (
		"X shareholder A 50%; A shareholder B 60%; B shareholder A 30%", "OFAC-2014", "A");
	g_autofree char *control =
		dup_proof ("X controller A; A shareholder B 60%", "EU-2024", "B");
	g_autofree char *person = dup_proof ("X shareholder A 51%; Y shareholder B 60%; "
	                                     "B shareholder C 60%; A shareholder C 40%",
	                                     "UK-2020", "C");
	g_autofree char *clear = dup_proof ("X shareholder A 10%", "OFAC-2014", "A");

	g_assert_cmpstr (chain, ==, "X-A 50, X-B 10, A-B 40");
	g_assert_cmpstr (least, ==, "Y-A 60, A-B 60");
	g_assert_cmpstr (circle, ==, "X-A 50");
	g_assert_cmpstr (control, ==, "X-A 0, A-B 60");
	g_assert_cmpstr (person, ==, "Y-B 60, B-C 60");
	g_assert_cmpstr (clear, ==, "");
}

/* ---- against a naive cascade ---- */

#define N 9

static FairleadNetwork *
random_network (GRand *random, guint n_links)
{
	g_autoptr (GString) text = g_string_new (LISTED);

	for (guint i = 0; i < n_links; i++) {
		char from = (char) ('A' + g_rand_int_range (random, 0, N));
		char to = (char) ('A' + g_rand_int_range (random, 0, N));
		gint low = g_rand_int_range (random, 0, 70);
		gint high = g_rand_int_range (random, low, 71);

		if (g_rand_int_range (random, 0, 3) == 0)
			from = g_rand_boolean (random) ? 'X' : 'Y';
		if (g_rand_boolean (random))
			high = low;
		g_string_append_printf (text, "%c %s %c %d-%d%%; ", from,
		                        g_rand_int_range (random, 0, 4) > 0 ? "shareholder"
		                                                            : "controller",
		                        to, low, high);
	}
	for (char letter = 'A'; letter < 'A' + N; letter++)
		g_string_append_printf (text, "%c named %c%s", letter, letter,
		                        letter < 'A' + N - 1 ? "; " : "");
	return test_network_from (text->str);
}

/* Whether those that are in hold enough of a kind in the company; all holdings are looked at */
static gboolean
naive_enough (const FairleadHoldings *holdings, const FairleadRule *rule, const gboolean *in,
              FairleadVertex company, FairleadHeld held, gboolean is_upper)
{
	gint64 low = 0, high = 0, others = 0, share;

	for (guint32 i = 0; i < holdings->n; i++) {
		const FairleadHolding *holding = &holdings->items[i];

		if (holding->company != company || holding->held != held)
			continue;
		if (is_upper && rule->control && !rule->votes && held == FAIRLEAD_HELD_VOTES
		    && in[holding->holder] && holding->high > FAIRLEAD_SHARE_ONE / 2)
			return TRUE;
		low += in[holding->holder] ? holding->low : 0;
		high += in[holding->holder] ? holding->high : 0;
		others += in[holding->holder] ? 0 : holding->low;
	}
	if (held == FAIRLEAD_HELD_VOTES && !rule->votes)
		return FALSE;
	share = is_upper ? MIN (high, MAX (ONE - others, low)) : MIN (low, ONE - others);
	return share >= rule->needed;
}

static void
naive_cascade (const FairleadHoldings *holdings, const FairleadRule *rule, gboolean *in,
               gboolean is_upper)
{
	gboolean is_moved = TRUE;

	while (is_moved) {
		is_moved = FALSE;
		for (FairleadVertex vertex = 0; vertex < holdings->n_vertices; vertex++)
			for (guint held = 0; !in[vertex] && held <= FAIRLEAD_HELD_VOTES; held++)
				if (naive_enough (holdings, rule, in, vertex, held, is_upper))
					in[vertex] = is_moved = TRUE;
	}
}

static void
naive_verdicts (const FairleadHoldings *holdings, const FairleadRule *rule, const GArray *listed,
                FairleadVerdict *verdicts)
{
	guint n_runs = rule->per_person ? listed->len : 1;

	for (guint bound = 0; bound < 2; bound++)
		for (guint run = 0; run < n_runs; run++) {
			gboolean in[64] = { FALSE };

			for (guint i = 0; i < listed->len; i++)
				in[g_array_index (listed, FairleadVertex, i)] =
					!rule->per_person || i == run;
			naive_cascade (holdings, rule, in, bound == 1);
			for (FairleadVertex vertex = 0; vertex < holdings->n_vertices; vertex++)
				if (in[vertex])
					verdicts[vertex] =
						MAX (verdicts[vertex],
					             bound == 0 ? FAIRLEAD_VERDICT_DEFINITE
					                        : FAIRLEAD_VERDICT_POSSIBLE);
		}
	for (guint i = 0; i < listed->len; i++)
		verdicts[g_array_index (listed, FairleadVertex, i)] = FAIRLEAD_VERDICT_LISTED;
}

static void
compare_with_naive (FairleadNetwork *network, const FairleadRule *rule)
{
	g_autoptr (FairleadHoldings) holdings =
		fairlead_holdings_new (network, FAIRLEAD_DAY_OPEN_FUTURE);
	g_autoptr (FairleadJudgement) judgement = fairlead_judgement_new (holdings, rule, NULL);
	g_autoptr (GArray) listed =
		fairlead_rule_dup_listed (rule, network, FAIRLEAD_DAY_OPEN_FUTURE);
	FairleadVerdict expected[64] = { FAIRLEAD_VERDICT_CLEAR };

	naive_verdicts (holdings, rule, listed, expected);
	for (FairleadVertex vertex = 0; vertex < holdings->n_vertices; vertex++) {
		FairleadVerdict got = fairlead_judgement_get_verdict (judgement, vertex);
		g_autoptr (GArray) proof = fairlead_judgement_dup_proof (judgement, vertex);

		g_assert_cmpint (got, ==, expected[vertex]);
		g_assert_true (
			(proof->len > 0)
			== (got == FAIRLEAD_VERDICT_DEFINITE || got == FAIRLEAD_VERDICT_POSSIBLE));
	}
}

static void
test_naive (void)
{
	static const char *const rules_tried[] = { "OFAC-2014", "OFAC-2008", "EU-before-2024",
		                                   "EU-2024", "UK-2020" };
	g_autoptr (GPtrArray) rules = fairlead_rules_new_shipped (NULL);
	g_autoptr (GRand) random = g_rand_new_with_seed (20240703);

	for (guint i = 0; i < 150; i++) {
		g_autoptr (FairleadNetwork) network =
			random_network (random, (guint) g_rand_int_range (random, 4, 30));

		for (guint j = 0; j < G_N_ELEMENTS (rules_tried); j++)
			compare_with_naive (network, find_rule (rules, rules_tried[j]));
	}
}

/* ---- who is listed ---- */

static void
assert_listed (const char *text, const char *rule, const char *as_of, guint n)
{
	g_autoptr (GPtrArray) rules = fairlead_rules_new_shipped (NULL);
	g_autoptr (FairleadNetwork) network = test_network_from (text);
	FairleadDate day = { FAIRLEAD_DAY_OPEN_FUTURE, 0 };
	g_autoptr (GArray) listed = NULL;

	if (as_of != NULL)
		g_assert_true (fairlead_date_parse (as_of, FAIRLEAD_DATE_DAY_FIRST, &day, NULL));
	listed = fairlead_rule_dup_listed (find_rule (rules, rule), network, day.first);
	g_assert_cmpuint (listed->len, ==, n);
}

static void
test_listed (void)
{
	assert_listed ("A listed OFAC/DPRK4; B listed OFAC_CAPTA_List/RUSSIA; C listed EU/PRK",
	               "OFAC-2014", NULL, 1);
	assert_listed ("A listed OFAC/DPRK4; A listed OFAC/NPWMD; B delisted OFAC/DPRK",
	               "OFAC-2014", NULL, 1);
	assert_listed ("A listed OFAC/DPRK4; B listed OFAC/NPWMD; C listed BIS/EL", "BIS-2025",
	               NULL, 2);
	assert_listed ("A listed ofac/DPRK4", "OFAC-2014", "2015-01-01", 1);
	assert_listed ("A delisted OFAC/DPRK4", "OFAC-2014", "2015-01-01", 0);
	assert_listed ("A named B", "UK-2020", NULL, 0);
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/judgement/vectors", test_vectors);
	g_test_add_func ("/graph/judgement/three-valued", test_three_valued);
	g_test_add_func ("/graph/judgement/joint", test_joint);
	g_test_add_func ("/graph/judgement/standing", test_standing);
	g_test_add_func ("/graph/judgement/proofs", test_proofs);
	g_test_add_func ("/graph/judgement/naive", test_naive);
	g_test_add_func ("/graph/judgement/listed", test_listed);
	return g_test_run ();
}
