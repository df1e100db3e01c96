/* graph/find/large-case.h: a case that is too large to be read whole for a question about few */
#pragma once
#include "graph/network/network.h"
#include "ingest/case/case-search.h"
G_BEGIN_DECLS

/**
 * fairlead_large_case_open:
 * @inputs: (array zero-terminated=1)
 *
 * Returns: (transfer full) (nullable): the only input, where it is a case of many entities; else
 *   NULL, with an error only where it cannot be opened
 */
FAIRLEAD_API FairleadCase *fairlead_large_case_open (const char *const *inputs, GError **error);

/**
 * fairlead_large_case_join:
 * @records: (nullable): what was read of it; NULL gives NULL
 * @merges: whether decided pairs are joined, and what else is told to be one
 *
 * Returns: (transfer full): the network, with what was decided in the case
 */
FAIRLEAD_API FairleadNetwork *fairlead_large_case_join (FairleadCase *self,
                                                        FairleadRecords *records, gboolean merges,
                                                        GCancellable *cancellable, GError **error);

/**
 * fairlead_large_case_find_like:
 * @kind: of what; %FAIRLEAD_KIND_UNKNOWN: of any
 * @limit: how many are wanted at most
 *
 * Returns: (transfer full): a network of those that @text may mean, in which a search finds what
 *   it finds in one of all the case
 */
FAIRLEAD_API FairleadNetwork *fairlead_large_case_find_like (FairleadCase *self, const char *text,
                                                             FairleadKind kind, guint limit,
                                                             gboolean merges,
                                                             GCancellable *cancellable,
                                                             GError **error);

G_END_DECLS
