/* output/ownership/words.h: verdicts and holdings in words, the same wherever they are shown */
#pragma once
#include "graph/ownership/rules/findings.h"
G_BEGIN_DECLS

/* `60 %`, `25-50 %`, `?` where nothing is known */
FAIRLEAD_API char *fairlead_share_dup_words (guint32 low, guint32 high);

/* `OFAC 50 Percent Rule of 2014-08-13`; of a rule that does not bind, it says so */
FAIRLEAD_API char *fairlead_rule_dup_words (const FairleadRule *rule);

/**
 * fairlead_standing_dup_words:
 *
 * The verdict with its ground: `owned, at least 55 %`, `owned, 20 to 100 %`, `votes, at least
 * 60 %`, `controlled perhaps`, `listed`.
 */
FAIRLEAD_API char *fairlead_standing_dup_words (const FairleadStanding *standing);

/* The whole sentence: `owned, at least 55 %: definite under the OFAC 50 Percent Rule of
 * 2014-08-13` */
FAIRLEAD_API char *fairlead_standing_dup_sentence (const FairleadStanding *standing,
                                                   const FairleadRule *rule);

/* What would make it definite, and where that could come from: `7.5 points more: open at X
 * (25-50 %); 30 % of it without a recorded holder`. NULL where nothing is missing. */
FAIRLEAD_API char *fairlead_judgement_dup_missing_words (const FairleadJudgement *judgement,
                                                         FairleadVertex vertex);

/* `registered owner`, `controls`, `holds 60 %`: what a holding is, between two names */
char *fairlead_holding_dup_words (const FairleadHoldings *holdings, guint32 holding);
/* (transfer full) (element-type utf8): `file:line` of all that say so, each once */
GPtrArray *fairlead_holding_dup_sources (const FairleadHoldings *holdings, guint32 holding);

G_END_DECLS
