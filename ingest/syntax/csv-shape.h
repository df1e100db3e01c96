/* ingest/syntax/csv-shape.h: whether the rows of a file have the shape of its header */
#pragma once
#include "ingest/record/records.h"
#include "ingest/syntax/csv-reader.h"
G_BEGIN_DECLS

/* How a row stands to the width that it has to have */
typedef enum {
	FAIRLEAD_CSV_FITS,
	FAIRLEAD_CSV_LOOSE, /* text behind a closing quote */
	FAIRLEAD_CSV_SHORT, /* to be read as far as it goes */
	FAIRLEAD_CSV_UNFIT, /* to be left out */
} FairleadCsvShape;

FairleadCsvShape fairlead_csv_row_judge (const FairleadCsvRow *row, guint width,
                                         gboolean may_be_short);
/* The issue that a row of that shape is, if any; for those who judge on one thread and report on
 * another. @first is its first cell. */
void fairlead_csv_report_shape (FairleadCsvShape shape, const char *first, guint n_fields,
                                guint width, FairleadRecords *records, FairleadSource source);

/**
 * fairlead_csv_row_has_shape:
 * @width: how many cells a row has to have
 * @may_be_short: whether a row with fewer may be read, as far as it goes
 *
 * To be asked of each row before it is read; a row that is not as it should be is one issue. Cells
 * beyond the width mean that a delimiter stood where none was meant, unless they are empty: what
 * the row would say is in the wrong columns.
 *
 * Returns: FALSE where the row has to be left out
 */
gboolean fairlead_csv_row_has_shape (const FairleadCsvRow *row, guint width, gboolean may_be_short,
                                     FairleadRecords *records, guint32 file);

G_END_DECLS
