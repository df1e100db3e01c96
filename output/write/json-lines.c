/* output/write/json-lines.c */
#include "output/write/json-lines.h"

#define IN_LIST 2 /* how deep the elements of a list of the object are */

struct _JsonLines {
	GFilterOutputStream parent;
	GStrv lists;  /* NULL: all is one line */
	GString *key; /* the last string that was read in the object itself */
	GString *out; /* what one write makes */
	guint depth;
	gboolean in_string;
	gboolean is_escaped;
	gboolean is_listing; /* in one of the lists */
	gboolean in_element;
	gboolean is_named; /* the element has got its "list", and nothing else yet */
};

#define TYPE_JSON_LINES (json_lines_get_type ())
G_DECLARE_FINAL_TYPE (JsonLines, json_lines, JSON, LINES, GFilterOutputStream)
G_DEFINE_FINAL_TYPE (JsonLines, json_lines, G_TYPE_FILTER_OUTPUT_STREAM)

static gboolean
is_kept (const JsonLines *self)
{
	return self->lists == NULL || self->in_element;
}

static void
keep (JsonLines *self, char c)
{
	if (!is_kept (self))
		return;
	if (self->is_named && c != '}')
		g_string_append_c (self->out, ',');
	self->is_named = FALSE;
	g_string_append_c (self->out, c);
}

static void
take_in_string (JsonLines *self, char c)
{
	keep (self, c);
	if (self->depth == 1 && (c != '"' || self->is_escaped))
		g_string_append_c (self->key, c);
	self->in_string = c != '"' || self->is_escaped;
	self->is_escaped = c == '\\' && !self->is_escaped;
}

static void
begin_string (JsonLines *self)
{
	self->in_string = TRUE;
	if (self->depth == 1)
		g_string_truncate (self->key, 0);
	keep (self, '"');
}

static void
begin_element (JsonLines *self, char c)
{
	self->in_element = TRUE;
	if (c != '{' || self->lists[1] == NULL)
		return;
	g_string_append_printf (self->out, "{\"list\": \"%s\"", self->key->str);
	self->is_named = TRUE;
}

static void
end_element (JsonLines *self)
{
	if (self->in_element)
		g_string_append_c (self->out, '\n');
	self->in_element = FALSE;
}

static void
open_bracket (JsonLines *self, char c)
{
	gboolean was_named = self->is_named;

	/* The brace of an element that is named is written already */
	if (!(was_named && self->depth == IN_LIST))
		keep (self, c);
	self->depth++;
	if (self->lists != NULL && self->depth == IN_LIST && c == '[')
		self->is_listing =
			g_strv_contains ((const char *const *) self->lists, self->key->str);
}

static void
close_bracket (JsonLines *self, char c)
{
	if (self->is_listing && self->depth == IN_LIST) {
		end_element (self);
		self->is_listing = FALSE;
	}
	self->depth -= self->depth > 0;
	keep (self, c);
	if (self->depth == 0 && self->lists == NULL)
		g_string_append_c (self->out, '\n');
}

/* What is no string, no bracket and no space */
static void
take_other (JsonLines *self, char c)
{
	if (c == ',' && self->is_listing && self->depth == IN_LIST) {
		end_element (self);
		return;
	}
	keep (self, c);
	if (c == ':' && is_kept (self))
		g_string_append_c (self->out, ' ');
}

static void
take (JsonLines *self, char c)
{
	if (self->in_string) {
		take_in_string (self, c);
		return;
	}
	if (g_ascii_isspace (c))
		return;
	if (self->is_listing && self->depth == IN_LIST && !self->in_element && c != ',' && c != ']')
		begin_element (self, c);
	if (c == '"')
		begin_string (self);
	else if (c == '{' || c == '[')
		open_bracket (self, c);
	else if (c == '}' || c == ']')
		close_bracket (self, c);
	else
		take_other (self, c);
}

static gssize
json_lines_write (GOutputStream *stream, const void *buffer, gsize count, GCancellable *cancellable,
                  GError **error)
{
	JsonLines *self = JSON_LINES (stream);
	GOutputStream *base =
		g_filter_output_stream_get_base_stream (G_FILTER_OUTPUT_STREAM (stream));
	const char *bytes = buffer;

	g_string_truncate (self->out, 0);
	for (gsize i = 0; i < count; i++)
		take (self, bytes[i]);
	return g_output_stream_write_all (base, self->out->str, self->out->len, NULL, cancellable,
	                                  error)
	               ? (gssize) count
	               : -1;
}

static void
json_lines_finalize (GObject *object)
{
	JsonLines *self = JSON_LINES (object);

	g_strfreev (self->lists);
	g_string_free (self->key, TRUE);
	g_string_free (self->out, TRUE);
	G_OBJECT_CLASS (json_lines_parent_class)->finalize (object);
}

static void
json_lines_class_init (JsonLinesClass *class)
{
	G_OBJECT_CLASS (class)->finalize = json_lines_finalize;
	G_OUTPUT_STREAM_CLASS (class)->write_fn = json_lines_write;
}

static void
json_lines_init (JsonLines *self)
{
	self->key = g_string_new (NULL);
	self->out = g_string_new (NULL);
}

GOutputStream *
fairlead_json_lines_new (GOutputStream *base, const char *lists)
{
	JsonLines *self = g_object_new (TYPE_JSON_LINES, "base-stream", base, "close-base-stream",
	                                FALSE, NULL);

	if (lists != NULL)
		self->lists = g_strsplit (lists, ";", -1);
	return G_OUTPUT_STREAM (self);
}
