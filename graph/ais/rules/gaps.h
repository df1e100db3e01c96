/* graph/ais/rules/gaps.h: ships that fall silent for hours where others are heard */
#pragma once
#include "graph/ais/rules/scene.h"
G_BEGIN_DECLS

/* Before the ship takes a report: whether there was a gap since its last one */
void fairlead_ais_gaps_look (const FairleadAisScene *scene, FairleadAisShip *ship,
                             const FairleadAisReport *report);
/* Now and then, before it is forgotten who was heard: asks it of those whose silence is long */
void fairlead_ais_gaps_sweep (const FairleadAisScene *scene, gint64 now);
/* At the end of the data, or when the ship is forgotten: whether it has been silent until now */
void fairlead_ais_gaps_finish (const FairleadAisScene *scene, FairleadAisShip *ship, gint64 now);

G_END_DECLS
