/* cli/investigation/verify.c: fairlead verify */
#include <glib/gstdio.h>
#include <jansson.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/options/common.h"
#include "cli/investigation/runner.h"
#include "cli/investigation/stage.h"
#include "ingest/file-hash.h"
#include "ingest/record/error.h"
#include "output/write/text.h"

static const char description[] =
	"Looks whether the investigation, its inputs and its results are still what the manifest\n"
	"says, byte for byte. With --again, all steps are run once more in a temporary folder,\n"
	"and what comes out is compared too.\n"
	"\n"
	"Exits with 0 when all is the same, with 1 when something differs or is missing.\n"
	"\n"
	"Examples:\n"
	"  fairlead verify strait.manifest.json\n"
	"  fairlead verify --again strait.manifest.json";

typedef enum { SAME, DIFFERS, MISSING, NEW } State;

static const char *const state_names[] = { "same", "differs", "missing", "new" };

typedef struct {
	const char *role;
	char *file;
	State state;
	char *note; /* or NULL */
} Row;

typedef struct {
	CommonOptions common;
	OutputOptions output;
	gboolean again;
} Options;

static void
options_clear (Options *self)
{
	common_options_clear (&self->common);
	output_options_clear (&self->output);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
row_clear (gpointer data)
{
	Row *row = data;

	g_free (row->file);
	g_free (row->note);
}

static void
add_row (GArray *rows, const char *role, const char *file, State state, const char *note)
{
	Row row = { role, g_strdup (file), state, g_strdup (note) };

	g_array_append_val (rows, row);
}

/* ---- as they are ---- */

static gboolean
compare_file (GArray *rows, const char *role, const char *file, const char *sha256,
              GCancellable *cancellable, GError **error)
{
	g_autofree char *is = NULL;

	if (!g_file_test (file, G_FILE_TEST_EXISTS)) {
		add_row (rows, role, file, MISSING, NULL);
		return TRUE;
	}
	is = fairlead_file_dup_sha256 (file, NULL, cancellable, error);
	if (is == NULL)
		return FALSE;
	add_row (rows, role, file, strcmp (is, sha256) == 0 ? SAME : DIFFERS, NULL);
	return TRUE;
}

static gboolean
compare_files (GArray *rows, const char *role, GPtrArray *files, GCancellable *cancellable,
               GError **error)
{
	for (guint i = 0; i < files->len; i++) {
		const ManifestFile *file = g_ptr_array_index (files, i);

		if (!compare_file (rows, role, file->file, file->sha256, cancellable, error))
			return FALSE;
	}
	return TRUE;
}

static gboolean
compare_all (GArray *rows, const Manifest *manifest, GCancellable *cancellable, GError **error)
{
	if (!compare_file (rows, "investigation", manifest->investigation, manifest->sha256,
	                   cancellable, error)
	    || !compare_files (rows, "input", manifest->inputs, cancellable, error))
		return FALSE;
	for (guint i = 0; i < manifest->steps->len; i++) {
		const ManifestStep *step = g_ptr_array_index (manifest->steps, i);

		if (!compare_files (rows, "output", step->outputs, cancellable, error))
			return FALSE;
	}
	return TRUE;
}

/* ---- once more ---- */

static gboolean
are_same (GArray *rows, const char *role)
{
	for (guint i = 0; i < rows->len; i++) {
		const Row *row = &g_array_index (rows, Row, i);

		if (strcmp (row->role, role) == 0 && row->state != SAME)
			return FALSE;
	}
	return TRUE;
}

static void
compare_step (GArray *rows, const ManifestStep *was, const ManifestStep *is)
{
	for (guint i = 0; i < was->outputs->len; i++) {
		const ManifestFile *file = g_ptr_array_index (was->outputs, i);
		const ManifestFile *now =
			is == NULL ? NULL : manifest_find_file (is->outputs, file->file);
		State state = now == NULL                               ? MISSING
		              : strcmp (now->sha256, file->sha256) == 0 ? SAME
		                                                        : DIFFERS;

		add_row (rows, "again", file->file, state, NULL);
	}
	for (guint i = 0; is != NULL && i < is->outputs->len; i++) {
		const ManifestFile *file = g_ptr_array_index (is->outputs, i);

		if (manifest_find_file (was->outputs, file->file) == NULL)
			add_row (rows, "again", file->file, NEW, "the manifest has it not");
	}
}

static Manifest *
run_again (const Manifest *manifest, const char *folder, GCancellable *cancellable, GError **error)
{
	g_autoptr (Complaints) complaints = complaints_new (manifest->investigation);
	g_autoptr (Investigation) investigation = investigation_open (
		manifest->investigation, manifest->settings, complaints, cancellable, error);
	ExitCode code;

	if (investigation == NULL) {
		complaints_print (complaints);
		return NULL;
	}

	Runner runner = {
		.investigation = investigation,
		.is_quiet = TRUE,
		.outputs = folder,
		.cancellable = cancellable,
	};

	return runner_run (&runner, &code, error);
}

static gboolean
compare_again (GArray *rows, const Manifest *manifest, GCancellable *cancellable, GError **error)
{
	g_autofree char *folder = NULL;
	g_autoptr (Manifest) again = NULL;

	if (!are_same (rows, "investigation") || !are_same (rows, "input")) {
		add_row (rows, "again", manifest->investigation, DIFFERS,
		         "not run: the investigation or its inputs are others");
		return TRUE;
	}
	folder = g_dir_make_tmp ("fairlead-XXXXXX", error);
	if (folder == NULL)
		return FALSE;
	again = run_again (manifest, folder, cancellable, error);
	for (guint i = 0; again != NULL && i < manifest->steps->len; i++) {
		const ManifestStep *step = g_ptr_array_index (manifest->steps, i);

		compare_step (rows, step, manifest_find_step (again, step->name));
	}
	stage_remove_all (folder);
	return again != NULL;
}

/* ---- telling ---- */

static void
add_table (GString *text, GArray *rows)
{
	for (guint i = 0; i < rows->len; i++) {
		const Row *row = &g_array_index (rows, Row, i);
		g_autofree char *line = g_strdup_printf (
			"%-8s %-14s %s%s%s", state_names[row->state], row->role, row->file,
			row->note != NULL ? ": " : "", row->note != NULL ? row->note : "");
		g_autofree char *visible = fairlead_text_dup_visible (line, !g_get_charset (NULL));

		g_string_append_printf (text, "%s\n", visible);
	}
}

static void
add_cell (GString *text, const char *cell, char end)
{
	g_auto (GStrv) parts = g_strsplit (cell, "\"", -1);
	g_autofree char *doubled = g_strjoinv ("\"\"", parts);
	/* What a spreadsheet would take for a formula */
	const char *guard = *cell != '\0' && strchr ("=+-@", *cell) != NULL ? "'" : "";

	g_string_append_printf (text, strpbrk (cell, "\",\r\n") != NULL ? "\"%s%s\"%c" : "%s%s%c",
	                        guard, doubled, end);
}

static void
add_csv (GString *text, GArray *rows)
{
	g_string_append (text, "state,role,file,note\r\n");
	for (guint i = 0; i < rows->len; i++) {
		const Row *row = &g_array_index (rows, Row, i);

		add_cell (text, state_names[row->state], ',');
		add_cell (text, row->role, ',');
		add_cell (text, row->file, ',');
		add_cell (text, row->note != NULL ? row->note : "", '\r');
		g_string_append_c (text, '\n');
	}
}

static void
add_json (GString *text, GArray *rows, const Manifest *manifest)
{
	json_t *files = json_array ();
	json_t *object;
	char *written;

	for (guint i = 0; i < rows->len; i++) {
		const Row *row = &g_array_index (rows, Row, i);
		g_autofree char *file = g_utf8_make_valid (row->file, -1);

		json_array_append_new (files, json_pack ("{s:s, s:s, s:s, s:s?}", "state",
		                                         state_names[row->state], "role", row->role,
		                                         "file", file, "note", row->note));
	}
	object = json_pack ("{s:s, s:s, s:s?, s:b, s:o}", "fairlead", FAIRLEAD_VERSION, "made_by",
	                    manifest->version, "ended", manifest->ended, "complete",
	                    manifest->is_complete, "files", files);
	written = json_dumps (object, JSON_INDENT (2) | JSON_ENSURE_ASCII);
	g_string_append_printf (text, "%s\n", written);
	free (written);
	json_decref (object);
}

static gboolean
write_out (const Options *options, GArray *rows, const Manifest *manifest, GError **error)
{
	g_autoptr (GOutputStream) stream = open_page (&options->output);
	g_autoptr (GString) text = g_string_new (NULL);

	if (options->output.format == FAIRLEAD_FORMAT_JSON)
		add_json (text, rows, manifest);
	else if (options->output.format == FAIRLEAD_FORMAT_CSV)
		add_csv (text, rows);
	else
		add_table (text, rows);
	return g_output_stream_write_all (stream, text->str, text->len, NULL, NULL, error)
	       || reader_has_gone (error);
}

static ExitCode
judge (const Options *options, GArray *rows, const Manifest *manifest)
{
	guint n[G_N_ELEMENTS (state_names)] = { 0 };
	gboolean is_proved;

	for (guint i = 0; i < rows->len; i++)
		n[g_array_index (rows, Row, i).state]++;
	is_proved = n[SAME] == rows->len && manifest->is_complete;
	if (!options->common.is_quiet) {
		fprintf (stderr, "fairlead: %u same, %u different, %u missing, %u new\n", n[SAME],
		         n[DIFFERS], n[MISSING], n[NEW]);
		if (!manifest->is_complete)
			fputs ("fairlead: the run did not come to its end\n", stderr);
		if (g_strcmp0 (manifest->version, FAIRLEAD_VERSION) != 0)
			fputs ("fairlead: the run was made by another version\n", stderr);
	}
	return is_proved ? EXIT_DONE : EXIT_ISSUES;
}

/* Everything that the manifest names is relative to it */
static Manifest *
open_manifest (const char *path, GError **error)
{
	g_autoptr (Manifest) manifest = manifest_read (path, error);
	g_autofree char *folder = g_path_get_dirname (path);

	if (manifest == NULL || g_chdir (folder) == 0)
		return g_steal_pointer (&manifest);
	fairlead_set_error_at (error, folder, 0, FAIRLEAD_ERROR_IO, "cannot be entered");
	return NULL;
}

ExitCode
command_verify (const Command *command, int argc, char **argv, GCancellable *cancellable,
                GError **error)
{
	g_auto (Options) options = { .common = { .reads_no_files = TRUE } };
	g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
	g_autoptr (Manifest) manifest = NULL;
	const GOptionEntry entries[] = {
		{ "again", 'a', 0, G_OPTION_ARG_NONE, &options.again,
		  "Run all steps once more, in a temporary folder, and compare", NULL },
		G_OPTION_ENTRY_NULL,
	};
	Parsed parsed = parse_options (command, entries, description, &options.common, NULL,
	                               &options.output, argc, argv, error);

	g_array_set_clear_func (rows, row_clear);
	if (parsed != PARSED_RUN)
		return parsed == PARSED_HELP ? EXIT_DONE : EXIT_FAILED;
	if (options.common.inputs == NULL || options.common.inputs[1] != NULL) {
		set_usage_error (error, "one manifest is wanted (see fairlead verify --help)");
		return EXIT_FAILED;
	}
	manifest = open_manifest (options.common.inputs[0], error);
	if (manifest == NULL || !compare_all (rows, manifest, cancellable, error)
	    || (options.again && !compare_again (rows, manifest, cancellable, error))
	    || !write_out (&options, rows, manifest, error))
		return EXIT_FAILED;
	return judge (&options, rows, manifest);
}
