/* output/write/text.c */
#include "output/write/text.h"

#include <string.h>

/* Characters beyond the C0 and C1 controls that act; the joiners U+200C and U+200D stay, for
 * Persian and Indian names need them */
static const struct {
	gunichar first;
	gunichar last;
} acting[] = {
	{ 0x00ad, 0x00ad },   /* soft hyphen */
	{ 0x061c, 0x061c },   /* Arabic letter mark */
	{ 0x180e, 0x180e },   /* Mongolian vowel separator */
	{ 0x200b, 0x200b },   /* zero-width space */
	{ 0x200e, 0x200f },   /* directional marks */
	{ 0x2028, 0x202e },   /* separators, embeddings, overrides */
	{ 0x2060, 0x206f },   /* word joiner, isolates, shaping controls */
	{ 0xfeff, 0xfeff },   /* byte order mark */
	{ 0xfff9, 0xfffb },   /* interlinear annotation */
	{ 0xe0000, 0xe007f }, /* tags */
};

static gboolean
is_control (gunichar character)
{
	return character < 0x20 || (character >= 0x7f && character < 0xa0);
}

gboolean
fairlead_character_acts (gunichar character)
{
	if (is_control (character))
		return TRUE;
	for (guint i = 0; i < G_N_ELEMENTS (acting); i++)
		if (character >= acting[i].first && character <= acting[i].last)
			return TRUE;
	return FALSE;
}

static void
append_visible (GString *visible, gunichar character, gboolean ascii)
{
	if (character == '\n' || character == '\r' || character == '\t')
		g_string_append_c (visible, ' ');
	else if (!fairlead_character_acts (character))
		g_string_append_unichar (visible, character);
	else if (!is_control (character))
		g_string_append_printf (visible, "<U+%04X>", character);
	else if (ascii || character > 0x7f)
		g_string_append_printf (visible, "\\x%02x", character);
	else
		g_string_append_unichar (visible, character == 0x7f ? 0x2421 : 0x2400 + character);
}

char *
fairlead_text_dup_visible (const char *text, gboolean ascii)
{
	g_autofree char *valid = g_utf8_make_valid (text, -1);
	GString *visible = g_string_sized_new (strlen (valid));

	for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
		append_visible (visible, g_utf8_get_char (at), ascii);
	return g_string_free (visible, FALSE);
}

static guint
character_width (gunichar character)
{
	if (g_unichar_iszerowidth (character))
		return 0;
	return g_unichar_iswide (character) ? 2 : 1;
}

guint
fairlead_text_width (const char *text)
{
	guint width = 0;

	for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
		width += character_width (g_utf8_get_char (at));
	return width;
}

/* Where @text has to end to fill no more than @width columns. What has no width stays with the
 * character that it belongs to. */
static const char *
end_within (const char *text, guint width)
{
	guint used = 0;
	const char *at = text;

	for (; *at != '\0'; at = g_utf8_next_char (at)) {
		used += character_width (g_utf8_get_char (at));
		if (used > width)
			break;
	}
	return at;
}

char *
fairlead_text_dup_shortened (const char *text, guint width, gboolean ascii)
{
	const char *ellipsis = ascii ? "..." : "…";
	guint ellipsis_width = ascii ? 3 : 1;
	const char *end;

	if (fairlead_text_width (text) <= width)
		return g_strdup (text);
	if (width <= ellipsis_width)
		return g_strndup (text, (gsize) (end_within (text, width) - text));
	end = end_within (text, width - ellipsis_width);
	while (end > text && end[-1] == ' ')
		end--;
	return g_strdup_printf ("%.*s%s", (int) (end - text), text, ellipsis);
}

char *
fairlead_text_dup_end (const char *text, guint width, gboolean ascii)
{
	const char *ellipsis = ascii ? "..." : "…";
	guint ellipsis_width = ascii ? 3 : 1;
	guint surplus = fairlead_text_width (text);

	if (surplus <= width || width <= ellipsis_width)
		return fairlead_text_dup_shortened (text, width, ascii);
	for (; surplus > width - ellipsis_width; text = g_utf8_next_char (text))
		surplus -= character_width (g_utf8_get_char (text));
	while (g_unichar_iszerowidth (g_utf8_get_char (text)) && *text != '\0')
		text = g_utf8_next_char (text);
	return g_strconcat (ellipsis, text, NULL);
}

char *
fairlead_text_dup_wrapped (const char *text, guint indent, guint width)
{
	g_auto (GStrv) words = g_strsplit (text, " ", -1);
	GString *lines = g_string_new (NULL);
	guint used = 0; /* columns of the line begun, without its indent */

	for (guint i = 0; words[i] != NULL; i++) {
		guint needed = fairlead_text_width (words[i]);

		if (needed == 0)
			continue;
		if (used > 0 && indent + used + 1 + needed > width) {
			g_string_append_c (lines, '\n');
			used = 0;
		}
		if (used == 0)
			g_string_append_printf (lines, "%*s", (int) indent, "");
		else
			g_string_append_c (lines, ' ');
		g_string_append (lines, words[i]);
		used += needed + (used > 0);
	}
	if (used > 0)
		g_string_append_c (lines, '\n');
	return g_string_free (lines, FALSE);
}

#define HANG 2

char *
fairlead_text_dup_hanging (const char *text, guint indent, guint width)
{
	g_autofree char *wrapped = NULL;

	if (indent + fairlead_text_width (text) <= width)
		return g_strdup_printf ("%*s%s\n", (int) indent, "", text);
	wrapped = fairlead_text_dup_wrapped (text, indent + HANG, width);
	return g_strdup (wrapped + (*wrapped != '\0' ? HANG : 0));
}
