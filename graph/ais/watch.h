/* graph/ais/watch.h: AIS reports in, events out
 *
 * Takes the rows of a feed as they stand there, brings them into the order of time, and holds every
 * rule to them. Memory is that of the ships that are heard, the pairs that lie near each other, and
 * what waits to be put in order. */
#pragma once
#include "graph/ais/find.h"
#include "graph/ais/parameters.h"
#include "graph/ais/rules/encounters.h"
#include "ingest/ais/feed.h"
G_BEGIN_DECLS

/**
 * FairleadAisSummary:
 * @n_reports: that the rules saw
 * @n_late: left out, for they came later than the reorder window allows
 * @n_stray: left out, for their time is far ahead of all before and after
 * @n_ships: most ships at once
 * @begin: time of the first report
 * @end: of the last
 */
typedef struct {
	guint64 n_reports;
	guint64 n_late;
	guint64 n_stray;
	guint n_ships;
	gint64 begin;
	gint64 end;
	FairleadAisCrowds crowds;
} FairleadAisSummary;

/**
 * fairlead_ais_watch:
 * @records: gets an issue for each row that is out of order, up to a bound
 * @finds: (out): to be cleared by the caller; written on success only
 *
 * Reads the feed to its end. Fails with %FAIRLEAD_ERROR_INVALID_VALUE where most rows are out of
 * order. O(rows + looks x ships).
 */
FAIRLEAD_API gboolean fairlead_ais_watch (FairleadAisFeed *feed, FairleadRecords *records,
                                          const FairleadAisParameters *parameters,
                                          const FairleadAisPorts *ports, FairleadAisFinds *finds,
                                          FairleadAisSummary *summary, GError **error);

G_END_DECLS
