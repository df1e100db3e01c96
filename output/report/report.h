/* output/report/report.h: a result as one HTML file that needs nothing beside it */
#pragma once
#include "graph/gaps/unlisted.h"
#include "graph/score/collect.h"
#include "graph/score/draws.h"
#include "graph/selection/selection.h"
#include "graph/supply/supply.h"
G_BEGIN_DECLS

/* Beyond so many entities no browser draws the network smoothly */
#define FAIRLEAD_REPORT_MOST 5000u

/**
 * FairleadReport:
 * @title: (nullable): what stands on top; NULL: whose facilitators are asked for
 * @draws: (nullable): how far the ranks hold
 * @collect: (nullable) (element-type FairleadUnknown): what to collect next
 * @part: what the interactive network shows, at most %FAIRLEAD_REPORT_MOST entities
 * @part_words: which part of all that is, in words
 * @supplies: (element-type FairleadSupply): deliveries against caps, each of a year
 * @gaps: between lists; @held: (element-type FairleadUnlisted): beside them
 * @limit: rows of the ranking; 0: all
 * @n_cards: first ranked that have a card each
 * @telling: how far the writing is
 */
typedef struct {
	FairleadRanking *ranking;
	const char *title;
	const FairleadDraws *draws;
	const GArray *collect;
	const FairleadSelection *part;
	const char *part_words;
	const GPtrArray *supplies;
	const FairleadGaps *gaps;
	const GPtrArray *held;
	guint limit;
	guint n_cards;
	FairleadTelling telling;
} FairleadReport;

/**
 * fairlead_report_write:
 *
 * Writes the page to @stream and flushes that. All text stands in the HTML; scripts sort, filter
 * and draw the network. A Content-Security-Policy in the page forbids every request, and every
 * script and style but those whose hashes it names. The same report is the same bytes each time.
 *
 * Cost: an explanation for each card, each of a few rankings, and the layout of @part.
 */
FAIRLEAD_API gboolean fairlead_report_write (const FairleadReport *report, GOutputStream *stream,
                                             GCancellable *cancellable, GError **error);
/* Whether the build has the library that draws the interactive network; without it there is the
 * chart of evidence, and tables */
FAIRLEAD_API gboolean fairlead_report_is_interactive (void);

G_END_DECLS
