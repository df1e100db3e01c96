/* output/gaps/gaps-writers.h: one writer of gaps for each format */
#pragma once
#include "output/gaps/gaps-output.h"
#include "output/write/sink.h"
G_BEGIN_DECLS

typedef struct {
	FairleadNetwork *network;
	FairleadRecords *records;
	const FairleadGaps *gaps;
	const GPtrArray *held;
	const FairleadGapsView *view;
} FairleadGapsPage;

/* Whether the gap is to be shown */
gboolean fairlead_gaps_shows (const FairleadGapsPage *page, const FairleadGap *gap);
/* The share that counts under the rule, or that of the link */
FairleadShare fairlead_hold_get_share (const FairleadGapsPage *page, const FairleadHold *hold);
/* `file:line` of each, (transfer full): of char */
GPtrArray *fairlead_gaps_dup_sources (const FairleadGapsPage *page, const GArray *sources);

void fairlead_gaps_write_table (const FairleadGapsPage *page, FairleadSink *sink);
void fairlead_gaps_write_csv (const FairleadGapsPage *page, FairleadSink *sink);
void fairlead_gaps_write_json (const FairleadGapsPage *page, FairleadSink *sink);

G_END_DECLS
