/* tests/library/test-chart.c: charts of the library, byte for byte those of the program */
#include <fairlead.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "tests/library/demo-case.h"
#include "tests/library/listener.h"
#include "tests/library/waiting.h"

#define SHIP "imo:3112048"
#define TARGET "programme:DPRK"

static const char *const ship[] = { SHIP, NULL };
static const char *const target[] = { TARGET, NULL };

/* Skips, for charts, where the build has no Graphviz; what it says then is looked at first */
static gboolean
is_skipped (const GError *error)
{
	if (error == NULL || strstr (error->message, "Graphviz") == NULL)
		return FALSE;
	g_assert_error (error, FLEAD_ERROR, FLEAD_ERROR_USAGE);
	g_test_skip (error->message);
	return TRUE;
}

static FleadRanking *
demo_ranking (void)
{
	g_autoptr (FleadNetwork) network = demo_network ();
	g_autoptr (FleadQuestion) question = flead_question_new (target);
	g_autoptr (GError) error = NULL;
	FleadRanking *ranking;

	g_object_set (question, "draws", 0, NULL);
	ranking = flead_network_rank (network, question, NULL, NULL, NULL, &error);
	g_assert_no_error (error);
	return ranking;
}

static FleadChart *
chart_paths (void)
{
	g_autoptr (FleadNetwork) network = demo_network ();

	return flead_network_chart_paths (network, ship, target, 5, NULL, NULL, NULL, NULL, NULL);
}

static FleadChart *
chart_around (void)
{
	g_autoptr (FleadNetwork) network = demo_network ();

	return flead_network_chart_around (network, ship, 1, NULL, NULL, NULL, NULL, NULL);
}

static FleadChart *
chart_first (void)
{
	g_autoptr (FleadRanking) ranking = demo_ranking ();

	return flead_ranking_chart_first (ranking, 5, 2, NULL, NULL, NULL, NULL);
}

/* ---- the same bytes ---- */

typedef struct {
	FleadChart *(*ask) (void);
	const char *const *options;
	FleadPicture picture;
	const char *ending;
	FleadLanes lanes;
	gboolean is_dark;
} Case;

/* (transfer full): what the program draws of the same */
static GBytes *
draw_by_program (const Case *self)
{
	g_autofree char *folder = g_dir_make_tmp ("fairlead-XXXXXX", NULL);
	g_autofree char *path = g_strconcat (folder, "/chart", self->ending, NULL);
	g_autoptr (GStrvBuilder) options = g_strv_builder_new ();
	g_auto (GStrv) all = NULL;
	g_autofree char *text = NULL;
	g_autofree char *said = NULL;
	gsize size;

	g_strv_builder_add_many (options, "--output", path, NULL);
	g_strv_builder_addv (options, (const char **) self->options);
	all = g_strv_builder_end (options);
	said = demo_run ("chart", (const char *const *) all);
	g_assert_true (said == NULL || g_file_get_contents (path, &text, &size, NULL));
	g_remove (path);
	g_rmdir (folder);
	return said == NULL ? NULL : g_bytes_new_take (g_steal_pointer (&text), size);
}

static void
test_is_that_of_the_program (gconstpointer data)
{
	const Case *self = data;
	g_autoptr (FleadChart) chart = NULL;
	g_autoptr (GError) error = NULL;
	g_autoptr (GBytes) bytes = NULL;
	g_autoptr (GBytes) expected = NULL;

	if (self->picture != FLEAD_PICTURE_SVG && g_getenv ("FAIRLEAD_TEST_WATCHED") != NULL) {
		g_test_skip ("librsvg loses memory of its own");
		return;
	}
	chart = self->ask ();
	bytes = flead_chart_draw (chart, self->picture, self->lanes, self->is_dark, NULL, NULL,
	                          NULL, &error);
	if (is_skipped (error))
		return;
	g_assert_no_error (error);
	expected = draw_by_program (self);
	if (expected == NULL)
		g_test_skip ("FAIRLEAD_PROGRAM is not set");
	else
		g_assert_true (g_bytes_equal (bytes, expected));
}

/* ---- others ---- */

static void
test_says_what_it_shows (void)
{
	g_autoptr (FleadChart) chart = chart_first ();

	g_assert_cmpstr (flead_chart_get_title (chart), ==,
	                 "The first 5 ranked, and what links them to programme:DPRK");
	g_assert_cmpuint (flead_chart_get_n_entities (chart), >=, 6);
	g_assert_cmpuint (flead_chart_get_n_links (chart), >=, 5);
	g_assert_cmpuint (flead_chart_get_n_left_out (chart), ==, 0);
}

static void
test_is_refused_with_a_code (void)
{
	const char *const nobody[] = { "programme:ATLANTIS", NULL };
	g_autoptr (FleadRanking) ranking = demo_ranking ();
	FleadNetwork *network = flead_ranking_get_network (ranking);
	g_autoptr (FleadChart) chart = chart_paths ();
	g_autoptr (GError) error = NULL;

	g_assert_null (flead_network_chart_paths (network, nobody, target, 5, NULL, NULL, NULL,
	                                          NULL, &error));
	g_assert_error (error, FLEAD_ERROR, FLEAD_ERROR_UNKNOWN_REFERENCE);
	g_clear_error (&error);
	g_assert_null (flead_network_chart_paths (network, ship, target, 0, NULL, NULL, NULL, NULL,
	                                          &error));
	g_assert_error (error, FLEAD_ERROR, FLEAD_ERROR_USAGE);
	g_clear_error (&error);
	g_assert_null (flead_ranking_chart_first (ranking, 61, 2, NULL, NULL, NULL, &error));
	g_assert_error (error, FLEAD_ERROR, FLEAD_ERROR_USAGE);
	g_clear_error (&error);
	g_assert_false (flead_chart_save (chart, FLEAD_PICTURE_BY_ENDING, "chart.gif",
	                                  FLEAD_LANES_SIDE, FALSE, NULL, NULL, NULL, &error));
	g_assert_error (error, FLEAD_ERROR, FLEAD_ERROR_USAGE);
	g_clear_error (&error);
	g_assert_false (flead_chart_save (chart, FLEAD_PICTURE_SVG, "/no/such/chart.svg",
	                                  FLEAD_LANES_SIDE, FALSE, NULL, NULL, NULL, &error));
	g_assert_error (error, FLEAD_ERROR, FLEAD_ERROR_IO);
}

/* The three questions: the same chart as at once */

typedef struct {
	const char *path;
	FleadChart *(*ask) (void);
	void (*ask_async) (GCancellable *cancellable, Listener *listener, Waiting *waiting);
	gpointer (*finish) (GObject *source, GAsyncResult *result, GError **error);
} Question;

static void
ask_paths_async (GCancellable *cancellable, Listener *listener, Waiting *waiting)
{
	g_autoptr (FleadNetwork) network = demo_network ();

	flead_network_chart_paths_async (network, ship, target, 5, NULL, cancellable, listen,
	                                 listener, count_freed, on_done, waiting);
}

static gpointer
finish_paths (GObject *source, GAsyncResult *result, GError **error)
{
	return flead_network_chart_paths_finish (FLEAD_NETWORK (source), result, error);
}

static void
ask_around_async (GCancellable *cancellable, Listener *listener, Waiting *waiting)
{
	g_autoptr (FleadNetwork) network = demo_network ();

	flead_network_chart_around_async (network, ship, 1, NULL, cancellable, listen, listener,
	                                  count_freed, on_done, waiting);
}

static gpointer
finish_around (GObject *source, GAsyncResult *result, GError **error)
{
	return flead_network_chart_around_finish (FLEAD_NETWORK (source), result, error);
}

static void
ask_first_async (GCancellable *cancellable, Listener *listener, Waiting *waiting)
{
	g_autoptr (FleadRanking) ranking = demo_ranking ();

	flead_ranking_chart_first_async (ranking, 5, 2, cancellable, listen, listener, count_freed,
	                                 on_done, waiting);
}

static gpointer
finish_first (GObject *source, GAsyncResult *result, GError **error)
{
	return flead_ranking_chart_first_finish (FLEAD_RANKING (source), result, error);
}

static void
test_is_made_in_a_thread (gconstpointer data)
{
	const Question *self = data;
	g_autoptr (FleadChart) expected = self->ask ();

	for (guint with_cancel = 0; with_cancel < 2; with_cancel++) {
		g_autoptr (GCancellable) cancellable = g_cancellable_new ();
		Listener listener = { .thread = g_thread_self () };
		Waiting waiting = { NULL };
		g_autoptr (GAsyncResult) result = NULL;
		g_autoptr (GObject) source = NULL;
		g_autoptr (FleadChart) chart = NULL;
		g_autoptr (GError) error = NULL;

		self->ask_async (with_cancel ? cancellable : NULL, &listener, &waiting);
		if (with_cancel)
			g_cancellable_cancel (cancellable);
		result = wait_for (&waiting);
		source = g_async_result_get_source_object (result);
		chart = self->finish (source, result, &error);
		g_clear_object (&result);
		wait_until_freed (&listener);
		if (with_cancel) {
			g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
			continue;
		}
		g_assert_no_error (error);
		g_assert_cmpstr (flead_chart_get_title (chart), ==,
		                 flead_chart_get_title (expected));
		g_assert_cmpuint (flead_chart_get_n_links (chart), ==,
		                  flead_chart_get_n_links (expected));
		g_assert_cmpuint (listener.n_words, >, 0);
	}
}

static void
test_is_drawn_in_a_thread (void)
{
	g_autoptr (FleadChart) chart = chart_paths ();
	Listener listener = { .thread = g_thread_self () };
	Waiting waiting = { NULL };
	g_autoptr (GAsyncResult) result = NULL;
	g_autoptr (GError) error = NULL;
	g_autoptr (GBytes) bytes = NULL;
	g_autoptr (GBytes) expected = NULL;

	flead_chart_draw_async (chart, FLEAD_PICTURE_SVG, FLEAD_LANES_SIDE, FALSE, NULL, listen,
	                        &listener, count_freed, on_done, &waiting);
	/* at the same time as another */
	expected = flead_chart_draw (chart, FLEAD_PICTURE_SVG, FLEAD_LANES_SIDE, FALSE, NULL, NULL,
	                             NULL, NULL);
	result = wait_for (&waiting);
	bytes = flead_chart_draw_finish (chart, result, &error);
	if (is_skipped (error))
		return;
	g_assert_no_error (error);
	g_assert_true (g_bytes_equal (bytes, expected));
	g_clear_object (&result);
	wait_until_freed (&listener);
	g_assert_cmpuint (listener.n_words, >, 0);
}

static void
test_is_given_up (void)
{
	g_autoptr (GCancellable) cancellable = g_cancellable_new ();
	g_autoptr (FleadChart) chart = chart_first ();
	g_autoptr (GError) error = NULL;

	g_cancellable_cancel (cancellable);
	g_assert_null (flead_chart_draw (chart, FLEAD_PICTURE_SVG, FLEAD_LANES_SIDE, FALSE,
	                                 cancellable, NULL, NULL, &error));
	if (!is_skipped (error))
		g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* At the first word */
static void
test_is_given_up_in_the_middle (void)
{
	g_autoptr (GCancellable) cancellable = g_cancellable_new ();
	Listener listener = { .cancellable = cancellable, .thread = g_thread_self () };
	g_autoptr (FleadChart) chart = chart_first ();
	g_autoptr (GError) error = NULL;

	g_assert_null (flead_chart_draw (chart, FLEAD_PICTURE_SVG, FLEAD_LANES_SIDE, FALSE,
	                                 cancellable, listen, &listener, &error));
	if (is_skipped (error))
		return;
	g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	g_assert_cmpuint (listener.n_words, ==, 1);
}

int
main (int argc, char **argv)
{
	static const char *const of_paths[] = { "--from", SHIP, "--to", TARGET, NULL };
	static const char *const of_around[] = { "--around", SHIP,   "--hops", "1",
		                                 "--lanes",  "none", "--dark", NULL };
	static const char *const of_first[] = { "--target", TARGET,         "--top", "5",
		                                "--lanes",  "jurisdiction", NULL };
	static const struct {
		const char *path;
		Case question;
	} cases[] = {
		{ "/library/chart/paths-are-those-of-the-program",
		  { chart_paths, of_paths, FLEAD_PICTURE_SVG, ".svg", FLEAD_LANES_SIDE, FALSE } },
		{ "/library/chart/around-is-that-of-the-program",
		  { chart_around, of_around, FLEAD_PICTURE_PNG, ".png", FLEAD_LANES_NONE, TRUE } },
		{ "/library/chart/first-is-that-of-the-program",
		  { chart_first, of_first, FLEAD_PICTURE_PDF, ".pdf", FLEAD_LANES_JURISDICTION,
		    FALSE } },
	};

	static const Question questions[] = {
		{ "/library/chart/paths-are-found-in-a-thread", chart_paths, ask_paths_async,
		  finish_paths },
		{ "/library/chart/around-is-found-in-a-thread", chart_around, ask_around_async,
		  finish_around },
		{ "/library/chart/first-is-found-in-a-thread", chart_first, ask_first_async,
		  finish_first },
	};

	setlocale (LC_ALL, "");
	g_test_init (&argc, &argv, NULL);
	for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
		g_test_add_data_func (questions[i].path, &questions[i], test_is_made_in_a_thread);
	for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
		g_test_add_data_func (cases[i].path, &cases[i].question,
		                      test_is_that_of_the_program);
	g_test_add_func ("/library/chart/says-what-it-shows", test_says_what_it_shows);
	g_test_add_func ("/library/chart/is-refused-with-a-code", test_is_refused_with_a_code);
	g_test_add_func ("/library/chart/is-drawn-in-a-thread", test_is_drawn_in_a_thread);
	g_test_add_func ("/library/chart/is-given-up", test_is_given_up);
	g_test_add_func ("/library/chart/is-given-up-in-the-middle",
	                 test_is_given_up_in_the_middle);
	return g_test_run ();
}
