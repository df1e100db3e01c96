/* ingest/format/json-objects.h: a JSON file read object by object */
#pragma once
#include "ingest/format/format.h"
G_BEGIN_DECLS

typedef void (*FairleadJsonObjectReader) (FairleadReading *reading,
                                          const FairleadJsonValue *object);

/* Counts the objects as the records of the reading */
gboolean fairlead_json_read_each (FairleadReading *reading, FairleadJsonObjectReader read,
                                  GError **error);

G_END_DECLS
