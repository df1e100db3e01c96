/* graph/measure/betweenness/balls.c */
#include "graph/measure/betweenness/balls-private.h"

#include <string.h>

/* Beyond any rounding of sums of costs, and too little to matter */
#define MARGIN (1.0 + 1e-9)

void
fairlead_ball_clear (FairleadBall *self)
{
	g_free (self->vertices);
	g_free (self->marks);
	g_free (self->ends);
}

void
fairlead_ball_fill (FairleadBall *self, FairleadSearch *search, guint32 source, guint32 most)
{
	gboolean grows;

	fairlead_search_begin (search, source);
	do
		grows = fairlead_search_grow (search);
	while (grows && search->n_settled + fairlead_search_get_n_next (search) <= most);
	self->n = search->n_settled;
	self->border = grows ? search->border : INFINITY;
	self->vertices = g_memdup2 (search->order, self->n * sizeof *self->vertices);
	self->marks = g_new (FairleadMark, self->n);
	self->ends = g_new0 (double, self->n);
	for (guint32 i = 0; i < self->n; i++)
		self->marks[i] = search->mark[self->vertices[i]];
}

/* Of the ways that have just been added to @meetings from @first on: shares of the pair */
static void
share_out (GArray *meetings, guint first)
{
	double paths = 0.0;

	for (guint i = first; i < meetings->len; i++)
		paths += g_array_index (meetings, FairleadMeeting, i).pairs;
	for (guint i = first; i < meetings->len; i++)
		g_array_index (meetings, FairleadMeeting, i).pairs /= paths;
}

/* The vertex of each path that lies in the ball is settled there, if the two reach each other:
 * the nearest beyond the border of the search */
gboolean
fairlead_ball_meet (const FairleadBall *self, guint32 number, const FairleadSearch *search,
                    GArray *meetings)
{
	const guint first = meetings->len;
	double best = INFINITY;

	for (guint32 i = 0; i < self->n; i++) {
		guint32 vertex = self->vertices[i];
		FairleadMeeting meeting = { number, i, self->marks[i].paths };
		double distance;

		if (self->marks[i].distance - search->step + search->border > best * MARGIN)
			break;
		if (!fairlead_search_has_label (search, vertex))
			continue;
		distance = self->marks[i].distance + search->mark[vertex].distance;
		meeting.pairs *= search->mark[vertex].paths;
		if (fairlead_is_same_cost (distance, best)) {
			g_array_append_val (meetings, meeting);
		} else if (distance < best) {
			best = distance;
			g_array_set_size (meetings, first);
			g_array_append_val (meetings, meeting);
		}
	}
	if (isinf (best) && isinf (self->border))
		return TRUE; /* the ball is all that its source reaches, and they share nothing */
	if (!(best * MARGIN < search->border + self->border)) {
		g_array_set_size (meetings, first);
		return FALSE;
	}
	share_out (meetings, first);
	return TRUE;
}
