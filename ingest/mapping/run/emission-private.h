/* ingest/mapping/run/emission-private.h: what emission.c, entity.c and relation.c share */
#pragma once
#include "ingest/mapping/run/emission.h"
G_BEGIN_DECLS

struct _FairleadEmission {
	const FairleadMapping *mapping;
	FairleadRecords *records;
	FairleadEvaluation evaluation;
	FairleadSeen *seen;
	FairleadEntity *entities; /* of the record at hand, by row of the rules */
	FairleadValues names;     /* primary names of the entity at hand */
	FairleadValues key, first, second, third;
	guint n_asked; /* entity rules of the record whose conditions held */
	guint n_made;  /* entities of the record */
	guint n_placeholders;
};

/* The first clause of the slot that has a value; FALSE for none. More than one is an issue. */
gboolean fairlead_emission_take_one (FairleadEmission *self, const FairleadRule *rule,
                                     FairleadSlot slot, FairleadValues *out);
/* Whether this was not said of the entity before */
gboolean fairlead_emission_is_news (FairleadEmission *self, FairleadEntity entity, guint what,
                                    const char *text);
/* From `period`, `start`, `end` and `ended`; FALSE where nothing is known */
gboolean fairlead_emission_take_period (FairleadEmission *self, const FairleadRule *rule,
                                        FairleadPeriod *period);
/* Dates are handed on day first, however the mapping has them */
void fairlead_emission_add_attribute (FairleadEmission *self, FairleadEntity entity,
                                      FairleadAttribute attribute, const char *text,
                                      const FairleadPeriod *period, guint32 line);

/* %FAIRLEAD_NO_ENTITY where the record has none */
FairleadEntity fairlead_emission_make_entity (FairleadEmission *self, const FairleadRule *rule);
void fairlead_emission_say_attribute (FairleadEmission *self, const FairleadRule *rule);
void fairlead_emission_say_link (FairleadEmission *self, const FairleadRule *rule);
void fairlead_emission_say_designation (FairleadEmission *self, const FairleadRule *rule);

G_END_DECLS
