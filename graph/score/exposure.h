/* graph/score/exposure.h: how much of a party's dealings are with the target */
#pragma once
#include "graph/ranking.h"
G_BEGIN_DECLS

typedef enum {
	FAIRLEAD_EXPOSURE_INCIDENTAL,
	FAIRLEAD_EXPOSURE_MIXED,
	FAIRLEAD_EXPOSURE_DEDICATED,
} FairleadExposureClass;

FAIRLEAD_API const char *fairlead_exposure_class_name (FairleadExposureClass exposure_class);

/**
 * FairleadExposure:
 * @share: 0 to 1
 * @deviation: how many standard deviations that is above the mean of the parties of as many
 *   neighbours, to the power of two; NaN where these do not differ
 */
typedef struct {
	double share;
	double deviation;
	FairleadExposureClass exposure_class;
} FairleadExposure;

/**
 * fairlead_ranking_dup_exposures:
 *
 * The share of a party's conductance that goes to the target, directly or over one other party:
 *
 *   e(v) = sum over u of c(v, u) / C(v) x q(u)
 *
 * C(v) is the sum of c(v, .); q is 1 for the target, and for others the share of their conductance,
 * the link with v left out, that goes to the target. The null is what parties of as many neighbours
 * have.
 *
 * Returns: (transfer full) (element-type FairleadExposure): one for each row. O(E).
 */
FAIRLEAD_API GArray *fairlead_ranking_dup_exposures (FairleadRanking *ranking);

G_END_DECLS
