/* graph/ownership/rules/judgement.h: who falls under a 50 per cent rule, for sure or perhaps
 *
 * The rules are cascades: a company falls under them when enough of it is held by those who are
 * listed or fall under them already. The answer is the least fixed point
 *
 *   B0 = listed,   B(i+1) = B(i) + { e : sum over o in B(i) of w(o, e) >= needed }
 *
 * over exact shares, once with lower and once with upper bounds. Only direct holdings of members
 * are summed, so circles never count twice, and two companies that own each other do not bless
 * themselves. OFAC, FAQ 398, 399, 401. Per person, it is control by majorities along chains. */
#pragma once
#include <gio/gio.h>
#include "graph/ownership/holdings/holdings.h"
#include "graph/ownership/rules/rules.h"
G_BEGIN_DECLS

typedef enum {
	FAIRLEAD_VERDICT_CLEAR,    /* under no shares that the records allow */
	FAIRLEAD_VERDICT_POSSIBLE, /* under some shares that the records allow, or by control */
	FAIRLEAD_VERDICT_DEFINITE, /* under all of them */
	FAIRLEAD_VERDICT_LISTED,   /* itself */
	FAIRLEAD_N_VERDICTS
} FairleadVerdict;

FAIRLEAD_API const char *fairlead_verdict_name (FairleadVerdict verdict);

/**
 * FairleadStanding:
 * @ground: shares, votes or control: by what the verdict stands
 * @low, @high: bounds of what those who count hold together of it, in billionths; those of one
 *   person for a rule that does not aggregate
 * @missing: what they would need to hold beyond @low for it to be definite; 0 where it is
 * @is_overfull: the records give away more than the whole of it: the excess is taken off @low
 * @person: for a rule that does not aggregate: whose holdings these are, the first of a joint
 *   arrangement; else %FAIRLEAD_NO_VERTEX
 */
typedef struct {
	FairleadVerdict verdict;
	FairleadHeld ground;
	guint32 low;
	guint32 high;
	guint32 missing;
	gboolean is_overfull;
	FairleadVertex person;
} FairleadStanding;

/**
 * FairleadWhoCounts:
 * @listed: (nullable) (element-type FairleadVertex): who counts as listed; NULL: by the rule's
 *   lists
 * @joint: (nullable) (element-type GArray): each the vertices of a joint arrangement, which count
 *   as one person
 */
typedef struct {
	const GArray *listed;
	const GPtrArray *joint;
} FairleadWhoCounts;

typedef struct _FairleadJudgement FairleadJudgement;

/**
 * fairlead_judgement_new:
 * @listing: (nullable): NULL: by the rule's lists, no joint arrangements
 *
 * Judges every vertex. Borrows @holdings and @rule. A rule that is suspended is judged as if it
 * were in force: see @rule's state.
 *
 * Cost: O(vertices + holdings); for a rule per person, the holdings that each reaches, up to a
 * bound, see fairlead_judgement_is_bounded().
 */
FAIRLEAD_API FairleadJudgement *fairlead_judgement_new (const FairleadHoldings *holdings,
                                                        const FairleadRule *rule,
                                                        const FairleadWhoCounts *listing);
FAIRLEAD_API void fairlead_judgement_free (FairleadJudgement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadJudgement, fairlead_judgement_free)

FAIRLEAD_API const FairleadRule *fairlead_judgement_get_rule (const FairleadJudgement *self);
FAIRLEAD_API const FairleadHoldings *fairlead_judgement_get_holdings (
	const FairleadJudgement *self);
FAIRLEAD_API FairleadVerdict fairlead_judgement_get_verdict (const FairleadJudgement *self,
                                                             FairleadVertex vertex);
FAIRLEAD_API void fairlead_judgement_get_standing (const FairleadJudgement *self,
                                                   FairleadVertex vertex,
                                                   FairleadStanding *standing);
/* Whether the search per person was ended by its bound: 'possible' is then said of some who may
 * only fall under the rule were holdings of different persons summed */
FAIRLEAD_API gboolean fairlead_judgement_is_bounded (const FairleadJudgement *self);

/* Who began the cascade by which a vertex stands: all who are listed, or the person, with those of
 * a joint arrangement; empty where nobody holds anything of it. (element-type FairleadVertex) */
FAIRLEAD_API GArray *fairlead_judgement_dup_start (const FairleadJudgement *self,
                                                   FairleadVertex vertex);

/**
 * fairlead_judgement_dup_open:
 * @unrecorded: (out): how much of the company no holder is known for, in billionths at most
 *
 * Where a share could come from that is missing for a definite verdict: the holdings in @vertex
 * whose holders may count and that may be more than is sure.
 *
 * Returns: (transfer full) (element-type guint32): indices of holdings
 */
FAIRLEAD_API GArray *fairlead_judgement_dup_open (const FairleadJudgement *self,
                                                  FairleadVertex vertex, guint32 *unrecorded);

/**
 * fairlead_judgement_dup_proof:
 *
 * The holdings that carry a definite or possible verdict, from the listed down, no more of them
 * than it needs: of each company the greatest of those whose holders were members before it.
 *
 * Returns: (transfer full) (element-type guint32): indices of holdings; empty for the clear and the
 *   listed
 */
FAIRLEAD_API GArray *fairlead_judgement_dup_proof (const FairleadJudgement *self,
                                                   FairleadVertex vertex);

G_END_DECLS
