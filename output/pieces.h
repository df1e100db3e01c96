/* output/pieces.h: periods, shares and lists of texts, the same in every CSV and JSON */
#pragma once
#include "ingest/grammar/period.h"
#include "ingest/grammar/share.h"
#include "output/write/csv.h"
#include "output/write/json.h"
G_BEGIN_DECLS

/* `since` and `until` (null where unknown), and the flags that are set */
void fairlead_json_period (FairleadJson *json, const FairleadPeriod *period);
/* `share` with `low` and `high` in 0..1; nothing where it is unknown */
void fairlead_json_share (FairleadJson *json, FairleadShare share);
/* An array of the texts */
void fairlead_json_text_array (FairleadJson *json, const char *key, const GPtrArray *texts);

/* Two cells, low and high in 0..1; empty where it is unknown */
void fairlead_csv_share (FairleadCsv *csv, FairleadShare share);
/* Three cells: since, until, whether it is over */
void fairlead_csv_period (FairleadCsv *csv, const FairleadPeriod *period);
/* One cell, the texts with `; ` between */
void fairlead_csv_texts (FairleadCsv *csv, const GPtrArray *texts);

G_END_DECLS
