/* output/claims-json.h: what the sources of a party contradict each other on, as JSON */
#pragma once
#include "graph/facts/disagreement.h"
#include "output/write/json.h"
G_BEGIN_DECLS

/* `disagreements`, each with what it is about under the key @about, and the claims with their
 * sources. @disagreements: of FairleadDisagreement */
void fairlead_disagreements_write_json (const GPtrArray *disagreements, const char *about,
                                        FairleadJson *json);

G_END_DECLS
