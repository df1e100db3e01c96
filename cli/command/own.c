/* cli/command/own.c: fairlead own */
#include "cli/options/common.h"
#include "cli/options/links.h"
#include "cli/options/model.h"
#include "graph/expression/expression.h"
#include "graph/ownership/drawing.h"
#include "output/ownership/fleet-output.h"
#include "output/ownership/own-output.h"
#include "output/ownership/own-svg.h"

#define DEFAULT_LIMIT 20
#define MAX_DRAWS 10000000
#define DEFAULT_SEED 1

static const char own_description[] =
	"ENTITY is an entity expression: imo:NUMBER, lei:CODE, name:TEXT, an ID as printed\n"
	"(ofac:17068). Without --rule, every regime of the rule file that is in force is judged.\n"
	"\n"
	"Examples:\n"
	"  fairlead own imo:3112048 sdn.csv roles.csv\n"
	"  fairlead own --down --rule EU --as-of 2024-07-02 name:'Salt Lantern' eu.xml bods.json\n"
	"  fairlead own --all-listed --rule OFAC --format csv sdn.csv gleif.csv > owned.csv\n"
	"  fairlead own --fleets roles.csv ships.csv\n"
	"  fairlead own --joint @family.txt --rule UK id:0123 uk.xml psc.txt\n"
	"  fairlead own --format svg imo:3112048 sdn.csv roles.csv > owners.svg\n"
	"\n"
	"A verdict says what the records add up to; whom a rule binds is a question of law.";

typedef struct {
	CommonOptions common;
	OutputOptions output;
	GStrv ends;
	GStrv rule_names;
	char *rule_file;
	GStrv listed;
	GStrv joint;
	gboolean is_down;
	gboolean all_listed;
	gboolean wants_fleets;
	gint n_draws;
	gint seed;
	gint limit;
	ModelOptions model;
} Options;

static void
options_clear (Options *self)
{
	common_options_clear (&self->common);
	output_options_clear (&self->output);
	g_clear_pointer (&self->ends, g_strfreev);
	g_clear_pointer (&self->rule_names, g_strfreev);
	g_clear_pointer (&self->rule_file, g_free);
	model_options_clear (&self->model);
	g_clear_pointer (&self->listed, g_strfreev);
	g_clear_pointer (&self->joint, g_strfreev);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static Parsed
parse (const Command *command, Options *options, int argc, char **argv, GError **error)
{
	const GOptionEntry entries[] = {
		{ "down", 0, 0, G_OPTION_ARG_NONE, &options->is_down,
		  "What ENTITY holds, instead of who holds it", NULL },
		{ "all-listed", 0, 0, G_OPTION_ARG_NONE, &options->all_listed,
		  "All that fall under the rules, in the whole case; takes no ENTITY", NULL },
		{ "fleets", 0, 0, G_OPTION_ARG_NONE, &options->wants_fleets,
		  "Ships by who runs them, single-ship companies seen through; of ENTITY, or all",
		  NULL },
		{ "rule", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->rule_names,
		  "OFAC, BIS, EU, UK or the name of one rule (may repeat)", "RULE" },
		{ "rules", 0, 0, G_OPTION_ARG_FILENAME, &options->rule_file,
		  "Rules of your own, in the form of the shipped ones", "FILE" },
		MODEL_ENTRY_AS_OF (&options->model,
		                   "The day whose holdings, listings and rules count"),
		{ "listed", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->listed,
		  "Who counts as listed, instead of the rule's lists (may repeat)", "EXPRESSION" },
		{ "joint", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->joint,
		  "These hold by a joint arrangement, as one person (may repeat)", "EXPRESSION" },
		{ "power", 0, 0, G_OPTION_ARG_INT, &options->n_draws,
		  "How often each owner decides, by N random orders of votes", "N" },
		{ "seed", 0, 0, G_OPTION_ARG_INT, &options->seed, "Seed of the draws (default 1)",
		  "N" },
		{ "limit", 'n', 0, G_OPTION_ARG_INT, &options->limit,
		  "How many rows (default 20; 0 for all)", "N" },
		G_OPTION_ENTRY_NULL,
	};

	options->output.other_format = "svg";
	return parse_options (command, entries, own_description, &options->common, NULL,
	                      &options->output, argc, argv, error);
}

static gboolean
check (Options *options, GError **error)
{
	if (options->all_listed && options->is_down)
		return set_usage_error (error, "--all-listed and --down exclude each other");
	if (options->all_listed && options->output.is_other_format)
		return set_usage_error (error, "--format svg draws one ENTITY, not --all-listed");
	if (options->wants_fleets
	    && (options->is_down || options->all_listed || options->n_draws > 0
	        || options->rule_names != NULL || options->output.is_other_format))
		return set_usage_error (error, "--fleets goes with --as-of, --format and --limit"
		                               " alone");
	if (options->limit < 0)
		return set_usage_error (error, "--limit %d is negative (0 is all)", options->limit);
	if (options->n_draws < 0 || options->n_draws > MAX_DRAWS)
		return set_usage_error (error, "--power %d is not possible (1 to %d)",
		                        options->n_draws, MAX_DRAWS);
	if (options->n_draws > 0 && (options->is_down || options->all_listed))
		return set_usage_error (error, "--power is for the owners of one ENTITY");
	if (options->seed < 0)
		return set_usage_error (error, "--seed %d is negative", options->seed);
	return model_options_read (&options->model, error);
}

/* ---- rules ---- */

/* Each regime of the file once, by the rule of the day that binds */
static gboolean
choose_all (const Options *options, const GPtrArray *rules, GPtrArray *chosen, GError **error)
{
	g_ptr_array_extend_and_steal (chosen,
	                              fairlead_rules_dup_in_force (rules, options->model.as_of));
	return chosen->len > 0
	       || set_usage_error (error, "no rule is in force on the day of --as-of %s",
	                           options->model.day != NULL ? options->model.day : "");
}

static gboolean
choose_rules (const Options *options, const GPtrArray *rules, GPtrArray *chosen, GError **error)
{
	if (options->rule_names == NULL)
		return choose_all (options, rules, chosen, error);
	for (guint i = 0; options->rule_names[i] != NULL; i++) {
		const FairleadRule *rule;

		if (!g_utf8_validate (options->rule_names[i], -1, NULL))
			return set_usage_error (error, "--rule \"%s\" is not UTF-8",
			                        options->rule_names[i]);
		rule = fairlead_rules_find (rules, options->rule_names[i], options->model.as_of,
		                            error);
		if (rule == NULL)
			return FALSE;
		if (!g_ptr_array_find (chosen, rule, NULL))
			g_ptr_array_add (chosen, (gpointer) rule);
	}
	return TRUE;
}

/* ---- steps ---- */

static gboolean
select_case (const Options *options, FairleadNetwork *network, GArray **listed, GPtrArray *joint,
             GError **error)
{
	if (options->listed != NULL) {
		*listed = fairlead_expressions_select (
			network, (const char *const *) options->listed, error);
		if (*listed == NULL)
			return FALSE;
	}
	for (guint i = 0; options->joint != NULL && options->joint[i] != NULL; i++) {
		const char *const one[] = { options->joint[i], NULL };
		GArray *group = fairlead_expressions_select (network, one, error);

		if (group == NULL)
			return FALSE;
		g_ptr_array_add (joint, group);
	}
	return TRUE;
}

static gboolean
select_entity (const Options *options, FairleadNetwork *network, FairleadVertex *vertex,
               GError **error)
{
	g_autoptr (GArray) selected = NULL;

	if (options->ends == NULL || options->ends[0] == NULL)
		return TRUE;
	selected =
		fairlead_expressions_select (network, (const char *const *) options->ends, error);
	if (selected == NULL)
		return FALSE;
	if (selected->len != 1)
		return set_usage_error (error, "%s selects %u entities (one is asked about)",
		                        options->ends[0], selected->len);
	*vertex = g_array_index (selected, FairleadVertex, 0);
	return TRUE;
}

static gboolean
write_out (const Options *options, const FairleadOwnView *view, GCancellable *cancellable,
           GError **error)
{
	g_autoptr (GOutputStream) stream = open_page (&options->output);
	gboolean is_written = options->output.is_other_format
	                              ? fairlead_own_write_svg (view, stream, cancellable, error)
	                              : fairlead_own_write (view, stream, cancellable, error);

	return is_written || reader_has_gone (error);
}

/* What was found, kept while it is written */
typedef struct {
	FairleadFindings *findings;
	guint n;
	FairleadStakes stakes;
} Found;

static void
found_clear (Found *self)
{
	for (guint i = 0; i < self->n; i++)
		fairlead_findings_clear (&self->findings[i]);
	g_free (self->findings);
	fairlead_stakes_clear (&self->stakes);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Found, found_clear)

static gboolean
judge (const Options *options, const FairleadHoldings *holdings, const GPtrArray *rules,
       const FairleadWhoCounts *listing, FairleadVertex vertex, GCancellable *cancellable,
       GError **error)
{
	g_auto (Found) found = { 0 };
	const FairleadStakeQuestion question = { .vertex = vertex,
		                                 .is_down = options->is_down,
		                                 .n_draws = (guint) options->n_draws,
		                                 .seed = (guint32) options->seed };
	const FairleadVertex *of = vertex == FAIRLEAD_NO_VERTEX ? NULL : &vertex;
	FairleadOwnView view = { .format = options->output.format,
		                 .layout = options->output.layout,
		                 .holdings = holdings,
		                 .vertex = vertex,
		                 .limit = (guint) options->limit,
		                 .as_of = options->model.as_of };

	found.findings = g_new0 (FairleadFindings, rules->len);
	for (; found.n < rules->len; found.n++)
		fairlead_findings_init (&found.findings[found.n], holdings,
		                        g_ptr_array_index (rules, found.n), listing, of);
	view.findings = found.findings;
	view.n_findings = found.n;
	if (of != NULL) {
		fairlead_stakes_find (holdings, &question, &found.stakes);
		view.stakes = &found.stakes;
		view.question = &question;
	}
	return write_out (options, &view, cancellable, error);
}

static gboolean
show_fleets (const Options *options, const FairleadHoldings *holdings, FairleadVertex vertex,
             GCancellable *cancellable, GError **error)
{
	g_autoptr (GOutputStream) stream = open_page (&options->output);
	g_autoptr (GArray) ships = fairlead_fleet_find (holdings, vertex);
	const FairleadFleetView view = { .format = options->output.format,
		                         .layout = options->output.layout,
		                         .network = holdings->network,
		                         .ships = ships,
		                         .limit = (guint) options->limit };

	return fairlead_fleet_write (&view, stream, cancellable, error) || reader_has_gone (error);
}

static gboolean
run (const Options *options, FairleadNetwork *network, GCancellable *cancellable, GError **error)
{
	g_autoptr (GPtrArray) rules = options->rule_file != NULL
	                                      ? fairlead_rules_load (options->rule_file, error)
	                                      : fairlead_rules_new_shipped (error);
	g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
	g_autoptr (GPtrArray) joint =
		g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
	g_autoptr (GArray) listed = NULL;
	g_autoptr (FairleadHoldings) holdings = NULL;
	FairleadVertex vertex = FAIRLEAD_NO_VERTEX;

	if (rules == NULL || !choose_rules (options, rules, chosen, error)
	    || !select_entity (options, network, &vertex, error)
	    || !select_case (options, network, &listed, joint, error))
		return FALSE;
	holdings = fairlead_holdings_new (network, options->model.as_of);
	if (options->wants_fleets)
		return show_fleets (options, holdings, vertex, cancellable, error);
	return judge (options, holdings, chosen, &(FairleadWhoCounts){ listed, joint }, vertex,
	              cancellable, error);
}

ExitCode
command_own (const Command *command, int argc, char **argv, GCancellable *cancellable,
             GError **error)
{
	g_auto (Options) options = { .limit = DEFAULT_LIMIT, .seed = DEFAULT_SEED };
	g_autoptr (FairleadNetwork) network = NULL;
	g_auto (Progress) progress = { 0 };
	Parsed parsed = parse (command, &options, argc, argv, error);

	if (parsed != PARSED_RUN)
		return parsed == PARSED_HELP ? EXIT_DONE : EXIT_FAILED;
	if (!check (&options, error))
		return EXIT_FAILED;
	if (!options.all_listed) {
		options.ends =
			take_expressions (&options.common, options.wants_fleets ? 0 : 1, 1, error);
		if (options.ends == NULL)
			return EXIT_FAILED;
	}
	progress_init (&progress, options.common.is_quiet);
	network = load_network (&options.common, FALSE, &progress, cancellable, error);
	if (network == NULL || !run (&options, network, cancellable, error))
		return EXIT_FAILED;
	return judge_issues (&options.common, network);
}
