/* cli/command/screen.c: fairlead screen */
#include "cli/options/common.h"
#include "cli/options/model.h"
#include "ingest/names-file.h"
#include "output/screen/screen-output.h"
#include "output/write/output-file.h"

#define DEFAULT_HOPS 3
#define MAX_HOPS 10

static const char description[] =
	"NAMES.csv has a party or ship a row. Its columns are found by their headers: name,\n"
	"kind, country, birth date, imo, imo company, mmsi, lei, registration number and\n"
	"others; what is called otherwise is said with --column FIELD=HEADER. Each row gets one\n"
	"verdict: listed, owned 50 % or more by listed, linked, near match, none; not screened\n"
	"where it says nothing.\n"
	"\n"
	"Examples:\n"
	"  fairlead screen customers.csv sdn.csv alt.csv un.xml annexes.csv\n"
	"  fairlead screen --column name=Kunde --output result.xlsx kunden.csv sdn.csv roles.csv\n"
	"  fairlead screen --format csv --max-hops 2 ships.csv sdn.csv roles.csv > result.csv\n"
	"\n"
	"A match is a question, not a finding.";

typedef struct {
	CommonOptions common;
	OutputOptions output;
	GStrv columns;
	char *path;
	gint max_hops;
	ModelOptions model;
} Options;

static void
options_clear (Options *self)
{
	common_options_clear (&self->common);
	output_options_clear (&self->output);
	g_clear_pointer (&self->columns, g_strfreev);
	g_clear_pointer (&self->path, g_free);
	model_options_clear (&self->model);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* What the ending of --output says */
static gboolean
choose_form (const Options *options, FairleadScreenView *view, GError **error)
{
	static const struct {
		const char *ending;
		FairleadOutputFormat format;
		gboolean as_workbook;
	} forms[] = {
		{ ".csv", FAIRLEAD_FORMAT_CSV, FALSE },
		{ ".json", FAIRLEAD_FORMAT_JSON, FALSE },
		{ ".xlsx", FAIRLEAD_FORMAT_CSV, TRUE },
	};

	if (options->path == NULL)
		return TRUE;
	for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
		if (g_str_has_suffix (options->path, forms[i].ending)) {
			view->format = forms[i].format;
			view->as_workbook = forms[i].as_workbook;
			return TRUE;
		}
	return set_usage_error (error, "--output %s ends in none of .csv, .json and .xlsx",
	                        options->path);
}

static gboolean
check (Options *options, GError **error)
{
	if (!model_options_read (&options->model, error))
		return FALSE;
	if (options->max_hops < 0 || options->max_hops > MAX_HOPS)
		return set_usage_error (error, "--max-hops %d is not possible (0 to %d)",
		                        options->max_hops, MAX_HOPS);
	if (options->path != NULL && options->output.format_name != NULL)
		return set_usage_error (error, "--format and --output exclude each other: the"
		                               " ending of the file says the form");
	return g_strv_length (options->common.inputs) >= 2
	       || set_usage_error (error, "a file of names and at least one input are wanted");
}

static gboolean
screen_all (FairleadNamesFile *names, FairleadScreener *screener, FairleadScreenWriter *writer,
            GError **error)
{
	g_autoptr (GError) local = NULL;
	gboolean is_going = TRUE;

	while (is_going) {
		g_auto (FairleadNamesRow) row = { 0 };
		g_auto (FairleadScreened) screened = { 0 };
		FairleadScreenQuery query;

		if (!fairlead_names_file_next (names, &row, &local))
			break;
		query = fairlead_screen_query_of (&row);
		fairlead_screener_screen (screener, &query, &screened);
		is_going = fairlead_screen_writer_add (writer, &row, &screened);
	}
	if (local != NULL) {
		g_propagate_error (error, g_steal_pointer (&local));
		return FALSE;
	}
	return fairlead_screen_writer_finish (writer, error);
}

static gboolean
write_to (const Options *options, FairleadNetwork *network, FairleadNamesFile *names,
          FairleadScreenView *view, GOutputStream *stream, GCancellable *cancellable,
          GError **error)
{
	g_autoptr (FairleadScreener) screener =
		fairlead_screener_new (network, (guint) options->max_hops, error);
	g_autoptr (FairleadScreenWriter) writer = NULL;

	if (screener == NULL)
		return FALSE;
	writer = fairlead_screen_writer_new (network, screener, view, stream, cancellable, error);
	return writer != NULL && screen_all (names, screener, writer, error);
}

static gboolean
write_out (const Options *options, FairleadNetwork *network, FairleadNamesFile *names,
           FairleadScreenView *view, GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadOutputFile) file = NULL;
	g_autoptr (GOutputStream) stream = NULL;

	if (options->path == NULL) {
		stream = options->output.in_lines ? open_page (&options->output)
		                                  : open_standard_output ();
		return write_to (options, network, names, view, stream, cancellable, error)
		       || (error != NULL && reader_has_gone (error));
	}
	file = fairlead_output_file_open (options->path, error);
	return file != NULL
	       && write_to (options, network, names, view, fairlead_output_file_get_stream (file),
	                    cancellable, error)
	       && fairlead_output_file_commit (file, error);
}

/* The file of names comes first; what is left are the inputs */
static FairleadNetwork *
load_rest (const Options *options, GCancellable *cancellable, GError **error)
{
	CommonOptions rest = options->common;
	g_auto (Progress) progress = { 0 };

	rest.inputs = options->common.inputs + 1;
	progress_init (&progress, options->common.is_quiet);
	return load_network_of_day (&rest, options->model.as_of, TRUE, &progress, cancellable,
	                            error);
}

ExitCode
command_screen (const Command *command, int argc, char **argv, GCancellable *cancellable,
                GError **error)
{
	g_auto (Options) options = { .max_hops = DEFAULT_HOPS };
	g_autoptr (FairleadNamesFile) names = NULL;
	g_autoptr (FairleadNetwork) network = NULL;
	g_autofree char *columns = NULL;
	FairleadScreenView view = { 0 };
	const GOptionEntry own[] = {
		{ "column", 'c', 0, G_OPTION_ARG_STRING_ARRAY, &options.columns,
		  "Which header is what (may repeat)", "FIELD=HEADER" },
		{ "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.path,
		  "Where to write: .csv, .json or .xlsx (default: standard output)", "FILE" },
		{ "max-hops", 0, 0, G_OPTION_ARG_INT, &options.max_hops,
		  "Linked is who is so many links away at most (default 3; 0: links are not asked)",
		  "N" },
		MODEL_ENTRY_AS_OF (&options.model,
		                   "Listings, holdings, links and rules as they were then"),
		G_OPTION_ENTRY_NULL,
	};
	Parsed parsed = parse_options (command, own, description, &options.common, NULL,
	                               &options.output, argc, argv, error);

	if (parsed != PARSED_RUN)
		return parsed == PARSED_HELP ? EXIT_DONE : EXIT_FAILED;
	view.format = options.output.format;
	view.layout = options.output.layout;
	if (!check (&options, error) || !choose_form (&options, &view, error))
		return EXIT_FAILED;
	names = fairlead_names_file_open (options.common.inputs[0],
	                                  (const char *const *) options.columns, error);
	network = names != NULL ? load_rest (&options, cancellable, error) : NULL;
	if (network == NULL)
		return EXIT_FAILED;
	columns = fairlead_names_file_dup_columns (names);
	view.names = options.common.inputs[0];
	view.columns = columns;
	view.max_hops = (guint) options.max_hops;
	if (!write_out (&options, network, names, &view, cancellable, error))
		return EXIT_FAILED;
	return judge_issues (&options.common, network);
}
