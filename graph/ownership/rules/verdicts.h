/* graph/ownership/rules/verdicts.h: who falls under the 50 per cent rules of all regimes on a
 * day */
#pragma once
#include "graph/ownership/rules/judgement.h"
#include "graph/telling.h"
G_BEGIN_DECLS

/* Whether somebody whom a rule's lists designate is to count as listed */
typedef gboolean (*FairleadVerdictsCount) (const FairleadRule *rule, FairleadVertex listed,
                                           gconstpointer data);

/**
 * FairleadVerdicts:
 * @rules: (element-type FairleadRule): the shipped ones
 * @judgements: (element-type FairleadJudgement): of each regime of which a rule is in force, in the
 *   order of the rules
 */
typedef struct {
	FairleadHoldings *holdings;
	GPtrArray *rules;
	GPtrArray *judgements;
} FairleadVerdicts;

/**
 * fairlead_verdicts_new:
 * @count: (nullable): chooses among the listed; NULL: all of them
 *
 * Judges every vertex under the shipped rules that are in force on the network's day; where it has
 * none, under the last rules, without what is over. One that is suspended, or of which that is not
 * known, is not asked. Borrows the network. Cost: that of the holdings, and
 * of one judgement for each regime.
 *
 * @telling (nullable) hears of each regime.
 *
 * Returns: NULL where the rules cannot be read, or @cancellable fires, which is looked at before
 *   each regime
 */
FairleadVerdicts *fairlead_verdicts_new (FairleadNetwork *network, FairleadVerdictsCount count,
                                         gconstpointer data, const FairleadTelling *telling,
                                         GCancellable *cancellable, GError **error);
void fairlead_verdicts_free (FairleadVerdicts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadVerdicts, fairlead_verdicts_free)

/* By which rule somebody is owned who is not listed: definite before possible, then in the order of
 * the rules; NULL where none says so */
const FairleadJudgement *fairlead_verdicts_find (const FairleadVerdicts *self,
                                                 FairleadVertex vertex);
/* Where the proof of a verdict stands, from the listed down; (transfer full) (element-type
 * FairleadSource) */
GArray *fairlead_judgement_dup_sources (const FairleadJudgement *self, FairleadVertex vertex);
/* Whether somebody counts as listed under any of the rules */
gboolean fairlead_verdicts_is_listed (const FairleadVerdicts *self, FairleadVertex vertex);

G_END_DECLS
