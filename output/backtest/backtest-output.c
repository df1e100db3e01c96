/* output/backtest/backtest-output.c */
#include "output/backtest/backtest-output.h"

#include "output/backtest/backtest-writers.h"

typedef void (*Writer) (const FairleadBacktestPage *page, FairleadSink *sink);

const char *
fairlead_judged_name (guint kind)
{
	return kind == FAIRLEAD_JUDGED_ALL ? "all" : fairlead_kind_name (kind);
}

const FairleadDating *
fairlead_backtest_page_get_file (const FairleadBacktestPage *page, guint i, const char **path)
{
	FairleadRecords *records =
		fairlead_network_get_records (fairlead_backtest_get_network (page->backtest));
	guint32 file = g_array_index (page->inventory->files, guint32, i);
	guint n;

	*path = fairlead_records_get_text (records,
	                                   fairlead_records_get_files (records, &n)[file].path);
	return &g_array_index (fairlead_backtest_get_datings (page->backtest), FairleadDating,
	                       file);
}

char *
fairlead_day_dup_text (gint32 day)
{
	if (day >= FAIRLEAD_ANY_DAY)
		return NULL;
	return fairlead_date_dup_text ((FairleadDate){ day, day });
}

static gboolean
write_page (FairleadBacktest *backtest, const FairleadBacktestView *view, Writer writer,
            GOutputStream *stream, GCancellable *cancellable, GError **error)
{
	FairleadRanking *ranking = fairlead_backtest_get_ranking (backtest);
	const GArray *labels = fairlead_backtest_get_labels (backtest);
	g_autofree char *hash =
		fairlead_parameters_dup_hash (fairlead_ranking_get_parameters (ranking));
	g_auto (FairleadInventory) inventory = { 0 };
	g_autoptr (FairleadSink) sink = fairlead_sink_new (stream, cancellable);
	FairleadBacktestPage page = {
		.backtest = backtest,
		.view = view,
		.network = fairlead_ranking_get_network (ranking),
		.measured = fairlead_backtest_get_measured (backtest),
		.parameters_hash = hash,
		.inventory = &inventory,
	};

	fairlead_inventory_init (&inventory, fairlead_backtest_get_network (backtest));
	for (guint i = 0; i < labels->len; i++)
		page.fates[g_array_index (labels, FairleadLabel, i).fate]++;
	writer (&page, sink);
	return fairlead_sink_finish (sink, error);
}

gboolean
fairlead_backtest_write (FairleadBacktest *backtest, const FairleadBacktestView *view,
                         GOutputStream *stream, GCancellable *cancellable, GError **error)
{
	static const Writer writers[FAIRLEAD_N_FORMATS] = {
		[FAIRLEAD_FORMAT_TABLE] = fairlead_backtest_write_table,
		[FAIRLEAD_FORMAT_CSV] = fairlead_backtest_write_csv,
		[FAIRLEAD_FORMAT_JSON] = fairlead_backtest_write_json,
	};

	return write_page (backtest, view, writers[view->format], stream, cancellable, error);
}

gboolean
fairlead_backtest_write_parties (FairleadBacktest *backtest, const FairleadBacktestView *view,
                                 GOutputStream *stream, GCancellable *cancellable, GError **error)
{
	return write_page (backtest, view, fairlead_backtest_write_parties_csv, stream, cancellable,
	                   error);
}

gboolean
fairlead_backtest_write_chart (FairleadBacktest *backtest, const FairleadBacktestView *view,
                               GOutputStream *stream, GCancellable *cancellable, GError **error)
{
	return write_page (backtest, view, fairlead_backtest_write_svg, stream, cancellable, error);
}
