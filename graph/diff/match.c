/* graph/diff/match.c */
#include "graph/diff/match-private.h"

#include <string.h>

static gboolean
may_match (const FairleadPairing *self, FairleadNetwork *before, FairleadVertex old,
           FairleadNetwork *after, FairleadVertex new)
{
	return self->after_of[old] == FAIRLEAD_NO_VERTEX
	       && self->before_of[new] == FAIRLEAD_NO_VERTEX
	       && fairlead_kinds_agree (fairlead_network_get_kind (before, old),
	                                fairlead_network_get_kind (after, new));
}

static void
match (FairleadPairing *self, FairleadVertex old, FairleadVertex new, const char *reason)
{
	self->after_of[old] = new;
	self->before_of[new] = old;
	self->reason[old] = g_strdup (reason);
}

/* ---- by key ---- */

static gint
compare_texts (gconstpointer a, gconstpointer b)
{
	return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* In their own order, so that what two editions join otherwise is matched the same way always */
static GPtrArray *
dup_keys (FairleadNetwork *network)
{
	FairleadRecords *records = fairlead_network_get_records (network);
	GPtrArray *keys = g_ptr_array_new ();
	guint n;
	const FairleadEntityRow *rows = fairlead_records_get_entities (records, &n);

	for (guint i = 0; i < n; i++)
		if (!(rows[i].flags & FAIRLEAD_ENTITY_NAMED))
			g_ptr_array_add (
				keys, (gpointer) fairlead_records_get_text (records, rows[i].key));
	g_ptr_array_sort (keys, compare_texts);
	return keys;
}

static void
match_keys (FairleadPairing *self, FairleadNetwork *before, FairleadNetwork *after)
{
	g_autoptr (GPtrArray) keys = dup_keys (before);
	FairleadRecords *records_before = fairlead_network_get_records (before);
	FairleadRecords *records_after = fairlead_network_get_records (after);

	for (guint i = 0; i < keys->len; i++) {
		const char *key = keys->pdata[i];
		FairleadEntity entity = fairlead_records_find (records_after, key);
		FairleadVertex old, new;

		if (entity == FAIRLEAD_NO_ENTITY)
			continue;
		old = fairlead_network_vertex_of (before,
		                                  fairlead_records_find (records_before, key));
		new = fairlead_network_vertex_of (after, entity);
		if (may_match (self, before, old, after, new))
			match (self, old, new, key);
	}
}

/* ---- by number ---- */

/* `registration:KY/12345`; NULL for what does not name one thing for life, or is not valid */
static char *
dup_number (FairleadRecords *records, const FairleadIdRow *row)
{
	const FairleadIdSchemeInfo *info = fairlead_id_scheme_info (row->scheme);
	const char *issuer = fairlead_records_get_text (records, row->issuer);

	if (!row->valid || !info->joins || (info->needs_issuer && *issuer == '\0'))
		return NULL;
	return g_strdup_printf ("%s:%s%s%s", info->name, info->needs_issuer ? issuer : "",
	                        info->needs_issuer ? "/" : "",
	                        fairlead_records_get_text (records, row->number));
}

/* Who has a number, or that several have it */
static GHashTable *
gather_numbers (FairleadNetwork *network, const FairleadVertex *matched)
{
	FairleadRecords *records = fairlead_network_get_records (network);
	GHashTable *numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
	guint n;
	const FairleadIdRow *rows = fairlead_records_get_identifiers (records, &n);

	for (guint i = 0; i < n; i++) {
		FairleadVertex vertex = fairlead_network_vertex_of (network, rows[i].entity);
		char *number = matched[vertex] == FAIRLEAD_NO_VERTEX
		                       ? dup_number (records, &rows[i])
		                       : NULL;
		gpointer known;

		if (number == NULL)
			continue;
		if (g_hash_table_lookup_extended (numbers, number, NULL, &known)
		    && GPOINTER_TO_UINT (known) != vertex)
			vertex = FAIRLEAD_NO_VERTEX;
		g_hash_table_replace (numbers, number, GUINT_TO_POINTER (vertex));
	}
	return numbers;
}

static void
match_numbers (FairleadPairing *self, FairleadNetwork *before, FairleadNetwork *after)
{
	g_autoptr (GHashTable) old_numbers = gather_numbers (before, self->after_of);
	g_autoptr (GHashTable) new_numbers = gather_numbers (after, self->before_of);
	guint n;
	g_autofree gpointer *numbers = g_hash_table_get_keys_as_array (old_numbers, &n);

	qsort (numbers, n, sizeof *numbers, compare_texts);
	for (guint i = 0; i < n; i++) {
		FairleadVertex old =
			GPOINTER_TO_UINT (g_hash_table_lookup (old_numbers, numbers[i]));
		gpointer found;
		FairleadVertex new;

		if (!g_hash_table_lookup_extended (new_numbers, numbers[i], NULL, &found))
			continue;
		new = GPOINTER_TO_UINT (found);
		if (old != FAIRLEAD_NO_VERTEX && new != FAIRLEAD_NO_VERTEX
		    && may_match (self, before, old, after, new))
			match (self, old, new, numbers[i]);
	}
}

/* ---- both ---- */

static FairleadVertex *
new_unmatched (guint32 n)
{
	FairleadVertex *vertices = g_new (FairleadVertex, MAX (n, 1));

	for (guint32 i = 0; i < n; i++)
		vertices[i] = FAIRLEAD_NO_VERTEX;
	return vertices;
}

void
fairlead_pairing_init (FairleadPairing *self, FairleadNetwork *before, FairleadNetwork *after)
{
	self->n_before = fairlead_network_get_n_vertices (before);
	self->after_of = new_unmatched (self->n_before);
	self->before_of = new_unmatched (fairlead_network_get_n_vertices (after));
	self->reason = g_new0 (char *, MAX (self->n_before, 1));
	match_keys (self, before, after);
	match_numbers (self, before, after);
}

void
fairlead_pairing_clear (FairleadPairing *self)
{
	for (guint32 i = 0; i < self->n_before; i++)
		g_free (self->reason[i]);
	g_clear_pointer (&self->reason, g_free);
	g_clear_pointer (&self->after_of, g_free);
	g_clear_pointer (&self->before_of, g_free);
}
