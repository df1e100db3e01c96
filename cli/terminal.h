/* cli/terminal.h: what standard output and standard error can show */
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

/* The layout for tables: as wide as COLUMNS says, else as the terminal, else 100 columns */
FairleadLayout terminal_layout (ColourChoice colour);
/* Columns of standard error, or 0 when that is no terminal */
guint terminal_error_width (void);

G_END_DECLS
