/* ingest/syntax/csv-reader.h: rows of delimited text, streaming, each with its first line */
#pragma once
#include "ingest/syntax/input.h"
G_BEGIN_DECLS

/* Bounds against hostile input: a record that passes one is an error naming its line */
#define FAIRLEAD_CSV_MAX_RECORD (8u << 20)
#define FAIRLEAD_CSV_MAX_FIELDS 4096u

typedef struct _FairleadCsvReader FairleadCsvReader;

/**
 * FairleadCsvRow:
 * @fields: texts, NUL-terminated, valid UTF-8, owned by the reader until the next row; they stand
 *   behind one another in one buffer
 * @lengths: their lengths in bytes (a field may not hold NUL; such a byte is an error)
 * @quoted: whether a field stood in quotes, for formats that tell `-0-` from `"-0-"`
 * @line: line of the file on which the row starts
 * @is_loose: whether text other than blanks stood behind a closing quote
 */
typedef struct {
	char **fields;
	guint32 *lengths;
	guint8 *quoted;
	guint n_fields;
	guint64 line;
	gboolean is_loose;
} FairleadCsvRow;

/* What the first rows of a file look like */
typedef struct {
	char delimiter; /* `,` `;` tab or `|` */
	guint n_fields; /* the width that most rows of the sample have */
	guint preamble; /* rows before the first of that width (`Last Updated,...`) */
} FairleadCsvDialect;

/* Guesses from a file's first bytes; FALSE when they do not look like delimited text at all
 * (binary, XML, one column without any delimiter) */
gboolean fairlead_csv_guess_dialect (const char *head, gsize size, FairleadCsvDialect *dialect);

/* The reader borrows the input, which must outlive it */
FairleadCsvReader *fairlead_csv_reader_new (FairleadInput *input, char delimiter);
void fairlead_csv_reader_free (FairleadCsvReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadCsvReader, fairlead_csv_reader_free)

/* Before the first row: quotes are text like any other, and every newline ends a row */
void fairlead_csv_reader_set_literal (FairleadCsvReader *self);

/**
 * fairlead_csv_reader_next:
 *
 * RFC 4180, and what real files add: LF, CRLF or CR ends a row; quoted fields hold delimiters,
 * doubled quotes and newlines; text after a closing quote is taken literally; blank lines are
 * passed over; a 0x1A byte at the end of the file, or alone on a line in its middle, is passed
 * over. Bytes that are not UTF-8 are read as Windows-1252, see get_first_bad_line().
 *
 * A quote that is never closed is an error that names the line it was opened on.
 *
 * Returns: TRUE with a row; FALSE at the end without, or on failure with, @error set
 */
gboolean fairlead_csv_reader_next (FairleadCsvReader *self, FairleadCsvRow *row, GError **error);

/* The first line with bytes that were not UTF-8, or 0 */
guint64 fairlead_csv_reader_get_first_bad_line (FairleadCsvReader *self);

/* Column of a header name, compared without case, byte order mark, `# ` and outer blanks; -1 */
gint fairlead_csv_row_find (const FairleadCsvRow *header, const char *name);

G_END_DECLS
