/* graph/ownership/rules/cascade.h: the least fixed point of a rule, from one set of parties, on one
 * kind of bound */
#pragma once
#include "graph/ownership/holdings/holdings.h"
#include "graph/ownership/rules/rules.h"
G_BEGIN_DECLS

/**
 * FairleadCascade:
 * @place: [n_vertices]: when each became a member, from 1; 0: it is none
 * @members: (element-type FairleadVertex): in the order of @place; who it began from comes first
 * @work: holdings looked at since it was made
 */
typedef struct {
	const FairleadHoldings *holdings;
	const FairleadRule *rule;
	gboolean is_upper;
	guint32 *place;
	GArray *members;
	guint64 work;
	/* private */
	gint64 *total_low;   /* what all holders hold of each company at least; shares and votes */
	gint64 *member_low;  /* the same of members */
	gint64 *member_high; /* what members hold at most */
	GArray *touched;     /* of guint32: whose sums are not 0 */
	guint n_kinds;
} FairleadCascade;

/**
 * fairlead_cascade_new:
 * @is_upper: with upper bounds, the known holdings of others capping each company's at the whole
 *
 * Borrows both. Cost: O(vertices + holdings).
 */
FairleadCascade *fairlead_cascade_new (const FairleadHoldings *holdings, const FairleadRule *rule,
                                       gboolean is_upper);
void fairlead_cascade_free (FairleadCascade *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadCascade, fairlead_cascade_free)

/* Runs from @start and forgets what was before. Cost: the holdings of the members. */
void fairlead_cascade_run (FairleadCascade *self, const FairleadVertex *start, guint32 n);

/* What the members hold of the company together, 0 to 1 in billionths, as the bound has it */
guint32 fairlead_cascade_get_share (const FairleadCascade *self, FairleadVertex company,
                                    FairleadHeld held);
/* Whether the rule lets that much of what is held decide */
gboolean fairlead_cascade_counts (const FairleadCascade *self, FairleadHeld held);
/* Whether a holding alone is a ground of control under the rule */
gboolean fairlead_cascade_controls (const FairleadCascade *self, const FairleadHolding *holding);
gboolean fairlead_cascade_is_overfull (const FairleadCascade *self, FairleadVertex company,
                                       FairleadHeld held);

G_END_DECLS
