/* ingest/mapping/mapping.c: a mapping file as a format among others */
#include "ingest/mapping/mapping.h"

#include <stdlib.h>
#include <string.h>

#include "ingest/mapping/language/lookup.h"
#include "ingest/mapping/run/read.h"
#include "ingest/mapping/run/session.h"
#include "ingest/mapping/shipped-mappings.h"

/* ---- the format ---- */

static guint
sniff_table (const FairleadMapping *table, const FairleadSample *sample)
{
	return table->is_xml ? fairlead_mapping_sniff_xml (table, sample)
	                     : fairlead_mapping_sniff_csv (table, sample);
}

/* The surest of the tables, the first of those that are alike; NULL where none fits */
static const FairleadMapping *
pick_table (const FairleadMapping *mapping, const FairleadSample *sample, guint *score)
{
	const FairleadMapping *best = NULL;

	*score = sniff_table (mapping, sample);
	if (*score > 0)
		best = mapping;
	for (guint i = 0; i < mapping->others->len; i++) {
		guint other = sniff_table (mapping->others->pdata[i], sample);

		if (other <= *score)
			continue;
		best = mapping->others->pdata[i];
		*score = other;
	}
	return best;
}

static guint
sniff (const FairleadFormat *self, const FairleadSample *sample)
{
	guint score;

	pick_table (self->data, sample, &score);
	return score;
}

/* Where none fits, the first says what is wanting */
static gboolean
read_file (const FairleadFormat *self, FairleadReading *reading, GError **error)
{
	guint score;
	const FairleadMapping *table = pick_table (self->data, reading->sample, &score);

	if (table == NULL)
		table = self->data;
	return table->is_xml ? fairlead_mapping_read_xml (table, reading, error)
	                     : fairlead_mapping_read_csv (table, reading, error);
}

static gpointer
begin (const FairleadFormat *self)
{
	return fairlead_mapping_session_new (self->data);
}

static gboolean
finish (const FairleadFormat *self, gpointer state, FairleadRecords *records, GError **error)
{
	(void) self;
	(void) error;
	fairlead_mapping_session_finish (state, records);
	return TRUE;
}

static void
end (gpointer state)
{
	fairlead_mapping_session_free (state);
}

/* ---- making ---- */

static FairleadMapping *
new_empty (const char *path)
{
	FairleadMapping *self = g_new0 (FairleadMapping, 1);

	self->path = g_strdup (path);
	self->when = g_ptr_array_new_with_free_func ((GDestroyNotify) fairlead_condition_free);
	self->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) fairlead_field_free);
	self->given = g_ptr_array_new ();
	self->others = g_ptr_array_new_with_free_func ((GDestroyNotify) fairlead_mapping_free);
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
	g_ptr_array_unref (self->others);
	g_ptr_array_unref (self->given);
	g_clear_pointer (&self->lookups, g_hash_table_unref);
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

/* What stands in [mapping] and [lookup] asks no lookups: they become known behind these */
static FairleadMapping *
compile_table (const char *path, const GPtrArray *groups, GHashTable *lookups, GError **error)
{
	g_autoptr (FairleadMapping) self = new_empty (path);

	/* the settings' own `when` may name a map, but needs to know whether the file is XML */
	if (!fairlead_compile_maps (self, groups, error)
	    || !fairlead_compile_settings (self, groups, error)
	    || !fairlead_compile_lookups (self, groups, lookups, error))
		return NULL;
	self->lookups = g_hash_table_ref (lookups);
	if (!fairlead_compile_rules (self, groups, error) || !check_fields (self, error))
		return NULL;
	return g_steal_pointer (&self);
}

/* The groups of each table: from its [mapping] to the next one. What stands above the first
 * belongs to it. (element-type GPtrArray) */
static GPtrArray *
part_tables (const GPtrArray *groups)
{
	GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
	gboolean has_one = FALSE;

	g_ptr_array_add (tables, g_ptr_array_new ());
	for (guint i = 0; i < groups->len; i++) {
		const FairleadKeyGroup *group = g_ptr_array_index (groups, i);
		gboolean begins = strcmp (group->type, "mapping") == 0 && group->name == NULL;

		if (begins && has_one)
			g_ptr_array_add (tables, g_ptr_array_new ());
		has_one = has_one || begins;
		g_ptr_array_add (tables->pdata[tables->len - 1], (gpointer) group);
	}
	return tables;
}

static FairleadMapping *
compile_tables (const char *path, const GPtrArray *groups, GError **error)
{
	g_autoptr (GHashTable) lookups = fairlead_lookups_declare (path, groups, error);
	g_autoptr (GPtrArray) tables = part_tables (groups);
	g_autoptr (FairleadMapping) self = NULL;

	for (guint i = 0; i < tables->len; i++) {
		FairleadMapping *table =
			lookups == NULL ? NULL
					: compile_table (path, tables->pdata[i], lookups, error);

		if (table == NULL)
			return NULL;
		if (self == NULL)
			self = table;
		else
			g_ptr_array_add (self->others, table);
	}
	return g_steal_pointer (&self);
}

FairleadMapping *
fairlead_mapping_new (const char *name, const char *text, gsize size, GError **error)
{
	g_autoptr (GPtrArray) groups = fairlead_key_file_parse (name, text, size, error);
	FairleadMapping *self = groups == NULL ? NULL : compile_tables (name, groups, error);

	if (self == NULL)
		return NULL;
	self->format = (FairleadFormat){
		.name = self->name,
		.title = self->title,
		.sniff = sniff,
		.read = read_file,
		.begin = begin,
		.finish = finish,
		.end = end,
		.data = self,
	};
	return self;
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
