/* graph/measure/betweenness/flood/flood-private.h: a search from one vertex of the core over all
 * that it reaches, and what flows back
 *
 * The arcs that lie on cheapest ways, the ways, are noted once: counting paths and flowing back
 * then look at nothing else (Brandes 2001, doi:10.1080/0022250X.2001.9990249, in passes). What is
 * reached is counted by its place in the order of reaching, so that neighbours in this order are
 * neighbours in memory. A search that stops half the way is search-private.h. */
#pragma once
#include "graph/measure/betweenness/core-private.h"
G_BEGIN_DECLS

typedef struct _FairleadFlood FairleadFlood;

FairleadFlood *fairlead_flood_new (const FairleadCore *core);
void fairlead_flood_free (FairleadFlood *self);

/**
 * fairlead_flood_run:
 * @ends: of each vertex of the core: how much ends there, in paths from the source
 * @n_ends: vertices within reach where something ends: the search is over when all are found
 */
void fairlead_flood_run (FairleadFlood *self, guint32 source, const double *ends, guint32 n_ends);

/* Of the last run: the vertices that were reached, the source first */
guint32 fairlead_flood_get_reached (const FairleadFlood *self, const guint32 **vertices);
/* What passes each of them on its way to ends behind it */
const double *fairlead_flood_get_flow (const FairleadFlood *self);

G_END_DECLS
