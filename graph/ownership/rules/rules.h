/* graph/ownership/rules/rules.h: the 50 per cent rules as dated data */
#pragma once
#include "ingest/grammar/period.h"
#include "ingest/grammar/share.h"
G_BEGIN_DECLS

/* Whether a rule binds in its period */
typedef enum {
	FAIRLEAD_RULE_IN_FORCE,
	FAIRLEAD_RULE_SUSPENDED,
	FAIRLEAD_RULE_UNKNOWN,
	FAIRLEAD_N_RULE_STATES
} FairleadRuleState;

FAIRLEAD_API const char *fairlead_rule_state_name (FairleadRuleState state);

/**
 * FairleadRule:
 * @id: unique within its file
 * @regime: OFAC, BIS, EU, UK
 * @lists: (array zero-terminated=1): whose parties count: `LIST`, or `LIST/PREFIX` for the
 *   programmes that begin so
 * @needed: least share that falls under the rule, in billionths: of 'more than 50 %' the next one
 * @per_person: holdings of different persons are not summed
 * @votes: as much of the voting rights will do as well
 * @control: who is controlled by other means may fall under the rule too
 * @from, @until: first and last day; %FAIRLEAD_DAY_OPEN_PAST and %FAIRLEAD_DAY_OPEN_FUTURE: not
 *   stated
 * @mark: whether the source was read
 *
 * One rule over one period. Rules of one regime do not overlap.
 */
typedef struct {
	char *id;
	char *regime;
	char *title;
	char *words;
	GStrv lists;
	guint32 needed;
	gboolean per_person;
	gboolean votes;
	gboolean control;
	FairleadRuleState state;
	gint32 from;
	gint32 until;
	char *source;
	char *url;
	char *mark;
} FairleadRule;

/* The rules that are shipped. Returns: (transfer full) (element-type FairleadRule) */
FAIRLEAD_API GPtrArray *fairlead_rules_new_shipped (GError **error);
/* Those of a file of the same form. Errors name its line. */
FAIRLEAD_API GPtrArray *fairlead_rules_load (const char *path, GError **error);

/**
 * fairlead_rules_find:
 * @name: a regime, in any case, or the id of a rule
 * @as_of: a day; %FAIRLEAD_DAY_OPEN_FUTURE: the last rule of the regime
 *
 * Fails with UNKNOWN_REFERENCE, naming what there is, when no rule has that name or none of the
 * regime covers that day.
 *
 * Returns: (transfer none): good while the rules live
 */
FAIRLEAD_API const FairleadRule *fairlead_rules_find (const GPtrArray *rules, const char *name,
                                                      gint32 as_of, GError **error);

/* The rule of each regime on that day, as fairlead_rules_find() has it, where it is in force; in
 * the order of the rules. Returns: (transfer container) (element-type FairleadRule) */
FAIRLEAD_API GPtrArray *fairlead_rules_dup_in_force (const GPtrArray *rules, gint32 as_of);

/* `50 % or more`, `more than 50 %` */
FAIRLEAD_API char *fairlead_rule_dup_threshold (const FairleadRule *self);
/* Its first day, as `2014-08-13`; NULL where that is not stated */
FAIRLEAD_API char *fairlead_rule_dup_from (const FairleadRule *self);

G_END_DECLS
