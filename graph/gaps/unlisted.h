/* graph/gaps/unlisted.h: who is owned or run by the listed, and is on no list */
#pragma once
#include "graph/gaps/gaps.h"
G_BEGIN_DECLS

typedef enum {
	FAIRLEAD_HOLD_OWNED,          /* at least half of it, or the whole where no share is said */
	FAIRLEAD_HOLD_POSSIBLY_OWNED, /* a share that may be half or more */
	FAIRLEAD_HOLD_RUN,            /* controlled, managed or directed */
	FAIRLEAD_N_HOLDS
} FairleadHoldKind;

/* `owned`, `possibly owned`, `run` */
FAIRLEAD_API const char *fairlead_hold_name (FairleadHoldKind kind);

/**
 * FairleadHold:
 * @holder: who is listed, now
 * @bodies: of char: by whom, by name
 * @link: the link that says so
 */
typedef struct {
	FairleadHoldKind kind;
	FairleadVertex holder;
	GPtrArray *bodies;
	FairleadLink link;
} FairleadHold;

/**
 * FairleadUnlisted:
 * @vertex: on no list now
 * @kind: of the strongest hold
 * @holds: of FairleadHold, strongest first, then by holder and link
 */
typedef struct {
	FairleadVertex vertex;
	FairleadHoldKind kind;
	GPtrArray *holds;
} FairleadUnlisted;

/**
 * fairlead_unlisted_dup_all:
 *
 * Parties that a listed party owns, controls, manages or directs by a link that is not over, and
 * that no body lists now. One link alone: what chains of owners and their sums come to is not asked
 * here. A share that cannot be half is not counted; nor are offices without a say (secretary,
 * nominee). Bodies and programme of the question choose the listed parties.
 *
 * Returns: (transfer full): of FairleadUnlisted, by kind, then by name and id
 */
FAIRLEAD_API GPtrArray *fairlead_unlisted_dup_all (FairleadNetwork *network,
                                                   const FairleadGapQuestion *question);

G_END_DECLS
