/* tests/library/test-export.c: exports of the library, byte for byte those of the program */
#include <fairlead.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "tests/library/demo-case.h"
#include "tests/library/listener.h"
#include "tests/library/waiting.h"

#define SHIP "imo:3112048"
#define TARGET "programme:DPRK"

/* ---- folders ---- */

static char *
new_folder (void)
{
	return g_dir_make_tmp ("fairlead-XXXXXX", NULL);
}

static void
remove_folder (const char *folder)
{
	g_autoptr (GDir) names = g_dir_open (folder, 0, NULL);
	const char *name;

	while ((name = g_dir_read_name (names)) != NULL) {
		g_autofree char *path = g_build_filename (folder, name, NULL);

		g_remove (path);
	}
	g_rmdir (folder);
}

static GBytes *
read_file (const char *folder, const char *name)
{
	g_autofree char *path = g_build_filename (folder, name, NULL);
	char *text = NULL;
	gsize size = 0;

	g_assert_true (g_file_get_contents (path, &text, &size, NULL));
	return g_bytes_new_take (text, size);
}

/* Both have the same files; returns how many */
static guint
compare_folders (const char *folder, const char *other)
{
	g_autoptr (GDir) names = g_dir_open (folder, 0, NULL);
	const char *name;
	guint n = 0;

	while ((name = g_dir_read_name (names)) != NULL) {
		g_autoptr (GBytes) bytes = read_file (folder, name);
		g_autoptr (GBytes) expected = read_file (other, name);

		g_test_message ("%s", name);
		g_assert_true (g_bytes_equal (bytes, expected));
		n++;
	}
	return n;
}

/* ---- what is written ---- */

static FleadRanking *
demo_ranking (FleadNetwork *network)
{
	const char *const target[] = { TARGET, NULL };
	g_autoptr (FleadQuestion) question = flead_question_new (target);

	g_object_set (question, "draws", 0, NULL);
	return flead_network_rank (network, question, NULL, NULL, NULL, NULL);
}

static FleadExport *
new_near (FleadNetwork *network)
{
	const char *const around[] = { SHIP, NULL };
	const char *const kinds[] = { "company", "vessel", NULL };
	g_autoptr (FleadPart) part = flead_part_new ();

	g_object_set (part, "around", around, "hops", 1, "kinds", kinds, NULL);
	return flead_export_new (network, NULL, part, NULL, NULL);
}

static FleadExport *
new_first (FleadNetwork *network)
{
	g_autoptr (FleadRanking) ranking = demo_ranking (network);
	g_autoptr (FleadPart) part = flead_part_new ();

	g_object_set (part, "top", 3, NULL);
	return flead_export_new (network, ranking, part, NULL, NULL);
}

typedef struct {
	FleadExport *(*make) (FleadNetwork *network);
	const char *name;
	FleadExportForm form;
	const char *const *options;
	guint n_files;
} Case;

static const char *const near_options[] = { "--around",       SHIP, "--hops", "1", "--kinds",
	                                    "company,vessel", NULL };
static const char *const first_options[] = { "--target", TARGET, "--top", "3", NULL };

static const Case cases[] = {
	{ new_near, "near.graphml", FLEAD_EXPORT_BY_ENDING, near_options, 1 },
	{ new_first, "first.gexf", FLEAD_EXPORT_GEXF, first_options, 1 },
	{ new_near, "near.gv", FLEAD_EXPORT_BY_ENDING, near_options, 1 },
	{ new_first, "first.csv", FLEAD_EXPORT_CSV, first_options, 2 },
	{ new_near, "near.cypher", FLEAD_EXPORT_NEO4J, near_options, 3 },
	{ new_first, "first.ftm.json", FLEAD_EXPORT_FTM, first_options, 1 },
	{ new_first, "first.xlsx", FLEAD_EXPORT_XLSX, first_options, 1 },
	{ new_near, "near.arcs", FLEAD_EXPORT_ARCS, near_options, 2 },
};

static gboolean
save_by_program (const Case *self, const char *folder)
{
	g_autofree char *path = g_build_filename (folder, self->name, NULL);
	g_autoptr (GStrvBuilder) options = g_strv_builder_new ();
	g_auto (GStrv) all = NULL;
	g_autofree char *said = NULL;

	g_strv_builder_add_many (options, "--output", path, NULL);
	g_strv_builder_addv (options, (const char **) self->options);
	all = g_strv_builder_end (options);
	said = demo_run ("export", (const char *const *) all);
	return said != NULL;
}

static void
test_is_that_of_the_program (gconstpointer data)
{
	const Case *self = data;
	g_autofree char *folder = new_folder ();
	g_autofree char *other = new_folder ();
	g_autofree char *path = g_build_filename (folder, self->name, NULL);
	g_autoptr (FleadNetwork) network = demo_network ();
	g_autoptr (FleadExport) export = self->make (network);
	g_autoptr (GError) error = NULL;

	g_assert_true (
		flead_export_save (export, self->form, path, TRUE, NULL, NULL, NULL, &error));
	g_assert_no_error (error);
	if (!save_by_program (self, other))
		g_test_skip ("FAIRLEAD_PROGRAM is not set");
	else
		g_assert_cmpuint (compare_folders (folder, other), ==, self->n_files);
	remove_folder (folder);
	remove_folder (other);
}

/* ---- others ---- */

static void
test_streams_have_the_same (void)
{
	static const char *const names[] = { "all-nodes.csv", "all-edges.csv" };
	g_autofree char *folder = new_folder ();
	g_autofree char *path = g_build_filename (folder, "all.csv", NULL);
	g_autoptr (FleadNetwork) network = demo_network ();
	g_autoptr (FleadExport) export = flead_export_new (network, NULL, NULL, NULL, NULL);

	g_assert_true (
		flead_export_save (export, FLEAD_EXPORT_CSV, path, FALSE, NULL, NULL, NULL, NULL));
	g_assert_cmpuint (flead_export_count_files (FLEAD_EXPORT_CSV), ==, G_N_ELEMENTS (names));
	for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
		g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
		g_autoptr (GBytes) expected = read_file (folder, names[i]);
		g_autoptr (GBytes) bytes = NULL;

		g_assert_true (flead_export_write (export, FLEAD_EXPORT_CSV, i, path, FALSE, stream,
		                                   NULL, NULL, NULL, NULL));
		g_output_stream_close (stream, NULL, NULL);
		bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
		g_assert_true (g_bytes_equal (bytes, expected));
	}
	g_assert_cmpuint (flead_export_get_n_entities (export), ==, 212);
	g_assert_cmpuint (flead_export_get_n_links (export), ==, 471);
	remove_folder (folder);
}

static void
test_is_refused_with_a_code (void)
{
	const char *const kinds[] = { "ship", NULL };
	const char *const around[] = { "imo:1", NULL };
	g_autoptr (FleadNetwork) network = demo_network ();
	g_autoptr (FleadExport) export = flead_export_new (network, NULL, NULL, NULL, NULL);
	g_autoptr (FleadPart) part = flead_part_new ();
	g_autoptr (GError) error = NULL;

	g_object_set (part, "kinds", kinds, NULL);
	g_assert_null (flead_export_new (network, NULL, part, NULL, &error));
	g_assert_error (error, FLEAD_ERROR, FLEAD_ERROR_USAGE);
	g_clear_error (&error);
	g_object_set (part, "kinds", NULL, "around", around, NULL);
	g_assert_null (flead_export_new (network, NULL, part, NULL, &error));
	g_assert_error (error, FLEAD_ERROR, FLEAD_ERROR_UNKNOWN_REFERENCE);
	g_clear_error (&error);
	g_object_set (part, "around", NULL, "top", 3, NULL);
	g_assert_null (flead_export_new (network, NULL, part, NULL, &error));
	g_assert_error (error, FLEAD_ERROR, FLEAD_ERROR_USAGE);
	g_clear_error (&error);
	g_assert_false (flead_export_save (export, FLEAD_EXPORT_BY_ENDING, "network.doc", FALSE,
	                                   NULL, NULL, NULL, &error));
	g_assert_error (error, FLEAD_ERROR, FLEAD_ERROR_USAGE);
	g_clear_error (&error);
	g_assert_false (flead_export_save (export, FLEAD_EXPORT_DOT, "/no/such/network.dot", FALSE,
	                                   NULL, NULL, NULL, &error));
	g_assert_error (error, FLEAD_ERROR, FLEAD_ERROR_IO);
}

static void
test_is_saved_in_a_thread (void)
{
	g_autofree char *folder = new_folder ();
	g_autofree char *path = g_build_filename (folder, "all.gexf", NULL);
	g_autoptr (GCancellable) cancellable = g_cancellable_new ();
	g_autoptr (FleadNetwork) network = demo_network ();
	g_autoptr (FleadExport) export = flead_export_new (network, NULL, NULL, NULL, NULL);
	g_autoptr (GError) error = NULL;

	for (guint with_cancel = 0; with_cancel < 2; with_cancel++) {
		Listener listener = { .thread = g_thread_self () };
		Waiting waiting = { NULL };
		g_autoptr (GAsyncResult) result = NULL;

		if (with_cancel)
			g_cancellable_cancel (cancellable);
		flead_export_save_async (export, FLEAD_EXPORT_BY_ENDING, path, TRUE,
		                         with_cancel ? cancellable : NULL, listen, &listener,
		                         count_freed, on_done, &waiting);
		result = wait_for (&waiting);
		g_assert_true (flead_export_save_finish (export, result, &error) == !with_cancel);
		g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS) == !with_cancel);
		g_remove (path);
		g_clear_object (&result);
		wait_until_freed (&listener);
		g_assert_true (with_cancel || listener.n_words > 0);
	}
	g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	remove_folder (folder);
}

/* In each form, in the midst of writing it */
static void
test_is_given_up_in_the_middle (void)
{
	g_autofree char *folder = new_folder ();
	g_autofree char *path = g_build_filename (folder, "all", NULL);
	g_autoptr (FleadNetwork) network = demo_network ();
	g_autoptr (FleadExport) export = flead_export_new (network, NULL, NULL, NULL, NULL);

	for (FleadExportForm form = FLEAD_EXPORT_GRAPHML; form <= FLEAD_EXPORT_ARCS; form++) {
		g_autoptr (GCancellable) cancellable = g_cancellable_new ();
		Listener listener = { .cancellable = cancellable, .thread = g_thread_self () };
		g_autoptr (GError) error = NULL;

		g_assert_false (flead_export_save (export, form, path, FALSE, cancellable, listen,
		                                   &listener, &error));
		g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
		g_assert_cmpuint (listener.n_words, >, 0);
	}
	g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
	setlocale (LC_ALL, "");
	g_test_init (&argc, &argv, NULL);
	for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
		g_autofree char *path = g_strdup_printf (
			"/library/export/%s-is-that-of-the-program", cases[i].name);

		g_test_add_data_func (path, &cases[i], test_is_that_of_the_program);
	}
	g_test_add_func ("/library/export/streams-have-the-same", test_streams_have_the_same);
	g_test_add_func ("/library/export/is-refused-with-a-code", test_is_refused_with_a_code);
	g_test_add_func ("/library/export/is-saved-in-a-thread", test_is_saved_in_a_thread);
	g_test_add_func ("/library/export/is-given-up-in-the-middle",
	                 test_is_given_up_in_the_middle);
	return g_test_run ();
}
