/* graph/disrupt/prices.h: what designating each party costs, in the words of a user */
#pragma once
#include "graph/network/network.h"
G_BEGIN_DECLS

#define FAIRLEAD_MOST_PRICE 100u

/* (transfer full): of each vertex: 1 */
FAIRLEAD_API guint32 *fairlead_prices_new (FairleadNetwork *network);
/* @costs: (nullable) (array zero-terminated=1): `N=EXPRESSION`: designating each of these costs N.
 * Fails with USAGE for what is no such text, and as expressions do. */
FAIRLEAD_API gboolean fairlead_prices_read (guint32 *prices, FairleadNetwork *network,
                                            const char *const *costs, GError **error);
/* @expressions: (nullable) (array zero-terminated=1): these are never designated */
FAIRLEAD_API gboolean fairlead_prices_protect (guint32 *prices, FairleadNetwork *network,
                                               const char *const *expressions, GError **error);

G_END_DECLS
