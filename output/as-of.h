/* output/as-of.h: the day that a result is of, and what was left out for it */
#pragma once
#include "graph/network/network.h"
#include "output/write/json.h"
G_BEGIN_DECLS

/* The day and the counts, as members of the open object; nothing where the network is of no day */
void fairlead_json_as_of (FairleadJson *json, FairleadNetwork *network);
/* The same as lines for people; empty where the network is of no day */
char *fairlead_as_of_dup_lines (FairleadNetwork *network);

G_END_DECLS
