/* ingest/case/search/search.c: candidates by rare pieces of a query, told apart by all */
#include "ingest/case/case-search.h"

#include <string.h>

#include "ingest/case/search/part-private.h"
#include "ingest/case/search/tally.h"
#include "ingest/record/error.h"

/* How many of the first by rare pieces are held to the query whole */
#define LEAST_FINALISTS 400u
#define MAX_ID (1u << 30)
#define LONGEST_QUERY 2000u /* bytes */

static const struct {
	const char *last; /* the greatest row */
	const char *show; /* entity, key, text; of what is said now */
} searches[FAIRLEAD_N_SEARCHES] = {
	[FAIRLEAD_SEARCH_NAMES] = {
		"SELECT max (id) FROM name",
		"SELECT entity, key, text FROM name JOIN entity ON entity.id = entity"
		" WHERE name.id = ?1 AND last_edition IS NULL",
	},
	[FAIRLEAD_SEARCH_ADDRESSES] = {
		"SELECT 2 * max (coalesce ((SELECT max (id) FROM name), 0),"
		" coalesce ((SELECT max (id) FROM attribute), 0)) + 1",
		"SELECT entity, key, text FROM name JOIN entity ON entity.id = entity"
		" WHERE ?1 % 2 = 0 AND name.id = ?1 / 2 AND last_edition IS NULL"
		" UNION ALL"
		" SELECT entity, key, text FROM attribute JOIN entity ON entity.id = entity"
		" WHERE ?1 % 2 = 1 AND attribute.id = ?1 / 2 AND last_edition IS NULL",
	},
};

static char *
dup_bounded (const char *text)
{
	g_autofree char *bounded = g_strndup (text, LONGEST_QUERY);

	return g_utf8_make_valid (bounded, -1);
}

static GArray *
find_finalists (FairleadSql *sql, FairleadSearch search, const FairleadSearchKeys *keys, guint n)
{
	gint64 last = fairlead_sql_get_number (sql, searches[search].last);

	return fairlead_search_dup_finalists (sql, search, keys, MAX (last, 0), n);
}

GArray *
fairlead_search_dup_rows (FairleadSql *sql, FairleadSearch search, const char *text, guint n)
{
	g_autoptr (FairleadTransliterator) transliterator = fairlead_transliterator_new ();
	g_autofree char *valid = dup_bounded (text);
	g_auto (FairleadSearchKeys) keys = { NULL, NULL };

	fairlead_search_keys_init (&keys, transliterator, valid);
	return find_finalists (sql, search, &keys, n);
}

/* ---- holding them to the query ---- */

/* The pieces of both spellings of a text */
typedef struct {
	FairleadSearchKeys keys;
	GArray *pieces[2]; /* NULL where there is no other spelling */
} Spellings;

static void
spellings_init (Spellings *self, FairleadTransliterator *transliterator, const char *text)
{
	fairlead_search_keys_init (&self->keys, transliterator, text);
	self->pieces[0] = fairlead_pieces_new (self->keys.written);
	self->pieces[1] = self->keys.latin == NULL ? NULL : fairlead_pieces_new (self->keys.latin);
}

static void
spellings_clear (Spellings *self)
{
	fairlead_search_keys_clear (&self->keys);
	for (guint i = 0; i < G_N_ELEMENTS (self->pieces); i++)
		g_clear_pointer (&self->pieces[i], g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Spellings, spellings_clear)

static double
compare_spellings (const Spellings *a, const Spellings *b)
{
	double best = strcmp (a->keys.written, b->keys.written) == 0 ? 1.0 : 0.0;

	for (guint i = 0; i < 4; i++) {
		GArray *first = a->pieces[i / 2], *second = b->pieces[i % 2];

		if (first != NULL && second != NULL)
			best = MAX (best, fairlead_pieces_compare (first, second));
	}
	return best;
}

void
fairlead_candidate_free (FairleadCandidate *self)
{
	g_free (self->key);
	g_free (self->text);
	g_free (self);
}

/* Once an entity, with what is most alike; of the same likeness the first text by bytes */
static void
note_candidate (GHashTable *candidates, const char *key, const char *text, double similarity)
{
	FairleadCandidate *known = g_hash_table_lookup (candidates, key);

	if (known == NULL) {
		known = g_new0 (FairleadCandidate, 1);
		known->key = g_strdup (key);
		known->similarity = -1;
		g_hash_table_insert (candidates, known->key, known);
	}
	if (similarity < known->similarity
	    || (similarity <= known->similarity && strcmp (text, known->text) >= 0))
		return;
	g_free (known->text);
	known->text = g_strdup (text);
	known->similarity = similarity;
}

static gint
compare_candidates (gconstpointer a, gconstpointer b)
{
	const FairleadCandidate *first = *(FairleadCandidate *const *) a;
	const FairleadCandidate *second = *(FairleadCandidate *const *) b;

	if (first->similarity < second->similarity || first->similarity > second->similarity)
		return first->similarity > second->similarity ? -1 : 1;
	return strcmp (first->key, second->key);
}

static GPtrArray *
sort_candidates (GHashTable *candidates, guint limit)
{
	GPtrArray *sorted =
		g_ptr_array_new_with_free_func ((GDestroyNotify) fairlead_candidate_free);
	GHashTableIter iterator;
	gpointer candidate;

	g_hash_table_iter_init (&iterator, candidates);
	while (g_hash_table_iter_next (&iterator, NULL, &candidate)) {
		g_ptr_array_add (sorted, candidate);
		g_hash_table_iter_steal (&iterator);
	}
	g_ptr_array_sort (sorted, compare_candidates);
	if (sorted->len > limit)
		g_ptr_array_set_size (sorted, (gint) limit);
	return sorted;
}

static void
fill_kinds (FairleadCase *self, GPtrArray *candidates)
{
	g_autoptr (sqlite3_stmt) find = fairlead_sql_prepare (
		&self->sql, "SELECT kind FROM mention WHERE last_edition IS NULL"
			    " AND entity = (SELECT id FROM entity WHERE key = ?1)");

	for (guint i = 0; i < candidates->len; i++) {
		FairleadCandidate *candidate = g_ptr_array_index (candidates, i);

		fairlead_sql_bind_text (find, 1, candidate->key);
		while (fairlead_sql_next (&self->sql, find)) {
			guint8 kind =
				fairlead_words_read (&self->words, &self->sql, FAIRLEAD_WORD_KIND,
			                             sqlite3_column_int64 (find, 0));

			candidate->kind = MAX (candidate->kind, kind);
		}
	}
}

static GPtrArray *
finish (FairleadCase *self, GHashTable *found, guint limit, GError **error)
{
	g_autoptr (GPtrArray) candidates = sort_candidates (found, limit);

	fill_kinds (self, candidates);
	(void) sqlite3_exec (self->sql.db, "ROLLBACK", NULL, NULL, NULL);
	return fairlead_sql_check (&self->sql, error) ? g_steal_pointer (&candidates) : NULL;
}

static GPtrArray *
search (FairleadCase *self, FairleadSearch which, const char *text, guint limit, GError **error)
{
	g_autoptr (FairleadTransliterator) transliterator = fairlead_transliterator_new ();
	g_autoptr (GHashTable) candidates = g_hash_table_new_full (
		g_str_hash, g_str_equal, NULL, (GDestroyNotify) fairlead_candidate_free);
	g_autofree char *valid = dup_bounded (text);
	g_auto (Spellings) query = { 0 };
	g_autoptr (GArray) finalists = NULL;
	g_autoptr (sqlite3_stmt) show = NULL;

	fairlead_sql_run (&self->sql, "BEGIN");
	spellings_init (&query, transliterator, valid);
	finalists = find_finalists (&self->sql, which, &query.keys,
	                            MAX (LEAST_FINALISTS, 4 * MIN (limit, MAX_ID / 4)));
	show = fairlead_sql_prepare (&self->sql, searches[which].show);
	for (guint i = 0; i < finalists->len; i++) {
		sqlite3_bind_int64 (show, 1, g_array_index (finalists, gint64, i));
		while (fairlead_sql_next (&self->sql, show)) {
			g_auto (Spellings) name = { 0 };
			const char *found = fairlead_sql_get_text (show, 2);

			spellings_init (&name, transliterator, found);
			note_candidate (candidates, fairlead_sql_get_text (show, 1), found,
			                compare_spellings (&query, &name));
		}
	}
	return finish (self, candidates, limit, error);
}

GPtrArray *
fairlead_case_search_names (FairleadCase *self, const char *text, guint limit, GError **error)
{
	return search (self, FAIRLEAD_SEARCH_NAMES, text, limit, error);
}

GPtrArray *
fairlead_case_search_addresses (FairleadCase *self, const char *text, guint limit, GError **error)
{
	return search (self, FAIRLEAD_SEARCH_ADDRESSES, text, limit, error);
}

/* ---- numbers ---- */

static void
find_number (FairleadCase *self, sqlite3_stmt *find, const char *number, FairleadIdScheme scheme,
             GHashTable *candidates)
{
	fairlead_sql_bind_text (find, 1, number);
	while (fairlead_sql_next (&self->sql, find)) {
		guint8 has = fairlead_words_read (&self->words, &self->sql, FAIRLEAD_WORD_SCHEME,
		                                  sqlite3_column_int64 (find, 1));
		FairleadCandidate *candidate;

		if (scheme != FAIRLEAD_N_ID_SCHEMES && has != scheme)
			continue;
		note_candidate (candidates, fairlead_sql_get_text (find, 0), number, 1.0);
		candidate = g_hash_table_lookup (candidates, fairlead_sql_get_text (find, 0));
		candidate->scheme = has;
		candidate->valid |= sqlite3_column_int (find, 2) != 0;
	}
}

GPtrArray *
fairlead_search_dup_forms (FairleadIdScheme scheme, const char *number)
{
	GPtrArray *forms = g_ptr_array_new_with_free_func (g_free);

	g_ptr_array_add (forms, g_strdup (number));
	for (guint i = 0; i < FAIRLEAD_N_ID_SCHEMES; i++) {
		char normal[128];

		if ((scheme != FAIRLEAD_N_ID_SCHEMES && i != (guint) scheme)
		    || !fairlead_identifier_normalise ((FairleadIdScheme) i, number, normal,
		                                       sizeof normal)
		    || g_ptr_array_find_with_equal_func (forms, normal, g_str_equal, NULL))
			continue;
		g_ptr_array_add (forms, g_strdup (normal));
	}
	return forms;
}

GPtrArray *
fairlead_case_search_numbers (FairleadCase *self, FairleadIdScheme scheme, const char *number,
                              guint limit, GError **error)
{
	g_autoptr (GPtrArray) forms = fairlead_search_dup_forms (scheme, number);
	g_autoptr (GHashTable) candidates = g_hash_table_new_full (
		g_str_hash, g_str_equal, NULL, (GDestroyNotify) fairlead_candidate_free);
	g_autoptr (sqlite3_stmt) find = NULL;

	fairlead_sql_run (&self->sql, "BEGIN");
	find = fairlead_sql_prepare (&self->sql, "SELECT key, scheme, valid FROM identifier"
	                                         " JOIN entity ON entity.id = entity"
	                                         " WHERE number = ?1 AND last_edition IS NULL");
	for (guint i = 0; i < forms->len; i++)
		find_number (self, find, g_ptr_array_index (forms, i), scheme, candidates);
	return finish (self, candidates, limit, error);
}
