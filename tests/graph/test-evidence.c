/* tests/graph/test-evidence.c: the strongest chains, by hand and by trying all simple paths */
#include "graph/evidence.h"

#include <math.h>

#include "tests/common/helpers.h"
#include "tests/common/network-builder.h"

#define HOP_LOSS 0.1

typedef struct {
	FairleadNetwork *network;
	FairleadAdjacency *graph;
	FairleadEvidence *evidence;
} Case;

static Case
new_case (FairleadNetwork *network, GArray *target)
{
	Case self = { network, test_plain_adjacency (network), NULL };

	self.evidence = fairlead_evidence_new (network, self.graph,
	                                       (const FairleadVertex *) (gpointer) target->data,
	                                       target->len, HOP_LOSS);
	return self;
}

static void
case_clear (Case *self)
{
	fairlead_evidence_free (self->evidence);
	fairlead_adjacency_free (self->graph);
	g_object_unref (self->network);
}

/* Letters in one line: `A>B>T A>C>T`, of the first @n chains from A */
static char *
dup_chains (const char *text, const char *targets, guint n)
{
	g_auto (GStrv) words = g_strsplit (targets, " ", -1);
	g_autoptr (GArray) target = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	g_autoptr (GPtrArray) paths = NULL;
	GString *chains = g_string_new (NULL);
	FairleadNetwork *network = test_network_from (text);
	Case self;

	for (guint i = 0; words[i] != NULL; i++) {
		FairleadVertex vertex = test_vertex (network, words[i]);

		g_array_append_val (target, vertex);
	}
	self = new_case (network, target);
	paths = fairlead_evidence_dup_paths (self.evidence, test_vertex (network, "A"), n);
	for (guint i = 0; i < paths->len; i++) {
		const FairleadPath *path = g_ptr_array_index (paths, i);

		g_string_append (chains, i > 0 ? " A" : "A");
		for (guint j = 0; j < path->hops->len; j++)
			g_string_append_printf (
				chains, ">%s",
				fairlead_network_get_id (
					network, g_array_index (path->hops, FairleadHop, j).to)
					+ 5);
	}
	case_clear (&self);
	return g_string_free (chains, FALSE);
}

static const struct {
	const char *text;
	const char *target;
	const char *chains;
} vectors[] = {
	{ "A linked-party T", "T", "A>T" },
	{ "A linked-party B; B linked-party T; C linked-party A c=0.5; C linked-party T", "T",
	  "A>B>T A>C>T" },
	/* the weak link in one leads around */
	{ "A linked-party T c=0.1; A linked-party B; B linked-party T", "T", "A>B>T A>T" },
	/* D leads nowhere but back */
	{ "A linked-party T; A linked-party D", "T", "A>T" },
	/* D leads back to T, and over its other way to U */
	{ "A linked-party T; A linked-party D; D linked-party U c=0.1", "T U", "A>T A>D>U" },
	/* a target's chains lead to the others; not over B, which is a dead end */
	{ "A linked-party B; A linked-party C; C linked-party T; B linked-party B", "A T",
	  "A>C>T" },
	{ "A linked-party B; A is company", "A", "" },
	{ "A linked-party B; T is company", "T", "" },
	/* no conductance, no chain */
	{ "A linked-party T c=0", "T", "" },
};

static void
test_by_hand (void)
{
	for (guint i = 0; i < G_N_ELEMENTS (vectors); i++) {
		g_autofree char *chains = dup_chains (vectors[i].text, vectors[i].target, 5);

		g_test_message ("%s", vectors[i].text);
		g_assert_cmpstr (chains, ==, vectors[i].chains);
	}
}

static void
test_limit (void)
{
	g_autofree char *one = dup_chains (
		"A linked-party B; B linked-party T; A linked-party C c=0.5; C linked-party T", "T",
		1);
	g_autofree char *none = dup_chains ("A linked-party T", "T", 0);

	g_assert_cmpstr (one, ==, "A>B>T");
	g_assert_cmpstr (none, ==, "");
}

/* Two records of one link; 0.8 and 0.5: the surest tells the confidence, both are shown */
static void
test_strength_and_confidence (void)
{
	FairleadNetwork *network = test_network_from (
		"A linked-party B c=0.8; A linked-party B c=0.5; B director T c=0.5");
	FairleadVertex t = test_vertex (network, "T"), a = test_vertex (network, "A");
	g_autoptr (GArray) target = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	g_autoptr (GPtrArray) paths = NULL;
	const FairleadPath *path;
	Case self;

	g_array_append_val (target, t);
	self = new_case (network, target);
	paths = fairlead_evidence_dup_paths (self.evidence, a, 3);
	g_assert_cmpuint (paths->len, ==, 1);
	path = g_ptr_array_index (paths, 0);
	g_assert_cmpfloat_with_epsilon (path->confidence, 0.8 * 0.5, 1e-6);
	g_assert_cmpfloat_with_epsilon (path->strength, 0.8 * 0.9 * 0.35 * 0.9, 1e-6);
	g_assert_cmpuint (path->hops->len, ==, 2);
	g_assert_cmpuint (g_array_index (path->hops, FairleadHop, 0).links->len, ==, 2);
	g_assert_cmpuint (g_array_index (path->hops, FairleadHop, 0).from, ==, a);
	g_assert_cmpuint (g_array_index (path->hops, FairleadHop, 1).links->len, ==, 1);
	case_clear (&self);
}

/* ---- the reference: every simple path ---- */

typedef struct {
	const double *dense;
	const gboolean *is_target;
	gboolean *on_way;
	guint n;
	FairleadVertex from;
	double strongest;
} Trial;

static void
try_all (Trial *trial, FairleadVertex at, double strength)
{
	if (strength <= trial->strongest)
		return;
	if (trial->is_target[at] && at != trial->from) {
		trial->strongest = strength;
		return;
	}
	trial->on_way[at] = TRUE;
	for (FairleadVertex next = 0; next < trial->n; next++)
		if (!trial->on_way[next] && trial->dense[at * trial->n + next] > 0.0)
			try_all (trial, next,
			         strength * trial->dense[at * trial->n + next] * (1.0 - HOP_LOSS));
	trial->on_way[at] = FALSE;
}

static void
check_path (const Case *self, const FairleadPath *path, const gboolean *is_target,
            FairleadVertex from)
{
	g_autofree gboolean *seen = g_new0 (gboolean, self->graph->n_vertices);
	FairleadVertex at = from;

	g_assert_cmpuint (path->hops->len, >, 0);
	for (guint i = 0; i < path->hops->len; i++) {
		const FairleadHop *hop = &g_array_index (path->hops, FairleadHop, i);

		g_assert_cmpuint (hop->from, ==, at);
		g_assert_false (seen[at]);
		g_assert_cmpuint (hop->links->len, >, 0);
		seen[at] = TRUE;
		at = hop->to;
	}
	g_assert_false (seen[at]);
	g_assert_true (is_target[at]);
}

static void
check_vertex (Case *self, const double *dense, const gboolean *is_target, FairleadVertex vertex)
{
	g_autofree gboolean *on_way = g_new0 (gboolean, self->graph->n_vertices);
	Trial trial = { dense, is_target, on_way, self->graph->n_vertices, vertex, 0.0 };
	g_autoptr (GPtrArray) paths = fairlead_evidence_dup_paths (self->evidence, vertex, 100);
	g_autoptr (GHashTable) neighbours = g_hash_table_new (NULL, NULL);
	double last = 1.0;

	try_all (&trial, vertex, 1.0);
	g_assert_cmpint (paths->len > 0, ==, trial.strongest > 0.0);
	for (guint i = 0; i < paths->len; i++) {
		const FairleadPath *path = g_ptr_array_index (paths, i);

		check_path (self, path, is_target, vertex);
		if (i == 0)
			g_assert_cmpfloat_with_epsilon (path->strength, trial.strongest, 1e-9);
		g_assert_cmpfloat (path->strength, <=, last * (1.0 + 1e-12));
		g_assert_true (g_hash_table_add (
			neighbours,
			GUINT_TO_POINTER (g_array_index (path->hops, FairleadHop, 0).to)));
		last = path->strength;
	}
}

static void
test_against_all_paths (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (81);

	for (guint round = 0; round < test_rounds (250); round++) {
		guint n = (guint) g_rand_int_range (random, 2, 10);
		g_autoptr (GArray) target =
			test_random_vertices (random, n, (guint) g_rand_int_range (random, 1, 4));
		Case self =
			new_case (test_random_network (random, n, 2 * n, round % 2 == 0), target);
		g_autofree double *dense = test_dense_conductance (self.graph);
		g_autofree gboolean *is_target = g_new0 (gboolean, n);

		for (guint i = 0; i < target->len; i++)
			is_target[g_array_index (target, FairleadVertex, i)] = TRUE;
		for (FairleadVertex vertex = 0; vertex < n; vertex++)
			check_vertex (&self, dense, is_target, vertex);
		case_clear (&self);
	}
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/evidence/by-hand", test_by_hand);
	g_test_add_func ("/graph/evidence/at-most-so-many", test_limit);
	g_test_add_func ("/graph/evidence/strength-and-confidence", test_strength_and_confidence);
	g_test_add_func ("/graph/evidence/against-all-paths", test_against_all_paths);
	return g_test_run ();
}
