/* cli/export.c: fairlead export */
#include "cli/common.h"
#include "graph/ranking.h"
#include "output/graph/graphml.h"
#include "output/write/output-file.h"
#include "output/write/text.h"

#include <stdio.h>

static const char description[] =
	"The form of the file is told by its ending: .graphml, for Gephi, igraph, NetworkX and\n"
	"graphology. Links are directed as they are stated and carry file and line.\n"
	"\n"
	"Examples:\n"
	"  fairlead export --output network.graphml sdn.csv roles.csv\n"
	"  fairlead export --target programme:DPRK --output ranked.graphml sdn.csv roles.csv";

typedef gboolean (*GraphWriter) (FairleadNetwork *network, FairleadRanking *ranking,
                                 const FairleadParameters *parameters, GOutputStream *stream,
                                 GCancellable *cancellable, GError **error);

static const struct {
	const char *ending;
	GraphWriter write;
} writers[] = {
	{ ".graphml", fairlead_graphml_write },
};

typedef struct {
	CommonOptions common;
	QuestionOptions question;
	char *path;
	GraphWriter write;
} Options;

static void
options_clear (Options *self)
{
	common_options_clear (&self->common);
	question_options_clear (&self->question);
	g_clear_pointer (&self->path, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static Parsed
parse (const Command *command, Options *options, int argc, char **argv, GError **error)
{
	const GOptionEntry entries[] = {
		{ "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->path,
		  "Where to write (required); the ending says the form", "FILE" },
		G_OPTION_ENTRY_NULL,
	};

	return parse_options (command, entries, description, &options->common, &options->question,
	                      NULL, argc, argv, error);
}

static GraphWriter
find_writer (const char *path)
{
	g_autofree char *lower = g_ascii_strdown (path, -1);

	for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
		if (g_str_has_suffix (lower, writers[i].ending))
			return writers[i].write;
	return NULL;
}

static char *
dup_endings (void)
{
	GString *endings = g_string_new (NULL);

	for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
		g_string_append_printf (endings, "%s%s", i > 0 ? ", " : "", writers[i].ending);
	return g_string_free (endings, FALSE);
}

static gboolean
check (Options *options, GError **error)
{
	g_autofree char *endings = dup_endings ();

	if (options->path == NULL)
		return set_usage_error (error, "--output is missing (a file that ends in %s)",
		                        endings);
	options->write = find_writer (options->path);
	if (options->write == NULL)
		return set_usage_error (error, "--output %s: no format has this ending (known: %s)",
		                        options->path, endings);
	return TRUE;
}

static gboolean
write_out (const Options *options, FairleadNetwork *network, FairleadRanking *ranking,
           GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadOutputFile) file = fairlead_output_file_open (options->path, error);

	if (file == NULL)
		return FALSE;
	if (options->write (network, ranking, &options->question.model.parameters,
	                    fairlead_output_file_get_stream (file), cancellable, error))
		return fairlead_output_file_commit (file, error);
	if (!g_cancellable_is_cancelled (cancellable))
		g_prefix_error (error, "%s: ", options->path);
	return FALSE;
}

static void
say_what_was_written (const Options *options, FairleadNetwork *network)
{
	g_autofree char *path = fairlead_text_dup_visible (options->path, TRUE);

	if (!options->common.is_quiet)
		fprintf (stderr, "fairlead: wrote %u entities and %u links to %s\n",
		         fairlead_network_get_n_vertices (network),
		         fairlead_network_get_n_links (network), path);
}

/* Everything between the options and the talk */
static FairleadNetwork *
run_export (const Options *options, GCancellable *cancellable, GError **error)
{
	g_auto (Progress) progress = { 0 };
	g_autoptr (FairleadNetwork) network = NULL;
	g_autoptr (FairleadRanking) ranking = NULL;

	progress_init (&progress, options->common.is_quiet);
	network = load_network_as_of (&options->common, options->question.model.as_of, &progress,
	                              cancellable, error);
	if (network == NULL)
		return NULL;
	if (options->question.target != NULL) {
		ranking =
			question_rank (&options->question, network, &progress, cancellable, error);
		if (ranking == NULL)
			return NULL;
	}
	if (!write_out (options, network, ranking, cancellable, error))
		return NULL;
	return g_steal_pointer (&network);
}

ExitCode
command_export (const Command *command, int argc, char **argv, GCancellable *cancellable,
                GError **error)
{
	g_auto (Options) options = { 0 };
	g_autoptr (FairleadNetwork) network = NULL;
	Parsed parsed = parse (command, &options, argc, argv, error);

	if (parsed != PARSED_RUN)
		return parsed == PARSED_HELP ? EXIT_DONE : EXIT_FAILED;
	if (!check (&options, error))
		return EXIT_FAILED;
	network = run_export (&options, cancellable, error);
	if (network == NULL)
		return EXIT_FAILED;
	say_what_was_written (&options, network);
	return judge_issues (&options.common, network);
}
