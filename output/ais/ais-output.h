/* output/ais/ais-output.h: what was found in AIS data, as a table, CSV or JSON
 *
 * The CSV is the table of events (docs/events.md) with more columns behind: it can be loaded like
 * any other input. */
#pragma once
#include <gio/gio.h>
#include "graph/ais/watch.h"
#include "output/write/format.h"
G_BEGIN_DECLS

/**
 * FairleadAisView:
 * @kinds: a bit for each FairleadEventKind that is asked for
 * @all: also what has a reason not to be shown
 * @layout: asked by tables alone
 */
typedef struct {
	FairleadOutputFormat format;
	FairleadLayout layout;
	guint32 kinds;
	gboolean all;
} FairleadAisView;

/* All borrowed */
typedef struct {
	FairleadRecords *records;
	const FairleadAisFinds *finds;
	const FairleadAisSummary *summary;
	const FairleadAisCounts *counts;
} FairleadAisResult;

FAIRLEAD_API gboolean fairlead_ais_write (const FairleadAisResult *result,
                                          const FairleadAisView *view, GOutputStream *stream,
                                          GCancellable *cancellable, GError **error);

/* What was read, left out and not shown, in lines for people; freed by the caller */
FAIRLEAD_API char *fairlead_ais_dup_summary (const FairleadAisResult *result,
                                             const FairleadAisView *view);

G_END_DECLS
