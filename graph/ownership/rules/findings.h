/* graph/ownership/rules/findings.h: who falls under a rule, with the integrated share beside it */
#pragma once
#include <gio/gio.h>
#include "graph/ownership/rules/judgement.h"
G_BEGIN_DECLS

/* Whether the cascade of the rule and the integrated share say the same. Where they do not, a
 * chain of thin majorities or a circle is the reason: circles can hide a holding from the one
 * and from the other. */
typedef enum {
	FAIRLEAD_MEASURES_AGREE,
	FAIRLEAD_MEASURES_CASCADE_ONLY,    /* falls under the rule, though less is held in sum */
	FAIRLEAD_MEASURES_INTEGRATED_ONLY, /* does not, though as much is held in sum */
	FAIRLEAD_N_MEASURES
} FairleadMeasures;

FAIRLEAD_API const char *fairlead_measures_name (FairleadMeasures measures);

/**
 * FairleadFinding:
 * @standing: by the cascade of the rule
 * @low, @high: of the integrated share that the listed hold, 0 to 1; for a rule per person, of the
 *   one by whom it stands
 * @measures: of lower bounds
 * @is_circular: whether it is in a circle of sure holdings
 * @is_unsettled: whether a circle too large and too tight leaves its integrated share open
 */
typedef struct {
	FairleadVertex vertex;
	FairleadStanding standing;
	double low;
	double high;
	FairleadMeasures measures;
	gboolean is_circular;
	gboolean is_unsettled;
} FairleadFinding;

/**
 * FairleadFindings:
 * @findings: (element-type FairleadFinding): whom the rule may reach, without the listed: the
 *   definite first, then by share, then by id; behind them the clear whose integrated share passes
 *   the threshold
 * @n_listed: how many are listed
 * @n_unsettled: how many companies such circles leave open
 * @closed: (element-type GArray of FairleadVertex): circles that hold themselves wholly
 */
typedef struct {
	FairleadJudgement *judgement;
	GArray *findings;
	guint n_listed;
	guint n_unsettled;
	GPtrArray *closed;
} FairleadFindings;

/**
 * fairlead_findings_init:
 * @of: (nullable): one vertex, whatever its verdict; NULL: the whole case
 *
 * Borrows @holdings and @rule. For a rule per person, the clear are not searched for integrated
 * shares, for that would ask for one solve a person.
 *
 * Cost: that of the judgement and of the integrated shares: linear.
 */
FAIRLEAD_API void fairlead_findings_init (FairleadFindings *self, const FairleadHoldings *holdings,
                                          const FairleadRule *rule,
                                          const FairleadWhoCounts *listing,
                                          const FairleadVertex *of);
FAIRLEAD_API void fairlead_findings_clear (FairleadFindings *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadFindings, fairlead_findings_clear)

G_END_DECLS
