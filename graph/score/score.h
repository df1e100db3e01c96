/* graph/score/score.h: the components of the score, for the whole network or a draw of it */
#pragma once
#include "graph/ranking.h"
#include "graph/maritime/signals.h"
#include "graph/measure/control.h"
G_BEGIN_DECLS

/**
 * FairleadScoring:
 * @graph: the network to be measured, or a draw of it
 * @is_kept: (nullable): of each link, whether it stands in the draw; NULL: all do
 * @is_sure: whether links that stand in it count whole, whatever their confidence
 * @missing: (nullable) (element-type FairleadMissing): links of the draw that no record states
 * @target, @market: (element-type FairleadVertex): ascending
 * @target_weights: (nullable) (element-type double): of the target, adding up to 1; NULL: all alike
 * @parties: the same: where a walk may restart; places do not, for nobody is common for having
 *   many addresses
 * @is_target: of each vertex
 * @brokers_between: (nullable) (element-type FairleadVertex): the members of the target whose pairs
 *   with the market brokerage counts; NULL: all
 * @ladders: (nullable): of the network; NULL: they are made when they are needed
 * @dealings: (nullable) (element-type FairleadLink): ascending: all dealings between the target and
 *   others, whether they stand in the draw or not; NULL: they are looked for
 * @signals: (nullable): of all links; NULL: those of a draw are looked for at everybody
 *
 * What components are computed from; all borrowed.
 */
typedef struct {
	FairleadNetwork *network;
	const FairleadParameters *parameters;
	const FairleadAdjacency *graph;
	const guint8 *is_kept;
	gboolean is_sure;
	const GArray *missing;
	const GArray *target;
	const GArray *target_weights;
	const GArray *market;
	const GArray *parties;
	const guint8 *is_target;
	const GArray *brokers_between;
	const FairleadLadders *ladders;
	const GArray *dealings;
	const FairleadSignals *signals;
	GCancellable *cancellable;
} FairleadScoring;

/* One value a vertex; NULL on failure */
double *fairlead_score_component (const FairleadScoring *self, FairleadComponent component,
                                  GError **error);

/* (transfer full): what @dealings may be */
GArray *fairlead_score_find_dealings (const FairleadScoring *self);

/* (transfer full) (element-type FairleadVertex): whom control is of: the target, and ships that
 * deal with it */
GArray *fairlead_score_find_served (const FairleadScoring *self);

/* The weight of each component in the score */
void fairlead_score_get_weights (const FairleadParameters *parameters,
                                 double weights[FAIRLEAD_N_COMPONENTS]);

static inline const FairleadVertex *
fairlead_vertices (const GArray *array)
{
	return (const FairleadVertex *) (gconstpointer) array->data;
}

G_END_DECLS
