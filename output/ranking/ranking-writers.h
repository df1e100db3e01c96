/* output/ranking/ranking-writers.h: one writer of rankings for each format */
#pragma once
#include "graph/score/exposure.h"
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
	const GArray *exposures; /* of FairleadExposure, of each row; for JSON */
	const double *strengths; /* of the rows shown; NULL where no bars are drawn */
} FairleadRankingPage;

/* The spread of a row, NULL where nothing was drawn or it took no part */
const FairleadSpread *fairlead_ranking_page_get_spread (const FairleadRankingPage *page,
                                                        const FairleadRankedRow *row);
/* Its rank without the source that was asked; 0: none */
guint32 fairlead_ranking_page_get_rank_without (const FairleadRankingPage *page,
                                                const FairleadRankedRow *row);
/* The columns of measures, 0 where there are none, and what stands in them */
guint fairlead_ranking_page_count_measures (const FairleadRankingPage *page);
FairleadMeasure fairlead_ranking_page_get_measure (const FairleadRankingPage *page, guint i);
double fairlead_ranking_page_get_value (const FairleadRankingPage *page,
                                        const FairleadRankedRow *row, guint i);

void fairlead_ranking_write_table (const FairleadRankingPage *page, FairleadSink *sink);
void fairlead_ranking_write_csv (const FairleadRankingPage *page, FairleadSink *sink);
void fairlead_ranking_write_json (const FairleadRankingPage *page, FairleadSink *sink);

G_END_DECLS
