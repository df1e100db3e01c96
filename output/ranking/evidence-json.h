/* output/ranking/evidence-json.h: a hop of a path as a JSON object */
#pragma once
#include "graph/ranking.h"
#include "output/write/json.h"
G_BEGIN_DECLS

/* Both ends, and what is said of them with confidence, period, share and sources */
void fairlead_json_hop (FairleadJson *json, FairleadNetwork *network, const FairleadHop *hop);

G_END_DECLS
