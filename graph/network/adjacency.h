/* graph/network/adjacency.h: the network as an undirected simple graph with conductances, for the
 * measures
 *
 * Parallel links between two vertices are one edge: the strongest link of each class counts, and
 * the classes add as independent evidence, c = 1 - prod (1 - c_class). Self links are left out, and
 * so are edges without any conductance. */
#pragma once
#include "graph/network/conductance.h"
G_BEGIN_DECLS

typedef struct {
	guint32 n_vertices;
	guint32 n_edges;
	guint32 *start;           /* [n_vertices + 1]: the arcs that leave a vertex */
	guint32 *neighbour;       /* [2 n_edges]: ascending within a vertex */
	guint32 *edge;            /* [2 n_edges]: the edge of each arc */
	gfloat *conductance;      /* [n_edges] */
	guint32 *edge_start;      /* [n_edges + 1] into edge_links */
	FairleadLink *edge_links; /* the links of each edge, in network order */
	FairleadVertex *ends;     /* [2 n_edges]: smaller and greater end of each edge */
} FairleadAdjacency;

/* Whether a link counts */
typedef gboolean (*FairleadLinkFilter) (FairleadNetwork *network, FairleadLink link,
                                        gconstpointer user_data);

FairleadAdjacency *fairlead_adjacency_new (FairleadNetwork *network,
                                           const FairleadParameters *parameters);
/* The same of some links alone. The conductances are those of the whole network: a hub stays
 * one. */
FairleadAdjacency *fairlead_adjacency_new_of (FairleadNetwork *network,
                                              const FairleadParameters *parameters,
                                              FairleadLinkFilter filter, gconstpointer user_data);
void fairlead_adjacency_free (FairleadAdjacency *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadAdjacency, fairlead_adjacency_free)

static inline guint32
fairlead_adjacency_degree (const FairleadAdjacency *self, FairleadVertex vertex)
{
	return self->start[vertex + 1] - self->start[vertex];
}

G_END_DECLS
