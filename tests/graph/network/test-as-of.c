/* tests/graph/network/test-as-of.c: the network of a day: what stood, what was known, and what
 * nothing dates */
#include "graph/expression/expression.h"
#include "graph/network/conductance.h"

#include "tests/common/helpers.h"
#include "tests/common/network-builder.h"

static gint32
day (gint year, gint month, gint number)
{
	gint32 result = 0;

	g_assert_true (fairlead_day_from_ymd (year, month, number, &result));
	return result;
}

static void
list_party (FairleadRecords *records, const char *key, const char *since, guint line)
{
	FairleadPeriod period = FAIRLEAD_PERIOD_UNKNOWN;
	FairleadEntity entity = fairlead_records_find (records, key);

	g_assert_cmpuint (entity, !=, FAIRLEAD_NO_ENTITY);
	if (since != NULL)
		g_assert_true (fairlead_period_parse (since, FAIRLEAD_DATE_DAY_FIRST, &period));
	fairlead_records_add_designation (records, entity, "Test", "DPRK1", NULL, &period,
	                                  (FairleadSource){ 0, line });
}

/* The links that are left, as lines of their sources */
static char *
dup_lines (FairleadNetwork *network)
{
	GString *text = g_string_new (NULL);
	guint n = fairlead_network_get_n_links (network);
	gboolean is_there[20] = { FALSE };

	for (FairleadLink link = 0; link < n; link++)
		is_there[fairlead_network_get_link (network, link)->source.line] = TRUE;
	for (guint line = 0; line < G_N_ELEMENTS (is_there); line++)
		if (is_there[line])
			g_string_append_printf (text, "%s%u", text->len > 0 ? " " : "", line);
	return g_string_free (text, FALSE);
}

static void
test_periods (void)
{
	g_autoptr (FairleadRecords) records =
		test_records_from ("A director B since=2015; A director C since=2017-03; "
	                           "A director D until=2014-05-01; A director E until=2018; "
	                           "A director F; A director G ended; A director H since=2017");
	g_autoptr (FairleadNetwork) network =
		fairlead_network_new_as_of (records, day (2017, 2, 28));
	const FairleadAsOf *as_of = fairlead_network_get_as_of (network);
	g_autofree char *lines = dup_lines (network);

	/* what began in March 2017 is out; what began in 2017 may have held */
	g_assert_cmpstr (lines, ==, "1 3 4 5 6 7");
	g_assert_cmpuint (as_of->links_later, ==, 1);
	g_assert_cmpuint (as_of->links_told_later, ==, 0);
	g_assert_cmpuint (as_of->links_undated, ==, 4);
	for (FairleadLink link = 0; link < fairlead_network_get_n_links (network); link++)
		g_assert_cmpint (fairlead_network_is_over (network, link), ==,
		                 fairlead_network_get_link (network, link)->source.line == 3);
}

static void
test_plain_network_is_of_no_day (void)
{
	g_autoptr (FairleadNetwork) network =
		test_network_from ("A director B until=2018; A director C since=2100");

	g_assert_null (fairlead_network_get_as_of (network));
	g_assert_cmpuint (fairlead_network_get_n_links (network), ==, 2);
	g_assert_true (fairlead_network_is_over (network, 0));
}

/* The list `Test` numbers its parties `test:`, and tells of their links when it lists them */
static void
test_lists_tell_later (void)
{
	g_autoptr (FairleadRecords) records = test_records_from (
		"A director B; A director C; A director D since=2010; D director E; "
		"other:F director other:G");
	g_autoptr (FairleadNetwork) network = NULL;
	g_autofree char *lines = NULL;
	const FairleadAsOf *as_of;

	list_party (records, "test:A", "2012-05-01", 11);
	list_party (records, "test:B", "2018-05-01", 12);
	list_party (records, "test:C", "2013-05-01", 13);
	network = fairlead_network_new_as_of (records, day (2017, 1, 1));
	as_of = fairlead_network_get_as_of (network);
	lines = dup_lines (network);
	g_assert_cmpstr (lines, ==, "2 3 4 5");
	g_assert_cmpuint (as_of->links_told_later, ==, 1);
	g_assert_cmpuint (as_of->links_undated, ==, 2);
	g_assert_cmpuint (as_of->designations_later, ==, 1);
}

/* A record that lists a party tells of its links at the same time, whatever its keys */
static void
test_one_record_tells_both (void)
{
	g_autoptr (FairleadRecords) records = test_records_from ("other:A director other:B");
	g_autoptr (FairleadNetwork) before = NULL;
	g_autoptr (FairleadNetwork) after = NULL;

	list_party (records, "other:A", "2018-05-01", 1);
	before = fairlead_network_new_as_of (records, day (2018, 4, 30));
	after = fairlead_network_new_as_of (records, day (2018, 5, 1));
	g_assert_cmpuint (fairlead_network_get_n_links (before), ==, 0);
	g_assert_cmpuint (fairlead_network_get_n_links (after), ==, 1);
}

/* Nobody has links before being formed, built or born */
static void
test_not_yet_formed (void)
{
	g_autoptr (FairleadRecords) records = test_records_from ("A director B; C director A");
	g_autoptr (FairleadNetwork) network = NULL;
	g_autofree char *lines = NULL;

	fairlead_records_add_attribute (records, fairlead_records_find (records, "test:B"),
	                                FAIRLEAD_ATTRIBUTE_FORMED, "2018-02", NULL,
	                                (FairleadSource){ 0, 9 });
	fairlead_records_add_attribute (records, fairlead_records_find (records, "test:C"),
	                                FAIRLEAD_ATTRIBUTE_FORMED, "2017", NULL,
	                                (FairleadSource){ 0, 9 });
	network = fairlead_network_new_as_of (records, day (2017, 6, 1));
	lines = dup_lines (network);
	g_assert_cmpstr (lines, ==, "2");
	g_assert_cmpuint (fairlead_network_get_attributes (network, test_vertex (network, "B")).n,
	                  ==, 0);
	g_assert_cmpuint (fairlead_network_get_attributes (network, test_vertex (network, "C")).n,
	                  ==, 1);
}

static guint
count_listed (FairleadRecords *records, gint32 when)
{
	g_autoptr (FairleadNetwork) network = fairlead_network_new_as_of (records, when);
	const char *const expressions[] = { "programme:DPRK", NULL };
	g_autoptr (GArray) chosen = fairlead_expressions_select (network, expressions, NULL);

	return chosen == NULL ? 0 : chosen->len;
}

/* B is listed twice, once without a day: the day holds for both. C's listing has none. */
static void
test_listings (void)
{
	g_autoptr (FairleadRecords) records = test_records_from ("A director B; C director D");
	g_autoptr (FairleadNetwork) network = NULL;

	list_party (records, "test:A", "2010-05-01 to 2015-05-01", 11);
	list_party (records, "test:B", "2018-05-01", 12);
	list_party (records, "test:B", NULL, 13);
	list_party (records, "test:C", NULL, 14);
	g_assert_cmpuint (count_listed (records, day (2009, 1, 1)), ==, 1);
	g_assert_cmpuint (count_listed (records, day (2012, 1, 1)), ==, 2);
	g_assert_cmpuint (count_listed (records, day (2017, 1, 1)), ==, 1);
	g_assert_cmpuint (count_listed (records, day (2019, 1, 1)), ==, 2);
	network = fairlead_network_new_as_of (records, day (2017, 1, 1));
	g_assert_cmpuint (fairlead_network_get_as_of (network)->designations_later, ==, 2);
	g_assert_cmpuint (fairlead_network_get_as_of (network)->designations_undated, ==, 1);
	g_assert_cmpuint (fairlead_network_get_designations (network, test_vertex (network, "B")).n,
	                  ==, 0);
}

/* Over for 10 years of a half-life of 5: 0.5 x 0.25; the age is counted to the day, and without
 * one to the latest listing */
static void
test_fade (void)
{
	g_autoptr (FairleadRecords) records =
		test_records_from ("A linked-party B until=2010-01-01; A linked-party C ended");
	g_autoptr (FairleadNetwork) undated = fairlead_network_new (records);
	g_autoptr (FairleadNetwork) of_day = NULL;
	g_autoptr (FairleadNetwork) of_listing = NULL;
	FairleadParameters parameters;

	fairlead_parameters_init (&parameters);
	parameters.half_life = 5.0;
	g_assert_cmpfloat (fairlead_fade (undated, &parameters, 0), ==, 0.5);
	of_day = fairlead_network_new_as_of (records, day (2020, 1, 1));
	g_assert_cmpfloat_with_epsilon (fairlead_fade (of_day, &parameters, 0), 0.125, 1e-4);
	list_party (records, "test:A", "2020-01-01", 9);
	of_listing = fairlead_network_new (records);
	g_assert_cmpfloat_with_epsilon (fairlead_fade (of_listing, &parameters, 0), 0.125, 1e-4);
	g_assert_cmpfloat (fairlead_fade (of_listing, &parameters, 1), ==, 0.5);
	parameters.half_life = 0.0;
	g_assert_cmpfloat (fairlead_fade (of_day, &parameters, 0), ==, 0.5);
	parameters.half_life = INFINITY;
	g_assert_cmpfloat (fairlead_fade (of_day, &parameters, 0), ==, 0.5);
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/as-of/periods", test_periods);
	g_test_add_func ("/graph/as-of/plain-network-is-of-no-day",
	                 test_plain_network_is_of_no_day);
	g_test_add_func ("/graph/as-of/lists-tell-later", test_lists_tell_later);
	g_test_add_func ("/graph/as-of/one-record-tells-both", test_one_record_tells_both);
	g_test_add_func ("/graph/as-of/not-yet-formed", test_not_yet_formed);
	g_test_add_func ("/graph/as-of/listings", test_listings);
	g_test_add_func ("/graph/as-of/fade", test_fade);
	return g_test_run ();
}
