/* ingest/format/lists/list-text.c: the small grammars of cells that hold several values */
#include <string.h>

#include "ingest/format/lists/list.h"

char *
fairlead_list_dup_clean (const char *text)
{
	GString *clean = g_string_sized_new (strlen (text));
	gboolean gap = FALSE;

	for (; *text != '\0'; text = g_utf8_next_char (text)) {
		gunichar character = g_utf8_get_char (text);

		if (g_unichar_isspace (character)) {
			gap = clean->len > 0;
			continue;
		}
		if (gap)
			g_string_append_c (clean, ' ');
		gap = FALSE;
		g_string_append_unichar (clean, character);
	}
	return g_string_free (clean, FALSE);
}

void
fairlead_list_append (GString *text, const char *separator, const char *part)
{
	if (*part == '\0')
		return;
	if (text->len > 0)
		g_string_append (text, separator);
	g_string_append (text, part);
}

char *
fairlead_list_dup_person (const char *last, const char *given)
{
	GString *name = g_string_new (last);

	fairlead_list_append (name, ", ", given);
	return g_string_free (name, FALSE);
}

gboolean
fairlead_list_mentions (const char *text, const char *const *words)
{
	g_autofree char *folded = g_ascii_strdown (text, -1);

	for (; *words != NULL; words++)
		if (strstr (folded, *words) != NULL)
			return TRUE;
	return FALSE;
}

/* ---- numbered values ---- */

/* Ways to write the mark of a value: figure or letter, before one parenthesis or between two */
static const struct {
	const char *before;
	gboolean letters;
} ways[] = { { "(", FALSE }, { "(", TRUE }, { "", FALSE }, { "", TRUE } };

#define MAX_LETTERS 26u
#define MAX_RANGE 99u

/* Bytes of the mark with this number at @text; 0 where another thing stands there */
static gsize
mark_length (const char *text, guint number, guint way)
{
	char mark[16];
	gsize length;

	if (ways[way].letters && number > MAX_LETTERS)
		return 0;
	if (ways[way].letters)
		length = (gsize) g_snprintf (mark, sizeof mark, "%s%c)", ways[way].before,
		                             (int) ('a' + number - 1));
	else
		length = (gsize) g_snprintf (mark, sizeof mark, "%s%u)", ways[way].before, number);
	return g_ascii_strncasecmp (text, mark, length) == 0 ? length : 0;
}

/* A mark within a text stands after a blank */
static const char *
find_mark (const char *text, guint number, guint way, gsize *length)
{
	for (const char *at = text; *at != '\0'; at++) {
		if (at > text && !g_ascii_isspace (at[-1]))
			continue;
		*length = mark_length (at, number, way);
		if (*length > 0)
			return at;
	}
	return NULL;
}

/* Passes over `-(5)`, so that the value is that of every number from the first on */
static const char *
skip_range (const char *value, guint *number, guint way)
{
	for (guint last = *number + 1; *value == '-' && last <= MAX_RANGE; last++) {
		gsize length = mark_length (value + 1, last, way);

		if (length == 0)
			continue;
		*number = last;
		return value + 1 + length;
	}
	return value;
}

static void
split_by_marks (GPtrArray *parts, const char *text, guint way)
{
	gsize length = mark_length (text, 1, way);

	for (guint number = 1; text != NULL; number++) {
		guint first = number;
		const char *value = skip_range (text + length, &number, way);
		const char *next = find_mark (value, number + 1, way, &length);
		gsize size = next == NULL ? strlen (value) : (gsize) (next - value);

		for (guint i = first; i <= number; i++)
			g_ptr_array_add (parts, g_strstrip (g_strndup (value, size)));
		text = next;
	}
}

GStrv
fairlead_list_split_numbered (const char *text)
{
	GPtrArray *parts = g_ptr_array_new ();

	for (guint way = 0; way < G_N_ELEMENTS (ways) && parts->len == 0; way++)
		if (mark_length (text, 1, way) > 0)
			split_by_marks (parts, text, way);
	if (parts->len == 0)
		g_ptr_array_add (parts, g_strdup (text));
	g_ptr_array_add (parts, NULL);
	return (GStrv) g_ptr_array_free (parts, FALSE);
}

/* ---- separated values ---- */

/* Tries each place once, so that a separator that never comes costs no more than one that does */
static const char *
find_separator (const char *text, const char *const *separators, gsize *length)
{
	for (; *text != '\0'; text++) {
		for (guint i = 0; separators[i] != NULL; i++) {
			*length = strlen (separators[i]);
			if (strncmp (text, separators[i], *length) == 0)
				return text;
		}
	}
	return NULL;
}

GStrv
fairlead_list_split (const char *text, const char *const *separators)
{
	g_auto (GStrv) unquoted = g_strsplit (text, "\"", -1);
	g_autofree char *plain = g_strjoinv ("", unquoted);
	GPtrArray *parts = g_ptr_array_new ();
	gsize length = 0;

	for (const char *at = plain; at != NULL;) {
		const char *end = find_separator (at, separators, &length);
		gsize size = end == NULL ? strlen (at) : (gsize) (end - at);
		char *part = g_strstrip (g_strndup (at, size));

		at = end == NULL ? NULL : end + length;
		if (*part != '\0')
			g_ptr_array_add (parts, part);
		else
			g_free (part);
	}
	g_ptr_array_add (parts, NULL);
	return (GStrv) g_ptr_array_free (parts, FALSE);
}
