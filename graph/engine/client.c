/* graph/engine/client.c: the engine that is a cluster: a job is written, started or left to a
 * scheduler, and its results are read */
#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "graph/engine/engine.h"
#include "ingest/record/error.h"

#define PROGRAM "fairlead-cluster"
#define MOST_RANKS 1000000u
#define KILLED "noticed that process rank "

typedef struct {
	FairleadEngine engine;
	guint n_ranks;
	gboolean partition;
	char *folder; /* (nullable) */
	char *script; /* (nullable) */
} Client;

/* ---- what is started ---- */

static char *
find_program (GError **error)
{
	g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
	g_autofree char *folder = self != NULL ? g_path_get_dirname (self) : NULL;
	g_autofree char *beside = folder != NULL ? g_build_filename (folder, PROGRAM, NULL) : NULL;
	char *found;

	if (beside != NULL && g_file_test (beside, G_FILE_TEST_IS_EXECUTABLE))
		return g_steal_pointer (&beside);
	found = g_find_program_in_path (PROGRAM);
	if (found == NULL)
		g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_UNKNOWN_REFERENCE,
		             PROGRAM " is neither beside this program nor in PATH: "
		                     "./bootstrap cluster builds it");
	return found;
}

/* As many ranks as processors start at once; root and more ranks must be asked for */
static GPtrArray *
new_arguments (const Client *self, const char *job, GError **error)
{
	g_autoptr (GPtrArray) arguments = g_ptr_array_new_with_free_func (g_free);
	g_autofree char *starter = g_find_program_in_path ("mpiexec");
	char *program;

	if (starter == NULL) {
		g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_UNKNOWN_REFERENCE,
		             "mpiexec is not in PATH: ./bootstrap cluster installs it");
		return NULL;
	}
	program = find_program (error);
	if (program == NULL)
		return NULL;
	g_ptr_array_add (arguments, g_steal_pointer (&starter));
	if (geteuid () == 0)
		g_ptr_array_add (arguments, g_strdup ("--allow-run-as-root"));
	if (self->n_ranks > g_get_num_processors ())
		g_ptr_array_add (arguments, g_strdup ("--oversubscribe"));
	g_ptr_array_add (arguments, g_strdup ("-n"));
	g_ptr_array_add (arguments, g_strdup_printf ("%u", self->n_ranks));
	g_ptr_array_add (arguments, program);
	g_ptr_array_add (arguments, g_strdup (job));
	g_ptr_array_add (arguments, NULL);
	return g_steal_pointer (&arguments);
}

/* ---- while it runs ---- */

typedef struct {
	FairleadEngineProgress progress;
	gpointer user_data;
	char *step;
	guint64 done;
	guint64 total;
} Listener;

/* `step 2 5 brokerage`, `share 16 414` */
static void
hear (Listener *self, const char *line)
{
	g_auto (GStrv) words = g_strsplit (line, " ", 4);
	guint n = g_strv_length (words);

	if (n == 4 && (strcmp (words[0], "step") == 0 || strcmp (words[0], "there") == 0)) {
		g_free (self->step);
		self->step = g_strdup (words[3]);
		self->done = g_ascii_strtoull (words[1], NULL, 10) - 1;
		self->total = g_ascii_strtoull (words[2], NULL, 10);
	} else if (n == 3 && strcmp (words[0], "share") == 0) {
		self->done = g_ascii_strtoull (words[1], NULL, 10);
		self->total = g_ascii_strtoull (words[2], NULL, 10);
	} else {
		return;
	}
	if (self->progress != NULL && self->step != NULL)
		self->progress (self->step, self->done, self->total, self->user_data);
}

/* What is said on standard error is kept by a thread, so that neither pipe fills up */
static gpointer
keep_errors (gpointer data)
{
	GInputStream *stream = data;
	GString *text = g_string_new (NULL);
	char part[4096];
	gssize n;

	while ((n = g_input_stream_read (stream, part, sizeof part, NULL, NULL)) > 0)
		if (text->len < 1 << 20)
			g_string_append_len (text, part, n);
	return text;
}

static void
end_process (GCancellable *cancellable, gpointer process)
{
	(void) cancellable;
	g_subprocess_send_signal (process, SIGTERM);
}

/* The sentence that says which rank and why: its own, or the starter's about one that was killed */
static char *
find_reason (const char *errors, GSubprocess *process)
{
	g_auto (GStrv) lines = g_strsplit (errors, "\n", -1);
	const char *last = NULL;

	for (guint i = 0; lines[i] != NULL; i++)
		if (g_str_has_prefix (lines[i], PROGRAM ": "))
			return g_strdup (lines[i] + strlen (PROGRAM ": "));
	for (guint i = 0; lines[i] != NULL; i++) {
		const char *rank = strstr (lines[i], KILLED);
		const char *signal = rank != NULL ? strstr (rank, "exited on signal ") : NULL;

		if (signal != NULL)
			return g_strdup_printf (
				"rank %u ended on signal %s",
				(guint) g_ascii_strtoull (rank + strlen (KILLED), NULL, 10),
				g_strchomp ((char *) signal + strlen ("exited on signal ")));
		if (*g_strchomp (lines[i]) != '\0' && lines[i][0] != '-')
			last = lines[i];
	}
	if (g_subprocess_get_if_signaled (process))
		return g_strdup_printf ("mpiexec was ended by signal %d",
		                        g_subprocess_get_term_sig (process));
	return g_strdup_printf ("mpiexec ended with %d%s%s", g_subprocess_get_exit_status (process),
	                        last != NULL ? ": " : "", last != NULL ? last : "");
}

static GSubprocess *
start (const GPtrArray *arguments, guint n_ranks, GError **error)
{
	g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
		G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);

	/* a rank has one processor; where it may have to share it, it leaves it while it waits */
	g_subprocess_launcher_setenv (launcher, "OMP_NUM_THREADS", "1", TRUE);
	if (n_ranks >= g_get_num_processors ())
		g_subprocess_launcher_setenv (launcher, "OMPI_MCA_mpi_yield_when_idle", "1", FALSE);
	return g_subprocess_launcher_spawnv (launcher, (const char *const *) arguments->pdata,
	                                     error);
}

static void
listen (GSubprocess *process, Listener *listener)
{
	g_autoptr (GDataInputStream) lines =
		g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
	char *line;

	while ((line = g_data_input_stream_read_line_utf8 (lines, NULL, NULL, NULL)) != NULL) {
		hear (listener, line);
		g_free (line);
	}
}

static gboolean
run_process (const GPtrArray *arguments, guint n_ranks, Listener *listener,
             GCancellable *cancellable, GError **error)
{
	g_autoptr (GSubprocess) process = start (arguments, n_ranks, error);
	g_autofree char *errors = NULL;
	g_autofree char *reason = NULL;
	gulong handler = 0;
	GThread *thread;

	if (process == NULL)
		return FALSE;
	thread = g_thread_new ("errors", keep_errors, g_subprocess_get_stderr_pipe (process));
	if (cancellable != NULL)
		handler = g_cancellable_connect (cancellable, G_CALLBACK (end_process), process,
		                                 NULL);
	listen (process, listener);
	g_subprocess_wait (process, NULL, NULL);
	if (cancellable != NULL)
		g_cancellable_disconnect (cancellable, handler);
	errors = g_string_free (g_thread_join (thread), FALSE);
	if (g_cancellable_set_error_if_cancelled (cancellable, error))
		return FALSE;
	if (g_subprocess_get_successful (process))
		return TRUE;
	reason = find_reason (errors, process);
	g_set_error (error, FAIRLEAD_ERROR,
	             strstr (reason, "did not converge") != NULL ? FAIRLEAD_ERROR_NO_CONVERGENCE
	                                                         : FAIRLEAD_ERROR_IO,
	             "the cluster ended%s%s: %s", listener->step != NULL ? " in " : "",
	             listener->step != NULL ? listener->step : "", reason);
	return FALSE;
}

/* ---- results ---- */

static FairleadVector *
read_result (const char *folder, const FairleadStep *step, guint64 key, GError **error)
{
	g_autofree char *base = g_strconcat (step->name, ".values", NULL);
	g_autofree char *path = g_build_filename (folder, base, NULL);
	g_autoptr (FairleadVector) result = fairlead_vector_open (path, key, error);
	g_autofree char *part_base = g_strconcat (step->name, ".arcs", NULL);
	g_autofree char *part_path = g_build_filename (folder, part_base, NULL);

	if (result != NULL && step->measure == FAIRLEAD_ENGINE_NEIGHBOURHOOD) {
		FairleadArcs *part = fairlead_arcs_read (part_path, error);

		if (part == NULL)
			return NULL;
		fairlead_vector_take_part (result, part);
	}
	return g_steal_pointer (&result);
}

static GPtrArray *
read_results (const char *folder, const FairleadJob *job, GError **error)
{
	g_autoptr (GPtrArray) results =
		g_ptr_array_new_with_free_func ((GDestroyNotify) fairlead_vector_free);
	guint64 arcs;

	if (!fairlead_job_sum_arcs (job, &arcs, error))
		return NULL;
	for (guint i = 0; i < job->steps->len; i++) {
		const FairleadStep *step = g_ptr_array_index (job->steps, i);
		FairleadVector *result =
			read_result (folder, step, fairlead_job_step_key (job, step, arcs), error);

		if (result == NULL)
			return NULL;
		g_ptr_array_add (results, result);
	}
	return g_steal_pointer (&results);
}

static void
remove_folder (const char *folder)
{
	g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
	const char *name;

	while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
		g_autofree char *path = g_build_filename (folder, name, NULL);

		g_unlink (path);
	}
	g_rmdir (folder);
}

/* ---- the three ways ---- */

static gboolean
make_folder (const char *folder, GError **error)
{
	return g_mkdir_with_parents (folder, 0700) == 0
	       || fairlead_set_error_at (error, folder, 0, FAIRLEAD_ERROR_IO, "%s",
	                                 g_strerror (errno));
}

static GPtrArray *
run_in (const Client *self, const char *folder, const FairleadJob *job,
        FairleadEngineProgress progress, gpointer user_data, GCancellable *cancellable,
        GError **error)
{
	g_autofree char *path = g_build_filename (folder, FAIRLEAD_JOB_FILE, NULL);
	g_autoptr (GPtrArray) arguments = new_arguments (self, path, error);
	Listener listener = { progress, user_data, NULL, 0, 0 };
	gboolean done;

	if (arguments == NULL || !fairlead_job_write (job, folder, cancellable, error))
		return NULL;
	done = run_process (arguments, self->n_ranks, &listener, cancellable, error);
	g_free (listener.step);
	return done ? read_results (folder, job, error) : NULL;
}

static GPtrArray *
run_now (FairleadEngine *engine, const FairleadJob *job, FairleadEngineProgress progress,
         gpointer user_data, GCancellable *cancellable, GError **error)
{
	const Client *self = (const Client *) engine;
	g_autofree char *made = NULL;
	GPtrArray *results;

	((FairleadJob *) job)->partition = self->partition;
	if (self->folder != NULL)
		return make_folder (self->folder, error) ? run_in (
			       self, self->folder, job, progress, user_data, cancellable, error)
		                                         : NULL;
	made = g_dir_make_tmp ("fairlead-cluster-XXXXXX", error);
	if (made == NULL)
		return NULL;
	results = run_in (self, made, job, progress, user_data, cancellable, error);
	remove_folder (made); /* what is mapped stays */
	return results;
}

static char *
dup_script (const Client *self, const char *folder, GError **error)
{
	g_autofree char *path = g_build_filename (folder, FAIRLEAD_JOB_FILE, NULL);
	g_autoptr (GPtrArray) arguments = new_arguments (self, path, error);
	g_autoptr (GString) text = g_string_new ("#!/bin/sh\n");

	if (arguments == NULL)
		return NULL;
	g_string_append_printf (text,
	                        "#SBATCH --job-name=fairlead\n"
	                        "#SBATCH --ntasks=%u\n"
	                        "# Slurm: sbatch this; another scheduler, or none: sh does\n"
	                        "OMP_NUM_THREADS=1\n"
	                        "export OMP_NUM_THREADS\n"
	                        "exec",
	                        self->n_ranks);
	for (guint i = 0; i + 1 < arguments->len; i++) {
		g_autofree char *word = g_shell_quote (g_ptr_array_index (arguments, i));

		g_string_append_printf (text, " %s", word);
	}
	g_string_append_c (text, '\n');
	return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
folder_of_script (const char *script)
{
	g_autofree char *folder = g_strconcat (script, ".job", NULL);

	return g_canonicalize_filename (folder, NULL);
}

static GPtrArray *
write_script (FairleadEngine *engine, const FairleadJob *job, FairleadEngineProgress progress,
              gpointer user_data, GCancellable *cancellable, GError **error)
{
	const Client *self = (const Client *) engine;
	g_autofree char *folder = folder_of_script (self->script);
	g_autofree char *text = dup_script (self, folder, error);

	(void) progress;
	(void) user_data;
	((FairleadJob *) job)->partition = self->partition;
	if (text == NULL || !make_folder (folder, error)
	    || !fairlead_job_write (job, folder, cancellable, error))
		return NULL;
	if (!g_file_set_contents_full (self->script, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0755,
	                               error))
		return NULL;
	g_set_error (error, G_IO_ERROR, G_IO_ERROR_PENDING, "%s is written, and not run yet",
	             self->script);
	return NULL;
}

static GPtrArray *
collect (FairleadEngine *engine, const FairleadJob *job, FairleadEngineProgress progress,
         gpointer user_data, GCancellable *cancellable, GError **error)
{
	const Client *self = (const Client *) engine;
	g_autofree char *folder = folder_of_script (self->script);

	(void) progress;
	(void) user_data;
	(void) cancellable;
	return read_results (folder, job, error);
}

static void
free_client (FairleadEngine *engine)
{
	Client *self = (Client *) engine;

	g_free (self->folder);
	g_free (self->script);
	g_free (self);
}

static FairleadEngine *
new_client (const FairleadEngineOps *ops, const FairleadClusterChoice *choice, const char *script)
{
	Client *self = g_new0 (Client, 1);

	self->engine.ops = ops;
	self->script = g_strdup (script);
	if (choice != NULL) {
		self->n_ranks =
			CLAMP (choice->n_ranks > 0 ? choice->n_ranks : g_get_num_processors (), 1,
		               MOST_RANKS);
		self->partition = choice->partition;
		self->folder = g_strdup (choice->folder);
	}
	return &self->engine;
}

FairleadEngine *
fairlead_engine_new_cluster (const FairleadClusterChoice *choice)
{
	static const FairleadEngineOps ops = { "cluster", run_now, free_client };

	return new_client (&ops, choice, NULL);
}

FairleadEngine *
fairlead_engine_new_script (const FairleadClusterChoice *choice, const char *script)
{
	static const FairleadEngineOps ops = { "script", write_script, free_client };

	return new_client (&ops, choice, script);
}

FairleadEngine *
fairlead_engine_new_collected (const char *script)
{
	static const FairleadEngineOps ops = { "collected", collect, free_client };

	return new_client (&ops, NULL, script);
}
