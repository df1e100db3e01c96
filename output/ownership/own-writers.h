/* output/ownership/own-writers.h: one writer for each format */
#pragma once
#include "output/ownership/own-output.h"
#include "output/write/sink.h"
G_BEGIN_DECLS

void fairlead_own_write_table (const FairleadOwnView *view, FairleadSink *sink);
void fairlead_own_write_csv (const FairleadOwnView *view, FairleadSink *sink);
void fairlead_own_write_json (const FairleadOwnView *view, FairleadSink *sink);

/* How many of @n rows are shown */
static inline guint
fairlead_own_shown (const FairleadOwnView *view, guint n)
{
	return view->limit == 0 ? n : MIN (n, view->limit);
}

/* How many companies of what is shown have bounds alone, for circles that do not settle */
guint fairlead_own_count_unsettled (const FairleadOwnView *view);

G_END_DECLS
