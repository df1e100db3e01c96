/* cli/investigation/run.c: fairlead run */
#include <stdio.h>
#include <string.h>

#include "cli/options/common.h"
#include "cli/investigation/runner.h"
#include "output/write/text.h"

static const char description[] =
	"The file is looked at whole before anything runs: groups, keys, files, hashes and the\n"
	"options of every step, with all that is wrong and its lines. Steps whose inputs, options\n"
	"and results are what they were are not run again. What was read, done and written stands\n"
	"in a manifest beside the file, which `fairlead verify` proves.\n"
	"\n"
	"All paths are relative to the file. docs/investigation.md says what may stand in it;\n"
	"`fairlead init` writes one.\n"
	"\n"
	"Examples:\n"
	"  fairlead run strait.investigation\n"
	"  fairlead run --dry-run strait.investigation          # what would run, and why\n"
	"  fairlead run --set ranking.limit=50 --set investigation.as-of=2023-06-30 \\\n"
	"      strait.investigation";

typedef struct {
	CommonOptions common;
	GStrv settings;
	gboolean is_dry;
	gboolean forced;
} Options;

static void
options_clear (Options *self)
{
	common_options_clear (&self->common);
	g_clear_pointer (&self->settings, g_strfreev);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* A manifest that is no longer understood proves nothing, and all is done again */
static Manifest *
read_before (const Investigation *investigation)
{
	return g_file_test (investigation->manifest, G_FILE_TEST_IS_REGULAR)
	               ? manifest_read (investigation->manifest, NULL)
	               : NULL;
}

static ExitCode
print_plan (const Runner *runner, GError **error)
{
	g_autoptr (GOutputStream) stream = open_standard_output ();
	g_autoptr (GString) text = g_string_new (NULL);
	GPtrArray *steps = runner->investigation->steps;
	G_GNUC_UNUSED g_autofree char *visible = NULL;

	for (guint i = 0; i < steps->len; i++) {
		const InvestigationStep *step = g_ptr_array_index (steps, i);
		g_autofree char *reason = runner_dup_reason (runner, step);
		g_autofree char *line = reason == NULL ? g_strdup_printf ("keep  %s", step->name)
		                                       : g_strdup_printf ("run   %s, because %s",
		                                                          step->name, reason);
		g_autofree char *shown = fairlead_text_dup_visible (line, !g_get_charset (NULL));

		g_string_append_printf (text, "%s\n", shown);
	}
	return g_output_stream_write_all (stream, text->str, text->len, NULL, NULL, error)
	                       || reader_has_gone (error)
	               ? EXIT_DONE
	               : EXIT_FAILED;
}

static ExitCode
run (const Options *options, GCancellable *cancellable, GError **error)
{
	g_autoptr (Complaints) complaints = complaints_new (options->common.inputs[0]);
	g_autoptr (Investigation) investigation = investigation_open (
		options->common.inputs[0], options->settings, complaints, cancellable, error);
	g_autoptr (Manifest) before = NULL;
	g_autoptr (Manifest) done = NULL;
	ExitCode code = EXIT_FAILED;

	if (investigation == NULL) {
		complaints_print (complaints);
		return EXIT_FAILED;
	}
	before = read_before (investigation);

	Runner runner = {
		.investigation = investigation,
		.before = before,
		.forced = options->forced,
		.is_quiet = options->common.is_quiet,
		.keeps_manifest = TRUE,
		.cancellable = cancellable,
	};

	if (options->is_dry)
		return print_plan (&runner, error);
	done = runner_run (&runner, &code, error);
	if (done != NULL && !options->common.is_quiet)
		fprintf (stderr, "fairlead: %s proves it (fairlead verify)\n",
		         investigation->manifest);
	return done != NULL ? code : EXIT_FAILED;
}

ExitCode
command_run (const Command *command, int argc, char **argv, GCancellable *cancellable,
             GError **error)
{
	g_auto (Options) options = { .common = { .reads_no_files = TRUE } };
	const GOptionEntry entries[] = {
		{ "set", 's', 0, G_OPTION_ARG_STRING_ARRAY, &options.settings,
		  "Another value for a key, such as ranking.limit=50 (may repeat)",
		  "GROUP.KEY=VALUE" },
		{ "dry-run", 'n', 0, G_OPTION_ARG_NONE, &options.is_dry,
		  "Say what would be run, and why; run nothing", NULL },
		{ "force", 0, 0, G_OPTION_ARG_NONE, &options.forced,
		  "Run every step, also those that are up to date", NULL },
		G_OPTION_ENTRY_NULL,
	};
	Parsed parsed = parse_options (command, entries, description, &options.common, NULL, NULL,
	                               argc, argv, error);

	if (parsed != PARSED_RUN)
		return parsed == PARSED_HELP ? EXIT_DONE : EXIT_FAILED;
	if (options.common.inputs == NULL || options.common.inputs[1] != NULL) {
		set_usage_error (error,
		                 "one investigation file is wanted (see fairlead run --help)");
		return EXIT_FAILED;
	}
	return run (&options, cancellable, error);
}
