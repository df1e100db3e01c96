/* ingest/case/search/part.c: what a case says of those that may be meant by a text
 *
 * Whoever is joined by numbers to one that was found belongs to it, and is looked for as well. */
#include "ingest/case/case-search.h"

#include <string.h>

#include "ingest/case/search/part-private.h"
#include "ingest/record/error.h"

/* A number that more have joins nobody sensibly; a file may hold anything */
#define MOST_ENTITIES 100000u

typedef struct {
	FairleadCase *owner;
	FairleadSql *sql;
	FairleadPart part;
	sqlite3_stmt *numbers;     /* of an entity */
	sqlite3_stmt *with_number; /* entities */
	sqlite3_stmt *key;
	sqlite3_stmt *with_key;
} Search;

static void
search_init (Search *self, FairleadCase *owner)
{
	FairleadSql *sql = &owner->sql;

	*self = (Search){ .owner = owner, .sql = sql };
	self->part.entities = g_array_new (FALSE, FALSE, sizeof (gint64));
	self->part.attributes = g_array_new (FALSE, FALSE, sizeof (gint64));
	self->part.known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
	self->numbers = fairlead_sql_prepare (sql, "SELECT scheme, number FROM identifier"
	                                           " WHERE entity = ?1 AND valid = 1"
	                                           " AND last_edition IS NULL");
	self->with_number =
		fairlead_sql_prepare (sql, "SELECT entity, scheme FROM identifier"
	                                   " WHERE number = ?1 AND last_edition IS NULL");
	self->key = fairlead_sql_prepare (sql, "SELECT key FROM entity WHERE id = ?1");
	self->with_key = fairlead_sql_prepare (sql, "SELECT id FROM entity WHERE key = ?1");
}

static void
search_clear (Search *self)
{
	sqlite3_stmt **statements[] = { &self->numbers, &self->with_number, &self->key,
		                        &self->with_key };

	for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
		g_clear_pointer (statements[i], sqlite3_finalize);
	g_array_unref (self->part.entities);
	g_array_unref (self->part.attributes);
	g_hash_table_unref (self->part.known);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static void
add_entity (Search *self, gint64 entity)
{
	if (self->part.entities->len >= MOST_ENTITIES
	    || g_hash_table_contains (self->part.known, &entity))
		return;
	g_array_append_val (self->part.entities, entity);
	g_hash_table_insert (self->part.known, g_memdup2 (&entity, sizeof entity),
	                     GUINT_TO_POINTER (self->part.entities->len));
}

/* ---- who may be meant ---- */

/* Entities with rows that were found: the first column of @question */
static void
add_entities_of (Search *self, sqlite3_stmt *question, gint64 row)
{
	sqlite3_bind_int64 (question, 1, row);
	while (fairlead_sql_next (self->sql, question))
		add_entity (self, sqlite3_column_int64 (question, 0));
}

static void
find_by_name (Search *self, const char *text, guint n)
{
	g_autoptr (GArray) rows =
		fairlead_search_dup_rows (self->sql, FAIRLEAD_SEARCH_NAMES, text, n);
	g_autoptr (sqlite3_stmt) name = fairlead_sql_prepare (
		self->sql, "SELECT entity FROM name WHERE id = ?1 AND last_edition IS NULL");

	for (guint i = 0; i < rows->len; i++)
		add_entities_of (self, name, g_array_index (rows, gint64, i));
}

static void
find_by_address (Search *self, const char *text, guint n)
{
	g_autoptr (GArray) rows =
		fairlead_search_dup_rows (self->sql, FAIRLEAD_SEARCH_ADDRESSES, text, n);
	g_autoptr (sqlite3_stmt) name = fairlead_sql_prepare (
		self->sql, "SELECT entity FROM name WHERE id = ?1 AND last_edition IS NULL");
	g_autoptr (sqlite3_stmt) attribute = fairlead_sql_prepare (
		self->sql, "SELECT entity FROM attribute WHERE id = ?1 AND last_edition IS NULL");

	for (guint i = 0; i < rows->len; i++) {
		gint64 row = g_array_index (rows, gint64, i) / 2;
		gboolean is_attribute = g_array_index (rows, gint64, i) % 2 != 0;

		add_entities_of (self, is_attribute ? attribute : name, row);
		if (is_attribute)
			g_array_append_val (self->part.attributes, row);
	}
}

/* Of any scheme: what is not of the one that was asked for is told apart later */
static void
find_by_number (Search *self, const char *text)
{
	const char *colon = strchr (text, ':');
	const char *number = colon == NULL ? text : colon + 1;
	g_autoptr (GPtrArray) forms = fairlead_search_dup_forms (FAIRLEAD_N_ID_SCHEMES, number);

	for (guint i = 0; i < forms->len; i++) {
		fairlead_sql_bind_text (self->with_number, 1, forms->pdata[i]);
		while (fairlead_sql_next (self->sql, self->with_number))
			add_entity (self, sqlite3_column_int64 (self->with_number, 0));
	}
}

/* ---- who is joined with them ---- */

static void
add_same (Search *self, FairleadIdScheme scheme, const char *number)
{
	const FairleadIdSchemeInfo *info = fairlead_id_scheme_info (scheme);
	gint16 in_case = self->owner->words.in_case[FAIRLEAD_WORD_SCHEME][scheme];
	g_autofree char *key = g_strconcat (info->name, ":", number, NULL);

	if (!info->joins)
		return;
	fairlead_sql_bind_text (self->with_number, 1, number);
	while (fairlead_sql_next (self->sql, self->with_number))
		if (sqlite3_column_int64 (self->with_number, 1) == in_case)
			add_entity (self, sqlite3_column_int64 (self->with_number, 0));
	fairlead_sql_bind_text (self->with_key, 1, key);
	while (!info->needs_issuer && fairlead_sql_next (self->sql, self->with_key))
		add_entity (self, sqlite3_column_int64 (self->with_key, 0));
}

/* An entity keyed `imo:3112048` has that number */
static void
add_same_as_key (Search *self, gint64 entity)
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

static void
add_joined (Search *self, gint64 entity)
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

/* ---- their records ---- */

static FairleadRecords *
load_part (Search *self)
{
	const FairleadBulk entities = { FAIRLEAD_PART_ENTITY, self->part.entities->len,
		                        fairlead_bulk_get_number, self->part.entities };
	const FairleadBulk attributes = { FAIRLEAD_PART_ATTRIBUTE, self->part.attributes->len,
		                          fairlead_bulk_get_number, self->part.attributes };
	FairleadRecords *records;

	fairlead_bulk_offer (self->sql, &entities);
	fairlead_bulk_offer (self->sql, &attributes);
	records = fairlead_case_load_part_rows (self->owner, &self->part);
	fairlead_bulk_withdraw (self->sql, &entities);
	fairlead_bulk_withdraw (self->sql, &attributes);
	return records;
}

FairleadRecords *
fairlead_case_load_like (FairleadCase *self, const char *text, guint n, GCancellable *cancellable,
                         GError **error)
{
	g_autoptr (FairleadRecords) records = NULL;
	g_auto (Search) search = { 0 };

	fairlead_sql_set_cancellable (&self->sql, cancellable);
	fairlead_sql_run (&self->sql, "BEGIN");
	search_init (&search, self);
	find_by_number (&search, text);
	find_by_name (&search, text, n);
	find_by_address (&search, text, n);
	for (guint i = 0; i < search.part.entities->len; i++)
		add_joined (&search, g_array_index (search.part.entities, gint64, i));
	records = load_part (&search);
	(void) sqlite3_exec (self->sql.db, "ROLLBACK", NULL, NULL, NULL);
	fairlead_sql_set_cancellable (&self->sql, NULL);
	return fairlead_sql_check (&self->sql, error) ? g_steal_pointer (&records) : NULL;
}

guint64
fairlead_case_count_entities (FairleadCase *self, GError **error)
{
	gint64 n = fairlead_sql_get_number (&self->sql, "SELECT max (id) FROM entity");

	return fairlead_sql_check (&self->sql, error) ? (guint64) MAX (n, 0) : 0;
}

gboolean
fairlead_case_has_decisions (FairleadCase *self)
{
	return self->version >= FAIRLEAD_CASE_CACHE_VERSION
	       && fairlead_sql_get_number (&self->sql, "SELECT EXISTS (SELECT 1 FROM decision)");
}
