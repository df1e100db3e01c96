/* cli/command/report.c: fairlead report */
#include "cli/options/common.h"
#include "cli/options/part.h"
#include "output/report/contents.h"
#include "output/write/output-file.h"
#include "output/write/text.h"

#include <stdio.h>

#define DEFAULT_DRAWS 200
#define MAX_DRAWS 100000
#define TOP 10

static const char description[] =
	"The file holds all: a summary in words, the ranking with its intervals, a card for each\n"
	"of the first ranked (who, why there, evidence, ownership, a ship's timeline, what would\n"
	"change it, open questions), the network to search, supplies against the caps, gaps\n"
	"between lists, doubts about records, sources with their hashes, parameters, and what the\n"
	"ranking does not show. It needs no network and asks for nothing: read it from a stick,\n"
	"hand it on, print it. docs/report.md says how it reads.\n"
	"\n"
	"Examples:\n"
	"  fairlead report --target programme:DPRK --output report.html sdn.csv roles.csv\n"
	"  fairlead report -t programme:DPRK -o report.html --title 'Gasoil, 2023' case.fairlead\n"
	"  fairlead report -t list:UN -o report.html --top 20 --limit 0 --collect 0 *.xml\n"
	"  fairlead report -t imo:3112048 -o near.html --around imo:3112048 --hops 3 \\\n"
	"           case.fairlead\n"
	"\n"
	"A high rank is a question, not a finding.";

typedef struct {
	CommonOptions common;
	QuestionOptions question;
	PartOptions part;
	char *path;
	char *title;
	gint limit;
	gint top;
	gint n_draws;
	gint seed;
	gint n_collect;
} Options;

static void
options_clear (Options *self)
{
	common_options_clear (&self->common);
	question_options_clear (&self->question);
	part_options_clear (&self->part);
	g_clear_pointer (&self->path, g_free);
	g_clear_pointer (&self->title, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static Parsed
parse (const Command *command, Options *options, int argc, char **argv, GError **error)
{
	const GOptionEntry entries[] = {
		{ "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->path,
		  "Where to write (required)", "FILE" },
		{ "title", 0, 0, G_OPTION_ARG_FILENAME, &options->title,
		  "What stands on top (default: whose facilitators are asked for)", "TEXT" },
		{ "limit", 'n', 0, G_OPTION_ARG_INT, &options->limit,
		  "How many rows of the ranking (default 100; 0 for all)", "N" },
		{ "top", 0, 0, G_OPTION_ARG_INT, &options->top,
		  "A card for each of the first N (default 10; at most 100)", "N" },
		{ "draws", 0, 0, G_OPTION_ARG_INT, &options->n_draws,
		  "Draw links by their confidence N times, for intervals (default 200; 0: no)",
		  "N" },
		{ "seed", 0, 0, G_OPTION_ARG_INT, &options->seed,
		  "Of what is drawn at random (default 1)", "N" },
		{ "collect", 0, 0, G_OPTION_ARG_INT, &options->n_collect,
		  "How many unknowns that may change the first 10 (default 20; 0: none)", "N" },
		PART_ENTRIES (&options->part),
		G_OPTION_ENTRY_NULL,
	};

	return parse_options (command, entries, description, &options->common, &options->question,
	                      NULL, argc, argv, error);
}

static gboolean
check_number (const char *option, gint number, gint most, GError **error)
{
	return (number >= 0 && number <= most)
	       || set_usage_error (error, "%s %d is not possible (0 to %d)", option, number, most);
}

static gboolean
check (Options *options, GError **error)
{
	if (options->question.target == NULL)
		return set_usage_error (error, "--target is missing (for example programme:DPRK)");
	if (options->path == NULL)
		return set_usage_error (error, "--output is missing (a file such as report.html)");
	if (!fairlead_output_path_check (options->path, error))
		return FALSE;
	if (options->title != NULL && !g_utf8_validate (options->title, -1, NULL))
		return set_usage_error (error, "--title is not UTF-8");
	return check_number ("--limit", options->limit, G_MAXINT, error)
	       && check_number ("--top", options->top, (gint) FAIRLEAD_REPORT_MOST_CARDS, error)
	       && check_number ("--draws", options->n_draws, MAX_DRAWS, error)
	       && check_number ("--seed", options->seed, G_MAXINT, error)
	       && check_number ("--collect", options->n_collect, G_MAXINT, error)
	       && part_options_check (&options->part, error);
}

/* ---- the file ---- */

static gboolean
draw (const Options *options, FairleadRanking *ranking, Progress *progress, FairleadDraws *draws,
      GCancellable *cancellable, GError **error)
{
	const FairleadDrawChoice choice = { .n_draws = (guint) options->n_draws,
		                            .seed = (guint32) options->seed,
		                            .top = TOP };

	return options->n_draws == 0
	       || fairlead_draws_init (draws, ranking, &choice, on_work_progress, progress,
	                               cancellable, error);
}

static gboolean
write_out (const Options *options, const FairleadReport *report, GCancellable *cancellable,
           GError **error)
{
	g_autoptr (FairleadOutputFile) file = fairlead_output_file_open (options->path, error);

	if (file == NULL)
		return FALSE;
	if (fairlead_report_write (report, fairlead_output_file_get_stream (file), cancellable,
	                           error))
		return fairlead_output_file_commit (file, error);
	if (!g_cancellable_is_cancelled (cancellable))
		g_prefix_error (error, "%s: ", options->path);
	return FALSE;
}

static gboolean
report_on (const Options *options, FairleadRanking *ranking, Progress *progress,
           FairleadReportContents *contents, GCancellable *cancellable, GError **error)
{
	g_auto (FairleadDraws) draws = { 0 };
	FairleadReportQuestion question = {
		.title = options->title,
		.limit = (guint) options->limit,
		.n_cards = (guint) options->top,
		.n_collect = (guint) options->n_collect,
		.seed = (guint32) options->seed,
		.part = part_options_get (&options->part),
		.telling = progress_get_telling (progress),
	};

	if (!draw (options, ranking, progress, &draws, cancellable, error))
		return FALSE;
	question.draws = options->n_draws > 0 ? &draws : NULL;
	return fairlead_report_contents_init (contents, ranking, &question, cancellable, error)
	       && write_out (options, &contents->report, cancellable, error);
}

static gboolean
run_report (const Options *options, FairleadReportContents *contents, GCancellable *cancellable,
            GError **error)
{
	g_auto (Progress) progress = { 0 };
	gint32 as_of = options->question.model.as_of;
	g_autoptr (FairleadNetwork) network = NULL;
	g_autoptr (FairleadRanking) ranking = NULL;

	progress_init (&progress, options->common.is_quiet);
	network =
		load_network_of_day (&options->common, as_of, TRUE, &progress, cancellable, error);
	if (network == NULL)
		return FALSE;
	ranking = question_rank (&options->question, network, &progress, cancellable, error);
	return ranking != NULL
	       && report_on (options, ranking, &progress, contents, cancellable, error);
}

static void
say_what_was_written (const Options *options, const FairleadReportContents *contents)
{
	g_autofree char *visible = fairlead_text_dup_visible (options->path, TRUE);

	if (options->common.is_quiet)
		return;
	fprintf (stderr, "fairlead: wrote %s, with a network of %u entities and %u links\n",
	         visible, contents->part->vertices->len, contents->part->links->len);
	if (!fairlead_report_is_interactive ())
		fprintf (stderr, "fairlead: this build has no Cytoscape.js: the network is a chart"
		                 " and a table\n");
}

ExitCode
command_report (const Command *command, int argc, char **argv, GCancellable *cancellable,
                GError **error)
{
	g_auto (Options) options = { .part = PART_OPTIONS_INIT,
		                     .limit = FAIRLEAD_REPORT_LIMIT,
		                     .top = FAIRLEAD_REPORT_CARDS,
		                     .n_draws = DEFAULT_DRAWS,
		                     .seed = 1,
		                     .n_collect = FAIRLEAD_REPORT_COLLECT };
	g_auto (FairleadReportContents) contents = { 0 };
	Parsed parsed = parse (command, &options, argc, argv, error);

	if (parsed != PARSED_RUN)
		return parsed == PARSED_HELP ? EXIT_DONE : EXIT_FAILED;
	if (!check (&options, error) || !run_report (&options, &contents, cancellable, error))
		return EXIT_FAILED;
	say_what_was_written (&options, &contents);
	return judge_issues (&options.common, contents.network);
}
