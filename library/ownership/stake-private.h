/* library/ownership/stake-private.h: what a stake says */
#pragma once
#include <fairlead/ownership.h>
#include "graph/ownership/rules/judgement.h"
G_BEGIN_DECLS

/* @rule: borrowed; empty of an owner */
typedef struct {
	FairleadVertex vertex;
	guint hops;
	double low;
	double high;
	FairleadVerdict verdict;
	const char *rule;
	double power; /* NaN where it was not asked */
} StakeValues;

/* Copies @values, but for the rule */
FleadStake *flead_stake_new (FleadNetwork *network, const StakeValues *values);

G_END_DECLS
