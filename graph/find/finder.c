/* graph/find/finder.c */
#include "graph/find/finder.h"

#include <string.h>

#include "graph/find/grams.h"
#include "ingest/grammar/transliterate.h"

/* Names weighed by the scorer for one that is asked for: the pieces only put them in order */
#define CANDIDATES 60u
#define CANDIDATES_OF_ADDRESS 100u

struct _FairleadFinder {
	FairleadNetwork *network;
	FairleadRecords *records;
	FairleadTransliterator *letters;
	FairleadNameScorer *scorer;
	FairleadGrams *names; /* made when first asked for; so are the others */
	GArray *name_rows;    /* of guint32: the row of each text in it */
	FairleadGrams *addresses;
	GArray *address_rows; /* of AddressText */
	GHashTable *numbers;  /* number -> GArray of guint32: rows */
	FairleadTelling telling;
};

/* An address is a text of a party, or the name of a place that parties are linked with */
typedef struct {
	FairleadVertex vertex;
	FairleadText text;
	FairleadSource source;
} AddressText;

const char *
fairlead_found_by_name (FairleadFoundBy by)
{
	static const char *const names[] = { "number", "name", "address" };

	return names[by];
}

FairleadFinder *
fairlead_finder_new (FairleadNetwork *network)
{
	FairleadFinder *self = g_new0 (FairleadFinder, 1);

	self->network = network;
	self->records = fairlead_network_get_records (network);
	self->letters = fairlead_transliterator_new ();
	self->scorer = fairlead_name_scorer_new (network);
	return self;
}

void
fairlead_finder_free (FairleadFinder *self)
{
	fairlead_transliterator_free (self->letters);
	fairlead_name_scorer_free (self->scorer);
	g_clear_pointer (&self->names, fairlead_grams_free);
	g_clear_pointer (&self->name_rows, g_array_unref);
	g_clear_pointer (&self->addresses, fairlead_grams_free);
	g_clear_pointer (&self->address_rows, g_array_unref);
	g_clear_pointer (&self->numbers, g_hash_table_unref);
	g_free (self);
}

/* ---- numbers ---- */

static void
index_numbers (FairleadFinder *self)
{
	guint n;
	const FairleadIdRow *rows = fairlead_records_get_identifiers (self->records, &n);

	self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
	                                       (GDestroyNotify) g_array_unref);
	for (guint32 i = 0; i < n; i++) {
		const char *number = fairlead_records_get_text (self->records, rows[i].number);
		GArray *same = g_hash_table_lookup (self->numbers, number);

		if (same == NULL) {
			same = g_array_new (FALSE, FALSE, sizeof (guint32));
			g_hash_table_insert (self->numbers, (gpointer) number, same);
		}
		g_array_append_val (same, i);
	}
}

static gint
compare_found_numbers (gconstpointer a, gconstpointer b)
{
	const FairleadFound *first = a, *second = b;

	if (first->vertex != second->vertex)
		return first->vertex < second->vertex ? -1 : 1;
	return first->scheme < second->scheme ? -1 : first->scheme > second->scheme;
}

static gboolean
has_number (const GArray *found, FairleadVertex vertex, FairleadIdScheme scheme)
{
	for (guint i = 0; i < found->len; i++) {
		const FairleadFound *known = &g_array_index (found, FairleadFound, i);

		if (known->vertex == vertex && known->scheme == scheme)
			return TRUE;
	}
	return FALSE;
}

static void
add_numbers (FairleadFinder *self, FairleadIdScheme scheme, const char *number, GArray *found)
{
	guint n;
	const FairleadIdRow *rows = fairlead_records_get_identifiers (self->records, &n);
	const GArray *same = g_hash_table_lookup (self->numbers, number);

	for (guint i = 0; same != NULL && i < same->len; i++) {
		const FairleadIdRow *row = &rows[g_array_index (same, guint32, i)];
		FairleadFound one = {
			.by = FAIRLEAD_FOUND_BY_NUMBER,
			.vertex = fairlead_network_vertex_of (self->network, row->entity),
			.text = fairlead_records_get_text (self->records, row->number),
			.scheme = row->scheme,
			.similarity = 1,
			.source = row->source,
		};

		if (row->scheme == scheme && !has_number (found, one.vertex, scheme))
			g_array_append_val (found, one);
	}
}

GArray *
fairlead_finder_dup_by_number (FairleadFinder *self, FairleadIdScheme scheme, const char *number)
{
	GArray *found = g_array_new (FALSE, FALSE, sizeof (FairleadFound));
	guint first = scheme == FAIRLEAD_N_ID_SCHEMES ? 0 : scheme;
	guint end = scheme == FAIRLEAD_N_ID_SCHEMES ? FAIRLEAD_N_ID_SCHEMES : scheme + 1;
	char normal[128];

	if (self->numbers == NULL)
		index_numbers (self);
	for (guint each = first; each < end; each++) {
		add_numbers (self, each, number, found);
		if (fairlead_identifier_normalise (each, number, normal, sizeof normal))
			add_numbers (self, each, normal, found);
	}
	g_array_sort (found, compare_found_numbers);
	return found;
}

/* ---- names ---- */

static void
add_key (FairleadFinder *self, FairleadGrams *grams, const char *text)
{
	g_autofree char *key = fairlead_transliterator_dup_key (self->letters, text);

	fairlead_grams_add (grams, key);
}

/* (transfer full): @made, or NULL where it was given up: half an index would find half */
static FairleadGrams *
keep_whole (FairleadGrams *made, GCancellable *cancellable)
{
	if (g_cancellable_is_cancelled (cancellable))
		g_clear_pointer (&made, fairlead_grams_free);
	return made;
}

static void
index_names (FairleadFinder *self, GCancellable *cancellable)
{
	guint n;
	const FairleadNameRow *rows = fairlead_records_get_names (self->records, &n);

	self->names = fairlead_grams_new ();
	g_clear_pointer (&self->name_rows, g_array_unref);
	self->name_rows = g_array_new (FALSE, FALSE, sizeof (guint32));
	for (guint32 i = 0; i < n && !g_cancellable_is_cancelled (cancellable); i++) {
		fairlead_tell_step (&self->telling, "indexing names", i, n);
		if (!fairlead_network_is_party (
			    self->network,
			    fairlead_network_vertex_of (self->network, rows[i].entity)))
			continue;
		add_key (self, self->names,
		         fairlead_records_get_text (self->records, rows[i].text));
		g_array_append_val (self->name_rows, i);
	}
	self->names = keep_whole (self->names, cancellable);
}

static gboolean
is_better (const FairleadFound *a, const FairleadFound *b)
{
	if (a->similarity > b->similarity || a->similarity < b->similarity)
		return a->similarity > b->similarity;
	return a->evidence > b->evidence;
}

static gint
compare_found (gconstpointer a, gconstpointer b)
{
	const FairleadFound *first = a, *second = b;

	if (is_better (first, second) || is_better (second, first))
		return is_better (first, second) ? -1 : 1;
	return first->vertex < second->vertex ? -1 : first->vertex > second->vertex;
}

static gint
compare_of_parties (gconstpointer a, gconstpointer b)
{
	const FairleadFound *first = a, *second = b;

	if (first->vertex != second->vertex)
		return first->vertex < second->vertex ? -1 : 1;
	return is_better (second, first) - is_better (first, second);
}

/* Each party once, by what fits best, the first of what fits as well (sorting keeps the order of
 * equals); of them those that fit best */
static void
keep_best (GArray *found, guint limit)
{
	FairleadFound *all = (FairleadFound *) (gpointer) found->data;
	guint n = 0;

	g_array_sort (found, compare_of_parties);
	for (guint i = 0; i < found->len; i++)
		if (n == 0 || all[n - 1].vertex != all[i].vertex)
			all[n++] = all[i];
	g_array_set_size (found, n);
	g_array_sort (found, compare_found);
	g_array_set_size (found, MIN (n, limit));
}

static gboolean
is_of_kind (FairleadFinder *self, FairleadVertex vertex, FairleadKind kind)
{
	return fairlead_kinds_agree (fairlead_network_get_kind (self->network, vertex), kind);
}

static void
weigh_name (FairleadFinder *self, const FairleadNameRow *row, const FairleadNameParts *query,
            FairleadKind kind, double least, GArray *found)
{
	FairleadVertex vertex = fairlead_network_vertex_of (self->network, row->entity);
	FairleadKind own = fairlead_network_get_kind (self->network, vertex);
	const char *text = fairlead_records_get_text (self->records, row->text);
	g_autoptr (FairleadNameParts) parts = NULL;
	FairleadNameMatch match;
	FairleadFound one;

	if (!is_of_kind (self, vertex, kind))
		return;
	parts = fairlead_name_scorer_parse (self->scorer, text, own);
	fairlead_name_scorer_compare (self->scorer, query, parts, &match);
	one = (FairleadFound){
		.by = FAIRLEAD_FOUND_BY_NAME,
		.vertex = vertex,
		.text = text,
		.similarity = match.similarity,
		.evidence = match.evidence,
		.is_vetoed = match.is_vetoed,
		.source = row->source,
	};
	if (match.similarity >= least)
		g_array_append_val (found, one);
}

GArray *
fairlead_finder_dup_by_name (FairleadFinder *self, const char *text, FairleadKind kind,
                             double least, guint limit)
{
	GArray *found = g_array_new (FALSE, FALSE, sizeof (FairleadFound));
	g_autofree char *key = fairlead_transliterator_dup_key (self->letters, text);
	g_autoptr (FairleadNameParts) query = NULL;
	g_autoptr (GArray) hits = NULL;
	guint n;
	const FairleadNameRow *rows = fairlead_records_get_names (self->records, &n);

	if (self->names == NULL)
		index_names (self, NULL);
	query = fairlead_name_scorer_parse (self->scorer, text, kind);
	hits = fairlead_grams_search (self->names, key,
	                              MAX (CANDIDATES, 2 * MIN (limit, G_MAXUINT / 2)));
	for (guint i = 0; i < hits->len; i++) {
		guint32 number = g_array_index (hits, FairleadGramHit, i).text;

		weigh_name (self, &rows[g_array_index (self->name_rows, guint32, number)], query,
		            kind, least, found);
	}
	keep_best (found, limit);
	return found;
}

char *
fairlead_finder_dup_why (FairleadFinder *self, const char *text, const FairleadFound *found)
{
	FairleadKind kind = fairlead_network_get_kind (self->network, found->vertex);
	g_autoptr (FairleadNameParts) query = fairlead_name_scorer_parse (self->scorer, text, kind);
	g_autoptr (FairleadNameParts) parts =
		fairlead_name_scorer_parse (self->scorer, found->text, kind);

	return fairlead_name_scorer_dup_explanation (self->scorer, query, parts);
}

/* ---- addresses ---- */

static void
add_address (FairleadFinder *self, FairleadVertex vertex, FairleadText text, FairleadSource source)
{
	const AddressText row = { vertex, text, source };

	add_key (self, self->addresses, fairlead_records_get_text (self->records, text));
	g_array_append_val (self->address_rows, row);
}

static void
index_addresses (FairleadFinder *self, GCancellable *cancellable)
{
	guint n;
	const FairleadNameRow *names = fairlead_records_get_names (self->records, &n);
	const FairleadAttributeRow *attributes;

	self->addresses = fairlead_grams_new ();
	g_clear_pointer (&self->address_rows, g_array_unref);
	self->address_rows = g_array_new (FALSE, FALSE, sizeof (AddressText));
	for (guint i = 0; i < n && !g_cancellable_is_cancelled (cancellable); i++) {
		FairleadVertex vertex = fairlead_network_vertex_of (self->network, names[i].entity);

		fairlead_tell_step (&self->telling, "indexing addresses", i, n);
		if (fairlead_network_get_kind (self->network, vertex) == FAIRLEAD_KIND_ADDRESS)
			add_address (self, vertex, names[i].text, names[i].source);
	}
	attributes = fairlead_records_get_attributes (self->records, &n);
	for (guint i = 0; i < n && !g_cancellable_is_cancelled (cancellable); i++) {
		fairlead_tell_step (&self->telling, "indexing addresses of parties", i, n);
		if (attributes[i].attribute == FAIRLEAD_ATTRIBUTE_ADDRESS)
			add_address (
				self,
				fairlead_network_vertex_of (self->network, attributes[i].entity),
				attributes[i].text, attributes[i].source);
	}
	self->addresses = keep_whole (self->addresses, cancellable);
}

GArray *
fairlead_finder_dup_by_address (FairleadFinder *self, const char *text, FairleadKind kind,
                                double least, guint limit)
{
	GArray *found = g_array_new (FALSE, FALSE, sizeof (FairleadFound));
	g_autofree char *key = fairlead_transliterator_dup_key (self->letters, text);
	g_autoptr (GArray) hits = NULL;

	if (self->addresses == NULL)
		index_addresses (self, NULL);
	hits = fairlead_grams_search (self->addresses, key, MAX (CANDIDATES_OF_ADDRESS, limit));
	for (guint i = 0; i < hits->len; i++) {
		const FairleadGramHit *hit = &g_array_index (hits, FairleadGramHit, i);
		const AddressText *row =
			&g_array_index (self->address_rows, AddressText, hit->text);
		const FairleadFound one = {
			.by = FAIRLEAD_FOUND_BY_ADDRESS,
			.vertex = row->vertex,
			.text = fairlead_records_get_text (self->records, row->text),
			.similarity = (double) hit->overlap,
			.source = row->source,
		};

		if (one.similarity >= least && is_of_kind (self, row->vertex, kind))
			g_array_append_val (found, one);
	}
	keep_best (found, limit);
	return found;
}

/* ---- all at once ---- */

void
fairlead_finder_set_telling (FairleadFinder *self, const FairleadTelling *telling)
{
	self->telling = telling != NULL ? *telling : (FairleadTelling){ NULL, NULL };
}

gboolean
fairlead_finder_prepare (FairleadFinder *self, GCancellable *cancellable, GError **error)
{
	if (self->numbers == NULL && !g_cancellable_is_cancelled (cancellable))
		index_numbers (self);
	if (self->names == NULL)
		index_names (self, cancellable);
	if (self->addresses == NULL)
		index_addresses (self, cancellable);
	return !g_cancellable_set_error_if_cancelled (cancellable, error);
}
