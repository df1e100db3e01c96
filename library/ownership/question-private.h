/* library/ownership/question-private.h: what is asked about ownership */
#pragma once
#include <fairlead/ownership.h>
#include "library/input/properties.h"
G_BEGIN_DECLS

/* As it stands in the question: borrowed */
typedef struct {
	char *entity;
	gboolean down;
	GStrv rules;
	char *rule_file;
	char *as_of;
	GStrv listed;
	GStrv joint;
	guint power;
	guint seed;
	guint limit;
} OwnershipValues;

#define OWNERSHIP_SEED 1u

const OwnershipValues *flead_ownership_question_get_values (FleadOwnershipQuestion *self);
FleadOwnershipQuestion *flead_ownership_question_copy (FleadOwnershipQuestion *self);

/* Of what cannot be asked together; USAGE */
gboolean ownership_values_check (const OwnershipValues *self, GError **error);

G_END_DECLS
