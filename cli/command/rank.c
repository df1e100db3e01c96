/* cli/command/rank.c: fairlead rank */
#include <string.h>

#include "cli/options/common.h"
#include "cli/options/engine.h"
#include "cli/command/rank-numbers.h"
#include "graph/score/measures.h"
#include "ingest/mapping/language/suggest.h"
#include "output/ranking/ranking-output.h"

#define DEFAULT_LIMIT 20
#define DEFAULT_PATHS 3
#define NOT_GIVEN G_MININT
#define DEFAULT_DRAWS 200
#define MAX_DRAWS 100000
#define TOP 10

static const char description[] =
	"Entity expressions: imo:NUMBER, imo-company:NUMBER, lei:CODE or another scheme of\n"
	"identifiers; id:ID of a source, or its ID as printed (ofac:17068); name:TEXT;\n"
	"programme:PREFIX; list:NAME; @FILE with one expression a line.\n"
	"\n"
	"Examples:\n"
	"  fairlead rank --target programme:DPRK sdn.csv add.csv alt.csv roles.csv\n"
	"  fairlead rank --target imo:7937317 --explain --limit 5 sdn.csv roles.csv\n"
	"  fairlead rank --target list:UN --measure katz --measure constraint *.xml\n"
	"  fairlead rank --target list:UN --collect 5 --draw-merges *.xml\n"
	"  fairlead rank --print-parameters > own.parameters\n"
	"  fairlead rank --target list:UN --parameters own.parameters *.xml\n"
	"  fairlead rank --target @ships.txt --format json --limit 0 *.xml > ranking.json\n"
	"  fairlead rank --target list:UN --engine cluster --ranks 16 large.fairlead\n"
	"  fairlead rank --target id:ofac:17068 --engine cluster --ranks 64 network.arcs\n"
	"\n"
	"A high rank is a question, not a finding.";

typedef struct {
	CommonOptions common;
	OutputOptions output;
	QuestionOptions question;
	EngineOptions engine;
	gint limit;
	gboolean explain;
	gint n_paths; /* or NOT_GIVEN */
	gint n_draws;
	gint seed;
	double sampling_error; /* 0: as the size of the network asks for */
	gboolean draws_merges;
	gint n_collect;
	char *drop;
	GStrv measure_names;
	char *grouping_name;
	GArray *measures; /* of FairleadMeasure */
	FairleadGrouping grouping;
} Options;

static void
options_clear (Options *self)
{
	common_options_clear (&self->common);
	output_options_clear (&self->output);
	question_options_clear (&self->question);
	engine_options_clear (&self->engine);
	g_clear_pointer (&self->measure_names, g_strfreev);
	g_clear_pointer (&self->drop, g_free);
	g_clear_pointer (&self->grouping_name, g_free);
	g_clear_pointer (&self->measures, g_array_unref);
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
		{ "draws", 0, 0, G_OPTION_ARG_INT, &options->n_draws,
		  "Draw links by their confidence N times, for intervals (default 200; 0: no)",
		  "N" },
		{ "draw-merges", 0, 0, G_OPTION_ARG_NONE, &options->draws_merges,
		  "Draw who may be the same too, by its probability (see fairlead resolve)", NULL },
		{ "seed", 0, 0, G_OPTION_ARG_INT, &options->seed,
		  "Of what is drawn at random (default 1)", "N" },
		{ "drop-source", 0, 0, G_OPTION_ARG_FILENAME, &options->drop,
		  "Show each rank without the links of this input too", "FILE" },
		{ "collect", 0, 0, G_OPTION_ARG_INT, &options->n_collect,
		  "Show the N unknowns that may change the first 10 most: what to collect next",
		  "N" },
		{ "measure", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->measure_names,
		  "A column for this measure too (may repeat)", "NAME" },
		{ "sampling-error", 0, 0, G_OPTION_ARG_DOUBLE, &options->sampling_error,
		  "Sample betweenness to within this share of all pairs (default: exact, and 0.01 "
		  "on large networks)",
		  "E" },
		{ "groups", 0, 0, G_OPTION_ARG_FILENAME, &options->grouping_name,
		  "Groups of the roles: side (default; target, front, market) or jurisdiction",
		  "BY" },
		ENGINE_ENTRIES (&options->engine),
		{ "list-measures", 0, 0, G_OPTION_ARG_NONE, &options->common.lists_names,
		  "Print the names of the measures, and end", NULL },
		{ "print-parameters", 0, 0, G_OPTION_ARG_NONE, &options->common.needs_no_input,
		  "Print the numbers that the ranking would depend on, and end", NULL },
		G_OPTION_ENTRY_NULL,
	};

	return parse_options (command, entries, description, &options->common, &options->question,
	                      &options->output, argc, argv, error);
}

static gboolean
choose_measure (Options *options, const char *name, GError **error)
{
	g_auto (FairleadSuggestion) suggestion = FAIRLEAD_SUGGESTION (name);
	g_autofree char *words = NULL;
	FairleadMeasure measure;

	if (!fairlead_measure_from_name (name, &measure)) {
		for (guint i = 0; i < FAIRLEAD_N_MEASURES; i++)
			fairlead_suggestion_offer (&suggestion, fairlead_measure_name (i));
		words = fairlead_suggestion_dup_text (&suggestion);
		return set_usage_error (error,
		                        "--measure %s is not known%s; --list-measures names all",
		                        name, words);
	}
	for (guint i = 0; i < options->measures->len; i++)
		if (g_array_index (options->measures, FairleadMeasure, i) == measure)
			return set_usage_error (error, "--measure %s is given twice", name);
	g_array_append_val (options->measures, measure);
	return TRUE;
}

static gboolean
choose_measures (Options *options, GError **error)
{
	options->measures = g_array_new (FALSE, FALSE, sizeof (FairleadMeasure));
	for (guint i = 0; options->measure_names != NULL && options->measure_names[i] != NULL; i++)
		if (!choose_measure (options, options->measure_names[i], error))
			return FALSE;
	if (options->grouping_name == NULL || strcmp (options->grouping_name, "side") == 0)
		return TRUE;
	options->grouping = FAIRLEAD_GROUP_BY_JURISDICTION;
	return strcmp (options->grouping_name, "jurisdiction") == 0
	       || set_usage_error (error, "--groups %s is not known (side or jurisdiction)",
	                           options->grouping_name);
}

static gboolean
check (Options *options, GError **error)
{
	if (options->question.target == NULL)
		return set_usage_error (error, "--target is missing (for example programme:DPRK)");
	if (options->limit < 0)
		return set_usage_error (error, "--limit %d is negative (0 is all)", options->limit);
	if (options->n_paths != NOT_GIVEN && options->n_paths < 1)
		return set_usage_error (error, "--paths %d is too few (at least 1)",
		                        options->n_paths);
	if (options->n_draws < 0 || options->n_draws > MAX_DRAWS)
		return set_usage_error (error, "--draws %d is not possible (0 to %d)",
		                        options->n_draws, MAX_DRAWS);
	if (options->n_collect < 0)
		return set_usage_error (error, "--collect %d is negative", options->n_collect);
	if (options->n_collect > 0 && options->output.format == FAIRLEAD_FORMAT_CSV)
		return set_usage_error (error, "--collect has no place in CSV (table or json)");
	if (options->draws_merges && options->n_draws == 0)
		return set_usage_error (error, "--draw-merges means nothing with --draws 0");
	if (options->seed < 0)
		return set_usage_error (error, "--seed %d is negative", options->seed);
	if (!(options->sampling_error >= 0.0 && options->sampling_error < 1.0))
		return set_usage_error (error, "--sampling-error is not from 0 to 1");
	return engine_options_check (&options->engine, error) && choose_measures (options, error);
}

/* The ranks once more: over draws of links and merges, and without a source */
static gboolean
try_ranks (const Options *options, FairleadRanking *ranking, FairleadDraws *draws,
           FairleadWithout *without, Progress *progress, GCancellable *cancellable, GError **error)
{
	g_autoptr (GArray) merges = NULL;
	FairleadDrawChoice choice = { (guint) options->n_draws, (guint32) options->seed, TOP, 0,
		                      NULL };

	if (options->draws_merges) {
		choice.merges = merges = fairlead_merges_find (
			fairlead_ranking_get_network (ranking), cancellable, error);
		if (merges == NULL)
			return FALSE;
	}
	if (options->n_draws > 0
	    && !fairlead_draws_init (draws, ranking, &choice, on_work_progress, progress,
	                             cancellable, error))
		return FALSE;
	if (options->drop == NULL)
		return TRUE;
	without->ranks = fairlead_ranking_rank_without (ranking, options->drop, &without->n_links,
	                                                cancellable, error);
	return without->ranks != NULL;
}

static void
without_clear (FairleadWithout *self)
{
	g_free ((gpointer) self->ranks);
}
typedef FairleadWithout Without;
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Without, without_clear)

static guint
count_paths (const Options *options)
{
	return options->n_paths != NOT_GIVEN ? (guint) options->n_paths
	       : options->explain            ? DEFAULT_PATHS
	                                     : 0;
}

static gboolean
write_out (const Options *options, FairleadRanking *ranking, GCancellable *cancellable,
           GError **error)
{
	g_autoptr (GOutputStream) stream = open_page (&options->output);
	const FairleadMeasureChoice choice = {
		.measures = options->measures,
		.grouping = options->grouping,
		.seed = (guint32) options->seed,
		.sampling_error = options->sampling_error,
		.n_rows = fairlead_ranking_count_rows (ranking, (guint) options->limit),
	};
	FairleadSampling sampling = { 0 };
	g_autoptr (GPtrArray) columns =
		fairlead_ranking_measure (ranking, &choice, &sampling, cancellable, error);
	const FairleadRankingMeasures measures = { options->measures, columns, sampling };
	g_auto (FairleadDraws) draws = { .spreads = NULL };
	g_auto (Without) without = { .source = options->drop };
	g_autoptr (GArray) collect = NULL;
	g_auto (Progress) progress = { 0 };
	const FairleadTelling telling = progress_get_telling (&progress);
	FairleadRankingView view = {
		.format = options->output.format,
		.limit = (guint) options->limit,
		.layout = options->output.layout,
		.measures = &measures,
	};

	progress_init (&progress, options->common.is_quiet);
	if (columns == NULL
	    || !try_ranks (options, ranking, &draws, &without, &progress, cancellable, error))
		return FALSE;
	if (options->n_draws > 0)
		view.draws = &draws;
	if (options->drop != NULL)
		view.without = &without;
	if (options->n_collect > 0) {
		view.n_collect = (guint) options->n_collect;
		view.collect = collect = fairlead_collect (ranking, (guint32) options->seed,
		                                           &telling, cancellable, error);
		if (collect == NULL)
			return FALSE;
	}
	progress_clear (&progress);
	view.n_paths = count_paths (options);
	return fairlead_ranking_write (ranking, &view, stream, cancellable, error);
}

/* What asks for records, or for the links in memory */
static const char *
find_option_of_records (const Options *options)
{
	return options->n_draws != DEFAULT_DRAWS && options->n_draws != 0 ? "--draws"
	       : options->draws_merges                                    ? "--draw-merges"
	       : options->n_collect > 0                                   ? "--collect"
	       : options->drop != NULL                                    ? "--drop-source"
	       : options->measures->len > 0                               ? "--measure"
	       : options->grouping_name != NULL                           ? "--groups"
	                                                                  : NULL;
}

static ExitCode
rank_as_numbers (Options *options, GCancellable *cancellable, GError **error)
{
	const RankNumbers numbers = {
		.common = &options->common,
		.output = &options->output,
		.question = &options->question,
		.engine = &options->engine,
		.limit = (guint) options->limit,
		.n_paths = count_paths (options),
		.refused = find_option_of_records (options),
	};

	return rank_numbers (&numbers, cancellable, error);
}

static ExitCode
print_measures (GError **error)
{
	g_autoptr (GOutputStream) stream = open_standard_output ();
	g_autoptr (GString) text = g_string_new (NULL);

	for (guint i = 0; i < FAIRLEAD_N_MEASURES; i++)
		g_string_append_printf (text, "%-22s  %s\n", fairlead_measure_name (i),
		                        fairlead_measure_words (i));
	return g_output_stream_write_all (stream, text->str, text->len, NULL, NULL, error)
	                       || reader_has_gone (error)
	               ? EXIT_DONE
	               : EXIT_FAILED;
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
	g_auto (Options) options = {
		.limit = DEFAULT_LIMIT, .n_paths = NOT_GIVEN, .n_draws = DEFAULT_DRAWS, .seed = 1
	};
	g_auto (Progress) progress = { 0 };
	g_autoptr (FairleadNetwork) network = NULL;
	g_autoptr (FairleadRanking) ranking = NULL;
	g_autoptr (FairleadEngine) engine = NULL;
	Parsed parsed = parse (command, &options, argc, argv, error);

	if (parsed != PARSED_RUN)
		return parsed == PARSED_HELP ? EXIT_DONE : EXIT_FAILED;
	if (options.common.lists_names)
		return print_measures (error);
	if (options.common.needs_no_input)
		return print_parameters (&options, cancellable, error);
	if (!check (&options, error))
		return EXIT_FAILED;
	if (are_numbers (options.common.inputs))
		return rank_as_numbers (&options, cancellable, error);
	if (!engine_options_check_inputs (&options.engine,
	                                  (const char *const *) options.common.inputs, error))
		return EXIT_FAILED;
	progress_init (&progress, options.common.is_quiet);
	network = load_network_as_of (&options.common, options.question.model.as_of, &progress,
	                              cancellable, error);
	if (network == NULL || !engine_options_check_memory (&options.engine, network, error))
		return EXIT_FAILED;
	options.question.engine = engine = engine_options_new_engine (&options.engine);
	ranking = question_rank (&options.question, network, &progress, cancellable, error);
	progress_clear (&progress);
	if (ranking == NULL)
		return engine_job_was_written (&options.engine, options.common.is_quiet, error)
		               ? EXIT_DONE
		               : EXIT_FAILED;
	if (!write_out (&options, ranking, cancellable, error) && !reader_has_gone (error))
		return EXIT_FAILED;
	return judge_issues (&options.common, network);
}
