/* output/chart/answer.h: which part of a network a chart shows, and how it calls that */
#pragma once
#include "graph/parameters.h"
#include "output/chart/chart.h"
G_BEGIN_DECLS

#define FAIRLEAD_CHART_HOPS 2u     /* around somebody */
#define FAIRLEAD_CHART_PATHS 5u    /* between two */
#define FAIRLEAD_CHART_EVIDENCE 2u /* of each of the first ranked */
#define FAIRLEAD_CHART_MOST_PATHS 100u

/**
 * FairleadChartQuestion:
 * @from, @to: (nullable) (array zero-terminated=1): the best paths from the one to the other, or
 * @top: the first so many ranked, and what leads from them to the target, or
 * @around: (nullable) (array zero-terminated=1): what is near
 * @n_paths: of the first two questions
 * @hops: of the third: how many links away at most
 * @parameters: that the paths depend on
 * @telling: how far they are
 *
 * One of the three questions, whose expressions are borrowed.
 */
typedef struct {
	const char *const *from;
	const char *const *to;
	guint top;
	const char *const *around;
	guint n_paths;
	guint hops;
	const FairleadParameters *parameters;
	FairleadTelling telling;
} FairleadChartQuestion;

/**
 * FairleadChartAnswer:
 * @chart: to be written; borrows all else
 */
typedef struct {
	FairleadNetwork *network;
	FairleadRanking *ranking;
	FairleadSelection *part;
	GArray *top;
	GArray *bottom;
	char *title;
	char *hash;
	FairleadChart chart;
} FairleadChartAnswer;

/**
 * fairlead_chart_answer_init:
 * @ranking: (nullable): needed for `top`
 *
 * Fails as expressions do; with UNKNOWN_REFERENCE where no path leads there or nobody is ranked;
 * and when cancelled. A network and a ranking are asked by one thread at a time.
 */
FAIRLEAD_API gboolean fairlead_chart_answer_init (FairleadChartAnswer *self,
                                                  FairleadNetwork *network,
                                                  FairleadRanking *ranking,
                                                  const FairleadChartQuestion *question,
                                                  GCancellable *cancellable, GError **error);
FAIRLEAD_API void fairlead_chart_answer_clear (FairleadChartAnswer *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadChartAnswer, fairlead_chart_answer_clear)

G_END_DECLS
