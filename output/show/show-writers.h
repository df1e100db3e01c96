/* output/show/show-writers.h: one writer of facts for each format */
#pragma once
#include "graph/facts/disagreement.h"
#include "output/show/show.h"
#include "output/write/sink.h"
G_BEGIN_DECLS

typedef struct {
	FairleadNetwork *network;
	FairleadFacts *facts;
	const GArray *vertices;
	const FairleadShowView *view;
} FairleadShowPage;

void fairlead_show_write_table (const FairleadShowPage *page, FairleadSink *sink);
void fairlead_show_write_csv (const FairleadShowPage *page, FairleadSink *sink);
void fairlead_show_write_json (const FairleadShowPage *page, FairleadSink *sink);

G_END_DECLS
