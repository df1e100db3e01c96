/* graph/ais/rules/identities.h: ships that say at sea that they are others, and others that say
 * that they are them */
#pragma once
#include "graph/ais/rules/scene.h"
G_BEGIN_DECLS

typedef struct _FairleadAisIdentities FairleadAisIdentities;

/* @scene must outlive it */
FairleadAisIdentities *fairlead_ais_identities_new (const FairleadAisScene *scene);
void fairlead_ais_identities_free (FairleadAisIdentities *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadAisIdentities, fairlead_ais_identities_free)

/* When a report of the ship has another identity than the one before; takes the names over into
 * the ship. To be called before the ship takes the report. */
void fairlead_ais_identities_look (FairleadAisIdentities *self, guint slot,
                                   const FairleadAisReport *report);
/* When a ship is forgotten */
void fairlead_ais_identities_forget (FairleadAisIdentities *self, guint slot);
/* At the end of the data */
void fairlead_ais_identities_finish (FairleadAisIdentities *self);

G_END_DECLS
