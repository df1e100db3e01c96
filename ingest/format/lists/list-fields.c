/* ingest/format/lists/list-fields.c: fields by tables of their names; XML and CSV files of them */
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
	g_auto (GStrv) numbered = fairlead_list_split_numbered (text);

	(void) node;
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
	if (!read_wrapped (self, rule, node))
		fairlead_list_add_document (self, rule->what, text, "");
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

void
fairlead_list_read_link (FairleadList *self, const FairleadListRule *rule, const char *text,
                         const FairleadXmlNode *node)
{
	if (!read_wrapped (self, rule, node))
		fairlead_list_add_link (self, rule->what, text, rule->label);
}

void
fairlead_list_read_link_to (FairleadList *self, const FairleadListRule *rule, const char *text,
                            const FairleadXmlNode *node)
{
	if (!read_wrapped (self, rule, node))
		fairlead_list_add_link_to (self, rule->what, text, rule->label);
}

/* ---- all fields of a record ---- */

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

void
fairlead_list_read_elements (FairleadList *self, const FairleadXmlNode *node,
                             const FairleadListRule *rules, guint n_rules)
{
	for (const FairleadXmlNode *child = node->first_child; child != NULL; child = child->next) {
		const FairleadListRule *rule = find_rule (rules, n_rules, child->name);

		self->line = child->line;
		read_field (self, rule, child->name, child->text, child);
		if (rule == NULL)
			fairlead_list_read_elements (self, child, rules, n_rules);
	}
}

void
fairlead_list_read_row (FairleadList *self, const FairleadCsvRow *header,
                        const FairleadCsvRow *row, const FairleadListRule *rules, guint n_rules)
{
	for (guint i = 0; i < MIN (header->n_fields, row->n_fields); i++) {
		const char *column = header->fields[i];
		const FairleadListRule *rule = find_rule (rules, n_rules, column);

		if (row->fields[i][strspn (row->fields[i], " ")] != '\0')
			read_field (self, rule, column, row->fields[i], NULL);
	}
}

/* ---- XML files ---- */

typedef struct {
	FairleadList *list;
	const FairleadListXml *xml;
	gpointer data;
} XmlReading;

static gboolean
on_record (const FairleadXmlNode *record, gpointer user_data, GError **error)
{
	XmlReading *reading = user_data;
	FairleadList *list = reading->list;

	(void) error;
	g_hash_table_remove_all (list->told);
	list->line = record->line;
	list->reading->n_records++;
	reading->xml->read (list, record, reading->data);
	return TRUE;
}

static void
on_container (const FairleadXmlElement *element, gpointer user_data)
{
	XmlReading *reading = user_data;
	const char *date = reading->xml->date == NULL
	                           ? NULL
	                           : fairlead_xml_element_get_attribute (element,
	                                                                 reading->xml->date);

	if (date != NULL)
		fairlead_list_set_issued (reading->list, date, FAIRLEAD_DATE_DAY_FIRST);
}

static void
on_unknown (const FairleadXmlElement *element, gpointer user_data)
{
	FairleadList *list = ((XmlReading *) user_data)->list;
	const char *name = fairlead_xml_element_get_name (element);

	if (!g_hash_table_add (list->reported, g_strdup (name)))
		return;
	list->line = fairlead_xml_element_get_line (element);
	fairlead_records_add_issue (list->records, FAIRLEAD_ISSUE_UNKNOWN_KIND,
	                            fairlead_list_source (list), "element <%s> was not read", name);
}

gboolean
fairlead_list_read_xml (FairleadList *self, const FairleadListXml *xml, gpointer data,
                        GError **error)
{
	FairleadXmlRecordHandler handler = { .records = xml->records,
		                             .containers = xml->containers,
		                             .record = on_record,
		                             .container = on_container,
		                             .unknown = on_unknown };
	XmlReading reading = { self, xml, data };

	return fairlead_xml_read_records (self->reading->input, &handler, &reading, error);
}

guint
fairlead_list_sniff_xml (const FairleadSample *sample, const char *root, const char *const *words)
{
	if (!sample->is_xml || g_strcmp0 (sample->root, root) != 0)
		return 0;
	for (; *words != NULL; words++)
		if (g_strstr_len (sample->head, (gssize) sample->head_size, *words) == NULL)
			return 0;
	return 100;
}

/* ---- CSV files ---- */

/* A row that outlives the next */
static FairleadCsvRow
copy_row (const FairleadCsvRow *row)
{
	FairleadCsvRow copy = { .fields = g_new0 (char *, row->n_fields + 1),
		                .n_fields = row->n_fields, .line = row->line };

	for (guint i = 0; i < row->n_fields; i++)
		copy.fields[i] = fairlead_list_dup_clean (row->fields[i]);
	return copy;
}

static void
read_one_row (FairleadList *self, FairleadListRowReader read, const FairleadCsvRow *header,
              const FairleadCsvRow *row)
{
	self->line = row->line;
	self->reading->n_records++;
	if (row->n_fields <= header->n_fields) {
		read (self, header, row);
		return;
	}
	fairlead_records_add_issue (self->records, FAIRLEAD_ISSUE_BAD_RECORD,
	                            fairlead_list_source (self), "%u fields (expected %u)",
	                            row->n_fields, header->n_fields);
}

static void
report_encoding (FairleadList *self, FairleadCsvReader *reader)
{
	self->line = fairlead_csv_reader_get_first_bad_line (reader);
	if (self->line > 0)
		fairlead_records_add_issue (self->records, FAIRLEAD_ISSUE_BAD_ENCODING,
		                            fairlead_list_source (self),
		                            "the first of them stand here");
}

gboolean
fairlead_list_read_csv (FairleadList *self, FairleadListRowReader read, GError **error)
{
	const FairleadCsvDialect *dialect = &self->reading->sample->dialect;
	g_autoptr (FairleadCsvReader) reader =
		fairlead_csv_reader_new (self->reading->input, dialect->delimiter);
	g_auto (GStrv) names = NULL;
	FairleadCsvRow header = { 0 };
	g_autoptr (GError) error_local = NULL;
	FairleadCsvRow row;

	for (guint n = 0; fairlead_csv_reader_next (reader, &row, &error_local); n++) {
		if (n < dialect->preamble)
			continue;
		if (names != NULL) {
			read_one_row (self, read, &header, &row);
			continue;
		}
		header = copy_row (&row);
		names = header.fields;
	}
	report_encoding (self, reader);
	if (error_local == NULL)
		return TRUE;
	g_propagate_error (error, g_steal_pointer (&error_local));
	return FALSE;
}

const char *
fairlead_list_cell (const FairleadCsvRow *header, const FairleadCsvRow *row, const char *column)
{
	gint index = fairlead_csv_row_find (header, column);

	return index < 0 || (guint) index >= row->n_fields ? "" : row->fields[index];
}

guint
fairlead_list_sniff_csv (const FairleadSample *sample, const char *const *columns)
{
	if (!sample->is_csv)
		return 0;
	for (; *columns != NULL; columns++)
		if (!fairlead_sample_has_column (sample, *columns))
			return 0;
	return 100;
}
