/* graph/ownership/rules/listed.h */
#pragma once
#include "graph/network/network.h"
#include "graph/ownership/rules/rules.h"
G_BEGIN_DECLS

/* Who is listed by the lists of a rule on a day: a designation of unknown begin counts, one that
 * ended on an unknown day does not. Returns: (transfer full) (element-type FairleadVertex) */
FAIRLEAD_API GArray *fairlead_rule_dup_listed (const FairleadRule *rule, FairleadNetwork *network,
                                               gint32 as_of);

G_END_DECLS
