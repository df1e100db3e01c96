/* ingest/grammar/date-parse-private.h: a date without words around it */
#pragma once
#include "ingest/grammar/period.h"
G_BEGIN_DECLS

/* `2016-07-08`, `8 July 2016`, `1960s`; a time of day may follow */
gboolean fairlead_date_parse_tokens (const char *text, FairleadDateOrder order, FairleadDate *date);
/* `2016-07-08` and `08-JUL-2016` alone, quickly */
gboolean fairlead_date_parse_plain (const char *text, FairleadDate *date);

G_END_DECLS
