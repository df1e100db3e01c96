/* ingest/case/load/cells.c: cells of rows, and the order of rows */
#include "ingest/case/load/load-private.h"
#include "ingest/case/sql/days.h"
#include "ingest/record/error.h"

/* Numbers of rows are given without gaps; more than this no case can hold */
#define MAX_NUMBER (1u << 30)

/* ---- numbers ---- */

void
fairlead_load_fail (FairleadLoad *load, const char *what, gint64 number)
{
	fairlead_sql_fail (load->sql, FAIRLEAD_ERROR_SYNTAX,
	                   "is a damaged case (%s %" G_GINT64_FORMAT ")", what, number);
}

/* The cell for the number, the array made long enough */
guint32 *
fairlead_load_cell_at (FairleadLoad *load, GArray *array, gint64 number, const char *what)
{
	if (number < 0 || number >= MAX_NUMBER) {
		fairlead_load_fail (load, what, number);
		number = 0;
	}
	if (number >= array->len)
		g_array_set_size (array, MAX ((guint) number + 1, array->len * 2));
	return &g_array_index (array, guint32, number);
}

guint32
fairlead_load_get_cell (const GArray *array, gint64 number)
{
	return number < 0 || number >= array->len ? 0 : g_array_index (array, guint32, number);
}

FairleadText
fairlead_load_read_text (FairleadLoad *load, sqlite3_stmt *rows, int column, gboolean is_interned)
{
	const char *text = fairlead_sql_get_text (rows, column);
	gsize length = (gsize) sqlite3_column_bytes (rows, column);

	if (!g_utf8_validate_len (text, length, NULL)) {
		fairlead_load_fail (load, "a text is no UTF-8 in row",
		                    sqlite3_column_int64 (rows, 0));
		return 0;
	}
	return is_interned ? fairlead_strings_intern (load->records->strings, text, length)
	                   : fairlead_strings_add (load->records->strings, text, length);
}

guint8
fairlead_load_read_word (FairleadLoad *load, sqlite3_stmt *rows, int column, FairleadWord word)
{
	return fairlead_words_read (&load->owner->words, load->sql, word,
	                            sqlite3_column_int64 (rows, column));
}

/* ---- the order of rows ---- */

/* Columns 1 to 3: file, line, place. Notes the order of a row that is to be added to @table. */
FairleadSource
fairlead_load_read_source (FairleadLoad *load, sqlite3_stmt *rows, const GArray *table)
{
	guint32 file = fairlead_load_get_cell (load->files, sqlite3_column_int64 (rows, 1));
	gint64 line = sqlite3_column_int64 (rows, 2);
	gint64 place = sqlite3_column_int64 (rows, 3);
	FairleadLoadOrder order = { 0, table->len };

	if (file == 0 || line < 0 || line > G_MAXUINT32 || place < 0 || place > G_MAXUINT32) {
		fairlead_load_fail (load, "the source of row", sqlite3_column_int64 (rows, 0));
		return (FairleadSource){ 0, 0 };
	}
	order.place =
		(guint64) g_array_index (load->imports, guint32, file - 1) << 32 | (guint64) place;
	g_array_append_val (load->orders, order);
	return (FairleadSource){ file - 1, (guint32) line };
}

static gint
compare_orders (gconstpointer a, gconstpointer b)
{
	const FairleadLoadOrder *first = a, *second = b;

	if (first->place != second->place)
		return first->place < second->place ? -1 : 1;
	return first->row < second->row ? -1 : first->row > second->row;
}

static gboolean
is_in_order (const GArray *orders)
{
	for (guint i = 1; i < orders->len; i++)
		if (g_array_index (orders, FairleadLoadOrder, i - 1).place
		    > g_array_index (orders, FairleadLoadOrder, i).place)
			return FALSE;
	return TRUE;
}

/* The rows as they were read, whatever editions have made of the case */
void
fairlead_load_put_in_order (FairleadLoad *load, GArray *table)
{
	gsize size = g_array_get_element_size (table);
	g_autofree char *before = NULL;

	if (load->sql->failure == NULL && !is_in_order (load->orders)) {
		before = g_memdup2 (table->data, table->len * size);
		g_array_sort (load->orders, compare_orders);
		for (guint i = 0; i < table->len; i++)
			memcpy (table->data + i * size,
			        before
			                + g_array_index (load->orders, FairleadLoadOrder, i).row
			                          * size,
			        size);
	}
	g_array_set_size (load->orders, 0);
}

static const char of_state[] =
	"first_edition IN (SELECT v0 FROM " FAIRLEAD_STATE_SAID ") AND (last_edition IS NULL"
	" OR last_edition IN (SELECT v0 FROM " FAIRLEAD_STATE_LEFT "))";

sqlite3_stmt *
fairlead_load_prepare (FairleadLoad *load, const char *table, const char *columns)
{
	const char *of_part = load->part == NULL ? "" : FAIRLEAD_PART_ENTITY " CROSS JOIN ";
	const char *which = load->part == NULL ? "" : " AND entity = v0";
	g_autofree char *text = g_strdup_printf (
		"SELECT id, file, line, place, %s FROM %s%s WHERE %s%s", columns, of_part, table,
		load->state == NULL ? "last_edition IS NULL" : of_state, which);

	return fairlead_sql_prepare (load->sql, text);
}

sqlite3_stmt *
fairlead_load_prepare_rows (FairleadLoad *load, const char *rows, const char *table,
                            const char *columns)
{
	g_autofree char *text =
		g_strdup_printf ("SELECT id, file, line, place, %s FROM %s CROSS JOIN %s"
	                         " WHERE id = v0 AND last_edition IS NULL",
	                         columns, rows, table);

	return load->part == NULL ? fairlead_load_prepare (load, table, columns)
	                          : fairlead_sql_prepare (load->sql, text);
}

FairleadPeriodId
fairlead_load_read_period (FairleadLoad *load, sqlite3_stmt *rows, int column)
{
	return fairlead_load_get_cell (load->periods, sqlite3_column_int64 (rows, column));
}

float
fairlead_load_read_confidence (FairleadLoad *load, sqlite3_stmt *rows, int column)
{
	double confidence = sqlite3_column_double (rows, column);

	if (!(confidence >= 0.0 && confidence <= 1.0))
		fairlead_load_fail (load, "the confidence of link", sqlite3_column_int64 (rows, 0));
	return (float) confidence;
}
