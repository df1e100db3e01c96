/* graph/heap.h: a binary heap of vertices by cost, least first; ties by vertex, so that searches
 * give the same answer everywhere */
#pragma once
#include <math.h>
#include "graph/network/network.h"
G_BEGIN_DECLS

typedef struct {
	double cost;
	FairleadVertex vertex;
	guint32 tag; /* the caller's own */
} FairleadHeapItem;

typedef struct {
	FairleadHeapItem *items;
	guint n;
	guint room;
} FairleadHeap;

void fairlead_heap_init (FairleadHeap *self);
void fairlead_heap_clear (FairleadHeap *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadHeap, fairlead_heap_clear)

void fairlead_heap_push_tagged (FairleadHeap *self, double cost, FairleadVertex vertex,
                                guint32 tag);
/* The least cost; infinite when empty */
static inline double
fairlead_heap_peek (const FairleadHeap *self)
{
	return self->n > 0 ? self->items[0].cost : INFINITY;
}
/* FALSE when empty */
gboolean fairlead_heap_pop (FairleadHeap *self, FairleadHeapItem *item);

static inline void
fairlead_heap_push (FairleadHeap *self, double cost, FairleadVertex vertex)
{
	fairlead_heap_push_tagged (self, cost, vertex, 0);
}

G_END_DECLS
