/* ingest/case/case.c: telling, opening and making a case */
#include "ingest/case/case.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "ingest/case/case-private.h"
#include "ingest/record/error.h"

/* `Flca`: PRAGMA application_id, at byte 68 of the file, most significant first */
#define APPLICATION_ID 0x466c6361
#define APPLICATION_ID_PLACE 68
#define HEADER_SIZE 100
/* Pages that a new case is made in, in KiB: enough for the ends of all its tables */
#define CACHE_KIB "65536"
/* Pages that are kept for reading: those that a search comes back to */
#define READ_CACHE_KIB "16384"
#define USE_LOG "PRAGMA journal_mode = WAL"
static const char magic[] = "SQLite format 3"; /* with its NUL */

G_DEFINE_FINAL_TYPE (FairleadCase, fairlead_case, G_TYPE_OBJECT)

/* ---- telling ---- */

static gboolean
has_case_header (const guint8 *header)
{
	guint32 id;

	memcpy (&id, header + APPLICATION_ID_PLACE, sizeof id);
	return memcmp (header, magic, sizeof magic) == 0 && GUINT32_FROM_BE (id) == APPLICATION_ID;
}

gboolean
fairlead_case_is_case (const char *path)
{
	guint8 header[HEADER_SIZE] = { 0 };
	FILE *file = g_file_test (path, G_FILE_TEST_IS_REGULAR) ? fopen (path, "rbe") : NULL;
	gsize n_read;

	if (file == NULL)
		return FALSE;
	n_read = fread (header, 1, sizeof header, file);
	fclose (file);
	return n_read == sizeof header && has_case_header (header);
}

/* ---- opening ---- */

static void
check_identity (FairleadSql *sql)
{
	gint64 id = fairlead_sql_get_number (sql, "PRAGMA application_id");
	gint64 version = fairlead_sql_get_number (sql, "PRAGMA user_version");

	if (id != APPLICATION_ID)
		fairlead_sql_fail (sql, FAIRLEAD_ERROR_UNKNOWN_FORMAT,
		                   "is no case, but a SQLite file of something else");
	else if (version > FAIRLEAD_CASE_VERSION)
		fairlead_sql_fail (sql, FAIRLEAD_ERROR_UNKNOWN_FORMAT,
		                   "is a case of version %" G_GINT64_FORMAT
		                   ", made by a newer fairlead (this one knows %d)",
		                   version, FAIRLEAD_CASE_VERSION);
	else if (version < 1)
		fairlead_sql_fail (sql, FAIRLEAD_ERROR_SYNTAX,
		                   "is a damaged case (of version %" G_GINT64_FORMAT ")", version);
}

/* Without tables, as SQLite makes it at the first write; or as a first import that was stopped
 * leaves it */
static gboolean
is_empty (FairleadSql *sql)
{
	return fairlead_sql_get_number (sql, "PRAGMA application_id") == 0
	       && fairlead_sql_get_number (sql, "SELECT count (*) FROM sqlite_schema") == 0;
}

static gboolean
finish_opening (FairleadCase *self, GError **error)
{
	check_identity (&self->sql);
	self->version = fairlead_sql_get_number (&self->sql, "PRAGMA user_version");
	fairlead_words_load (&self->words, &self->sql);
	return fairlead_sql_check (&self->sql, error);
}

FairleadCase *
fairlead_case_open (const char *path, GError **error)
{
	g_autoptr (FairleadCase) self = g_object_new (FAIRLEAD_TYPE_CASE, NULL);

	fairlead_sql_open (&self->sql, path, SQLITE_OPEN_READWRITE);
	fairlead_sql_run (&self->sql,
	                  "PRAGMA query_only = 1; PRAGMA cache_size = -" READ_CACHE_KIB);
	return finish_opening (self, error) ? g_steal_pointer (&self) : NULL;
}

/* What a first import could not finish was never a case */
static void
remove_new (FairleadCase *self)
{
	static const char *const endings[] = { "", "-wal", "-shm" };
	g_autofree char *path = g_strdup (self->made_at != NULL ? self->made_at : self->sql.path);

	fairlead_sql_close (&self->sql);
	for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
		g_autofree char *file = g_strconcat (path, endings[i], NULL);

		(void) g_unlink (file);
	}
	fairlead_new_file_release (self);
}

/* A new case is made beside its place, in one go: what is of no use when it is not whole needs no
 * log */
static void
open_new (FairleadCase *self, const char *path)
{
	if (!fairlead_new_file_claim (self, path))
		return;
	fairlead_sql_open (&self->sql, self->made_at, SQLITE_OPEN_READWRITE);
	g_free (self->sql.path);
	self->sql.path = g_strdup (path);
	fairlead_sql_run (&self->sql, "PRAGMA page_size = 16384; PRAGMA journal_mode = OFF;"
	                              " PRAGMA cache_size = -" CACHE_KIB);
}

static void
open_old (FairleadCase *self, const char *path)
{
	fairlead_sql_open (&self->sql, path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
	/* With a log, readers see the last state while one writes, whatever the size of what it
	 * writes; a rollback journal would have one of them wait */
	if (is_empty (&self->sql))
		fairlead_sql_run (&self->sql, "PRAGMA page_size = 16384; " USE_LOG);
}

FairleadCase *
fairlead_case_open_to_write (const char *path, GError **error)
{
	g_autoptr (FairleadCase) self = g_object_new (FAIRLEAD_TYPE_CASE, NULL);

	self->is_new = strcmp (path, FAIRLEAD_CASE_IN_MEMORY) != 0
	               && !g_file_test (path, G_FILE_TEST_EXISTS);
	if (self->is_new)
		open_new (self, path);
	else
		open_old (self, path);
	if (is_empty (&self->sql) ? fairlead_sql_check (&self->sql, error)
	                          : finish_opening (self, error))
		return g_steal_pointer (&self);
	return NULL;
}

/* ---- writing ---- */

void
fairlead_case_begin (FairleadCase *self, GCancellable *cancellable)
{
	g_autofree char *mark = g_strdup_printf ("PRAGMA application_id = %d", APPLICATION_ID);

	fairlead_sql_set_cancellable (&self->sql, cancellable);
	fairlead_sql_run (&self->sql, "BEGIN IMMEDIATE");
	if (self->version == 0)
		fairlead_sql_run (&self->sql, mark);
	fairlead_case_migrate (&self->sql);
	fairlead_words_complete (&self->words, &self->sql);
}

/* From now on it is a case like any other */
static void
settle_new (FairleadCase *self)
{
	g_autofree char *path = g_strdup (self->sql.path);

	fairlead_sql_run (&self->sql, USE_LOG);
	if (self->sql.failure != NULL)
		return;
	fairlead_sql_close (&self->sql);
	self->sql.path = g_steal_pointer (&path);
	if (fairlead_new_file_publish (self)) {
		self->is_new = FALSE;
		path = g_steal_pointer (&self->sql.path);
		fairlead_sql_open (&self->sql, path, SQLITE_OPEN_READWRITE);
	}
}

gboolean
fairlead_case_end (FairleadCase *self, GError **error)
{
	fairlead_sql_run (&self->sql, "COMMIT");
	fairlead_sql_set_cancellable (&self->sql, NULL);
	if (self->made_at != NULL && self->sql.failure == NULL)
		settle_new (self);
	if (self->sql.failure == NULL) {
		self->version = FAIRLEAD_CASE_VERSION;
		self->is_new = FALSE;
		return TRUE;
	}
	/* Where even this fails, closing does it, and so does the next to open the file */
	if (self->sql.db != NULL)
		(void) sqlite3_exec (self->sql.db, "ROLLBACK", NULL, NULL, NULL);
	(void) fairlead_sql_check (&self->sql, error);
	if (self->is_new)
		remove_new (self);
	else
		fairlead_words_load (&self->words, &self->sql);
	return FALSE;
}

void
fairlead_case_set_progress (FairleadCase *self, FairleadCaseProgress progress, gpointer data)
{
	self->sql.progress = progress;
	self->sql.progress_data = data;
}

/* ---- object ---- */

static void
fairlead_case_init (FairleadCase *self)
{
	self->made_lock = -1;
}

static void
fairlead_case_finalize (GObject *object)
{
	FairleadCase *self = FAIRLEAD_CASE (object);

	if (self->made_at != NULL)
		remove_new (self);
	fairlead_sql_close (&self->sql);
	G_OBJECT_CLASS (fairlead_case_parent_class)->finalize (object);
}

static void
fairlead_case_class_init (FairleadCaseClass *class)
{
	G_OBJECT_CLASS (class)->finalize = fairlead_case_finalize;
}
