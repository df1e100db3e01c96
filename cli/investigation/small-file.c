/* cli/investigation/small-file.c */
#include "cli/investigation/small-file.h"

#include <gio/gunixinputstream.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "ingest/record/error.h"

static GInputStream *
open_stream (const char *path, GError **error)
{
	g_autoptr (GFile) file = g_file_new_for_path (path);
	GStatBuf status;

	if (strcmp (path, "-") == 0)
		return g_unix_input_stream_new (STDIN_FILENO, FALSE);
	if (g_stat (path, &status) == 0 && !S_ISREG (status.st_mode)
	    && !S_ISFIFO (status.st_mode)) {
		g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "is no file");
		return NULL;
	}
	return (GInputStream *) g_file_read (file, NULL, error);
}

char *
small_file_read (const char *path, gsize most, gsize *length, GError **error)
{
	g_autoptr (GError) local = NULL;
	g_autoptr (GInputStream) stream = open_stream (path, &local);
	g_autofree char *text = stream == NULL ? NULL : g_malloc (most + 2);
	gsize n = 0;

	if (stream == NULL || !g_input_stream_read_all (stream, text, most + 1, &n, NULL, &local)) {
		fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_IO, "%s", local->message);
		return NULL;
	}
	if (n > most) {
		fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_LIMIT,
		                       "is larger than it may be (%" G_GSIZE_FORMAT " MiB)",
		                       most >> 20);
		return NULL;
	}
	text[n] = '\0';
	*length = n;
	return g_steal_pointer (&text);
}
