/* cluster/main.c: fairlead-cluster: the steps of jobs, over all ranks */
#include <malloc.h>
#include <stdio.h>
#include <string.h>

#include "cluster/import.h"
#include "cluster/measures.h"
#include "cluster/partition.h"
#include "cluster/result.h"

static const char usage[] =
	"Usage: mpiexec -n RANKS fairlead-cluster JOB...\n"
	"       mpiexec -n RANKS fairlead-cluster --import LINKS.csv --output FILE.arcs\n"
	"\n"
	"  JOB       a job file, as fairlead rank --engine cluster writes it, or by hand\n"
	"  --import  numbers the two ends of each row (from,to,strength) in the order of\n"
	"            their names, which FILE.arcs.ids gets, a line for each vertex\n"
	"  --version, --help\n";

typedef struct {
	const char *path;
	char *folder;
	FairleadJob *job;
	ClusterFile file;
	ClusterSpread spread;
	ClusterGraph *graph; /* (nullable): of the layer that the last step was of */
	FairleadLayer layer;
	gboolean reverses;
	gint64 began;
} Run;

/* ---- what is said ---- */

static guint64
read_memory (const char *key)
{
	g_autofree char *text = NULL;
	const char *line;

	if (!g_file_get_contents ("/proc/self/status", &text, NULL, NULL))
		return 0;
	line = strstr (text, key);
	return line != NULL ? g_ascii_strtoull (line + strlen (key), NULL, 10) : 0;
}

/* Figures of a step for people and for bench/cluster: `figures STEP key value ...` */
static void
say_figures (const Run *self, const char *name, gint64 since, const FairleadSolve *solve)
{
	guint64 n_ghosts = cluster_sum (self->graph != NULL ? self->graph->n_ghosts : 0);
	guint64 n_arcs = cluster_sum (self->graph != NULL ? self->graph->n_arcs : 0);
	guint64 memory = cluster_sum (read_memory ("VmRSS:"));
	guint64 most = cluster_sum (read_memory ("VmHWM:"));

	cluster_say ("figures %s ms %" G_GINT64_FORMAT " rounds %" G_GUINT64_FORMAT
	             " arcs %" G_GUINT64_FORMAT " ghosts %" G_GUINT64_FORMAT
	             " kb %" G_GUINT64_FORMAT " peak-kb %" G_GUINT64_FORMAT "\n",
	             name, (g_get_monotonic_time () - since) / 1000, solve->iterations, n_arcs,
	             n_ghosts, memory, most);
}

/* ---- the layers ---- */

static void
drop_graph (Run *self)
{
	g_clear_pointer (&self->graph, cluster_graph_free);
	malloc_trim (0);
}

/* One layer at a time is in memory */
static void
need_graph (Run *self, FairleadLayer layer, gboolean reverses)
{
	const FairleadSolve none = { TRUE, 0, 0.0 };
	gint64 since = g_get_monotonic_time ();

	if (self->graph != NULL && self->layer == layer && self->reverses == reverses)
		return;
	drop_graph (self);
	self->layer = layer;
	self->reverses = reverses;
	self->graph = cluster_file_load (&self->file, layer, reverses, &self->spread);
	malloc_trim (0);
	say_figures (self, "load", since, &none);
}

static void
spread_by_partition (Run *self)
{
	const FairleadSolve none = { TRUE, 0, 0.0 };
	gint64 since;

	need_graph (self, FAIRLEAD_LAYER_LINKS, FALSE);
	since = g_get_monotonic_time ();
	cluster_partition (&self->spread, self->graph);
	drop_graph (self);
	say_figures (self, "partition", since, &none);
}

/* ---- steps ---- */

static double *(*const compute[FAIRLEAD_N_ENGINE_MEASURES]) (ClusterWork *work) = {
	[FAIRLEAD_ENGINE_COMPONENTS] = cluster_components,
	[FAIRLEAD_ENGINE_WALK] = cluster_walk,
	[FAIRLEAD_ENGINE_LIFT] = cluster_lift,
	[FAIRLEAD_ENGINE_KATZ] = cluster_katz,
	[FAIRLEAD_ENGINE_HOPS] = cluster_hops,
	[FAIRLEAD_ENGINE_REACH] = cluster_reach,
	[FAIRLEAD_ENGINE_BETWEENNESS] = cluster_betweenness,
	[FAIRLEAD_ENGINE_NEIGHBOURHOOD] = cluster_neighbourhood,
	[FAIRLEAD_ENGINE_CONTROL] = cluster_control,
	[FAIRLEAD_ENGINE_OWNERSHIP] = cluster_ownership,
	[FAIRLEAD_ENGINE_CASCADE] = cluster_cascade,
};

static void
read_set (const Run *self, const char *name, gboolean may_be_empty, ClusterSeeds *seeds)
{
	if (name != NULL)
		cluster_seeds_init (seeds, self->job, name, &self->spread);
	else
		seeds->own = g_array_new (FALSE, FALSE, sizeof (ClusterSeed));
	if (name != NULL && seeds->n == 0 && !may_be_empty)
		cluster_fail ("%s: the set \"%s\" is empty", self->path, name);
}

static void
compute_step (Run *self, const FairleadStep *step, guint64 key, const char *path)
{
	g_autofree char *part = cluster_result_dup_path (self->folder, step, ".arcs");
	g_autofree char *top = cluster_result_dup_path (self->folder, step, ".top.csv");
	g_autofree double *values = NULL;
	ClusterWork work = { .step = step, .spread = &self->spread, .part = part };
	gint64 since;

	work.solve.converged = TRUE;
	need_graph (self, fairlead_engine_measure_layer (step->measure),
	            step->measure == FAIRLEAD_ENGINE_OWNERSHIP);
	since = g_get_monotonic_time ();
	work.graph = self->graph;
	read_set (self, step->seeds, FALSE, &work.seeds);
	read_set (self, step->others, step->measure == FAIRLEAD_ENGINE_BETWEENNESS, &work.others);
	values = compute[step->measure](&work);
	if (!work.solve.converged && cluster_rank () == 0)
		cluster_fail ("%s: did not converge: after %" G_GUINT64_FORMAT
		              " products the equations still do not hold by %g",
		              step->name, work.solve.iterations, work.solve.residual);
	if (step->numbers[FAIRLEAD_STEP_TOP] > 0.0)
		cluster_result_write_top (top, &self->spread, values,
		                          (guint) step->numbers[FAIRLEAD_STEP_TOP]);
	cluster_result_write (path, key, &self->spread, values, work.solve);
	say_figures (self, step->name, since, &work.solve);
	cluster_seeds_clear (&work.seeds);
	cluster_seeds_clear (&work.others);
}

static void
run_step (Run *self, guint i)
{
	const FairleadStep *step = g_ptr_array_index (self->job->steps, i);
	g_autofree char *path = cluster_result_dup_path (self->folder, step, ".values");
	guint64 key = 0;

	if (cluster_rank () == 0)
		key = fairlead_job_step_key (self->job, step, self->file.sum);
	MPI_Bcast (&key, 1, MPI_UINT64_T, 0, MPI_COMM_WORLD);
	if (cluster_result_is_there (path, key)) {
		cluster_say ("there %u %u %s\n", i + 1, self->job->steps->len, step->name);
		return;
	}
	cluster_say ("step %u %u %s\n", i + 1, self->job->steps->len, step->name);
	compute_step (self, step, key, path);
}

static void
run_job (const char *path)
{
	g_autoptr (GError) error = NULL;
	Run self = { .path = path, .folder = g_path_get_dirname (path) };

	self.job = fairlead_job_read (path, &error);
	cluster_fail_on (error);
	cluster_file_open (&self.file, self.job->arcs);
	cluster_spread_init (&self.spread, self.file.head.n);
	cluster_file_read_flags (&self.file, &self.spread);
	cluster_say ("network %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %d\n", self.file.head.n,
	             self.file.n_arcs[FAIRLEAD_LAYER_LINKS], cluster_size ());
	if (self.job->partition && cluster_size () > 1)
		spread_by_partition (&self);
	for (guint i = 0; i < self.job->steps->len; i++)
		run_step (&self, i);
	drop_graph (&self);
	cluster_spread_clear (&self.spread);
	cluster_file_close (&self.file);
	fairlead_job_free (self.job);
	g_free (self.folder);
	cluster_say ("done\n");
}

/* ---- the program ---- */

/* Nobody's options or start-up files reach into a calculation */
static void
start (int *argc, char ***argv)
{
	MPI_Init (argc, argv);
	MPI_Comm_set_errhandler (MPI_COMM_WORLD, MPI_ERRORS_ARE_FATAL);
	g_unsetenv ("PETSC_OPTIONS");
	g_unsetenv ("PETSC_OPTIONS_YAML");
	CLUSTER_DO (PetscOptionsCreateDefault ());
	CLUSTER_DO (PetscOptionsSetValue (NULL, "-skip_petscrc", NULL));
	CLUSTER_DO (PetscOptionsSetValue (NULL, "-no_signal_handler", NULL));
	CLUSTER_DO (SlepcInitializeNoArguments ());
	CLUSTER_DO (PetscPushErrorHandler (PetscReturnErrorHandler, NULL));
}

static int
print (FILE *stream, const char *text)
{
	if (cluster_rank () == 0)
		fputs (text, stream);
	return stream == stderr ? 2 : 0;
}

static int
run (int argc, char **argv)
{
	if (argc == 2 && (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0))
		return print (stdout, usage);
	if (argc == 2 && strcmp (argv[1], "--version") == 0)
		return print (stdout, "fairlead-cluster " FAIRLEAD_VERSION "\n");
	if (argc == 5 && strcmp (argv[1], "--import") == 0 && strcmp (argv[3], "--output") == 0) {
		cluster_import (argv[2], argv[4]);
		return 0;
	}
	if (argc < 2 || argv[1][0] == '-')
		return print (stderr, usage);
	for (int i = 1; i < argc; i++)
		run_job (argv[i]);
	return 0;
}

int
main (int argc, char **argv)
{
	int code;

	start (&argc, &argv);
	code = run (argc, argv);
	SlepcFinalize ();
	MPI_Finalize ();
	return code;
}
