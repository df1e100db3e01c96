/* ingest/syntax/json-value.c: one JSON object as a flat array of values
 *
 * The library's tree has no order of items that could be walked from an item, and numbers that are
 * no text. */
#include "ingest/syntax/json-value.h"

#include <string.h>

void
fairlead_json_tree_init (FairleadJsonTree *self)
{
	self->root = NULL;
	self->values = g_array_new (FALSE, FALSE, sizeof (FairleadJsonValue));
	self->numbers = g_string_chunk_new (64);
}

void
fairlead_json_tree_clear (FairleadJsonTree *self)
{
	json_decref (self->root);
	g_array_unref (self->values);
	g_string_chunk_free (self->numbers);
}

/* The shortest text that is the same number again */
static const char *
text_of_real (FairleadJsonTree *self, double number)
{
	static const char *const forms[] = { "%.15g", "%.16g", "%.17g" };
	char text[G_ASCII_DTOSTR_BUF_SIZE];

	for (guint i = 0; i < G_N_ELEMENTS (forms); i++) {
		g_ascii_formatd (text, sizeof text, forms[i], number);
		if (g_ascii_strtod (text, NULL) == number)
			break;
	}
	return g_string_chunk_insert (self->numbers, text);
}

static const char *
text_of_integer (FairleadJsonTree *self, json_int_t number)
{
	char text[32];

	g_snprintf (text, sizeof text, "%" JSON_INTEGER_FORMAT, number);
	return g_string_chunk_insert (self->numbers, text);
}

static const char *
text_of (FairleadJsonTree *self, const json_t *json)
{
	switch (json_typeof (json)) {
	case JSON_STRING:
		return json_string_value (json);
	case JSON_INTEGER:
		return text_of_integer (self, json_integer_value (json));
	case JSON_REAL:
		return text_of_real (self, json_real_value (json));
	case JSON_TRUE:
		return "true";
	case JSON_FALSE:
		return "false";
	default:
		return NULL;
	}
}

static FairleadJsonType
type_of (const json_t *json)
{
	if (json_is_object (json))
		return FAIRLEAD_JSON_OBJECT;
	if (json_is_array (json))
		return FAIRLEAD_JSON_ARRAY;
	return json_is_null (json) ? FAIRLEAD_JSON_NULL : FAIRLEAD_JSON_LITERAL;
}

static void append_value (FairleadJsonTree *self, const char *name, json_t *json, guint64 line);

/* Returns where it stands, which the item before it is told */
static guint
append_item (FairleadJsonTree *self, guint last, const char *name, json_t *json, guint64 line)
{
	guint item = self->values->len;

	append_value (self, name, json, line);
	if (last > 0)
		g_array_index (self->values, FairleadJsonValue, last).next = item - last;
	return item;
}

/* Only the object around all is the first of the values, so that no item is at 0 */
static void
append_value (FairleadJsonTree *self, const char *name, json_t *json, guint64 line)
{
	FairleadJsonValue value = {
		.name = name,
		.text = text_of (self, json),
		.line = line,
		.type = (guint8) type_of (json),
		.filled = json_object_size (json) + json_array_size (json) > 0,
	};
	guint last = 0;
	const char *key;
	json_t *item;
	gsize i;

	g_array_append_val (self->values, value);
	json_object_foreach (json, key, item) last = append_item (self, last, key, item, line);
	json_array_foreach (json, i, item) last = append_item (self, last, NULL, item, line);
}

const FairleadJsonValue *
fairlead_json_tree_take (FairleadJsonTree *self, json_t *root, guint64 line)
{
	json_decref (self->root);
	self->root = root;
	g_array_set_size (self->values, 0);
	g_string_chunk_clear (self->numbers);
	append_value (self, NULL, root, line);
	return &g_array_index (self->values, FairleadJsonValue, 0);
}

/* ---- questions ---- */

gboolean
fairlead_json_value_is_object (const FairleadJsonValue *self)
{
	return self != NULL && self->type == FAIRLEAD_JSON_OBJECT;
}

gboolean
fairlead_json_value_is_array (const FairleadJsonValue *self)
{
	return self != NULL && self->type == FAIRLEAD_JSON_ARRAY;
}

const FairleadJsonValue *
fairlead_json_value_first (const FairleadJsonValue *self)
{
	if (self == NULL || self->type == FAIRLEAD_JSON_NULL)
		return NULL;
	if (self->type == FAIRLEAD_JSON_LITERAL)
		return self;
	return self->filled ? self + 1 : NULL;
}

const FairleadJsonValue *
fairlead_json_value_next (const FairleadJsonValue *container, const FairleadJsonValue *item)
{
	return item == container || item->next == 0 ? NULL : item + item->next;
}

const FairleadJsonValue *
fairlead_json_value_member (const FairleadJsonValue *self, const char *name)
{
	const FairleadJsonValue *member =
		fairlead_json_value_is_object (self) ? fairlead_json_value_first (self) : NULL;

	while (member != NULL && strcmp (member->name, name) != 0)
		member = fairlead_json_value_next (self, member);
	return member;
}

const char *
fairlead_json_value_text (const FairleadJsonValue *self)
{
	return self == NULL ? NULL : self->text;
}

const char *
fairlead_json_value_member_text (const FairleadJsonValue *self, const char *name)
{
	return fairlead_json_value_text (fairlead_json_value_member (self, name));
}

guint64
fairlead_json_value_line (const FairleadJsonValue *self)
{
	return self == NULL ? 0 : self->line;
}

const char *
fairlead_json_value_name (const FairleadJsonValue *self)
{
	return self == NULL ? NULL : self->name;
}
