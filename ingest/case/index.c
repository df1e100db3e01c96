/* ingest/case/index.c */
#include "ingest/case/index.h"

#define ASCII_BITS 7
#define N_ASCII_PIECES (1u << (3 * ASCII_BITS))

void
fairlead_search_index_init (FairleadSearchIndex *self, FairleadSql *sql, FairleadRecords *records)
{
	*self = (FairleadSearchIndex){ .sql = sql, .records = records };
	self->transliterator = fairlead_transliterator_new ();
	self->add[FAIRLEAD_SEARCH_NAMES] = fairlead_sql_prepare (
		sql, "INSERT INTO name_search (rowid, written, latin) VALUES (?1, ?2, ?3)");
	self->add[FAIRLEAD_SEARCH_ADDRESSES] = fairlead_sql_prepare (
		sql, "INSERT INTO address_search (rowid, written, latin) VALUES (?1, ?2, ?3)");
	for (guint i = 0; i < FAIRLEAD_N_SEARCHES; i++)
		self->n_pieces[i] = g_new0 (guint32, N_ASCII_PIECES);
}

void
fairlead_search_index_clear (FairleadSearchIndex *self)
{
	for (guint i = 0; i < FAIRLEAD_N_SEARCHES; i++) {
		g_clear_pointer (&self->add[i], sqlite3_finalize);
		g_clear_pointer (&self->n_pieces[i], g_free);
	}
	g_clear_pointer (&self->transliterator, fairlead_transliterator_free);
}

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
	g_autoptr (sqlite3_stmt) addition = fairlead_sql_prepare (
		self->sql, "INSERT INTO piece VALUES (?1, ?2, ?3)"
			   " ON CONFLICT (search, text) DO UPDATE SET n = n + excluded.n");

	for (guint i = 0; i < FAIRLEAD_N_SEARCHES; i++)
		write_pieces (self, (FairleadSearch) i, addition);
}
