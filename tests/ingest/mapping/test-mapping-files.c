/* tests/ingest/mapping/test-mapping-files.c: the files that a mapping is for, and what it cannot
 * read of them */
#include "ingest/mapping/mapping.h"
#include "tests/common/helpers.h"

#include <string.h>

#define OPEN "[mapping]\nname=m\n"
#define SHIP "[entity ship]\nkind=vessel\nkey=s:{id}\n"

static FairleadMapping *
parse (const char *text, GError **error)
{
	return fairlead_mapping_new ("a.mapping", text, strlen (text), error);
}

static guint
sniff (const char *mapping_text, const char *file)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (FairleadMapping) mapping = parse (mapping_text, &error);
	g_auto (FairleadSample) sample = { 0 };
	const FairleadFormat *format;

	g_assert_no_error (error);
	fairlead_sample_init (&sample, file, strlen (file));
	format = fairlead_mapping_get_format (mapping);
	return format->sniff (format, &sample);
}

static void
test_sniffing (void)
{
	static const char *const xml =
		"[mapping]\nname=m\nformat=xml\nrecord=r/e\n[entity e]\nkey=s:{x}\n";
	static const char *const stated = "[mapping]\nname=m\ncolumns=id;n;f\n" SHIP;

	g_assert_cmpuint (sniff (OPEN SHIP "name={n}\n", "N;ID;Z\n1;2;3\n"), >, 50);
	g_assert_cmpuint (sniff (OPEN SHIP "name={n}\n", "first,line\n\nx,id,n\n1,2,3\n"), >, 50);
	g_assert_cmpuint (sniff (OPEN SHIP "name={m}\n", "n,id\n1,2\n"), ==, 0);
	g_assert_cmpuint (sniff (OPEN SHIP "name={m?}\n", "n,id\n1,2\n"), >, 50);
	g_assert_cmpuint (sniff (OPEN SHIP "name={n#2}\n", "n,id\n1,2\n"), ==, 0);
	g_assert_cmpuint (sniff (OPEN SHIP, "<id/>"), ==, 0);
	g_assert_cmpuint (sniff (OPEN SHIP, ""), ==, 0);
	g_assert_cmpuint (sniff (xml, "<?xml version='1.0'?><a:r xmlns:a='u'><e/></a:r>"), >, 50);
	g_assert_cmpuint (sniff (xml, "<s><e/></s>"), ==, 0);
	g_assert_cmpuint (sniff (xml, "r,e\n1,2\n"), ==, 0);
	g_assert_cmpuint (sniff (stated, "1,2,3\n4,5,6\n"), >, 0);
	g_assert_cmpuint (sniff (stated, "1,2\n4,5\n"), ==, 0);
	g_assert_cmpuint (
		sniff ("[mapping]\nname=m\ndelimiter=pipe\n" SHIP "name={a,b}\n", "id|a,b\n1|2\n"),
		>, 50);
}

static void
assert_not_read (const char *mapping_text, const char *file, FairleadError code, const char *words)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (FairleadMapping) mapping = parse (mapping_text, &error);
	g_autoptr (FairleadRecords) records = NULL;

	g_assert_no_error (error);
	records = test_read_bytes (fairlead_mapping_get_format (mapping), "f", file, strlen (file),
	                           &error);
	g_assert_null (records);
	test_assert_error (error, FAIRLEAD_ERROR, (gint) code, words);
}

static void
test_unreadable (void)
{
	static const char *const xml =
		"[mapping]\nname=m\nformat=xml\nrecord=r/e\n[entity e]\nkey=s:{x}\n";
	g_autoptr (GString) large = g_string_new ("<r>\n<e>");

	assert_not_read (OPEN SHIP "name={nm}\n", "id,n\n1,A\n", FAIRLEAD_ERROR_MISSING_FIELD,
	                 "f:1: no column \"nm\", which a.mapping:6 names");
	assert_not_read (OPEN SHIP, "", FAIRLEAD_ERROR_MISSING_FIELD, "f: there is no header");
	assert_not_read (OPEN SHIP "name={n}\n", "id,n\n1,\"A\n", FAIRLEAD_ERROR_SYNTAX, "f:2:");
	assert_not_read (xml, "<r><e></r>", FAIRLEAD_ERROR_SYNTAX, "f:1:");
	for (guint i = 0; i < 70000; i++)
		g_string_append (large, "<x/>\n");
	g_string_append (large, "</e></r>");
	assert_not_read (xml, large->str, FAIRLEAD_ERROR_LIMIT, "the record <e> has more");
}

static void
test_each_is_bounded (void)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (FairleadMapping) mapping =
		parse (OPEN SHIP "[entity o]\neach={o|split:;}\nkey=s:{.}{p?|nth:;}\n", &error);
	g_autoptr (GString) file = g_string_new ("id,o,p\n1,");
	g_autoptr (FairleadRecords) records = NULL;
	guint n;

	g_assert_no_error (error);
	for (guint i = 0; i < 10000; i++)
		g_string_append_printf (file, "o%u;", i);
	g_string_append_c (file, ',');
	for (guint i = 0; i < 50; i++)
		g_string_append (file, "x;");
	records = test_read_bytes (fairlead_mapping_get_format (mapping), "f", file->str, file->len,
	                           &error);
	g_assert_no_error (error);
	fairlead_records_get_entities (records, &n);
	g_assert_cmpuint (n, ==, 1 + 4096);
	g_assert_cmpuint (fairlead_records_get_issues (records, &n)->tag, ==,
	                  FAIRLEAD_ISSUE_BAD_RECORD);
	g_assert_cmpuint (n, ==, 1);
}

static void
test_files_share_facts (void)
{
	static const char *const file = "id,n\n1,A\n";
	g_autoptr (GError) error = NULL;
	g_autoptr (FairleadMapping) mapping = parse (OPEN SHIP "name={n}\n", &error);
	const FairleadFormat *format = fairlead_mapping_get_format (mapping);
	gpointer state = format->begin (format);
	g_autoptr (FairleadRecords) records = fairlead_records_new ();
	g_auto (FairleadSample) sample = { 0 };
	guint n;

	fairlead_sample_init (&sample, file, strlen (file));
	for (guint i = 0; i < 2; i++) {
		g_autoptr (FairleadInput) input =
			fairlead_input_new_for_bytes ("f", file, strlen (file));
		FairleadReading reading = { .input = input,
			                    .sample = &sample,
			                    .records = records,
			                    .path = "f",
			                    .state = state };

		reading.file = fairlead_records_add_file (records, "f");
		g_assert_true (format->read (format, &reading, &error));
		g_assert_no_error (error);
		g_assert_cmpuint (reading.n_records, ==, 1);
	}
	format->end (state);
	fairlead_records_get_names (records, &n);
	g_assert_cmpuint (n, ==, 1);
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/mapping/files/are-told-by-their-content", test_sniffing);
	g_test_add_func ("/mapping/files/that-do-not-fit-are-errors", test_unreadable);
	g_test_add_func ("/mapping/files/each-is-bounded", test_each_is_bounded);
	g_test_add_func ("/mapping/files/of-one-load-say-a-fact-once", test_files_share_facts);
	return g_test_run ();
}
