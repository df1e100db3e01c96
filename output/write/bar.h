/* output/write/bar.h: numbers as bars of a terminal, by eighths of a column */
#pragma once
#include <glib.h>
#include "ingest/export.h"
G_BEGIN_DECLS

/* `███▌    `: @share, from 0 to 1, of @width columns, blanks behind; what is more than nothing
 * shows. In ASCII whole columns of `#`. */
FAIRLEAD_API char *fairlead_bar_dup (double share, guint width, gboolean ascii);
/* One column, as high as @share: `▁` to `█`, `·` for nothing. In ASCII `1` to `8` for the eighths,
 * and a full stop. */
FAIRLEAD_API void fairlead_bar_append (GString *text, double share, gboolean ascii);

G_END_DECLS
