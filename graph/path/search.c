/* graph/path/search.c */
#include "graph/path/search.h"

#include <math.h>

#include "graph/path/search-private.h"

#define NO_LABEL G_MAXUINT32
#define TOLERANCE 1e-9
/* How far beyond its lower bound a class is searched at once: a wider search costs more than the
 * few that have to be done again */
#define GROWTH 1.03

/* Where a search came from */
typedef struct {
	double cost;
	FairleadVertex vertex;
	guint32 edge;
	guint32 parent; /* of the labels */
	guint32 hops;
} Label;

/* The paths that begin as @route does up to @length vertices, and go on to none of @excluded */
typedef struct {
	const FairleadRoute *route; /* NULL where @length is 0 */
	guint length;
	GArray *excluded;      /* of FairleadVertex */
	FairleadRoute *answer; /* its cheapest path, once that is known */
} Class;

gboolean
fairlead_path_costs_agree (double a, double b)
{
	return fabs (a - b) <= TOLERANCE * (1.0 + fabs (a));
}

/* ---- the paths of a class ---- */

/* Of what is left to go. Bounded by the radius in the ball too: along an edge it may not fall by
 * more than the edge costs, or a vertex would be settled too early. */
static double
lower_bound (FairleadPathSearch *self, FairleadVertex vertex)
{
	const FairleadPathMark *mark = fairlead_path_search_mark (self, vertex);

	return (mark->flags & FAIRLEAD_PATH_HAS_BACK) != 0 ? MIN (mark->back, self->radius)
	                                                   : self->radius;
}

static FairleadVertex
vertex_at (const FairleadRoute *route, guint i)
{
	return g_array_index (route->vertices, FairleadVertex, i);
}

static gboolean
is_excluded (const Class *class, FairleadVertex vertex)
{
	for (guint i = 0; i < class->excluded->len; i++)
		if (g_array_index (class->excluded, FairleadVertex, i) == vertex)
			return TRUE;
	return FALSE;
}

/* Whether a path may go on to the vertex, in hops */
static gboolean
may_enter (FairleadPathSearch *self, FairleadVertex vertex, guint32 hops)
{
	const FairleadPathMark *mark = fairlead_path_search_mark (self, vertex);

	if ((mark->flags & FAIRLEAD_PATH_IS_FROM) != 0 || mark->barred == self->run
	    || (mark->run == self->run && mark->hops <= hops))
		return FALSE;
	return (mark->flags & FAIRLEAD_PATH_IS_TO) != 0
	       || fairlead_path_search_may_pass (self, vertex);
}

/* A state of the search; what is beyond @limit is only measured, into @beyond */
static void
reach (FairleadPathSearch *self, const Label *label, double limit, double *beyond)
{
	double cost = label->cost + lower_bound (self, label->vertex);

	if (!isfinite (cost))
		return;
	if (cost > limit) {
		*beyond = MIN (*beyond, cost);
		return;
	}
	fairlead_heap_push_tagged (&self->reached, cost, label->vertex, self->labels->len);
	g_array_append_val (self->labels, *label);
}

static void
spread (FairleadPathSearch *self, const Class *class, guint32 parent, double limit, double *beyond)
{
	const FairleadAdjacency *graph = self->graph;
	Label from = g_array_index (self->labels, Label, parent);
	gboolean is_spur = from.parent == NO_LABEL && class->length > 0;
	/* hops are counted only where they are bounded, so that one label a vertex is enough */
	guint32 hops = from.hops + (self->bounds.max_hops > 0);

	for (guint32 arc = graph->start[from.vertex]; arc < graph->start[from.vertex + 1]; arc++) {
		FairleadVertex next = graph->neighbour[arc];
		Label label = { from.cost + self->cost[graph->edge[arc]], next, graph->edge[arc],
			        parent, hops };

		if (may_enter (self, next, hops) && !(is_spur && is_excluded (class, next)))
			reach (self, &label, limit, beyond);
	}
}

/* The places from which the class goes on: the end of its beginning, or all of `from` */
static void
begin_class (FairleadPathSearch *self, const Class *class, double limit, double *beyond)
{
	Label label = { 0.0, 0, 0, NO_LABEL, 0 };

	self->run++;
	g_array_set_size (self->labels, 0);
	self->reached.n = 0;
	for (guint i = 0; class->length == 0 && i < self->from->len; i++) {
		label.vertex = g_array_index (self->from, FairleadVertex, i);
		if (!is_excluded (class, label.vertex))
			reach (self, &label, limit, beyond);
	}
	if (class->length == 0)
		return;
	for (guint i = 0; i < class->length; i++)
		fairlead_path_search_mark (self, vertex_at (class->route, i))->barred = self->run;
	for (guint i = 0; i + 1 < class->length; i++)
		label.cost += self->cost[g_array_index (class->route->edges, guint32, i)];
	label.vertex = vertex_at (class->route, class->length - 1);
	label.hops = self->bounds.max_hops > 0 ? class->length - 1 : 0;
	reach (self, &label, limit, beyond);
}

static FairleadRoute *
new_route (double cost, guint n_vertices)
{
	FairleadRoute *route = g_new0 (FairleadRoute, 1);

	route->cost = cost;
	route->vertices = g_array_sized_new (FALSE, FALSE, sizeof (FairleadVertex), n_vertices);
	route->edges = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n_vertices);
	return route;
}

static void
free_route (FairleadRoute *route)
{
	g_array_unref (route->vertices);
	g_array_unref (route->edges);
	g_free (route);
}

/* The beginning of the class, and the way of the label behind it */
static FairleadRoute *
follow (const FairleadPathSearch *self, const Class *class, guint32 last)
{
	const Label *labels = (const Label *) (gconstpointer) self->labels->data;
	guint n_shared = class->length > 0 ? class->length - 1 : 0;
	FairleadRoute *route;
	guint n_steps = 0;

	for (guint32 at = last; at != NO_LABEL; at = labels[at].parent)
		n_steps++;
	route = new_route (labels[last].cost, n_shared + n_steps);
	g_array_set_size (route->vertices, n_shared + n_steps);
	g_array_set_size (route->edges, n_shared + n_steps - 1);
	for (guint i = 0; i < n_shared; i++) {
		g_array_index (route->vertices, FairleadVertex, i) = vertex_at (class->route, i);
		g_array_index (route->edges, guint32, i) =
			g_array_index (class->route->edges, guint32, i);
	}
	for (guint32 at = last; at != NO_LABEL; at = labels[at].parent) {
		guint place = n_shared + --n_steps;

		g_array_index (route->vertices, FairleadVertex, place) = labels[at].vertex;
		if (labels[at].parent != NO_LABEL)
			g_array_index (route->edges, guint32, place - 1) = labels[at].edge;
	}
	return route;
}

/* Settles a label; FALSE where the vertex was reached as well before */
static gboolean
settle (FairleadPathSearch *self, const Label *label)
{
	FairleadPathMark *mark = fairlead_path_search_mark (self, label->vertex);

	if (mark->run == self->run && mark->hops <= label->hops)
		return FALSE;
	mark->run = self->run;
	mark->hops = label->hops;
	return TRUE;
}

/* The cheapest path of the class up to @limit; NULL where there is none, with the cost that one
 * would have at least in @beyond */
static FairleadRoute *
find_cheapest (FairleadPathSearch *self, const Class *class, double limit, double *beyond)
{
	FairleadHeapItem item;

	*beyond = INFINITY;
	begin_class (self, class, limit, beyond);
	while (fairlead_heap_pop (&self->reached, &item)) {
		Label label = g_array_index (self->labels, Label, item.tag);

		if (!settle (self, &label))
			continue;
		if ((fairlead_path_search_mark (self, label.vertex)->flags & FAIRLEAD_PATH_IS_TO)
		    != 0)
			return follow (self, class, item.tag);
		if (self->bounds.max_hops > 0 && label.hops >= self->bounds.max_hops)
			continue;
		if (!fairlead_path_search_spend (
			    self, fairlead_adjacency_degree (self->graph, label.vertex)))
			return NULL;
		spread (self, class, item.tag, limit, beyond);
	}
	return NULL;
}

/* ---- classes ---- */

static void
free_class (gpointer data)
{
	Class *class = data;

	g_array_unref (class->excluded);
	if (class->answer != NULL)
		free_route (class->answer);
	g_free (class);
}

static void
queue_class (FairleadPathSearch *self, guint index, double bound)
{
	if (isfinite (bound))
		fairlead_heap_push (&self->queue, bound, index);
}

static void
add_class (FairleadPathSearch *self, const FairleadRoute *route, guint length,
           const GArray *excluded, double bound)
{
	Class *class = g_new0 (Class, 1);

	class->route = route;
	class->length = length;
	class->excluded = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	if (excluded != NULL)
		g_array_append_vals (class->excluded, excluded->data, excluded->len);
	if (route != NULL)
		g_array_append_val (class->excluded,
		                    g_array_index (route->vertices, FairleadVertex, length));
	g_ptr_array_add (self->classes, class);
	queue_class (self, self->classes->len - 1, bound);
}

/* All other paths of the class, each in one new class: by where it leaves the answer */
static void
split (FairleadPathSearch *self, const Class *class)
{
	const FairleadRoute *answer = class->answer;

	for (guint length = class->length; length < answer->vertices->len; length++)
		add_class (self, answer, length, length == class->length ? class->excluded : NULL,
		           answer->cost);
}

const FairleadRoute *
fairlead_path_search_next (FairleadPathSearch *self)
{
	FairleadHeapItem item;

	while (!self->gave_up && fairlead_heap_pop (&self->queue, &item)) {
		Class *class = g_ptr_array_index (self->classes, item.vertex);
		double limit, beyond;

		if (class->answer != NULL) {
			split (self, class);
			return class->answer;
		}
		limit = MAX (fairlead_heap_peek (&self->queue), item.cost * GROWTH);
		class->answer = find_cheapest (self, class, limit, &beyond);
		queue_class (self, item.vertex,
		             class->answer != NULL ? class->answer->cost : beyond);
	}
	return NULL;
}

gboolean
fairlead_path_search_gave_up (const FairleadPathSearch *self)
{
	return self->gave_up;
}

/* ---- counting ---- */

static gint
compare_labels (gconstpointer a, gconstpointer b)
{
	const Label *first = a, *second = b;

	if (first->cost < second->cost || first->cost > second->cost)
		return first->cost < second->cost ? -1 : 1;
	return first->vertex < second->vertex ? -1 : first->vertex > second->vertex;
}

/* Every vertex that lies on a path of at most @limit, with its least cost, in order of it */
static GArray *
settle_all (FairleadPathSearch *self, double limit)
{
	const Class everything = { NULL, 0, g_array_new (FALSE, FALSE, 4), NULL };
	GArray *settled = g_array_new (FALSE, FALSE, sizeof (Label));
	double beyond = INFINITY;
	FairleadHeapItem item;

	begin_class (self, &everything, limit, &beyond);
	while (fairlead_heap_pop (&self->reached, &item)) {
		Label label = g_array_index (self->labels, Label, item.tag);

		if (!settle (self, &label))
			continue;
		g_array_append_val (settled, label);
		if ((fairlead_path_search_mark (self, label.vertex)->flags & FAIRLEAD_PATH_IS_TO)
		    == 0)
			spread (self, &everything, item.tag, limit, &beyond);
	}
	g_array_unref (everything.excluded);
	g_array_sort (settled, compare_labels);
	return settled;
}

/* The row of the vertex among those settled; a search of names by number */
static GHashTable *
index_rows (const GArray *settled)
{
	GHashTable *rows = g_hash_table_new (NULL, NULL);

	for (guint i = 0; i < settled->len; i++)
		g_hash_table_insert (rows,
		                     GUINT_TO_POINTER (g_array_index (settled, Label, i).vertex),
		                     GUINT_TO_POINTER (i + 1));
	return rows;
}

double
fairlead_path_search_count (FairleadPathSearch *self, double cost)
{
	const FairleadAdjacency *graph = self->graph;
	g_autoptr (GArray) settled = settle_all (self, cost + TOLERANCE * (1.0 + cost));
	g_autoptr (GHashTable) rows = index_rows (settled);
	g_autofree double *count = g_new0 (double, MAX (settled->len, 1));
	double total = 0.0;

	for (guint i = 0; i < settled->len; i++) {
		const Label *at = &g_array_index (settled, Label, i);
		guint8 flags = fairlead_path_search_mark (self, at->vertex)->flags;

		if ((flags & FAIRLEAD_PATH_IS_FROM) != 0)
			count[i] = 1.0;
		if ((flags & FAIRLEAD_PATH_IS_TO) != 0) {
			total += fairlead_path_costs_agree (at->cost, cost) ? count[i] : 0.0;
			continue;
		}
		for (guint32 arc = graph->start[at->vertex]; arc < graph->start[at->vertex + 1];
		     arc++) {
			guint row = GPOINTER_TO_UINT (g_hash_table_lookup (
				rows, GUINT_TO_POINTER (graph->neighbour[arc])));

			if (row > i + 1
			    && (fairlead_path_search_mark (self, graph->neighbour[arc])->flags
			        & FAIRLEAD_PATH_IS_FROM)
			               == 0
			    && fairlead_path_costs_agree (
				    at->cost + self->cost[graph->edge[arc]],
				    g_array_index (settled, Label, row - 1).cost))
				count[row - 1] += count[i];
		}
	}
	return total;
}

/* ---- life ---- */

static GArray *
flag_ends (FairleadPathSearch *self, const GArray *vertices, guint8 flag)
{
	GArray *kept = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));

	for (guint i = 0; i < vertices->len; i++) {
		FairleadVertex vertex = g_array_index (vertices, FairleadVertex, i);

		if (fairlead_path_search_mark (self, vertex)->flags != 0)
			continue;
		fairlead_path_search_mark (self, vertex)->flags = flag;
		g_array_append_val (kept, vertex);
	}
	return kept;
}

FairleadPathSearch *
fairlead_path_search_new (const FairleadAdjacency *graph, const double *cost, const GArray *from,
                          const GArray *to, const FairleadPathBounds *bounds)
{
	FairleadPathSearch *self = g_new0 (FairleadPathSearch, 1);

	self->graph = graph;
	self->cost = cost;
	self->bounds = *bounds;
	self->slot = g_new0 (guint32, MAX (graph->n_vertices, 1));
	self->marks = g_array_new (FALSE, TRUE, sizeof (FairleadPathMark));
	self->from = flag_ends (self, from, FAIRLEAD_PATH_IS_FROM);
	self->to = flag_ends (self, to, FAIRLEAD_PATH_IS_TO);
	self->labels = g_array_new (FALSE, FALSE, sizeof (Label));
	self->classes = g_ptr_array_new_with_free_func (free_class);
	fairlead_heap_init (&self->reached);
	fairlead_heap_init (&self->queue);
	fairlead_path_search_meet (self);
	add_class (self, NULL, 0, NULL, 0.0);
	return self;
}

void
fairlead_path_search_free (FairleadPathSearch *self)
{
	fairlead_heap_clear (&self->queue);
	fairlead_heap_clear (&self->reached);
	g_ptr_array_unref (self->classes);
	g_array_unref (self->labels);
	g_array_unref (self->from);
	g_array_unref (self->to);
	g_array_unref (self->marks);
	g_free (self->slot);
	g_free (self);
}
