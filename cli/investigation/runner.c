/* cli/investigation/runner.c */
#include "cli/investigation/runner.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "cli/investigation/stage.h"
#include "cli/options/model.h"
#include "ingest/file-hash.h"
#include "ingest/record/error.h"
#include "output/write/text.h"

static const char *
get_outputs (const Runner *self)
{
	return self->outputs != NULL ? self->outputs : self->investigation->outputs;
}

static char *
dup_place (const char *folder, const char *path)
{
	return strcmp (folder, ".") == 0 ? g_strdup (path) : g_build_filename (folder, path, NULL);
}

static char *
dup_standard_output (const Runner *self, const InvestigationStep *step)
{
	return step->has_output_option ? NULL
	                               : dup_place (self->investigation->outputs, step->output);
}

/* ---- what is up to date ---- */

static char *
dup_changed_input (const InvestigationStep *step, const ManifestStep *before)
{
	for (guint i = 0; i < step->files->len; i++) {
		const InvestigationFile *file = g_ptr_array_index (step->files, i);
		const ManifestFile *was = manifest_find_file (before->inputs, file->file);

		if (was == NULL || strcmp (was->sha256, file->sha256) != 0)
			return g_strdup_printf ("%s %s", file->file,
			                        was == NULL ? "is new" : "has changed");
	}
	return NULL;
}

/* Where one of the results has gone or been changed */
static char *
dup_changed_output (const Runner *self, const ManifestStep *before)
{
	for (guint i = 0; i < before->outputs->len; i++) {
		const ManifestFile *was = g_ptr_array_index (before->outputs, i);
		g_autofree char *is = NULL;

		if (!g_file_test (was->file, G_FILE_TEST_EXISTS))
			return g_strdup_printf ("%s is not there", was->file);
		is = fairlead_file_dup_sha256 (was->file, NULL, self->cancellable, NULL);
		if (g_strcmp0 (is, was->sha256) != 0)
			return g_strdup_printf ("%s was changed since", was->file);
	}
	return before->outputs->len == 0 ? g_strdup ("it wrote nothing") : NULL;
}

char *
runner_dup_reason (const Runner *self, const InvestigationStep *step)
{
	const ManifestStep *before =
		self->before == NULL ? NULL : manifest_find_step (self->before, step->name);
	g_auto (GStrv) words = investigation_dup_words (step, self->investigation->outputs);
	g_autofree char *output = dup_standard_output (self, step);
	char *reason;

	if (self->forced)
		return g_strdup ("it is forced");
	if (before == NULL)
		return g_strdup ("it was not run before");
	if (g_strcmp0 (before->version, FAIRLEAD_VERSION) != 0)
		return g_strdup_printf ("fairlead %s did it before",
		                        before->version != NULL ? before->version : "(unknown)");
	if (!g_strv_equal ((const char *const *) before->words, (const char *const *) words)
	    || g_strcmp0 (before->output, output) != 0)
		return g_strdup ("what it asks for has changed");
	if (before->exit_code != EXIT_DONE)
		return g_strdup ("it found issues that are forbidden");
	reason = dup_changed_input (step, before);
	return reason != NULL ? reason : dup_changed_output (self, before);
}

/* ---- one step ---- */

/* Everything that it will write goes to the stage */
static gboolean
prepare (const InvestigationStep *step, Stage *stage, GError **error)
{
	if (!stage_prepare (stage, step->output, error))
		return FALSE;
	for (guint i = 0; step->results[i] != NULL; i++)
		if (!stage_prepare (stage, strchr (step->results[i], '=') + 1, error))
			return FALSE;
	return stage_redirect (stage, step->has_output_option ? NULL : step->output, error);
}

/* In the middle of the words, for -- may stand before the arguments */
static GStrv
dup_words_of_stage (const InvestigationStep *step, const Stage *stage)
{
	g_auto (GStrv) words = investigation_dup_words (step, stage_get_folder (stage));
	GPtrArray *all = g_ptr_array_new ();

	g_ptr_array_add (all, g_strdup (words[0]));
	g_ptr_array_add (all, g_strdup ("--quiet"));
	for (guint i = 1; words[i] != NULL; i++)
		g_ptr_array_add (all, g_strdup (words[i]));
	g_ptr_array_add (all, NULL);
	return (GStrv) g_ptr_array_free (all, FALSE);
}

static ExitCode
call (const Runner *self, const InvestigationStep *step, Stage *stage, CommandUse *use,
      GError **error)
{
	g_auto (GStrv) words = dup_words_of_stage (step, stage);
	Command used = *step->command;
	ExitCode code;

	used.use = use;
	if (!prepare (step, stage, error))
		return EXIT_FAILED;
	code = used.run (&used, (int) g_strv_length (words), words, self->cancellable, error);
	return stage_restore (stage, code == EXIT_FAILED ? NULL : error) ? code : EXIT_FAILED;
}

static gboolean
note_outputs (const Runner *self, ManifestStep *done, GPtrArray *files, GError **error)
{
	for (guint i = 0; i < files->len; i++) {
		g_autofree char *place = dup_place (get_outputs (self), files->pdata[i]);
		g_autofree char *named = dup_place (self->investigation->outputs, files->pdata[i]);
		guint64 n_bytes;
		g_autofree char *sha256 =
			fairlead_file_dup_sha256 (place, &n_bytes, self->cancellable, error);

		if (sha256 == NULL)
			return FALSE;
		g_ptr_array_add (done->outputs, manifest_file_new (named, sha256, n_bytes));
	}
	return TRUE;
}

static void
note_inputs (ManifestStep *done, const InvestigationStep *step)
{
	for (guint i = 0; i < step->files->len; i++) {
		const InvestigationFile *file = g_ptr_array_index (step->files, i);

		g_ptr_array_add (done->inputs,
		                 manifest_file_new (file->file, file->sha256, file->n_bytes));
	}
}

/* What was hashed must be what was read */
static gboolean
check_unchanged (const InvestigationStep *step, GError **error)
{
	for (guint i = 0; i < step->files->len; i++) {
		const InvestigationFile *file = g_ptr_array_index (step->files, i);
		GStatBuf status;

		if (g_stat (file->file, &status) != 0
		    || (S_ISREG (status.st_mode) && (guint64) status.st_size != file->n_bytes)
		    || status.st_mtim.tv_sec * G_USEC_PER_SEC + status.st_mtim.tv_nsec / 1000
		               != file->changed)
			return fairlead_set_error_at (error, file->file, 0, FAIRLEAD_ERROR_IO,
			                              "was changed while it was read");
	}
	return TRUE;
}

static ManifestStep *
run_step (const Runner *self, const InvestigationStep *step, CommandUse *use, GError **error)
{
	g_autoptr (ManifestStep) done = manifest_step_new (step->name);
	g_autoptr (Stage) stage = stage_new (get_outputs (self), error);
	g_autoptr (GPtrArray) files = NULL;
	ExitCode code;

	if (stage == NULL)
		return NULL;
	done->started = manifest_dup_now ();
	code = call (self, step, stage, use, error);
	if (code == EXIT_FAILED || !check_unchanged (step, error))
		return NULL;
	files = stage_list (stage);
	if (!stage_commit (stage, files, error) || !note_outputs (self, done, files, error))
		return NULL;
	note_inputs (done, step);
	done->exit_code = (gint) code;
	done->version = g_strdup (FAIRLEAD_VERSION);
	done->words = investigation_dup_words (step, self->investigation->outputs);
	done->output = dup_standard_output (self, step);
	done->ended = manifest_dup_now ();
	return g_steal_pointer (&done);
}

/* ---- all of them ---- */

static gboolean
begin (const Runner *self, Manifest *manifest, GError **error)
{
	const Investigation *investigation = self->investigation;
	ModelOptions model = { .path = investigation->parameters };

	if (model.path != NULL && *model.path == '\0')
		model.path = NULL;
	if (!model_options_read (&model, error))
		return FALSE;
	manifest->version = g_strdup (FAIRLEAD_VERSION);
	manifest->investigation = g_strdup (investigation->base);
	manifest->sha256 = g_strdup (investigation->sha256);
	manifest->settings = g_strdupv (investigation->settings);
	manifest->outputs = g_strdup (investigation->outputs);
	manifest->parameters = g_strdup (model.path);
	manifest->parameters_hash = fairlead_parameters_dup_hash (&model.parameters);
	manifest->seed = investigation->seed == NULL || *investigation->seed == '\0'
	                         ? 1
	                         : g_ascii_strtoll (investigation->seed, NULL, 10);
	manifest->started = manifest_dup_now ();
	for (guint i = 0; i < investigation->files->len; i++) {
		const InvestigationFile *file = g_ptr_array_index (investigation->files, i);

		g_ptr_array_add (manifest->inputs,
		                 manifest_file_new (file->file, file->sha256, file->n_bytes));
	}
	return TRUE;
}

static void say (const Runner *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
say (const Runner *self, const char *format, ...)
{
	g_autofree char *words = NULL;
	g_autofree char *visible = NULL;
	va_list arguments;

	if (self->is_quiet)
		return;
	va_start (arguments, format);
	words = g_strdup_vprintf (format, arguments);
	va_end (arguments);
	visible = fairlead_text_dup_visible (words, FALSE);
	fprintf (stderr, "fairlead: %s\n", visible);
}

static ManifestStep *
take_step (const Runner *self, const InvestigationStep *step, CommandUse *use, GError **error)
{
	g_autofree char *reason = runner_dup_reason (self, step);
	gint64 since = g_get_monotonic_time ();
	ManifestStep *done;

	if (reason == NULL) {
		say (self, "step %s is up to date", step->name);
		return manifest_step_copy (manifest_find_step (self->before, step->name));
	}
	say (self, "step %s: %s, because %s", step->name, step->command->name, reason);
	done = run_step (self, step, use, error);
	if (done == NULL) {
		g_prefix_error (error, "%s:%u: step %s: ", self->investigation->path, step->line,
		                step->name);
		return NULL;
	}
	for (guint i = 0; i < done->outputs->len; i++) {
		const ManifestFile *file = g_ptr_array_index (done->outputs, i);

		say (self, "  wrote %s", file->file);
	}
	say (self, "  in %.1f s", (double) (g_get_monotonic_time () - since) / G_USEC_PER_SEC);
	return done;
}

static gboolean
keep (const Runner *self, Manifest *manifest, GError **error)
{
	g_free (manifest->ended);
	manifest->ended = manifest_dup_now ();
	return !self->keeps_manifest
	       || manifest_write (manifest, self->investigation->manifest, error);
}

/* Tables look the same on every terminal, in every locale */
static void
settle_surroundings (void)
{
	if (setlocale (LC_CTYPE, "C.UTF-8") == NULL)
		setlocale (LC_CTYPE, "C");
	g_unsetenv ("COLUMNS");
}

Manifest *
runner_run (const Runner *self, ExitCode *code, GError **error)
{
	g_autoptr (Manifest) manifest = manifest_new ();
	g_auto (CommandUse) use = { 0 };
	GPtrArray *steps = self->investigation->steps;
	ExitCode worst = EXIT_DONE;

	settle_surroundings ();
	if (!begin (self, manifest, error))
		return NULL;
	for (guint i = 0; i < steps->len; i++) {
		ManifestStep *done = take_step (self, g_ptr_array_index (steps, i), &use, error);

		if (done == NULL)
			return NULL;
		g_ptr_array_add (manifest->steps, done);
		worst = MAX (worst, (ExitCode) done->exit_code);
		manifest->is_complete = i + 1 == steps->len;
		if (!keep (self, manifest, error))
			return NULL;
	}
	if (use.n_loads > 0)
		say (self, "inputs were read %u %s", use.n_loads,
		     use.n_loads == 1 ? "time" : "times");
	*code = worst;
	return g_steal_pointer (&manifest);
}
