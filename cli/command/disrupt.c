/* cli/command/disrupt.c: fairlead disrupt */
#include "cli/options/common.h"
#include "cli/options/model.h"
#include "graph/disrupt/disruption.h"
#include "graph/disrupt/prices.h"
#include "graph/expression/expression.h"
#include "ingest/record/error.h"
#include "output/disrupt/disrupt-output.h"

#define DEFAULT_BUDGET 3
#define MAX_BUDGET 100
#define DEFAULT_CANDIDATES 100
#define MAX_CANDIDATES 10000
#define DEFAULT_LIMIT 20
#define NOT_GIVEN G_MININT

static const char description[] =
	"Without --target, the question is what holds the whole network together.\n"
	"Entity expressions: imo:NUMBER, lei:CODE, name:TEXT, programme:PREFIX, list:NAME, an ID\n"
	"as printed (ofac:17068), or @FILE with one a line.\n"
	"\n"
	"Examples:\n"
	"  fairlead disrupt --target programme:DPRK --budget 5 sdn.csv roles.csv\n"
	"  fairlead disrupt --target imo:3112048 --protect list:BANKS --cost 3=@large.txt *.csv\n"
	"  fairlead disrupt --target list:UN --links --format json un.xml roles.csv\n"
	"\n"
	"A plan of a model is a question, not advice; networks adapt.";

typedef struct {
	CommonOptions common;
	OutputOptions output;
	ModelOptions model;
	GStrv target;
	GStrv market;
	GStrv protect;
	GStrv costs;
	gint budget;
	gint max_hops;
	gint n_candidates;
	gint n_answers; /* or NOT_GIVEN */
	gint limit;
	gboolean cuts_links;
} Options;

static void
options_clear (Options *self)
{
	common_options_clear (&self->common);
	output_options_clear (&self->output);
	model_options_clear (&self->model);
	g_clear_pointer (&self->target, g_strfreev);
	g_clear_pointer (&self->market, g_strfreev);
	g_clear_pointer (&self->protect, g_strfreev);
	g_clear_pointer (&self->costs, g_strfreev);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static Parsed
parse (const Command *command, Options *options, int argc, char **argv, GError **error)
{
	const GOptionEntry entries[] = {
		{ "target", 't', 0, G_OPTION_ARG_FILENAME_ARRAY, &options->target,
		  "Whose access is to be cut (may repeat)", "EXPRESSION" },
		{ "market", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->market,
		  "Whom the target wants to reach (default: every other party; may repeat)",
		  "EXPRESSION" },
		{ "budget", 'b', 0, G_OPTION_ARG_INT, &options->budget,
		  "How many designations, or what they may cost (default 3)", "K" },
		{ "links", 0, 0, G_OPTION_ARG_NONE, &options->cuts_links,
		  "Which links to cut, instead of whom to designate", NULL },
		{ "protect", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->protect,
		  "Who may not be designated (may repeat)", "EXPRESSION" },
		{ "cost", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->costs,
		  "Designating each of these costs N of the budget, not 1 (may repeat)",
		  "N=EXPRESSION" },
		{ "max-hops", 0, 0, G_OPTION_ARG_INT, &options->max_hops,
		  "Count access up to N links away (default: any distance)", "N" },
		{ "candidates", 0, 0, G_OPTION_ARG_INT, &options->n_candidates,
		  "How many are tried (default 100)", "N" },
		{ "answers", 0, 0, G_OPTION_ARG_INT, &options->n_answers,
		  "New links with which the network may answer (default: the budget)", "N" },
		{ "limit", 'n', 0, G_OPTION_ARG_INT, &options->limit,
		  "How many rows of the outreach list (default 20; 0 for all)", "N" },
		MODEL_ENTRY_AS_OF (&options->model, "The network as it was on that day"),
		MODEL_ENTRY_PARAMETERS (&options->model),
		G_OPTION_ENTRY_NULL,
	};

	return parse_options (command, entries, description, &options->common, NULL,
	                      &options->output, argc, argv, error);
}

static gboolean
check_range (const char *option, gint value, gint least, gint most, GError **error)
{
	return (value >= least && value <= most)
	       || set_usage_error (error, "%s %d is not possible (%d to %d)", option, value, least,
	                           most);
}

static gboolean
are_text (GStrv expressions, GError **error)
{
	for (guint i = 0; expressions != NULL && expressions[i] != NULL; i++)
		if (!g_utf8_validate (expressions[i], -1, NULL))
			return set_usage_error (error, "\"%s\" is not UTF-8", expressions[i]);
	return TRUE;
}

static gboolean
check (Options *options, GError **error)
{
	if (options->n_answers == NOT_GIVEN)
		options->n_answers = options->budget;
	if (options->cuts_links && (options->protect != NULL || options->costs != NULL))
		return set_usage_error (error, "--protect and --cost are for designations, not for"
		                               " --links");
	return model_options_read (&options->model, error)
	       && check_range ("--budget", options->budget, 1, MAX_BUDGET, error)
	       && check_range ("--answers", options->n_answers, 0, MAX_BUDGET, error)
	       && check_range ("--max-hops", options->max_hops, 0, G_MAXINT, error)
	       && check_range ("--candidates", options->n_candidates, 1, MAX_CANDIDATES, error)
	       && check_range ("--limit", options->limit, 0, G_MAXINT, error)
	       && are_text (options->target, error) && are_text (options->market, error)
	       && are_text (options->protect, error) && are_text (options->costs, error);
}

/* ---- steps ---- */

static gboolean
read_costs (const Options *options, FairleadNetwork *network, guint32 *cost, GError **error)
{
	if (fairlead_prices_read (cost, network, (const char *const *) options->costs, error))
		return fairlead_prices_protect (cost, network,
		                                (const char *const *) options->protect, error);
	if (g_error_matches (*error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_USAGE))
		g_prefix_error (error, "--cost ");
	return FALSE;
}

static gboolean
select_all (FairleadNetwork *network, GStrv expressions, GArray **selected, GError **error)
{
	if (expressions == NULL)
		return TRUE;
	*selected = fairlead_expressions_select (network, (const char *const *) expressions, error);
	return *selected != NULL;
}

static gboolean
write_out (const Options *options, FairleadNetwork *network,
           const FairleadDisruptQuestion *question, const FairleadDisruption *found,
           GCancellable *cancellable, GError **error)
{
	g_autoptr (GOutputStream) stream = open_page (&options->output);
	const FairleadDisruptView view = { .format = options->output.format,
		                           .layout = options->output.layout,
		                           .network = network,
		                           .question = question,
		                           .found = found,
		                           .target = (const char *const *) options->target,
		                           .limit = (guint) options->limit,
		                           .has_costs = options->costs != NULL };

	return fairlead_disrupt_write (&view, stream, cancellable, error)
	       || reader_has_gone (error);
}

static gboolean
run (const Options *options, FairleadNetwork *network, Progress *progress,
     GCancellable *cancellable, GError **error)
{
	g_autoptr (GArray) target = NULL;
	g_autoptr (GArray) market = NULL;
	g_autoptr (GArray) nobody = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	g_autofree guint32 *cost = fairlead_prices_new (network);
	g_auto (FairleadDisruption) found = { 0 };
	FairleadDisruptQuestion question = { .cost = cost,
		                             .telling = progress_get_telling (progress),
		                             .budget = (guint) options->budget,
		                             .cuts_links = options->cuts_links,
		                             .max_hops = (guint) options->max_hops,
		                             .n_candidates = (guint) options->n_candidates,
		                             .n_answers = (guint) options->n_answers };

	if (!select_all (network, options->target, &target, error)
	    || !select_all (network, options->market, &market, error)
	    || !read_costs (options, network, cost, error))
		return FALSE;
	question.target = target != NULL ? target : nobody;
	question.market = market;
	if (!fairlead_disrupt_network (&found, network, &options->model.parameters, &question,
	                               cancellable, error))
		return FALSE;
	progress_clear (progress);
	return write_out (options, network, &question, &found, cancellable, error);
}

ExitCode
command_disrupt (const Command *command, int argc, char **argv, GCancellable *cancellable,
                 GError **error)
{
	g_auto (Options) options = { .budget = DEFAULT_BUDGET,
		                     .n_candidates = DEFAULT_CANDIDATES,
		                     .n_answers = NOT_GIVEN,
		                     .limit = DEFAULT_LIMIT };
	g_autoptr (FairleadNetwork) network = NULL;
	g_auto (Progress) progress = { 0 };
	Parsed parsed = parse (command, &options, argc, argv, error);

	if (parsed != PARSED_RUN)
		return parsed == PARSED_HELP ? EXIT_DONE : EXIT_FAILED;
	if (!check (&options, error))
		return EXIT_FAILED;
	progress_init (&progress, options.common.is_quiet);
	network = load_network_as_of (&options.common, options.model.as_of, &progress, cancellable,
	                              error);
	if (network == NULL || !run (&options, network, &progress, cancellable, error))
		return EXIT_FAILED;
	return judge_issues (&options.common, network);
}
