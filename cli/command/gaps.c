/* cli/command/gaps.c: fairlead gaps */
#include "cli/options/common.h"
#include "cli/options/model.h"
#include "output/gaps/gaps-output.h"

static const char description[] =
	"For each party that one body lists: under which programmes and since when, which other\n"
	"bodies with programmes of the same regime do not list it, and how many days lie between.\n"
	"Then those on no list whom the listed own, definitely or possibly, under the 50 % rules\n"
	"of OFAC, the EU and the UK, or run. Regimes are dprk, iran, syria, ... (docs/gaps.md\n"
	"has the table); bodies are OFAC, UN, EU, UK, SECO, SEMA.\n"
	"Only what the inputs hold is compared.\n"
	"\n"
	"Examples:\n"
	"  fairlead gaps --programme dprk sdn.csv alt.csv un.xml annexes.csv conlist.csv\n"
	"  fairlead gaps --between UN,EU --all un.xml annexes.csv\n"
	"  fairlead gaps --programme DPRK4 --format csv sdn.csv un.xml > gaps.csv\n"
	"\n"
	"A gap is a question, not a finding.";

typedef struct {
	CommonOptions common;
	OutputOptions output;
	char *between;
	char *programme;
	ModelOptions model;
	gboolean all;
	GStrv bodies; /* NULL: all */
} Options;

static void
options_clear (Options *self)
{
	common_options_clear (&self->common);
	output_options_clear (&self->output);
	g_clear_pointer (&self->between, g_free);
	g_clear_pointer (&self->programme, g_free);
	model_options_clear (&self->model);
	g_clear_pointer (&self->bodies, g_strfreev);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
check (Options *options, GError **error)
{
	if (!model_options_read (&options->model, error))
		return FALSE;
	if (options->programme != NULL && !g_utf8_validate (options->programme, -1, NULL))
		return set_usage_error (error, "--programme \"%s\" is not UTF-8",
		                        options->programme);
	if (options->between == NULL)
		return TRUE;
	if (!g_utf8_validate (options->between, -1, NULL))
		return set_usage_error (error, "--between \"%s\" is not UTF-8", options->between);
	options->bodies = g_strsplit (options->between, ",", -1);
	for (guint i = 0; options->bodies[i] != NULL; i++)
		if (*g_strstrip (options->bodies[i]) == '\0')
			return set_usage_error (error, "--between \"%s\" names nobody in one place",
			                        options->between);
	return g_strv_length (options->bodies) >= 2
	       || set_usage_error (error, "--between \"%s\" is one body (expected A,B)",
	                           options->between);
}

static gboolean
write_out (const Options *options, FairleadNetwork *network, Progress *progress,
           GCancellable *cancellable, GError **error)
{
	g_autoptr (GOutputStream) stream = open_page (&options->output);
	const FairleadGapQuestion question = {
		.programme = options->programme,
		.bodies = (const char *const *) options->bodies,
		.cancellable = cancellable,
		.telling = progress_get_telling (progress),
	};
	const FairleadGapsView view = { options->output.format, options->output.layout,
		                        options->all };
	g_auto (FairleadGaps) gaps = { 0 };
	g_autoptr (GPtrArray) held = NULL;

	if (!fairlead_gaps_init (&gaps, network, &question, error))
		return FALSE;
	held = fairlead_unlisted_dup_all (network, &question, error);
	if (held == NULL)
		return FALSE;
	progress_clear (progress);
	return fairlead_gaps_write (network, &gaps, held, &view, stream, cancellable, error)
	       || reader_has_gone (error);
}

ExitCode
command_gaps (const Command *command, int argc, char **argv, GCancellable *cancellable,
              GError **error)
{
	g_auto (Options) options = { 0 };
	g_autoptr (FairleadNetwork) network = NULL;
	g_auto (Progress) progress = { 0 };
	const GOptionEntry own[] = {
		{ "between", 0, 0, G_OPTION_ARG_FILENAME, &options.between,
		  "Only these bodies (default: all of the inputs)", "A,B" },
		{ "programme", 'p', 0, G_OPTION_ARG_FILENAME, &options.programme,
		  "Only this regime, or the one of programmes that begin so", "TEXT" },
		{ "all", 0, 0, G_OPTION_ARG_NONE, &options.all,
		  "Show the parties too that every body lists", NULL },
		MODEL_ENTRY_AS_OF (&options.model,
		                   "Listings, holdings and rules as they were then"),
		G_OPTION_ENTRY_NULL,
	};
	Parsed parsed = parse_options (command, own, description, &options.common, NULL,
	                               &options.output, argc, argv, error);

	if (parsed != PARSED_RUN)
		return parsed == PARSED_HELP ? EXIT_DONE : EXIT_FAILED;
	if (!check (&options, error))
		return EXIT_FAILED;
	progress_init (&progress, options.common.is_quiet);
	network = load_network_as_of (&options.common, options.model.as_of, &progress, cancellable,
	                              error);
	if (network == NULL || !write_out (&options, network, &progress, cancellable, error))
		return EXIT_FAILED;
	return judge_issues (&options.common, network);
}
