/* cli/shell/standard-input.c */
#include "cli/shell/standard-input.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/options/common.h"
#include "ingest/record/error.h"

#define BLOCK_SIZE (256u << 10)
#define CASE_NAME "standard-input.fairlead"

/* What every SQLite file begins with, its zero too */
static const char case_mark[16] = "SQLite format 3";

void
standard_input_clear (StandardInput *self)
{
	static const char *const endings[] = { "", "-wal", "-shm", "-journal" };

	for (guint i = 0; self->folder != NULL && i < G_N_ELEMENTS (endings); i++) {
		g_autofree char *path =
			g_strdup_printf ("%s/%s%s", self->folder, CASE_NAME, endings[i]);

		g_remove (path);
	}
	if (self->folder != NULL)
		g_rmdir (self->folder);
	g_clear_pointer (&self->folder, g_free);
	g_clear_pointer (&self->words, g_strfreev);
}

static gboolean
fail (GError **error, const char *what, int number)
{
	return fairlead_set_error_at (error, "standard input", 0, FAIRLEAD_ERROR_IO, "%s: %s", what,
	                              g_strerror (number));
}

static gssize
read_some (int from, char *block)
{
	gssize n;

	do
		n = read (from, block, BLOCK_SIZE);
	while (n < 0 && errno == EINTR);
	return n;
}

static gboolean
write_all (int to, const char *bytes, gsize n)
{
	while (n > 0) {
		gssize done = write (to, bytes, n);

		if (done < 0 && errno != EINTR)
			return FALSE;
		bytes += MAX (done, 0);
		n -= (gsize) MAX (done, 0);
	}
	return TRUE;
}

static gboolean
copy (int to, GError **error)
{
	g_autofree char *block = g_malloc (BLOCK_SIZE);
	gssize n;

	while ((n = read_some (STDIN_FILENO, block)) > 0)
		if (!write_all (to, block, (gsize) n))
			return fail (error, "cannot be kept in a temporary file", errno);
	return n == 0 || fail (error, "cannot be read", errno);
}

/* Readers look at the beginning, come back, and hash: none of which a pipe lets them do */
static gboolean
make_file (GError **error)
{
	g_autofree char *path = NULL;
	GStatBuf status;
	int descriptor;
	gboolean is_done;

	if (fstat (STDIN_FILENO, &status) == 0 && S_ISREG (status.st_mode))
		return TRUE;
	descriptor = g_file_open_tmp ("fairlead-XXXXXX", &path, error);
	if (descriptor < 0)
		return FALSE;
	g_unlink (path);
	is_done = copy (descriptor, error);
	if (is_done
	    && (lseek (descriptor, 0, SEEK_SET) != 0 || dup2 (descriptor, STDIN_FILENO) < 0))
		is_done = fail (error, "cannot be read again", errno);
	close (descriptor);
	return is_done;
}

static gboolean
is_case (void)
{
	char head[sizeof case_mark];

	return pread (STDIN_FILENO, head, sizeof head, 0) == sizeof head
	       && memcmp (head, case_mark, sizeof head) == 0;
}

/* Its path; SQLite opens files by name, and keeps others beside them */
static char *
name_case (StandardInput *self, GError **error)
{
	g_autofree char *path = NULL;
	int descriptor;
	gboolean is_done;

	self->folder = g_dir_make_tmp ("fairlead-XXXXXX", error);
	if (self->folder == NULL)
		return NULL;
	path = g_build_filename (self->folder, CASE_NAME, NULL);
	descriptor = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (descriptor < 0) {
		fail (error, "cannot be kept in a temporary file", errno);
		return NULL;
	}
	lseek (STDIN_FILENO, 0, SEEK_SET);
	is_done = copy (descriptor, error);
	close (descriptor);
	return is_done ? g_steal_pointer (&path) : NULL;
}

gboolean
standard_input_take (StandardInput *self, const Command *command, int argc, char **argv,
                     GError **error)
{
	char **found = NULL;

	self->words = g_new0 (char *, (gsize) argc + 1);
	for (int i = 0; i < argc; i++) {
		self->words[i] = g_strdup (argv[i]);
		if (i == 0 || strcmp (argv[i], "-") != 0)
			continue;
		if (found != NULL && (command->flags & COMMAND_TAKES_LINES) == 0)
			return set_usage_error (error,
			                        "- is given more than once, and standard input"
			                        " can be read only once");
		found = &self->words[i];
	}
	if (found == NULL || (command->flags & COMMAND_TAKES_LINES) != 0)
		return TRUE;
	if (!make_file (error))
		return FALSE;
	if (!is_case ())
		return TRUE;
	if ((command->flags & COMMAND_WRITES_CASE) != 0)
		return set_usage_error (error,
		                        "standard input is a case, which %s may write into:"
		                        " name its file",
		                        command->name);
	g_free (*found);
	*found = name_case (self, error);
	return *found != NULL;
}
