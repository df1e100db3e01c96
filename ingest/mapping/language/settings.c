/* ingest/mapping/language/settings.c: the groups [mapping] and [map NAME] */
#include <string.h>

#include "ingest/mapping/language/compile.h"
#include "ingest/mapping/language/suggest.h"
#include "ingest/record/error.h"

typedef enum { ANY_FORMAT, CSV_ONLY, XML_ONLY } Applies;

typedef struct {
	const char *key;
	gboolean (*set) (FairleadMapping *mapping, const FairleadKeyEntry *entry, GError **error);
	Applies applies;
	gboolean may_repeat;
} Setting;

static gboolean
refuse_value (const FairleadMapping *mapping, const FairleadKeyEntry *entry, const char *expected,
              GError **error)
{
	return fairlead_set_error_at (
		error, mapping->path, entry->line, FAIRLEAD_ERROR_INVALID_VALUE,
		"%s \"%s\" is not possible (expected %s)", entry->key, entry->value, expected);
}

gboolean
fairlead_is_slug (const char *text)
{
	for (const char *byte = text; *byte != '\0'; byte++)
		if (!g_ascii_islower (*byte) && !g_ascii_isdigit (*byte) && *byte != '-')
			return FALSE;
	return *text != '\0';
}

static gboolean
set_slug (const FairleadMapping *mapping, const FairleadKeyEntry *entry, char **slug,
          GError **error)
{
	if (!fairlead_is_slug (entry->value))
		return refuse_value (mapping, entry, "lower-case letters, digits and hyphens",
		                     error);
	*slug = g_strdup (entry->value);
	return TRUE;
}

static gboolean
set_name (FairleadMapping *mapping, const FairleadKeyEntry *entry, GError **error)
{
	return set_slug (mapping, entry, &mapping->name, error);
}

static gboolean
set_list (FairleadMapping *mapping, const FairleadKeyEntry *entry, GError **error)
{
	return set_slug (mapping, entry, &mapping->list, error);
}

static gboolean
set_title (FairleadMapping *mapping, const FairleadKeyEntry *entry, GError **error)
{
	(void) error;
	mapping->title = g_strdup (entry->value);
	return TRUE;
}

/* The row of a NULL-ended table of words; -1 where there is none */
static gint
find_word (const char *const *words, const char *word)
{
	for (gint i = 0; words[i] != NULL; i++)
		if (strcmp (words[i], word) == 0)
			return i;
	return -1;
}

static gboolean
set_format (FairleadMapping *mapping, const FairleadKeyEntry *entry, GError **error)
{
	static const char *const words[] = { "csv", "xml", NULL };
	gint found = find_word (words, entry->value);

	mapping->is_xml = found == 1;
	return found >= 0 || refuse_value (mapping, entry, "csv or xml", error);
}

static gboolean
set_dates (FairleadMapping *mapping, const FairleadKeyEntry *entry, GError **error)
{
	static const char *const words[] = { "day-first", "month-first", NULL };
	gint found = find_word (words, entry->value);

	mapping->dates = found == 1 ? FAIRLEAD_DATE_MONTH_FIRST : FAIRLEAD_DATE_DAY_FIRST;
	return found >= 0 || refuse_value (mapping, entry, "day-first or month-first", error);
}

static gboolean
set_delimiter (FairleadMapping *mapping, const FairleadKeyEntry *entry, GError **error)
{
	static const char *const words[] = { "comma", "semicolon", "tab", "pipe", NULL };
	gint found = find_word (words, entry->value);

	if (found < 0)
		return refuse_value (mapping, entry, "comma, semicolon, tab or pipe", error);
	mapping->delimiter = ",;\t|"[found];
	return TRUE;
}

static gboolean
set_skip (FairleadMapping *mapping, const FairleadKeyEntry *entry, GError **error)
{
	guint64 skip;

	if (!g_ascii_string_to_unsigned (entry->value, 10, 0, 1000, &skip, NULL))
		return refuse_value (mapping, entry, "a number of rows, 0 to 1000", error);
	mapping->skip = (guint) skip;
	return TRUE;
}

/* Parts of a list without outer blanks, none of them empty */
static gboolean
set_parts (const FairleadMapping *mapping, const FairleadKeyEntry *entry, const char *separator,
           const char *expected, char ***parts, GError **error)
{
	g_auto (GStrv) found = g_strsplit (entry->value, separator, -1);

	for (char **part = found; *part != NULL; part++)
		if (*g_strstrip (*part) == '\0')
			return refuse_value (mapping, entry, expected, error);
	if (found[0] == NULL)
		return refuse_value (mapping, entry, expected, error);
	*parts = g_steal_pointer (&found);
	return TRUE;
}

static gboolean
set_columns (FairleadMapping *mapping, const FairleadKeyEntry *entry, GError **error)
{
	return set_parts (mapping, entry, ";", "names between ;", &mapping->columns, error);
}

static gboolean
set_null (FairleadMapping *mapping, const FairleadKeyEntry *entry, GError **error)
{
	return set_parts (mapping, entry, ";", "texts between ;", &mapping->nulls, error);
}

static gboolean
set_record (FairleadMapping *mapping, const FairleadKeyEntry *entry, GError **error)
{
	return set_parts (mapping, entry, "/", "names from the document element down, between /",
	                  &mapping->record, error);
}

static gboolean
add_when (FairleadMapping *mapping, const FairleadKeyEntry *entry, GError **error)
{
	FairleadTemplateScope scope = fairlead_compile_scope (mapping, entry->line, FALSE);
	FairleadCondition *condition = fairlead_condition_parse (entry->value, &scope, error);

	if (condition == NULL)
		return FALSE;
	g_ptr_array_add (mapping->when, condition);
	return TRUE;
}

/* `format` first: what the others may say depends on it */
static const Setting settings[] = {
	{ "format", set_format, ANY_FORMAT, FALSE },
	{ "name", set_name, ANY_FORMAT, FALSE },
	{ "title", set_title, ANY_FORMAT, FALSE },
	{ "list", set_list, ANY_FORMAT, FALSE },
	{ "dates", set_dates, ANY_FORMAT, FALSE },
	{ "null", set_null, ANY_FORMAT, FALSE },
	{ "record", set_record, XML_ONLY, FALSE },
	{ "columns", set_columns, CSV_ONLY, FALSE },
	{ "delimiter", set_delimiter, CSV_ONLY, FALSE },
	{ "skip", set_skip, CSV_ONLY, FALSE },
	{ "when", add_when, ANY_FORMAT, TRUE },
};

static gboolean
check_key (const FairleadMapping *mapping, const FairleadKeyEntry *entry, GError **error)
{
	g_auto (FairleadSuggestion) near = FAIRLEAD_SUGGESTION (entry->key);
	g_autofree char *hint = NULL;

	for (guint i = 0; i < G_N_ELEMENTS (settings); i++) {
		if (strcmp (settings[i].key, entry->key) == 0)
			return TRUE;
		fairlead_suggestion_offer (&near, settings[i].key);
	}
	hint = fairlead_suggestion_dup_text (&near);
	return fairlead_set_error_at (error, mapping->path, entry->line, FAIRLEAD_ERROR_SYNTAX,
	                              "[mapping] has no key \"%s\"%s", entry->key, hint);
}

static gboolean
apply_setting (FairleadMapping *mapping, const FairleadKeyGroup *group, const Setting *setting,
               GError **error)
{
	static const Applies wrong[] = { XML_ONLY, CSV_ONLY };
	guint n_found = 0;

	for (guint i = 0; i < group->entries->len; i++) {
		const FairleadKeyEntry *entry = g_ptr_array_index (group->entries, i);

		if (strcmp (entry->key, setting->key) != 0)
			continue;
		if (setting->applies == wrong[mapping->is_xml])
			return fairlead_set_error_at (error, mapping->path, entry->line,
			                              FAIRLEAD_ERROR_SYNTAX,
			                              "%s= has no meaning for %s", entry->key,
			                              mapping->is_xml ? "XML" : "CSV");
		if (n_found++ > 0 && !setting->may_repeat)
			return fairlead_set_error_at (error, mapping->path, entry->line,
			                              FAIRLEAD_ERROR_SYNTAX, "%s= stands twice",
			                              entry->key);
		if (!setting->set (mapping, entry, error))
			return FALSE;
	}
	return TRUE;
}

static gboolean
check_settings (FairleadMapping *mapping, const FairleadKeyGroup *group, GError **error)
{
	if (mapping->name == NULL)
		return fairlead_set_error_at (error, mapping->path, group->line,
		                              FAIRLEAD_ERROR_MISSING_FIELD,
		                              "[mapping] has no name=");
	if (mapping->is_xml && mapping->record == NULL)
		return fairlead_set_error_at (
			error, mapping->path, group->line, FAIRLEAD_ERROR_MISSING_FIELD,
			"[mapping] has no record= (the path of elements from the"
			" document element down to one record)");
	if (mapping->skip > 0 && mapping->columns == NULL)
		return fairlead_set_error_at (
			error, mapping->path, group->line, FAIRLEAD_ERROR_SYNTAX,
			"skip= has a meaning with columns= only: a header is found"
			" by its names");
	if (mapping->list == NULL)
		mapping->list = g_strdup (mapping->name);
	if (mapping->title == NULL)
		mapping->title = g_strdup (mapping->name);
	return TRUE;
}

gboolean
fairlead_compile_settings (FairleadMapping *mapping, const GPtrArray *groups, GError **error)
{
	const FairleadKeyGroup *group = NULL;

	for (guint i = 0; i < groups->len && group == NULL; i++) {
		const FairleadKeyGroup *other = g_ptr_array_index (groups, i);

		if (strcmp (other->type, "mapping") == 0 && other->name == NULL)
			group = other;
	}
	if (group == NULL)
		return fairlead_set_error_at (error, mapping->path, 1, FAIRLEAD_ERROR_MISSING_FIELD,
		                              "there is no group [mapping]");
	for (guint i = 0; i < group->entries->len; i++)
		if (!check_key (mapping, g_ptr_array_index (group->entries, i), error))
			return FALSE;
	for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
		if (!apply_setting (mapping, group, &settings[i], error))
			return FALSE;
	return check_settings (mapping, group, error);
}

/* ---- maps ---- */

static gboolean
add_row (const FairleadMapping *mapping, FairleadMap *map, const FairleadKeyEntry *entry,
         GError **error)
{
	return fairlead_map_add (map, entry->key, entry->value, entry->line)
	       || fairlead_set_error_at (error, mapping->path, entry->line, FAIRLEAD_ERROR_SYNTAX,
	                                 "\"%s\" stands twice in the map (case does not count)",
	                                 entry->key);
}

gboolean
fairlead_compile_maps (FairleadMapping *mapping, const GPtrArray *groups, GError **error)
{
	for (guint i = 0; i < groups->len; i++) {
		const FairleadKeyGroup *group = g_ptr_array_index (groups, i);
		FairleadMap *map;

		if (strcmp (group->type, "map") != 0)
			continue;
		if (group->name == NULL)
			return fairlead_set_error_at (error, mapping->path, group->line,
			                              FAIRLEAD_ERROR_SYNTAX,
			                              "[map] has no name (expected [map NAME])");
		map = fairlead_map_new ();
		g_hash_table_insert (mapping->maps, g_strdup (group->name), map);
		for (guint row = 0; row < group->entries->len; row++)
			if (!add_row (mapping, map, g_ptr_array_index (group->entries, row), error))
				return FALSE;
	}
	return TRUE;
}
