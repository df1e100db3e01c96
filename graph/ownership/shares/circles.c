/* graph/ownership/shares/circles.c: a search from each company to its holders, so that
 * components come out with the holders first */
#include "graph/ownership/shares/circles.h"

typedef struct {
	FairleadVertex vertex;
	guint32 next; /* of its holdings, the one to be looked at */
} Frame;

typedef struct {
	const FairleadHoldings *holdings;
	const guint8 *is_source;
	gboolean is_upper;
	FairleadCircles *found;
	guint32 *number; /* of each vertex in order of discovery, from 1 */
	guint32 *least;  /* least number that each reaches; 0 once its component is known */
	guint32 n_numbered;
	Frame *path; /* from the root to the vertex at hand */
	guint32 depth;
	FairleadVertex *stack; /* those without a component yet */
	guint32 n_stacked;
	guint32 n_members;
} Search;

static void
enter (Search *search, FairleadVertex vertex)
{
	Frame frame = { vertex, search->holdings->in[vertex] };

	search->number[vertex] = search->least[vertex] = ++search->n_numbered;
	if (search->is_source != NULL && search->is_source[vertex])
		frame.next = search->holdings->in[vertex + 1];
	search->path[search->depth++] = frame;
	search->stack[search->n_stacked++] = vertex;
}

static void
close_component (Search *search, FairleadVertex root)
{
	FairleadCircles *found = search->found;
	FairleadVertex vertex;

	do {
		vertex = search->stack[--search->n_stacked];
		found->members[search->n_members++] = vertex;
		found->of[vertex] = found->n;
		search->least[vertex] = 0;
	} while (vertex != root);
	found->start[++found->n] = search->n_members;
}

/* The one from which the search came reaches as far */
static void
pass_on (Search *search, guint32 least)
{
	FairleadVertex above = search->path[search->depth - 1].vertex;

	search->least[above] = MIN (search->least[above], least);
}

static void
leave (Search *search, FairleadVertex vertex)
{
	guint32 least = search->least[vertex];

	search->depth--;
	if (least == search->number[vertex])
		close_component (search, vertex);
	else
		pass_on (search, least);
}

static void
look_at (Search *search, FairleadVertex vertex, guint32 at)
{
	const FairleadHolding *holding = &search->holdings->items[search->holdings->in_items[at]];

	if (!fairlead_holding_is_of_shares (holding, search->is_upper))
		return;
	if (search->number[holding->holder] == 0)
		enter (search, holding->holder);
	else if (search->least[holding->holder] != 0)
		search->least[vertex] =
			MIN (search->least[vertex], search->number[holding->holder]);
}

static void
search_from (Search *search, FairleadVertex root)
{
	enter (search, root);
	while (search->depth > 0) {
		Frame *frame = &search->path[search->depth - 1];

		if (frame->next < search->holdings->in[frame->vertex + 1])
			look_at (search, frame->vertex, frame->next++);
		else
			leave (search, frame->vertex);
	}
}

FairleadCircles *
fairlead_circles_new (const FairleadHoldings *holdings, gboolean is_upper, const guint8 *is_source)
{
	FairleadCircles *self = g_new0 (FairleadCircles, 1);
	gsize n = MAX (holdings->n_vertices, 1);
	g_autofree guint32 *number = g_new0 (guint32, n);
	g_autofree guint32 *least = g_new0 (guint32, n);
	g_autofree Frame *path = g_new (Frame, n);
	g_autofree FairleadVertex *stack = g_new (FairleadVertex, n);
	Search search = { .holdings = holdings,
		          .is_source = is_source,
		          .is_upper = is_upper,
		          .found = self,
		          .number = number,
		          .least = least,
		          .path = path,
		          .stack = stack };

	self->start = g_new0 (guint32, n + 1);
	self->members = g_new (FairleadVertex, n);
	self->of = g_new (guint32, n);
	for (FairleadVertex vertex = 0; vertex < holdings->n_vertices; vertex++)
		if (number[vertex] == 0)
			search_from (&search, vertex);
	return self;
}

void
fairlead_circles_free (FairleadCircles *self)
{
	g_free (self->start);
	g_free (self->members);
	g_free (self->of);
	g_free (self);
}
