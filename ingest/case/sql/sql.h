/* ingest/case/sql/sql.h: a connection to SQLite whose first failure stays
 *
 * After a failure all that follows does nothing, so that a long piece of work asks once, at its
 * end, whether it was done. Values are bound, never written into a statement. */
#pragma once
#include <gio/gio.h>
#include <sqlite3.h>
G_BEGIN_DECLS

/* How many rows of @total are written */
typedef void (*FairleadSqlProgress) (guint64 done, guint64 total, gpointer data);

typedef struct {
	sqlite3 *db;
	char *path;
	GCancellable *cancellable; /* ends what takes long */
	GError *failure;
	gboolean has_postings;        /* it knows the function of search/postings.c */
	FairleadSqlProgress progress; /* NULL: nobody asks */
	gpointer progress_data;
	guint64 n_done, n_total;
} FairleadSql;

/* @flags: of sqlite3_open_v2() */
void fairlead_sql_open (FairleadSql *self, const char *path, int flags);
void fairlead_sql_close (FairleadSql *self);
/* Whether pages are read where the system keeps them, without a copy: half the time where few of
 * many are wanted. They count as memory of the program, so that reading all is better done without.
 */
void fairlead_sql_set_mapped (FairleadSql *self, gboolean is_mapped);
/* NULL for none; asked every few thousand steps of SQLite */
void fairlead_sql_set_cancellable (FairleadSql *self, GCancellable *cancellable);
/* That @n more of the rows are written */
void fairlead_sql_advance (FairleadSql *self, guint64 n);
/* FALSE with the failure, which is then forgotten */
gboolean fairlead_sql_check (FairleadSql *self, GError **error);
/* Notes a failure that was found outside of SQLite; the first stays */
void fairlead_sql_fail (FairleadSql *self, gint code, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* One statement or more, without results */
void fairlead_sql_run (FairleadSql *self, const char *text);
/* NULL after a failure; may be given to all functions below */
sqlite3_stmt *fairlead_sql_prepare (FairleadSql *self, const char *text);
/* Whether there is a row to read; resets the statement when there is none */
gboolean fairlead_sql_next (FairleadSql *self, sqlite3_stmt *statement);
/* Runs a statement without results, and makes it ready for the next values */
void fairlead_sql_write (FairleadSql *self, sqlite3_stmt *statement);
/* The first number of the first row; 0 where there is none */
gint64 fairlead_sql_get_number (FairleadSql *self, const char *text);

/* Columns and parameters of text: NULL, and no text at all, are the same */
void fairlead_sql_bind_text (sqlite3_stmt *statement, int place, const char *text);
/* Lives until the statement's next step; "" for NULL */
const char *fairlead_sql_get_text (sqlite3_stmt *statement, int column);

static inline void
fairlead_sql_statement_free (sqlite3_stmt *statement)
{
	sqlite3_finalize (statement);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, fairlead_sql_statement_free)

/* Large values of one table, read where they are wanted; begins with its connection alone */
typedef struct {
	FairleadSql *sql;
	sqlite3_blob *opened;
} FairleadBlob;

/* FALSE where row @id has no value of that size */
gboolean fairlead_blob_read (FairleadBlob *self, const char *table, const char *column, gint64 id,
                             char *into, gsize size);
void fairlead_blob_clear (FairleadBlob *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadBlob, fairlead_blob_clear)

G_END_DECLS
