/* tests/graph/resolve/test-ship-dates.c: radio numbers and names of ships count where both had them
 * on one day */
#include "graph/resolve/pair/ship-dates.h"

#include "graph/resolve/proposals.h"
#include "tests/common/helpers.h"
#include "tests/common/network-builder.h"

#define TWO_SHIPS(number)                                                               \
	"A is vessel; A named Quillon Hawkesquill; A " number "; A listed OFAC/DPRK4; " \
	"other:B is vessel; other:B named Quillon Hawkesquill; other:B " number "; "    \
	"other:B listed UN/DPRK"

/* Both are Panama's */
#define CALL_SIGN TWO_SHIPS ("call-sign 3EAB7")
#define MMSI TWO_SHIPS ("mmsi 370000001")

static void
add_fact (FairleadRecords *records, const char *key, FairleadAttribute attribute, const char *text,
          const char *when)
{
	FairleadPeriod period = FAIRLEAD_PERIOD_UNKNOWN;

	if (*when != '\0')
		g_assert_true (fairlead_period_parse (when, FAIRLEAD_DATE_DAY_FIRST, &period));
	fairlead_records_add_attribute (records, fairlead_records_find (records, key), attribute,
	                                text, &period, (FairleadSource){ 0, 90 });
}

static void
add_renaming (FairleadRecords *records, const char *key, const char *day, const char *before,
              const char *after)
{
	FairleadEvent event =
		fairlead_event (FAIRLEAD_EVENT_RENAMING, fairlead_records_find (records, key),
	                        (FairleadSource){ 0, 91 });

	g_assert_true (
		fairlead_date_parse (day, FAIRLEAD_DATE_DAY_FIRST, &event.period.start, NULL));
	event.before = before;
	event.after = after;
	fairlead_records_add_event (records, &event);
}

/* What is done with the two ships whose flags of Panama, and years of build, are these */
static FairleadAsk
ask_of (const char *ships, const char *flag_a, const char *flag_b, const char *built_a,
        const char *built_b, double *probability)
{
	static const FairleadResolveQuestion question = { .threshold = 0.9 };
	g_autoptr (FairleadRecords) records = test_records_from (ships);
	g_autoptr (FairleadNetwork) network = NULL;
	g_autoptr (FairleadProposals) proposals = NULL;
	guint n;

	if (flag_a != NULL)
		add_fact (records, "test:A", FAIRLEAD_ATTRIBUTE_FLAG, "PA", flag_a);
	if (flag_b != NULL)
		add_fact (records, "other:B", FAIRLEAD_ATTRIBUTE_FLAG, "PA", flag_b);
	if (built_a != NULL)
		add_fact (records, "test:A", FAIRLEAD_ATTRIBUTE_YEAR_BUILT, built_a, built_a);
	if (built_b != NULL)
		add_fact (records, "other:B", FAIRLEAD_ATTRIBUTE_YEAR_BUILT, built_b, built_b);
	network = fairlead_network_new (records);
	proposals = fairlead_proposals_new (network, &question, NULL, NULL);
	g_assert_cmpuint ((fairlead_proposals_get (proposals, &n), n), ==, 1);
	*probability = fairlead_proposals_get (proposals, &n)->probability;
	return fairlead_proposals_get (proposals, &n)->ask;
}

static void
test_radio_numbers (void)
{
	static const char *const ships[] = { CALL_SIGN, MMSI };
	static const struct {
		const char *a, *b;
		gboolean fits;
	} vectors[] = {
		{ NULL, NULL, TRUE },
		{ "", "2010 to 2013", TRUE },
		{ "2010 to 2013", "2012 to 2016", TRUE },
		{ "2010 to 2013", "since 2013", TRUE },
		{ "2010 to 2013", "2015 to 2016", FALSE },
		{ "2010 to 2013", "since 2014", FALSE },
	};
	double probability;

	for (guint i = 0; i < G_N_ELEMENTS (ships); i++)
		for (guint j = 0; j < G_N_ELEMENTS (vectors); j++) {
			FairleadAsk ask = ask_of (ships[i], vectors[j].a, vectors[j].b, NULL, NULL,
			                          &probability);

			g_test_message ("%u %u: %.3f", i, j, probability);
			g_assert_cmpint (ask == FAIRLEAD_ASK_NOTHING, ==, vectors[j].fits);
		}
}

/* The number counts nothing then, and the pair asks for that where something else is a mark */
static void
test_reason (void)
{
	double fitting, apart, marked;
	FairleadAsk ask;

	ask_of (CALL_SIGN, NULL, NULL, NULL, NULL, &fitting);
	ask_of (CALL_SIGN, "2010 to 2013", "since 2014", NULL, NULL, &apart);
	g_assert_cmpfloat (apart, <, fitting);
	ask = ask_of (CALL_SIGN, "2010 to 2013", "since 2014", "2005", "2005", &marked);
	g_assert_cmpint (ask, ==, FAIRLEAD_ASK_DATES);
}

/* She that was built after the other had lost the flag had no number of it at her time */
static void
test_build_years (void)
{
	double probability;

	g_assert_cmpint (ask_of (CALL_SIGN, "2001 to 2004", NULL, NULL, "2003", &probability), ==,
	                 FAIRLEAD_ASK_NOTHING);
	g_assert_cmpint (ask_of (CALL_SIGN, "2001 to 2004", NULL, NULL, "2009", &probability), !=,
	                 FAIRLEAD_ASK_NOTHING);
}

/* By events: she gave the name up before the other, who has it since, took it */
static void
test_names (void)
{
	static const struct {
		const char *until, *since;
		gboolean fits;
	} vectors[] = { { "2014-03-01", "2016-05-01", FALSE },
		        { "2016-05-01", "2014-03-01", TRUE } };

	for (guint i = 0; i < G_N_ELEMENTS (vectors); i++) {
		g_autoptr (FairleadRecords) records = test_records_from (CALL_SIGN);
		g_autoptr (FairleadNetwork) network = NULL;
		g_autoptr (FairleadNameScorer) scorer = NULL;
		g_autoptr (GArray) a = NULL;
		g_autoptr (GArray) b = NULL;
		g_auto (FairleadProfiler) profiler = { 0 };
		g_autoptr (FairleadProfile) left = NULL;
		g_autoptr (FairleadProfile) right = NULL;

		add_renaming (records, "test:A", vectors[i].until, "Quillon Hawkesquill", "Other");
		add_renaming (records, "other:B", vectors[i].since, "Third", "Quillon Hawkesquill");
		network = fairlead_network_new (records);
		scorer = fairlead_name_scorer_new (network);
		fairlead_profiler_init (&profiler, network, scorer);
		left = fairlead_profile_new (&profiler, test_vertex (network, "A"));
		right = fairlead_profile_new (&profiler, test_vertex (network, "other:B"));
		a = fairlead_ship_dates_of_name (&profiler, left, "quillon hawkesquill");
		b = fairlead_ship_dates_of_name (&profiler, right, "quillon hawkesquill");
		g_assert_cmpint (fairlead_ship_dates_fit (a, b), ==, vectors[i].fits);
	}
}

static void
test_fit (void)
{
	static const FairleadDate days[] = {
		{ 0, 10 }, { 10, 20 }, { 11, 12 }, { FAIRLEAD_DAY_OPEN_PAST, 5 }
	};
	g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (FairleadDate));
	g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (FairleadDate));
	g_autoptr (GArray) rest = g_array_new (FALSE, FALSE, sizeof (FairleadDate));

	g_array_append_val (first, days[0]);
	g_assert_true (fairlead_ship_dates_fit (none, first));
	g_assert_true (fairlead_ship_dates_fit (first, none));
	g_array_append_val (rest, days[2]);
	g_assert_false (fairlead_ship_dates_fit (first, rest));
	g_assert_false (fairlead_ship_dates_fit (rest, first));
	g_array_append_val (rest, days[1]);
	g_assert_true (fairlead_ship_dates_fit (first, rest));
	g_array_set_size (rest, 1);
	g_array_append_val (rest, days[3]);
	g_assert_true (fairlead_ship_dates_fit (rest, first));
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/ship-dates/numbers-go-with-the-flag", test_radio_numbers);
	g_test_add_func ("/graph/ship-dates/what-did-not-fit-is-the-reason", test_reason);
	g_test_add_func ("/graph/ship-dates/nothing-before-she-was-built", test_build_years);
	g_test_add_func ("/graph/ship-dates/names-that-events-tell-of", test_names);
	g_test_add_func ("/graph/ship-dates/days-that-fit", test_fit);
	return g_test_run ();
}
