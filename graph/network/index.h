/* graph/network/index.h: rows of a table grouped by the vertex that they are about */
#pragma once
#include "graph/network/network.h"
G_BEGIN_DECLS

/* Where the columns of a table of records stand: enough to read its entity and its source */
typedef struct {
	const char *base;
	gsize stride;
	gsize entity; /* offset of the FairleadEntity */
	gsize source; /* offset of the FairleadSource */
	guint n;
} FairleadColumns;

#define FAIRLEAD_COLUMNS(Row, rows, n_rows)                                                     \
	((FairleadColumns){ (const char *) (rows), sizeof (Row), G_STRUCT_OFFSET (Row, entity), \
	                    G_STRUCT_OFFSET (Row, source), (n_rows) })

static inline FairleadEntity
fairlead_columns_get_entity (const FairleadColumns *self, guint row)
{
	return *(const FairleadEntity *) (gconstpointer) (self->base + row * self->stride
	                                                  + self->entity);
}

static inline FairleadSource
fairlead_columns_get_source (const FairleadColumns *self, guint row)
{
	return *(const FairleadSource *) (gconstpointer) (self->base + row * self->stride
	                                                  + self->source);
}

typedef struct {
	guint32 *start; /* [n_vertices + 1] into rows; NULL until built */
	guint32 *rows;
} FairleadIndex;

/* Groups the rows; within a vertex by file (in the order of @file_rank), line and row */
void fairlead_index_build (FairleadIndex *self, const FairleadColumns *columns,
                           const FairleadVertex *vertex_of, guint32 n_vertices,
                           const guint32 *file_rank);
/* The same for events, by each of the vertices that take part in one, and once by each */
void fairlead_index_build_events (FairleadIndex *self, FairleadRecords *records,
                                  const FairleadVertex *vertex_of, guint32 n_vertices,
                                  const guint32 *file_rank);
void fairlead_index_clear (FairleadIndex *self);
FairleadRows fairlead_index_get (const FairleadIndex *self, FairleadVertex vertex);

/* Places of @n items in the order of their groups: @start has n_groups + 1 cells. Stable, O(n). */
void fairlead_group_rows (const guint32 *group_of, guint32 n, guint32 n_groups, guint32 **start,
                          guint32 **rows);

G_END_DECLS
