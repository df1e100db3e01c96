/* tests/fuzz/fuzz-json.c: the reader of JSON, object by object */
#include "tests/fuzz/fuzz.h"

static gboolean
is_json (const FairleadSample *sample, gconstpointer user_data)
{
	(void) user_data;
	return sample->is_json;
}

static void
add_seeds (const char *subject, GPtrArray *seeds)
{
	(void) subject;
	fuzz_add_fixtures (seeds, is_json, NULL);
}

/* What was read, as text, and where lines must lie */
typedef struct {
	GString *text;
	guint64 n_lines;
} Outcome;

static void
append (Outcome *self, char mark, const char *text)
{
	g_string_append_c (self->text, mark);
	if (text == NULL)
		return;
	g_assert_true (g_utf8_validate (text, -1, NULL));
	g_string_append (self->text, text);
}

static void
describe (Outcome *self, const FairleadJsonValue *value, guint depth)
{
	gboolean is_container =
		fairlead_json_value_is_object (value) || fairlead_json_value_is_array (value);

	g_assert_cmpuint (depth, <=, FAIRLEAD_JSON_MAX_DEPTH);
	g_assert_cmpuint (fairlead_json_value_line (value), >=, 1);
	g_assert_cmpuint (fairlead_json_value_line (value), <=, self->n_lines);
	append (self, ' ', fairlead_json_value_name (value));
	append (self, '=', fairlead_json_value_text (value));
	if (!is_container)
		return;
	FAIRLEAD_JSON_EACH (item, value)
	describe (self, item, depth + 1);
	append (self, '.', NULL);
}

static char *
dup_outcome (const char *data, gsize size, gsize portion, guint *n_objects, gboolean *is_read)
{
	g_autoptr (FairleadInput) input = fairlead_input_new_for_bytes ("input", data, size);
	g_autoptr (FairleadJsonReader) reader = fairlead_json_reader_new (input);
	g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
	g_autoptr (GError) error = NULL;
	Outcome outcome = { g_string_new (NULL), fuzz_count_lines (bytes) + 1 };
	const FairleadJsonValue *object;

	fairlead_input_set_longest_read (input, portion);
	for (*n_objects = 0; (object = fairlead_json_reader_next (reader, &error)) != NULL;
	     (*n_objects)++) {
		g_assert_true (fairlead_json_value_is_object (object));
		describe (&outcome, object, 1);
	}
	*is_read = error == NULL;
	if (error != NULL) {
		g_string_free (outcome.text, TRUE);
		return fuzz_dup_failure (error, bytes);
	}
	return g_string_free (outcome.text, FALSE);
}

static gboolean
run (const char *subject, const char *data, gsize size)
{
	guint n_objects;
	gboolean is_read;
	g_autofree char *whole = dup_outcome (data, size, 0, &n_objects, &is_read);
	g_autofree char *pieces =
		dup_outcome (data, size, fuzz_portion_of (data, size), &n_objects, &is_read);

	(void) subject;
	g_assert_cmpstr (pieces, ==, whole);
	return is_read;
}

const FuzzTarget fuzz_target = { "json", "data.dict", NULL, add_seeds, run };
