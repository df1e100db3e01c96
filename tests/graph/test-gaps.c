/* tests/graph/test-gaps.c: regimes, lags, and who is listed by whom, on networks of a line */
#include "graph/gaps/unlisted.h"

#include <string.h>

#include "graph/gaps/regimes.h"
#include "ingest/record/error.h"
#include "tests/common/helpers.h"
#include "tests/common/network-builder.h"

/* ---- regimes ---- */

static void
test_regimes (void)
{
	static const struct {
		const char *list;
		const char *programme;
		const char *regime;
	} cases[] = {
		{ "OFAC", "DPRK4", "dprk" },
		{ "OFAC", "DPRK-NKSPEA", "dprk" },
		{ "UN", "DPRK", "dprk" },
		{ "EU", "EU-PRK", "dprk" },
		{ "EU", "PRK", "dprk" },
		{ "UK", "North Korea (Democratic People's Republic of Korea)", "dprk" },
		{ "UK", "The Democratic People's Republic of Korea (Sanctions) Regulations 2019",
		  "dprk" },
		{ "SECO", "Democratic People's Republic of Korea (North Korea)", "dprk" },
		{ "OFAC", "CAATSA - IRAN", "iran" },
		{ "OFAC", "CAATSA - RUSSIA", "russia" },
		{ "UK", "Iran (nuclear proliferation)", "iran" },
		{ "UK", "Republic of Guinea", "guinea" },
		{ "UK", "Republic of Guinea-Bissau", "guinea-bissau" },
		{ "UN", "GB", "guinea-bissau" },
		{ "UN", "SouthSudan", "south-sudan" },
		{ "UN", "Sudan", "sudan" },
		{ "UK", "Somalia", "somalia" },
		{ "UK", "Mali", "mali" },
		{ "UK", "Democratic Republic of the Congo", "drc" },
		{ "SEMA", "Burma", "myanmar" },
		{ "OFAC", "NPWMD", NULL },
		{ "OFAC", "", NULL },
		{ "UN", "DPRK4X", "dprk" },
		{ "NSDC", "DPRK", NULL },
	};

	for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
		g_assert_cmpstr (fairlead_regime_of (cases[i].list, cases[i].programme), ==,
		                 cases[i].regime);
}

/* Each rule is of a regime that has a title, and no rule is hidden by those before it */
static void
test_rules_are_whole (void)
{
	guint n_rules, n_regimes;
	const FairleadRegimeRule *rules = fairlead_regime_rules_get_all (&n_rules);
	const FairleadRegime *regimes = fairlead_regimes_get_all (&n_regimes);

	for (guint i = 0; i < n_rules; i++) {
		g_auto (GStrv) parts = g_strsplit (rules[i].pattern, "*", -1);
		g_autofree char *plain = g_strjoinv ("", parts);
		gboolean is_known = FALSE;

		for (guint j = 0; j < n_regimes; j++)
			is_known = is_known || g_str_equal (regimes[j].name, rules[i].regime);
		g_assert_true (is_known);
		g_assert_cmpstr (fairlead_regime_of (rules[i].list, plain), ==, rules[i].regime);
	}
}

/* The page has every row, so that a reader can judge what is compared with what */
static void
test_rules_are_documented (void)
{
	g_autofree char *path =
		g_build_filename (g_getenv ("FAIRLEAD_SOURCE_DIR"), "docs", "gaps.md", NULL);
	g_autofree char *page = NULL;
	guint n;
	const FairleadRegimeRule *rules = fairlead_regime_rules_get_all (&n);

	g_assert_true (g_file_get_contents (path, &page, NULL, NULL));
	for (guint i = 0; i < n; i++) {
		g_autofree char *row = g_strdup_printf ("| `%s` | %s | `%s` |", rules[i].regime,
		                                        rules[i].list, rules[i].pattern);

		if (strstr (page, row) == NULL)
			g_error ("docs/gaps.md lacks %s", row);
	}
}

static void
test_bodies (void)
{
	static const char *const cases[][2] = {
		{ "OFAC", "OFAC" }, { "OFAC FSE List", "OFAC" },
		{ "us", "OFAC" },   { "GB", "UK" },
		{ "CH", "SECO" },   { "ca", "SEMA" },
		{ "EU", "EU" },
	};

	for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
		g_autofree char *body = fairlead_list_dup_body (cases[i][0]);

		g_assert_cmpstr (body, ==, cases[i][1]);
	}
}

/* ---- lags ---- */

static FairleadDate
date (const char *text)
{
	FairleadDate found = FAIRLEAD_DATE_UNKNOWN;

	if (*text != '\0')
		g_assert_true (fairlead_date_parse (text, FAIRLEAD_DATE_DAY_FIRST, &found, NULL));
	return found;
}

static void
test_lags (void)
{
	static const struct {
		const char *earlier;
		const char *later;
		gint32 first;
		gint32 last;
	} cases[] = {
		{ "2014-07-28", "2014-07-30", 2, 2 },
		{ "2014-07-30", "2014-07-28", -2, -2 },
		{ "2014", "2015-01-01", 1, 365 },
		{ "2016-02", "2016-03", 1, 59 }, /* 29 Feb to 1 Mar; 1 Feb to 31 Mar */
		{ "2014-07-28", "", FAIRLEAD_DAY_OPEN_PAST, FAIRLEAD_DAY_OPEN_FUTURE },
		{ "before 2014-01-01", "2014-01-05", 5, FAIRLEAD_DAY_OPEN_FUTURE },
	};

	for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
		FairleadLag lag =
			fairlead_lag_between (date (cases[i].earlier), date (cases[i].later));

		g_assert_cmpint (lag.first, ==, cases[i].first);
		g_assert_cmpint (lag.last, ==, cases[i].last);
	}
}

/* ---- gaps ---- */

/* `REGIME NAME: BODY+ BODY+ BODY-STATE;` for each */
static char *
describe (const char *text, const char *programme, const char *const *bodies)
{
	g_autoptr (FairleadNetwork) network = test_network_from (text);
	const FairleadGapQuestion question = { .programme = programme, .bodies = bodies };
	g_auto (FairleadGaps) gaps = { 0 };
	GString *found = g_string_new (NULL);

	g_assert_true (fairlead_gaps_init (&gaps, network, &question, NULL));
	for (guint i = 0; i < gaps.gaps->len; i++) {
		const FairleadGap *gap = gaps.gaps->pdata[i];

		g_string_append_printf (found, "%s %s:", gap->regime,
		                        fairlead_network_get_name (network, gap->vertex));
		for (guint j = 0; j < gap->listings->len; j++)
			g_string_append_printf (
				found, " +%s",
				((const FairleadListing *) gap->listings->pdata[j])->body);
		for (guint j = 0; j < gap->absences->len; j++) {
			const FairleadAbsence *absence = gap->absences->pdata[j];

			g_string_append_printf (found, " %s %s", absence->listing.body,
			                        fairlead_absence_name (absence->kind));
		}
		g_string_append_c (found, ';');
	}
	return g_string_free (found, FALSE);
}

static void
test_each_state (void)
{
	g_autofree char *text = describe (
		"A named Heron; A listed OFAC/DPRK4; A listed UN/DPRK; "
		"B named Plover; B listed OFAC/DPRK2; "
		"C named Tern; C listed UN/DPRK; C listed OFAC/NPWMD; "
		"D named Gull; D listed UN/DPRK; D delisted OFAC/DPRK; "
		"E named Rail; E listed UN/DPRK; other:E named RAIL; other:E listed OFAC/DPRK3",
		NULL, NULL);

	g_assert_cmpstr (text, ==,
	                 "dprk Gull: +UN OFAC ended;dprk Heron: +OFAC +UN;"
	                 "dprk Plover: +OFAC UN not listed;"
	                 "dprk RAIL: +OFAC UN unclear;dprk Rail: +UN OFAC unclear;"
	                 "dprk Tern: +UN OFAC other programme;");
}

/* A body without a programme of the regime is not said to lack anybody */
static void
test_only_what_is_there (void)
{
	g_autofree char *text = describe (
		"A named Heron; A listed OFAC/DPRK4; A listed UN/DPRK; B listed EU/EU-SYR; "
		"C named Tern; C listed OFAC/SYRIA; D listed UK/Unknown",
		NULL, NULL);

	g_assert_cmpstr (text, ==,
	                 "dprk Heron: +OFAC +UN;syria Tern: +OFAC EU not listed;"
	                 "syria test:B: +EU OFAC not listed;");
}

static void
test_question (void)
{
	static const char *const bodies[] = { "us", "UN", NULL };
	const char *network =
		"A named Heron; A listed OFAC/DPRK4; B named Tern; B listed UN/DPRK; "
		"C named Gull; C listed EU/EU-PRK; D listed OFAC/IRAN; D listed UN/Iran";
	g_autofree char *between = describe (network, "DPRK4", bodies);
	g_autofree char *regime = describe (network, "iran", NULL);

	g_assert_cmpstr (between, ==,
	                 "dprk Heron: +OFAC UN not listed;dprk Tern: +UN OFAC not listed;");
	g_assert_cmpstr (regime, ==, "iran test:D: +OFAC +UN;");
}

static void
test_unknown_question (void)
{
	static const char *const bodies[] = { "OFAC", "SECO", NULL };
	const FairleadGapQuestion questions[] = { { .programme = "syria" }, { .bodies = bodies } };
	static const char *const words[] = { "\"syria\"", "\"SECO\"" };
	g_autoptr (FairleadNetwork) network = test_network_from ("A listed OFAC/DPRK4");

	for (guint i = 0; i < G_N_ELEMENTS (questions); i++) {
		g_autoptr (GError) error = NULL;
		g_auto (FairleadGaps) gaps = { 0 };

		g_assert_false (fairlead_gaps_init (&gaps, network, &questions[i], &error));
		test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_UNKNOWN_REFERENCE,
		                   words[i]);
	}
}

/* Two ships of one name and different numbers are two ships */
static void
test_ships_of_one_name (void)
{
	g_autofree char *text =
		describe ("A is vessel; A named Sam Ma; A imo 3113779; A listed OFAC/DPRK4; "
	                  "B is vessel; B named Sam Ma; B imo 3112048; B listed EU/EU-PRK; "
	                  "C is company; C named Sam Ma; C listed EU/EU-PRK",
	                  NULL, NULL);

	g_assert_cmpstr (text, ==,
	                 "dprk Sam Ma: +OFAC EU not listed;dprk Sam Ma: +EU OFAC not listed;"
	                 "dprk Sam Ma: +EU OFAC not listed;");
}

/* ---- owned or run ---- */

static char *
describe_held (const char *text)
{
	g_autoptr (FairleadNetwork) network = test_network_from (text);
	const FairleadGapQuestion question = { .programme = NULL };
	g_autoptr (GPtrArray) all = fairlead_unlisted_dup_all (network, &question, NULL);
	GString *found = g_string_new (NULL);

	for (guint i = 0; i < all->len; i++) {
		const FairleadUnlisted *held = all->pdata[i];

		g_string_append_printf (found, "%s %s:", fairlead_hold_name (held->kind),
		                        fairlead_network_get_name (network, held->vertex));
		for (guint j = 0; j < held->holds->len; j++) {
			const FairleadHold *hold = held->holds->pdata[j];

			g_string_append_printf (found, " %s",
			                        fairlead_network_get_name (network, hold->holder));
		}
		g_string_append_c (found, ';');
	}
	return g_string_free (found, FALSE);
}

static void
test_held (void)
{
	g_autofree char *text = describe_held (
		"L named Lark; L listed OFAC/DPRK4; M named Merlin; M listed UN/DPRK; "
		"L shareholder A 50%; L shareholder B 25-75%; L shareholder C 49.9%; "
		"L shareholder D; E is vessel; "
		"L registered-owner E; L ism-manager F; L secretary G; "
		"L registered-owner H ended; L registered-owner M; L director A; M director A; "
		"A named A; B named B; C named C; D named D; E named E; F named F; G named G");

	g_assert_cmpstr (text, ==,
	                 "owned A: Lark Lark Merlin;owned E: Lark;possibly owned B: Lark;"
	                 "possibly owned D: Lark;run F: Lark;");
}

/* Each verdict with its rule, bounds in per cent and number of sources */
static char *
describe_verdicts (const char *text, const FairleadGapQuestion *question)
{
	g_autoptr (FairleadNetwork) network = test_network_from (text);
	g_autoptr (GPtrArray) all = fairlead_unlisted_dup_all (network, question, NULL);
	GString *found = g_string_new (NULL);

	for (guint i = 0; i < all->len; i++) {
		const FairleadUnlisted *held = all->pdata[i];

		for (guint j = 0; j < held->holds->len; j++) {
			const FairleadHold *hold = held->holds->pdata[j];

			g_string_append_printf (found, "%s %s by %s: %s %u-%u %u;",
			                        fairlead_hold_name (hold->kind),
			                        fairlead_network_get_name (network, held->vertex),
			                        fairlead_network_get_name (network, hold->holder),
			                        hold->rule == NULL ? "-" : hold->rule->id,
			                        hold->standing.low / (FAIRLEAD_SHARE_ONE / 100),
			                        hold->standing.high / (FAIRLEAD_SHARE_ONE / 100),
			                        hold->sources->len);
		}
	}
	return g_string_free (found, FALSE);
}

/* X has half of A, A half of B; B at most half of C. The UK asks for more than half, and the UN
 * has no rule. */
static void
test_verdicts (void)
{
	static const char chain[] = "X named Xebec; X listed %s; X shareholder A 50%%; "
				    "A shareholder B 50%%; B shareholder C 25-50%%; A named A; "
				    "B named B; C named C";
	static const struct {
		const char *listing;
		const char *found;
	} cases[] = {
		{ "OFAC/DPRK4", "owned A by Xebec: OFAC-2014 50-50 1;"
		                "owned B by Xebec: OFAC-2014 50-50 2;"
		                "possibly owned C by Xebec: OFAC-2014 25-50 3;" },
		{ "UK/DPRK", "" },
		{ "UN/DPRK", "owned A by Xebec: - 0-0 1;" },
	};
	const FairleadGapQuestion question = { .programme = NULL };

	for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
		g_autofree char *text = g_strdup_printf (chain, cases[i].listing);
		g_autofree char *found = describe_verdicts (text, &question);

		g_assert_cmpstr (found, ==, cases[i].found);
	}
}

/* Two listed ones have a quarter each, and the question leaves out one of them */
static void
test_verdicts_of_the_chosen (void)
{
	static const char text[] =
		"X named Xebec; X listed OFAC/DPRK4; Y named Yawl; "
		"Y listed OFAC/IRAN; X shareholder A 25%; Y shareholder A 25%; "
		"Y shareholder B 75%; A named A; B named B; Z shareholder A 50%; "
		"X listed EU/EU-PRK; X shareholder C 60%; C named C";
	static const char *const bodies[] = { "EU", "UN", NULL };
	const FairleadGapQuestion all = { .programme = NULL };
	const FairleadGapQuestion dprk = { .programme = "dprk" };
	const FairleadGapQuestion eu = { .bodies = bodies };
	g_autofree char *of_all = describe_verdicts (text, &all);
	g_autofree char *of_dprk = describe_verdicts (text, &dprk);
	g_autofree char *of_eu = describe_verdicts (text, &eu);

	g_assert_cmpstr (of_all, ==,
	                 "owned A by Xebec: OFAC-2014 50-50 2;owned B by Yawl: OFAC-2014 75-75 1;"
	                 "owned C by Xebec: EU-2024 60-60 1;owned C by Xebec: OFAC-2014 60-60 1;");
	g_assert_cmpstr (of_dprk, ==,
	                 "owned C by Xebec: EU-2024 60-60 1;owned C by Xebec: OFAC-2014 60-60 1;");
	g_assert_cmpstr (of_eu, ==, "owned C by Xebec: EU-2024 60-60 1;");
}

/* Each half of the question looks whether it was given up */
static void
test_is_given_up (void)
{
	g_autoptr (FairleadNetwork) network =
		test_network_from ("X named Xebec; X listed OFAC/DPRK4; X shareholder A 60%; "
	                           "A named A; Y named Yawl; Y listed EU/EU-PRK");
	g_autoptr (GCancellable) cancellable = g_cancellable_new ();
	const FairleadGapQuestion question = { .cancellable = cancellable };
	g_auto (FairleadGaps) gaps = { 0 };
	g_autoptr (GPtrArray) held = fairlead_unlisted_dup_all (network, &question, NULL);
	g_autoptr (GError) error = NULL;

	g_assert_cmpuint (held->len, ==, 1);
	g_cancellable_cancel (cancellable);
	g_assert_null (fairlead_unlisted_dup_all (network, &question, &error));
	g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	g_clear_error (&error);
	g_assert_false (fairlead_gaps_init (&gaps, network, &question, &error));
	g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	g_assert_null (gaps.gaps);
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/gaps/regimes", test_regimes);
	g_test_add_func ("/graph/gaps/rules-are-whole", test_rules_are_whole);
	g_test_add_func ("/graph/gaps/rules-are-documented", test_rules_are_documented);
	g_test_add_func ("/graph/gaps/bodies", test_bodies);
	g_test_add_func ("/graph/gaps/lags", test_lags);
	g_test_add_func ("/graph/gaps/each-state", test_each_state);
	g_test_add_func ("/graph/gaps/only-what-is-there", test_only_what_is_there);
	g_test_add_func ("/graph/gaps/question", test_question);
	g_test_add_func ("/graph/gaps/unknown-question", test_unknown_question);
	g_test_add_func ("/graph/gaps/ships-of-one-name", test_ships_of_one_name);
	g_test_add_func ("/graph/gaps/held", test_held);
	g_test_add_func ("/graph/gaps/verdicts", test_verdicts);
	g_test_add_func ("/graph/gaps/verdicts-of-the-chosen", test_verdicts_of_the_chosen);
	g_test_add_func ("/graph/gaps/is-given-up", test_is_given_up);
	return g_test_run ();
}
