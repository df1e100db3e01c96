/* cli/command/export.c: fairlead export */
#include "cli/options/common.h"
#include "cli/options/part.h"
#include "graph/ranking.h"
#include "output/export/files.h"
#include "output/write/output-file.h"
#include "output/write/text.h"

#include <stdio.h>
#include <string.h>

#define NO_NUMBER (-1)

static const char description[] =
	"Forms, by --format or by the ending of FILE:\n"
	"  graphml  .graphml       for Gephi, igraph, NetworkX, graphology, yEd\n"
	"  gexf     .gexf          for Gephi and Gephi Lite, with colours, sizes, places, dates\n"
	"  dot      .dot .gv       for Graphviz\n"
	"  csv      .csv           FILE-nodes.csv and FILE-edges.csv\n"
	"  neo4j    .cypher        FILE.cypher, FILE-neo4j-nodes.csv, FILE-neo4j-links.csv\n"
	"  ftm      .ftm .ftm.json Follow the Money in lines of JSON, for Aleph\n"
	"  xlsx     .xlsx          ranking, evidence, entities, links, issues, parameters\n"
	"  arcs     .arcs          FILE.arcs and FILE.arcs.ids: numbers for fairlead-cluster\n"
	"\n"
	"Links are directed as they are stated. Every node and edge carries file and line.\n"
	"What is written passes every filter that is given.\n"
	"\n"
	"Examples:\n"
	"  fairlead export --output network.gexf sdn.csv roles.csv\n"
	"  fairlead export --target programme:DPRK --output ranked.xlsx sdn.csv roles.csv\n"
	"  fairlead export -t programme:DPRK --top 20 -o first.graphml sdn.csv roles.csv\n"
	"  fairlead export --around imo:3112048 --hops 2 --output near.dot case.fairlead\n"
	"  fairlead export --kinds company,person --component 1 -f csv -o out case.fairlead\n"
	"  fairlead export --as-of 2019-06-30 --output then.cypher case.fairlead";

typedef struct {
	CommonOptions common;
	QuestionOptions question;
	char *path;
	char *format_name;
	FairleadExportFormat format;
	PartOptions part;
	gint top;
	gboolean no_layout;
} Options;

static void
options_clear (Options *self)
{
	common_options_clear (&self->common);
	question_options_clear (&self->question);
	g_clear_pointer (&self->path, g_free);
	g_clear_pointer (&self->format_name, g_free);
	part_options_clear (&self->part);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static Parsed
parse (const Command *command, Options *options, int argc, char **argv, GError **error)
{
	const GOptionEntry entries[] = {
		{ "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->path,
		  "Where to write (required)", "FILE" },
		{ "format", 'f', 0, G_OPTION_ARG_FILENAME, &options->format_name,
		  "Which form, whatever the ending (see below)", "FORMAT" },
		{ "top", 0, 0, G_OPTION_ARG_INT, &options->top,
		  "Only the first N ranked, and the links that lead from them to the target", "N" },
		PART_ENTRIES (&options->part),
		{ "no-layout", 0, 0, G_OPTION_ARG_NONE, &options->no_layout,
		  "Compute no places for nodes (graphml, gexf)", NULL },
		G_OPTION_ENTRY_NULL,
	};

	options->part = PART_OPTIONS_INIT;
	options->top = NO_NUMBER;
	return parse_options (command, entries, description, &options->common, &options->question,
	                      NULL, argc, argv, error);
}

/* ---- what the options must be ---- */

static gboolean
check_format (Options *options, GError **error)
{
	g_autofree char *endings = fairlead_export_dup_endings ();
	g_autofree char *names = fairlead_export_dup_names ();

	if (options->path == NULL)
		return set_usage_error (error, "--output is missing (a file that ends in %s)",
		                        endings);
	if (!fairlead_output_path_check (options->path, error))
		return FALSE;
	if (options->format_name != NULL)
		return fairlead_export_format_from_name (options->format_name, &options->format)
		       || set_usage_error (error, "--format %s is not known (%s)",
		                           options->format_name, names);
	return fairlead_export_format_from_path (options->path, &options->format)
	       || set_usage_error (error,
	                           "--output %s: no format has this ending (known: %s); --format "
	                           "says it as well",
	                           options->path, endings);
}

static gboolean
check (Options *options, GError **error)
{
	if (!check_format (options, error) || !part_options_check (&options->part, error))
		return FALSE;
	if (options->top != NO_NUMBER && options->top < 1)
		return set_usage_error (error, "--top must be at least 1");
	return options->top == NO_NUMBER || options->question.target != NULL
	       || set_usage_error (error, "--top means nothing without --target");
}

/* ---- what is written ---- */

typedef struct {
	FairleadNetwork *network;
	FairleadRanking *ranking;
	FairleadSelection *selection;
	FairleadPoint *points;
} Result;

static void
result_clear (Result *self)
{
	g_clear_object (&self->network);
	g_clear_object (&self->ranking);
	g_clear_pointer (&self->selection, fairlead_selection_free);
	g_clear_pointer (&self->points, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, result_clear)

static gboolean
select_part (const Options *options, Result *result, GError **error)
{
	const FairleadPart part = part_options_get (&options->part);
	g_autoptr (GArray) around = NULL;
	FairleadSelector selector;

	if (!fairlead_part_select (&part, result->network, &selector, &around, error))
		return FALSE;
	selector.top = (guint) MAX (options->top, 0);
	selector.n_paths = FAIRLEAD_EXPORT_PATHS;
	result->selection = fairlead_selection_new (result->network, result->ranking, &selector);
	return TRUE;
}

static gboolean
write_out (const Options *options, Result *result, Progress *progress, GCancellable *cancellable,
           GError **error)
{
	const FairleadTelling telling = progress_get_telling (progress);
	FairleadExport export = { .network = result->network,
		                  .ranking = result->ranking,
		                  .parameters = &options->question.model.parameters,
		                  .selection = result->selection,
		                  .telling = telling };

	if (!options->no_layout
	    && !fairlead_export_lay_out (options->format, result->network, result->selection,
	                                 &result->points, &telling, cancellable, error))
		return FALSE;
	export.points = result->points;
	return fairlead_export_save (options->format, &export, options->path, cancellable, error);
}

static gboolean
is_too_large (const Options *options, const Result *result)
{
	return !options->no_layout && result->points == NULL
	       && fairlead_export_format_draws (options->format);
}

static void
say_what_was_written (const Options *options, const Result *result)
{
	g_autoptr (GString) names = g_string_new (NULL);
	g_autofree char *visible = NULL;

	if (options->common.is_quiet)
		return;
	for (guint n = 0;; n++) {
		g_autofree char *path =
			fairlead_export_dup_path (options->format, options->path, n);

		if (path == NULL)
			break;
		g_string_append_printf (names, "%s%s", n > 0 ? ", " : "", path);
	}
	visible = fairlead_text_dup_visible (names->str, TRUE);
	fprintf (stderr, "fairlead: wrote %u entities and %u links to %s\n",
	         result->selection->vertices->len, result->selection->links->len, visible);
	if (is_too_large (options, result))
		fprintf (stderr,
		         "fairlead: without places for the nodes: more than %u are no readable "
		         "drawing\n",
		         FAIRLEAD_LAYOUT_MOST);
}

/* Everything between the options and the talk */
static gboolean
run_export (const Options *options, Result *result, GCancellable *cancellable, GError **error)
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
	return select_part (options, result, error)
	       && write_out (options, result, &progress, cancellable, error);
}

ExitCode
command_export (const Command *command, int argc, char **argv, GCancellable *cancellable,
                GError **error)
{
	g_auto (Options) options = { 0 };
	g_auto (Result) result = { 0 };
	Parsed parsed = parse (command, &options, argc, argv, error);

	if (parsed != PARSED_RUN)
		return parsed == PARSED_HELP ? EXIT_DONE : EXIT_FAILED;
	if (!check (&options, error) || !run_export (&options, &result, cancellable, error))
		return EXIT_FAILED;
	say_what_was_written (&options, &result);
	return judge_issues (&options.common, result.network);
}
