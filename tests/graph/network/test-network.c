/* tests/graph/network/test-network.c: the same inputs give the same network, whatever their order
 * */
#include "graph/network/network.h"

#include "tests/common/helpers.h"
#include "tests/common/network-builder.h"

static void
test_names (void)
{
	g_autoptr (FairleadNetwork) network = test_network_from (
		"A alias Old Name; A named True Name; B alias Only Name; C is company; "
		"?D_Name linked-party C; E registration KY/1; other:F registration KY/1; other:F "
		"named By F");

	g_assert_cmpstr (fairlead_network_get_name (network, test_vertex (network, "A")), ==,
	                 "True Name");
	g_assert_cmpstr (fairlead_network_get_name (network, test_vertex (network, "B")), ==,
	                 "Only Name");
	g_assert_cmpstr (fairlead_network_get_name (network, test_vertex (network, "C")), ==,
	                 "test:C");
	g_assert_cmpstr (fairlead_network_get_name (network, test_vertex (network, "E")), ==,
	                 "By F");
	g_assert_cmpstr (fairlead_network_get_id (network, test_vertex (network, "other:F")), ==,
	                 "other:F");
}

/* What a record calls itself comes before what others call it, though those stand earlier */
static void
test_own_name_first (void)
{
	g_autoptr (FairleadNetwork) network =
		test_network_from ("?SELLER_one linked-party B; A named Seller One; B is company");

	g_assert_cmpstr (fairlead_network_get_name (network, test_vertex (network, "A")), ==,
	                 "Seller One");
	g_assert_cmpuint (fairlead_network_get_names (network, test_vertex (network, "A")).n, ==,
	                  2);
}

static void
test_stubs (void)
{
	g_autoptr (FairleadRecords) records = test_records_from ("A is company");
	FairleadEntity stub =
		fairlead_records_refer (records, "test", "S", (FairleadSource){ 0, 2 });
	g_autoptr (FairleadNetwork) network = fairlead_network_new (records);
	guint n;
	const FairleadIssueRow *issues = fairlead_records_get_issues (records, &n);

	g_assert_false (fairlead_network_is_stub (network, test_vertex (network, "A")));
	g_assert_true (
		fairlead_network_is_stub (network, fairlead_network_vertex_of (network, stub)));
	g_assert_cmpuint (n, ==, 1);
	g_assert_cmpint (issues[0].tag, ==, FAIRLEAD_ISSUE_DANGLING_REFERENCE);
	g_assert_cmpstr (fairlead_records_get_text (records, issues[0].text), ==, "test:S");
	g_assert_cmpuint (issues[0].source.line, ==, 2);
}

static void
test_kinds_and_places (void)
{
	g_autoptr (FairleadNetwork) network =
		test_network_from ("A is address; B is port; C is vessel; D alias X; E is company; "
	                           "other:F is public-body; "
	                           "E registration KY/1; other:F registration KY/1");

	g_assert_false (fairlead_network_is_party (network, test_vertex (network, "A")));
	g_assert_false (fairlead_network_is_party (network, test_vertex (network, "B")));
	g_assert_true (fairlead_network_is_party (network, test_vertex (network, "C")));
	g_assert_true (fairlead_network_is_party (network, test_vertex (network, "D")));
	g_assert_cmpint (fairlead_network_get_kind (network, test_vertex (network, "E")), ==,
	                 FAIRLEAD_KIND_PUBLIC_BODY);
}

static void
test_empty (void)
{
	g_autoptr (FairleadRecords) records = fairlead_records_new ();
	g_autoptr (FairleadNetwork) network = fairlead_network_new (records);

	g_assert_cmpuint (fairlead_network_get_n_vertices (network), ==, 0);
	g_assert_cmpuint (fairlead_network_get_n_links (network), ==, 0);
}

/* by from, to, kind, start, path, line */
static void
test_link_order (void)
{
	g_autoptr (FairleadNetwork) network = test_network_from (
		"B linked-party C; B linked-party A; A linked-party B; A director B since=2020; "
		"A director B since=2010; A linked-party B");
	static const guint lines[] = { 5, 4, 3, 6, 2, 1 };

	g_assert_cmpuint (fairlead_network_get_n_links (network), ==, G_N_ELEMENTS (lines));
	for (FairleadLink link = 0; link < G_N_ELEMENTS (lines); link++)
		g_assert_cmpuint (fairlead_network_get_link (network, link)->source.line, ==,
		                  lines[link]);
}

static void
test_rows_by_source (void)
{
	g_autoptr (FairleadRecords) records = fairlead_records_new ();
	guint32 late = test_add_file (records, "z.csv", "test");
	guint32 early = test_add_file (records, "a.csv", "test");
	g_autoptr (FairleadNetwork) network = NULL;
	FairleadRows rows;
	static const char *const expected[] = { "a.csv:1", "a.csv:2", "z.csv:1", "z.csv:9" };
	const FairleadDesignationRow *designations;
	guint n;

	test_records_add_at (records, (FairleadSource){ late, 9 }, "A listed L1");
	test_records_add_at (records, (FairleadSource){ late, 1 }, "A listed L2");
	test_records_add_at (records, (FairleadSource){ late, 2 }, "B listed L3");
	test_records_add (records, early, "A listed L4; A listed L5");
	network = fairlead_network_new (records);
	rows = fairlead_network_get_designations (network, test_vertex (network, "A"));
	designations = fairlead_records_get_designations (records, &n);
	g_assert_cmpuint (rows.n, ==, G_N_ELEMENTS (expected));
	for (guint i = 0; i < rows.n; i++) {
		g_autofree char *text = fairlead_records_dup_source_text (
			records, designations[rows.rows[i]].source);

		g_assert_cmpstr (text, ==, expected[i]);
	}
	g_assert_cmpuint (fairlead_network_get_designations (network, test_vertex (network, "B")).n,
	                  ==, 1);
	g_assert_cmpuint (fairlead_network_get_names (network, test_vertex (network, "B")).n, ==,
	                  0);
	g_assert_cmpuint (fairlead_network_get_entities (network, test_vertex (network, "B")).n, ==,
	                  1);
}

/* ---- order ---- */

#define N_FILES 3
#define N_STATEMENTS 60

typedef struct {
	guint file;
	guint line;
	char *text;
} Planned;

static void
planned_clear (gpointer data)
{
	g_free (((Planned *) data)->text);
}

static char *
dup_random_statement (GRand *random)
{
	static const char *const kinds[] = { "vessel", "company", "public-body", "person" };
	static const char *const verbs[] = { "linked-party", "director", "registered-owner" };
	static const char *const ships[] = { "3113004", "3113016", "3113028", "3113005" };
	gint a = g_rand_int_range (random, 0, 12), b = g_rand_int_range (random, 0, 12);
	gint choice = g_rand_int_range (random, 0, 4);

	switch (g_rand_int_range (random, 0, 8)) {
	case 0:
		return g_strdup_printf ("E%d is %s", a, kinds[choice]);
	case 1:
		return g_strdup_printf ("E%d named Name %d", a, b);
	case 2:
		return g_strdup_printf ("E%d alias Name %d", a, b);
	case 3:
		return g_strdup_printf ("E%d imo %s", a, ships[choice]);
	case 4:
		return g_strdup_printf ("E%d registration KY/%d", a, b / 2);
	case 5:
		return g_strdup_printf ("?Name_%d %s E%d", a, verbs[choice % 3], b);
	default:
		return g_strdup_printf ("E%d %s E%d", a, verbs[choice % 3], b);
	}
}

static GArray *
plan_statements (GRand *random)
{
	GArray *plan = g_array_new (FALSE, FALSE, sizeof (Planned));

	g_array_set_clear_func (plan, planned_clear);
	for (guint i = 0; i < N_STATEMENTS; i++) {
		Planned statement = { (guint) g_rand_int_range (random, 0, N_FILES), i + 1,
			              dup_random_statement (random) };

		g_array_append_val (plan, statement);
	}
	return plan;
}

static void
shuffle (GRand *random, guint *order, guint n)
{
	for (guint i = 0; i < n; i++)
		order[i] = i;
	for (guint i = n - 1; i > 0; i--) {
		guint j = (guint) g_rand_int_range (random, 0, (gint) i + 1), kept = order[i];

		order[i] = order[j];
		order[j] = kept;
	}
}

static FairleadNetwork *
build_in_random_order (GRand *random, GArray *plan)
{
	static const char *const paths[N_FILES] = { "a.csv", "b.csv", "c.csv" };
	static const char *const formats[N_FILES] = { "test", "test", "other" };
	g_autoptr (FairleadRecords) records = fairlead_records_new ();
	guint file_order[N_FILES], order[N_STATEMENTS];
	guint32 file_of[N_FILES];

	shuffle (random, file_order, N_FILES);
	shuffle (random, order, plan->len);
	for (guint i = 0; i < N_FILES; i++)
		file_of[file_order[i]] =
			test_add_file (records, paths[file_order[i]], formats[file_order[i]]);
	for (guint i = 0; i < plan->len; i++) {
		const Planned *statement = &g_array_index (plan, Planned, order[i]);
		FairleadSource source = { file_of[statement->file], statement->line };

		test_records_add_at (records, source, statement->text);
	}
	return fairlead_network_new (records);
}

static void
describe_links (FairleadNetwork *network, GString *text)
{
	for (FairleadLink link = 0; link < fairlead_network_get_n_links (network); link++) {
		const FairleadLinkFact *row = fairlead_network_get_link (network, link);
		g_autofree char *source = fairlead_records_dup_source_text (
			fairlead_network_get_records (network), row->source);

		g_string_append_printf (text, "%u %u %u %s\n",
		                        fairlead_network_get_from (network, link),
		                        fairlead_network_get_to (network, link), row->kind, source);
	}
}

static gint
compare_texts (gconstpointer a, gconstpointer b)
{
	return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* Issues stand in the order in which they came up; what they say must be the same */
static void
describe_issues (FairleadRecords *records, GString *text)
{
	g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
	guint n;
	const FairleadIssueRow *rows = fairlead_records_get_issues (records, &n);

	for (guint i = 0; i < n; i++) {
		g_autofree char *source =
			fairlead_records_dup_source_text (records, rows[i].source);

		g_ptr_array_add (
			lines, g_strdup_printf ("%u %s %s\n", rows[i].tag, source,
		                                fairlead_records_get_text (records, rows[i].text)));
	}
	g_ptr_array_sort (lines, compare_texts);
	for (guint i = 0; i < lines->len; i++)
		g_string_append (text, g_ptr_array_index (lines, i));
}

static char *
dup_description (FairleadNetwork *network)
{
	GString *text = g_string_new (NULL);

	for (FairleadVertex vertex = 0; vertex < fairlead_network_get_n_vertices (network);
	     vertex++)
		g_string_append_printf (text, "%s|%s|%d|%d|%u\n",
		                        fairlead_network_get_id (network, vertex),
		                        fairlead_network_get_name (network, vertex),
		                        fairlead_network_get_kind (network, vertex),
		                        fairlead_network_is_stub (network, vertex),
		                        fairlead_network_get_entities (network, vertex).n);
	describe_links (network, text);
	describe_issues (fairlead_network_get_records (network), text);
	return g_string_free (text, FALSE);
}

static void
test_any_order (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (21);

	for (guint round = 0; round < 150; round++) {
		g_autoptr (GArray) plan = plan_statements (random);
		g_autoptr (FairleadNetwork) first = build_in_random_order (random, plan);
		g_autofree char *expected = dup_description (first);

		for (guint i = 0; i < 4; i++) {
			g_autoptr (FairleadNetwork) network = build_in_random_order (random, plan);
			g_autofree char *description = dup_description (network);

			g_assert_cmpstr (description, ==, expected);
		}
	}
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/network/names", test_names);
	g_test_add_func ("/graph/network/own-name-first", test_own_name_first);
	g_test_add_func ("/graph/network/stubs-are-reported", test_stubs);
	g_test_add_func ("/graph/network/kinds-and-places", test_kinds_and_places);
	g_test_add_func ("/graph/network/empty", test_empty);
	g_test_add_func ("/graph/network/order-of-links", test_link_order);
	g_test_add_func ("/graph/network/rows-by-source", test_rows_by_source);
	g_test_add_func ("/graph/network/any-order-of-files-and-rows", test_any_order);
	return g_test_run ();
}
