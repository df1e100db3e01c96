/* output/ranking/ranking-output.c */
#include "output/ranking/ranking-output.h"

#include "output/ranking/ranking-writers.h"

/* Whom nothing connects with the target has no score, and no place among the first */
static guint
count_scored (const FairleadRankingPage *page, guint limit)
{
	guint n = 0;

	while (n < limit && n < page->n_rows && page->rows[n].score > 0.0)
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
	page.n_shown = view->limit == 0 ? page.n_rows : count_scored (&page, view->limit);
	fairlead_inventory_init (&inventory, page.network);
	writers[view->format](&page, sink);
	return fairlead_sink_finish (sink, error);
}
