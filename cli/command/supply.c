/* cli/command/supply.c: fairlead supply */
#include <string.h>

#include "cli/options/common.h"
#include "graph/supply/supply.h"
#include "output/supply/supply-output.h"
#include "output/write/output-file.h"

static const char description[] =
	"Adds up what was delivered, notified and estimated, against a cap of the UN Security\n"
	"Council: what an event states, else deadweight x laden share x barrels a tonne, each as\n"
	"low, middle and high; the day on which the cap was passed; what does not count, and why.\n"
	"Caps, windows and factors stand in a commented file with their sources, which\n"
	"--print-factors prints. docs/supply.md says how each event is judged, docs/events.md how\n"
	"events are read.\n"
	"\n"
	"Examples:\n"
	"  fairlead supply --cap refined --year 2023 events.csv ships.csv\n"
	"  fairlead supply --cap refined --year 2023 --chart refined.svg case.fairlead\n"
	"  fairlead supply --cap coal --year 2020 --format csv events.csv > coal.csv\n"
	"  fairlead supply --cap refined --year 2018 --factors my.factors events.csv\n"
	"\n"
	"An estimate is an interval with stated factors, not a finding.";

#define LAST_YEAR 9998

typedef struct {
	CommonOptions common;
	OutputOptions output;
	char *cap;
	char *factors;
	char *chart;
	FairleadPicture picture;
	gint year;
} Options;

static void
options_clear (Options *self)
{
	common_options_clear (&self->common);
	output_options_clear (&self->output);
	g_clear_pointer (&self->cap, g_free);
	g_clear_pointer (&self->factors, g_free);
	g_clear_pointer (&self->chart, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
check (Options *options, GError **error)
{
	if (options->cap == NULL)
		return set_usage_error (error, "--cap is missing (for example refined, crude, coal,"
		                               " munitions or a file of factors)");
	if (!g_utf8_validate (options->cap, -1, NULL))
		return set_usage_error (error, "--cap \"%s\" is not UTF-8", options->cap);
	if (options->year == NO_BOUND)
		return set_usage_error (error, "--year is missing (for example 2023)");
	if (options->year < 1 || options->year > LAST_YEAR)
		return set_usage_error (error, "--year %d is not possible (1 to %d)", options->year,
		                        LAST_YEAR);
	if (options->chart != NULL
	    && !fairlead_picture_from_path (options->chart, &options->picture))
		return set_usage_error (error,
		                        "--chart %s has no known ending (expected .svg,"
		                        " .png or .pdf)",
		                        options->chart);
	return TRUE;
}

/* A name, or a file that has one cap */
static FairleadFactors *
load_factors (const Options *options, const FairleadCap **cap, GError **error)
{
	gboolean is_file = options->factors == NULL && strpbrk (options->cap, "./") != NULL;
	const char *path = is_file ? options->cap : options->factors;
	g_autoptr (FairleadFactors) factors = path != NULL ? fairlead_factors_load (path, error)
	                                                   : fairlead_factors_new_shipped (error);

	if (factors == NULL)
		return NULL;
	if (is_file && factors->caps->len > 1) {
		set_usage_error (error, "--cap %s has %u caps: --factors %s --cap NAME says which",
		                 path, factors->caps->len, path);
		return NULL;
	}
	*cap = is_file ? factors->caps->pdata[0]
	               : fairlead_factors_find_cap (factors, options->cap, error);
	return *cap == NULL ? NULL : g_steal_pointer (&factors);
}

static gboolean
write_chart (const Options *options, const FairleadSupplyView *view, GCancellable *cancellable,
             GError **error)
{
	g_autoptr (FairleadOutputFile) file = NULL;

	if (options->chart == NULL)
		return TRUE;
	file = fairlead_output_file_open (options->chart, error);
	if (file == NULL)
		return FALSE;
	if (fairlead_supply_write_chart (view, options->picture,
	                                 fairlead_output_file_get_stream (file), cancellable,
	                                 error))
		return fairlead_output_file_commit (file, error);
	if (!g_cancellable_is_cancelled (cancellable))
		g_prefix_error (error, "%s: ", options->chart);
	return FALSE;
}

static gboolean
write_out (const Options *options, FairleadNetwork *network, const FairleadFactors *factors,
           const FairleadCap *cap, GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadSupply) supply = fairlead_supply_new (
		network, factors, cap, (guint) options->year, cancellable, error);
	g_autoptr (GOutputStream) stream = open_page (&options->output);
	const FairleadSupplyView view = { options->output.format, options->output.layout, supply };

	return supply != NULL && write_chart (options, &view, cancellable, error)
	       && (fairlead_supply_write (&view, stream, cancellable, error)
	           || reader_has_gone (error));
}

static gboolean
print_factors (GCancellable *cancellable, GError **error)
{
	g_autoptr (GOutputStream) stream = open_standard_output ();
	g_autoptr (GBytes) bytes = fairlead_factors_dup_shipped_text (error);
	gsize size;
	const char *text;

	if (bytes == NULL)
		return FALSE;
	text = g_bytes_get_data (bytes, &size);
	return g_output_stream_write_all (stream, text, size, NULL, cancellable, error)
	       || reader_has_gone (error);
}

ExitCode
command_supply (const Command *command, int argc, char **argv, GCancellable *cancellable,
                GError **error)
{
	g_auto (Options) options = { .year = NO_BOUND };
	g_autoptr (FairleadFactors) factors = NULL;
	g_autoptr (FairleadNetwork) network = NULL;
	const FairleadCap *cap = NULL;
	const GOptionEntry own[] = {
		{ "cap", 0, 0, G_OPTION_ARG_FILENAME, &options.cap,
		  "refined, crude, coal, munitions, or a file of factors with one cap", "CAP" },
		{ "year", 'y', 0, G_OPTION_ARG_INT, &options.year,
		  "The twelve months, by the year that the cap calls them by", "YEAR" },
		{ "factors", 0, 0, G_OPTION_ARG_FILENAME, &options.factors,
		  "Take caps, factors and units from this file", "FILE" },
		{ "chart", 0, 0, G_OPTION_ARG_FILENAME, &options.chart,
		  "Draw the sums against the cap, as .svg, .png or .pdf", "FILE" },
		{ "print-factors", 0, 0, G_OPTION_ARG_NONE, &options.common.needs_no_input,
		  "Print the shipped file of caps and factors", NULL },
		G_OPTION_ENTRY_NULL,
	};
	Parsed parsed = parse_options (command, own, description, &options.common, NULL,
	                               &options.output, argc, argv, error);

	if (parsed != PARSED_RUN)
		return parsed == PARSED_HELP ? EXIT_DONE : EXIT_FAILED;
	if (options.common.needs_no_input)
		return print_factors (cancellable, error) ? EXIT_DONE : EXIT_FAILED;
	factors = check (&options, error) ? load_factors (&options, &cap, error) : NULL;
	if (factors == NULL)
		return EXIT_FAILED;
	network = load_with_progress (&options.common, cancellable, error);
	if (network == NULL || !write_out (&options, network, factors, cap, cancellable, error))
		return EXIT_FAILED;
	return judge_issues (&options.common, network);
}
