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

static const char *const marks[] = { "(%c)", "%c)" };

/* The mark of the value with this number, as figure or letter, by one of the ways to write it */
static gsize
mark_length (const char *text, guint number, gboolean letters, guint way)
{
	const char *format = marks[way];
	char digit = (char) (letters ? 'a' + (char) number - 1 : '0' + (char) number);
	gsize length = strlen (format) - 1;
	gsize at = format[0] == '(' ? 1 : 0;

	if (number > 9 || strlen (text) < length || g_ascii_tolower (text[at]) != digit
	    || text[at + 1] != ')' || (at == 1 && text[0] != '('))
		return 0;
	return length;
}

/* A mark within a text stands after a blank */
static const char *
find_mark (const char *text, guint number, gboolean letters, guint way, gsize *length)
{
	for (const char *at = text; *at != '\0'; at++) {
		*length = mark_length (at, number, letters, way);
		if (*length > 0 && (at == text || g_ascii_isspace (at[-1]) || at[-1] == '-'))
			return at;
	}
	return NULL;
}

static void
add_trimmed (GPtrArray *parts, const char *text, gsize length)
{
	g_ptr_array_add (parts, g_strstrip (g_strndup (text, length)));
}

static void
split_by_marks (GPtrArray *parts, const char *text, gboolean letters, guint way)
{
	guint n_waiting = 0;
	gsize length = mark_length (text, 1, letters, way);

	for (guint number = 2; text != NULL; number++) {
		const char *value = text + length;
		const char *next = find_mark (value, number, letters, way, &length);
		gsize size = next == NULL ? strlen (value) : (gsize) (next - value);

		text = next;
		n_waiting++;
		/* `(1)-(2) A`: the value of the second is that of the first too */
		if (next != NULL && size == 1 && *value == '-')
			continue;
		for (; n_waiting > 0; n_waiting--)
			add_trimmed (parts, value, size);
	}
}

GStrv
fairlead_list_split_numbered (const char *text)
{
	GPtrArray *parts = g_ptr_array_new ();

	for (guint way = 0; way < G_N_ELEMENTS (marks) * 2 && parts->len == 0; way++)
		if (mark_length (text, 1, way & 1, way / 2) > 0)
			split_by_marks (parts, text, way & 1, way / 2);
	if (parts->len == 0)
		g_ptr_array_add (parts, g_strdup (text));
	g_ptr_array_add (parts, NULL);
	return (GStrv) g_ptr_array_free (parts, FALSE);
}

/* ---- separated values ---- */

static const char *
find_separator (const char *text, const char *const *separators, gsize *length)
{
	const char *found = NULL;

	for (; *separators != NULL; separators++) {
		const char *at = strstr (text, *separators);

		if (at == NULL || (found != NULL && at >= found))
			continue;
		found = at;
		*length = strlen (*separators);
	}
	return found;
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
