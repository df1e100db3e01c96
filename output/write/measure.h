/* output/write/measure.h: how wide text in a drawing is, and where it breaks
 *
 * The widths are those of Helvetica, which Liberation Sans and Arial have too, and those of square
 * signs for Chinese, Japanese and Korean, with a little room for what replaces them. */
#pragma once
#include <glib.h>
#include "ingest/export.h"
G_BEGIN_DECLS

/* In units of the drawing, at a size of @size */
double fairlead_measure_text (const char *text, double size, gboolean is_bold);
/* (transfer full): of char: at most @most lines no wider than @width, the last with an ellipsis
 * where there is more. Signs that act are made visible. */
GPtrArray *fairlead_measure_dup_wrapped (const char *text, double width, double size,
                                         gboolean is_bold, guint most);

G_END_DECLS
