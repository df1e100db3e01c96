/* cli/command/resolve.c: fairlead resolve */
#include <gio/gunixinputstream.h>
#include <string.h>
#include <unistd.h>

#include "cli/options/decision-store.h"
#include "cli/terminal/session.h"
#include "graph/expression/expression.h"
#include "graph/resolve/deciding.h"
#include "ingest/decision-file.h"
#include "output/resolve/decisions-log.h"
#include "output/resolve/proposals-output.h"

#define DEFAULT_LIMIT 20

static const char description[] =
	"Without --apply, --ask, --import and --undo nothing is written. A case keeps its\n"
	"decisions itself; for other inputs they are kept in a CSV file that every command\n"
	"takes with --decisions. Each says who decided, when and why.\n"
	"\n"
	"Examples:\n"
	"  fairlead resolve --explain --limit 5 dprk.fairlead\n"
	"  fairlead resolve --apply dprk.fairlead                       # the sure ones\n"
	"  fairlead resolve --ask dprk.fairlead                         # the others, one by one\n"
	"  fairlead resolve --made-by ofac:17068 dprk.fairlead          # what joined it\n"
	"  fairlead resolve --undo 12 dprk.fairlead\n"
	"  fairlead resolve --log --format csv dprk.fairlead > decisions.csv\n"
	"  fairlead resolve --import decisions.csv other.fairlead\n"
	"  fairlead resolve --format csv --limit 0 *.xml > decisions.csv   # fill in `verdict`\n"
	"  fairlead resolve --apply --decisions decisions.csv *.xml *.csv\n"
	"\n"
	"A probability is a question, not a finding.";

typedef struct {
	CommonOptions common;
	OutputOptions output;
	double threshold;
	double least;
	gint limit;
	char *kind;
	char *who;
	GStrv undo;
	char *made_by;
	char *import;
	gboolean explains;
	gboolean applies;
	gboolean asks;
	gboolean logs;
	guint kinds;
	FairleadDecisionStore store;
} Options;

static void
options_clear (Options *self)
{
	common_options_clear (&self->common);
	output_options_clear (&self->output);
	g_clear_pointer (&self->kind, g_free);
	g_clear_pointer (&self->who, g_free);
	g_clear_pointer (&self->undo, g_strfreev);
	g_clear_pointer (&self->made_by, g_free);
	g_clear_pointer (&self->import, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static Parsed
parse (const Command *command, Options *options, int argc, char **argv, GError **error)
{
	const GOptionEntry entries[] = {
		{ "threshold", 0, 0, G_OPTION_ARG_DOUBLE, &options->threshold,
		  "From which probability pairs join without asking (default 0.98)", "P" },
		{ "least", 0, 0, G_OPTION_ARG_DOUBLE, &options->least,
		  "Leave out pairs below this probability (default 0.2)", "P" },
		{ "kind", 0, 0, G_OPTION_ARG_STRING, &options->kind,
		  "Only person, company, public-body, vessel or aircraft", "KIND" },
		{ "limit", 'n', 0, G_OPTION_ARG_INT, &options->limit,
		  "How many rows (default 20; 0 for all)", "N" },
		{ "explain", 'e', 0, G_OPTION_ARG_NONE, &options->explains,
		  "Show what each feature adds to the log odds", NULL },
		{ "apply", 0, 0, G_OPTION_ARG_NONE, &options->applies,
		  "Decide that the pairs that join without asking are the same", NULL },
		{ "ask", 0, 0, G_OPTION_ARG_NONE, &options->asks,
		  "Ask about the others in this terminal", NULL },
		{ "who", 0, 0, G_OPTION_ARG_STRING, &options->who,
		  "Whose decisions they are (default: the user's name)", "NAME" },
		{ "undo", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->undo,
		  "Undo a decision by its number, or the last (may repeat)", "N|last" },
		{ "import", 0, 0, G_OPTION_ARG_FILENAME, &options->import,
		  "Take the decisions of a CSV file in, but for those that are there", "FILE" },
		{ "log", 0, 0, G_OPTION_ARG_NONE, &options->logs,
		  "Show all decisions with their numbers", NULL },
		{ "made-by", 0, 0, G_OPTION_ARG_STRING, &options->made_by,
		  "Show the decisions that made an entity what it is", "EXPRESSION" },
		G_OPTION_ENTRY_NULL,
	};

	options->common.needs_no_input =
		TRUE; /* undo and log need none; check() asks for the others */
	return parse_options (command, entries, description, &options->common, NULL,
	                      &options->output, argc, argv, error);
}

/* ---- what is asked ---- */

static gboolean
is_share (double value)
{
	return value >= 0.0 && value <= 1.0;
}

static gboolean
choose_kind (Options *options, GError **error)
{
	FairleadKind kind;

	if (options->kind == NULL)
		return TRUE;
	if (!fairlead_kind_from_name (options->kind, &kind) || kind == FAIRLEAD_KIND_ADDRESS
	    || kind == FAIRLEAD_KIND_PORT)
		return set_usage_error (
			error,
			"--kind %s is not known (person, company, public-body, vessel, aircraft)",
			options->kind);
	options->kinds = 1u << kind;
	return TRUE;
}

static gboolean
check_modes (const Options *options, GError **error)
{
	guint n = (options->applies || options->asks) + (options->undo != NULL)
	          + (options->made_by != NULL) + (options->import != NULL) + options->logs;
	gboolean needs_inputs = options->undo == NULL && options->import == NULL && !options->logs;

	if (n > 1)
		return set_usage_error (error, "--apply and --ask, --undo, --import, --log and"
		                               " --made-by exclude each other");
	if (options->asks && isatty (STDIN_FILENO) == 0)
		return set_usage_error (error, "--ask needs a terminal (elsewhere fill in the"
		                               " verdicts of --format csv)");
	if (options->applies && options->common.no_merge)
		return set_usage_error (error, "--apply and --no-merge exclude each other");
	if (needs_inputs && options->common.inputs == NULL)
		return set_usage_error (error,
		                        "no input file is given (see fairlead resolve --help)");
	return TRUE;
}

static gboolean
adds_decisions (const Options *options)
{
	return options->applies || options->asks || options->import != NULL;
}

static gboolean
needs_store (const Options *options)
{
	return adds_decisions (options) || options->undo != NULL || options->logs
	       || options->made_by != NULL;
}

static gboolean
check (Options *options, GError **error)
{
	if (!is_share (options->threshold))
		return set_usage_error (error, "--threshold is not between 0 and 1");
	if (!is_share (options->least))
		return set_usage_error (error, "--least is not between 0 and 1");
	if (options->limit < 0)
		return set_usage_error (error, "--limit %d is negative (0 is all)", options->limit);
	if (options->who != NULL && !g_utf8_validate (options->who, -1, NULL))
		return set_usage_error (error, "--who is not UTF-8");
	return choose_kind (options, error) && check_modes (options, error)
	       && decision_store_find (&options->store, &options->common, needs_store (options),
	                               error);
}

static const char *
who_of (const Options *options)
{
	return options->who != NULL ? options->who : g_get_user_name ();
}

/* ---- decisions ---- */

static gboolean
undo_one (FairleadDecisions *decisions, const char *text, const char *who, GError **error)
{
	g_autofree char *now = fairlead_decision_dup_now ();
	guint64 number = 0;
	gint last = fairlead_decisions_find_last (decisions);

	if (strcmp (text, "last") == 0 && last >= 0)
		number = (guint64) last + 1;
	else if (strcmp (text, "last") == 0)
		return set_usage_error (error, "--undo last: no decision stands");
	else if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXUINT, &number, NULL))
		return set_usage_error (error, "--undo %s is no number of a decision, nor last",
		                        text);
	return fairlead_decisions_undo (decisions, (guint) number - 1, who, now, error);
}

static gboolean
write_log (const Options *options, FairleadDecisions *decisions, FairleadNetwork *network,
           const GArray *of, GError **error)
{
	g_autoptr (GOutputStream) stream = open_page (&options->output);
	const FairleadDecisionsView view = { network, of, options->output.format,
		                             options->output.layout };

	return fairlead_decisions_write_log (decisions, &view, stream, error)
	       || reader_has_gone (error);
}

static gboolean
undo (const Options *options, FairleadDecisions *decisions, GError **error)
{
	for (guint i = 0; options->undo[i] != NULL; i++)
		if (!undo_one (decisions, options->undo[i], who_of (options), error))
			return FALSE;
	return fairlead_decision_store_save (&options->store, decisions, NULL, error)
	       && write_log (options, decisions, NULL, NULL, error);
}

static gboolean
import (const Options *options, FairleadDecisions *decisions, GCancellable *cancellable,
        GError **error)
{
	g_autoptr (FairleadDecisions) others =
		fairlead_decisions_read (options->import, cancellable, error);
	guint n_added, n_undone;

	if (others == NULL)
		return FALSE;
	n_added = fairlead_decisions_take_in (decisions, others, &n_undone);
	if (!fairlead_decision_store_save (&options->store, decisions, NULL, error))
		return FALSE;
	if (!options->common.is_quiet)
		g_printerr ("fairlead: %s: %u decisions added, %u undone, %u were there before\n",
		            options->store.path, n_added, n_undone,
		            fairlead_decisions_get_n (others) - n_added);
	return TRUE;
}

/* ---- entities and their decisions ---- */

static gboolean
show_made_by (const Options *options, FairleadDecisions *decisions, FairleadNetwork *network,
              GError **error)
{
	const char *const expressions[] = { options->made_by, NULL };
	g_autoptr (GArray) found = NULL;

	if (!g_utf8_validate (options->made_by, -1, NULL))
		return set_usage_error (error, "--made-by \"%s\" is not UTF-8", options->made_by);
	found = fairlead_expressions_select (network, expressions, error);
	return found != NULL && write_log (options, decisions, network, found, error);
}

/* ---- proposals ---- */

static gboolean
apply (const Options *options, FairleadProposals *proposals, FairleadDecisions *decisions,
       GError **error)
{
	guint n_joined = 0;

	if (!fairlead_proposals_join_sure (proposals, options->threshold, who_of (options),
	                                   decisions, &n_joined, error)
	    || !fairlead_decision_store_save (&options->store, decisions, NULL, error))
		return FALSE;
	if (!options->common.is_quiet)
		g_printerr ("fairlead: %u pairs joined without asking, in %s (--undo takes each"
		            " back)\n",
		            n_joined, options->store.path);
	return TRUE;
}

static gboolean
ask (const Options *options, FairleadNetwork *network, FairleadProposals *proposals,
     FairleadDecisions *decisions, GCancellable *cancellable, GError **error)
{
	g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
	g_autoptr (GOutputStream) output = open_standard_output ();
	Session session = {
		.network = network,
		.proposals = proposals,
		.decisions = decisions,
		.store = &options->store,
		.who = who_of (options),
		.layout = options->output.layout,
		.input = input,
		.output = output,
		.cancellable = cancellable,
	};

	return session_run (&session, error);
}

static gboolean
write_out (const Options *options, FairleadNetwork *network, FairleadProposals *proposals,
           GCancellable *cancellable, GError **error)
{
	g_autoptr (GOutputStream) stream = open_page (&options->output);
	const FairleadProposalsView view = {
		.format = options->output.format,
		.layout = options->output.layout,
		.limit = (guint) options->limit,
		.explains = options->explains,
		.threshold = options->threshold,
	};

	return fairlead_proposals_write (network, proposals, &view, stream, cancellable, error)
	       || reader_has_gone (error);
}

static gboolean
propose (const Options *options, FairleadNetwork *network, FairleadDecisions *decisions,
         GCancellable *cancellable, GError **error)
{
	const FairleadResolveQuestion question = {
		.kinds = options->kinds,
		.threshold = options->threshold,
		.least = MIN (options->least, options->threshold),
	};
	g_autoptr (FairleadProposals) proposals =
		fairlead_proposals_new (network, &question, cancellable, error);

	if (proposals == NULL)
		return FALSE;
	if (options->applies && !apply (options, proposals, decisions, error))
		return FALSE;
	return options->asks ? ask (options, network, proposals, decisions, cancellable, error)
	                     : write_out (options, network, proposals, cancellable, error);
}

static ExitCode
run (const Options *options, FairleadDecisions *decisions, GCancellable *cancellable,
     GError **error)
{
	g_auto (Progress) progress = { 0 };
	g_autoptr (FairleadNetwork) network = NULL;
	gboolean is_done;

	progress_init (&progress, options->common.is_quiet);
	/* Whoever only looks sees what was decided in all inputs */
	network = needs_store (options)
	                  ? load_network_decided (&options->common, decisions,
	                                          FAIRLEAD_DAY_OPEN_FUTURE, FALSE, &progress,
	                                          cancellable, error)
	                  : load_network (&options->common, FALSE, &progress, cancellable, error);
	progress_clear (&progress);
	if (network == NULL)
		return EXIT_FAILED;
	if (options->logs)
		is_done = write_log (options, decisions, network, NULL, error);
	else if (options->made_by != NULL)
		is_done = show_made_by (options, decisions, network, error);
	else
		is_done = propose (options, network, decisions, cancellable, error);
	return is_done ? judge_issues (&options->common, network) : EXIT_FAILED;
}

ExitCode
command_resolve (const Command *command, int argc, char **argv, GCancellable *cancellable,
                 GError **error)
{
	g_auto (Options) options = { .threshold = FAIRLEAD_RESOLVE_THRESHOLD,
		                     .least = FAIRLEAD_RESOLVE_LEAST,
		                     .limit = DEFAULT_LIMIT };
	g_autoptr (FairleadDecisions) decisions = NULL;
	Parsed parsed = parse (command, &options, argc, argv, error);

	if (parsed != PARSED_RUN)
		return parsed == PARSED_HELP ? EXIT_DONE : EXIT_FAILED;
	if (!check (&options, error))
		return EXIT_FAILED;
	if (!needs_store (&options))
		return run (&options, NULL, cancellable, error);
	decisions = fairlead_decision_store_load (&options.store, adds_decisions (&options),
	                                          cancellable, error);
	if (decisions == NULL)
		return EXIT_FAILED;
	if (options.undo != NULL)
		return undo (&options, decisions, error) ? EXIT_DONE : EXIT_FAILED;
	if (options.import != NULL)
		return import (&options, decisions, cancellable, error) ? EXIT_DONE : EXIT_FAILED;
	if (options.logs && options.common.inputs == NULL)
		return write_log (&options, decisions, NULL, NULL, error) ? EXIT_DONE : EXIT_FAILED;
	return run (&options, decisions, cancellable, error);
}
