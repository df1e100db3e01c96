/* library/ranking/question.c */
#include <string.h>

#include "ingest/record/error.h"
#include "library/input/properties.h"
#include "library/ranking/ranking-private.h"

#define DEFAULT_DRAWS 200
#define MOST_DRAWS 100000

#define AT(field) G_STRUCT_OFFSET (QuestionValues, field)

static const Property properties[] = {
	{ "target", PROPERTY_TEXTS, AT (target), 0, 0, 0 },
	{ "market", PROPERTY_TEXTS, AT (market), 0, 0, 0 },
	{ "include-targets", PROPERTY_TRUTH, AT (include_targets), 0, 1, 0 },
	{ "parameters", PROPERTY_TEXT, AT (parameters), 0, 0, 0 },
	{ "limit", PROPERTY_NUMBER, AT (limit), 0, G_MAXUINT, 0 },
	{ "paths", PROPERTY_NUMBER, AT (paths), 0, G_MAXUINT, 0 },
	{ "draws", PROPERTY_NUMBER, AT (draws), 0, MOST_DRAWS, DEFAULT_DRAWS },
	{ "seed", PROPERTY_NUMBER, AT (seed), 0, G_MAXUINT, 1 },
	{ "draw-merges", PROPERTY_TRUTH, AT (draws_merges), 0, 1, 0 },
	{ "measures", PROPERTY_TEXTS, AT (measures), 0, 0, 0 },
	{ "by-jurisdiction", PROPERTY_TRUTH, AT (by_jurisdiction), 0, 1, 0 },
	{ "sampling-error", PROPERTY_REAL, AT (sampling_error), 0.0, 1.0, 0.0 },
	{ "drop-source", PROPERTY_TEXT, AT (drop_source), 0, 0, 0 },
	{ "collect", PROPERTY_NUMBER, AT (collect), 0, G_MAXUINT, 0 },
};

DEFINE_ASKING (FleadQuestion, flead_question, QuestionValues)

FleadQuestion *
flead_question_new (const char *const *target)
{
	return g_object_new (FLEAD_TYPE_QUESTION, "target", target, NULL);
}

GArray *
flead_question_dup_measures (FleadQuestion *self, GError **error)
{
	g_autoptr (GArray) measures = g_array_new (FALSE, FALSE, sizeof (FairleadMeasure));
	GStrv names = self->values.measures;

	for (guint i = 0; names != NULL && names[i] != NULL; i++) {
		FairleadMeasure measure;

		if (!fairlead_measure_from_name (names[i], &measure)) {
			g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_USAGE,
			             "there is no measure %s", names[i]);
			return NULL;
		}
		if (g_strv_contains ((const char *const *) names + i + 1, names[i])) {
			g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_USAGE,
			             "the measure %s is named twice", names[i]);
			return NULL;
		}
		g_array_append_val (measures, measure);
	}
	return g_steal_pointer (&measures);
}
