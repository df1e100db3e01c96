/* graph/path/meet.c: two balls that grow towards each other */
#include <math.h>

#include "graph/path/search-private.h"

/* How far the ball around the ends grows beyond where the two balls have met: a search for each way
 * of leaving a path follows, and stays smaller for it */
#define AFTERGROWTH 4u

typedef struct {
	FairleadHeap heap;
	guint8 own, other; /* of FAIRLEAD_PATH_HAS_FRONT and FAIRLEAD_PATH_HAS_BACK */
	guint64 work;
} Side;

static double *
distance_of (FairleadPathMark *mark, const Side *side)
{
	return side->own == FAIRLEAD_PATH_HAS_FRONT ? &mark->front : &mark->back;
}

static void
begin_side (Side *side, const GArray *vertices)
{
	fairlead_heap_init (&side->heap);
	for (guint i = 0; i < vertices->len; i++)
		fairlead_heap_push (&side->heap, 0.0, g_array_index (vertices, FairleadVertex, i));
}

/* Settles the nearest vertex; lowers @best where the other side has been there */
static void
advance (FairleadPathSearch *self, Side *side, double *best)
{
	const FairleadAdjacency *graph = self->graph;
	FairleadHeapItem item;
	FairleadPathMark *mark;

	fairlead_heap_pop (&side->heap, &item);
	mark = fairlead_path_search_mark (self, item.vertex);
	if ((mark->flags & side->own) != 0)
		return;
	mark->flags |= side->own;
	*distance_of (mark, side) = item.cost;
	if ((mark->flags & side->other) != 0)
		*best = MIN (*best, mark->front + mark->back);
	if (item.cost > 0.0
	    && ((mark->flags & (FAIRLEAD_PATH_IS_FROM | FAIRLEAD_PATH_IS_TO)) != 0
	        || !fairlead_path_search_may_pass (self, item.vertex)))
		return;
	side->work += fairlead_adjacency_degree (graph, item.vertex);
	for (guint32 arc = graph->start[item.vertex]; arc < graph->start[item.vertex + 1]; arc++) {
		FairleadVertex next = graph->neighbour[arc];
		double cost = item.cost + self->cost[graph->edge[arc]];

		if ((fairlead_path_search_mark (self, next)->flags & side->own) == 0
		    && isfinite (cost) && cost < *best)
			fairlead_heap_push (&side->heap, cost, next);
	}
}

/* Until the two balls together are as wide as the cheapest path; the lighter grows. What it leaves
 * is the ball around `to`. */
void
fairlead_path_search_meet (FairleadPathSearch *self)
{
	Side front = { { 0 }, FAIRLEAD_PATH_HAS_FRONT, FAIRLEAD_PATH_HAS_BACK, 0 };
	Side back = { { 0 }, FAIRLEAD_PATH_HAS_BACK, FAIRLEAD_PATH_HAS_FRONT, 0 };
	double best = INFINITY;

	begin_side (&front, self->from);
	begin_side (&back, self->to);
	while (front.heap.n > 0 && back.heap.n > 0
	       && fairlead_heap_peek (&front.heap) + fairlead_heap_peek (&back.heap) < best
	       && front.work + back.work <= self->bounds.max_work
	       && !g_cancellable_is_cancelled (self->bounds.cancellable))
		advance (self, front.work < back.work ? &front : &back, &best);
	while (fairlead_heap_peek (&back.heap) < best && back.work < AFTERGROWTH * front.work
	       && !g_cancellable_is_cancelled (self->bounds.cancellable))
		advance (self, &back, &best);
	fairlead_path_search_spend (self, front.work + back.work);
	/* pushes beyond the best were left out: what is not in the ball is that far at least */
	self->radius = MIN (fairlead_heap_peek (&back.heap), best);
	fairlead_heap_clear (&front.heap);
	fairlead_heap_clear (&back.heap);
}
