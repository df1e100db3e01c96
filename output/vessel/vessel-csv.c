/* output/vessel/vessel-csv.c: bars and signals as rows, the signals in a lane of their own */
#include "output/pieces.h"
#include "output/vessel/vessel-page.h"

static void
put_bar (const FairleadVesselPage *page, const FairleadBar *bar, FairleadCsv *csv)
{
	FairleadNetwork *network = page->view->network;
	g_autofree char *since = fairlead_bar_dup_since (bar);
	g_autofree char *until = fairlead_bar_dup_until (bar);
	g_autoptr (GPtrArray) sources = fairlead_bar_dup_sources (network, bar);

	fairlead_csv_text (csv, fairlead_network_get_id (network, page->ship));
	fairlead_csv_text (csv, fairlead_network_get_name (network, page->ship));
	fairlead_csv_text (csv, fairlead_lane_name (bar->lane));
	fairlead_csv_text (csv, bar->value);
	fairlead_csv_text (csv, bar->detail);
	fairlead_csv_text (csv, bar->other == FAIRLEAD_NO_VERTEX
	                                ? NULL
	                                : fairlead_network_get_id (network, bar->other));
	fairlead_csv_text (csv, since);
	fairlead_csv_text (csv, until);
	fairlead_csv_boolean (csv, fairlead_period_is_over (&bar->period));
	fairlead_csv_text (csv, fairlead_precision_name (fairlead_bar_precision (bar)));
	fairlead_csv_boolean (csv, bar->is_disputed);
	fairlead_csv_texts (csv, sources);
	fairlead_csv_end_row (csv);
}

static void
put_note (const FairleadVesselPage *page, const FairleadSignalNote *note, FairleadCsv *csv)
{
	FairleadNetwork *network = page->view->network;
	g_autoptr (GPtrArray) sources = fairlead_note_dup_sources (network, note);

	fairlead_csv_text (csv, fairlead_network_get_id (network, page->ship));
	fairlead_csv_text (csv, fairlead_network_get_name (network, page->ship));
	fairlead_csv_text (csv, "signal");
	fairlead_csv_text (csv, fairlead_signal_name (note->signal));
	fairlead_csv_text (csv, note->words);
	fairlead_csv_text (csv, fairlead_network_get_id (network, note->vertex));
	for (guint i = 0; i < 5; i++)
		fairlead_csv_text (csv, NULL);
	fairlead_csv_texts (csv, sources);
	fairlead_csv_end_row (csv);
}

void
fairlead_vessel_write_rows (const FairleadVesselPage *page, FairleadSink *sink)
{
	FairleadCsv csv = FAIRLEAD_CSV_INIT (sink);

	for (guint i = 0; i < page->bars->len; i++)
		put_bar (page, g_ptr_array_index (page->bars, i), &csv);
	for (guint i = 0; i < page->notes->len; i++)
		put_note (page, g_ptr_array_index (page->notes, i), &csv);
}
