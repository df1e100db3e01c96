/* graph/ais/rules/jumps.h: places that no ship can go between in the time, and ships that are in
 * two places at once
 *
 * After a jump the last report of the old place is kept: a report that fits to it and not to the
 * new one is a return. Many returns are two ships that use one number. */
#pragma once
#include "graph/ais/rules/scene.h"
G_BEGIN_DECLS

/* Before the ship takes a report */
void fairlead_ais_jumps_look (const FairleadAisScene *scene, FairleadAisShip *ship,
                              const FairleadAisReport *report);
/* At the end of the data, or when the ship is forgotten; frees what is kept of it */
void fairlead_ais_jumps_finish (const FairleadAisScene *scene, FairleadAisShip *ship);

G_END_DECLS
