/* ingest/case/import/index.c */
#include "ingest/case/import/index.h"

#include "ingest/record/error.h"

#define ASCII_BITS 7
#define N_ASCII_PIECES (1u << (3 * ASCII_BITS))
/* What FTS5 gathers before it writes lists of pieces: with its default of 1 MiB a large index takes
 * nearly twice as long, most of it to merge what was written */
#define GATHERED_BYTES "33554432"
/* Pages of it that are kept in memory, in KiB */
#define CACHE_KIB "8192"

static const char *const tables[FAIRLEAD_N_SEARCHES] = {
	[FAIRLEAD_SEARCH_NAMES] = "name_search",
	[FAIRLEAD_SEARCH_ADDRESSES] = "address_search",
};

/* ---- adding texts ---- */

static void
count_pieces (guint32 *n_pieces, const char *key)
{
	guint32 piece = 0;

	for (guint n = 1; *key != '\0'; key++, n++) {
		if ((guchar) *key >= 1u << ASCII_BITS) {
			n = 0;
			continue;
		}
		piece = (piece << ASCII_BITS | (guchar) *key) & (N_ASCII_PIECES - 1);
		if (n >= 3)
			n_pieces[piece]++;
	}
}

static void
add_text (FairleadSearchIndex *self, FairleadSearch search, gint64 id, FairleadText text)
{
	g_auto (FairleadSearchKeys) keys = { NULL, NULL };
	sqlite3_stmt *add = self->add[search];

	fairlead_search_keys_init (&keys, self->transliterator,
	                           fairlead_records_get_text (self->records, text));
	count_pieces (self->n_pieces[search], keys.written);
	if (keys.latin != NULL)
		count_pieces (self->n_pieces[search], keys.latin);
	sqlite3_bind_int64 (add, 1, id);
	fairlead_sql_bind_text (add, 2, keys.written);
	fairlead_sql_bind_text (add, 3, keys.latin);
	fairlead_sql_write (self->sql, add);
}

static gboolean
is_address (FairleadRecords *records, FairleadEntity entity)
{
	guint n;

	return fairlead_records_get_entities (records, &n)[entity].kind == FAIRLEAD_KIND_ADDRESS;
}

void
fairlead_search_index_add (FairleadSearchIndex *self, FairleadFact fact, gconstpointer row,
                           gint64 id)
{
	const FairleadNameRow *name = row;
	const FairleadAttributeRow *attribute = row;

	if (fact == FAIRLEAD_FACT_NAME && is_address (self->records, name->entity))
		add_text (self, FAIRLEAD_SEARCH_ADDRESSES, 2 * id, name->text);
	else if (fact == FAIRLEAD_FACT_NAME)
		add_text (self, FAIRLEAD_SEARCH_NAMES, id, name->text);
	else if (fact == FAIRLEAD_FACT_ATTRIBUTE
	         && attribute->attribute == FAIRLEAD_ATTRIBUTE_ADDRESS)
		add_text (self, FAIRLEAD_SEARCH_ADDRESSES, 2 * id + 1, attribute->text);
}

/* ---- beside the case ---- */

/* The same tables as in the case */
static void
copy_table (FairleadSearchIndex *self, const char *table)
{
	g_autofree char *setting = g_strdup_printf (
		"INSERT INTO %s (%s, rank) VALUES ('hashsize', " GATHERED_BYTES ")", table, table);
	g_autoptr (sqlite3_stmt) find =
		fairlead_sql_prepare (self->into, "SELECT sql FROM sqlite_schema WHERE name = ?1");

	fairlead_sql_bind_text (find, 1, table);
	while (fairlead_sql_next (self->into, find))
		fairlead_sql_run (&self->beside, fairlead_sql_get_text (find, 0));
	fairlead_sql_run (&self->beside, setting);
}

static gboolean
is_going (FairleadSearchIndex *self)
{
	return self->sql->failure == NULL && !g_atomic_int_get (&self->is_stopped);
}

static void
add_all (FairleadSearchIndex *self, FairleadFact fact)
{
	const FairleadFactTable *table = &fairlead_fact_tables[fact];
	guint n;
	const char *rows = table->get_rows (self->records, &n);

	for (guint row = 0; row < n && is_going (self); row++)
		fairlead_search_index_add (self, fact, rows + row * table->stride,
		                           (gint64) row + 1);
}

static gpointer
fill_beside (gpointer data)
{
	FairleadSearchIndex *self = data;

	fairlead_sql_run (self->sql, "BEGIN");
	add_all (self, FAIRLEAD_FACT_NAME);
	add_all (self, FAIRLEAD_FACT_ATTRIBUTE);
	fairlead_sql_run (self->sql, "COMMIT");
	return NULL;
}

static void
start_beside (FairleadSearchIndex *self)
{
	guint n;

	/* Without a name it is a file of its own, in the folder for such, that nobody sees and that
	 * goes with its connection; it stays in memory for as long as it is small */
	fairlead_sql_open (&self->beside, "", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
	fairlead_sql_run (&self->beside, "PRAGMA page_size = 16384; PRAGMA journal_mode = OFF;"
	                                 " PRAGMA cache_size = -" CACHE_KIB);
	for (guint i = 0; i < FAIRLEAD_N_SEARCHES; i++)
		copy_table (self, tables[i]);
	/* What readers are still adding is waited for by the first that asks, and by one alone */
	fairlead_records_get_names (self->records, &n);
	self->sql = &self->beside;
}

/* FTS5 keeps all it has in two tables of bytes, which say the same in any file */
static void
copy_rows (FairleadSearchIndex *self, const char *table, const char *part, const char *columns,
           const char *places)
{
	g_autofree char *deletion = g_strdup_printf ("DELETE FROM %s_%s", table, part);
	g_autofree char *question = g_strdup_printf ("SELECT %s FROM %s_%s", columns, table, part);
	g_autofree char *addition = g_strdup_printf ("INSERT INTO %s_%s (%s) VALUES (%s)", table,
	                                             part, columns, places);
	g_autoptr (sqlite3_stmt) rows = fairlead_sql_prepare (&self->beside, question);
	g_autoptr (sqlite3_stmt) insertion = NULL;

	fairlead_sql_run (self->into, deletion);
	insertion = fairlead_sql_prepare (self->into, addition);
	while (self->into->failure == NULL && fairlead_sql_next (&self->beside, rows)) {
		for (int i = 0; i < sqlite3_column_count (rows); i++)
			sqlite3_bind_value (insertion, i + 1, sqlite3_column_value (rows, i));
		fairlead_sql_write (self->into, insertion);
	}
}

static void
stop_beside (FairleadSearchIndex *self)
{
	if (self->thread != NULL)
		g_thread_join (g_steal_pointer (&self->thread));
	if (self->beside.failure != NULL && self->into->failure == NULL)
		self->into->failure = g_steal_pointer (&self->beside.failure);
}

static void
finish_beside (FairleadSearchIndex *self)
{
	if (self->into->failure != NULL)
		g_atomic_int_set (&self->is_stopped, TRUE);
	stop_beside (self);
	for (guint i = 0; i < FAIRLEAD_N_SEARCHES; i++) {
		copy_rows (self, tables[i], "data", "id, block", "?1, ?2");
		copy_rows (self, tables[i], "idx", "segid, term, pgno", "?1, ?2, ?3");
	}
	self->sql = self->into;
}

/* ---- all of it ---- */

static void
prepare_additions (FairleadSearchIndex *self)
{
	for (guint i = 0; i < FAIRLEAD_N_SEARCHES; i++) {
		g_autofree char *addition = g_strdup_printf (
			"INSERT INTO %s (rowid, written, latin) VALUES (?1, ?2, ?3)", tables[i]);

		self->add[i] = fairlead_sql_prepare (self->sql, addition);
	}
}

void
fairlead_search_index_init (FairleadSearchIndex *self, FairleadSql *sql, FairleadRecords *records,
                            gboolean is_new)
{
	*self = (FairleadSearchIndex){ .sql = sql, .into = sql, .records = records };
	self->transliterator = fairlead_transliterator_new ();
	for (guint i = 0; i < FAIRLEAD_N_SEARCHES; i++)
		self->n_pieces[i] = g_new0 (guint32, N_ASCII_PIECES);
	if (is_new)
		start_beside (self);
	prepare_additions (self);
	if (is_new)
		self->thread = g_thread_new ("search-index", fill_beside, self);
}

void
fairlead_search_index_clear (FairleadSearchIndex *self)
{
	g_atomic_int_set (&self->is_stopped, TRUE);
	stop_beside (self);
	for (guint i = 0; i < FAIRLEAD_N_SEARCHES; i++) {
		g_clear_pointer (&self->add[i], sqlite3_finalize);
		g_clear_pointer (&self->n_pieces[i], g_free);
	}
	fairlead_sql_close (&self->beside);
	g_clear_pointer (&self->transliterator, fairlead_transliterator_free);
}

static void
write_pieces (FairleadSearchIndex *self, FairleadSearch search, sqlite3_stmt *addition)
{
	for (guint32 piece = 0; piece < N_ASCII_PIECES; piece++) {
		const guint mask = (1u << ASCII_BITS) - 1;
		const char text[] = { (char) (piece >> (2 * ASCII_BITS)),
			              (char) (piece >> ASCII_BITS & mask), (char) (piece & mask),
			              '\0' };

		if (self->n_pieces[search][piece] == 0)
			continue;
		sqlite3_bind_int (addition, 1, (int) search);
		sqlite3_bind_text (addition, 2, text, 3, SQLITE_STATIC);
		sqlite3_bind_int64 (addition, 3, self->n_pieces[search][piece]);
		fairlead_sql_write (self->sql, addition);
	}
}

void
fairlead_search_index_finish (FairleadSearchIndex *self)
{
	g_autoptr (sqlite3_stmt) addition = NULL;

	if (self->thread != NULL)
		finish_beside (self);
	addition = fairlead_sql_prepare (
		self->sql, "INSERT INTO piece VALUES (?1, ?2, ?3)"
			   " ON CONFLICT (search, text) DO UPDATE SET n = n + excluded.n");
	for (guint i = 0; i < FAIRLEAD_N_SEARCHES; i++)
		write_pieces (self, (FairleadSearch) i, addition);
}
