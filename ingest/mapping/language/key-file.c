/* ingest/mapping/language/key-file.c */
#include "ingest/mapping/language/key-file.h"

#include <string.h>

#include "ingest/record/error.h"

typedef struct {
	const char *path;
	guint line;
	GPtrArray *groups; /* of FairleadKeyGroup */
} Parse;

static void
free_entry (gpointer data)
{
	FairleadKeyEntry *entry = data;

	g_free (entry->key);
	g_free (entry->value);
	g_free (entry);
}

static void
free_group (gpointer data)
{
	FairleadKeyGroup *group = data;

	g_free (group->type);
	g_free (group->name);
	g_ptr_array_unref (group->entries);
	g_free (group);
}

static gboolean
begins_table (const char *type, const char *name)
{
	return strcmp (type, "mapping") == 0 && name == NULL;
}

/* Each [mapping] begins a table with groups of its own */
static gboolean
refuse_repeated_group (Parse *parse, const char *type, const char *name, GError **error)
{
	if (begins_table (type, name))
		return TRUE;
	for (guint i = parse->groups->len; i-- > 0;) {
		const FairleadKeyGroup *other = g_ptr_array_index (parse->groups, i);

		if (begins_table (other->type, other->name))
			return TRUE;
		if (strcmp (other->type, type) == 0 && g_strcmp0 (other->name, name) == 0)
			return fairlead_set_error_at (
				error, parse->path, parse->line, FAIRLEAD_ERROR_SYNTAX,
				"group [%s%s%s] stands twice (first on line %u)", type,
				name != NULL ? " " : "", name != NULL ? name : "", other->line);
	}
	return TRUE;
}

static gboolean
open_group (Parse *parse, const char *line, GError **error)
{
	gsize length = strlen (line);
	g_autofree char *header = NULL;
	g_autofree char *name = NULL;
	FairleadKeyGroup *group;
	char *blank;

	if (line[length - 1] != ']')
		return fairlead_set_error_at (error, parse->path, parse->line,
		                              FAIRLEAD_ERROR_SYNTAX,
		                              "group \"%s\" does not end in ]", line);
	header = g_strstrip (g_strndup (line + 1, length - 2));
	blank = strpbrk (header, " \t");
	if (blank != NULL) {
		name = g_strstrip (g_strdup (blank));
		*blank = '\0';
	}
	if (!refuse_repeated_group (parse, header, name, error))
		return FALSE;
	group = g_new0 (FairleadKeyGroup, 1);
	group->type = g_steal_pointer (&header);
	group->name = g_steal_pointer (&name);
	group->line = parse->line;
	group->entries = g_ptr_array_new_with_free_func (free_entry);
	g_ptr_array_add (parse->groups, group);
	return TRUE;
}

static gboolean
add_entry (Parse *parse, const char *line, GError **error)
{
	const char *equals = strchr (line, '=');
	FairleadKeyGroup *group;
	FairleadKeyEntry *entry;

	if (equals == NULL)
		return fairlead_set_error_at (
			error, parse->path, parse->line, FAIRLEAD_ERROR_SYNTAX,
			"\"%s\" is neither [group], key=value nor # comment", line);
	if (parse->groups->len == 0)
		return fairlead_set_error_at (error, parse->path, parse->line,
		                              FAIRLEAD_ERROR_SYNTAX,
		                              "\"%s\" stands before the first [group]", line);
	if (equals == line)
		return fairlead_set_error_at (error, parse->path, parse->line,
		                              FAIRLEAD_ERROR_SYNTAX,
		                              "\"%s\" has no key before its =", line);
	group = g_ptr_array_index (parse->groups, parse->groups->len - 1);
	entry = g_new0 (FairleadKeyEntry, 1);
	entry->key = g_strchomp (g_strndup (line, (gsize) (equals - line)));
	entry->value = g_strchug (g_strdup (equals + 1));
	entry->line = parse->line;
	g_ptr_array_add (group->entries, entry);
	return TRUE;
}

static gboolean
parse_line (Parse *parse, const char *line, GError **error)
{
	if (*line == '\0' || *line == '#')
		return TRUE;
	return *line == '[' ? open_group (parse, line, error) : add_entry (parse, line, error);
}

static gboolean
check_bytes (const char *path, const char *text, gsize size, GError **error)
{
	const char *end;
	guint line = 1;

	if (size > FAIRLEAD_KEY_FILE_MAX_SIZE)
		return fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_LIMIT,
		                              "a file of %" G_GSIZE_FORMAT " bytes (at most %u)",
		                              size, FAIRLEAD_KEY_FILE_MAX_SIZE);
	if (g_utf8_validate_len (text, size, &end))
		return TRUE;
	for (const char *byte = text; byte < end; byte++)
		line += *byte == '\n';
	return fairlead_set_error_at (error, path, line, FAIRLEAD_ERROR_SYNTAX,
	                              "the text is not UTF-8");
}

GPtrArray *
fairlead_key_file_parse (const char *path, const char *text, gsize size, GError **error)
{
	g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (free_group);
	g_autofree char *copy = NULL;
	g_auto (GStrv) lines = NULL;
	Parse parse = { path, 0, groups };

	if (!check_bytes (path, text, size, error))
		return NULL;
	/* an empty file has no bytes to point at */
	copy = size > 0 ? g_strndup (text, size) : g_strdup ("");
	lines = g_strsplit (g_str_has_prefix (copy, "\xEF\xBB\xBF") ? copy + 3 : copy, "\n", -1);
	for (guint i = 0; lines[i] != NULL; i++) {
		parse.line = i + 1;
		if (!parse_line (&parse, g_strstrip (lines[i]), error))
			return NULL;
	}
	return g_steal_pointer (&groups);
}

GMappedFile *
fairlead_key_file_open (const char *path, GError **error)
{
	g_autoptr (GError) problem = NULL;
	GMappedFile *file;

	if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR)) {
		fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_IO,
		                       "this is no regular file");
		return NULL;
	}
	file = g_mapped_file_new (path, FALSE, &problem);
	if (file == NULL)
		fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_IO, "%s", problem->message);
	return file;
}
