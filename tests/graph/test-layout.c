/* tests/graph/test-layout.c: places that are the same each time, apart, and in their component's
 * room */
#include "graph/layout/layout.h"

#include <math.h>

#include "graph/layout/pieces.h"
#include "tests/common/network-builder.h"

static FairleadPoint *
lay_out (FairleadNetwork *network)
{
	g_autoptr (FairleadSelection) selection =
		fairlead_selection_new (network, NULL, &(FairleadSelector){ 0 });
	g_autoptr (GError) error = NULL;
	FairleadPoint *points = fairlead_layout_new (network, selection, NULL, NULL, &error);

	g_assert_no_error (error);
	return points;
}

static double
distance (FairleadPoint a, FairleadPoint b)
{
	return hypot ((double) a.x - (double) b.x, (double) a.y - (double) b.y);
}

static void
assert_apart (const FairleadPoint *points, guint n, double least)
{
	for (guint i = 0; i < n; i++) {
		g_assert_true (isfinite (points[i].x) && isfinite (points[i].y));
		for (guint j = 0; j < i; j++)
			g_assert_cmpfloat (distance (points[i], points[j]), >, least);
	}
}

/* A link is 80 long; the ends of a chain of three are farther from each other than from the
 * middle */
static void
test_chain (void)
{
	g_autoptr (FairleadNetwork) network =
		test_network_from ("A linked-party B; B linked-party C");
	g_autofree FairleadPoint *points = lay_out (network);
	FairleadPoint a = points[test_vertex (network, "A")];
	FairleadPoint b = points[test_vertex (network, "B")];
	FairleadPoint c = points[test_vertex (network, "C")];

	g_assert_cmpfloat (fabs (distance (a, b) - distance (b, c)), <, 1.0);
	g_assert_cmpfloat (distance (a, b), >, 75.0);
	g_assert_cmpfloat (distance (a, c), >, 1.5 * distance (a, b));
}

static void
test_empty_and_alone (void)
{
	g_autoptr (FairleadRecords) records = fairlead_records_new ();
	g_autoptr (FairleadNetwork) empty = fairlead_network_new (records);
	g_autoptr (FairleadNetwork) alone =
		test_network_from ("A is company; B is person; C is person");
	G_GNUC_UNUSED g_autofree FairleadPoint *none = lay_out (empty);
	g_autofree FairleadPoint *points = lay_out (alone);

	assert_apart (points, 3, 50.0);
}

/* A link to itself, and many between two, are no reason to fall together */
static void
test_odd_links (void)
{
	g_autoptr (FairleadNetwork) network = test_network_from (
		"A linked-party A; A linked-party B; A director B; B associate A; "
		"C linked-party C");
	g_autofree FairleadPoint *points = lay_out (network);

	assert_apart (points, 3, 50.0);
}

static void
test_same_each_time (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (7);

	for (guint round = 0; round < 4; round++) {
		guint n = round < 3 ? 40 : 90;
		g_autoptr (FairleadNetwork) network =
			test_random_network (random, n, n + 20, FALSE);
		g_autofree FairleadPoint *points = lay_out (network);
		g_autofree FairleadPoint *again = lay_out (network);
		guint32 n_vertices = fairlead_network_get_n_vertices (network);

		for (guint32 i = 0; i < n_vertices; i++) {
			g_assert_cmpfloat (points[i].x, ==, again[i].x);
			g_assert_cmpfloat (points[i].y, ==, again[i].y);
		}
		assert_apart (points, n_vertices, 0.5);
	}
}

typedef struct {
	float least_x, most_x, least_y, most_y;
} Box;

static Box
box_of (const FairleadLayoutPiece *piece, const FairleadPoint *points)
{
	Box box = { G_MAXFLOAT, -G_MAXFLOAT, G_MAXFLOAT, -G_MAXFLOAT };

	for (guint i = 0; i < piece->vertices->len; i++) {
		FairleadPoint at = points[g_array_index (piece->vertices, FairleadVertex, i)];

		box = (Box){ MIN (box.least_x, at.x), MAX (box.most_x, at.x),
			     MIN (box.least_y, at.y), MAX (box.most_y, at.y) };
	}
	return box;
}

static gboolean
overlap (Box a, Box b)
{
	return a.least_x < b.most_x && b.least_x < a.most_x && a.least_y < b.most_y
	       && b.least_y < a.most_y;
}

static void
test_components_apart (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (11);
	g_autoptr (FairleadNetwork) network = test_random_network (random, 80, 50, FALSE);
	g_autoptr (FairleadSelection) selection =
		fairlead_selection_new (network, NULL, &(FairleadSelector){ 0 });
	g_autoptr (GPtrArray) pieces = fairlead_layout_pieces (network, selection);
	g_autofree FairleadPoint *points = lay_out (network);

	g_assert_cmpuint (pieces->len, >, 10);
	for (guint i = 0; i < pieces->len; i++)
		for (guint j = 0; j < i; j++)
			g_assert_false (overlap (box_of (g_ptr_array_index (pieces, i), points),
			                         box_of (g_ptr_array_index (pieces, j), points)));
}

static void
test_cancelled (void)
{
	g_autoptr (FairleadNetwork) network = test_network_from ("A linked-party B");
	g_autoptr (FairleadSelection) selection =
		fairlead_selection_new (network, NULL, &(FairleadSelector){ 0 });
	g_autoptr (GCancellable) cancellable = g_cancellable_new ();
	g_autoptr (GError) error = NULL;

	g_cancellable_cancel (cancellable);
	g_assert_null (fairlead_layout_new (network, selection, NULL, cancellable, &error));
	g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/layout/a-chain-is-straight", test_chain);
	g_test_add_func ("/graph/layout/nobody-and-each-alone", test_empty_and_alone);
	g_test_add_func ("/graph/layout/self-links-and-parallel-links", test_odd_links);
	g_test_add_func ("/graph/layout/the-same-each-time", test_same_each_time);
	g_test_add_func ("/graph/layout/components-do-not-overlap", test_components_apart);
	g_test_add_func ("/graph/layout/can-be-cancelled", test_cancelled);
	return g_test_run ();
}
