/* tests/output/test-json-writer.c: what is written is what a parser reads */
#include "output/write/json.h"

#include <jansson.h>
#include <math.h>
#include <string.h>

#include "tests/common/helpers-output.h"

/* An object that holds one of each */
static void
write_object (FairleadSink *sink)
{
	FairleadJson json = FAIRLEAD_JSON_INIT (sink);

	fairlead_json_begin_object (&json, NULL);
	fairlead_json_text (&json, "name", TEST_HOSTILE_NAME);
	fairlead_json_text (&json, "tag", "a\U000e0041z");
	fairlead_json_text (&json, "none", NULL);
	fairlead_json_number (&json, "tenth", 0.1);
	fairlead_json_number (&json, "third", 1.0 / 3.0);
	fairlead_json_number (&json, "nan", (double) NAN);
	fairlead_json_integer (&json, "count", 1234567);
	fairlead_json_boolean (&json, "yes", TRUE);
	fairlead_json_texts (&json, "empty", (const char *const[]){ NULL });
	fairlead_json_texts (&json, "texts", (const char *const[]){ "a", "b", NULL });
	fairlead_json_begin_object (&json, "object");
	fairlead_json_end_object (&json);
	fairlead_json_end_object (&json);
}

static const char *
write_to (GOutputStream *stream)
{
	g_autoptr (FairleadSink) sink = fairlead_sink_new (stream, NULL);
	g_autoptr (GError) error = NULL;

	write_object (sink);
	g_assert_true (fairlead_sink_finish (sink, &error));
	g_assert_no_error (error);
	return test_written (stream);
}

static void
test_parse (void)
{
	g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
	json_auto_t *object = json_loads (write_to (stream), 0, NULL);

	g_assert_cmpstr (json_string_value (json_object_get (object, "name")), ==,
	                 TEST_HOSTILE_NAME);
	g_assert_cmpstr (json_string_value (json_object_get (object, "tag")), ==, "a\U000e0041z");
	g_assert_true (json_is_null (json_object_get (object, "none")));
	g_assert_true (json_is_null (json_object_get (object, "nan")));
	g_assert_cmpfloat (json_number_value (json_object_get (object, "third")), ==, 1.0 / 3.0);
	g_assert_cmpint (json_integer_value (json_object_get (object, "count")), ==, 1234567);
	g_assert_true (json_is_true (json_object_get (object, "yes")));
	g_assert_cmpuint (json_array_size (json_object_get (object, "texts")), ==, 2);
	g_assert_cmpuint (json_array_size (json_object_get (object, "empty")), ==, 0);
}

static void
test_layout (void)
{
	g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
	const char *text = write_to (stream);

	g_assert_true (g_str_has_prefix (text,
	                                 "{\n  \"name\": \"=Grey <Heron> & \\\"Sons\\\"\\u001b[31m"
	                                 " \\u202egnp.exe \U0001f6a2 \u6d77e\u0301\",\n"));
	g_assert_nonnull (strstr (text, "\n  \"tenth\": 0.1,\n"));
	g_assert_nonnull (strstr (text, "\n  \"tag\": \"a\\udb40\\udc41z\",\n"));
	g_assert_nonnull (strstr (text, "\n  \"empty\": [],\n"));
	g_assert_nonnull (strstr (text, "\n  \"texts\": [\n    \"a\",\n    \"b\"\n  ],\n"));
	g_assert_true (g_str_has_suffix (text, "\n  \"object\": {}\n}\n"));
}

static void
test_nothing_raw_acts (void)
{
	g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

	for (const char *at = write_to (stream); *at != '\0'; at = g_utf8_next_char (at)) {
		gunichar character = g_utf8_get_char (at);

		g_assert_true (character == '\n' || !g_unichar_iscntrl (character));
		g_assert_cmpuint (character, !=, 0x202e);
	}
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/output/json/a-parser-reads-the-same", test_parse);
	g_test_add_func ("/output/json/layout-is-stable", test_layout);
	g_test_add_func ("/output/json/nothing-acts-on-a-terminal", test_nothing_raw_acts);
	return g_test_run ();
}
