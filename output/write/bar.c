/* output/write/bar.c: the block elements U+2581 to U+258F */
#include "output/write/bar.h"

#include <math.h>

#define EIGHTHS 8
#define FULL_BLOCK \
	0x2588 /* those before it are as high, those behind it as wide, eighth by eighth */
#define MIDDLE_DOT 0x00b7

/* @share of so many, at least one of more than nothing */
static guint
count_of (double share, guint all)
{
	double filled = share > 0.0 ? MAX (1.0, round (MIN (share, 1.0) * all)) : 0.0;

	return (guint) filled;
}

char *
fairlead_bar_dup (double share, guint width, gboolean ascii)
{
	guint filled = count_of (share, ascii ? width : width * EIGHTHS);
	guint n_full = ascii ? filled : filled / EIGHTHS, rest = ascii ? 0 : filled % EIGHTHS;
	GString *bar = g_string_new (NULL);

	for (guint i = 0; i < n_full; i++)
		g_string_append_unichar (bar, ascii ? '#' : FULL_BLOCK);
	if (rest > 0)
		g_string_append_unichar (bar, FULL_BLOCK + EIGHTHS - rest);
	g_string_append_printf (bar, "%*s", (int) (width - n_full - (rest > 0)), "");
	return g_string_free (bar, FALSE);
}

void
fairlead_bar_append (GString *text, double share, gboolean ascii)
{
	guint filled = count_of (share, EIGHTHS);

	if (filled == 0)
		g_string_append_unichar (text, ascii ? '.' : MIDDLE_DOT);
	else
		g_string_append_unichar (text, (ascii ? '0' : FULL_BLOCK - EIGHTHS) + filled);
}
