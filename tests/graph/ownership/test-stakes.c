/* tests/graph/ownership/test-stakes.c: owners, holdings, power and findings on cases worked by hand
 * */
#include "graph/ownership/rules/findings.h"
#include "graph/ownership/fleet.h"
#include "graph/ownership/shares/power.h"
#include "graph/ownership/stakes.h"

#include <math.h>
#include <string.h>

#include "tests/common/helpers.h"
#include "tests/common/network-builder.h"

#define PERCENT (FAIRLEAD_SHARE_ONE / 100u)

/* `X 0.25 definite 2 hops; ...` */
static char *
dup_stakes (const char *text, const char *letter, gboolean is_down)
{
	g_autoptr (FairleadNetwork) network = test_network_from (text);
	g_autoptr (FairleadHoldings) holdings =
		fairlead_holdings_new (network, FAIRLEAD_DAY_OPEN_FUTURE);
	const FairleadStakeQuestion question = { .vertex = test_vertex (network, letter),
		                                 .is_down = is_down };
	g_auto (FairleadStakes) found = { 0 };
	GString *line = g_string_new (NULL);

	fairlead_stakes_find (holdings, &question, &found);
	g_assert_cmpuint (found.n_found, ==, found.stakes->len);
	for (guint i = 0; i < found.stakes->len; i++) {
		const FairleadStake *stake = &g_array_index (found.stakes, FairleadStake, i);
		char number[G_ASCII_DTOSTR_BUF_SIZE], most[G_ASCII_DTOSTR_BUF_SIZE];

		g_ascii_formatd (number, sizeof number, "%.4f", stake->low);
		g_ascii_formatd (most, sizeof most, "%.4f", stake->high);
		g_string_append_printf (line, "%s%s %s%s%s %s %u%s%s", i > 0 ? "; " : "",
		                        fairlead_network_get_id (network, stake->vertex)
		                                + strlen ("test:"),
		                        number, stake->high - stake->low > 1e-9 ? "-" : "",
		                        stake->high - stake->low > 1e-9 ? most : "",
		                        fairlead_verdict_name (stake->control), stake->hops,
		                        stake->is_direct ? "d" : "", stake->is_circular ? "c" : "");
	}
	return g_string_free (line, FALSE);
}

static const struct {
	const char *text;
	const char *letter;
	gboolean is_down;
	const char *expected;
} vectors[] = {
	{ "X shareholder A 60%; A shareholder B 60%; Y shareholder B 40%", "B", FALSE,
	  "A 0.6000 definite 1d; Y 0.4000 clear 1d; X 0.3600 definite 2" },
	{ "X shareholder A 60%; A shareholder B 60%; Y shareholder B 40%", "X", TRUE,
	  "A 0.6000 definite 1d; B 0.3600 definite 2" },
	/* control by what two controlled companies hold together */
	{ "X shareholder A 51%; X shareholder B 51%; A shareholder C 26%; B shareholder C 26%", "X",
	  TRUE, "A 0.5100 definite 1d; B 0.5100 definite 1d; C 0.2652 definite 2" },
	{ "X shareholder A; A shareholder B 60%", "X", TRUE,
	  "A 0.0000-1.0000 possible 1d; B 0.0000-0.6000 possible 2" },
	{ "X shareholder A 50%; A shareholder B 60%; B shareholder A 30%", "B", FALSE,
	  "A 0.6000 definite 1dc; X 0.3659 clear 2" },
	/* others beside it are no holdings of its own */
	{ "X shareholder A 60%; Z shareholder A 40%; Q shareholder Z 90%", "X", TRUE,
	  "A 0.6000 definite 1d" },
	{ "X named X; A named A", "X", FALSE, "" },
};

static void
test_stakes (void)
{
	for (guint i = 0; i < G_N_ELEMENTS (vectors); i++) {
		g_autofree char *got =
			dup_stakes (vectors[i].text, vectors[i].letter, vectors[i].is_down);

		g_test_message ("%s: %s", vectors[i].text, vectors[i].letter);
		g_assert_cmpstr (got, ==, vectors[i].expected);
	}
}

/* Shapley and Shubik of one company: with 50, 30 and 20 of 100 and more than half needed, the
 * orders in which each decides are 4, 1 and 1 of 6 */
static void
test_power (void)
{
	g_autoptr (FairleadNetwork) network =
		test_network_from ("X shareholder A 50%; Y shareholder A 30%; Z shareholder A 20%; "
	                           "Q shareholder X 100%");
	g_autoptr (FairleadHoldings) holdings =
		fairlead_holdings_new (network, FAIRLEAD_DAY_OPEN_FUTURE);
	FairleadStakeQuestion question = { .vertex = test_vertex (network, "A"),
		                           .n_draws = 20000,
		                           .seed = 7 };
	g_auto (FairleadStakes) found = { 0 };
	g_auto (FairleadStakes) again = { 0 };

	fairlead_stakes_find (holdings, &question, &found);
	fairlead_stakes_find (holdings, &question, &again);
	for (guint i = 0; i < found.stakes->len; i++) {
		const FairleadStake *stake = &g_array_index (found.stakes, FairleadStake, i);
		const char *id = fairlead_network_get_id (network, stake->vertex);
		gboolean is_small = g_str_has_suffix (id, "Y") || g_str_has_suffix (id, "Z");
		double expected = is_small ? 1.0 / 6.0 : 4.0 / 6.0;

		g_assert_cmpfloat_with_epsilon (stake->power_error,
		                                sqrt (expected * (1 - expected) / 20000.0), 1e-4);
		g_assert_cmpfloat_with_epsilon (stake->power, expected, 4 * stake->power_error);
		g_assert_cmpfloat (stake->power, ==,
		                   g_array_index (again.stakes, FairleadStake, i).power);
	}
}

/* A majority always decides; half that nobody is recorded for decides half of the time; circles
 * end */
static void
test_power_of_few (void)
{
	g_autoptr (FairleadNetwork) network =
		test_network_from ("X shareholder A 51%; Y shareholder A 49%; X shareholder B 50%; "
	                           "C shareholder D 100%; D shareholder C 100%");
	g_autoptr (FairleadHoldings) holdings =
		fairlead_holdings_new (network, FAIRLEAD_DAY_OPEN_FUTURE);
	static const struct {
		const char *company;
		double power;
	} firsts[] = { { "A", 1.0 }, { "B", 0.5 }, { "D", 1.0 } };

	for (guint i = 0; i < G_N_ELEMENTS (firsts); i++) {
		FairleadStakeQuestion question = { .vertex =
			                                   test_vertex (network, firsts[i].company),
			                           .n_draws = 1000 };
		g_auto (FairleadStakes) found = { 0 };

		fairlead_stakes_find (holdings, &question, &found);
		g_assert_cmpfloat_with_epsilon (
			g_array_index (found.stakes, FairleadStake, 0).power, firsts[i].power,
			firsts[i].power < 1.0 ? 0.07 : 1e-12);
	}
}

/* ---- findings ---- */

static char *
dup_findings (const char *text, const char *rule_name)
{
	g_autoptr (GPtrArray) rules = fairlead_rules_new_shipped (NULL);
	const FairleadRule *rule =
		fairlead_rules_find (rules, rule_name, FAIRLEAD_DAY_OPEN_FUTURE, NULL);
	g_autoptr (FairleadNetwork) network = test_network_from (text);
	g_autoptr (FairleadHoldings) holdings =
		fairlead_holdings_new (network, FAIRLEAD_DAY_OPEN_FUTURE);
	g_auto (FairleadFindings) found = { 0 };
	GString *line = g_string_new (NULL);

	fairlead_findings_init (&found, holdings, rule, NULL, NULL);
	for (guint i = 0; i < found.findings->len; i++) {
		const FairleadFinding *finding =
			&g_array_index (found.findings, FairleadFinding, i);
		char number[G_ASCII_DTOSTR_BUF_SIZE];

		g_ascii_formatd (number, sizeof number, "%.4f", finding->low);
		g_string_append_printf (line, "%s%s %s %s %s%s", i > 0 ? "; " : "",
		                        fairlead_network_get_id (network, finding->vertex)
		                                + strlen ("test:"),
		                        fairlead_verdict_name (finding->standing.verdict), number,
		                        fairlead_measures_name (finding->measures),
		                        finding->is_circular ? " circle" : "");
	}
	return g_string_free (line, FALSE);
}

static const struct {
	const char *text;
	const char *rule;
	const char *expected;
} disagreements[] = {
	{ "X listed OFAC/P; X shareholder A 60%; A shareholder B 90%", "OFAC",
	  "B definite 0.5400 agree; A definite 0.6000 agree" },
	/* T8: the cascade reaches what is held by 36.6 % in sum */
	{ "X listed OFAC/P; X shareholder A 50%; A shareholder B 60%; B shareholder A 30%", "OFAC",
	  "A definite 0.6098 agree circle; B definite 0.3659 cascade-only circle" },
	/* T9: a circle hides 62.5 % from the cascade */
	{ "X listed OFAC/P; X shareholder A 40%; A shareholder B 60%; B shareholder A 60%", "OFAC",
	  "A clear 0.6250 integrated-only circle" },
	{ "X listed UK/P; Y listed UK/P; X shareholder A 60%; Y shareholder A 30%; "
	  "A shareholder B 60%",
	  "UK", "A definite 0.6000 agree; B definite 0.3600 cascade-only" },
	{ "X listed OFAC/P; X shareholder A", "OFAC", "A possible 0.0000 agree" },
	{ "X named X; X shareholder A 60%", "OFAC", "" },
};

static void
test_findings (void)
{
	for (guint i = 0; i < G_N_ELEMENTS (disagreements); i++) {
		g_autofree char *got = dup_findings (disagreements[i].text, disagreements[i].rule);

		g_test_message ("%s under %s", disagreements[i].text, disagreements[i].rule);
		g_assert_cmpstr (got, ==, disagreements[i].expected);
	}
}

static void
test_open (void)
{
	g_autoptr (GPtrArray) rules = fairlead_rules_new_shipped (NULL);
	const FairleadRule *rule =
		fairlead_rules_find (rules, "OFAC", FAIRLEAD_DAY_OPEN_FUTURE, NULL);
	g_autoptr (FairleadNetwork) network =
		test_network_from ("X listed OFAC/P; Y listed OFAC/P; X shareholder A 20-40%; "
	                           "Y shareholder A 20%; Z shareholder A 10-30%");
	g_autoptr (FairleadHoldings) holdings =
		fairlead_holdings_new (network, FAIRLEAD_DAY_OPEN_FUTURE);
	g_autoptr (FairleadJudgement) judgement = fairlead_judgement_new (holdings, rule, NULL);
	guint32 unrecorded;
	g_autoptr (GArray) open =
		fairlead_judgement_dup_open (judgement, test_vertex (network, "A"), &unrecorded);

	g_assert_cmpuint (open->len, ==, 1);
	g_assert_cmpuint (holdings->items[g_array_index (open, guint32, 0)].holder, ==,
	                  test_vertex (network, "X"));
	g_assert_cmpuint (unrecorded, ==, 50 * PERCENT);
}

/* `V by R owner shell; ...` */
static const struct {
	const char *text;
	const char *expected;
} fleets[] = {
	/* the owner's majority owner */
	{ "V is vessel; R shareholder O 60%; O registered-owner V", "V R owner shell" },
	{ "V is vessel; R shareholder O 50%; O registered-owner V", "V O owner shell" },
	/* a shell without a known owner is its manager's */
	{ "V is vessel; O registered-owner V; M ism-manager V; C commercial-manager V",
	  "V M ism-manager shell" },
	{ "V is vessel; O registered-owner V; C commercial-manager V; P operator V",
	  "V C commercial-manager shell" },
	{ "V is vessel; O registered-owner V; P operator V", "V P operator shell" },
	/* who owns two ships, or a company, is no shell */
	{ "V is vessel; W is vessel; O registered-owner V; O registered-owner W; M ism-manager V",
	  "V O owner; W O owner" },
	{ "V is vessel; O registered-owner V; O shareholder Q 20%; M ism-manager V", "V O owner" },
	/* of managers the one who came last; what is over does not count */
	{ "V is vessel; O registered-owner V; M ism-manager V since=2019; N ism-manager V "
	  "since=2021",
	  "V N ism-manager shell" },
	{ "V is vessel; O registered-owner V; M ism-manager V ended; P operator V",
	  "V P operator shell" },
	/* two owners on one day are none */
	{ "V is vessel; O registered-owner V; Q registered-owner V; M ism-manager V",
	  "V M ism-manager" },
	/* a circle of majorities has no top; nobody is known */
	{ "V is vessel; O registered-owner V; A shareholder O 60%; B shareholder A 60%; "
	  "A shareholder B 60%; M ism-manager V",
	  "V M ism-manager shell" },
	{ "V is vessel; I insurer V", "V ? owner" },
	/* the larger fleet comes first */
	{ "U is vessel; V is vessel; W is vessel; A registered-owner U; B registered-owner V; "
	  "C registered-owner W; L ism-manager U; M ism-manager V; M ism-manager W",
	  "V M ism-manager shell; W M ism-manager shell; U L ism-manager shell" },
};

static void
test_fleets (void)
{
	for (guint i = 0; i < G_N_ELEMENTS (fleets); i++) {
		g_autoptr (FairleadNetwork) network = test_network_from (fleets[i].text);
		g_autoptr (FairleadHoldings) holdings =
			fairlead_holdings_new (network, FAIRLEAD_DAY_OPEN_FUTURE);
		g_autoptr (GArray) ships = fairlead_fleet_find (holdings, FAIRLEAD_NO_VERTEX);
		g_autoptr (GString) line = g_string_new (NULL);

		for (guint j = 0; j < ships->len; j++) {
			const FairleadShip *ship = &g_array_index (ships, FairleadShip, j);

			g_string_append_printf (
				line, "%s%s %s %s%s", j > 0 ? "; " : "",
				fairlead_network_get_id (network, ship->vessel) + strlen ("test:"),
				ship->runner == FAIRLEAD_NO_VERTEX
					? "?"
					: fairlead_network_get_id (network, ship->runner)
						  + strlen ("test:"),
				fairlead_runs_name (ship->runs), ship->is_shell ? " shell" : "");
		}
		g_test_message ("%s", fleets[i].text);
		g_assert_cmpstr (line->str, ==, fleets[i].expected);
	}
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/stakes/owners-and-holdings", test_stakes);
	g_test_add_func ("/graph/stakes/power", test_power);
	g_test_add_func ("/graph/stakes/power-of-few", test_power_of_few);
	g_test_add_func ("/graph/stakes/findings", test_findings);
	g_test_add_func ("/graph/stakes/open", test_open);
	g_test_add_func ("/graph/stakes/fleets", test_fleets);
	return g_test_run ();
}
