/* cli/rank.c: fairlead rank */
#include <string.h>

#include "cli/common.h"
#include "graph/ranking.h"
#include "output/ranking/ranking-output.h"

#define DEFAULT_LIMIT 20
#define DEFAULT_PATHS 3
#define NOT_GIVEN G_MININT

static const char description[] =
	"Entity expressions: imo:NUMBER, imo-company:NUMBER, lei:CODE or another scheme of\n"
	"identifiers; id:ID of a source, or its ID as printed (ofac:17068); name:TEXT;\n"
	"programme:PREFIX; list:NAME; @FILE with one expression a line.\n"
	"\n"
	"Examples:\n"
	"  fairlead rank --target programme:DPRK sdn.csv add.csv alt.csv roles.csv\n"
	"  fairlead rank --target imo:7937317 --explain --limit 5 sdn.csv roles.csv\n"
	"  fairlead rank --print-parameters > own.parameters\n"
	"  fairlead rank --target list:UN --parameters own.parameters *.xml\n"
	"  fairlead rank --target @ships.txt --format json --limit 0 *.xml > ranking.json\n"
	"\n"
	"A high rank is a question, not a finding.";

typedef struct {
	CommonOptions common;
	OutputOptions output;
	QuestionOptions question;
	gint limit;
	gboolean explain;
	gint n_paths; /* or NOT_GIVEN */
} Options;

static void
options_clear (Options *self)
{
	common_options_clear (&self->common);
	output_options_clear (&self->output);
	question_options_clear (&self->question);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static Parsed
parse (const Command *command, Options *options, int argc, char **argv, GError **error)
{
	const GOptionEntry entries[] = {
		{ "limit", 'n', 0, G_OPTION_ARG_INT, &options->limit,
		  "How many rows (default 20; 0 for all, those without a score too)", "N" },
		{ "explain", 'e', 0, G_OPTION_ARG_NONE, &options->explain,
		  "Show the links that lead from each party to the target, with their sources",
		  NULL },
		{ "paths", 0, 0, G_OPTION_ARG_INT, &options->n_paths,
		  "How many such paths for each party (default 3; says --explain)", "N" },
		{ "print-parameters", 0, 0, G_OPTION_ARG_NONE, &options->common.needs_no_input,
		  "Print the numbers that the ranking would depend on, and end", NULL },
		G_OPTION_ENTRY_NULL,
	};

	return parse_options (command, entries, description, &options->common, &options->question,
	                      &options->output, argc, argv, error);
}

static gboolean
check (const Options *options, GError **error)
{
	if (options->question.target == NULL)
		return set_usage_error (error, "--target is missing (for example programme:DPRK)");
	if (options->limit < 0)
		return set_usage_error (error, "--limit %d is negative (0 is all)", options->limit);
	if (options->n_paths != NOT_GIVEN && options->n_paths < 1)
		return set_usage_error (error, "--paths %d is too few (at least 1)",
		                        options->n_paths);
	return TRUE;
}

static gboolean
write_out (const Options *options, FairleadRanking *ranking, GCancellable *cancellable,
           GError **error)
{
	g_autoptr (GOutputStream) stream = open_standard_output ();
	FairleadRankingView view = {
		.format = options->output.format,
		.limit = (guint) options->limit,
		.layout = options->output.layout,
	};

	if (options->n_paths != NOT_GIVEN)
		view.n_paths = (guint) options->n_paths;
	else if (options->explain)
		view.n_paths = DEFAULT_PATHS;
	return fairlead_ranking_write (ranking, &view, stream, cancellable, error);
}

static ExitCode
print_parameters (const Options *options, GCancellable *cancellable, GError **error)
{
	g_autoptr (GOutputStream) stream = open_standard_output ();
	g_autofree char *text = fairlead_parameters_dup_text (&options->question.model.parameters);

	return g_output_stream_write_all (stream, text, strlen (text), NULL, cancellable, error)
	                       || reader_has_gone (error)
	               ? EXIT_DONE
	               : EXIT_FAILED;
}

ExitCode
command_rank (const Command *command, int argc, char **argv, GCancellable *cancellable,
              GError **error)
{
	g_auto (Options) options = { .limit = DEFAULT_LIMIT, .n_paths = NOT_GIVEN };
	g_auto (Progress) progress = { 0 };
	g_autoptr (FairleadNetwork) network = NULL;
	g_autoptr (FairleadRanking) ranking = NULL;
	Parsed parsed = parse (command, &options, argc, argv, error);

	if (parsed != PARSED_RUN)
		return parsed == PARSED_HELP ? EXIT_DONE : EXIT_FAILED;
	if (options.common.needs_no_input)
		return print_parameters (&options, cancellable, error);
	if (!check (&options, error))
		return EXIT_FAILED;
	progress_init (&progress, options.common.is_quiet);
	network = load_network_as_of (&options.common, options.question.model.as_of, &progress,
	                              cancellable, error);
	if (network == NULL)
		return EXIT_FAILED;
	ranking = question_rank (&options.question, network, &progress, cancellable, error);
	progress_clear (&progress);
	if (ranking == NULL)
		return EXIT_FAILED;
	if (!write_out (&options, ranking, cancellable, error) && !reader_has_gone (error))
		return EXIT_FAILED;
	return judge_issues (&options.common, network);
}
