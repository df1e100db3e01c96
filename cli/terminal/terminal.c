/* cli/terminal/terminal.c */
#include "cli/terminal/terminal.h"

#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define LEAST_WIDTH 40
#define GREATEST_WIDTH 1000

gboolean
colour_choice_from_name (const char *name, ColourChoice *choice)
{
	static const char *const names[] = { "auto", "always", "never" };

	for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
		if (strcmp (names[i], name) != 0)
			continue;
		*choice = (ColourChoice) i;
		return TRUE;
	}
	return FALSE;
}

static guint
window_width (int descriptor)
{
	struct winsize size;

	if (isatty (descriptor) == 0 || ioctl (descriptor, TIOCGWINSZ, &size) != 0
	    || size.ws_col == 0)
		return 0;
	return CLAMP (size.ws_col, LEAST_WIDTH, GREATEST_WIDTH);
}

/* 0 when COLUMNS says nothing */
static guint
stated_width (void)
{
	const char *columns = g_getenv ("COLUMNS");
	guint64 width;

	if (columns == NULL
	    || !g_ascii_string_to_unsigned (columns, 10, 1, G_MAXUINT16, &width, NULL))
		return 0;
	return (guint) CLAMP (width, LEAST_WIDTH, GREATEST_WIDTH);
}

static gboolean
is_dumb (void)
{
	return g_strcmp0 (g_getenv ("TERM"), "dumb") == 0;
}

static gboolean
wants_colour (ColourChoice choice)
{
	const char *no_colour = g_getenv ("NO_COLOR");

	if (choice != COLOUR_AUTO)
		return choice == COLOUR_ALWAYS;
	return isatty (STDOUT_FILENO) != 0 && (no_colour == NULL || *no_colour == '\0')
	       && !is_dumb ();
}

FairleadLayout
terminal_layout (ColourChoice colour, gboolean wants_ascii)
{
	guint width = stated_width ();
	gboolean is_seen = isatty (STDOUT_FILENO) != 0;

	if (width == 0)
		width = window_width (STDOUT_FILENO);
	return (FairleadLayout){
		.width = width != 0 ? width : GREATEST_WIDTH, /* a file has no edge to fit in */
		.colour = wants_colour (colour),
		.ascii = wants_ascii || !g_get_charset (NULL) || (is_seen && is_dumb ()),
		.bars = is_seen,
	};
}

guint
terminal_error_width (void)
{
	return is_dumb () ? 0 : window_width (STDERR_FILENO);
}
