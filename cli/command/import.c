/* cli/command/import.c: fairlead import */
#include <stdio.h>
#include <string.h>

#include "cli/options/common.h"
#include "ingest/case/case.h"
#include "ingest/case/inputs.h"
#include "output/case/import-report.h"

static const char description[] =
	"Examples:\n"
	"  fairlead import dprk.fairlead sdn.csv alt.csv add.csv sdn_comments.csv\n"
	"  fairlead import --mapping ships.mapping dprk.fairlead ships.csv\n"
	"  fairlead import --as north-register dprk.fairlead companies-2026.csv\n"
	"  fairlead rank --target programme:DPRK dprk.fairlead";

static void
on_rows_progress (guint64 done, guint64 total, gpointer progress)
{
	on_work_progress ("writing rows", done, total, progress);
}

static gboolean
read_in (const CommonOptions *options, FairleadCase *into, const char *data_set, Progress *progress,
         FairleadImportReport **report, GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadLoader) loader = new_loader (options, progress, error);
	gboolean done;

	if (loader == NULL)
		return FALSE;
	fairlead_case_set_progress (into, on_rows_progress, progress);
	done = fairlead_inputs_import (loader, into, (const char *const *) options->inputs + 1,
	                               data_set, report, cancellable, error);
	/* The case lives longer than the line that says how far it is */
	fairlead_case_set_progress (into, NULL, NULL);
	return done;
}

/* What is done is done: an interrupt that comes now is too late to be an answer */
static gboolean
write_out (const FairleadImportReport *report, const OutputOptions *output, GError **error)
{
	g_autoptr (GOutputStream) stream = open_page (output);

	return fairlead_import_report_write (report, output->format, &output->layout, stream, NULL,
	                                     error);
}

ExitCode
command_import (const Command *command, int argc, char **argv, GCancellable *cancellable,
                GError **error)
{
	g_auto (CommonOptions) common = { 0 };
	g_auto (OutputOptions) output = { 0 };
	g_auto (Progress) progress = { 0 };
	g_autoptr (FairleadCase) into = NULL;
	g_autoptr (FairleadImportReport) report = NULL;
	g_autofree char *data_set = NULL;
	const GOptionEntry entries[] = {
		{ "as", 0, 0, G_OPTION_ARG_STRING, &data_set,
		  "The data set that the files are an edition of, where their content does not say",
		  "NAME" },
		G_OPTION_ENTRY_NULL,
	};
	Parsed parsed = parse_options (command, entries, description, &common, NULL, &output, argc,
	                               argv, error);
	gboolean done;

	if (parsed != PARSED_RUN)
		return parsed == PARSED_HELP ? EXIT_DONE : EXIT_FAILED;
	if (common.inputs[1] == NULL) {
		set_usage_error (error, "a case and at least one file are needed");
		return EXIT_FAILED;
	}
	if (strcmp (common.inputs[0], "-") == 0) {
		set_usage_error (error, "a case is a file, and cannot be standard output");
		return EXIT_FAILED;
	}
	if (data_set != NULL && *data_set == '\0') {
		set_usage_error (error, "--as needs a name");
		return EXIT_FAILED;
	}
	into = fairlead_case_open_to_write (common.inputs[0], error);
	if (into == NULL)
		return EXIT_FAILED;
	progress_init (&progress, common.is_quiet);
	done = read_in (&common, into, data_set, &progress, &report, cancellable, error);
	progress_clear (&progress);
	if (!done || (!write_out (report, &output, error) && !reader_has_gone (error)))
		return EXIT_FAILED;
	return judge_bad_issues (&common, report->n_bad_issues);
}
