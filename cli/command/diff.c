/* cli/command/diff.c: fairlead diff */
#include <string.h>

#include "cli/options/common.h"
#include "output/diff/diff-output.h"

static const char description[] =
	"OLD and NEW are a file, a folder, an archive or a case each; or, with --from, one case\n"
	"is held to itself at an earlier import. An EDITION is NAME:N, as `import` prints the\n"
	"two (of a list of several tables, NAME is their common part: ofac-sdn-csv), or N, all\n"
	"of the case after its Nth import that changed it. Parties are matched by the list's\n"
	"own ids, then by numbers that name one thing for life, never by name: one that came\n"
	"under another id is shown as removed and added, with the id of the same name beside it.\n"
	"\n"
	"Examples:\n"
	"  fairlead diff consolidated-2018.xml consolidated-2020.xml\n"
	"  fairlead diff --format csv sdn-july/ sdn-august/ > changes.csv\n"
	"  fairlead diff --from un-xml:3 case.fairlead\n"
	"  fairlead diff --from ofac-sdn-csv:1 --to ofac-sdn-csv:2 case.fairlead";

typedef struct {
	CommonOptions common;
	OutputOptions output;
	char *from;
	char *to;
} Options;

static void
options_clear (Options *self)
{
	common_options_clear (&self->common);
	output_options_clear (&self->output);
	g_clear_pointer (&self->from, g_free);
	g_clear_pointer (&self->to, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
check (const Options *options, GError **error)
{
	guint n = g_strv_length (options->common.inputs);

	if (options->from == NULL && options->to != NULL)
		return set_usage_error (error, "--to needs --from");
	if (options->from == NULL)
		return n == 2
		       || set_usage_error (
			       error, "two inputs are wanted, OLD and NEW, and there are %u", n);
	if (n != 1 || !fairlead_case_is_case (options->common.inputs[0]))
		return set_usage_error (error, "--from is asked of one input, which is a case");
	return TRUE;
}

/* What there is now of what @from is an edition of */
static char *
dup_current (const char *from)
{
	const char *colon = strrchr (from, ':');
	guint64 number;
	gboolean is_import = g_ascii_string_to_unsigned (from, 10, 1, G_MAXUINT32, &number, NULL);

	if (is_import)
		return NULL;
	if (colon != NULL
	    && g_ascii_string_to_unsigned (colon + 1, 10, 1, G_MAXUINT32, &number, NULL))
		return g_strndup (from, (gsize) (colon - from));
	return g_strdup (from);
}

static FairleadNetwork *
load_one (const Options *options, guint i, GCancellable *cancellable, GError **error)
{
	CommonOptions one = options->common;
	char *inputs[] = { options->common.inputs[i], NULL };

	one.inputs = inputs;
	return load_with_progress (&one, cancellable, error);
}

typedef struct {
	FairleadNetwork *before;
	FairleadNetwork *after;
} Both;

static void
both_clear (Both *self)
{
	g_clear_object (&self->before);
	g_clear_object (&self->after);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Both, both_clear)

static gboolean
load_files (const Options *options, Both *both, GCancellable *cancellable, GError **error)
{
	both->before = load_one (options, 0, cancellable, error);
	both->after = both->before != NULL ? load_one (options, 1, cancellable, error) : NULL;
	return both->after != NULL;
}

/* All that the case says now is its last import */
static gboolean
load_editions (const Options *options, Both *both, GCancellable *cancellable, GError **error)
{
	g_autofree char *current = dup_current (options->from);
	const char *to = options->to != NULL ? options->to : current;
	g_autoptr (FairleadCase) from = fairlead_case_open (options->common.inputs[0], error);

	if (from == NULL)
		return FALSE;
	both->before =
		load_network_of_edition (&options->common, from, options->from, cancellable, error);
	if (both->before == NULL)
		return FALSE;
	both->after = to != NULL ? load_network_of_edition (&options->common, from, to, cancellable,
	                                                    error)
	                         : load_one (options, 0, cancellable, error);
	return both->after != NULL;
}

static gboolean
write_out (const Options *options, FairleadNetwork *before, FairleadNetwork *after,
           GCancellable *cancellable, GError **error)
{
	g_autoptr (GOutputStream) stream = open_page (&options->output);
	const FairleadDiffView view = { options->output.format, options->output.layout };
	g_auto (FairleadDiff) diff = { NULL, 0 };
	g_auto (Progress) progress = { 0 };
	const FairleadTelling telling = progress_get_telling (&progress);

	progress_init (&progress, options->common.is_quiet);
	if (!fairlead_diff_init (&diff, before, after, &telling, cancellable, error))
		return FALSE;
	progress_clear (&progress);
	return fairlead_diff_write (before, after, &diff, &view, stream, cancellable, error)
	       || reader_has_gone (error);
}

ExitCode
command_diff (const Command *command, int argc, char **argv, GCancellable *cancellable,
              GError **error)
{
	g_auto (Options) options = { 0 };
	g_auto (Both) both = { NULL, NULL };
	const GOptionEntry own[] = {
		{ "from", 0, 0, G_OPTION_ARG_STRING, &options.from,
		  "The earlier edition, of one case", "EDITION" },
		{ "to", 0, 0, G_OPTION_ARG_STRING, &options.to,
		  "The later one (default: the current one)", "EDITION" },
		G_OPTION_ENTRY_NULL,
	};
	Parsed parsed = parse_options (command, own, description, &options.common, NULL,
	                               &options.output, argc, argv, error);
	ExitCode code;

	if (parsed != PARSED_RUN)
		return parsed == PARSED_HELP ? EXIT_DONE : EXIT_FAILED;
	if (!check (&options, error)
	    || !(options.from != NULL ? load_editions : load_files) (&options, &both, cancellable,
	                                                             error)
	    || !write_out (&options, both.before, both.after, cancellable, error))
		return EXIT_FAILED;
	code = judge_issues (&options.common, both.before);
	return code == EXIT_DONE ? judge_issues (&options.common, both.after) : code;
}
