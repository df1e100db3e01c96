/* output/backtest/backtest-writers.h: one writer of a backtest for each form */
#pragma once
#include "output/backtest/backtest-output.h"
#include "output/inventory.h"
#include "output/write/sink.h"
G_BEGIN_DECLS

/**
 * FairleadBacktestPage:
 * @fates: how many labels met each fate
 * @parameters_hash: of the ranking
 */
typedef struct {
	FairleadBacktest *backtest;
	const FairleadBacktestView *view;
	FairleadNetwork *network; /* of the day */
	const GArray *measured;   /* of FairleadMeasured */
	guint fates[FAIRLEAD_N_LABEL_FATES];
	const char *parameters_hash;
	const FairleadInventory *inventory; /* of all records: its files are in order */
} FairleadBacktestPage;

void fairlead_backtest_write_table (const FairleadBacktestPage *page, FairleadSink *sink);
void fairlead_backtest_write_csv (const FairleadBacktestPage *page, FairleadSink *sink);
void fairlead_backtest_write_json (const FairleadBacktestPage *page, FairleadSink *sink);
void fairlead_backtest_write_parties_csv (const FairleadBacktestPage *page, FairleadSink *sink);
void fairlead_backtest_write_svg (const FairleadBacktestPage *page, FairleadSink *sink);

/* How the facts of one of the inventory's files stand to the day */
const FairleadDating *fairlead_backtest_page_get_file (const FairleadBacktestPage *page, guint i,
                                                       const char **path);
/* `all`, or the name of a kind */
const char *fairlead_judged_name (guint kind);
/* A day as ISO 8601; NULL where it is open */
char *fairlead_day_dup_text (gint32 day);

G_END_DECLS
