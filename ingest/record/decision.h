/* ingest/record/decision.h: judgements that two entities are the same, different, or not decided
 *
 * Kept apart from the facts, in the order in which they were taken. Nothing is ever erased: who
 * undoes a decision is noted on it, and the one that stood for the pair before stands again. */
#pragma once
#include <glib.h>
#include "ingest/export.h"
G_BEGIN_DECLS

typedef enum {
	FAIRLEAD_DECIDED_SAME,
	FAIRLEAD_DECIDED_DIFFERENT,
	FAIRLEAD_DECIDED_UNDECIDED, /* left open; takes back what was decided before */
	FAIRLEAD_N_SAMENESSES
} FairleadSameness;

FAIRLEAD_API const char *fairlead_sameness_name (FairleadSameness verdict);
FAIRLEAD_API gboolean fairlead_sameness_from_name (const char *name, FairleadSameness *verdict);

/* Nobody computed a probability */
#define FAIRLEAD_NO_PROBABILITY (-1.0)

/**
 * FairleadDecision:
 * @left: an entity's key, `scheme:id`; of the two the smaller one by bytes
 * @right: the other one's
 * @who: (nullable): a person, or the rule that merged by itself
 * @when: (nullable): ISO 8601, `2026-03-01T09:30:00Z`, or a day alone
 * @why: (nullable): in words
 * @probability: that they are the same, as it was proposed; %FAIRLEAD_NO_PROBABILITY for none
 * @undone_by: (nullable): who undid it
 * @undone_on: (nullable): when; a decision stands as long as this is NULL
 * @line: in the file, or number in the case, that it was read from; 0 for none
 */
typedef struct {
	const char *left;
	const char *right;
	FairleadSameness verdict;
	const char *who;
	const char *when;
	const char *why;
	double probability;
	const char *undone_by;
	const char *undone_on;
	guint64 line;
} FairleadDecision;

/* All decisions, first to last */
typedef struct _FairleadDecisions FairleadDecisions;

/* @name: (nullable): of the file or case that holds them, for messages */
FAIRLEAD_API FairleadDecisions *fairlead_decisions_new (const char *name);
FAIRLEAD_API FairleadDecisions *fairlead_decisions_ref (FairleadDecisions *self);
FAIRLEAD_API void fairlead_decisions_unref (FairleadDecisions *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadDecisions, fairlead_decisions_unref)

/* Copies @decision behind the others, with its ends in order. Fails with INVALID_VALUE, naming the
 * line where it has one, when an end is no key, both are one, or the probability is none. */
FAIRLEAD_API gboolean fairlead_decisions_add (FairleadDecisions *self,
                                              const FairleadDecision *decision, GError **error);
FAIRLEAD_API guint fairlead_decisions_get_n (const FairleadDecisions *self);
/* The nth from 0; good as long as @self */
FAIRLEAD_API const FairleadDecision *fairlead_decisions_get (const FairleadDecisions *self,
                                                             guint n);
/* `decisions.csv:12`, or `decision 12` where it was not read from a file or case */
FAIRLEAD_API char *fairlead_decisions_dup_place (const FairleadDecisions *self, guint n);

/* Number of the decision that stands for a pair, the ends in any order, or -1. O(1). */
FAIRLEAD_API gint fairlead_decisions_find (const FairleadDecisions *self, const char *left,
                                           const char *right);
/* Number of the last decision that was not undone, or -1 */
FAIRLEAD_API gint fairlead_decisions_find_last (const FairleadDecisions *self);
/* Whether decision @n is the one that stands for its pair */
FAIRLEAD_API gboolean fairlead_decisions_stands (const FairleadDecisions *self, guint n);

/* Undoes decision @n: whatever stood for the pair before it stands again, as if it had never been
 * taken. Undoing twice is INVALID_VALUE. */
FAIRLEAD_API gboolean fairlead_decisions_undo (FairleadDecisions *self, guint n, const char *who,
                                               const char *when, GError **error);

/* Whoever writes the decisions notes where the nth stands now */
FAIRLEAD_API void fairlead_decisions_set_line (FairleadDecisions *self, guint n, guint64 line);

/* Copies all decisions of @other behind those of @self; they keep their places */
FAIRLEAD_API void fairlead_decisions_append (FairleadDecisions *self,
                                             const FairleadDecisions *other);

/**
 * fairlead_decisions_take_in:
 * @n_undone: (out): how many of @self were undone, because they are in @other
 *
 * Copies those decisions of @other that @self lacks behind its own, as new ones. A decision that
 * both have (the same pair, verdict, who, when and why) stays, and is undone where @other has it
 * undone; so taking in the same again changes nothing.
 *
 * Returns: how many were added
 */
FAIRLEAD_API guint fairlead_decisions_take_in (FairleadDecisions *self,
                                               const FairleadDecisions *other, guint *n_undone);

/* The time in UTC as decisions note it; the caller frees it */
FAIRLEAD_API char *fairlead_decision_dup_now (void);

G_END_DECLS
