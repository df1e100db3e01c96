/* graph/number-file.c */
#include "graph/number-file.h"

#include <math.h>
#include <string.h>

#include "ingest/mapping/language/key-file.h"
#include "ingest/mapping/language/suggest.h"
#include "ingest/record/error.h"

typedef struct {
	const char *path;
	const FairleadNumberPlace *places;
	guint n_places;
	GHashTable *seen; /* of FairleadNumberPlace: those that were given */
} Reading;

/* The place of a key, all of its group offered to the suggestion as well; NULL for none */
static const FairleadNumberPlace *
find_place (const Reading *reading, const char *group, const char *key,
            FairleadSuggestion *suggestion)
{
	for (guint i = 0; i < reading->n_places; i++) {
		const FairleadNumberPlace *place = &reading->places[i];

		if (strcmp (place->group, group) != 0)
			continue;
		fairlead_suggestion_offer (suggestion, place->key);
		if (strcmp (place->key, key) == 0)
			return place;
	}
	return NULL;
}

static gboolean
check_group (const Reading *reading, const FairleadKeyGroup *group, GError **error)
{
	g_auto (FairleadSuggestion) suggestion = FAIRLEAD_SUGGESTION (group->type);
	g_autofree char *words = NULL;

	for (guint i = 0; group->name == NULL && i < reading->n_places; i++) {
		fairlead_suggestion_offer (&suggestion, reading->places[i].group);
		if (strcmp (reading->places[i].group, group->type) == 0)
			return TRUE;
	}
	words = fairlead_suggestion_dup_text (&suggestion);
	return fairlead_set_error_at (
		error, reading->path, group->line, FAIRLEAD_ERROR_UNKNOWN_REFERENCE,
		"no parameters stand in a group [%s%s%s]%s", group->type,
		group->name != NULL ? " " : "", group->name != NULL ? group->name : "", words);
}

static gboolean
take_number (const Reading *reading, const FairleadKeyEntry *entry,
             const FairleadNumberPlace *place, GError **error)
{
	char least[G_ASCII_DTOSTR_BUF_SIZE], greatest[G_ASCII_DTOSTR_BUF_SIZE];
	char *end;
	double value = g_ascii_strtod (entry->value, &end);

	if (end == entry->value || *end != '\0' || isnan (value))
		return fairlead_set_error_at (error, reading->path, entry->line,
		                              FAIRLEAD_ERROR_INVALID_VALUE,
		                              "%s=%s is no number (a dot stands before decimals)",
		                              entry->key, entry->value);
	if (value < place->least || value > place->greatest)
		return fairlead_set_error_at (
			error, reading->path, entry->line, FAIRLEAD_ERROR_INVALID_VALUE,
			"%s=%s is out of range (%s to %s)", entry->key, entry->value,
			g_ascii_formatd (least, sizeof least, "%g", place->least),
			g_ascii_formatd (greatest, sizeof greatest, "%g", place->greatest));
	*place->value = value;
	return TRUE;
}

static gboolean
read_entry (const Reading *reading, const FairleadKeyGroup *group, const FairleadKeyEntry *entry,
            GError **error)
{
	g_auto (FairleadSuggestion) suggestion = FAIRLEAD_SUGGESTION (entry->key);
	const FairleadNumberPlace *place =
		find_place (reading, group->type, entry->key, &suggestion);
	g_autofree char *words = NULL;

	if (place == NULL) {
		words = fairlead_suggestion_dup_text (&suggestion);
		return fairlead_set_error_at (
			error, reading->path, entry->line, FAIRLEAD_ERROR_UNKNOWN_REFERENCE,
			"[%s] has no parameter \"%s\"%s", group->type, entry->key, words);
	}
	if (!g_hash_table_add (reading->seen, (gpointer) place))
		return fairlead_set_error_at (error, reading->path, entry->line,
		                              FAIRLEAD_ERROR_SYNTAX, "%s stands twice in [%s]",
		                              entry->key, group->type);
	return take_number (reading, entry, place, error);
}

static gboolean
read_groups (const Reading *reading, const char *text, gsize size, GError **error)
{
	g_autoptr (GPtrArray) groups = fairlead_key_file_parse (reading->path, text, size, error);

	for (guint i = 0; groups != NULL && i < groups->len; i++) {
		const FairleadKeyGroup *group = g_ptr_array_index (groups, i);

		if (!check_group (reading, group, error))
			return FALSE;
		for (guint j = 0; j < group->entries->len; j++)
			if (!read_entry (reading, group, g_ptr_array_index (group->entries, j),
			                 error))
				return FALSE;
	}
	return groups != NULL;
}

gboolean
fairlead_number_file_read (const FairleadNumberPlace *places, guint n_places, const char *path,
                           const char *text, gsize size, GError **error)
{
	g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
	const Reading reading = { path, places, n_places, seen };

	return read_groups (&reading, text, size, error);
}

gboolean
fairlead_number_file_load (const FairleadNumberPlace *places, guint n_places, const char *path,
                           GError **error)
{
	g_autoptr (GMappedFile) file = fairlead_key_file_open (path, error);

	if (file == NULL)
		return FALSE;
	return fairlead_number_file_read (places, n_places, path, g_mapped_file_get_contents (file),
	                                  g_mapped_file_get_length (file), error);
}

void
fairlead_number_file_read_shipped (const FairleadNumberPlace *places, guint n_places,
                                   GResource *resource, const char *path)
{
	g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
	g_autoptr (GError) error = NULL;
	g_autoptr (GBytes) bytes =
		g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
	const Reading reading = { path, places, n_places, seen };
	gsize size;
	const char *text;

	if (bytes == NULL)
		g_error ("the shipped parameters are missing: %s", error->message);
	text = g_bytes_get_data (bytes, &size);
	if (!read_groups (&reading, text, size, &error))
		g_error ("the shipped parameters are not whole: %s", error->message);
	if (g_hash_table_size (seen) != n_places)
		g_error ("the shipped parameters lack a number");
}
