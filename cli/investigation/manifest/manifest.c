/* cli/investigation/manifest/manifest.c: what a manifest holds, and how it is written */
#include "cli/investigation/manifest/manifest.h"

#include <jansson.h>
#include <string.h>

#include "graph/versions.h"
#include "ingest/grammar/versions.h"
#include "output/write/output-file.h"

/* ---- what it holds ---- */

static void
file_free (gpointer data)
{
	ManifestFile *self = data;

	g_free (self->file);
	g_free (self->sha256);
	g_free (self);
}

ManifestFile *
manifest_file_new (const char *file, const char *sha256, guint64 n_bytes)
{
	ManifestFile *self = g_new0 (ManifestFile, 1);

	self->file = g_strdup (file);
	self->sha256 = g_strdup (sha256);
	self->n_bytes = n_bytes;
	return self;
}

ManifestStep *
manifest_step_new (const char *name)
{
	ManifestStep *self = g_new0 (ManifestStep, 1);

	self->name = g_strdup (name);
	self->inputs = g_ptr_array_new_with_free_func (file_free);
	self->outputs = g_ptr_array_new_with_free_func (file_free);
	return self;
}

void
manifest_step_free (ManifestStep *self)
{
	g_free (self->name);
	g_strfreev (self->words);
	g_free (self->output);
	g_free (self->version);
	g_free (self->started);
	g_free (self->ended);
	g_ptr_array_unref (self->inputs);
	g_ptr_array_unref (self->outputs);
	g_free (self);
}

static void
copy_files (GPtrArray *to, GPtrArray *from)
{
	for (guint i = 0; i < from->len; i++) {
		const ManifestFile *file = g_ptr_array_index (from, i);

		g_ptr_array_add (to, manifest_file_new (file->file, file->sha256, file->n_bytes));
	}
}

ManifestStep *
manifest_step_copy (const ManifestStep *step)
{
	ManifestStep *self = manifest_step_new (step->name);

	self->words = g_strdupv (step->words);
	self->output = g_strdup (step->output);
	self->version = g_strdup (step->version);
	self->started = g_strdup (step->started);
	self->ended = g_strdup (step->ended);
	self->exit_code = step->exit_code;
	copy_files (self->inputs, step->inputs);
	copy_files (self->outputs, step->outputs);
	return self;
}

Manifest *
manifest_new (void)
{
	Manifest *self = g_new0 (Manifest, 1);

	self->inputs = g_ptr_array_new_with_free_func (file_free);
	self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) manifest_step_free);
	return self;
}

void
manifest_free (Manifest *self)
{
	g_free (self->version);
	g_free (self->investigation);
	g_free (self->sha256);
	g_strfreev (self->settings);
	g_free (self->outputs);
	g_free (self->parameters);
	g_free (self->parameters_hash);
	g_free (self->started);
	g_free (self->ended);
	g_ptr_array_unref (self->inputs);
	g_ptr_array_unref (self->steps);
	g_free (self);
}

const ManifestStep *
manifest_find_step (const Manifest *self, const char *name)
{
	for (guint i = 0; i < self->steps->len; i++) {
		const ManifestStep *step = g_ptr_array_index (self->steps, i);

		if (strcmp (step->name, name) == 0)
			return step;
	}
	return NULL;
}

const ManifestFile *
manifest_find_file (GPtrArray *files, const char *name)
{
	for (guint i = 0; i < files->len; i++) {
		const ManifestFile *file = g_ptr_array_index (files, i);

		if (strcmp (file->file, name) == 0)
			return file;
	}
	return NULL;
}

char *
manifest_dup_now (void)
{
	g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

	return g_date_time_format_iso8601 (now);
}

/* ---- writing ---- */

/* A file's name need not be UTF-8 */
static json_t *
new_text (const char *text)
{
	g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;

	return valid != NULL ? json_string (valid) : json_null ();
}

static json_t *
new_texts (const char *const *texts)
{
	json_t *array = json_array ();

	for (; texts != NULL && *texts != NULL; texts++)
		json_array_append_new (array, new_text (*texts));
	return array;
}

static json_t *
new_files (GPtrArray *files)
{
	json_t *array = json_array ();

	for (guint i = 0; i < files->len; i++) {
		const ManifestFile *file = g_ptr_array_index (files, i);

		json_array_append_new (array,
		                       json_pack ("{s:o, s:o, s:I}", "file", new_text (file->file),
		                                  "sha256", new_text (file->sha256), "bytes",
		                                  (json_int_t) file->n_bytes));
	}
	return array;
}

static json_t *
new_step (const ManifestStep *step)
{
	return json_pack (
		"{s:o, s:o, s:o, s:o, s:o, s:o, s:i, s:o, s:o}", "step", new_text (step->name),
		"command", new_texts ((const char *const *) step->words), "standard_output",
		new_text (step->output), "fairlead", new_text (step->version), "started",
		new_text (step->started), "ended", new_text (step->ended), "exit", step->exit_code,
		"inputs", new_files (step->inputs), "outputs", new_files (step->outputs));
}

static json_t *
new_steps (const Manifest *self)
{
	json_t *array = json_array ();

	for (guint i = 0; i < self->steps->len; i++)
		json_array_append_new (array, new_step (g_ptr_array_index (self->steps, i)));
	return array;
}

static json_t *
new_libraries (void)
{
	static const struct {
		const char *name;
		char *(*dup_version) (void);
	} libraries[] = {
		{ "icu", fairlead_icu_dup_version },
		{ "igraph", fairlead_igraph_dup_version },
		{ "jansson", fairlead_jansson_dup_version },
		{ "libarchive", fairlead_libarchive_dup_version },
		{ "libxml2", fairlead_libxml2_dup_version },
		{ "sqlite", fairlead_sqlite_dup_version },
	};
	json_t *object = json_object ();

	json_object_set_new (object, "glib",
	                     json_sprintf ("%u.%u.%u", glib_major_version, glib_minor_version,
	                                   glib_micro_version));
	for (guint i = 0; i < G_N_ELEMENTS (libraries); i++) {
		g_autofree char *version = libraries[i].dup_version ();

		json_object_set_new (object, libraries[i].name, new_text (version));
	}
	return object;
}

static json_t *
new_manifest (const Manifest *self)
{
	json_t *parameters = json_pack ("{s:o, s:o}", "file", new_text (self->parameters), "hash",
	                                new_text (self->parameters_hash));

	return json_pack (
		"{s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:I, s:o, s:o, s:b, s:o, s:o}", "fairlead",
		new_text (self->version), "libraries", new_libraries (), "investigation",
		new_text (self->investigation), "sha256", new_text (self->sha256), "set",
		new_texts ((const char *const *) self->settings), "outputs",
		new_text (self->outputs), "parameters", parameters, "seed", (json_int_t) self->seed,
		"started", new_text (self->started), "ended", new_text (self->ended), "complete",
		self->is_complete, "inputs", new_files (self->inputs), "steps", new_steps (self));
}

gboolean
manifest_write (const Manifest *self, const char *path, GError **error)
{
	g_autoptr (FairleadOutputFile) file = fairlead_output_file_open (path, error);
	json_t *json = file == NULL ? NULL : new_manifest (self);
	/* jansson's memory is malloc's. What acts on a terminal is no ASCII, and so is escaped. */
	char *text = json == NULL ? NULL : json_dumps (json, JSON_INDENT (2) | JSON_ENSURE_ASCII);
	gboolean is_written;

	if (text == NULL) {
		json_decref (json);
		return FALSE;
	}
	is_written = g_output_stream_printf (fairlead_output_file_get_stream (file), NULL, NULL,
	                                     error, "%s\n", text)
	             && fairlead_output_file_commit (file, error);
	free (text);
	json_decref (json);
	return is_written;
}
