/* graph/measure/betweenness/steps.c */
#include "graph/measure/betweenness/steps.h"

/* More steps than this in the costliest edge are made wider, and ordered by a heap */
#define MOST_STEPS 4096

FairleadSteps *
fairlead_steps_new (const FairleadCore *core)
{
	FairleadSteps *self = g_new0 (FairleadSteps, 1);

	/* A little less, so that rounding does not bring an edge's two ends into one step */
	self->width = core->least_cost * (1.0 - 1e-6);
	self->ordered = core->greatest_cost > self->width * MOST_STEPS;
	if (self->ordered)
		self->width = core->greatest_cost / MOST_STEPS;
	self->per_cost = 1.0 / self->width;
	self->n = 1u << g_bit_storage ((guint) (core->greatest_cost * self->per_cost) + 3);
	self->steps = g_new0 (FairleadStep, self->n);
	fairlead_heap_init (&self->heap);
	return self;
}

void
fairlead_steps_free (FairleadSteps *self)
{
	for (guint i = 0; i < self->n; i++)
		g_free (self->steps[i].vertices);
	g_free (self->steps);
	fairlead_heap_clear (&self->heap);
	g_free (self);
}
