/* graph/heap.c */
#include "graph/heap.h"

void
fairlead_heap_init (FairleadHeap *self)
{
	*self = (FairleadHeap){ NULL, 0, 0 };
}

void
fairlead_heap_clear (FairleadHeap *self)
{
	g_clear_pointer (&self->items, g_free);
	self->n = self->room = 0;
}

static gboolean
is_before (FairleadHeapItem a, FairleadHeapItem b)
{
	if (a.cost < b.cost || a.cost > b.cost)
		return a.cost < b.cost;
	return a.vertex != b.vertex ? a.vertex < b.vertex : a.tag < b.tag;
}

static void
grow (FairleadHeap *self)
{
	self->room = MAX (2 * self->room, 16);
	self->items = g_renew (FairleadHeapItem, self->items, self->room);
}

void
fairlead_heap_push_tagged (FairleadHeap *self, double cost, FairleadVertex vertex, guint32 tag)
{
	const FairleadHeapItem item = { cost, vertex, tag };
	FairleadHeapItem *items;
	guint i = self->n++;

	if (i == self->room)
		grow (self);
	items = self->items;
	for (; i > 0 && is_before (item, items[(i - 1) / 2]); i = (i - 1) / 2)
		items[i] = items[(i - 1) / 2];
	items[i] = item;
}

gboolean
fairlead_heap_pop (FairleadHeap *self, FairleadHeapItem *item)
{
	FairleadHeapItem *items = self->items;
	FairleadHeapItem last;
	guint n, i = 0;

	if (self->n == 0)
		return FALSE;
	*item = items[0];
	n = --self->n;
	last = items[n];
	for (guint child = 1; child < n; child = 2 * i + 1) {
		child += child + 1 < n && is_before (items[child + 1], items[child]);
		if (!is_before (items[child], last))
			break;
		items[i] = items[child];
		i = child;
	}
	items[i] = last;
	return TRUE;
}
