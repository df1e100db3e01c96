/* ingest/format/lists/seco.h: what the parts of the reader of SECO's list share */
#pragma once
#include "ingest/format/lists/list.h"
G_BEGIN_DECLS

/* One <name>: the list's own spelling, and as aliases the variants of its parts in other scripts,
 * put together where script and language agree */
void fairlead_seco_read_name (FairleadList *self, const FairleadListRule *rule, const char *text,
                              const FairleadXmlNode *node);

G_END_DECLS
