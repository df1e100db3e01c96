/* ingest/case/case-search.h: candidates for a name in any script, a number or an address
 *
 * Each call takes some milliseconds on two million entities: no table is read whole. What it
 * returns are entities as their sources have them, not joined: a party on three lists is found
 * three times. Their keys are those of fairlead_records_find(). */
#pragma once
#include "ingest/case/case.h"
G_BEGIN_DECLS

/**
 * FairleadCandidate:
 * @key: the entity's, `ofac:17068`
 * @text: what was found: the name, number or address that fits best, as it is written
 * @similarity: how alike @text and the query are, 0 to 1: the share of their three-letter pieces
 *   that both have (Dice), in the better of two spellings, their own and the Latin one; 1 for the
 *   same key. A first order; what a difference means is for the caller to judge.
 * @kind: a FairleadKind, as far as one mention says
 * @valid: of a number: its form and check digit are right
 * @scheme: of a number: a FairleadIdScheme
 */
typedef struct {
	char *key;
	char *text;
	double similarity;
	guint8 kind;
	guint8 scheme;
	gboolean valid;
} FairleadCandidate;

FAIRLEAD_API void fairlead_candidate_free (FairleadCandidate *self);

/**
 * fairlead_case_search_names:
 * @limit: most entities to return
 *
 * Entities with a name like @text, in any script and with typing errors: those whose folded or
 * Latin key has the most of the rarest three-letter pieces of the query's. An entity stands once,
 * with its best name; the most alike first, then by key. Addresses are not among them.
 *
 * Returns: (transfer full) (element-type FairleadCandidate): empty where nothing is alike
 */
FAIRLEAD_API GPtrArray *fairlead_case_search_names (FairleadCase *self, const char *text,
                                                    guint limit, GError **error);

/* The same for addresses: entities that are addresses, and parties with the address as a text */
FAIRLEAD_API GPtrArray *fairlead_case_search_addresses (FairleadCase *self, const char *text,
                                                        guint limit, GError **error);

/**
 * fairlead_case_search_numbers:
 * @scheme: a FairleadIdScheme, or %FAIRLEAD_N_ID_SCHEMES for any
 * @number: as it is written; the scheme's own form is looked up as well
 *
 * Entities with exactly this number, by key.
 */
FAIRLEAD_API GPtrArray *fairlead_case_search_numbers (FairleadCase *self, FairleadIdScheme scheme,
                                                      const char *number, guint limit,
                                                      GError **error);

/**
 * fairlead_case_load_like:
 * @text: a name, a number with or without its scheme before it, or an address
 * @n: most names, and most addresses, that are taken for like it
 *
 * What the case says now of those that may be meant, and of those that share a number with them
 * that joins, or are joined with them by what was decided: their names, numbers, listings and the
 * addresses that were found, without links, events, other attributes and issues. Where fewer than
 * @n names have a piece of @text, a search of it finds the same as one of all the case says.
 *
 * Returns: (transfer full): the records
 */
FAIRLEAD_API FairleadRecords *fairlead_case_load_like (FairleadCase *self, const char *text,
                                                       guint n, GCancellable *cancellable,
                                                       GError **error);

/**
 * fairlead_case_load_around:
 * @expressions: (array zero-terminated=1): as fairlead_expressions_select() takes them
 * @most: entities that are read one by one at most
 *
 * What the case says now of those that may be meant, and of those that they are linked with by
 * links and events, whose own links, events and attributes are left out; without issues. In a
 * network of it those that are meant are what they are in one of all the case says.
 *
 * Cost: some milliseconds for each entity.
 *
 * Returns: (transfer full) (nullable): the records; NULL without an error where all of the case
 *   has to be read: for programmes, lists, supplies and files, for more than @most, and in a case
 *   that another program has written
 */
FAIRLEAD_API FairleadRecords *fairlead_case_load_around (FairleadCase *self,
                                                         const char *const *expressions, guint most,
                                                         GCancellable *cancellable, GError **error);

/* How many entities the case has ever had; 0 with an error where it cannot be read */
FAIRLEAD_API guint64 fairlead_case_count_entities (FairleadCase *self, GError **error);

G_END_DECLS
