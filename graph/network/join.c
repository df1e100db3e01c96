/* graph/network/join.c */
#include "graph/network/join.h"

#include <string.h>

#include "graph/network/clusters-private.h"
#include "ingest/grammar/name.h"

/* ---- which key is best ---- */

/* By its scheme: an id may hold any text */
static gboolean
is_name_key (const char *key)
{
	g_autofree char *scheme = g_strndup (key, strcspn (key, ":"));

	return g_str_has_suffix (scheme, FAIRLEAD_NAME_SCHEME_SUFFIX);
}

/* The better of two keys names the vertex: numbers for life first, names last */
static guint
key_order (const char *key)
{
	static const char *const first[] = { "imo:", "imo-company:", "lei:" };

	for (guint i = 0; i < G_N_ELEMENTS (first); i++)
		if (g_str_has_prefix (key, first[i]))
			return i;
	return is_name_key (key) ? G_N_ELEMENTS (first) + 1 : G_N_ELEMENTS (first);
}

static gboolean
is_better_key (const char *key, const char *than)
{
	guint a = key_order (key), b = key_order (than);

	return a != b ? a < b : strcmp (key, than) < 0;
}

/* ---- all keys in order ---- */

/* The first bytes of a key as numbers decide nearly every comparison without touching the arena */
typedef struct {
	guint64 head[2];
} SortKey;

/* Every entity, by its key; it asks for nothing that joining finds, and so a second thread has it
 * ready by the end of that */
typedef struct {
	FairleadRecords *records;
	const FairleadEntityRow *entities;
	guint32 n;
	SortKey *keys; /* of each entity, while it is sorted */
	guint32 *sorted;
	GThread *thread; /* NULL where there is one core or little to sort */
} KeyOrder;

#define PARALLEL_FROM 100000u /* entities; sorting fewer costs less than a thread */

static SortKey
make_sort_key (const char *text)
{
	char bytes[16] = { 0 };
	SortKey result;

	memcpy (bytes, text, strnlen (text, sizeof bytes));
	memcpy (result.head, bytes, sizeof bytes);
	result.head[0] = GUINT64_FROM_BE (result.head[0]);
	result.head[1] = GUINT64_FROM_BE (result.head[1]);
	return result;
}

static gint
compare_keys (gconstpointer a, gconstpointer b, gpointer user_data)
{
	const KeyOrder *order = user_data;
	guint32 entity_a = *(const guint32 *) a, entity_b = *(const guint32 *) b;
	const SortKey *key_a = &order->keys[entity_a], *key_b = &order->keys[entity_b];

	for (guint i = 0; i < G_N_ELEMENTS (key_a->head); i++)
		if (key_a->head[i] != key_b->head[i])
			return key_a->head[i] < key_b->head[i] ? -1 : 1;
	return strcmp (fairlead_records_get_text (order->records, order->entities[entity_a].key),
	               fairlead_records_get_text (order->records, order->entities[entity_b].key));
}

static gpointer
sort_keys (gpointer data)
{
	KeyOrder *self = data;

	self->keys = g_new (SortKey, MAX (self->n, 1));
	self->sorted = g_new (guint32, MAX (self->n, 1));
	for (guint32 i = 0; i < self->n; i++) {
		self->keys[i] = make_sort_key (
			fairlead_records_get_text (self->records, self->entities[i].key));
		self->sorted[i] = i;
	}
	g_qsort_with_data (self->sorted, (gint) self->n, sizeof *self->sorted, compare_keys, self);
	g_clear_pointer (&self->keys, g_free);
	return NULL;
}

static void
start_sorting (KeyOrder *self, FairleadRecords *records)
{
	*self = (KeyOrder){ .records = records };
	self->entities = fairlead_records_get_entities (records, &self->n);
	if (self->n >= PARALLEL_FROM && g_get_num_processors () > 1)
		self->thread = g_thread_try_new ("keys", sort_keys, self, NULL);
}

static void
finish_sorting (KeyOrder *self)
{
	if (self->thread != NULL)
		g_thread_join (g_steal_pointer (&self->thread));
	else
		sort_keys (self);
}

/* ---- numbering the vertices ---- */

/* The entity with the best key of each set, at the index of its root */
static FairleadEntity *
choose_best (FairleadClusters *clusters)
{
	FairleadEntity *best = g_new (FairleadEntity, MAX (clusters->n, 1));

	memset (best, 0xff, clusters->n * sizeof *best);
	for (guint32 i = 0; i < clusters->n; i++) {
		guint32 root = fairlead_clusters_find (clusters, i);

		if (best[root] == FAIRLEAD_NO_ENTITY
		    || is_better_key (fairlead_clusters_get_key (clusters, i),
		                      fairlead_clusters_get_key (clusters, best[root])))
			best[root] = i;
	}
	return best;
}

/* In the order of their best keys */
static void
number_vertices (FairleadJoin *self, FairleadClusters *clusters, const guint32 *sorted)
{
	g_autofree FairleadEntity *best = choose_best (clusters);

	self->ids = g_new (FairleadText, MAX (clusters->n, 1));
	self->is_ambiguous = g_malloc0 (MAX (clusters->n, 1));
	self->vertex_of = g_new (FairleadVertex, MAX (clusters->n, 1));
	for (guint32 i = 0; i < clusters->n; i++) {
		guint32 root = fairlead_clusters_find (clusters, sorted[i]);

		if (best[root] != sorted[i])
			continue;
		self->ids[self->n_vertices] = clusters->entities[sorted[i]].key;
		self->vertex_of[root] = self->n_vertices++;
	}
	for (guint32 i = 0; i < clusters->n; i++) {
		self->vertex_of[i] = self->vertex_of[fairlead_clusters_find (clusters, i)];
		self->is_ambiguous[self->vertex_of[i]] |= clusters->ambiguous[i];
	}
}

void
fairlead_join_init (FairleadJoin *self, FairleadRecords *records, FairleadDecisions *decisions,
                    gboolean merges)
{
	g_auto (FairleadClusters) clusters = { 0 };
	KeyOrder order;

	start_sorting (&order, records);
	fairlead_clusters_init (&clusters, records);
	if (decisions != NULL)
		fairlead_decide_apart (&clusters, decisions);
	fairlead_join_numbers (&clusters);
	if (decisions != NULL && merges)
		fairlead_decide_joins (&clusters);
	fairlead_join_names (&clusters);
	self->is_romanised = g_steal_pointer (&clusters.romanised);
	finish_sorting (&order);
	number_vertices (self, &clusters, order.sorted);
	g_free (order.sorted);
}

void
fairlead_join_clear (FairleadJoin *self)
{
	g_clear_pointer (&self->vertex_of, g_free);
	g_clear_pointer (&self->ids, g_free);
	g_clear_pointer (&self->is_ambiguous, g_free);
	g_clear_pointer (&self->is_romanised, g_free);
}
