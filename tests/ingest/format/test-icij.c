/* tests/ingest/format/test-icij.c: the Offshore Leaks tables and drawings, whatever the order of
 * the files */
#include "ingest/format/icij/leaks.h"
#include "ingest/loader.h"
#include "tests/common/helpers.h"

#include <stdlib.h>
#include <string.h>

static const char *const leak_names[] = {
	"nodes-addresses.csv",
	"nodes-entities.csv",
	"nodes-intermediaries.csv",
	"nodes-officers.csv",
	"nodes-others.csv",
	"relationships.csv",
	NULL,
};

static const char *const reversed_names[] = {
	"relationships.csv",
	"nodes-others.csv",
	"nodes-officers.csv",
	"nodes-intermediaries.csv",
	"nodes-entities.csv",
	"nodes-addresses.csv",
	NULL,
};

static const char *const drawing_names[] = { "drawing-edges.csv", "drawing-nodes.csv", NULL };

static void
test_leaks (void)
{
	g_autoptr (FairleadRecords) records = test_load_fixture ("icij-leaks", leak_names);
	g_autofree char *text = test_dump_records (records);

	test_assert_golden ("icij-leaks/expected-leaks.txt", text);
}

static void
test_drawing (void)
{
	g_autoptr (FairleadRecords) records = test_load_fixture ("icij-leaks", drawing_names);
	g_autofree char *text = test_dump_records (records);

	test_assert_golden ("icij-leaks/expected-drawing.txt", text);
}

static gint
compare_lines (gconstpointer a, gconstpointer b)
{
	return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* What the records say of a party, in the order of the alphabet */
static char *
dup_sorted (FairleadRecords *records, const char *key)
{
	g_autofree char *text = test_describe_entity (records, key);
	g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

	qsort (lines, g_strv_length (lines), sizeof *lines, compare_lines);
	return g_strjoinv ("\n", lines);
}

static void
test_order (void)
{
	static const char *const keys[] = { "icij:10990001", "icij:10990002", "icij:12990001",
		                            "icij:12990002", "icij:24990001", "icij:24990002" };
	g_autoptr (FairleadRecords) one = test_load_fixture ("icij-leaks", leak_names);
	g_autoptr (FairleadRecords) other = test_load_fixture ("icij-leaks", reversed_names);

	for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
		g_autofree char *text = dup_sorted (one, keys[i]);
		g_autofree char *reversed = dup_sorted (other, keys[i]);

		g_assert_cmpstr (text, ==, reversed);
	}
	g_assert_cmpuint (test_count_issues (one, FAIRLEAD_ISSUE_PLACEHOLDER), ==, 4);
	g_assert_cmpuint (test_count_issues (other, FAIRLEAD_ISSUE_PLACEHOLDER), ==, 4);
}

/* Two thousand bytes of any kind under a good header */
/* The same party, whoever asks: the reader's own table of nodes, one that refers to them by key, or
 * one that reads the keys of another scheme. @first: what is referred to before the nodes. */
static void
check_shared_nodes (const char *first, guint32 seed)
{
	g_autoptr (FairleadRecords) records = fairlead_records_new ();
	g_autoptr (GHashTable) entities = g_hash_table_new (NULL, NULL);
	g_autoptr (GRand) random = g_rand_new_with_seed (seed);
	FairleadIcijNodes *nodes = fairlead_icij_nodes_new ("icij");
	FairleadSource source = { 0, 1 };

	fairlead_records_add_file (records, "nodes.csv");
	if (first != NULL)
		fairlead_records_refer (records, first, "1", source);
	for (guint i = 0; i < 400; i++) {
		guint32 number = (guint32) g_rand_int_range (random, 1, 60);
		g_autofree char *id = g_strdup_printf ("%u", number);
		guint who = (guint) g_rand_int_range (random, 0, i < 100 ? 2 : 4);
		gpointer known = g_hash_table_lookup (entities, GUINT_TO_POINTER (number));
		FairleadEntity entity =
			who == 0   ? fairlead_icij_nodes_refer (nodes, records, id, source).entity
			: who == 1 ? fairlead_icij_nodes_describe (nodes, records, id,
		                                                   FAIRLEAD_KIND_COMPANY, source)
					     .entity
			: who == 2 ? fairlead_records_refer (records, "icij", id, source)
				   : fairlead_records_refer (records, "other", id, source);

		if (who == 3)
			continue;
		if (known != NULL)
			g_assert_cmpuint (entity + 1, ==, GPOINTER_TO_UINT (known));
		g_hash_table_insert (entities, GUINT_TO_POINTER (number),
		                     GUINT_TO_POINTER (entity + 1));
	}
	for (guint32 number = 1; number < 60; number++) {
		g_autofree char *key = g_strdup_printf ("icij:%u", number);
		gpointer known = g_hash_table_lookup (entities, GUINT_TO_POINTER (number));

		if (known != NULL)
			g_assert_cmpuint (fairlead_records_find (records, key) + 1, ==,
			                  GPOINTER_TO_UINT (known));
	}
	fairlead_icij_nodes_free (nodes);
}

static void
test_shared_nodes (void)
{
	static const char *const first[] = { NULL, "ofac", "icij" };

	for (guint i = 0; i < G_N_ELEMENTS (first); i++)
		for (guint32 seed = 0; seed < 20; seed++)
			check_shared_nodes (first[i], seed);
}

static void
test_garbage (void)
{
	static const char header[] = "node_id_start,node_id_end,rel_type,link,start_date\n";

	for (guint i = 0; i < 300; i++) {
		g_autoptr (GString) text = g_string_new (header);
		g_autoptr (GError) error = NULL;
		g_autoptr (FairleadRecords) records = NULL;

		for (guint n = 0; n < 2000; n++)
			g_string_append_c (text, g_test_rand_bit ()
			                                 ? ",\n\"1x"[g_test_rand_int_range (0, 5)]
			                                 : (char) g_test_rand_int_range (1, 256));
		records = test_read_bytes (&fairlead_format_icij_leaks, "x.csv", text->str,
		                           text->len, &error);
		g_assert_true ((records == NULL) == (error != NULL));
	}
}

static guint
count_links (FairleadRecords *records, FairleadLinkKind kind)
{
	guint n;
	guint n_of_kind = 0;
	const FairleadLinkFact *rows = fairlead_records_get_links (records, &n);

	for (guint i = 0; i < n; i++)
		n_of_kind += rows[i].kind == kind;
	return n_of_kind;
}

static void
test_real_drawing (void)
{
	g_autofree char *nodes = test_published ("icij/All-nodes.csv");
	g_autofree char *edges = nodes == NULL ? NULL : test_published ("icij/All-edges.csv");
	const char *paths[] = { edges, nodes, NULL };
	g_autoptr (FairleadLoader) loader = fairlead_loader_new ();
	g_autoptr (FairleadRecords) records = NULL;
	g_autoptr (GError) error = NULL;
	guint n;

	if (edges == NULL)
		return;
	records = fairlead_loader_load (loader, paths, NULL, &error);
	g_assert_no_error (error);
	fairlead_records_get_entities (records, &n);
	g_assert_cmpuint (n, ==, 683);
	g_assert_cmpuint (count_links (records, FAIRLEAD_LINK_FORMATION_AGENT), ==, 212);
	g_assert_cmpuint (count_links (records, FAIRLEAD_LINK_BENEFICIAL_OWNER), ==, 67);
	g_assert_cmpuint (count_links (records, FAIRLEAD_LINK_ADDRESS), ==, 99);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_UNKNOWN_KIND), ==, 0);
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/format/icij/read-every-field-of-the-tables", test_leaks);
	g_test_add_func ("/format/icij/read-every-field-of-a-drawing", test_drawing);
	g_test_add_func ("/format/icij/not-depend-on-the-order-of-files", test_order);
	g_test_add_func ("/format/icij/share-its-nodes-with-other-readers", test_shared_nodes);
	g_test_add_func ("/format/icij/end-on-any-bytes", test_garbage);
	g_test_add_func ("/format/icij/read-a-published-drawing", test_real_drawing);
	return g_test_run ();
}
