/* tests/library/test-path.c: paths and what several share, byte for byte as the program has them */
#include <fairlead.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>

#include "tests/library/demo-case.h"
#include "tests/library/waiting.h"

#define SHIP "imo:3112048"
#define TARGET "programme:DPRK"

static FleadPathQuestion *
question_of (const char *property, const char *word)
{
	const char *const words[] = { word, NULL };
	FleadPathQuestion *question = flead_path_question_new (SHIP, TARGET);

	if (property != NULL)
		g_object_set (question, property, words, NULL);
	return question;
}

static FleadPaths *
ask (FleadNetwork *network, FleadPathQuestion *question)
{
	g_autoptr (GError) error = NULL;
	FleadPaths *paths = flead_network_ask_paths (network, question, NULL, NULL, NULL, &error);

	g_assert_no_error (error);
	return paths;
}

/* ---- paths ---- */

static void
test_links_are_chosen_as_by_the_program (void)
{
	const char *const of_class[] = {
		SHIP, TARGET, "--class", "trade", "--format", "json", NULL
	};
	const char *const of_kind[] = { SHIP,       TARGET, "--kind", "transfer-partner",
		                        "--format", "json", NULL };
	g_autoptr (FleadNetwork) network = demo_network ();
	g_autoptr (FleadPathQuestion) by_class = question_of ("classes", "trade");
	g_autoptr (FleadPathQuestion) by_kind = question_of ("kinds", "transfer-partner");
	g_autoptr (FleadPathQuestion) plain = question_of (NULL, NULL);
	g_autoptr (FleadPaths) first = ask (network, by_class);
	g_autoptr (FleadPaths) second = ask (network, by_kind);
	g_autoptr (FleadPaths) all = ask (network, plain);

	demo_assert_same (first, FLEAD_FORMAT_JSON, "path", of_class);
	demo_assert_same (second, FLEAD_FORMAT_JSON, "path", of_kind);
	g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (second)), <,
	                  g_list_model_get_n_items (G_LIST_MODEL (all)));
}

static void
test_numbers_are_those_of_the_program (void)
{
	const char *const options[] = { SHIP,   TARGET,           "--by",
		                        "hops", "--count",        "--max-degree",
		                        "9",    "--through-hubs", "--paths",
		                        "3",    "--format",       "json",
		                        NULL };
	g_autoptr (FleadNetwork) network = demo_network ();
	g_autoptr (FleadPathQuestion) question = question_of (NULL, NULL);
	g_autoptr (FleadPathQuestion) plain = question_of (NULL, NULL);
	g_autoptr (FleadPaths) paths = NULL;
	g_autoptr (FleadPaths) uncounted = ask (network, plain);

	g_object_set (question, "by-hops", TRUE, "count", TRUE, "max-degree", 9, "through-hubs",
	              TRUE, "n", 3, NULL);
	paths = ask (network, question);
	demo_assert_same (paths, FLEAD_FORMAT_JSON, "path", options);
	g_assert_cmpfloat (flead_paths_get_n_cheapest (paths), >=, 1.0);
	g_assert_true (isnan (flead_paths_get_n_cheapest (uncounted)));
}

static void
test_days_are_those_of_the_program (void)
{
	const char *const options[] = {
		SHIP, TARGET, "--as-of", "2023-06-01", "--overlapping", "--format", "json", NULL
	};
	g_autoptr (FleadCase) plan = demo_case ();
	g_autoptr (FleadNetwork) network = NULL;
	g_autoptr (FleadPathQuestion) question = question_of (NULL, NULL);
	g_autoptr (FleadPaths) paths = NULL;

	g_object_set (plan, "as-of", "2023-06-01", NULL);
	network = flead_case_load (plan, NULL, NULL, NULL, NULL);
	g_object_set (question, "as-of", "2023-06-01", "overlapping", TRUE, NULL);
	paths = ask (network, question);
	demo_assert_same (paths, FLEAD_FORMAT_JSON, "path", options);
}

static void
test_parameters_are_those_of_a_file (void)
{
	g_autofree char *folder = g_dir_make_tmp ("fairlead-XXXXXX", NULL);
	g_autofree char *file = g_build_filename (folder, "own.parameters", NULL);
	const char *const options[] = {
		SHIP, TARGET, "--parameters", file, "--format", "json", NULL
	};
	const char *const parties[] = { SHIP, "imo-company:9704795", NULL };
	const char *const of_common[] = { "--parameters", file,       "--format", "json",
		                          parties[0],     parties[1], NULL };
	g_autoptr (FleadNetwork) network = demo_network ();
	g_autoptr (FleadPathQuestion) question = question_of (NULL, NULL);
	g_autoptr (FleadCommonQuestion) joining = flead_common_question_new (parties);
	g_autoptr (FleadPaths) paths = NULL;
	g_autoptr (FleadPaths) common = NULL;
	g_autoptr (FleadPath) first = NULL;

	g_assert_true (g_file_set_contents (file, "[paths]\nhop-loss=0.5\n", -1, NULL));
	g_object_set (question, "parameters", file, NULL);
	g_object_set (joining, "parameters", file, NULL);
	paths = ask (network, question);
	common = flead_network_find_common (network, joining, NULL, NULL, NULL, NULL);
	first = g_list_model_get_item (G_LIST_MODEL (paths), 0);
	g_assert_cmpfloat_with_epsilon (flead_path_get_strength (first), 0.45, 1e-6);
	demo_assert_same (paths, FLEAD_FORMAT_JSON, "path", options);
	demo_assert_same (common, FLEAD_FORMAT_JSON, "common", of_common);
	g_remove (file);
	g_rmdir (folder);
}

static void
test_plain_question_is_the_plain_function (void)
{
	g_autoptr (FleadNetwork) network = demo_network ();
	g_autoptr (FleadPathQuestion) question = question_of (NULL, NULL);
	g_autoptr (FleadPaths) asked = NULL;
	g_autoptr (FleadPaths) found = flead_network_find_paths (
		network, SHIP, TARGET, 10, 4, FLEAD_PATH_IN_ORDER, FALSE, NULL, NULL, NULL, NULL);
	g_autofree char *text = NULL;
	g_autofree char *expected = NULL;

	g_object_set (question, "max-hops", 4, "in-order", TRUE, NULL);
	asked = ask (network, question);
	text = flead_result_dup_text (FLEAD_RESULT (asked), FLEAD_FORMAT_CSV, NULL);
	expected = flead_result_dup_text (FLEAD_RESULT (found), FLEAD_FORMAT_CSV, NULL);
	g_assert_cmpstr (text, ==, expected);
}

static void
test_is_asked_in_a_thread (void)
{
	g_autoptr (FleadNetwork) network = demo_network ();
	g_autoptr (FleadPathQuestion) question = question_of ("classes", "trade");
	g_autoptr (FleadPaths) here = ask (network, question);
	g_autoptr (FleadPaths) there = NULL;
	g_autoptr (GAsyncResult) result = NULL;
	Waiting waiting = { NULL };
	g_autofree char *text = NULL;
	g_autofree char *expected = NULL;

	flead_network_ask_paths_async (network, question, NULL, NULL, NULL, NULL, on_done,
	                               &waiting);
	/* work takes what it said when it began */
	g_object_set (question, "classes", NULL, NULL);
	result = wait_for (&waiting);
	there = flead_network_ask_paths_finish (network, result, NULL);
	text = flead_result_dup_text (FLEAD_RESULT (there), FLEAD_FORMAT_CSV, NULL);
	expected = flead_result_dup_text (FLEAD_RESULT (here), FLEAD_FORMAT_CSV, NULL);
	g_assert_cmpstr (text, ==, expected);
}

static void
assert_refused (FleadNetwork *network, FleadPathQuestion *question, gint code)
{
	g_autoptr (GError) error = NULL;

	g_assert_null (flead_network_ask_paths (network, question, NULL, NULL, NULL, &error));
	g_assert_error (error, FLEAD_ERROR, code);
}

static void
test_is_refused_with_a_code (void)
{
	g_autoptr (FleadNetwork) network = demo_network ();
	g_autoptr (FleadPathQuestion) of_kind = question_of ("kinds", "friend");
	g_autoptr (FleadPathQuestion) of_class = question_of ("classes", "friendship");
	g_autoptr (FleadPathQuestion) of_day = question_of (NULL, NULL);
	g_autoptr (FleadPathQuestion) of_both = question_of (NULL, NULL);
	g_autoptr (FleadPathQuestion) counting = question_of (NULL, NULL);
	g_autoptr (FleadPathQuestion) of_nobody = flead_path_question_new (SHIP, NULL);
	g_autoptr (FleadPathQuestion) unknown = flead_path_question_new (SHIP, "imo:1");

	g_object_set (of_day, "as-of", "some day", NULL);
	g_object_set (of_both, "overlapping", TRUE, "in-order", TRUE, NULL);
	g_object_set (counting, "count", TRUE, "max-hops", 3, NULL);
	assert_refused (network, of_kind, FLEAD_ERROR_USAGE);
	assert_refused (network, of_class, FLEAD_ERROR_USAGE);
	assert_refused (network, of_day, FLEAD_ERROR_USAGE);
	assert_refused (network, of_both, FLEAD_ERROR_USAGE);
	assert_refused (network, counting, FLEAD_ERROR_USAGE);
	assert_refused (network, of_nobody, FLEAD_ERROR_USAGE);
	g_object_set (unknown, "to", "programme:ATLANTIS", NULL);
	assert_refused (network, unknown, FLEAD_ERROR_UNKNOWN_REFERENCE);
	g_object_set (unknown, "parameters", "/no/such/file", NULL);
	assert_refused (network, unknown, FLEAD_ERROR_IO);
}

/* ---- what several share ---- */

static void
test_common_is_that_of_the_program (void)
{
	const char *const parties[] = { SHIP, "register:HK4492265", "imo-company:9704795", NULL };
	const char *const json[] = { "--format", "json", parties[0], parties[1], parties[2], NULL };
	const char *const csv[] = { "--by", "hops",     "--class",  "ownership", "--format",
		                    "csv",  parties[0], parties[1], parties[2],  NULL };
	const char *const classes[] = { "ownership", NULL };
	g_autoptr (FleadNetwork) network = demo_network ();
	g_autoptr (FleadCommonQuestion) question = flead_common_question_new (parties);
	g_autoptr (FleadPaths) common = NULL;
	g_autoptr (FleadPaths) owned = NULL;

	common = flead_network_find_common (network, question, NULL, NULL, NULL, NULL);
	g_object_set (question, "by-hops", TRUE, "classes", classes, NULL);
	owned = flead_network_find_common (network, question, NULL, NULL, NULL, NULL);
	g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (common)), >, 0);
	demo_assert_same (common, FLEAD_FORMAT_JSON, "common", json);
	demo_assert_same (owned, FLEAD_FORMAT_CSV, "common", csv);
}

static void
test_common_is_refused_with_a_code (void)
{
	const char *const alone[] = { SHIP, NULL };
	const char *const nobody[] = { SHIP, "programme:ATLANTIS", NULL };
	const char *const two[] = { SHIP, "imo-company:9704795", NULL };
	static const gint codes[] = { FLEAD_ERROR_USAGE, FLEAD_ERROR_USAGE,
		                      FLEAD_ERROR_UNKNOWN_REFERENCE };
	const char *const *const parties[] = { NULL, alone, nobody };
	g_autoptr (FleadNetwork) network = demo_network ();
	g_autoptr (FleadCommonQuestion) possible = flead_common_question_new (two);
	g_autoptr (GCancellable) cancellable = g_cancellable_new ();
	g_autoptr (GError) given_up = NULL;

	for (guint i = 0; i < G_N_ELEMENTS (codes); i++) {
		g_autoptr (FleadCommonQuestion) question = flead_common_question_new (parties[i]);
		g_autoptr (GError) error = NULL;

		g_assert_null (
			flead_network_find_common (network, question, NULL, NULL, NULL, &error));
		g_assert_error (error, FLEAD_ERROR, codes[i]);
	}
	g_cancellable_cancel (cancellable);
	g_assert_null (
		flead_network_find_common (network, possible, cancellable, NULL, NULL, &given_up));
	g_assert_error (given_up, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
	static const struct {
		const char *path;
		GTestFunc run;
	} cases[] = {
		{ "links-are-chosen-as-by-the-program", test_links_are_chosen_as_by_the_program },
		{ "numbers-are-those-of-the-program", test_numbers_are_those_of_the_program },
		{ "days-are-those-of-the-program", test_days_are_those_of_the_program },
		{ "parameters-are-those-of-a-file", test_parameters_are_those_of_a_file },
		{ "plain-question-is-the-plain-function",
		  test_plain_question_is_the_plain_function },
		{ "is-asked-in-a-thread", test_is_asked_in_a_thread },
		{ "is-refused-with-a-code", test_is_refused_with_a_code },
		{ "common-is-that-of-the-program", test_common_is_that_of_the_program },
		{ "common-is-refused-with-a-code", test_common_is_refused_with_a_code },
	};

	setlocale (LC_ALL, "");
	g_test_init (&argc, &argv, NULL);
	for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
		g_autofree char *path = g_strconcat ("/library/path/", cases[i].path, NULL);

		g_test_add_func (path, cases[i].run);
	}
	return g_test_run ();
}
