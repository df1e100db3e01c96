/* output/chart/layout/rows-private.h: what rows.c has fold.c do */
#pragma once
#include "output/chart/chart-private.h"
G_BEGIN_DECLS

/* The cards of a lane, which stand in @deepest rows below each other, in fewer, of at most @most
 * cards; as they were where that cannot be */
void fairlead_chart_fold_lane (FairleadChartPlan *plan, guint lane, guint most, guint deepest);

G_END_DECLS
