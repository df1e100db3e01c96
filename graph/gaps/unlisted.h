/* graph/gaps/unlisted.h: who is owned or run by the listed, and is on no list */
#pragma once
#include "graph/gaps/gaps.h"
#include "graph/ownership/rules/judgement.h"
G_BEGIN_DECLS

typedef enum {
	FAIRLEAD_HOLD_OWNED,          /* definite under a rule; without one at least half of it */
	FAIRLEAD_HOLD_POSSIBLY_OWNED, /* possible under a rule; without one perhaps half */
	FAIRLEAD_HOLD_RUN,            /* controlled, managed or directed */
	FAIRLEAD_N_HOLDS
} FairleadHoldKind;

/* `owned`, `possibly owned`, `run` */
FAIRLEAD_API const char *fairlead_hold_name (FairleadHoldKind kind);

/**
 * FairleadHold:
 * @holder: who is listed, now; of several that together own it, the first of the proof
 * @bodies: of char: by whom, by name
 * @link: the link that says so; under a rule, one of the last step of the proof
 * @rule: (nullable): the rule under which it is owned; NULL: by that one link
 * @rules: (nullable): what keeps @rule alive
 * @standing: under @rule: the verdict and the share that counts, at least and at most
 * @sources: of FairleadSource: of all links of the proof, from the listed down
 */
typedef struct {
	FairleadHoldKind kind;
	FairleadVertex holder;
	GPtrArray *bodies;
	FairleadLink link;
	const FairleadRule *rule;
	GPtrArray *rules;
	FairleadStanding standing;
	GArray *sources;
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
 * Parties that no body lists now, and that the listed own or run. Owned is asked under the last
 * rules of OFAC, the EU and the UK, chains and sums included: a hold for each rule that they fall
 * under, for sure or perhaps. Whoever only bodies without such a rule list owns by one link of half
 * or more. Run is by one link of control, management or an office with a say (no secretary, no
 * nominee) that is not over. Bodies and programme of the question choose the listed parties.
 *
 * Returns: (transfer full): of FairleadUnlisted, by kind, then by name and id; NULL where the rules
 *   cannot be read, or the question is given up
 */
FAIRLEAD_API GPtrArray *fairlead_unlisted_dup_all (FairleadNetwork *network,
                                                   const FairleadGapQuestion *question,
                                                   GError **error);

G_END_DECLS
