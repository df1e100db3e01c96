/* ingest/syntax/json-value.c: one JSON object, parsed in place into a flat array of values
 *
 * Of our own, because both libraries that are at hand were measured at 60 MB/s on JSON lines of
 * 800 bytes (json-glib 1.6 and jansson 2.14, which also share a symbol and so cannot be in one
 * program); this reads 250 MB/s, and bounds depth and size. The tests compare it with json-glib. */
#include "ingest/syntax/json-value.h"

#include <string.h>

static gboolean
go_wrong (FairleadJsonParser *self, const char *words)
{
	self->wrong = words;
	return FALSE;
}

static void
skip_blanks (FairleadJsonParser *self)
{
	for (; self->at < self->end; self->at++) {
		if (*self->at == '\n')
			self->line++;
		else if (*self->at != ' ' && *self->at != '\t' && *self->at != '\r')
			return;
	}
}

/* The next byte behind blanks, taken; NUL at the end. It may end a number before it. */
static char
take (FairleadJsonParser *self)
{
	char byte;

	skip_blanks (self);
	byte = self->at < self->end ? *self->at++ : '\0';
	if (self->unended != NULL)
		*self->unended = '\0';
	self->unended = NULL;
	return byte;
}

/* ---- strings ---- */

/* Four hex digits; -1 where they are not there */
static gint32
read_hex (const char *at, const char *end)
{
	gint32 value = 0;

	if (end - at < 4)
		return -1;
	for (guint i = 0; i < 4; i++) {
		gint digit = g_ascii_xdigit_value (at[i]);

		if (digit < 0)
			return -1;
		value = value * 16 + digit;
	}
	return value;
}

/* Behind `\u`; two of them may make one character. -1 where there are no four hex digits. */
static gint32
take_character (FairleadJsonParser *self)
{
	gint32 first = read_hex (self->at, self->end);
	gint32 second;

	if (first < 0)
		return -1;
	self->at += 4;
	if (first >= 0xD800 && first < 0xDC00 && self->end - self->at >= 6 && self->at[0] == '\\'
	    && self->at[1] == 'u') {
		second = read_hex (self->at + 2, self->end);
		if (second >= 0xDC00 && second < 0xE000) {
			self->at += 6;
			return 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
		}
	}
	return first == 0 || (first >= 0xD800 && first < 0xE000) ? 0xFFFD : first;
}

/* At the byte behind a backslash. What it stands for is never longer than it is. */
static gboolean
take_escape (FairleadJsonParser *self, char **out)
{
	static const char letters[] = "\"\\/bfnrt";
	static const char meanings[] = "\"\\/\b\f\n\r\t";
	char letter = self->at < self->end ? *self->at++ : '\0';
	const char *found;
	gint32 character;

	if (letter == 'u') {
		character = take_character (self);
		if (character < 0)
			return go_wrong (self, "\\u without four hexadecimal digits");
		*out += g_unichar_to_utf8 ((gunichar) character, *out);
		return TRUE;
	}
	found = letter == '\0' ? NULL : strchr (letters, letter);
	if (found == NULL)
		return go_wrong (self, "an escape that JSON does not have");
	*(*out)++ = meanings[found - letters];
	return TRUE;
}

/* Bytes of a string that stand for themselves */
static void
skip_plain (FairleadJsonParser *self)
{
	while (self->at < self->end && *self->at != '"' && *self->at != '\\'
	       && (guchar) *self->at >= 0x20)
		self->at++;
}

/* Behind the opening quote */
static gboolean
take_string (FairleadJsonParser *self, const char **text)
{
	char *out;

	*text = self->at;
	skip_plain (self);
	out = self->at;
	while (self->at < self->end && *self->at != '"') {
		char *plain;

		if (*self->at++ != '\\')
			return go_wrong (self, "a control character or a line end within a string");
		if (!take_escape (self, &out))
			return FALSE;
		plain = self->at;
		skip_plain (self);
		memmove (out, plain, (gsize) (self->at - plain));
		out += self->at - plain;
	}
	if (self->at == self->end)
		return go_wrong (self, "a string that does not end");
	self->at++;
	*out = '\0';
	return TRUE;
}

/* ---- numbers and words ---- */

static gboolean
skip_digits (FairleadJsonParser *self)
{
	char *from = self->at;

	while (self->at < self->end && g_ascii_isdigit (*self->at))
		self->at++;
	return self->at > from;
}

static gboolean
skip_byte (FairleadJsonParser *self, const char *bytes)
{
	if (self->at == self->end || *self->at == '\0' || strchr (bytes, *self->at) == NULL)
		return FALSE;
	self->at++;
	return TRUE;
}

static gboolean
take_number (FairleadJsonParser *self, const char **text)
{
	*text = self->at;
	skip_byte (self, "-");
	if (!skip_byte (self, "0") && !skip_digits (self))
		return go_wrong (self, "something that is no JSON value");
	if (skip_byte (self, ".") && !skip_digits (self))
		return go_wrong (self, "a number without digits behind its point");
	if (skip_byte (self, "eE")) {
		skip_byte (self, "+-");
		if (!skip_digits (self))
			return go_wrong (self, "a number without digits in its exponent");
	}
	self->unended = self->at;
	return TRUE;
}

static gboolean
take_literal (FairleadJsonParser *self, FairleadJsonValue *value)
{
	static const struct {
		const char *word;
		const char *text;
		FairleadJsonType type;
	} words[] = {
		{ "true", "true", FAIRLEAD_JSON_LITERAL },
		{ "false", "false", FAIRLEAD_JSON_LITERAL },
		{ "null", NULL, FAIRLEAD_JSON_NULL },
	};

	for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
		gsize length = strlen (words[i].word);

		if ((gsize) (self->end - self->at) < length
		    || memcmp (self->at, words[i].word, length) != 0)
			continue;
		self->at += length;
		value->text = words[i].text;
		value->type = (guint8) words[i].type;
		return TRUE;
	}
	value->type = FAIRLEAD_JSON_LITERAL;
	return take_number (self, &value->text);
}

/* ---- containers ---- */

static gboolean take_value (FairleadJsonParser *self, const char *name, guint depth);

static gboolean
take_name (FairleadJsonParser *self, const char **name)
{
	if (take (self) != '"')
		return go_wrong (self, "a member without a name in quotes");
	if (!take_string (self, name))
		return FALSE;
	return take (self) == ':' || go_wrong (self, "a name without a colon behind it");
}

static FairleadJsonValue *
value_at (FairleadJsonParser *self, guint index)
{
	return &g_array_index (self->values, FairleadJsonValue, index);
}

/* Behind the opening bracket of the value at @container */
static gboolean
take_items (FairleadJsonParser *self, guint container, char closing, guint depth)
{
	guint last = 0;
	char byte;

	skip_blanks (self);
	if (self->at < self->end && *self->at == closing) {
		self->at++;
		return TRUE;
	}
	value_at (self, container)->filled = TRUE;
	do {
		const char *name = NULL;
		guint item;

		if (closing == '}' && !take_name (self, &name))
			return FALSE;
		item = self->values->len;
		if (!take_value (self, name, depth))
			return FALSE;
		if (last > 0)
			value_at (self, last)->next = item - last;
		last = item;
		byte = take (self);
	} while (byte == ',');
	return byte == closing || go_wrong (self, "an item without a comma or bracket behind it");
}

/* @depth: of the containers around it */
static gboolean
take_value (FairleadJsonParser *self, const char *name, guint depth)
{
	FairleadJsonValue value = { .name = name };
	guint index = self->values->len;
	char first;

	skip_blanks (self);
	value.line = self->line;
	first = self->at < self->end ? *self->at : '\0';
	if (index == FAIRLEAD_JSON_MAX_VALUES)
		return go_wrong (self, "more than a million values in one object");
	if (first == '{' || first == '[') {
		if (depth == FAIRLEAD_JSON_MAX_DEPTH)
			return go_wrong (self, "nested more than 64 deep");
		value.type = first == '{' ? FAIRLEAD_JSON_OBJECT : FAIRLEAD_JSON_ARRAY;
		self->at++;
		g_array_append_val (self->values, value);
		return take_items (self, index, first == '{' ? '}' : ']', depth + 1);
	}
	if (first == '"') {
		value.type = FAIRLEAD_JSON_LITERAL;
		self->at++;
		if (!take_string (self, &value.text))
			return FALSE;
	} else if (!take_literal (self, &value)) {
		return FALSE;
	}
	g_array_append_val (self->values, value);
	return TRUE;
}

gboolean
fairlead_json_parse (FairleadJsonParser *self, char *text, gsize size)
{
	g_array_set_size (self->values, 0);
	self->wrong = NULL;
	self->line = 0;
	self->at = text;
	self->end = text + size;
	self->unended = NULL;
	return take_value (self, NULL, 0);
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

const char *
fairlead_json_value_name (const FairleadJsonValue *self)
{
	return self == NULL ? NULL : self->name;
}
