/* tests/graph/engine/test-job.c: a job as a person writes it, and what is wrong with one */
#include "graph/engine/job.h"

#include <glib/gstdio.h>
#include <string.h>

#include "tests/common/helpers.h"

#define HEAD "[job]\nversion=1\narcs=big.arcs\n"
#define NEAR "[step near]\nmeasure=lift\nseeds=4711 17\nothers=parties\n"

static FairleadJob *
read_job (const char *text, GError **error)
{
	g_autofree char *folder = g_dir_make_tmp ("fairlead-XXXXXX", NULL);
	g_autofree char *path = g_build_filename (folder, "a.job", NULL);
	FairleadJob *job;

	g_assert_true (g_file_set_contents (path, text, -1, NULL));
	job = fairlead_job_read (path, error);
	g_unlink (path);
	g_rmdir (folder);
	return job;
}

static void
test_by_hand (void)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (FairleadJob) job =
		read_job (HEAD "partition=true\n" NEAR "top=100\nrestart=0.25\n", &error);
	const FairleadStep *step;
	const FairleadSet *set;

	g_assert_no_error (error);
	g_assert_true (job->partition);
	g_assert_cmpuint (job->steps->len, ==, 1);
	step = g_ptr_array_index (job->steps, 0);
	g_assert_cmpstr (step->name, ==, "near");
	g_assert_cmpfloat (step->numbers[FAIRLEAD_STEP_TOP], ==, 100.0);
	g_assert_cmpfloat (step->numbers[FAIRLEAD_STEP_RESTART], ==, 0.25);
	set = fairlead_job_find_set (job, step->seeds);
	g_assert_cmpuint (set->n, ==, 2);
	g_assert_cmpuint (set->seeds[0].vertex, ==, 17);
	g_assert_cmpuint (set->seeds[1].vertex, ==, 4711);
}

static const struct {
	const char *text;
	const char *words;
} mistakes[] = {
	{ "", "is no job of version 1" },
	{ "[job]\nversion=1\n" NEAR, "arcs= is missing" },
	{ HEAD, "has no [step NAME]" },
	{ HEAD "partition=maybe\n" NEAR, "partition= is neither true nor false" },
	{ HEAD "partiton=true\n" NEAR, "[job] partiton is not known" },
	{ HEAD NEAR "[setp far]\nmeasure=hops\n", "[setp far] is neither [job] nor [step NAME]" },
	{ HEAD NEAR "depht=3\n", "[step near] depht is not known" },
	{ HEAD NEAR "restart=1.5\n", "restart=1.5 is no number from " },
	{ HEAD "[step near]\nmeasure=nearness\n", "names no measure" },
	{ HEAD "[step near]\nmeasure=hops\n", "takes seeds= and no others=" },
	{ HEAD "[step near]\nmeasure=hops\nseeds=4x\n", "is no number of a vertex" },
	{ HEAD "[step near]\nmeasure=hops\nseeds=4 4\n", "names a vertex twice" },
	{ HEAD "[step a/b]\nmeasure=components\n", "is no name of a file" },
};

static void
test_mistakes (void)
{
	for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++) {
		g_autoptr (GError) error = NULL;

		g_test_message ("%s", mistakes[i].words);
		g_assert_null (read_job (mistakes[i].text, &error));
		g_assert_nonnull (error);
		g_assert_nonnull (strstr (error->message, mistakes[i].words));
		g_assert_null (strchr (error->message, '\n'));
	}
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/job/by-hand", test_by_hand);
	g_test_add_func ("/graph/job/mistakes", test_mistakes);
	return g_test_run ();
}
