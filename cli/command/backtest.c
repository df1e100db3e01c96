/* cli/command/backtest.c: fairlead backtest */
#include "cli/options/common.h"
#include "graph/backtest/backtest.h"
#include "output/backtest/backtest-output.h"
#include "output/write/output-file.h"

#define DEFAULT_DRAWS 500
#define MAX_DRAWS 100000
#define DEFAULT_SEED 1

static const char description[] =
	"Records of a later day are kept out, the ranking is made, and whom the labels name is\n"
	"looked for in it. As labels, programme: and list: stand for those listed after the day;\n"
	"another expression, or @FILE with one a line, stands for whom it names.\n"
	"\n"
	"Examples:\n"
	"  fairlead backtest --as-of 2017-02-28 -t programme:DPRK -l programme:DPRK \\\n"
	"    --mapping officers.mapping sdn_advanced.xml roles.csv officers.csv\n"
	"  fairlead backtest --as-of 2019-01-01 --until 2020-12-31 -t list:UK -l @found.txt \\\n"
	"    --chart recall.svg --format json uk.xml roles.csv > backtest.json\n";

typedef struct {
	CommonOptions common;
	OutputOptions output;
	QuestionOptions question;
	char *until;
	GStrv labels;
	char *chart;
	char *parties;
	gboolean drops_undated;
	gint n_draws;
	gint seed;
	FairleadBacktestQuestion asked;
} Options;

static void
options_clear (Options *self)
{
	common_options_clear (&self->common);
	output_options_clear (&self->output);
	question_options_clear (&self->question);
	g_strfreev (self->labels);
	g_free (self->until);
	g_free (self->chart);
	g_free (self->parties);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static Parsed
parse (const Command *command, Options *options, int argc, char **argv, GError **error)
{
	const GOptionEntry entries[] = {
		{ "until", 0, 0, G_OPTION_ARG_FILENAME, &options->until,
		  "The last day of a listing that counts (default: any)", "DATE" },
		{ "labels", 'l', 0, G_OPTION_ARG_FILENAME_ARRAY, &options->labels,
		  "Whom the ranking should have found (may repeat)", "EXPRESSION" },
		{ "drop-undated", 0, 0, G_OPTION_ARG_NONE, &options->drops_undated,
		  "Leave out what cannot be dated, too", NULL },
		{ "draws", 0, 0, G_OPTION_ARG_INT, &options->n_draws,
		  "Bootstrap draws of the intervals (default 500; 0 for none)", "N" },
		{ "seed", 0, 0, G_OPTION_ARG_INT, &options->seed,
		  "Where the draws begin (default 1)", "N" },
		{ "chart", 0, 0, G_OPTION_ARG_FILENAME, &options->chart,
		  "Draw recall by depth as SVG", "FILE" },
		{ "parties", 0, 0, G_OPTION_ARG_FILENAME, &options->parties,
		  "Write every judged party with its values as CSV", "FILE" },
		G_OPTION_ENTRY_NULL,
	};

	return parse_options (command, entries, description, &options->common, &options->question,
	                      &options->output, argc, argv, error);
}

/* ---- what was asked ---- */

static gboolean
read_days (Options *options, GError **error)
{
	FairleadDate date;

	options->asked.until = FAIRLEAD_ANY_DAY;
	options->asked.as_of = options->question.model.as_of;
	if (options->asked.as_of == FAIRLEAD_DAY_OPEN_FUTURE)
		return set_usage_error (error, "--as-of is missing (for example 2019-01-01)");
	if (options->until == NULL)
		return TRUE;
	if (!fairlead_date_parse (options->until, FAIRLEAD_DATE_DAY_FIRST, &date, NULL)
	    || date.first != date.last)
		return set_usage_error (error, "--until %s is no day (expected 2021-03-08)",
		                        options->until);
	if (date.first <= options->asked.as_of)
		return set_usage_error (error, "--until %s is not after --as-of %s", options->until,
		                        options->question.model.day);
	options->asked.until = date.first;
	return TRUE;
}

static gboolean
check (const Options *options, GError **error)
{
	if (options->question.target == NULL)
		return set_usage_error (error, "--target is missing (for example programme:DPRK)");
	if (options->question.include_targets)
		return set_usage_error (error, "--include-targets: the target is known by then and"
		                               " cannot be labelled");
	if (options->labels == NULL)
		return set_usage_error (error, "--labels is missing (for example programme:DPRK)");
	for (guint i = 0; options->labels[i] != NULL; i++)
		if (!g_utf8_validate (options->labels[i], -1, NULL))
			return set_usage_error (error, "--labels \"%s\" is not UTF-8",
			                        options->labels[i]);
	if (options->n_draws < 0 || options->n_draws > MAX_DRAWS)
		return set_usage_error (error, "--draws %d is not possible (0 to %d)",
		                        options->n_draws, MAX_DRAWS);
	if (options->seed < 0)
		return set_usage_error (error, "--seed %d is negative", options->seed);
	return TRUE;
}

static gboolean
read_question (Options *options, GError **error)
{
	if (!check (options, error) || !read_days (options, error))
		return FALSE;
	options->asked.target = (const char *const *) options->question.target;
	options->asked.market = (const char *const *) options->question.market;
	options->asked.labels = (const char *const *) options->labels;
	options->asked.keeps_undated = !options->drops_undated;
	options->asked.n_draws = (guint) options->n_draws;
	options->asked.seed = (guint32) options->seed;
	return TRUE;
}

/* ---- what is written ---- */

typedef gboolean (*WriteFile) (FairleadBacktest *backtest, const FairleadBacktestView *view,
                               GOutputStream *stream, GCancellable *cancellable, GError **error);

static gboolean
write_file (const char *path, WriteFile write, FairleadBacktest *backtest,
            const FairleadBacktestView *view, GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadOutputFile) file = NULL;

	if (path == NULL)
		return TRUE;
	file = fairlead_output_file_open (path, error);
	if (file == NULL)
		return FALSE;
	if (write (backtest, view, fairlead_output_file_get_stream (file), cancellable, error))
		return fairlead_output_file_commit (file, error);
	if (!g_cancellable_is_cancelled (cancellable))
		g_prefix_error (error, "%s: ", path);
	return FALSE;
}

static gboolean
write_out (const Options *options, FairleadBacktest *backtest, GCancellable *cancellable,
           GError **error)
{
	g_autoptr (GOutputStream) stream = open_page (&options->output);
	const FairleadBacktestView view = {
		.format = options->output.format,
		.layout = options->output.layout,
		.question = &options->asked,
	};

	return write_file (options->chart, fairlead_backtest_write_chart, backtest, &view,
	                   cancellable, error)
	       && write_file (options->parties, fairlead_backtest_write_parties, backtest, &view,
	                      cancellable, error)
	       && (fairlead_backtest_write (backtest, &view, stream, cancellable, error)
	           || reader_has_gone (error));
}

ExitCode
command_backtest (const Command *command, int argc, char **argv, GCancellable *cancellable,
                  GError **error)
{
	g_auto (Options) options = { .n_draws = DEFAULT_DRAWS, .seed = DEFAULT_SEED };
	g_auto (Progress) progress = { 0 };
	g_autoptr (FairleadNetwork) network = NULL;
	g_autoptr (FairleadBacktest) backtest = NULL;
	Parsed parsed = parse (command, &options, argc, argv, error);

	if (parsed != PARSED_RUN)
		return parsed == PARSED_HELP ? EXIT_DONE : EXIT_FAILED;
	if (!read_question (&options, error))
		return EXIT_FAILED;
	progress_init (&progress, options.common.is_quiet);
	network = load_network (&options.common, FALSE, &progress, cancellable, error);
	if (network == NULL)
		return EXIT_FAILED;
	backtest =
		fairlead_backtest_new (network, &options.question.model.parameters, &options.asked,
	                               on_work_progress, &progress, cancellable, error);
	progress_clear (&progress);
	if (backtest == NULL || !write_out (&options, backtest, cancellable, error))
		return EXIT_FAILED;
	return judge_issues (&options.common, network);
}
