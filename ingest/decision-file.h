/* ingest/decision-file.h: decisions on who is the same, read from CSV */
#pragma once
#include <gio/gio.h>
#include "ingest/record/decision.h"
G_BEGIN_DECLS

/**
 * fairlead_decisions_read:
 *
 * Reads a CSV file with the columns `left`, `right` and `verdict` (same, different, undecided), and
 * those of `who`, `when`, `why`, `probability`, `undone_by` and `undone_on` that it has. Others are
 * passed over, so that a list of proposals is a file of decisions as soon as somebody fills its
 * verdicts in; a row without a verdict is not decided yet, and is none.
 *
 * Errors name file and line. Cost: O(rows).
 *
 * Returns: (transfer full): the decisions, or NULL
 */
FAIRLEAD_API FairleadDecisions *fairlead_decisions_read (const char *path,
                                                         GCancellable *cancellable, GError **error);

G_END_DECLS
