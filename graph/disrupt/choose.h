/* graph/disrupt/choose.h: which few items, taken away, leave the least access */
#pragma once
#include "graph/disrupt/access.h"
#include "graph/telling.h"
G_BEGIN_DECLS

/**
 * FairleadChoice:
 * @items: (element-type guint32): vertices, or edges where links are cut, ascending
 * @access: what is left without them
 * @is_exact: whether no other choice leaves less
 * @is_bounded: whether the search was ended by its bound of work
 */
typedef struct {
	GArray *items;
	double access;
	gboolean is_exact;
	gboolean is_bounded;
} FairleadChoice;

void fairlead_choice_clear (FairleadChoice *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadChoice, fairlead_choice_clear)

/**
 * FairleadChooser:
 * @candidates: (element-type guint32): what may be taken away, by order of promise
 * @cost: of each vertex or edge, in units of the budget
 * @max_work: arcs that may be looked at
 * @telling: how much of that is done
 */
typedef struct {
	FairleadAccess *access;
	const GArray *candidates;
	const guint32 *cost;
	guint budget;
	guint64 max_work;
	const FairleadTelling *telling;
} FairleadChooser;

/* The first candidates that the budget pays for: the baseline */
void fairlead_choose_in_order (const FairleadChooser *self, FairleadChoice *choice);
/* Step by step what takes most for its cost, and then swaps one chosen for one that is not, as long
 * as that takes more; also from the baseline, and the better of both */
void fairlead_choose_greedily (const FairleadChooser *self, FairleadChoice *choice);
/* Every subset, where the bound of work allows; FALSE where it does not */
gboolean fairlead_choose_exactly (const FairleadChooser *self, FairleadChoice *choice);

G_END_DECLS
