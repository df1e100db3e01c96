/* cli/command/search.c: fairlead search */
#include "cli/options/large-case.h"
#include "graph/find/search.h"
#include "output/search/search-output.h"

#define DEFAULT_LIMIT 20

static const char description[] =
	"TEXT is a name in any script, with or without typing errors; a number of any scheme,\n"
	"with or without a prefix (IMO 3112048, imo:3112048); or an address.\n"
	"\n"
	"Examples:\n"
	"  fairlead search 'paekyangsan shiping' sdn.csv alt.csv un.xml\n"
	"  fairlead search 3112048 sdn.csv roles.csv\n"
	"  fairlead search --kind address --format json '14 Quay Road, Nampo' sdn.csv add.csv";

typedef struct {
	CommonOptions common;
	OutputOptions output;
	char *kind_name;
	FairleadKind kind;
	gint limit;
} Options;

static void
options_clear (Options *self)
{
	common_options_clear (&self->common);
	output_options_clear (&self->output);
	g_clear_pointer (&self->kind_name, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
check (Options *options, GError **error)
{
	if (options->kind_name != NULL
	    && !fairlead_kind_from_name (options->kind_name, &options->kind))
		return set_usage_error (error,
		                        "--kind %s is not known (person, company, public-body,"
		                        " vessel, aircraft, address)",
		                        options->kind_name);
	if (options->limit < 1)
		return set_usage_error (error, "--limit %d is too few (at least 1)",
		                        options->limit);
	if (g_strv_length (options->common.inputs) < 2)
		return set_usage_error (error, "a text and at least one input are wanted");
	return g_utf8_validate (options->common.inputs[0], -1, NULL)
	       || set_usage_error (error, "the text is not UTF-8");
}

static gboolean
write_out (const Options *options, FairleadNetwork *network, GCancellable *cancellable,
           GError **error)
{
	g_autoptr (GOutputStream) stream = open_page (&options->output);
	g_autoptr (FairleadFinder) finder = fairlead_finder_new (network);
	const char *text = options->common.inputs[0];
	g_auto (Progress) progress = { 0 };
	const FairleadTelling telling = progress_get_telling (&progress);
	g_autoptr (GArray) found = NULL;
	const FairleadSearchView view = { .format = options->output.format,
		                          .layout = options->output.layout,
		                          .text = text };

	progress_init (&progress, options->common.is_quiet);
	fairlead_finder_set_telling (finder, &telling);
	found = fairlead_search (network, finder, text, options->kind, (guint) options->limit,
	                         cancellable, error);
	if (found == NULL)
		return FALSE;
	progress_clear (&progress);
	return fairlead_search_write (network, finder, found, &view, stream, cancellable, error)
	       || reader_has_gone (error);
}

static FairleadNetwork *
load (const Options *options, GCancellable *cancellable, GError **error)
{
	g_autoptr (GError) local = NULL;
	g_autoptr (FairleadCase) from =
		open_large_case (&options->common, options->common.inputs + 1, &local);
	CommonOptions rest = options->common;

	if (local != NULL) {
		g_propagate_error (error, g_steal_pointer (&local));
		return NULL;
	}
	if (from != NULL)
		return fairlead_large_case_find_like (
			from, options->common.inputs[0], options->kind, (guint) options->limit,
			!options->common.no_merge, cancellable, error);
	/* The text comes first; what is left are the inputs */
	rest.inputs = options->common.inputs + 1;
	return load_with_progress (&rest, cancellable, error);
}

ExitCode
command_search (const Command *command, int argc, char **argv, GCancellable *cancellable,
                GError **error)
{
	g_auto (Options) options = { .limit = DEFAULT_LIMIT };
	g_autoptr (FairleadNetwork) network = NULL;
	const GOptionEntry own[] = {
		{ "kind", 'k', 0, G_OPTION_ARG_STRING, &options.kind_name,
		  "Only entities of this kind", "KIND" },
		{ "limit", 'n', 0, G_OPTION_ARG_INT, &options.limit, "How many rows (default 20)",
		  "N" },
		G_OPTION_ENTRY_NULL,
	};
	Parsed parsed = parse_options (command, own, description, &options.common, NULL,
	                               &options.output, argc, argv, error);

	if (parsed != PARSED_RUN)
		return parsed == PARSED_HELP ? EXIT_DONE : EXIT_FAILED;
	if (!check (&options, error))
		return EXIT_FAILED;
	network = load (&options, cancellable, error);
	if (network == NULL || !write_out (&options, network, cancellable, error))
		return EXIT_FAILED;
	return judge_issues (&options.common, network);
}
