/* ingest/case/search/related.c */
#include "ingest/case/search/related.h"

#include <string.h>

#include "ingest/case/search/pieces.h"
#include "ingest/record/error.h"

/* More pieces than these tell no name apart */
#define MOST_PIECES 40u

/* ---- a part ---- */

void
fairlead_part_init (FairleadPart *self)
{
	GArray **arrays[] = { &self->entities, &self->attributes, &self->links, &self->events };

	for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
		*arrays[i] = g_array_new (FALSE, FALSE, sizeof (gint64));
	self->known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

void
fairlead_part_clear (FairleadPart *self)
{
	GArray **arrays[] = { &self->entities, &self->attributes, &self->links, &self->events };

	for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
		g_clear_pointer (arrays[i], g_array_unref);
	g_clear_pointer (&self->known, g_hash_table_unref);
}

gboolean
fairlead_part_add (FairleadPart *self, gint64 entity)
{
	if (g_hash_table_contains (self->known, &entity))
		return FALSE;
	g_array_append_val (self->entities, entity);
	return g_hash_table_insert (self->known, g_memdup2 (&entity, sizeof entity),
	                            GUINT_TO_POINTER (self->entities->len));
}

/* ---- questions ---- */

void
fairlead_related_init (FairleadRelated *self, FairleadCase *owner)
{
	FairleadSql *sql = &owner->sql;

	*self = (FairleadRelated){ .owner = owner, .sql = sql };
	fairlead_part_init (&self->part);
	self->transliterator = fairlead_transliterator_new ();
	self->numbers = fairlead_sql_prepare (sql, "SELECT scheme, number FROM identifier"
	                                           " WHERE entity = ?1 AND valid = 1"
	                                           " AND last_edition IS NULL");
	self->with_number =
		fairlead_sql_prepare (sql, "SELECT entity, scheme FROM identifier"
	                                   " WHERE number = ?1 AND last_edition IS NULL");
	self->key = fairlead_sql_prepare (sql, "SELECT key FROM entity WHERE id = ?1");
	self->with_key = fairlead_sql_prepare (sql, "SELECT id FROM entity WHERE key = ?1");
	self->names = fairlead_sql_prepare (
		sql, "SELECT text FROM name WHERE entity = ?1 AND last_edition IS NULL");
	self->with_name = fairlead_sql_prepare (
		sql, "SELECT entity, text FROM name WHERE id = ?1 AND last_edition IS NULL");
	self->with_pieces = fairlead_sql_prepare (
		sql, "SELECT rowid FROM name_search WHERE name_search MATCH ?1");
	if (owner->version >= FAIRLEAD_CASE_CACHE_VERSION
	    && fairlead_sql_get_number (sql, "SELECT EXISTS (SELECT 1 FROM decision)"))
		self->decided = fairlead_sql_prepare (
			sql, "SELECT right_key FROM decision WHERE left_key = ?1"
			     " UNION SELECT left_key FROM decision WHERE right_key = ?1");
}

void
fairlead_related_clear (FairleadRelated *self)
{
	sqlite3_stmt **statements[] = { &self->numbers,     &self->with_number, &self->key,
		                        &self->with_key,    &self->names,       &self->with_name,
		                        &self->with_pieces, &self->decided };

	for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
		g_clear_pointer (statements[i], sqlite3_finalize);
	fairlead_part_clear (&self->part);
	g_clear_pointer (&self->transliterator, fairlead_transliterator_free);
}

void
fairlead_related_add (FairleadRelated *self, gint64 entity)
{
	if (self->part.entities->len < FAIRLEAD_MOST_RELATED)
		fairlead_part_add (&self->part, entity);
}

void
fairlead_related_add_key (FairleadRelated *self, const char *key)
{
	fairlead_sql_bind_text (self->with_key, 1, key);
	while (fairlead_sql_next (self->sql, self->with_key))
		fairlead_related_add (self, sqlite3_column_int64 (self->with_key, 0));
}

void
fairlead_related_add_number (FairleadRelated *self, const char *number)
{
	g_autoptr (GPtrArray) forms = fairlead_search_dup_forms (FAIRLEAD_N_ID_SCHEMES, number);

	for (guint i = 0; i < forms->len; i++) {
		fairlead_sql_bind_text (self->with_number, 1, forms->pdata[i]);
		while (fairlead_sql_next (self->sql, self->with_number))
			fairlead_related_add (self, sqlite3_column_int64 (self->with_number, 0));
	}
}

/* ---- by numbers ---- */

static void
add_same (FairleadRelated *self, FairleadIdScheme scheme, const char *number)
{
	const FairleadIdSchemeInfo *info = fairlead_id_scheme_info (scheme);
	gint16 in_case = self->owner->words.in_case[FAIRLEAD_WORD_SCHEME][scheme];
	g_autofree char *key = g_strconcat (info->name, ":", number, NULL);

	if (!info->joins)
		return;
	fairlead_sql_bind_text (self->with_number, 1, number);
	while (fairlead_sql_next (self->sql, self->with_number))
		if (sqlite3_column_int64 (self->with_number, 1) == in_case)
			fairlead_related_add (self, sqlite3_column_int64 (self->with_number, 0));
	fairlead_sql_bind_text (self->with_key, 1, key);
	while (!info->needs_issuer && fairlead_sql_next (self->sql, self->with_key))
		fairlead_related_add (self, sqlite3_column_int64 (self->with_key, 0));
}

/* An entity keyed `imo:3112048` has that number */
static void
add_same_as_key (FairleadRelated *self, gint64 entity)
{
	sqlite3_bind_int64 (self->key, 1, entity);
	while (fairlead_sql_next (self->sql, self->key)) {
		const char *key = fairlead_sql_get_text (self->key, 0);
		g_autofree char *name = g_strndup (key, strcspn (key, ":"));
		FairleadIdScheme scheme;

		if (key[strlen (name)] == ':' && fairlead_id_scheme_from_name (name, &scheme))
			add_same (self, scheme, key + strlen (name) + 1);
	}
}

void
fairlead_related_add_same (FairleadRelated *self, gint64 entity)
{
	sqlite3_bind_int64 (self->numbers, 1, entity);
	while (fairlead_sql_next (self->sql, self->numbers)) {
		guint8 scheme =
			fairlead_words_read (&self->owner->words, self->sql, FAIRLEAD_WORD_SCHEME,
		                             sqlite3_column_int64 (self->numbers, 0));
		g_autofree char *number = g_strdup (fairlead_sql_get_text (self->numbers, 1));

		add_same (self, scheme, number);
	}
	add_same_as_key (self, entity);
}

/* ---- by names ---- */

/* `"oce" AND "cea" AND "ean"`: rows that have them all */
static char *
dup_question (const char *key)
{
	g_autoptr (GArray) pieces = fairlead_pieces_new (key);
	GString *question = g_string_new (NULL);

	for (guint i = 0; i < MIN (pieces->len, MOST_PIECES); i++) {
		char text[16];
		g_autofree char *doubled = NULL;
		g_auto (GStrv) parts = NULL;

		fairlead_piece_write (g_array_index (pieces, FairleadPiece, i), text);
		parts = g_strsplit (text, "\"", -1);
		doubled = g_strjoinv ("\"\"", parts);
		g_string_append_printf (question, "%s\"%s\"", i > 0 ? " AND " : "", doubled);
	}
	return g_string_free (question, FALSE);
}

static gboolean
has_key (FairleadRelated *self, const char *text, const char *wanted)
{
	g_auto (FairleadSearchKeys) keys = { NULL, NULL };

	fairlead_search_keys_init (&keys, self->transliterator, text);
	return strcmp (keys.written, wanted) == 0 || g_strcmp0 (keys.latin, wanted) == 0;
}

static void
add_with_key (FairleadRelated *self, const char *wanted)
{
	g_autofree char *question = dup_question (wanted);

	if (*question == '\0')
		return;
	sqlite3_bind_text (self->with_pieces, 1, question, -1, SQLITE_TRANSIENT);
	while (fairlead_sql_next (self->sql, self->with_pieces)) {
		sqlite3_bind_int64 (self->with_name, 1,
		                    sqlite3_column_int64 (self->with_pieces, 0));
		while (fairlead_sql_next (self->sql, self->with_name))
			if (has_key (self, fairlead_sql_get_text (self->with_name, 1), wanted))
				fairlead_related_add (self,
				                      sqlite3_column_int64 (self->with_name, 0));
	}
}

void
fairlead_related_add_name (FairleadRelated *self, const char *name)
{
	g_auto (FairleadSearchKeys) keys = { NULL, NULL };

	fairlead_search_keys_init (&keys, self->transliterator, name);
	add_with_key (self, keys.written);
	if (keys.latin != NULL)
		add_with_key (self, keys.latin);
}

void
fairlead_related_add_namesakes (FairleadRelated *self, gint64 entity)
{
	g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

	sqlite3_bind_int64 (self->names, 1, entity);
	while (fairlead_sql_next (self->sql, self->names))
		g_ptr_array_add (names, g_strdup (fairlead_sql_get_text (self->names, 0)));
	for (guint i = 0; i < names->len; i++)
		fairlead_related_add_name (self, names->pdata[i]);
}

/* ---- by decisions ---- */

void
fairlead_related_add_decided (FairleadRelated *self, gint64 entity)
{
	g_autofree char *key = NULL;

	if (self->decided == NULL)
		return;
	sqlite3_bind_int64 (self->key, 1, entity);
	while (fairlead_sql_next (self->sql, self->key))
		key = g_strdup (fairlead_sql_get_text (self->key, 0));
	fairlead_sql_bind_text (self->decided, 1, key);
	while (key != NULL && fairlead_sql_next (self->sql, self->decided)) {
		g_autofree char *other = g_strdup (fairlead_sql_get_text (self->decided, 0));

		fairlead_related_add_key (self, other);
	}
}
