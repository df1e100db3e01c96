/* output/ais/ais-output.c */
#include "output/ais/ais-writers.h"

#include "ingest/ais/fields.h"
#include "output/write/number.h"

gboolean
fairlead_ais_is_asked (const FairleadAisView *view, const FairleadAisFind *find)
{
	return (view->kinds & 1u << find->kind) != 0;
}

gboolean
fairlead_ais_is_shown (const FairleadAisView *view, const FairleadAisFind *find)
{
	return fairlead_ais_is_asked (view, find)
	       && (view->all || find->reason == FAIRLEAD_AIS_REASON_NONE);
}

char *
fairlead_ais_dup_rows (FairleadRecords *records, const FairleadAisParty *party)
{
	g_autofree char *first = fairlead_records_dup_source_text (records, party->first);
	g_autofree char *last = fairlead_records_dup_source_text (records, party->last);

	return g_str_equal (first, last) ? g_steal_pointer (&first)
	                                 : g_strdup_printf ("%s to %s", first, last);
}

double
fairlead_ais_degrees (gint32 millionths)
{
	return (double) millionths / FAIRLEAD_AIS_DEGREE;
}

gboolean
fairlead_ais_write (const FairleadAisResult *result, const FairleadAisView *view,
                    GOutputStream *stream, GCancellable *cancellable, GError **error)
{
	static void (*const writers[FAIRLEAD_N_FORMATS]) (const FairleadAisResult *result,
	                                                  const FairleadAisView *view,
	                                                  FairleadSink *sink) = {
		[FAIRLEAD_FORMAT_TABLE] = fairlead_ais_write_table,
		[FAIRLEAD_FORMAT_CSV] = fairlead_ais_write_csv,
		[FAIRLEAD_FORMAT_JSON] = fairlead_ais_write_json,
	};
	g_autoptr (FairleadSink) sink = fairlead_sink_new (stream, cancellable);

	writers[view->format](result, view, sink);
	return fairlead_sink_finish (sink, error);
}

/* ---- summary ---- */

static void
append_count (GString *text, guint64 n, const char *words)
{
	g_autofree char *grouped = fairlead_number_dup_grouped (n);

	if (n > 0)
		g_string_append_printf (text, "%s %s\n", grouped, words);
}

static void
append_read (GString *text, const FairleadAisResult *result)
{
	const FairleadAisSummary *summary = result->summary;
	g_autofree char *rows = fairlead_number_dup_grouped (result->counts->n_rows);
	g_autofree char *ships = fairlead_number_dup_grouped (summary->n_ships);
	g_autofree char *begin = fairlead_ais_time_dup_text (summary->begin);
	g_autofree char *end = fairlead_ais_time_dup_text (summary->end);

	g_string_append_printf (text, "%s rows, %s ships at most at once", rows, ships);
	if (summary->n_reports > 0)
		g_string_append_printf (text, ", %s to %s", begin, end);
	g_string_append (text, "\n");
	append_count (text, result->counts->n_bad, "rows could not be read, and were left out");
	append_count (text, summary->n_late,
	              "rows came later than the reorder window allows, and were left out");
	append_count (text, summary->n_stray,
	              "rows far ahead of the time of all others were left out");
	append_count (text, result->counts->n_nowhere, "rows without a place were passed over");
	append_count (text, result->counts->n_others,
	              "rows of stations, buoys, aircraft and beacons were passed over");
}

static void
append_crowds (GString *text, const FairleadAisCrowds *crowds)
{
	char latitude[FAIRLEAD_NUMBER_SIZE], longitude[FAIRLEAD_NUMBER_SIZE];

	if (crowds->n_cells == 0)
		return;
	g_ascii_formatd (latitude, sizeof latitude, "%.3f",
	                 fairlead_ais_degrees (crowds->place.latitude));
	g_ascii_formatd (longitude, sizeof longitude, "%.3f",
	                 fairlead_ais_degrees (crowds->place.longitude));
	g_string_append_printf (text,
	                        "%u cells held more slow ships at once than are paired (the most,"
	                        " %u, at %s, %s)\n",
	                        crowds->n_cells, crowds->most, latitude, longitude);
}

static void
append_hidden (GString *text, const FairleadAisResult *result, const FairleadAisView *view)
{
	guint n[FAIRLEAD_N_EVENT_KINDS][FAIRLEAD_N_AIS_REASONS] = { { 0 } };
	gboolean is_any = FALSE;

	for (guint i = 0; i < result->finds->all->len; i++) {
		const FairleadAisFind *find =
			&g_array_index (result->finds->all, FairleadAisFind, i);

		n[find->kind][find->reason] +=
			fairlead_ais_is_asked (view, find) && !fairlead_ais_is_shown (view, find);
	}
	for (guint kind = 0; kind < FAIRLEAD_N_EVENT_KINDS; kind++)
		for (guint reason = 0; reason < FAIRLEAD_N_AIS_REASONS; reason++) {
			if (n[kind][reason] == 0)
				continue;
			g_string_append_printf (text, "not shown: %u %s%s %s\n", n[kind][reason],
			                        fairlead_event_info (kind)->name,
			                        n[kind][reason] == 1 ? "" : "s",
			                        fairlead_ais_reason_words (reason));
			is_any = TRUE;
		}
	if (is_any)
		g_string_append (text, "--all shows them, with the reason\n");
	append_count (text, result->finds->n_left_out,
	              "finds of ships with more than 500 were left out");
}

char *
fairlead_ais_dup_summary (const FairleadAisResult *result, const FairleadAisView *view)
{
	GString *text = g_string_new (NULL);

	append_read (text, result);
	append_crowds (text, &result->summary->crowds);
	append_hidden (text, result, view);
	return g_string_free (text, FALSE);
}
