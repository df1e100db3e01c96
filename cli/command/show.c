/* cli/command/show.c: fairlead show */
#include "cli/options/large-case.h"
#include "cli/options/links.h"
#include "graph/expression/expression.h"
#include "output/show/show.h"

static const char description[] =
	"ENTITY is an entity expression: imo:NUMBER, lei:CODE, name:TEXT, programme:PREFIX,\n"
	"list:NAME, an ID as printed (ofac:17068), or @FILE with one a line; it may repeat, and\n"
	"stands before the inputs. Every fact is shown with the files and lines that say it; what\n"
	"the sources cannot all be right about stands first, side by side.\n"
	"\n"
	"Examples:\n"
	"  fairlead show imo:3112048 sdn.csv roles.csv\n"
	"  fairlead show name:'Salt Lantern Ltd' un.xml sdn.csv alt.csv add.csv\n"
	"  fairlead show --format json list:EU annexes.csv > listed.json";

typedef struct {
	CommonOptions common;
	OutputOptions output;
	GStrv entities;
} Options;

static void
options_clear (Options *self)
{
	common_options_clear (&self->common);
	output_options_clear (&self->output);
	g_clear_pointer (&self->entities, g_strfreev);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* More than these are read faster with all the others */
#define MOST_ONE_BY_ONE 3000u

/* NULL without an error where all of the inputs are wanted */
static FairleadNetwork *
load_around (const Options *options, GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadRecords) records = NULL;
	g_autoptr (FairleadCase) from =
		open_large_case (&options->common, options->common.inputs, error);

	if (from != NULL)
		records = fairlead_case_load_around (from, (const char *const *) options->entities,
		                                     MOST_ONE_BY_ONE, cancellable, error);
	return fairlead_large_case_join (from, records, !options->common.no_merge, cancellable,
	                                 error);
}

static FairleadNetwork *
load (const Options *options, GCancellable *cancellable, GError **error)
{
	g_autoptr (GError) local = NULL;
	g_autoptr (FairleadNetwork) network = load_around (options, cancellable, &local);

	if (local != NULL)
		g_propagate_error (error, g_steal_pointer (&local));
	else if (network == NULL)
		return load_with_progress (&options->common, cancellable, error);
	return g_steal_pointer (&network);
}

static gboolean
write_out (const Options *options, FairleadNetwork *network, GCancellable *cancellable,
           GError **error)
{
	g_autoptr (GOutputStream) stream = open_page (&options->output);
	g_autoptr (GArray) vertices = fairlead_expressions_select (
		network, (const char *const *) options->entities, error);
	const FairleadShowView view = { options->output.format, options->output.layout };

	if (vertices == NULL)
		return FALSE;
	return fairlead_show_write (network, vertices, &view, stream, cancellable, error)
	       || reader_has_gone (error);
}

ExitCode
command_show (const Command *command, int argc, char **argv, GCancellable *cancellable,
              GError **error)
{
	g_auto (Options) options = { 0 };
	g_autoptr (FairleadNetwork) network = NULL;
	const GOptionEntry own[] = { G_OPTION_ENTRY_NULL };
	Parsed parsed = parse_options (command, own, description, &options.common, NULL,
	                               &options.output, argc, argv, error);

	if (parsed != PARSED_RUN)
		return parsed == PARSED_HELP ? EXIT_DONE : EXIT_FAILED;
	options.entities = take_expressions (&options.common, 1, 0, error);
	network = options.entities != NULL ? load (&options, cancellable, error) : NULL;
	if (network == NULL || !write_out (&options, network, cancellable, error))
		return EXIT_FAILED;
	return judge_issues (&options.common, network);
}
