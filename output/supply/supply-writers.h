/* output/supply/supply-writers.h: what the forms of a supply share */
#pragma once
#include "output/supply/supply-output.h"
#include "output/write/sink.h"
G_BEGIN_DECLS

void fairlead_supply_write_table (const FairleadSupplyView *view, FairleadSink *sink);
void fairlead_supply_write_csv (const FairleadSupplyView *view, FairleadSink *sink);
void fairlead_supply_write_json (const FairleadSupplyView *view, FairleadSink *sink);
void fairlead_supply_draw (const FairleadSupplyView *view, FairleadSink *sink);

const FairleadEventRow *fairlead_supply_event (const FairleadSupply *supply, guint32 event);
/* `file:line`; NULL for %FAIRLEAD_NO_EVENT. The caller frees it. */
char *fairlead_supply_dup_source (const FairleadSupply *supply, guint32 event);
/* Name or id; NULL for %FAIRLEAD_NO_VERTEX */
const char *fairlead_supply_name (const FairleadSupply *supply, FairleadVertex vertex);
const char *fairlead_supply_id (const FairleadSupply *supply, FairleadVertex vertex);
/* The vertex of an entity of an event, or %FAIRLEAD_NO_VERTEX */
FairleadVertex fairlead_supply_vertex (const FairleadSupply *supply, FairleadEntity entity);
/* ISO 8601; NULL for an open one */
char *fairlead_supply_dup_day (gint32 day);
/* `12,345` for people */
char *fairlead_supply_dup_amount (double amount);
/* The part of the cap, per cent; NaN where that is 0 */
double fairlead_supply_percent (const FairleadSupply *supply, FairleadScenario scenario);

G_END_DECLS
