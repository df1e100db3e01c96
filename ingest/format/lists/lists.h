/* ingest/format/lists/lists.h: the readers of published sanctions lists */
#pragma once
#include "ingest/format/format.h"
G_BEGIN_DECLS

extern const FairleadFormat fairlead_format_eu_annex_csv;
extern const FairleadFormat fairlead_format_eu_fsf_xml;
extern const FairleadFormat fairlead_format_hmt_conlist_csv;
extern const FairleadFormat fairlead_format_ofac_sdn_xml;
extern const FairleadFormat fairlead_format_seco_xml;
extern const FairleadFormat fairlead_format_sema_xml;
extern const FairleadFormat fairlead_format_uk_sl_csv;
extern const FairleadFormat fairlead_format_uk_sl_xml;
extern const FairleadFormat fairlead_format_un_xml;

G_END_DECLS
