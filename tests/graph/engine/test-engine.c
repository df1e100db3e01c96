/* tests/graph/engine/test-engine.c: one suite over both engines: what a cluster finds on any number
 * of ranks is what one machine finds  All networks go through one start of mpiexec for each number
 * of ranks, which is what takes time. */
#include "graph/engine/engine.h"
#include "graph/engine/score.h"
#include "graph/expression/expression.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "ingest/loader.h"
#include "ingest/record/error.h"
#include "tests/common/engine-networks.h"
#include "tests/common/helpers.h"

#define GREATEST_DIFFERENCE 1e-9
#define MOST_RANKS 4

/* ---- what is asked ---- */

static GArray *
seeds_of (const char *text, gboolean is_weighted)
{
	GArray *seeds = g_array_new (FALSE, FALSE, sizeof (FairleadSeed));
	g_auto (GStrv) words = g_strsplit (text, " ", -1);
	guint n = g_strv_length (words);

	for (guint i = 0; i < n; i++) {
		FairleadSeed seed = { g_ascii_strtoull (words[i], NULL, 10),
			              is_weighted ? 2.0 * (i + 1) / (n * (n + 1.0)) : 1.0 };

		g_array_append_val (seeds, seed);
	}
	return seeds;
}

/* What takes most products is asked of one network */
static void
add_walks (FairleadJob *job)
{
	fairlead_job_add_step (job, "walk", FAIRLEAD_ENGINE_WALK, "target", NULL);
	fairlead_job_add_step (job, "rank", FAIRLEAD_ENGINE_WALK, "all", NULL);
	fairlead_job_add_step (job, "mixture", FAIRLEAD_ENGINE_LIFT, "weighted", "parties");
}

static FairleadJob *
new_job (FairleadArcs *arcs, const char *seeds)
{
	FairleadJob *job = fairlead_job_new (fairlead_arcs_get_source (arcs));
	FairleadStep *step;

	fairlead_job_add_set (job, "target", seeds_of (seeds, FALSE), FALSE);
	fairlead_job_add_set (job, "weighted", seeds_of (seeds, TRUE), TRUE);
	fairlead_job_add_step (job, "components", FAIRLEAD_ENGINE_COMPONENTS, NULL, NULL);
	fairlead_job_add_step (job, "lift", FAIRLEAD_ENGINE_LIFT, "target", "parties");
	if (arcs->n_vertices == 40)
		add_walks (job);
	if (arcs->n_vertices <= 40)
		fairlead_job_add_step (job, "katz", FAIRLEAD_ENGINE_KATZ, "target", NULL);
	fairlead_job_add_step (job, "hops", FAIRLEAD_ENGINE_HOPS, "target", NULL);
	step = fairlead_job_add_step (job, "near", FAIRLEAD_ENGINE_HOPS, "target", NULL);
	step->numbers[FAIRLEAD_STEP_DEPTH] = 2;
	fairlead_job_add_step (job, "reach", FAIRLEAD_ENGINE_REACH, "target", NULL);
	fairlead_job_add_step (job, "around", FAIRLEAD_ENGINE_NEIGHBOURHOOD, "target", NULL);
	fairlead_job_add_step (job, "between", FAIRLEAD_ENGINE_BETWEENNESS, "target", "parties");
	step = fairlead_job_add_step (job, "sampled", FAIRLEAD_ENGINE_BETWEENNESS, "parties",
	                              "parties");
	step->numbers[FAIRLEAD_STEP_SAMPLES] = 9;
	step->numbers[FAIRLEAD_STEP_BATCH] = 5;
	step = fairlead_job_add_step (job, "control", FAIRLEAD_ENGINE_CONTROL, "target", NULL);
	step->numbers[FAIRLEAD_STEP_FLOOR] = 0.05;
	fairlead_job_add_step (job, "owned", FAIRLEAD_ENGINE_OWNERSHIP, "target", NULL);
	fairlead_job_add_step (job, "sure", FAIRLEAD_ENGINE_CASCADE, "target", NULL);
	step = fairlead_job_add_step (job, "possible", FAIRLEAD_ENGINE_CASCADE, "target", NULL);
	step->numbers[FAIRLEAD_STEP_UPPER] = step->numbers[FAIRLEAD_STEP_VOTES] = 1;
	step = fairlead_job_add_step (job, "controlled", FAIRLEAD_ENGINE_CASCADE, "target", NULL);
	step->numbers[FAIRLEAD_STEP_UPPER] = step->numbers[FAIRLEAD_STEP_IS_CONTROL] = 1;
	return job;
}

/* ---- one against the other ---- */

static void
assert_same_order (const FairleadVector *ours, const FairleadVector *theirs)
{
	g_autoptr (GArray) first =
		fairlead_vector_dup_top (ours, (guint) fairlead_vector_get_n (ours));
	g_autoptr (GArray) second =
		fairlead_vector_dup_top (theirs, (guint) fairlead_vector_get_n (theirs));

	g_assert_cmpuint (first->len, ==, second->len);
	for (guint i = 0; i < first->len; i++)
		g_assert_cmpuint (g_array_index (first, FairleadTop, i).vertex, ==,
		                  g_array_index (second, FairleadTop, i).vertex);
}

static void
assert_same_part (const FairleadVector *ours, const FairleadVector *theirs)
{
	const FairleadArcs *a = fairlead_vector_get_part (ours);
	const FairleadArcs *b = fairlead_vector_get_part (theirs);
	double sum = 0.0, other = 0.0;

	g_assert_true ((a == NULL) == (b == NULL));
	if (a == NULL)
		return;
	g_assert_cmpuint (a->layers[0]->len, ==, b->layers[0]->len);
	for (guint i = 0; i < a->layers[0]->len; i++) {
		sum += g_array_index (a->layers[0], FairleadArc, i).value.strength;
		other += g_array_index (b->layers[0], FairleadArc, i).value.strength;
	}
	g_assert_cmpfloat_with_epsilon (sum, other, 1e-9);
}

static void
assert_same (const FairleadVector *ours, const FairleadVector *theirs)
{
	double greatest = 0.0, difference = 0.0;

	g_assert_cmpuint (fairlead_vector_get_n (ours), ==, fairlead_vector_get_n (theirs));
	for (guint64 i = 0; i < fairlead_vector_get_n (ours); i++) {
		double a = fairlead_vector_get (ours, i), b = fairlead_vector_get (theirs, i);

		g_assert_true (isfinite (b));
		greatest = MAX (greatest, fabs (a));
		difference = MAX (difference, fabs (a - b));
	}
	g_assert_cmpfloat (difference, <=, GREATEST_DIFFERENCE * greatest);
	assert_same_order (ours, theirs);
	assert_same_part (ours, theirs);
}

/* ---- the cluster ---- */

/* mpiexec with all jobs, or NULL with the test skipped */
static GPtrArray *
new_command (guint n_ranks)
{
	g_autofree char *starter = g_find_program_in_path ("mpiexec");
	g_autofree char *program = g_find_program_in_path ("fairlead-cluster");
	const char *const options[] = { "--allow-run-as-root", "--oversubscribe", "-n" };
	GPtrArray *command;

	if (starter == NULL || program == NULL) {
		g_test_skip ("fairlead-cluster is not built, or mpiexec not there");
		return NULL;
	}
	command = g_ptr_array_new_with_free_func (g_free);
	g_ptr_array_add (command, g_strdup (starter));
	for (guint i = 0; i < G_N_ELEMENTS (options); i++)
		g_ptr_array_add (command, g_strdup (options[i]));
	g_ptr_array_add (command, g_strdup_printf ("%u", n_ranks));
	g_ptr_array_add (command, g_strdup (program));
	return command;
}

static void
remove_all (const char *folder)
{
	g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
	const char *name;

	while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
		g_autofree char *path = g_build_filename (folder, name, NULL);

		if (g_file_test (path, G_FILE_TEST_IS_DIR))
			remove_all (path);
		else
			g_unlink (path);
	}
	g_rmdir (folder);
}

/* Runs it, and gives back what was said on standard error */
static char *
run_command (GPtrArray *command, gboolean is_well)
{
	g_autoptr (GError) error = NULL;
	g_autofree char *errors = NULL;
	g_autofree char *output = NULL;
	int status;

	g_ptr_array_add (command, NULL);
	g_assert_true (g_spawn_sync (NULL, (char **) command->pdata, NULL, G_SPAWN_DEFAULT, NULL,
	                             NULL, &output, &errors, &status, &error));
	g_assert_no_error (error);
	if (is_well != (status == 0))
		g_test_message ("%s%s", output, errors);
	g_assert_true (is_well == (status == 0));
	return g_steal_pointer (&errors);
}

static void
compare_case (const char *script, const EngineCase *one, FairleadJob *job)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (FairleadEngine) local = fairlead_engine_new_local ();
	g_autoptr (FairleadEngine) cluster = fairlead_engine_new_collected (script);
	g_autoptr (GPtrArray) ours = fairlead_engine_run (local, job, NULL, NULL, NULL, &error);
	g_autoptr (GPtrArray) theirs = NULL;

	g_assert_no_error (error);
	theirs = fairlead_engine_run (cluster, job, NULL, NULL, NULL, &error);
	g_assert_no_error (error);
	for (guint i = 0; i < job->steps->len; i++) {
		const FairleadStep *step = g_ptr_array_index (job->steps, i);

		g_test_message ("%s: %s", one->name, step->name);
		assert_same (g_ptr_array_index (ours, i), g_ptr_array_index (theirs, i));
	}
}

static void
test_same (gconstpointer data)
{
	guint n_ranks = GPOINTER_TO_UINT (data) / 2;
	gboolean partition = GPOINTER_TO_UINT (data) % 2;
	g_autoptr (GPtrArray) command = new_command (n_ranks);
	g_autoptr (GRand) random = g_rand_new_with_seed (20260101);
	g_autofree char *folder = NULL;
	FairleadArcs *arcs[TEST_N_ENGINE_CASES];
	FairleadJob *jobs[TEST_N_ENGINE_CASES];

	if (command == NULL)
		return;
	folder = g_dir_make_tmp ("fairlead-engine-XXXXXX", NULL);
	for (guint i = 0; i < TEST_N_ENGINE_CASES; i++) {
		g_autofree char *base = g_strconcat (test_engine_cases[i].name, ".job", NULL);
		g_autofree char *of_case = g_build_filename (folder, base, NULL);
		g_autoptr (GError) error = NULL;

		arcs[i] = test_engine_cases[i].make (random);
		jobs[i] = new_job (arcs[i], test_engine_cases[i].seeds);
		jobs[i]->partition = partition;
		g_mkdir (of_case, 0700);
		fairlead_job_write (jobs[i], of_case, NULL, &error);
		g_assert_no_error (error);
		g_ptr_array_add (command, g_build_filename (of_case, FAIRLEAD_JOB_FILE, NULL));
	}
	g_free (run_command (command, TRUE));
	for (guint i = 0; i < TEST_N_ENGINE_CASES; i++) {
		g_autofree char *script =
			g_build_filename (folder, test_engine_cases[i].name, NULL);

		compare_case (script, &test_engine_cases[i], jobs[i]);
		fairlead_job_free (jobs[i]);
		fairlead_arcs_free (arcs[i]);
	}
	remove_all (folder);
}

/* ---- the published case ---- */

static FairleadNetwork *
load_published (void)
{
	static const char *const names[] = { "ofac-sdn-csv-2021/sdn.csv",
		                             "ofac-sdn-csv-2021/add.csv",
		                             "ofac-relations-2024/profile_relationships.csv" };
	g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
	g_autoptr (FairleadLoader) loader = fairlead_loader_new ();
	g_autoptr (FairleadRecords) records = NULL;
	g_autoptr (GError) error = NULL;

	for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
		char *path = test_published (names[i]);

		if (path == NULL)
			return NULL;
		g_ptr_array_add (paths, path);
	}
	g_ptr_array_add (paths, NULL);
	records = fairlead_loader_load (loader, (const char *const *) paths->pdata, NULL, &error);
	g_assert_no_error (error);
	return fairlead_network_new (records);
}

static FairleadJob *
new_published_job (FairleadNetwork *network, FairleadArcSource source)
{
	static const char *const target[] = { "programme:DPRK", NULL };
	g_autoptr (GArray) vertices = fairlead_expressions_select (network, target, NULL);
	FairleadJob *job = fairlead_job_new (source);
	GArray *seeds = g_array_new (FALSE, FALSE, sizeof (FairleadSeed));
	FairleadStep *step;

	for (guint i = 0; i < vertices->len; i++) {
		FairleadSeed seed = { fairlead_vertices (vertices)[i], 1.0 };

		g_array_append_val (seeds, seed);
	}
	fairlead_job_add_set (job, "target", seeds, FALSE);
	fairlead_job_add_step (job, "lift", FAIRLEAD_ENGINE_LIFT, "target", "parties");
	step = fairlead_job_add_step (job, "between", FAIRLEAD_ENGINE_BETWEENNESS, "target",
	                              "parties");
	step->numbers[FAIRLEAD_STEP_BATCH] = 512;
	fairlead_job_add_step (job, "control", FAIRLEAD_ENGINE_CONTROL, "target", NULL);
	fairlead_job_add_step (job, "owned", FAIRLEAD_ENGINE_OWNERSHIP, "target", NULL);
	fairlead_job_add_step (job, "sure", FAIRLEAD_ENGINE_CASCADE, "target", NULL);
	return job;
}

static void
test_published_case (void)
{
	static const EngineCase published = { "published", NULL, NULL };
	g_autoptr (GPtrArray) command = new_command (2);
	g_autoptr (FairleadNetwork) network = command != NULL ? load_published () : NULL;
	g_autoptr (FairleadAdjacency) graph = NULL;
	g_autoptr (FairleadHoldings) holdings = NULL;
	g_auto (FairleadNetworkArcs) arcs = { 0 };
	g_autoptr (FairleadJob) job = NULL;
	g_autofree char *folder = NULL;
	g_autofree char *of_case = NULL;
	g_autofree char *script = NULL;
	FairleadParameters parameters;

	if (network == NULL)
		return;
	fairlead_parameters_init (&parameters);
	graph = fairlead_adjacency_new (network, &parameters);
	holdings = fairlead_holdings_new (network, FAIRLEAD_DAY_OPEN_FUTURE);
	fairlead_network_arcs_init (&arcs, network, &parameters, graph, holdings);
	job = new_published_job (network, fairlead_network_arcs_get_source (&arcs));
	folder = g_dir_make_tmp ("fairlead-engine-XXXXXX", NULL);
	of_case = g_build_filename (folder, "published.job", NULL);
	script = g_build_filename (folder, "published", NULL);
	g_mkdir (of_case, 0700);
	g_assert_true (fairlead_job_write (job, of_case, NULL, NULL));
	g_ptr_array_add (command, g_build_filename (of_case, FAIRLEAD_JOB_FILE, NULL));
	g_free (run_command (command, TRUE));
	compare_case (script, &published, job);
	remove_all (folder);
}

/* ---- integrated shares against elimination ---- */

static void
fill_matrix (const FairleadArcs *arcs, double *matrix, const guint8 *is_seed)
{
	gsize n = arcs->n_vertices;
	const GArray *holdings = arcs->layers[FAIRLEAD_LAYER_HOLDINGS];
	g_autofree double *total = g_new0 (double, n);

	for (guint i = 0; i < holdings->len; i++) {
		const FairleadArc *arc = &g_array_index (holdings, FairleadArc, i);

		total[arc->to] += fairlead_arc_get_low (arc->value.share);
	}
	for (gsize i = 0; i < n; i++)
		matrix[i * n + i] = 1.0;
	for (guint i = 0; i < holdings->len; i++) {
		const FairleadArc *arc = &g_array_index (holdings, FairleadArc, i);

		if (!is_seed[arc->to])
			matrix[arc->to * n + arc->from] -=
				fairlead_arc_get_low (arc->value.share)
				/ MAX (total[arc->to], (double) FAIRLEAD_SHARE_ONE);
	}
}

/* Gauss's elimination; the rings are diagonally dominant, so that no pivot is needed */
static void
eliminate (double *matrix, double *right, gsize n)
{
	for (gsize column = 0; column < n; column++)
		for (gsize row = 0; row < n; row++) {
			double factor = matrix[row * n + column] / matrix[column * n + column];

			for (gsize i = column; row != column && i < n; i++)
				matrix[row * n + i] -= factor * matrix[column * n + i];
			if (row != column)
				right[row] -= factor * right[column];
		}
	for (gsize i = 0; i < n; i++)
		right[i] /= matrix[i * n + i];
}

static void
test_rings_by_elimination (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (7);
	g_autoptr (FairleadArcs) arcs = test_make_rings (random);
	g_autoptr (FairleadJob) job = new_job (arcs, "0 8");
	g_autoptr (FairleadEngine) local = fairlead_engine_new_local ();
	g_autoptr (GPtrArray) results = fairlead_engine_run (local, job, NULL, NULL, NULL, NULL);
	gsize n = arcs->n_vertices;
	g_autofree double *matrix = g_new0 (double, n *n);
	g_autofree double *right = g_new0 (double, n);
	g_autofree guint8 *is_seed = g_malloc0 (n);

	is_seed[0] = is_seed[8] = TRUE;
	right[0] = right[8] = 1.0;
	fill_matrix (arcs, matrix, is_seed);
	eliminate (matrix, right, n);
	for (guint i = 0; i < job->steps->len; i++) {
		const FairleadStep *step = g_ptr_array_index (job->steps, i);

		for (gsize j = 0; strcmp (step->name, "owned") == 0 && j < n; j++)
			g_assert_cmpfloat_with_epsilon (
				fairlead_vector_get (g_ptr_array_index (results, i), j), right[j],
				1e-11);
	}
}

/* ---- files ---- */

static void
test_arcs_come_back (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (5);
	g_autoptr (FairleadArcs) arcs = test_make_mixed (random);
	g_autoptr (FairleadJob) job = new_job (arcs, "1 2");
	g_autoptr (FairleadArcs) again = NULL;
	g_autoptr (FairleadJob) read = NULL;
	g_autoptr (GError) error = NULL;
	g_autofree char *folder = g_dir_make_tmp ("fairlead-engine-XXXXXX", NULL);
	g_autofree char *path = g_build_filename (folder, "network.arcs", NULL);
	g_autofree char *job_path = g_build_filename (folder, FAIRLEAD_JOB_FILE, NULL);

	fairlead_job_write (job, folder, NULL, &error);
	g_assert_no_error (error);
	again = fairlead_arcs_read (path, &error);
	g_assert_no_error (error);
	g_assert_cmpmem (again->flags, again->n_vertices, arcs->flags, arcs->n_vertices);
	for (guint i = 0; i < FAIRLEAD_N_LAYERS; i++)
		g_assert_cmpmem (again->layers[i]->data, again->layers[i]->len * 24,
		                 arcs->layers[i]->data, arcs->layers[i]->len * 24);
	read = fairlead_job_read (job_path, &error);
	g_assert_no_error (error);
	g_assert_cmpuint (read->steps->len, ==, job->steps->len);
	for (guint i = 0; i < job->steps->len; i++)
		g_assert_cmpuint (
			fairlead_job_step_key (read, g_ptr_array_index (read->steps, i), 1), ==,
			fairlead_job_step_key (job, g_ptr_array_index (job->steps, i), 1));
	remove_all (folder);
}

/* No byte can be changed, and no end cut off, without it being seen */
static void
test_damage_is_seen (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (5);
	g_autoptr (FairleadArcs) arcs = test_make_two (random);
	g_autoptr (FairleadJob) job = new_job (arcs, "1");
	g_autofree char *folder = g_dir_make_tmp ("fairlead-engine-XXXXXX", NULL);
	g_autofree char *path = g_build_filename (folder, "network.arcs", NULL);
	g_autofree char *bytes = NULL;
	gsize length;

	g_assert_true (fairlead_job_write (job, folder, NULL, NULL));
	g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
	for (gsize i = 0; i < 2 * length; i++) {
		g_autoptr (GError) error = NULL;
		FairleadArcs *read;

		/* what the head keeps for later is free */
		if (i / 8 >= 5 && i / 8 < 8)
			continue;
		if (i < length)
			bytes[i] ^= 0x10;
		g_file_set_contents (path, bytes, (gssize) (i < length ? length : i - length),
		                     NULL);
		if (i < length)
			bytes[i] ^= 0x10;
		read = fairlead_arcs_read (path, &error);
		g_assert_null (read);
		g_assert_nonnull (error);
	}
	remove_all (folder);
}

static void
test_rank_says_what_is_wrong (void)
{
	g_autoptr (GPtrArray) command = new_command (2);
	g_autoptr (GRand) random = g_rand_new_with_seed (5);
	g_autoptr (FairleadArcs) arcs = test_make_mixed (random);
	g_autoptr (FairleadJob) job = new_job (arcs, "1 2");
	g_autofree char *folder = NULL;
	g_autofree char *path = NULL;
	g_autofree char *bytes = NULL;
	g_autofree char *errors = NULL;
	gsize length;

	if (command == NULL)
		return;
	folder = g_dir_make_tmp ("fairlead-engine-XXXXXX", NULL);
	path = g_build_filename (folder, "network.arcs", NULL);
	g_assert_true (fairlead_job_write (job, folder, NULL, NULL));
	g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
	bytes[length / 2] ^= 1;
	g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
	g_ptr_array_add (command, g_build_filename (folder, FAIRLEAD_JOB_FILE, NULL));
	errors = run_command (command, FALSE);
	g_assert_nonnull (strstr (errors, "rank 0 of 2: "));
	g_assert_nonnull (strstr (errors, "its checksum is wrong"));
	remove_all (folder);
}

int
main (int argc, char **argv)
{
	/* Open MPI's processes under a watcher take minutes */
	gboolean is_watched = g_getenv ("FAIRLEAD_TEST_WATCHED") != NULL;
	const char *sanitizer;
	g_autofree char *options = NULL;

	/* ranks that wait leave the processors to others */
	g_setenv ("OMPI_MCA_mpi_yield_when_idle", "1", TRUE);
	/* what Open MPI never frees is no leak of ours: read by processes that begin later */
	sanitizer = g_getenv ("ASAN_OPTIONS");
	options = g_strconcat (sanitizer != NULL ? sanitizer : "", ":detect_leaks=0", NULL);
	g_setenv ("ASAN_OPTIONS", options, TRUE);
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/engine/rings-by-elimination", test_rings_by_elimination);
	g_test_add_func ("/graph/engine/arcs-come-back", test_arcs_come_back);
	g_test_add_func ("/graph/engine/damage-is-seen", test_damage_is_seen);
	for (guint n = 1; n <= MOST_RANKS && !is_watched; n++) {
		g_autofree char *path = g_strdup_printf ("/graph/engine/same-at-%u-ranks", n);

		g_test_add_data_func (path, GUINT_TO_POINTER (2 * n), test_same);
	}
	if (!is_watched) {
		g_test_add_data_func ("/graph/engine/same-when-partitioned",
		                      GUINT_TO_POINTER (2 * 3 + 1), test_same);
		g_test_add_func ("/graph/engine/same-on-the-published-case", test_published_case);
		g_test_add_func ("/graph/engine/rank-says-what-is-wrong",
		                 test_rank_says_what_is_wrong);
	}
	return g_test_run ();
}
