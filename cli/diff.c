/* cli/diff.c: fairlead diff */
#include "cli/common.h"
#include "output/diff/diff-output.h"

static const char description[] =
	"OLD and NEW are a file, a folder or an archive each. Parties are matched by the list's\n"
	"own ids, then by numbers that name one thing for life, never by name: one that came\n"
	"under another id is shown as removed and added, with the id of the same name beside it.\n"
	"\n"
	"Examples:\n"
	"  fairlead diff consolidated-2018.xml consolidated-2020.xml\n"
	"  fairlead diff --format csv sdn-july/ sdn-august/ > changes.csv";

typedef struct {
	CommonOptions common;
	OutputOptions output;
} Options;

static void
options_clear (Options *self)
{
	common_options_clear (&self->common);
	output_options_clear (&self->output);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static FairleadNetwork *
load_one (const Options *options, guint i, GCancellable *cancellable, GError **error)
{
	CommonOptions one = options->common;
	char *inputs[] = { options->common.inputs[i], NULL };

	one.inputs = inputs;
	return load_with_progress (&one, cancellable, error);
}

static gboolean
write_out (const Options *options, FairleadNetwork *before, FairleadNetwork *after,
           GCancellable *cancellable, GError **error)
{
	g_autoptr (GOutputStream) stream = open_page (&options->output);
	const FairleadDiffView view = { options->output.format, options->output.layout };
	g_auto (FairleadDiff) diff = { NULL, 0 };

	fairlead_diff_init (&diff, before, after);
	return fairlead_diff_write (before, after, &diff, &view, stream, cancellable, error)
	       || reader_has_gone (error);
}

ExitCode
command_diff (const Command *command, int argc, char **argv, GCancellable *cancellable,
              GError **error)
{
	g_auto (Options) options = { 0 };
	g_autoptr (FairleadNetwork) before = NULL;
	g_autoptr (FairleadNetwork) after = NULL;
	const GOptionEntry own[] = { G_OPTION_ENTRY_NULL };
	Parsed parsed = parse_options (command, own, description, &options.common, NULL,
	                               &options.output, argc, argv, error);
	ExitCode code;

	if (parsed != PARSED_RUN)
		return parsed == PARSED_HELP ? EXIT_DONE : EXIT_FAILED;
	if (g_strv_length (options.common.inputs) != 2) {
		set_usage_error (error, "two inputs are wanted, OLD and NEW, and there are %u",
		                 g_strv_length (options.common.inputs));
		return EXIT_FAILED;
	}
	before = load_one (&options, 0, cancellable, error);
	after = before != NULL ? load_one (&options, 1, cancellable, error) : NULL;
	if (after == NULL || !write_out (&options, before, after, cancellable, error))
		return EXIT_FAILED;
	code = judge_issues (&options.common, before);
	return code == EXIT_DONE ? judge_issues (&options.common, after) : code;
}
