/* graph/network/links-private.h: the links that come in at each vertex, and what they conduct */
#pragma once
#include "graph/network/links.h"
#include "graph/parameters.h"
G_BEGIN_DECLS

/* The links that come in at each vertex, in their order: by the vertex that they come from */
typedef struct {
	guint32 *start; /* [n_vertices + 1] into links */
	FairleadLink *links;
} FairleadIncoming;

void fairlead_incoming_init (FairleadIncoming *self, FairleadNetwork *network);
void fairlead_incoming_clear (FairleadIncoming *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadIncoming, fairlead_incoming_clear)

/* fairlead_conductance_compute(), where these are known already; on all processors */
gfloat *fairlead_conductance_compute_from (FairleadNetwork *network,
                                           const FairleadParameters *parameters,
                                           const FairleadIncoming *incoming);

G_END_DECLS
