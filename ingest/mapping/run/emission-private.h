/* ingest/mapping/run/emission-private.h: what emission.c, entity.c and relation.c share */
#pragma once
#include "ingest/mapping/run/emission.h"
G_BEGIN_DECLS

/* What became of a rule in the record or part at hand */
typedef enum {
	FAIRLEAD_FATE_UNASKED, /* its `when` does not hold */
	FAIRLEAD_FATE_ABSENT,  /* the record does not have it */
	FAIRLEAD_FATE_TOLD,    /* it has not, and an issue says why */
	FAIRLEAD_FATE_SAID,
} FairleadFate;

struct _FairleadEmission {
	const FairleadMapping *mapping;
	FairleadRecords *records;
	FairleadEvaluation evaluation;
	FairleadSeen *seen;
	GHashTable *ports; /* what was said of ports found by their place */
	FairleadEntity *entities; /* of the record at hand, by row of the rules */
	guint8 *fates;            /* FairleadFate, by the same */
	guint8 *said;             /* whether the record had it, in any part, by the same */
	FairleadValues names;     /* primary names of the entity at hand */
	FairleadValues key, first, second, third;
	guint n_asked; /* entity rules of the record whose conditions held */
	guint n_made;  /* entities of the record */
	guint n_told;  /* rules that came to nothing, and an issue says why */
};

/* Takes the first of the values; that there are more is an issue */
void fairlead_emission_note_several (FairleadEmission *self, const FairleadRule *rule,
                                     const FairleadValues *values);
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
/* FALSE where the record has none of the kind, or no entity for it */
gboolean fairlead_emission_say_attribute (FairleadEmission *self, const FairleadRule *rule);
gboolean fairlead_emission_say_link (FairleadEmission *self, const FairleadRule *rule);
gboolean fairlead_emission_say_designation (FairleadEmission *self, const FairleadRule *rule);
gboolean fairlead_emission_say_event (FairleadEmission *self, const FairleadRule *rule);

/* An issue for each rule of the scope that was asked and came to nothing, although the record says
 * something of it that no other rule took; at the end of the part or record */
void fairlead_emission_report_losses (FairleadEmission *self, guint scope);

G_END_DECLS
