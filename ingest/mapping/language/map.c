/* ingest/mapping/language/map.c */
#include "ingest/mapping/language/map.h"

#include <string.h>

static guint
hash_folded (gconstpointer key)
{
	guint hash = 5381;

	for (const char *byte = key; *byte != '\0'; byte++)
		hash = hash * 33 + (guchar) g_ascii_tolower (*byte);
	return hash;
}

static gboolean
equal_folded (gconstpointer a, gconstpointer b)
{
	return g_ascii_strcasecmp (a, b) == 0;
}

static void
free_map_row (gpointer data)
{
	FairleadMapRow *row = data;

	g_free (row->text);
	g_free (row->meaning);
	g_free (row);
}

FairleadMap *
fairlead_map_new (void)
{
	FairleadMap *self = g_new0 (FairleadMap, 1);

	self->rows = g_ptr_array_new_with_free_func (free_map_row);
	self->meanings = g_hash_table_new (hash_folded, equal_folded);
	return self;
}

void
fairlead_map_free (FairleadMap *self)
{
	g_hash_table_unref (self->meanings);
	g_ptr_array_unref (self->rows);
	g_free (self);
}

gboolean
fairlead_map_add (FairleadMap *self, const char *text, const char *meaning, guint line)
{
	gboolean is_fallback = strcmp (text, "*") == 0;
	FairleadMapRow *row;

	if (is_fallback ? self->fallback != NULL : fairlead_map_find (self, text) != NULL)
		return FALSE;
	row = g_new0 (FairleadMapRow, 1);
	row->text = g_strdup (text);
	row->meaning = g_strdup (meaning);
	row->line = line;
	g_ptr_array_add (self->rows, row);
	if (is_fallback)
		self->fallback = row->meaning;
	else
		g_hash_table_insert (self->meanings, row->text, row->meaning);
	return TRUE;
}

const char *
fairlead_map_find (const FairleadMap *self, const char *text)
{
	return g_hash_table_lookup (self->meanings, text);
}
