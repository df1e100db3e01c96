/* ingest/case/load/ends.c */
#include "ingest/case/load/ends.h"

#include <string.h>

#include "ingest/case/load/cache.h"

/* Another form makes another text */
#define LAYOUT "rows by entity, 1"
#define PIECE_SIZE ((gsize) 256 << 10)
#define PIECE_CELLS (PIECE_SIZE / sizeof (guint32))

/* Where the codes of each entity begin, by its number; and the codes: a kind, and a row of it */
enum { STARTS, CODES };
typedef enum { END_ATTRIBUTE, END_LINK, END_EVENT, N_ENDS } End;
#define ROW_BITS 30
#define MAX_ROW ((G_GINT64_CONSTANT (1) << ROW_BITS) - 1)

/* ---- writing ---- */

struct _FairleadEndLists {
	GArray *starts; /* of guint32: first how many, then where the next code goes */
	GArray *codes;  /* of guint32; NULL while they are counted */
	gboolean is_too_large;
};
typedef FairleadEndLists Making;

static void
note_end (Making *self, End end, gint64 row, gint64 entity)
{
	guint32 code = (guint32) end << ROW_BITS | (guint32) row;
	guint32 *start;

	if (row < 0 || row > MAX_ROW || entity < 0 || entity >= (gint64) self->starts->len - 1) {
		self->is_too_large = TRUE;
		return;
	}
	start = &g_array_index (self->starts, guint32, entity + 1);
	if (self->codes != NULL)
		g_array_index (self->codes, guint32, *start) = code;
	++*start;
}

/* What was found of an entity stands in row + 1 of its table, and it has number + 1 */
static void
note_records (Making *self, FairleadRecords *records)
{
	guint n;
	const FairleadAttributeRow *attributes = fairlead_records_get_attributes (records, &n);
	const FairleadLinkFact *links;
	const FairleadEventRow *events;

	for (guint i = 0; i < n; i++)
		note_end (self, END_ATTRIBUTE, i + 1, (gint64) attributes[i].entity + 1);
	links = fairlead_records_get_links (records, &n);
	for (guint i = 0; i < n; i++) {
		note_end (self, END_LINK, i + 1, (gint64) links[i].from + 1);
		note_end (self, END_LINK, i + 1, (gint64) links[i].to + 1);
	}
	events = fairlead_records_get_events (records, &n);
	for (guint i = 0; i < n; i++) {
		const FairleadEntity all[] = { events[i].vessel, events[i].other, events[i].place };

		for (guint k = 0; k < G_N_ELEMENTS (all); k++)
			if (all[k] != FAIRLEAD_NO_ENTITY)
				note_end (self, END_EVENT, i + 1, (gint64) all[k] + 1);
	}
}

static const char *const questions[N_ENDS] = {
	[END_ATTRIBUTE] = "SELECT id, entity FROM attribute WHERE last_edition IS NULL",
	[END_LINK] = "SELECT id, from_entity, to_entity FROM link WHERE last_edition IS NULL",
	[END_EVENT] = "SELECT id, vessel, other, port FROM event WHERE last_edition IS NULL",
};

static void
note_rows (Making *self, FairleadSql *sql)
{
	for (guint end = 0; end < N_ENDS; end++) {
		g_autoptr (sqlite3_stmt) rows = fairlead_sql_prepare (sql, questions[end]);

		while (fairlead_sql_next (sql, rows))
			for (int i = 1; i < sqlite3_column_count (rows); i++)
				if (sqlite3_column_type (rows, i) != SQLITE_NULL)
					note_end (self, (End) end, sqlite3_column_int64 (rows, 0),
					          sqlite3_column_int64 (rows, i));
	}
}

static void
note_all (Making *self, FairleadSql *sql, FairleadRecords *records)
{
	if (records != NULL)
		note_records (self, records);
	else
		note_rows (self, sql);
}

/* From how many each has to where its first goes */
static void
make_codes (Making *self)
{
	guint32 n = 0;

	for (guint i = 0; i < self->starts->len; i++) {
		guint32 *start = &g_array_index (self->starts, guint32, i);
		guint32 own = *start;

		*start = n;
		n += own;
	}
	self->codes = g_array_sized_new (FALSE, FALSE, sizeof (guint32), MAX (n, 1));
	g_array_set_size (self->codes, n);
}

static void
write_array (FairleadSql *sql, int part, const GArray *array)
{
	g_autoptr (sqlite3_stmt) insertion = fairlead_sql_prepare (
		sql, "INSERT INTO cache (layout, part, sum, bytes) VALUES (?1, ?2, ?3, ?4)");
	gsize size = array->len * sizeof (guint32);

	for (gsize done = 0; done < size; done += PIECE_SIZE) {
		gsize n = MIN (PIECE_SIZE, size - done);

		fairlead_sql_bind_text (insertion, 1, LAYOUT);
		sqlite3_bind_int (insertion, 2, part);
		sqlite3_bind_int64 (insertion, 3, fairlead_cache_sum (array->data + done, n));
		sqlite3_bind_blob (insertion, 4, array->data + done, (int) n, SQLITE_STATIC);
		fairlead_sql_write (sql, insertion);
	}
}

/* From the rows of the case where there are no @records */
static FairleadEndLists *
make_lists (gint64 last, FairleadSql *sql, FairleadRecords *records)
{
	FairleadEndLists *self = g_new0 (FairleadEndLists, 1);

	self->starts = g_array_new (FALSE, TRUE, sizeof (guint32));
	/* One before the first, and one behind the last; note_end() counts one further on, so that
	 * filling moves the start of each to that of the next, which is where it belongs */
	g_array_set_size (self->starts, (guint) last + 3);
	note_all (self, sql, records);
	make_codes (self);
	note_all (self, sql, records);
	return self;
}

FairleadEndLists *
fairlead_end_lists_new (FairleadRecords *records)
{
	guint n;

	fairlead_records_get_entities (records, &n);
	return n > MAX_ROW ? NULL : make_lists (n, NULL, records);
}

void
fairlead_end_lists_free (FairleadEndLists *self)
{
	if (self == NULL)
		return;
	g_array_unref (self->starts);
	g_array_unref (self->codes);
	g_free (self);
}

void
fairlead_ends_write (FairleadSql *sql, const FairleadEndLists *lists)
{
	gint64 last = fairlead_sql_get_number (sql, "SELECT max (id) FROM entity");
	g_autoptr (FairleadEndLists) made = NULL;

	if (last < 0 || last > MAX_ROW)
		return;
	if (lists == NULL)
		lists = made = make_lists (last, sql, NULL);
	if (lists->is_too_large || sql->failure != NULL)
		return;
	write_array (sql, STARTS, lists->starts);
	write_array (sql, CODES, lists->codes);
}

/* ---- reading ---- */

typedef struct {
	gint64 id;
	gint64 sum;
	gsize size;
} Piece;

gboolean
fairlead_ends_open (FairleadEnds *self, FairleadSql *sql)
{
	g_autoptr (sqlite3_stmt) rows = fairlead_sql_prepare (
		sql,
		"SELECT part, id, sum, length (bytes) FROM cache WHERE layout = ?1 ORDER BY id");

	*self = (FairleadEnds){ .sql = sql, .blob = { sql, NULL } };
	for (guint i = 0; i < G_N_ELEMENTS (self->pieces); i++) {
		self->pieces[i] = g_array_new (FALSE, FALSE, sizeof (Piece));
		self->bytes[i] = g_malloc (PIECE_SIZE);
		self->loaded[i] = G_MAXUINT;
	}
	fairlead_sql_bind_text (rows, 1, LAYOUT);
	while (fairlead_sql_next (sql, rows)) {
		gint64 part = sqlite3_column_int64 (rows, 0);
		Piece piece = { sqlite3_column_int64 (rows, 1), sqlite3_column_int64 (rows, 2),
			        (gsize) sqlite3_column_int64 (rows, 3) };

		if (part >= 0 && part < (gint64) G_N_ELEMENTS (self->pieces)
		    && piece.size <= PIECE_SIZE)
			g_array_append_val (self->pieces[part], piece);
	}
	return self->pieces[STARTS]->len > 0;
}

void
fairlead_ends_clear (FairleadEnds *self)
{
	fairlead_blob_clear (&self->blob);
	for (guint i = 0; i < G_N_ELEMENTS (self->pieces); i++) {
		g_clear_pointer (&self->pieces[i], g_array_unref);
		g_clear_pointer (&self->bytes[i], g_free);
	}
}

static gboolean
read_cell (FairleadEnds *self, guint part, guint64 place, guint32 *cell)
{
	guint number = (guint) (place / PIECE_CELLS);
	gsize offset = place % PIECE_CELLS * sizeof *cell;
	const Piece *piece;

	if (number >= self->pieces[part]->len)
		return FALSE;
	piece = &g_array_index (self->pieces[part], Piece, number);
	if (number != self->loaded[part]) {
		self->loaded[part] = G_MAXUINT;
		if (!fairlead_blob_read (&self->blob, "cache", "bytes", piece->id,
		                         self->bytes[part], piece->size)
		    || fairlead_cache_sum (self->bytes[part], piece->size) != piece->sum)
			return FALSE;
		self->loaded[part] = number;
	}
	if (offset + sizeof *cell > piece->size)
		return FALSE;
	memcpy (cell, self->bytes[part] + offset, sizeof *cell);
	return TRUE;
}

gboolean
fairlead_ends_add_rows (FairleadEnds *self, gint64 entity, FairleadPart *part)
{
	GArray *const arrays[N_ENDS] = { part->attributes, part->links, part->events };
	guint32 start, end, code;

	if (entity < 0 || !read_cell (self, STARTS, (guint64) entity, &start)
	    || !read_cell (self, STARTS, (guint64) entity + 1, &end) || start > end)
		return FALSE;
	for (guint32 i = start; i < end; i++) {
		gint64 row;

		if (!read_cell (self, CODES, i, &code) || code >> ROW_BITS >= N_ENDS)
			return FALSE;
		row = code & MAX_ROW;
		g_array_append_val (arrays[code >> ROW_BITS], row);
	}
	return TRUE;
}
