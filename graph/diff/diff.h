/* graph/diff/diff.h: what one edition of a list, or one case, has that another has not */
#pragma once
#include <gio/gio.h>

#include "graph/facts/facts.h"
#include "graph/telling.h"
G_BEGIN_DECLS

typedef enum {
	FAIRLEAD_DIFF_ADDED,
	FAIRLEAD_DIFF_REMOVED,
	FAIRLEAD_DIFF_CHANGED,
	FAIRLEAD_N_DIFF_KINDS
} FairleadDiffKind;

/* `added`, `removed`, `changed` */
FAIRLEAD_API const char *fairlead_diff_kind_name (FairleadDiffKind kind);

/**
 * FairleadFactChange:
 * @before: (nullable): the fact of the old edition
 * @after: (nullable): of the new one
 *
 * Both are there where one fact took the place of the other: the only ones of their kind that
 * differ, or a link with the same party, or a designation under the same programme.
 */
typedef struct {
	const FairleadFact *before;
	const FairleadFact *after;
} FairleadFactChange;

/**
 * FairleadDifference:
 * @before: the vertex of the old network, or %FAIRLEAD_NO_VERTEX
 * @after: the vertex of the new one, or %FAIRLEAD_NO_VERTEX
 * @matched_by: the key or number that both have, `ofac:17068`; empty where one is missing
 * @changes: of FairleadFactChange, in the order of the facts; all facts of one added or removed
 * @same_name: for one added or removed: of FairleadVertex, those on the other side that were
 *   removed or added and have the same name. They were not matched: that is somebody's judgement.
 */
typedef struct {
	FairleadDiffKind kind;
	FairleadVertex before;
	FairleadVertex after;
	char *matched_by;
	GPtrArray *changes;
	GArray *same_name;
	GPtrArray *facts[2]; /* of FairleadFact: what the changes borrow */
} FairleadDifference;

/**
 * FairleadDiff:
 * @differences: of FairleadDifference, by kind, then by name and id
 * @n_same: parties of both that do not differ
 */
typedef struct {
	GPtrArray *differences;
	guint n_same;
} FairleadDiff;

/**
 * fairlead_diff_init:
 *
 * Compares parties that a record describes: first those with the same key, which is the list's own
 * id; then those with the same valid number of a scheme that names one thing for life; never by
 * name. Where a fact stands is no difference. Fails where @cancellable fires, and sets nothing.
 * @telling: (nullable)
 *
 * Cost: O((facts + parties) log).
 */
FAIRLEAD_API gboolean fairlead_diff_init (FairleadDiff *self, FairleadNetwork *before,
                                          FairleadNetwork *after, const FairleadTelling *telling,
                                          GCancellable *cancellable, GError **error);
FAIRLEAD_API void fairlead_diff_clear (FairleadDiff *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadDiff, fairlead_diff_clear)

G_END_DECLS
