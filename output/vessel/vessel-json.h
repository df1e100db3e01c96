/* output/vessel/vessel-json.h: ships and signals as JSON */
#pragma once
#include "output/vessel/vessel-page.h"
#include "output/write/json.h"
G_BEGIN_DECLS

/* Opens the object and says of which target and parameters the result is */
void fairlead_vessel_begin_json (const FairleadVesselView *view, FairleadJson *json);
void fairlead_vessel_write_ship (const FairleadVesselPage *page, FairleadJson *json);
void fairlead_vessel_write_json_notes (const FairleadVesselView *view, const GPtrArray *notes,
                                       FairleadJson *json);

G_END_DECLS
