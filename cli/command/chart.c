/* cli/command/chart.c: fairlead chart */
#include "cli/options/common.h"
#include "output/chart/answer.h"
#include "output/write/output-file.h"
#include "output/write/text.h"

#include <stdio.h>

#define NO_NUMBER (-1)

static const char description[] =
	"One of three questions is asked:\n"
	"  --from A --to B          the best paths between them\n"
	"  --target X --top K       the first ranked, and what leads from them to the target\n"
	"  --around X [--hops N]    what is near\n"
	"\n"
	"The chart is a sheet of A4: a card for each party with its kind, country and listings; a\n"
	"line for all links of two of them, arrows from who owns, controls, manages or sells;\n"
	"dashes where less than sure; a number for each source, and the sources below or on a\n"
	"second sheet. More than 60 parties are cut, and the chart says so. docs/chart.md says\n"
	"how it reads.\n"
	"\n"
	"Examples:\n"
	"  fairlead chart --from imo:3112048 --to list:OFAC --output paths.pdf case.fairlead\n"
	"  fairlead chart --target programme:DPRK --top 5 --output first.svg sdn.csv roles.csv\n"
	"  fairlead chart --around name:'Salt Lantern Ltd' --hops 1 --lanes jurisdiction \\\n"
	"           --output near.png case.fairlead\n"
	"\n"
	"A line on a chart is a question, not a finding.";

typedef struct {
	CommonOptions common;
	QuestionOptions question;
	char *path;
	char *format_name;
	FairleadPicture picture;
	GStrv from;
	GStrv to;
	GStrv around;
	gint hops;
	gint top;
	gint n_paths;
	char *lanes_name;
	FairleadLanes lanes;
	gboolean is_dark;
} Options;

static void
options_clear (Options *self)
{
	common_options_clear (&self->common);
	question_options_clear (&self->question);
	g_clear_pointer (&self->path, g_free);
	g_clear_pointer (&self->format_name, g_free);
	g_clear_pointer (&self->from, g_strfreev);
	g_clear_pointer (&self->to, g_strfreev);
	g_clear_pointer (&self->around, g_strfreev);
	g_clear_pointer (&self->lanes_name, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static Parsed
parse (const Command *command, Options *options, int argc, char **argv, GError **error)
{
	const GOptionEntry entries[] = {
		{ "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->path,
		  "Where to draw: .svg, .png or .pdf (required)", "FILE" },
		{ "format", 'f', 0, G_OPTION_ARG_FILENAME, &options->format_name,
		  "svg, png or pdf, whatever the ending", "FORMAT" },
		{ "from", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->from,
		  "Whom paths begin at (may repeat)", "EXPRESSION" },
		{ "to", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->to,
		  "Whom they lead to (may repeat)", "EXPRESSION" },
		{ "paths", 'n', 0, G_OPTION_ARG_INT, &options->n_paths,
		  "How many paths; of each ranked party, with --top (5; 2)", "N" },
		{ "top", 0, 0, G_OPTION_ARG_INT, &options->top,
		  "The first N ranked, and what leads from them to the target", "N" },
		{ "around", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->around,
		  "What is near these (may repeat)", "EXPRESSION" },
		{ "hops", 0, 0, G_OPTION_ARG_INT, &options->hops,
		  "How many links away from them (2)", "N" },
		{ "lanes", 0, 0, G_OPTION_ARG_FILENAME, &options->lanes_name,
		  "side, jurisdiction or none (side)", "LANES" },
		{ "dark", 0, 0, G_OPTION_ARG_NONE, &options->is_dark, "Light on dark, for a screen",
		  NULL },
		G_OPTION_ENTRY_NULL,
	};

	options->hops = options->top = options->n_paths = NO_NUMBER;
	return parse_options (command, entries, description, &options->common, &options->question,
	                      NULL, argc, argv, error);
}

/* ---- what the options must be ---- */

static gboolean
check_picture (Options *options, GError **error)
{
	if (options->path == NULL)
		return set_usage_error (error, "--output is missing (a file that ends in .svg, .png"
		                               " or .pdf)");
	if (!fairlead_output_path_check (options->path, error))
		return FALSE;
	if (options->format_name != NULL)
		return fairlead_picture_from_name (options->format_name, &options->picture)
		       || set_usage_error (error, "--format %s is not known (svg, png or pdf)",
		                           options->format_name);
	return fairlead_picture_from_path (options->path, &options->picture)
	       || set_usage_error (error,
	                           "--output %s has no known ending (.svg, .png or .pdf);"
	                           " --format says it as well",
	                           options->path);
}

static gboolean
check_number (const char *option, gint number, gint least, gint most, GError **error)
{
	return number == NO_NUMBER || (number >= least && number <= most)
	       || set_usage_error (error, "%s %d is not possible (%d to %d)", option, number, least,
	                           most);
}

static gboolean
check_text (const char *option, char **texts, GError **error)
{
	for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
		if (!g_utf8_validate (texts[i], -1, NULL))
			return set_usage_error (error, "%s \"%s\" is not UTF-8", option, texts[i]);
	return TRUE;
}

static gboolean
check_question (const Options *options, GError **error)
{
	guint asked = (options->from != NULL || options->to != NULL) + (options->top != NO_NUMBER)
	              + (options->around != NULL);

	if (asked != 1)
		return set_usage_error (
			error,
			"one of --from with --to, --top and --around is needed, and one only");
	if ((options->from != NULL) != (options->to != NULL))
		return set_usage_error (error, "--from and --to go together");
	if (options->top != NO_NUMBER && options->question.target == NULL)
		return set_usage_error (error, "--top means nothing without --target");
	if (options->from != NULL && options->question.target != NULL)
		return set_usage_error (error, "--target means nothing with --from and --to");
	if (options->hops != NO_NUMBER && options->around == NULL)
		return set_usage_error (error, "--hops means nothing without --around");
	if (options->n_paths != NO_NUMBER && options->around != NULL)
		return set_usage_error (error, "--paths means nothing with --around");
	return check_text ("--from", options->from, error)
	       && check_text ("--to", options->to, error)
	       && check_text ("--around", options->around, error);
}

static gboolean
check (Options *options, GError **error)
{
	if (!fairlead_chart_is_built (error) || !check_picture (options, error)
	    || !check_number ("--hops", options->hops, 0, 100, error)
	    || !check_number ("--top", options->top, 1, (gint) FAIRLEAD_CHART_MOST, error)
	    || !check_number ("--paths", options->n_paths, 1, (gint) FAIRLEAD_CHART_MOST_PATHS,
	                      error)
	    || !check_question (options, error))
		return FALSE;
	return options->lanes_name == NULL
	       || fairlead_lanes_from_name (options->lanes_name, &options->lanes)
	       || set_usage_error (error, "--lanes %s is not known (side, jurisdiction or none)",
	                           options->lanes_name);
}

/* ---- the chart ---- */

static guint
or_else (gint number, guint standard)
{
	return number == NO_NUMBER ? standard : (guint) number;
}

static gboolean
ask (const Options *options, FairleadNetwork *network, FairleadRanking *ranking, Progress *progress,
     FairleadChartAnswer *answer, GCancellable *cancellable, GError **error)
{
	const FairleadChartQuestion question = {
		.telling = progress_get_telling (progress),
		.from = (const char *const *) options->from,
		.to = (const char *const *) options->to,
		.top = or_else (options->top, 0),
		.around = (const char *const *) options->around,
		.n_paths =
			or_else (options->n_paths, options->from != NULL ? FAIRLEAD_CHART_PATHS
		                                                         : FAIRLEAD_CHART_EVIDENCE),
		.hops = or_else (options->hops, FAIRLEAD_CHART_HOPS),
		.parameters = &options->question.model.parameters,
	};

	return fairlead_chart_answer_init (answer, network, ranking, &question, cancellable, error);
}

static gboolean
draw (const Options *options, Progress *progress, FairleadChartAnswer *answer,
      GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadOutputFile) file = fairlead_output_file_open (options->path, error);

	if (file == NULL)
		return FALSE;
	answer->chart.lanes = options->lanes;
	answer->chart.is_dark = options->is_dark;
	answer->chart.telling = progress_get_telling (progress);
	if (fairlead_chart_write (&answer->chart, options->picture,
	                          fairlead_output_file_get_stream (file), cancellable, error))
		return fairlead_output_file_commit (file, error);
	if (!g_cancellable_is_cancelled (cancellable))
		g_prefix_error (error, "%s: ", options->path);
	return FALSE;
}

static gboolean
run_chart (const Options *options, FairleadChartAnswer *answer, GCancellable *cancellable,
           GError **error)
{
	g_auto (Progress) progress = { 0 };
	g_autoptr (FairleadNetwork) network = NULL;
	g_autoptr (FairleadRanking) ranking = NULL;

	progress_init (&progress, options->common.is_quiet);
	network = load_network_as_of (&options->common, options->question.model.as_of, &progress,
	                              cancellable, error);
	if (network == NULL)
		return FALSE;
	if (options->question.target != NULL) {
		ranking =
			question_rank (&options->question, network, &progress, cancellable, error);
		if (ranking == NULL)
			return FALSE;
	}
	return ask (options, network, ranking, &progress, answer, cancellable, error)
	       && draw (options, &progress, answer, cancellable, error);
}

/* In SVG the reader's own fonts decide */
static void
warn_of_boxes (const Options *options, const FairleadChartAnswer *answer)
{
	g_autofree char *missing = options->picture == FAIRLEAD_PICTURE_SVG
	                                   ? NULL
	                                   : fairlead_chart_dup_missing_glyphs (&answer->chart);
	g_autofree char *some =
		missing == NULL ? NULL : fairlead_text_dup_shortened (missing, 12, TRUE);

	if (missing != NULL)
		fprintf (stderr,
		         "fairlead: warning: no font here has %s: %s in the picture (of Debian,"
		         " fonts-noto-cjk has Chinese, Japanese and Korean)\n",
		         some, g_utf8_strlen (missing, -1) == 1 ? "an empty box" : "empty boxes");
}

static void
say_what_was_drawn (const Options *options, const FairleadChartAnswer *answer)
{
	g_autofree char *visible = fairlead_text_dup_visible (options->path, TRUE);

	warn_of_boxes (options, answer);
	if (options->common.is_quiet)
		return;
	fprintf (stderr, "fairlead: drew %u entities and %u links in %s\n",
	         answer->part->vertices->len, answer->part->links->len, visible);
	if (answer->chart.n_left_out > 0)
		fprintf (stderr, "fairlead: %u more had no room: the last by %s\n",
		         answer->chart.n_left_out, answer->chart.left_out_by);
}

ExitCode
command_chart (const Command *command, int argc, char **argv, GCancellable *cancellable,
               GError **error)
{
	g_auto (Options) options = { 0 };
	g_auto (FairleadChartAnswer) answer = { 0 };
	Parsed parsed = parse (command, &options, argc, argv, error);

	if (parsed != PARSED_RUN)
		return parsed == PARSED_HELP ? EXIT_DONE : EXIT_FAILED;
	if (!check (&options, error) || !run_chart (&options, &answer, cancellable, error))
		return EXIT_FAILED;
	say_what_was_drawn (&options, &answer);
	return judge_issues (&options.common, answer.network);
}
