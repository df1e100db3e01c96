/* ingest/mapping/mapping.c: a mapping file as a format among others */
#include "ingest/mapping/mapping.h"

#include <stdlib.h>
#include <string.h>

#include "ingest/mapping/language/compile.h"
#include "ingest/mapping/run/read.h"
#include "ingest/mapping/run/seen.h"
#include "ingest/mapping/shipped-mappings.h"

static guint
sniff (const FairleadFormat *self, const FairleadSample *sample)
{
	const FairleadMapping *mapping = self->data;

	return mapping->is_xml ? fairlead_mapping_sniff_xml (mapping, sample)
	                       : fairlead_mapping_sniff_csv (mapping, sample);
}

static gboolean
read_file (const FairleadFormat *self, FairleadReading *reading, GError **error)
{
	const FairleadMapping *mapping = self->data;

	return mapping->is_xml ? fairlead_mapping_read_xml (mapping, reading, error)
	                       : fairlead_mapping_read_csv (mapping, reading, error);
}

static gpointer
begin (const FairleadFormat *self)
{
	(void) self;
	return fairlead_seen_new ();
}

static void
end (gpointer state)
{
	fairlead_seen_free (state);
}

static FairleadMapping *
new_empty (const char *path)
{
	FairleadMapping *self = g_new0 (FairleadMapping, 1);

	self->path = g_strdup (path);
	self->when = g_ptr_array_new_with_free_func ((GDestroyNotify) fairlead_condition_free);
	self->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) fairlead_field_free);
	self->maps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
	                                    (GDestroyNotify) fairlead_map_free);
	self->scopes = g_ptr_array_new_with_free_func ((GDestroyNotify) fairlead_scope_free);
	self->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) fairlead_rule_free);
	g_ptr_array_add (self->scopes, fairlead_scope_new (""));
	return self;
}

void
fairlead_mapping_free (FairleadMapping *self)
{
	g_ptr_array_unref (self->rules);
	g_ptr_array_unref (self->scopes);
	g_ptr_array_unref (self->when);
	g_ptr_array_unref (self->fields);
	g_hash_table_unref (self->maps);
	g_strfreev (self->columns);
	g_strfreev (self->nulls);
	g_strfreev (self->record);
	g_free (self->path);
	g_free (self->name);
	g_free (self->title);
	g_free (self->list);
	g_free (self);
}

/* A file whose columns the mapping states itself can lack none of those that it uses */
static gboolean
check_stated_columns (const FairleadMapping *self, GError **error)
{
	for (guint i = 0; self->columns != NULL && i < self->fields->len; i++) {
		const FairleadField *field = g_ptr_array_index (self->fields, i);
		guint n_left = field->occurrence;

		for (char **column = self->columns; *column != NULL && n_left > 0; column++)
			n_left -= g_ascii_strcasecmp (*column, field->name) == 0;
		if (n_left > 0)
			return fairlead_set_error_at (error, self->path, field->line,
			                              FAIRLEAD_ERROR_UNKNOWN_REFERENCE,
			                              "columns= has no \"%s\"", field->name);
	}
	return TRUE;
}

/* A mapping without any column would read every file */
static gboolean
check_fields (const FairleadMapping *self, GError **error)
{
	for (guint i = 0; i < self->fields->len; i++)
		if (!((FairleadField *) g_ptr_array_index (self->fields, i))->is_optional)
			return check_stated_columns (self, error);
	return self->is_xml
	       || fairlead_set_error_at (
		       error, self->path, 0, FAIRLEAD_ERROR_MISSING_FIELD,
		       "every column of the mapping is optional: it would read any"
		       " file");
}

FairleadMapping *
fairlead_mapping_new (const char *name, const char *text, gsize size, GError **error)
{
	g_autoptr (FairleadMapping) self = new_empty (name);
	g_autoptr (GPtrArray) groups = fairlead_key_file_parse (name, text, size, error);

	/* the settings' own `when` may name a map, but needs to know whether the file is XML */
	if (groups == NULL || !fairlead_compile_maps (self, groups, error)
	    || !fairlead_compile_settings (self, groups, error)
	    || !fairlead_compile_rules (self, groups, error) || !check_fields (self, error))
		return NULL;
	self->format = (FairleadFormat){
		.name = self->name,
		.title = self->title,
		.sniff = sniff,
		.read = read_file,
		.begin = begin,
		.end = end,
		.data = self,
	};
	return g_steal_pointer (&self);
}

FairleadMapping *
fairlead_mapping_load (const char *path, GError **error)
{
	g_autoptr (GMappedFile) file = fairlead_key_file_open (path, error);

	return file == NULL ? NULL
	                    : fairlead_mapping_new (path, g_mapped_file_get_contents (file),
	                                            g_mapped_file_get_length (file), error);
}

const FairleadFormat *
fairlead_mapping_get_format (FairleadMapping *self)
{
	return &self->format;
}

/* ---- shipped ---- */

#define SHIPPED_FOLDER "/fairlead/mapping"

static FairleadMapping *
load_shipped (GResource *resource, const char *name, GError **error)
{
	g_autofree char *path = g_build_path ("/", SHIPPED_FOLDER, name, NULL);
	g_autoptr (GBytes) bytes =
		g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
	gsize size;
	const char *text;

	if (bytes == NULL)
		return NULL;
	text = g_bytes_get_data (bytes, &size);
	return fairlead_mapping_new (name, text, size, error);
}

static int
by_text (const void *a, const void *b)
{
	return strcmp (*(char *const *) a, *(char *const *) b);
}

GPtrArray *
fairlead_mapping_load_shipped (GError **error)
{
	GResource *resource = fairlead_shipped_mappings_get_resource ();
	g_autoptr (GPtrArray) mappings =
		g_ptr_array_new_with_free_func ((GDestroyNotify) fairlead_mapping_free);
	g_auto (GStrv) names = g_resource_enumerate_children (resource, SHIPPED_FOLDER,
	                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, error);

	if (names != NULL)
		qsort (names, g_strv_length (names), sizeof *names, by_text);
	for (guint i = 0; names != NULL && names[i] != NULL; i++) {
		FairleadMapping *mapping = load_shipped (resource, names[i], error);

		if (mapping == NULL)
			return NULL;
		g_ptr_array_add (mappings, mapping);
	}
	return names != NULL ? g_steal_pointer (&mappings) : NULL;
}
