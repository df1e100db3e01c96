/* tests/graph/network/test-decide.c: the network with what was decided, and without */
#include "graph/network/network.h"

#include "tests/common/helpers.h"
#include "tests/common/network-builder.h"

#define SHIP_1 "3113004"
#define SHIP_2 "3113016"

/* `A = B` is same and `A ! B` different, between semicolons */
static FairleadDecisions *
decisions_from (const char *text)
{
	FairleadDecisions *decisions = fairlead_decisions_new ("decisions.csv");
	g_auto (GStrv) parts = g_strsplit (text, ";", -1);

	for (guint i = 0; parts[i] != NULL; i++) {
		g_auto (GStrv) words = g_strsplit (g_strstrip (parts[i]), " ", -1);
		FairleadDecision decision = { .left = words[0],
			                      .right = words[2],
			                      .verdict = words[1][0] == '='
			                                         ? FAIRLEAD_DECIDED_SAME
			                                         : FAIRLEAD_DECIDED_DIFFERENT,
			                      .who = "Ada",
			                      .probability = FAIRLEAD_NO_PROBABILITY,
			                      .line = i + 2 };
		g_autoptr (GError) error = NULL;

		fairlead_decisions_add (decisions, &decision, &error);
		g_assert_no_error (error);
	}
	return decisions;
}

typedef struct {
	const char *facts;
	const char *decided;
	guint n_vertices;
	guint n_conflicts;
} Vector;

static const Vector vectors[] = {
	{ "A is company; B is company", "test:A = test:B", 1, 0 },
	{ "A is company; B is company", "test:A ! test:B", 2, 0 },
	/* The last decision on a pair stands */
	{ "A is company; B is company", "test:A = test:B; test:A ! test:B", 2, 0 },
	{ "A is company; B is company", "test:A ! test:B; test:A = test:B", 1, 0 },
	/* Chains join, but not over one that was decided to be another */
	{ "A is company; B is company; C is company", "test:A = test:B; test:B = test:C", 1, 0 },
	{ "A is company; B is company; C is company",
	  "test:A = test:B; test:B = test:C; test:A ! test:C", 2, 1 },
	{ "A is company; B is company; C is company; D is company",
	  "test:A = test:B; test:C = test:D; test:A ! test:D; test:B = test:C", 2, 1 },
	/* A shared number gives way to a decision, and says so */
	{ "A imo-company 9701005; other:B imo-company 9701005", "test:A ! other:B", 2, 1 },
	{ "A imo-company 9701005; other:B imo-company 9701005; third:C imo-company 9701005",
	  "test:A ! other:B", 2, 1 },
	/* A decision does not make one hull of two, nor a person of a company */
	{ "A imo " SHIP_1 "; other:B imo " SHIP_2, "test:A = other:B", 2, 0 },
	{ "A is person; B is company", "test:A = test:B", 2, 0 },
};

static void
test_vectors (void)
{
	for (guint i = 0; i < G_N_ELEMENTS (vectors); i++) {
		g_autoptr (FairleadRecords) records = test_records_from (vectors[i].facts);
		g_autoptr (FairleadDecisions) decisions = decisions_from (vectors[i].decided);
		g_autoptr (FairleadNetwork) network = fairlead_network_new_with (
			records, decisions, TRUE, FAIRLEAD_DAY_OPEN_FUTURE);

		g_test_message ("%s: %s", vectors[i].facts, vectors[i].decided);
		g_assert_cmpuint (fairlead_network_get_n_vertices (network), ==,
		                  vectors[i].n_vertices);
		g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_DECISION_CONFLICT), ==,
		                  vectors[i].n_conflicts);
	}
}

static void
test_contradictions_are_told (void)
{
	g_autoptr (FairleadRecords) ships =
		test_records_from ("A imo " SHIP_1 "; other:B imo " SHIP_2);
	g_autoptr (FairleadDecisions) same = decisions_from ("test:A = other:B");
	g_autoptr (FairleadNetwork) network =
		fairlead_network_new_with (ships, same, TRUE, FAIRLEAD_DAY_OPEN_FUTURE);
	g_autoptr (FairleadRecords) firms =
		test_records_from ("A imo-company 9701005; other:B imo-company 9701005");
	g_autoptr (FairleadDecisions) apart = decisions_from ("test:A ! other:B");
	g_autoptr (FairleadNetwork) kept =
		fairlead_network_new_with (firms, apart, TRUE, FAIRLEAD_DAY_OPEN_FUTURE);
	guint n;
	const FairleadIssueRow *issue = fairlead_records_get_issues (ships, &n);

	g_assert_cmpuint (n, ==, 1);
	g_assert_cmpint (issue->tag, ==, FAIRLEAD_ISSUE_IDENTIFIER_CONFLICT);
	issue = fairlead_records_get_issues (firms, &n);
	g_assert_cmpuint (n, ==, 1);
	g_assert_cmpstr (fairlead_records_get_text (firms, issue->text), ==,
	                 "other:B and test:A share imo-company:9701005, but Ada decided that "
	                 "other:B and test:A are different (decisions.csv:2); not joined");
	(void) network;
	(void) kept;
}

/* Whom a decision found is not looked up by name again, or the two would be joined over it */
static void
test_named_parties (void)
{
	g_autoptr (FairleadRecords) records = test_records_from (
		"A is company; A named Seller One; B is company; B named Seller Two; "
		"?Seller_One supplier B");
	g_autoptr (FairleadDecisions) found = fairlead_decisions_new (NULL);
	FairleadDecision decision = { .left = "test-name:seller one",
		                      .right = "test:B",
		                      .probability = FAIRLEAD_NO_PROBABILITY };
	g_autoptr (FairleadNetwork) network = NULL;

	g_assert_true (fairlead_decisions_add (found, &decision, NULL));
	network = fairlead_network_new_with (records, found, TRUE, FAIRLEAD_DAY_OPEN_FUTURE);
	g_assert_cmpuint (test_vertex (network, "test-name:seller one"), ==,
	                  test_vertex (network, "B"));
	g_assert_cmpuint (test_vertex (network, "A"), !=, test_vertex (network, "B"));
}

static void
test_unknown_entities_wait (void)
{
	g_autoptr (FairleadRecords) records = test_records_from ("A is company");
	g_autoptr (FairleadDecisions) decisions =
		decisions_from ("test:A = other:Z; x:1 ! x:2; x:1 = x:2");
	g_autoptr (FairleadNetwork) network =
		fairlead_network_new_with (records, decisions, TRUE, FAIRLEAD_DAY_OPEN_FUTURE);
	guint n;
	const FairleadIssueRow *issues = fairlead_records_get_issues (records, &n);

	g_assert_cmpuint (fairlead_network_get_n_vertices (network), ==, 1);
	g_assert_cmpuint (n, ==, 2);
	g_assert_cmpstr (fairlead_records_get_text (records, issues[0].text), ==,
	                 "decisions.csv:2: other:Z");
	g_assert_cmpstr (fairlead_records_get_text (records, issues[1].text), ==,
	                 "decisions.csv:4: x:1 and x:2");
}

/* Without merges, and after they were undone, it is the network that it was */
static void
test_undone_leaves_nothing (void)
{
	const char *facts = "A is company; A named Grey Heron; other:B is company; A supplier C";
	g_autoptr (FairleadDecisions) decisions = decisions_from ("test:A = other:B");
	g_autoptr (FairleadRecords) first = test_records_from (facts);
	g_autoptr (FairleadRecords) second = test_records_from (facts);
	g_autoptr (FairleadRecords) third = test_records_from (facts);
	g_autoptr (FairleadNetwork) plain = fairlead_network_new (first);
	g_autoptr (FairleadNetwork) apart =
		fairlead_network_new_with (second, decisions, FALSE, FAIRLEAD_DAY_OPEN_FUTURE);
	g_autoptr (FairleadNetwork) undone = NULL;
	FairleadVertex vertex;

	g_assert_false (fairlead_network_has_merged (apart, 0, &vertex));
	g_assert_true (fairlead_decisions_undo (decisions, 0, "Bo", "2026-03-02", NULL));
	undone = fairlead_network_new_with (third, decisions, TRUE, FAIRLEAD_DAY_OPEN_FUTURE);
	g_assert_cmpuint (fairlead_network_get_n_vertices (plain), ==, 3);
	for (FairleadVertex v = 0; v < 3; v++) {
		g_assert_cmpstr (fairlead_network_get_id (plain, v), ==,
		                 fairlead_network_get_id (apart, v));
		g_assert_cmpstr (fairlead_network_get_id (plain, v), ==,
		                 fairlead_network_get_id (undone, v));
	}
	g_assert_false (fairlead_network_has_merged (undone, 0, &vertex));
}

static void
test_merges_are_known (void)
{
	g_autoptr (FairleadRecords) records =
		test_records_from ("A is company; other:B is company; C is company");
	g_autoptr (FairleadDecisions) decisions =
		decisions_from ("test:A = other:B; test:A ! test:C; other:B = test:C");
	g_autoptr (FairleadNetwork) network =
		fairlead_network_new_with (records, decisions, TRUE, FAIRLEAD_DAY_OPEN_FUTURE);
	FairleadVertex vertex;

	g_assert_true (fairlead_network_has_merged (network, 0, &vertex));
	g_assert_cmpuint (vertex, ==, test_vertex (network, "A"));
	g_assert_false (fairlead_network_has_merged (network, 1, &vertex));
	g_assert_false (fairlead_network_has_merged (network, 2, &vertex));
	g_assert_true (fairlead_network_get_decisions (network) == decisions);
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/decide/vectors", test_vectors);
	g_test_add_func ("/graph/decide/contradictions-are-told", test_contradictions_are_told);
	g_test_add_func ("/graph/decide/named-parties", test_named_parties);
	g_test_add_func ("/graph/decide/unknown-entities-wait", test_unknown_entities_wait);
	g_test_add_func ("/graph/decide/undone-leaves-nothing", test_undone_leaves_nothing);
	g_test_add_func ("/graph/decide/merges-are-known", test_merges_are_known);
	return g_test_run ();
}
