/* cli/options/common.c */
#include "cli/options/common.h"

#include <errno.h>
#include <gio/gunixoutputstream.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/terminal/pager.h"
#include "ingest/case/case-editions.h"
#include "ingest/case/inputs.h"
#include "ingest/decision-file.h"
#include "ingest/record/error.h"
#include "output/write/json-lines.h"

void
common_options_clear (CommonOptions *self)
{
	g_clear_pointer (&self->mappings, g_strfreev);
	g_clear_pointer (&self->decisions, g_free);
	g_clear_pointer (&self->inputs, g_strfreev);
}

void
output_options_clear (OutputOptions *self)
{
	g_clear_pointer (&self->format_name, g_free);
	g_clear_pointer (&self->colour_name, g_free);
}

gboolean
set_usage_error (GError **error, const char *format, ...)
{
	va_list arguments;

	va_start (arguments, format);
	if (error != NULL)
		*error = g_error_new_valist (FAIRLEAD_ERROR, FAIRLEAD_ERROR_USAGE, format,
		                             arguments);
	va_end (arguments);
	return FALSE;
}

/* ---- options ---- */

static void
add_common_options (GOptionContext *context, CommonOptions *options)
{
	options->max_issues = NO_BOUND;

	const GOptionEntry of_files[] = {
		{ "mapping", 'm', 0, G_OPTION_ARG_FILENAME_ARRAY, &options->mappings,
		  "How to read files of a form not built in (may repeat)", "FILE" },
		{ "decisions", 0, 0, G_OPTION_ARG_FILENAME, &options->decisions,
		  "Who was decided to be the same, and who not (see fairlead resolve)", "FILE" },
		{ "no-merge", 0, 0, G_OPTION_ARG_NONE, &options->no_merge,
		  "Show the network without what was decided to be the same", NULL },
		G_OPTION_ENTRY_NULL,
	};
	const GOptionEntry entries[] = {
		{ "strict", 0, 0, G_OPTION_ARG_NONE, &options->is_strict,
		  "Exit with 1 when there are warnings or serious issues", NULL },
		{ "max-issues", 0, 0, G_OPTION_ARG_INT, &options->max_issues,
		  "Exit with 1 when there are more than N of them", "N" },
		{ "quiet", 'q', 0, G_OPTION_ARG_NONE, &options->is_quiet, "Say nothing but errors",
		  NULL },
		{ "help", 'h', 0, G_OPTION_ARG_NONE, &options->wants_help, "Show this help", NULL },
		{ G_OPTION_REMAINING, 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_FILENAME_ARRAY,
		  &options->inputs, NULL, NULL },
		G_OPTION_ENTRY_NULL,
	};

	g_option_context_set_help_enabled (context, FALSE);
	if (!options->reads_no_files)
		command_use_add_entries (options->use, context, of_files);
	command_use_add_entries (options->use, context, entries);
}

static void
add_output_options (GOptionContext *context, OutputOptions *options, CommandUse *use)
{
	const GOptionEntry entries[] = {
		{ "format", 'f', 0, G_OPTION_ARG_FILENAME, &options->format_name,
		  options->other_format != NULL ? "table (default), csv, json, jsonl or svg"
		                                : "table (default), csv, json or jsonl",
		  "FORMAT" },
		{ "color", 0, 0, G_OPTION_ARG_FILENAME, &options->colour_name,
		  "auto (default), always or never", "WHEN" },
		{ "ascii", 0, 0, G_OPTION_ARG_NONE, &options->wants_ascii,
		  "Draw bars, arrows and ellipses of tables in ASCII", NULL },
		{ "no-pager", 0, 0, G_OPTION_ARG_NONE, &options->no_pager,
		  "Do not show long tables through a pager", NULL },
		G_OPTION_ENTRY_NULL,
	};

	command_use_add_entries (use, context, entries);
}

static gboolean
read_format (OutputOptions *options, GError **error)
{
	const char *name = options->format_name, *other = options->other_format;

	options->is_other_format = name != NULL && g_strcmp0 (name, other) == 0;
	options->in_lines = g_strcmp0 (name, "jsonl") == 0;
	if (options->in_lines)
		options->format = FAIRLEAD_FORMAT_JSON;
	if (name == NULL || options->in_lines || options->is_other_format
	    || fairlead_output_format_from_name (name, &options->format))
		return TRUE;
	return set_usage_error (error, "--format %s is not known (table, csv%s%s, json or jsonl)",
	                        name, other != NULL ? ", " : "", other != NULL ? other : "");
}

static gboolean
read_output_options (OutputOptions *options, GError **error)
{
	ColourChoice colour = COLOUR_AUTO;

	if (!read_format (options, error))
		return FALSE;
	if (options->colour_name != NULL
	    && !colour_choice_from_name (options->colour_name, &colour))
		return set_usage_error (error, "--color %s is not known (auto, always or never)",
		                        options->colour_name);
	options->layout = terminal_layout (colour, options->wants_ascii);
	return TRUE;
}

/* GOption's own error codes say nothing that the message does not */
static gboolean
parse_arguments (GOptionContext *context, int argc, char **argv, GError **error)
{
	g_autoptr (GError) error_local = NULL;
	g_autofree char **arguments = g_new0 (char *, (gsize) argc + 1);

	for (int i = 0; i < argc; i++)
		arguments[i] = argv[i];
	if (g_option_context_parse (context, &argc, &arguments, &error_local))
		return TRUE;
	return set_usage_error (error, "%s", error_local->message);
}

static gboolean
print_help (GOptionContext *context, GError **error)
{
	g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

	if ((fputs (help, stdout) >= 0 && fflush (stdout) == 0) || errno == EPIPE)
		return TRUE;
	return fairlead_set_error_at (error, "standard output", 0, FAIRLEAD_ERROR_IO,
	                              "cannot be written");
}

/* Others end where they would read their inputs, and have then looked at their own options too */
static gboolean
is_checked_by_now (const Command *command)
{
	return command->use != NULL && command->use->checks_only
	       && (command->flags & COMMAND_LOADS_SELF) != 0;
}

Parsed
parse_options (const Command *command, const GOptionEntry *own, const char *description,
               CommonOptions *common, QuestionOptions *question, OutputOptions *output, int argc,
               char **argv, GError **error)
{
	g_autoptr (GOptionContext) context = g_option_context_new (command->arguments);

	g_option_context_set_summary (context, command->summary);
	g_option_context_set_description (context, description);
	common->use = command->use;
	if (question != NULL)
		question_options_add (question, context, command->use);
	command_use_add_entries (command->use, context, own);
	if (output != NULL) {
		output->lists = command->lists;
		add_output_options (context, output, command->use);
	}
	add_common_options (context, common);
	if (command->use != NULL && command->use->options != NULL)
		return PARSED_HELP;
	if (!parse_arguments (context, argc, argv, error))
		return PARSED_BAD;
	if (common->wants_help)
		return print_help (context, error) ? PARSED_HELP : PARSED_BAD;
	if (common->max_issues != NO_BOUND && common->max_issues < 0) {
		set_usage_error (error, "--max-issues %d is negative", common->max_issues);
		return PARSED_BAD;
	}
	if (output != NULL && !read_output_options (output, error))
		return PARSED_BAD;
	if (question != NULL && !question_options_check (question, error))
		return PARSED_BAD;
	if (common->inputs != NULL || common->needs_no_input || common->lists_names
	    || common->reads_no_files)
		return is_checked_by_now (command) ? PARSED_HELP : PARSED_RUN;
	set_usage_error (error, "no input file is given (see fairlead %s --help)", command->name);
	return PARSED_BAD;
}

/* ---- steps ---- */

FairleadLoader *
new_loader (const CommonOptions *options, Progress *progress, GError **error)
{
	g_autoptr (FairleadLoader) loader = fairlead_loader_new ();

	for (guint i = 0; options->mappings != NULL && options->mappings[i] != NULL; i++)
		if (!fairlead_loader_add_mapping (loader, options->mappings[i], error))
			return NULL;
	fairlead_loader_set_progress (loader, on_bytes_progress, progress, NULL);
	return g_steal_pointer (&loader);
}

static FairleadRecords *
load_records (const CommonOptions *options, gboolean is_hashing, Progress *progress,
              GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadLoader) loader = new_loader (options, progress, error);

	if (loader == NULL || command_use_ends (options->use, error))
		return NULL;
	fairlead_loader_set_hashing (loader, is_hashing);
	return fairlead_inputs_load (loader, (const char *const *) options->inputs, cancellable,
	                             error);
}

/* Those of the cases among the inputs, then those that --decisions names; FALSE where they cannot
 * be read */
static gboolean
read_decisions (const CommonOptions *options, FairleadDecisions **decisions,
                GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadDecisions) all = fairlead_inputs_load_decisions (
		(const char *const *) options->inputs, cancellable, error);
	g_autoptr (FairleadDecisions) of_file = NULL;

	if (all == NULL)
		return FALSE;
	if (options->decisions != NULL) {
		of_file = fairlead_decisions_read (options->decisions, cancellable, error);
		if (of_file == NULL)
			return FALSE;
		fairlead_decisions_append (all, of_file);
	}
	*decisions = fairlead_decisions_get_n (all) > 0 ? g_steal_pointer (&all) : NULL;
	return TRUE;
}

FairleadNetwork *
load_network_decided (const CommonOptions *options, FairleadDecisions *decisions, gint32 day,
                      gboolean is_hashing, Progress *progress, GCancellable *cancellable,
                      GError **error)
{
	g_autoptr (FairleadRecords) records =
		load_records (options, is_hashing, progress, cancellable, error);

	return records == NULL
	               ? NULL
	               : fairlead_network_new_with (records, decisions, !options->no_merge, day);
}

/* Of which state of which files; times are of nanoseconds */
static void
append_file (GString *key, const char *path)
{
	struct stat status;

	if (path == NULL || stat (path, &status) != 0)
		status = (struct stat){ 0 };
	g_string_append_printf (key, "%s\n%ju %ju %jd %jd.%ld\n", path != NULL ? path : "",
	                        (uintmax_t) status.st_dev, (uintmax_t) status.st_ino,
	                        (intmax_t) status.st_size, (intmax_t) status.st_mtim.tv_sec,
	                        status.st_mtim.tv_nsec);
}

/* All that a network depends on; a folder may change within, and is read again. NULL: nobody
 * shares. */
static char *
dup_network_key (const CommonOptions *options, gint32 day, gboolean is_hashing)
{
	g_autoptr (GString) key = g_string_new (NULL);

	if (options->use == NULL)
		return NULL;
	g_string_printf (key, "%d %d %d\n", day, is_hashing, options->no_merge);
	append_file (key, options->decisions);
	for (guint i = 0; options->mappings != NULL && options->mappings[i] != NULL; i++)
		append_file (key, options->mappings[i]);
	g_string_append (key, "inputs\n");
	for (guint i = 0; options->inputs[i] != NULL; i++) {
		if (g_file_test (options->inputs[i], G_FILE_TEST_IS_DIR))
			return NULL;
		append_file (key, options->inputs[i]);
	}
	return g_string_free (g_steal_pointer (&key), FALSE);
}

/* Decisions are short: nobody should wait for the inputs to learn of a mistake in them */
FairleadNetwork *
load_network_of_day (const CommonOptions *options, gint32 day, gboolean is_hashing,
                     Progress *progress, GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadDecisions) decisions = NULL;
	g_autofree char *key = dup_network_key (options, day, is_hashing);
	FairleadNetwork *network = key != NULL ? command_use_dup_network (options->use, key) : NULL;

	if (network != NULL)
		return network;
	if (!read_decisions (options, &decisions, cancellable, error))
		return NULL;
	network = load_network_decided (options, decisions, day, is_hashing, progress, cancellable,
	                                error);
	if (network != NULL && key != NULL)
		command_use_keep_network (options->use, key, network);
	return network;
}

FairleadNetwork *
load_network (const CommonOptions *options, gboolean is_hashing, Progress *progress,
              GCancellable *cancellable, GError **error)
{
	return load_network_of_day (options, FAIRLEAD_DAY_OPEN_FUTURE, is_hashing, progress,
	                            cancellable, error);
}

FairleadNetwork *
load_network_as_of (const CommonOptions *options, gint32 day, Progress *progress,
                    GCancellable *cancellable, GError **error)
{
	return load_network_of_day (options, day, FALSE, progress, cancellable, error);
}

FairleadNetwork *
load_network_of_edition (const CommonOptions *options, FairleadCase *from, const char *edition,
                         GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadDecisions) decisions = NULL;
	g_autoptr (FairleadRecords) records = NULL;

	if (!read_decisions (options, &decisions, cancellable, error))
		return NULL;
	records = fairlead_case_load_edition (from, edition, cancellable, error);
	return records == NULL ? NULL
	                       : fairlead_network_new_with (records, decisions, !options->no_merge,
	                                                    FAIRLEAD_DAY_OPEN_FUTURE);
}

FairleadNetwork *
load_with_progress (const CommonOptions *options, GCancellable *cancellable, GError **error)
{
	g_auto (Progress) progress = { 0 };

	progress_init (&progress, options->is_quiet);
	return load_network (options, FALSE, &progress, cancellable, error);
}

GOutputStream *
open_standard_output (void)
{
	return g_unix_output_stream_new (STDOUT_FILENO, FALSE);
}

GOutputStream *
open_page (const OutputOptions *options)
{
	gboolean is_table = options->format == FAIRLEAD_FORMAT_TABLE && !options->is_other_format;
	g_autoptr (GOutputStream) base = options->in_lines ? open_standard_output () : NULL;

	if (base != NULL)
		return fairlead_json_lines_new (base, options->lists);
	return is_table && !options->no_pager ? pager_open () : open_standard_output ();
}

gboolean
reader_has_gone (GError **error)
{
	if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE)) {
		g_clear_error (error);
		return TRUE;
	}
	if (*error != NULL && (*error)->domain == G_IO_ERROR
	    && !g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
		g_prefix_error (error, "standard output: ");
	return FALSE;
}

static guint
count_bad_issues (FairleadNetwork *network)
{
	guint n;
	guint n_bad = 0;
	const FairleadIssueRow *rows =
		fairlead_records_get_issues (fairlead_network_get_records (network), &n);

	for (guint i = 0; i < n; i++)
		n_bad += fairlead_issue_info (rows[i].tag)->severity > FAIRLEAD_SEVERITY_INFO;
	return n_bad;
}

ExitCode
judge_issues (const CommonOptions *options, FairleadNetwork *network)
{
	gboolean is_asked = options->is_strict || options->max_issues != NO_BOUND;

	return judge_bad_issues (options, is_asked ? count_bad_issues (network) : 0);
}

ExitCode
judge_bad_issues (const CommonOptions *options, guint n_bad)
{
	gint most = options->is_strict ? 0 : options->max_issues;

	if (most == NO_BOUND || n_bad <= (guint) most)
		return EXIT_DONE;
	if (options->is_quiet)
		return EXIT_ISSUES;
	fprintf (stderr, "fairlead: %u warnings or serious issues, ", n_bad);
	if (options->is_strict)
		fputs ("which --strict forbids", stderr);
	else
		fprintf (stderr, "more than --max-issues %d allows", most);
	fputs ("; `fairlead check` lists them\n", stderr);
	return EXIT_ISSUES;
}
