/* output/gaps/gaps-json.c: the stable form that scripts depend on; fields are added, never
 * changed */
#include "output/gaps/gaps-writers.h"

#include <math.h>

#include "graph/ownership/holdings/law.h"
#include "output/as-of.h"
#include "output/pieces.h"

static void
write_party (const FairleadGapsPage *page, FairleadVertex vertex, FairleadJson *json)
{
	FairleadKind kind = fairlead_network_get_kind (page->network, vertex);

	fairlead_json_text (json, "id", fairlead_network_get_id (page->network, vertex));
	fairlead_json_text (json, "name", fairlead_network_get_name (page->network, vertex));
	fairlead_json_text (json, "kind", fairlead_kind_name (kind));
}

static void
write_lag (FairleadLag lag, FairleadJson *json)
{
	gboolean is_low = lag.first != FAIRLEAD_DAY_OPEN_PAST;
	gboolean is_high = lag.last != FAIRLEAD_DAY_OPEN_FUTURE;

	if (!is_low && !is_high)
		return;
	fairlead_json_begin_object (json, "lag_days");
	fairlead_json_number (json, "low", is_low ? lag.first : NAN);
	fairlead_json_number (json, "high", is_high ? lag.last : NAN);
	fairlead_json_end_object (json);
}

static void
write_listing (const FairleadGapsPage *page, const FairleadListing *listing, FairleadJson *json)
{
	g_autofree char *since = fairlead_date_dup_text (listing->since);
	g_autoptr (GPtrArray) sources = fairlead_gaps_dup_sources (page, listing->sources);

	fairlead_json_text (json, "body", listing->body);
	fairlead_json_text_array (json, "programmes", listing->programmes);
	fairlead_json_text (json, "since", since);
	write_lag (listing->lag, json);
	fairlead_json_text_array (json, "sources", sources);
}

static void
write_absence (const FairleadGapsPage *page, const FairleadAbsence *absence, FairleadJson *json)
{
	g_autofree char *until = fairlead_date_dup_text (absence->until);

	fairlead_json_begin_object (json, NULL);
	fairlead_json_text (json, "state", fairlead_absence_name (absence->kind));
	write_listing (page, &absence->listing, json);
	if (absence->kind == FAIRLEAD_ABSENT_ENDED)
		fairlead_json_text (json, "until", until);
	if (absence->namesakes->len > 0) {
		fairlead_json_begin_array (json, "same_name");
		for (guint i = 0; i < absence->namesakes->len; i++) {
			fairlead_json_begin_object (json, NULL);
			write_party (page, g_array_index (absence->namesakes, FairleadVertex, i),
			             json);
			fairlead_json_end_object (json);
		}
		fairlead_json_end_array (json);
	}
	fairlead_json_end_object (json);
}

static void
write_gap (const FairleadGapsPage *page, const FairleadGap *gap, FairleadJson *json)
{
	fairlead_json_begin_object (json, NULL);
	fairlead_json_text (json, "regime", gap->regime);
	write_party (page, gap->vertex, json);
	fairlead_json_begin_array (json, "listed");
	for (guint i = 0; i < gap->listings->len; i++) {
		fairlead_json_begin_object (json, NULL);
		write_listing (page, gap->listings->pdata[i], json);
		fairlead_json_end_object (json);
	}
	fairlead_json_end_array (json);
	fairlead_json_begin_array (json, "absent");
	for (guint i = 0; i < gap->absences->len; i++)
		write_absence (page, gap->absences->pdata[i], json);
	fairlead_json_end_array (json);
	fairlead_json_end_object (json);
}

static void
write_verdict (const FairleadHold *hold, FairleadJson *json)
{
	g_autofree char *from = NULL;
	g_autofree char *threshold = NULL;

	if (hold->rule == NULL)
		return;
	from = fairlead_rule_dup_from (hold->rule);
	threshold = fairlead_rule_dup_threshold (hold->rule);
	fairlead_json_text (json, "certainty", fairlead_verdict_name (hold->standing.verdict));
	fairlead_json_text (json, "rule", hold->rule->id);
	fairlead_json_text (json, "rule_from", from);
	fairlead_json_text (json, "threshold", threshold);
	fairlead_json_text (json, "ground", fairlead_held_name (hold->standing.ground));
}

static void
write_hold (const FairleadGapsPage *page, const FairleadHold *hold, FairleadJson *json)
{
	const FairleadLinkFact *fact = fairlead_network_get_link (page->network, hold->link);
	g_autofree char *source = fairlead_records_dup_source_text (page->records, fact->source);
	g_autoptr (GPtrArray) sources = fairlead_gaps_dup_sources (page, hold->sources);

	fairlead_json_begin_object (json, NULL);
	fairlead_json_text (json, "how", fairlead_hold_name (hold->kind));
	fairlead_json_text (json, "holder", fairlead_network_get_id (page->network, hold->holder));
	fairlead_json_text (json, "holder_name",
	                    fairlead_network_get_name (page->network, hold->holder));
	fairlead_json_text_array (json, "listed_by", hold->bodies);
	fairlead_json_text (json, "link", fairlead_link_info (fact->kind)->inverse);
	fairlead_json_share (json, fairlead_hold_get_share (page, hold));
	fairlead_json_period (json, fairlead_network_get_period (page->network, hold->link));
	fairlead_json_text (json, "source", source);
	write_verdict (hold, json);
	fairlead_json_text_array (json, "sources", sources);
	fairlead_json_end_object (json);
}

static void
write_held (const FairleadGapsPage *page, const FairleadUnlisted *held, FairleadJson *json)
{
	fairlead_json_begin_object (json, NULL);
	write_party (page, held->vertex, json);
	fairlead_json_text (json, "how", fairlead_hold_name (held->kind));
	fairlead_json_begin_array (json, "holds");
	for (guint i = 0; i < held->holds->len; i++)
		write_hold (page, held->holds->pdata[i], json);
	fairlead_json_end_array (json);
	fairlead_json_end_object (json);
}

void
fairlead_gaps_write_json (const FairleadGapsPage *page, FairleadSink *sink)
{
	FairleadJson json = FAIRLEAD_JSON_INIT (sink);

	fairlead_json_begin_object (&json, NULL);
	fairlead_json_text (&json, "fairlead", FAIRLEAD_VERSION);
	fairlead_json_as_of (&json, page->network);
	fairlead_json_text_array (&json, "bodies", page->gaps->bodies);
	fairlead_json_text_array (&json, "alone", page->gaps->alone);
	fairlead_json_text_array (&json, "undated", page->gaps->undated);
	fairlead_json_begin_array (&json, "gaps");
	for (guint i = 0; i < page->gaps->gaps->len && !fairlead_sink_has_failed (sink); i++)
		if (fairlead_gaps_shows (page, page->gaps->gaps->pdata[i]))
			write_gap (page, page->gaps->gaps->pdata[i], &json);
	fairlead_json_end_array (&json);
	fairlead_json_begin_array (&json, "owned_or_run");
	for (guint i = 0; i < page->held->len && !fairlead_sink_has_failed (sink); i++)
		write_held (page, page->held->pdata[i], &json);
	fairlead_json_end_array (&json);
	fairlead_json_end_object (&json);
}
