/* library/path/path-private.h: what paths and hops know of each other */
#pragma once
#include <fairlead/path.h>
#include "graph/ranking.h"
G_BEGIN_DECLS

FleadNetwork *flead_paths_get_network (FleadPaths *self);
/* Borrowed from the paths */
const FairleadPath *flead_paths_get_path (FleadPaths *self, guint position);

FleadPath *flead_path_new (FleadPaths *paths, guint position);
/* (transfer full): evidence of a ranking for a party. @paths: of FairleadPath */
FleadPaths *flead_paths_new_evidence (FleadRanking *ranking, FleadEntity *entity, GPtrArray *paths);

G_END_DECLS
