/* ingest/format/lists/seco-names.c: names in parts, each of which may be spelt in several ways */
#include "ingest/format/lists/seco.h"

#include <string.h>

/* Of one name; real ones have some dozens of spellings and six parts */
#define MAX_VARIANTS 500u
#define MAX_PARTS 32u

static const char *
get (const FairleadXmlNode *node, const char *attribute)
{
	return fairlead_xml_node_get_attribute (node, attribute);
}

/* Titles are no part of a name here */
static const FairleadListWord part_types[] = {
	{ "family-name", TRUE }, /* before the comma */
	{ "maiden-name", TRUE },
	{ "tribal-name", TRUE },
	{ "whole-name", TRUE },
};

static gint
compare_order (gconstpointer a, gconstpointer b)
{
	const FairleadXmlNode *part_a = *(const FairleadXmlNode *const *) a;
	const FairleadXmlNode *part_b = *(const FairleadXmlNode *const *) b;

	return (gint) g_ascii_strtoull (get (part_a, "order"), NULL, 10)
	       - (gint) g_ascii_strtoull (get (part_b, "order"), NULL, 10);
}

/* The parts of a name in their order; titles are kept apart */
static GPtrArray *
collect_parts (FairleadList *self, const FairleadXmlNode *name)
{
	GPtrArray *parts = g_ptr_array_new ();

	for (const FairleadXmlNode *child = name->first_child; child != NULL; child = child->next) {
		if (strcmp (child->name, "name-part") != 0)
			continue;
		if (strcmp (get (child, "name-part-type"), "title") == 0)
			fairlead_list_add_attribute (self, FAIRLEAD_ATTRIBUTE_TITLE,
			                             fairlead_xml_node_get (child, "value"));
		else if (parts->len < MAX_PARTS)
			g_ptr_array_add (parts, (gpointer) child);
		else
			fairlead_list_add_note (self, "name-part",
			                        fairlead_xml_node_get (child, "value"));
	}
	g_ptr_array_sort (parts, compare_order);
	return parts;
}

/* The nth spelling variant of a part, in the script; its value where there is none so written */
static const char *
get_spelling (const FairleadXmlNode *part, const FairleadXmlNode *variant, guint n)
{
	for (const FairleadXmlNode *child = part->first_child; child != NULL && variant != NULL;
	     child = child->next)
		if (strcmp (child->name, "spelling-variant") == 0
		    && strcmp (get (child, "script"), get (variant, "script")) == 0
		    && strcmp (get (child, "lang"), get (variant, "lang")) == 0 && n-- == 0)
			return child->text;
	return fairlead_xml_node_get (part, "value");
}

/* @variant: which script and language to write it in; NULL for the list's own spelling */
static char *
compose_name (GPtrArray *parts, const FairleadXmlNode *variant, guint n)
{
	g_autoptr (GString) last = g_string_new (NULL);
	g_autoptr (GString) given = g_string_new (NULL);

	for (guint i = 0; i < parts->len; i++) {
		const FairleadXmlNode *part = parts->pdata[i];
		gboolean is_last = fairlead_list_find_word (part_types, G_N_ELEMENTS (part_types),
		                                            get (part, "name-part-type"))
		                   != NULL;

		fairlead_list_append (is_last ? last : given, " ", get_spelling (part, variant, n));
	}
	return fairlead_list_dup_person (last->len > 0 ? last->str : given->str,
	                                 last->len > 0 ? given->str : "");
}

/* How many variants of the same script and language stand before this one in its part */
static guint
count_before (const FairleadXmlNode *variant)
{
	guint n = 0;

	for (const FairleadXmlNode *child = variant->parent->first_child; child != variant;
	     child = child->next)
		n += strcmp (child->name, "spelling-variant") == 0
		     && strcmp (get (child, "script"), get (variant, "script")) == 0
		     && strcmp (get (child, "lang"), get (variant, "lang")) == 0;
	return n;
}

/* The names of one part's variants. Each looks for those that match it, which is why they are
 * bounded. */
static void
add_variants_of (FairleadList *self, GPtrArray *parts, const FairleadXmlNode *part, gboolean weak)
{
	guint n = 0;

	for (const FairleadXmlNode *child = part->first_child; child != NULL; child = child->next) {
		g_autofree char *name = NULL;

		if (strcmp (child->name, "spelling-variant") != 0)
			continue;
		self->line = child->line;
		if (n++ == MAX_VARIANTS) {
			fairlead_records_add_issue (self->records, FAIRLEAD_ISSUE_TEXT_TOO_LONG,
			                            fairlead_list_source (self),
			                            "more than %u spellings of one name part",
			                            MAX_VARIANTS);
			return;
		}
		name = compose_name (parts, child, count_before (child));
		fairlead_list_add_name (self, name, FAIRLEAD_NAME_ALIAS, weak);
	}
}

/* Every variant of a part, together with the variants of the other parts that match it */
static void
add_variants (FairleadList *self, GPtrArray *parts, gboolean weak)
{
	for (guint i = 0; i < parts->len; i++)
		add_variants_of (self, parts, parts->pdata[i], weak);
}

void
fairlead_seco_read_name (FairleadList *self, const FairleadListRule *rule, const char *text,
                         const FairleadXmlNode *node)
{
	static const FairleadListWord types[] = {
		{ "primary-name", FAIRLEAD_NAME_PRIMARY },
		{ "alias", FAIRLEAD_NAME_ALIAS },
		{ "formerly-known-as", FAIRLEAD_NAME_FORMER },
	};
	const FairleadListWord *found =
		fairlead_list_find_word (types, G_N_ELEMENTS (types), get (node, "name-type"));
	g_autoptr (GPtrArray) parts = collect_parts (self, node);
	g_autofree char *name = compose_name (parts, NULL, 0);
	gboolean weak = strcmp (get (node, "quality"), "low") == 0;
	gboolean is_main = strcmp (get (node->parent, "main"), "false") != 0;
	FairleadNameType type = found == NULL ? FAIRLEAD_NAME_ALIAS : found->meaning;

	(void) rule;
	(void) text;
	if (found == NULL)
		fairlead_records_add_issue (self->records, FAIRLEAD_ISSUE_UNKNOWN_KIND,
		                            fairlead_list_source (self), "name type \"%s\"",
		                            get (node, "name-type"));
	/* The first name of another identity is one more name of the same party */
	if (type == FAIRLEAD_NAME_PRIMARY && !is_main)
		type = FAIRLEAD_NAME_ALIAS;
	fairlead_list_add_name (self, name, type, weak);
	add_variants (self, parts, weak);
}
