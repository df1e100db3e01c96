/* output/write/svg.c */
#include "output/write/svg.h"

#include <math.h>

#include "output/write/text.h"

static const char *
number_text (double value, char buffer[G_ASCII_DTOSTR_BUF_SIZE])
{
	return g_ascii_formatd (buffer, G_ASCII_DTOSTR_BUF_SIZE, "%.7g",
	                        floor (value * 100.0 + 0.5) / 100.0);
}

void
fairlead_svg_number (FairleadSvg *self, const char *name, double value)
{
	char buffer[G_ASCII_DTOSTR_BUF_SIZE];

	fairlead_xml_writer_attribute (&self->xml, name, number_text (value, buffer));
}

void
fairlead_svg_append_point (GString *path, const char *before, double x, double y)
{
	char first[G_ASCII_DTOSTR_BUF_SIZE], second[G_ASCII_DTOSTR_BUF_SIZE];

	g_string_append_printf (path, "%s%s %s", before, number_text (x, first),
	                        number_text (y, second));
}

static void
begin (FairleadSvg *self, const char *name, const char *css)
{
	fairlead_xml_writer_begin (&self->xml, name);
	if (*css != '\0')
		fairlead_xml_writer_attribute (&self->xml, "class", css);
}

/* ---- the whole ---- */

static void
put_ground (FairleadSvg *self)
{
	begin (self, "rect", "ground");
	fairlead_xml_writer_attribute (&self->xml, "width", "100%");
	fairlead_xml_writer_attribute (&self->xml, "height", "100%");
	fairlead_xml_writer_attribute (&self->xml, "fill", "#fff");
	fairlead_xml_writer_end (&self->xml);
}

void
fairlead_svg_init (FairleadSvg *self, FairleadSink *sink, double width, double height,
                   const char *css)
{
	g_autoptr (GString) box = g_string_new (NULL);

	fairlead_xml_writer_init (&self->xml, sink);
	fairlead_svg_append_point (box, "0 0 ", width, height);
	begin (self, "svg", "");
	fairlead_xml_writer_attribute (&self->xml, "xmlns", "http://www.w3.org/2000/svg");
	fairlead_svg_number (self, "width", width);
	fairlead_svg_number (self, "height", height);
	fairlead_xml_writer_attribute (&self->xml, "viewBox", box->str);
	begin (self, "style", "");
	fairlead_xml_writer_text (&self->xml, css);
	fairlead_xml_writer_end (&self->xml);
	put_ground (self);
}

void
fairlead_svg_finish (FairleadSvg *self)
{
	fairlead_xml_writer_end (&self->xml);
}

void
fairlead_svg_clear (FairleadSvg *self)
{
	fairlead_xml_writer_clear (&self->xml);
}

/* ---- pieces ---- */

void
fairlead_svg_text (FairleadSvg *self, double x, double y, const char *css, const char *anchor,
                   const char *text)
{
	g_autofree char *shown = fairlead_text_dup_visible (text, FALSE);

	begin (self, "text", css);
	fairlead_svg_number (self, "x", x);
	fairlead_svg_number (self, "y", y);
	if (anchor != NULL)
		fairlead_xml_writer_attribute (&self->xml, "text-anchor", anchor);
	fairlead_xml_writer_text (&self->xml, shown);
	fairlead_xml_writer_end (&self->xml);
}

void
fairlead_svg_rounded_box (FairleadSvg *self, double x, double y, double width, double height,
                          double radius, const char *css)
{
	begin (self, "rect", css);
	fairlead_svg_number (self, "x", x);
	fairlead_svg_number (self, "y", y);
	fairlead_svg_number (self, "width", width);
	fairlead_svg_number (self, "height", height);
	if (radius > 0.0)
		fairlead_svg_number (self, "rx", radius);
	fairlead_xml_writer_end (&self->xml);
}

void
fairlead_svg_box (FairleadSvg *self, double x, double y, double width, double height,
                  const char *css)
{
	fairlead_svg_rounded_box (self, x, y, width, height, 0.0, css);
}

void
fairlead_svg_line (FairleadSvg *self, double x1, double y1, double x2, double y2, const char *css)
{
	begin (self, "line", css);
	fairlead_svg_number (self, "x1", x1);
	fairlead_svg_number (self, "y1", y1);
	fairlead_svg_number (self, "x2", x2);
	fairlead_svg_number (self, "y2", y2);
	fairlead_xml_writer_end (&self->xml);
}

void
fairlead_svg_dot (FairleadSvg *self, double x, double y, double radius, const char *css)
{
	begin (self, "circle", css);
	fairlead_svg_number (self, "cx", x);
	fairlead_svg_number (self, "cy", y);
	fairlead_svg_number (self, "r", radius);
	fairlead_xml_writer_end (&self->xml);
}

void
fairlead_svg_path (FairleadSvg *self, const char *path, const char *css)
{
	begin (self, "path", css);
	fairlead_xml_writer_attribute (&self->xml, "d", path);
	fairlead_xml_writer_end (&self->xml);
}

void
fairlead_svg_hint (FairleadSvg *self, const char *text)
{
	g_autofree char *shown = fairlead_text_dup_visible (text, FALSE);

	begin (self, "title", "");
	fairlead_xml_writer_text (&self->xml, shown);
	fairlead_xml_writer_end (&self->xml);
}

void
fairlead_svg_begin_group (FairleadSvg *self, const char *css)
{
	begin (self, "g", css);
}

void
fairlead_svg_end_group (FairleadSvg *self)
{
	fairlead_xml_writer_end (&self->xml);
}
