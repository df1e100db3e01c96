/* cli/command/ais.c: fairlead ais */
#include <stdio.h>
#include <string.h>

#include "cli/options/common.h"
#include "graph/ais/traffic/ports.h"
#include "output/ais/ais-output.h"
#include "output/write/text.h"

static const char description[] =
	"Reads AIS positions as NOAA and the Danish Maritime Authority publish them (CSV, also in\n"
	"archives; - is standard input), in the order of time, and finds: encounters at sea (two\n"
	"ships within 500 m, below 2 knots, for 2 hours or more), silences where others call,\n"
	"places that no ship can go between, and ships that say they are others. Each is an event\n"
	"with the first and last row of each ship. The CSV is a table of events, which others\n"
	"read. Numbers of the rules: --parameters; docs/ais.md says what they mean.\n"
	"\n"
	"Examples:\n"
	"  fairlead ais AIS_2023_03_18.zip\n"
	"  fairlead ais --encounters --ports ports.csv --format csv AIS_2023_*.zip > events.csv\n"
	"  fairlead rank --target programme:DPRK sdn.csv events.csv\n"
	"  zstdcat ais-2025-01-01.csv.zst | fairlead ais --gaps --jumps -\n"
	"\n"
	"An event is a question, not a finding.";

/* The options that ask for a rule */
enum { ENCOUNTERS, GAPS, JUMPS, IDENTITIES, N_RULES };

typedef struct {
	CommonOptions common;
	OutputOptions output;
	gboolean rules[N_RULES];
	gboolean all;
	char *ports;
	char *parameters;
} Options;

static void
options_clear (Options *self)
{
	common_options_clear (&self->common);
	output_options_clear (&self->output);
	g_clear_pointer (&self->ports, g_free);
	g_clear_pointer (&self->parameters, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static guint32
asked_kinds (const Options *options)
{
	static const FairleadAisRules bits[N_RULES] = {
		[ENCOUNTERS] = FAIRLEAD_AIS_ENCOUNTERS,
		[GAPS] = FAIRLEAD_AIS_GAPS,
		[JUMPS] = FAIRLEAD_AIS_JUMPS,
		[IDENTITIES] = FAIRLEAD_AIS_IDENTITIES,
	};
	guint rules = 0;

	for (guint i = 0; i < N_RULES; i++)
		rules |= options->rules[i] ? bits[i] : 0;
	return fairlead_ais_kinds_of (rules);
}

/* `-` is standard input */
static void
name_standard_input (GStrv inputs)
{
	for (guint i = 0; inputs[i] != NULL; i++) {
		if (strcmp (inputs[i], "-") != 0)
			continue;
		g_free (inputs[i]);
		inputs[i] = g_strdup ("/dev/stdin");
	}
}

static guint
count_bad (FairleadRecords *records)
{
	guint n, n_bad = 0;
	const FairleadIssueRow *rows = fairlead_records_get_issues (records, &n);

	for (guint i = 0; i < n; i++)
		n_bad += fairlead_issue_info (rows[i].tag)->severity > FAIRLEAD_SEVERITY_INFO;
	return n_bad;
}

/* The first issues, for the others are like them; all listed stand in the JSON */
static void
say_issues (FairleadRecords *records)
{
	guint n;
	const FairleadIssueRow *rows = fairlead_records_get_issues (records, &n);

	for (guint i = 0; i < MIN (n, 10); i++) {
		g_autofree char *source =
			fairlead_records_dup_source_text (records, rows[i].source);
		g_autofree char *line = g_strdup_printf (
			"%s: %s: %s", source, fairlead_issue_info (rows[i].tag)->name,
			fairlead_records_get_text (records, rows[i].text));
		g_autofree char *visible = fairlead_text_dup_visible (line, !g_get_charset (NULL));

		fprintf (stderr, "%s\n", visible);
	}
	if (n > 10)
		fprintf (stderr, "%u more issues; --format json lists them\n", n - 10);
}

static gboolean
write_out (const Options *options, const FairleadAisResult *result, GCancellable *cancellable,
           GError **error)
{
	g_autoptr (GOutputStream) stream = open_page (&options->output);
	const FairleadAisView view = { options->output.format, options->output.layout,
		                       asked_kinds (options), options->all };
	g_autofree char *summary = fairlead_ais_dup_summary (result, &view);

	if (!fairlead_ais_write (result, &view, stream, cancellable, error)
	    && !reader_has_gone (error))
		return FALSE;
	if (options->common.is_quiet)
		return TRUE;
	say_issues (result->records);
	fputs (summary, stderr);
	return TRUE;
}

static gboolean
find_events (const Options *options, FairleadRecords *records, GCancellable *cancellable,
             GError **error)
{
	g_auto (Progress) progress = { 0 };
	g_auto (FairleadAisFinds) finds = { 0 };
	g_autoptr (FairleadAisPorts) ports =
		fairlead_ais_ports_load (options->ports, cancellable, error);
	g_autoptr (FairleadAisFeed) feed = NULL;
	FairleadAisParameters parameters;
	FairleadAisSummary summary;

	fairlead_ais_parameters_init (&parameters);
	if (ports == NULL
	    || (options->parameters != NULL
	        && !fairlead_ais_parameters_load (&parameters, options->parameters, error)))
		return FALSE;
	feed = fairlead_ais_feed_new ((const char *const *) options->common.inputs, records,
	                              cancellable, error);
	if (feed == NULL)
		return FALSE;
	progress_init (&progress, options->common.is_quiet);
	fairlead_ais_feed_set_progress (feed, on_bytes_progress, &progress);
	if (!fairlead_ais_watch (feed, records, &parameters, ports, &finds, &summary, error))
		return FALSE;
	progress_clear (&progress);
	return write_out (options,
	                  &(FairleadAisResult){ records, &finds, &summary,
	                                        fairlead_ais_feed_get_counts (feed) },
	                  cancellable, error);
}

ExitCode
command_ais (const Command *command, int argc, char **argv, GCancellable *cancellable,
             GError **error)
{
	g_auto (Options) options = { 0 };
	g_autoptr (FairleadRecords) records = fairlead_records_new ();
	const GOptionEntry own[] = {
		{ "encounters", 0, 0, G_OPTION_ARG_NONE, &options.rules[ENCOUNTERS],
		  "Two ships side by side at sea (default: all four)", NULL },
		{ "gaps", 0, 0, G_OPTION_ARG_NONE, &options.rules[GAPS],
		  "Silence where others were heard", NULL },
		{ "jumps", 0, 0, G_OPTION_ARG_NONE, &options.rules[JUMPS],
		  "Places that no ship can go between", NULL },
		{ "identities", 0, 0, G_OPTION_ARG_NONE, &options.rules[IDENTITIES],
		  "Numbers and names that contradict each other", NULL },
		{ "all", 0, 0, G_OPTION_ARG_NONE, &options.all,
		  "Also what has an everyday reason (in port, a tug), with the reason", NULL },
		{ "ports", 0, 0, G_OPTION_ARG_FILENAME, &options.ports,
		  "Ports with name, latitude and longitude, as CSV, besides those shipped",
		  "FILE" },
		{ "parameters", 0, 0, G_OPTION_ARG_FILENAME, &options.parameters,
		  "Numbers of the rules, in place of the shipped ones", "FILE" },
		G_OPTION_ENTRY_NULL,
	};
	Parsed parsed = parse_options (command, own, description, &options.common, NULL,
	                               &options.output, argc, argv, error);

	if (parsed != PARSED_RUN)
		return parsed == PARSED_HELP ? EXIT_DONE : EXIT_FAILED;
	name_standard_input (options.common.inputs);
	if (!find_events (&options, records, cancellable, error))
		return EXIT_FAILED;
	return judge_bad_issues (&options.common, count_bad (records));
}
