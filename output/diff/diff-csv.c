/* output/diff/diff-csv.c: one row for each fact that was added, removed or changed */
#include "output/diff/diff-writers.h"

#include "output/pieces.h"

static const char *
id_of (FairleadNetwork *network, FairleadVertex vertex)
{
	return vertex == FAIRLEAD_NO_VERTEX ? NULL : fairlead_network_get_id (network, vertex);
}

static void
write_change (const FairleadDiffPage *page, const FairleadDifference *difference,
              const FairleadFactChange *change, FairleadCsv *csv)
{
	FairleadVertex vertex;
	FairleadNetwork *network = fairlead_diff_get_party (page, difference, &vertex);
	const FairleadFact *fact = change->after != NULL ? change->after : change->before;
	g_autofree char *old = fairlead_diff_dup_value (change->before);
	g_autofree char *new = fairlead_diff_dup_value (change->after);
	g_autoptr (GPtrArray) old_sources =
		fairlead_diff_dup_sources (page->before, change->before);
	g_autoptr (GPtrArray) new_sources = fairlead_diff_dup_sources (page->after, change->after);
	g_autoptr (GPtrArray) same_name = fairlead_diff_dup_same_name (page, difference);
	FairleadKind kind = fairlead_network_get_kind (network, vertex);

	fairlead_csv_text (csv, fairlead_diff_kind_name (difference->kind));
	fairlead_csv_text (csv, id_of (page->before, difference->before));
	fairlead_csv_text (csv, id_of (page->after, difference->after));
	fairlead_csv_text (csv, fairlead_network_get_name (network, vertex));
	fairlead_csv_text (csv, fairlead_kind_name (kind));
	fairlead_csv_text (csv, difference->matched_by);
	fairlead_csv_text (csv, fairlead_fact_table_name (fact->table));
	fairlead_csv_text (csv, fact->label);
	fairlead_csv_text (csv, fact->table == FAIRLEAD_FACT_LINK
	                                        || fact->table == FAIRLEAD_FACT_DESIGNATION
	                                ? fact->value
	                                : NULL);
	fairlead_csv_text (csv, fact->table == FAIRLEAD_FACT_DESIGNATION ? fact->detail : NULL);
	fairlead_csv_text (csv, old);
	fairlead_csv_text (csv, new);
	fairlead_csv_texts (csv, old_sources);
	fairlead_csv_texts (csv, new_sources);
	fairlead_csv_texts (csv, same_name);
	fairlead_csv_end_row (csv);
}

void
fairlead_diff_write_csv (const FairleadDiffPage *page, FairleadSink *sink)
{
	FairleadCsv csv = FAIRLEAD_CSV_INIT (sink);

	fairlead_csv_row (&csv, (const char *const[]){
					"change", "id_old", "id_new", "name", "kind", "matched_by",
					"fact", "field", "other_or_list", "programme", "old", "new",
					"sources_old", "sources_new", "same_name", NULL });
	for (guint i = 0; i < page->diff->differences->len && !fairlead_sink_has_failed (sink);
	     i++) {
		const FairleadDifference *difference = page->diff->differences->pdata[i];

		for (guint j = 0; j < difference->changes->len; j++)
			write_change (page, difference, difference->changes->pdata[j], &csv);
	}
}
