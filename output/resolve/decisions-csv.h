/* output/resolve/decisions-csv.h: decisions as CSV, which ingest/decision-file.h reads back */
#pragma once
#include <gio/gio.h>
#include "ingest/record/decision.h"
#include "output/write/csv.h"
G_BEGIN_DECLS

/* All of them, those undone too, first to last: left, right, verdict, who, when, why, probability,
 * undone_by, undone_on. What is read back decides the same. */
FAIRLEAD_API gboolean fairlead_decisions_write (const FairleadDecisions *decisions,
                                                GOutputStream *stream, GCancellable *cancellable,
                                                GError **error);
/* The same into a file, which is replaced as a whole or left as it was */
FAIRLEAD_API gboolean fairlead_decisions_save (const FairleadDecisions *decisions, const char *path,
                                               GCancellable *cancellable, GError **error);

/* The same row by row */
void fairlead_decisions_write_header (FairleadCsv *csv);
void fairlead_decision_write (const FairleadDecision *decision, FairleadCsv *csv);

G_END_DECLS
