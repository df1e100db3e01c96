/* tests/graph/test-disrupt.c: key players, cuts, answers and outreach on cases worked by hand, and
 * on the Montagna networks */
#include "graph/disrupt/disruption.h"

#include <string.h>

#include "graph/measure/brokerage.h"
#include "tests/common/helpers.h"
#include "tests/common/network-builder.h"

typedef struct {
	FairleadNetwork *network;
	FairleadAdjacency *graph;
	GArray *target;
	FairleadDisruption found;
} Case;

static void
case_ask (Case *self, FairleadNetwork *network, const char *target, guint budget,
          gboolean cuts_links)
{
	g_auto (GStrv) words = g_strsplit (target, " ", -1);
	FairleadDisruptQuestion question = {
		.budget = budget, .cuts_links = cuts_links, .n_candidates = 100, .n_answers = 2
	};
	g_autoptr (GError) error = NULL;

	self->network = network;
	self->graph = test_plain_adjacency (network);
	question.target = self->target = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	for (guint i = 0; *target != '\0' && words[i] != NULL; i++) {
		FairleadVertex vertex = test_vertex (network, words[i]);

		g_array_append_val (self->target, vertex);
	}
	fairlead_disrupt (&self->found, network, self->graph, &question, 0.1, NULL, &error);
	g_assert_no_error (error);
}

static void
case_clear (Case *self)
{
	if (self->network == NULL) /* the published files are absent */
		return;
	fairlead_disruption_clear (&self->found);
	g_array_unref (self->target);
	fairlead_adjacency_free (self->graph);
	g_object_unref (self->network);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, case_clear)

static char *
dup_names (const Case *self, const GArray *items)
{
	GString *text = g_string_new (NULL);

	for (guint i = 0; i < items->len; i++)
		g_string_append_printf (
			text, "%s%s", i > 0 ? " " : "",
			fairlead_network_get_id (self->network,
		                                 g_array_index (items, FairleadVertex, i))
				+ strlen ("test:"));
	return g_string_free (text, FALSE);
}

/* ---- by hand ---- */

/* T - B, three behind B; T - C, one behind C: B takes 1 + 3/2 of 1 + 3/2 + 1 + 1/2 */
#define FAN                                                                                          \
	"T linked-party B; B linked-party D; B linked-party E; B linked-party F; T linked-party C; " \
	"C linked-party G"

static void
test_by_hand (void)
{
	g_auto (Case) one = { 0 };
	g_auto (Case) two = { 0 };
	g_autofree char *names = NULL;
	g_autofree char *cut = NULL;

	case_ask (&one, test_network_from (FAN), "T", 1, FALSE);
	names = dup_names (&one, one.found.chosen.items);
	g_assert_cmpstr (names, ==, "B");
	g_assert_true (one.found.chosen.is_exact);
	g_assert_cmpfloat_with_epsilon (one.found.access, 4.0, 1e-12);
	g_assert_cmpfloat_with_epsilon (one.found.chosen.access, 1.5, 1e-12);
	case_ask (&two, test_network_from (FAN), "T", 2, FALSE);
	cut = dup_names (&two, two.found.cut.items);
	g_assert_cmpfloat (two.found.chosen.access, ==, 0.0);
	g_assert_true (two.found.has_cut && two.found.cut.is_possible);
	g_assert_cmpuint (two.found.cut.cost, ==, 2);
	g_assert_cmpstr (cut, ==, "B C");
}

/* KPP-Neg: the path a-b-c-d-e without c: n stays 5 here, for who is taken away counts as lost too;
 * of the pairs 4 x 5 = 20 there stay 2 + 2 */
static void
test_whole (void)
{
	g_auto (Case) one = { 0 };
	g_autofree char *names = NULL;

	case_ask (&one,
	          test_network_from ("A linked-party B; B linked-party C; C linked-party D; "
	                             "D linked-party E"),
	          "", 1, FALSE);
	names = dup_names (&one, one.found.chosen.items);
	g_assert_cmpstr (names, ==, "C");
	g_assert_cmpfloat_with_epsilon (one.found.access, 1.0, 1e-12);
	g_assert_cmpfloat_with_epsilon (one.found.chosen.access, 4.0 / 20.0, 1e-12);
	g_assert_false (one.found.has_cut);
}

static void
test_links (void)
{
	g_auto (Case) one = { 0 };
	const FairleadVertex *ends;

	case_ask (&one, test_network_from (FAN), "T", 1, TRUE);
	g_assert_cmpuint (one.found.items->len, ==, 1);
	ends = one.graph->ends + 2 * g_array_index (one.found.items, FairleadDisruptedItem, 0).item;
	g_assert_true (ends[0] == test_vertex (one.network, "B")
	               || ends[1] == test_vertex (one.network, "B"));
	g_assert_cmpfloat_with_epsilon (one.found.chosen.access, 1.5, 1e-12);
}

/* The lost B has kin K, who can take over B's partners */
static void
test_answer (void)
{
	g_auto (Case) one = { 0 };
	const FairleadReplacement *answer;

	case_ask (&one, test_network_from (FAN "; K relative B"), "T", 1, FALSE);
	g_assert_cmpuint (one.found.answers->len, ==, 2);
	answer = &g_array_index (one.found.answers, FairleadReplacement, 0);
	g_assert_cmpint (answer->why, ==, FAIRLEAD_STAND_IN_KIN);
	g_assert_cmpuint (answer->by, ==, test_vertex (one.network, "K"));
	g_assert_cmpuint (answer->partner, ==, test_vertex (one.network, "T"));
	g_assert_cmpfloat (one.found.after_answer, >, one.found.chosen.access);
	g_assert_cmpfloat (g_array_index (one.found.items, FairleadDisruptedItem, 0).replaceable, >,
	                   0.0);
}

static void
test_outreach (void)
{
	g_auto (Case) one = { 0 };
	const FairleadOutreach *row;

	case_ask (&one,
	          test_network_from ("B registered-owner T; I insurer T; I insurer V; I insurer W; "
	                             "M ism-manager T; D director B; B shareholder Q; "
	                             "C class-society T; C class-society V"),
	          "T", 1, FALSE);
	g_assert_cmpuint (one.found.outreach->len, ==, 2);
	row = &g_array_index (one.found.outreach, FairleadOutreach, 0);
	g_assert_cmpstr (row->role, ==, "class-society");
	g_assert_cmpfloat_with_epsilon (row->exposure, 0.5, 1e-12);
	row = &g_array_index (one.found.outreach, FairleadOutreach, 1);
	g_assert_cmpstr (row->role, ==, "insurer");
	g_assert_cmpfloat_with_epsilon (row->exposure, 1.0 / 3.0, 1e-12);
}

static void
add_flag (FairleadRecords *records, const char *ship, const char *flag)
{
	g_autofree char *key = g_strconcat ("test:", ship, NULL);

	fairlead_records_add_attribute (records, fairlead_records_find (records, key),
	                                FAIRLEAD_ATTRIBUTE_FLAG, flag, NULL,
	                                (FairleadSource){ 0, 50 });
}

/* Ten of the twelve ships under XA are the target's, three of the ten under XB */
static void
test_registries (void)
{
	g_autoptr (GString) text = g_string_new ("T is company; M shareholder T");
	g_autoptr (FairleadRecords) records = NULL;
	g_auto (Case) one = { 0 };
	const FairleadOutreach *row;

	for (guint i = 0; i < 22; i++)
		g_string_append_printf (text, "; S%02u is vessel; %s registered-owner S%02u", i,
		                        i < 13 ? "T" : "N", i);
	records = test_records_from (text->str);
	for (guint i = 0; i < 22; i++) {
		g_autofree char *ship = g_strdup_printf ("S%02u", i);

		add_flag (records, ship, i < 10 || i >= 20 ? "XA" : "XB");
	}
	case_ask (&one, fairlead_network_new (records), "T", 1, FALSE);
	g_assert_cmpuint (one.found.outreach->len, ==, 1);
	row = &g_array_index (one.found.outreach, FairleadOutreach, 0);
	g_assert_cmpstr (row->role, ==, "flag-registry");
	g_assert_cmpstr (row->jurisdiction, ==, "XB");
}

/* ---- costs ---- */

static void
test_costs (void)
{
	g_autoptr (FairleadNetwork) network = test_network_from (FAN);
	g_autoptr (FairleadAdjacency) graph = test_plain_adjacency (network);
	g_autoptr (GArray) target = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	FairleadVertex t = test_vertex (network, "T"), b = test_vertex (network, "B");
	guint32 cost[16];
	FairleadDisruptQuestion question = {
		.target = target, .cost = cost, .budget = 2, .n_candidates = 10
	};
	g_auto (FairleadDisruption) dear = { 0 };
	g_auto (FairleadDisruption) barred = { 0 };
	g_auto (FairleadDisruption) few = { 0 };
	g_autoptr (GArray) market = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));

	g_array_append_val (target, t);
	for (guint i = 0; i < graph->n_vertices; i++)
		cost[i] = 1;
	cost[b] = 5;
	g_assert_true (fairlead_disrupt (&dear, network, graph, &question, 0.1, NULL, NULL));
	/* B is of the market itself */
	g_assert_cmpuint (dear.cut.cost, ==, 6);
	/* where only D, E and F are, they are cheaper than B */
	for (const char *letter = "DEF"; *letter != '\0'; letter++) {
		const char name[] = { *letter, '\0' };
		FairleadVertex vertex = test_vertex (network, name);

		g_array_append_val (market, vertex);
	}
	question.market = market;
	g_assert_true (fairlead_disrupt (&few, network, graph, &question, 0.1, NULL, NULL));
	g_assert_cmpuint (few.cut.cost, ==, 3);
	question.market = NULL;
	cost[b] = FAIRLEAD_NO_PRICE;
	g_assert_true (fairlead_disrupt (&barred, network, graph, &question, 0.1, NULL, NULL));
	g_assert_false (barred.cut.is_possible);
	for (guint i = 0; i < barred.chosen.items->len; i++)
		g_assert_cmpuint (g_array_index (barred.chosen.items, guint32, i), !=, b);
}

/* ---- against naive searches ---- */

static double
naive_access (const FairleadAdjacency *graph, const guint8 *is_target, guint32 removed)
{
	guint n = graph->n_vertices;
	guint hops[64];
	double access = 0.0;

	for (guint i = 0; i < n; i++)
		hops[i] = is_target[i] ? 0 : 1000;
	for (guint round = 0; round < n; round++)
		for (guint32 e = 0; e < graph->n_edges; e++) {
			FairleadVertex a = graph->ends[2 * e], b = graph->ends[2 * e + 1];

			if ((removed >> a & 1) || (removed >> b & 1))
				continue;
			hops[a] = MIN (hops[a], hops[b] + 1);
			hops[b] = MIN (hops[b], hops[a] + 1);
		}
	for (guint i = 0; i < n; i++)
		if (!is_target[i] && !(removed >> i & 1) && hops[i] < 1000)
			access += 1.0 / hops[i];
	return access;
}

/* The best pair by trying all; and the least cut by trying all subsets */
static void
test_naive (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (2006);

	for (guint i = 0; i < 12; i++) {
		g_auto (Case) one = { 0 };
		guint8 is_target[64] = { FALSE };
		double best = 1e9;
		guint least = 99;

		case_ask (&one, test_random_network (random, 10, 13, FALSE), "V000", 2, FALSE);
		is_target[test_vertex (one.network, "V000")] = TRUE;
		for (guint32 set = 0; set < 1u << 10; set++) {
			guint size = (guint) __builtin_popcount (set);
			double access;

			if (set >> test_vertex (one.network, "V000") & 1)
				continue;
			access = naive_access (one.graph, is_target, set);
			if (size <= 2)
				best = MIN (best, access);
			if (access <= 0.0)
				least = MIN (least, size);
		}
		g_assert_true (one.found.chosen.is_exact);
		g_assert_cmpfloat_with_epsilon (one.found.chosen.access, best, 1e-9);
		g_assert_cmpuint (one.found.cut.cost, ==, least);
	}
}

/* Greedy steps with swaps come near the exact answer, and never fall behind the baseline */
static void
test_greedy (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (34);
	guint n_best = 0;

	for (guint i = 0; i < 20; i++) {
		g_auto (Case) one = { 0 };
		g_auto (FairleadAccess) access = { 0 };
		g_auto (FairleadChoice) greedy = { 0 };
		g_autofree guint8 *is_target = NULL;
		g_autofree guint8 *is_market = NULL;
		g_autofree guint32 *cost = NULL;
		g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (guint32));
		FairleadChooser chooser = { .budget = 3, .max_work = G_MAXUINT64 };

		case_ask (&one, test_random_network (random, 16, 24, FALSE), "V000", 3, FALSE);
		is_target = g_new0 (guint8, 16);
		is_market = g_new0 (guint8, 16);
		cost = g_new (guint32, 16);
		for (guint32 j = 0; j < 16; j++) {
			is_target[j] = j == test_vertex (one.network, "V000");
			is_market[j] = !is_target[j];
			cost[j] = 1;
			if (!is_target[j])
				g_array_append_val (all, j);
		}
		fairlead_access_init (&access, one.graph, is_target, is_market, FALSE, 0);
		chooser.access = &access;
		chooser.candidates = all;
		chooser.cost = cost;
		fairlead_choose_greedily (&chooser, &greedy);
		g_assert_cmpfloat (greedy.access, >=, one.found.chosen.access - 1e-9);
		g_assert_cmpfloat (greedy.access, <=, one.found.baseline.access + 1e-9);
		n_best += greedy.access <= one.found.chosen.access + 1e-9;
	}
	g_assert_cmpuint (n_best, >=, 18);
}

/* ---- the Montagna networks ---- */

static FairleadNetwork *
load_montagna (const char *path)
{
	g_autoptr (FairleadRecords) records = fairlead_records_new ();
	FairleadSource source = { test_add_file (records, "montagna", "test"), 1 };
	g_autofree char *text = NULL;
	g_auto (GStrv) lines = NULL;

	g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
	lines = g_strsplit (text, "\n", -1);
	for (guint i = 0; lines[i] != NULL; i++) {
		g_auto (GStrv) words = g_strsplit_set (g_strstrip (lines[i]), " \t", -1);
		FairleadLinkRow link;

		if (words[0] == NULL || words[1] == NULL)
			continue;
		link = fairlead_link_row (fairlead_records_describe (records, "test", words[0],
		                                                     FAIRLEAD_KIND_PERSON, source),
		                          FAIRLEAD_LINK_LINKED,
		                          fairlead_records_describe (records, "test", words[1],
		                                                     FAIRLEAD_KIND_PERSON, source),
		                          source);
		fairlead_records_add_link (records, &link);
	}
	return fairlead_network_new (records);
}

static guint
largest_part (const FairleadAdjacency *graph, const guint8 *is_gone)
{
	g_autofree guint32 *part = g_new (guint32, graph->n_vertices);
	g_autofree guint *size = g_new0 (guint, graph->n_vertices);
	gboolean is_moved = TRUE;
	guint largest = 0;

	for (guint32 i = 0; i < graph->n_vertices; i++)
		part[i] = i;
	while (is_moved) {
		is_moved = FALSE;
		for (guint32 e = 0; e < graph->n_edges; e++) {
			FairleadVertex a = graph->ends[2 * e], b = graph->ends[2 * e + 1];
			guint32 least = MIN (part[a], part[b]);

			if (is_gone[a] || is_gone[b] || part[a] == part[b])
				continue;
			part[a] = part[b] = least;
			is_moved = TRUE;
		}
	}
	for (guint32 i = 0; i < graph->n_vertices; i++)
		if (!is_gone[i]) {
			size[part[i]]++;
			largest = MAX (largest, size[part[i]]);
		}
	return largest;
}

static gboolean
is_kept (FairleadNetwork *network, FairleadLink link, gconstpointer user_data)
{
	const guint8 *is_gone = user_data;

	return !is_gone[fairlead_network_get_from (network, link)]
	       && !is_gone[fairlead_network_get_to (network, link)];
}

/* The one with most betweenness among all pairs of what is left */
static FairleadVertex
find_first (FairleadNetwork *network, const guint8 *is_gone)
{
	FairleadParameters parameters;
	g_autoptr (FairleadAdjacency) graph = NULL;
	g_autofree double *brokerage = NULL;
	g_autofree FairleadVertex *all = NULL;
	FairleadVertex best = 0;

	test_plain_parameters (&parameters);
	graph = fairlead_adjacency_new_of (network, &parameters, is_kept, is_gone);
	all = g_new (FairleadVertex, graph->n_vertices);
	for (guint32 i = 0; i < graph->n_vertices; i++)
		all[i] = i;
	brokerage = fairlead_brokerage (graph, all, graph->n_vertices, all, graph->n_vertices, 0.1,
	                                NULL, NULL);
	for (guint32 i = 0; i < graph->n_vertices; i++)
		if (brokerage[i] > brokerage[best] + 1e-6)
			best = i;
	return best;
}

/* Removal of the top 5 % by betweenness, one after the other (Cavallaro et al. 2020,
 * doi:10.1371/journal.pone.0236476, tell of a loss of about 70 % of the largest component) */
static const struct {
	const char *file;
	guint n;
	guint parts[6];
	double least_loss;
} montagna[] = {
	{ "covert/Montagna_meetings_edgelist.csv", 101, { 92, 88, 68, 66, 46, 39 }, 0.55 },
	{ "covert/Montagna_phonecalls_edgelist.csv", 100, { 89, 68, 51, 38, 35, 22 }, 0.70 },
};

static void
test_montagna_order (void)
{
	for (guint i = 0; i < G_N_ELEMENTS (montagna); i++) {
		g_autofree char *path = test_published (montagna[i].file);
		g_autoptr (FairleadNetwork) network = NULL;
		g_autoptr (FairleadAdjacency) graph = NULL;
		g_autofree guint8 *is_gone = NULL;

		if (path == NULL)
			return;
		network = load_montagna (path);
		graph = test_plain_adjacency (network);
		is_gone = g_new0 (guint8, graph->n_vertices);
		g_assert_cmpuint (graph->n_vertices, ==, montagna[i].n);
		for (guint j = 0; j < G_N_ELEMENTS (montagna[i].parts); j++) {
			g_assert_cmpuint (largest_part (graph, is_gone), ==, montagna[i].parts[j]);
			is_gone[find_first (network, is_gone)] = TRUE;
		}
		g_assert_cmpfloat (1.0 - (double) montagna[i].parts[5] / montagna[i].parts[0], >=,
		                   montagna[i].least_loss);
	}
}

/* At five parties, the 5 %; with two, both may find the best pair */
static void
test_montagna_greedy (void)
{
	for (guint i = 0; i < G_N_ELEMENTS (montagna); i++)
		for (guint budget = 2; budget <= 5; budget += 3) {
			g_autofree char *path = test_published (montagna[i].file);
			g_auto (Case) one = { 0 };

			if (path == NULL)
				return;
			case_ask (&one, load_montagna (path), "", budget, FALSE);
			g_test_message ("%s, %u: %d per mille left, %d by betweenness",
			                montagna[i].file, budget,
			                (int) (1000 * one.found.chosen.access),
			                (int) (1000 * one.found.baseline.access));
			g_assert_cmpfloat (one.found.chosen.access, <=, one.found.baseline.access);
			g_assert_true (budget < 5
			               || one.found.chosen.access < one.found.baseline.access);
		}
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/disrupt/by-hand", test_by_hand);
	g_test_add_func ("/graph/disrupt/whole", test_whole);
	g_test_add_func ("/graph/disrupt/links", test_links);
	g_test_add_func ("/graph/disrupt/answer", test_answer);
	g_test_add_func ("/graph/disrupt/outreach", test_outreach);
	g_test_add_func ("/graph/disrupt/registries", test_registries);
	g_test_add_func ("/graph/disrupt/costs", test_costs);
	g_test_add_func ("/graph/disrupt/naive", test_naive);
	g_test_add_func ("/graph/disrupt/greedy", test_greedy);
	g_test_add_func ("/graph/disrupt/montagna-order", test_montagna_order);
	g_test_add_func ("/graph/disrupt/montagna-greedy", test_montagna_greedy);
	return g_test_run ();
}
