/* output/ranking/collect-text.h: what to collect next, as text and JSON */
#pragma once
#include "output/ranking/ranking-writers.h"
#include "output/write/json.h"
G_BEGIN_DECLS

/* A line for each unknown of the view; nothing where none was asked for */
void fairlead_collect_write_lines (const FairleadRankingPage *page, FairleadSink *sink);
void fairlead_collect_write_json (const FairleadRankingPage *page, FairleadJson *json);

G_END_DECLS
