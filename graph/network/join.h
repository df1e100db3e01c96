/* graph/network/join.h: which records are about the same entity, by keys, numbers and names */
#pragma once
#include "graph/network/network.h"
G_BEGIN_DECLS

/**
 * FairleadJoin:
 * @vertex_of: the vertex of each entity of the records
 * @ids: the id of each vertex: the smallest key of its entities, IMO numbers and LEIs first
 * @is_ambiguous: whether a vertex is only a name that several other vertices have
 * @is_romanised: (nullable): whether each entity is only a name, and joined by that name in Latin
 *   letters; NULL where none is
 * @n_vertices: vertices, numbered in the order of their ids
 */
typedef struct {
	FairleadVertex *vertex_of;
	FairleadText *ids;
	guint8 *is_ambiguous;
	guint8 *is_romanised;
	guint32 n_vertices;
} FairleadJoin;

/* What could not be joined goes to the issues of @records. The result depends on what the records
 * say, never on their order. @decisions may be NULL; without @merges only those count that keep
 * entities apart. */
void fairlead_join_init (FairleadJoin *self, FairleadRecords *records, FairleadDecisions *decisions,
                         gboolean merges);
void fairlead_join_clear (FairleadJoin *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadJoin, fairlead_join_clear)

G_END_DECLS
