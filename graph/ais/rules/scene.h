/* graph/ais/rules/scene.h: what every rule looks at, and where its finds go */
#pragma once
#include "graph/ais/find.h"
#include "graph/ais/parameters.h"
#include "graph/ais/traffic/coverage.h"
#include "graph/ais/traffic/ports.h"
G_BEGIN_DECLS

/**
 * FairleadAisScene:
 * @begin: time of the first report
 *
 * All borrowed.
 */
typedef struct {
	const FairleadAisParameters *parameters;
	const FairleadAisPorts *ports;
	FairleadAisFleet *fleet;
	FairleadAisCoverage *coverage;
	FairleadAisFinds *finds;
	gint64 begin;
} FairleadAisScene;

/* The knots that so many metres in so many seconds are; a second at least */
static inline double
fairlead_ais_knots (double metres, gint64 seconds)
{
	return metres / FAIRLEAD_AIS_METRES_PER_MILE * 3600.0 / (double) MAX (1, seconds);
}

G_END_DECLS
