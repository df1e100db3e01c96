/* tests/output/test-check-output.c: what was read, counted, in three forms */
#include "output/check/check.h"

#include <jansson.h>
#include <string.h>

#include "tests/common/helpers-output.h"

static const char *
write_check (GOutputStream *stream, FairleadOutputFormat format, guint n_examples)
{
	g_autoptr (FairleadRecords) records = test_tiny_chain ();
	g_autoptr (FairleadNetwork) network = fairlead_network_new (records);
	g_autoptr (GError) error = NULL;
	FairleadCheckView view = { format, n_examples, { .width = 80 } };

	g_assert_true (fairlead_check_write (network, &view, stream, NULL, &error));
	g_assert_no_error (error);
	return test_written (stream);
}

/* A file of a folder that no reader knows has no format, which is null and not an empty text */
static void
test_unknown_format (void)
{
	g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
	const char *text = write_check (stream, FAIRLEAD_FORMAT_JSON, 0);

	g_assert_nonnull (strstr (text, "\"format\": null"));
	g_assert_null (strstr (text, "\"format\": \"\""));
}

static gint64
count_of (json_t *object, const char *section, const char *name)
{
	return json_integer_value (json_object_get (json_object_get (object, section), name));
}

static void
test_json (void)
{
	g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
	json_auto_t *object = json_loads (write_check (stream, FAIRLEAD_FORMAT_JSON, 3), 0, NULL);
	json_t *inputs = json_object_get (object, "inputs");
	json_t *issues = json_object_get (object, "issues");
	json_t *first = json_array_get (inputs, 0);
	json_t *issue = json_array_get (issues, 0);

	g_assert_cmpstr (json_string_value (json_object_get (first, "file")), ==, "tiny/roles.csv");
	g_assert_cmpint (json_integer_value (json_object_get (first, "records")), ==, 1234);
	g_assert_true (json_is_null (json_object_get (first, "sha256")));
	g_assert_cmpint (count_of (object, "entities", "vessel"), ==, 1);
	g_assert_cmpint (count_of (object, "entities", "company"), ==, 1);
	g_assert_cmpint (count_of (object, "links", "director"), ==, 1);
	g_assert_cmpint (count_of (object, "designations", "UN"), ==, 1);
	g_assert_cmpint (count_of (object, "programmes", "DPRK"), ==, 1);
	g_assert_cmpstr (json_string_value (json_object_get (issue, "tag")), ==, "bad-identifier");
	g_assert_cmpstr (json_string_value (json_object_get (issue, "severity")), ==, "warning");
	g_assert_cmpint (json_integer_value (json_object_get (issue, "count")), ==, 1);
	g_assert_cmpstr (
		json_string_value (json_array_get (json_object_get (issue, "examples"), 0)), ==,
		"tiny/ships.csv:2: MMSI \"12\"");
}

static void
test_table (void)
{
	g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
	const char *text = write_check (stream, FAIRLEAD_FORMAT_TABLE, 3);

	g_assert_nonnull (strstr (text, "\nLINKS\nism-manager  1\ndirector     1\n"));
	g_assert_nonnull (strstr (text, "\nPROGRAMMES\nDPRK        1\n"));
	g_assert_nonnull (strstr (text, "\nbad-identifier      warning       1\n"));
	g_assert_nonnull (strstr (text, "\n    tiny/ships.csv:2: MMSI \"12\"\n"));
	g_assert_true (g_str_has_suffix (text, "\nissues: 0 serious, 1 warning, 1 info\n"));
}

static void
test_csv (void)
{
	g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
	g_auto (GStrv) lines =
		g_strsplit (write_check (stream, FAIRLEAD_FORMAT_CSV, 3), "\r\n", -1);

	g_assert_cmpstr (lines[0], ==, "about,name,count,format,sha256,severity,source,text");
	g_assert_cmpstr (lines[1], ==, "input,tiny/roles.csv,1234,,,,,");
	g_assert_true (g_strv_contains ((const char *const *) lines, "link,director,1,,,,,"));
	g_assert_true (g_strv_contains (
		(const char *const *) lines,
		"example,bad-identifier,,,,warning,tiny/ships.csv:2,\"MMSI \"\"12\"\"\""));
}

static void
test_no_examples (void)
{
	g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
	const char *text = write_check (stream, FAIRLEAD_FORMAT_JSON, 0);

	g_assert_nonnull (strstr (text, "\"examples\": []"));
	g_assert_null (strstr (text, "MMSI"));
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/output/check/json-has-the-stable-fields", test_json);
	g_test_add_func ("/output/check/json-knows-no-format-as-null", test_unknown_format);
	g_test_add_func ("/output/check/table-has-its-sections", test_table);
	g_test_add_func ("/output/check/csv-has-a-row-for-each", test_csv);
	g_test_add_func ("/output/check/examples-are-bounded", test_no_examples);
	return g_test_run ();
}
