/* cli/command/explain.c: fairlead explain */
#include "cli/options/common.h"
#include "cli/options/links.h"
#include "graph/expression/expression.h"
#include "graph/score/explain.h"
#include "ingest/record/error.h"
#include "output/ranking/explain-output.h"

#define DEFAULT_PATHS 3
#define MAX_PATHS 100

static const char description[] =
	"ENTITY is an entity expression that selects one ranked party: imo-company:NUMBER,\n"
	"lei:CODE, name:TEXT, or an ID as printed (ofac:17068).\n"
	"\n"
	"Examples:\n"
	"  fairlead explain imo-company:5342883 --target programme:DPRK sdn.csv roles.csv\n"
	"  fairlead explain ofac:17068 --target list:UN --include-targets --format json *.xml\n"
	"\n"
	"A high rank is a question, not a finding.";

typedef struct {
	CommonOptions common;
	OutputOptions output;
	QuestionOptions question;
	GStrv entity;
	gint n_paths;
} Options;

static void
options_clear (Options *self)
{
	common_options_clear (&self->common);
	output_options_clear (&self->output);
	question_options_clear (&self->question);
	g_clear_pointer (&self->entity, g_strfreev);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
check (Options *options, GError **error)
{
	if (options->question.target == NULL)
		return set_usage_error (error, "--target is missing (for example programme:DPRK)");
	if (options->n_paths < 1 || options->n_paths > MAX_PATHS)
		return set_usage_error (error, "--paths %d is not possible (1 to %d)",
		                        options->n_paths, MAX_PATHS);
	if (options->output.format == FAIRLEAD_FORMAT_CSV)
		return set_usage_error (error, "explain writes a table or json, not csv");
	options->entity = take_expressions (&options->common, 1, 1, error);
	return options->entity != NULL;
}

/* The one ranked party that the expression selects */
static gboolean
find_party (const Options *options, FairleadRanking *ranking, FairleadVertex *party, GError **error)
{
	g_autoptr (GArray) chosen =
		fairlead_expressions_select (fairlead_ranking_get_network (ranking),
	                                     (const char *const *) options->entity, error);
	guint n = 0;

	for (guint i = 0; chosen != NULL && i < chosen->len; i++) {
		FairleadVertex vertex = g_array_index (chosen, FairleadVertex, i);

		if (fairlead_ranking_get_row_of (ranking, vertex) == NULL)
			continue;
		*party = vertex;
		n++;
	}
	if (chosen != NULL && n != 1)
		set_usage_error (error,
		                 n == 0 ? "%s is not ranked (parties of the target are with"
		                          " --include-targets; places never are)"
		                        : "%s selects more than one ranked party",
		                 options->entity[0]);
	return n == 1;
}

static gboolean
write_out (const Options *options, FairleadRanking *ranking, GCancellable *cancellable,
           GError **error)
{
	g_autoptr (GOutputStream) stream = open_page (&options->output);
	g_auto (FairleadExplanation) explanation = { .row = NULL };
	FairleadVertex party = 0;

	if (!find_party (options, ranking, &party, error)
	    || !fairlead_explanation_init (&explanation, ranking, party, (guint) options->n_paths,
	                                   cancellable, error))
		return FALSE;
	return fairlead_explanation_write (ranking, &explanation, options->output.format,
	                                   &options->output.layout, stream, cancellable, error)
	       || reader_has_gone (error);
}

ExitCode
command_explain (const Command *command, int argc, char **argv, GCancellable *cancellable,
                 GError **error)
{
	g_auto (Options) options = { .n_paths = DEFAULT_PATHS };
	g_auto (Progress) progress = { 0 };
	g_autoptr (FairleadNetwork) network = NULL;
	g_autoptr (FairleadRanking) ranking = NULL;
	const GOptionEntry own[] = {
		{ "paths", 0, 0, G_OPTION_ARG_INT, &options.n_paths,
		  "How many evidence paths at most (default 3)", "N" },
		G_OPTION_ENTRY_NULL,
	};
	Parsed parsed = parse_options (command, own, description, &options.common,
	                               &options.question, &options.output, argc, argv, error);

	if (parsed != PARSED_RUN)
		return parsed == PARSED_HELP ? EXIT_DONE : EXIT_FAILED;
	if (!check (&options, error))
		return EXIT_FAILED;
	progress_init (&progress, options.common.is_quiet);
	network = load_network_as_of (&options.common, options.question.model.as_of, &progress,
	                              cancellable, error);
	if (network == NULL)
		return EXIT_FAILED;
	ranking = question_rank (&options.question, network, &progress, cancellable, error);
	progress_clear (&progress);
	if (ranking == NULL || !write_out (&options, ranking, cancellable, error))
		return EXIT_FAILED;
	return judge_issues (&options.common, network);
}
