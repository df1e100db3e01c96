/* graph/selection/selection.h: a part of a network: who is near somebody, in one component, of some
 * kinds, or carries the first ranks */
#pragma once
#include "graph/ranking.h"
G_BEGIN_DECLS

/**
 * FairleadSelection:
 * @vertices: of FairleadVertex, ascending
 * @links: of FairleadLink, ascending; both ends of each are among @vertices
 */
typedef struct {
	GArray *vertices;
	GArray *links;
} FairleadSelection;

/**
 * FairleadSelector:
 * @kinds: a bit for each FairleadKind to keep, as `1u << kind`; 0: all
 * @component: the N-th largest component of what @kinds keeps; 0: all. Of two of one size the one
 *   with the smaller vertex is the larger.
 * @around: (nullable): of FairleadVertex: only what is at most @hops links from one of them, over
 *   what @kinds keeps
 * @top: only the first so many ranked, and what leads from them to the target; 0: all
 * @n_paths: of that: at most so many paths for each
 *
 * What is kept passes all of them.
 */
typedef struct {
	guint32 kinds;
	guint component;
	const GArray *around;
	guint hops;
	guint top;
	guint n_paths;
} FairleadSelector;

/**
 * fairlead_selection_new:
 * @ranking: (nullable): needed for `top`
 *
 * Of `top`, only the links of the paths are kept; of all else, every link between two vertices that
 * are kept. May be empty.
 *
 * Cost: O(links) for each hop and for the component.
 */
FAIRLEAD_API FairleadSelection *fairlead_selection_new (FairleadNetwork *network,
                                                        FairleadRanking *ranking,
                                                        const FairleadSelector *selector);
FAIRLEAD_API void fairlead_selection_free (FairleadSelection *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadSelection, fairlead_selection_free)

G_END_DECLS
