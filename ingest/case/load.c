/* ingest/case/load.c: the rows of a case as records, in the order in which they were read */
#include "ingest/case/cache.h"
#include "ingest/case/days.h"
#include "ingest/case/facts.h"
#include "ingest/case/part-private.h"
#include "ingest/record/error.h"
#include "ingest/record/records-private.h"

/* Numbers of rows are given without gaps; more than this no case can hold */
#define MAX_NUMBER (1u << 30)

typedef struct {
	FairleadCase *owner;
	FairleadSql *sql;
	FairleadRecords *records;
	GArray *files;    /* of guint32, row of the records + 1, by number in the case */
	GArray *imports;  /* of guint32, by file of the records: which import brought it */
	GArray *periods;  /* of FairleadPeriodId by number in the case */
	GArray *keys;     /* of FairleadText by number of the entity */
	GArray *entities; /* of FairleadEntity + 1 by the same */
	GArray *orders;   /* of Order: where each row of the table stands that is being read */
	const FairleadPart *part; /* NULL: all of it */
} Load;

typedef struct {
	guint64 place; /* its import, then its place therein */
	guint32 row;
} Order;

/* ---- numbers ---- */

static void
fail_damaged (Load *load, const char *what, gint64 number)
{
	fairlead_sql_fail (load->sql, FAIRLEAD_ERROR_SYNTAX,
	                   "is a damaged case (%s %" G_GINT64_FORMAT ")", what, number);
}

/* The cell for the number, the array made long enough */
static guint32 *
cell_at (Load *load, GArray *array, gint64 number, const char *what)
{
	if (number < 0 || number >= MAX_NUMBER) {
		fail_damaged (load, what, number);
		number = 0;
	}
	if (number >= array->len)
		g_array_set_size (array, MAX ((guint) number + 1, array->len * 2));
	return &g_array_index (array, guint32, number);
}

static guint32
get_cell (const GArray *array, gint64 number)
{
	return number < 0 || number >= array->len ? 0 : g_array_index (array, guint32, number);
}

static FairleadText
read_text (Load *load, sqlite3_stmt *rows, int column, gboolean is_interned)
{
	const char *text = fairlead_sql_get_text (rows, column);
	gsize length = (gsize) sqlite3_column_bytes (rows, column);

	if (!g_utf8_validate_len (text, length, NULL)) {
		fail_damaged (load, "a text is no UTF-8 in row", sqlite3_column_int64 (rows, 0));
		return 0;
	}
	return is_interned ? fairlead_strings_intern (load->records->strings, text, length)
	                   : fairlead_strings_add (load->records->strings, text, length);
}

static guint8
read_word (Load *load, sqlite3_stmt *rows, int column, FairleadWord word)
{
	return fairlead_words_read (&load->owner->words, load->sql, word,
	                            sqlite3_column_int64 (rows, column));
}

/* ---- where facts come from ---- */

static void
load_files (Load *load)
{
	g_autoptr (sqlite3_stmt) rows = fairlead_sql_prepare (
		load->sql, "SELECT source_file.id, path, source_file.format, sha256, n_records,"
			   " n_bytes, source_file.issued, edition.import FROM source_file"
			   " JOIN edition ON edition.id = source_file.edition"
			   " WHERE edition IN (SELECT max (id) FROM edition GROUP BY data_set)"
			   " ORDER BY source_file.id");

	while (fairlead_sql_next (load->sql, rows)) {
		FairleadFileRow file = {
			.path = read_text (load, rows, 1, FALSE),
			.format = read_text (load, rows, 2, TRUE),
			.sha256 = read_text (load, rows, 3, TRUE),
			.n_records = (guint64) sqlite3_column_int64 (rows, 4),
			.n_bytes = (guint64) sqlite3_column_int64 (rows, 5),
			.issued = read_text (load, rows, 6, TRUE),
		};
		guint32 import = (guint32) sqlite3_column_int64 (rows, 7);

		g_array_append_val (load->records->files, file);
		g_array_append_val (load->imports, import);
		*cell_at (load, load->files, sqlite3_column_int64 (rows, 0), "file") =
			load->records->files->len;
	}
}

static void
load_periods (Load *load)
{
	g_autoptr (sqlite3_stmt) rows = fairlead_sql_prepare (
		load->sql, "SELECT id, start_first, start_last, end_first, end_last, start_circa,"
			   " end_circa, ended FROM period");

	while (fairlead_sql_next (load->sql, rows)) {
		FairleadPeriod period = fairlead_period_read (load->sql, rows, 1);

		*cell_at (load, load->periods, sqlite3_column_int64 (rows, 0), "period") =
			fairlead_period_table_add (&load->records->facts.periods, &period);
	}
}

/* Columns 1 to 3: file, line, place. Notes the order of a row that is to be added to @table. */
static FairleadSource
read_source (Load *load, sqlite3_stmt *rows, const GArray *table)
{
	guint32 file = get_cell (load->files, sqlite3_column_int64 (rows, 1));
	gint64 line = sqlite3_column_int64 (rows, 2);
	gint64 place = sqlite3_column_int64 (rows, 3);
	Order order = { 0, table->len };

	if (file == 0 || line < 0 || line > G_MAXUINT32 || place < 0 || place > G_MAXUINT32) {
		fail_damaged (load, "the source of row", sqlite3_column_int64 (rows, 0));
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
	const Order *first = a, *second = b;

	if (first->place != second->place)
		return first->place < second->place ? -1 : 1;
	return first->row < second->row ? -1 : first->row > second->row;
}

static gboolean
is_in_order (const GArray *orders)
{
	for (guint i = 1; i < orders->len; i++)
		if (g_array_index (orders, Order, i - 1).place
		    > g_array_index (orders, Order, i).place)
			return FALSE;
	return TRUE;
}

/* The rows as they were read, whatever editions have made of the case */
static void
put_in_order (Load *load, GArray *table)
{
	gsize size = g_array_get_element_size (table);
	g_autofree char *before = NULL;

	if (load->sql->failure == NULL && !is_in_order (load->orders)) {
		before = g_memdup2 (table->data, table->len * size);
		g_array_sort (load->orders, compare_orders);
		for (guint i = 0; i < table->len; i++)
			memcpy (table->data + i * size,
			        before + g_array_index (load->orders, Order, i).row * size, size);
	}
	g_array_set_size (load->orders, 0);
}

/* What is said now; of a part, that of its entities */
static sqlite3_stmt *
prepare (Load *load, const char *table, const char *columns)
{
	const char *of_part = load->part == NULL ? "" : FAIRLEAD_PART_ENTITY " CROSS JOIN ";
	const char *which = load->part == NULL ? "" : " AND entity = v0";
	g_autofree char *text = g_strdup_printf ("SELECT id, file, line, place, %s FROM %s%s"
	                                         " WHERE last_edition IS NULL%s",
	                                         columns, of_part, table, which);

	return fairlead_sql_prepare (load->sql, text);
}

/* ---- entities ---- */

static void
load_keys (Load *load)
{
	g_autoptr (sqlite3_stmt) rows = fairlead_sql_prepare (
		load->sql, load->part == NULL ? "SELECT id, key FROM entity"
					      : "SELECT id, key FROM " FAIRLEAD_PART_ENTITY
						" CROSS JOIN entity WHERE id = v0");

	while (fairlead_sql_next (load->sql, rows))
		*cell_at (load, load->keys, sqlite3_column_int64 (rows, 0), "entity") =
			read_text (load, rows, 1, FALSE);
}

typedef struct {
	gint64 number;
	FairleadEntityRow row;
} Mention;

static Mention
read_mention (Load *load, sqlite3_stmt *rows, const GArray *table)
{
	Mention mention = { sqlite3_column_int64 (rows, 4),
		            { .kind = read_word (load, rows, 5, FAIRLEAD_WORD_KIND),
		              .source = read_source (load, rows, table) } };
	static const guint8 flags[] = { FAIRLEAD_ENTITY_NAMED, FAIRLEAD_ENTITY_KIND_STATED,
		                        FAIRLEAD_ENTITY_DISPUTED };

	if (!sqlite3_column_int (rows, 6))
		mention.row.flags |= FAIRLEAD_ENTITY_STUB;
	for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
		if (sqlite3_column_int (rows, 7 + (int) i))
			mention.row.flags |= flags[i];
	return mention;
}

static FairleadEntity
merge_mention (Load *load, const Mention *mention)
{
	FairleadText key = get_cell (load->keys, mention->number);
	FairleadEntity entity;

	if (key == 0) {
		fail_damaged (load, "there is no entity", mention->number);
		return 0;
	}
	entity = fairlead_records_merge_entity (
		load->records, fairlead_strings_get (load->records->strings, key), &mention->row);
	*cell_at (load, load->entities, mention->number, "entity") = entity + 1;
	return entity;
}

static void
load_mentions (Load *load)
{
	g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (Mention));
	g_autoptr (sqlite3_stmt) rows = prepare (
		load, "mention", "entity, kind, described, by_name, kind_stated, disputed");

	while (fairlead_sql_next (load->sql, rows)) {
		Mention mention = read_mention (load, rows, mentions);

		g_array_append_val (mentions, mention);
	}
	put_in_order (load, mentions);
	for (guint i = 0; i < mentions->len && load->sql->failure == NULL; i++)
		merge_mention (load, &g_array_index (mentions, Mention, i));
}

/* An entity that no file mentions any more, where another's fact is about it, is a stub */
static FairleadEntity
read_entity (Load *load, sqlite3_stmt *rows, int column, FairleadSource source)
{
	gint64 number = sqlite3_column_int64 (rows, column);
	guint32 known = get_cell (load->entities, number);
	Mention stub = { number, { .flags = FAIRLEAD_ENTITY_STUB, .source = source } };

	return known != 0 ? known - 1 : merge_mention (load, &stub);
}

static FairleadPeriodId
read_period (Load *load, sqlite3_stmt *rows, int column)
{
	return get_cell (load->periods, sqlite3_column_int64 (rows, column));
}

/* ---- facts ---- */

static void
load_names (Load *load)
{
	GArray *table = load->records->facts.names;
	g_autoptr (sqlite3_stmt) rows = prepare (load, "name", "entity, type, weak, text");

	while (fairlead_sql_next (load->sql, rows)) {
		FairleadSource source = read_source (load, rows, table);
		FairleadNameRow row = {
			.entity = read_entity (load, rows, 4, source),
			.type = read_word (load, rows, 5, FAIRLEAD_WORD_NAME),
			.weak = sqlite3_column_int (rows, 6) != 0,
			.text = read_text (load, rows, 7, FALSE),
			.source = source,
		};

		g_array_append_val (table, row);
	}
	put_in_order (load, table);
	if (load->sql->failure == NULL)
		fairlead_records_drop_repeated_names (load->records);
}

static void
load_identifiers (Load *load)
{
	GArray *table = load->records->facts.identifiers;
	g_autoptr (sqlite3_stmt) rows =
		prepare (load, "identifier", "entity, scheme, number, issuer, valid");

	while (fairlead_sql_next (load->sql, rows)) {
		FairleadSource source = read_source (load, rows, table);
		FairleadIdRow row = {
			.entity = read_entity (load, rows, 4, source),
			.scheme = read_word (load, rows, 5, FAIRLEAD_WORD_SCHEME),
			.number = read_text (load, rows, 6, FALSE),
			.issuer = read_text (load, rows, 7, TRUE),
			.valid = sqlite3_column_int (rows, 8) != 0,
			.source = source,
		};

		g_array_append_val (table, row);
	}
	put_in_order (load, table);
}

/* Texts that are short repeat themselves */
static FairleadText
read_value (Load *load, sqlite3_stmt *rows, int column)
{
	return read_text (load, rows, column, sqlite3_column_bytes (rows, column) <= 32);
}

#define ATTRIBUTE_COLUMNS "entity, attribute, text, period"

static void
load_attributes (Load *load)
{
	GArray *table = load->records->facts.attributes;
	g_autoptr (sqlite3_stmt) rows =
		load->part == NULL
			? prepare (load, "attribute", ATTRIBUTE_COLUMNS)
			: fairlead_sql_prepare (load->sql,
	                                        "SELECT id, file, line, place, " ATTRIBUTE_COLUMNS
	                                        " FROM " FAIRLEAD_PART_ATTRIBUTE
	                                        " CROSS JOIN attribute WHERE id = v0"
	                                        " AND last_edition IS NULL");

	while (fairlead_sql_next (load->sql, rows)) {
		FairleadSource source = read_source (load, rows, table);
		FairleadAttributeRow row = {
			.entity = read_entity (load, rows, 4, source),
			.attribute = read_word (load, rows, 5, FAIRLEAD_WORD_ATTRIBUTE),
			.text = read_value (load, rows, 6),
			.period = read_period (load, rows, 7),
			.source = source,
		};

		g_array_append_val (table, row);
	}
	put_in_order (load, table);
}

static FairleadShare
read_share (Load *load, sqlite3_stmt *rows, int column)
{
	gint64 low = sqlite3_column_int64 (rows, column);
	gint64 high = sqlite3_column_type (rows, column + 1) == SQLITE_NULL
	                      ? FAIRLEAD_SHARE_ONE
	                      : sqlite3_column_int64 (rows, column + 1);

	if (low < 0 || low > high || high > FAIRLEAD_SHARE_ONE)
		fail_damaged (load, "the share of link", sqlite3_column_int64 (rows, 0));
	return (FairleadShare){ (guint32) low, (guint32) high };
}

static float
read_confidence (Load *load, sqlite3_stmt *rows, int column)
{
	double confidence = sqlite3_column_double (rows, column);

	if (!(confidence >= 0.0 && confidence <= 1.0))
		fail_damaged (load, "the confidence of link", sqlite3_column_int64 (rows, 0));
	return (float) confidence;
}

static void
load_links (Load *load)
{
	GArray *table = load->records->facts.links;
	g_autoptr (sqlite3_stmt) rows =
		prepare (load, "link",
	                 "from_entity, to_entity, kind, share_low, share_high, confidence, period,"
	                 " note");

	while (fairlead_sql_next (load->sql, rows)) {
		FairleadSource source = read_source (load, rows, table);
		FairleadLinkFact row = {
			.from = read_entity (load, rows, 4, source),
			.to = read_entity (load, rows, 5, source),
			.kind = read_word (load, rows, 6, FAIRLEAD_WORD_LINK),
			.share = read_share (load, rows, 7),
			.confidence = read_confidence (load, rows, 9),
			.period = read_period (load, rows, 10),
			.note = read_text (load, rows, 11, TRUE),
			.source = source,
		};

		g_array_append_val (table, row);
	}
	put_in_order (load, table);
}

static void
load_designations (Load *load)
{
	GArray *table = load->records->facts.designations;
	g_autoptr (sqlite3_stmt) rows =
		prepare (load, "designation", "entity, list, programme, basis, period");

	while (fairlead_sql_next (load->sql, rows)) {
		FairleadSource source = read_source (load, rows, table);
		FairleadDesignationRow row = {
			.entity = read_entity (load, rows, 4, source),
			.list = read_text (load, rows, 5, TRUE),
			.programme = read_text (load, rows, 6, TRUE),
			.basis = read_text (load, rows, 7, TRUE),
			.period = read_period (load, rows, 8),
			.source = source,
		};

		g_array_append_val (table, row);
	}
	put_in_order (load, table);
}

static FairleadEntity
read_some_entity (Load *load, sqlite3_stmt *rows, int column, FairleadSource source)
{
	return sqlite3_column_type (rows, column) == SQLITE_NULL
	               ? FAIRLEAD_NO_ENTITY
	               : read_entity (load, rows, column, source);
}

static FairleadQuantity
read_quantity (Load *load, sqlite3_stmt *rows, int column)
{
	FairleadQuantity quantity = { sqlite3_column_int64 (rows, column), FAIRLEAD_QUANTITY_OPEN };

	if (sqlite3_column_type (rows, column + 1) != SQLITE_NULL)
		quantity.high = sqlite3_column_int64 (rows, column + 1);
	if (!fairlead_quantity_is_valid (quantity))
		fail_damaged (load, "the quantity of event", sqlite3_column_int64 (rows, 0));
	return quantity;
}

static FairleadPosition
read_position (Load *load, sqlite3_stmt *rows, int column)
{
	FairleadPosition position = FAIRLEAD_POSITION_UNKNOWN;

	if (sqlite3_column_type (rows, column) != SQLITE_NULL)
		position = (FairleadPosition){ sqlite3_column_int (rows, column),
			                       sqlite3_column_int (rows, column + 1) };
	if (!fairlead_position_is_valid (position))
		fail_damaged (load, "the position of event", sqlite3_column_int64 (rows, 0));
	return position;
}

static FairleadLaden
read_laden (sqlite3_stmt *rows, int column)
{
	if (sqlite3_column_type (rows, column) == SQLITE_NULL)
		return FAIRLEAD_LADEN_UNKNOWN;
	return sqlite3_column_int (rows, column) ? FAIRLEAD_LADEN_YES : FAIRLEAD_LADEN_NO;
}

static void
load_events (Load *load)
{
	GArray *table = load->records->facts.events;
	g_autoptr (sqlite3_stmt) rows =
		prepare (load, "event", fairlead_fact_tables[FAIRLEAD_FACT_EVENT].columns);

	while (fairlead_sql_next (load->sql, rows)) {
		FairleadSource source = read_source (load, rows, table);
		FairleadEventRow row = {
			.kind = read_word (load, rows, 4, FAIRLEAD_WORD_EVENT),
			.vessel = read_some_entity (load, rows, 5, source),
			.other = read_some_entity (load, rows, 6, source),
			.place = read_some_entity (load, rows, 7, source),
			.period = read_period (load, rows, 8),
			.position = read_position (load, rows, 9),
			.quantity = read_quantity (load, rows, 11),
			.commodity = read_text (load, rows, 13, TRUE),
			.unit = read_text (load, rows, 14, TRUE),
			.before = read_text (load, rows, 15, TRUE),
			.after = read_text (load, rows, 16, TRUE),
			.note = read_text (load, rows, 17, TRUE),
			.laden = (guint8) read_laden (rows, 18),
			.is_notified = sqlite3_column_int (rows, 19) != 0,
			.confidence = read_confidence (load, rows, 20),
			.source = source,
		};

		g_array_append_val (table, row);
	}
	put_in_order (load, table);
}

static void
load_issues (Load *load)
{
	GArray *table = load->records->facts.issues;
	g_autoptr (sqlite3_stmt) rows = fairlead_sql_prepare (
		load->sql, "SELECT issue.id, file, line, place, tag, text FROM issue"
			   " JOIN source_file ON source_file.id = file WHERE edition IN"
			   " (SELECT max (id) FROM edition GROUP BY data_set)");

	while (fairlead_sql_next (load->sql, rows)) {
		FairleadIssueRow row = {
			.source = read_source (load, rows, table),
			.tag = read_word (load, rows, 4, FAIRLEAD_WORD_ISSUE),
			.text = read_text (load, rows, 5, FALSE),
		};

		g_array_append_val (table, row);
	}
	put_in_order (load, table);
}

/* ---- all of it ---- */

static void
load_rows (Load *load)
{
	load_files (load);
	load_periods (load);
	load_keys (load);
	load_mentions (load);
	load_names (load);
	load_identifiers (load);
	load_attributes (load);
	load_designations (load);
	if (load->part == NULL) {
		load_links (load);
		if (load->owner->version >= FAIRLEAD_CASE_EVENTS_VERSION)
			load_events (load);
		load_issues (load);
	}
	if (fairlead_records_is_full (load->records))
		fairlead_sql_fail (load->sql, FAIRLEAD_ERROR_LIMIT,
		                   "holds more than 4 GiB of text");
}

static void
load_clear (Load *load)
{
	GArray **arrays[] = { &load->files, &load->imports,  &load->periods,
		              &load->keys,  &load->entities, &load->orders };

	for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
		g_clear_pointer (arrays[i], g_array_unref);
}

static FairleadRecords *
load_some (FairleadCase *self, const FairleadPart *part)
{
	FairleadRecords *records = fairlead_records_new ();
	Load load = { .owner = self, .sql = &self->sql, .records = records, .part = part };

	load.files = g_array_new (FALSE, TRUE, sizeof (guint32));
	load.imports = g_array_new (FALSE, TRUE, sizeof (guint32));
	load.periods = g_array_new (FALSE, TRUE, sizeof (guint32));
	load.keys = g_array_new (FALSE, TRUE, sizeof (guint32));
	load.entities = g_array_new (FALSE, TRUE, sizeof (guint32));
	load.orders = g_array_new (FALSE, FALSE, sizeof (Order));
	load_rows (&load);
	load_clear (&load);
	return records;
}

FairleadRecords *
fairlead_case_load_rows (FairleadCase *self)
{
	return load_some (self, NULL);
}

FairleadRecords *
fairlead_case_load_part_rows (FairleadCase *self, const FairleadPart *part)
{
	return load_some (self, part);
}

FairleadRecords *
fairlead_case_load (FairleadCase *self, GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadRecords) records = NULL;

	fairlead_sql_set_cancellable (&self->sql, cancellable);
	/* One state of the case, whoever writes meanwhile */
	fairlead_sql_run (&self->sql, "BEGIN");
	if (self->version >= FAIRLEAD_CASE_CACHE_VERSION)
		records = fairlead_cache_read (&self->sql);
	if (records == NULL)
		records = fairlead_case_load_rows (self);
	(void) sqlite3_exec (self->sql.db, "ROLLBACK", NULL, NULL, NULL);
	fairlead_sql_set_cancellable (&self->sql, NULL);
	return fairlead_sql_check (&self->sql, error) ? g_steal_pointer (&records) : NULL;
}
