/* cli/options/large-case.h: a case that is too large to be read whole for a question about few */
#pragma once
#include "cli/options/common.h"
#include "ingest/case/case-search.h"
G_BEGIN_DECLS

/* The only input, opened, where it is a large case of which nothing is asked that needs all of it;
 * else NULL, with an error only where it cannot be opened. @inputs: those of the command. */
FairleadCase *open_large_case (const CommonOptions *common, char **inputs, GError **error);
/* The network of what was read of it, with what was decided in it; NULL where @records is */
FairleadNetwork *join_large_case (const CommonOptions *common, FairleadCase *from,
                                  FairleadRecords *records, GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
