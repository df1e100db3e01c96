/* output/write/glyphs.h: which characters the fonts of this machine have not */
#pragma once
#include <glib.h>
#include "ingest/export.h"
G_BEGIN_DECLS

/**
 * fairlead_glyphs_dup_missing:
 * @text: UTF-8
 *
 * Pixels and pages of PDF are drawn with the fonts of the machine: what none of them has becomes an
 * empty box there. Found by Fontconfig.
 *
 * Returns: (transfer full) (nullable): those characters, each once, in their order; NULL for none
 */
FAIRLEAD_API char *fairlead_glyphs_dup_missing (const char *text);

G_END_DECLS
