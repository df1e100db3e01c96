/* graph/ownership/shares/circles.h: parties that hold each other in circles: strongly connected
 * components of the holdings of shares */
#pragma once
#include "graph/ownership/holdings/holdings.h"
G_BEGIN_DECLS

/**
 * FairleadCircles:
 * @n: how many components there are, of one vertex most
 * @start: [n + 1] into @members
 * @members: the vertices, component after component: each after all that hold it from outside
 * @of: [n_vertices]: the component of each
 */
typedef struct {
	guint32 n;
	guint32 *start;
	FairleadVertex *members;
	guint32 *of;
} FairleadCircles;

/**
 * fairlead_circles_new:
 * @is_upper: holdings that may be; else those that are for sure
 * @is_source: (nullable): whose owners are not asked for
 *
 * Tarjan 1972, doi:10.1137/0201010, without recursion. Cost: O(vertices + holdings).
 */
FairleadCircles *fairlead_circles_new (const FairleadHoldings *holdings, gboolean is_upper,
                                       const guint8 *is_source);
void fairlead_circles_free (FairleadCircles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadCircles, fairlead_circles_free)

/* Whether a holding is one of shares that may be, or are for sure */
static inline gboolean
fairlead_holding_is_of_shares (const FairleadHolding *holding, gboolean is_upper)
{
	return holding->held == FAIRLEAD_HELD_SHARES
	       && (is_upper ? holding->high : holding->low) > 0;
}

G_END_DECLS
