/* graph/ownership/holdings/holdings.h: who holds how much of whom: ownership by law, on one day
 *
 * Parallel links about one holding are one holding, never a sum: docs/ownership.md tells how they
 * are brought together. */
#pragma once
#include "graph/network/network.h"
#include "graph/ownership/holdings/law.h"
G_BEGIN_DECLS

enum {
	FAIRLEAD_HOLDING_INFERRED = 1 << 0, /* the whole, for nobody else has title */
	FAIRLEAD_HOLDING_INDIRECT = 1 << 1, /* only links say so that tell of holdings through
	                                       others */
	FAIRLEAD_HOLDING_DISPUTED = 1
	                            << 2, /* the sources do not agree: the hull of what they say */
	FAIRLEAD_HOLDING_UNSURE = 1 << 3, /* whether it was so on that day is open */
};

/**
 * FairleadHolding:
 * @low, @high: the share, in billionths
 * @first_link: of the links from holder to company, which follow each other
 */
typedef struct {
	FairleadVertex holder;
	FairleadVertex company;
	guint32 low;
	guint32 high;
	FairleadLink first_link;
	guint32 n_links;
	guint8 held; /* FairleadHeld */
	guint8 flags;
} FairleadHolding;

/**
 * FairleadHoldings:
 * @items: [n]: by holder, company and what is held
 * @out: [n_vertices + 1]: where the holdings of a holder begin
 * @in: [n_vertices + 1] into @in_items: the holdings in a company
 */
typedef struct {
	FairleadNetwork *network;
	guint32 n_vertices;
	guint32 n;
	FairleadHolding *items;
	guint32 *out;
	guint32 *in;
	guint32 *in_items;
	gint32 as_of;
} FairleadHoldings;

/**
 * fairlead_holdings_new:
 * @as_of: the day; %FAIRLEAD_DAY_OPEN_FUTURE: the last state that the records tell of, which is
 *   without links that are over
 *
 * Cost: O(links), and a sort of each group of parallel links.
 */
FAIRLEAD_API FairleadHoldings *fairlead_holdings_new (FairleadNetwork *network, gint32 as_of);
FAIRLEAD_API void fairlead_holdings_free (FairleadHoldings *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadHoldings, fairlead_holdings_free)

/* Makes @out, @in and @in_items from the items, which must be in their order */
void fairlead_holdings_group (FairleadHoldings *self);

/* The links that a holding stands on. Returns: (transfer full) (element-type FairleadLink) */
FAIRLEAD_API GArray *fairlead_holding_dup_links (const FairleadHoldings *self, guint32 holding);

/* Whether something with that period held on the day */
typedef enum {
	FAIRLEAD_HELD_NOT,
	FAIRLEAD_HELD_PERHAPS,
	FAIRLEAD_HELD_SURELY,
} FairleadHeldThen;

FairleadHeldThen fairlead_period_held (const FairleadPeriod *period, gint32 as_of);

G_END_DECLS
