/* library/ranking/question.c */
#include <string.h>

#include "ingest/record/error.h"
#include "library/ranking/ranking-private.h"

#define DEFAULT_DRAWS 200
#define MOST_DRAWS 100000

struct _FleadQuestion {
	GObject parent;
	QuestionValues values;
};

G_DEFINE_FINAL_TYPE (FleadQuestion, flead_question, G_TYPE_OBJECT)

/* Where each property stands, and of which type it is */
typedef struct {
	const char *name;
	GType (*get_type) (void);
	gsize offset;
	double least;
	double most;
	double standard;
} Property;

static GType
type_texts (void)
{
	return G_TYPE_STRV;
}

static GType
type_text (void)
{
	return G_TYPE_STRING;
}

static GType
type_number (void)
{
	return G_TYPE_UINT;
}

static GType
type_truth (void)
{
	return G_TYPE_BOOLEAN;
}

static GType
type_real (void)
{
	return G_TYPE_DOUBLE;
}

#define AT(field) G_STRUCT_OFFSET (QuestionValues, field)

static const Property properties[] = {
	{ "target", type_texts, AT (target), 0, 0, 0 },
	{ "market", type_texts, AT (market), 0, 0, 0 },
	{ "include-targets", type_truth, AT (include_targets), 0, 1, 0 },
	{ "parameters", type_text, AT (parameters), 0, 0, 0 },
	{ "limit", type_number, AT (limit), 0, G_MAXUINT, 0 },
	{ "paths", type_number, AT (paths), 0, G_MAXUINT, 0 },
	{ "draws", type_number, AT (draws), 0, MOST_DRAWS, DEFAULT_DRAWS },
	{ "seed", type_number, AT (seed), 0, G_MAXUINT, 1 },
	{ "draw-merges", type_truth, AT (draws_merges), 0, 1, 0 },
	{ "measures", type_texts, AT (measures), 0, 0, 0 },
	{ "by-jurisdiction", type_truth, AT (by_jurisdiction), 0, 1, 0 },
	{ "sampling-error", type_real, AT (sampling_error), 0.0, 1.0, 0.0 },
};

static gpointer
find_field (GObject *object, guint property)
{
	QuestionValues *values = &FLEAD_QUESTION (object)->values;

	return (char *) values + properties[property - 1].offset;
}

static void
flead_question_set_property (GObject *object, guint property, const GValue *value, GParamSpec *spec)
{
	gpointer field = find_field (object, property);
	GType type = properties[property - 1].get_type ();

	(void) spec;
	if (type == G_TYPE_STRV) {
		g_strfreev (*(GStrv *) field);
		*(GStrv *) field = g_value_dup_boxed (value);
	} else if (type == G_TYPE_STRING) {
		g_free (*(char **) field);
		*(char **) field = g_value_dup_string (value);
	} else if (type == G_TYPE_UINT) {
		*(guint *) field = g_value_get_uint (value);
	} else if (type == G_TYPE_BOOLEAN) {
		*(gboolean *) field = g_value_get_boolean (value);
	} else {
		*(double *) field = g_value_get_double (value);
	}
}

static void
flead_question_get_property (GObject *object, guint property, GValue *value, GParamSpec *spec)
{
	gpointer field = find_field (object, property);
	GType type = properties[property - 1].get_type ();

	(void) spec;
	if (type == G_TYPE_STRV)
		g_value_set_boxed (value, *(GStrv *) field);
	else if (type == G_TYPE_STRING)
		g_value_set_string (value, *(char **) field);
	else if (type == G_TYPE_UINT)
		g_value_set_uint (value, *(guint *) field);
	else if (type == G_TYPE_BOOLEAN)
		g_value_set_boolean (value, *(gboolean *) field);
	else
		g_value_set_double (value, *(double *) field);
}

static void
flead_question_finalize (GObject *object)
{
	QuestionValues *values = &FLEAD_QUESTION (object)->values;

	g_strfreev (values->target);
	g_strfreev (values->market);
	g_free (values->parameters);
	g_strfreev (values->measures);
	G_OBJECT_CLASS (flead_question_parent_class)->finalize (object);
}

#define FLAGS (G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS)

static GParamSpec *
new_spec (const Property *self)
{
	GType type = self->get_type ();

	if (type == G_TYPE_STRV)
		return g_param_spec_boxed (self->name, NULL, NULL, G_TYPE_STRV, FLAGS);
	if (type == G_TYPE_STRING)
		return g_param_spec_string (self->name, NULL, NULL, NULL, FLAGS);
	if (type == G_TYPE_UINT)
		return g_param_spec_uint (self->name, NULL, NULL, (guint) self->least,
		                          (guint) self->most, (guint) self->standard, FLAGS);
	if (type == G_TYPE_BOOLEAN)
		return g_param_spec_boolean (self->name, NULL, NULL, self->standard != 0.0, FLAGS);
	return g_param_spec_double (self->name, NULL, NULL, self->least, self->most, self->standard,
	                            FLAGS);
}

static void
flead_question_class_init (FleadQuestionClass *class)
{
	GObjectClass *object_class = G_OBJECT_CLASS (class);

	object_class->set_property = flead_question_set_property;
	object_class->get_property = flead_question_get_property;
	object_class->finalize = flead_question_finalize;
	for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
		g_object_class_install_property (object_class, i + 1, new_spec (&properties[i]));
}

static void
flead_question_init (FleadQuestion *self)
{
	self->values.draws = DEFAULT_DRAWS;
	self->values.seed = 1;
}

FleadQuestion *
flead_question_new (const char *const *target)
{
	return g_object_new (FLEAD_TYPE_QUESTION, "target", target, NULL);
}

const QuestionValues *
flead_question_get_values (FleadQuestion *self)
{
	return &self->values;
}

FleadQuestion *
flead_question_copy (FleadQuestion *self)
{
	FleadQuestion *copy = g_object_new (FLEAD_TYPE_QUESTION, NULL);

	copy->values = self->values;
	copy->values.target = g_strdupv (self->values.target);
	copy->values.market = g_strdupv (self->values.market);
	copy->values.parameters = g_strdup (self->values.parameters);
	copy->values.measures = g_strdupv (self->values.measures);
	return copy;
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
