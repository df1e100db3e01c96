/* cli/investigation/file/key-lines.c */
#include "cli/investigation/file/key-lines.h"

#include <string.h>

struct _KeyLines {
	GHashTable *lines; /* of `group` and `group\nkey` to the line as a pointer */
	char *group;       /* the one that is open, or NULL */
};

void
key_lines_free (KeyLines *self)
{
	g_hash_table_unref (self->lines);
	g_free (self->group);
	g_free (self);
}

static char *
dup_name (const char *group, const char *key)
{
	return key == NULL ? g_strdup (group) : g_strdup_printf ("%s\n%s", group, key);
}

guint
key_lines_find (KeyLines *self, const char *group, const char *key)
{
	g_autofree char *name = dup_name (group, key);

	return GPOINTER_TO_UINT (g_hash_table_lookup (self->lines, name));
}

static void
note (KeyLines *self, const char *key, guint line, Complaints *complaints)
{
	guint first = key_lines_find (self, self->group, key);

	if (first == 0)
		g_hash_table_insert (self->lines, dup_name (self->group, key),
		                     GUINT_TO_POINTER (line));
	else if (key == NULL)
		complaints_add (complaints, line, "[%s] stands on line %u already", self->group,
		                first);
	else
		complaints_add (complaints, line, "%s of [%s] stands on line %u already", key,
		                self->group, first);
}

static void
read_group (KeyLines *self, char *text, guint line, Complaints *complaints)
{
	gsize length = strlen (text);

	if (length < 3 || text[length - 1] != ']' || strpbrk (text + 1, "[") != NULL
	    || strchr (text, ']') != text + length - 1) {
		complaints_add (complaints, line, "%s is no group (expected [name])", text);
		return;
	}
	g_free (self->group);
	self->group = g_strndup (text + 1, length - 2);
	note (self, NULL, line, complaints);
}

static gboolean
is_key (const char *text)
{
	for (; *text != '\0'; text++)
		if (!g_ascii_isalnum (*text) && *text != '-')
			return FALSE;
	return TRUE;
}

static void
read_line (KeyLines *self, char *text, guint line, Complaints *complaints)
{
	char *equals;

	g_strchug (text);
	g_strchomp (text);
	if (*text == '\0' || *text == '#')
		return;
	if (*text == '[') {
		read_group (self, text, line, complaints);
		return;
	}
	equals = strchr (text, '=');
	if (equals == NULL || equals == text) {
		complaints_add (complaints, line,
		                "%s is no group, key or comment (expected key=value)", text);
		return;
	}
	*equals = '\0';
	g_strchomp (text);
	if (!is_key (text))
		complaints_add (complaints, line, "%s is no key (letters, digits and -)", text);
	else if (self->group == NULL)
		complaints_add (complaints, line, "%s stands before any group", text);
	else
		note (self, text, line, complaints);
}

KeyLines *
key_lines_new (const char *text, Complaints *complaints)
{
	KeyLines *self = g_new0 (KeyLines, 1);
	const char *at = text;

	self->lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
	for (guint line = 1; *at != '\0'; line++) {
		gsize length = strcspn (at, "\n");
		g_autofree char *copy = g_strndup (at, length);

		read_line (self, copy, line, complaints);
		at += length + (at[length] == '\n');
	}
	return self;
}
