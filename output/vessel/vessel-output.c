/* output/vessel/vessel-output.c: ships one after the other, and the signals of all */
#include "output/vessel/vessel-output.h"

#include <string.h>

#include "output/pieces.h"
#include "output/values.h"
#include "output/vessel/vessel-json.h"
#include "output/vessel/vessel-page.h"
#include "output/write/table.h"

static const char *const bar_header[] = { "ship_id",  "ship",    "lane",  "value", "detail",
	                                  "party_id", "since",   "until", "ended", "precision",
	                                  "disputed", "sources", NULL };

/* ---- one ship after the other ---- */

static void
write_json (const FairleadVesselView *view, FairleadFacts *facts, const GArray *ships,
            FairleadSink *sink)
{
	FairleadJson json = FAIRLEAD_JSON_INIT (sink);

	fairlead_vessel_begin_json (view, &json);
	fairlead_json_begin_array (&json, "ships");
	for (guint i = 0; i < ships->len && !fairlead_sink_has_failed (sink); i++) {
		g_auto (FairleadVesselPage) page = { 0 };

		fairlead_vessel_page_init (&page, view, facts,
		                           g_array_index (ships, FairleadVertex, i));
		fairlead_vessel_write_ship (&page, &json);
	}
	fairlead_json_end_array (&json);
	fairlead_json_end_object (&json);
}

static void
write_pages (const FairleadVesselView *view, FairleadFacts *facts, const GArray *ships,
             FairleadSink *sink)
{
	FairleadCsv csv = FAIRLEAD_CSV_INIT (sink);
	gboolean is_table = view->format == FAIRLEAD_FORMAT_TABLE;

	if (!is_table)
		fairlead_csv_row (&csv, bar_header);
	for (guint i = 0; i < ships->len && !fairlead_sink_has_failed (sink); i++) {
		g_auto (FairleadVesselPage) page = { 0 };

		fairlead_vessel_page_init (&page, view, facts,
		                           g_array_index (ships, FairleadVertex, i));
		if (is_table && i > 0)
			fairlead_sink_put (sink, "\n");
		(is_table ? fairlead_vessel_write_table : fairlead_vessel_write_rows) (&page, sink);
	}
}

gboolean
fairlead_vessel_write (const FairleadVesselView *view, const GArray *ships, GOutputStream *stream,
                       GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadSink) sink = fairlead_sink_new (stream, cancellable);
	g_autoptr (FairleadFacts) facts = fairlead_facts_new (view->network);

	if (view->format == FAIRLEAD_FORMAT_JSON)
		write_json (view, facts, ships, sink);
	else
		write_pages (view, facts, ships, sink);
	return fairlead_sink_finish (sink, error);
}

/* ---- the signals of all ---- */

/* `PARTY: words` where it is not the ship herself that shows it */
static char *
dup_words (const FairleadVesselView *view, const FairleadSignalledShip *row,
           const FairleadSignalNote *note)
{
	if (note->vertex == row->ship)
		return g_strdup (note->words);
	return g_strdup_printf ("%s%s%s", fairlead_network_get_name (view->network, note->vertex),
	                        *note->words != '\0' ? ": " : "", note->words);
}

static void
write_table (const FairleadVesselView *view, const GArray *rows, FairleadSink *sink)
{
	static const FairleadColumn columns[] = {
		{ "SHIP", FAIRLEAD_ALIGN_LEFT, 16, FALSE },
		{ "ID", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
		{ "LISTED", FAIRLEAD_ALIGN_LEFT, 10, FALSE },
		{ "SIGNAL", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
		{ "WHAT", FAIRLEAD_ALIGN_LEFT, 24, FALSE },
	};
	g_autoptr (FairleadTable) table =
		fairlead_table_new (columns, G_N_ELEMENTS (columns), &view->layout);

	for (guint i = 0; i < rows->len; i++) {
		const FairleadSignalledShip *row = &g_array_index (rows, FairleadSignalledShip, i);
		g_autoptr (GPtrArray) lists =
			fairlead_values_of_designations (view->network, row->ship);
		g_autoptr (GString) listed = g_string_new (NULL);

		fairlead_values_append (lists, listed);
		for (guint k = 0; k < row->notes->len; k++) {
			const FairleadSignalNote *note = g_ptr_array_index (row->notes, k);
			g_autofree char *words = dup_words (view, row, note);
			const char *name = fairlead_network_get_name (view->network, row->ship);
			const char *id = fairlead_network_get_id (view->network, row->ship);

			fairlead_table_add_row (
				table,
				(const char *const[]){ k == 0 ? name : "", k == 0 ? id : "",
			                               k == 0 ? listed->str : "",
			                               fairlead_signal_name (note->signal), words },
				FALSE);
		}
	}
	if (rows->len > 0) {
		fairlead_table_write (table, sink);
		fairlead_sink_put (sink, "\n");
	}
	fairlead_sink_printf (sink,
	                      "%u ships with signals; target: %u\n"
	                      "A signal is a question, not a finding.\n",
	                      rows->len, view->n_targets);
}

static void
write_signals_csv (const FairleadVesselView *view, const GArray *rows, FairleadSink *sink)
{
	FairleadCsv csv = FAIRLEAD_CSV_INIT (sink);

	fairlead_csv_row (&csv, (const char *const[]){ "ship_id", "ship", "designations", "signal",
	                                               "of_id", "of", "value", "threshold", "words",
	                                               "sources", NULL });
	for (guint i = 0; i < rows->len; i++) {
		const FairleadSignalledShip *row = &g_array_index (rows, FairleadSignalledShip, i);
		g_autoptr (GPtrArray) lists =
			fairlead_values_of_designations (view->network, row->ship);

		for (guint k = 0; k < row->notes->len; k++) {
			const FairleadSignalNote *note = g_ptr_array_index (row->notes, k);
			g_autoptr (GPtrArray) sources =
				fairlead_note_dup_sources (view->network, note);

			fairlead_csv_text (&csv,
			                   fairlead_network_get_id (view->network, row->ship));
			fairlead_csv_text (&csv,
			                   fairlead_network_get_name (view->network, row->ship));
			fairlead_csv_texts (&csv, lists);
			fairlead_csv_text (&csv, fairlead_signal_name (note->signal));
			fairlead_csv_text (&csv,
			                   fairlead_network_get_id (view->network, note->vertex));
			fairlead_csv_text (&csv,
			                   fairlead_network_get_name (view->network, note->vertex));
			fairlead_csv_number (&csv, note->value);
			fairlead_csv_number (
				&csv, fairlead_signal_threshold (view->parameters, note->signal));
			fairlead_csv_text (&csv, note->words);
			fairlead_csv_texts (&csv, sources);
			fairlead_csv_end_row (&csv);
		}
	}
}

static void
write_signals_json (const FairleadVesselView *view, const GArray *rows, FairleadSink *sink)
{
	FairleadJson json = FAIRLEAD_JSON_INIT (sink);

	fairlead_vessel_begin_json (view, &json);
	fairlead_json_begin_array (&json, "results");
	for (guint i = 0; i < rows->len; i++) {
		const FairleadSignalledShip *row = &g_array_index (rows, FairleadSignalledShip, i);
		g_autoptr (GPtrArray) lists =
			fairlead_values_of_designations (view->network, row->ship);

		fairlead_json_begin_object (&json, NULL);
		fairlead_json_text (&json, "id",
		                    fairlead_network_get_id (view->network, row->ship));
		fairlead_json_text (&json, "name",
		                    fairlead_network_get_name (view->network, row->ship));
		fairlead_json_text_array (&json, "designations", lists);
		fairlead_vessel_write_json_notes (view, row->notes, &json);
		fairlead_json_end_object (&json);
	}
	fairlead_json_end_array (&json);
	fairlead_json_end_object (&json);
}

gboolean
fairlead_vessel_write_signals (const FairleadVesselView *view, const GArray *rows,
                               GOutputStream *stream, GCancellable *cancellable, GError **error)
{
	static void (*const writers[FAIRLEAD_N_FORMATS]) (
		const FairleadVesselView *view, const GArray *rows, FairleadSink *sink) = {
		[FAIRLEAD_FORMAT_TABLE] = write_table,
		[FAIRLEAD_FORMAT_CSV] = write_signals_csv,
		[FAIRLEAD_FORMAT_JSON] = write_signals_json,
	};
	g_autoptr (FairleadSink) sink = fairlead_sink_new (stream, cancellable);

	writers[view->format](view, rows, sink);
	return fairlead_sink_finish (sink, error);
}
