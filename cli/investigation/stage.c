/* cli/investigation/stage.c */
#include "cli/investigation/stage.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "ingest/record/error.h"

struct _Stage {
	char *outputs;
	char *folder;
	int saved; /* standard output, while it goes elsewhere; else -1 */
};

static gboolean
fail (GError **error, const char *path, int number)
{
	return fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_IO, "cannot be written: %s",
	                              g_strerror (number));
}

Stage *
stage_new (const char *outputs, GError **error)
{
	g_autoptr (Stage) self = g_new0 (Stage, 1);
	g_autofree char *folder = g_build_filename (outputs, ".fairlead-XXXXXX", NULL);

	self->saved = -1;
	self->outputs = g_strdup (outputs);
	if (g_mkdir_with_parents (outputs, 0777) != 0 || g_mkdtemp_full (folder, 0777) == NULL) {
		fail (error, outputs, errno);
		return NULL;
	}
	self->folder = g_steal_pointer (&folder);
	return g_steal_pointer (&self);
}

void
stage_remove_all (const char *path)
{
	g_autoptr (GDir) folder =
		g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
	const char *name;

	while (folder != NULL && (name = g_dir_read_name (folder)) != NULL) {
		g_autofree char *inner = g_build_filename (path, name, NULL);

		stage_remove_all (inner);
	}
	g_remove (path);
}

void
stage_free (Stage *self)
{
	stage_restore (self, NULL);
	if (self->folder != NULL)
		stage_remove_all (self->folder);
	g_free (self->outputs);
	g_free (self->folder);
	g_free (self);
}

const char *
stage_get_folder (const Stage *self)
{
	return self->folder;
}

/* ---- standard output ---- */

gboolean
stage_prepare (Stage *self, const char *path, GError **error)
{
	g_autofree char *whole = g_build_filename (self->folder, path, NULL);
	g_autofree char *folder = g_path_get_dirname (whole);

	return g_mkdir_with_parents (folder, 0777) == 0 || fail (error, folder, errno);
}

gboolean
stage_redirect (Stage *self, const char *path, GError **error)
{
	g_autofree char *whole =
		path == NULL ? g_strdup ("/dev/null") : g_build_filename (self->folder, path, NULL);
	int descriptor = g_open (whole, O_WRONLY | O_CREAT | O_CLOEXEC, 0666);

	if (descriptor < 0)
		return fail (error, path, errno);
	fflush (stdout);
	self->saved = fcntl (STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
	if (self->saved < 0 || dup2 (descriptor, STDOUT_FILENO) < 0) {
		fail (error, "standard output", errno);
		close (descriptor);
		return FALSE;
	}
	close (descriptor);
	return TRUE;
}

gboolean
stage_restore (Stage *self, GError **error)
{
	gboolean is_written;

	if (self->saved < 0)
		return TRUE;
	/* /dev/null cannot be synchronised, and need not */
	is_written = fflush (stdout) == 0 && (fsync (STDOUT_FILENO) == 0 || errno == EINVAL);
	if (!is_written)
		fail (error, "standard output", errno);
	dup2 (self->saved, STDOUT_FILENO);
	close (self->saved);
	self->saved = -1;
	return is_written;
}

/* ---- files ---- */

static void
list (const Stage *self, const char *below, GPtrArray *files)
{
	g_autofree char *path = g_build_filename (self->folder, below, NULL);
	g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
	const char *name;

	while (folder != NULL && (name = g_dir_read_name (folder)) != NULL) {
		g_autofree char *inner =
			*below == '\0' ? g_strdup (name) : g_build_filename (below, name, NULL);
		g_autofree char *whole = g_build_filename (path, name, NULL);

		if (g_file_test (whole, G_FILE_TEST_IS_DIR))
			list (self, inner, files);
		else
			g_ptr_array_add (files, g_steal_pointer (&inner));
	}
}

static gint
compare (gconstpointer a, gconstpointer b)
{
	return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
stage_list (const Stage *self)
{
	GPtrArray *files = g_ptr_array_new_with_free_func (g_free);

	list (self, "", files);
	g_ptr_array_sort (files, compare);
	return files;
}

gboolean
stage_commit (Stage *self, GPtrArray *files, GError **error)
{
	for (guint i = 0; i < files->len; i++) {
		g_autofree char *from = g_build_filename (self->folder, files->pdata[i], NULL);
		g_autofree char *to = g_build_filename (self->outputs, files->pdata[i], NULL);
		g_autofree char *folder = g_path_get_dirname (to);

		if (g_mkdir_with_parents (folder, 0777) != 0 || g_rename (from, to) != 0)
			return fail (error, to, errno);
	}
	return TRUE;
}
