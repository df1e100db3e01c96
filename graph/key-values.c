/* graph/key-values.c */
#include "graph/key-values.h"

#include <string.h>

#include "ingest/record/error.h"

gboolean
fairlead_key_value_refuse (const FairleadKeyValue *value, const char *expected, GError **error)
{
	return fairlead_set_error_at (error, value->path, value->entry->line,
	                              FAIRLEAD_ERROR_INVALID_VALUE, "%s=%s (expected %s)",
	                              value->entry->key, value->entry->value, expected);
}

gboolean
fairlead_key_value_read_text (const FairleadKeyValue *value, GError **error)
{
	if (*value->entry->value == '\0')
		return fairlead_key_value_refuse (value, "some text", error);
	*(char **) value->field = g_strdup (value->entry->value);
	return TRUE;
}

gboolean
fairlead_key_value_choose (const FairleadKeyValue *value, const char *const *choices, guint n,
                           const char *expected, guint *chosen, GError **error)
{
	for (guint i = 0; i < n; i++)
		if (strcmp (value->entry->value, choices[i]) == 0) {
			*chosen = i;
			return TRUE;
		}
	return fairlead_key_value_refuse (value, expected, error);
}

/* ---- groups ---- */

/* The only entry of a group with that key */
static const FairleadKeyEntry *
find_entry (const char *path, const FairleadKeyGroup *group, const char *key, GError **error)
{
	const FairleadKeyEntry *found = NULL;

	for (guint i = 0; i < group->entries->len; i++) {
		const FairleadKeyEntry *entry = g_ptr_array_index (group->entries, i);

		if (strcmp (entry->key, key) != 0)
			continue;
		if (found != NULL) {
			fairlead_set_error_at (error, path, entry->line, FAIRLEAD_ERROR_SYNTAX,
			                       "%s= stands twice in [%s %s]", key, group->type,
			                       group->name);
			return NULL;
		}
		found = entry;
	}
	if (found == NULL)
		fairlead_set_error_at (error, path, group->line, FAIRLEAD_ERROR_MISSING_FIELD,
		                       "[%s %s] has no %s=", group->type, group->name, key);
	return found;
}

static gboolean
check_keys (const char *path, const FairleadKeyGroup *group, const FairleadKnownKey *keys,
            guint n_keys, GError **error)
{
	for (guint i = 0; i < group->entries->len; i++) {
		const FairleadKeyEntry *entry = g_ptr_array_index (group->entries, i);
		gboolean is_known = FALSE;

		for (guint j = 0; j < n_keys; j++)
			is_known = is_known || strcmp (entry->key, keys[j].key) == 0;
		if (!is_known)
			return fairlead_set_error_at (
				error, path, entry->line, FAIRLEAD_ERROR_SYNTAX,
				"%s= is no key of a %s", entry->key, group->type);
	}
	return TRUE;
}

gboolean
fairlead_key_group_read (const char *path, const FairleadKeyGroup *group,
                         const FairleadKnownKey *keys, guint n_keys, gpointer fields,
                         GError **error)
{
	if (!check_keys (path, group, keys, n_keys, error))
		return FALSE;
	for (guint i = 0; i < n_keys; i++) {
		const FairleadKeyValue value = { path, find_entry (path, group, keys[i].key, error),
			                         (char *) fields + keys[i].offset };

		if (value.entry == NULL || !keys[i].read (&value, error))
			return FALSE;
	}
	return TRUE;
}
