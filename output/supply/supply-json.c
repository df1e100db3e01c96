/* output/supply/supply-json.c: the stable form that scripts depend on; fields are added, never
 * changed */
#include <math.h>

#include "output/supply/supply-writers.h"
#include "output/write/json.h"

static void
write_numbers (FairleadJson *json, const char *key, const double *numbers)
{
	fairlead_json_begin_object (json, key);
	for (guint i = 0; i < FAIRLEAD_N_SCENARIOS; i++)
		fairlead_json_number (json, fairlead_scenario_name (i), numbers[i]);
	fairlead_json_end_object (json);
}

static void
write_cap (const FairleadCap *cap, FairleadJson *json)
{
	fairlead_json_begin_object (json, "cap");
	fairlead_json_text (json, "name", cap->name);
	fairlead_json_text (json, "title", cap->title);
	fairlead_json_text (json, "country", cap->country);
	fairlead_json_text (json, "direction", cap->leaves ? "from" : "to");
	fairlead_json_number (json, "limit", cap->limit);
	fairlead_json_text (json, "unit", cap->unit);
	fairlead_json_text (json, "words", cap->words);
	fairlead_json_text (json, "source", cap->source);
	fairlead_json_text (json, "mark", cap->mark);
	fairlead_json_end_object (json);
	fairlead_json_begin_object (json, "factors");
	write_numbers (json, "laden", cap->laden);
	write_numbers (json, "per_tonne", cap->per_tonne);
	fairlead_json_integer (json, "round_trip_days", cap->round_trip);
	fairlead_json_integer (json, "leg_days", cap->leg);
	fairlead_json_end_object (json);
}

static void
write_window (const FairleadSupply *supply, FairleadJson *json)
{
	g_autofree char *first = fairlead_supply_dup_day (supply->first);
	g_autofree char *last = fairlead_supply_dup_day (supply->last);

	fairlead_json_number (json, "year", supply->year == 0 ? NAN : supply->year);
	fairlead_json_text (json, "first", first);
	fairlead_json_text (json, "last", last);
}

static void
write_totals (const FairleadSupply *supply, FairleadJson *json)
{
	fairlead_json_begin_object (json, "totals");
	for (guint i = 0; i < FAIRLEAD_N_SCENARIOS; i++) {
		g_autofree char *day = fairlead_supply_dup_day (supply->passed[i]);

		fairlead_json_begin_object (json, fairlead_scenario_name (i));
		fairlead_json_number (json, "amount", supply->total[i]);
		fairlead_json_number (json, "notified", supply->notified[i]);
		fairlead_json_number (json, "estimated", supply->total[i] - supply->notified[i]);
		fairlead_json_number (json, "tonnes", supply->tonnes[i]);
		fairlead_json_number (json, "percent_of_cap", fairlead_supply_percent (supply, i));
		fairlead_json_text (json, "passed_on", day);
		fairlead_json_end_object (json);
	}
	fairlead_json_end_object (json);
}

static void
write_party (const FairleadSupply *supply, const char *key, FairleadVertex vertex,
             FairleadJson *json)
{
	if (vertex == FAIRLEAD_NO_VERTEX)
		return;
	fairlead_json_begin_object (json, key);
	fairlead_json_text (json, "id", fairlead_supply_id (supply, vertex));
	fairlead_json_text (json, "name", fairlead_supply_name (supply, vertex));
	fairlead_json_end_object (json);
}

static void
write_event (const FairleadSupply *supply, guint32 row, FairleadJson *json)
{
	const FairleadEventRow *event = fairlead_supply_event (supply, row);
	g_autofree char *source = fairlead_supply_dup_source (supply, row);

	fairlead_json_text (json, "event", fairlead_event_info (event->kind)->name);
	write_party (supply, "vessel", fairlead_supply_vertex (supply, event->vessel), json);
	write_party (supply, "other", fairlead_supply_vertex (supply, event->other), json);
	write_party (supply, "place", fairlead_supply_vertex (supply, event->place), json);
	fairlead_json_text (json, "source", source);
}

static void
write_delivery (const FairleadSupply *supply, const FairleadDelivery *delivery, FairleadJson *json)
{
	g_autofree char *day = fairlead_supply_dup_day (delivery->day);

	fairlead_json_begin_object (json, NULL);
	fairlead_json_text (json, "day", day);
	write_event (supply, delivery->event, json);
	fairlead_json_text (json, "basis", fairlead_supply_basis_name (delivery->basis));
	fairlead_json_boolean (json, "notified", delivery->is_notified);
	fairlead_json_number (json, "deadweight", delivery->deadweight);
	write_numbers (json, "amount", delivery->amount);
	write_numbers (json, "tonnes", delivery->tonnes);
	fairlead_json_end_object (json);
}

static void
write_drop (const FairleadSupply *supply, const FairleadDrop *drop, FairleadJson *json)
{
	g_autofree char *other = fairlead_supply_dup_source (supply, drop->other);

	fairlead_json_begin_object (json, NULL);
	fairlead_json_text (json, "reason", fairlead_drop_reason_name (drop->reason));
	fairlead_json_text (json, "words", fairlead_drop_reason_words (drop->reason));
	write_event (supply, drop->event, json);
	fairlead_json_text (json, "counted_as", other);
	fairlead_json_end_object (json);
}

void
fairlead_supply_write_json (const FairleadSupplyView *view, FairleadSink *sink)
{
	const FairleadSupply *supply = view->supply;
	FairleadJson json = FAIRLEAD_JSON_INIT (sink);

	fairlead_json_begin_object (&json, NULL);
	fairlead_json_text (&json, "fairlead", FAIRLEAD_VERSION);
	write_cap (supply->cap, &json);
	write_window (supply, &json);
	write_totals (supply, &json);
	fairlead_json_begin_array (&json, "deliveries");
	for (guint i = 0; i < supply->deliveries->len && !fairlead_sink_has_failed (sink); i++)
		write_delivery (supply, &g_array_index (supply->deliveries, FairleadDelivery, i),
		                &json);
	fairlead_json_end_array (&json);
	fairlead_json_begin_array (&json, "dropped");
	for (guint i = 0; i < supply->drops->len && !fairlead_sink_has_failed (sink); i++)
		write_drop (supply, &g_array_index (supply->drops, FairleadDrop, i), &json);
	fairlead_json_end_array (&json);
	fairlead_json_end_object (&json);
	fairlead_sink_put_char (sink, '\n');
}
