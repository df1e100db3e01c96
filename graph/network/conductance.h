/* graph/network/conductance.h: how much of a walk each link lets through */
#pragma once
#include "graph/network/network.h"
#include "graph/parameters.h"
G_BEGIN_DECLS

/**
 * fairlead_conductance_compute:
 *
 * c(e) = conductance of the kind x confidence x fade (when over) x hub damping, where an
 * end that has d > d0 partners through links of a kind whose end is damped conducts (d0 / d)^gamma.
 * See docs/measures.md.
 *
 * Returns: (transfer full): one value in 0..1 for each link. O(links).
 */
FAIRLEAD_API gfloat *fairlead_conductance_compute (FairleadNetwork *network,
                                                   const FairleadParameters *parameters);

/* What age leaves of a link: 1 while it holds, else ended-factor x 2^(-age / half-life) */
double fairlead_fade (FairleadNetwork *network, const FairleadParameters *parameters,
                      FairleadLink link);

G_END_DECLS
