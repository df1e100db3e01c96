/* ingest/case/load/facts.c: the rows of facts, table by table */
#include "ingest/case/load/load-private.h"

void
fairlead_load_names (FairleadLoad *load)
{
	GArray *table = load->records->facts.names;
	g_autoptr (sqlite3_stmt) rows =
		fairlead_load_prepare (load, "name", "entity, type, weak, text");

	while (fairlead_sql_next (load->sql, rows)) {
		FairleadSource source = fairlead_load_read_source (load, rows, table);
		FairleadNameRow row = {
			.entity = fairlead_load_read_entity (load, rows, 4, source),
			.type = fairlead_load_read_word (load, rows, 5, FAIRLEAD_WORD_NAME),
			.weak = sqlite3_column_int (rows, 6) != 0,
			.text = fairlead_load_read_text (load, rows, 7, FALSE),
			.source = source,
		};

		g_array_append_val (table, row);
	}
	fairlead_load_put_in_order (load, table);
	if (load->sql->failure == NULL)
		fairlead_records_drop_repeated_names (load->records);
}

void
fairlead_load_identifiers (FairleadLoad *load)
{
	GArray *table = load->records->facts.identifiers;
	g_autoptr (sqlite3_stmt) rows =
		fairlead_load_prepare (load, "identifier", "entity, scheme, number, issuer, valid");

	while (fairlead_sql_next (load->sql, rows)) {
		FairleadSource source = fairlead_load_read_source (load, rows, table);
		FairleadIdRow row = {
			.entity = fairlead_load_read_entity (load, rows, 4, source),
			.scheme = fairlead_load_read_word (load, rows, 5, FAIRLEAD_WORD_SCHEME),
			.number = fairlead_load_read_text (load, rows, 6, FALSE),
			.issuer = fairlead_load_read_text (load, rows, 7, TRUE),
			.valid = sqlite3_column_int (rows, 8) != 0,
			.source = source,
		};

		g_array_append_val (table, row);
	}
	fairlead_load_put_in_order (load, table);
}

/* Texts that are short repeat themselves */
static FairleadText
read_value (FairleadLoad *load, sqlite3_stmt *rows, int column)
{
	return fairlead_load_read_text (load, rows, column,
	                                sqlite3_column_bytes (rows, column) <= 32);
}

void
fairlead_load_attributes (FairleadLoad *load)
{
	GArray *table = load->records->facts.attributes;
	g_autoptr (sqlite3_stmt) rows = fairlead_load_prepare_rows (
		load, FAIRLEAD_PART_ATTRIBUTE, "attribute", "entity, attribute, text, period");

	while (fairlead_sql_next (load->sql, rows)) {
		FairleadSource source = fairlead_load_read_source (load, rows, table);
		FairleadAttributeRow row = {
			.entity = fairlead_load_read_entity (load, rows, 4, source),
			.attribute =
				fairlead_load_read_word (load, rows, 5, FAIRLEAD_WORD_ATTRIBUTE),
			.text = read_value (load, rows, 6),
			.period = fairlead_load_read_period (load, rows, 7),
			.source = source,
		};

		g_array_append_val (table, row);
	}
	fairlead_load_put_in_order (load, table);
}

static FairleadShare
read_share (FairleadLoad *load, sqlite3_stmt *rows, int column)
{
	gint64 low = sqlite3_column_int64 (rows, column);
	gint64 high = sqlite3_column_type (rows, column + 1) == SQLITE_NULL
	                      ? FAIRLEAD_SHARE_ONE
	                      : sqlite3_column_int64 (rows, column + 1);

	if (low < 0 || low > high || high > FAIRLEAD_SHARE_ONE)
		fairlead_load_fail (load, "the share of link", sqlite3_column_int64 (rows, 0));
	return (FairleadShare){ (guint32) low, (guint32) high };
}

void
fairlead_load_links (FairleadLoad *load)
{
	GArray *table = load->records->facts.links;
	g_autoptr (sqlite3_stmt) rows = fairlead_load_prepare_rows (
		load, FAIRLEAD_PART_LINK, "link",
		"from_entity, to_entity, kind, share_low, share_high, confidence, period,"
		" note");

	while (fairlead_sql_next (load->sql, rows)) {
		FairleadSource source = fairlead_load_read_source (load, rows, table);
		FairleadLinkFact row = {
			.from = fairlead_load_read_entity (load, rows, 4, source),
			.to = fairlead_load_read_entity (load, rows, 5, source),
			.kind = fairlead_load_read_word (load, rows, 6, FAIRLEAD_WORD_LINK),
			.share = read_share (load, rows, 7),
			.confidence = fairlead_load_read_confidence (load, rows, 9),
			.period = fairlead_load_read_period (load, rows, 10),
			.note = fairlead_load_read_text (load, rows, 11, TRUE),
			.source = source,
		};

		g_array_append_val (table, row);
	}
	fairlead_load_put_in_order (load, table);
}

void
fairlead_load_designations (FairleadLoad *load)
{
	GArray *table = load->records->facts.designations;
	g_autoptr (sqlite3_stmt) rows = fairlead_load_prepare (
		load, "designation", "entity, list, programme, basis, period");

	while (fairlead_sql_next (load->sql, rows)) {
		FairleadSource source = fairlead_load_read_source (load, rows, table);
		FairleadDesignationRow row = {
			.entity = fairlead_load_read_entity (load, rows, 4, source),
			.list = fairlead_load_read_text (load, rows, 5, TRUE),
			.programme = fairlead_load_read_text (load, rows, 6, TRUE),
			.basis = fairlead_load_read_text (load, rows, 7, TRUE),
			.period = fairlead_load_read_period (load, rows, 8),
			.source = source,
		};

		g_array_append_val (table, row);
	}
	fairlead_load_put_in_order (load, table);
}
