/* ingest/format/lists/list-file.c: XML and CSV files as rows of records */
#include "ingest/format/lists/list.h"
#include "ingest/syntax/csv-shape.h"

#include <string.h>

/* ---- XML files ---- */

typedef struct {
	FairleadList *list;
	const FairleadListXml *xml;
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
	reading->xml->read (list, record);
	return TRUE;
}

static void
on_container (const FairleadXmlElement *element, gpointer user_data)
{
	XmlReading *reading = user_data;
	const char *date =
		reading->xml->date == NULL
			? NULL
			: fairlead_xml_element_get_attribute (element, reading->xml->date);

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
fairlead_list_read_xml (const FairleadFormat *format, FairleadReading *reading, GError **error)
{
	const FairleadListXml *xml = format->data;
	FairleadXmlRecordHandler handler = { .records = xml->records,
		                             .containers = xml->containers,
		                             .record = on_record,
		                             .container = on_container,
		                             .unknown = on_unknown };
	g_auto (FairleadList) list = { 0 };
	XmlReading xml_reading = { &list, xml };
	gboolean done;

	fairlead_list_init (&list, reading, xml->scheme, xml->title);
	if (xml->begin != NULL)
		list.state = xml->begin ();
	done = fairlead_xml_read_records (reading->input, &handler, &xml_reading, error);
	if (done && xml->finish != NULL)
		xml->finish (&list);
	if (xml->end != NULL)
		xml->end (list.state);
	return done;
}

guint
fairlead_list_sniff_xml (const FairleadFormat *format, const FairleadSample *sample)
{
	const FairleadListXml *xml = format->data;

	if (!sample->is_xml || g_strcmp0 (sample->root, xml->root) != 0)
		return 0;
	for (guint i = 0; xml->words[i] != NULL; i++)
		if (g_strstr_len (sample->head, (gssize) sample->head_size, xml->words[i]) == NULL)
			return 0;
	return 100;
}

/* ---- CSV files ---- */

/* A row that outlives the next */
static FairleadCsvRow
copy_row (const FairleadCsvRow *row)
{
	FairleadCsvRow copy = { .fields = g_new0 (char *, row->n_fields + 1),
		                .n_fields = row->n_fields,
		                .line = row->line };

	for (guint i = 0; i < row->n_fields; i++)
		copy.fields[i] = fairlead_list_dup_clean (row->fields[i]);
	return copy;
}

static void
read_one_row (FairleadList *self, const FairleadListCsv *csv, const FairleadCsvRow *header,
              const FairleadCsvRow *row)
{
	self->line = row->line;
	self->reading->n_records++;
	if (fairlead_csv_row_has_shape (row, header->n_fields, TRUE, self->records,
	                                self->reading->file))
		csv->read (self, header, row);
}

/* `Last Updated,02/04/2014` or `Report Date: 08-Oct-2026` before the header */
static void
note_date (FairleadList *self, const FairleadCsvRow *row)
{
	for (guint i = 0; i < row->n_fields; i++) {
		const char *colon = strstr (row->fields[i], ": ");

		fairlead_list_set_issued (self, colon == NULL ? row->fields[i] : colon + 2,
		                          FAIRLEAD_DATE_DAY_FIRST);
	}
}

gboolean
fairlead_list_read_csv (const FairleadFormat *format, FairleadReading *reading, GError **error)
{
	const FairleadListCsv *csv = format->data;
	const FairleadCsvDialect *dialect = &reading->sample->dialect;
	g_autoptr (FairleadCsvReader) reader =
		fairlead_csv_reader_new (reading->input, dialect->delimiter);
	g_auto (FairleadList) list = { 0 };
	g_auto (GStrv) names = NULL;
	FairleadCsvRow header = { 0 };
	g_autoptr (GError) error_local = NULL;
	FairleadCsvRow row;

	fairlead_list_init (&list, reading, csv->scheme, csv->title);
	for (guint n = 0; fairlead_csv_reader_next (reader, &row, &error_local); n++) {
		if (n < dialect->preamble) {
			note_date (&list, &row);
		} else if (names == NULL) {
			header = copy_row (&row);
			names = header.fields;
		} else {
			read_one_row (&list, csv, &header, &row);
		}
	}
	fairlead_reading_note_encoding (reading, reader);
	if (error_local == NULL)
		return TRUE;
	g_propagate_error (error, g_steal_pointer (&error_local));
	return FALSE;
}

guint
fairlead_list_sniff_csv (const FairleadFormat *format, const FairleadSample *sample)
{
	const FairleadListCsv *csv = format->data;

	if (!sample->is_csv)
		return 0;
	for (guint i = 0; csv->columns[i] != NULL; i++)
		if (!fairlead_sample_has_column (sample, csv->columns[i]))
			return 0;
	return 100;
}
