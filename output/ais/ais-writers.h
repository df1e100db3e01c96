/* output/ais/ais-writers.h: one writer of finds for each format */
#pragma once
#include "output/ais/ais-output.h"
#include "output/write/sink.h"
G_BEGIN_DECLS

gboolean fairlead_ais_is_asked (const FairleadAisView *view, const FairleadAisFind *find);
gboolean fairlead_ais_is_shown (const FairleadAisView *view, const FairleadAisFind *find);
/* `file:first`, or `file:first to file:last`, (transfer full) */
char *fairlead_ais_dup_rows (FairleadRecords *records, const FairleadAisParty *party);
/* An IMO number that proves itself names the hull, `imo:9311000`; an MMSI the radio of the time,
 * `mmsi:273123456`. (transfer full) (nullable): NULL where there is no ship */
char *fairlead_ais_dup_key (const FairleadAisParty *party);
/* In words, with the rows that the find rests on, which stay with the event when the table is
 * loaded; (transfer full) */
char *fairlead_ais_dup_note (const FairleadAisResult *result, const FairleadAisFind *find);
/* Degrees of millionths */
double fairlead_ais_degrees (gint32 millionths);

void fairlead_ais_write_table (const FairleadAisResult *result, const FairleadAisView *view,
                               FairleadSink *sink);
void fairlead_ais_write_csv (const FairleadAisResult *result, const FairleadAisView *view,
                             FairleadSink *sink);
void fairlead_ais_write_json (const FairleadAisResult *result, const FairleadAisView *view,
                              FairleadSink *sink);

G_END_DECLS
