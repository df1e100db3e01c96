/* tests/library/test-ais.c: events in AIS data, found by the library */
#include <locale.h>
#include <math.h>
#include <string.h>

#include "tests/library/four-lists.h"
#include "tests/library/waiting.h"

static GStrv
dup_inputs (void)
{
	g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
	g_autofree char *noaa = fixture_path ("ais", "noaa.csv");
	g_autofree char *danish = fixture_path ("ais", "danish.csv");

	g_strv_builder_add_many (paths, noaa, danish, NULL);
	return g_strv_builder_end (paths);
}

static FleadAisEvents *
find_events (FleadAisRules rules, gboolean includes_all)
{
	g_auto (GStrv) inputs = dup_inputs ();
	g_autofree char *ports = fixture_path ("ais", "ports.csv");
	g_autoptr (GError) error = NULL;
	FleadAisEvents *events =
		flead_ais_events_find ((const char *const *) inputs, rules, includes_all, ports,
	                               NULL, NULL, NULL, NULL, &error);

	g_assert_no_error (error);
	return events;
}

static void
test_bytes_are_those_of_the_program (void)
{
	g_auto (GStrv) inputs = dup_inputs ();
	g_autofree char *ports = fixture_path ("ais", "ports.csv");
	const char *const csv[] = { "ais", "--format", "csv",     "--ports",
		                    ports, inputs[0],  inputs[1], NULL };
	const char *const json[] = { "ais",     "--all", "--gaps",  "--jumps", "--format", "json",
		                     "--ports", ports,   inputs[0], inputs[1], NULL };
	g_autoptr (FleadAisEvents) shown = find_events (FLEAD_AIS_RULES_ALL, FALSE);
	g_autoptr (FleadAisEvents) some =
		find_events (FLEAD_AIS_RULES_GAPS | FLEAD_AIS_RULES_JUMPS, TRUE);

	assert_as_program (shown, FLEAD_FORMAT_CSV, csv, FALSE);
	assert_as_program (some, FLEAD_FORMAT_JSON, json, FALSE);
}

static void
test_encounter_has_two_ships (void)
{
	g_autoptr (FleadAisEvents) events = find_events (FLEAD_AIS_RULES_ENCOUNTERS, FALSE);
	g_autoptr (FleadAisEvent) event = g_list_model_get_item (G_LIST_MODEL (events), 0);
	g_autoptr (FleadAisParty) ship = flead_ais_event_dup_ship (event);
	g_autoptr (FleadAisParty) other = flead_ais_event_dup_other (event);
	g_autoptr (FleadSource) first = flead_ais_party_dup_first (ship);
	g_autoptr (FleadSource) last = flead_ais_party_dup_last (ship);
	g_autofree char *key = flead_ais_party_dup_key (ship);
	g_autofree char *cell = cell_of (events, "vessel", 0);
	g_autofree char *note = flead_ais_event_dup_note (event);
	double latitude, longitude;

	g_assert_cmpstr (flead_ais_event_get_kind (event), ==, "encounter");
	g_assert_cmpstr (flead_ais_event_get_reason (event), ==, "");
	g_assert_cmpint (flead_ais_event_get_end (event) - flead_ais_event_get_start (event), >=,
	                 2 * 3600);
	g_assert_cmpfloat (flead_ais_event_get_metres (event), <=, 500.0);
	g_assert_true (isnan (flead_ais_event_get_knots (event)));
	g_assert_cmpuint (flead_ais_party_get_mmsi (ship), !=, flead_ais_party_get_mmsi (other));
	g_assert_cmpstr (flead_ais_party_get_name (ship), !=, "");
	g_assert_cmpstr (key, ==, cell);
	g_assert_true (g_str_has_suffix (first->file, "noaa.csv") && first->line == 74);
	g_assert_true (g_str_has_suffix (last->file, "danish.csv") && last->line == 66);
	g_assert_nonnull (strstr (note, "AIS rows"));
	flead_ais_event_get_place (event, &latitude, &longitude);
	g_assert_cmpfloat (fabs (latitude), <=, 90.0);
	g_assert_cmpfloat (fabs (longitude), <=, 180.0);
}

static void
test_table_and_summary_tell_all (void)
{
	g_autoptr (FleadAisEvents) shown = find_events (0, FALSE);
	g_autoptr (FleadAisEvents) all = find_events (0, TRUE);
	g_autoptr (FleadTable) table = flead_result_dup_table (FLEAD_RESULT (all));
	g_autofree char *summary = flead_ais_events_dup_summary (shown);
	g_autoptr (GListModel) issues = flead_ais_events_dup_issues (all);

	g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (shown)), <,
	                  g_list_model_get_n_items (G_LIST_MODEL (all)));
	g_assert_cmpuint (flead_table_get_n_rows (table), ==,
	                  g_list_model_get_n_items (G_LIST_MODEL (all)));
	g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (table)), ==, 33);
	g_assert_nonnull (strstr (summary, "not shown: "));
	g_assert_true (g_list_model_get_item_type (issues) == FLEAD_TYPE_ISSUE);
}

static void
test_events_are_an_input (void)
{
	g_autoptr (FleadAisEvents) events = find_events (FLEAD_AIS_RULES_ALL, FALSE);
	g_autofree char *folder = g_dir_make_tmp ("flead-XXXXXX", NULL);
	g_autofree char *path = g_build_filename (folder, "events.csv", NULL);
	const char *const inputs[] = { path, NULL };
	g_autoptr (FleadCase) plan = flead_case_new (inputs);
	g_autofree char *text =
		flead_result_dup_text (FLEAD_RESULT (events), FLEAD_FORMAT_CSV, NULL);
	g_autoptr (FleadNetwork) network = NULL;
	g_autoptr (GFile) file = g_file_new_for_path (path);
	g_autoptr (GFile) parent = g_file_new_for_path (folder);

	g_assert_true (g_file_set_contents (path, text, -1, NULL));
	network = flead_case_load (plan, NULL, NULL, NULL, NULL);
	g_assert_cmpuint (flead_network_get_n_records (network), ==,
	                  g_list_model_get_n_items (G_LIST_MODEL (events)));
	g_file_delete (file, NULL, NULL);
	g_file_delete (parent, NULL, NULL);
}

static void
test_inputs_are_refused_with_a_code (void)
{
	g_autofree char *list = fixture_path ("four-lists", "un.xml");
	const char *const none[] = { NULL };
	const char *const other[] = { list, NULL };
	g_autoptr (GError) error = NULL;

	g_assert_null (
		flead_ais_events_find (none, 0, FALSE, NULL, NULL, NULL, NULL, NULL, &error));
	g_assert_error (error, FLEAD_ERROR, FLEAD_ERROR_USAGE);
	g_clear_error (&error);
	g_assert_null (
		flead_ais_events_find (other, 0, FALSE, NULL, NULL, NULL, NULL, NULL, &error));
	g_assert_error (error, FLEAD_ERROR, FLEAD_ERROR_UNKNOWN_FORMAT);
}

/* ---- long work ---- */

static void
count_words (const char *what, guint64 done, guint64 total, gpointer n)
{
	g_assert_true (g_str_has_suffix (what, ".csv"));
	g_assert_true (total == 0 || done <= total);
	(*(guint *) n)++;
}

static void
test_async_gives_the_same (void)
{
	g_auto (GStrv) inputs = dup_inputs ();
	g_autofree char *ports = fixture_path ("ais", "ports.csv");
	g_autoptr (FleadAisEvents) expected = find_events (0, TRUE);
	g_autoptr (FleadAisEvents) events = NULL;
	g_autoptr (GAsyncResult) result = NULL;
	g_autoptr (GError) error = NULL;
	g_autofree char *a = NULL;
	g_autofree char *b = NULL;
	Waiting waiting = { NULL };
	guint n_words = 0;

	flead_ais_events_find_async ((const char *const *) inputs, 0, TRUE, ports, NULL, NULL,
	                             count_words, &n_words, NULL, on_done, &waiting);
	result = wait_for (&waiting);
	events = flead_ais_events_find_finish (result, &error);
	g_assert_no_error (error);
	a = flead_result_dup_text (FLEAD_RESULT (expected), FLEAD_FORMAT_JSON, NULL);
	b = flead_result_dup_text (FLEAD_RESULT (events), FLEAD_FORMAT_JSON, NULL);
	g_assert_cmpstr (a, ==, b);
	g_assert_cmpuint (n_words, >, 0);
}

static void
test_work_is_given_up (void)
{
	g_auto (GStrv) inputs = dup_inputs ();
	g_autoptr (GCancellable) cancellable = g_cancellable_new ();
	g_autoptr (GAsyncResult) result = NULL;
	g_autoptr (GError) error = NULL;
	Waiting waiting = { NULL };

	flead_ais_events_find_async ((const char *const *) inputs, 0, TRUE, NULL, NULL, cancellable,
	                             NULL, NULL, NULL, on_done, &waiting);
	g_cancellable_cancel (cancellable);
	result = wait_for (&waiting);
	g_assert_null (flead_ais_events_find_finish (result, &error));
	g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
	setlocale (LC_ALL, "");
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/library/ais/bytes-are-those-of-the-program",
	                 test_bytes_are_those_of_the_program);
	g_test_add_func ("/library/ais/encounter-has-two-ships", test_encounter_has_two_ships);
	g_test_add_func ("/library/ais/table-and-summary-tell-all",
	                 test_table_and_summary_tell_all);
	g_test_add_func ("/library/ais/events-are-an-input", test_events_are_an_input);
	g_test_add_func ("/library/ais/inputs-are-refused-with-a-code",
	                 test_inputs_are_refused_with_a_code);
	g_test_add_func ("/library/ais/async-gives-the-same", test_async_gives_the_same);
	g_test_add_func ("/library/ais/work-is-given-up", test_work_is_given_up);
	return g_test_run ();
}
