/* graph/heap.c */
#include "graph/heap.h"

#define ITEM(self, i) g_array_index ((self)->items, FairleadHeapItem, (i))

void
fairlead_heap_init (FairleadHeap *self)
{
	self->items = g_array_new (FALSE, FALSE, sizeof (FairleadHeapItem));
}

void
fairlead_heap_clear (FairleadHeap *self)
{
	g_clear_pointer (&self->items, g_array_unref);
}

static gboolean
is_before (FairleadHeapItem a, FairleadHeapItem b)
{
	if (a.cost < b.cost || a.cost > b.cost)
		return a.cost < b.cost;
	return a.vertex != b.vertex ? a.vertex < b.vertex : a.tag < b.tag;
}

void
fairlead_heap_push_tagged (FairleadHeap *self, double cost, FairleadVertex vertex, guint32 tag)
{
	FairleadHeapItem item = { cost, vertex, tag };
	guint i = self->items->len;

	g_array_append_val (self->items, item);
	for (; i > 0 && is_before (item, ITEM (self, (i - 1) / 2)); i = (i - 1) / 2)
		ITEM (self, i) = ITEM (self, (i - 1) / 2);
	ITEM (self, i) = item;
}

gboolean
fairlead_heap_pop (FairleadHeap *self, FairleadHeapItem *item)
{
	guint n = self->items->len;
	FairleadHeapItem last;
	guint i = 0;

	if (n == 0)
		return FALSE;
	*item = ITEM (self, 0);
	last = ITEM (self, --n);
	g_array_set_size (self->items, n);
	for (guint child = 1; child < n; child = 2 * i + 1) {
		if (child + 1 < n && is_before (ITEM (self, child + 1), ITEM (self, child)))
			child++;
		if (!is_before (ITEM (self, child), last))
			break;
		ITEM (self, i) = ITEM (self, child);
		i = child;
	}
	if (n > 0)
		ITEM (self, i) = last;
	return TRUE;
}
