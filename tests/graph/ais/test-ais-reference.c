/* tests/graph/ais/test-ais-reference.c: what is fast for AIS data, held to what is slow and plain
 * */
#include <math.h>
#include <string.h>

#include "graph/ais/traffic/grid.h"
#include "graph/ais/traffic/order.h"
#include "tests/common/ais-case.h"

/* The order of the ring is that of a stable sort, when nothing is later than the window */
static void
on_go (const FairleadAisReport *report, gpointer user_data)
{
	g_array_append_vals (user_data, report, 1);
}

static gint
compare_reports (gconstpointer a, gconstpointer b)
{
	const FairleadAisReport *first = a, *second = b;

	if (first->time != second->time)
		return first->time < second->time ? -1 : 1;
	return first->source.line < second->source.line ? -1
	                                                : first->source.line > second->source.line;
}

static void
test_order (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (20230318);
	g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (FairleadAisReport));
	g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (FairleadAisReport));
	g_autoptr (FairleadAisOrder) order = fairlead_ais_order_new (60, on_go, gone);

	for (guint i = 0; i < 5000; i++) {
		FairleadAisReport report = { .time = AIS_MIDNIGHT + i / 10
			                             + g_rand_int_range (random, 0, 59),
			                     .source = { 0, i } };

		g_array_append_val (sorted, report);
		g_assert_cmpint (fairlead_ais_order_put (order, &report), ==,
		                 FAIRLEAD_AIS_ORDER_TAKEN);
	}
	fairlead_ais_order_finish (order);
	g_array_sort (sorted, compare_reports);
	g_assert_cmpuint (gone->len, ==, sorted->len);
	for (guint i = 0; i < sorted->len; i++)
		g_assert_cmpuint (g_array_index (gone, FairleadAisReport, i).source.line, ==,
		                  g_array_index (sorted, FairleadAisReport, i).source.line);
}

typedef struct {
	guint n;
	guint64 sum;
} Seen;

static gboolean
on_seen (guint point, double metres, gpointer user_data)
{
	Seen *seen = user_data;

	(void) metres;
	seen->n++;
	seen->sum += (point + 1) * (guint64) (point + 1);
	return TRUE;
}

static void
assert_same (const Seen *seen, const Seen *expected)
{
	g_assert_cmpuint (seen->n, ==, expected->n);
	g_assert_cmpuint (seen->sum, ==, expected->sum);
}

/* Everywhere: about the poles and the date line, each point sees those that all pairs say */
static void
test_grid (void)
{
	static const double latitudes[] = { -89.9999, -89.98, -60, 0, 0.001, 45, 89.97, 89.999 };
	static const double widths[] = { 500, 3000 };
	g_autoptr (GRand) random = g_rand_new_with_seed (7);

	for (guint round = 0; round < G_N_ELEMENTS (latitudes) * G_N_ELEMENTS (widths); round++) {
		double width = widths[round % G_N_ELEMENTS (widths)];
		double middle = latitudes[round / G_N_ELEMENTS (widths)];
		g_autoptr (FairleadAisGrid) grid = fairlead_ais_grid_new (width);
		FairleadAisPlace places[120];

		fairlead_ais_grid_reset (grid, G_N_ELEMENTS (places));
		for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
			double wide = 0.02 / MAX (0.0001, cos (middle * G_PI / 180));
			double north = middle + g_rand_double_range (random, -0.02, 0.02);
			double east = 180 + g_rand_double_range (random, -wide, wide);

			east = fmod (east + 180 + 36000, 360) - 180;
			places[i] = (FairleadAisPlace){ (gint32) (CLAMP (north, -90, 90) * 1e6),
				                        (gint32) (east * 1e6) };
			fairlead_ais_grid_add (grid, i, places[i]);
		}
		for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
			Seen all = { 0, 0 }, later = { 0, 0 };
			Seen expected_all = { 0, 0 }, expected_later = { 0, 0 };

			fairlead_ais_grid_visit (grid, places[i], on_seen, &all);
			fairlead_ais_grid_visit_later (grid, i, on_seen, &later);
			for (guint j = 0; j < G_N_ELEMENTS (places); j++) {
				if (fairlead_ais_metres (places[i], places[j]) > width)
					continue;
				on_seen (j, 0, &expected_all);
				if (j > i)
					on_seen (j, 0, &expected_later);
			}
			assert_same (&all, &expected_all);
			assert_same (&later, &expected_later);
		}
	}
}

/* Ships come and go; each is found in its own slot, with its own names */
static void
test_fleet (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (11);
	g_autoptr (FairleadAisFleet) fleet = fairlead_ais_fleet_new ();
	g_autoptr (GHashTable) slots = g_hash_table_new (NULL, NULL);
	guint most = 0;

	for (guint i = 0; i < 20000; i++) {
		FairleadAisReport report = {
			.mmsi = 201000000 + 13 * (guint32) g_rand_int_range (random, 0, 3000)
		};
		FairleadAisIdentity identity = { report.mmsi + i % 2, i % 2 ? "ODD" : "EVEN", "",
			                         "", "" };
		gpointer key = GUINT_TO_POINTER (report.mmsi), slot = NULL;
		gboolean is_known = g_hash_table_lookup_extended (slots, key, NULL, &slot);
		const FairleadAisShip *ship;
		const FairleadAisNames *names;

		if (is_known && g_rand_int_range (random, 0, 3) == 0) {
			fairlead_ais_fleet_forget (fleet, GPOINTER_TO_UINT (slot));
			g_hash_table_remove (slots, key);
			continue;
		}
		fairlead_ais_fleet_take (fleet, &report, &identity);
		if (is_known)
			g_assert_cmpuint (report.ship, ==, GPOINTER_TO_UINT (slot));
		g_hash_table_insert (slots, key, GUINT_TO_POINTER (report.ship));
		most = MAX (most, g_hash_table_size (slots));
		ship = fairlead_ais_fleet_get (fleet, report.ship);
		g_assert_cmpuint (ship->mmsi, ==, report.mmsi);
		names = g_ptr_array_index (ship->identities, report.identity);
		g_assert_cmpstr (names->name, ==, identity.name);
	}
	g_assert_cmpuint (most, >, 1024);
	g_assert_cmpuint (fairlead_ais_fleet_get_most (fleet), ==, most);
}

#define N_SHIPS 14
#define N_MINUTES 720

typedef struct {
	double latitude[N_SHIPS][N_MINUTES];
	gboolean is_heard[N_SHIPS][N_MINUTES];
	gboolean is_slow[N_SHIPS][N_MINUTES];
} Traffic;

/* Ships on one meridian that go somewhere, lie there for hours and go on, heard now and then */
static void
make_traffic (Traffic *traffic, GRand *random, GString *text)
{
	for (guint i = 0; i < N_SHIPS; i++) {
		double at = g_rand_double_range (random, 0, 0.03);
		gint moves = 0, lies = g_rand_int_range (random, 0, 200);

		for (gint minute = 0; minute < N_MINUTES; minute++) {
			if (moves == 0 && lies == 0) {
				moves = g_rand_int_range (random, 1, 30);
				lies = g_rand_int_range (random, 30, 300);
			}
			traffic->is_slow[i][minute] = moves == 0;
			if (moves > 0) {
				moves--;
				at += 0.0013 * g_rand_int_range (random, -1, 2);
			} else {
				lies--;
			}
			traffic->latitude[i][minute] = round (at * 1e6) / 1e6;
			traffic->is_heard[i][minute] = g_rand_int_range (random, 0, 8) == 0;
		}
	}
	for (gint minute = 0; minute < N_MINUTES; minute++)
		for (guint i = 0; i < N_SHIPS; i++)
			if (traffic->is_heard[i][minute])
				ais_put (text, 371000001 + i, minute, traffic->latitude[i][minute],
				         10, traffic->is_slow[i][minute] ? 0.5 : 4, "70");
}

/* The minute of the last report up to a minute; -1: none, or too long ago, or under way */
static gint
slow_since (const Traffic *traffic, guint ship, gint minute, gint last)
{
	for (gint at = MIN (minute, last); at >= 0; at--)
		if (traffic->is_heard[ship][at])
			return minute - at <= 20 && traffic->is_slow[ship][at] ? at : -1;
	return -1;
}

/* The first and the last minute of anything, looks included */
static void
follow_pair (const Traffic *traffic, guint a, guint b, gint first, gint last, GPtrArray *lines)
{
	gint since = -1, until = -1, looked = -1;

	for (gint look = first - first % 5 + 5;; look += 5) {
		gint heard_a = slow_since (traffic, a, look, last);
		gint heard_b = slow_since (traffic, b, look, last);
		gboolean is_end = look > last;
		gboolean is_near =
			!is_end && heard_a >= 0 && heard_b >= 0
			&& fabs (traffic->latitude[a][heard_a] - traffic->latitude[b][heard_b])
					   * 111195.08
				   <= 500;

		if (since >= 0 && (is_end || (!is_near && look - looked > 30))) {
			if (until - since >= 120)
				g_ptr_array_add (
					lines,
					g_strdup_printf (
						"encounter %u %u %02d:%02d %02d:%02d%s%s\n",
						371000001 + a, 371000001 + b, since / 60,
						since % 60, until / 60, until % 60,
						since - first <= 30 ? " since-before" : "",
						(is_end ? last : look) - until <= 30 ? " open"
										     : ""));
			since = -1;
		}
		if (is_end)
			return;
		if (!is_near)
			continue;
		since = since < 0 ? MAX (heard_a, heard_b) : since;
		until = MIN (heard_a, heard_b);
		looked = look;
	}
}

static gint
compare_texts (gconstpointer a, gconstpointer b)
{
	return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
dup_sorted (GPtrArray *lines)
{
	GString *text = g_string_new (NULL);

	g_ptr_array_sort (lines, compare_texts);
	for (guint i = 0; i < lines->len; i++)
		g_string_append (text, lines->pdata[i]);
	return g_string_free (text, FALSE);
}

static gboolean
is_any_heard (const Traffic *traffic, gint minute)
{
	for (guint i = 0; i < N_SHIPS; i++)
		if (traffic->is_heard[i][minute])
			return TRUE;
	return FALSE;
}

static void
test_reference (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (42);
	g_autofree Traffic *traffic = g_new0 (Traffic, 1);
	guint n_found = 0;

	for (guint round = 0; round < 6; round++) {
		g_auto (AisCase) one = { 0 };
		g_autoptr (GString) text = g_string_new (AIS_NOAA);
		g_autoptr (GPtrArray) expected = g_ptr_array_new_with_free_func (g_free);
		g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
		g_autofree char *expected_text = NULL, *found_text = NULL;
		g_auto (GStrv) lines = NULL;
		g_autofree char *finds = NULL;
		gint first = 0, last = N_MINUTES - 1;

		ais_case_init (&one);
		make_traffic (traffic, random, text);
		ais_case_add (&one, "a.csv", text->str);
		g_assert_true (ais_case_run (&one));
		while (!is_any_heard (traffic, first))
			first++;
		while (!is_any_heard (traffic, last))
			last--;
		for (guint a = 0; a < N_SHIPS; a++)
			for (guint b = a + 1; b < N_SHIPS; b++)
				follow_pair (traffic, a, b, first, last, expected);
		finds = ais_case_dup_finds (&one, "encounter");
		lines = g_strsplit (finds, "\n", -1);
		for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++) {
			char *crowd = strstr (lines[i], " crowd");

			if (crowd != NULL)
				*crowd = '\0';
			g_ptr_array_add (found, g_strconcat (lines[i], "\n", NULL));
		}
		n_found += found->len;
		expected_text = dup_sorted (expected);
		found_text = dup_sorted (found);
		g_assert_cmpstr (found_text, ==, expected_text);
	}
	g_assert_cmpuint (n_found, >, 20);
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/ais/order-is-a-stable-sort", test_order);
	g_test_add_func ("/graph/ais/grid-sees-what-all-pairs-see", test_grid);
	g_test_add_func ("/graph/ais/fleet-finds-what-a-table-finds", test_fleet);
	g_test_add_func ("/graph/ais/encounters-are-those-of-all-pairs", test_reference);
	return g_test_run ();
}
