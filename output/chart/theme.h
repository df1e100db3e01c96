/* output/chart/theme.h: colours on paper and on a dark ground */
#pragma once
#include "ingest/record/kinds.h"
G_BEGIN_DECLS

/* CSS of the whole drawing; static */
const char *fairlead_chart_style (gboolean is_dark);
/* `#0072b2`: that of the palette, moved from the ground where the two would not be told apart */
char *fairlead_chart_dup_class_colour (FairleadLinkClass link_class, gboolean is_dark);

G_END_DECLS
