/* cli/options/large-case.h: a case that is too large to be read whole for a question about few */
#pragma once
#include "cli/options/common.h"
#include "graph/find/large-case.h"
G_BEGIN_DECLS

/* The only input, opened, where it is a large case of which nothing is asked that needs all of it;
 * else NULL, with an error only where it cannot be opened. @inputs: those of the command. */
FairleadCase *open_large_case (const CommonOptions *common, char **inputs, GError **error);

G_END_DECLS
