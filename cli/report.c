/* cli/report.c: fairlead report */
#include "cli/common.h"
#include "cli/part.h"
#include "graph/selection/choice.h"
#include "output/report/report.h"
#include "output/write/output-file.h"
#include "output/write/text.h"

#include <stdio.h>
#include <string.h>

#define DEFAULT_LIMIT 100
#define DEFAULT_TOP 10
#define MAX_TOP 100
#define DEFAULT_DRAWS 200
#define MAX_DRAWS 100000
#define TOP 10
#define WHOLE 1000u /* a network of no more is shown whole */
#define HOPS 2u
#define MOST_SUPPLIES 6u

static const char description[] =
	"The file holds all: a summary in words, the ranking with its intervals, a card for each\n"
	"of the first ranked (who, why there, evidence, ownership, a ship's timeline, what would\n"
	"change it, open questions), the network to search, supplies against the caps, gaps\n"
	"between lists, doubts about records, sources with their hashes, parameters, and what the\n"
	"ranking does not show. It needs no network and asks for nothing: read it from a stick,\n"
	"hand it on, print it. docs/report.md says how it reads.\n"
	"\n"
	"Examples:\n"
	"  fairlead report --target programme:DPRK --output report.html sdn.csv roles.csv\n"
	"  fairlead report -t programme:DPRK -o report.html --title 'Gasoil, 2023' case.fairlead\n"
	"  fairlead report -t list:UN -o report.html --top 20 --limit 0 --collect 0 *.xml\n"
	"  fairlead report -t imo:3112048 -o near.html --around imo:3112048 --hops 3 \\\n"
	"           case.fairlead\n"
	"\n"
	"A high rank is a question, not a finding.";

typedef struct {
	CommonOptions common;
	QuestionOptions question;
	PartOptions part;
	char *path;
	char *title;
	gint limit;
	gint top;
	gint n_draws;
	gint seed;
	gint n_collect;
} Options;

static void
options_clear (Options *self)
{
	common_options_clear (&self->common);
	question_options_clear (&self->question);
	part_options_clear (&self->part);
	g_clear_pointer (&self->path, g_free);
	g_clear_pointer (&self->title, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static Parsed
parse (const Command *command, Options *options, int argc, char **argv, GError **error)
{
	const GOptionEntry entries[] = {
		{ "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->path,
		  "Where to write (required)", "FILE" },
		{ "title", 0, 0, G_OPTION_ARG_FILENAME, &options->title,
		  "What stands on top (default: whose facilitators are asked for)", "TEXT" },
		{ "limit", 'n', 0, G_OPTION_ARG_INT, &options->limit,
		  "How many rows of the ranking (default 100; 0 for all)", "N" },
		{ "top", 0, 0, G_OPTION_ARG_INT, &options->top,
		  "A card for each of the first N (default 10; at most 100)", "N" },
		{ "draws", 0, 0, G_OPTION_ARG_INT, &options->n_draws,
		  "Draw links by their confidence N times, for intervals (default 200; 0: no)",
		  "N" },
		{ "seed", 0, 0, G_OPTION_ARG_INT, &options->seed,
		  "Of what is drawn at random (default 1)", "N" },
		{ "collect", 0, 0, G_OPTION_ARG_INT, &options->n_collect,
		  "How many unknowns that may change the first 10 (default 20; 0: none)", "N" },
		PART_ENTRIES (&options->part),
		G_OPTION_ENTRY_NULL,
	};

	return parse_options (command, entries, description, &options->common, &options->question,
	                      NULL, argc, argv, error);
}

static gboolean
check_number (const char *option, gint number, gint most, GError **error)
{
	return (number >= 0 && number <= most)
	       || set_usage_error (error, "%s %d is not possible (0 to %d)", option, number, most);
}

static gboolean
check (Options *options, GError **error)
{
	if (options->question.target == NULL)
		return set_usage_error (error, "--target is missing (for example programme:DPRK)");
	if (options->path == NULL)
		return set_usage_error (error, "--output is missing (a file such as report.html)");
	if (options->title != NULL && !g_utf8_validate (options->title, -1, NULL))
		return set_usage_error (error, "--title is not UTF-8");
	return check_number ("--limit", options->limit, G_MAXINT, error)
	       && check_number ("--top", options->top, MAX_TOP, error)
	       && check_number ("--draws", options->n_draws, MAX_DRAWS, error)
	       && check_number ("--seed", options->seed, G_MAXINT, error)
	       && check_number ("--collect", options->n_collect, G_MAXINT, error)
	       && part_options_check (&options->part, error);
}

/* ---- what is in it ---- */

typedef struct {
	FairleadNetwork *network;
	FairleadRanking *ranking;
	FairleadDraws draws;
	GArray *collect;
	FairleadSelection *part;
	char *part_words;
	FairleadFactors *factors;
	GPtrArray *supplies;
	FairleadGaps gaps;
	GPtrArray *held;
} Result;

static void
result_clear (Result *self)
{
	g_clear_object (&self->ranking);
	fairlead_draws_clear (&self->draws);
	g_clear_pointer (&self->collect, g_array_unref);
	g_clear_pointer (&self->part, fairlead_selection_free);
	g_clear_pointer (&self->part_words, g_free);
	g_clear_pointer (&self->supplies, g_ptr_array_unref);
	g_clear_pointer (&self->factors, fairlead_factors_free);
	g_clear_pointer (&self->held, g_ptr_array_unref);
	if (self->gaps.gaps != NULL)
		fairlead_gaps_clear (&self->gaps);
	g_clear_object (&self->network);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, result_clear)

static gboolean
try_ranks (const Options *options, Result *result, GCancellable *cancellable, GError **error)
{
	FairleadDrawChoice choice = { .n_draws = (guint) options->n_draws,
		                      .seed = (guint32) options->seed,
		                      .top = TOP };

	if (options->n_draws > 0
	    && !fairlead_draws_init (&result->draws, result->ranking, &choice, NULL, NULL,
	                             cancellable, error))
		return FALSE;
	if (options->n_collect == 0)
		return TRUE;
	result->collect =
		fairlead_collect (result->ranking, (guint32) options->seed, cancellable, error);
	if (result->collect == NULL)
		return FALSE;
	g_array_set_size (result->collect, MIN (result->collect->len, (guint) options->n_collect));
	return TRUE;
}

/* ---- the part of the network ---- */

/* The first ranked and the target */
static GArray *
dup_ends (const Options *options, const Result *result)
{
	GArray *ends = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	guint32 n = fairlead_network_get_n_vertices (result->network);
	guint n_rows;
	const FairleadRankedRow *rows = fairlead_ranking_get_rows (result->ranking, &n_rows);

	for (guint i = 0; i < n_rows && i < (guint) MAX (options->top, TOP); i++)
		if (rows[i].score > 0.0 && !rows[i].is_target)
			g_array_append_val (ends, rows[i].vertex);
	for (FairleadVertex vertex = 0; vertex < n; vertex++)
		if (fairlead_ranking_is_target (result->ranking, vertex))
			g_array_append_val (ends, vertex);
	return ends;
}

/* Beyond what a browser draws, what is nearest to @ends */
static void
bound_part (Result *result, const GArray *ends)
{
	g_autoptr (FairleadSelection) whole = NULL;
	g_autofree char *words = NULL;
	guint n_left_out;

	if (result->part->vertices->len <= FAIRLEAD_REPORT_MOST)
		return;
	whole = g_steal_pointer (&result->part);
	words = g_steal_pointer (&result->part_words);
	result->part = fairlead_selection_new_nearest (result->network, result->ranking, whole,
	                                               ends, FAIRLEAD_REPORT_MOST, &n_left_out);
	result->part_words =
		g_strdup_printf ("%s, of which %u more have no room", words, n_left_out);
}

static gboolean
is_chosen (const PartOptions *part)
{
	return part->around != NULL || part->kinds != 0 || part->component != PART_NO_NUMBER;
}

/* Of a large network, without options: what is near the first ranked and the target */
static gboolean
select_part (const Options *options, Result *result, GError **error)
{
	g_autoptr (GArray) around = NULL;
	g_autoptr (GArray) ends = dup_ends (options, result);
	FairleadSelector selector;

	if (!part_options_select (&options->part, result->network, &selector, &around, error))
		return FALSE;
	if (is_chosen (&options->part))
		result->part_words = g_strdup ("The part that was asked for");
	else if (fairlead_network_get_n_vertices (result->network) <= WHOLE)
		result->part_words = g_strdup ("The whole network");
	else {
		selector.around = ends;
		selector.hops = HOPS;
		result->part_words = g_strdup_printf (
			"What is at most %u links from the first ranked and the target", HOPS);
	}
	result->part = fairlead_selection_new (result->network, result->ranking, &selector);
	bound_part (result, around != NULL ? around : ends);
	return TRUE;
}

/* ---- supplies and gaps ---- */

/* The year, as the cap counts them, of a day */
static FairleadSupply *
new_supply_of_day (const Result *result, const FairleadCap *cap, gint32 day)
{
	g_autofree char *text = fairlead_date_dup_text ((FairleadDate){ day, day });
	guint year = text == NULL ? 0 : (guint) g_ascii_strtoull (text, NULL, 10);

	for (guint one = year > 1 ? year - 1 : 1; year > 0 && one <= year + 1; one++) {
		g_autoptr (FairleadSupply) supply = fairlead_supply_new (
			result->network, result->factors, cap, one, NULL, NULL);

		if (day >= supply->first && day <= supply->last)
			return g_steal_pointer (&supply);
	}
	return NULL;
}

/* Each of its years with deliveries, the last first */
static void
add_supplies (Result *result, const FairleadCap *cap)
{
	g_autoptr (FairleadSupply) all =
		fairlead_supply_new (result->network, result->factors, cap, 0, NULL, NULL);
	gint32 before = FAIRLEAD_DAY_OPEN_FUTURE;

	for (guint i = all->deliveries->len; i > 0 && result->supplies->len < MOST_SUPPLIES; i--) {
		gint32 day = g_array_index (all->deliveries, FairleadDelivery, i - 1).day;
		FairleadSupply *supply = day < before ? new_supply_of_day (result, cap, day) : NULL;

		if (supply == NULL)
			continue;
		before = supply->first;
		g_ptr_array_add (result->supplies, supply);
	}
}

static gboolean
add_up_supplies (Result *result, GError **error)
{
	result->supplies = g_ptr_array_new_with_free_func ((GDestroyNotify) fairlead_supply_free);
	result->factors = fairlead_factors_new_shipped (error);
	if (result->factors == NULL)
		return FALSE;
	for (guint i = 0; i < result->factors->caps->len; i++)
		add_supplies (result, g_ptr_array_index (result->factors->caps, i));
	return TRUE;
}

/* The one programme that the target is of; NULL where it is another thing, or of several */
static const char *
get_programme (const Options *options)
{
	const char *first = options->question.target[0];

	return options->question.target[1] == NULL && g_str_has_prefix (first, "programme:")
	               ? first + strlen ("programme:")
	               : NULL;
}

/* Of the target's regime, where the lists have it */
static gboolean
find_gaps (const Options *options, Result *result, GError **error)
{
	FairleadGapQuestion question = { get_programme (options), NULL };

	if (question.programme != NULL
	    && !fairlead_gaps_init (&result->gaps, result->network, &question, NULL))
		question.programme = NULL;
	if (question.programme == NULL
	    && !fairlead_gaps_init (&result->gaps, result->network, &question, error))
		return FALSE;
	result->held = fairlead_unlisted_dup_all (result->network, &question, error);
	return result->held != NULL;
}

/* ---- the file ---- */

static gboolean
write_out (const Options *options, Result *result, GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadOutputFile) file = fairlead_output_file_open (options->path, error);
	const FairleadReport report = {
		.ranking = result->ranking,
		.title = options->title,
		.draws = options->n_draws > 0 ? &result->draws : NULL,
		.collect = result->collect,
		.part = result->part,
		.part_words = result->part_words,
		.supplies = result->supplies,
		.gaps = &result->gaps,
		.held = result->held,
		.limit = (guint) options->limit,
		.n_cards = (guint) options->top,
	};

	if (file == NULL)
		return FALSE;
	if (fairlead_report_write (&report, fairlead_output_file_get_stream (file), cancellable,
	                           error))
		return fairlead_output_file_commit (file, error);
	if (!g_cancellable_is_cancelled (cancellable))
		g_prefix_error (error, "%s: ", options->path);
	return FALSE;
}

static gboolean
run_report (const Options *options, Result *result, GCancellable *cancellable, GError **error)
{
	g_auto (Progress) progress = { 0 };
	gint32 as_of = options->question.model.as_of;

	progress_init (&progress, options->common.is_quiet);
	result->network =
		load_network_of_day (&options->common, as_of, TRUE, &progress, cancellable, error);
	if (result->network == NULL)
		return FALSE;
	result->ranking =
		question_rank (&options->question, result->network, &progress, cancellable, error);
	if (result->ranking == NULL)
		return FALSE;
	progress_clear (&progress);
	return try_ranks (options, result, cancellable, error)
	       && select_part (options, result, error) && add_up_supplies (result, error)
	       && find_gaps (options, result, error)
	       && write_out (options, result, cancellable, error);
}

static void
say_what_was_written (const Options *options, const Result *result)
{
	g_autofree char *visible = fairlead_text_dup_visible (options->path, TRUE);

	if (options->common.is_quiet)
		return;
	fprintf (stderr, "fairlead: wrote %s, with a network of %u entities and %u links\n",
	         visible, result->part->vertices->len, result->part->links->len);
	if (!fairlead_report_is_interactive ())
		fprintf (stderr, "fairlead: this build has no Cytoscape.js: the network is a chart"
		                 " and a table\n");
}

ExitCode
command_report (const Command *command, int argc, char **argv, GCancellable *cancellable,
                GError **error)
{
	g_auto (Options) options = { .part = PART_OPTIONS_INIT,
		                     .limit = DEFAULT_LIMIT,
		                     .top = DEFAULT_TOP,
		                     .n_draws = DEFAULT_DRAWS,
		                     .seed = 1,
		                     .n_collect = 20 };
	g_auto (Result) result = { 0 };
	Parsed parsed = parse (command, &options, argc, argv, error);

	if (parsed != PARSED_RUN)
		return parsed == PARSED_HELP ? EXIT_DONE : EXIT_FAILED;
	if (!check (&options, error) || !run_report (&options, &result, cancellable, error))
		return EXIT_FAILED;
	say_what_was_written (&options, &result);
	return judge_issues (&options.common, result.network);
}
