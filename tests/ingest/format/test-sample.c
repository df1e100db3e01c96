/* tests/ingest/format/test-sample.c: what sniffers are shown of a file */
#include "ingest/format/format.h"
#include "tests/common/helpers.h"

#include <glib/gstdio.h>
#include <string.h>

static void
test_csv (void)
{
	static const char head[] = "Last Updated,02/04/2014\nName, Id ,\"No\nte\"\nx,1,\ny,2,z\n";
	g_auto (FairleadSample) sample = { 0 };

	fairlead_sample_init (&sample, head, sizeof head - 1);
	g_assert_true (sample.is_csv);
	g_assert_false (sample.is_xml);
	g_assert_cmpuint (sample.dialect.preamble, ==, 1);
	g_assert_cmpuint (sample.rows->len, ==, 3);

	GStrv last = sample.rows->pdata[2];

	g_assert_cmpuint (g_strv_length (last), ==, 3);
	g_assert_cmpstr (last[2], ==, "z");
	g_assert_true (fairlead_sample_has_column (&sample, "NAME"));
	g_assert_true (fairlead_sample_has_column (&sample, "id"));
	g_assert_false (fairlead_sample_has_column (&sample, "x"));
}

/* A head that ends in the middle of a row: that row is not shown */
static void
test_cut_head (void)
{
	g_autoptr (GString) head = g_string_new ("a,b\n");
	g_auto (FairleadSample) few = { 0 };
	g_auto (FairleadSample) many = { 0 };

	for (guint i = 0; i < 5; i++) {
		g_autofree char *filler = g_strnfill (16000, 'x');

		g_string_append_printf (head, "%u,%s\n", i, filler);
	}
	fairlead_sample_init (&few, head->str, FAIRLEAD_INPUT_HEAD);
	g_assert_cmpuint (few.rows->len, ==, 5);
	g_string_assign (head, "");
	while (head->len < FAIRLEAD_INPUT_HEAD)
		g_string_append (head, "a,b\n");
	fairlead_sample_init (&many, head->str, FAIRLEAD_INPUT_HEAD);
	g_assert_cmpuint (many.rows->len, ==, 20);
}

static void
test_xml (void)
{
	static const char head[] = "<n:list xmlns:n='u' x='1,2'>\n<a>1,2</a>\n<a>3,4</a>";
	g_auto (FairleadSample) sample = { 0 };

	fairlead_sample_init (&sample, head, sizeof head - 1);
	g_assert_true (sample.is_xml);
	g_assert_false (sample.is_csv);
	g_assert_cmpstr (sample.root, ==, "list");
	g_assert_cmpstr (sample.root_namespace, ==, "u");
	g_assert_false (fairlead_sample_has_column (&sample, "1"));
}

static void
test_neither (void)
{
	static const char *heads[] = { "", "one\ntwo\n" };

	for (guint i = 0; i < G_N_ELEMENTS (heads); i++) {
		g_auto (FairleadSample) sample = { 0 };

		fairlead_sample_init (&sample, heads[i], strlen (heads[i]));
		g_assert_false (sample.is_csv);
		g_assert_false (sample.is_xml);
		g_assert_false (fairlead_sample_has_column (&sample, "one"));
	}
}

static void
test_json (void)
{
	static const char head[] = "[{\"a\": 1, \"b\": {\"c\": 2}},\n{\"d\": 1, \"e\": 2}]\n";
	g_auto (FairleadSample) sample = { 0 };

	fairlead_sample_init (&sample, head, sizeof head - 1);
	g_assert_true (sample.is_json);
	g_assert_false (sample.is_csv);
	g_assert_false (sample.is_xml);
	g_assert_true (fairlead_sample_has_member (&sample, "b"));
	g_assert_false (fairlead_sample_has_member (&sample, "c"));
	g_assert_false (fairlead_sample_has_column (&sample, "a"));
}

/* ---- what XML says of itself ---- */

#define BYTES(text) (text), sizeof (text) - 1

static const struct {
	const char *bytes;
	gsize size;
	gboolean is_misdeclared;
} declarations[] = {
	{ BYTES ("<?xml version=\"1.0\" encoding=\"utf-16\"?><a/>"), TRUE },
	{ BYTES ("\xEF\xBB\xBF<?xml version='1.0' encoding='UTF-16LE'?><a/>"), TRUE },
	{ BYTES ("<?xml version='1.0' encoding='UTF-32'?><a/>"), TRUE },
	{ BYTES ("<?xml version='1.0' encoding='UTF-8'?><a/>"), FALSE },
	{ BYTES ("<?xml version='1.0' encoding='ISO-8859-1'?><a/>"), FALSE },
	{ BYTES ("<?xml version='1.0'?><a b='utf-16'/>"), FALSE },
	{ BYTES ("<\0?\0x\0m\0l\0 \0e\0n\0c\0o\0d\0i\0n\0g\0=\0'\0U\0T\0F\0-\0001\0006\0"
	         "'\0?\0>\0<\0a\0/\0>\0"),
	  FALSE },
	{ BYTES (""), FALSE },
};

static void
test_declarations (void)
{
	for (guint i = 0; i < G_N_ELEMENTS (declarations); i++) {
		g_autoptr (FairleadInput) input = fairlead_input_new_for_bytes (
			"memory", declarations[i].bytes, declarations[i].size);

		g_assert_cmpint (fairlead_xml_is_misdeclared (input), ==,
		                 declarations[i].is_misdeclared);
	}
}

/* The file is read, and what it says of itself is doubted */
static void
test_misdeclared_file (void)
{
	static const char text[] = "<?xml version=\"1.0\" encoding=\"utf-16\"?>\n"
				   "<CONSOLIDATED_LIST dateGenerated=\"2020-01-01\">"
				   "<INDIVIDUALS></INDIVIDUALS></CONSOLIDATED_LIST>";
	g_autofree char *path = NULL;
	g_autoptr (GError) error = NULL;
	g_autoptr (FairleadRecords) records = NULL;
	int file = g_file_open_tmp ("fairlead-XXXXXX.xml", &path, &error);

	g_assert_no_error (error);
	g_assert_true (g_close (file, NULL));
	g_assert_true (g_file_set_contents (path, text, -1, &error));
	records = test_load (path, "un-xml");
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_BAD_ENCODING), ==, 1);
	g_assert_cmpint (g_remove (path), ==, 0);
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/format/sample/show-first-rows", test_csv);
	g_test_add_func ("/format/sample/leave-out-a-cut-row", test_cut_head);
	g_test_add_func ("/format/sample/show-the-root", test_xml);
	g_test_add_func ("/format/sample/show-the-first-members", test_json);
	g_test_add_func ("/format/sample/show-nothing-of-others", test_neither);
	g_test_add_func ("/format/sample/know-a-wrong-declaration", test_declarations);
	g_test_add_func ("/format/sample/report-a-wrong-declaration", test_misdeclared_file);
	return g_test_run ();
}
