/* graph/facts/disagreement.h: what the records of one party cannot all be right about */
#pragma once
#include "graph/facts/facts.h"
G_BEGIN_DECLS

/**
 * FairleadClaim:
 * @value: what is said, in the words of the output: `1962`, `KP (2014/2016)`
 * @sources: of char: who says so, as `file:line`
 */
typedef struct {
	char *value;
	GPtrArray *sources;
} FairleadClaim;

/**
 * FairleadDisagreement:
 * @label: the attribute or scheme: `birth-date`
 * @claims: of FairleadClaim, at least two, in the order of the facts
 */
typedef struct {
	const char *label;
	GPtrArray *claims;
} FairleadDisagreement;

/**
 * fairlead_facts_dup_disagreements:
 * @facts: of FairleadFact, as fairlead_facts_dup_of() gives them
 *
 * An attribute or scheme of which a party has one at a time, and of which two records, or two
 * files, have no value in common: dates whose days do not overlap, countries of one time, numbers
 * and words that differ. A source that itself gives several values disagrees with one that has none
 * of them. A date said to be about a day or year is taken a year wider on both sides.
 *
 * Returns: (transfer full): of FairleadDisagreement, in the order of the facts
 */
FAIRLEAD_API GPtrArray *fairlead_facts_dup_disagreements (FairleadNetwork *network,
                                                          const GPtrArray *facts);

/* `2014/2016`, `2014/`; NULL where nothing is known of the period */
FAIRLEAD_API char *fairlead_period_dup_interval (const FairleadPeriod *period);

G_END_DECLS
