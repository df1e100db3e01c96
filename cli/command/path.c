/* cli/command/path.c: fairlead path and fairlead common */
#include "cli/options/common.h"
#include "cli/options/links.h"
#include "graph/expression/expression.h"
#include "graph/path/paths.h"
#include "output/path/path-output.h"

#define DEFAULT_PATHS 10
#define MAX_PATHS 1000
#define MAX_ENDS 1000

static const char path_description[] =
	"FROM and TO are entity expressions: imo:NUMBER, lei:CODE, name:TEXT, programme:PREFIX,\n"
	"list:NAME, an ID as printed (ofac:17068), or @FILE with one a line. Each may stand for\n"
	"many: paths go from one of them to one of the others.\n"
	"\n"
	"Examples:\n"
	"  fairlead path imo:3112048 list:OFAC sdn.csv roles.csv\n"
	"  fairlead path --class ownership --overlapping name:'Salt Lantern Ltd' list:EU *.xml\n"
	"  fairlead path --by hops --all-shortest --count ofac:17068 ofac:9640 sdn.csv\n"
	"\n"
	"A path is a question, not a finding.";

static const char common_description[] =
	"Entity expressions are imo:NUMBER, lei:CODE, name:TEXT, an ID as printed (ofac:17068),\n"
	"or @FILE with one a line; they come before the inputs.\n"
	"\n"
	"Examples:\n"
	"  fairlead common imo:3112048 imo:3113779 ofac:17068 sdn.csv roles.csv\n"
	"  fairlead common --format json @parties.txt sdn.csv roles.csv\n"
	"\n"
	"A path is a question, not a finding.";

typedef struct {
	CommonOptions common;
	OutputOptions output;
	LinkOptions links;
	GStrv ends;
	gint n_paths;
	gint max_hops;
	gboolean is_overlapping;
	gboolean is_in_order;
	gboolean all_shortest;
	gboolean counts;
} Options;

static void
options_clear (Options *self)
{
	common_options_clear (&self->common);
	output_options_clear (&self->output);
	link_options_clear (&self->links);
	g_clear_pointer (&self->ends, g_strfreev);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static Parsed
parse (const Command *command, const GOptionEntry *own, const char *description, Options *options,
       int argc, char **argv, GError **error)
{
	g_autoptr (GArray) entries = link_options_new_entries (&options->links, own);

	return parse_options (command, (const GOptionEntry *) (gpointer) entries->data, description,
	                      &options->common, NULL, &options->output, argc, argv, error);
}

/* ---- steps of both ---- */

static GArray *
select_one (FairleadNetwork *network, const char *expression, GError **error)
{
	const char *const expressions[] = { expression, NULL };

	return fairlead_expressions_select (network, expressions, error);
}

static FairleadNetwork *
load (const Options *options, GCancellable *cancellable, GError **error)
{
	g_auto (Progress) progress = { 0 };

	progress_init (&progress, options->common.is_quiet);
	return load_network_as_of (&options->common, options->links.model.as_of, &progress,
	                           cancellable, error);
}

static FairleadPathFinder *
new_finder (const Options *options, FairleadNetwork *network)
{
	return fairlead_path_finder_new (network, &options->links.model.parameters,
	                                 &options->links.choice);
}

static gboolean
write_out (const Options *options, FairleadNetwork *network, const FairleadPaths *found,
           gboolean of_trees, GCancellable *cancellable, GError **error)
{
	g_autoptr (GOutputStream) stream = open_page (&options->output);
	g_autofree char *hash = fairlead_parameters_dup_hash (&options->links.model.parameters);
	const FairleadPathView view = {
		.parameters_hash = hash,
		.format = options->output.format,
		.layout = options->output.layout,
		.ends = (const char *const *) options->ends,
		.of_trees = of_trees,
		.counts = options->counts,
	};

	return fairlead_paths_write (network, found, &view, stream, cancellable, error)
	       || reader_has_gone (error);
}

/* ---- path ---- */

static gboolean
check_path (const Options *options, GError **error)
{
	if (options->n_paths < 1 || options->n_paths > MAX_PATHS)
		return set_usage_error (error, "--paths %d is not possible (1 to %d)",
		                        options->n_paths, MAX_PATHS);
	if (options->max_hops < 0)
		return set_usage_error (error, "--max-hops %d is negative (0 is no bound)",
		                        options->max_hops);
	if (options->is_overlapping && options->is_in_order)
		return set_usage_error (error, "--overlapping and --in-order exclude each other");
	if (options->counts
	    && (options->max_hops > 0 || options->is_overlapping || options->is_in_order))
		return set_usage_error (error, "--count cannot be had with --max-hops,"
		                               " --overlapping or --in-order");
	return TRUE;
}

static gboolean
find_paths (const Options *options, FairleadNetwork *network, FairleadPaths *found,
            GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadPathFinder) finder = NULL;
	g_autoptr (GArray) from = select_one (network, options->ends[0], error);
	g_autoptr (GArray) to = from != NULL ? select_one (network, options->ends[1], error) : NULL;
	FairleadPathQuestion question = {
		.from = from,
		.to = to,
		.n = options->all_shortest ? 0 : (guint) options->n_paths,
		.max_hops = (guint) options->max_hops,
		.counts = options->counts,
		.cancellable = cancellable,
	};

	if (to == NULL)
		return FALSE;
	if (options->is_overlapping || options->is_in_order)
		question.time =
			options->is_in_order ? FAIRLEAD_PATH_IN_ORDER : FAIRLEAD_PATH_OVERLAPPING;
	finder = new_finder (options, network);
	fairlead_path_finder_find (finder, &question, found);
	return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

ExitCode
command_path (const Command *command, int argc, char **argv, GCancellable *cancellable,
              GError **error)
{
	g_auto (Options) options = { .n_paths = DEFAULT_PATHS };
	g_autoptr (FairleadNetwork) network = NULL;
	g_auto (FairleadPaths) found = { 0 };
	const GOptionEntry own[] = {
		{ "paths", 'n', 0, G_OPTION_ARG_INT, &options.n_paths,
		  "How many paths (default 10)", "N" },
		{ "max-hops", 0, 0, G_OPTION_ARG_INT, &options.max_hops,
		  "Only paths of at most N links", "N" },
		{ "overlapping", 0, 0, G_OPTION_ARG_NONE, &options.is_overlapping,
		  "Only paths whose links may all have held on one day", NULL },
		{ "in-order", 0, 0, G_OPTION_ARG_NONE, &options.is_in_order,
		  "Only paths whose links may have held one after the other", NULL },
		{ "all-shortest", 0, 0, G_OPTION_ARG_NONE, &options.all_shortest,
		  "All paths of the least cost, however many", NULL },
		{ "count", 0, 0, G_OPTION_ARG_NONE, &options.counts,
		  "Say how many paths of the least cost there are", NULL },
		G_OPTION_ENTRY_NULL,
	};
	Parsed parsed = parse (command, own, path_description, &options, argc, argv, error);

	if (parsed != PARSED_RUN)
		return parsed == PARSED_HELP ? EXIT_DONE : EXIT_FAILED;
	if (!link_options_read (&options.links, error) || !check_path (&options, error))
		return EXIT_FAILED;
	options.ends = take_expressions (&options.common, 2, 2, error);
	network = options.ends != NULL ? load (&options, cancellable, error) : NULL;
	if (network == NULL || !find_paths (&options, network, &found, cancellable, error)
	    || !write_out (&options, network, &found, FALSE, cancellable, error))
		return EXIT_FAILED;
	return judge_issues (&options.common, network);
}

/* ---- common ---- */

static gboolean
connect_ends (const Options *options, FairleadNetwork *network, FairleadPaths *found,
              GCancellable *cancellable, GError **error)
{
	g_auto (Progress) progress = { 0 };
	const FairleadTelling telling = progress_get_telling (&progress);
	g_autoptr (GArray) ends =
		fairlead_expressions_select (network, (const char *const *) options->ends, error);
	g_autoptr (FairleadPathFinder) finder = NULL;

	if (ends == NULL)
		return FALSE;
	if (ends->len < 2 || ends->len > MAX_ENDS)
		return set_usage_error (
			error, "the expressions select %u entities (2 to %d can be joined)",
			ends->len, MAX_ENDS);
	finder = new_finder (options, network);
	progress_init (&progress, options->common.is_quiet);
	fairlead_path_finder_connect (finder, ends, &telling, cancellable, found);
	return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

ExitCode
command_common (const Command *command, int argc, char **argv, GCancellable *cancellable,
                GError **error)
{
	g_auto (Options) options = { 0 };
	g_autoptr (FairleadNetwork) network = NULL;
	g_auto (FairleadPaths) found = { 0 };
	const GOptionEntry own[] = { G_OPTION_ENTRY_NULL };
	Parsed parsed = parse (command, own, common_description, &options, argc, argv, error);

	if (parsed != PARSED_RUN)
		return parsed == PARSED_HELP ? EXIT_DONE : EXIT_FAILED;
	if (!link_options_read (&options.links, error))
		return EXIT_FAILED;
	options.ends = take_expressions (&options.common, 1, 0, error);
	network = options.ends != NULL ? load (&options, cancellable, error) : NULL;
	if (network == NULL || !connect_ends (&options, network, &found, cancellable, error)
	    || !write_out (&options, network, &found, TRUE, cancellable, error))
		return EXIT_FAILED;
	return judge_issues (&options.common, network);
}
