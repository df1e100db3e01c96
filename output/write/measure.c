/* output/write/measure.c */
#include "output/write/measure.h"

#include <string.h>

#include "output/write/text.h"

/* Widths of ASCII in Helvetica, whose like Arial and Liberation Sans are, in thousandths (Adobe
 * Font Metrics) */
static const guint16 ascii_widths[95] = {
	278,  278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
	556,  556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
	1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
	667,  778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
	333,  556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
	556,  556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
};

#define WIDTH_OF_WIDE 1000
#define WIDTH_OF_OTHERS 680
#define BOLD 1.07
#define ROOM 1.03

static double
width_of (gunichar character)
{
	if (character >= 0x20 && character < 0x7f)
		return ascii_widths[character - 0x20];
	if (g_unichar_iszerowidth (character))
		return 0;
	return g_unichar_iswide (character) ? WIDTH_OF_WIDE : WIDTH_OF_OTHERS;
}

double
fairlead_measure_text (const char *text, double size, gboolean is_bold)
{
	double thousandths = 0;

	for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
		thousandths += width_of (g_utf8_get_char (at));
	return thousandths / 1000.0 * size * ROOM * (is_bold ? BOLD : 1.0);
}

/* A piece that is not parted: a word with the blank behind it, or one wide sign */
static const char *
find_end_of_piece (const char *at)
{
	if (g_unichar_iswide (g_utf8_get_char (at)))
		return g_utf8_next_char (at);
	while (*at != '\0') {
		gunichar character = g_utf8_get_char (at);

		if (g_unichar_iswide (character))
			return at;
		at = g_utf8_next_char (at);
		if (character == ' ' || (character == '-' && g_ascii_isalpha (*at)))
			return at;
	}
	return at;
}

/* Where the text must end to be no wider, at least one sign on */
static const char *
find_fitting (const char *at, double width, double size, gboolean is_bold)
{
	double room = width / (size * ROOM * (is_bold ? BOLD : 1.0)) * 1000.0;
	const char *start = at;

	while (*at != '\0') {
		room -= width_of (g_utf8_get_char (at));
		if (room < 0 && at > start)
			return at;
		at = g_utf8_next_char (at);
	}
	return at;
}

static const char *
find_end_of_line (const char *start, double width, double size, gboolean is_bold)
{
	const char *limit = find_fitting (start, width, size, is_bold);
	const char *end = start;

	while (*end != '\0') {
		const char *next = find_end_of_piece (end);
		const char *seen = next > end && next[-1] == ' ' ? next - 1 : next;

		if (seen > limit)
			break;
		end = next;
	}
	return end > start ? end : limit;
}

static char *
dup_with_ellipsis (const char *start, double width, double size, gboolean is_bold)
{
	double dots = fairlead_measure_text ("\342\200\246", size, is_bold);
	const char *end = find_fitting (start, width - dots, size, is_bold);
	g_autofree char *kept = g_strndup (start, (gsize) (end - start));

	return g_strconcat (g_strchomp (kept), "\342\200\246", NULL);
}

GPtrArray *
fairlead_measure_dup_wrapped (const char *text, double width, double size, gboolean is_bold,
                              guint most)
{
	g_autofree char *visible = fairlead_text_dup_visible (text, FALSE);
	const char *at = g_strstrip (visible);
	GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

	while (*at != '\0') {
		const char *end = find_end_of_line (at, width, size, is_bold);

		if (lines->len + 1 == most && *end != '\0') {
			g_ptr_array_add (lines, dup_with_ellipsis (at, width, size, is_bold));
			return lines;
		}
		g_ptr_array_add (lines, g_strchomp (g_strndup (at, (gsize) (end - at))));
		for (at = end; *at == ' '; at++)
			;
	}
	return lines;
}
