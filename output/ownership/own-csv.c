/* output/ownership/own-csv.c: one row for each owner or holding, or for each that falls under a
 * rule */
#include "output/ownership/own-writers.h"
#include "output/ownership/words.h"
#include "output/values.h"
#include "output/write/csv.h"
#include "output/write/number.h"

static void
write_share (FairleadCsv *csv, guint32 share)
{
	fairlead_csv_number (csv, (double) share / FAIRLEAD_SHARE_ONE);
}

static void
write_party (const FairleadOwnView *view, FairleadVertex vertex, FairleadCsv *csv)
{
	FairleadNetwork *network = view->holdings->network;

	fairlead_csv_text (csv, fairlead_network_get_id (network, vertex));
	fairlead_csv_text (csv, fairlead_network_get_name (network, vertex));
	fairlead_csv_text (csv, fairlead_kind_name (fairlead_network_get_kind (network, vertex)));
}

/* ---- owners or holdings ---- */

static void
write_direct (const FairleadStake *stake, FairleadCsv *csv)
{
	if (!stake->is_direct) {
		fairlead_csv_text (csv, NULL);
		fairlead_csv_text (csv, NULL);
		return;
	}
	write_share (csv, stake->direct_low);
	write_share (csv, stake->direct_high);
}

static void
write_stake (const FairleadOwnView *view, const FairleadStake *stake, FairleadCsv *csv)
{
	g_autoptr (GPtrArray) listings =
		fairlead_values_of_designations (view->holdings->network, stake->vertex);
	g_autoptr (GString) listed = g_string_new (NULL);

	write_party (view, stake->vertex, csv);
	fairlead_csv_integer (csv, stake->hops);
	write_direct (stake, csv);
	fairlead_csv_number (csv, fairlead_number_round (stake->low));
	fairlead_csv_number (csv, fairlead_number_round (stake->high));
	fairlead_csv_text (csv, fairlead_verdict_name (stake->control));
	if (stake->power >= 0.0) {
		fairlead_csv_number (csv, fairlead_number_round (stake->power));
		fairlead_csv_number (csv, fairlead_number_round (stake->power_error));
	} else {
		fairlead_csv_text (csv, NULL);
		fairlead_csv_text (csv, NULL);
	}
	fairlead_csv_boolean (csv, stake->is_circular);
	fairlead_values_append (listings, listed);
	fairlead_csv_text (csv, listed->str);
	fairlead_csv_boolean (csv, stake->is_unsettled);
	fairlead_csv_end_row (csv);
}

static void
write_stakes (const FairleadOwnView *view, FairleadCsv *csv)
{
	fairlead_csv_row (csv,
	                  (const char *const[]){ view->question->is_down ? "holding" : "owner",
	                                         "name", "kind", "hops", "direct_low",
	                                         "direct_high", "integrated_low", "integrated_high",
	                                         "majority", "power", "power_error", "circular",
	                                         "designations", "unsettled", NULL });
	for (guint i = 0; i < fairlead_own_shown (view, view->stakes->stakes->len); i++)
		write_stake (view, &g_array_index (view->stakes->stakes, FairleadStake, i), csv);
}

/* ---- findings ---- */

/* The chain in one cell: `X holds 60 % of A [file:line]; A holds ...` */
static char *
dup_proof (const FairleadOwnView *view, const FairleadJudgement *judgement, FairleadVertex vertex)
{
	FairleadNetwork *network = view->holdings->network;
	g_autoptr (GArray) proof = fairlead_judgement_dup_proof (judgement, vertex);
	GString *text = g_string_new (NULL);

	for (guint i = 0; i < proof->len; i++) {
		guint32 at = g_array_index (proof, guint32, i);
		const FairleadHolding *item = &view->holdings->items[at];
		g_autofree char *words = fairlead_holding_dup_words (view->holdings, at);
		g_autoptr (GPtrArray) sources = fairlead_holding_dup_sources (view->holdings, at);
		g_autofree char *places = NULL;

		g_ptr_array_add (sources, NULL);
		places = g_strjoinv (", ", (char **) sources->pdata);
		g_string_append_printf (text, "%s%s %s %s [%s]", i > 0 ? "; " : "",
		                        fairlead_network_get_name (network, item->holder), words,
		                        fairlead_network_get_name (network, item->company), places);
	}
	return g_string_free (text, FALSE);
}

static void
write_finding (const FairleadOwnView *view, const FairleadFindings *findings,
               const FairleadFinding *finding, FairleadCsv *csv)
{
	const FairleadRule *rule = fairlead_judgement_get_rule (findings->judgement);
	const FairleadStanding *standing = &finding->standing;
	g_autofree char *proof = dup_proof (view, findings->judgement, finding->vertex);
	g_autofree char *sentence = fairlead_standing_dup_sentence (standing, rule);

	fairlead_csv_text (csv, rule->id);
	write_party (view, finding->vertex, csv);
	fairlead_csv_text (csv, fairlead_verdict_name (standing->verdict));
	fairlead_csv_text (csv, fairlead_held_name (standing->ground));
	write_share (csv, standing->low);
	write_share (csv, standing->high);
	write_share (csv, standing->missing);
	fairlead_csv_number (csv, fairlead_number_round (finding->low));
	fairlead_csv_number (csv, fairlead_number_round (finding->high));
	fairlead_csv_text (csv, fairlead_measures_name (finding->measures));
	fairlead_csv_boolean (csv, finding->is_circular);
	fairlead_csv_boolean (csv, standing->is_overfull);
	fairlead_csv_text (
		csv, standing->person == FAIRLEAD_NO_VERTEX
			     ? NULL
			     : fairlead_network_get_id (view->holdings->network, standing->person));
	fairlead_csv_text (csv, proof);
	fairlead_csv_boolean (csv, finding->is_unsettled);
	fairlead_csv_text (csv, sentence);
	fairlead_csv_end_row (csv);
}

static void
write_findings (const FairleadOwnView *view, FairleadSink *sink, FairleadCsv *csv)
{
	fairlead_csv_row (csv, (const char *const[]){ "rule", "id", "name", "kind", "verdict",
	                                              "ground", "held_low", "held_high", "missing",
	                                              "integrated_low", "integrated_high",
	                                              "measures", "circular", "overfull", "person",
	                                              "proof", "unsettled", "words", NULL });
	for (guint i = 0; i < view->n_findings; i++) {
		const FairleadFindings *findings = &view->findings[i];
		guint n = fairlead_own_shown (view, findings->findings->len);

		for (guint j = 0; j < n && !fairlead_sink_has_failed (sink); j++)
			write_finding (view, findings,
			               &g_array_index (findings->findings, FairleadFinding, j),
			               csv);
	}
}

void
fairlead_own_write_csv (const FairleadOwnView *view, FairleadSink *sink)
{
	FairleadCsv csv = FAIRLEAD_CSV_INIT (sink);

	if (view->stakes != NULL)
		write_stakes (view, &csv);
	else
		write_findings (view, sink, &csv);
}
