/* output/ais/ais-writers.h: one writer of finds for each format */
#pragma once
#include "output/ais/ais-output.h"
#include "output/write/sink.h"
G_BEGIN_DECLS

gboolean fairlead_ais_is_asked (const FairleadAisView *view, const FairleadAisFind *find);
gboolean fairlead_ais_is_shown (const FairleadAisView *view, const FairleadAisFind *find);
/* `file:first`, or `file:first to file:last`, (transfer full) */
char *fairlead_ais_dup_rows (FairleadRecords *records, const FairleadAisParty *party);
/* Degrees of millionths */
double fairlead_ais_degrees (gint32 millionths);

void fairlead_ais_write_table (const FairleadAisResult *result, const FairleadAisView *view,
                               FairleadSink *sink);
void fairlead_ais_write_csv (const FairleadAisResult *result, const FairleadAisView *view,
                             FairleadSink *sink);
void fairlead_ais_write_json (const FairleadAisResult *result, const FairleadAisView *view,
                              FairleadSink *sink);

G_END_DECLS
