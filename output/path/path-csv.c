/* output/path/path-csv.c: one row for each statement of a hop */
#include "output/path/path-writers.h"

#include "output/pieces.h"
#include "output/ranking/evidence.h"
#include "output/write/number.h"

static void
write_statement (FairleadCsv *csv, const FairleadStatement *statement)
{
	fairlead_csv_text (csv, statement->kind);
	fairlead_csv_share (csv, statement->share);
	fairlead_csv_period (csv, &statement->period);
	fairlead_csv_number (csv, fairlead_number_round (statement->confidence));
	fairlead_csv_texts (csv, statement->sources);
	fairlead_csv_end_row (csv);
}

static void
write_hop (const FairleadPathPage *page, guint path, guint hop_number, const FairleadHop *hop,
           FairleadCsv *csv)
{
	g_autoptr (GPtrArray) statements = fairlead_hop_dup_statements (page->network, hop);
	const FairleadPath *whole = g_ptr_array_index (page->found->paths, path);
	const FairleadVertex ends[] = { hop->from, hop->to };

	for (guint i = 0; i < statements->len; i++) {
		fairlead_csv_integer (csv, path + 1);
		fairlead_csv_number (csv, fairlead_number_round (whole->strength));
		fairlead_csv_integer (csv, hop_number + 1);
		for (guint end = 0; end < G_N_ELEMENTS (ends); end++) {
			fairlead_csv_text (csv, fairlead_network_get_id (page->network, ends[end]));
			fairlead_csv_text (csv,
			                   fairlead_network_get_name (page->network, ends[end]));
		}
		write_statement (csv, g_ptr_array_index (statements, i));
	}
}

void
fairlead_path_write_csv (const FairleadPathPage *page, FairleadSink *sink)
{
	FairleadCsv csv = FAIRLEAD_CSV_INIT (sink);

	fairlead_csv_row (&csv,
	                  (const char *const[]){ page->view->of_trees ? "tree" : "path", "strength",
	                                         "hop", "from", "from_name", "to", "to_name",
	                                         "kind", "share_low", "share_high", "since",
	                                         "until", "ended", "confidence", "sources", NULL });
	for (guint i = 0; i < page->found->paths->len && !fairlead_sink_has_failed (sink); i++) {
		const FairleadPath *path = g_ptr_array_index (page->found->paths, i);

		for (guint j = 0; j < path->hops->len; j++)
			write_hop (page, i, j, &g_array_index (path->hops, FairleadHop, j), &csv);
	}
}
