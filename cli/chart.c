/* cli/chart.c: fairlead chart */
#include "cli/common.h"
#include "graph/expression.h"
#include "graph/path/paths.h"
#include "graph/selection/choice.h"
#include "output/chart/chart.h"
#include "output/write/output-file.h"
#include "output/write/text.h"

#include <stdio.h>

#define NO_NUMBER (-1)
#define HOPS 2
#define N_PATHS 5
#define N_EVIDENCE 2
#define MOST_PATHS 100

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
	    || !check_number ("--paths", options->n_paths, 1, MOST_PATHS, error)
	    || !check_question (options, error))
		return FALSE;
	return options->lanes_name == NULL
	       || fairlead_lanes_from_name (options->lanes_name, &options->lanes)
	       || set_usage_error (error, "--lanes %s is not known (side, jurisdiction or none)",
	                           options->lanes_name);
}

/* ---- the three questions ---- */

typedef struct {
	FairleadNetwork *network;
	FairleadRanking *ranking;
	FairleadSelection *part;
	GArray *top;
	GArray *bottom;
	char *title;
	char *hash;
	FairleadChart chart;
} Result;

static void
result_clear (Result *self)
{
	g_clear_object (&self->network);
	g_clear_object (&self->ranking);
	g_clear_pointer (&self->part, fairlead_selection_free);
	g_clear_pointer (&self->top, g_array_unref);
	g_clear_pointer (&self->bottom, g_array_unref);
	g_clear_pointer (&self->title, g_free);
	g_clear_pointer (&self->hash, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, result_clear)

static GArray *
select_all (const Result *result, char **expressions, GError **error)
{
	return fairlead_expressions_select (result->network, (const char *const *) expressions,
	                                    error);
}

/* The name of one, or the expressions of many */
static char *
dup_words (const Result *result, const GArray *vertices, char **expressions)
{
	if (vertices->len == 1)
		return g_strdup (fairlead_network_get_name (
			result->network, g_array_index (vertices, FairleadVertex, 0)));
	return g_strjoinv (", ", expressions);
}

/* Those of @vertices that are drawn */
static GArray *
dup_drawn (const GArray *vertices, const FairleadSelection *part)
{
	GArray *drawn = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));

	for (guint i = 0; i < part->vertices->len; i++) {
		FairleadVertex vertex = g_array_index (part->vertices, FairleadVertex, i);

		for (guint j = 0; j < vertices->len; j++)
			if (g_array_index (vertices, FairleadVertex, j) == vertex) {
				g_array_append_val (drawn, vertex);
				break;
			}
	}
	return drawn;
}

static gboolean
ask_paths (const Options *options, Result *result, GError **error)
{
	g_autoptr (GArray) from = select_all (result, options->from, error);
	g_autoptr (GArray) to = from != NULL ? select_all (result, options->to, error) : NULL;
	g_autoptr (FairleadPathFinder) finder = NULL;
	g_auto (FairleadPaths) found = { 0 };
	g_autofree char *first = NULL;
	g_autofree char *last = NULL;
	FairleadLinkChoice choice;
	FairleadPathQuestion question = {
		.from = from,
		.to = to,
		.n = options->n_paths == NO_NUMBER ? N_PATHS : (guint) options->n_paths,
	};

	if (to == NULL)
		return FALSE;
	fairlead_link_choice_init (&choice);
	finder = fairlead_path_finder_new (result->network, &options->question.model.parameters,
	                                   &choice);
	fairlead_path_finder_find (finder, &question, &found);
	if (found.paths->len == 0)
		return set_usage_error (error, "no path leads from --from to --to");
	result->part = fairlead_selection_new_of_paths (found.paths, FAIRLEAD_CHART_MOST,
	                                                &result->chart.n_left_out);
	result->top = dup_drawn (from, result->part);
	result->bottom = dup_drawn (to, result->part);
	first = dup_words (result, from, options->from);
	last = dup_words (result, to, options->to);
	result->title = g_strdup_printf ("How %s is linked to %s", first, last);
	result->chart.side_names[0] = "From";
	result->chart.side_names[2] = "To";
	result->chart.left_out_by = "strength of path";
	result->chart.closing = "A path is a question, not a finding.";
	return TRUE;
}

/* Of each of the first ranked, the strongest first; @owners keeps them */
static GPtrArray *
collect_evidence (const Options *options, Result *result, GPtrArray *owners)
{
	guint each = options->n_paths == NO_NUMBER ? N_EVIDENCE : (guint) options->n_paths, n;
	const FairleadRankedRow *rows = fairlead_ranking_get_rows (result->ranking, &n);
	GPtrArray *paths = g_ptr_array_new ();

	n = MIN (n, (guint) options->top);
	result->top = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	for (guint i = 0; i < n; i++) {
		GPtrArray *some =
			fairlead_ranking_dup_evidence (result->ranking, rows[i].vertex, each);

		if (some->len > 0)
			g_array_append_val (result->top, rows[i].vertex);
		g_ptr_array_add (owners, some);
		g_ptr_array_extend (paths, some, NULL, NULL);
	}
	result->chart.n_unlinked = n - result->top->len;
	return paths;
}

static gboolean
ask_top (const Options *options, Result *result, GError **error)
{
	g_autoptr (GPtrArray) owners =
		g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
	g_autoptr (GPtrArray) paths = collect_evidence (options, result, owners);
	g_autofree char *target = g_strjoinv (", ", options->question.target);
	g_autoptr (GArray) first = g_steal_pointer (&result->top);
	g_autofree char *those = NULL;
	guint n;

	if (first->len == 0)
		return set_usage_error (error,
		                        "--top: of the first %d ranked, nothing leads to the"
		                        " target",
		                        options->top);
	result->part = fairlead_selection_new_of_paths (paths, FAIRLEAD_CHART_MOST,
	                                                &result->chart.n_left_out);
	result->top = dup_drawn (first, result->part);
	n = first->len + result->chart.n_unlinked;
	those = result->top->len < n ? g_strdup_printf ("%u of the", result->top->len)
	                             : g_strdup ("The");
	result->title =
		g_strdup_printf ("%s first %u ranked, and what links them to %s", those, n, target);
	result->chart.side_names[0] = "Ranked";
	result->chart.left_out_by = "rank";
	return TRUE;
}

static gboolean
ask_around (const Options *options, Result *result, GError **error)
{
	g_autoptr (FairleadSelection) near = NULL;
	g_autofree char *words = NULL;
	FairleadSelector selector = {
		.hops = (guint) (options->hops == NO_NUMBER ? HOPS : options->hops),
	};

	result->top = select_all (result, options->around, error);
	if (result->top == NULL)
		return FALSE;
	selector.around = result->top;
	near = fairlead_selection_new (result->network, NULL, &selector);
	result->part =
		fairlead_selection_new_nearest (result->network, result->ranking, near, result->top,
	                                        FAIRLEAD_CHART_MOST, &result->chart.n_left_out);
	words = dup_words (result, result->top, options->around);
	result->title = g_strdup_printf ("%s, and what is at most %u %s away", words, selector.hops,
	                                 selector.hops == 1 ? "link" : "links");
	result->chart.side_names[0] = "Asked about";
	result->chart.side_names[1] = "Around";
	result->chart.left_out_by =
		result->ranking != NULL ? "distance and rank" : "distance and number of links";
	result->chart.closing = "A link is a question, not a finding.";
	return TRUE;
}

/* The parties of the target among those that are drawn */
static void
find_targets (Result *result)
{
	if (result->ranking == NULL)
		return;
	result->bottom = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	result->chart.side_names[2] = "Target";
	result->chart.closing = "A high rank is a question, not a finding.";
	for (guint i = 0; i < result->part->vertices->len; i++) {
		FairleadVertex vertex = g_array_index (result->part->vertices, FairleadVertex, i);

		if (fairlead_ranking_is_target (result->ranking, vertex))
			g_array_append_val (result->bottom, vertex);
	}
}

static gboolean
ask (const Options *options, Result *result, GError **error)
{
	result->chart.side_names[1] = "Between";
	if (!(options->from != NULL       ? ask_paths (options, result, error)
	      : options->top != NO_NUMBER ? ask_top (options, result, error)
	                                  : ask_around (options, result, error)))
		return FALSE;
	find_targets (result);
	return TRUE;
}

/* ---- the chart ---- */

static gboolean
draw (const Options *options, Result *result, GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadOutputFile) file = fairlead_output_file_open (options->path, error);
	FairleadChart *chart = &result->chart;

	if (file == NULL)
		return FALSE;
	chart->network = result->network;
	chart->ranking = result->ranking;
	chart->part = result->part;
	chart->top = result->top;
	chart->bottom = result->bottom;
	chart->title = result->title;
	chart->lanes = options->lanes;
	chart->is_dark = options->is_dark;
	if (options->around == NULL || result->ranking != NULL)
		chart->parameters_hash = result->hash =
			fairlead_parameters_dup_hash (&options->question.model.parameters);
	if (fairlead_chart_write (chart, options->picture, fairlead_output_file_get_stream (file),
	                          cancellable, error))
		return fairlead_output_file_commit (file, error);
	if (!g_cancellable_is_cancelled (cancellable))
		g_prefix_error (error, "%s: ", options->path);
	return FALSE;
}

static gboolean
run_chart (const Options *options, Result *result, GCancellable *cancellable, GError **error)
{
	g_auto (Progress) progress = { 0 };

	progress_init (&progress, options->common.is_quiet);
	result->network = load_network_as_of (&options->common, options->question.model.as_of,
	                                      &progress, cancellable, error);
	if (result->network == NULL)
		return FALSE;
	if (options->question.target != NULL) {
		result->ranking = question_rank (&options->question, result->network, &progress,
		                                 cancellable, error);
		if (result->ranking == NULL)
			return FALSE;
	}
	return ask (options, result, error) && draw (options, result, cancellable, error);
}

static void
say_what_was_drawn (const Options *options, const Result *result)
{
	g_autofree char *visible = fairlead_text_dup_visible (options->path, TRUE);

	if (options->common.is_quiet)
		return;
	fprintf (stderr, "fairlead: drew %u entities and %u links in %s\n",
	         result->part->vertices->len, result->part->links->len, visible);
	if (result->chart.n_left_out > 0)
		fprintf (stderr, "fairlead: %u more had no room: the last by %s\n",
		         result->chart.n_left_out, result->chart.left_out_by);
}

ExitCode
command_chart (const Command *command, int argc, char **argv, GCancellable *cancellable,
               GError **error)
{
	g_auto (Options) options = { 0 };
	g_auto (Result) result = { 0 };
	Parsed parsed = parse (command, &options, argc, argv, error);

	if (parsed != PARSED_RUN)
		return parsed == PARSED_HELP ? EXIT_DONE : EXIT_FAILED;
	if (!check (&options, error) || !run_chart (&options, &result, cancellable, error))
		return EXIT_FAILED;
	say_what_was_drawn (&options, &result);
	return judge_issues (&options.common, result.network);
}
