/* graph/measure/cuts.c: one search in depth, on a stack of its own */
#include "graph/measure/cuts.h"

#include <string.h>

/* Counts of a part of the network */
typedef struct {
	double size;
	double target;
	double market;
} Count;

typedef struct {
	const FairleadAdjacency *graph;
	const Count *own; /* of each vertex */
	guint32 *number;  /* order of discovery, from 1; 0: not yet */
	guint32 *low;     /* the earliest that its subtree reaches */
	guint32 *arc;     /* the next to look at */
	FairleadVertex *parent;
	Count *below;      /* of the subtree */
	Count *cut;        /* of the parts that hang on a vertex alone */
	double *cut_pairs; /* pairs within those parts */
	double *cut_size_pairs;
	GArray *order; /* of FairleadVertex, of one component, as discovered */
	FairleadCuts *result;
	double n;      /* vertices of the network */
	double joined; /* pairs that are joined, of all */
} Search;

static void
add (Count *sum, const Count *part)
{
	sum->size += part->size;
	sum->target += part->target;
	sum->market += part->market;
}

/* A child whose subtree reaches no further up than here hangs on this vertex alone */
static void
leave (Search *self, FairleadVertex vertex)
{
	FairleadVertex parent = self->parent[vertex];
	const Count *below = &self->below[vertex];

	if (parent == FAIRLEAD_NO_VERTEX)
		return;
	self->low[parent] = MIN (self->low[parent], self->low[vertex]);
	add (&self->below[parent], below);
	if (self->low[vertex] < self->number[parent])
		return;
	add (&self->cut[parent], below);
	self->cut_pairs[parent] += below->target * below->market;
	self->cut_size_pairs[parent] += below->size * (below->size - 1.0);
}

static void
discover (Search *self, FairleadVertex vertex, FairleadVertex parent)
{
	g_array_append_val (self->order, vertex);
	self->number[vertex] = self->low[vertex] = self->order->len;
	self->arc[vertex] = self->graph->start[vertex];
	self->parent[vertex] = parent;
	self->below[vertex] = self->own[vertex];
}

static void
search_component (Search *self, FairleadVertex root)
{
	FairleadVertex vertex = root;

	g_array_set_size (self->order, 0);
	discover (self, root, FAIRLEAD_NO_VERTEX);
	while (vertex != FAIRLEAD_NO_VERTEX) {
		FairleadVertex next;

		if (self->arc[vertex] == self->graph->start[vertex + 1]) {
			leave (self, vertex);
			vertex = self->parent[vertex];
			continue;
		}
		next = self->graph->neighbour[self->arc[vertex]++];
		if (self->number[next] == 0) {
			discover (self, next, vertex);
			vertex = next;
		} else if (next != self->parent[vertex]) {
			self->low[vertex] = MIN (self->low[vertex], self->number[next]);
		}
	}
}

/* Share of pairs that are not joined */
static double
apart (double joined, double n)
{
	return n < 2.0 ? 0.0 : 1.0 - joined / (n * (n - 1.0));
}

static void
judge (Search *self, FairleadVertex root)
{
	const Count whole = self->below[root];

	for (guint i = 0; i < self->order->len; i++) {
		FairleadVertex vertex = g_array_index (self->order, FairleadVertex, i);
		const Count *own = &self->own[vertex];
		const Count *cut = &self->cut[vertex];
		Count rest = { whole.size - cut->size - 1.0,
			       whole.target - cut->target - own->target,
			       whole.market - cut->market - own->market };
		double target = whole.target - own->target, market = whole.market - own->market;
		double joined = self->joined - whole.size * (whole.size - 1.0)
		                + self->cut_size_pairs[vertex] + rest.size * (rest.size - 1.0);

		self->result->pairs[vertex] =
			target * market - self->cut_pairs[vertex] - rest.target * rest.market;
		self->result->fragmentation[vertex] =
			apart (joined, self->n - 1.0) - apart (self->joined, self->n);
	}
}

static void
run (Search *self)
{
	guint32 n = self->graph->n_vertices;
	g_autoptr (GArray) roots = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));

	for (FairleadVertex root = 0; root < n; root++) {
		if (self->number[root] != 0)
			continue;
		search_component (self, root);
		self->joined += self->below[root].size * (self->below[root].size - 1.0);
		g_array_append_val (roots, root);
	}
	memset (self->number, 0, n * sizeof *self->number);
	memset (self->cut, 0, n * sizeof *self->cut);
	memset (self->cut_pairs, 0, n * sizeof *self->cut_pairs);
	memset (self->cut_size_pairs, 0, n * sizeof *self->cut_size_pairs);
	for (guint i = 0; i < roots->len; i++) {
		search_component (self, g_array_index (roots, FairleadVertex, i));
		judge (self, g_array_index (roots, FairleadVertex, i));
	}
}

void
fairlead_cuts_init (FairleadCuts *self, const FairleadAdjacency *graph,
                    const FairleadVertex *target, guint32 n_target, const FairleadVertex *market,
                    guint32 n_market)
{
	guint32 n = MAX (graph->n_vertices, 1);
	g_autofree Count *own = g_new0 (Count, n);
	g_autofree guint32 *number = g_new0 (guint32, n);
	g_autofree guint32 *low = g_new0 (guint32, n);
	g_autofree guint32 *arc = g_new0 (guint32, n);
	g_autofree FairleadVertex *parent = g_new0 (FairleadVertex, n);
	g_autofree Count *below = g_new0 (Count, n);
	g_autofree Count *cut = g_new0 (Count, n);
	g_autofree double *cut_pairs = g_new0 (double, n);
	g_autofree double *cut_size_pairs = g_new0 (double, n);
	g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	Search search = {
		graph,
		own,
		number,
		low,
		arc,
		parent,
		below,
		cut,
		cut_pairs,
		cut_size_pairs,
		order,
		self,
		graph->n_vertices,
		0.0,
	};

	self->pairs = g_new0 (double, n);
	self->fragmentation = g_new0 (double, n);
	for (guint32 i = 0; i < graph->n_vertices; i++)
		own[i].size = 1.0;
	for (guint32 i = 0; i < n_target; i++)
		own[target[i]].target = 1.0;
	for (guint32 i = 0; i < n_market; i++)
		own[market[i]].market = 1.0;
	run (&search);
}

void
fairlead_cuts_clear (FairleadCuts *self)
{
	g_clear_pointer (&self->pairs, g_free);
	g_clear_pointer (&self->fragmentation, g_free);
}

/* ---- vertex cut ---- */

/* A flow of one through each vertex but the party. Each vertex has two sides, one where ways come
 * in and one where they go out; a way that meets one found before comes in and must go back along
 * it first. */
typedef struct {
	const FairleadAdjacency *graph;
	FairleadVertex party;
	const guint8 *is_target;
	FairleadVertex *before; /* of a vertex on a way: where the way comes from */
	FairleadVertex *after;
	guint32 *seen; /* [2 n]: of each side: whence, as side + 1; 0: not seen */
	GArray *queue; /* of guint32: sides */
} Flow;

enum { IN, OUT };

static guint32
side (FairleadVertex vertex, guint which)
{
	return 2 * vertex + which;
}

static void
reach (Flow *self, guint32 to, guint32 from)
{
	if (self->seen[to] != 0)
		return;
	self->seen[to] = from + 1;
	g_array_append_val (self->queue, to);
}

static void
go_on (Flow *self, guint32 at)
{
	FairleadVertex vertex = at / 2;
	gboolean is_on_way = self->before[vertex] != FAIRLEAD_NO_VERTEX;

	if (at % 2 == IN && is_on_way) {
		/* only back along the way that is here */
		if (self->before[vertex] != self->party)
			reach (self, side (self->before[vertex], OUT), at);
		return;
	}
	if (at % 2 == IN) {
		reach (self, side (vertex, OUT), at);
		return;
	}
	if (is_on_way)
		reach (self, side (vertex, IN), at);
	for (guint32 arc = self->graph->start[vertex]; arc < self->graph->start[vertex + 1];
	     arc++) {
		FairleadVertex next = self->graph->neighbour[arc];

		if (next != self->party && self->after[vertex] != next
		    && !(vertex == self->party && self->before[next] == self->party))
			reach (self, side (next, IN), at);
	}
}

/* The side of a member of the target at which a further way ends; 0 where there is none */
static guint32
find_way (Flow *self)
{
	memset (self->seen, 0, 2 * (gsize) self->graph->n_vertices * sizeof *self->seen);
	g_array_set_size (self->queue, 0);
	reach (self, side (self->party, OUT), side (self->party, OUT));
	for (guint i = 0; i < self->queue->len; i++) {
		guint32 at = g_array_index (self->queue, guint32, i);

		if (at % 2 == OUT && at / 2 != self->party && self->is_target[at / 2]
		    && self->after[at / 2] == FAIRLEAD_NO_VERTEX
		    && self->before[at / 2] == FAIRLEAD_NO_VERTEX)
			return at + 1;
		go_on (self, at);
	}
	return 0;
}

/* Takes the way into the flow, from its end to its beginning. Steps back along earlier ways undo
 * them; what is set again belongs to the new way. */
static void
take_way (Flow *self, guint32 end)
{
	g_autoptr (GArray) sides = g_array_new (FALSE, FALSE, sizeof (guint32));

	for (guint32 at = end; at != side (self->party, OUT); at = self->seen[at] - 1)
		g_array_append_val (sides, at);
	g_array_append_val (sides, (guint32){ side (self->party, OUT) });
	for (guint i = 0; i + 1 < sides->len; i++) {
		guint32 to = g_array_index (sides, guint32, i);
		guint32 from = g_array_index (sides, guint32, i + 1);

		/* back over the step from `to` to `from` */
		if (from % 2 == IN && to % 2 == OUT && from / 2 != to / 2) {
			if (self->after[to / 2] == from / 2)
				self->after[to / 2] = FAIRLEAD_NO_VERTEX;
			if (self->before[from / 2] == to / 2)
				self->before[from / 2] = FAIRLEAD_NO_VERTEX;
		}
	}
	for (guint i = 0; i + 1 < sides->len; i++) {
		guint32 to = g_array_index (sides, guint32, i);
		guint32 from = g_array_index (sides, guint32, i + 1);

		if (from % 2 == OUT && to % 2 == IN && from / 2 != to / 2) {
			self->before[to / 2] = from / 2;
			if (from / 2 != self->party)
				self->after[from / 2] = to / 2;
		}
	}
}

guint
fairlead_vertex_cut (const FairleadAdjacency *graph, FairleadVertex party, const guint8 *is_target,
                     guint most)
{
	g_autofree FairleadVertex *before = g_new (FairleadVertex, MAX (graph->n_vertices, 1));
	g_autofree FairleadVertex *after = g_new (FairleadVertex, MAX (graph->n_vertices, 1));
	g_autofree guint32 *seen = g_new (guint32, 2 * (gsize) MAX (graph->n_vertices, 1));
	g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint32));
	Flow flow = { graph, party, is_target, before, after, seen, queue };
	guint n = 0;
	guint32 end;

	memset (before, 0xff, MAX (graph->n_vertices, 1) * sizeof *before);
	memset (after, 0xff, MAX (graph->n_vertices, 1) * sizeof *after);
	while (n < most && (end = find_way (&flow)) != 0) {
		take_way (&flow, end - 1);
		n++;
	}
	return n;
}

G_STATIC_ASSERT (FAIRLEAD_NO_VERTEX == G_MAXUINT32);
