/* ingest/case/load/events.c: events of ships */
#include "ingest/case/import/facts.h"
#include "ingest/case/load/load-private.h"

static FairleadEntity
read_some_entity (FairleadLoad *load, sqlite3_stmt *rows, int column, FairleadSource source)
{
	return sqlite3_column_type (rows, column) == SQLITE_NULL
	               ? FAIRLEAD_NO_ENTITY
	               : fairlead_load_read_entity (load, rows, column, source);
}

static FairleadQuantity
read_quantity (FairleadLoad *load, sqlite3_stmt *rows, int column)
{
	FairleadQuantity quantity = { sqlite3_column_int64 (rows, column), FAIRLEAD_QUANTITY_OPEN };

	if (sqlite3_column_type (rows, column + 1) != SQLITE_NULL)
		quantity.high = sqlite3_column_int64 (rows, column + 1);
	if (!fairlead_quantity_is_valid (quantity))
		fairlead_load_fail (load, "the quantity of event", sqlite3_column_int64 (rows, 0));
	return quantity;
}

static FairleadPosition
read_position (FairleadLoad *load, sqlite3_stmt *rows, int column)
{
	FairleadPosition position = FAIRLEAD_POSITION_UNKNOWN;

	if (sqlite3_column_type (rows, column) != SQLITE_NULL)
		position = (FairleadPosition){ sqlite3_column_int (rows, column),
			                       sqlite3_column_int (rows, column + 1) };
	if (!fairlead_position_is_valid (position))
		fairlead_load_fail (load, "the position of event", sqlite3_column_int64 (rows, 0));
	return position;
}

static FairleadLaden
read_laden (sqlite3_stmt *rows, int column)
{
	if (sqlite3_column_type (rows, column) == SQLITE_NULL)
		return FAIRLEAD_LADEN_UNKNOWN;
	return sqlite3_column_int (rows, column) ? FAIRLEAD_LADEN_YES : FAIRLEAD_LADEN_NO;
}

void
fairlead_load_events (FairleadLoad *load)
{
	GArray *table = load->records->facts.events;
	g_autoptr (sqlite3_stmt) rows =
		fairlead_load_prepare_rows (load, FAIRLEAD_PART_EVENT, "event",
	                                    fairlead_fact_tables[FAIRLEAD_FACT_EVENT].columns);

	while (fairlead_sql_next (load->sql, rows)) {
		FairleadSource source = fairlead_load_read_source (load, rows, table);
		FairleadEventRow row = {
			.kind = fairlead_load_read_word (load, rows, 4, FAIRLEAD_WORD_EVENT),
			.vessel = read_some_entity (load, rows, 5, source),
			.other = read_some_entity (load, rows, 6, source),
			.place = read_some_entity (load, rows, 7, source),
			.period = fairlead_load_read_period (load, rows, 8),
			.position = read_position (load, rows, 9),
			.quantity = read_quantity (load, rows, 11),
			.commodity = fairlead_load_read_text (load, rows, 13, TRUE),
			.unit = fairlead_load_read_text (load, rows, 14, TRUE),
			.before = fairlead_load_read_text (load, rows, 15, TRUE),
			.after = fairlead_load_read_text (load, rows, 16, TRUE),
			.note = fairlead_load_read_text (load, rows, 17, TRUE),
			.laden = (guint8) read_laden (rows, 18),
			.is_notified = sqlite3_column_int (rows, 19) != 0,
			.confidence = fairlead_load_read_confidence (load, rows, 20),
			.source = source,
		};

		g_array_append_val (table, row);
	}
	fairlead_load_put_in_order (load, table);
}
