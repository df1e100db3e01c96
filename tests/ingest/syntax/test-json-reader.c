/* tests/ingest/syntax/test-json-reader.c: objects of a stream, and hostile streams */
#include "ingest/syntax/json-reader.h"

#include <string.h>

#include "ingest/record/error.h"
#include "tests/common/helpers.h"

/* Reads all of a text; the number of objects, and the error where there was one */
static guint
read_all (const char *text, gsize size, gsize longest_read, GError **error)
{
	g_autoptr (FairleadInput) input = fairlead_input_new_for_bytes ("x.json", text, size);
	g_autoptr (FairleadJsonReader) reader = fairlead_json_reader_new (input);
	guint n_objects = 0;

	fairlead_input_set_longest_read (input, longest_read);
	while (fairlead_json_reader_next (reader, error) != NULL)
		n_objects++;
	return n_objects;
}

static void
test_shapes (void)
{
	static const struct {
		const char *text;
		guint n_objects;
	} shapes[] = {
		{ "", 0 },
		{ " \n\n", 0 },
		{ "{}", 1 },
		{ "\xEF\xBB\xBF{\"a\":1}\n{\"a\":2}\n", 2 },
		{ "{\"a\":1}{\"a\":2} {\"a\":3}", 3 },
		{ "[]", 0 },
		{ "[\n{},\n{ \"a\" : [ 1, {} ] }\n]\n", 2 },
	};

	for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
		for (gsize longest = 0; longest < 3; longest++) {
			g_autoptr (GError) error = NULL;
			const char *text = shapes[i].text;

			g_assert_cmpuint (read_all (text, strlen (text), longest, &error), ==,
			                  shapes[i].n_objects);
			g_assert_no_error (error);
		}
}

static void
test_values (void)
{
	static const char text[] =
		"{\"name\": [\"A \\\"B\\\" \\\\ \\/ \\n\\u00e9\\ud83d\\udea2\", \"\", null],\n"
		" \"share\": -12.50e+1, \"open\": true, \"shut\" :false , \"none\": null,\n"
		" \"in\": {\"x\": {\"y\": 7}}, \"empty\": [],\n"
		" \"large\": -9223372036854775808, \"third\": 0.3333333333333333, \"tenth\": 0.1}";
	g_autoptr (FairleadInput) input = fairlead_input_new_for_bytes ("x", text, sizeof text - 1);
	g_autoptr (FairleadJsonReader) reader = fairlead_json_reader_new (input);
	const FairleadJsonValue *object = fairlead_json_reader_next (reader, NULL);
	const FairleadJsonValue *names = fairlead_json_value_member (object, "name");
	const FairleadJsonValue *first = fairlead_json_value_first (names);
	guint n_items = 0;

	g_assert_true (fairlead_json_value_is_object (object));
	g_assert_true (fairlead_json_value_is_array (names));
	g_assert_cmpstr (fairlead_json_value_text (first), ==, "A \"B\" \\ / \n\u00e9\U0001F6A2");
	FAIRLEAD_JSON_EACH (item, names)
	n_items++;
	g_assert_cmpuint (n_items, ==, 3);
	g_assert_cmpstr (fairlead_json_value_member_text (object, "share"), ==, "-125");
	g_assert_cmpstr (fairlead_json_value_member_text (object, "open"), ==, "true");
	g_assert_cmpstr (fairlead_json_value_member_text (object, "shut"), ==, "false");
	g_assert_null (fairlead_json_value_member_text (object, "none"));
	g_assert_null (fairlead_json_value_first (fairlead_json_value_member (object, "none")));
	g_assert_null (fairlead_json_value_first (fairlead_json_value_member (object, "empty")));
	g_assert_null (fairlead_json_value_member_text (object, "absent"));
	g_assert_cmpstr (fairlead_json_value_member_text (object, "large"), ==,
	                 "-9223372036854775808");
	g_assert_cmpstr (fairlead_json_value_member_text (object, "third"), ==,
	                 "0.3333333333333333");
	g_assert_cmpstr (fairlead_json_value_member_text (object, "tenth"), ==, "0.1");
	g_assert_cmpstr (
		fairlead_json_value_member_text (
			fairlead_json_value_member (fairlead_json_value_member (object, "in"), "x"),
			"y"),
		==, "7");
	/* A text is its own only item, so that a list of one may be written without brackets */
	n_items = 0;
	FAIRLEAD_JSON_EACH (item, fairlead_json_value_member (object, "open"))
	n_items++;
	g_assert_cmpuint (n_items, ==, 1);
}

static void
test_lines (void)
{
	static const char text[] = "\n[{\"a\": 1,\n\"b\": [\n\n\"c\"]},\n\n{\"a\":\n2}]";
	g_autoptr (FairleadInput) input = fairlead_input_new_for_bytes ("x", text, sizeof text - 1);
	g_autoptr (FairleadJsonReader) reader = fairlead_json_reader_new (input);
	const FairleadJsonValue *object = fairlead_json_reader_next (reader, NULL);

	g_assert_cmpuint (fairlead_json_value_line (object), ==, 2);
	g_assert_cmpuint (fairlead_json_value_line (fairlead_json_value_member (object, "b")), ==,
	                  2);
	object = fairlead_json_reader_next (reader, NULL);
	g_assert_cmpuint (fairlead_json_value_line (object), ==, 7);
	g_assert_cmpuint (fairlead_json_value_line (fairlead_json_value_member (object, "a")), ==,
	                  7);
	g_assert_cmpuint (fairlead_json_value_line (NULL), ==, 0);
	g_assert_null (fairlead_json_reader_next (reader, NULL));
}

static void
test_errors (void)
{
	static const struct {
		const char *text;
		const char *words;
	} wrongs[] = {
		{ "x", "x.json:1: no JSON object" },
		{ "{}\n\n7", "x.json:3: no JSON object" },
		{ "{}\n,{}", "x.json:2: no JSON object" },
		{ "[{}]\n{}", "x.json:2: no JSON object" },
		{ "[{}]\n]", "x.json:2: no JSON object" },
		{ "{} [{}]", "x.json:1: no JSON object" },
		{ "[[{}]]", "x.json:1: no JSON object" },
		{ "[,{}]", "x.json:1: no JSON object" },
		{ "[{},\n]", "x.json:2: no JSON object" },
		{ "{}\v{}", "x.json:1: no JSON object" },
		{ "[{}\n{}]", "x.json:2: an object without a comma" },
		{ "[", "x.json:1: the file ends inside its array" },
		{ "[\n{}", "x.json:2: the file ends inside its array" },
		{ "{}\n{\"a\":\n1", "x.json:2: the object that starts on this line is not closed" },
		{ "{\"a\": \"\\\"}", "not closed" },
		{ "{\"a\": \"\xC3", "not closed" },
		{ "{\"a\":\n\n1 2}", "x.json:3: '}' expected near '2'" },
		{ "{\"a\": 1,}", "string or '}' expected" },
		{ "{\"a\": [1,]}", "unexpected token near ']'" },
		{ "{\"a\": [1}]", "']' expected near '}'" },
		{ "{\"a\" 1}", "':' expected" },
		{ "{a: 1}", "string or '}' expected near 'a'" },
		{ "{\"a\": 01}", "invalid token near '0'" },
		{ "{\"a\": -}", "invalid token near '-'" },
		{ "{\"a\": 1.}", "invalid token near '1.'" },
		{ "{\"a\": 1e}", "invalid token near '1e'" },
		{ "{\"a\": nul}", "invalid token near 'nul'" },
		{ "{\"a\": NaN}", "invalid token near 'NaN'" },
		{ "{\"a\": 1 /* one */}", "'}' expected near '/'" },
		{ "{\"a\": 9223372036854775808}", "too big integer" },
		{ "{\"a\": 1e999}", "real number overflow" },
		{ "{\"a\": \"\\x\"}", "invalid escape" },
		{ "{\"a\": \"\\u12g4\"}", "invalid escape" },
		{ "{\"a\": \"\\u0000\"}", "\\u0000 is not allowed" },
		{ "{\"a\\u0000\": 1}", "NUL byte in object key" },
		{ "{\"a\":\n\"\\ud800\"}", "x.json:2: invalid Unicode '\\uD800'" },
		{ "{\"a\": \"\\udc00\"}", "invalid Unicode '\\uDC00'" },
		{ "{\"a\": \"\\ud800\\u0041\"}", "invalid Unicode" },
		{ "{\"a\": \"x\ny\"}", "x.json:1: unexpected newline" },
		{ "{\"a\": 1,\n\"a\": 2}", "x.json:2: duplicate object key near '\"a\"'" },
		{ "{\"a\":\n\"\xE9t\xE9\"}", "x.json:2: unable to decode byte 0xe9" },
		{ "{\"a\":\"\xC0\xAF\"}", "unable to decode byte 0xc0" },
		{ "{\"a\":\"\xED\xA0\x80\"}", "unable to decode byte 0xed" },
	};

	for (guint i = 0; i < G_N_ELEMENTS (wrongs); i++) {
		g_autoptr (GError) error = NULL;

		read_all (wrongs[i].text, strlen (wrongs[i].text), 0, &error);
		test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_SYNTAX, wrongs[i].words);
	}
}

static void
test_nul (void)
{
	g_autoptr (GError) error = NULL;

	read_all ("{\"a\":\n\"\0\"}", 10, 0, &error);
	test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_SYNTAX,
	                   "x.json:2: control character 0x0");
}

/* `{"a":[[[...]]]}` with @depth values one in another */
static char *
nest (guint depth)
{
	g_autofree char *open = g_strnfill (depth - 2, '[');
	g_autofree char *closed = g_strnfill (depth - 2, ']');

	return g_strconcat ("{\"a\":\n", open, "1", closed, "}", NULL);
}

static void
test_depth (void)
{
	g_autofree char *allowed = nest (FAIRLEAD_JSON_MAX_DEPTH);
	g_autofree char *deeper = nest (FAIRLEAD_JSON_MAX_DEPTH + 1);
	g_autofree char *hostile = g_strnfill (1000000, '[');
	g_autofree char *object = g_strconcat ("{\"a\":", hostile, NULL);
	g_autoptr (GError) error = NULL;

	g_assert_cmpuint (read_all (allowed, strlen (allowed), 0, &error), ==, 1);
	g_assert_no_error (error);
	read_all (deeper, strlen (deeper), 0, &error);
	test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_LIMIT,
	                   "x.json:2: maximum parsing depth reached");
	g_clear_error (&error);
	read_all (object, strlen (object), 0, &error);
	test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_LIMIT,
	                   "x.json:1: maximum parsing depth reached");
}

static void
test_size (void)
{
	if (test_skips_bulk ())
		return;
	g_autofree char *filler = g_strnfill (FAIRLEAD_JSON_MAX_OBJECT - 100, 'x');
	g_autofree char *large = g_strconcat ("{\"a\":\"", filler, "\"}\n{}", NULL);
	g_autofree char *larger = g_strconcat ("{}\n{\"a\":\"", filler, filler, "\"}", NULL);
	g_autoptr (GString) many = g_string_new ("{\"a\":[1");
	g_autoptr (GError) error = NULL;

	g_assert_cmpuint (read_all (large, strlen (large), 0, &error), ==, 2);
	g_assert_no_error (error);
	g_assert_cmpuint (read_all (larger, strlen (larger), 0, &error), ==, 1);
	test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_LIMIT, "x.json:2: the object");
	g_clear_error (&error);
	for (guint i = 0; i < FAIRLEAD_JSON_MAX_VALUES; i++)
		g_string_append (many, ",1");
	g_string_append (many, "]}");
	read_all (many->str, many->len, 0, &error);
	test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_LIMIT, "x.json:1: more than a");
}

/* ---- at random ---- */

static void
append_random_string (GString *text, GRand *rand)
{
	static const char *const pieces[] = {
		"a", "Zoë", "\\\"", "\\\\", "\\n", "船", "\\u00e9", "\\ud83d\\udea2",
		"{", "]",   ":,",   " ",
	};

	g_string_append_c (text, '"');
	for (gint i = g_rand_int_range (rand, 0, 6); i > 0; i--)
		g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
	g_string_append_c (text, '"');
}

static void
append_random_value (GString *text, GRand *rand, guint depth)
{
	gint what = depth == 0 ? 5 : g_rand_int_range (rand, depth > 5 ? 2 : 0, 6);
	gint n_items = g_rand_int_range (rand, 0, 5);

	if (what == 2) {
		append_random_string (text, rand);
	} else if (what == 3) {
		g_string_append_printf (text, "%d", g_rand_int_range (rand, -1000000, 1000000));
	} else if (what == 4) {
		g_string_append (text, n_items == 0 ? "null" : n_items == 1 ? "true" : "false");
	} else {
		g_string_append_c (text, what == 0 ? '[' : '{');
		for (gint i = 0; i < n_items; i++) {
			g_string_append (text, i > 0 ? " ,\n" : "");
			if (what != 0)
				g_string_append_printf (text, "\"m%d\": ", i);
			append_random_value (text, rand, depth + 1);
		}
		g_string_append_c (text, what == 0 ? ']' : '}');
	}
}

/* Whatever the bytes, it ends; and an error names the file */
static void
test_mutations (void)
{
	g_autoptr (GRand) rand = g_rand_new_with_seed (11);
	g_autoptr (GString) text = g_string_new ("");

	for (guint i = 0; i < test_rounds (3000); i++) {
		g_autoptr (GError) error = NULL;

		g_string_truncate (text, 0);
		for (guint n = 0; n < 3; n++)
			append_random_value (text, rand, 0);
		for (gint n = g_rand_int_range (rand, 1, 5); n > 0; n--)
			text->str[g_rand_int_range (rand, 0, (gint) text->len)] =
				(char) (n == 1 ? "{}[]\",:\\0"[g_rand_int_range (rand, 0, 9)]
			                       : g_rand_int_range (rand, 0, 256));
		read_all (text->str, (gsize) g_rand_int_range (rand, 0, (gint) text->len + 1),
		          i % 5, &error);
		if (error != NULL)
			g_assert_true (g_str_has_prefix (error->message, "x.json:"));
	}
}

static void
test_sniff (void)
{
	static const char head[] =
		" [\n{\"id\": {\"no\": [\"x\"]}, \"b\\\"\" : \"y:\", \"schema\":\"Co";
	static const char *const others[] = { "",      "a,b\n", "[1]",          "{}",
		                              "{ \"x", "<a/>",  "{\"\xE9\": 1}" };
	g_auto (GStrv) members = NULL;

	g_assert_true (fairlead_json_sniff_members (head, sizeof head - 1, &members));
	g_assert_cmpuint (g_strv_length (members), ==, 3);
	g_assert_cmpstr (members[0], ==, "id");
	g_assert_cmpstr (members[2], ==, "schema");
	for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
		gsize size = strlen (others[i]);

		g_assert_false (fairlead_json_sniff_members (others[i], size, &members));
	}
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/syntax/json-reader/read-lines-and-arrays", test_shapes);
	g_test_add_func ("/syntax/json-reader/give-every-value", test_values);
	g_test_add_func ("/syntax/json-reader/know-the-lines", test_lines);
	g_test_add_func ("/syntax/json-reader/say-what-is-wrong-and-where", test_errors);
	g_test_add_func ("/syntax/json-reader/refuse-nul-bytes", test_nul);
	g_test_add_func ("/syntax/json-reader/bound-the-depth", test_depth);
	g_test_add_func ("/syntax/json-reader/bound-the-size", test_size);
	g_test_add_func ("/syntax/json-reader/end-on-any-bytes", test_mutations);
	g_test_add_func ("/syntax/json-reader/show-the-first-members", test_sniff);
	return g_test_run ();
}
