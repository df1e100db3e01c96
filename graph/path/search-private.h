/* graph/path/search-private.h: what search.c and meet.c share */
#pragma once
#include "graph/heap.h"
#include "graph/path/search.h"
G_BEGIN_DECLS

enum {
	FAIRLEAD_PATH_IS_FROM = 1 << 0,
	FAIRLEAD_PATH_IS_TO = 1 << 1,
	FAIRLEAD_PATH_HAS_FRONT = 1 << 2,
	FAIRLEAD_PATH_HAS_BACK = 1 << 3
};

/* What a search knows of a vertex */
typedef struct {
	double front;   /* least cost from `from`, where FAIRLEAD_PATH_HAS_FRONT */
	double back;    /* least cost to `to`, where FAIRLEAD_PATH_HAS_BACK */
	guint32 run;    /* the last search that has been here ... */
	guint32 hops;   /* ... and over how many hops at least */
	guint32 barred; /* the last search that may not come here */
	guint8 flags;
} FairleadPathMark;

struct _FairleadPathSearch {
	const FairleadAdjacency *graph;
	const double *cost;
	FairleadPathBounds bounds;
	GArray *from, *to; /* of FairleadVertex */
	guint32 *slot;     /* of each vertex: of its mark, from 1; 0: it was not looked at yet */
	GArray *marks;  /* of FairleadPathMark: of what was looked at alone, together in memory */
	double radius;  /* vertices without a `back` are no nearer than this */
	guint32 run;    /* the search at hand */
	GArray *labels; /* of Label, of the search at hand */
	FairleadHeap reached;
	GPtrArray *classes; /* of Class */
	FairleadHeap queue; /* of classes, by lower bound */
	guint64 work;
	gboolean gave_up;
};

/* Good until the next one is asked for */
static inline FairleadPathMark *
fairlead_path_search_mark (FairleadPathSearch *self, FairleadVertex vertex)
{
	if (self->slot[vertex] == 0) {
		g_array_set_size (self->marks, self->marks->len + 1);
		self->slot[vertex] = self->marks->len;
	}
	return &g_array_index (self->marks, FairleadPathMark, self->slot[vertex] - 1);
}

/* Whether a path may come by the vertex */
static inline gboolean
fairlead_path_search_may_pass (const FairleadPathSearch *self, FairleadVertex vertex)
{
	return self->bounds.max_degree == 0
	       || fairlead_adjacency_degree (self->graph, vertex) <= self->bounds.max_degree;
}

/* FALSE, for good, once the work is used up or cancelled */
static inline gboolean
fairlead_path_search_spend (FairleadPathSearch *self, guint64 work)
{
	self->work += work;
	if (self->work > self->bounds.max_work
	    || g_cancellable_is_cancelled (self->bounds.cancellable))
		self->gave_up = TRUE;
	return !self->gave_up;
}

/* Searches from both ends until the cheapest path is known, and leaves the ball around `to`, and
 * its radius, as lower bounds */
void fairlead_path_search_meet (FairleadPathSearch *self);

G_END_DECLS
