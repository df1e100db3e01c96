/* output/resolve/decision-store.h: where decisions are read from and written to: a CSV file, or a
 * case, which keeps its own */
#pragma once
#include <gio/gio.h>
#include "ingest/record/decision.h"
G_BEGIN_DECLS

/**
 * FairleadDecisionStore:
 * @path: of the file or case; NULL: nowhere
 *
 * Borrows.
 */
typedef struct {
	const char *path;
	gboolean is_case;
} FairleadDecisionStore;

/* @may_be_new: a file that is not there yet is one without decisions */
FAIRLEAD_API FairleadDecisions *fairlead_decision_store_load (const FairleadDecisionStore *self,
                                                              gboolean may_be_new,
                                                              GCancellable *cancellable,
                                                              GError **error);
/* Whole or not at all */
FAIRLEAD_API gboolean fairlead_decision_store_save (const FairleadDecisionStore *self,
                                                    FairleadDecisions *decisions,
                                                    GCancellable *cancellable, GError **error);

G_END_DECLS
