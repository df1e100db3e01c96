/* graph/measure/betweenness/fetch.h: memory that a search needs next, asked for before its
 * turn: nothing else hides how long it takes
 *
 * What only fetches must be inlined: gcc takes a function without any other effect for one without
 * effect, and drops the calls. */
#pragma once
#include "graph/measure/betweenness/core-private.h"
G_BEGIN_DECLS

/* How many vertices before its turn what one needs is fetched: where its arcs begin, the arcs, and
 * what is known of its neighbours */
#define FAIRLEAD_START_AHEAD 24
#define FAIRLEAD_ARCS_AHEAD 16
#define FAIRLEAD_MARKS_AHEAD 8
#define FAIRLEAD_MOST_FETCHED 16u /* arcs of one vertex */
/* A network that is smaller fits into the cache, and is faster without */
#define FAIRLEAD_FETCH_FROM 50000

/* Where one record after the other is read in no order, so many before its turn */
#define FAIRLEAD_RECORDS_AHEAD 16

/* What is known of each vertex: an array of records of one size */
typedef struct {
	const char *records;
	gsize size;
} FairleadKnown;

G_ALWAYS_INLINE static inline void
fairlead_fetch_marks (const FairleadCore *core, FairleadKnown known, guint32 vertex)
{
	guint32 first = core->start[vertex];
	guint32 end = MIN (core->start[vertex + 1], first + FAIRLEAD_MOST_FETCHED);

	__builtin_prefetch (known.records + vertex * known.size);
	for (guint32 arc = first; arc < end; arc++)
		__builtin_prefetch (known.records + core->neighbour[arc] * known.size);
	for (guint32 arc = first; arc < end && core->edge != NULL && core->cost != NULL; arc++)
		__builtin_prefetch (&core->cost[core->edge[arc]]);
}

/* The arcs of a vertex often lie in two lines of the cache */
G_ALWAYS_INLINE static inline void
fairlead_fetch_arcs (const FairleadCore *core, guint32 vertex)
{
	guint32 first = core->start[vertex];
	guint32 last = first + MIN (core->start[vertex + 1] - first, FAIRLEAD_MOST_FETCHED);

	__builtin_prefetch (&core->neighbour[first]);
	__builtin_prefetch (&core->neighbour[last]);
	if (core->edge != NULL) {
		__builtin_prefetch (&core->edge[first]);
		__builtin_prefetch (&core->edge[last]);
	}
}

/* For those after @i of @n */
G_ALWAYS_INLINE static inline void
fairlead_fetch_ahead (const FairleadCore *core, FairleadKnown known, const guint32 *vertices,
                      guint32 i, guint32 n)
{
	if (core->n < FAIRLEAD_FETCH_FROM)
		return;
	if (i + FAIRLEAD_START_AHEAD < n)
		__builtin_prefetch (&core->start[vertices[i + FAIRLEAD_START_AHEAD]]);
	if (i + FAIRLEAD_ARCS_AHEAD < n)
		fairlead_fetch_arcs (core, vertices[i + FAIRLEAD_ARCS_AHEAD]);
	if (i + FAIRLEAD_MARKS_AHEAD < n)
		fairlead_fetch_marks (core, known, vertices[i + FAIRLEAD_MARKS_AHEAD]);
}

/* For the first of those from @begin to @end, who have nobody before them */
G_ALWAYS_INLINE static inline void
fairlead_fetch_first (const FairleadCore *core, FairleadKnown known, const guint32 *vertices,
                      guint32 begin, guint32 end)
{
	for (guint32 i = begin; i < MIN (end, begin + FAIRLEAD_START_AHEAD); i++)
		__builtin_prefetch (&core->start[vertices[i]]);
	for (guint32 i = begin; i < MIN (end, begin + FAIRLEAD_ARCS_AHEAD); i++)
		fairlead_fetch_arcs (core, vertices[i]);
	for (guint32 i = begin; i < MIN (end, begin + FAIRLEAD_MARKS_AHEAD); i++)
		fairlead_fetch_marks (core, known, vertices[i]);
}

/* Of a vertex with more arcs than are fetched ahead, up to @end */
G_ALWAYS_INLINE static inline void
fairlead_fetch_on (const FairleadCore *core, FairleadKnown known, guint32 arc, guint32 end)
{
	if (arc + FAIRLEAD_MOST_FETCHED < end)
		__builtin_prefetch (known.records
		                    + core->neighbour[arc + FAIRLEAD_MOST_FETCHED] * known.size);
}

G_END_DECLS
