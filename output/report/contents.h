/* output/report/contents.h: what a report holds, found for a ranking */
#pragma once
#include "graph/selection/part.h"
#include "output/report/report.h"
G_BEGIN_DECLS

#define FAIRLEAD_REPORT_LIMIT 100u  /* rows of the ranking */
#define FAIRLEAD_REPORT_CARDS 10u   /* first ranked with a card each */
#define FAIRLEAD_REPORT_COLLECT 20u /* unknowns that may change the first */
#define FAIRLEAD_REPORT_MOST_CARDS 100u

/**
 * FairleadReportQuestion:
 * @title: (nullable): what stands on top
 * @limit: rows of the ranking; 0: all
 * @n_cards: for the first so many ranked
 * @n_collect: unknowns at most; 0: none are looked for
 * @seed: of what is drawn for them
 * @draws: (nullable): how far the ranks hold, borrowed
 * @part: of the network, to be searched; without any, of a large one what is near the first ranked
 *   and the target
 * @top: (0: all) only the first so many ranked, and what leads from them to the target
 * @telling: how far it is, while this is found and while it is written
 */
typedef struct {
	const char *title;
	guint limit;
	guint n_cards;
	guint n_collect;
	guint32 seed;
	const FairleadDraws *draws;
	FairleadPart part;
	guint top;
	FairleadTelling telling;
} FairleadReportQuestion;

/**
 * FairleadReportContents:
 * @report: to be written; borrows all else, and the texts of the question
 */
typedef struct {
	FairleadNetwork *network;
	FairleadRanking *ranking;
	GArray *collect;
	FairleadSelection *part;
	char *part_words;
	FairleadFactors *factors;
	GPtrArray *supplies;
	FairleadGaps gaps;
	GPtrArray *held;
	FairleadReport report;
} FairleadReportContents;

/**
 * fairlead_report_contents_init:
 *
 * Fails as expressions do, and when cancelled. Cost: a ranking for each unknown that is tried.
 */
FAIRLEAD_API gboolean fairlead_report_contents_init (FairleadReportContents *self,
                                                     FairleadRanking *ranking,
                                                     const FairleadReportQuestion *question,
                                                     GCancellable *cancellable, GError **error);
FAIRLEAD_API void fairlead_report_contents_clear (FairleadReportContents *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadReportContents, fairlead_report_contents_clear)

G_END_DECLS
