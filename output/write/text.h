/* output/write/text.h: text of unknown origin, made fit for a terminal
 *
 * A name from a file may hold an escape sequence that clears the screen, or an override that makes
 * the line read backwards. Whatever acts instead of being seen is made visible. */
#pragma once
#include <glib.h>
#include "ingest/export.h"
G_BEGIN_DECLS

/* Whether a character acts on its surroundings instead of being seen: controls, directional
 * marks and overrides, line separators, invisible spaces, tags */
gboolean fairlead_character_acts (gunichar character);

/**
 * fairlead_text_dup_visible:
 * @ascii: whether the signs put in place of controls must be ASCII
 *
 * Line breaks and tabs become spaces, other controls their pictures (or `\x1b`), the rest of what
 * acts stands as `<U+202E>`; bytes that are not UTF-8 become U+FFFD.
 */
FAIRLEAD_API char *fairlead_text_dup_visible (const char *text, gboolean ascii);

/* Columns of a terminal: wide characters count two, combining ones none */
FAIRLEAD_API guint fairlead_text_width (const char *text);

/* Cut to @width columns, the last of them the ellipsis; a copy of what fits */
FAIRLEAD_API char *fairlead_text_dup_shortened (const char *text, guint width, gboolean ascii);
/* The same, but what is lost is the beginning */
FAIRLEAD_API char *fairlead_text_dup_end (const char *text, guint width, gboolean ascii);
/* In lines of at most @width columns, each with @indent blanks in front and a line end behind; a
 * word that is wider has a line of its own. The text must be visible already. */
char *fairlead_text_dup_wrapped (const char *text, guint indent, guint width);
/* One line with a line end where it fits; else wrapped, the lines behind the first two columns
 * further in */
char *fairlead_text_dup_hanging (const char *text, guint indent, guint width);

G_END_DECLS
