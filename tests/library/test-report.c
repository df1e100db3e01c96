/* tests/library/test-report.c: reports of the library, byte for byte those of the program */
#include <fairlead.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "tests/library/demo-case.h"
#include "tests/library/listener.h"
#include "tests/library/waiting.h"

#define SHIP "imo:3112048"
#define TARGET "programme:DPRK"

static const char *const around[] = { SHIP, NULL };

/* Of a case whose files are hashed, as the command does it */
static FleadRanking *
demo_ranking (void)
{
	const char *const target[] = { TARGET, NULL };
	g_autoptr (FleadQuestion) question = flead_question_new (target);
	g_autoptr (FleadCase) plan = demo_case ();
	g_autoptr (FleadNetwork) network = NULL;
	g_autoptr (GError) error = NULL;
	FleadRanking *ranking;

	g_object_set (plan, "hashes", TRUE, NULL);
	network = flead_case_load (plan, NULL, NULL, NULL, &error);
	g_assert_no_error (error);
	g_object_set (question, "draws", 3, NULL);
	ranking = flead_network_rank (network, question, NULL, NULL, NULL, &error);
	g_assert_no_error (error);
	return ranking;
}

/* (transfer full): short enough for each run of the tests */
static FleadReport *
demo_report (void)
{
	return g_object_new (FLEAD_TYPE_REPORT, "title", "A <title>", "limit", 5, "top", 2,
	                     "collect", 0, NULL);
}

static char *
write_by_program (void)
{
	g_autofree char *folder = g_dir_make_tmp ("fairlead-XXXXXX", NULL);
	g_autofree char *path = g_build_filename (folder, "report.html", NULL);
	const char *const options[] = { "--output",  path,      "--target",  TARGET,  "--title",
		                        "A <title>", "--limit", "5",         "--top", "2",
		                        "--draws",   "3",       "--collect", "0",     "--around",
		                        SHIP,        "--hops",  "1",         NULL };
	g_autofree char *said = demo_run ("report", options);
	char *text = NULL;

	g_assert_true (said == NULL || g_file_get_contents (path, &text, NULL, NULL));
	g_remove (path);
	g_rmdir (folder);
	return text;
}

static void
test_is_that_of_the_program (void)
{
	g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
	g_autoptr (FleadRanking) ranking = demo_ranking ();
	g_autoptr (FleadReport) report = demo_report ();
	g_autoptr (FleadPart) part = flead_part_new ();
	g_autofree char *expected = write_by_program ();
	g_autofree char *text = NULL;
	g_autoptr (GError) error = NULL;

	g_object_set (part, "around", around, "hops", 1, NULL);
	g_assert_true (
		flead_report_write (report, ranking, part, stream, NULL, NULL, NULL, &error));
	g_assert_no_error (error);
	g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
	g_output_stream_close (stream, NULL, NULL);
	text = g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
	if (expected == NULL)
		g_test_skip ("FAIRLEAD_PROGRAM is not set");
	else
		g_assert_true (g_str_equal (text, expected));
}

static void
test_is_saved_in_a_thread (void)
{
	g_autofree char *folder = g_dir_make_tmp ("fairlead-XXXXXX", NULL);
	g_autofree char *path = g_build_filename (folder, "report.html", NULL);
	g_autoptr (GCancellable) cancellable = g_cancellable_new ();
	g_autoptr (FleadRanking) ranking = demo_ranking ();
	g_autoptr (FleadReport) report = demo_report ();
	g_autoptr (GError) error = NULL;

	for (guint with_cancel = 0; with_cancel < 2; with_cancel++) {
		Listener listener = { .thread = g_thread_self () };
		Waiting waiting = { NULL };
		g_autoptr (GAsyncResult) result = NULL;

		flead_report_save_async (report, ranking, NULL, path,
		                         with_cancel ? cancellable : NULL, listen, &listener,
		                         count_freed, on_done, &waiting);
		if (with_cancel)
			g_cancellable_cancel (cancellable);
		result = wait_for (&waiting);
		g_assert_true (flead_report_save_finish (report, result, &error) == !with_cancel);
		g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS) == !with_cancel);
		g_remove (path);
		g_clear_object (&result);
		wait_until_freed (&listener);
		g_assert_true (with_cancel || listener.n_words > 0);
	}
	g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	g_rmdir (folder);
}

/* Where nothing stands then: a report is whole or not there */
static void
test_is_given_up_in_the_middle (void)
{
	g_autofree char *folder = g_dir_make_tmp ("fairlead-XXXXXX", NULL);
	g_autofree char *path = g_build_filename (folder, "report.html", NULL);
	g_autoptr (GCancellable) cancellable = g_cancellable_new ();
	Listener listener = { .cancellable = cancellable, .thread = g_thread_self () };
	g_autoptr (FleadRanking) ranking = demo_ranking ();
	g_autoptr (FleadReport) report = demo_report ();
	g_autoptr (GError) error = NULL;

	g_assert_false (flead_report_save (report, ranking, NULL, path, cancellable, listen,
	                                   &listener, &error));
	g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	g_assert_cmpuint (listener.n_words, ==, 1);
	g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_is_refused_with_a_code (void)
{
	const char *const nobody[] = { "imo:1", NULL };
	g_autoptr (FleadRanking) ranking = demo_ranking ();
	g_autoptr (FleadReport) report = demo_report ();
	g_autoptr (FleadPart) part = flead_part_new ();
	g_autoptr (GError) error = NULL;

	g_assert_false (flead_report_save (report, ranking, NULL, "/no/such/report.html", NULL,
	                                   NULL, NULL, &error));
	g_assert_error (error, FLEAD_ERROR, FLEAD_ERROR_IO);
	g_clear_error (&error);
	g_object_set (part, "around", nobody, NULL);
	g_assert_false (
		flead_report_save (report, ranking, part, "report.html", NULL, NULL, NULL, &error));
	g_assert_error (error, FLEAD_ERROR, FLEAD_ERROR_UNKNOWN_REFERENCE);
	g_assert_false (g_file_test ("report.html", G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
	setlocale (LC_ALL, "");
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/library/report/is-that-of-the-program", test_is_that_of_the_program);
	g_test_add_func ("/library/report/is-given-up-in-the-middle",
	                 test_is_given_up_in_the_middle);
	g_test_add_func ("/library/report/is-saved-in-a-thread", test_is_saved_in_a_thread);
	g_test_add_func ("/library/report/is-refused-with-a-code", test_is_refused_with_a_code);
	return g_test_run ();
}
