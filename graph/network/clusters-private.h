/* graph/network/clusters-private.h: entities being joined, with what must never be joined kept
 * apart */
#pragma once
#include "ingest/record/decision.h"
#include "ingest/record/records.h"
G_BEGIN_DECLS

/* Somebody decided that an entity is another one than those of the set that this stands at */
typedef struct {
	FairleadEntity other;
	guint decision;
} FairleadApart;

/* Disjoint sets over the entities; the root of each carries what is known of the whole set */
typedef struct {
	FairleadRecords *records;
	const FairleadEntityRow *entities;
	guint32 n;
	guint32 *parent;
	guint8 *kind;      /* of a root: FairleadKind */
	FairleadText *imo; /* of a root: the ship number that it has, or 0 */
	guint64 *lists;    /* of a root: the lists that number it, a bit each */
	guint8 *ambiguous; /* of an entity: a name that may mean several parties */
	guint8 *romanised; /* of an entity: a name that fits when romanised alone; NULL: of none */
	FairleadDecisions *decisions; /* NULL: none were taken */
	GHashTable *apart; /* root -> GArray of FairleadApart; NULL where nothing was decided */
	guint8 *decided;   /* of an entity: whether a decision joined it; NULL: of none */
} FairleadClusters;

void fairlead_clusters_init (FairleadClusters *self, FairleadRecords *records);
void fairlead_clusters_clear (FairleadClusters *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadClusters, fairlead_clusters_clear)

guint32 fairlead_clusters_find (FairleadClusters *self, FairleadEntity entity);
/* `scheme:id`, and the id alone */
const char *fairlead_clusters_get_key (FairleadClusters *self, FairleadEntity entity);
const char *fairlead_clusters_get_id (FairleadClusters *self, FairleadEntity entity);
/* Whether some list numbers the two apart: to it they are two parties, whatever register number it
 * gives for both */
gboolean fairlead_clusters_share_list (FairleadClusters *self, FairleadEntity a, FairleadEntity b);
/* Notes that decision @decision keeps the two apart; nothing may have been joined yet */
void fairlead_clusters_keep_apart (FairleadClusters *self, FairleadEntity a, FairleadEntity b,
                                   guint decision);
/* Whether their kinds agree, their ship numbers do not contradict each other, and nobody decided
 * that they are different */
gboolean fairlead_clusters_may_unite (FairleadClusters *self, FairleadEntity a, FairleadEntity b);
/* Joins the sets of two entities that share @reason, or adds an issue at @source and does not */
void fairlead_clusters_unite (FairleadClusters *self, FairleadEntity a, FairleadEntity b,
                              const char *reason, FairleadSource source);

/* graph/network/decide.c: notes which entities were decided to be different, before any is joined;
 * joins those that were decided to be the same, after those that share a number */
void fairlead_decide_apart (FairleadClusters *clusters, FairleadDecisions *decisions);
void fairlead_decide_joins (FairleadClusters *clusters);

/* graph/network/join-numbers.c: joins those that have one number */
void fairlead_join_numbers (FairleadClusters *clusters);

/* graph/network/join-names.c: joins parties that are known by name alone to the one record of that
 * name */
void fairlead_join_names (FairleadClusters *clusters);

G_END_DECLS
