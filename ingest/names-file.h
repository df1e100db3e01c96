/* ingest/names-file.h: a CSV of names or ships to be looked up, row by row */
#pragma once
#include "ingest/grammar/identifier.h"
#include "ingest/record/kinds.h"
#include "ingest/syntax/csv-reader.h"
G_BEGIN_DECLS

/* What a column may be; those of numbers follow, one for each FairleadIdScheme */
enum {
	FAIRLEAD_NAMES_REFERENCE, /* the asker's own id */
	FAIRLEAD_NAMES_NAME,
	FAIRLEAD_NAMES_KIND,
	FAIRLEAD_NAMES_COUNTRY,
	FAIRLEAD_NAMES_BIRTH_DATE,
	FAIRLEAD_NAMES_FIRST_NUMBER,
	FAIRLEAD_N_NAMES_FIELDS = FAIRLEAD_NAMES_FIRST_NUMBER + FAIRLEAD_N_ID_SCHEMES
};

/**
 * FairleadNamesRow:
 * @line: on which it starts
 * @cells: by field; NULL where there is no such column or the cell is empty. Good until the next
 *   row.
 * @kind: unknown where none is said, or none that is known
 * @issue: (nullable): what is wrong with the row; it is looked up by what is left
 */
typedef struct {
	guint64 line;
	const char *cells[FAIRLEAD_N_NAMES_FIELDS];
	FairleadKind kind;
	char *issue;
} FairleadNamesRow;

FAIRLEAD_API void fairlead_names_row_clear (FairleadNamesRow *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadNamesRow, fairlead_names_row_clear)

typedef struct _FairleadNamesFile FairleadNamesFile;

/**
 * fairlead_names_file_open:
 * @columns: (nullable) (array zero-terminated=1): `FIELD=HEADER` each, for headers that are not
 *   known: `name=Kunde`, `imo=Ship no`
 *
 * Columns are found by their headers, in any order and case (`Vessel Name`, `DOB`, `IMO No.`).
 * Fails where no column is a name or a number, where a header of @columns is not there, or a field
 * is unknown.
 */
FAIRLEAD_API FairleadNamesFile *fairlead_names_file_open (const char *path,
                                                          const char *const *columns,
                                                          GError **error);
FAIRLEAD_API void fairlead_names_file_free (FairleadNamesFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadNamesFile, fairlead_names_file_free)

/* Which columns were taken for what: `name: Vessel Name; imo: IMO No.`; the caller frees it */
FAIRLEAD_API char *fairlead_names_file_dup_columns (const FairleadNamesFile *self);

/* The next row; FALSE at the end, or on failure with @error set */
FAIRLEAD_API gboolean fairlead_names_file_next (FairleadNamesFile *self, FairleadNamesRow *row,
                                                GError **error);

G_END_DECLS
