/* ingest/case/sql/sql.c */
#include "ingest/case/sql/sql.h"

#include "ingest/grammar/versions.h"
#include "ingest/record/error.h"

#define STEPS_BETWEEN_QUESTIONS 10000
#define BUSY_MILLISECONDS 5000
/* The most that SQLite can be built for; what is behind is read as ever */
#define MAPPED_BYTES "2147418112"

static const struct {
	int result;
	FairleadError code;
	const char *words; /* NULL: SQLite's own */
} failures[] = {
	{ SQLITE_NOTADB, FAIRLEAD_ERROR_UNKNOWN_FORMAT, "is no case: it is no SQLite file" },
	{ SQLITE_CORRUPT, FAIRLEAD_ERROR_SYNTAX, "is a damaged case" },
	{ SQLITE_BUSY, FAIRLEAD_ERROR_IO, "is being written by another program" },
	{ SQLITE_LOCKED, FAIRLEAD_ERROR_IO, "is being written by another program" },
	{ SQLITE_FULL, FAIRLEAD_ERROR_IO, "cannot be written: the disk is full" },
	{ SQLITE_READONLY, FAIRLEAD_ERROR_IO, "may not be written" },
	{ SQLITE_CANTOPEN, FAIRLEAD_ERROR_IO, "cannot be opened" },
	{ SQLITE_NOMEM, FAIRLEAD_ERROR_NO_MEMORY, "needs more memory than there is" },
	{ SQLITE_IOERR, FAIRLEAD_ERROR_IO, NULL },
	{ SQLITE_ERROR, FAIRLEAD_ERROR_SYNTAX, NULL },
	{ SQLITE_CONSTRAINT, FAIRLEAD_ERROR_SYNTAX, NULL },
};

void
fairlead_sql_fail (FairleadSql *self, gint code, const char *format, ...)
{
	g_autofree char *words = NULL;
	va_list arguments;

	if (self->failure != NULL)
		return;
	va_start (arguments, format);
	words = g_strdup_vprintf (format, arguments);
	va_end (arguments);
	fairlead_set_error_at (&self->failure, self->path, 0, (FairleadError) code, "%s", words);
}

static void
note (FairleadSql *self, int result)
{
	const char *message =
		self->db == NULL ? sqlite3_errstr (result) : sqlite3_errmsg (self->db);

	if (self->failure != NULL)
		return;
	if (g_cancellable_set_error_if_cancelled (self->cancellable, &self->failure))
		return;
	for (guint i = 0; i < G_N_ELEMENTS (failures); i++) {
		if (failures[i].result != (result & 0xff))
			continue;
		if (failures[i].words != NULL)
			fairlead_sql_fail (self, failures[i].code, "%s (%s)", failures[i].words,
			                   message);
		else
			fairlead_sql_fail (self, failures[i].code, "%s", message);
		return;
	}
	fairlead_sql_fail (self, FAIRLEAD_ERROR_IO, "%s", message);
}

void
fairlead_sql_open (FairleadSql *self, const char *path, int flags)
{
	int result;

	*self = (FairleadSql){ .path = g_strdup (path) };
	result = sqlite3_open_v2 (path, &self->db, flags | SQLITE_OPEN_NOMUTEX, NULL);
	if (result != SQLITE_OK) {
		note (self, result);
		return;
	}
	sqlite3_extended_result_codes (self->db, 1);
	sqlite3_busy_timeout (self->db, BUSY_MILLISECONDS);
	/* A file may be anybody's: nothing in its schema may call what is not meant for that */
	sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
}

void
fairlead_sql_close (FairleadSql *self)
{
	fairlead_sql_set_cancellable (self, NULL);
	g_clear_pointer (&self->db, sqlite3_close_v2);
	g_clear_error (&self->failure);
	g_clear_pointer (&self->path, g_free);
}

void
fairlead_sql_set_mapped (FairleadSql *self, gboolean is_mapped)
{
	fairlead_sql_run (self,
	                  is_mapped ? "PRAGMA mmap_size = " MAPPED_BYTES : "PRAGMA mmap_size = 0");
}

static int
is_cancelled (void *sql)
{
	return g_cancellable_is_cancelled (((FairleadSql *) sql)->cancellable);
}

void
fairlead_sql_set_cancellable (FairleadSql *self, GCancellable *cancellable)
{
	g_set_object (&self->cancellable, cancellable);
	if (self->db != NULL)
		sqlite3_progress_handler (self->db,
		                          cancellable == NULL ? 0 : STEPS_BETWEEN_QUESTIONS,
		                          is_cancelled, self);
}

void
fairlead_sql_advance (FairleadSql *self, guint64 n)
{
	self->n_done += n;
	if (n > 0 && self->progress != NULL)
		self->progress (self->n_done, self->n_total, self->progress_data);
}

gboolean
fairlead_sql_check (FairleadSql *self, GError **error)
{
	if (self->failure == NULL)
		return TRUE;
	g_propagate_error (error, g_steal_pointer (&self->failure));
	return FALSE;
}

void
fairlead_sql_run (FairleadSql *self, const char *text)
{
	int result;

	if (self->failure != NULL)
		return;
	result = sqlite3_exec (self->db, text, NULL, NULL, NULL);
	if (result != SQLITE_OK)
		note (self, result);
}

sqlite3_stmt *
fairlead_sql_prepare (FairleadSql *self, const char *text)
{
	sqlite3_stmt *statement = NULL;
	int result;

	if (self->failure != NULL)
		return NULL;
	result = sqlite3_prepare_v3 (self->db, text, -1, SQLITE_PREPARE_PERSISTENT, &statement,
	                             NULL);
	if (result != SQLITE_OK)
		note (self, result);
	return statement;
}

gboolean
fairlead_sql_next (FairleadSql *self, sqlite3_stmt *statement)
{
	int result;

	if (self->failure != NULL)
		return FALSE;
	result = sqlite3_step (statement);
	if (result == SQLITE_ROW)
		return TRUE;
	if (result != SQLITE_DONE)
		note (self, result);
	sqlite3_reset (statement);
	return FALSE;
}

void
fairlead_sql_write (FairleadSql *self, sqlite3_stmt *statement)
{
	while (fairlead_sql_next (self, statement))
		;
}

gint64
fairlead_sql_get_number (FairleadSql *self, const char *text)
{
	g_autoptr (sqlite3_stmt) statement = fairlead_sql_prepare (self, text);

	return fairlead_sql_next (self, statement) ? sqlite3_column_int64 (statement, 0) : 0;
}

void
fairlead_sql_bind_text (sqlite3_stmt *statement, int place, const char *text)
{
	if (text == NULL || *text == '\0')
		sqlite3_bind_null (statement, place);
	else
		sqlite3_bind_text (statement, place, text, -1, SQLITE_STATIC);
}

const char *
fairlead_sql_get_text (sqlite3_stmt *statement, int column)
{
	const char *text = (const char *) sqlite3_column_text (statement, column);

	return text == NULL ? "" : text;
}

gboolean
fairlead_blob_read (FairleadBlob *self, const char *table, const char *column, gint64 id,
                    char *into, gsize size)
{
	int result = self->sql->failure != NULL ? SQLITE_ABORT
	             : self->opened == NULL     ? sqlite3_blob_open (self->sql->db, "main", table,
	                                                             column, id, 0, &self->opened)
	                                        : sqlite3_blob_reopen (self->opened, id);

	if (result == SQLITE_OK && (gsize) sqlite3_blob_bytes (self->opened) != size)
		return FALSE;
	if (result == SQLITE_OK)
		result = sqlite3_blob_read (self->opened, into, (int) size, 0);
	if (result != SQLITE_OK)
		note (self->sql, result);
	return result == SQLITE_OK;
}

void
fairlead_blob_clear (FairleadBlob *self)
{
	g_clear_pointer (&self->opened, sqlite3_blob_close);
}

char *
fairlead_sqlite_dup_version (void)
{
	return g_strdup (sqlite3_libversion ());
}
