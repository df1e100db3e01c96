/* tests/library/test-owning.c: who owns and runs ships, and their signals, byte for byte as the
 * program says it */
#include <fairlead.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>

#include "tests/library/demo-case.h"
#include "tests/library/listener.h"
#include "tests/library/waiting.h"

#define SHIP "imo:3112048"
#define TARGET "programme:DPRK"

static const char *const target[] = { TARGET, NULL };

static FleadOwnership *
ask_ownership (FleadOwnershipQuestion *question)
{
	g_autoptr (FleadNetwork) network = demo_network ();
	g_autoptr (GError) error = NULL;
	FleadOwnership *ownership =
		flead_network_ask_ownership (network, question, NULL, NULL, NULL, &error);

	g_assert_no_error (error);
	return ownership;
}

/* ---- ownership ---- */

static void
test_power_is_that_of_the_program (void)
{
	const char *const words[] = { "--power", "500", "--seed",   "7",    SHIP,
		                      "--limit", "0",   "--format", "json", NULL };
	g_autoptr (FleadOwnershipQuestion) question = flead_ownership_question_new (SHIP);
	g_autoptr (FleadOwnership) ownership = NULL;
	g_autoptr (FleadStake) first = NULL;
	g_autoptr (FleadTable) table = NULL;

	g_object_set (question, "power", 500, "seed", 7, NULL);
	ownership = ask_ownership (question);
	demo_assert_same (ownership, FLEAD_FORMAT_JSON, "own", words);
	first = g_list_model_get_item (G_LIST_MODEL (ownership), 0);
	g_assert_cmpfloat (flead_stake_get_power (first), ==, 1.0);
	table = flead_result_dup_table (FLEAD_RESULT (ownership));
	g_assert_nonnull (flead_table_get_column (table, "power"));
}

static void
test_rules_and_parties_are_those_of_the_program (void)
{
	const char *root = g_getenv ("FAIRLEAD_SOURCE_DIR");
	const char *const listed[] = { "register:AE2515934", NULL };
	const char *const joint[] = { "name:Evander HAWKESQUILL", NULL };
	const char *const rules[] = { "OFAC", NULL };
	g_autofree char *file = g_build_filename (
		root != NULL ? root : ".", "graph/ownership/rules/shipped/ownership.rules", NULL);
	const char *const words[] = { "--all-listed",
		                      "--rules",
		                      file,
		                      "--rule",
		                      "OFAC",
		                      "--listed",
		                      listed[0],
		                      "--joint",
		                      joint[0],
		                      "--as-of",
		                      "2023-12-31",
		                      "--limit",
		                      "0",
		                      "--format",
		                      "csv",
		                      NULL };
	g_autoptr (FleadOwnershipQuestion) question = flead_ownership_question_new (NULL);
	g_autoptr (FleadOwnership) ownership = NULL;

	g_object_set (question, "rule-file", file, "rules", rules, "listed", listed, "joint", joint,
	              "as-of", "2023-12-31", NULL);
	ownership = ask_ownership (question);
	demo_assert_same (ownership, FLEAD_FORMAT_CSV, "own", words);
}

static void
test_ownership_is_refused_with_a_code (void)
{
	static const struct {
		const char *entity;
		const char *property;
		const char *file;
		guint power;
		gint code;
	} cases[] = {
		{ NULL, NULL, NULL, 10, FLEAD_ERROR_USAGE },
		{ "imo:1", NULL, NULL, 0, FLEAD_ERROR_UNKNOWN_REFERENCE },
		{ SHIP, "rule-file", "/no/such.rules", 0, FLEAD_ERROR_IO },
		{ SHIP, "as-of", "yesterday", 0, FLEAD_ERROR_USAGE },
	};
	g_autoptr (FleadNetwork) network = demo_network ();

	for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
		g_autoptr (FleadOwnershipQuestion) question =
			flead_ownership_question_new (cases[i].entity);
		g_autoptr (GError) error = NULL;

		g_object_set (question, "power", cases[i].power, NULL);
		if (cases[i].property != NULL)
			g_object_set (question, cases[i].property, cases[i].file, NULL);
		g_assert_null (
			flead_network_ask_ownership (network, question, NULL, NULL, NULL, &error));
		g_assert_error (error, FLEAD_ERROR, cases[i].code);
	}
}

/* ---- fleets ---- */

static void
test_fleets_are_those_of_the_program (void)
{
	const char *const all[] = { "--fleets", "--limit", "0", "--format", "csv", NULL };
	const char *const of[] = { "--fleets", "--limit", "0",
		                   "--format", "json",    "imo-company:9702357",
		                   NULL };
	g_autoptr (FleadNetwork) network = demo_network ();
	g_autoptr (FleadFleets) fleets =
		flead_network_find_fleets (network, NULL, NULL, NULL, NULL, NULL, NULL);
	g_autoptr (FleadFleets) fleet =
		flead_network_find_fleets (network, of[5], NULL, NULL, NULL, NULL, NULL);
	g_autoptr (FleadFleetShip) first = g_list_model_get_item (G_LIST_MODEL (fleets), 0);
	g_autoptr (FleadEntity) ship = flead_fleet_ship_dup_ship (first);
	g_autoptr (FleadEntity) runner = flead_fleet_ship_dup_runner (first);
	g_autoptr (FleadLink) link = flead_fleet_ship_dup_link (first);

	demo_assert_same (fleets, FLEAD_FORMAT_CSV, "own", all);
	demo_assert_same (fleet, FLEAD_FORMAT_JSON, "own", of);
	g_assert_cmpstr (flead_entity_get_kind (ship), ==, "vessel");
	g_assert_nonnull (runner);
	g_assert_nonnull (link);
	g_assert_nonnull (flead_fleet_ship_get_through (first));
}

/* ---- signals ---- */

/* Of which more ships show one than by the numbers that are shipped */
static char *
new_parameters (void)
{
	char *path = NULL;
	gint file = g_file_open_tmp ("fairlead-XXXXXX", &path, NULL);

	g_assert_cmpint (file, >=, 0);
	g_assert_true (g_close (file, NULL));
	g_assert_true (g_file_set_contents (path, "[signals]\nflag-hopping=2\n", -1, NULL));
	return path;
}

static void
test_signals_are_those_of_the_program (void)
{
	g_autofree char *parameters = new_parameters ();
	const char *const plain[] = { "--signals", "--format", "csv", NULL };
	const char *const words[] = { "--signals", "--target", TARGET, "--parameters",
		                      parameters,  "--format", "json", NULL };
	g_autoptr (FleadNetwork) network = demo_network ();
	g_autoptr (FleadSignals) signals =
		flead_network_find_signals (network, NULL, NULL, NULL, NULL, NULL, NULL);
	g_autoptr (FleadSignals) more =
		flead_network_find_signals (network, target, parameters, NULL, NULL, NULL, NULL);
	g_autoptr (FleadSignal) first = g_list_model_get_item (G_LIST_MODEL (signals), 0);
	g_autoptr (FleadEntity) ship = flead_signal_dup_ship (first);
	g_auto (GStrv) sources = flead_signal_dup_sources (first);

	demo_assert_same (signals, FLEAD_FORMAT_CSV, "vessel", plain);
	demo_assert_same (more, FLEAD_FORMAT_JSON, "vessel", words);
	g_assert_cmpstr (flead_entity_get_kind (ship), ==, "vessel");
	g_assert_nonnull (flead_signal_get_name (first));
	g_assert_nonnull (flead_signal_get_caution (first));
	g_assert_cmpfloat (flead_signal_get_threshold (first), >, 0.0);
	g_assert_cmpuint (g_strv_length (sources), >, 0);
	g_remove (parameters);
}

static void
test_thresholds_of_one_ship_are_those_of_the_program (void)
{
	g_autofree char *parameters = new_parameters ();
	const char *const words[] = { SHIP,       "--target", TARGET, "--parameters",
		                      parameters, "--format", "json", NULL };
	g_autoptr (FleadNetwork) network = demo_network ();
	g_autoptr (FleadEntity) ship = flead_network_find (network, SHIP);
	g_autoptr (FleadVesselTimeline) timeline =
		flead_entity_find_timeline (ship, target, parameters, NULL, NULL, NULL, NULL);

	demo_assert_same (timeline, FLEAD_FORMAT_JSON, "vessel", words);
	g_remove (parameters);
}

/* ---- in a thread ---- */

typedef struct {
	const char *path;
	void (*ask_async) (FleadNetwork *network, GCancellable *cancellable, Listener *listener,
	                   Waiting *waiting);
	gpointer (*finish) (FleadNetwork *network, GAsyncResult *result, GError **error);
} Work;

static void
ask_ownership_async (FleadNetwork *network, GCancellable *cancellable, Listener *listener,
                     Waiting *waiting)
{
	g_autoptr (FleadOwnershipQuestion) question = flead_ownership_question_new (SHIP);

	flead_network_ask_ownership_async (network, question, cancellable, listen, listener,
	                                   count_freed, on_done, waiting);
	g_object_set (question, "entity", NULL, NULL);
}

static gpointer
finish_ownership (FleadNetwork *network, GAsyncResult *result, GError **error)
{
	return flead_network_ask_ownership_finish (network, result, error);
}

static void
ask_fleets_async (FleadNetwork *network, GCancellable *cancellable, Listener *listener,
                  Waiting *waiting)
{
	flead_network_find_fleets_async (network, NULL, "2023-12-31", cancellable, listen, listener,
	                                 count_freed, on_done, waiting);
}

static gpointer
finish_fleets (FleadNetwork *network, GAsyncResult *result, GError **error)
{
	return flead_network_find_fleets_finish (network, result, error);
}

static void
ask_signals_async (FleadNetwork *network, GCancellable *cancellable, Listener *listener,
                   Waiting *waiting)
{
	flead_network_find_signals_async (network, target, NULL, cancellable, listen, listener,
	                                  count_freed, on_done, waiting);
}

static gpointer
finish_signals (FleadNetwork *network, GAsyncResult *result, GError **error)
{
	return flead_network_find_signals_finish (network, result, error);
}

static void
test_goes_on_in_a_thread (gconstpointer data)
{
	const Work *self = data;
	g_autoptr (FleadNetwork) network = demo_network ();

	for (guint with_cancel = 0; with_cancel < 2; with_cancel++) {
		g_autoptr (GCancellable) cancellable = g_cancellable_new ();
		Listener listener = { .thread = g_thread_self () };
		Waiting waiting = { NULL };
		g_autoptr (GAsyncResult) result = NULL;
		g_autoptr (GListModel) found = NULL;
		g_autoptr (GError) error = NULL;

		if (with_cancel)
			g_cancellable_cancel (cancellable);
		self->ask_async (network, cancellable, &listener, &waiting);
		result = wait_for (&waiting);
		found = self->finish (network, result, &error);
		g_clear_object (&result);
		wait_until_freed (&listener);
		if (with_cancel) {
			g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
			continue;
		}
		g_assert_no_error (error);
		g_assert_cmpuint (g_list_model_get_n_items (found), >, 0);
		g_assert_cmpuint (listener.n_words, >, 0);
	}
}

int
main (int argc, char **argv)
{
	static const Work works[] = {
		{ "/library/owning/ownership-goes-on-in-a-thread", ask_ownership_async,
		  finish_ownership },
		{ "/library/owning/fleets-go-on-in-a-thread", ask_fleets_async, finish_fleets },
		{ "/library/owning/signals-go-on-in-a-thread", ask_signals_async, finish_signals },
	};

	setlocale (LC_ALL, "");
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/library/owning/power-is-that-of-the-program",
	                 test_power_is_that_of_the_program);
	g_test_add_func ("/library/owning/rules-and-parties-are-those-of-the-program",
	                 test_rules_and_parties_are_those_of_the_program);
	g_test_add_func ("/library/owning/ownership-is-refused-with-a-code",
	                 test_ownership_is_refused_with_a_code);
	g_test_add_func ("/library/owning/fleets-are-those-of-the-program",
	                 test_fleets_are_those_of_the_program);
	g_test_add_func ("/library/owning/signals-are-those-of-the-program",
	                 test_signals_are_those_of_the_program);
	g_test_add_func ("/library/owning/thresholds-of-one-ship-are-those-of-the-program",
	                 test_thresholds_of_one_ship_are_those_of_the_program);
	for (guint i = 0; i < G_N_ELEMENTS (works); i++)
		g_test_add_data_func (works[i].path, &works[i], test_goes_on_in_a_thread);
	return g_test_run ();
}
