/* graph/selection/choice.h: a part of a network that is small enough to be looked at */
#pragma once
#include "graph/selection/selection.h"
G_BEGIN_DECLS

/**
 * fairlead_selection_new_of_paths:
 * @paths: of FairleadPath, the most important first
 * @most: vertices; a path that would not fit is left out whole, with whom it begins at
 * @n_left_out: (out): vertices of such paths that are on no other
 *
 * The vertices and links of the paths alone.
 */
FAIRLEAD_API FairleadSelection *fairlead_selection_new_of_paths (const GPtrArray *paths, guint most,
                                                                 guint *n_left_out);

/**
 * fairlead_selection_new_nearest:
 * @ranking: (nullable)
 * @part: where the links are
 * @around: of FairleadVertex, of @part
 * @n_left_out: (out)
 *
 * The @most vertices of @part that are fewest links from @around, of equals the first ranked, then
 * those with most links; and all links of @part between them.
 *
 * Cost: O(links of @part) for each hop.
 */
FAIRLEAD_API FairleadSelection *fairlead_selection_new_nearest (FairleadNetwork *network,
                                                                FairleadRanking *ranking,
                                                                const FairleadSelection *part,
                                                                const GArray *around, guint most,
                                                                guint *n_left_out);

G_END_DECLS
