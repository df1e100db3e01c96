/* graph/parameters-file.c: the numbers from a key file, the shipped one or the user's */
#include <math.h>
#include <string.h>

#include "graph/parameters.h"
#include "graph/shipped-parameters.h"
#include "ingest/mapping/language/key-file.h"
#include "ingest/mapping/language/suggest.h"
#include "ingest/record/error.h"

#define SHIPPED "/fairlead/parameters/default.parameters"

static const struct {
	const char *group;
	const char *key;
	gsize offset;
	double least;
	double greatest;
} fields[] = {
#define X(field, group, key, least, greatest) \
	{ group, key, G_STRUCT_OFFSET (FairleadParameters, field), least, greatest },
	FAIRLEAD_PARAMETER_TABLE (X)
#undef X
};

/* Groups with a number for each kind of link */
static const struct {
	const char *group;
	gsize offset;
} kind_groups[] = {
	{ "conductance", G_STRUCT_OFFSET (FairleadParameters, conductance) },
	{ "control", G_STRUCT_OFFSET (FairleadParameters, control) },
};

/* Where a number goes, and what it may be */
typedef struct {
	double *value;
	double least;
	double greatest;
} Place;

typedef struct {
	const char *path;
	FairleadParameters *parameters;
	GHashTable *seen; /* of double *: those that were given */
} Reading;

static double *
number_at (FairleadParameters *parameters, gsize offset)
{
	return (double *) (gpointer) ((char *) parameters + offset);
}

/* The places of a group by name, each offered to the suggestion as well */
static gboolean
find_place (Reading *reading, const char *group, const char *key, FairleadSuggestion *suggestion,
            Place *place)
{
	for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
		if (strcmp (fields[i].group, group) != 0)
			continue;
		fairlead_suggestion_offer (suggestion, fields[i].key);
		if (strcmp (fields[i].key, key) != 0)
			continue;
		*place = (Place){ number_at (reading->parameters, fields[i].offset),
			          fields[i].least, fields[i].greatest };
		return TRUE;
	}
	for (guint i = 0; i < G_N_ELEMENTS (kind_groups); i++) {
		double *values = number_at (reading->parameters, kind_groups[i].offset);

		if (strcmp (kind_groups[i].group, group) != 0)
			continue;
		for (guint kind = 0; kind < FAIRLEAD_N_LINK_KINDS; kind++) {
			const char *name = fairlead_link_info (kind)->name;

			fairlead_suggestion_offer (suggestion, name);
			if (strcmp (name, key) != 0)
				continue;
			*place = (Place){ &values[kind], 0.0, 1.0 };
			return TRUE;
		}
	}
	return FALSE;
}

static gboolean
check_group (const Reading *reading, const FairleadKeyGroup *group, GError **error)
{
	g_auto (FairleadSuggestion) suggestion = FAIRLEAD_SUGGESTION (group->type);
	g_autofree char *words = NULL;

	for (guint i = 0; group->name == NULL && i < G_N_ELEMENTS (fields); i++) {
		fairlead_suggestion_offer (&suggestion, fields[i].group);
		if (strcmp (fields[i].group, group->type) == 0)
			return TRUE;
	}
	for (guint i = 0; group->name == NULL && i < G_N_ELEMENTS (kind_groups); i++) {
		fairlead_suggestion_offer (&suggestion, kind_groups[i].group);
		if (strcmp (kind_groups[i].group, group->type) == 0)
			return TRUE;
	}
	words = fairlead_suggestion_dup_text (&suggestion);
	return fairlead_set_error_at (
		error, reading->path, group->line, FAIRLEAD_ERROR_UNKNOWN_REFERENCE,
		"no parameters stand in a group [%s%s%s]%s", group->type,
		group->name != NULL ? " " : "", group->name != NULL ? group->name : "", words);
}

static gboolean
refuse_key (const Reading *reading, const FairleadKeyGroup *group, const FairleadKeyEntry *entry,
            const FairleadSuggestion *suggestion, GError **error)
{
	g_autofree char *words = fairlead_suggestion_dup_text (suggestion);

	return fairlead_set_error_at (
		error, reading->path, entry->line, FAIRLEAD_ERROR_UNKNOWN_REFERENCE,
		"[%s] has no parameter \"%s\"%s", group->type, entry->key, words);
}

static gboolean
take_number (const Reading *reading, const FairleadKeyEntry *entry, const Place *place,
             GError **error)
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
read_entry (Reading *reading, const FairleadKeyGroup *group, const FairleadKeyEntry *entry,
            GError **error)
{
	g_auto (FairleadSuggestion) suggestion = FAIRLEAD_SUGGESTION (entry->key);
	Place place;

	if (!find_place (reading, group->type, entry->key, &suggestion, &place))
		return refuse_key (reading, group, entry, &suggestion, error);
	if (!g_hash_table_add (reading->seen, place.value))
		return fairlead_set_error_at (error, reading->path, entry->line,
		                              FAIRLEAD_ERROR_SYNTAX, "%s stands twice in [%s]",
		                              entry->key, group->type);
	return take_number (reading, entry, &place, error);
}

static gboolean
read_groups (Reading *reading, const char *text, gsize size, GError **error)
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
fairlead_parameters_read (FairleadParameters *self, const char *path, const char *text, gsize size,
                          GError **error)
{
	g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
	FairleadParameters changed = *self;
	Reading reading = { path, &changed, seen };

	if (!read_groups (&reading, text, size, error))
		return FALSE;
	*self = changed;
	return TRUE;
}

gboolean
fairlead_parameters_load (FairleadParameters *self, const char *path, GError **error)
{
	g_autoptr (GMappedFile) file = NULL;
	g_autoptr (GError) problem = NULL;

	if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
		return fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_IO,
		                              "this is no regular file");
	file = g_mapped_file_new (path, FALSE, &problem);
	if (file == NULL)
		return fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_IO,
		                              "the parameters cannot be read (%s)",
		                              problem->message);
	return fairlead_parameters_read (self, path, g_mapped_file_get_contents (file),
	                                 g_mapped_file_get_length (file), error);
}

/* A shipped file that lacks a number is a mistake of the build, which the tests find */
void
fairlead_parameters_init (FairleadParameters *self)
{
	g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
	g_autoptr (GError) error = NULL;
	g_autoptr (GBytes) bytes =
		g_resource_lookup_data (fairlead_shipped_parameters_get_resource (), SHIPPED,
	                                G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
	Reading reading = { "default.parameters", self, seen };
	gsize size;
	const char *text;

	memset (self, 0, sizeof *self);
	if (bytes == NULL)
		g_error ("the shipped parameters are missing: %s", error->message);
	text = g_bytes_get_data (bytes, &size);
	if (!read_groups (&reading, text, size, &error))
		g_error ("the shipped parameters are not whole: %s", error->message);
	if (g_hash_table_size (seen) != sizeof *self / sizeof (double))
		g_error ("the shipped parameters lack a number");
}
