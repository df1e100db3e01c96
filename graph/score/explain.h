/* graph/score/explain.h: why a party ranks where it does, and what would change it */
#pragma once
#include "graph/score/exposure.h"
G_BEGIN_DECLS

/**
 * FairleadWhatCarries:
 * @rank: within the component, equal values sharing the mean; 0 where the value is 0
 * @share: of the score that comes from the component
 */
typedef struct {
	double rank;
	double share;
} FairleadWhatCarries;

/**
 * FairleadExplanation:
 * @row: of the ranking
 * @paths: (element-type FairleadPath): the evidence
 * @signals: (element-type utf8): names of those that hold
 * @removed: (element-type FairleadHop): hops of the evidence, in the order of their weight;
 *   borrowed from @paths
 * @ranks: (element-type guint32): the rank without the first, without the first two, ...
 */
typedef struct {
	const FairleadRankedRow *row;
	FairleadWhatCarries components[FAIRLEAD_N_COMPONENTS];
	FairleadExposure exposure;
	GPtrArray *signals;
	GPtrArray *paths;
	GArray *removed;
	GArray *ranks;
} FairleadExplanation;

/**
 * fairlead_explanation_init:
 * @vertex: one that is ranked
 * @n_paths: of the evidence, at most
 *
 * The counterfactual takes away, one by one, the hop of the evidence whose loss costs the most
 * ranks, until the rank is beyond 10 and has doubled, or three are gone; each time everything is
 * ranked again.
 */
FAIRLEAD_API gboolean fairlead_explanation_init (FairleadExplanation *self,
                                                 FairleadRanking *ranking, FairleadVertex vertex,
                                                 guint n_paths, GCancellable *cancellable,
                                                 GError **error);
FAIRLEAD_API void fairlead_explanation_clear (FairleadExplanation *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadExplanation, fairlead_explanation_clear)

G_END_DECLS
