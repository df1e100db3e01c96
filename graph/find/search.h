/* graph/find/search.h: entities that a text may mean: by number, by name, by address */
#pragma once
#include "graph/find/finder.h"
G_BEGIN_DECLS

/**
 * fairlead_search:
 * @text: a name in any script, with or without typing errors; a number of any scheme, with or
 *   without `imo:` before it; or an address
 * @kind: of what; %FAIRLEAD_KIND_UNKNOWN: of any
 * @limit: how many at most
 *
 * Returns: (transfer full): of FairleadFound: those with exactly this number first, then names,
 *   then addresses; NULL where @cancellable fires
 */
FAIRLEAD_API GArray *fairlead_search (FairleadNetwork *network, FairleadFinder *finder,
                                      const char *text, FairleadKind kind, guint limit,
                                      GCancellable *cancellable, GError **error);

G_END_DECLS
