/* tests/fuzz/engine.c: a fuzz target under libFuzzer
 *
 * The first folder on the command line gets the seeds, the dictionary comes by itself, and
 * FAIRLEAD_FUZZ_FORMAT names the format where the target is one of formats. */
#include "tests/fuzz/fuzz.h"

#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

/* libFuzzer has no headers for C */
int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static const char *
subject_asked_for (void)
{
	const char *asked = g_getenv ("FAIRLEAD_FUZZ_FORMAT");
	g_auto (GStrv) subjects = NULL;
	g_autofree char *known = NULL;

	if (fuzz_target.dup_subjects == NULL)
		return NULL;
	subjects = fuzz_target.dup_subjects ();
	if (asked != NULL && g_strv_contains ((const char *const *) subjects, asked))
		return asked;
	known = g_strjoinv ("\n", subjects);
	g_printerr ("FAIRLEAD_FUZZ_FORMAT is to be one of\n%s\n", known);
	_exit (EXIT_FAILURE); /* without a look for leaks */
}

static void
write_seeds (const char *folder)
{
	g_autoptr (GPtrArray) seeds = fuzz_seeds_of (subject_asked_for ());

	for (guint i = 0; i < seeds->len; i++) {
		const FuzzSeed *seed = seeds->pdata[i];
		g_autofree char *name = g_strconcat ("seed-", seed->name, NULL);
		g_autofree char *path = g_build_filename (folder, name, NULL);
		g_autoptr (GError) error = NULL;

		if (!g_file_set_contents (path, g_bytes_get_data (seed->bytes, NULL),
		                          (gssize) g_bytes_get_size (seed->bytes), &error))
			g_error ("%s", error->message);
	}
}

/* libFuzzer keeps the input that aborts, and not the one that GLib's log traps on */
static void
on_trap (int signal_number)
{
	(void) signal_number;
	abort ();
}

/* The arguments are libFuzzer's from here on, which never frees them */
int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
	GPtrArray *arguments = g_ptr_array_new ();
	const char *folder = NULL;

	g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING | G_LOG_FATAL_MASK);
	signal (SIGTRAP, on_trap);
	(void) subject_asked_for ();
	for (int i = 0; i < *argc; i++) {
		g_ptr_array_add (arguments, (*argv)[i]);
		if (folder == NULL && g_file_test ((*argv)[i], G_FILE_TEST_IS_DIR))
			folder = (*argv)[i];
	}
	g_ptr_array_insert (arguments, 1,
	                    g_strconcat ("-dict=" FUZZ_SOURCE_DIR "/tests/fuzz/",
	                                 fuzz_target.dictionary, NULL));
	g_ptr_array_add (arguments, NULL);
	*argc = (int) arguments->len - 1;
	*argv = (char **) g_ptr_array_free (arguments, FALSE);
	if (folder != NULL)
		write_seeds (folder);
	return 0;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
	(void) fuzz_target.run (g_getenv ("FAIRLEAD_FUZZ_FORMAT"), (const char *) data, size);
	return 0;
}
