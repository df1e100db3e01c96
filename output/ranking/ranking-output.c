/* output/ranking/ranking-output.c */
#include "output/ranking/ranking-output.h"

#include "output/ranking/ranking-writers.h"

/* Whom nothing connects with the target has no score, and no place among the first */
guint
fairlead_ranking_count_rows (FairleadRanking *ranking, guint limit)
{
	guint n_rows, n = 0;
	const FairleadRankedRow *rows = fairlead_ranking_get_rows (ranking, &n_rows);

	if (limit == 0)
		return n_rows;
	while (n < limit && n < n_rows && rows[n].score > 0.0)
		n++;
	return n;
}

gboolean
fairlead_ranking_write (FairleadRanking *ranking, const FairleadRankingView *view,
                        GOutputStream *stream, GCancellable *cancellable, GError **error)
{
	static void (*const writers[FAIRLEAD_N_FORMATS]) (const FairleadRankingPage *,
	                                                  FairleadSink *) = {
		[FAIRLEAD_FORMAT_TABLE] = fairlead_ranking_write_table,
		[FAIRLEAD_FORMAT_CSV] = fairlead_ranking_write_csv,
		[FAIRLEAD_FORMAT_JSON] = fairlead_ranking_write_json,
	};
	g_autoptr (FairleadSink) sink = fairlead_sink_new (stream, cancellable);
	g_autofree char *hash =
		fairlead_parameters_dup_hash (fairlead_ranking_get_parameters (ranking));
	g_auto (FairleadInventory) inventory = { 0 };
	FairleadRankingPage page = {
		.ranking = ranking,
		.network = fairlead_ranking_get_network (ranking),
		.view = view,
		.inventory = &inventory,
		.parameters_hash = hash,
	};

	page.rows = fairlead_ranking_get_rows (ranking, &page.n_rows);
	page.n_shown = fairlead_ranking_count_rows (ranking, view->limit);
	fairlead_inventory_init (&inventory, page.network);
	writers[view->format](&page, sink);
	return fairlead_sink_finish (sink, error);
}

guint
fairlead_ranking_page_count_measures (const FairleadRankingPage *page)
{
	return page->view->measures == NULL ? 0 : page->view->measures->measures->len;
}

FairleadMeasure
fairlead_ranking_page_get_measure (const FairleadRankingPage *page, guint i)
{
	return g_array_index (page->view->measures->measures, FairleadMeasure, i);
}

double
fairlead_ranking_page_get_value (const FairleadRankingPage *page, const FairleadRankedRow *row,
                                 guint i)
{
	const GArray *column = g_ptr_array_index (page->view->measures->columns, i);

	return g_array_index (column, double, row - page->rows);
}

const FairleadSpread *
fairlead_ranking_page_get_spread (const FairleadRankingPage *page, const FairleadRankedRow *row)
{
	const FairleadSpread *spread;

	if (page->view->draws == NULL)
		return NULL;
	spread = &g_array_index (page->view->draws->spreads, FairleadSpread, row - page->rows);
	return spread->low == 0 ? NULL : spread;
}

guint32
fairlead_ranking_page_get_rank_without (const FairleadRankingPage *page,
                                        const FairleadRankedRow *row)
{
	return page->view->without == NULL ? 0 : page->view->without->ranks[row - page->rows];
}
