/* ingest/format/ofac-sdn/sdn-csv.c: sdn.csv, alt.csv, add.csv and sdn_comments.csv, and the four of
 * the Consolidated list, told apart by their columns, for they have no header */
#include "ingest/format/ofac-sdn/sdn-csv.h"

#include "ingest/format/ofac-sdn/remarks.h"
#include "ingest/syntax/csv-shape.h"

static gboolean
row_fits (GStrv row, const FairleadOfacTable *table)
{
	return g_strv_length (row) == table->n_columns && fairlead_ofac_is_number (row[0])
	       && table->looks_so (row);
}

/* NULL where the sample is of none of them */
static const FairleadOfacTable *
tell_file (const FairleadSample *sample)
{
	if (!sample->is_csv || sample->dialect.delimiter != ',' || sample->rows->len == 0)
		return NULL;
	for (guint kind = 0; kind < FAIRLEAD_OFAC_N_TABLES; kind++) {
		const FairleadOfacTable *table = &fairlead_ofac_tables[kind];
		guint n_fit = 0;

		for (guint i = 0; i < sample->rows->len; i++)
			n_fit += row_fits (sample->rows->pdata[i], table);
		if (n_fit * 100 >= sample->rows->len * table->share)
			return table;
	}
	return NULL;
}

static guint
sniff (const FairleadFormat *format, const FairleadSample *sample)
{
	const FairleadOfacTable *table = tell_file (sample);

	(void) format;
	return table == NULL ? 0 : table->certainty;
}

static void
read_row (FairleadOfacRow *cells, const FairleadOfacTable *table)
{
	FairleadCsvRow *row = cells->row;
	const char *key = g_strstrip (row->fields[0]);

	if (!fairlead_csv_row_has_shape (row, table->n_columns, FALSE, cells->records,
	                                 cells->source.file))
		return;
	if (!fairlead_ofac_is_number (key)) {
		g_autofree char *start = fairlead_text_dup_start (key);

		fairlead_records_add_issue (cells->records, FAIRLEAD_ISSUE_BAD_RECORD,
		                            cells->source, "\"%s\" is no party's number", start);
		return;
	}
	if (!table->describes)
		cells->entity =
			fairlead_records_refer (cells->records, FAIRLEAD_OFAC, key, cells->source);
	table->read (cells);
}

static gboolean
read_file (const FairleadFormat *format, FairleadReading *reading, GError **error)
{
	g_autoptr (FairleadCsvReader) reader = fairlead_csv_reader_new (reading->input, ',');
	g_autoptr (GError) failure = NULL;
	const FairleadOfacTable *table = tell_file (reading->sample);
	FairleadCsvRow row;

	(void) format;
	if (table == NULL)
		return fairlead_set_error_at (error, reading->path, 0,
		                              FAIRLEAD_ERROR_UNKNOWN_FORMAT,
		                              "the columns are of no file of OFAC's SDN list");
	fairlead_reading_note_table (reading, table->name);
	while (fairlead_csv_reader_next (reader, &row, &failure)) {
		FairleadOfacRow cells = { reading->records,
			                  reading->state,
			                  &row,
			                  { reading->file, (guint32) row.line },
			                  FAIRLEAD_NO_ENTITY };

		read_row (&cells, table);
		reading->n_records++;
	}
	if (failure != NULL) {
		g_propagate_error (error, g_steal_pointer (&failure));
		return FALSE;
	}
	fairlead_reading_note_encoding (reading, reader);
	return TRUE;
}

static gpointer
begin (const FairleadFormat *format)
{
	(void) format;
	return fairlead_ofac_waiting_new ();
}

static gboolean
finish (const FairleadFormat *format, gpointer state, FairleadRecords *records, GError **error)
{
	(void) format;
	(void) error;
	fairlead_ofac_waiting_emit (state, records);
	return TRUE;
}

static void
end (gpointer state)
{
	fairlead_ofac_waiting_free (state);
}

const FairleadFormat fairlead_format_ofac_sdn_csv = {
	.name = "ofac-sdn-csv",
	.title = "OFAC SDN or Consolidated list, CSV",
	.sniff = sniff,
	.read = read_file,
	.begin = begin,
	.finish = finish,
	.end = end,
};
