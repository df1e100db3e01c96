/* tests/ingest/mapping/test-mapping-same.c: published CSV formats, read by the built-in reader and
 * by a mapping of docs/examples; every fact is the same on the same line, but for what one table
 * states. Of formats with more to them the parties and their links are the same. */
#include "ingest/loader.h"
#include "tests/common/helpers.h"

#include <stdlib.h>
#include <string.h>

typedef enum { READER, MAPPING, N_SIDES } Side;

static const struct {
	const char *mapping; /* below docs/examples */
	const char *fixture;
	const char *format; /* of the built-in reader */
} pairs[] = {
	{ "opensanctions-maritime.mapping", "opensanctions/maritime.csv",
	  "opensanctions-maritime" },
	{ "companies-house.mapping", "companies-house/company-data.csv", "companies-house-data" },
	{ "icij-relationships.mapping", "icij-leaks/relationships.csv", "icij-offshore-leaks" },
};

/* Where the two may differ: words of a dump that say the same, or, with NULL, what one alone says.
 * Each must be there, and nothing else may differ. */
static const struct {
	const char *format;
	const char *said[N_SIDES];
	const char *why;
} differences[] = {
	{ "companies-house-data",
	  { "\"none\" is no company number",
	    "[company] has nothing for its key= here: \"NO NUMBER LTD\" was left out (line 17 "
	    "of the mapping companies-house)" },
	  "each words the same issue" },
	{ "icij-offshore-leaks",
	  { "issue missing-field a relationship with one end :14\n", NULL },
	  "the mapping's when= passes such rows over" },
	{ "icij-offshore-leaks",
	  { "office \"Grand Vizier of\" (reported once)",
	    "[map offices] has no \"Grand Vizier of\"; read as officer" },
	  "each words the same issue" },
	{ "icij-offshore-leaks",
	  { "rel_type \"cousin_of\" (reported once)", "[map ties] has no \"cousin_of\"" },
	  "each words the same issue" },
};

static FairleadRecords *
load_all (const char *const *paths, const char *mapping)
{
	g_autoptr (FairleadLoader) loader = fairlead_loader_new ();
	g_autofree char *folder = test_fixture ("../docs/examples");
	g_autofree char *mapping_path = g_build_filename (folder, mapping, NULL);
	g_autoptr (GError) error = NULL;
	FairleadRecords *records;

	if (mapping != NULL)
		fairlead_loader_add_mapping (loader, mapping_path, &error);
	g_assert_no_error (error);
	records = fairlead_loader_load (loader, paths, NULL, &error);
	g_assert_no_error (error);
	return records;
}

static FairleadRecords *
load (const char *path, const char *mapping)
{
	const char *paths[] = { path, NULL };

	return load_all (paths, mapping);
}

static const char *
format_of (FairleadRecords *records)
{
	guint n;

	return fairlead_records_get_text (records,
	                                  fairlead_records_get_files (records, &n)->format);
}

static gint
compare_texts (gconstpointer a, gconstpointer b)
{
	return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Puts the reason of each difference in its place; of what one side alone says, nothing */
static void
settle_differences (GString *dump, const char *format, Side side)
{
	for (guint i = 0; i < G_N_ELEMENTS (differences); i++) {
		const char *said = differences[i].said[side];
		gboolean is_on_both = differences[i].said[N_SIDES - 1 - side] != NULL;

		if (said == NULL || strcmp (differences[i].format, format) != 0)
			continue;
		if (g_string_replace (dump, said, is_on_both ? differences[i].why : "", 0) == 0)
			g_test_fail_printf ("\"%s\" is not there (%s)", said, differences[i].why);
	}
}

/* The facts in the order of their text, for the two sides tell them in different order */
static char *
describe (FairleadRecords *records, const char *format, Side side)
{
	g_autofree char *text = test_dump_records (records);
	g_autoptr (GString) dump = g_string_new (text);
	g_auto (GStrv) lines = NULL;

	settle_differences (dump, format, side);
	lines = g_strsplit (dump->str, "\n", -1);
	qsort (lines, g_strv_length (lines), sizeof *lines, compare_texts);
	return g_strjoinv ("\n", lines);
}

static void
test_same (gconstpointer data)
{
	guint row = GPOINTER_TO_UINT (data);
	g_autofree char *path = test_fixture (pairs[row].fixture);
	g_autoptr (FairleadRecords) read = load (path, NULL);
	g_autoptr (FairleadRecords) mapped = load (path, pairs[row].mapping);
	g_autofree char *of_reader = describe (read, pairs[row].format, READER);
	g_autofree char *of_mapping = describe (mapped, pairs[row].format, MAPPING);

	g_assert_cmpstr (format_of (read), ==, pairs[row].format);
	g_assert_cmpstr (format_of (mapped), !=, pairs[row].format);
	if (strcmp (of_reader, of_mapping) != 0)
		g_test_fail_printf ("by the reader:\n%s\nby the mapping:\n%s", of_reader,
		                    of_mapping);
}

/* ---- parties and links ---- */

#define MOST_FILES 9

/* Where the reader knows more than a mapping can say, what the mapping says is written down in
 * fixtures/mapping/set-NAME.expected instead */
static const struct {
	const char *mapping;
	gboolean is_same;
	const char *folder; /* below fixtures */
	const char *files[MOST_FILES];
} sets[] = {
	{ "uk-sanctions-list", TRUE, "uk-sl", { "uksl.csv" } },
	{ "hmt-conlist", TRUE, "hmt-conlist-csv", { "conlist.csv" } },
	{ "opensanctions-targets", TRUE, "opensanctions", { "targets.simple.csv" } },
	{ "ofac-sdn", FALSE, "ofac-sdn", { "sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv" } },
	{ "gleif-entities", FALSE, "gleif", { "lei.csv" } },
	{ "icij-nodes",
	  FALSE,
	  "icij-leaks",
	  { "nodes-addresses.csv", "nodes-entities.csv", "nodes-intermediaries.csv",
	    "nodes-officers.csv", "nodes-others.csv" } },
	{ "fishing-watch",
	  FALSE,
	  "fishing-watch",
	  { "vessels.csv", "encounters.csv", "ports.csv" } },
	{ "bods-csv",
	  FALSE,
	  "bods-csv",
	  { "entity_statement.csv", "entity_recordDetails_addresses.csv",
	    "entity_recordDetails_identifiers.csv", "person_statement.csv",
	    "person_recordDetails_names.csv", "person_recordDetails_nationalities.csv",
	    "relationship_statement.csv", "relationship_recordDetails_interests.csv" } },
};

/* Whether a line of a dump says a party or a link between parties: `entity KEY KIND`, `link ...` */
static gboolean
is_of_parties (const char *line)
{
	return (g_str_has_prefix (line, "entity ") || g_str_has_prefix (line, "link "))
	       && strstr (line, "address:") == NULL && strstr (line, "-port:") == NULL;
}

/* Without the line, the period and the note */
static char *
dup_gist (const char *line)
{
	static const char *const rest[] = { " :", " since ", " until ", " ended", " (" };
	gsize length = strlen (line);

	for (guint i = 0; i < G_N_ELEMENTS (rest); i++) {
		const char *found = strstr (line, rest[i]);

		if (found != NULL)
			length = MIN (length, (gsize) (found - line));
	}
	return g_strndup (line, length);
}

static GStrv
dup_gists (FairleadRecords *records)
{
	g_autofree char *dump = test_dump_records (records);
	g_auto (GStrv) lines = g_strsplit (dump, "\n", -1);
	g_autoptr (GStrvBuilder) gists = g_strv_builder_new ();
	GStrv sorted;

	for (char **line = lines; *line != NULL; line++) {
		g_autofree char *gist = is_of_parties (*line) ? dup_gist (*line) : NULL;

		if (gist != NULL)
			g_strv_builder_add (gists, gist);
	}
	sorted = g_strv_builder_end (gists);
	qsort (sorted, g_strv_length (sorted), sizeof *sorted, compare_texts);
	return sorted;
}

static void
assert_same_parties (FairleadRecords *read, FairleadRecords *mapped)
{
	g_auto (GStrv) of_reader = dup_gists (read);
	g_auto (GStrv) of_mapping = dup_gists (mapped);
	g_autofree char *expected = g_strjoinv ("\n", of_reader);
	g_autofree char *found = g_strjoinv ("\n", of_mapping);

	g_assert_cmpstr (format_of (read), !=, format_of (mapped));
	if (strcmp (expected, found) != 0)
		g_test_fail_printf ("by the reader:\n%s\nby the mapping:\n%s", expected, found);
}

static void
test_set (gconstpointer data)
{
	guint row = GPOINTER_TO_UINT (data);
	g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
	g_autofree char *mapping = g_strconcat (sets[row].mapping, ".mapping", NULL);
	g_autofree char *golden = g_strdup_printf ("mapping/set-%s.expected", sets[row].mapping);
	g_autoptr (FairleadRecords) read = NULL;
	g_autoptr (FairleadRecords) mapped = NULL;
	g_autofree char *dump = NULL;

	for (guint i = 0; i < MOST_FILES && sets[row].files[i] != NULL; i++) {
		g_autofree char *relative =
			g_build_filename (sets[row].folder, sets[row].files[i], NULL);

		g_ptr_array_add (paths, test_fixture (relative));
	}
	g_ptr_array_add (paths, NULL);
	mapped = load_all ((const char *const *) paths->pdata, mapping);
	read = load_all ((const char *const *) paths->pdata, NULL);
	if (sets[row].is_same)
		assert_same_parties (read, mapped);
	dump = test_dump_records (mapped);
	test_assert_golden (golden, dump);
}

/* ---- published files ---- */

static const struct {
	const char *mapping;
	const char *folder; /* below the published files */
	const char *files[MOST_FILES];
} published[] = {
	{ "eu-annexes", "eu-dprk-annexes", { "32017R1509.csv" } },
	{ "hmt-conlist", "uk-hmt-conlist-2014", { "sanctionsconlist.csv" } },
	{ "ofac-sdn",
	  "ofac-sdn-csv-2021",
	  { "sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv" } },
};

static guint
count_links (FairleadRecords *records, FairleadLinkKind kind)
{
	guint n, n_of_kind = 0;
	const FairleadLinkFact *rows = fairlead_records_get_links (records, &n);

	for (guint i = 0; i < n; i++)
		n_of_kind += rows[i].kind == kind;
	return n_of_kind;
}

/* Parties by kind, addresses and owners, and listings */
static void
test_published_set (gconstpointer data)
{
	static const FairleadKind kinds[] = { FAIRLEAD_KIND_PERSON, FAIRLEAD_KIND_COMPANY,
		                              FAIRLEAD_KIND_VESSEL, FAIRLEAD_KIND_AIRCRAFT };
	guint row = GPOINTER_TO_UINT (data);
	g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
	g_autofree char *mapping = g_strconcat (published[row].mapping, ".mapping", NULL);
	g_autoptr (FairleadRecords) read = NULL;
	g_autoptr (FairleadRecords) mapped = NULL;
	guint n_read, n_mapped;

	for (guint i = 0; i < MOST_FILES && published[row].files[i] != NULL; i++) {
		g_autofree char *relative =
			g_build_filename (published[row].folder, published[row].files[i], NULL);
		char *path = test_published (relative);

		if (path == NULL)
			return;
		g_ptr_array_add (paths, path);
	}
	g_ptr_array_add (paths, NULL);
	read = load_all ((const char *const *) paths->pdata, NULL);
	mapped = load_all ((const char *const *) paths->pdata, mapping);
	g_assert_cmpstr (format_of (read), !=, format_of (mapped));
	for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
		g_assert_cmpuint (test_count_entities (read, kinds[i]), ==,
		                  test_count_entities (mapped, kinds[i]));
	g_assert_cmpuint (count_links (read, FAIRLEAD_LINK_REGISTERED_OWNER), ==,
	                  count_links (mapped, FAIRLEAD_LINK_REGISTERED_OWNER));
	fairlead_records_get_designations (read, &n_read);
	fairlead_records_get_designations (mapped, &n_mapped);
	g_assert_cmpuint (n_read, ==, n_mapped);
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
		g_autofree char *path =
			g_strconcat ("/mapping/same/facts-of-", pairs[i].format, NULL);

		g_test_add_data_func (path, GUINT_TO_POINTER (i), test_same);
	}
	for (guint i = 0; i < G_N_ELEMENTS (sets); i++) {
		g_autofree char *path =
			g_strconcat ("/mapping/same/parties-of-", sets[i].mapping, NULL);

		g_test_add_data_func (path, GUINT_TO_POINTER (i), test_set);
	}
	for (guint i = 0; i < G_N_ELEMENTS (published); i++) {
		g_autofree char *path = g_strconcat ("/mapping/same/counts-of-published-",
		                                     published[i].mapping, NULL);

		g_test_add_data_func (path, GUINT_TO_POINTER (i), test_published_set);
	}
	return g_test_run ();
}
