/* graph/ownership/holdings/law.h: which links are ownership by law, and what they say when they
 * state no share: one table */
#pragma once
#include "ingest/record/kinds.h"
G_BEGIN_DECLS

/* What of a company is held */
typedef enum {
	FAIRLEAD_HELD_SHARES,
	FAIRLEAD_HELD_VOTES,
	FAIRLEAD_HELD_CONTROL, /* no share can be named */
	FAIRLEAD_N_HELD
} FairleadHeld;

/* A share that a link does not state */
typedef enum {
	FAIRLEAD_UNSTATED_UNKNOWN, /* [0, 1] */
	FAIRLEAD_UNSTATED_SOLE,    /* the whole of a ship or aircraft, where nobody else has title;
	                              else unknown */
	FAIRLEAD_UNSTATED_WHOLE,   /* the whole: both are one person in law */
	FAIRLEAD_UNSTATED_CONTROL, /* no share at all, but control */
} FairleadUnstated;

/**
 * FairleadHoldingLaw:
 * @held: shares or votes
 * @unstated: what the link says without a share
 * @is_direct: whether a stated share is held as such. One held through others stands in links of
 *   its own: it is no lower bound here.
 * @is_control: whether the link is a ground of control beside its share
 */
typedef struct {
	FairleadHeld held;
	FairleadUnstated unstated;
	gboolean is_direct;
	gboolean is_control;
} FairleadHoldingLaw;

/* kind of link, what is held, when unstated, directly, and a ground of control */
#define FAIRLEAD_HOLDING_LAW_TABLE(X)                        \
	X (REGISTERED_OWNER, SHARES, SOLE, TRUE, FALSE)      \
	X (SHAREHOLDER, SHARES, UNKNOWN, TRUE, FALSE)        \
	X (PARENT, SHARES, UNKNOWN, TRUE, TRUE)              \
	X (HEAD_OFFICE, SHARES, WHOLE, TRUE, TRUE)           \
	X (OWNER_OR_CONTROLLER, SHARES, UNKNOWN, TRUE, TRUE) \
	X (BENEFICIAL_OWNER, SHARES, UNKNOWN, FALSE, FALSE)  \
	X (PROPERTY_INTEREST, SHARES, UNKNOWN, FALSE, FALSE) \
	X (ULTIMATE_PARENT, SHARES, UNKNOWN, FALSE, TRUE)    \
	X (CONTROLLER, VOTES, CONTROL, TRUE, FALSE)

/* `shares`, `votes`, `control` */
const char *fairlead_held_name (FairleadHeld held);
/* NULL for links that are no ownership */
const FairleadHoldingLaw *fairlead_holding_law (FairleadLinkKind kind);

G_END_DECLS
