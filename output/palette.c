/* output/palette.c
 *
 * The colours are those of Okabe and Ito (Color Universal Design, 2008), made to be told apart by
 * colour-blind readers; who sees none has the shape and, within a shape, light and dark. */
#include "output/palette.h"

static const FairleadKindLook looks[FAIRLEAD_N_KINDS] = {
	[FAIRLEAD_KIND_UNKNOWN] = { 0x999999, FAIRLEAD_SHAPE_DIAMOND },
	[FAIRLEAD_KIND_PERSON] = { 0xe69f00, FAIRLEAD_SHAPE_DISC },
	[FAIRLEAD_KIND_COMPANY] = { 0x0072b2, FAIRLEAD_SHAPE_SQUARE },
	[FAIRLEAD_KIND_PUBLIC_BODY] = { 0xf0a6d2, FAIRLEAD_SHAPE_SQUARE },
	[FAIRLEAD_KIND_VESSEL] = { 0xd55e00, FAIRLEAD_SHAPE_TRIANGLE },
	[FAIRLEAD_KIND_AIRCRAFT] = { 0xf0e442, FAIRLEAD_SHAPE_TRIANGLE },
	[FAIRLEAD_KIND_ADDRESS] = { 0x00543d, FAIRLEAD_SHAPE_DIAMOND },
	[FAIRLEAD_KIND_PORT] = { 0x104a6b, FAIRLEAD_SHAPE_DISC },
};

static const guint32 class_colours[FAIRLEAD_N_CLASSES] = {
	[FAIRLEAD_CLASS_OWNERSHIP] = 0x0072b2,   [FAIRLEAD_CLASS_CONTROL] = 0x104a6b,
	[FAIRLEAD_CLASS_MANAGEMENT] = 0x009e73,  [FAIRLEAD_CLASS_OFFICE] = 0xe69f00,
	[FAIRLEAD_CLASS_SERVICE] = 0xcc79a7,     [FAIRLEAD_CLASS_LOCATION] = 0xb0b0b0,
	[FAIRLEAD_CLASS_FAMILY] = 0xf0e442,      [FAIRLEAD_CLASS_TRADE] = 0xd55e00,
	[FAIRLEAD_CLASS_ASSOCIATION] = 0x666666, [FAIRLEAD_CLASS_IDENTITY] = 0x000000,
};

FairleadKindLook
fairlead_palette_of_kind (FairleadKind kind)
{
	return looks[kind];
}

guint32
fairlead_palette_of_class (FairleadLinkClass link_class)
{
	return class_colours[link_class];
}

const char *
fairlead_shape_name (FairleadShape shape)
{
	static const char *const names[FAIRLEAD_N_SHAPES] = { "disc", "square", "triangle",
		                                              "diamond" };

	return names[shape];
}

void
fairlead_palette_append (GString *text, guint32 colour)
{
	g_string_append_printf (text, "#%06x", colour);
}
