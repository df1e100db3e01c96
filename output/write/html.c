/* output/write/html.c */
#include "output/write/html.h"

#include <stdarg.h>
#include <string.h>

#include "output/write/text.h"

void
fairlead_html_init (FairleadHtml *self, FairleadSink *sink)
{
	self->sink = sink;
	self->open = g_ptr_array_new ();
	fairlead_sink_put (sink, "<!DOCTYPE html>");
}

void
fairlead_html_clear (FairleadHtml *self)
{
	g_clear_pointer (&self->open, g_ptr_array_unref);
}

static const char *
entity_of (char character)
{
	switch (character) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	default:
		return NULL;
	}
}

static void
put_escaped (FairleadSink *sink, const char *text)
{
	g_autofree char *visible = fairlead_text_dup_visible (text, FALSE);
	const char *at = visible;

	for (;;) {
		gsize plain = strcspn (at, "&<>\"'");

		fairlead_sink_put_bytes (sink, at, plain);
		at += plain;
		if (*at == '\0')
			return;
		fairlead_sink_put (sink, entity_of (*at++));
	}
}

/* Within a line of text; all else begins a line of its own, for those who read the source */
static gboolean
is_inline (const char *name)
{
	static const char *const names[] = { "a",     "b",      "bdi",    "code",   "g",    "line",
		                             "path",  "circle", "rect",   "text",   "span", "svg",
		                             "small", "time",   "strong", "button", "abbr" };

	for (guint i = 0; i < G_N_ELEMENTS (names); i++)
		if (strcmp (names[i], name) == 0)
			return TRUE;
	return FALSE;
}

static void
put_tag (FairleadHtml *self, const char *name, va_list attributes)
{
	fairlead_sink_put (self->sink, is_inline (name) ? "<" : "\n<");
	fairlead_sink_put (self->sink, name);
	for (const char *key = va_arg (attributes, const char *); key != NULL;
	     key = va_arg (attributes, const char *)) {
		fairlead_sink_put (self->sink, " ");
		fairlead_sink_put (self->sink, key);
		fairlead_sink_put (self->sink, "=\"");
		put_escaped (self->sink, va_arg (attributes, const char *));
		fairlead_sink_put (self->sink, "\"");
	}
	fairlead_sink_put (self->sink, ">");
}

void
fairlead_html_begin (FairleadHtml *self, const char *name, ...)
{
	va_list attributes;

	va_start (attributes, name);
	put_tag (self, name, attributes);
	va_end (attributes);
	g_ptr_array_add (self->open, (gpointer) name);
}

void
fairlead_html_empty (FairleadHtml *self, const char *name, ...)
{
	va_list attributes;

	va_start (attributes, name);
	put_tag (self, name, attributes);
	va_end (attributes);
}

void
fairlead_html_end (FairleadHtml *self)
{
	const char *name;

	g_return_if_fail (self->open->len > 0);
	name = g_ptr_array_steal_index (self->open, self->open->len - 1);
	fairlead_sink_put (self->sink, "</");
	fairlead_sink_put (self->sink, name);
	fairlead_sink_put (self->sink, ">");
}

void
fairlead_html_end_all (FairleadHtml *self, guint n)
{
	while (n-- > 0)
		fairlead_html_end (self);
}

void
fairlead_html_text (FairleadHtml *self, const char *text)
{
	put_escaped (self->sink, text);
}

void
fairlead_html_printf (FairleadHtml *self, const char *format, ...)
{
	g_autofree char *text = NULL;
	va_list values;

	va_start (values, format);
	text = g_strdup_vprintf (format, values);
	va_end (values);
	put_escaped (self->sink, text);
}

void
fairlead_html_name (FairleadHtml *self, const char *name)
{
	fairlead_html_put (self, "bdi", NULL, name);
}

void
fairlead_html_put (FairleadHtml *self, const char *name, const char *css, const char *text)
{
	if (css != NULL)
		fairlead_html_begin (self, name, "class", css, NULL);
	else
		fairlead_html_begin (self, name, NULL);
	put_escaped (self->sink, text);
	fairlead_html_end (self);
}

void
fairlead_html_raw (FairleadHtml *self, const char *text, gsize length)
{
	fairlead_sink_put_bytes (self->sink, text, length);
}
