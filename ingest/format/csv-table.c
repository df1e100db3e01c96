/* ingest/format/csv-table.c */
#include "ingest/format/csv-table.h"
#include "ingest/syntax/csv-shape.h"

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

static const char *
trim (char *text, gsize length)
{
	while (length > 0 && g_ascii_isspace (text[length - 1]))
		text[--length] = '\0';
	while (g_ascii_isspace (*text))
		text++;
	return text;
}

static void
pick_cells (const FairleadCsvRow *row, const gint *places, guint n_columns, const char **cells)
{
	for (guint i = 0; i < n_columns; i++)
		cells[i] =
			places[i] < 0 ? "" : trim (row->fields[places[i]], row->lengths[places[i]]);
}

gboolean
fairlead_csv_table_read (FairleadReading *reading, const char *const *columns, guint n_columns,
                         FairleadCsvTableReader read, gpointer user_data, GError **error)
{
	const FairleadCsvDialect *dialect = &reading->sample->dialect;
	g_autoptr (FairleadCsvReader) reader =
		fairlead_csv_reader_new (reading->input, dialect->delimiter);
	g_autofree gint *places = NULL;
	g_autofree const char **cells = g_new (const char *, n_columns);
	g_autoptr (GError) failure = NULL;
	FairleadCsvRow row;
	guint n_rows = 0, width = 0;

	while (fairlead_csv_reader_next (reader, &row, &failure)) {
		FairleadCsvTableRow found = { cells, { reading->file, (guint32) row.line } };

		if (n_rows++ < dialect->preamble)
			continue;
		if (places == NULL) {
			places = find_columns (&row, columns, n_columns);
			width = row.n_fields;
			continue;
		}
		reading->n_records++;
		if (!fairlead_csv_row_has_shape (&row, width, FALSE, reading->records,
		                                 reading->file))
			continue;
		pick_cells (&row, places, n_columns, cells);
		read (reading, &found, user_data);
	}
	if (failure != NULL) {
		g_propagate_error (error, g_steal_pointer (&failure));
		return FALSE;
	}
	fairlead_reading_note_encoding (reading, reader);
	return TRUE;
}
