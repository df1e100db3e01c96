/* graph/measure/betweenness/betweenness.c */
#include "graph/measure/betweenness/betweenness.h"

#include <string.h>

#include "graph/measure/betweenness/balls-private.h"
#include "graph/measure/betweenness/flood/flood-private.h"
#include "ingest/record/pages.h"

/* To look at one place of a ball takes as long as looking at so many arcs of the network, and two
 * that meet have some times its arcs in common: both measured, see docs/performance.md */
#define ARCS_PER_PLACE 0.1
#define MEETING_ARCS 100.0
#define LEAST_BALL 16   /* smaller ones are met by nobody before the search goes all the way */
#define SUMS_AHEAD 16u  /* sums that are fetched before they are added to */
#define MOST_PLACES 8e6 /* of all balls, for the sake of memory: 36 bytes each */

/* A vertex of one of the sets, or what hangs on it */
typedef struct {
	guint32 vertex; /* of the core */
	double weight;  /* how many of the set */
} End;

typedef struct {
	FairleadCore *core;
	GArray *from;        /* of End: the smaller set, which is searched from */
	GArray *to;          /* of End */
	const double *n_to;  /* of each vertex of the core */
	guint32 *n_to_in;    /* of each component: vertices where n_to is not 0 */
	FairleadBall *balls; /* of to */
	guint32 most_in_ball;
	double *sum;      /* of each vertex of the network */
	double *core_sum; /* of each vertex of the core, where searches go all the way */
} Job;

static const End *
get_end (GArray *ends, guint32 i)
{
	return &g_array_index (ends, End, i);
}

typedef struct {
	Job *job;
	FairleadSearch *search;
	GArray *meetings; /* of FairleadMeeting */
	GArray *places;   /* of guint32: vertices where something ends */
	double *ends;     /* of each vertex of the core; 0 between two items */
	double *through;  /* of each vertex of the core; 0 between two items */
	GArray *touched;  /* of guint32: where through is not 0 */
} Worker;

static gpointer
new_worker (gpointer data)
{
	Worker *self = g_new0 (Worker, 1);
	Job *job = data;

	self->job = job;
	self->search = fairlead_search_new (job->core, job->balls != NULL);
	self->meetings = g_array_new (FALSE, FALSE, sizeof (FairleadMeeting));
	self->places = g_array_new (FALSE, FALSE, sizeof (guint32));
	self->ends = FAIRLEAD_NEW_LARGE0 (double, job->core->n);
	self->through = FAIRLEAD_NEW_LARGE0 (double, job->core->n);
	self->touched = g_array_new (FALSE, FALSE, sizeof (guint32));
	return self;
}

static void
free_worker (gpointer data)
{
	Worker *self = data;

	fairlead_search_free (self->search);
	g_array_unref (self->meetings);
	g_array_unref (self->places);
	g_free (self->ends);
	g_free (self->through);
	g_array_unref (self->touched);
	g_free (self);
}

/* ---- all the way: one search settles every vertex of the other set ---- */

typedef struct {
	Job *job;
	FairleadFlood *flood;
} FloodWorker;

static gpointer
new_flood_worker (gpointer data)
{
	FloodWorker *self = g_new0 (FloodWorker, 1);

	self->job = data;
	self->flood = fairlead_flood_new (self->job->core);
	return self;
}

static void
free_flood_worker (gpointer data)
{
	FloodWorker *self = data;

	fairlead_flood_free (self->flood);
	g_free (self);
}

static void
search_all (gpointer data, guint32 item)
{
	FloodWorker *worker = data;
	const Job *job = worker->job;
	guint32 source = get_end (job->from, item)->vertex;

	fairlead_flood_run (worker->flood, source, job->n_to,
	                    job->n_to_in[job->core->component[source]]);
}

/* The source, first of those reached, is an end of all pairs and passed by none */
static void
add_search (gpointer data, guint32 item)
{
	const FloodWorker *worker = data;
	const Job *job = worker->job;
	const double *flow = fairlead_flood_get_flow (worker->flood);
	double weight = get_end (job->from, item)->weight;
	const guint32 *reached;
	guint32 n = fairlead_flood_get_reached (worker->flood, &reached);

	for (guint32 i = 1; i < n; i++) {
		__builtin_prefetch (&job->core_sum[reached[MIN (i + SUMS_AHEAD, n - 1)]], 1);
		job->core_sum[reached[i]] += weight * flow[i];
	}
}

/* ---- half the way: searches meet the balls of the other set ---- */

static void
fill_ball (gpointer data, guint32 item)
{
	Worker *worker = data;
	Job *job = worker->job;

	fairlead_ball_fill (&job->balls[item], worker->search, get_end (job->to, item)->vertex,
	                    job->most_in_ball);
}

/* What a search that @is_done has not settled it cannot reach */
static gboolean
meet_ball (Worker *worker, guint32 source, guint i, gboolean is_done)
{
	const Job *job = worker->job;
	guint32 sink = get_end (job->to, i)->vertex;
	FairleadMeeting at_once = { i, 0, 1.0 };

	if (sink == source)
		return TRUE;
	if (!fairlead_search_is_settled (worker->search, sink))
		return is_done
		       || fairlead_ball_meet (&job->balls[i], i, worker->search, worker->meetings);
	g_array_append_val (worker->meetings, at_once);
	return TRUE;
}

/* Grows until each ball is met, and lists all meetings of the same moment. The ball that was not
 * met last time is asked first, since most likely it is not met now. */
static void
meet_balls (Worker *worker, guint32 source)
{
	gboolean grows = TRUE;
	guint i = 0, last = 0;

	while (i < worker->job->to->len) {
		if (grows)
			grows = fairlead_search_grow (worker->search);
		g_array_set_size (worker->meetings, 0);
		if (!meet_ball (worker, source, last, !grows))
			continue;
		g_array_set_size (worker->meetings, 0);
		for (i = 0; i < worker->job->to->len; i++)
			if (!meet_ball (worker, source, i, !grows))
				break;
		last = i;
	}
}

static guint32
meeting_vertex (const Job *job, const FairleadMeeting *meeting)
{
	return job->balls[meeting->ball].vertices[meeting->place];
}

static void
flow_along (Worker *worker)
{
	g_array_set_size (worker->touched, 0);
	fairlead_search_flow_along (worker->search, (guint32 *) (gpointer) worker->places->data,
	                            worker->places->len, worker->ends, worker->through,
	                            worker->touched);
	for (guint i = 0; i < worker->places->len; i++)
		worker->ends[g_array_index (worker->places, guint32, i)] = 0.0;
	g_array_set_size (worker->places, 0);
}

static void
search_to_balls (gpointer data, guint32 item)
{
	Worker *worker = data;
	guint32 source = get_end (worker->job->from, item)->vertex;

	fairlead_search_begin (worker->search, source);
	meet_balls (worker, source);
	for (guint i = 0; i < worker->meetings->len; i++) {
		const FairleadMeeting *meeting =
			&g_array_index (worker->meetings, FairleadMeeting, i);
		guint32 vertex = meeting_vertex (worker->job, meeting);

		if (!(worker->ends[vertex] > 0.0))
			g_array_append_val (worker->places, vertex);
		worker->ends[vertex] += meeting->pairs;
	}
	flow_along (worker);
}

/* The source of a search is an end of all pairs and passed by none */
static void
add_through (Worker *worker, guint32 source)
{
	for (guint i = 0; i < worker->touched->len; i++) {
		guint32 vertex = g_array_index (worker->touched, guint32, i);

		if (vertex != source)
			worker->job->sum[vertex] += worker->through[vertex];
		worker->through[vertex] = 0.0;
	}
}

static void
add_meetings (gpointer data, guint32 item)
{
	Worker *worker = data;
	const Job *job = worker->job;

	for (guint i = 0; i < worker->meetings->len; i++) {
		const FairleadMeeting *meeting =
			&g_array_index (worker->meetings, FairleadMeeting, i);

		job->balls[meeting->ball].ends[meeting->place] += meeting->pairs;
	}
	add_through (worker, get_end (job->from, item)->vertex);
}

/* What comes in at a vertex of a ball passes it, if it is not the source */
static void
flow_in_ball (gpointer data, guint32 item)
{
	Worker *worker = data;
	const FairleadBall *ball = &worker->job->balls[item];

	fairlead_search_restore (worker->search, ball->vertices, ball->marks, ball->n);
	for (guint32 i = 1; i < ball->n; i++)
		if (ball->ends[i] > 0.0) {
			worker->ends[ball->vertices[i]] = ball->ends[i];
			g_array_append_val (worker->places, ball->vertices[i]);
		}
	flow_along (worker);
}

static void
add_ball (gpointer data, guint32 item)
{
	Worker *worker = data;
	const FairleadBall *ball = &worker->job->balls[item];

	for (guint32 i = 1; i < ball->n; i++)
		worker->job->sum[ball->vertices[i]] += ball->ends[i];
	add_through (worker, ball->vertices[0]);
}

static gboolean
meet_half_way (Job *job, const FairleadParallel *how, GError **error)
{
	static const FairleadParallelJob fill = { new_worker, free_worker, fill_ball, NULL };
	static const FairleadParallelJob meet = { new_worker, free_worker, search_to_balls,
		                                  add_meetings };
	static const FairleadParallelJob flow = { new_worker, free_worker, flow_in_ball, add_ball };
	FairleadParallel quietly = how != NULL ? *how : (FairleadParallel){ 0 };

	quietly.progress = NULL;
	job->balls = g_new0 (FairleadBall, job->to->len);
	return fairlead_parallel_run (&fill, job, job->to->len, &quietly, error)
	       && fairlead_parallel_run (&meet, job, job->from->len, how, error)
	       && fairlead_parallel_run (&flow, job, job->to->len, &quietly, error);
}

/* ---- the question ---- */

static void
job_clear (Job *self)
{
	for (guint i = 0; self->balls != NULL && i < self->to->len; i++)
		fairlead_ball_clear (&self->balls[i]);
	g_free (self->balls);
	g_free (self->core_sum);
	g_free (self->n_to_in);
	g_clear_pointer (&self->core, fairlead_core_free);
	g_clear_pointer (&self->from, g_array_unref);
	g_clear_pointer (&self->to, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, job_clear)

/* The more others each search meets, the smaller their balls, for all are looked at; then the
 * searches must be the larger, since the two must meet. 0 where going all the way is cheaper. */
static guint32
choose_ball (double n_arcs, double n_to)
{
	double most = sqrt (MEETING_ARCS * n_arcs / (ARCS_PER_PLACE * MAX (n_to, 1.0)));

	most = MIN (most, MOST_PLACES / MAX (n_to, 1.0));
	most = MIN (most, n_arcs / 32.0);
	return most < LEAST_BALL || n_to * most * ARCS_PER_PLACE > n_arcs / 2.0 ? 0
	                                                                        : (guint32) most;
}

static GArray *
ends_by_flag (const guint8 *is_end, guint32 n)
{
	GArray *ends = g_array_new (FALSE, FALSE, sizeof (End));

	for (guint32 i = 0; i < n; i++) {
		End end = { i, 1.0 };

		if (is_end[i])
			g_array_append_val (ends, end);
	}
	return ends;
}

static GArray *
ends_by_weight (const double *weight, guint32 n)
{
	GArray *ends = g_array_new (FALSE, FALSE, sizeof (End));

	for (guint32 i = 0; i < n; i++) {
		End end = { i, weight[i] };

		if (weight[i] > 0.0)
			g_array_append_val (ends, end);
	}
	return ends;
}

/* The smaller set is searched from: what is asked is the same both ways */
static void
search_from_smaller (Job *self)
{
	GArray *kept = self->from;

	if (self->from->len <= self->to->len)
		return;
	self->from = self->to;
	self->to = kept;
}

static guint32
count_ends (const double *weight, guint32 n)
{
	guint32 n_ends = 0;

	for (guint32 i = 0; i < n; i++)
		n_ends += weight[i] > 0.0;
	return n_ends;
}

/* The same, where the greater set may be most of the network: nobody lists that */
static void
search_from_smaller_of_core (Job *self)
{
	FairleadCore *core = self->core;
	double **from = &core->n_sources, **to = &core->n_sinks;

	if (count_ends (*from, core->n) > count_ends (*to, core->n)) {
		from = &core->n_sinks;
		to = &core->n_sources;
	}
	self->from = ends_by_weight (*from, core->n);
	self->n_to = *to;
	g_clear_pointer (from, g_free);
	self->n_to_in = g_new0 (guint32, core->n > 0 ? core->component[core->n - 1] + 1 : 1);
	for (guint32 i = 0; i < core->n; i++)
		self->n_to_in[core->component[i]] += self->n_to[i] > 0.0;
}

static gboolean
go_all_the_way (Job *self, const FairleadParallel *how, GError **error)
{
	static const FairleadParallelJob all = { new_flood_worker, free_flood_worker, search_all,
		                                 add_search };
	const FairleadCore *core = self->core;

	search_from_smaller_of_core (self);
	self->core_sum = FAIRLEAD_NEW_LARGE0 (double, core->n);
	if (!fairlead_parallel_run (&all, self, self->from->len, how, error))
		return FALSE;
	for (guint32 i = 0; i < core->n; i++)
		self->sum[core->vertex[i]] += self->core_sum[i];
	return TRUE;
}

/* @spent: (nullable): the costs, which are freed when they are no longer needed */
static double *
compute (const FairleadAdjacency *graph, const double *cost, double **spent,
         const guint8 *is_source, const guint8 *is_sink, const FairleadParallel *how,
         GError **error)
{
	g_autofree double *sum = NULL;
	g_auto (Job) job = { 0 };
	gboolean done;

	if (!fairlead_check_costs (graph, cost, error))
		return NULL;
	job.sum = sum = FAIRLEAD_NEW_LARGE0 (double, graph->n_vertices);
	job.from = ends_by_flag (is_source, graph->n_vertices);
	job.to = ends_by_flag (is_sink, graph->n_vertices);
	search_from_smaller (&job);
	job.most_in_ball = choose_ball (2.0 * graph->n_edges, job.to->len);
	if (job.most_in_ball > 0) {
		job.core = fairlead_core_new_view (graph, cost);
		done = meet_half_way (&job, how, error);
	} else {
		g_clear_pointer (&job.from, g_array_unref);
		g_clear_pointer (&job.to, g_array_unref);
		job.core = fairlead_core_new (graph, cost, is_source, is_sink, sum);
		if (spent != NULL)
			g_clear_pointer (spent, g_free);
		done = go_all_the_way (&job, how, error);
	}
	return done ? g_steal_pointer (&sum) : NULL;
}

static guint8 *
mark_set (const FairleadAdjacency *graph, const FairleadVertex *vertices, guint32 n)
{
	guint8 *is_member = g_malloc0 (MAX (graph->n_vertices, 1));

	for (guint32 i = 0; i < n; i++)
		is_member[vertices[i]] = 1;
	return is_member;
}

double *
fairlead_betweenness_between (const FairleadAdjacency *graph, const double *cost,
                              const FairleadVertex *sources, guint32 n_sources,
                              const FairleadVertex *sinks, guint32 n_sinks,
                              const FairleadParallel *how, GError **error)
{
	g_autofree guint8 *is_source = mark_set (graph, sources, n_sources);
	g_autofree guint8 *is_sink = mark_set (graph, sinks, n_sinks);

	return compute (graph, cost, NULL, is_source, is_sink, how, error);
}

double *
fairlead_betweenness_between_spending (const FairleadAdjacency *graph, double *cost,
                                       const FairleadVertex *sources, guint32 n_sources,
                                       const FairleadVertex *sinks, guint32 n_sinks,
                                       const FairleadParallel *how, GError **error)
{
	g_autofree double *spent = cost;
	g_autofree guint8 *is_source = mark_set (graph, sources, n_sources);
	g_autofree guint8 *is_sink = mark_set (graph, sinks, n_sinks);

	return compute (graph, cost, &spent, is_source, is_sink, how, error);
}

double *
fairlead_betweenness (const FairleadAdjacency *graph, const double *cost,
                      const FairleadParallel *how, GError **error)
{
	g_autofree guint8 *everybody = g_malloc (MAX (graph->n_vertices, 1));
	double *value;

	memset (everybody, 1, graph->n_vertices);
	value = compute (graph, cost, NULL, everybody, everybody, how, error);
	for (FairleadVertex vertex = 0; value != NULL && vertex < graph->n_vertices; vertex++)
		value[vertex] /= 2.0; /* each pair was counted from both ends */
	return value;
}
