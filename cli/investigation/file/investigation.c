/* cli/investigation/file/investigation.c: the file, its inputs, and what steps have in common */
#include "cli/investigation/file/investigation.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/investigation/file/common-keys.h"
#include "cli/investigation/small-file.h"
#include "ingest/file-hash.h"
#include "ingest/mapping/language/suggest.h"
#include "ingest/record/error.h"

#define ENDING ".investigation"

static void
file_free (gpointer data)
{
	InvestigationFile *self = data;

	g_free (self->name);
	g_free (self->file);
	g_free (self->sha256);
	g_free (self);
}

static void
step_free (gpointer data)
{
	InvestigationStep *self = data;

	g_free (self->name);
	g_strfreev (self->words);
	g_strfreev (self->results);
	g_free (self->output);
	g_ptr_array_unref (self->files);
	g_free (self);
}

void
investigation_free (Investigation *self)
{
	g_free (self->path);
	g_free (self->folder);
	g_free (self->base);
	g_free (self->sha256);
	g_strfreev (self->settings);
	g_key_file_unref (self->keys);
	g_clear_pointer (&self->lines, key_lines_free);
	g_free (self->outputs);
	g_free (self->manifest);
	g_free (self->parameters);
	g_free (self->seed);
	g_ptr_array_unref (self->files);
	g_ptr_array_unref (self->steps);
	g_free (self);
}

static Investigation *
investigation_new (const char *path, char **settings)
{
	Investigation *self = g_new0 (Investigation, 1);

	self->path = g_strdup (path);
	self->folder = g_path_get_dirname (path);
	self->base = g_path_get_basename (path);
	self->settings = settings != NULL ? g_strdupv (settings) : g_new0 (char *, 1);
	self->keys = g_key_file_new ();
	self->files = g_ptr_array_new_with_free_func (file_free);
	self->steps = g_ptr_array_new_with_free_func (step_free);
	return self;
}

/* ---- where something is wrong ---- */

static const char *
find_setting (Investigation *self, const char *group, const char *key)
{
	const char *bare = strchr (group, ' ');
	g_autofree char *whole = g_strdup_printf ("%s.%s=", group, key);
	g_autofree char *brief = g_strdup_printf ("%s.%s=", bare != NULL ? bare + 1 : group, key);

	for (guint i = g_strv_length (self->settings); i > 0; i--)
		if (g_str_has_prefix (self->settings[i - 1], whole)
		    || g_str_has_prefix (self->settings[i - 1], brief))
			return self->settings[i - 1];
	return NULL;
}

void
investigation_complain (Investigation *self, Complaints *complaints, const char *group,
                        const char *key, const char *format, ...)
{
	const char *setting = key != NULL ? find_setting (self, group, key) : NULL;
	guint line = key_lines_find (self->lines, group, key);
	g_autofree char *option = setting != NULL ? g_strconcat ("--set ", setting, NULL) : NULL;
	g_autofree char *words = NULL;
	va_list arguments;

	va_start (arguments, format);
	words = g_strdup_vprintf (format, arguments);
	va_end (arguments);
	if (line == 0)
		line = key_lines_find (self->lines, group, NULL);
	if (option != NULL)
		complaints_add_of_option (complaints, option, "%s", words);
	else
		complaints_add (complaints, line, "%s", words);
}

/* ---- reading ---- */

static void
check_text (const char *text, gsize length, Complaints *complaints)
{
	const char *end;
	guint line = 1;

	if (g_utf8_validate_len (text, length, &end))
		return;
	for (const char *at = text; at < end; at++)
		line += *at == '\n';
	complaints_add (complaints, line,
	                *end == '\0' ? "a byte of zero stands here" : "this is not UTF-8");
}

static gboolean
read_keys (Investigation *self, Complaints *complaints, GError **error)
{
	gsize length;
	g_autofree char *text = small_file_read (self->path, KEY_LINES_MOST_BYTES, &length, error);
	g_autoptr (GError) local = NULL;

	if (text == NULL)
		return FALSE;
	self->sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, (gssize) length);
	check_text (text, length, complaints);
	if (complaints_count (complaints) > 0)
		return TRUE;
	self->lines = key_lines_new (text, complaints);
	if (complaints_count (complaints) == 0
	    && !g_key_file_load_from_data (self->keys, text, length, G_KEY_FILE_NONE, &local))
		complaints_add (complaints, 0, "%s", local->message);
	return TRUE;
}

/* ---- settings ---- */

/* `ranking` may stand for `step ranking` and for `input ranking` */
static char *
dup_group (Investigation *self, const char *name)
{
	static const char *const prefixes[] = { "", STEP_PREFIX, INPUT_PREFIX };

	for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++) {
		g_autofree char *group = g_strconcat (prefixes[i], name, NULL);

		if (g_key_file_has_group (self->keys, group))
			return g_steal_pointer (&group);
	}
	return NULL;
}

static void
apply_setting (Investigation *self, const char *setting, Complaints *complaints)
{
	g_autofree char *option = g_strconcat ("--set ", setting, NULL);
	const char *equals = strchr (setting, '=');
	const char *dot = equals == NULL ? NULL : g_strrstr_len (setting, equals - setting, ".");
	g_autofree char *name = dot == NULL ? NULL : g_strndup (setting, (gsize) (dot - setting));
	g_autofree char *group = name == NULL ? NULL : dup_group (self, name);
	g_autofree char *key = dot == NULL ? NULL : g_strndup (dot + 1, (gsize) (equals - dot - 1));

	if (!g_utf8_validate (setting, -1, NULL))
		complaints_add_of_option (complaints, option, "this is not UTF-8");
	else if (dot == NULL || *key == '\0')
		complaints_add_of_option (complaints, option, "expected group.key=value");
	else if (group == NULL)
		complaints_add_of_option (complaints, option, "no group is called %s", name);
	else
		g_key_file_set_value (self->keys, group, key, equals + 1);
}

void
investigation_apply_settings (Investigation *self, Complaints *complaints)
{
	for (guint i = 0; self->settings[i] != NULL; i++)
		apply_setting (self, self->settings[i], complaints);
}

/* ---- files ---- */

static InvestigationFile *
find_file (Investigation *self, const char *path)
{
	for (guint i = 0; i < self->files->len; i++) {
		InvestigationFile *file = g_ptr_array_index (self->files, i);

		if (strcmp (file->file, path) == 0)
			return file;
	}
	return NULL;
}

static InvestigationFile *
add_file (Investigation *self, const char *name, const char *path)
{
	InvestigationFile *file = g_new0 (InvestigationFile, 1);

	file->name = g_strdup (name);
	file->file = g_strdup (path);
	g_ptr_array_add (self->files, file);
	return file;
}

static void
check_hash (Investigation *self, const char *group, InvestigationFile *file, Complaints *complaints)
{
	g_autofree char *stated = g_key_file_get_string (self->keys, group, "sha256", NULL);

	if (stated == NULL || *stated == '\0')
		return;
	if (strlen (stated) != 64 || strspn (stated, "0123456789abcdefABCDEF") != 64)
		investigation_complain (self, complaints, group, "sha256",
		                        "sha256 is not 64 hexadecimal digits");
	else if (file->sha256 != NULL && g_ascii_strcasecmp (stated, file->sha256) != 0)
		investigation_complain (self, complaints, group, "sha256",
		                        "%s is another file now: its SHA-256 is %s", file->file,
		                        file->sha256);
}

/* Times are looked at again after the run */
static void
take_hash (Investigation *self, InvestigationFile *file, const char *group, const char *key,
           Complaints *complaints, GCancellable *cancellable)
{
	g_autoptr (GError) error = NULL;
	GStatBuf status;

	if (g_stat (file->file, &status) == 0) {
		/* It might never end, and could not be read again */
		if (!S_ISREG (status.st_mode) && !S_ISDIR (status.st_mode)) {
			investigation_complain (self, complaints, group, key,
			                        "%s is neither a file nor a folder", file->file);
			return;
		}
		file->changed =
			status.st_mtim.tv_sec * G_USEC_PER_SEC + status.st_mtim.tv_nsec / 1000;
	}
	file->sha256 = fairlead_file_dup_sha256 (file->file, &file->n_bytes, cancellable, &error);
	if (error != NULL)
		investigation_complain (self, complaints, group, key, "%s", error->message);
}

InvestigationFile *
investigation_take_file (Investigation *self, const char *group, const char *key, const char *path,
                         Complaints *complaints, GCancellable *cancellable)
{
	InvestigationFile *file = find_file (self, path);

	if (file != NULL)
		return file;
	file = add_file (self, NULL, path);
	take_hash (self, file, group, key, complaints, cancellable);
	return file;
}

static void
read_input (Investigation *self, const char *group, Complaints *complaints,
            GCancellable *cancellable)
{
	static const char *const known[] = { "file", "sha256", NULL };
	g_autofree char *path = g_key_file_get_string (self->keys, group, "file", NULL);
	InvestigationFile *file;

	common_keys_check (self, group, known, complaints);
	if (path == NULL || *path == '\0') {
		investigation_complain (self, complaints, group, "file", "[%s] has no file", group);
		return;
	}
	if (strcmp (path, "-") == 0) {
		investigation_complain (self, complaints, group, "file",
		                        "standard input cannot be read again, so it is no input"
		                        " here");
		return;
	}
	if (find_file (self, path) != NULL) {
		investigation_complain (self, complaints, group, "file", "%s is an input already",
		                        path);
		return;
	}
	file = add_file (self, group + strlen (INPUT_PREFIX), path);
	take_hash (self, file, group, "file", complaints, cancellable);
	check_hash (self, group, file, complaints);
}

/* ---- groups ---- */

static void
read_inputs (Investigation *self, Complaints *complaints, GCancellable *cancellable)
{
	g_auto (GStrv) groups = g_key_file_get_groups (self->keys, NULL);

	for (guint i = 0; groups[i] != NULL; i++)
		if (g_str_has_prefix (groups[i], INPUT_PREFIX))
			read_input (self, groups[i], complaints, cancellable);
	self->n_inputs = self->files->len;
	if (self->n_inputs == 0 && complaints_count (complaints) == 0)
		complaints_add (complaints, 0, "names no input (expected [input NAME] with file=)");
}

/* One word for a file name, so that it needs no quotes anywhere */
static gboolean
is_name (const char *name)
{
	return *name != '\0' && *name != '.' && strchr (name, '/') == NULL;
}

static void
read_steps (Investigation *self, Complaints *complaints, GCancellable *cancellable)
{
	g_auto (GStrv) groups = g_key_file_get_groups (self->keys, NULL);
	guint n = 0;

	for (guint i = 0; groups[i] != NULL; i++) {
		if (g_str_has_prefix (groups[i], STEP_PREFIX)) {
			investigation_read_step (self, groups[i], complaints, cancellable);
			n++;
		} else if (strcmp (groups[i], INVESTIGATION_GROUP) != 0
		           && !g_str_has_prefix (groups[i], INPUT_PREFIX))
			investigation_complain (self, complaints, groups[i], NULL,
			                        "[%s] is not known (expected [investigation],"
			                        " [input NAME] or [step NAME])",
			                        groups[i]);
	}
	if (n == 0)
		complaints_add (complaints, 0, "has no step (expected [step NAME] with command=)");
}

static char *
dup_manifest (const Investigation *self)
{
	gsize length = strlen (self->base);
	gsize ending = strlen (ENDING);

	if (g_str_has_suffix (self->base, ENDING))
		length -= ending;
	return g_strdup_printf ("%.*s.manifest.json", (int) length, self->base);
}

static char *
dup_common (Investigation *self, const char *key)
{
	return g_key_file_get_string (self->keys, INVESTIGATION_GROUP, key, NULL);
}

static void
read_common (Investigation *self, Complaints *complaints)
{
	common_keys_check (self, INVESTIGATION_GROUP, NULL, complaints);
	self->outputs = dup_common (self, "outputs");
	self->manifest = dup_common (self, "manifest");
	self->parameters = dup_common (self, "parameters");
	self->seed = dup_common (self, "seed");
	if (self->outputs == NULL)
		self->outputs = g_strdup (".");
	if (self->manifest == NULL)
		self->manifest = dup_manifest (self);
	if (strcmp (self->outputs, ".") != 0 && !investigation_is_inner_path (self->outputs))
		investigation_complain (self, complaints, INVESTIGATION_GROUP, "outputs",
		                        "outputs %s is not below the folder of the investigation",
		                        self->outputs);
	if (!is_name (self->manifest) || strcmp (self->manifest, self->base) == 0)
		investigation_complain (self, complaints, INVESTIGATION_GROUP, "manifest",
		                        "manifest %s is no name of a file beside the investigation",
		                        self->manifest);
}

static void
check (Investigation *self, Complaints *complaints, GCancellable *cancellable)
{
	investigation_apply_settings (self, complaints);
	read_common (self, complaints);
	read_inputs (self, complaints, cancellable);
	read_steps (self, complaints, cancellable);
}

Investigation *
investigation_open (const char *path, char **settings, Complaints *complaints,
                    GCancellable *cancellable, GError **error)
{
	g_autoptr (Investigation) self = investigation_new (path, settings);
	guint n;

	if (!read_keys (self, complaints, error))
		return NULL;
	if (complaints_count (complaints) == 0) {
		if (g_chdir (self->folder) != 0) {
			fairlead_set_error_at (error, self->folder, 0, FAIRLEAD_ERROR_IO,
			                       "cannot be entered");
			return NULL;
		}
		check (self, complaints, cancellable);
	}
	if (g_cancellable_set_error_if_cancelled (cancellable, error))
		return NULL;
	n = complaints_count (complaints);
	if (n == 0)
		return g_steal_pointer (&self);
	fairlead_set_error_at (
		error, path, 0, FAIRLEAD_ERROR_USAGE,
		n == 1 ? "%u mistake; nothing was run" : "%u mistakes; nothing was run", n);
	return NULL;
}
