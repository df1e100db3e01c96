/* graph/ownership/shares/around.h: the holdings around some parties, as holdings of their own */
#pragma once
#include "graph/ownership/holdings/holdings.h"
G_BEGIN_DECLS

/**
 * FairleadAround:
 * @holdings: numbered anew: who is asked about comes first, the others in order of distance
 * @vertices: [holdings->n_vertices]: who each is in the whole
 * @hops: the same: fewest holdings away; G_MAXUINT32 for those that only stand beside
 * @n_found: how many there are within reach: the first of @vertices
 * @items: [holdings->n]: which holding of the whole each is
 */
typedef struct {
	FairleadHoldings *holdings;
	GArray *vertices;
	GArray *hops;
	guint32 n_found;
	GArray *items;
} FairleadAround;

/* Owners of @vertices, theirs and so on; or with @is_down what they hold, and so on, and beside it
 * who else holds any of that, of whose own owners nothing is told. Cost: that of the part. */
void fairlead_around_init (FairleadAround *self, const FairleadHoldings *whole,
                           const FairleadVertex *vertices, guint32 n, gboolean is_down);
void fairlead_around_clear (FairleadAround *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadAround, fairlead_around_clear)

G_END_DECLS
