/* ingest/mapping/run/emission.h: the rules of a mapping said of one record after the other */
#pragma once
#include "ingest/mapping/run/evaluation.h"
#include "ingest/mapping/run/session.h"
G_BEGIN_DECLS

/* Values or elements of one `each` in one record; what is more is left out with an issue */
#define FAIRLEAD_EACH_MAX 4096u

typedef struct _FairleadEmission FairleadEmission;

/**
 * fairlead_emission_new:
 * @session: of the load
 */
FairleadEmission *fairlead_emission_new (const FairleadMapping *mapping,
                                         const FairleadReading *reading,
                                         FairleadMappingSession *session);
void fairlead_emission_free (FairleadEmission *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadEmission, fairlead_emission_free)

/* Where the caller puts the record */
FairleadEvaluation *fairlead_emission_get_evaluation (FairleadEmission *self);
/* Says all rules of the record; FALSE where the mapping's own `when` leaves it out */
gboolean fairlead_emission_run (FairleadEmission *self);

G_END_DECLS
