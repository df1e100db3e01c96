/* output/path/path-writers.h: one writer of paths for each format */
#pragma once
#include "output/path/path-output.h"
#include "output/write/sink.h"
G_BEGIN_DECLS

typedef struct {
	FairleadNetwork *network;
	const FairleadPaths *found;
	const FairleadPathView *view;
} FairleadPathPage;

void fairlead_path_write_table (const FairleadPathPage *page, FairleadSink *sink);
void fairlead_path_write_csv (const FairleadPathPage *page, FairleadSink *sink);
void fairlead_path_write_json (const FairleadPathPage *page, FairleadSink *sink);

G_END_DECLS
