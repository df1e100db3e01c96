/* ingest/format/lists/list-fields.c: fields by tables of their names */
#include "ingest/format/lists/list.h"

#include <string.h>

#include "ingest/grammar/name.h"

static const FairleadListRule *
find_rule (const FairleadListRule *rules, guint n_rules, const char *field)
{
	for (guint i = 0; i < n_rules; i++)
		if (g_ascii_strcasecmp (rules[i].field, field) == 0)
			return &rules[i];
	return NULL;
}

/* ---- readers of one field ---- */

/* Calls itself for each element that is wrapped; says whether there were any */
static gboolean
read_wrapped (FairleadList *self, const FairleadListRule *rule, const FairleadXmlNode *node)
{
	const FairleadXmlNode *child = node == NULL ? NULL : node->first_child;

	if (child == NULL)
		return FALSE;
	for (; child != NULL; child = child->next) {
		self->line = child->line;
		rule->read (self, rule, child->text, child);
	}
	return TRUE;
}

void
fairlead_list_read_attribute (FairleadList *self, const FairleadListRule *rule, const char *text,
                              const FairleadXmlNode *node)
{
	if (!read_wrapped (self, rule, node))
		fairlead_list_add_attribute (self, rule->what, text);
}

void
fairlead_list_read_values (FairleadList *self, const FairleadListRule *rule, const char *text,
                           const FairleadXmlNode *node)
{
	static const char *const separators[] = { ";", "|", NULL };
	g_auto (GStrv) numbered = NULL;

	if (read_wrapped (self, rule, node))
		return;
	numbered = fairlead_list_split_numbered (text);
	for (guint i = 0; numbered[i] != NULL; i++) {
		g_auto (GStrv) values = fairlead_list_split (numbered[i], separators);

		for (guint k = 0; values[k] != NULL; k++) {
			gsize length = strlen (values[k]);

			/* The full stop of a sentence that the value was cut from */
			if (values[k][length - 1] == '.')
				values[k][length - 1] = '\0';
			fairlead_list_add_attribute (self, rule->what, values[k]);
		}
	}
}

void
fairlead_list_read_dates (FairleadList *self, const FairleadListRule *rule, const char *text,
                          const FairleadXmlNode *node)
{
	if (!read_wrapped (self, rule, node))
		fairlead_list_add_dates (self, rule->what, text);
}

void
fairlead_list_read_note (FairleadList *self, const FairleadListRule *rule, const char *text,
                         const FairleadXmlNode *node)
{
	if (!read_wrapped (self, rule, node))
		fairlead_list_add_note (self, rule->label, text);
}

void
fairlead_list_read_identifier (FairleadList *self, const FairleadListRule *rule, const char *text,
                               const FairleadXmlNode *node)
{
	if (!read_wrapped (self, rule, node) && !fairlead_name_is_placeholder (text))
		fairlead_list_add_identifier (self, rule->what, text, rule->label);
}

void
fairlead_list_read_document (FairleadList *self, const FairleadListRule *rule, const char *text,
                             const FairleadXmlNode *node)
{
	g_auto (GStrv) numbered = NULL;

	if (read_wrapped (self, rule, node))
		return;
	numbered = fairlead_list_split_numbered (text);
	for (guint i = 0; numbered[i] != NULL; i++)
		fairlead_list_add_document (self, rule->what, numbered[i], "");
}

void
fairlead_list_read_imo (FairleadList *self, const FairleadListRule *rule, const char *text,
                        const FairleadXmlNode *node)
{
	if (!read_wrapped (self, rule, node) && *text != '\0')
		fairlead_list_add_imo (self, text);
}

void
fairlead_list_read_alias (FairleadList *self, const FairleadListRule *rule, const char *text,
                          const FairleadXmlNode *node)
{
	if (!read_wrapped (self, rule, node))
		fairlead_list_add_name (self, text, rule->what, FALSE);
}

static void
add_links (FairleadList *self, const FairleadListRule *rule, const char *text, guint flags)
{
	g_auto (GStrv) names = fairlead_list_split_numbered (text);

	for (guint i = 0; names[i] != NULL; i++)
		fairlead_list_add_link (self, rule->what, names[i], rule->label, flags);
}

void
fairlead_list_read_link (FairleadList *self, const FairleadListRule *rule, const char *text,
                         const FairleadXmlNode *node)
{
	if (!read_wrapped (self, rule, node))
		add_links (self, rule, text, 0);
}

void
fairlead_list_read_former_link (FairleadList *self, const FairleadListRule *rule, const char *text,
                                const FairleadXmlNode *node)
{
	if (!read_wrapped (self, rule, node))
		add_links (self, rule, text, FAIRLEAD_LIST_LINK_ENDED);
}

void
fairlead_list_read_link_to (FairleadList *self, const FairleadListRule *rule, const char *text,
                            const FairleadXmlNode *node)
{
	if (!read_wrapped (self, rule, node))
		add_links (self, rule, text, FAIRLEAD_LIST_LINK_TO_OTHER);
}

/* ---- all fields of a record ---- */

void
fairlead_list_enter (FairleadList *self, const FairleadListRule *rule, const char *text,
                     const FairleadXmlNode *node)
{
	(void) self;
	(void) rule;
	(void) text;
	(void) node;
}

static void
read_field (FairleadList *self, const FairleadListRule *rule, const char *field, const char *text,
            const FairleadXmlNode *node)
{
	if (rule == NULL)
		fairlead_list_add_note (self, field, text);
	else if (rule->read != NULL)
		rule->read (self, rule, text, node);
}

void
fairlead_list_read_attributes (FairleadList *self, const FairleadXmlNode *node,
                               const FairleadListRule *rules, guint n_rules)
{
	self->line = node->line;
	for (const FairleadXmlNode *attribute = node->attributes; attribute != NULL;
	     attribute = attribute->next) {
		const FairleadListRule *rule = find_rule (rules, n_rules, attribute->name);

		if (*attribute->text != '\0')
			read_field (self, rule, attribute->name, attribute->text, attribute);
	}
}

/* `ELEMENT ATTRIBUTE: text` */
static void
note_attributes (FairleadList *self, const FairleadXmlNode *node)
{
	for (const FairleadXmlNode *attribute = node->attributes; attribute != NULL;
	     attribute = attribute->next) {
		g_autofree char *label = g_strjoin (" ", node->name, attribute->name, NULL);

		fairlead_list_add_note (self, label, attribute->text);
	}
}

void
fairlead_list_read_elements (FairleadList *self, const FairleadXmlNode *node,
                             const FairleadListRule *rules, guint n_rules)
{
	for (const FairleadXmlNode *child = node->first_child; child != NULL; child = child->next) {
		const FairleadListRule *rule = find_rule (rules, n_rules, child->name);

		self->line = child->line;
		read_field (self, rule, child->name, child->text, child);
		if (rule == NULL)
			note_attributes (self, child);
		if (rule == NULL || rule->read == fairlead_list_enter)
			fairlead_list_read_elements (self, child, rules, n_rules);
	}
}

const char *
fairlead_list_cell (const FairleadCsvRow *header, const FairleadCsvRow *row, const char *column)
{
	gint index = fairlead_csv_row_find (header, column);

	return index < 0 || (guint) index >= row->n_fields ? "" : row->fields[index];
}

void
fairlead_list_read_row (FairleadList *self, const FairleadCsvRow *header, const FairleadCsvRow *row,
                        const FairleadListRule *rules, guint n_rules)
{
	for (guint i = 0; i < MIN (header->n_fields, row->n_fields); i++) {
		const char *column = header->fields[i];
		const FairleadListRule *rule = find_rule (rules, n_rules, column);

		if (row->fields[i][strspn (row->fields[i], " ")] != '\0')
			read_field (self, rule, column, row->fields[i], NULL);
	}
}
