/* ingest/mapping/run/read.h: the two readers that run a mapping */
#pragma once
#include "ingest/mapping/language/plan.h"
G_BEGIN_DECLS

/* How sure it is that the content is what the mapping describes, as sniffers of formats say it */
guint fairlead_mapping_sniff_csv (const FairleadMapping *mapping, const FairleadSample *sample);
guint fairlead_mapping_sniff_xml (const FairleadMapping *mapping, const FairleadSample *sample);

/* The state of the reading is the table of facts that were said already */
gboolean fairlead_mapping_read_csv (const FairleadMapping *mapping, FairleadReading *reading,
                                    GError **error);
gboolean fairlead_mapping_read_xml (const FairleadMapping *mapping, FairleadReading *reading,
                                    GError **error);

G_END_DECLS
