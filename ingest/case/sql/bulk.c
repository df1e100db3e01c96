/* ingest/case/sql/bulk.c: rows of a program as a virtual table
 *
 * See https://www.sqlite.org/vtab.html; a table without xCreate exists by its module alone. */
#include "ingest/case/sql/bulk.h"

#define NEW_ROW "fairlead_new_row"
#define ROWS_BETWEEN_NEWS 8192u /* a power of two */

typedef struct {
	sqlite3_vtab base;
	const FairleadBulk *source;
} Table;

typedef struct {
	sqlite3_vtab_cursor base;
	const FairleadBulk *source;
	guint row;
	FairleadValue values[FAIRLEAD_MAX_COLUMNS];
} Cursor;

static int
connect (sqlite3 *db, void *source, int n, const char *const *arguments, sqlite3_vtab **table,
         char **message)
{
	Table *self = g_new0 (Table, 1);
	g_autoptr (GString) columns = g_string_new ("CREATE TABLE x (v0");

	(void) n;
	(void) arguments;
	(void) message;
	self->source = source;
	*table = &self->base;
	for (guint i = 1; i < FAIRLEAD_MAX_COLUMNS; i++)
		g_string_append_printf (columns, ", v%u", i);
	g_string_append_c (columns, ')');
	return sqlite3_declare_vtab (db, columns->str);
}

static int
disconnect (sqlite3_vtab *table)
{
	g_free (table);
	return SQLITE_OK;
}

static int
plan (sqlite3_vtab *table, sqlite3_index_info *info)
{
	(void) table;
	(void) info;
	return SQLITE_OK;
}

static void
get_row (Cursor *self)
{
	if (self->row < self->source->n_rows)
		self->source->get (self->source->data, self->row, self->values);
}

static int
open_cursor (sqlite3_vtab *table, sqlite3_vtab_cursor **cursor)
{
	Cursor *self = g_new0 (Cursor, 1);

	self->source = ((Table *) table)->source;
	*cursor = &self->base;
	return SQLITE_OK;
}

static int
close_cursor (sqlite3_vtab_cursor *cursor)
{
	g_free (cursor);
	return SQLITE_OK;
}

static int
begin (sqlite3_vtab_cursor *cursor, int plan_number, const char *plan_text, int n,
       sqlite3_value **values)
{
	(void) plan_number;
	(void) plan_text;
	(void) n;
	(void) values;
	((Cursor *) cursor)->row = 0;
	get_row ((Cursor *) cursor);
	return SQLITE_OK;
}

static int
advance (sqlite3_vtab_cursor *cursor)
{
	Cursor *self = (Cursor *) cursor;

	self->row++;
	if (self->source->told != NULL && self->row % ROWS_BETWEEN_NEWS == 0)
		fairlead_sql_advance (self->source->told, ROWS_BETWEEN_NEWS);
	get_row (self);
	return SQLITE_OK;
}

static int
is_at_end (sqlite3_vtab_cursor *cursor)
{
	return ((Cursor *) cursor)->row >= ((Cursor *) cursor)->source->n_rows;
}

static int
get_cell (sqlite3_vtab_cursor *cursor, sqlite3_context *context, int column)
{
	const FairleadValue *value = &((Cursor *) cursor)->values[column];

	switch (value->type) {
	case SQLITE_INTEGER:
		sqlite3_result_int64 (context, value->number);
		break;
	case SQLITE_FLOAT:
		sqlite3_result_double (context, value->real);
		break;
	case SQLITE_TEXT:
		sqlite3_result_text (context, value->text, -1, SQLITE_STATIC);
		break;
	default:
		sqlite3_result_null (context);
	}
	return SQLITE_OK;
}

static int
get_number (sqlite3_vtab_cursor *cursor, sqlite3_int64 *number)
{
	*number = ((Cursor *) cursor)->row;
	return SQLITE_OK;
}

static const sqlite3_module module = {
	.xConnect = connect,
	.xBestIndex = plan,
	.xDisconnect = disconnect,
	.xOpen = open_cursor,
	.xClose = close_cursor,
	.xFilter = begin,
	.xNext = advance,
	.xEof = is_at_end,
	.xColumn = get_cell,
	.xRowid = get_number,
};

void
fairlead_bulk_get_number (gpointer numbers, guint row, FairleadValue *values)
{
	values[0] = (FairleadValue){ .type = SQLITE_INTEGER,
		                     .number = g_array_index ((GArray *) numbers, gint64, row) };
}

void
fairlead_bulk_offer (FairleadSql *sql, const FairleadBulk *bulk)
{
	if (sql->db != NULL)
		sqlite3_create_module (sql->db, bulk->name, &module, (void *) bulk);
}

void
fairlead_bulk_withdraw (FairleadSql *sql, const FairleadBulk *bulk)
{
	if (sql->db != NULL)
		sqlite3_create_module (sql->db, bulk->name, NULL, NULL);
}

void
fairlead_bulk_insert (FairleadSql *sql, const char *table, const char *columns, guint n_columns,
                      guint n_rows, FairleadBulkGet get, gpointer data)
{
	const FairleadBulk bulk = { NEW_ROW, n_rows, get, data, sql };
	g_autoptr (GString) text = g_string_new (NULL);

	g_string_printf (text, "INSERT INTO %s (%s) SELECT v0", table, columns);
	for (guint i = 1; i < n_columns; i++)
		g_string_append_printf (text, ", v%u", i);
	g_string_append (text, " FROM " NEW_ROW);
	fairlead_bulk_offer (sql, &bulk);
	fairlead_sql_run (sql, text->str);
	fairlead_bulk_withdraw (sql, &bulk);
	fairlead_sql_advance (sql, n_rows % ROWS_BETWEEN_NEWS);
}
