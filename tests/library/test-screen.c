/* tests/library/test-screen.c: files of names screened by the library */
#include <locale.h>
#include <math.h>
#include <string.h>

#include "tests/library/four-lists.h"
#include "tests/library/waiting.h"

#define HOPS 3

static FleadScreening *
screen_names (FleadNetwork *network)
{
	g_autofree char *names = fixture_path ("four-lists", "names.csv");
	g_autoptr (GError) error = NULL;
	FleadScreening *screening =
		flead_network_screen (network, names, NULL, HOPS, NULL, NULL, NULL, &error);

	g_assert_no_error (error);
	return screening;
}

static void
test_bytes_are_those_of_the_program (void)
{
	g_autofree char *names = fixture_path ("four-lists", "names.csv");
	const char *const csv[] = { "screen", "--format", "csv", names, NULL };
	const char *const json[] = { "screen", "--format", "json", names, NULL };
	g_autoptr (FleadNetwork) network = four_lists_network ();
	g_autoptr (FleadScreening) screening = screen_names (network);

	assert_as_program (screening, FLEAD_FORMAT_CSV, csv, TRUE);
	assert_as_program (screening, FLEAD_FORMAT_JSON, json, TRUE);
}

static void
test_rows_tell_who_and_why (void)
{
	g_autoptr (FleadNetwork) network = four_lists_network ();
	g_autoptr (FleadScreening) screening = screen_names (network);
	g_autoptr (FleadScreened) first = g_list_model_get_item (G_LIST_MODEL (screening), 0);
	g_autoptr (FleadScreened) owned = g_list_model_get_item (G_LIST_MODEL (screening), 4);
	g_autoptr (FleadScreened) near = g_list_model_get_item (G_LIST_MODEL (screening), 5);
	g_autoptr (FleadScreened) empty = g_list_model_get_item (G_LIST_MODEL (screening), 6);
	g_autoptr (FleadEntity) match = flead_screened_dup_match (first);

	g_assert_cmpuint (flead_screened_get_line (first), ==, 2);
	g_assert_cmpstr (flead_screened_get_reference (first), ==, "a1");
	g_assert_cmpint (flead_screened_get_verdict (first), ==, FLEAD_SCREEN_VERDICT_LISTED);
	g_assert_cmpstr (flead_entity_get_id (match), ==, "imo:9311000");
	g_assert_true (isnan (flead_screened_get_similarity (first)));
	g_assert_cmpint (flead_screened_get_verdict (owned), ==, FLEAD_SCREEN_VERDICT_OWNED);
	g_assert_cmpstr (flead_screened_get_name (owned), ==, "=cmd|' /C calc'!A0");
	g_assert_nonnull (strstr (flead_screened_get_ownership (owned), "50 Percent"));
	g_assert_cmpfloat (flead_screened_get_similarity (near), >, 0.75);
	g_assert_cmpfloat (flead_screened_get_evidence (near), >, 1.0);
	g_assert_cmpstr (flead_screened_get_why (near), !=, "");
	g_assert_cmpint (flead_screened_get_verdict (empty), ==, FLEAD_SCREEN_VERDICT_NOT_SCREENED);
	g_assert_null (flead_screened_dup_match (empty));
	g_assert_cmpuint (flead_screening_count (screening, FLEAD_SCREEN_VERDICT_NOT_SCREENED), ==,
	                  1);
}

static void
test_table_has_typed_columns (void)
{
	g_autoptr (FleadNetwork) network = four_lists_network ();
	g_autoptr (FleadScreening) screening = screen_names (network);
	g_autoptr (FleadTable) table = flead_result_dup_table (FLEAD_RESULT (screening));
	static const struct {
		const char *column;
		FleadColumnType type;
		guint row;
		const char *cell;
	} cells[] = {
		{ "line", FLEAD_COLUMN_INTEGER, 4, "6" },
		{ "verdict", FLEAD_COLUMN_WORD, 4, "owned 50 % or more by listed" },
		{ "certainty", FLEAD_COLUMN_WORD, 4, "definite" },
		{ "certainty", FLEAD_COLUMN_WORD, 0, "" },
		{ "share_low", FLEAD_COLUMN_NUMBER, 4, "1" },
		{ "similarity", FLEAD_COLUMN_NUMBER, 0, "" },
		{ "match", FLEAD_COLUMN_TEXT, 0, "imo:9311000" },
		{ "links", FLEAD_COLUMN_INTEGER, 0, "" },
		{ "name", FLEAD_COLUMN_TEXT, 4, "=cmd|' /C calc'!A0" },
	};

	g_assert_cmpuint (flead_table_get_n_rows (table), ==, 10);
	for (guint i = 0; i < G_N_ELEMENTS (cells); i++) {
		FleadColumn *column = flead_table_get_column (table, cells[i].column);
		g_autofree char *cell = flead_column_dup_cell (column, cells[i].row);

		g_assert_cmpint (flead_column_get_column_type (column), ==, cells[i].type);
		g_assert_cmpstr (cell, ==, cells[i].cell);
	}
}

static void
test_workbook_is_a_zip (void)
{
	g_autoptr (FleadNetwork) network = four_lists_network ();
	g_autoptr (FleadScreening) screening = screen_names (network);
	g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
	g_autoptr (GError) error = NULL;

	if (!flead_screening_write_workbook (screening, stream, NULL, &error)) {
		g_test_skip (error->message);
		return;
	}
	g_assert_cmpmem (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)), 2, "PK",
	                 2);
}

static void
test_question_is_refused_with_a_code (void)
{
	static const struct {
		const char *names;
		const char *column;
		guint hops;
		FleadError code;
	} cases[] = {
		{ "names.csv", NULL, 11, FLEAD_ERROR_USAGE },
		{ "nobody.csv", NULL, 3, FLEAD_ERROR_IO },
		{ "names.csv", "beauty=Ref", 3, FLEAD_ERROR_USAGE },
	};
	g_autoptr (FleadNetwork) network = four_lists_network ();

	for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
		const char *const columns[] = { cases[i].column, NULL };
		g_autofree char *names = fixture_path ("four-lists", cases[i].names);
		g_autoptr (GError) error = NULL;

		g_assert_null (flead_network_screen (network, names, columns, cases[i].hops, NULL,
		                                     NULL, NULL, &error));
		g_assert_error (error, FLEAD_ERROR, (gint) cases[i].code);
	}
}

/* ---- long work ---- */

static void
stop_at_first_word (const char *what, guint64 done, guint64 total, gpointer cancellable)
{
	g_assert_true (g_str_has_suffix (what, "names.csv"));
	g_assert_cmpuint (done, ==, 1);
	g_assert_cmpuint (total, ==, 0);
	g_cancellable_cancel (cancellable);
}

static void
test_work_is_given_up_in_the_middle (void)
{
	g_autofree char *names = fixture_path ("four-lists", "names.csv");
	g_autoptr (FleadNetwork) network = four_lists_network ();
	g_autoptr (GCancellable) cancellable = g_cancellable_new ();
	g_autoptr (GError) error = NULL;

	g_assert_null (flead_network_screen (network, names, NULL, HOPS, cancellable,
	                                     stop_at_first_word, cancellable, &error));
	g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_async_gives_the_same (void)
{
	g_autofree char *names = fixture_path ("four-lists", "names.csv");
	g_autoptr (FleadNetwork) network = four_lists_network ();
	g_autoptr (FleadScreening) expected = screen_names (network);
	g_autoptr (FleadScreening) screening = NULL;
	g_autoptr (GAsyncResult) result = NULL;
	g_autoptr (GError) error = NULL;
	g_autofree char *a = NULL;
	g_autofree char *b = NULL;
	Waiting waiting = { NULL };

	flead_network_screen_async (network, names, NULL, HOPS, NULL, NULL, NULL, NULL, on_done,
	                            &waiting);
	result = wait_for (&waiting);
	screening = flead_network_screen_finish (network, result, &error);
	g_assert_no_error (error);
	a = flead_result_dup_text (FLEAD_RESULT (expected), FLEAD_FORMAT_JSON, NULL);
	b = flead_result_dup_text (FLEAD_RESULT (screening), FLEAD_FORMAT_JSON, NULL);
	g_assert_cmpstr (a, ==, b);
}

int
main (int argc, char **argv)
{
	setlocale (LC_ALL, "");
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/library/screen/bytes-are-those-of-the-program",
	                 test_bytes_are_those_of_the_program);
	g_test_add_func ("/library/screen/rows-tell-who-and-why", test_rows_tell_who_and_why);
	g_test_add_func ("/library/screen/table-has-typed-columns", test_table_has_typed_columns);
	g_test_add_func ("/library/screen/workbook-is-a-zip", test_workbook_is_a_zip);
	g_test_add_func ("/library/screen/question-is-refused-with-a-code",
	                 test_question_is_refused_with_a_code);
	g_test_add_func ("/library/screen/work-is-given-up-in-the-middle",
	                 test_work_is_given_up_in_the_middle);
	g_test_add_func ("/library/screen/async-gives-the-same", test_async_gives_the_same);
	return g_test_run ();
}
