/* output/ownership/own-json.c: the stable form that scripts depend on; fields are added, never
 * changed */
#include "output/ownership/own-writers.h"
#include "output/ownership/words.h"
#include "output/values.h"
#include "output/write/json.h"
#include "output/write/number.h"

static void
write_day (FairleadJson *json, const char *key, gint32 day)
{
	const FairleadDate date = { day, day };
	gboolean is_open = day == FAIRLEAD_DAY_OPEN_PAST || day == FAIRLEAD_DAY_OPEN_FUTURE;
	g_autofree char *text = is_open ? NULL : fairlead_date_dup_text (date);

	fairlead_json_text (json, key, text);
}

static void
write_share (FairleadJson *json, const char *key, guint32 share)
{
	fairlead_json_number (json, key, (double) share / FAIRLEAD_SHARE_ONE);
}

static void
write_interval (FairleadJson *json, const char *key, double low, double high)
{
	fairlead_json_begin_object (json, key);
	fairlead_json_number (json, "low", fairlead_number_round (low));
	fairlead_json_number (json, "high", fairlead_number_round (high));
	fairlead_json_end_object (json);
}

static void
write_exact_interval (FairleadJson *json, const char *key, guint32 low, guint32 high)
{
	fairlead_json_begin_object (json, key);
	write_share (json, "low", low);
	write_share (json, "high", high);
	fairlead_json_end_object (json);
}

static void
write_values (FairleadJson *json, const char *key, const GPtrArray *values)
{
	fairlead_json_begin_array (json, key);
	for (guint i = 0; i < values->len; i++)
		fairlead_json_text (json, NULL, g_ptr_array_index (values, i));
	fairlead_json_end_array (json);
}

static void
write_party (const FairleadOwnView *view, FairleadVertex vertex, FairleadJson *json)
{
	FairleadNetwork *network = view->holdings->network;
	g_autoptr (GPtrArray) listings = fairlead_values_of_designations (network, vertex);

	fairlead_json_text (json, "id", fairlead_network_get_id (network, vertex));
	fairlead_json_text (json, "name", fairlead_network_get_name (network, vertex));
	fairlead_json_text (json, "kind",
	                    fairlead_kind_name (fairlead_network_get_kind (network, vertex)));
	write_values (json, "designations", listings);
}

static void
write_circles (const FairleadOwnView *view, const GPtrArray *circles, FairleadJson *json)
{
	fairlead_json_begin_array (json, "closed_circles");
	for (guint i = 0; i < circles->len; i++) {
		const GArray *circle = g_ptr_array_index (circles, i);

		fairlead_json_begin_array (json, NULL);
		for (guint j = 0; j < circle->len; j++)
			fairlead_json_text (json, NULL,
			                    fairlead_network_get_id (
						    view->holdings->network,
						    g_array_index (circle, FairleadVertex, j)));
		fairlead_json_end_array (json);
	}
	fairlead_json_end_array (json);
}

/* ---- rules ---- */

static void
write_rule (const FairleadFindings *findings, FairleadJson *json)
{
	const FairleadRule *rule = fairlead_judgement_get_rule (findings->judgement);
	g_autofree char *threshold = fairlead_rule_dup_threshold (rule);

	fairlead_json_begin_object (json, NULL);
	fairlead_json_text (json, "id", rule->id);
	fairlead_json_text (json, "regime", rule->regime);
	fairlead_json_text (json, "title", rule->title);
	fairlead_json_text (json, "words", rule->words);
	fairlead_json_text (json, "threshold", threshold);
	fairlead_json_text (json, "aggregation", rule->per_person ? "person" : "all");
	fairlead_json_boolean (json, "votes", rule->votes);
	fairlead_json_boolean (json, "control", rule->control);
	fairlead_json_text (json, "state", fairlead_rule_state_name (rule->state));
	write_day (json, "from", rule->from);
	write_day (json, "until", rule->until);
	fairlead_json_text (json, "source", rule->source);
	fairlead_json_text (json, "url", rule->url);
	fairlead_json_text (json, "mark", rule->mark);
	fairlead_json_integer (json, "listed", findings->n_listed);
	fairlead_json_boolean (json, "bounded",
	                       fairlead_judgement_is_bounded (findings->judgement));
	fairlead_json_end_object (json);
}

/* ---- findings ---- */

static void
write_holding (const FairleadOwnView *view, guint32 holding, gboolean has_company,
               FairleadJson *json)
{
	const FairleadHolding *item = &view->holdings->items[holding];
	FairleadNetwork *network = view->holdings->network;
	g_autoptr (GPtrArray) sources = fairlead_holding_dup_sources (view->holdings, holding);

	fairlead_json_begin_object (json, NULL);
	fairlead_json_text (json, "holder", fairlead_network_get_id (network, item->holder));
	fairlead_json_text (json, "holder_name", fairlead_network_get_name (network, item->holder));
	if (has_company) {
		fairlead_json_text (json, "company",
		                    fairlead_network_get_id (network, item->company));
		fairlead_json_text (json, "company_name",
		                    fairlead_network_get_name (network, item->company));
	}
	fairlead_json_text (json, "held", fairlead_held_name (item->held));
	if (item->held != FAIRLEAD_HELD_CONTROL)
		write_exact_interval (json, "share", item->low, item->high);
	if (item->flags & FAIRLEAD_HOLDING_INFERRED)
		fairlead_json_boolean (json, "inferred", TRUE);
	if (item->flags & FAIRLEAD_HOLDING_DISPUTED)
		fairlead_json_boolean (json, "disputed", TRUE);
	if (item->flags & FAIRLEAD_HOLDING_UNSURE)
		fairlead_json_boolean (json, "unsure", TRUE);
	write_values (json, "sources", sources);
	fairlead_json_end_object (json);
}

static void
write_holdings (const FairleadOwnView *view, const char *key, const GArray *holdings,
                gboolean has_company, FairleadJson *json)
{
	fairlead_json_begin_array (json, key);
	for (guint i = 0; i < holdings->len; i++)
		write_holding (view, g_array_index (holdings, guint32, i), has_company, json);
	fairlead_json_end_array (json);
}

static void
write_missing (const FairleadOwnView *view, const FairleadJudgement *judgement,
               const FairleadFinding *finding, FairleadJson *json)
{
	guint32 unrecorded;
	g_autoptr (GArray) open = NULL;

	if (finding->standing.verdict >= FAIRLEAD_VERDICT_DEFINITE)
		return;
	open = fairlead_judgement_dup_open (judgement, finding->vertex, &unrecorded);
	write_share (json, "missing", finding->standing.missing);
	write_holdings (view, "open", open, FALSE, json);
	write_share (json, "unrecorded", unrecorded);
}

static void
write_finding (const FairleadOwnView *view, const FairleadFindings *findings,
               const FairleadFinding *finding, FairleadJson *json)
{
	const FairleadStanding *standing = &finding->standing;
	const FairleadRule *rule = fairlead_judgement_get_rule (findings->judgement);
	g_autofree char *sentence = fairlead_standing_dup_sentence (standing, rule);
	g_autoptr (GArray) proof =
		fairlead_judgement_dup_proof (findings->judgement, finding->vertex);

	fairlead_json_begin_object (json, NULL);
	fairlead_json_text (json, "rule", rule->id);
	if (view->vertex == FAIRLEAD_NO_VERTEX)
		write_party (view, finding->vertex, json);
	fairlead_json_text (json, "verdict", fairlead_verdict_name (standing->verdict));
	fairlead_json_text (json, "words", sentence);
	fairlead_json_text (json, "ground", fairlead_held_name (standing->ground));
	write_exact_interval (json, "held", standing->low, standing->high);
	if (standing->person != FAIRLEAD_NO_VERTEX)
		fairlead_json_text (
			json, "person",
			fairlead_network_get_id (view->holdings->network, standing->person));
	write_interval (json, "integrated", finding->low, finding->high);
	fairlead_json_text (json, "measures", fairlead_measures_name (finding->measures));
	fairlead_json_boolean (json, "circular", finding->is_circular);
	fairlead_json_boolean (json, "unsettled", finding->is_unsettled);
	fairlead_json_boolean (json, "overfull", standing->is_overfull);
	write_missing (view, findings->judgement, finding, json);
	write_holdings (view, "proof", proof, TRUE, json);
	fairlead_json_end_object (json);
}

static void
write_findings (const FairleadOwnView *view, FairleadSink *sink, FairleadJson *json)
{
	fairlead_json_begin_array (json, "rules");
	for (guint i = 0; i < view->n_findings; i++)
		write_rule (&view->findings[i], json);
	fairlead_json_end_array (json);
	fairlead_json_begin_array (json, "verdicts");
	for (guint i = 0; i < view->n_findings; i++) {
		const FairleadFindings *findings = &view->findings[i];
		guint n = fairlead_own_shown (view, findings->findings->len);

		for (guint j = 0; j < n && !fairlead_sink_has_failed (sink); j++)
			write_finding (view, findings,
			               &g_array_index (findings->findings, FairleadFinding, j),
			               json);
	}
	fairlead_json_end_array (json);
}

/* ---- owners or holdings ---- */

static void
write_stake (const FairleadOwnView *view, const FairleadStake *stake, FairleadJson *json)
{
	fairlead_json_begin_object (json, NULL);
	write_party (view, stake->vertex, json);
	fairlead_json_integer (json, "hops", stake->hops);
	if (stake->is_direct)
		write_exact_interval (json, "direct", stake->direct_low, stake->direct_high);
	write_interval (json, "integrated", stake->low, stake->high);
	fairlead_json_text (json, "majority", fairlead_verdict_name (stake->control));
	if (stake->power >= 0.0) {
		fairlead_json_number (json, "power", fairlead_number_round (stake->power));
		fairlead_json_number (json, "power_error",
		                      fairlead_number_round (stake->power_error));
	}
	fairlead_json_boolean (json, "circular", stake->is_circular);
	fairlead_json_boolean (json, "unsettled", stake->is_unsettled);
	fairlead_json_end_object (json);
}

static void
write_stakes (const FairleadOwnView *view, FairleadJson *json)
{
	const FairleadStakes *stakes = view->stakes;

	if (view->question->n_draws > 0) {
		fairlead_json_integer (json, "draws", view->question->n_draws);
		fairlead_json_integer (json, "seed", view->question->seed);
	}
	fairlead_json_integer (json, "found", stakes->n_found);
	if (!view->question->is_down)
		write_share (json, "unrecorded", stakes->unrecorded);
	fairlead_json_begin_array (json, view->question->is_down ? "holdings" : "owners");
	for (guint i = 0; i < fairlead_own_shown (view, stakes->stakes->len); i++)
		write_stake (view, &g_array_index (stakes->stakes, FairleadStake, i), json);
	fairlead_json_end_array (json);
	write_circles (view, stakes->closed, json);
}

void
fairlead_own_write_json (const FairleadOwnView *view, FairleadSink *sink)
{
	FairleadJson json = FAIRLEAD_JSON_INIT (sink);

	fairlead_json_begin_object (&json, NULL);
	fairlead_json_text (&json, "fairlead", FAIRLEAD_VERSION);
	write_day (&json, "as_of", view->as_of);
	if (view->vertex != FAIRLEAD_NO_VERTEX) {
		fairlead_json_begin_object (&json, "entity");
		write_party (view, view->vertex, &json);
		fairlead_json_end_object (&json);
	}
	write_findings (view, sink, &json);
	if (view->stakes != NULL)
		write_stakes (view, &json);
	else if (view->n_findings > 0)
		write_circles (view, view->findings[0].closed, &json);
	fairlead_json_integer (&json, "unsettled", fairlead_own_count_unsettled (view));
	fairlead_json_end_object (&json);
}
