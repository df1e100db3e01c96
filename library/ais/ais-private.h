/* library/ais/ais-private.h: what events and their rows know of each other */
#pragma once
#include <fairlead/ais.h>
#include "output/ais/ais-writers.h"
G_BEGIN_DECLS

FleadAisEvent *flead_ais_event_new (FleadAisEvents *owner, guint row);
const FairleadAisFind *flead_ais_events_get_find (FleadAisEvents *self, guint row);
const FairleadAisResult *flead_ais_events_get_result (FleadAisEvents *self);

G_END_DECLS
