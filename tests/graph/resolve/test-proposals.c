/* tests/graph/resolve/test-proposals.c: which parties may be one, and which are joined without
 * asking */
#include "graph/resolve/proposals.h"

#include <string.h>

#include "graph/resolve/blocking.h"
#include "graph/resolve/merging.h"
#include "tests/common/helpers.h"
#include "tests/common/network-builder.h"

/* Valid ship numbers of a range that no register has given out */
#define SHIP_1 "3113004"
#define SHIP_2 "3113016"

static FairleadProposals *
propose (FairleadNetwork *network)
{
	const FairleadResolveQuestion question = { .threshold = FAIRLEAD_RESOLVE_THRESHOLD };
	g_autoptr (GError) error = NULL;
	FairleadProposals *proposals = fairlead_proposals_new (network, &question, NULL, &error);

	g_assert_no_error (error);
	return proposals;
}

/* The proposal on two parties, or NULL */
static const FairleadProposal *
find (FairleadProposals *proposals, FairleadNetwork *network, const char *a, const char *b)
{
	FairleadVertex x = test_vertex (network, a), y = test_vertex (network, b);
	guint n;
	const FairleadProposal *all = fairlead_proposals_get (proposals, &n);

	for (guint i = 0; i < n; i++)
		if (all[i].left == MIN (x, y) && all[i].right == MAX (x, y))
			return &all[i];
	return NULL;
}

static double
probability (const char *text)
{
	g_autoptr (FairleadNetwork) network = test_network_from (text);
	g_autoptr (FairleadProposals) proposals = propose (network);
	const FairleadProposal *proposal = find (proposals, network, "A", "other:B");

	return proposal == NULL ? 0.0 : proposal->probability;
}

/* A bare common name is little, however alike; a rare one is more, and a passport most */
static void
test_evidence_decides (void)
{
	double common = probability ("A is person; A named Muhammad Ali; other:B is person; "
	                             "other:B named Muhammad Ali");
	double rare = probability ("A is person; A named Evander Hawkesquill; other:B is person; "
	                           "other:B named Evander Hawkesquill");
	double proven = probability ("A is person; A named Muhammad Ali; A passport KP/654321; "
	                             "other:B is person; other:B named Muhammad Ali; "
	                             "other:B passport KP/654321");

	g_test_message ("%.3f %.3f %.3f", common, rare, proven);
	g_assert_cmpfloat (common, <, 0.5);
	g_assert_cmpfloat (rare, >, common + 0.3);
	g_assert_cmpfloat (rare, <, FAIRLEAD_RESOLVE_THRESHOLD);
	g_assert_cmpfloat (proven, >, common + 0.3);
}

/* Different valid ship numbers are two ships, whatever else agrees; a series is one more each */
static void
test_ships (void)
{
	g_assert_cmpfloat (probability ("A is vessel; A named Grey Heron; A imo " SHIP_1
	                                "; A mmsi 210000000; other:B is vessel; "
	                                "other:B named Grey Heron; other:B imo " SHIP_2
	                                "; other:B mmsi 210000000"),
	                   ==, 0.0);
	g_assert_cmpfloat (probability ("A is vessel; A named Sam Ma 2; other:B is vessel; "
	                                "other:B named Sam Ma 3"),
	                   <, 0.2);
	g_assert_cmpfloat (probability ("A is vessel; A named Paek Yang San; other:B is vessel; "
	                                "other:B named Baekyangsan"),
	                   >, FAIRLEAD_RESOLVE_LEAST);
}

static void
test_ships_ask_by_name_alone (void)
{
	g_autoptr (FairleadNetwork) network = test_network_from (
		"A is vessel; A named Quillon Hawkesquill Heron; A listed OFAC/DPRK4; "
		"other:B is vessel; other:B named Quillon Hawkesquill Heron; "
		"other:B listed UN/DPRK");
	g_autoptr (FairleadProposals) proposals = propose (network);
	const FairleadProposal *proposal = find (proposals, network, "A", "other:B");

	g_assert_cmpfloat (proposal->probability, >, FAIRLEAD_RESOLVE_THRESHOLD);
	g_assert_cmpint (proposal->ask, ==, FAIRLEAD_ASK_NAME_ONLY);
}

/* Kinds that do not agree are never compared, nor what one list numbers apart joined unasked */
static void
test_kinds_and_lists (void)
{
	g_autoptr (FairleadNetwork) network = test_network_from (
		"A is company; A named Quillon Hawkesquill Works; A registration KY/771; "
		"B is company; B named Quillon Hawkesquill Works; B tax KY771");
	g_autoptr (FairleadProposals) proposals = propose (network);
	const FairleadProposal *proposal = find (proposals, network, "A", "B");

	g_assert_nonnull (proposal);
	g_assert_cmpint (proposal->ask, !=, FAIRLEAD_ASK_NOTHING);
	g_assert_cmpfloat (probability ("A is person; A named Quillon Hawkesquill; "
	                                "other:B is vessel; other:B named Quillon Hawkesquill"),
	                   ==, 0.0);
}

/* ---- decisions ---- */

static void
test_decided_pairs_are_left_out (void)
{
	g_autoptr (FairleadRecords) records =
		test_records_from ("A is company; A named Quillon Works; other:B is company; "
	                           "other:B named Quillon Works");
	g_autoptr (FairleadDecisions) decisions = fairlead_decisions_new (NULL);
	FairleadDecision decision = { .left = "test:A",
		                      .right = "other:B",
		                      .verdict = FAIRLEAD_DECIDED_UNDECIDED,
		                      .probability = FAIRLEAD_NO_PROBABILITY };
	g_autoptr (FairleadNetwork) network = NULL;
	g_autoptr (FairleadProposals) proposals = NULL;

	g_assert_true (fairlead_decisions_add (decisions, &decision, NULL));
	network = fairlead_network_new_with (records, decisions, TRUE, FAIRLEAD_DAY_OPEN_FUTURE);
	proposals = propose (network);
	g_assert_null (find (proposals, network, "A", "other:B"));
}

/* ---- merging ---- */

/* A network of @n companies of lists of their own, and pairs `A B 0.99` between semicolons */
static char *
judge (guint n, const char *text)
{
	g_autoptr (GString) facts = g_string_new (NULL);
	g_autoptr (GArray) pairs = g_array_new (FALSE, TRUE, sizeof (FairleadScoredPair));
	g_autoptr (FairleadNetwork) network = NULL;
	g_auto (GStrv) parts = g_strsplit (text, ";", -1);
	GString *asks = g_string_new (NULL);

	for (guint i = 0; i < n; i++)
		g_string_append_printf (facts, "%sl%02u:%c is company", i > 0 ? "; " : "", i,
		                        (char) ('A' + i));
	network = test_network_from (facts->str);
	for (guint i = 0; parts[i] != NULL; i++) {
		const char *part = g_strstrip (parts[i]);
		FairleadScoredPair pair = { .proposal = { .left = (FairleadVertex) (part[0] - 'A'),
			                                  .right = (FairleadVertex) (part[2] - 'A'),
			                                  .probability = g_ascii_strtod (part + 4,
			                                                                 NULL) } };

		g_array_append_val (pairs, pair);
	}
	fairlead_merging_judge (network, (FairleadScoredPair *) (gpointer) pairs->data, pairs->len,
	                        0.95);
	for (guint i = 0; i < pairs->len; i++)
		g_string_append_printf (
			asks, "%d",
			(int) g_array_index (pairs, FairleadScoredPair, i).proposal.ask);
	return g_string_free (asks, FALSE);
}

/* Worked by hand; digits are of FairleadAsk: 0 joins, 1 follows, 2 unsure, 8 bridge */
static void
test_groups (void)
{
	static const struct {
		guint n;
		const char *pairs, *asks;
	} vectors[] = {
		{ 2, "A B 0.99", "0" },
		{ 2, "A B 0.9", "2" },
		/* A triangle: the third side follows */
		{ 3, "A B 0.99; B C 0.98; A C 0.97", "001" },
		/* A chain of three: half of the pairs across are likely */
		{ 3, "A B 0.99; B C 0.98", "00" },
		/* Two pairs held together by one: one of four */
		{ 4, "A B 0.99; C D 0.98; B C 0.97", "008" },
		/* By two: two of four */
		{ 4, "A B 0.99; C D 0.98; B C 0.97; A D 0.6", "0001" },
		/* A fourth that knows one of three */
		{ 4, "A B 0.99; A C 0.99; B C 0.98; C D 0.97", "0018" },
	};

	for (guint i = 0; i < G_N_ELEMENTS (vectors); i++) {
		g_autofree char *asks = judge (vectors[i].n, vectors[i].pairs);

		g_test_message ("%s", vectors[i].pairs);
		g_assert_cmpstr (asks, ==, vectors[i].asks);
	}
}

/* Everybody is like the others: the thirteenth asks */
static void
test_large_groups_ask (void)
{
	g_autoptr (GString) pairs = g_string_new (NULL);
	g_autofree char *asks = NULL;

	for (char a = 'A'; a < 'A' + 14; a++)
		for (char b = (char) (a + 1); b < 'A' + 14; b++)
			g_string_append_printf (pairs, "%s%c %c 0.99", pairs->len > 0 ? ";" : "", a,
			                        b);
	asks = judge (14, pairs->str);
	g_assert_nonnull (strchr (asks, '0' + FAIRLEAD_ASK_LARGE));
	g_assert_null (strchr (asks, '0' + FAIRLEAD_ASK_BRIDGE));
}

/* Of two branches on one list either may be the one on the other. One that is far less
 * likely is no rival. */
static void
test_rivals_ask (void)
{
	static const struct {
		double left, right;
		FairleadAsk asks[2];
	} vectors[] = { { 0.990, 0.985, { FAIRLEAD_ASK_RIVAL, FAIRLEAD_ASK_RIVAL } },
		        { 0.9999, 0.985, { FAIRLEAD_ASK_NOTHING, FAIRLEAD_ASK_NUMBERED } } };
	static const char facts[] = "one:A is company; two:B is company; two:C is company";

	for (guint i = 0; i < G_N_ELEMENTS (vectors); i++) {
		g_autoptr (FairleadNetwork) network = test_network_from (facts);
		FairleadVertex a = test_vertex (network, "one:A");
		FairleadVertex b = test_vertex (network, "two:B");
		FairleadVertex c = test_vertex (network, "two:C");
		FairleadScoredPair pairs[2] = {
			{ .proposal = { .left = a, .right = b, .probability = vectors[i].left } },
			{ .proposal = { .left = a, .right = c, .probability = vectors[i].right } },
		};

		fairlead_merging_judge (network, pairs, 2, 0.95);
		for (guint j = 0; j < 2; j++)
			g_assert_cmpint (pairs[j].proposal.ask, ==, vectors[i].asks[j]);
	}
}

/* ---- blocking ---- */

/* Never all pairs: 200 companies of one common word and a rare one each make none, and what was
 * passed over is told */
static void
test_blocks_are_bounded (void)
{
	g_autoptr (GString) text = g_string_new (NULL);
	g_autoptr (FairleadNetwork) network = NULL;
	g_autoptr (FairleadProposals) proposals = NULL;
	guint n_parties;

	for (guint i = 0; i < 200; i++)
		g_string_append_printf (text, "%sA%u is company; A%u named Heron", i > 0 ? ";" : "",
		                        i, i);
	network = test_network_from (text->str);
	proposals = propose (network);
	g_assert_cmpuint (fairlead_proposals_get_n_compared (proposals), ==, 0);
	g_assert_cmpuint (fairlead_proposals_get_n_skipped (proposals), >, 0);
	g_assert_nonnull (fairlead_proposals_get_skipped (proposals, 0, &n_parties));
	g_assert_cmpuint (n_parties, ==, 200);
}

static void
test_explanation (void)
{
	g_autoptr (FairleadNetwork) network = test_network_from (
		"A is company; A named Quillon Shpg Co Ltd; A tax KY7711; other:B is company; "
		"other:B named Quillon Shipping Company; other:B tax KY7711");
	g_autoptr (FairleadProposals) proposals = propose (network);
	g_auto (GStrv) lines = fairlead_proposals_dup_explanation (proposals, 0);
	g_autofree char *text = g_strjoinv ("\n", lines);

	g_assert_nonnull (strstr (text, "name: 1.00 alike"));
	g_assert_nonnull (strstr (text, "quillon; shipping; set aside: co"));
	g_assert_nonnull (strstr (text, "+6.0 number: both have "));
	g_assert_nonnull (strstr (text, "in all: probability "));
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/proposals/evidence-decides", test_evidence_decides);
	g_test_add_func ("/graph/proposals/ships", test_ships);
	g_test_add_func ("/graph/proposals/ships-ask-by-name-alone", test_ships_ask_by_name_alone);
	g_test_add_func ("/graph/proposals/kinds-and-lists", test_kinds_and_lists);
	g_test_add_func ("/graph/proposals/decided-pairs-are-left-out",
	                 test_decided_pairs_are_left_out);
	g_test_add_func ("/graph/proposals/groups", test_groups);
	g_test_add_func ("/graph/proposals/large-groups-ask", test_large_groups_ask);
	g_test_add_func ("/graph/proposals/rivals-ask", test_rivals_ask);
	g_test_add_func ("/graph/proposals/blocks-are-bounded", test_blocks_are_bounded);
	g_test_add_func ("/graph/proposals/explanation", test_explanation);
	return g_test_run ();
}
