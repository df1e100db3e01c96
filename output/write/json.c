/* output/write/json.c */
#include "output/write/json.h"

#include <math.h>

#include "output/write/number.h"
#include "output/write/text.h"

static void
put_escape (FairleadSink *sink, gunichar character)
{
	if (character <= 0xffff) {
		fairlead_sink_printf (sink, "\\u%04x", character);
		return;
	}
	character -= 0x10000;
	fairlead_sink_printf (sink, "\\u%04x\\u%04x", 0xd800 + (character >> 10),
	                      0xdc00 + (character & 0x3ff));
}

static void
put_string (FairleadSink *sink, const char *text)
{
	g_autofree char *valid = g_utf8_make_valid (text, -1);

	fairlead_sink_put (sink, "\"");
	for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at)) {
		gunichar character = g_utf8_get_char (at);

		if (character == '"' || character == '\\')
			fairlead_sink_printf (sink, "\\%c", (char) character);
		else if (fairlead_character_acts (character))
			put_escape (sink, character);
		else
			fairlead_sink_put_char (sink, character);
	}
	fairlead_sink_put (sink, "\"");
}

static void
put_new_line (FairleadJson *self)
{
	if (self->in_lines)
		return;
	fairlead_sink_put (self->sink, "\n");
	fairlead_sink_put_repeated (self->sink, ' ', 2 * self->depth);
}

static void
begin_value (FairleadJson *self, const char *key)
{
	if (self->is_filled)
		fairlead_sink_put (self->sink, ",");
	if (self->depth > 0)
		put_new_line (self);
	self->is_filled = TRUE;
	if (key == NULL)
		return;
	put_string (self->sink, key);
	fairlead_sink_put (self->sink, ": ");
}

static void
begin_members (FairleadJson *self, const char *key, const char *bracket)
{
	begin_value (self, key);
	fairlead_sink_put (self->sink, bracket);
	self->depth++;
	self->is_filled = FALSE;
}

static void
end_members (FairleadJson *self, const char *bracket)
{
	g_return_if_fail (self->depth > 0);
	self->depth--;
	if (self->is_filled)
		put_new_line (self);
	fairlead_sink_put (self->sink, bracket);
	self->is_filled = TRUE;
	if (self->depth > 0)
		return;
	fairlead_sink_put (self->sink, "\n");
	self->is_filled = !self->in_lines;
}

void
fairlead_json_begin_object (FairleadJson *self, const char *key)
{
	begin_members (self, key, "{");
}

void
fairlead_json_end_object (FairleadJson *self)
{
	end_members (self, "}");
}

void
fairlead_json_begin_array (FairleadJson *self, const char *key)
{
	begin_members (self, key, "[");
}

void
fairlead_json_end_array (FairleadJson *self)
{
	end_members (self, "]");
}

void
fairlead_json_text (FairleadJson *self, const char *key, const char *text)
{
	begin_value (self, key);
	if (text == NULL)
		fairlead_sink_put (self->sink, "null");
	else
		put_string (self->sink, text);
}

void
fairlead_json_integer (FairleadJson *self, const char *key, guint64 value)
{
	begin_value (self, key);
	fairlead_sink_put_integer (self->sink, value);
}

void
fairlead_json_number (FairleadJson *self, const char *key, double value)
{
	char buffer[FAIRLEAD_NUMBER_SIZE];

	begin_value (self, key);
	fairlead_sink_put (self->sink,
	                   isfinite (value) ? fairlead_number_exact (value, buffer) : "null");
}

void
fairlead_json_boolean (FairleadJson *self, const char *key, gboolean value)
{
	begin_value (self, key);
	fairlead_sink_put (self->sink, value ? "true" : "false");
}

void
fairlead_json_texts (FairleadJson *self, const char *key, const char *const *texts)
{
	fairlead_json_begin_array (self, key);
	for (guint i = 0; texts[i] != NULL; i++)
		fairlead_json_text (self, NULL, texts[i]);
	fairlead_json_end_array (self);
}
