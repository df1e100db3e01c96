/* output/ownership/own-table.c: for a person: the verdict of each rule with what carries it, and
 * the owners or holdings */
#include <string.h>

#include "output/ownership/own-writers.h"
#include "output/ownership/words.h"
#include "output/write/number.h"
#include "output/write/table.h"
#include "output/write/text.h"

#define INDENT 4

enum { RULE, PARTY, KIND, VERDICT, STANDING, INTEGRATED, REMARK, N_FINDING_COLUMNS };

static const FairleadColumn finding_columns[N_FINDING_COLUMNS] = {
	{ "RULE", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "NAME", FAIRLEAD_ALIGN_LEFT, 16, FALSE },
	{ "KIND", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "VERDICT", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "HELD BY THE LISTED", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "INTEGRATED", FAIRLEAD_ALIGN_RIGHT, 0, FALSE },
	{ "", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
};

enum { OTHER, OTHER_KIND, DIRECT, ALL_CHAINS, CONTROL, HOPS, POWER, STAKE_REMARK, N_STAKE_COLUMNS };

static const FairleadColumn stake_columns[N_STAKE_COLUMNS] = {
	{ "OWNER", FAIRLEAD_ALIGN_LEFT, 16, FALSE },
	{ "KIND", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "DIRECT", FAIRLEAD_ALIGN_RIGHT, 0, FALSE },
	{ "INTEGRATED", FAIRLEAD_ALIGN_RIGHT, 0, FALSE },
	{ "MAJORITY", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "HOPS", FAIRLEAD_ALIGN_RIGHT, 0, FALSE },
	{ "POWER", FAIRLEAD_ALIGN_RIGHT, 0, FALSE },
	{ "", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
};

static FairleadNetwork *
network_of (const FairleadOwnView *view)
{
	return view->holdings->network;
}

static gboolean
is_listed (const FairleadOwnView *view, FairleadVertex vertex)
{
	for (guint i = 0; i < view->n_findings; i++)
		if (fairlead_judgement_get_verdict (view->findings[i].judgement, vertex)
		    == FAIRLEAD_VERDICT_LISTED)
			return TRUE;
	return FALSE;
}

/* With an asterisk before the listed */
static char *
dup_name (const FairleadOwnView *view, FairleadVertex vertex)
{
	return g_strconcat (is_listed (view, vertex) ? "* " : "",
	                    fairlead_network_get_name (network_of (view), vertex), NULL);
}

/* `36.6 %`, `10.0-40.0 %` */
static char *
dup_integrated (double low, double high)
{
	char first[G_ASCII_DTOSTR_BUF_SIZE], second[G_ASCII_DTOSTR_BUF_SIZE];

	g_ascii_formatd (first, sizeof first, "%.1f", 100.0 * low);
	g_ascii_formatd (second, sizeof second, "%.1f", 100.0 * high);
	return strcmp (first, second) == 0 ? g_strconcat (first, " %", NULL)
	                                   : g_strconcat (first, "-", second, " %", NULL);
}

/* ---- proofs ---- */

static void
append_step (const FairleadOwnView *view, guint32 holding, GString *note)
{
	const FairleadHolding *item = &view->holdings->items[holding];
	g_autofree char *words = fairlead_holding_dup_words (view->holdings, holding);
	g_autoptr (GPtrArray) sources = fairlead_holding_dup_sources (view->holdings, holding);
	g_autofree char *holder = dup_name (view, item->holder);
	g_autofree char *line =
		g_strdup_printf ("%s %s %s", holder, words,
	                         fairlead_network_get_name (network_of (view), item->company));
	g_autofree char *shown = fairlead_text_dup_visible (line, view->layout.ascii);

	g_string_append_printf (note, "%*s%s", INDENT, "", shown);
	for (guint i = 0; i < sources->len; i++) {
		g_autofree char *source = fairlead_text_dup_visible (g_ptr_array_index (sources, i),
		                                                     view->layout.ascii);

		g_string_append_printf (note, "%s%s", i == 0 ? "  [" : ", ", source);
	}
	g_string_append (note, sources->len > 0 ? "]\n" : "\n");
}

static void
add_note (const FairleadOwnView *view, const FairleadJudgement *judgement, FairleadVertex vertex,
          FairleadTable *table)
{
	g_autoptr (GArray) proof = fairlead_judgement_dup_proof (judgement, vertex);
	g_autofree char *missing = fairlead_judgement_dup_missing_words (judgement, vertex);
	g_autoptr (GString) note = g_string_new (NULL);

	for (guint i = 0; i < proof->len; i++)
		append_step (view, g_array_index (proof, guint32, i), note);
	if (missing != NULL) {
		g_autofree char *shown = fairlead_text_dup_visible (missing, view->layout.ascii);

		g_string_append_printf (note, "%*sto be definite, %s\n", INDENT, "", shown);
	}
	if (note->len > 0)
		fairlead_table_add_note (table, note->str);
}

/* ---- findings ---- */

static char *
dup_remark (const FairleadFinding *finding)
{
	GString *remark = g_string_new (NULL);
	static const char *const measures[FAIRLEAD_N_MEASURES] = {
		[FAIRLEAD_MEASURES_AGREE] = NULL,
		[FAIRLEAD_MEASURES_CASCADE_ONLY] = "less in sum",
		[FAIRLEAD_MEASURES_INTEGRATED_ONLY] = "more in sum",
	};

	if (measures[finding->measures] != NULL)
		g_string_append (remark, measures[finding->measures]);
	if (finding->is_circular)
		g_string_append_printf (remark, "%scircle", remark->len > 0 ? ", " : "");
	if (finding->is_unsettled)
		g_string_append_printf (remark, "%snot settled", remark->len > 0 ? ", " : "");
	if (finding->standing.is_overfull)
		g_string_append_printf (remark, "%smore than the whole recorded",
		                        remark->len > 0 ? ", " : "");
	return g_string_free (remark, FALSE);
}

static const FairleadMeaning meanings[FAIRLEAD_N_VERDICTS] = {
	[FAIRLEAD_VERDICT_CLEAR] = FAIRLEAD_MEANS_GOOD,
	[FAIRLEAD_VERDICT_POSSIBLE] = FAIRLEAD_MEANS_NOTABLE,
	[FAIRLEAD_VERDICT_DEFINITE] = FAIRLEAD_MEANS_ALARM,
	[FAIRLEAD_VERDICT_LISTED] = FAIRLEAD_MEANS_ALARM,
};

static void
add_finding (const FairleadOwnView *view, const FairleadFindings *findings,
             const FairleadFinding *finding, FairleadTable *table)
{
	const FairleadRule *rule = fairlead_judgement_get_rule (findings->judgement);
	g_autofree char *name = dup_name (view, finding->vertex);
	g_autofree char *words = fairlead_standing_dup_words (&finding->standing);
	g_autofree char *integrated = dup_integrated (finding->low, finding->high);
	g_autofree char *remark = dup_remark (finding);
	const char *cells[N_FINDING_COLUMNS] = { NULL };

	cells[RULE] = rule->id;
	cells[PARTY] = name;
	cells[KIND] =
		fairlead_kind_name (fairlead_network_get_kind (network_of (view), finding->vertex));
	cells[VERDICT] = fairlead_verdict_name (finding->standing.verdict);
	cells[STANDING] = words;
	cells[INTEGRATED] = integrated;
	cells[REMARK] = remark;
	fairlead_table_add_row_meaning (table, cells, meanings[finding->standing.verdict]);
	add_note (view, findings->judgement, finding->vertex, table);
}

static void
write_findings (const FairleadOwnView *view, FairleadSink *sink)
{
	g_autoptr (FairleadTable) table =
		fairlead_table_new (finding_columns, N_FINDING_COLUMNS, &view->layout);

	for (guint i = 0; i < view->n_findings; i++) {
		const FairleadFindings *findings = &view->findings[i];
		guint n = fairlead_own_shown (view, findings->findings->len);

		for (guint j = 0; j < n; j++)
			add_finding (view, findings,
			             &g_array_index (findings->findings, FairleadFinding, j),
			             table);
	}
	if (fairlead_table_get_n_rows (table) == 0)
		return;
	fairlead_table_write (table, sink);
	fairlead_sink_put (sink, "\n");
}

/* ---- owners or holdings ---- */

static char *
dup_power (const FairleadStake *stake)
{
	char power[G_ASCII_DTOSTR_BUF_SIZE], error[G_ASCII_DTOSTR_BUF_SIZE];

	if (stake->power < 0.0)
		return g_strdup ("");
	g_ascii_formatd (power, sizeof power, "%.3f", stake->power);
	g_ascii_formatd (error, sizeof error, "%.3f", stake->power_error);
	return g_strconcat (power, " +-", error, NULL);
}

static void
add_stake (const FairleadOwnView *view, const FairleadStake *stake, FairleadTable *table)
{
	static const char *const remarks[] = { "", "circle", "not settled", "circle, not settled" };
	g_autofree char *name = dup_name (view, stake->vertex);
	g_autofree char *direct =
		stake->is_direct ? fairlead_share_dup_words (stake->direct_low, stake->direct_high)
				 : g_strdup ("");
	g_autofree char *integrated = dup_integrated (stake->low, stake->high);
	g_autofree char *hops = g_strdup_printf ("%u", stake->hops);
	g_autofree char *power = dup_power (stake);
	const char *cells[N_STAKE_COLUMNS] = { NULL };

	cells[OTHER] = name;
	cells[OTHER_KIND] =
		fairlead_kind_name (fairlead_network_get_kind (network_of (view), stake->vertex));
	cells[DIRECT] = direct;
	cells[ALL_CHAINS] = integrated;
	cells[CONTROL] = stake->control == FAIRLEAD_VERDICT_CLEAR
	                         ? ""
	                         : fairlead_verdict_name (stake->control);
	cells[HOPS] = hops;
	cells[POWER] = power;
	cells[STAKE_REMARK] = remarks[(stake->is_circular ? 1 : 0) + (stake->is_unsettled ? 2 : 0)];
	fairlead_table_add_row (table, cells, is_listed (view, stake->vertex));
}

static void
write_stakes (const FairleadOwnView *view, FairleadSink *sink)
{
	FairleadColumn columns[N_STAKE_COLUMNS];
	g_autoptr (FairleadTable) table = NULL;
	guint n = fairlead_own_shown (view, view->stakes->stakes->len);

	memcpy (columns, stake_columns, sizeof columns);
	if (view->question->is_down)
		columns[OTHER].heading = "HOLDING";
	if (view->question->n_draws == 0)
		columns[POWER].heading = "";
	table = fairlead_table_new (columns, N_STAKE_COLUMNS, &view->layout);
	for (guint i = 0; i < n; i++)
		add_stake (view, &g_array_index (view->stakes->stakes, FairleadStake, i), table);
	if (n > 0) {
		fairlead_table_write (table, sink);
		fairlead_sink_put (sink, "\n");
	}
	fairlead_sink_printf (sink, "%u of %u %s\n", n, view->stakes->n_found,
	                      view->question->is_down ? "holdings" : "owners");
	if (!view->question->is_down && view->stakes->unrecorded > 0) {
		g_autofree char *rest = fairlead_share_dup_words (view->stakes->unrecorded,
		                                                  view->stakes->unrecorded);

		fairlead_sink_printf (sink, "without a holder for sure: %s\n", rest);
	}
	if (view->question->n_draws > 0)
		fairlead_sink_printf (sink, "power: %u draws, seed %u; +- is the standard error\n",
		                      view->question->n_draws, view->question->seed);
}

/* ---- around them ---- */

static void
write_circles (const FairleadOwnView *view, const GPtrArray *circles, FairleadSink *sink)
{
	for (guint i = 0; i < circles->len && i < 10; i++) {
		const GArray *circle = g_ptr_array_index (circles, i);

		fairlead_sink_put (sink, "wholly owned in a circle, by nobody else:");
		for (guint j = 0; j < circle->len && j < 8; j++) {
			g_autofree char *name = fairlead_text_dup_visible (
				fairlead_network_get_name (
					network_of (view),
					g_array_index (circle, FairleadVertex, j)),
				view->layout.ascii);

			fairlead_sink_printf (sink, "%s %s", j > 0 ? "," : "", name);
		}
		fairlead_sink_put (sink, circle->len > 8 ? ", ...\n" : "\n");
	}
	if (circles->len > 10)
		fairlead_sink_printf (sink, "and %u circles more\n", circles->len - 10);
}

static void
write_unsettled (const FairleadOwnView *view, FairleadSink *sink)
{
	guint n = fairlead_own_count_unsettled (view);

	if (n > 0)
		fairlead_sink_printf (sink,
		                      "not settled: %u in circles too large and too tight to be"
		                      " solved, or held by such; their integrated shares are"
		                      " bounds\n",
		                      n);
}

static void
write_rule (const FairleadOwnView *view, const FairleadFindings *findings, FairleadSink *sink)
{
	const FairleadRule *rule = fairlead_judgement_get_rule (findings->judgement);
	g_autofree char *words = fairlead_rule_dup_words (rule);
	g_autofree char *threshold = fairlead_rule_dup_threshold (rule);
	g_autofree char *n_shown =
		view->vertex != FAIRLEAD_NO_VERTEX
			? g_strdup ("")
			: g_strdup_printf ("; %u of %u shown",
	                                   fairlead_own_shown (view, findings->findings->len),
	                                   findings->findings->len);
	g_autofree char *line =
		g_strdup_printf ("%s: %s: %s, %s%s; %u listed%s", rule->id, words, threshold,
	                         rule->per_person ? "each person alone" : "all listed together",
	                         rule->control ? ", or control" : "", findings->n_listed, n_shown);
	g_autofree char *shown = fairlead_text_dup_visible (line, view->layout.ascii);
	g_autofree char *lines = fairlead_text_dup_hanging (shown, 0, view->layout.width);

	fairlead_sink_put (sink, lines);
	if (fairlead_judgement_is_bounded (findings->judgement))
		fairlead_sink_put (sink, "  The search was ended by its bound: 'possible' may be"
		                         " said of too many.\n");
}

static void
write_footer (const FairleadOwnView *view, FairleadSink *sink)
{
	const FairleadDate day = { view->as_of, view->as_of };
	g_autofree char *as_of =
		view->as_of == FAIRLEAD_DAY_OPEN_FUTURE ? NULL : fairlead_date_dup_text (day);
	g_autofree char *closing = fairlead_text_dup_hanging (
		"* listed. A verdict says what the records add up to; whom a rule binds is a"
		" question of law.",
		0, view->layout.width);

	for (guint i = 0; i < view->n_findings; i++)
		write_rule (view, &view->findings[i], sink);
	fairlead_sink_printf (sink, "as of: %s\n",
	                      as_of != NULL ? as_of : "the last state that the records tell of");
	if (view->n_findings > 0 && view->stakes == NULL)
		write_circles (view, view->findings[0].closed, sink);
	if (view->stakes != NULL)
		write_circles (view, view->stakes->closed, sink);
	write_unsettled (view, sink);
	fairlead_sink_put (sink, closing);
}

void
fairlead_own_write_table (const FairleadOwnView *view, FairleadSink *sink)
{
	write_findings (view, sink);
	if (view->stakes != NULL)
		write_stakes (view, sink);
	write_footer (view, sink);
}
