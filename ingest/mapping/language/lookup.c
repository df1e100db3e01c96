/* ingest/mapping/language/lookup.c */
#include "ingest/mapping/language/lookup.h"

#include <string.h>

void
fairlead_lookup_free (FairleadLookup *self)
{
	g_clear_pointer (&self->key, fairlead_template_free);
	g_clear_pointer (&self->value, fairlead_template_free);
	g_free (self->name);
	g_free (self);
}

static gboolean
is_lookup (const FairleadKeyGroup *group)
{
	return strcmp (group->type, "lookup") == 0;
}

static gboolean
declare (GHashTable *lookups, const char *path, const FairleadKeyGroup *group, GError **error)
{
	FairleadLookup *lookup;

	if (group->name == NULL)
		return fairlead_set_error_at (error, path, group->line, FAIRLEAD_ERROR_SYNTAX,
		                              "[lookup] has no name (expected [lookup NAME])");
	if (g_hash_table_contains (lookups, group->name))
		return fairlead_set_error_at (error, path, group->line, FAIRLEAD_ERROR_SYNTAX,
		                              "[lookup %s] stands twice", group->name);
	lookup = g_new0 (FairleadLookup, 1);
	lookup->name = g_strdup (group->name);
	lookup->row = g_hash_table_size (lookups);
	lookup->line = group->line;
	g_hash_table_insert (lookups, lookup->name, lookup);
	return TRUE;
}

GHashTable *
fairlead_lookups_declare (const char *path, const GPtrArray *groups, GError **error)
{
	g_autoptr (GHashTable) lookups = g_hash_table_new_full (
		g_str_hash, g_str_equal, NULL, (GDestroyNotify) fairlead_lookup_free);

	for (guint i = 0; i < groups->len; i++) {
		const FairleadKeyGroup *group = g_ptr_array_index (groups, i);

		if (is_lookup (group) && !declare (lookups, path, group, error))
			return NULL;
	}
	return g_steal_pointer (&lookups);
}

static gboolean
take_entry (FairleadMapping *mapping, FairleadLookup *lookup, const FairleadKeyEntry *entry,
            GError **error)
{
	FairleadTemplateScope scope = fairlead_compile_scope (mapping, entry->line, FALSE);
	FairleadTemplate **place = strcmp (entry->key, "key") == 0     ? &lookup->key
	                           : strcmp (entry->key, "value") == 0 ? &lookup->value
	                                                               : NULL;

	if (place == NULL)
		return fairlead_set_error_at (
			error, mapping->path, entry->line, FAIRLEAD_ERROR_SYNTAX,
			"[lookup] has no key \"%s\" (known: key, value)", entry->key);
	if (*place != NULL)
		return fairlead_set_error_at (error, mapping->path, entry->line,
		                              FAIRLEAD_ERROR_SYNTAX, "%s= stands twice",
		                              entry->key);
	*place = fairlead_template_parse (entry->value, &scope, error);
	if (*place == NULL)
		return FALSE;
	if ((*place)->n_references > 0 && !(*place)->has_many)
		return TRUE;
	return fairlead_set_error_at (error, mapping->path, entry->line, FAIRLEAD_ERROR_SYNTAX,
	                              "%s= of a lookup takes one value of each row (expected"
	                              " {column})",
	                              entry->key);
}

static gboolean
compile (FairleadMapping *mapping, FairleadLookup *lookup, const FairleadKeyGroup *group,
         GError **error)
{
	if (mapping->is_xml)
		return fairlead_set_error_at (error, mapping->path, group->line,
		                              FAIRLEAD_ERROR_SYNTAX,
		                              "[lookup] has no meaning for XML");
	for (guint i = 0; i < group->entries->len; i++)
		if (!take_entry (mapping, lookup, g_ptr_array_index (group->entries, i), error))
			return FALSE;
	if (lookup->key != NULL && lookup->value != NULL)
		return TRUE;
	return fairlead_set_error_at (
		error, mapping->path, group->line, FAIRLEAD_ERROR_MISSING_FIELD,
		"[lookup %s] has no %s=", group->name, lookup->key == NULL ? "key" : "value");
}

gboolean
fairlead_compile_lookups (FairleadMapping *mapping, const GPtrArray *groups, GHashTable *lookups,
                          GError **error)
{
	for (guint i = 0; i < groups->len; i++) {
		const FairleadKeyGroup *group = g_ptr_array_index (groups, i);
		FairleadLookup *lookup;

		if (!is_lookup (group))
			continue;
		lookup = g_hash_table_lookup (lookups, group->name);
		g_ptr_array_add (mapping->given, lookup);
		if (!compile (mapping, lookup, group, error))
			return FALSE;
	}
	return TRUE;
}
