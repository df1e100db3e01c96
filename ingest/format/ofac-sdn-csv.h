/* ingest/format/ofac-sdn-csv.h: the four files of OFAC's SDN (and Consolidated) list in CSV */
#pragma once
#include "ingest/format/format.h"
G_BEGIN_DECLS

extern const FairleadFormat fairlead_format_ofac_sdn_csv;

G_END_DECLS
