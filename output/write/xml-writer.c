/* output/write/xml-writer.c */
#include "output/write/xml-writer.h"

void
fairlead_xml_writer_init (FairleadXmlWriter *self, FairleadSink *sink)
{
	*self = (FairleadXmlWriter){ .sink = sink, .open = g_ptr_array_new () };
	fairlead_sink_put (sink, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
}

void
fairlead_xml_writer_clear (FairleadXmlWriter *self)
{
	g_clear_pointer (&self->open, g_ptr_array_unref);
}

static gboolean
is_admitted (gunichar character)
{
	if (character < 0x20)
		return character == '\t' || character == '\n' || character == '\r';
	return character != 0xfffe && character != 0xffff;
}

/* Quotes and white space are escaped in text as well: the same everywhere, and no reader changes
 * a carriage return or trims a tab */
static void
put_special (FairleadSink *sink, gunichar character)
{
	static const char *const escapes[128] = {
		['<'] = "&lt;",  ['>'] = "&gt;",   ['&'] = "&amp;",  ['"'] = "&quot;",
		['\t'] = "&#9;", ['\n'] = "&#10;", ['\r'] = "&#13;",
	};

	if (character < G_N_ELEMENTS (escapes) && escapes[character] != NULL)
		fairlead_sink_put (sink, escapes[character]);
	else
		fairlead_sink_put_char (sink, is_admitted (character) ? character : 0xfffd);
}

/* Whether a byte of UTF-8 stands for itself; U+FFFE and U+FFFF begin with 0xef */
static gboolean
is_plain (guchar byte)
{
	return byte >= 0x20 && byte != '<' && byte != '>' && byte != '&' && byte != '"'
	       && byte != 0xef;
}

static void
put_escaped (FairleadSink *sink, const char *text)
{
	g_autofree char *repaired =
		g_utf8_validate (text, -1, NULL) ? NULL : g_utf8_make_valid (text, -1);
	const char *at = repaired != NULL ? repaired : text;

	while (*at != '\0') {
		const char *run = at;

		while (is_plain ((guchar) *at))
			at++;
		fairlead_sink_put_bytes (sink, run, (gsize) (at - run));
		if (*at == '\0')
			return;
		put_special (sink, g_utf8_get_char (at));
		at = g_utf8_next_char (at);
	}
}

static void
close_tag (FairleadXmlWriter *self)
{
	if (self->is_tag_open)
		fairlead_sink_put (self->sink, ">");
	self->is_tag_open = FALSE;
}

static void
put_new_line (FairleadXmlWriter *self)
{
	fairlead_sink_put (self->sink, "\n");
	fairlead_sink_put_repeated (self->sink, ' ', self->open->len);
}

void
fairlead_xml_writer_begin (FairleadXmlWriter *self, const char *name)
{
	close_tag (self);
	put_new_line (self);
	fairlead_sink_put (self->sink, "<");
	fairlead_sink_put (self->sink, name);
	g_ptr_array_add (self->open, (gpointer) name);
	self->is_tag_open = TRUE;
	self->has_text = FALSE;
}

static void
begin_attribute (FairleadXmlWriter *self, const char *name)
{
	g_return_if_fail (self->is_tag_open);
	fairlead_sink_put (self->sink, " ");
	fairlead_sink_put (self->sink, name);
	fairlead_sink_put (self->sink, "=\"");
}

void
fairlead_xml_writer_id (FairleadXmlWriter *self, const char *name, char letter, guint32 number)
{
	begin_attribute (self, name);
	fairlead_sink_put_bytes (self->sink, &letter, 1);
	fairlead_sink_put_integer (self->sink, number);
	fairlead_sink_put (self->sink, "\"");
}

void
fairlead_xml_writer_attribute (FairleadXmlWriter *self, const char *name, const char *value)
{
	begin_attribute (self, name);
	put_escaped (self->sink, value);
	fairlead_sink_put (self->sink, "\"");
}

void
fairlead_xml_writer_text (FairleadXmlWriter *self, const char *text)
{
	close_tag (self);
	put_escaped (self->sink, text);
	self->has_text = TRUE;
}

void
fairlead_xml_writer_end (FairleadXmlWriter *self)
{
	const char *name;

	g_return_if_fail (self->open->len > 0);
	name = g_ptr_array_steal_index (self->open, self->open->len - 1);
	if (self->is_tag_open) {
		fairlead_sink_put (self->sink, "/>");
	} else {
		if (!self->has_text)
			put_new_line (self);
		fairlead_sink_put (self->sink, "</");
		fairlead_sink_put (self->sink, name);
		fairlead_sink_put (self->sink, ">");
	}
	self->is_tag_open = FALSE;
	self->has_text = FALSE;
	if (self->open->len == 0)
		fairlead_sink_put (self->sink, "\n");
}
