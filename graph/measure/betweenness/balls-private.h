/* graph/measure/betweenness/balls-private.h: what is near each vertex of a set, to be met by
 * searches from another */
#pragma once
#include "graph/measure/betweenness/search-private.h"
G_BEGIN_DECLS

/* The nearest vertices, as a search from the first of them settled them */
typedef struct {
	guint32 n;
	guint32 *vertices;   /* [n] */
	FairleadMark *marks; /* [n] */
	double *ends;        /* [n]: the pairs whose paths come in there */
	double border;       /* all nearer than this is in it; INFINITY: all that is reached */
} FairleadBall;

void fairlead_ball_clear (FairleadBall *self);
/* Of at most @most vertices, but for the source itself */
void fairlead_ball_fill (FairleadBall *self, FairleadSearch *search, guint32 source, guint32 most);

/* A vertex of a ball where a search comes in, and the pairs that do so */
typedef struct {
	guint32 ball;
	guint32 place; /* in the ball */
	double pairs;
} FairleadMeeting;

/**
 * fairlead_ball_meet:
 * @meetings: (element-type FairleadMeeting): gets the places at which cheapest paths between the
 *   sources of both come in, each path once: the first vertex that @search has not settled;
 *   none where no path joins them
 *
 * Returns: FALSE, with nothing added, when @search must grow to know
 */
gboolean fairlead_ball_meet (const FairleadBall *self, guint32 number, const FairleadSearch *search,
                             GArray *meetings);

G_END_DECLS
