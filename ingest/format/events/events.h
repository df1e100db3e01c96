/* ingest/format/events/events.h: events of ships as a table of fairlead's own, and ports */
#pragma once
#include "ingest/format/csv-table.h"
G_BEGIN_DECLS

/**
 * fairlead_describe_port:
 * @told: a set of texts, in which it notes what it has said
 * @text: a UN/LOCODE or a name
 * @country: a name or code; empty where none is told
 *
 * The port is `locode:KPNAM` where its code is given or the table of ports has its name, else
 * `port:lower quay kp`, for ports of one name in two countries are two. A code that the table does
 * not have is an issue.
 */
FairleadEntity fairlead_describe_port (FairleadRecords *records, GHashTable *told, const char *text,
                                       const char *country, FairleadSource source);

extern const FairleadFormat fairlead_format_events_csv;

G_END_DECLS
