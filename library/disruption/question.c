/* library/disruption/question.c */
#include "library/disruption/disruption-private.h"
#include "library/input/properties.h"

#define DEFAULT_BUDGET 3
#define DEFAULT_CANDIDATES 100
#define MOST_BUDGET 100
#define MOST_CANDIDATES 10000

#define AT(field) G_STRUCT_OFFSET (DisruptValues, field)

static const Property properties[] = {
	{ "target", PROPERTY_TEXTS, AT (target), 0, 0, 0 },
	{ "market", PROPERTY_TEXTS, AT (market), 0, 0, 0 },
	{ "budget", PROPERTY_NUMBER, AT (budget), 1, MOST_BUDGET, DEFAULT_BUDGET },
	{ "links", PROPERTY_TRUTH, AT (links), 0, 1, 0 },
	{ "protect", PROPERTY_TEXTS, AT (protect), 0, 0, 0 },
	{ "costs", PROPERTY_TEXTS, AT (costs), 0, 0, 0 },
	{ "max-hops", PROPERTY_NUMBER, AT (max_hops), 0, G_MAXUINT, 0 },
	{ "candidates", PROPERTY_NUMBER, AT (candidates), 1, MOST_CANDIDATES, DEFAULT_CANDIDATES },
	{ "answers", PROPERTY_NUMBER, AT (answers), 0, G_MAXUINT, G_MAXUINT },
	{ "limit", PROPERTY_NUMBER, AT (limit), 0, G_MAXUINT, 0 },
	{ "parameters", PROPERTY_TEXT, AT (parameters), 0, 0, 0 },
};

DEFINE_ASKING (FleadDisruptQuestion, flead_disrupt_question, DisruptValues)

FleadDisruptQuestion *
flead_disrupt_question_new (const char *const *target)
{
	return g_object_new (FLEAD_TYPE_DISRUPT_QUESTION, "target", target, NULL);
}
