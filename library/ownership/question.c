/* library/ownership/question.c */
#include "library/ownership/question-private.h"

#include "ingest/record/error.h"

#define MOST_DRAWS 10000000

#define AT(field) G_STRUCT_OFFSET (OwnershipValues, field)

static const Property properties[] = {
	{ "entity", PROPERTY_TEXT, AT (entity), 0, 0, 0 },
	{ "down", PROPERTY_TRUTH, AT (down), 0, 1, 0 },
	{ "rules", PROPERTY_TEXTS, AT (rules), 0, 0, 0 },
	{ "rule-file", PROPERTY_TEXT, AT (rule_file), 0, 0, 0 },
	{ "as-of", PROPERTY_TEXT, AT (as_of), 0, 0, 0 },
	{ "listed", PROPERTY_TEXTS, AT (listed), 0, 0, 0 },
	{ "joint", PROPERTY_TEXTS, AT (joint), 0, 0, 0 },
	{ "power", PROPERTY_NUMBER, AT (power), 0, MOST_DRAWS, 0 },
	{ "seed", PROPERTY_NUMBER, AT (seed), 0, G_MAXINT, OWNERSHIP_SEED },
	{ "limit", PROPERTY_NUMBER, AT (limit), 0, G_MAXUINT, 0 },
};

DEFINE_ASKING (FleadOwnershipQuestion, flead_ownership_question, OwnershipValues)

FleadOwnershipQuestion *
flead_ownership_question_new (const char *entity)
{
	return g_object_new (FLEAD_TYPE_OWNERSHIP_QUESTION, "entity", entity, NULL);
}

gboolean
ownership_values_check (const OwnershipValues *self, GError **error)
{
	if (self->power == 0 || (self->entity != NULL && !self->down))
		return TRUE;
	g_set_error_literal (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_USAGE,
	                     "power is for the owners of one entity");
	return FALSE;
}
