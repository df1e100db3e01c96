/* cli/terminal/pager.c */
#include "cli/terminal/pager.h"

#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib-unix.h>
#include <string.h>
#include <unistd.h>

static const char *
find_command (void)
{
	static const char *const variables[] = { "FAIRLEAD_PAGER", "PAGER" };

	for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
		if (g_getenv (variables[i]) != NULL)
			return g_getenv (variables[i]);
	return "less";
}

GStrv
pager_find (void)
{
	g_auto (GStrv) words = NULL;
	g_autofree char *program = NULL;

	if (!g_shell_parse_argv (find_command (), NULL, &words, NULL)
	    || strcmp (words[0], "cat") == 0)
		return NULL;
	program = g_find_program_in_path (words[0]);
	return program != NULL ? g_steal_pointer (&words) : NULL;
}

static void
wait_for_reader (gpointer pager)
{
	g_subprocess_wait (pager, NULL, NULL);
	g_object_unref (pager);
}

/* Takes @input. less leaves at once where all fits the screen, and shows colours, unless its user
 * set it otherwise. */
static GSubprocess *
start (const char *const *words, gint input)
{
	g_autoptr (GSubprocessLauncher) launcher =
		g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);

	g_subprocess_launcher_take_stdin_fd (launcher, input);
	g_subprocess_launcher_setenv (launcher, "LESS", "FRX", FALSE);
	return g_subprocess_launcher_spawnv (launcher, words, NULL);
}

static GOutputStream *
open_through (const char *const *words)
{
	gint ends[2];
	GSubprocess *pager;
	GOutputStream *stream;

	if (!g_unix_open_pipe (ends, FD_CLOEXEC, NULL))
		return NULL;
	pager = start (words, ends[0]);
	if (pager == NULL) {
		close (ends[1]);
		return NULL;
	}
	stream = g_unix_output_stream_new (ends[1], TRUE);
	/* Freed after the pipe is closed, which is how the pager learns of the end */
	g_object_set_data_full (G_OBJECT (stream), "pager", pager, wait_for_reader);
	return stream;
}

GOutputStream *
pager_open (void)
{
	g_auto (GStrv) words = isatty (STDOUT_FILENO) != 0 ? pager_find () : NULL;
	GOutputStream *stream = words == NULL ? NULL : open_through ((const char *const *) words);

	return stream != NULL ? stream : g_unix_output_stream_new (STDOUT_FILENO, FALSE);
}
