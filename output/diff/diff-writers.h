/* output/diff/diff-writers.h: one writer of differences for each format */
#pragma once
#include "output/diff/diff-output.h"
#include "output/write/sink.h"
G_BEGIN_DECLS

typedef struct {
	FairleadNetwork *before;
	FairleadNetwork *after;
	const FairleadDiff *diff;
	const FairleadDiffView *view;
} FairleadDiffPage;

/* The network and vertex in which a party still, or already, stands */
FairleadNetwork *fairlead_diff_get_party (const FairleadDiffPage *page,
                                          const FairleadDifference *difference,
                                          FairleadVertex *vertex);
/* Ids of those of the same name on the other side; (transfer container) of const char */
GPtrArray *fairlead_diff_dup_same_name (const FairleadDiffPage *page,
                                        const FairleadDifference *difference);
/* Of an absent fact, an empty text and no sources */
char *fairlead_diff_dup_value (const FairleadFact *fact);
GPtrArray *fairlead_diff_dup_sources (FairleadNetwork *network, const FairleadFact *fact);

void fairlead_diff_write_table (const FairleadDiffPage *page, FairleadSink *sink);
void fairlead_diff_write_csv (const FairleadDiffPage *page, FairleadSink *sink);
void fairlead_diff_write_json (const FairleadDiffPage *page, FairleadSink *sink);

G_END_DECLS
