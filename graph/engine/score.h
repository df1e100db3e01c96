/* graph/engine/score.h: the components of a score from an engine */
#pragma once
#include "graph/engine/engine.h"
#include "graph/ownership/holdings/holdings.h"
#include "graph/score/score.h"
G_BEGIN_DECLS

/**
 * fairlead_engine_score:
 * @values: (out) (array fixed-size=FAIRLEAD_N_COMPONENTS): a value a vertex each; given by success
 *   alone
 *
 * Proximity, brokerage and control are computed by the engine. Necessity is computed here, of the
 * neighbourhood of the target that the engine brings: a path as strong as the floor passes only
 * vertices that are as strongly linked to the target themselves, so that nothing outside changes
 * it. Signals are facts of the records, and no measure of a network.
 */
gboolean fairlead_engine_score (FairleadEngine *engine, const FairleadScoring *scoring,
                                double **values, FairleadRankProgress progress, gpointer user_data,
                                GError **error);

/* The network as arcs: borrows; @holdings (nullable): without a layer of them */
typedef struct {
	FairleadNetwork *network;
	const FairleadParameters *parameters;
	const FairleadAdjacency *graph;
	const FairleadHoldings *holdings;
	GArray *control; /* of FairleadLink */
} FairleadNetworkArcs;

FAIRLEAD_API void fairlead_network_arcs_init (FairleadNetworkArcs *self, FairleadNetwork *network,
                                              const FairleadParameters *parameters,
                                              const FairleadAdjacency *graph,
                                              const FairleadHoldings *holdings);
FAIRLEAD_API void fairlead_network_arcs_clear (FairleadNetworkArcs *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadNetworkArcs, fairlead_network_arcs_clear)
/* Good while @self is */
FAIRLEAD_API FairleadArcSource fairlead_network_arcs_get_source (FairleadNetworkArcs *self);
/* How strongly a link lets its first end decide for its second, confidence and fading included */
double fairlead_link_control (FairleadNetwork *network, const FairleadParameters *parameters,
                              FairleadLink link);

G_END_DECLS
