/* output/ais/ais-csv.c: the table of events, and what AIS says beside */
#include "output/ais/ais-writers.h"

#include <math.h>

#include "ingest/ais/fields.h"
#include "ingest/grammar/identifier.h"
#include "output/write/csv.h"

/* The first of these are those of docs/events.md */
static const char *const header[] = { "event",
	                              "vessel",
	                              "vessel_name",
	                              "other",
	                              "other_name",
	                              "latitude",
	                              "longitude",
	                              "start",
	                              "end",
	                              "before",
	                              "after",
	                              "note",
	                              "reason",
	                              "port",
	                              "open_start",
	                              "open_end",
	                              "hours",
	                              "metres",
	                              "knots",
	                              "end_latitude",
	                              "end_longitude",
	                              "vessel_mmsi",
	                              "vessel_imo",
	                              "vessel_call_sign",
	                              "vessel_type",
	                              "vessel_first_row",
	                              "vessel_last_row",
	                              "other_mmsi",
	                              "other_imo",
	                              "other_call_sign",
	                              "other_type",
	                              "other_first_row",
	                              "other_last_row",
	                              NULL };

char *
fairlead_ais_dup_key (const FairleadAisParty *party)
{
	if (party->imo[0] != '\0' && fairlead_imo_ship_check (party->imo))
		return g_strdup_printf ("imo:%s", party->imo);
	return party->mmsi != 0 ? g_strdup_printf ("mmsi:%09u", party->mmsi) : NULL;
}

static void
write_party (const FairleadAisResult *result, const FairleadAisParty *party, FairleadCsv *csv)
{
	g_autofree char *mmsi = g_strdup_printf ("%09u", party->mmsi);
	g_autofree char *first = NULL, *last = NULL;

	if (party->mmsi != 0) {
		first = fairlead_records_dup_source_text (result->records, party->first);
		last = fairlead_records_dup_source_text (result->records, party->last);
	}
	fairlead_csv_text (csv, party->mmsi != 0 ? mmsi : NULL);
	fairlead_csv_text (csv, party->imo);
	fairlead_csv_text (csv, party->call_sign);
	fairlead_csv_text (csv, fairlead_ais_type_name (party->type));
	fairlead_csv_text (csv, first);
	fairlead_csv_text (csv, last);
}

char *
fairlead_ais_dup_note (const FairleadAisResult *result, const FairleadAisFind *find)
{
	GString *note = g_string_new (find->note);
	g_autofree char *rows = fairlead_ais_dup_rows (result->records, &find->ship);

	g_string_append_printf (note, "%sAIS rows %s", note->len > 0 ? "; " : "", rows);
	if (find->other.mmsi != 0) {
		g_autofree char *others = fairlead_ais_dup_rows (result->records, &find->other);

		g_string_append_printf (note, " and %s", others);
	}
	return g_string_free (note, FALSE);
}

static double
rounded (double value)
{
	return value < 0 ? NAN : round (value * 10) / 10;
}

static void
write_find (const FairleadAisResult *result, const FairleadAisFind *find, FairleadCsv *csv)
{
	g_autofree char *start = fairlead_ais_time_dup_text (find->start);
	g_autofree char *end = fairlead_ais_time_dup_text (find->end);
	g_autofree char *vessel = fairlead_ais_dup_key (&find->ship);
	g_autofree char *other = fairlead_ais_dup_key (&find->other);
	g_autofree char *note = fairlead_ais_dup_note (result, find);

	fairlead_csv_text (csv, fairlead_event_info (find->kind)->name);
	fairlead_csv_text (csv, vessel);
	fairlead_csv_text (csv, find->ship.name);
	fairlead_csv_text (csv, other);
	fairlead_csv_text (csv, find->other.name);
	fairlead_csv_number (csv, fairlead_ais_degrees (find->place.latitude));
	fairlead_csv_number (csv, fairlead_ais_degrees (find->place.longitude));
	fairlead_csv_text (csv, start);
	fairlead_csv_text (csv,
	                   find->is_open_end && find->kind == FAIRLEAD_EVENT_AIS_GAP ? NULL : end);
	fairlead_csv_text (csv, find->before);
	fairlead_csv_text (csv, find->after);
	fairlead_csv_text (csv, note);
	fairlead_csv_text (csv, fairlead_ais_reason_name (find->reason));
	fairlead_csv_text (csv, find->port);
	fairlead_csv_boolean (csv, find->is_open_start);
	fairlead_csv_boolean (csv, find->is_open_end);
	fairlead_csv_number (csv, rounded ((double) (find->end - find->start) / 3600));
	fairlead_csv_number (csv, rounded (find->metres));
	fairlead_csv_number (csv, rounded (find->knots));
	fairlead_csv_number (csv, fairlead_ais_degrees (find->end_place.latitude));
	fairlead_csv_number (csv, fairlead_ais_degrees (find->end_place.longitude));
	write_party (result, &find->ship, csv);
	write_party (result, &find->other, csv);
	fairlead_csv_end_row (csv);
}

void
fairlead_ais_write_csv (const FairleadAisResult *result, const FairleadAisView *view,
                        FairleadSink *sink)
{
	FairleadCsv csv = FAIRLEAD_CSV_INIT (sink);
	const GArray *all = result->finds->all;

	fairlead_csv_row (&csv, header);
	for (guint i = 0; i < all->len && !fairlead_sink_has_failed (sink); i++) {
		const FairleadAisFind *find = &g_array_index (all, FairleadAisFind, i);

		if (fairlead_ais_is_shown (view, find))
			write_find (result, find, &csv);
	}
}
