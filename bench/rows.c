/* bench/rows.c: SQLite alone, as a measure of what a case costs beyond it
 *
 * usage: rows insert|read FILE
 *
 * 2 million rows with a text and 5 million of seven numbers, by prepared statements in one
 * transaction, as `insert` leaves them for `read`. */
#include <sqlite3.h>
#include <string.h>

#include "bench/clock.h"

#define N_TEXTS 2000000
#define N_NUMBERS 5000000

static void
run (sqlite3 *db, const char *text)
{
	if (sqlite3_exec (db, text, NULL, NULL, NULL) != SQLITE_OK)
		g_error ("%s", sqlite3_errmsg (db));
}

static sqlite3_stmt *
prepare (sqlite3 *db, const char *text)
{
	sqlite3_stmt *statement = NULL;

	if (sqlite3_prepare_v2 (db, text, -1, &statement, NULL) != SQLITE_OK)
		g_error ("%s", sqlite3_errmsg (db));
	return statement;
}

static void
write_row (sqlite3_stmt *statement)
{
	if (sqlite3_step (statement) != SQLITE_DONE)
		g_error ("a row could not be written");
	sqlite3_reset (statement);
}

static guint64
insert_all (sqlite3 *db)
{
	sqlite3_stmt *texts, *numbers;

	run (db, "PRAGMA page_size = 16384; PRAGMA journal_mode = WAL; BEGIN;"
	         "CREATE TABLE entity (id INTEGER PRIMARY KEY, key TEXT NOT NULL);"
	         "CREATE TABLE link (id INTEGER PRIMARY KEY, a, b, kind, file, line, place)");
	texts = prepare (db, "INSERT INTO entity VALUES (?1, ?2)");
	numbers = prepare (db, "INSERT INTO link VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
	for (gint i = 1; i <= N_TEXTS; i++) {
		char key[32];

		g_snprintf (key, sizeof key, "register:%08d", i);
		sqlite3_bind_int (texts, 1, i);
		sqlite3_bind_text (texts, 2, key, -1, SQLITE_STATIC);
		write_row (texts);
	}
	for (gint i = 1; i <= N_NUMBERS; i++) {
		const gint values[] = { i, i % N_TEXTS + 1, i / 3 + 1, i % 20, 1, i + 1, i };

		for (gint k = 0; k < (gint) G_N_ELEMENTS (values); k++)
			sqlite3_bind_int (numbers, k + 1, values[k]);
		write_row (numbers);
	}
	sqlite3_finalize (texts);
	sqlite3_finalize (numbers);
	run (db, "COMMIT");
	return N_TEXTS + N_NUMBERS;
}

static guint64
read_table (sqlite3 *db, const char *question)
{
	sqlite3_stmt *rows = prepare (db, question);
	guint64 n = 0;
	volatile gint64 sum = 0;

	for (; sqlite3_step (rows) == SQLITE_ROW; n++)
		for (int i = 0; i < sqlite3_column_count (rows); i++)
			sum += sqlite3_column_type (rows, i) == SQLITE_TEXT
			               ? sqlite3_column_bytes (rows, i)
			               : sqlite3_column_int64 (rows, i);
	sqlite3_finalize (rows);
	(void) sum;
	return n;
}

int
main (int argc, char *argv[])
{
	gint64 start = g_get_monotonic_time ();
	double processor = processor_seconds ();
	gboolean is_read = argc == 3 && strcmp (argv[1], "read") == 0;
	sqlite3 *db = NULL;
	guint64 n;

	if (argc != 3 || (!is_read && strcmp (argv[1], "insert") != 0))
		g_error ("usage: rows insert|read FILE");
	if (sqlite3_open (argv[2], &db) != SQLITE_OK)
		g_error ("%s: cannot be opened", argv[2]);
	n = is_read ? read_table (db, "SELECT * FROM entity")
	                      + read_table (db, "SELECT * FROM link")
	            : insert_all (db);
	sqlite3_close (db);
	print_result (start, processor, n);
	return 0;
}
