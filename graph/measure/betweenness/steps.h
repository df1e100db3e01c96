/* graph/measure/betweenness/steps.h: vertices that wait for their turn, by the step in which
 * their distance falls
 *
 * A step is no wider than the cheapest edge, so that none of a step depends on another of it and no
 * order within it is needed. Where that would make too many, steps are wider, and their vertices
 * are taken in order from a heap. */
#pragma once
#include "graph/heap.h"
#include "graph/measure/betweenness/core-private.h"
G_BEGIN_DECLS

typedef struct {
	guint32 *vertices;
	guint32 n;
	guint32 room;
} FairleadStep;

/* No edge is longer than all steps, so that they are used in a circle; their number is a power of
 * 2, since dividing by others is slow. A vertex that came nearer stands in two of them. */
typedef struct {
	guint n;
	FairleadStep *steps;
	guint64 now; /* the step that is settled next */
	gsize n_waiting;
	double width;
	double per_cost; /* steps for each unit of cost */
	gboolean ordered;
	FairleadHeap heap; /* of the step that is being settled */
} FairleadSteps;

FairleadSteps *fairlead_steps_new (const FairleadCore *core);
void fairlead_steps_free (FairleadSteps *self);

static inline guint64
fairlead_steps_find (const FairleadSteps *self, double distance)
{
	return (guint64) (distance * self->per_cost);
}

static inline FairleadStep *
fairlead_steps_get (const FairleadSteps *self, guint64 step)
{
	return &self->steps[step & (self->n - 1)];
}

static inline void
fairlead_step_add (FairleadStep *self, guint32 vertex)
{
	if (self->n == self->room) {
		self->room = MAX (2 * self->room, 16);
		self->vertices = g_renew (guint32, self->vertices, self->room);
	}
	self->vertices[self->n++] = vertex;
}

G_END_DECLS
