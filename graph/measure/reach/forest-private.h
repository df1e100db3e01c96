/* graph/measure/reach/forest-private.h: the strongest paths from a set as a forest, in an order in
 * which all that stands above a vertex follows it
 *
 * What hangs on the rest by one edge is not numbered: it goes where its last numbered vertex goes,
 * and is kept there as a list of strengths. */
#pragma once
#include <math.h>
#include "graph/network/adjacency.h"
G_BEGIN_DECLS

/* An edge that is none of the forest, seen from the vertex that it comes in at */
typedef struct {
	double delay;  /* how much farther than it is the vertex would be, coming over this edge */
	guint32 other; /* number */
} FairleadEntry;

typedef struct {
	guint32 n;
	FairleadVertex *vertex; /* [n]: of each number */
	guint32 *end;           /* [n]: what stands above i is i + 1 to end[i] - 1 */
	guint32 *parent;        /* [n]: number; FAIRLEAD_NO_VERTEX at a root */
	double *distance;       /* [n]: from the nearest root */
	guint32 *entry_start;   /* [n + 1] */
	FairleadEntry *entries;
	double *whole;       /* [n]: strength of all that counts at it and hangs on it */
	guint32 *hung_start; /* [n + 1]: what counts at it and hangs on it, nearest first ... */
	double *hung_cost;   /* ... how much farther it is ... */
	double *hung_sum;    /* ... and the sum of exp (-hung_cost) up to it */
	double most;         /* what is farther is out of reach */
} FairleadForest;

/**
 * fairlead_forest_init:
 * @counts: of each vertex, whether its strength exp (-distance) is counted
 * @floor: the least strength that is one, above 0
 * @above: of each vertex, 0 before: gets the strength of all that counts and hangs on it, itself
 *   left out; for what is not numbered this is what is lost with it
 */
void fairlead_forest_init (FairleadForest *self, const FairleadAdjacency *graph,
                           const FairleadVertex *roots, guint32 n_roots, const guint8 *counts,
                           double hop_loss, double floor, double *above);
void fairlead_forest_clear (FairleadForest *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadForest, fairlead_forest_clear)

/* The strength at a number and what hangs on it if it were @delay farther away */
double fairlead_forest_strength (const FairleadForest *self, guint32 i, double delay);

G_END_DECLS
