/* output/chart/icon.c: drawn on a square of 20 units */
#include "output/chart/icon.h"

#include "output/palette.h"

static const char *const icons[FAIRLEAD_N_KINDS] = {
	[FAIRLEAD_KIND_UNKNOWN] = "M10 1L19 10L10 19L1 10Z",
	[FAIRLEAD_KIND_PERSON] = "M10 1.5A4.3 4.3 0 1 1 9.99 1.5ZM1.5 19C1.5 13 5 11.5 10 11.5"
				 "S18.5 13 18.5 19Z",
	[FAIRLEAD_KIND_COMPANY] = "M2 19V6H7V1.5H18V19ZM10 4.5V7H12V4.5ZM14 4.5V7H16V4.5ZM10 9.5V12"
				  "H12V9.5ZM14 9.5V12H16V9.5ZM4 9.5V12H6V9.5ZM11 19V15H15V19Z",
	[FAIRLEAD_KIND_PUBLIC_BODY] = "M1.5 7L10 1.5L18.5 7ZM3 7H6V16H3ZM8.5 7H11.5V16H8.5ZM14 7"
				      "H17V16H14ZM1.5 16H18.5V19H1.5Z",
	[FAIRLEAD_KIND_VESSEL] = "M1 12H19L16 18.5H4ZM5 12V8H8V3H12V8H15V12Z",
	[FAIRLEAD_KIND_AIRCRAFT] = "M9 1.5H11L12 8L19 12V14L12 12.5V16L14.5 18V19H5.5V18L8 16V12.5"
				   "L1 14V12L8 8Z",
	[FAIRLEAD_KIND_ADDRESS] = "M10 19C6 13 3.5 11 3.5 7.5A6.5 6.5 0 1 1 16.5 7.5C16.5 11 14 13"
				  " 10 19ZM10 5A2.5 2.5 0 1 0 10.01 5Z",
	[FAIRLEAD_KIND_PORT] = "M8.8 6.6A3 3 0 1 1 11.2 6.6V9H14V11H11.2V16.5C14 16 16 14.5 16.5"
			       " 12.5L18.5 14C17 17.5 13.5 19 10 19S3 17.5 1.5 14L3.5 12.5C4 14.5"
			       " 6 16 8.8 16.5V11H6V9H8.8Z",
};

const char *
fairlead_icon_path (FairleadKind kind)
{
	return icons[kind];
}

void
fairlead_icon_draw (FairleadSvg *svg, FairleadKind kind, double x, double y, double size)
{
	g_autoptr (GString) move = g_string_new (NULL);
	g_autoptr (GString) colour = g_string_new (NULL);
	char number[G_ASCII_DTOSTR_BUF_SIZE];

	fairlead_svg_append_point (move, "translate(", x, y);
	g_string_append (move, ")");
	if (size != FAIRLEAD_ICON_SIZE)
		g_string_append_printf (
			move, " scale(%s)",
			g_ascii_formatd (number, sizeof number, "%.3g", size / FAIRLEAD_ICON_SIZE));
	fairlead_palette_append (colour, fairlead_palette_of_kind (kind).colour);
	fairlead_xml_writer_begin (&svg->xml, "path");
	fairlead_xml_writer_attribute (&svg->xml, "transform", move->str);
	fairlead_xml_writer_attribute (&svg->xml, "d", fairlead_icon_path (kind));
	fairlead_xml_writer_attribute (&svg->xml, "class", "icon");
	fairlead_xml_writer_attribute (&svg->xml, "fill", colour->str);
	fairlead_xml_writer_attribute (&svg->xml, "fill-rule", "evenodd");
	fairlead_xml_writer_end (&svg->xml);
}
