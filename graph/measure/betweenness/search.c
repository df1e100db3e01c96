/* graph/measure/betweenness/search.c */
#include "graph/measure/betweenness/search-private.h"

#include "graph/measure/betweenness/fetch.h"
#include "graph/measure/betweenness/steps.h"
#include "ingest/record/error.h"
#include "ingest/record/pages.h"

FairleadSearch *
fairlead_search_new (const FairleadCore *core, gboolean keeps_labels)
{
	FairleadSearch *self = g_new0 (FairleadSearch, 1);

	self->core = core;
	self->mark = FAIRLEAD_NEW_LARGE (FairleadMark, core->n);
	self->order = FAIRLEAD_NEW_LARGE (guint32, (gsize) core->n + 1);
	for (guint32 i = 0; i < core->n; i++)
		self->mark[i] = (FairleadMark){ INFINITY, 0.0 };
	self->fetches = core->n >= FAIRLEAD_FETCH_FROM;
	self->step = 1.0;
	if (keeps_labels)
		self->labelled = g_new0 (guint64, core->n / 64 + 1);
	if (core->cost != NULL && core->n > 0)
		self->steps = fairlead_steps_new (core);
	if (self->steps != NULL)
		self->step = self->steps->width;
	return self;
}

void
fairlead_search_free (FairleadSearch *self)
{
	g_clear_pointer (&self->steps, fairlead_steps_free);
	g_free (self->mark);
	g_free (self->order);
	g_free (self->labelled);
	g_free (self);
}

static inline void
set_label (const FairleadSearch *self, guint32 vertex)
{
	if (self->labelled != NULL)
		self->labelled[vertex / 64] |= (guint64) 1 << vertex % 64;
}

static inline void
clear_label (const FairleadSearch *self, guint32 vertex)
{
	if (self->labelled != NULL)
		self->labelled[vertex / 64] &= ~((guint64) 1 << vertex % 64);
}

static void
forget_vertices (const FairleadSearch *self, const guint32 *vertices, guint32 n)
{
	for (guint32 i = 0; i < n; i++) {
		self->mark[vertices[i]] = (FairleadMark){ INFINITY, 0.0 };
		clear_label (self, vertices[i]);
	}
}

static void
forget (FairleadSearch *self)
{
	forget_vertices (self, self->order, MAX (self->n_settled, self->n_reached));
	self->n_settled = self->n_reached = 0;
	for (guint i = 0; self->steps != NULL && i < self->steps->n; i++) {
		forget_vertices (self, self->steps->steps[i].vertices, self->steps->steps[i].n);
		self->steps->steps[i].n = 0;
	}
}

void
fairlead_search_begin (FairleadSearch *self, guint32 source)
{
	forget (self);
	self->mark[source] = (FairleadMark){ 0.0, 1.0 };
	self->border = 0.0;
	self->n_arcs = 0;
	if (self->steps == NULL) {
		self->order[0] = source;
		self->n_reached = 1;
		self->n_next_arcs = self->core->start[source + 1] - self->core->start[source];
		set_label (self, source);
		return;
	}
	self->steps->now = 0;
	self->steps->n_waiting = 1;
	fairlead_step_add (&self->steps->steps[0], source);
}

static inline FairleadKnown
get_known (const FairleadSearch *self)
{
	return (FairleadKnown){ (const char *) self->mark, sizeof *self->mark };
}

G_ALWAYS_INLINE static inline void
fetch_first (const FairleadSearch *self, const guint32 *vertices, guint32 begin, guint32 end)
{
	if (self->fetches)
		fairlead_fetch_first (self->core, get_known (self), vertices, begin, end);
}

G_ALWAYS_INLINE static inline void
fetch_ahead (const FairleadSearch *self, const guint32 *vertices, guint32 i, guint32 n)
{
	if (self->fetches)
		fairlead_fetch_ahead (self->core, get_known (self), vertices, i, n);
}

/* ---- where edges cost 1 ---- */

/* Those from @end on have one now, those before it lose theirs */
static void
move_labels (FairleadSearch *self, guint32 end, guint32 n_reached)
{
	const guint32 *start = self->core->start;

	self->n_next_arcs = 0;
	for (guint32 i = end; i < n_reached; i++) {
		set_label (self, self->order[i]);
		if (i + FAIRLEAD_START_AHEAD < n_reached)
			__builtin_prefetch (&start[self->order[i + FAIRLEAD_START_AHEAD]]);
		self->n_next_arcs += start[self->order[i] + 1] - start[self->order[i]];
	}
	for (guint32 i = self->n_settled; i < end; i++)
		clear_label (self, self->order[i]);
}

/* Without a branch on what the neighbour is: nobody can foretell it, and a wrong guess costs more
 * than writing a place that is not kept. The order has room for one vertex too many. */
static gboolean
grow_by_hop (FairleadSearch *self)
{
	const FairleadCore *core = self->core;
	FairleadMark *mark = self->mark;
	guint32 *order = self->order;
	guint32 end = self->n_reached, n_reached = end;
	const double next = self->border + 1.0;

	fetch_first (self, order, self->n_settled, end);
	for (guint32 i = self->n_settled; i < end; i++) {
		guint32 vertex = order[i];
		double paths = mark[vertex].paths;

		fetch_ahead (self, order, i, end);
		self->n_arcs += core->start[vertex + 1] - core->start[vertex];
		for (guint32 arc = core->start[vertex]; arc < core->start[vertex + 1]; arc++) {
			guint32 other = core->neighbour[arc];
			double distance = mark[other].distance;

			order[n_reached] = other;
			n_reached += distance > next;
			distance = distance > next ? next : distance;
			mark[other].distance = distance;
			mark[other].paths += distance < next ? 0.0 : paths;
		}
	}
	if (self->labelled != NULL)
		move_labels (self, end, n_reached);
	self->n_settled = end;
	self->n_reached = n_reached;
	self->border = next;
	return n_reached > end;
}

/* ---- where edges have costs ---- */

/* Nearer than before: it waits in its step, if it did not yet */
static void
come_nearer (FairleadSearch *self, guint32 vertex, double distance, double paths)
{
	FairleadSteps *steps = self->steps;
	FairleadMark before = self->mark[vertex];
	guint64 step = fairlead_steps_find (steps, distance);

	self->mark[vertex] = (FairleadMark){ distance, paths };
	if (steps->ordered && step <= steps->now) {
		fairlead_heap_push (&steps->heap, distance, vertex);
	} else if (isinf (before.distance)
	           || fairlead_steps_find (steps, before.distance) != step) {
		fairlead_step_add (fairlead_steps_get (steps, step), vertex);
		set_label (self, vertex);
		steps->n_waiting++;
	}
}

static inline void
reach (FairleadSearch *self, guint32 vertex, double distance, double paths)
{
	FairleadMark *mark = &self->mark[vertex];

	if (fairlead_is_same_cost (distance, mark->distance))
		mark->paths += paths;
	else if (distance < mark->distance)
		come_nearer (self, vertex, distance, paths);
}

static void
settle (FairleadSearch *self, guint32 vertex)
{
	const FairleadCore *core = self->core;
	FairleadMark mark = self->mark[vertex];

	self->order[self->n_settled++] = vertex;
	clear_label (self, vertex);
	self->n_arcs += core->start[vertex + 1] - core->start[vertex];
	for (guint32 arc = core->start[vertex]; arc < core->start[vertex + 1]; arc++)
		reach (self, core->neighbour[arc],
		       mark.distance + fairlead_core_get_cost (core, arc), mark.paths);
}

/* Whether a vertex of a step has not come nearer, into one that is already done */
static inline gboolean
is_of_step (const FairleadSearch *self, guint32 vertex)
{
	return fairlead_steps_find (self->steps, self->mark[vertex].distance) == self->steps->now;
}

static void
settle_in_order (FairleadSearch *self, const FairleadStep *step)
{
	FairleadHeapItem item;

	for (guint32 i = 0; i < step->n; i++)
		if (is_of_step (self, step->vertices[i]))
			fairlead_heap_push (&self->steps->heap,
			                    self->mark[step->vertices[i]].distance,
			                    step->vertices[i]);
	while (fairlead_heap_pop (&self->steps->heap, &item))
		/* one that came nearer was pushed again */
		if (!(item.cost > self->mark[item.vertex].distance))
			settle (self, item.vertex);
}

static void
count_next_arcs (FairleadSearch *self)
{
	const FairleadStep *step = fairlead_steps_get (self->steps, self->steps->now);
	const guint32 *start = self->core->start;

	self->n_next_arcs = 0;
	for (guint32 i = 0; i < step->n; i++)
		self->n_next_arcs += start[step->vertices[i] + 1] - start[step->vertices[i]];
}

static gboolean
grow_by_cost (FairleadSearch *self)
{
	FairleadSteps *steps = self->steps;
	FairleadStep *step = fairlead_steps_get (steps, steps->now);

	if (steps->n_waiting == 0)
		return FALSE;
	steps->n_waiting -= step->n;
	fetch_first (self, step->vertices, 0, step->n);
	if (steps->ordered)
		settle_in_order (self, step);
	else
		for (guint32 i = 0; i < step->n; i++) {
			fetch_ahead (self, step->vertices, i, step->n);
			if (is_of_step (self, step->vertices[i]))
				settle (self, step->vertices[i]);
		}
	step->n = 0;
	steps->now++;
	self->border = (double) steps->now * self->step;
	if (self->labelled != NULL)
		count_next_arcs (self);
	return steps->n_waiting > 0;
}

guint32
fairlead_search_get_n_next (const FairleadSearch *self)
{
	return self->steps != NULL ? fairlead_steps_get (self->steps, self->steps->now)->n
	                           : self->n_reached - self->n_settled;
}

gboolean
fairlead_search_is_settled (const FairleadSearch *self, guint32 vertex)
{
	double distance = self->mark[vertex].distance;

	if (self->steps == NULL || isinf (distance))
		return distance < self->border;
	return fairlead_steps_find (self->steps, distance) < self->steps->now;
}

gboolean
fairlead_search_grow (FairleadSearch *self)
{
	return self->steps != NULL ? grow_by_cost (self) : grow_by_hop (self);
}

void
fairlead_search_restore (FairleadSearch *self, const guint32 *vertices, const FairleadMark *marks,
                         guint32 n)
{
	forget (self);
	for (guint32 i = 0; i < n; i++) {
		self->order[i] = vertices[i];
		self->mark[vertices[i]] = marks[i];
	}
	self->n_settled = self->n_reached = n;
	self->border = INFINITY;
	if (self->steps != NULL)
		self->steps->now = G_MAXUINT64;
}

/* ---- back ---- */

/* Only what is settled was counted in the paths of another */
static void
hand_on (const FairleadSearch *self, guint32 vertex, double amount, double *through)
{
	const FairleadCore *core = self->core;
	const FairleadMark here = self->mark[vertex];

	for (guint32 arc = core->start[vertex]; arc < core->start[vertex + 1]; arc++) {
		guint32 other = core->neighbour[arc];
		const FairleadMark there = self->mark[other];
		double cost = core->cost != NULL ? fairlead_core_get_cost (core, arc) : 1.0;

		if (there.distance < here.distance
		    && fairlead_is_same_cost (there.distance + cost, here.distance)
		    && fairlead_search_is_settled (self, other))
			through[other] += amount * there.paths / here.paths;
	}
}

void
fairlead_search_flow_along (const FairleadSearch *self, const guint32 *from, guint n,
                            const double *ends, double *through, GArray *touched)
{
	for (guint i = 0; i < n; i++)
		if (!fairlead_search_is_settled (self, from[i]))
			hand_on (self, from[i], ends[from[i]], through);
	for (guint32 i = self->n_settled; i > 0; i--) {
		guint32 vertex = self->order[i - 1];
		double amount = through[vertex] + ends[vertex];

		if (!(amount > 0.0))
			continue;
		if (through[vertex] > 0.0)
			g_array_append_val (touched, vertex);
		if (i > 1)
			hand_on (self, vertex, amount, through);
	}
}

gboolean
fairlead_check_costs (const FairleadAdjacency *graph, const double *cost, GError **error)
{
	char text[G_ASCII_DTOSTR_BUF_SIZE];

	for (guint32 edge = 0; cost != NULL && edge < graph->n_edges; edge++)
		if (!(cost[edge] > 0.0) || isinf (cost[edge])) {
			g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_INVALID_VALUE,
			             "computing betweenness: a link costs %s, which is not more "
			             "than 0 and finite",
			             g_ascii_formatd (text, sizeof text, "%g", cost[edge]));
			return FALSE;
		}
	return TRUE;
}
