/* ingest/record/strings.c */
#include "ingest/record/strings.h"

#include <string.h>

#include "ingest/record/id-table.h"
#include "ingest/record/pages.h"

#define QUOTED_CHARACTERS 40
#define CHUNK_BITS 22
#define CHUNK_SIZE (1u << CHUNK_BITS)
#define MAX_CHUNKS (1u << (32 - CHUNK_BITS))

/* What several writers fill, each a chunk of its own at a time */
typedef struct {
	gatomicrefcount references;
	gint n_chunks; /* atomic; beyond MAX_CHUNKS where one more was wanted */
	char *chunks[MAX_CHUNKS];
} Arena;

G_STATIC_ASSERT (CHUNK_SIZE == FAIRLEAD_STRINGS_CHUNK);

/* A short text that was interned, whole, padded with zeros */
typedef struct {
	guint64 words[4];
	guint32 length;
	FairleadText text;
} Recent;

#define MAX_RECENT_LENGTH sizeof (((Recent *) NULL)->words)
#define RECENT_BITS 12

struct _FairleadStrings {
	Arena *arena;
	guint32 chunk;       /* the one being filled */
	guint32 used;        /* bytes of it */
	FairleadIdTable ids; /* of interned texts */
	Recent *recent; /* 1 << RECENT_BITS of them, by their hash; NULL until one is interned */
};

static FairleadStrings *
new_writer (Arena *arena)
{
	FairleadStrings *self = g_new0 (FairleadStrings, 1);

	fairlead_id_table_init (&self->ids);
	self->arena = arena;
	self->used = CHUNK_SIZE;
	return self;
}

FairleadStrings *
fairlead_strings_new (void)
{
	Arena *arena = g_new0 (Arena, 1);
	FairleadStrings *self = new_writer (arena);

	g_atomic_ref_count_init (&arena->references);
	arena->chunks[0] = fairlead_pages_new (CHUNK_SIZE);
	arena->n_chunks = 1;
	arena->chunks[0][0] = '\0';
	self->used = 1;
	return self;
}

FairleadStrings *
fairlead_strings_new_beside (FairleadStrings *other)
{
	g_atomic_ref_count_inc (&other->arena->references);
	return new_writer (other->arena);
}

static guint32
count_chunks (const FairleadStrings *self)
{
	return (guint32) MIN (g_atomic_int_get (&self->arena->n_chunks), (gint) MAX_CHUNKS);
}

void
fairlead_strings_free (FairleadStrings *self)
{
	if (g_atomic_ref_count_dec (&self->arena->references)) {
		for (guint32 i = 0; i < count_chunks (self); i++)
			fairlead_pages_free (self->arena->chunks[i], CHUNK_SIZE);
		g_free (self->arena);
	}
	fairlead_id_table_clear (&self->ids);
	g_free (self->recent);
	g_free (self);
}

/* A cut must not leave half a character behind */
gsize
fairlead_text_bounded_length (const char *text, gsize length)
{
	if (length <= FAIRLEAD_TEXT_MAX)
		return length;
	length = FAIRLEAD_TEXT_MAX;
	while (length > 0 && ((guchar) text[length] & 0xc0) == 0x80)
		length--;
	return length;
}

char *
fairlead_text_dup_start (const char *text)
{
	const char *end = text;

	for (guint i = 0; i < QUOTED_CHARACTERS && *end != '\0'; i++)
		end = g_utf8_next_char (end);
	return g_strndup (text, (gsize) (end - text));
}

static gboolean
make_room (FairleadStrings *self, gsize size)
{
	gint chunk;

	if (self->used + size <= CHUNK_SIZE)
		return TRUE;
	if (fairlead_strings_is_full (self))
		return FALSE;
	chunk = g_atomic_int_add (&self->arena->n_chunks, 1);
	if (chunk >= (gint) MAX_CHUNKS)
		return FALSE;
	self->arena->chunks[chunk] = fairlead_pages_new (CHUNK_SIZE);
	self->chunk = (guint32) chunk;
	self->used = 0;
	return TRUE;
}

FairleadText
fairlead_strings_add (FairleadStrings *self, const char *text, gsize length)
{
	FairleadText handle;
	char *place;

	length = fairlead_text_bounded_length (text, length);
	if (length == 0 || !make_room (self, length + 1))
		return 0;
	place = self->arena->chunks[self->chunk] + self->used;
	handle = self->chunk << CHUNK_BITS | self->used;
	memcpy (place, text, length);
	place[length] = '\0';
	self->used += (guint32) length + 1;
	return handle;
}

const char *
fairlead_strings_get (const FairleadStrings *self, FairleadText text)
{
	return self->arena->chunks[text >> CHUNK_BITS] + (text & (CHUNK_SIZE - 1));
}

static gboolean
is_text (guint32 row, const char *key, gsize length, gconstpointer user_data)
{
	const char *text = fairlead_strings_get (user_data, row);

	return strncmp (text, key, length) == 0 && text[length] == '\0';
}

FairleadText
fairlead_strings_find (const FairleadStrings *self, const char *text, gsize length)
{
	guint32 found;

	length = fairlead_text_bounded_length (text, length);
	found = fairlead_id_table_find (&self->ids, fairlead_id_table_hash (text, length), text,
	                                length, is_text, self);
	return found == FAIRLEAD_ID_TABLE_NONE ? 0 : found;
}

static FairleadText
intern (FairleadStrings *self, const char *text, gsize length)
{
	FairleadText handle = fairlead_strings_find (self, text, length);

	if (handle != 0)
		return handle;
	length = fairlead_text_bounded_length (text, length);
	handle = fairlead_strings_add (self, text, length);
	if (handle != 0)
		fairlead_id_table_insert (&self->ids, fairlead_id_table_hash (text, length),
		                          handle);
	return handle;
}

/* A few short texts, as countries, days and offices, are most of what is interned: they are told by
 * their bytes alone, without a look at the arena */
static FairleadText
intern_short (FairleadStrings *self, const char *text, gsize length)
{
	Recent wanted = { .length = (guint32) length };
	guint64 hash = length;
	Recent *place;

	memcpy (wanted.words, text, length);
	for (guint i = 0; i < G_N_ELEMENTS (wanted.words); i++)
		hash = (hash ^ wanted.words[i]) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
	if (self->recent == NULL)
		self->recent = g_new0 (Recent, 1 << RECENT_BITS);
	place = &self->recent[hash >> (64 - RECENT_BITS)];
	if (place->length == length
	    && memcmp (place->words, wanted.words, sizeof wanted.words) == 0)
		return place->text;
	wanted.text = intern (self, text, length);
	if (wanted.text != 0)
		*place = wanted;
	return wanted.text;
}

FairleadText
fairlead_strings_intern (FairleadStrings *self, const char *text, gsize length)
{
	if (length == 0)
		return 0;
	return length <= MAX_RECENT_LENGTH ? intern_short (self, text, length)
	                                   : intern (self, text, length);
}

guint32
fairlead_strings_get_n_chunks (const FairleadStrings *self)
{
	return count_chunks (self);
}

const char *
fairlead_strings_get_chunk (const FairleadStrings *self, guint32 chunk)
{
	return self->arena->chunks[chunk];
}

void
fairlead_strings_clear_chunks (FairleadStrings *self)
{
	for (guint32 i = 0; i < count_chunks (self); i++)
		fairlead_pages_free (self->arena->chunks[i], CHUNK_SIZE);
	self->arena->n_chunks = 0;
	self->used = CHUNK_SIZE;
}

char *
fairlead_strings_restore_chunk (FairleadStrings *self)
{
	/* Full, so that the next text begins a chunk of its own */
	self->used = CHUNK_SIZE;
	if (self->arena->n_chunks >= (gint) MAX_CHUNKS)
		return NULL;
	return self->arena->chunks[self->arena->n_chunks++] = fairlead_pages_new (CHUNK_SIZE);
}

gsize
fairlead_strings_get_size (const FairleadStrings *self)
{
	return (gsize) (count_chunks (self) - 1) * CHUNK_SIZE + self->used;
}

gboolean
fairlead_strings_is_full (const FairleadStrings *self)
{
	return g_atomic_int_get (&self->arena->n_chunks) > (gint) MAX_CHUNKS;
}
