/* cluster/betweenness.c: cheapest paths between seeds and others (Brandes 2008,
 * doi:10.1016/j.socnet.2007.11.001), some sources at once
 *
 * Distances first: whoever came nearer tells its neighbours. Then every rank learns the distances
 * of its ghosts once, knows by itself which arcs lie on cheapest ways, and how many of them come in
 * and go out at each vertex; so paths are counted, and what ends flows back, each vertex when the
 * last of those before it has told it. */
#include "cluster/measures.h"

#include <math.h>

#include "graph/measure/betweenness/betweenness.h"

typedef struct {
	guint32 vertex;
	guint32 lane;
} Step;

typedef struct {
	const ClusterGraph *graph;
	guint lanes;
	double hop; /* 1 - hop loss */
	ClusterPost *post;
	GArray *in;
	GArray *border; /* of Step */
	GArray *next;
	guint8 *is_end;   /* of each own vertex: whether pairs end there */
	double *cost;     /* of each arc */
	double *distance; /* [n x lanes] */
	double *ghost; /* [n_ghosts x lanes]: distances of ghosts; while searching what was sent */
	double *paths; /* [n x lanes] */
	double *through;   /* [n x lanes]: what ends behind it, for each path that comes */
	guint32 *waits;    /* [n x lanes]: for so many others */
	guint32 *source;   /* [lanes]: own vertex; G_MAXUINT32: another rank's, or none */
	MPI_Datatype unit; /* the lanes of a vertex */
	guint64 n_rounds;
} Between;

static gsize
cell (const Between *self, guint32 vertex, guint32 lane)
{
	return (gsize) vertex * self->lanes + lane;
}

static double
distance_of (const Between *self, guint32 other, guint32 lane)
{
	return other < self->graph->n ? self->distance[cell (self, other, lane)]
	                              : self->ghost[cell (self, other - self->graph->n, lane)];
}

static gboolean
is_same (double a, double b)
{
	return fabs (a - b) < FAIRLEAD_SAME_COST * (a + b);
}

/* Whether the arc lies on a cheapest way from its own vertex to the other */
static gboolean
leads_on (const Between *self, guint32 vertex, guint64 arc, guint32 lane)
{
	double there = distance_of (self, self->graph->other[arc], lane);

	return !isinf (there)
	       && is_same (self->distance[cell (self, vertex, lane)] + self->cost[arc], there);
}

static gboolean
leads_back (const Between *self, guint32 vertex, guint64 arc, guint32 lane)
{
	double there = distance_of (self, self->graph->other[arc], lane);

	return !isinf (there)
	       && is_same (there + self->cost[arc], self->distance[cell (self, vertex, lane)]);
}

/* ---- one round of messages ---- */

static void
send (Between *self, guint32 other, guint32 lane, double value)
{
	cluster_graph_send (self->graph, self->post, other, lane, value);
}

/* Delivers to @take, and makes what it put into next the border; FALSE when no rank has any */
static gboolean
advance (Between *self, void (*take) (Between *self, guint32 vertex, guint32 lane, double value))
{
	GArray *spent = self->border;
	gboolean is_active;

	is_active = cluster_post_exchange_active (self->post, self->in, self->next->len > 0);
	for (guint i = 0; i < self->in->len; i++) {
		const ClusterParcel *parcel = &g_array_index (self->in, ClusterParcel, i);

		take (self, (guint32) parcel->to, (guint32) parcel->word, parcel->value.real);
	}
	self->border = self->next;
	self->next = spent;
	g_array_set_size (self->next, 0);
	self->n_rounds++;
	return is_active;
}

static void
put_next (Between *self, guint32 vertex, guint32 lane)
{
	Step step = { vertex, lane };

	g_array_append_val (self->next, step);
}

/* ---- distances ---- */

/* waits: whether it stands in next */
static void
come_nearer (Between *self, guint32 vertex, guint32 lane, double distance)
{
	gsize at = cell (self, vertex, lane);

	if (distance >= self->distance[at])
		return;
	self->distance[at] = distance;
	if (self->waits[at] == 0)
		put_next (self, vertex, lane);
	self->waits[at] = 1;
}

static void
search_from (Between *self, guint32 vertex, guint32 lane)
{
	const ClusterGraph *graph = self->graph;
	double here = self->distance[cell (self, vertex, lane)];

	for (guint64 arc = graph->start[vertex]; arc < graph->start[vertex + 1]; arc++) {
		guint32 other = graph->other[arc];
		double there = here + self->cost[arc];
		double *sent;

		if (other < graph->n) {
			come_nearer (self, other, lane, there);
			continue;
		}
		sent = &self->ghost[cell (self, other - graph->n, lane)];
		if (there >= *sent)
			continue;
		*sent = there;
		send (self, other, lane, there);
	}
}

static void
find_distances (Between *self)
{
	gsize n = (gsize) self->graph->n * self->lanes;
	gsize n_ghosts = (gsize) self->graph->n_ghosts * self->lanes;

	for (gsize i = 0; i < n; i++)
		self->distance[i] = INFINITY;
	for (gsize i = 0; i < n_ghosts; i++)
		self->ghost[i] = INFINITY;
	memset (self->waits, 0, n * sizeof *self->waits);
	for (guint lane = 0; lane < self->lanes; lane++)
		if (self->source[lane] != G_MAXUINT32)
			come_nearer (self, self->source[lane], lane, 0.0);
	while (advance (self, come_nearer)) {
		for (guint i = 0; i < self->border->len; i++) {
			const Step *step = &g_array_index (self->border, Step, i);

			self->waits[cell (self, step->vertex, step->lane)] = 0;
		}
		for (guint i = 0; i < self->border->len; i++) {
			const Step *step = &g_array_index (self->border, Step, i);

			search_from (self, step->vertex, step->lane);
		}
	}
	cluster_graph_bring (self->graph, self->unit, self->distance, self->ghost);
}

/* ---- there: counting paths ---- */

/* How many arcs each waits for */
static void
count_arcs (Between *self,
            gboolean (*leads) (const Between *self, guint32 vertex, guint64 arc, guint32 lane))
{
	const ClusterGraph *graph = self->graph;

	for (guint32 vertex = 0; vertex < graph->n; vertex++)
		for (guint lane = 0; lane < self->lanes; lane++) {
			guint32 n = 0;

			if (isinf (self->distance[cell (self, vertex, lane)]))
				continue;
			for (guint64 arc = graph->start[vertex]; arc < graph->start[vertex + 1];
			     arc++)
				n += leads (self, vertex, arc, lane);
			self->waits[cell (self, vertex, lane)] = n;
		}
}

static void
take_paths (Between *self, guint32 vertex, guint32 lane, double paths)
{
	gsize at = cell (self, vertex, lane);

	self->paths[at] += paths;
	if (--self->waits[at] == 0)
		put_next (self, vertex, lane);
}

static void
hand_on (Between *self,
         gboolean (*leads) (const Between *self, guint32 vertex, guint64 arc, guint32 lane),
         void (*take) (Between *self, guint32 vertex, guint32 lane, double value), const Step *step,
         double value)
{
	const ClusterGraph *graph = self->graph;

	for (guint64 arc = graph->start[step->vertex]; arc < graph->start[step->vertex + 1];
	     arc++) {
		if (!leads (self, step->vertex, arc, step->lane))
			continue;
		if (graph->other[arc] < graph->n)
			take (self, graph->other[arc], step->lane, value);
		else
			send (self, graph->other[arc], step->lane, value);
	}
}

static void
count_paths (Between *self)
{
	memset (self->paths, 0, (gsize) self->graph->n * self->lanes * sizeof *self->paths);
	count_arcs (self, leads_back);
	for (guint lane = 0; lane < self->lanes; lane++)
		if (self->source[lane] != G_MAXUINT32) {
			self->paths[cell (self, self->source[lane], lane)] = 1.0;
			put_next (self, self->source[lane], lane);
		}
	while (advance (self, take_paths))
		for (guint i = 0; i < self->border->len; i++) {
			Step step = g_array_index (self->border, Step, i);

			hand_on (self, leads_on, take_paths, &step,
			         self->paths[cell (self, step.vertex, step.lane)]);
		}
}

/* ---- and back: what ends ---- */

static void
take_ends (Between *self, guint32 vertex, guint32 lane, double for_each)
{
	gsize at = cell (self, vertex, lane);

	self->through[at] += for_each * self->paths[at];
	if (--self->waits[at] == 0)
		put_next (self, vertex, lane);
}

static void
flow_back (Between *self)
{
	gsize n = (gsize) self->graph->n * self->lanes;

	memset (self->through, 0, n * sizeof *self->through);
	memset (self->waits, 0, n * sizeof *self->waits);
	count_arcs (self, leads_on);
	for (guint32 vertex = 0; vertex < self->graph->n; vertex++)
		for (guint lane = 0; lane < self->lanes; lane++)
			if (!isinf (self->distance[cell (self, vertex, lane)])
			    && self->waits[cell (self, vertex, lane)] == 0)
				put_next (self, vertex, lane);
	while (advance (self, take_ends))
		for (guint i = 0; i < self->border->len; i++) {
			Step step = g_array_index (self->border, Step, i);
			gsize at = cell (self, step.vertex, step.lane);
			double ends = self->is_end[step.vertex] ? 1.0 : 0.0;

			hand_on (self, leads_back, take_ends, &step,
			         (ends + self->through[at]) / self->paths[at]);
		}
}

/* ---- all sources ---- */

static void
add_batch (Between *self, double *values)
{
	find_distances (self);
	count_paths (self);
	flow_back (self);
	for (guint32 vertex = 0; vertex < self->graph->n; vertex++)
		for (guint lane = 0; lane < self->lanes; lane++)
			if (self->source[lane] != vertex)
				values[vertex] += self->through[cell (self, vertex, lane)];
}

static void
between_init (Between *self, const ClusterWork *work, const ClusterSeeds *ends, guint lanes)
{
	const ClusterGraph *graph = work->graph;
	gsize n = MAX ((gsize) graph->n * lanes, 1);

	*self = (Between){
		.graph = graph,
		.lanes = lanes,
		.hop = 1.0 - cluster_work_number (work, FAIRLEAD_STEP_HOP_LOSS),
		.post = cluster_post_new (),
		.in = g_array_new (FALSE, FALSE, sizeof (ClusterParcel)),
		.border = g_array_new (FALSE, FALSE, sizeof (Step)),
		.next = g_array_new (FALSE, FALSE, sizeof (Step)),
		.is_end = g_malloc0 (MAX (graph->n, 1)),
		.cost = g_new (double, MAX (graph->n_arcs, 1)),
		.distance = g_new (double, n),
		.ghost = g_new (double, MAX ((gsize) graph->n_ghosts * lanes, 1)),
		.paths = g_new (double, n),
		.through = g_new (double, n),
		.waits = g_new (guint32, n),
		.source = g_new (guint32, lanes),
	};
	MPI_Type_contiguous ((int) lanes, MPI_DOUBLE, &self->unit);
	MPI_Type_commit (&self->unit);
	for (guint64 arc = 0; arc < graph->n_arcs; arc++)
		self->cost[arc] = -log ((double) graph->strength[arc] * self->hop);
	for (guint i = 0; i < ends->own->len; i++)
		self->is_end[g_array_index (ends->own, ClusterSeed, i).place] = TRUE;
}

static void
between_clear (Between *self)
{
	cluster_post_free (self->post);
	g_array_unref (self->in);
	g_array_unref (self->border);
	g_array_unref (self->next);
	g_free (self->is_end);
	g_free (self->cost);
	g_free (self->distance);
	g_free (self->ghost);
	g_free (self->paths);
	g_free (self->through);
	g_free (self->waits);
	g_free (self->source);
	MPI_Type_free (&self->unit);
}

/* Which of the sources are searched from, by position: of guint32; NULL: all */
static GArray *
draw (const ClusterWork *work, guint64 n)
{
	double wanted = cluster_work_number (work, FAIRLEAD_STEP_SAMPLES);

	if (!(wanted > 0.0) || wanted >= (double) n)
		return NULL;
	return fairlead_job_draw ((guint32) MIN (n, G_MAXUINT32), (guint32) wanted,
	                          (guint32) cluster_work_number (work, FAIRLEAD_STEP_SEED));
}

/* The own vertex of each lane's source */
static void
set_sources (Between *self, const ClusterSeeds *seeds, const GArray *drawn, guint64 first)
{
	for (guint lane = 0; lane < self->lanes; lane++)
		self->source[lane] = G_MAXUINT32;
	for (guint i = 0; i < seeds->own->len; i++) {
		const ClusterSeed *seed = &g_array_index (seeds->own, ClusterSeed, i);

		for (guint lane = 0; lane < self->lanes; lane++) {
			guint64 turn = first + lane;
			gboolean is_there = drawn != NULL ? turn < drawn->len : turn < seeds->n;

			if (is_there
			    && seed->position
			               == (drawn != NULL ? g_array_index (drawn, guint32, turn)
			                                 : turn))
				self->source[lane] = seed->place;
		}
	}
}

double *
cluster_betweenness (ClusterWork *work)
{
	gboolean fewer_seeds = work->seeds.n <= work->others.n;
	const ClusterSeeds *few = fewer_seeds ? &work->seeds : &work->others;
	g_autoptr (GArray) drawn = draw (work, few->n);
	guint64 n_sources = drawn != NULL ? drawn->len : few->n;
	guint lanes = (guint) MIN (cluster_work_number (work, FAIRLEAD_STEP_BATCH),
	                           (double) MAX (n_sources, 1));
	double *values = g_new0 (double, MAX (work->graph->n, 1));
	Between between;

	between_init (&between, work, fewer_seeds ? &work->others : &work->seeds, lanes);
	for (guint64 first = 0; first < n_sources; first += lanes) {
		set_sources (&between, few, drawn, first);
		add_batch (&between, values);
		cluster_say ("share %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT "\n",
		             MIN (first + lanes, n_sources), n_sources);
	}
	for (guint32 i = 0; i < work->graph->n; i++)
		values[i] *= (double) few->n / (double) MAX (n_sources, 1);
	work->solve.iterations = between.n_rounds;
	between_clear (&between);
	return values;
}
