/* output/palette.c
 *
 * The colours are those of Okabe and Ito (Color Universal Design, 2008), made to be told apart by
 * colour-blind readers; who sees none has the shape and, within a shape, light and dark. */
#include "output/palette.h"

static const FairleadKindLook looks[FAIRLEAD_N_KINDS] = {
	[FAIRLEAD_KIND_UNKNOWN] = { FAIRLEAD_RGB (GREY), FAIRLEAD_SHAPE_DIAMOND },
	[FAIRLEAD_KIND_PERSON] = { FAIRLEAD_RGB (ORANGE), FAIRLEAD_SHAPE_DISC },
	[FAIRLEAD_KIND_COMPANY] = { FAIRLEAD_RGB (BLUE), FAIRLEAD_SHAPE_SQUARE },
	[FAIRLEAD_KIND_PUBLIC_BODY] = { FAIRLEAD_RGB (PALE_PINK), FAIRLEAD_SHAPE_SQUARE },
	[FAIRLEAD_KIND_VESSEL] = { FAIRLEAD_RGB (VERMILION), FAIRLEAD_SHAPE_TRIANGLE },
	[FAIRLEAD_KIND_AIRCRAFT] = { FAIRLEAD_RGB (YELLOW), FAIRLEAD_SHAPE_TRIANGLE },
	[FAIRLEAD_KIND_ADDRESS] = { FAIRLEAD_RGB (DARK_GREEN), FAIRLEAD_SHAPE_DIAMOND },
	[FAIRLEAD_KIND_PORT] = { FAIRLEAD_RGB (DARK_BLUE), FAIRLEAD_SHAPE_DISC },
};

static const guint32 class_colours[FAIRLEAD_N_CLASSES] = {
	[FAIRLEAD_CLASS_OWNERSHIP] = FAIRLEAD_RGB (BLUE),
	[FAIRLEAD_CLASS_CONTROL] = FAIRLEAD_RGB (DARK_BLUE),
	[FAIRLEAD_CLASS_MANAGEMENT] = FAIRLEAD_RGB (GREEN),
	[FAIRLEAD_CLASS_OFFICE] = FAIRLEAD_RGB (ORANGE),
	[FAIRLEAD_CLASS_SERVICE] = FAIRLEAD_RGB (PINK),
	[FAIRLEAD_CLASS_LOCATION] = FAIRLEAD_RGB (LIGHT_GREY),
	[FAIRLEAD_CLASS_FAMILY] = FAIRLEAD_RGB (YELLOW),
	[FAIRLEAD_CLASS_TRADE] = FAIRLEAD_RGB (VERMILION),
	[FAIRLEAD_CLASS_ASSOCIATION] = FAIRLEAD_RGB (DARK_GREY),
	[FAIRLEAD_CLASS_IDENTITY] = FAIRLEAD_RGB (BLACK),
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
