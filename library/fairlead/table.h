/* library/fairlead/table.h: results by columns, for programs that read millions of rows */
#pragma once
#include <fairlead/base.h>
G_BEGIN_DECLS

/**
 * FleadColumnType:
 * @FLEAD_COLUMN_INTEGER: `gint64`; -1 where there is none
 * @FLEAD_COLUMN_NUMBER: `double`; NaN where there is none
 * @FLEAD_COLUMN_TRUTH: `guint8`, 0 or 1
 * @FLEAD_COLUMN_DAY: `gint32`, days since 1970-01-01; %G_MININT32 where there is none
 * @FLEAD_COLUMN_WORD: `gint32`, the number of one of the words of the column; -1 where there is
 *   none
 * @FLEAD_COLUMN_TEXT: `gint64` offsets into a buffer of UTF-8, one more than there are rows; empty
 *   where there is none
 *
 * How the cells of a column stand in memory: in the byte order of the machine, without gaps.
 */
typedef enum {
	FLEAD_COLUMN_INTEGER,
	FLEAD_COLUMN_NUMBER,
	FLEAD_COLUMN_TRUTH,
	FLEAD_COLUMN_DAY,
	FLEAD_COLUMN_WORD,
	FLEAD_COLUMN_TEXT,
} FleadColumnType;

/**
 * FleadColumn:
 *
 * One column of a table: plain memory, which numpy, Arrow and others can take as it is. Immutable.
 */
#define FLEAD_TYPE_COLUMN (flead_column_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadColumn, flead_column, FLEAD, COLUMN, GObject)

/**
 * flead_column_get_name:
 *
 * The heading, the same as in CSV: `score`, `id`.
 *
 * Returns: (transfer none)
 */
FLEAD_API const char *flead_column_get_name (FleadColumn *self);

/**
 * flead_column_get_column_type:
 *
 * Returns: how its cells stand in memory
 */
FLEAD_API FleadColumnType flead_column_get_column_type (FleadColumn *self);

/**
 * flead_column_get_n_rows:
 *
 * Returns: how many cells it has
 */
FLEAD_API guint64 flead_column_get_n_rows (FleadColumn *self);

/**
 * flead_column_get_values:
 *
 * The memory of all cells, as [enum@Fairlead.ColumnType] says; of a text column the letters of all
 * rows one after the other. Not copied: O(1).
 *
 * Returns: (transfer none)
 */
FLEAD_API GBytes *flead_column_get_values (FleadColumn *self);

/**
 * flead_column_get_offsets:
 *
 * Of a text column, where each row begins in the values, and, behind the last, where it ends, as
 * `gint64`: an Arrow LargeUtf8 array. O(1).
 *
 * Returns: (transfer none) (nullable): %NULL of a column of another type
 */
FLEAD_API GBytes *flead_column_get_offsets (FleadColumn *self);

/**
 * flead_column_get_words:
 *
 * Of a column of words, the words that its numbers stand for.
 *
 * Returns: (transfer none) (array zero-terminated=1) (nullable): %NULL of a column of another type
 */
FLEAD_API const char *const *flead_column_get_words (FleadColumn *self);

/**
 * flead_column_dup_cell:
 * @row: from 0; less than the number of rows
 *
 * One cell as text, as CSV has it; for programs that read few. Numbers are in the C locale.
 *
 * Returns: (transfer full): empty where the cell is
 */
FLEAD_API char *flead_column_dup_cell (FleadColumn *self, guint64 row);

/**
 * FleadTable:
 *
 * A result by columns: a [iface@Gio.ListModel] of [class@Fairlead.Column], all of the same length.
 * Immutable. It stays what it is when the result that it was made of is gone.
 */
#define FLEAD_TYPE_TABLE (flead_table_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadTable, flead_table, FLEAD, TABLE, GObject)

/**
 * flead_table_get_n_rows:
 *
 * Returns: how many rows it has
 */
FLEAD_API guint64 flead_table_get_n_rows (FleadTable *self);

/**
 * flead_table_get_column:
 * @name: the heading
 *
 * Returns: (transfer none) (nullable): the column; %NULL where none has this name
 */
FLEAD_API FleadColumn *flead_table_get_column (FleadTable *self, const char *name);

G_END_DECLS
