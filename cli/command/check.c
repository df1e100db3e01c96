/* cli/command/check.c: fairlead check */
#include "output/check/check.h"

#include "cli/options/common.h"

#define DEFAULT_EXAMPLES 3

static const char description[] =
	"Examples:\n"
	"  fairlead check sdn.csv add.csv alt.csv roles.csv\n"
	"  fairlead check --mapping company-roles.ini --strict roles.csv\n"
	"  fairlead check --format json *.xml > check.json";

static gboolean
write_out (FairleadNetwork *network, const OutputOptions *output, gint n_examples,
           GCancellable *cancellable, GError **error)
{
	g_autoptr (GOutputStream) stream = open_page (output);
	FairleadCheckView view = { output->format, (guint) n_examples, output->layout };

	return fairlead_check_write (network, &view, stream, cancellable, error);
}

ExitCode
command_check (const Command *command, int argc, char **argv, GCancellable *cancellable,
               GError **error)
{
	g_auto (CommonOptions) common = { 0 };
	g_auto (OutputOptions) output = { 0 };
	g_auto (Progress) progress = { 0 };
	g_autoptr (FairleadNetwork) network = NULL;
	gint n_examples = DEFAULT_EXAMPLES;
	const GOptionEntry entries[] = {
		{ "max-examples", 0, 0, G_OPTION_ARG_INT, &n_examples,
		  "How many examples of each kind of issue (default 3)", "N" },
		G_OPTION_ENTRY_NULL,
	};
	Parsed parsed = parse_options (command, entries, description, &common, NULL, &output, argc,
	                               argv, error);

	if (parsed != PARSED_RUN)
		return parsed == PARSED_HELP ? EXIT_DONE : EXIT_FAILED;
	if (n_examples < 0) {
		set_usage_error (error, "--max-examples %d is negative", n_examples);
		return EXIT_FAILED;
	}
	progress_init (&progress, common.is_quiet);
	network = load_network (&common, TRUE, &progress, cancellable, error);
	progress_clear (&progress);
	if (network == NULL)
		return EXIT_FAILED;
	if (!write_out (network, &output, n_examples, cancellable, error)
	    && !reader_has_gone (error))
		return EXIT_FAILED;
	return judge_issues (&common, network);
}
