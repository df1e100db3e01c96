/* tests/library/test-drawing.c: drawings of results, byte for byte those of the program */
#include <fairlead.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "tests/library/demo-case.h"
#include "tests/library/waiting.h"

#define SHIP "imo:3112048"

static FleadOwnership *
demo_ownership (FleadNetwork *network, const char *entity, gboolean is_down)
{
	g_autoptr (GError) error = NULL;
	FleadOwnership *ownership = flead_network_find_ownership (
		network, entity, is_down, NULL, NULL, 0, NULL, NULL, NULL, &error);

	g_assert_no_error (error);
	return ownership;
}

static FleadVesselTimeline *
demo_timeline (FleadNetwork *network, const char *const *target)
{
	g_autoptr (FleadEntity) ship = flead_network_find (network, SHIP);
	g_autoptr (GError) error = NULL;
	FleadVesselTimeline *timeline =
		flead_entity_find_timeline (ship, target, NULL, NULL, NULL, NULL, &error);

	g_assert_no_error (error);
	return timeline;
}

static FleadSupply *
demo_supply (FleadNetwork *network)
{
	g_autoptr (GError) error = NULL;
	FleadSupply *supply = flead_network_estimate_supply (network, "refined", 2023, NULL, NULL,
	                                                     NULL, NULL, &error);

	g_assert_no_error (error);
	return supply;
}

static void
assert_text (GBytes *bytes, const char *command, const char *const *options)
{
	g_autofree char *expected = demo_run (command, options);

	g_assert_nonnull (bytes);
	if (expected == NULL)
		g_test_skip ("FAIRLEAD_PROGRAM is not set");
	else
		g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected,
		                 strlen (expected));
}

static GBytes *
take_file (const char *path)
{
	char *text;
	gsize size;

	g_assert_true (g_file_get_contents (path, &text, &size, NULL));
	g_remove (path);
	return g_bytes_new_take (text, size);
}

/* ---- the same bytes ---- */

static void
test_owners_are_those_of_the_program (void)
{
	const char *const up[] = { "--format", "svg", SHIP, NULL };
	const char *const down[] = { "--format", "svg", "--down", "register:HK4492265", NULL };
	g_autoptr (FleadNetwork) network = demo_network ();
	g_autoptr (FleadOwnership) owners = demo_ownership (network, SHIP, FALSE);
	g_autoptr (FleadOwnership) owned = demo_ownership (network, "register:HK4492265", TRUE);
	g_autoptr (GBytes) of_owners = flead_ownership_draw (owners, NULL, NULL);
	g_autoptr (GBytes) of_owned = flead_ownership_draw (owned, NULL, NULL);

	assert_text (of_owners, "own", up);
	assert_text (of_owned, "own", down);
	g_assert_false (g_bytes_equal (of_owners, of_owned));
}

static void
test_ship_is_that_of_the_program (void)
{
	const char *const plain[] = { SHIP, "--format", "svg", NULL };
	const char *const asked[] = { SHIP, "--format", "svg", "--target", "programme:DPRK", NULL };
	const char *const target[] = { "programme:DPRK", NULL };
	g_autoptr (FleadNetwork) network = demo_network ();
	g_autoptr (FleadVesselTimeline) timeline = demo_timeline (network, NULL);
	g_autoptr (FleadVesselTimeline) of_target = demo_timeline (network, target);
	g_autoptr (GBytes) bytes = flead_vessel_timeline_draw (timeline, NULL, NULL);
	g_autoptr (GBytes) again = flead_vessel_timeline_draw (of_target, NULL, NULL);

	assert_text (bytes, "vessel", plain);
	assert_text (again, "vessel", asked);
}

/* (transfer full) (nullable): what the program draws */
static GBytes *
draw_by_program (const char *path)
{
	const char *const options[] = {
		"--cap", "refined", "--year", "2023", "--chart", path, NULL
	};
	g_autofree char *said = demo_run ("supply", options);

	return said != NULL ? take_file (path) : NULL;
}

static void
test_supply_is_that_of_the_program (gconstpointer data)
{
	FleadPicture picture = (FleadPicture) GPOINTER_TO_INT (data);
	static const char *const names[] = { "sums.svg", "sums.png", "sums.pdf" };
	g_autofree char *folder = g_dir_make_tmp ("fairlead-XXXXXX", NULL);
	g_autofree char *path = g_build_filename (folder, names[picture], NULL);
	g_autoptr (FleadNetwork) network = demo_network ();
	g_autoptr (FleadSupply) supply = demo_supply (network);
	g_autoptr (GError) error = NULL;
	g_autoptr (GBytes) drawn = NULL;
	g_autoptr (GBytes) saved = NULL;
	g_autoptr (GBytes) expected = NULL;

	if (picture != FLEAD_PICTURE_SVG && g_getenv ("FAIRLEAD_TEST_WATCHED") != NULL) {
		g_test_skip ("librsvg loses memory of its own");
		g_rmdir (folder);
		return;
	}
	drawn = flead_supply_draw (supply, picture, NULL, &error);
	g_assert_no_error (error);
	g_assert_true (
		flead_supply_save_drawing (supply, FLEAD_PICTURE_BY_ENDING, path, NULL, &error));
	g_assert_no_error (error);
	saved = take_file (path);
	g_assert_true (g_bytes_equal (drawn, saved));
	expected = draw_by_program (path);
	g_rmdir (folder);
	if (expected == NULL)
		g_test_skip ("FAIRLEAD_PROGRAM is not set");
	else
		g_assert_true (g_bytes_equal (drawn, expected));
}

/* ---- files and refusals ---- */

static void
test_files_are_what_is_drawn (void)
{
	g_autofree char *folder = g_dir_make_tmp ("fairlead-XXXXXX", NULL);
	g_autofree char *path = g_build_filename (folder, "drawing.svg", NULL);
	g_autoptr (FleadNetwork) network = demo_network ();
	g_autoptr (FleadOwnership) owners = demo_ownership (network, SHIP, FALSE);
	g_autoptr (FleadVesselTimeline) timeline = demo_timeline (network, NULL);
	g_autoptr (GBytes) of_owners = flead_ownership_draw (owners, NULL, NULL);
	g_autoptr (GBytes) of_ship = flead_vessel_timeline_draw (timeline, NULL, NULL);
	g_autoptr (GBytes) saved = NULL;
	g_autoptr (GBytes) saved_too = NULL;

	g_assert_true (flead_ownership_save_drawing (owners, path, NULL, NULL));
	saved = take_file (path);
	g_assert_true (g_bytes_equal (saved, of_owners));
	g_assert_true (flead_vessel_timeline_save_drawing (timeline, path, NULL, NULL));
	saved_too = take_file (path);
	g_assert_true (g_bytes_equal (saved_too, of_ship));
	g_rmdir (folder);
}

static void
test_is_refused_with_a_code (void)
{
	g_autofree char *folder = g_dir_make_tmp ("fairlead-XXXXXX", NULL);
	g_autofree char *path = g_build_filename (folder, "all.svg", NULL);
	g_autoptr (FleadNetwork) network = demo_network ();
	g_autoptr (FleadOwnership) all = demo_ownership (network, NULL, FALSE);
	g_autoptr (FleadSupply) supply = demo_supply (network);
	g_autoptr (FleadVesselTimeline) timeline = demo_timeline (network, NULL);
	g_autoptr (GError) error = NULL;

	g_assert_null (flead_ownership_draw (all, NULL, &error));
	g_assert_error (error, FLEAD_ERROR, FLEAD_ERROR_USAGE);
	g_clear_error (&error);
	g_assert_false (flead_ownership_save_drawing (all, path, NULL, &error));
	g_assert_error (error, FLEAD_ERROR, FLEAD_ERROR_USAGE);
	g_clear_error (&error);
	/* nothing is left behind */
	g_assert_cmpint (g_rmdir (folder), ==, 0);
	g_assert_false (flead_supply_save_drawing (supply, FLEAD_PICTURE_BY_ENDING, "sums.gif",
	                                           NULL, &error));
	g_assert_error (error, FLEAD_ERROR, FLEAD_ERROR_USAGE);
	g_clear_error (&error);
	g_assert_false (
		flead_vessel_timeline_save_drawing (timeline, "/no/such/ship.svg", NULL, &error));
	g_assert_error (error, FLEAD_ERROR, FLEAD_ERROR_IO);
}

static void
test_is_given_up (void)
{
	g_autoptr (GCancellable) cancellable = g_cancellable_new ();
	g_autoptr (FleadNetwork) network = demo_network ();
	g_autoptr (FleadOwnership) owners = demo_ownership (network, SHIP, FALSE);
	g_autoptr (FleadVesselTimeline) timeline = demo_timeline (network, NULL);
	g_autoptr (FleadSupply) supply = demo_supply (network);
	g_autoptr (GError) error = NULL;

	g_cancellable_cancel (cancellable);
	g_assert_null (flead_ownership_draw (owners, cancellable, &error));
	g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	g_clear_error (&error);
	g_assert_null (flead_vessel_timeline_draw (timeline, cancellable, &error));
	g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
	g_clear_error (&error);
	g_assert_null (flead_supply_draw (supply, FLEAD_PICTURE_SVG, cancellable, &error));
	g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* ---- in a thread ---- */

typedef struct {
	const char *path;
	gpointer (*new_drawn) (FleadNetwork *network);
	GBytes *(*draw) (gpointer what);
	void (*draw_async) (gpointer what, GCancellable *cancellable, Waiting *waiting);
	GBytes *(*finish) (gpointer what, GAsyncResult *result, GError **error);
} Drawing;

static gpointer
new_ownership (FleadNetwork *network)
{
	return demo_ownership (network, SHIP, FALSE);
}

static GBytes *
draw_ownership (gpointer what)
{
	return flead_ownership_draw (what, NULL, NULL);
}

static void
draw_ownership_async (gpointer what, GCancellable *cancellable, Waiting *waiting)
{
	flead_ownership_draw_async (what, cancellable, on_done, waiting);
}

static GBytes *
finish_ownership (gpointer what, GAsyncResult *result, GError **error)
{
	return flead_ownership_draw_finish (what, result, error);
}

static gpointer
new_timeline (FleadNetwork *network)
{
	return demo_timeline (network, NULL);
}

static GBytes *
draw_timeline (gpointer what)
{
	return flead_vessel_timeline_draw (what, NULL, NULL);
}

static void
draw_timeline_async (gpointer what, GCancellable *cancellable, Waiting *waiting)
{
	flead_vessel_timeline_draw_async (what, cancellable, on_done, waiting);
}

static GBytes *
finish_timeline (gpointer what, GAsyncResult *result, GError **error)
{
	return flead_vessel_timeline_draw_finish (what, result, error);
}

static gpointer
new_supply (FleadNetwork *network)
{
	return demo_supply (network);
}

static GBytes *
draw_supply (gpointer what)
{
	return flead_supply_draw (what, FLEAD_PICTURE_PNG, NULL, NULL);
}

static void
draw_supply_async (gpointer what, GCancellable *cancellable, Waiting *waiting)
{
	flead_supply_draw_async (what, FLEAD_PICTURE_PNG, cancellable, on_done, waiting);
}

static GBytes *
finish_supply (gpointer what, GAsyncResult *result, GError **error)
{
	return flead_supply_draw_finish (what, result, error);
}

static void
test_is_drawn_in_a_thread (gconstpointer data)
{
	const Drawing *self = data;
	g_autoptr (FleadNetwork) network = demo_network ();
	g_autoptr (GObject) what = self->new_drawn (network);
	g_autoptr (GBytes) expected = self->draw (what);
	g_autoptr (GCancellable) cancellable = g_cancellable_new ();

	for (guint with_cancel = 0; with_cancel < 2; with_cancel++) {
		Waiting waiting = { NULL };
		g_autoptr (GAsyncResult) result = NULL;
		g_autoptr (GBytes) bytes = NULL;
		g_autoptr (GError) error = NULL;

		if (with_cancel)
			g_cancellable_cancel (cancellable);
		self->draw_async (what, cancellable, &waiting);
		result = wait_for (&waiting);
		bytes = self->finish (what, result, &error);
		if (with_cancel) {
			g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
			continue;
		}
		g_assert_no_error (error);
		g_assert_true (g_bytes_equal (bytes, expected));
	}
}

int
main (int argc, char **argv)
{
	static const Drawing drawings[] = {
		{ "/library/drawing/owners-are-drawn-in-a-thread", new_ownership, draw_ownership,
		  draw_ownership_async, finish_ownership },
		{ "/library/drawing/a-ship-is-drawn-in-a-thread", new_timeline, draw_timeline,
		  draw_timeline_async, finish_timeline },
		{ "/library/drawing/sums-are-drawn-in-a-thread", new_supply, draw_supply,
		  draw_supply_async, finish_supply },
	};

	setlocale (LC_ALL, "");
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/library/drawing/owners-are-those-of-the-program",
	                 test_owners_are_those_of_the_program);
	g_test_add_func ("/library/drawing/ship-is-that-of-the-program",
	                 test_ship_is_that_of_the_program);
	g_test_add_data_func ("/library/drawing/supply-is-that-of-the-program/svg",
	                      GINT_TO_POINTER (FLEAD_PICTURE_SVG),
	                      test_supply_is_that_of_the_program);
	g_test_add_data_func ("/library/drawing/supply-is-that-of-the-program/png",
	                      GINT_TO_POINTER (FLEAD_PICTURE_PNG),
	                      test_supply_is_that_of_the_program);
	g_test_add_data_func ("/library/drawing/supply-is-that-of-the-program/pdf",
	                      GINT_TO_POINTER (FLEAD_PICTURE_PDF),
	                      test_supply_is_that_of_the_program);
	g_test_add_func ("/library/drawing/files-are-what-is-drawn", test_files_are_what_is_drawn);
	g_test_add_func ("/library/drawing/is-refused-with-a-code", test_is_refused_with_a_code);
	g_test_add_func ("/library/drawing/is-given-up", test_is_given_up);
	for (guint i = 0; i < G_N_ELEMENTS (drawings); i++)
		g_test_add_data_func (drawings[i].path, &drawings[i], test_is_drawn_in_a_thread);
	return g_test_run ();
}
