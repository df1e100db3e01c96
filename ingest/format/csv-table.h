/* ingest/format/csv-table.h: rows under a header, their cells found by the columns' names */
#pragma once
#include "ingest/format/format.h"
G_BEGIN_DECLS

/**
 * FairleadCsvTableRow:
 * @cells: one for each column asked for: without outer blanks, empty where the file has no such
 *   column; alive during the call
 * @source: line on which the row starts
 */
typedef struct {
	const char **cells;
	FairleadSource source;
} FairleadCsvTableRow;

typedef void (*FairleadCsvTableReader) (FairleadReading *reading, const FairleadCsvTableRow *row,
                                        gpointer user_data);

/**
 * fairlead_csv_table_read:
 * @columns: header names, compared as fairlead_csv_row_find() does
 *
 * Reads every row below the header, which stands behind the sample's preamble. A row of another
 * width than the header is left out with an issue, unless it only has empty cells more; bytes that
 * are not UTF-8 are one issue a file.
 */
gboolean fairlead_csv_table_read (FairleadReading *reading, const char *const *columns,
                                  guint n_columns, FairleadCsvTableReader read, gpointer user_data,
                                  GError **error);

/* The same for tables of millions of rows: @expect is called some rows before @read, to fetch what
 * that will look for; it changes nothing */
gboolean fairlead_csv_table_read_expecting (FairleadReading *reading, const char *const *columns,
                                            guint n_columns, FairleadCsvTableReader expect,
                                            FairleadCsvTableReader read, gpointer user_data,
                                            GError **error);

/* Whether a CSV sample has all of these columns, which NULL ends */
gboolean fairlead_sample_has_columns (const FairleadSample *sample, const char *const *columns);

G_END_DECLS
