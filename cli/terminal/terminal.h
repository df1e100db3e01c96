/* cli/terminal/terminal.h: what standard output and standard error can show */
#pragma once
#include "output/write/format.h"
G_BEGIN_DECLS

typedef enum {
	COLOUR_AUTO, /* on a terminal, unless NO_COLOR is set */
	COLOUR_ALWAYS,
	COLOUR_NEVER,
} ColourChoice;

/* From --color; FALSE when it is none of the three */
gboolean colour_choice_from_name (const char *name, ColourChoice *choice);

/* The layout for tables: as wide as COLUMNS says, else as the terminal; what goes to no terminal
 * has no edge to fit in, and no bars. ASCII where it is asked for, where the locale is not UTF-8,
 * and on a terminal that calls itself dumb. */
FairleadLayout terminal_layout (ColourChoice colour, gboolean wants_ascii);
/* Columns of standard error, or 0 when that is no terminal */
guint terminal_error_width (void);

G_END_DECLS
