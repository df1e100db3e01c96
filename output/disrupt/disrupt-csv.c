/* output/disrupt/disrupt-csv.c: whom to designate, whom to warn, and the answers, a row each */
#include "output/disrupt/disrupt-writers.h"
#include "output/write/csv.h"
#include "output/write/number.h"

static void
write_vertex (const FairleadDisruptView *view, FairleadVertex vertex, FairleadCsv *csv)
{
	gboolean is_none = vertex == FAIRLEAD_NO_VERTEX;

	fairlead_csv_text (csv, is_none ? NULL : fairlead_network_get_id (view->network, vertex));
	fairlead_csv_text (csv, is_none ? NULL : fairlead_network_get_name (view->network, vertex));
}

static void
write_item (const FairleadDisruptView *view, const FairleadDisruptedItem *item, FairleadCsv *csv)
{
	const FairleadVertex *ends = view->found->graph->ends + 2 * (gsize) item->item;
	gboolean is_link = view->question->cuts_links;
	FairleadVertex first = is_link ? ends[0] : item->item;

	fairlead_csv_text (csv, is_link ? "cut" : "designate");
	write_vertex (view, first, csv);
	write_vertex (view, is_link ? ends[1] : FAIRLEAD_NO_VERTEX, csv);
	fairlead_csv_text (csv, NULL);
	fairlead_csv_text (csv, fairlead_jurisdiction_of (view->network, first));
	fairlead_csv_integer (csv, item->cost);
	fairlead_csv_number (csv, fairlead_number_round (item->alone));
	fairlead_csv_number (csv, fairlead_number_round (item->replaceable));
	fairlead_csv_integer (csv, item->n_licit);
	fairlead_csv_text (csv, NULL);
	fairlead_csv_end_row (csv);
}

static void
write_outreach (const FairleadDisruptView *view, const FairleadOutreach *row, FairleadCsv *csv)
{
	fairlead_csv_text (csv, "warn");
	write_vertex (view, row->vertex, csv);
	write_vertex (view, row->with, csv);
	fairlead_csv_text (csv, row->role);
	fairlead_csv_text (csv, row->jurisdiction);
	for (guint i = 0; i < 3; i++)
		fairlead_csv_text (csv, NULL);
	fairlead_csv_integer (csv, row->n_dealings);
	fairlead_csv_number (csv, fairlead_number_round (row->exposure));
	fairlead_csv_end_row (csv);
}

void
fairlead_disrupt_write_csv (const FairleadDisruptView *view, FairleadSink *sink)
{
	FairleadCsv csv = FAIRLEAD_CSV_INIT (sink);

	fairlead_csv_row (&csv,
	                  (const char *const[]){ "what", "id", "name", "other", "other_name",
	                                         "role", "jurisdiction", "cost", "loss_alone",
	                                         "replaceable", "dealings", "exposure", NULL });
	for (guint i = 0; i < view->found->items->len; i++)
		write_item (view, &g_array_index (view->found->items, FairleadDisruptedItem, i),
		            &csv);
	for (guint i = 0; i < fairlead_disrupt_shown (view); i++)
		write_outreach (view, &g_array_index (view->found->outreach, FairleadOutreach, i),
		                &csv);
}
