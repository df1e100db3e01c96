/* graph/versions.h: of the libraries that what is computed may depend on */
#pragma once
#include <glib.h>
#include "ingest/export.h"
G_BEGIN_DECLS

/* (transfer full): `0.10.2` */
FAIRLEAD_API char *fairlead_igraph_dup_version (void);

G_END_DECLS
