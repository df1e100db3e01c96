/* tests/graph/ownership/test-holdings.c: which links are ownership, and parallel links as one
 * holding */
#include "graph/ownership/holdings/holdings.h"

#include <string.h>

#include "tests/common/helpers.h"
#include "tests/common/network-builder.h"

#define PERCENT (FAIRLEAD_SHARE_ONE / 100u)

static const FairleadHolding *
find_holding (const FairleadHoldings *holdings, const char *from, const char *to, FairleadHeld held)
{
	FairleadVertex holder = test_vertex (holdings->network, from);
	FairleadVertex company = test_vertex (holdings->network, to);

	for (guint32 i = holdings->out[holder]; i < holdings->out[holder + 1]; i++)
		if (holdings->items[i].company == company && holdings->items[i].held == held)
			return &holdings->items[i];
	return NULL;
}

static void
assert_holding (FairleadNetwork *network, const char *as_of, FairleadHeld held,
                const char *expected)
{
	FairleadDate day = FAIRLEAD_DATE_UNKNOWN;
	g_autoptr (FairleadHoldings) holdings = NULL;
	const FairleadHolding *holding;
	g_autofree char *got = NULL;

	day.first = FAIRLEAD_DAY_OPEN_FUTURE;
	if (as_of != NULL)
		g_assert_true (fairlead_date_parse (as_of, FAIRLEAD_DATE_DAY_FIRST, &day, NULL));
	holdings = fairlead_holdings_new (network, day.first);
	holding = find_holding (holdings, "A", "B", held);
	got = holding == NULL ? g_strdup ("none")
	                      : g_strdup_printf (
				      "%g-%g%s%s%s%s", holding->low / (double) PERCENT,
				      holding->high / (double) PERCENT,
				      holding->flags & FAIRLEAD_HOLDING_INFERRED ? " inferred" : "",
				      holding->flags & FAIRLEAD_HOLDING_INDIRECT ? " indirect" : "",
				      holding->flags & FAIRLEAD_HOLDING_DISPUTED ? " disputed" : "",
				      holding->flags & FAIRLEAD_HOLDING_UNSURE ? " unsure" : "");
	g_assert_cmpstr (got, ==, expected);
}

/* Statements of one file; those behind a bar are of a second one */
static FairleadNetwork *
network_of_files (const char *text)
{
	g_auto (GStrv) files = g_strsplit (text, "|", -1);
	g_autoptr (FairleadRecords) records = fairlead_records_new ();

	for (guint i = 0; files[i] != NULL; i++) {
		g_autofree char *name = g_strdup_printf ("test%u.csv", i);

		test_records_add (records, test_add_file (records, name, "test"), files[i]);
	}
	return fairlead_network_new (records);
}

static const struct {
	const char *text;
	const char *expected;
} one_holding[] = {
	{ "A shareholder B 30%", "30-30" },
	{ "A shareholder B", "0-100" },
	{ "A shareholder B 25-50%", "25-50" },
	{ "A shareholder B 30% ended", "none" },
	{ "A parent B", "0-100" },
	{ "A parent B 80%", "80-80" },
	{ "A head-office B", "100-100 inferred" },
	{ "A owner-or-controller B", "0-100" },
	{ "A director B", "none" },
	{ "A ism-manager B", "none" },
	{ "A controller B", "none" },
	/* what is held through others is no lower bound */
	{ "A beneficial-owner B 60%", "0-60 indirect" },
	{ "A ultimate-parent B", "0-100 indirect" },
	{ "A shareholder B 30%; A beneficial-owner B", "30-30" },
	{ "A shareholder B 30%; A beneficial-owner B 60%", "30-60" },
	/* title to a ship */
	{ "B is vessel; A registered-owner B", "100-100 inferred" },
	{ "B is vessel; A registered-owner B; C registered-owner B", "0-100" },
	{ "B is vessel; A registered-owner B; C registered-owner B ended", "100-100 inferred" },
	{ "B is vessel; A registered-owner B 40%", "40-40" },
	{ "B is company; A registered-owner B", "0-100" },
	/* the same said twice is not more */
	{ "A shareholder B 30%; A shareholder B 30%", "30-30" },
	{ "A shareholder B 30%|A shareholder B 30%", "30-30" },
	/* the more exact counts, the contradiction widens */
	{ "A shareholder B 25-50%|A shareholder B 30%", "30-30" },
	{ "A shareholder B 30%|A shareholder B", "30-30" },
	{ "A shareholder B 30%|A shareholder B 60%", "30-60 disputed" },
	{ "A shareholder B 20-40%|A shareholder B 35-50%|A shareholder B 30%", "30-50 disputed" },
	/* the later replaces the earlier */
	{ "A shareholder B 30% since=2019|A shareholder B 60% since=2021", "60-60" },
	{ "A shareholder B 60% since=2021; A shareholder B 30% since=2019", "60-60" },
	{ "A shareholder B 30% since=2019|A shareholder B since=2021", "30-30" },
	{ "A shareholder B 30% since=2019|A shareholder B 60%", "30-60 disputed" },
	/* kinds of one thing held */
	{ "A shareholder B 30%; A parent B", "30-30" },
};

static void
test_one_holding (void)
{
	for (guint i = 0; i < G_N_ELEMENTS (one_holding); i++) {
		g_autoptr (FairleadNetwork) network = network_of_files (one_holding[i].text);

		g_test_message ("%s", one_holding[i].text);
		assert_holding (network, NULL, FAIRLEAD_HELD_SHARES, one_holding[i].expected);
	}
}

static void
test_votes_and_control (void)
{
	g_autoptr (FairleadNetwork) votes = test_network_from ("A controller B 60%");
	g_autoptr (FairleadNetwork) control = test_network_from ("A controller B");
	g_autoptr (FairleadNetwork) parent = test_network_from ("A parent B 30%");

	assert_holding (votes, NULL, FAIRLEAD_HELD_VOTES, "60-60");
	assert_holding (votes, NULL, FAIRLEAD_HELD_SHARES, "none");
	assert_holding (votes, NULL, FAIRLEAD_HELD_CONTROL, "none");
	assert_holding (control, NULL, FAIRLEAD_HELD_VOTES, "none");
	assert_holding (control, NULL, FAIRLEAD_HELD_CONTROL, "0-0");
	assert_holding (parent, NULL, FAIRLEAD_HELD_CONTROL, "0-0");
	assert_holding (parent, NULL, FAIRLEAD_HELD_SHARES, "30-30");
}

static const struct {
	const char *text;
	const char *as_of;
	const char *expected;
} on_days[] = {
	{ "A shareholder B 30%", "2020-06-01", "30-30" },
	{ "A shareholder B 30% since=2020-06-02", "2020-06-01", "none" },
	{ "A shareholder B 30% since=2020-06-01", "2020-06-01", "30-30" },
	{ "A shareholder B 30% since=2020", "2020-06-01", "0-30 unsure" },
	{ "A shareholder B 30% until=2020-05-31", "2020-06-01", "none" },
	{ "A shareholder B 30% until=2020-06-02", "2020-06-01", "30-30" },
	{ "A shareholder B 30% until=2020", "2020-06-01", "0-30 unsure" },
	{ "A shareholder B 30% ended", "2020-06-01", "0-30 unsure" },
	{ "A shareholder B 30% until=2021", "2020-06-01", "30-30" },
	{ "A shareholder B 30% since=2018 until=2019; A shareholder B 60% since=2020-01-01",
	  "2019-06-01", "0-30 unsure" },
	{ "A shareholder B 30% since=2018; A shareholder B 60% since=2020-01-01", "2019-06-01",
	  "30-30" },
	{ "A shareholder B 30% since=2018; A shareholder B 60% since=2020-01-01", "2020-06-01",
	  "60-60" },
};

static void
test_on_days (void)
{
	for (guint i = 0; i < G_N_ELEMENTS (on_days); i++) {
		g_autoptr (FairleadNetwork) network = test_network_from (on_days[i].text);

		g_test_message ("%s on %s", on_days[i].text, on_days[i].as_of);
		assert_holding (network, on_days[i].as_of, FAIRLEAD_HELD_SHARES,
		                on_days[i].expected);
	}
}

/* Lines of one file that name what is held, as a register of share classes does */
static FairleadNetwork *
network_of_classes (const char *const *classes, const char *const *shares)
{
	g_autoptr (FairleadRecords) records = fairlead_records_new ();
	guint32 file = test_add_file (records, "register.csv", "test");

	for (guint i = 0; classes[i] != NULL; i++) {
		FairleadSource source = { file, i + 1 };
		FairleadLinkRow link = fairlead_link_row (
			fairlead_records_describe (records, "test", "A", FAIRLEAD_KIND_COMPANY,
		                                   source),
			FAIRLEAD_LINK_SHAREHOLDER,
			fairlead_records_describe (records, "test", "B", FAIRLEAD_KIND_COMPANY,
		                                   source),
			source);

		g_assert_true (fairlead_share_parse (shares[i], &link.share));
		link.note = *classes[i] != '\0' ? fairlead_records_intern (records, classes[i]) : 0;
		fairlead_records_add_link (records, &link);
	}
	return fairlead_network_new (records);
}

static const struct {
	const char *classes[4];
	const char *shares[4];
	const char *expected;
} side_by_side[] = {
	{ { "ordinary", "preference" }, { "30", "25" }, "55-55" },
	{ { "ordinary", "ordinary" }, { "30", "25" }, "25-30 disputed" },
	{ { "ordinary", "" }, { "30", "25" }, "25-30 disputed" },
	/* per cent of each class: the whole cannot be passed */
	{ { "ordinary", "preference" }, { "60", "80" }, "60-80 disputed" },
	/* bands may tell of the same shares twice */
	{ { "as owner", "as trustee" }, { "25-50", "25-50" }, "25-100" },
};

static void
test_side_by_side (void)
{
	for (guint i = 0; i < G_N_ELEMENTS (side_by_side); i++) {
		g_autoptr (FairleadNetwork) network =
			network_of_classes (side_by_side[i].classes, side_by_side[i].shares);

		g_test_message ("%s", side_by_side[i].expected);
		assert_holding (network, NULL, FAIRLEAD_HELD_SHARES, side_by_side[i].expected);
	}
}

static void
test_links (void)
{
	g_autoptr (FairleadNetwork) network = test_network_from (
		"A shareholder B 30%; A director B; A controller B; A shareholder B 20% ended");
	g_autoptr (FairleadHoldings) holdings =
		fairlead_holdings_new (network, FAIRLEAD_DAY_OPEN_FUTURE);
	const FairleadHolding *shares = find_holding (holdings, "A", "B", FAIRLEAD_HELD_SHARES);
	const FairleadHolding *control = find_holding (holdings, "A", "B", FAIRLEAD_HELD_CONTROL);
	g_autoptr (GArray) first =
		fairlead_holding_dup_links (holdings, (guint32) (shares - holdings->items));
	g_autoptr (GArray) second =
		fairlead_holding_dup_links (holdings, (guint32) (control - holdings->items));

	g_assert_cmpuint (holdings->n, ==, 2);
	g_assert_cmpuint (first->len, ==, 1);
	g_assert_cmpuint (
		fairlead_network_get_link (network, g_array_index (first, FairleadLink, 0))
			->source.line,
		==, 1);
	g_assert_cmpuint (second->len, ==, 1);
	g_assert_cmpuint (
		fairlead_network_get_link (network, g_array_index (second, FairleadLink, 0))
			->source.line,
		==, 3);
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/holdings/one-of-many-links", test_one_holding);
	g_test_add_func ("/graph/holdings/votes-and-control", test_votes_and_control);
	g_test_add_func ("/graph/holdings/as-of", test_on_days);
	g_test_add_func ("/graph/holdings/side-by-side", test_side_by_side);
	g_test_add_func ("/graph/holdings/links", test_links);
	return g_test_run ();
}
