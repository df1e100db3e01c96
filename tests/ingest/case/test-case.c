/* tests/ingest/case/test-case.c: a case says what its files say, and keeps what they said */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "tests/common/case-place.h"
#include "tests/common/helpers.h"

static char *
dump_inputs (const char *const *paths)
{
	g_autoptr (FairleadLoader) loader = fairlead_loader_new ();
	g_autoptr (GError) error = NULL;
	g_autoptr (FairleadRecords) records = fairlead_inputs_load (loader, paths, NULL, &error);

	g_assert_no_error (error);
	return test_dump_records (records);
}

static char *
dump_case (const char *path)
{
	const char *paths[] = { path, NULL };

	return dump_inputs (paths);
}

static gint64
ask (const char *path, const char *question)
{
	sqlite3 *db;
	sqlite3_stmt *rows;
	gint64 answer;

	g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
	g_assert_cmpint (sqlite3_prepare_v2 (db, question, -1, &rows, NULL), ==, SQLITE_OK);
	g_assert_cmpint (sqlite3_step (rows), ==, SQLITE_ROW);
	answer = sqlite3_column_int64 (rows, 0);
	sqlite3_finalize (rows);
	sqlite3_close (db);
	return answer;
}

static void
change (const char *path, const char *statements)
{
	sqlite3 *db;

	g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
	g_assert_cmpint (sqlite3_exec (db, statements, NULL, NULL, NULL), ==, SQLITE_OK);
	sqlite3_close (db);
}

/* ---- the same as the files ---- */

static void
test_same (void)
{
	if (test_skips_bulk ())
		return;
	for (guint row = 0; row < test_count_fixtures (); row++) {
		g_auto (TestPlace) place = { 0 };
		g_autoptr (GPtrArray) paths = test_fixture_paths (row);
		g_autoptr (GError) error = NULL;
		g_autoptr (FairleadImportReport) report = NULL;
		g_autofree char *raw = NULL, *kept = NULL;

		test_place_init (&place);
		raw = dump_inputs ((const char *const *) paths->pdata);
		report = test_place_import (place.path, (const char *const *) paths->pdata, NULL,
		                            &error);
		g_assert_no_error (error);
		g_assert_cmpuint (report->sets->len, >, 0);
		kept = dump_case (place.path);
		g_assert_cmpstr (raw, ==, kept);
		g_assert_cmpint (ask (place.path, "SELECT count (*) FROM pragma_foreign_key_check"),
		                 ==, 0);
	}
}

static int
compare_lines (const void *a, const void *b)
{
	return strcmp (*(char *const *) a, *(char *const *) b);
}

/* Without the order of the lines, for what a format says at the end of its files stands there */
static char *
sort_lines (char *text)
{
	g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

	qsort (lines, g_strv_length (lines), sizeof *lines, compare_lines);
	g_free (text);
	return g_strjoinv ("\n", lines);
}

/* Together, and each in an import of its own, in another order */
static void
test_one_by_one (void)
{
	g_auto (TestPlace) place = { 0 };
	g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);
	g_autofree char *raw = NULL, *kept = NULL;

	test_place_init (&place);
	for (guint row = 1; row < 6; row++) {
		g_autoptr (GPtrArray) paths = test_fixture_paths (row);
		g_autoptr (GError) error = NULL;
		G_GNUC_UNUSED g_autoptr (FairleadImportReport) report = test_place_import (
			place.path, (const char *const *) paths->pdata, NULL, &error);

		g_assert_no_error (error);
		g_ptr_array_add (all, g_strdup (paths->pdata[0]));
	}
	g_ptr_array_add (all, NULL);
	raw = sort_lines (dump_inputs ((const char *const *) all->pdata));
	kept = sort_lines (dump_case (place.path));
	g_assert_cmpstr (raw, ==, kept);
	g_assert_cmpint (ask (place.path, "SELECT count (*) FROM import"), ==, 5);
}

/* A case beside files is the files beside files */
static void
test_mixed (void)
{
	g_auto (TestPlace) place = { 0 };
	g_autoptr (GPtrArray) first = test_fixture_paths (0), second = test_fixture_paths (3);
	g_autoptr (GPtrArray) raw_paths = g_ptr_array_new ();
	g_autoptr (GError) error = NULL;
	g_autoptr (FairleadImportReport) report = NULL;
	g_autofree char *raw = NULL, *mixed = NULL;
	const char *mixed_paths[] = { second->pdata[0], NULL, NULL };

	test_place_init (&place);
	mixed_paths[1] = place.path;
	for (guint i = 0; i + 1 < first->len; i++)
		g_ptr_array_add (raw_paths, first->pdata[i]);
	g_ptr_array_add (raw_paths, second->pdata[0]);
	g_ptr_array_add (raw_paths, NULL);
	report = test_place_import (place.path, (const char *const *) first->pdata, NULL, &error);
	g_assert_no_error (error);
	raw = sort_lines (dump_inputs ((const char *const *) raw_paths->pdata));
	mixed = sort_lines (dump_inputs (mixed_paths));
	g_assert_cmpstr (raw, ==, mixed);
}

/* ---- editions ---- */

#define HEADER "ship_imo,company_imo,role,company_name,company_address,date_of_effect\n"

/* The same in another order, one manager less, one of another role more */
static const char first_text[] = HEADER
	"9074729,5342883,Registered owner,Amber Holdings Ltd,\"1 Quay Road, Panama\","
	"since 01/02/2010\n"
	"9074729,1234567,Ship manager,Dropped Ltd,\"2 Quay Road, Panama\",since 01/02/2011\n";
static const char second_text[] =
	HEADER "9074729,5342883,ISM Manager,Amber Holdings Limited,\"1 Quay Road, Panama\","
	       "since 01/02/2012\n"
	       "9074729,5342883,Registered owner,Amber Holdings Limited,\"1 Quay Road, Panama\","
	       "since 01/02/2010\n";

static void
test_again (void)
{
	g_auto (TestPlace) place = { 0 };
	g_autoptr (FairleadImportReport) first = NULL, again = NULL;
	g_autofree char *before = NULL, *after = NULL;
	gsize n_before, n_after;

	test_place_init (&place);
	first = test_place_import_text (&place, first_text);
	g_assert_true (g_file_get_contents (place.path, &before, &n_before, NULL));
	again = test_place_import_text (&place, first_text);
	g_assert_true (((FairleadImportedSet *) again->sets->pdata[0])->is_unchanged);
	g_assert_cmpint (((FairleadImportedSet *) again->sets->pdata[0])->number, ==, 1);
	g_assert_true (g_file_get_contents (place.path, &after, &n_after, NULL));
	g_assert_cmpmem (before, n_before, after, n_after);
}

static void
test_edition (void)
{
	g_auto (TestPlace) place = { 0 };
	g_autoptr (FairleadImportReport) first = NULL, second = NULL;
	g_autofree char *raw_path = NULL, *raw = NULL, *kept = NULL;
	const FairleadImportedSet *set;

	test_place_init (&place);
	first = test_place_import_text (&place, first_text);
	second = test_place_import_text (&place, second_text);
	set = second->sets->pdata[0];
	g_assert_cmpint (set->number, ==, 2);
	g_assert_cmpuint (set->n_kept, >, 0);
	g_assert_cmpuint (set->n_dropped, >, 0);
	g_assert_cmpuint (set->n_added, >, 0);
	/* What is said now is what the second file says, alone */
	raw_path = g_build_filename (place.folder, "roles.csv", NULL);
	raw = dump_case (raw_path);
	kept = dump_case (place.path);
	g_assert_cmpstr (raw, ==, kept);
	/* And what the first said is there */
	g_assert_cmpint (ask (place.path,
	                      "SELECT count (*) FROM name WHERE text = 'Amber Holdings Ltd'"
	                      " AND first_edition = 1 AND last_edition = 1"),
	                 >=, 1);
	g_assert_cmpint (ask (place.path, "SELECT count (*) FROM links WHERE kind ="
	                                  " 'registered-owner' AND first_edition = 1"
	                                  " AND last_edition IS NULL AND source LIKE '%:3'"),
	                 ==, 1);
}

static void
test_refused_editions (void)
{
	g_auto (TestPlace) place = { 0 };
	g_autoptr (GPtrArray) paths = test_fixture_paths (0);
	g_autoptr (FairleadImportReport) report = NULL, named = NULL, refused = NULL;
	g_autoptr (GError) error = NULL;
	g_autofree char *other = NULL, *before = NULL, *after = NULL;
	const char *others[] = { NULL, NULL };
	GString *text = g_string_new (NULL);

	test_place_init (&place);
	report = test_place_import (place.path, (const char *const *) paths->pdata, NULL, &error);
	g_assert_no_error (error);
	for (guint i = 0; i < 20; i++)
		g_string_append_printf (text,
		                        "%u,\"NOBODY %u\",\"-0- \",\"CUBA\",\"-0- \",\"-0- \","
		                        "\"-0- \",\"-0- \",\"-0- \",\"-0- \",\"-0- \",\"-0- \"\n",
		                        900000 + i, i);
	others[0] = other = test_place_write (&place, "other.csv", text->str);
	g_string_free (text, TRUE);
	before = dump_case (place.path);
	refused = test_place_import (place.path, others, NULL, &error);
	g_assert_null (refused);
	test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_INVALID_VALUE, "--as");
	g_clear_error (&error);
	after = dump_case (place.path);
	g_assert_cmpstr (before, ==, after);
	named = test_place_import (place.path, others, "another", &error);
	g_assert_no_error (error);
	g_assert_cmpstr (((FairleadImportedSet *) named->sets->pdata[0])->data_set, ==,
	                 "another/sdn");
}

/* ---- what is no case ---- */

static void
assert_refused (const char *path, gint code, const char *words)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (FairleadCase) opened = fairlead_case_open (path, &error);

	if (opened != NULL) {
		g_autoptr (FairleadRecords) records = fairlead_case_load (opened, NULL, &error);

		g_assert_null (records);
	}
	test_assert_error (error, FAIRLEAD_ERROR, code, words);
}

static void
test_refused (void)
{
	g_auto (TestPlace) place = { 0 };
	g_autoptr (FairleadImportReport) report = NULL;
	g_autofree char *foreign = NULL, *text = NULL;

	test_place_init (&place);
	foreign = g_build_filename (place.folder, "foreign.db", NULL);
	change (foreign, "CREATE TABLE t (x)");
	assert_refused (foreign, FAIRLEAD_ERROR_UNKNOWN_FORMAT, "something else");
	g_assert_false (fairlead_case_is_case (foreign));
	text = test_place_write (&place, "text.csv",
	                         "no database, and longer than a header of one\n");
	assert_refused (text, FAIRLEAD_ERROR_UNKNOWN_FORMAT, "no case");
	assert_refused (place.path, FAIRLEAD_ERROR_IO, "cannot be opened");
	report = test_place_import_text (&place, first_text);
	g_assert_true (fairlead_case_is_case (place.path));
	change (place.path, "PRAGMA user_version = 99");
	assert_refused (place.path, FAIRLEAD_ERROR_UNKNOWN_FORMAT, "version 99");
}

/* Each byte that is turned makes an error or a state, and never a crash */
/* A case made before there were events is read as it is, and brought up to date by an import */
static void
test_older (void)
{
	static const char older[] =
		"DROP INDEX identifier_of_entity; DROP INDEX designation_of_entity;"
		"DROP VIEW events; DROP TABLE event; DROP TABLE event_word;"
		" DELETE FROM migration WHERE version >= 3; PRAGMA user_version = 2";
	g_auto (TestPlace) place = { 0 };
	g_autofree char *ships = test_fixture ("fishing-watch/vessels.csv");
	g_autofree char *ports = test_fixture ("fishing-watch/ports.csv");
	const char *const before[] = { ships, NULL }, *const all[] = { ports, ships, NULL };
	g_autoptr (FairleadImportReport) first = NULL, second = NULL;
	g_autofree char *raw = dump_inputs (before), *kept = NULL;
	g_autofree char *raw_all = sort_lines (dump_inputs (all)), *kept_all = NULL;
	g_autoptr (GError) error = NULL;

	test_place_init (&place);
	first = test_place_import (place.path, before, NULL, &error);
	g_assert_no_error (error);
	change (place.path, older);
	kept = dump_case (place.path);
	g_assert_cmpstr (raw, ==, kept);
	second = test_place_import (place.path, all, NULL, &error);
	g_assert_no_error (error);
	kept_all = sort_lines (dump_case (place.path));
	g_assert_cmpstr (raw_all, ==, kept_all);
	g_assert_cmpint (ask (place.path, "SELECT count (*) FROM event"), ==, 5);
	g_assert_cmpint (ask (place.path, "SELECT count (*) FROM events WHERE latitude = 39.1"), ==,
	                 2);
	g_assert_cmpint (ask (place.path, "PRAGMA user_version"), ==, FAIRLEAD_CASE_VERSION);
}

/* The same of the first version of all, as it was kept */
static void
test_first_version (void)
{
	g_auto (TestPlace) place = { 0 };
	g_autofree char *dump = test_fixture ("case-1/case.sql");
	g_autofree char *ships = test_fixture ("fishing-watch/vessels.csv");
	const char *const more[] = { ships, NULL };
	g_autofree char *text = NULL, *before = NULL, *after = NULL;
	g_autoptr (FairleadImportReport) report = NULL;
	g_autoptr (GError) error = NULL;

	test_place_init (&place);
	g_assert_true (g_file_get_contents (dump, &text, NULL, &error));
	change (place.path, text);
	g_assert_true (fairlead_case_is_case (place.path));
	before = dump_case (place.path);
	g_assert_nonnull (strstr (before, "Salt Lantern Shipping Ltd"));
	g_assert_nonnull (strstr (before, "Серая Цапля"));
	g_assert_null (strstr (before, "Grey Heron"));
	report = test_place_import (place.path, more, NULL, &error);
	g_assert_no_error (error);
	after = dump_case (place.path);
	g_assert_nonnull (strstr (after, "Серая Цапля"));
	g_assert_cmpint (ask (place.path, "PRAGMA user_version"), ==, FAIRLEAD_CASE_VERSION);
	g_assert_cmpint (ask (place.path, "SELECT count (*) FROM migration"), ==,
	                 FAIRLEAD_CASE_VERSION);
	g_assert_cmpint (ask (place.path, "SELECT count (*) FROM name WHERE text LIKE 'Grey%'"
	                                  " AND last_edition = 1"),
	                 ==, 1);
}

static void
test_damaged (void)
{
	g_auto (TestPlace) place = { 0 };
	g_autoptr (FairleadImportReport) report = NULL;
	g_autofree char *whole = NULL;
	guint n_refused = 0;
	gsize size;

	test_place_init (&place);
	report = test_place_import_text (&place, first_text);
	g_assert_true (g_file_get_contents (place.path, &whole, &size, NULL));
	for (gsize i = 100; i < size; i += 1 + size / test_rounds (300)) {
		g_autofree char *damaged = g_memdup2 (whole, size);
		g_autofree char *path = g_build_filename (place.folder, "damaged.fairlead", NULL);
		g_autoptr (GError) error = NULL;
		g_autoptr (FairleadCase) opened = NULL;
		g_autoptr (FairleadRecords) records = NULL;

		for (gsize k = i; k < MIN (i + 40, size); k++)
			damaged[k] = (char) ~damaged[k];
		g_assert_true (g_file_set_contents (path, damaged, (gssize) size, NULL));
		opened = fairlead_case_open (path, &error);
		if (opened != NULL)
			records = fairlead_case_load (opened, NULL, &error);
		n_refused += records == NULL;
		g_assert_true ((records == NULL) == (error != NULL));
	}
	g_assert_cmpuint (n_refused, >, 0);
	for (guint i = 0; i < 2; i++) {
		static const char *const broken[] = {
			"PRAGMA foreign_keys = 0; UPDATE name SET entity = 123456789",
			"UPDATE link SET confidence = 7",
		};

		g_assert_true (g_file_set_contents (place.path, whole, (gssize) size, NULL));
		change (place.path, broken[i]);
		assert_refused (place.path, FAIRLEAD_ERROR_SYNTAX, "damaged");
	}
}

typedef struct {
	guint64 done, total;
	guint n_calls;
} News;

static void
note_news (guint64 done, guint64 total, gpointer data)
{
	News *news = data;

	g_assert_cmpuint (done, >, news->done);
	g_assert_cmpuint (done, <=, total);
	*news = (News){ done, total, news->n_calls + 1 };
}

static News
import_with_news (const TestPlace *place, const char *text)
{
	g_autofree char *path = test_place_write (place, "roles.csv", text);
	const char *paths[] = { path, NULL };
	g_autoptr (FairleadLoader) loader = fairlead_loader_new ();
	g_autoptr (GError) error = NULL;
	g_autoptr (FairleadCase) opened = fairlead_case_open_to_write (place->path, &error);
	News news = { 0 };

	g_assert_no_error (error);
	fairlead_case_set_progress (opened, note_news, &news);
	fairlead_inputs_import (loader, opened, paths, NULL, NULL, NULL, &error);
	g_assert_no_error (error);
	return news;
}

/* Of a first edition, and of one that says the same and a little more */
static void
test_progress (void)
{
	g_auto (TestPlace) place = { 0 };
	g_autoptr (GString) text = g_string_new (
		"ship_imo,company_imo,role,company_name,company_address,date_of_effect\n");
	News news;

	test_place_init (&place);
	for (guint i = 0; i < 3000; i++)
		g_string_append_printf (text, "9074729,%07u,Ship manager,Manager %u,,\n",
		                        1000000 + 7 * i, i);
	news = import_with_news (&place, text->str);
	g_assert_cmpuint (news.n_calls, >, 0);
	g_string_append (text, "9074729,5000011,Ship manager,Salt Lantern,,\n");
	news = import_with_news (&place, text->str);
	g_assert_cmpuint (news.total, >, 9000);
}

/* Of two that make a case at once, one may */
static void
test_made_once (void)
{
	g_autofree char *folder = g_dir_make_tmp ("case-XXXXXX", NULL);
	g_autofree char *path = g_build_filename (folder, "new.fairlead", NULL);
	g_autofree char *beside = g_strconcat (path, "-new", NULL);
	g_autoptr (GError) error = NULL;
	g_autoptr (FairleadCase) first = fairlead_case_open_to_write (path, &error);

	g_assert_no_error (error);
	g_assert_null (fairlead_case_open_to_write (path, &error));
	test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_IO, "another program");
	g_assert_true (g_file_test (beside, G_FILE_TEST_EXISTS));
	g_clear_object (&first);
	/* Nothing was imported: there is no case, and nothing beside it */
	g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/ingest/case/says-what-the-files-say", test_same);
	g_test_add_func ("/ingest/case/takes-files-one-by-one", test_one_by_one);
	g_test_add_func ("/ingest/case/stands-beside-files", test_mixed);
	g_test_add_func ("/ingest/case/tells-how-many-rows-are-written", test_progress);
	g_test_add_func ("/ingest/case/is-made-by-one-at-a-time", test_made_once);
	g_test_add_func ("/ingest/case/same-files-change-nothing", test_again);
	g_test_add_func ("/ingest/case/editions-keep-what-was-said", test_edition);
	g_test_add_func ("/ingest/case/refuses-what-is-no-edition", test_refused_editions);
	g_test_add_func ("/ingest/case/refuses-what-is-no-case", test_refused);
	g_test_add_func ("/ingest/case/survives-damage", test_damaged);
	g_test_add_func ("/ingest/case/brings-an-older-case-up-to-date", test_older);
	g_test_add_func ("/ingest/case/reads-the-first-version", test_first_version);
	return g_test_run ();
}
