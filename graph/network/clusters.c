/* graph/network/clusters.c */
#include "graph/network/clusters-private.h"

#include <string.h>

/* A bit for each scheme of keys that numbers parties; those past the 63rd share the last one */
static guint64
list_bit (FairleadClusters *self, GHashTable *bits, FairleadEntity entity)
{
	const char *key = fairlead_clusters_get_key (self, entity);
	gsize length = strcspn (key, ":");
	char scheme[64];
	FairleadIdScheme number;
	gpointer bit;

	if (length >= sizeof scheme || (self->entities[entity].flags & FAIRLEAD_ENTITY_NAMED))
		return 0;
	memcpy (scheme, key, length);
	scheme[length] = '\0';
	if (g_hash_table_lookup_extended (bits, scheme, NULL, &bit))
		return bit == NULL ? 0 : G_GUINT64_CONSTANT (1) << (GPOINTER_TO_UINT (bit) - 1);
	bit = GUINT_TO_POINTER (fairlead_id_scheme_from_name (scheme, &number)
	                                ? 0
	                                : MIN (g_hash_table_size (bits) + 1, 64));
	g_hash_table_insert (bits, g_strdup (scheme), bit);
	return list_bit (self, bits, entity);
}

/* Keys of one scheme come in long runs */
static gboolean
is_same_scheme (FairleadClusters *self, FairleadEntity a, FairleadEntity b)
{
	const char *key_a = fairlead_clusters_get_key (self, a);
	const char *key_b = fairlead_clusters_get_key (self, b);
	gsize length = 0;

	if ((self->entities[a].flags ^ self->entities[b].flags) & FAIRLEAD_ENTITY_NAMED)
		return FALSE;
	while (key_a[length] == key_b[length] && key_a[length] != '\0' && key_a[length] != ':')
		length++;
	return key_a[length] == ':' && key_b[length] == ':';
}

void
fairlead_clusters_init (FairleadClusters *self, FairleadRecords *records)
{
	g_autoptr (GHashTable) bits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

	self->records = records;
	self->entities = fairlead_records_get_entities (records, &self->n);
	self->parent = g_new (guint32, MAX (self->n, 1));
	self->kind = g_new (guint8, MAX (self->n, 1));
	self->imo = g_new0 (FairleadText, MAX (self->n, 1));
	self->ambiguous = g_malloc0 (MAX (self->n, 1));
	self->lists = g_new (guint64, MAX (self->n, 1));
	for (guint32 i = 0; i < self->n; i++) {
		self->parent[i] = i;
		self->lists[i] = i > 0 && is_same_scheme (self, i - 1, i)
		                         ? self->lists[i - 1]
		                         : list_bit (self, bits, i);
		self->kind[i] = self->entities[i].kind;
	}
}

void
fairlead_clusters_clear (FairleadClusters *self)
{
	g_clear_pointer (&self->parent, g_free);
	g_clear_pointer (&self->kind, g_free);
	g_clear_pointer (&self->imo, g_free);
	g_clear_pointer (&self->lists, g_free);
	g_clear_pointer (&self->ambiguous, g_free);
	g_clear_pointer (&self->romanised, g_free);
	g_clear_pointer (&self->apart, g_hash_table_unref);
	g_clear_pointer (&self->decided, g_free);
}

guint32
fairlead_clusters_find (FairleadClusters *self, FairleadEntity entity)
{
	while (self->parent[entity] != entity) {
		self->parent[entity] = self->parent[self->parent[entity]];
		entity = self->parent[entity];
	}
	return entity;
}

const char *
fairlead_clusters_get_key (FairleadClusters *self, FairleadEntity entity)
{
	return fairlead_records_get_text (self->records, self->entities[entity].key);
}

const char *
fairlead_clusters_get_id (FairleadClusters *self, FairleadEntity entity)
{
	const char *key = fairlead_clusters_get_key (self, entity);
	const char *colon = strchr (key, ':');

	/* Records past the bound of all text have no key */
	return colon == NULL ? key : colon + 1;
}

static gboolean
ship_numbers_agree (FairleadClusters *self, guint32 a, guint32 b)
{
	return self->imo[a] == 0 || self->imo[b] == 0 || self->imo[a] == self->imo[b];
}

gboolean
fairlead_clusters_share_list (FairleadClusters *self, FairleadEntity a, FairleadEntity b)
{
	a = fairlead_clusters_find (self, a);
	b = fairlead_clusters_find (self, b);
	return a != b && (self->lists[a] & self->lists[b]) != 0;
}

/* ---- decided to be different ---- */

static void
note_apart (FairleadClusters *self, guint32 root, FairleadApart apart)
{
	GArray *noted;

	if (self->apart == NULL)
		self->apart =
			g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
	noted = g_hash_table_lookup (self->apart, GUINT_TO_POINTER (root));
	if (noted == NULL) {
		noted = g_array_new (FALSE, FALSE, sizeof (FairleadApart));
		g_hash_table_insert (self->apart, GUINT_TO_POINTER (root), noted);
	}
	g_array_append_val (noted, apart);
}

void
fairlead_clusters_keep_apart (FairleadClusters *self, FairleadEntity a, FairleadEntity b,
                              guint decision)
{
	note_apart (self, a, (FairleadApart){ b, decision });
	note_apart (self, b, (FairleadApart){ a, decision });
}

/* The decision that keeps the sets of two roots apart, or NULL */
static const FairleadApart *
find_apart (FairleadClusters *self, guint32 a, guint32 b)
{
	GArray *noted = self->apart == NULL
	                        ? NULL
	                        : g_hash_table_lookup (self->apart, GUINT_TO_POINTER (a));

	for (guint i = 0; noted != NULL && i < noted->len; i++) {
		const FairleadApart *apart = &g_array_index (noted, FairleadApart, i);

		if (fairlead_clusters_find (self, apart->other) == b)
			return apart;
	}
	return NULL;
}

/* What is kept apart from one is kept apart from all of its set */
static void
pass_on_apart (FairleadClusters *self, guint32 from, guint32 to)
{
	GArray *noted = self->apart == NULL
	                        ? NULL
	                        : g_hash_table_lookup (self->apart, GUINT_TO_POINTER (from));

	for (guint i = 0; noted != NULL && i < noted->len; i++)
		note_apart (self, to, g_array_index (noted, FairleadApart, i));
}

gboolean
fairlead_clusters_may_unite (FairleadClusters *self, FairleadEntity a, FairleadEntity b)
{
	a = fairlead_clusters_find (self, a);
	b = fairlead_clusters_find (self, b);
	return fairlead_kinds_agree (self->kind[a], self->kind[b])
	       && ship_numbers_agree (self, a, b) && find_apart (self, a, b) == NULL;
}

static void
report_decided (FairleadClusters *self, guint32 a, guint32 b, const char *reason,
                FairleadSource source)
{
	guint n = find_apart (self, a, b)->decision;
	const FairleadDecision *decision = fairlead_decisions_get (self->decisions, n);
	g_autofree char *place = fairlead_decisions_dup_place (self->decisions, n);

	fairlead_records_add_issue (
		self->records, FAIRLEAD_ISSUE_DECISION_CONFLICT, source,
		"%s and %s share %s, but %s decided that %s and %s are different (%s); not joined",
		fairlead_clusters_get_key (self, a), fairlead_clusters_get_key (self, b), reason,
		decision->who != NULL ? decision->who : "somebody", decision->left, decision->right,
		place);
}

static void
report_conflict (FairleadClusters *self, guint32 a, guint32 b, const char *reason,
                 FairleadSource source)
{
	const char *key_a = fairlead_clusters_get_key (self, a);
	const char *key_b = fairlead_clusters_get_key (self, b);

	if (!fairlead_kinds_agree (self->kind[a], self->kind[b]))
		fairlead_records_add_issue (
			self->records, FAIRLEAD_ISSUE_KIND_CONFLICT, source,
			"%s and %s share %s, but one is a %s and the other a %s", key_a, key_b,
			reason, fairlead_kind_name (self->kind[a]),
			fairlead_kind_name (self->kind[b]));
	else if (ship_numbers_agree (self, a, b))
		report_decided (self, a, b, reason, source);
	else
		fairlead_records_add_issue (
			self->records, FAIRLEAD_ISSUE_IDENTIFIER_CONFLICT, source,
			"%s and %s share %s, but one is IMO %s and the other IMO %s; not joined",
			key_a, key_b, reason,
			fairlead_records_get_text (self->records, self->imo[a]),
			fairlead_records_get_text (self->records, self->imo[b]));
}

void
fairlead_clusters_unite (FairleadClusters *self, FairleadEntity a, FairleadEntity b,
                         const char *reason, FairleadSource source)
{
	a = fairlead_clusters_find (self, a);
	b = fairlead_clusters_find (self, b);
	if (a == b)
		return;
	if (!fairlead_clusters_may_unite (self, a, b)) {
		report_conflict (self, a, b, reason, source);
		return;
	}
	self->parent[b] = a;
	pass_on_apart (self, b, a);
	self->lists[a] |= self->lists[b];
	if (self->kind[a] == FAIRLEAD_KIND_UNKNOWN)
		self->kind[a] = self->kind[b];
	if (self->imo[a] == 0)
		self->imo[a] = self->imo[b];
}
