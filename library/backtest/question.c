/* library/backtest/question.c */
#include "library/backtest/backtest-private.h"
#include "library/input/properties.h"

#define DEFAULT_DRAWS 500
#define MOST_DRAWS 100000

#define AT(field) G_STRUCT_OFFSET (BacktestValues, field)

static const Property properties[] = {
	{ "as-of", PROPERTY_TEXT, AT (as_of), 0, 0, 0 },
	{ "until", PROPERTY_TEXT, AT (until), 0, 0, 0 },
	{ "target", PROPERTY_TEXTS, AT (target), 0, 0, 0 },
	{ "market", PROPERTY_TEXTS, AT (market), 0, 0, 0 },
	{ "labels", PROPERTY_TEXTS, AT (labels), 0, 0, 0 },
	{ "drop-undated", PROPERTY_TRUTH, AT (drop_undated), 0, 1, 0 },
	{ "draws", PROPERTY_NUMBER, AT (draws), 0, MOST_DRAWS, DEFAULT_DRAWS },
	{ "seed", PROPERTY_NUMBER, AT (seed), 0, G_MAXUINT, 1 },
	{ "parameters", PROPERTY_TEXT, AT (parameters), 0, 0, 0 },
};

DEFINE_ASKING (FleadBacktestQuestion, flead_backtest_question, BacktestValues)

FleadBacktestQuestion *
flead_backtest_question_new (const char *as_of, const char *const *target,
                             const char *const *labels)
{
	return g_object_new (FLEAD_TYPE_BACKTEST_QUESTION, "as-of", as_of, "target", target,
	                     "labels", labels, NULL);
}
