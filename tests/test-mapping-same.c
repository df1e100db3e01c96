/* tests/test-mapping-same.c: published CSV formats, read by the built-in reader and by a mapping of
 * docs/examples; every fact is the same on the same line, but for what one table states */
#include "ingest/loader.h"
#include "tests/helpers.h"

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
load (const char *path, const char *mapping)
{
	g_autoptr (FairleadLoader) loader = fairlead_loader_new ();
	g_autofree char *folder = test_fixture ("../docs/examples");
	g_autofree char *mapping_path = g_build_filename (folder, mapping, NULL);
	g_autoptr (GError) error = NULL;
	const char *paths[] = { path, NULL };
	FairleadRecords *records;

	if (mapping != NULL)
		fairlead_loader_add_mapping (loader, mapping_path, &error);
	g_assert_no_error (error);
	records = fairlead_loader_load (loader, paths, NULL, &error);
	g_assert_no_error (error);
	return records;
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

/* The published annexes by both: parties by kind, and listings */
static void
test_annexes (void)
{
	static const FairleadKind kinds[] = { FAIRLEAD_KIND_PERSON, FAIRLEAD_KIND_COMPANY,
		                              FAIRLEAD_KIND_VESSEL };
	g_autofree char *path = test_published ("eu-dprk-annexes/32017R1509.csv");
	g_autoptr (FairleadRecords) read = NULL;
	g_autoptr (FairleadRecords) mapped = NULL;
	guint n_read, n_mapped;

	if (path == NULL)
		return;
	read = load (path, NULL);
	mapped = load (path, "eu-annexes.mapping");
	g_assert_cmpstr (format_of (read), ==, "eu-annex-csv");
	g_assert_cmpstr (format_of (mapped), ==, "eu-annexes");
	for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
		g_assert_cmpuint (test_count_entities (read, kinds[i]), ==,
		                  test_count_entities (mapped, kinds[i]));
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
	g_test_add_func ("/mapping/same/counts-of-published-annexes", test_annexes);
	return g_test_run ();
}
