/* output/ais/ais-json.c */
#include "output/ais/ais-writers.h"

#include <math.h>

#include "ingest/ais/fields.h"
#include "output/write/json.h"

static void
write_party (const FairleadAisResult *result, const char *key, const FairleadAisParty *party,
             FairleadJson *json)
{
	g_autofree char *mmsi = g_strdup_printf ("%09u", party->mmsi);
	g_autofree char *first = NULL, *last = NULL;

	if (party->mmsi == 0)
		return;
	first = fairlead_records_dup_source_text (result->records, party->first);
	last = fairlead_records_dup_source_text (result->records, party->last);
	fairlead_json_begin_object (json, key);
	fairlead_json_text (json, "mmsi", mmsi);
	fairlead_json_text (json, "imo", party->imo[0] != '\0' ? party->imo : NULL);
	fairlead_json_text (json, "name", *party->name != '\0' ? party->name : NULL);
	fairlead_json_text (json, "call_sign", *party->call_sign != '\0' ? party->call_sign : NULL);
	fairlead_json_text (json, "type", fairlead_ais_type_name (party->type));
	fairlead_json_text (json, "first_row", first);
	fairlead_json_text (json, "last_row", last);
	fairlead_json_end_object (json);
}

static void
write_place (const char *key, FairleadAisPlace place, FairleadJson *json)
{
	fairlead_json_begin_object (json, key);
	fairlead_json_number (json, "latitude", fairlead_ais_degrees (place.latitude));
	fairlead_json_number (json, "longitude", fairlead_ais_degrees (place.longitude));
	fairlead_json_end_object (json);
}

static double
rounded (double value)
{
	return value < 0 ? NAN : round (value * 10) / 10;
}

static void
write_find (const FairleadAisResult *result, const FairleadAisFind *find, FairleadJson *json)
{
	g_autofree char *start = fairlead_ais_time_dup_text (find->start);
	g_autofree char *end = fairlead_ais_time_dup_text (find->end);
	const char *reason = fairlead_ais_reason_name (find->reason);

	fairlead_json_begin_object (json, NULL);
	fairlead_json_text (json, "event", fairlead_event_info (find->kind)->name);
	write_party (result, "vessel", &find->ship, json);
	write_party (result, "other", &find->other, json);
	fairlead_json_text (json, "start", start);
	fairlead_json_text (json, "end", end);
	fairlead_json_boolean (json, "open_start", find->is_open_start);
	fairlead_json_boolean (json, "open_end", find->is_open_end);
	write_place ("place", find->place, json);
	write_place ("end_place", find->end_place, json);
	fairlead_json_number (json, "metres", rounded (find->metres));
	fairlead_json_number (json, "knots", rounded (find->knots));
	fairlead_json_text (json, "port", find->port);
	fairlead_json_text (json, "before", find->before);
	fairlead_json_text (json, "after", find->after);
	fairlead_json_text (json, "note", find->note);
	fairlead_json_text (json, "reason", *reason != '\0' ? reason : NULL);
	fairlead_json_end_object (json);
}

static void
write_counts (const FairleadAisResult *result, FairleadJson *json)
{
	g_autofree char *begin = fairlead_ais_time_dup_text (result->summary->begin);
	g_autofree char *end = fairlead_ais_time_dup_text (result->summary->end);
	gboolean is_any = result->summary->n_reports > 0;

	fairlead_json_integer (json, "rows", result->counts->n_rows);
	fairlead_json_integer (json, "bad_rows", result->counts->n_bad);
	fairlead_json_integer (json, "late_rows", result->summary->n_late);
	fairlead_json_integer (json, "stray_rows", result->summary->n_stray);
	fairlead_json_integer (json, "rows_without_place", result->counts->n_nowhere);
	fairlead_json_integer (json, "rows_of_no_ship", result->counts->n_others);
	fairlead_json_integer (json, "ships", result->summary->n_ships);
	fairlead_json_integer (json, "unpaired_cells", result->summary->crowds.n_cells);
	fairlead_json_integer (json, "left_out", result->finds->n_left_out);
	fairlead_json_text (json, "begin", is_any ? begin : NULL);
	fairlead_json_text (json, "end", is_any ? end : NULL);
}

static void
write_issues (const FairleadAisResult *result, FairleadJson *json)
{
	guint n;
	const FairleadIssueRow *rows = fairlead_records_get_issues (result->records, &n);

	fairlead_json_begin_array (json, "issues");
	for (guint i = 0; i < n; i++) {
		g_autofree char *source =
			fairlead_records_dup_source_text (result->records, rows[i].source);

		fairlead_json_begin_object (json, NULL);
		fairlead_json_text (json, "issue", fairlead_issue_info (rows[i].tag)->name);
		fairlead_json_text (json, "source", source);
		fairlead_json_text (json, "text",
		                    fairlead_records_get_text (result->records, rows[i].text));
		fairlead_json_end_object (json);
	}
	fairlead_json_end_array (json);
}

void
fairlead_ais_write_json (const FairleadAisResult *result, const FairleadAisView *view,
                         FairleadSink *sink)
{
	FairleadJson json = FAIRLEAD_JSON_INIT (sink);
	const GArray *all = result->finds->all;

	fairlead_json_begin_object (&json, NULL);
	fairlead_json_text (&json, "fairlead", FAIRLEAD_VERSION);
	write_counts (result, &json);
	fairlead_json_begin_array (&json, "events");
	for (guint i = 0; i < all->len && !fairlead_sink_has_failed (sink); i++) {
		const FairleadAisFind *find = &g_array_index (all, FairleadAisFind, i);

		if (fairlead_ais_is_shown (view, find))
			write_find (result, find, &json);
	}
	fairlead_json_end_array (&json);
	write_issues (result, &json);
	fairlead_json_end_object (&json);
}
