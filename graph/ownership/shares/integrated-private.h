/* graph/ownership/shares/integrated-private.h: a bound of integrated shares while it is solved */
#pragma once
#include "graph/ownership/shares/integrated.h"
G_BEGIN_DECLS

#define FAIRLEAD_CIRCLE_DENSE 200u /* larger ones are not solved by elimination */
#define FAIRLEAD_CIRCLE_TOLERANCE 1e-13

typedef struct {
	const FairleadHoldings *holdings;
	const FairleadCircles *circles;
	FairleadIntegrated *result;
	guint8 *is_source;
	guint32 *place; /* of each vertex within its circle */
	gint64 *total;  /* what is given away of each company for sure */
} FairleadSolver;

static inline const FairleadHolding *
fairlead_solver_holding (const FairleadSolver *solver, guint32 at)
{
	return &solver->holdings->items[solver->holdings->in_items[at]];
}

/* How many sweeps a circle gets: small ones may take more of them */
guint fairlead_solver_count_sweeps (guint32 n);
void fairlead_solver_note_unsettled (FairleadSolver *solver, const FairleadVertex *members,
                                     guint32 n);

/* graph/ownership/shares/upper-bounds.c: fills the high of the result */
void fairlead_solver_solve_upper (FairleadSolver *solver);

G_END_DECLS
