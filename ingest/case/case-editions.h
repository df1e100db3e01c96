/* ingest/case/case-editions.h: what a case said at an earlier import */
#pragma once
#include "ingest/case/case.h"
G_BEGIN_DECLS

/**
 * fairlead_case_load_edition:
 * @edition: `NAME:N`, the Nth edition of a data set, or of all the tables of a list
 *   (`ofac-sdn-csv` has `ofac-sdn-csv/sdn` and others) after the Nth import that changed any of
 *   them; `NAME`, its current edition; or `N`, all of the case after its Nth import
 *
 * What those data sets said then, and nothing of others. The file and line of a fact are those of
 * the last edition that says it.
 *
 * Fails with UNKNOWN_REFERENCE, naming what there is, where the case has no such edition.
 *
 * Returns: (transfer full): the records
 */
FAIRLEAD_API FairleadRecords *fairlead_case_load_edition (FairleadCase *self, const char *edition,
                                                          GCancellable *cancellable,
                                                          GError **error);

G_END_DECLS
