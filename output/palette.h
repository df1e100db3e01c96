/* output/palette.h: colours of drawings, and the looks of kinds, the one table of them */
#pragma once
#include "ingest/record/kinds.h"
G_BEGIN_DECLS

typedef enum {
	FAIRLEAD_SHAPE_DISC,
	FAIRLEAD_SHAPE_SQUARE,
	FAIRLEAD_SHAPE_TRIANGLE,
	FAIRLEAD_SHAPE_DIAMOND,
	FAIRLEAD_N_SHAPES
} FairleadShape;

/* The colours, by name, as RRGGBB: those of Okabe and Ito, darker and paler ones of theirs, and red
 * for what is listed. FAIRLEAD_RGB (BLUE) is a number, FAIRLEAD_CSS (BLUE) a text. */
#define FAIRLEAD_COLOUR_ORANGE e69f00
#define FAIRLEAD_COLOUR_BLUE 0072b2
#define FAIRLEAD_COLOUR_SKY 56b4e9
#define FAIRLEAD_COLOUR_GREEN 009e73
#define FAIRLEAD_COLOUR_PINK cc79a7
#define FAIRLEAD_COLOUR_YELLOW f0e442
#define FAIRLEAD_COLOUR_VERMILION d55e00
#define FAIRLEAD_COLOUR_BLACK 000000
#define FAIRLEAD_COLOUR_BROWN 8c564b
#define FAIRLEAD_COLOUR_PALE_PINK f0a6d2
#define FAIRLEAD_COLOUR_DARK_BLUE 104a6b
#define FAIRLEAD_COLOUR_DARK_GREEN 00543d
#define FAIRLEAD_COLOUR_LIGHT_GREY b0b0b0
#define FAIRLEAD_COLOUR_GREY 999999
#define FAIRLEAD_COLOUR_DARK_GREY 666666
#define FAIRLEAD_COLOUR_RED 8c1d18
#define FAIRLEAD_COLOUR_PALE_RED fbe3e0
#define FAIRLEAD_COLOUR_LIGHT_RED f2b8b0
#define FAIRLEAD_COLOUR_DEEP_RED 3b0a07
/* Of words, which need more contrast than lines do */
#define FAIRLEAD_COLOUR_GREEN_INK 00664a
#define FAIRLEAD_COLOUR_BLUE_INK 00507d
#define FAIRLEAD_COLOUR_VERMILION_INK a34800

#define FAIRLEAD_RGB(colour) G_PASTE (0x, FAIRLEAD_COLOUR_##colour)
#define FAIRLEAD_CSS(colour) "#" G_STRINGIFY (FAIRLEAD_COLOUR_##colour)

/* Colours are 0xRRGGBB */
typedef struct {
	guint32 colour;
	FairleadShape shape;
} FairleadKindLook;

FAIRLEAD_API FairleadKindLook fairlead_palette_of_kind (FairleadKind kind);
FAIRLEAD_API guint32 fairlead_palette_of_class (FairleadLinkClass link_class);
/* disc, square, triangle, diamond */
FAIRLEAD_API const char *fairlead_shape_name (FairleadShape shape);
/* `#0072b2` */
void fairlead_palette_append (GString *text, guint32 colour);

G_END_DECLS
