/* graph/network/links.h: the links of a network in their order: by the vertex they go from, the one
 * they go to, kind, first day and source */
#pragma once
#include "graph/network/network.h"
G_BEGIN_DECLS

typedef struct {
	guint32 n;
	guint32 *row; /* of each link, in the records */
	FairleadVertex *from;
	FairleadVertex *to;
	guint8 *kind; /* the facts stand in another order, and memory is slow */
} FairleadLinks;

/* Large networks are sorted by two threads. Cost: O(n log(largest degree)). */
void fairlead_links_init (FairleadLinks *self, FairleadRecords *records,
                          const FairleadVertex *vertex_of, guint32 n_vertices,
                          const guint32 *file_rank);
void fairlead_links_clear (FairleadLinks *self);

/* (transfer none): of all links, to read millions by */
const FairleadLinks *fairlead_network_get_ends (FairleadNetwork *self);

G_END_DECLS
