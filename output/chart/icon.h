/* output/chart/icon.h: the signs of kinds in drawings */
#pragma once
#include "ingest/record/kinds.h"
#include "output/write/svg.h"
G_BEGIN_DECLS

/* Units wide and high */
#define FAIRLEAD_ICON_SIZE 20.0

/* The path of an icon; static */
const char *fairlead_icon_path (FairleadKind kind);
/* In the colour of the kind, with a class of style, `icon`, for its edge; @size: 20 as it is */
void fairlead_icon_draw (FairleadSvg *svg, FairleadKind kind, double x, double y, double size);

G_END_DECLS
