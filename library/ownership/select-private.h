/* library/ownership/select-private.h: whom ownership is asked of */
#pragma once
#include "library/network/network-private.h"
G_BEGIN_DECLS

/* @entity: (nullable): one expression, for one entity; NULL: %FAIRLEAD_NO_VERTEX. USAGE where it
 * stands for several. */
gboolean ownership_select_one (FleadNetwork *network, const char *entity, FairleadVertex *vertex,
                               GError **error);

G_END_DECLS
