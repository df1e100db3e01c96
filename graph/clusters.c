/* graph/clusters.c */
#include "graph/clusters-private.h"

#include <string.h>

void
fairlead_clusters_init (FairleadClusters *self, FairleadRecords *records)
{
	self->records = records;
	self->entities = fairlead_records_get_entities (records, &self->n);
	self->parent = g_new (guint32, MAX (self->n, 1));
	self->kind = g_new (guint8, MAX (self->n, 1));
	self->imo = g_new0 (FairleadText, MAX (self->n, 1));
	self->ambiguous = g_malloc0 (MAX (self->n, 1));
	for (guint32 i = 0; i < self->n; i++) {
		self->parent[i] = i;
		self->kind[i] = self->entities[i].kind;
	}
}

void
fairlead_clusters_clear (FairleadClusters *self)
{
	g_clear_pointer (&self->parent, g_free);
	g_clear_pointer (&self->kind, g_free);
	g_clear_pointer (&self->imo, g_free);
	g_clear_pointer (&self->ambiguous, g_free);
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
fairlead_clusters_may_unite (FairleadClusters *self, FairleadEntity a, FairleadEntity b)
{
	a = fairlead_clusters_find (self, a);
	b = fairlead_clusters_find (self, b);
	return fairlead_kinds_agree (self->kind[a], self->kind[b]) && ship_numbers_agree (self, a, b);
}

static void
report_conflict (FairleadClusters *self, guint32 a, guint32 b, const char *reason,
                 FairleadSource source)
{
	const char *key_a = fairlead_clusters_get_key (self, a);
	const char *key_b = fairlead_clusters_get_key (self, b);

	if (!fairlead_kinds_agree (self->kind[a], self->kind[b]))
		fairlead_records_add_issue (self->records, FAIRLEAD_ISSUE_KIND_CONFLICT, source,
		                            "%s and %s share %s, but one is a %s and the other a %s",
		                            key_a, key_b, reason, fairlead_kind_name (self->kind[a]),
		                            fairlead_kind_name (self->kind[b]));
	else
		fairlead_records_add_issue (
			self->records, FAIRLEAD_ISSUE_IDENTIFIER_CONFLICT, source,
			"%s and %s share %s, but one is IMO %s and the other IMO %s; not joined", key_a,
			key_b, reason, fairlead_records_get_text (self->records, self->imo[a]),
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
	if (self->kind[a] == FAIRLEAD_KIND_UNKNOWN)
		self->kind[a] = self->kind[b];
	if (self->imo[a] == 0)
		self->imo[a] = self->imo[b];
}
