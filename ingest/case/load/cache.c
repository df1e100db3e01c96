/* ingest/case/load/cache.c */
#include "ingest/case/load/cache.h"

#include <string.h>

#include "ingest/record/pages.h"
#include "ingest/record/records-private.h"

#define PIECE_SIZE ((gsize) 4 << 20)
#define CACHE_VERSION "1"

/* ---- what it is made of ---- */

typedef enum {
	PART_FILES,
	PART_ENTITIES,
	PART_KEYS,
	PART_PERIODS,
	PART_NAMES,
	PART_IDENTIFIERS,
	PART_ATTRIBUTES,
	PART_LINKS,
	PART_DESIGNATIONS,
	PART_EVENTS,
	PART_ISSUES,
	PART_TEXTS,
	N_PARTS
} Part;

/* Those parts that are arrays; NULL for the others */
static GArray *
get_array (FairleadRecords *records, Part part)
{
	FairleadFacts *facts = &records->facts;
	GArray *const arrays[N_PARTS] = {
		[PART_FILES] = records->files,
		[PART_ENTITIES] = records->entities,
		[PART_PERIODS] = facts->periods.periods,
		[PART_NAMES] = facts->names,
		[PART_IDENTIFIERS] = facts->identifiers,
		[PART_ATTRIBUTES] = facts->attributes,
		[PART_LINKS] = facts->links,
		[PART_DESIGNATIONS] = facts->designations,
		[PART_EVENTS] = facts->events,
		[PART_ISSUES] = facts->issues,
	};

	return arrays[part];
}

/* Other numbers for words, or rows of another form, make another text */
static char *
dup_layout (void)
{
	g_autoptr (GChecksum) words = g_checksum_new (G_CHECKSUM_SHA256);
	const guint32 order = 1;
	const gsize sizes[] = { sizeof (FairleadFileRow),        sizeof (FairleadEntityRow),
		                sizeof (FairleadIdSlot),         sizeof (FairleadPeriod),
		                sizeof (FairleadNameRow),        sizeof (FairleadIdRow),
		                sizeof (FairleadAttributeRow),   sizeof (FairleadLinkFact),
		                sizeof (FairleadDesignationRow), sizeof (FairleadEventRow),
		                sizeof (FairleadIssueRow) };

	g_checksum_update (words, (const guchar *) CACHE_VERSION, -1);
	g_checksum_update (words, (const guchar *) &order, sizeof order);
	g_checksum_update (words, (const guchar *) sizes, sizeof sizes);
	for (guint word = 0; word < FAIRLEAD_N_WORDS; word++) {
		const char *name;

		for (guint i = 0; (name = fairlead_word_name ((FairleadWord) word, i)) != NULL; i++)
			g_checksum_update (words, (const guchar *) name,
			                   (gssize) strlen (name) + 1);
	}
	return g_strdup (g_checksum_get_string (words));
}

gint64
fairlead_cache_sum (const char *bytes, gsize n)
{
	guint64 sums[4] = { n, 1, 2, 3 };
	guint64 words[4];

	for (; n >= sizeof words; bytes += sizeof words, n -= sizeof words) {
		memcpy (words, bytes, sizeof words);
		for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
			sums[i] = (sums[i] ^ words[i]) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
	}
	memset (words, 0, sizeof words);
	memcpy (words, bytes, n);
	for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
		sums[0] = (sums[0] ^ sums[i] ^ words[i]) * G_GUINT64_CONSTANT (0xc2b2ae3d27d4eb4f);
	return (gint64) (sums[0] ^ (sums[0] >> 32));
}

/* ---- writing ---- */

typedef struct {
	FairleadSql *sql;
	sqlite3_stmt *insertion;
	char *layout;
} Writer;

static void
write_piece (const Writer *self, Part part, const char *bytes, gsize n)
{
	fairlead_sql_bind_text (self->insertion, 1, self->layout);
	sqlite3_bind_int (self->insertion, 2, (int) part);
	sqlite3_bind_int64 (self->insertion, 3, fairlead_cache_sum (bytes, n));
	sqlite3_bind_blob (self->insertion, 4, bytes, (int) n, SQLITE_STATIC);
	fairlead_sql_write (self->sql, self->insertion);
}

static void
write_part (const Writer *self, Part part, const char *bytes, gsize n)
{
	for (gsize done = 0; done < n; done += PIECE_SIZE)
		write_piece (self, part, bytes + done, MIN (PIECE_SIZE, n - done));
}

/* Each chunk of the arena is a piece, without the zeros behind its texts */
static void
write_texts (const Writer *self, const FairleadStrings *strings)
{
	for (guint i = 0; i < fairlead_strings_get_n_chunks (strings); i++) {
		const char *chunk = fairlead_strings_get_chunk (strings, i);
		gsize n = FAIRLEAD_STRINGS_CHUNK;

		while (n > 1 && chunk[n - 1] == '\0')
			n--;
		write_piece (self, PART_TEXTS, chunk, MIN (n + 1, FAIRLEAD_STRINGS_CHUNK));
	}
}

void
fairlead_cache_write (FairleadSql *sql, FairleadRecords *records)
{
	Writer writer = { sql,
		          fairlead_sql_prepare (sql, "INSERT INTO cache (layout, part, sum, bytes)"
		                                     " VALUES (?1, ?2, ?3, ?4)"),
		          dup_layout () };
	guint n;

	/* Nobody else may be at the tables */
	fairlead_records_get_names (records, &n);
	fairlead_sql_run (sql, "DELETE FROM cache");
	for (guint part = 0; part < N_PARTS; part++) {
		const GArray *array = get_array (records, (Part) part);

		if (array != NULL)
			write_part (&writer, (Part) part, array->data,
			            (gsize) array->len
			                    * g_array_get_element_size ((GArray *) array));
	}
	fairlead_records_settle_keys (records);
	write_part (&writer, PART_KEYS, (const char *) records->keys.slots,
	            (gsize) records->keys.n_slots * sizeof (FairleadIdSlot));
	write_texts (&writer, records->strings);
	sqlite3_finalize (writer.insertion);
	g_free (writer.layout);
}

/* ---- reading ---- */

typedef struct {
	gint64 id;
	gint64 part;
	gint64 sum;
	gsize size;
} Piece;

typedef struct {
	FairleadSql *sql;
	FairleadRecords *records;
	char *layout;
	GArray *pieces;       /* in their order */
	gsize sizes[N_PARTS]; /* bytes of each part */
	gsize done[N_PARTS];
	char *places[N_PARTS]; /* where they go */
} Reader;

static gsize
row_size (FairleadRecords *records, Part part)
{
	GArray *array = get_array (records, part);

	return array != NULL ? g_array_get_element_size (array) : sizeof (FairleadIdSlot);
}

static gboolean
read_sizes (Reader *self)
{
	/* To add them up here, and not in SQL, reads no bytes */
	g_autoptr (sqlite3_stmt) rows = fairlead_sql_prepare (
		self->sql, "SELECT id, part, sum, length (bytes) FROM cache WHERE layout = ?1");

	fairlead_sql_bind_text (rows, 1, self->layout);
	while (fairlead_sql_next (self->sql, rows)) {
		Piece piece = { sqlite3_column_int64 (rows, 0), sqlite3_column_int64 (rows, 1),
			        sqlite3_column_int64 (rows, 2),
			        (gsize) sqlite3_column_int64 (rows, 3) };

		if (piece.part < 0 || piece.part >= N_PARTS)
			return FALSE;
		self->sizes[piece.part] += piece.size;
		g_array_append_val (self->pieces, piece);
	}
	return self->sizes[PART_TEXTS] > 0;
}

static gboolean
make_keys (Reader *self)
{
	gsize n = self->sizes[PART_KEYS] / sizeof (FairleadIdSlot);

	/* A power of two, and room for one more at least, or a look-up would not end */
	if (n == 0 || n > G_MAXUINT32 || (n & (n - 1)) != 0 || n <= self->records->entities->len)
		return FALSE;
	fairlead_id_table_restore (&self->records->keys, (guint32) n, self->records->entities->len);
	self->records->n_keyed = self->records->entities->len;
	self->places[PART_KEYS] = (char *) self->records->keys.slots;
	return TRUE;
}

static gboolean
make_room (Reader *self)
{
	for (guint part = 0; part < PART_TEXTS; part++) {
		gsize size = row_size (self->records, (Part) part);
		GArray *array = get_array (self->records, (Part) part);

		if (self->sizes[part] % size != 0 || self->sizes[part] / size > G_MAXINT32)
			return FALSE;
		if (array == NULL)
			continue;
		g_array_set_size (array, (guint) (self->sizes[part] / size));
		self->places[part] = fairlead_pages_prefer_large (array->data, self->sizes[part]);
	}
	return make_keys (self);
}

/* Where the bytes of a piece go; NULL for one that cannot be */
static char *
find_place (Reader *self, const Piece *piece)
{
	char *place;

	if (piece->part == PART_TEXTS)
		return piece->size > 0 && piece->size <= FAIRLEAD_STRINGS_CHUNK
		               ? fairlead_strings_restore_chunk (self->records->strings)
		               : NULL;
	place = self->places[piece->part] + self->done[piece->part];
	self->done[piece->part] += piece->size;
	return place;
}

static gboolean
read_pieces (Reader *self)
{
	g_auto (FairleadBlob) blob = { .sql = self->sql };

	for (guint i = 0; i < self->pieces->len; i++) {
		const Piece *piece = &g_array_index (self->pieces, Piece, i);
		char *place = find_place (self, piece);

		if (place == NULL
		    || !fairlead_blob_read (&blob, "cache", "bytes", piece->id, place, piece->size)
		    || fairlead_cache_sum (place, piece->size) != piece->sum)
			return FALSE;
		if (piece->part == PART_TEXTS && place[piece->size - 1] != '\0')
			return FALSE;
	}
	return TRUE;
}

FairleadRecords *
fairlead_cache_read (FairleadSql *sql)
{
	g_autoptr (FairleadRecords) records = fairlead_records_new ();
	Reader reader = { .sql = sql, .records = records, .layout = dup_layout () };
	gboolean is_whole;

	reader.pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
	fairlead_strings_clear_chunks (records->strings);
	is_whole = read_sizes (&reader) && make_room (&reader) && read_pieces (&reader)
	           && fairlead_cache_check (records);
	g_free (reader.layout);
	g_array_unref (reader.pieces);
	if (!is_whole)
		return NULL;
	fairlead_period_table_restore (&records->facts.periods);
	return g_steal_pointer (&records);
}

/* ---- what makes it stale ---- */

static const char *const watched[] = {
	"edition",    "source_file", "entity", "mention",     "period", "name",
	"identifier", "attribute",   "link",   "designation", "event",  "issue",
};
static const char *const deeds[] = { "INSERT", "UPDATE", "DELETE" };

static void
for_each_trigger (FairleadSql *sql, const char *format)
{
	for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
		for (guint k = 0; k < G_N_ELEMENTS (deeds); k++) {
			g_autoptr (GString) text = g_string_new (format);

			g_string_replace (text, "{table}", watched[i], 0);
			g_string_replace (text, "{deed}", deeds[k], 0);
			fairlead_sql_run (sql, text->str);
		}
}

void
fairlead_cache_disarm (FairleadSql *sql)
{
	for_each_trigger (sql, "DROP TRIGGER IF EXISTS {table}_{deed}_drops_cache");
}

void
fairlead_cache_arm (FairleadSql *sql)
{
	for_each_trigger (sql, "CREATE TRIGGER {table}_{deed}_drops_cache AFTER {deed} ON {table}"
	                       " WHEN EXISTS (SELECT 1 FROM cache) BEGIN DELETE FROM cache; END");
}
