/* graph/resolve/pair/ship-dates.h: when a ship had what other ships have before and after her: her
 * radio numbers and her names
 *
 * An MMSI and a call sign are a country's, and change with the flag: a ship had one while she flew
 * the flag of its country. A name was hers as long as records and events say. Nothing was hers
 * before she was built. */
#pragma once
#include "graph/resolve/pair/profile.h"
G_BEGIN_DECLS

/* (transfer full): of FairleadDate, each the days from the earliest that she can have had it to the
 * latest; empty where nothing is known of that */
GArray *fairlead_ship_dates_of_number (FairleadProfiler *profiler, const FairleadProfile *ship,
                                       FairleadIdScheme scheme, const char *number);
/* @folded: as names are compared, see FairleadNameParts */
GArray *fairlead_ship_dates_of_name (FairleadProfiler *profiler, const FairleadProfile *ship,
                                     const char *folded);

/* Whether two can have had it on one day. What is not known fits. */
gboolean fairlead_ship_dates_fit (const GArray *a, const GArray *b);

G_END_DECLS
