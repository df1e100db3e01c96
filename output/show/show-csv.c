/* output/show/show-csv.c: one row for each fact */
#include "output/show/show-writers.h"

#include <math.h>

#include "output/pieces.h"
#include "output/write/number.h"

static void
write_end (const FairleadShowPage *page, const FairleadFact *fact, FairleadCsv *csv)
{
	gboolean is_link = fact->table == FAIRLEAD_FACT_LINK;

	fairlead_csv_text (csv,
	                   is_link ? fairlead_network_get_id (page->network, fact->other) : NULL);
	fairlead_csv_share (csv, fact->share);
	fairlead_csv_number (csv, is_link ? fairlead_number_round (fact->confidence) : NAN);
}

static void
write_fact (const FairleadShowPage *page, FairleadVertex vertex, const FairleadFact *fact,
            FairleadCsv *csv)
{
	const FairleadPeriod *period = &fact->period;
	const FairleadPeriod none = FAIRLEAD_PERIOD_UNKNOWN;
	g_autoptr (GPtrArray) sources = fairlead_fact_dup_sources (page->network, fact);

	fairlead_csv_text (csv, fairlead_network_get_id (page->network, vertex));
	fairlead_csv_text (csv, fairlead_network_get_name (page->network, vertex));
	fairlead_csv_text (csv, fairlead_fact_table_name (fact->table));
	fairlead_csv_text (csv, fact->label);
	fairlead_csv_text (csv, fact->value);
	fairlead_csv_text (csv, fact->detail);
	fairlead_csv_text (csv, fact->basis);
	fairlead_csv_boolean (csv, fact->is_doubtful);
	fairlead_csv_boolean (csv, (period->flags & FAIRLEAD_PERIOD_START_CIRCA) != 0);
	fairlead_csv_period (csv, fairlead_fact_is_date (fact) ? &none : period);
	write_end (page, fact, csv);
	fairlead_csv_texts (csv, sources);
	fairlead_csv_end_row (csv);
}

void
fairlead_show_write_csv (const FairleadShowPage *page, FairleadSink *sink)
{
	FairleadCsv csv = FAIRLEAD_CSV_INIT (sink);

	fairlead_csv_row (&csv, (const char *const[]){
					"id", "name", "fact", "kind", "value", "detail", "basis",
					"doubtful", "circa", "since", "until", "ended", "other",
					"share_low", "share_high", "confidence", "sources", NULL });
	for (guint i = 0; i < page->vertices->len && !fairlead_sink_has_failed (sink); i++) {
		FairleadVertex vertex = g_array_index (page->vertices, FairleadVertex, i);
		g_autoptr (GPtrArray) facts = fairlead_facts_dup_of (page->facts, vertex);

		for (guint j = 0; j < facts->len; j++)
			write_fact (page, vertex, facts->pdata[j], &csv);
	}
}
