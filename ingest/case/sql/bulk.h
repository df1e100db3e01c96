/* ingest/case/sql/bulk.h: many rows by one statement
 *
 * A statement for each row costs more than the row: SQLite takes them itself from a table that only
 * this program has, in less than half of the time. */
#pragma once
#include "ingest/case/sql/sql.h"
G_BEGIN_DECLS

/* A cell of a table: SQLITE_INTEGER, SQLITE_FLOAT, SQLITE_TEXT or SQLITE_NULL */
typedef struct {
	int type;
	gint64 number;
	double real;
	const char *text;
} FairleadValue;

#define FAIRLEAD_MAX_COLUMNS 24

/* The cells of a row; texts live until the next is asked for. It may not touch the case. */
typedef void (*FairleadBulkGet) (gpointer data, guint row, FairleadValue *values);

/* For an array of gint64: its numbers, as v0 */
void fairlead_bulk_get_number (gpointer numbers, guint row, FairleadValue *values);

/* Rows that statements see as the columns v0, v1 ... of a table */
typedef struct {
	const char *name;
	guint n_rows;
	FairleadBulkGet get;
	gpointer data;
	FairleadSql *told; /* (nullable): whose progress it is that a row was taken */
} FairleadBulk;

/* From now on, until it is withdrawn, which is when no statement asks it any more */
void fairlead_bulk_offer (FairleadSql *sql, const FairleadBulk *bulk);
void fairlead_bulk_withdraw (FairleadSql *sql, const FairleadBulk *bulk);

/* Adds the rows below @n_rows to @table, numbered on from its last; @columns: a list, of no more
 * than %FAIRLEAD_MAX_COLUMNS */
void fairlead_bulk_insert (FairleadSql *sql, const char *table, const char *columns,
                           guint n_columns, guint n_rows, FairleadBulkGet get, gpointer data);

G_END_DECLS
