/* ingest/format/csv-table.c */
#include "ingest/format/csv-table.h"

#include <string.h>

#include "ingest/record/work-queue.h"
#include "ingest/syntax/csv-shape.h"

#define ROWS_UNSAID 512u

gboolean
fairlead_sample_has_columns (const FairleadSample *sample, const char *const *columns)
{
	if (!sample->is_csv)
		return FALSE;
	for (; *columns != NULL; columns++)
		if (!fairlead_sample_has_column (sample, *columns))
			return FALSE;
	return TRUE;
}

/* Where each column stands, -1 for those that the file does not have */
static gint *
find_columns (const FairleadCsvRow *header, const char *const *columns, guint n_columns)
{
	gint *places = g_new (gint, n_columns);

	for (guint i = 0; i < n_columns; i++)
		places[i] = fairlead_csv_row_find (header, columns[i]);
	return places;
}

/* ---- rows ---- */

/* One table being read: rows are parsed by the caller's thread, and read by a second one when there
 * are many */
typedef struct {
	FairleadReading *reading;
	FairleadCsvTableReader expect; /* NULL where there is nothing to */
	FairleadCsvTableReader read;
	gpointer user_data;
	gint *places; /* of each column in a row of the file */
	guint n_columns;
	guint width; /* of the header */
} Table;

/* A row on its way; its fields stand behind the cells */
typedef struct {
	guint32 line;
	guint32 n_fields;
	FairleadCsvShape shape;
	const char *cells[];
} RowWork;

static void
read_row (gpointer worker, gconstpointer argument)
{
	Table *table = worker;
	const RowWork *row = argument;
	FairleadCsvTableRow found = { (const char **) row->cells,
		                      { table->reading->file, row->line } };

	fairlead_csv_report_shape (row->shape, (const char *) row->cells, row->n_fields,
	                           table->width, table->reading->records, found.source);
	if (row->shape != FAIRLEAD_CSV_UNFIT)
		table->read (table->reading, &found, table->user_data);
}

static void
expect_row (gpointer worker, gconstpointer argument)
{
	Table *table = worker;
	const RowWork *row = argument;
	FairleadCsvTableRow found = { (const char **) row->cells,
		                      { table->reading->file, row->line } };

	if (row->shape != FAIRLEAD_CSV_UNFIT)
		table->expect (table->reading, &found, table->user_data);
}

/* Most cells begin and end with a letter or digit */
static inline gboolean
is_space (char c)
{
	return (guchar) c <= ' ' && g_ascii_isspace (c);
}

static inline const char *
trim (char *text, gsize length)
{
	while (length > 0 && is_space (text[length - 1]))
		text[--length] = '\0';
	while (is_space (*text))
		text++;
	return text;
}

/* Of a row that is to be left out only the fields, for the message */
static void
pass_on (const Table *table, FairleadWorkQueue *rows, const FairleadCsvRow *row)
{
	const char *fields = row->fields[0];
	guint last = row->n_fields - 1;
	gsize size = (gsize) (row->fields[last] - fields) + row->lengths[last] + 1;
	FairleadCsvShape shape = fairlead_csv_row_judge (row, table->width, FALSE);
	guint n = shape == FAIRLEAD_CSV_UNFIT ? 0 : table->n_columns;
	RowWork *work = fairlead_work_queue_add (rows, read_row,
	                                         sizeof *work + n * sizeof work->cells[0] + size);
	char *copy = memcpy (&work->cells[n], fields, size);

	work->line = (guint32) row->line;
	work->n_fields = row->n_fields;
	work->shape = shape;
	for (guint i = 0; i < n; i++) {
		gint place = table->places[i];

		work->cells[i] = place < 0 ? ""
		                           : trim (copy + (row->fields[place] - fields),
		                                   row->lengths[place]);
	}
}

/* Said now and then: the thread that reads the rows looks at the same line of the cache for each */
static void
count_row (FairleadReading *reading, guint *n_unsaid)
{
	if (++*n_unsaid < ROWS_UNSAID)
		return;
	reading->n_records += *n_unsaid;
	*n_unsaid = 0;
}

static gboolean
read_rows (Table *table, FairleadCsvReader *reader, const char *const *columns, GError **error)
{
	g_autoptr (FairleadWorkQueue) rows = fairlead_work_queue_new ("rows", table, 8);
	g_autoptr (GError) failure = NULL;
	FairleadCsvRow row;
	guint preamble = table->reading->sample->dialect.preamble;
	guint n_unsaid = 0;

	if (table->expect != NULL)
		fairlead_work_queue_set_expect (rows, expect_row);
	while (fairlead_csv_reader_next (reader, &row, &failure)) {
		if (preamble > 0) {
			preamble--;
		} else if (table->places == NULL) {
			table->places = find_columns (&row, columns, table->n_columns);
			table->width = row.n_fields;
		} else {
			count_row (table->reading, &n_unsaid);
			pass_on (table, rows, &row);
		}
	}
	table->reading->n_records += n_unsaid;
	if (failure == NULL)
		return TRUE;
	g_propagate_error (error, g_steal_pointer (&failure));
	return FALSE;
}

gboolean
fairlead_csv_table_read_expecting (FairleadReading *reading, const char *const *columns,
                                   guint n_columns, FairleadCsvTableReader expect,
                                   FairleadCsvTableReader read, gpointer user_data, GError **error)
{
	g_autoptr (FairleadCsvReader) reader =
		fairlead_csv_reader_new (reading->input, reading->sample->dialect.delimiter);
	Table table = { reading, expect, read, user_data, NULL, n_columns, 0 };
	gboolean whole = read_rows (&table, reader, columns, error);

	g_free (table.places);
	if (whole)
		fairlead_reading_note_encoding (reading, reader);
	return whole;
}

gboolean
fairlead_csv_table_read (FairleadReading *reading, const char *const *columns, guint n_columns,
                         FairleadCsvTableReader read, gpointer user_data, GError **error)
{
	return fairlead_csv_table_read_expecting (reading, columns, n_columns, NULL, read,
	                                          user_data, error);
}
