/* tests/output/test-json-lines.c: one object of JSON becomes lines, however it is cut into pieces
 * */
#include "output/write/json-lines.h"

#include <jansson.h>
#include <string.h>

#include "tests/common/helpers-output.h"
#include "tests/common/helpers.h"

/* What comes of @text that is written in pieces of @size bytes; freed by the caller */
static char *
dup_lines (const char *text, const char *lists, gsize size)
{
	g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
	g_autoptr (GOutputStream) lines = fairlead_json_lines_new (memory, lists);
	g_autoptr (GError) error = NULL;

	for (gsize at = 0, length = strlen (text); at < length; at += size)
		g_assert_true (g_output_stream_write_all (lines, text + at, MIN (size, length - at),
		                                          NULL, NULL, &error));
	g_assert_no_error (error);
	return g_strdup (test_written (memory));
}

static void
assert_lines (const char *text, const char *lists, const char *expected)
{
	static const gsize sizes[] = { 1, 2, 3, 7, 4096 };

	for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
		g_autofree char *found = dup_lines (text, lists, sizes[i]);

		g_assert_cmpstr (found, ==, expected);
	}
}

static void
test_one_list (void)
{
	assert_lines ("{\n \"n\": 2,\n \"results\": [\n  {\"a\": 1, \"b\": [1, 2]},\n  {}\n ]\n}\n",
	              "results", "{\"a\": 1,\"b\": [1,2]}\n{}\n");
	assert_lines ("{\"results\": [1, \"two, 2\", null, [3, 4]], \"n\": 4}", "results",
	              "1\n\"two, 2\"\nnull\n[3,4]\n");
}

static void
test_several_lists (void)
{
	assert_lines ("{\"a\": [{\"x\": 1}, {}], \"n\": [7], \"b\": [{\"y\": {}}], \"c\": [5]}",
	              "a;b;c",
	              "{\"list\": \"a\",\"x\": 1}\n{\"list\": \"a\"}\n"
	              "{\"list\": \"b\",\"y\": {}}\n5\n");
}

static void
test_whole_object (void)
{
	assert_lines ("{\n  \"a\": [1, 2],\n  \"b\": {\"c\": \"d\"}\n}\n", NULL,
	              "{\"a\": [1,2],\"b\": {\"c\": \"d\"}}\n");
	assert_lines ("{}", NULL, "{}\n");
}

static void
test_nothing (void)
{
	assert_lines ("", "results", "");
	assert_lines ("{\"results\": []}", "results", "");
	assert_lines ("{\"results\": [ ], \"others\": [1]}", "results", "");
	assert_lines ("{\"others\": [{\"results\": [1]}]}", "results", "");
	/* A text of that name is no list, and neither is a list deeper down */
	assert_lines ("{\"a\": \"results\", \"b\": {\"results\": [1]}}", "results", "");
}

/* What strings hold is no syntax, and stays byte for byte */
static void
test_strings (void)
{
	assert_lines ("{\"results\": [\"}],[{\\\"\", \"\\\\\", \"a\\u0041 \\n:\"]}", "results",
	              "\"}],[{\\\"\"\n\"\\\\\"\n\"a\\u0041 \\n:\"\n");
	assert_lines ("{\"results\": [1.50, -0.0, 1e+300]}", "results", "1.50\n-0.0\n1e+300\n");
}

/* ---- by a library ---- */

static json_t *
random_value (GRand *random, guint depth)
{
	static const char *const texts[] = { "", "a", "\"", "\\", "[{", "}],", "\n", "\u6d77" };
	json_t *value;

	switch (g_rand_int_range (random, depth > 2 ? 2 : 0, 5)) {
	case 0:
		value = json_object ();
		for (gint n = g_rand_int_range (random, 0, 4); n > 0; n--)
			json_object_set_new (
				value, texts[g_rand_int_range (random, 0, G_N_ELEMENTS (texts))],
				random_value (random, depth + 1));
		return value;
	case 1:
		value = json_array ();
		for (gint n = g_rand_int_range (random, 0, 4); n > 0; n--)
			json_array_append_new (value, random_value (random, depth + 1));
		return value;
	case 2:
		return json_integer (g_rand_int_range (random, -9, 9));
	case 3:
		return json_string (texts[g_rand_int_range (random, 0, G_N_ELEMENTS (texts))]);
	default:
		return json_null ();
	}
}

static void
assert_elements (json_t *list, const char *text)
{
	g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

	/* What is empty splits into nothing, not into one that is empty */
	g_assert_cmpuint (g_strv_length (lines), ==,
	                  *text == '\0' ? 0 : json_array_size (list) + 1);
	for (gsize i = 0; i < json_array_size (list); i++) {
		json_t *found = json_loads (lines[i], JSON_DECODE_ANY, NULL);

		g_assert_true (json_equal (found, json_array_get (list, i)));
		json_decref (found);
	}
}

static void
test_random (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (9);

	for (guint i = 0; i < test_rounds (300); i++) {
		json_t *object = json_object (), *list = json_array ();
		g_autofree char *lines = NULL;
		char *text;

		for (gint n = g_rand_int_range (random, 0, 5); n > 0; n--)
			json_array_append_new (list, random_value (random, 0));
		json_object_set_new (object, "before", random_value (random, 0));
		json_object_set (object, "found", list);
		json_object_set_new (object, "behind", random_value (random, 0));
		text = json_dumps (object, i % 2 == 0 ? JSON_INDENT (2) : JSON_COMPACT);
		lines = dup_lines (text, "found", 1 + i % 9);
		assert_elements (list, lines);
		free (text);
		json_decref (list);
		json_decref (object);
	}
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/output/json-lines/an-element-is-a-line", test_one_list);
	g_test_add_func ("/output/json-lines/lines-of-several-lists-are-named", test_several_lists);
	g_test_add_func ("/output/json-lines/without-lists-all-is-one-line", test_whole_object);
	g_test_add_func ("/output/json-lines/nothing-comes-of-nothing", test_nothing);
	g_test_add_func ("/output/json-lines/strings-and-numbers-stay", test_strings);
	g_test_add_func ("/output/json-lines/lines-are-the-elements", test_random);
	return g_test_run ();
}
