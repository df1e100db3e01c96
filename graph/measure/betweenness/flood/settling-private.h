/* graph/measure/betweenness/flood/settling-private.h: vertices of the core in the order of their
 * distance from one of them, and the cheapest ways there, where edges have costs
 *
 * Memory decides how long it takes, so that what is known of a vertex fits into four bytes: its
 * distance, rounded, or its place once it is settled. Whoever leads there by a way that may be a
 * cheapest one leaves an arrival in the step of that distance, and those of a step are compared
 * exactly when its turn has come. */
#pragma once
#include "graph/measure/betweenness/steps.h"
G_BEGIN_DECLS

/* One more that is before a vertex on a way as cheap */
typedef struct {
	guint32 from;
	guint32 next; /* plus 1; 0: there is none */
} FairleadOtherWay;

typedef struct {
	guint32 n;      /* settled */
	guint32 *order; /* [n]: the vertex of each place */
	guint32 *from;  /* [n]: the place before each on a cheapest way; of the first, its own */
	guint32 *other; /* [n]: of each place: its first of the other ways, plus 1; 0: none */
	GArray *other_ways; /* of FairleadOtherWay */
} FairleadSettled;

typedef struct _FairleadSettling FairleadSettling;

FairleadSettling *fairlead_settling_new (const FairleadCore *core);
void fairlead_settling_free (FairleadSettling *self);

/**
 * fairlead_settling_run:
 * @ends: of each vertex of the core
 * @n_ends: the search is over when so many are settled of whom @ends is more than 0
 * @distance: (array) (out caller-allocates): of each place; room for all of the core
 *
 * All ways to a place come from places before it.
 */
const FairleadSettled *fairlead_settling_run (FairleadSettling *self, guint32 source,
                                              const double *ends, guint32 n_ends, double *distance);

G_END_DECLS
