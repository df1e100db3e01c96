/* tests/fuzz/driver.c: a fuzz target as an ordinary test: its seeds, and mutations of each
 *
 * FAIRLEAD_FUZZ_RUNS sets how many. What ends the program is written to fuzz-failure-TARGET in the
 * working folder; `fuzz-TARGET FILE...` runs such files alone. */
#include "tests/fuzz/fuzz.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#define DEFAULT_RUNS 200 /* of a subject, shared by its seeds */
#define SECONDS 60       /* for one input: an hour of valgrind's is not a hang */

/* What a signal handler can reach is static */
static struct {
	const void *data;
	gsize size;
	char *path;
} running;

static void
on_failure (int signal_number)
{
	int file = open (running.path, O_WRONLY | O_CREAT | O_TRUNC, 0644);

	if (file >= 0 && write (file, running.data, running.size) >= 0)
		close (file);
	signal (signal_number, SIG_DFL);
	raise (signal_number == SIGALRM ? SIGABRT : signal_number);
}

static void
watch_for_failures (void)
{
	static const int signals[] = { SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGALRM, SIGTRAP };

	running.path = g_strconcat ("fuzz-failure-", fuzz_target.name, NULL);
	for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
		signal (signals[i], on_failure);
}

static gboolean
run (const char *subject, const void *data, gsize size)
{
	gboolean is_read;

	running.data = data;
	running.size = size;
	alarm (SECONDS);
	is_read = fuzz_target.run (subject, data, size);
	alarm (0);
	return is_read;
}

/* ---- cases ---- */

static void
test_seeds (gconstpointer subject)
{
	g_autoptr (GPtrArray) seeds = fuzz_seeds_of (subject);

	if (seeds->len == 0)
		g_test_fail_printf ("no file below fixtures/ is read");
	for (guint i = 0; i < seeds->len; i++) {
		const FuzzSeed *seed = seeds->pdata[i];

		if (!run (subject, g_bytes_get_data (seed->bytes, NULL),
		          g_bytes_get_size (seed->bytes)))
			g_test_fail_printf ("%s is not read to its end", seed->name);
	}
}

static guint
runs_of_each (guint n_seeds)
{
	const char *text = g_getenv ("FAIRLEAD_FUZZ_RUNS");
	guint64 n = text != NULL ? g_ascii_strtoull (text, NULL, 10) : DEFAULT_RUNS;

	return (guint) MAX (1, n / MAX (1, n_seeds));
}

static void
test_mutations (gconstpointer subject)
{
	g_autoptr (GPtrArray) seeds = fuzz_seeds_of (subject);
	g_autoptr (GPtrArray) words = fuzz_dictionary_load (fuzz_target.dictionary);
	g_autoptr (GRand) random = g_rand_new_with_seed (1);
	guint n_each = runs_of_each (seeds->len);
	guint n_read = 0;

	for (guint i = 0; i < seeds->len * n_each; i++) {
		g_autoptr (GByteArray) data =
			fuzz_mutate (seeds->pdata[i % seeds->len], seeds, words, random);

		n_read += run (subject, data->data, data->len);
	}
	g_test_message ("%u of %u mutations were read to their end", n_read, seeds->len * n_each);
}

static void
add_cases (const char *subject)
{
	g_autofree char *folder =
		g_strconcat ("/fuzz/", fuzz_target.name, subject != NULL ? "/" : "", subject, NULL);
	g_autofree char *seeds = g_strconcat (folder, "/seeds-are-read", NULL);
	g_autofree char *mutations = g_strconcat (folder, "/mutations-break-nothing", NULL);

	g_test_add_data_func (seeds, subject, test_seeds);
	g_test_add_data_func (mutations, subject, test_mutations);
}

/* ---- files given ---- */

static int
run_files (char **paths)
{
	const char *subject = g_getenv ("FAIRLEAD_FUZZ_FORMAT");

	for (; *paths != NULL; paths++) {
		g_autofree char *data = NULL;
		gsize size;

		if (!g_file_get_contents (*paths, &data, &size, NULL))
			return EXIT_FAILURE;
		g_print ("%s: %s\n", *paths, run (subject, data, size) ? "read" : "refused");
	}
	return EXIT_SUCCESS;
}

int
main (int argc, char **argv)
{
	g_auto (GStrv) subjects = NULL;

	g_test_init (&argc, &argv, NULL);
	watch_for_failures ();
	if (argc > 1)
		return run_files (argv + 1);
	if (fuzz_target.dup_subjects == NULL)
		add_cases (NULL);
	else
		subjects = fuzz_target.dup_subjects ();
	for (char **subject = subjects; subject != NULL && *subject != NULL; subject++)
		add_cases (*subject);
	return g_test_run ();
}
