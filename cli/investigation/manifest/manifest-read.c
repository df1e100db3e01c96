/* cli/investigation/manifest/manifest-read.c: manifests come from others; nothing is trusted */
#include "cli/investigation/manifest/manifest.h"

#include <jansson.h>
#include <string.h>

#include "cli/investigation/small-file.h"
#include "ingest/record/error.h"

#define MOST_BYTES (64u << 20)

/* Where it is not as it should be, the name of the member */
typedef struct {
	const char *wrong;
} Reading;

static char *
dup_text (Reading *reading, json_t *object, const char *key)
{
	json_t *value = json_object_get (object, key);

	if (json_is_null (value))
		return NULL;
	if (!json_is_string (value))
		reading->wrong = key;
	return g_strdup (json_string_value (value));
}

static GStrv
dup_texts (Reading *reading, json_t *object, const char *key)
{
	json_t *array = json_object_get (object, key);
	GPtrArray *texts = g_ptr_array_new ();

	if (!json_is_array (array))
		reading->wrong = key;
	for (gsize i = 0; i < json_array_size (array); i++) {
		if (!json_is_string (json_array_get (array, i)))
			reading->wrong = key;
		else
			g_ptr_array_add (texts,
			                 g_strdup (json_string_value (json_array_get (array, i))));
	}
	g_ptr_array_add (texts, NULL);
	return (GStrv) g_ptr_array_free (texts, FALSE);
}

static gint64
get_integer (Reading *reading, json_t *object, const char *key)
{
	json_t *value = json_object_get (object, key);

	if (!json_is_integer (value))
		reading->wrong = key;
	return json_integer_value (value);
}

static void
read_files (Reading *reading, GPtrArray *files, json_t *object, const char *key)
{
	json_t *array = json_object_get (object, key);

	if (!json_is_array (array))
		reading->wrong = key;
	for (gsize i = 0; i < json_array_size (array); i++) {
		json_t *one = json_array_get (array, i);
		g_autofree char *file = dup_text (reading, one, "file");
		g_autofree char *sha256 = dup_text (reading, one, "sha256");
		gint64 n_bytes = get_integer (reading, one, "bytes");

		if (file == NULL || sha256 == NULL || n_bytes < 0)
			reading->wrong = key;
		else
			g_ptr_array_add (files,
			                 manifest_file_new (file, sha256, (guint64) n_bytes));
	}
}

static ManifestStep *
read_step (Reading *reading, json_t *object)
{
	g_autofree char *name = dup_text (reading, object, "step");
	ManifestStep *step = manifest_step_new (name != NULL ? name : "");

	if (name == NULL)
		reading->wrong = "step";
	step->words = dup_texts (reading, object, "command");
	step->output = dup_text (reading, object, "standard_output");
	step->version = dup_text (reading, object, "fairlead");
	step->started = dup_text (reading, object, "started");
	step->ended = dup_text (reading, object, "ended");
	step->exit_code = (gint) CLAMP (get_integer (reading, object, "exit"), 0, 255);
	read_files (reading, step->inputs, object, "inputs");
	read_files (reading, step->outputs, object, "outputs");
	return step;
}

static Manifest *
read_manifest (Reading *reading, json_t *object)
{
	Manifest *self = manifest_new ();
	json_t *parameters = json_object_get (object, "parameters");
	json_t *steps = json_object_get (object, "steps");

	self->version = dup_text (reading, object, "fairlead");
	self->investigation = dup_text (reading, object, "investigation");
	self->sha256 = dup_text (reading, object, "sha256");
	self->settings = dup_texts (reading, object, "set");
	self->outputs = dup_text (reading, object, "outputs");
	self->parameters = dup_text (reading, parameters, "file");
	self->parameters_hash = dup_text (reading, parameters, "hash");
	self->seed = get_integer (reading, object, "seed");
	self->started = dup_text (reading, object, "started");
	self->ended = dup_text (reading, object, "ended");
	self->is_complete = json_is_true (json_object_get (object, "complete"));
	read_files (reading, self->inputs, object, "inputs");
	if (!json_is_array (steps))
		reading->wrong = "steps";
	for (gsize i = 0; i < json_array_size (steps); i++)
		g_ptr_array_add (self->steps, read_step (reading, json_array_get (steps, i)));
	if (self->version == NULL || self->investigation == NULL || self->sha256 == NULL
	    || self->outputs == NULL)
		reading->wrong = "investigation";
	/* It would be read from anywhere */
	else if (strchr (self->investigation, '/') != NULL)
		reading->wrong = "investigation";
	return self;
}

/* The text of the file, bounded */
static json_t *
read_json (const char *path, GError **error)
{
	gsize length;
	g_autofree char *text = small_file_read (path, MOST_BYTES, &length, error);
	json_error_t mistake;
	json_t *json;

	if (text == NULL)
		return NULL;
	json = json_loadb (text, length, JSON_REJECT_DUPLICATES, &mistake);
	if (json == NULL)
		fairlead_set_error_at (error, path, (guint64) MAX (mistake.line, 0),
		                       FAIRLEAD_ERROR_SYNTAX, "is no manifest: %s", mistake.text);
	return json;
}

Manifest *
manifest_read (const char *path, GError **error)
{
	json_t *json = read_json (path, error);
	Reading reading = { NULL };
	g_autoptr (Manifest) self = json == NULL ? NULL : read_manifest (&reading, json);

	json_decref (json);
	if (reading.wrong == NULL)
		return g_steal_pointer (&self);
	fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_SYNTAX,
	                       "is no manifest of a run: %s is missing or not what it should be",
	                       reading.wrong);
	return NULL;
}
