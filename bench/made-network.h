/* bench/made-network.h: networks of three sizes, the same each time */
#pragma once
#include "graph/network/adjacency.h"
G_BEGIN_DECLS

/* @name: `s` (5,000 vertices, 15,000 links), `m` (100,000, 250,000) or `a` (2 million, 3.5 million,
 * with a hub of 49,000). Half of the links join any two, half are of those who have many. Each
 * conducts 0.5 to 1. NULL for another name. */
FairleadAdjacency *made_network (const char *name);
/* Distinct vertices with a link, chosen by @seed */
FairleadVertex *made_terminals (const FairleadAdjacency *graph, guint32 n, guint32 seed);

G_END_DECLS
