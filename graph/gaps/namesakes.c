/* graph/gaps/namesakes.c */
#include "graph/gaps/namesakes.h"

#include <string.h>

#include "graph/facts/name-key.h"

struct _FairleadNamesakes {
	FairleadNetwork *network;
	FairleadRecords *records;
	FairleadTransliterator *letters;
	GHashTable *parties; /* key of a name -> GArray of FairleadVertex, ascending, each once */
};

/* ---- keys ---- */

/* A key a name; names that others give a party in their links are not its own */
static GPtrArray *
dup_keys_of (FairleadNamesakes *self, FairleadVertex vertex)
{
	GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
	FairleadRows own = fairlead_network_get_names (self->network, vertex);
	guint n;
	const FairleadNameRow *names = fairlead_records_get_names (self->records, &n);
	const FairleadEntityRow *entities = fairlead_records_get_entities (self->records, &n);

	for (guint i = 0; i < own.n; i++) {
		const FairleadNameRow *row = &names[own.rows[i]];
		g_autofree char *key = NULL;

		if (entities[row->entity].flags & FAIRLEAD_ENTITY_NAMED)
			continue;
		key = fairlead_name_dup_words_key (
			self->letters, fairlead_records_get_text (self->records, row->text));
		if (*key != '\0'
		    && !g_ptr_array_find_with_equal_func (keys, key, g_str_equal, NULL))
			g_ptr_array_add (keys, g_steal_pointer (&key));
	}
	return keys;
}

/* ---- the index ---- */

static void
add_party (FairleadNamesakes *self, FairleadVertex vertex)
{
	g_autoptr (GPtrArray) keys = dup_keys_of (self, vertex);

	for (guint i = 0; i < keys->len; i++) {
		GArray *parties = g_hash_table_lookup (self->parties, keys->pdata[i]);

		if (parties == NULL) {
			parties = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
			g_hash_table_insert (self->parties, g_strdup (keys->pdata[i]), parties);
		}
		g_array_append_val (parties, vertex);
	}
}

FairleadNamesakes *
fairlead_namesakes_new (FairleadNetwork *network, GCancellable *cancellable)
{
	FairleadNamesakes *self = g_new (FairleadNamesakes, 1);
	guint32 n = fairlead_network_get_n_vertices (network);

	self->network = network;
	self->records = fairlead_network_get_records (network);
	self->letters = fairlead_transliterator_new ();
	self->parties = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
	                                       (GDestroyNotify) g_array_unref);
	for (FairleadVertex vertex = 0; vertex < n && !g_cancellable_is_cancelled (cancellable);
	     vertex++)
		if (fairlead_network_get_designations (network, vertex).n > 0)
			add_party (self, vertex);
	return self;
}

void
fairlead_namesakes_free (FairleadNamesakes *self)
{
	g_hash_table_unref (self->parties);
	fairlead_transliterator_free (self->letters);
	g_free (self);
}

/* ---- asking ---- */

static const char *
find_ship_number (FairleadNamesakes *self, FairleadVertex vertex)
{
	FairleadRows own = fairlead_network_get_identifiers (self->network, vertex);
	guint n;
	const FairleadIdRow *rows = fairlead_records_get_identifiers (self->records, &n);

	for (guint i = 0; i < own.n; i++)
		if (rows[own.rows[i]].scheme == FAIRLEAD_ID_IMO && rows[own.rows[i]].valid)
			return fairlead_records_get_text (self->records, rows[own.rows[i]].number);
	return NULL;
}

static gboolean
may_be_one (FairleadNamesakes *self, FairleadVertex a, FairleadVertex b)
{
	const char *number_a = find_ship_number (self, a), *number_b = find_ship_number (self, b);

	if (!fairlead_kinds_agree (fairlead_network_get_kind (self->network, a),
	                           fairlead_network_get_kind (self->network, b)))
		return FALSE;
	return number_a == NULL || number_b == NULL || strcmp (number_a, number_b) == 0;
}

static gint
compare_vertices (gconstpointer a, gconstpointer b)
{
	FairleadVertex first = *(const FairleadVertex *) a, second = *(const FairleadVertex *) b;

	return first < second ? -1 : first > second;
}

static gboolean
has_vertex (const GArray *vertices, FairleadVertex vertex)
{
	for (guint i = 0; i < vertices->len; i++)
		if (g_array_index (vertices, FairleadVertex, i) == vertex)
			return TRUE;
	return FALSE;
}

GArray *
fairlead_namesakes_dup_of (FairleadNamesakes *self, FairleadVertex vertex)
{
	GArray *found = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	g_autoptr (GPtrArray) keys = dup_keys_of (self, vertex);

	for (guint i = 0; i < keys->len; i++) {
		const GArray *parties = g_hash_table_lookup (self->parties, keys->pdata[i]);

		for (guint j = 0; parties != NULL && j < parties->len; j++) {
			FairleadVertex other = g_array_index (parties, FairleadVertex, j);

			if (other != vertex && !has_vertex (found, other)
			    && may_be_one (self, vertex, other))
				g_array_append_val (found, other);
		}
	}
	g_array_sort (found, compare_vertices);
	return found;
}
