/* graph/measure/betweenness/search-private.h: a search from one vertex of the core that can stop,
 * go on, and flow back
 *
 * Vertices are settled by steps of distance no wider than the cheapest edge, so that none of a step
 * depends on another of it and no order within it is needed. What is not settled but next to what
 * is has a label: the cheapest way there over settled vertices, and the number of such ways. */
#pragma once
#include <math.h>
#include "graph/measure/betweenness/betweenness.h"
#include "graph/measure/betweenness/steps.h"
G_BEGIN_DECLS

/* What a search knows of a vertex, in one place of memory */
typedef struct {
	double distance; /* INFINITY: not reached */
	double paths;    /* cheapest ones; after flowing back, what flows in for each of them */
} FairleadMark;

typedef struct {
	const FairleadCore *core;
	FairleadMark *mark; /* [n] */
	guint32 *order;     /* [n]: as settled; where edges cost 1, then those with a label */
	guint32 n_settled;
	guint32 n_reached;    /* in order, where edges cost 1 */
	guint64 *labelled;    /* a bit for each vertex with a label; NULL: not kept */
	double step;          /* width of a step */
	double border;        /* all nearer than this is settled */
	gboolean fetches;     /* what is needed next */
	guint64 n_arcs;       /* looked at */
	guint64 n_next_arcs;  /* that the next step looks at; where labels are kept */
	FairleadSteps *steps; /* where edges have costs: what is reached, by distance */
} FairleadSearch;

/* Whether bits of what has a label are kept */
FairleadSearch *fairlead_search_new (const FairleadCore *core, gboolean keeps_labels);
void fairlead_search_free (FairleadSearch *self);

/* Forgets the last search and begins one; O(what that reached) */
void fairlead_search_begin (FairleadSearch *self, guint32 source);
/* Settles one step; FALSE when nothing is left */
gboolean fairlead_search_grow (FairleadSearch *self);
/* At most so many are settled by the next step */
guint32 fairlead_search_get_n_next (const FairleadSearch *self);
gboolean fairlead_search_is_settled (const FairleadSearch *self, guint32 vertex);
/* Puts back what an earlier search of the same core settled, so that it can flow along */
void fairlead_search_restore (FairleadSearch *self, const guint32 *vertices,
                              const FairleadMark *marks, guint32 n);

/**
 * fairlead_search_flow_along:
 * @from: (array) vertices where something ends, settled or with a label
 * @ends: of each vertex of the core: how much ends there; 0 but for @from
 * @through: of each vertex of the core: gets what passes there on its way from those behind; 0
 *   before
 * @touched: (element-type guint32): gets the vertices whose @through is not 0
 *
 * Lets what ends there flow back to the source (Brandes 2001, doi:10.1080/0022250X.2001.9990249).
 * Looks only at vertices on the way.
 */
void fairlead_search_flow_along (const FairleadSearch *self, const guint32 *from, guint n,
                                 const double *ends, double *through, GArray *touched);

/* FALSE, with INVALID_VALUE, when one is not positive and finite */
gboolean fairlead_check_costs (const FairleadAdjacency *graph, const double *cost, GError **error);

/* FALSE where one is infinite */
static inline gboolean
fairlead_is_same_cost (double a, double b)
{
	return fabs (a - b) < FAIRLEAD_SAME_COST * (a + b);
}

static inline gboolean
fairlead_search_has_label (const FairleadSearch *self, guint32 vertex)
{
	return self->labelled[vertex / 64] >> vertex % 64 & 1;
}

G_END_DECLS
