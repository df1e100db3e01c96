/* ingest/case/sql/new-file.c: where a new case is made until it is whole
 *
 * That is CASE-new, which is locked as long as a program works on it, and takes its name when it is
 * on the disk: who is killed leaves no case, and the next import takes over what is left. */
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ingest/case/case-private.h"
#include "ingest/record/error.h"

#define ENDING "-new"
#define MODE 0644 /* what SQLite gives its files */

static void
fail (FairleadCase *self, const char *path, const char *words)
{
	if (self->sql.path == NULL)
		self->sql.path = g_strdup (path);
	fairlead_sql_fail (&self->sql, FAIRLEAD_ERROR_IO, "%s", words);
}

/* Whether the open file is still the one at its place: another may have been done with it before
 * the lock was given */
static gboolean
is_in_place (const FairleadCase *self)
{
	struct stat opened, there;

	return fstat (self->made_lock, &opened) == 0 && stat (self->made_at, &there) == 0
	       && opened.st_dev == there.st_dev && opened.st_ino == there.st_ino;
}

static gboolean
open_locked (FairleadCase *self, const char *path)
{
	self->made_lock = open (self->made_at, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, MODE);
	if (self->made_lock < 0)
		fail (self, path,
		      errno == ENOSPC ? "cannot be written: the disk is full" : "cannot be made");
	else if (flock (self->made_lock, LOCK_EX | LOCK_NB) != 0)
		fail (self, path, "is being made by another program");
	return self->sql.failure == NULL;
}

gboolean
fairlead_new_file_claim (FairleadCase *self, const char *path)
{
	self->made_at = g_strconcat (path, ENDING, NULL);
	while (open_locked (self, path)) {
		if (is_in_place (self) && ftruncate (self->made_lock, 0) == 0)
			return TRUE;
		close (self->made_lock);
	}
	fairlead_new_file_release (self);
	return FALSE;
}

/* The new name is on the disk when its folder is; where that cannot be asked for, it is later */
static void
sync_folder (const char *path)
{
	g_autofree char *folder = g_path_get_dirname (path);
	int opened = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (opened < 0)
		return;
	(void) fsync (opened);
	close (opened);
}

gboolean
fairlead_new_file_publish (FairleadCase *self)
{
	const char *path = self->sql.path;

	/* Unlike rename(), a link never takes the place of what is there; not every file system has
	 * links */
	if (link (self->made_at, path) == 0)
		(void) g_unlink (self->made_at);
	else if (errno == EEXIST || g_file_test (path, G_FILE_TEST_EXISTS))
		fail (self, path, "was made by another program meanwhile");
	else if (g_rename (self->made_at, path) != 0)
		fail (self, path, "cannot be made");
	if (self->sql.failure != NULL)
		return FALSE;
	sync_folder (path);
	fairlead_new_file_release (self);
	return TRUE;
}

void
fairlead_new_file_flush (const FairleadCase *self)
{
	if (self->made_lock >= 0)
		(void) sync_file_range (self->made_lock, 0, 0, SYNC_FILE_RANGE_WRITE);
}

void
fairlead_new_file_release (FairleadCase *self)
{
	if (self->made_lock >= 0)
		close (self->made_lock);
	self->made_lock = -1;
	g_clear_pointer (&self->made_at, g_free);
}
