/* tests/ingest/case/test-case-faults.c: an import whose disk fails at any point leaves the case as
 * it was  SQLite is given a file system of which one write, sync or truncation fails, or that one
 * and all that follow. */
#include "ingest/case/inputs.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "tests/common/helpers.h"

/* ---- a file system that fails ---- */

typedef enum { WRITE, SYNC, TRUNCATE, N_CALLS } Call;

static struct {
	Call call;
	int result;       /* what it fails with */
	gint left;        /* calls before it fails; negative: never */
	gboolean forever; /* all that follow fail as well */
	gboolean was_hit;
} fault = { .left = -1 };

#define MAX_METHODS 4
static const sqlite3_io_methods *originals[MAX_METHODS];
static sqlite3_io_methods faulty[MAX_METHODS];

static const sqlite3_io_methods *
original_of (sqlite3_file *file)
{
	return originals[file->pMethods - faulty];
}

static int
judge (Call call)
{
	if (fault.left < 0 || call != fault.call)
		return SQLITE_OK;
	if (fault.left > 0) {
		fault.left--;
		return SQLITE_OK;
	}
	fault.was_hit = TRUE;
	if (!fault.forever)
		fault.left = -1;
	return fault.result;
}

static int
faulty_write (sqlite3_file *file, const void *bytes, int n, sqlite3_int64 offset)
{
	int result = judge (WRITE);

	/* Half of it may have gone to the disk */
	if (result != SQLITE_OK)
		(void) original_of (file)->xWrite (file, bytes, n / 2, offset);
	return result != SQLITE_OK ? result : original_of (file)->xWrite (file, bytes, n, offset);
}

static int
faulty_sync (sqlite3_file *file, int flags)
{
	int result = judge (SYNC);

	return result != SQLITE_OK ? result : original_of (file)->xSync (file, flags);
}

static int
faulty_truncate (sqlite3_file *file, sqlite3_int64 size)
{
	int result = judge (TRUNCATE);

	return result != SQLITE_OK ? result : original_of (file)->xTruncate (file, size);
}

static int
faulty_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *flags_out)
{
	sqlite3_vfs *base = vfs->pAppData;
	int result = base->xOpen (base, name, file, flags, flags_out);
	guint i = 0;

	if (result != SQLITE_OK || file->pMethods == NULL)
		return result;
	while (originals[i] != NULL && originals[i] != file->pMethods)
		g_assert_cmpuint (++i, <, MAX_METHODS);
	originals[i] = file->pMethods;
	faulty[i] = *file->pMethods;
	faulty[i].xWrite = faulty_write;
	faulty[i].xSync = faulty_sync;
	faulty[i].xTruncate = faulty_truncate;
	file->pMethods = &faulty[i];
	return SQLITE_OK;
}

static void
install (void)
{
	static sqlite3_vfs vfs;
	sqlite3_vfs *base = sqlite3_vfs_find (NULL);

	vfs = *base;
	vfs.zName = "faulty";
	vfs.pAppData = base;
	vfs.xOpen = faulty_open;
	g_assert_cmpint (sqlite3_vfs_register (&vfs, 1), ==, SQLITE_OK);
}

/* ---- imports ---- */

#define HEADER "ship_imo,company_imo,role,company_name,company_address,date_of_effect\n"

/* Some pages of each table */
static char *
make_roles (guint edition)
{
	GString *text = g_string_new (HEADER);

	for (guint i = 0; i < 120; i++)
		g_string_append_printf (text,
		                        "9074729,%07u,Ship manager,Manager %u of edition %u,"
		                        "\"%u Quay Road, Panama\",since 01/02/%u\n",
		                        1000000 + i * 7, i, i % 3 == 0 ? edition : 0, i,
		                        2000 + i % 20);
	return g_string_free (text, FALSE);
}

static char *folder;

static char *
place (const char *name)
{
	return g_build_filename (folder, name, NULL);
}

static gboolean
import_roles (const char *into, const char *roles, GError **error)
{
	const char *paths[] = { roles, NULL };
	g_autoptr (FairleadLoader) loader = fairlead_loader_new ();
	g_autoptr (FairleadCase) opened = fairlead_case_open_to_write (into, error);

	return opened != NULL
	       && fairlead_inputs_import (loader, opened, paths, NULL, NULL, NULL, error);
}

static char *
dump (const char *path)
{
	const char *paths[] = { path, NULL };
	g_autoptr (FairleadLoader) loader = fairlead_loader_new ();
	g_autoptr (GError) error = NULL;
	g_autoptr (FairleadRecords) records = fairlead_inputs_load (loader, paths, NULL, &error);

	g_assert_no_error (error);
	return test_dump_records (records);
}

static void
assert_whole (const char *path)
{
	sqlite3 *db;
	sqlite3_stmt *rows;

	g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
	g_assert_cmpint (sqlite3_prepare_v2 (db, "PRAGMA integrity_check", -1, &rows, NULL), ==,
	                 SQLITE_OK);
	g_assert_cmpint (sqlite3_step (rows), ==, SQLITE_ROW);
	g_assert_cmpstr ((const char *) sqlite3_column_text (rows, 0), ==, "ok");
	sqlite3_finalize (rows);
	sqlite3_close (db);
}

static void
copy (const char *from, const char *to)
{
	static const char *const endings[] = { "-wal", "-shm", "-journal" };
	g_autofree char *bytes = NULL;
	gsize size;

	for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
		g_autofree char *beside = g_strconcat (to, endings[i], NULL);

		(void) g_unlink (beside);
	}
	g_assert_true (g_file_get_contents (from, &bytes, &size, NULL));
	g_assert_true (g_file_set_contents (to, bytes, (gssize) size, NULL));
}

/* What fails, with what, and every which call of it is tried */
static const struct {
	Call call;
	int result;
	guint step;
} trials[] = {
	{ WRITE, SQLITE_IOERR_WRITE, 9 },
	{ WRITE, SQLITE_FULL, 11 },
	{ SYNC, SQLITE_IOERR_FSYNC, 1 },
	{ TRUNCATE, SQLITE_IOERR_TRUNCATE, 1 },
};

typedef struct {
	char *kept, *first, *second, *tried;
	char *before, *after;
	guint n_refused;
} Setting;

/* FALSE when the fault came too late to be met */
static gboolean
try_import (Setting *self, guint trial, guint n, gboolean forever)
{
	g_autoptr (GError) error = NULL;
	g_autofree char *found = NULL;
	gboolean done;

	copy (self->kept, self->tried);
	fault.call = trials[trial].call;
	fault.result = trials[trial].result;
	fault.left = (gint) n;
	fault.forever = forever;
	fault.was_hit = FALSE;
	done = import_roles (self->tried, self->second, &error);
	fault.left = -1;
	assert_whole (self->tried);
	found = dump (self->tried);
	g_assert_true (done == (error == NULL));
	g_assert_cmpstr (found, ==, done ? self->after : self->before);
	self->n_refused += !done;
	return fault.was_hit;
}

static void
test_edition (void)
{
	if (test_skips_bulk ())
		return;
	Setting self = { place ("kept.fairlead"),
		         place ("first.csv"),
		         place ("second.csv"),
		         place ("tried.fairlead"),
		         NULL,
		         NULL,
		         0 };
	g_autofree char *first = make_roles (1), *second = make_roles (2);
	g_autoptr (GError) error = NULL;

	g_assert_true (g_file_set_contents (self.first, first, -1, NULL));
	g_assert_true (g_file_set_contents (self.second, second, -1, NULL));
	import_roles (self.kept, self.first, &error);
	g_assert_no_error (error);
	self.before = dump (self.kept);
	copy (self.kept, self.tried);
	import_roles (self.tried, self.second, &error);
	g_assert_no_error (error);
	self.after = dump (self.tried);
	g_assert_cmpstr (self.before, !=, self.after);
	for (guint trial = 0; trial < G_N_ELEMENTS (trials); trial++)
		for (guint n = 0; try_import (&self, trial, n, n % 2 == 0); n += trials[trial].step)
			;
	g_assert_cmpuint (self.n_refused, >, 5);
	g_free (self.kept);
	g_free (self.first);
	g_free (self.second);
	g_free (self.tried);
	g_free (self.before);
	g_free (self.after);
}

/* A first import that fails leaves no case, and no file */
static gboolean
try_first (const char *path, const char *roles, guint trial, guint n)
{
	g_autoptr (GError) error = NULL;
	g_autofree char *beside = g_strconcat (path, "-new", NULL);
	gboolean done;

	fault.call = trials[trial].call;
	fault.result = trials[trial].result;
	fault.left = (gint) n;
	fault.forever = TRUE;
	fault.was_hit = FALSE;
	done = import_roles (path, roles, &error);
	fault.left = -1;
	g_assert_false (g_file_test (beside, G_FILE_TEST_EXISTS));
	g_assert_true (done == g_file_test (path, G_FILE_TEST_EXISTS));
	if (!done)
		test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_IO,
		                   fault.result == SQLITE_FULL ? "full" : "");
	else
		assert_whole (path);
	return !done;
}

static void
test_first (void)
{
	if (test_skips_bulk ())
		return;
	g_autofree char *path = place ("new.fairlead");
	g_autofree char *roles = place ("first.csv");
	g_autofree char *text = make_roles (1);

	g_assert_true (g_file_set_contents (roles, text, -1, NULL));
	for (guint trial = 0; trial < G_N_ELEMENTS (trials); trial++) {
		guint n_refused = 0;

		for (guint n = 0; try_first (path, roles, trial, n); n += trials[trial].step)
			n_refused++;
		/* Nothing of a new file is ever cut off */
		g_assert_true (n_refused > 1 || trials[trial].call == TRUNCATE);
		g_assert_cmpint (g_unlink (path), ==, 0);
	}
}

int
main (int argc, char *argv[])
{
	int result;

	g_test_init (&argc, &argv, NULL);
	install ();
	folder = g_dir_make_tmp ("faults-XXXXXX", NULL);
	g_test_add_func ("/ingest/case-faults/edition-is-whole-or-not-at-all", test_edition);
	g_test_add_func ("/ingest/case-faults/first-import-leaves-no-half-case", test_first);
	result = g_test_run ();
	{
		g_autoptr (GDir) left = g_dir_open (folder, 0, NULL);
		const char *name;

		while ((name = g_dir_read_name (left)) != NULL) {
			g_autofree char *path = place (name);

			g_unlink (path);
		}
		g_rmdir (folder);
		g_free (folder);
	}
	return result;
}
