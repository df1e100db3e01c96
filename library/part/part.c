/* library/part/part.c */
#include "library/part/part-private.h"

#include "ingest/record/error.h"
#include "library/input/properties.h"

#define AT(field) G_STRUCT_OFFSET (PartValues, field)

static const Property properties[] = {
	{ "around", PROPERTY_TEXTS, AT (around), 0, 0, 0 },
	{ "hops", PROPERTY_NUMBER, AT (hops), 0, G_MAXUINT, FAIRLEAD_PART_HOPS },
	{ "kinds", PROPERTY_TEXTS, AT (kinds), 0, 0, 0 },
	{ "component", PROPERTY_NUMBER, AT (component), 0, G_MAXUINT, 0 },
	{ "top", PROPERTY_NUMBER, AT (top), 0, G_MAXUINT, 0 },
};

DEFINE_ASKING (FleadPart, flead_part, PartValues)

FleadPart *
flead_part_new (void)
{
	return g_object_new (FLEAD_TYPE_PART, NULL);
}

gboolean
flead_part_read (FleadPart *self, gboolean is_ranked, FairleadPart *part, guint *top,
                 GError **error)
{
	const PartValues *values = self != NULL ? &self->values : NULL;

	*part = (FairleadPart){ .hops = FAIRLEAD_PART_HOPS };
	*top = 0;
	if (values == NULL)
		return TRUE;
	if (values->top > 0 && !is_ranked) {
		g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_USAGE,
		             "the first %u ranked are asked for, without a ranking", values->top);
		return FALSE;
	}
	*top = values->top;
	part->around = (const char *const *) values->around;
	part->hops = values->hops;
	part->component = values->component;
	return fairlead_kinds_from_names ((const char *const *) values->kinds, &part->kinds, error);
}
