/* output/ranking/ranking-writers.h: one writer of rankings for each format */
#pragma once
#include "output/inventory.h"
#include "output/ranking/ranking-output.h"
#include "output/write/sink.h"
G_BEGIN_DECLS

/* What the writers share: the ranking, what is asked of it, and how much was read */
typedef struct {
	FairleadRanking *ranking;
	FairleadNetwork *network;
	const FairleadRankingView *view;
	const FairleadInventory *inventory;
	const FairleadRankedRow *rows;
	guint n_rows;  /* ranked */
	guint n_shown; /* of them, to be written */
	const char *parameters_hash;
} FairleadRankingPage;

void fairlead_ranking_write_table (const FairleadRankingPage *page, FairleadSink *sink);
void fairlead_ranking_write_csv (const FairleadRankingPage *page, FairleadSink *sink);
void fairlead_ranking_write_json (const FairleadRankingPage *page, FairleadSink *sink);

G_END_DECLS
