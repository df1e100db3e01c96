/* output/palette.h: the colours and shapes of kinds in drawings, the one table of them */
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
