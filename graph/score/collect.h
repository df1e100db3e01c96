/* graph/score/collect.h: which unknown would change the first of a ranking most: what to collect
 * next */
#pragma once
#include "graph/ranking.h"
#include "graph/telling.h"
G_BEGIN_DECLS

typedef enum {
	FAIRLEAD_UNKNOWN_OWNER,  /* who owns a ship or company of which no owner is recorded */
	FAIRLEAD_UNKNOWN_MERGE,  /* whether two parties are one */
	FAIRLEAD_UNKNOWN_SOURCE, /* links of a class that no file that was read states */
	FAIRLEAD_N_UNKNOWNS
} FairleadUnknownKind;

FAIRLEAD_API const char *fairlead_unknown_name (FairleadUnknownKind kind);

/**
 * FairleadUnknown:
 * @party: whose owner it is, or the first of two that may be one; %FAIRLEAD_NO_VERTEX for a source
 * @other: the second of the two; else %FAIRLEAD_NO_VERTEX
 * @link_class: of the links that a source would state
 * @chance: that it turns out as supposed: that the owner is of the target, that the two are one; 1
 *   for a source, whose change is a mean
 * @change: of the first 10, if it does: the sum over all who are in either list of how many places
 *   they move, all places beyond 10 being the 11th
 * @newcomer: the best of those who were not among them; %FAIRLEAD_NO_VERTEX where nobody comes, and
 *   for a source
 */
typedef struct {
	FairleadUnknownKind kind;
	FairleadVertex party;
	FairleadVertex other;
	FairleadLinkClass link_class;
	double chance;
	double change;
	FairleadVertex newcomer;
} FairleadUnknown;

/**
 * fairlead_collect:
 * @seed: of the draws that stand for a source
 * @telling: (nullable): how many times was ranked
 *
 * Supposes one unknown after the other, ranks again, and sorts them by @chance x @change:
 *
 * - the owner of each ship and company among the first 50 rows that has none on record, as if it
 *   were the member of the target who owns the most; the chance is the exposure of the party;
 * - pairs that may be one (fairlead_merges_find()), the first 50 of those with one of the first 200
 *   rows or of the target;
 * - for each class of links, those that are missing by `[recorded]`, as the mean of 20 draws.
 *
 * How far two lists are apart is the footrule of Fagin, Kumar and Sivakumar 2003,
 * doi:10.1137/S0895480102412856, with the place 11 for all others.
 *
 * Cost: the ranking of the arena again, up to 300 times, and that of the proposals.
 *
 * Returns: (transfer full) (element-type FairleadUnknown): those that change anything; NULL on
 *   failure
 */
FAIRLEAD_API GArray *fairlead_collect (FairleadRanking *ranking, guint32 seed,
                                       const FairleadTelling *telling, GCancellable *cancellable,
                                       GError **error);

G_END_DECLS
