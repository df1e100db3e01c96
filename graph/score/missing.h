/* graph/score/missing.h: links that nobody recorded, and undecided merges, drawn as they may be
 *
 * Of each class of links only a part is recorded, which the parameters state. As many are missing
 * as that says; where, nobody knows. A part of them (`missing-close`) joins the first end of a
 * recorded link of the kind with a party two steps away, for what is hidden hangs together; the
 * others join it with the second end of any other link of the kind: who has many has more. */
#pragma once
#include <gio/gio.h>
#include "graph/measure/control.h"
#include "graph/score/score.h"
G_BEGIN_DECLS

/**
 * FairleadMerge:
 * @probability: that @left and @right are one party
 */
typedef struct {
	FairleadVertex left;
	FairleadVertex right;
	double probability;
} FairleadMerge;

/**
 * fairlead_merges_find:
 *
 * Pairs that may be one and that nobody has decided on, by graph/resolve/proposals.h: as `fairlead
 * resolve` proposes them.
 *
 * Returns: (transfer full) (element-type FairleadMerge): by falling probability; NULL where it was
 *   cancelled. Cost: that of fairlead_proposals_new().
 */
FAIRLEAD_API GArray *fairlead_merges_find (FairleadNetwork *network, GCancellable *cancellable,
                                           GError **error);

typedef struct _FairleadMissingPool FairleadMissingPool;

/**
 * fairlead_missing_pool_new:
 * @scoring: borrowed, with its whole graph
 * @number: (nullable): of each vertex, 0 where it takes no part; NULL: all do
 * @merges: (nullable) (element-type FairleadMerge): what may be one
 *
 * Cost: O(links).
 */
FairleadMissingPool *fairlead_missing_pool_new (const FairleadScoring *scoring,
                                                const guint32 *number, const GArray *merges);
/* Only links of this class, and no merges */
FairleadMissingPool *fairlead_missing_pool_new_of_class (const FairleadScoring *scoring,
                                                         const guint32 *number,
                                                         FairleadLinkClass link_class);
void fairlead_missing_pool_free (FairleadMissingPool *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadMissingPool, fairlead_missing_pool_free)

/* A number of 64 bits for each of another: the same everywhere (SplitMix64, Steele, Lea and Flood
 * 2014, doi:10.1145/2660193.2660195) */
static inline guint64
fairlead_mix (guint64 x)
{
	x += 0x9e3779b97f4a7c15u;
	x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
	x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
	return x ^ (x >> 31);
}

static inline double
fairlead_mix_part (guint64 x)
{
	return (double) (fairlead_mix (x) >> 11) * 0x1p-53;
}

/**
 * fairlead_missing_pool_draw:
 * @seed: the same draws the same, on any thread
 * @missing: (element-type FairleadMissing): what is drawn is appended
 *
 * Of a class of which the part p is recorded, a recorded link stands for (1 - p) / p missing ones.
 * Two parties that are drawn to be one have each the links of both.
 */
void fairlead_missing_pool_draw (const FairleadMissingPool *self, guint64 seed, GArray *missing);

G_END_DECLS
