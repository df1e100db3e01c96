/* ingest/syntax/csv-shape.h: whether the rows of a file have the shape of its header */
#pragma once
#include "ingest/record/records.h"
#include "ingest/syntax/csv-reader.h"
G_BEGIN_DECLS

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
