/* cli/command/vessel.c: fairlead vessel */
#include <string.h>

#include "cli/options/common.h"
#include "graph/expression/expression.h"
#include "ingest/record/error.h"
#include "output/vessel/vessel-output.h"

static const char description[] =
	"The ship is an IMO number (with or without 'IMO' or 'imo:'), any other entity\n"
	"expression, or a name that she has or had. Names, flags, call signs, MMSIs, owners,\n"
	"managers, class, insurance, listings and events of all inputs become one timeline; each\n"
	"bar says how well its days are known, and who says so. Below stand\n"
	"signals: facts that networks of evasion often show, with what they rest on and what\n"
	"else may be behind them. --signals lists those of every ship instead.\n"
	"\n"
	"Examples:\n"
	"  fairlead vessel imo:3112048 sdn.csv alt.csv roles.csv events.csv\n"
	"  fairlead vessel 'HESPER AMBER' --format svg case.fairlead > hesper-amber.svg\n"
	"  fairlead vessel --signals --target programme:DPRK --format csv case.fairlead";

typedef struct {
	CommonOptions common;
	OutputOptions output;
	ModelOptions model;
	GStrv target;
	gboolean lists_signals;
} Options;

static void
options_clear (Options *self)
{
	common_options_clear (&self->common);
	output_options_clear (&self->output);
	model_options_clear (&self->model);
	g_clear_pointer (&self->target, g_strfreev);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
check (const Options *options, GError **error)
{
	if (options->lists_signals && options->output.is_other_format)
		return set_usage_error (error, "--signals is no drawing: a table, csv or json");
	for (guint i = 0; options->target != NULL && options->target[i] != NULL; i++)
		if (!g_utf8_validate (options->target[i], -1, NULL))
			return set_usage_error (error, "--target is not UTF-8");
	if (options->lists_signals)
		return TRUE;
	if (g_strv_length (options->common.inputs) < 2)
		return set_usage_error (error, "a ship and at least one input are wanted");
	return g_utf8_validate (options->common.inputs[0], -1, NULL)
	       || set_usage_error (error, "the ship is not UTF-8");
}

/* ---- the ship ---- */

/* `9074729` and `IMO 9074729` are numbers; what has a scheme is an expression; all else a name */
static char *
dup_expression (const char *text)
{
	char number[16];

	if (fairlead_identifier_normalise (FAIRLEAD_ID_IMO, text, number, sizeof number))
		return g_strconcat ("imo:", number, NULL);
	if (*text == '@' || (strchr (text, ':') != NULL && strchr (text, ' ') == NULL))
		return g_strdup (text);
	return g_str_has_prefix (text, "name:") ? g_strdup (text)
	                                        : g_strconcat ("name:", text, NULL);
}

static GArray *
select_ships (FairleadNetwork *network, const char *text, GError **error)
{
	g_autofree char *expression = dup_expression (text);
	const char *const expressions[] = { expression, NULL };
	GArray *ships = fairlead_expressions_select (network, expressions, error);

	for (guint i = ships != NULL ? ships->len : 0; i > 0; i--)
		if (fairlead_network_get_kind (network,
		                               g_array_index (ships, FairleadVertex, i - 1))
		    != FAIRLEAD_KIND_VESSEL)
			g_array_remove_index (ships, i - 1);
	if (ships == NULL || ships->len > 0)
		return ships;
	g_array_unref (ships);
	g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_UNKNOWN_REFERENCE,
	             "%s names no ship of the inputs", text);
	return NULL;
}

/* ---- the target ---- */

static guint8 *
dup_listed (FairleadNetwork *network, guint *n_targets)
{
	guint32 n = fairlead_network_get_n_vertices (network);
	guint8 *is_target = g_malloc0 (MAX (n, 1));

	*n_targets = 0;
	for (FairleadVertex vertex = 0; vertex < n; vertex++) {
		FairleadRows own = fairlead_network_get_designations (network, vertex);

		for (guint i = 0; i < own.n; i++)
			is_target[vertex] |= fairlead_network_is_listing (network, own.rows[i]);
		*n_targets += is_target[vertex];
	}
	return is_target;
}

static guint8 *
dup_target (const Options *options, FairleadNetwork *network, guint *n_targets, GError **error)
{
	g_autoptr (GArray) vertices = NULL;
	guint8 *is_target;

	if (options->target == NULL)
		return dup_listed (network, n_targets);
	vertices =
		fairlead_expressions_select (network, (const char *const *) options->target, error);
	if (vertices == NULL)
		return NULL;
	is_target = g_malloc0 (MAX (fairlead_network_get_n_vertices (network), 1));
	for (guint i = 0; i < vertices->len; i++)
		is_target[g_array_index (vertices, FairleadVertex, i)] = TRUE;
	*n_targets = vertices->len;
	return is_target;
}

/* ---- the result ---- */

static gboolean
write_ships (const Options *options, const FairleadVesselView *view, const char *text,
             GOutputStream *stream, GCancellable *cancellable, GError **error)
{
	g_autoptr (GArray) ships = select_ships (view->network, text, error);

	if (ships == NULL)
		return FALSE;
	if (!options->output.is_other_format)
		return fairlead_vessel_write (view, ships, stream, cancellable, error);
	if (ships->len > 1)
		return set_usage_error (error,
		                        "%s names %u ships, and a drawing is of one: give her"
		                        " IMO number",
		                        text, ships->len);
	return fairlead_vessel_write_svg (view, g_array_index (ships, FairleadVertex, 0), stream,
	                                  cancellable, error);
}

static gboolean
write_signals (const FairleadVesselView *view, GOutputStream *stream, GCancellable *cancellable,
               GError **error)
{
	g_autoptr (GArray) ships = fairlead_signals_dup_ships (view->signals, NULL, cancellable);

	return fairlead_vessel_write_signals (view, ships, stream, cancellable, error);
}

static gboolean
write_out (const Options *options, FairleadNetwork *network, GCancellable *cancellable,
           GError **error)
{
	g_autoptr (GOutputStream) stream = open_page (&options->output);
	FairleadVesselView view = { .format = options->output.format,
		                    .layout = options->output.layout,
		                    .network = network,
		                    .parameters = &options->model.parameters,
		                    .expressions = (const char *const *) options->target };
	g_autofree guint8 *is_target = dup_target (options, network, &view.n_targets, error);
	g_autoptr (FairleadSignals) signals = NULL;
	gboolean is_written;

	if (is_target == NULL)
		return FALSE;
	signals = fairlead_signals_new (network, view.parameters, is_target, NULL);
	view.signals = signals;
	is_written = options->lists_signals
	                     ? write_signals (&view, stream, cancellable, error)
	                     : write_ships (options, &view, options->common.inputs[0], stream,
	                                    cancellable, error);
	return is_written || (error != NULL && *error != NULL && reader_has_gone (error));
}

static Parsed
parse (const Command *command, Options *options, int argc, char **argv, GError **error)
{
	const GOptionEntry entries[] = {
		{ "signals", 0, 0, G_OPTION_ARG_NONE, &options->lists_signals,
		  "List the signals of every ship; all arguments are inputs then", NULL },
		{ "target", 't', 0, G_OPTION_ARG_FILENAME_ARRAY, &options->target,
		  "Who is the target (may repeat); by default everybody who is listed",
		  "EXPRESSION" },
		MODEL_ENTRY_PARAMETERS (&options->model),
		MODEL_ENTRY_AS_OF (&options->model, "The ship as she was known on that day"),
		G_OPTION_ENTRY_NULL,
	};

	options->output.other_format = "svg";
	return parse_options (command, entries, description, &options->common, NULL,
	                      &options->output, argc, argv, error);
}

ExitCode
command_vessel (const Command *command, int argc, char **argv, GCancellable *cancellable,
                GError **error)
{
	g_auto (Options) options = { .model = { .as_of = FAIRLEAD_DAY_OPEN_FUTURE } };
	g_autoptr (FairleadNetwork) network = NULL;
	g_auto (Progress) progress = { 0 };
	CommonOptions rest;
	Parsed parsed = parse (command, &options, argc, argv, error);

	if (parsed != PARSED_RUN)
		return parsed == PARSED_HELP ? EXIT_DONE : EXIT_FAILED;
	if (!model_options_read (&options.model, error) || !check (&options, error))
		return EXIT_FAILED;
	rest = options.common;
	if (!options.lists_signals)
		rest.inputs = options.common.inputs + 1;
	progress_init (&progress, options.common.is_quiet);
	network = load_network_as_of (&rest, options.model.as_of, &progress, cancellable, error);
	if (network == NULL || !write_out (&options, network, cancellable, error))
		return EXIT_FAILED;
	return judge_issues (&options.common, network);
}
