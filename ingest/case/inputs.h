/* ingest/case/inputs.h: what commands read: cases, files of any known format, or both */
#pragma once
#include "ingest/case/case-decisions.h"
#include "ingest/loader.h"
G_BEGIN_DECLS

/**
 * fairlead_inputs_load:
 * @loader: for the inputs that are no case
 * @paths: (array zero-terminated=1): told apart by their content
 *
 * The cases in their order, then all that is no case, as one set of records.
 *
 * Returns: (transfer full): the records
 */
FAIRLEAD_API FairleadRecords *fairlead_inputs_load (FairleadLoader *loader,
                                                    const char *const *paths,
                                                    GCancellable *cancellable, GError **error);

/**
 * fairlead_inputs_load_decisions:
 *
 * What was decided in the cases among the inputs, in their order.
 *
 * Returns: (transfer full): the decisions; none where there is no case, or nothing was decided
 */
FAIRLEAD_API FairleadDecisions *fairlead_inputs_load_decisions (const char *const *paths,
                                                                GCancellable *cancellable,
                                                                GError **error);

/* Reads the files and folders into an open case; the import is one transaction. @data_set: as
 * fairlead_case_import() has it. A case among them is an error. */
FAIRLEAD_API gboolean fairlead_inputs_import (FairleadLoader *loader, FairleadCase *into,
                                              const char *const *paths, const char *data_set,
                                              FairleadImportReport **report,
                                              GCancellable *cancellable, GError **error);

G_END_DECLS
