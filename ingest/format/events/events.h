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

/**
 * fairlead_describe_port_near:
 * @text: what the source says of the place; may be empty
 * @country: as above
 *
 * For what happened in port and tells a position: the port of the table within whose reach it is
 * (%FAIRLEAD_PORT_REACH), of that country where one is told. What the text says goes first, where
 * the table knows it or it is a code.
 *
 * Returns: %FAIRLEAD_NO_ENTITY where that is no port
 */
FairleadEntity fairlead_describe_port_near (FairleadRecords *records, GHashTable *told,
                                            const char *text, const char *country,
                                            FairleadPosition position, FairleadSource source);

extern const FairleadFormat fairlead_format_events_csv;

G_END_DECLS
