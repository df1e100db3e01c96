/* library/path/question.c */
#include "library/path/question-private.h"

#include <string.h>

#include "ingest/record/error.h"
#include "library/input/day.h"

#define DEFAULT_PATHS 10

#define AT(field) G_STRUCT_OFFSET (PathValues, field)

static const Property properties[] = {
	{ "from", PROPERTY_TEXT, AT (from), 0, 0, 0 },
	{ "to", PROPERTY_TEXT, AT (to), 0, 0, 0 },
	{ "n", PROPERTY_NUMBER, AT (n), 0, G_MAXUINT, DEFAULT_PATHS },
	{ "max-hops", PROPERTY_NUMBER, AT (max_hops), 0, G_MAXUINT, 0 },
	{ "overlapping", PROPERTY_TRUTH, AT (overlapping), 0, 1, 0 },
	{ "in-order", PROPERTY_TRUTH, AT (in_order), 0, 1, 0 },
	{ "count", PROPERTY_TRUTH, AT (count), 0, 1, 0 },
	LINK_PROPERTIES (PathValues),
};

DEFINE_ASKING (FleadPathQuestion, flead_path_question, PathValues)

FleadPathQuestion *
flead_path_question_new (const char *from, const char *to)
{
	return g_object_new (FLEAD_TYPE_PATH_QUESTION, "from", from, "to", to, NULL);
}

static gboolean
refuse (GError **error, const char *what)
{
	g_set_error_literal (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_USAGE, what);
	return FALSE;
}

gboolean
path_values_check (const PathValues *self, GError **error)
{
	if (self->from == NULL || self->to == NULL)
		return refuse (error, "paths are between two: from and to are wanted");
	if (self->overlapping && self->in_order)
		return refuse (error, "overlapping and in-order exclude each other");
	if (self->count && (self->max_hops > 0 || self->overlapping || self->in_order))
		return refuse (error, "count cannot be had with max-hops, overlapping or in-order");
	return TRUE;
}

/* ---- links ---- */

static gboolean
choose_kind (FairleadLinkChoice *choice, const char *name)
{
	FairleadLinkKind kind;
	gboolean is_reversed;

	if (!fairlead_link_kind_from_name (name, &kind, &is_reversed))
		return FALSE;
	choice->kinds[kind] = TRUE;
	return TRUE;
}

static gboolean
choose_class (FairleadLinkChoice *choice, const char *name)
{
	gboolean is_found = FALSE;

	for (guint kind = 0; kind < FAIRLEAD_N_LINK_KINDS; kind++)
		if (g_str_equal (fairlead_link_class_name (fairlead_link_info (kind)->link_class),
		                 name))
			choice->kinds[kind] = is_found = TRUE;
	return is_found;
}

static gboolean
choose_each (FairleadLinkChoice *choice, GStrv names, const char *what,
             gboolean (*choose) (FairleadLinkChoice *choice, const char *name), GError **error)
{
	for (guint i = 0; names != NULL && names[i] != NULL; i++)
		if (!choose (choice, names[i])) {
			g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_USAGE,
			             "\"%s\" is no %s of link", names[i], what);
			return FALSE;
		}
	return TRUE;
}

static gboolean
choose_kinds (const LinkValues *self, FairleadLinkChoice *choice, GError **error)
{
	if (self->kinds == NULL && self->classes == NULL)
		return TRUE;
	memset (choice->kinds, 0, sizeof choice->kinds);
	return choose_each (choice, self->kinds, "kind", choose_kind, error)
	       && choose_each (choice, self->classes, "class", choose_class, error);
}

gboolean
link_values_read (const LinkValues *self, FairleadLinkChoice *choice,
                  FairleadParameters *parameters, GError **error)
{
	fairlead_parameters_init (parameters);
	fairlead_link_choice_init (choice);
	choice->cost = self->by_hops ? FAIRLEAD_PATH_BY_HOPS : FAIRLEAD_PATH_BY_EVIDENCE;
	choice->through_hubs = self->through_hubs;
	choice->max_degree = self->max_degree;
	return day_read (self->as_of, &choice->as_of, error) && choose_kinds (self, choice, error)
	       && (self->parameters == NULL
	           || fairlead_parameters_load (parameters, self->parameters, error));
}
