/* ingest/record/kinds.c */
#include "ingest/record/kinds.h"

#include <string.h>

static const char *const kind_names[FAIRLEAD_N_KINDS] = {
	"unknown", "person", "company", "public-body", "vessel", "aircraft", "address", "port",
};

static const char *const class_names[FAIRLEAD_N_CLASSES] = {
	"ownership", "control", "management", "office",      "service",
	"location",  "family",  "trade",      "association", "identity",
};

static const char *const name_type_names[FAIRLEAD_N_NAME_TYPES] = { "primary", "alias", "former" };

static const FairleadLinkInfo links[FAIRLEAD_N_LINK_KINDS] = {
#define X(tag, name, inverse, class, hub) \
	{ name, inverse, FAIRLEAD_CLASS_##class, FAIRLEAD_HUB_##hub },
	FAIRLEAD_LINK_TABLE (X)
#undef X
};

static const FairleadAttributeInfo attributes[FAIRLEAD_N_ATTRIBUTES] = {
#define X(tag, name, type) { name, FAIRLEAD_TYPE_##type },
	FAIRLEAD_ATTRIBUTE_TABLE (X)
#undef X
};

/* The row of a table whose first member is its name; -1 where there is none */
static gint
find_name (const void *table, gsize stride, guint n_rows, const char *name)
{
	for (guint row = 0; row < n_rows; row++) {
		const char *const *cell = (const void *) ((const char *) table + row * stride);
		if (strcmp (*cell, name) == 0)
			return (gint) row;
	}
	return -1;
}

#define FIND(table, name) find_name (table, sizeof (table)[0], G_N_ELEMENTS (table), name)

const char *
fairlead_kind_name (FairleadKind kind)
{
	g_return_val_if_fail ((guint) kind < FAIRLEAD_N_KINDS, NULL);
	return kind_names[kind];
}

gboolean
fairlead_kind_from_name (const char *name, FairleadKind *kind)
{
	gint row = FIND (kind_names, name);

	if (row < 0)
		return FALSE;
	*kind = (FairleadKind) row;
	return TRUE;
}

gboolean
fairlead_kinds_agree (FairleadKind a, FairleadKind b)
{
	const guint legal_persons = 1u << FAIRLEAD_KIND_COMPANY | 1u << FAIRLEAD_KIND_PUBLIC_BODY;

	return a == b || a == FAIRLEAD_KIND_UNKNOWN || b == FAIRLEAD_KIND_UNKNOWN
	       || ((1u << a & legal_persons) && (1u << b & legal_persons));
}

const char *
fairlead_link_class_name (FairleadLinkClass link_class)
{
	g_return_val_if_fail ((guint) link_class < FAIRLEAD_N_CLASSES, NULL);
	return class_names[link_class];
}

const FairleadLinkInfo *
fairlead_link_info (FairleadLinkKind kind)
{
	g_return_val_if_fail ((guint) kind < FAIRLEAD_N_LINK_KINDS, NULL);
	return &links[kind];
}

gboolean
fairlead_link_kind_from_name (const char *name, FairleadLinkKind *kind, gboolean *reversed)
{
	for (guint row = 0; row < FAIRLEAD_N_LINK_KINDS; row++) {
		gboolean forward = strcmp (links[row].name, name) == 0;

		if (!forward && strcmp (links[row].inverse, name) != 0)
			continue;
		*kind = (FairleadLinkKind) row;
		*reversed = !forward;
		return TRUE;
	}
	return FALSE;
}

const FairleadAttributeInfo *
fairlead_attribute_info (FairleadAttribute attribute)
{
	g_return_val_if_fail ((guint) attribute < FAIRLEAD_N_ATTRIBUTES, NULL);
	return &attributes[attribute];
}

gboolean
fairlead_attribute_from_name (const char *name, FairleadAttribute *attribute)
{
	gint row = FIND (attributes, name);

	if (row < 0)
		return FALSE;
	*attribute = (FairleadAttribute) row;
	return TRUE;
}

const char *
fairlead_name_type_name (FairleadNameType type)
{
	g_return_val_if_fail ((guint) type < FAIRLEAD_N_NAME_TYPES, NULL);
	return name_type_names[type];
}
