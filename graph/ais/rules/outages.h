/* graph/ais/rules/outages.h: silences that are a receiver's, for several ships share them
 *
 * A receiver that fails silences all around it at once, and all are heard again at once; who sails
 * in later, or out before, shares one of the two. */
#pragma once
#include "graph/ais/rules/scene.h"
G_BEGIN_DECLS

/* Once all is found: a silence that began, or ended, at the same time as enough others around it
 * has no reception for its reason. O(n log n) */
void fairlead_ais_outages_mark (const FairleadAisScene *scene);

G_END_DECLS
