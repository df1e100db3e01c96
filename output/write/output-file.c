/* output/write/output-file.c */
#include "output/write/output-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ingest/record/error.h"

struct _FairleadOutputFile {
	char *path;      /* as the user gave it, for errors */
	char *place;     /* where it really is: links are followed, not replaced */
	char *temporary; /* NULL when the place is written itself, and after the commit */
	gint descriptor;
	GOutputStream *stream;
};

static gboolean
set_error (GError **error, const char *path, const char *what, int code)
{
	return fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_IO, "%s: %s", what,
	                              g_strerror (code));
}

void
fairlead_output_file_free (FairleadOutputFile *self)
{
	if (self == NULL)
		return;
	if (self->temporary != NULL)
		g_unlink (self->temporary);
	if (self->stream != NULL)
		g_object_unref (self->stream);
	else if (self->descriptor >= 0)
		close (self->descriptor);
	g_free (self->path);
	g_free (self->place);
	g_free (self->temporary);
	g_free (self);
}

static char *
dup_place (const char *path)
{
	char *real = realpath (path, NULL);
	char *place = g_strdup (real != NULL ? real : path);

	free (real);
	return place;
}

static char *
dup_temporary (const char *place)
{
	g_autofree char *folder = g_path_get_dirname (place);
	g_autofree char *name = g_path_get_basename (place);
	g_autofree char *hidden = g_strdup_printf (".%s.XXXXXX", name);

	return g_build_filename (folder, hidden, NULL);
}

static void
open_temporary (FairleadOutputFile *self)
{
	self->temporary = dup_temporary (self->place);
	self->descriptor = g_mkstemp_full (self->temporary, O_WRONLY | O_CLOEXEC, 0666);
	if (self->descriptor < 0)
		g_clear_pointer (&self->temporary, g_free);
}

gboolean
fairlead_output_path_check (const char *path, GError **error)
{
	if (*path != '\0' && strcmp (path, "-") != 0)
		return TRUE;
	g_set_error_literal (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_IO,
	                     *path == '\0'
	                             ? "the name of the file to write is empty"
	                             : "\"-\" is no name of a file to write (\"./-\" would be)");
	return FALSE;
}

FairleadOutputFile *
fairlead_output_file_open (const char *path, GError **error)
{
	g_autoptr (FairleadOutputFile) self = g_new0 (FairleadOutputFile, 1);
	struct stat status;
	gboolean exists;

	if (!fairlead_output_path_check (path, error))
		return NULL;
	self->descriptor = -1;
	self->path = g_strdup (path);
	self->place = dup_place (path);
	exists = stat (self->place, &status) == 0;
	if (exists && S_ISDIR (status.st_mode)) {
		set_error (error, path, "cannot be written", EISDIR);
		return NULL;
	}
	if (exists && !S_ISREG (status.st_mode))
		self->descriptor = g_open (self->place, O_WRONLY | O_CLOEXEC, 0);
	else
		open_temporary (self);
	if (self->descriptor < 0) {
		set_error (error, path, "cannot be written", errno);
		return NULL;
	}
	if (exists && self->temporary != NULL)
		fchmod (self->descriptor, status.st_mode & 07777);
	self->stream = g_unix_output_stream_new (self->descriptor, TRUE);
	return g_steal_pointer (&self);
}

GOutputStream *
fairlead_output_file_get_stream (FairleadOutputFile *self)
{
	return self->stream;
}

gboolean
fairlead_output_file_commit (FairleadOutputFile *self, GError **error)
{
	if (self->temporary != NULL && fsync (self->descriptor) != 0)
		return set_error (error, self->path, "cannot be written", errno);
	if (!g_output_stream_close (self->stream, NULL, error)) {
		g_prefix_error (error, "%s: ", self->path);
		return FALSE;
	}
	if (self->temporary == NULL)
		return TRUE;
	if (g_rename (self->temporary, self->place) != 0)
		return set_error (error, self->path, "cannot be put in place", errno);
	g_clear_pointer (&self->temporary, g_free);
	return TRUE;
}
