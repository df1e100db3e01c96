/* library/path/common-question.c */
#include "library/path/question-private.h"

static const Property properties[] = {
	{ "parties", PROPERTY_TEXTS, G_STRUCT_OFFSET (CommonValues, parties), 0, 0, 0 },
	LINK_PROPERTIES (CommonValues),
};

DEFINE_ASKING (FleadCommonQuestion, flead_common_question, CommonValues)

FleadCommonQuestion *
flead_common_question_new (const char *const *parties)
{
	return g_object_new (FLEAD_TYPE_COMMON_QUESTION, "parties", parties, NULL);
}
