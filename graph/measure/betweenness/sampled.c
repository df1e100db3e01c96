/* graph/measure/betweenness/sampled.c */
#include "graph/measure/betweenness/sampled.h"

#include <string.h>

#include "graph/measure/betweenness/sampling-plan-private.h"
#include "graph/measure/betweenness/search-private.h"

#define AT_ONCE 64 /* samples in one piece of work */
#define LEAST_HUB 64
/* Of the samples that would be enough in any network one in so many is drawn first, to see where
 * values are great */
#define PILOT_PART 32
#define LEAST_PILOT 256
#define PLAN_RISK \
	0.9 /* the part of the risk that the plan may take; the rest is left for the bound
                       * by dimension, should the plan fail */
#define VC_CONSTANT 0.5 /* of the bound by dimension, as Riondato and Kornaropoulos take it */

typedef struct {
	FairleadCore *core;
	guint64 seed;
	guint64 n_first;   /* samples of the pilot, which are no part of the following */
	guint64 n_done;    /* samples before this round */
	guint64 n_samples; /* samples up to the end of it */
	guint64 *count;    /* of each vertex: paths that pass it */
} Job;

typedef struct {
	Job *job;
	FairleadSearch *ends[2];
	guint64 random;
	GArray *meetings; /* of Meeting */
	GArray *passed;   /* of guint32: inner vertices of the paths of this piece of work */
} Worker;

typedef struct {
	guint32 vertex;
	double paths; /* up to here, of all meetings */
} Meeting;

static gpointer
new_worker (gpointer data)
{
	Worker *self = g_new0 (Worker, 1);

	self->job = data;
	for (guint i = 0; i < 2; i++)
		self->ends[i] = fairlead_search_new (self->job->core, TRUE);
	self->meetings = g_array_new (FALSE, FALSE, sizeof (Meeting));
	self->passed = g_array_new (FALSE, FALSE, sizeof (guint32));
	return self;
}

static void
free_worker (gpointer data)
{
	Worker *self = data;

	for (guint i = 0; i < 2; i++)
		fairlead_search_free (self->ends[i]);
	g_array_unref (self->meetings);
	g_array_unref (self->passed);
	g_free (self);
}

/* Steele, Lea and Flood 2014 (doi:10.1145/2660193.2660195): any number is a good seed, so that each
 * sample has a sequence of its own, whoever draws it */
static guint64
next_random (Worker *worker)
{
	guint64 z = worker->random += 0x9e3779b97f4a7c15u;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return z ^ z >> 31;
}

static double
next_share (Worker *worker)
{
	return (double) (next_random (worker) >> 11) * 0x1p-53;
}

static guint32
next_vertex (Worker *worker, guint32 n)
{
	return (guint32) (((next_random (worker) >> 32) * n) >> 32);
}

/* What @near has settled and @far has a label of, with @paths running. The distance is right, and
 * no meeting is missing, when it is less than both borders together. */
static gboolean
find_meetings (Worker *worker, const FairleadSearch *near, const FairleadSearch *far)
{
	double best = INFINITY, paths = 0.0;

	for (guint32 i = 0; i < near->n_settled; i++) {
		guint32 vertex = near->order[i];
		double distance;

		if (!fairlead_search_has_label (far, vertex))
			continue;
		distance = near->mark[vertex].distance + far->mark[vertex].distance;
		if (distance < best && !fairlead_is_same_cost (distance, best)) {
			best = distance;
			paths = 0.0;
			g_array_set_size (worker->meetings, 0);
		}
		if (fairlead_is_same_cost (distance, best)) {
			Meeting meeting = { vertex, paths += near->mark[vertex].paths
				                             * far->mark[vertex].paths };

			g_array_append_val (worker->meetings, meeting);
		}
	}
	return best * (1.0 + 1e-9) < near->border + far->border;
}

/* The same where edges cost 1: there a label is final, so that what has one of both searches is in
 * the middle of a path that is as short as any, as long as nothing nearer met before. A hub that
 * both have come to need not be settled by either. */
static gboolean
find_meetings_of_labels (Worker *worker, const FairleadSearch *grown, const FairleadSearch *other)
{
	double paths = 0.0;

	for (guint32 i = grown->n_settled; i < grown->n_reached; i++) {
		guint32 vertex = grown->order[i];
		Meeting meeting = { vertex, 0.0 };

		if (!fairlead_search_has_label (other, vertex))
			continue;
		paths += grown->mark[vertex].paths * other->mark[vertex].paths;
		meeting.paths = paths;
		g_array_append_val (worker->meetings, meeting);
	}
	return worker->meetings->len > 0;
}

/* ---- a path back ---- */

static gboolean
is_before (const FairleadSearch *search, guint32 other, double cost, double distance)
{
	const FairleadMark there = search->mark[other];

	return there.distance < distance && fairlead_is_same_cost (there.distance + cost, distance)
	       && fairlead_search_is_settled (search, other);
}

/* One of those before it, by the number of paths to each; @left says how many are passed over */
static guint32
step_over_arcs (const FairleadSearch *search, guint32 vertex, double left)
{
	const FairleadCore *core = search->core;
	const double distance = search->mark[vertex].distance;
	guint32 before = vertex;

	for (guint32 arc = core->start[vertex]; arc < core->start[vertex + 1]; arc++) {
		double cost = core->cost != NULL ? fairlead_core_get_cost (core, arc) : 1.0;

		if (!is_before (search, core->neighbour[arc], cost, distance))
			continue;
		before = core->neighbour[arc];
		left -= search->mark[before].paths;
		if (left < 0.0)
			break;
	}
	return before;
}

/* The neighbours of a vertex ascend */
static gboolean
are_neighbours (const FairleadCore *core, guint32 vertex, guint32 other)
{
	guint32 low = core->start[vertex], high = core->start[vertex + 1];

	while (low < high) {
		guint32 middle = low + (high - low) / 2;

		if (core->neighbour[middle] < other)
			low = middle + 1;
		else
			high = middle;
	}
	return low < core->start[vertex + 1] && core->neighbour[low] == other;
}

/* The first place in the order that is as far as this */
static guint32
find_step (const FairleadSearch *search, double distance)
{
	guint32 low = 0, high = search->n_settled;

	while (low < high) {
		guint32 middle = low + (high - low) / 2;

		if (search->mark[search->order[middle]].distance < distance)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The same for a hub: over all that are one step nearer, which are fewer than its neighbours */
static guint32
step_over_nearer (const FairleadSearch *search, guint32 vertex, guint32 first, guint32 end,
                  double left)
{
	guint32 before = vertex;

	for (guint32 i = first; i < end; i++) {
		if (!are_neighbours (search->core, vertex, search->order[i]))
			continue;
		before = search->order[i];
		left -= search->mark[before].paths;
		if (left < 0.0)
			break;
	}
	return before;
}

static guint32
step_back (const FairleadSearch *search, guint32 vertex, double left)
{
	const FairleadCore *core = search->core;
	const double distance = search->mark[vertex].distance;
	guint32 degree = core->start[vertex + 1] - core->start[vertex];
	guint32 first, end;

	if (core->cost != NULL || degree < LEAST_HUB)
		return step_over_arcs (search, vertex, left);
	first = find_step (search, distance - 1.0);
	end = find_step (search, distance);
	if (degree / 4 < end - first)
		return step_over_arcs (search, vertex, left);
	return step_over_nearer (search, vertex, first, end, left);
}

/* Steps back from @vertex to the source of a search, each time over one of the paths that it counts
 * with the same chance; what stands between is passed */
static void
walk_back (Worker *worker, const FairleadSearch *search, guint32 vertex)
{
	while (search->mark[vertex].distance > 0.0) {
		vertex = step_back (search, vertex,
		                    next_share (worker) * search->mark[vertex].paths);
		if (search->mark[vertex].distance > 0.0)
			g_array_append_val (worker->passed, vertex);
	}
}

static void
draw_path (Worker *worker, const FairleadSearch *near, const FairleadSearch *far)
{
	const Meeting *meetings = (const Meeting *) (gpointer) worker->meetings->data;
	guint n = worker->meetings->len, i = 0;
	double chosen = next_share (worker) * meetings[n - 1].paths;

	while (i + 1 < n && !(chosen < meetings[i].paths))
		i++;
	if (near->mark[meetings[i].vertex].distance > 0.0
	    && far->mark[meetings[i].vertex].distance > 0.0)
		g_array_append_val (worker->passed, meetings[i].vertex);
	walk_back (worker, near, meetings[i].vertex);
	walk_back (worker, far, meetings[i].vertex);
}

/* The search that has less before it goes on */
static guint
choose_search (const Worker *worker)
{
	return worker->ends[1]->n_next_arcs < worker->ends[0]->n_next_arcs;
}

static void
search_by_cost (Worker *worker)
{
	gboolean grows[2] = { fairlead_search_grow (worker->ends[0]),
		              fairlead_search_grow (worker->ends[1]) };

	while (grows[0] && grows[1]) {
		guint more = choose_search (worker);
		const FairleadSearch *near = worker->ends[1 - more], *far = worker->ends[more];

		g_array_set_size (worker->meetings, 0);
		if (near->n_settled > far->n_settled) {
			const FairleadSearch *kept = near;

			near = far;
			far = kept;
		}
		if (find_meetings (worker, near, far)) {
			draw_path (worker, near, far);
			return;
		}
		grows[more] = fairlead_search_grow (worker->ends[more]);
	}
}

static void
search_by_hop (Worker *worker)
{
	gboolean grows = TRUE;

	g_array_set_size (worker->meetings, 0);
	while (grows) {
		guint more = choose_search (worker);

		grows = fairlead_search_grow (worker->ends[more]);
		if (find_meetings_of_labels (worker, worker->ends[more], worker->ends[1 - more])) {
			draw_path (worker, worker->ends[more], worker->ends[1 - more]);
			return;
		}
	}
}

static void
draw_sample (Worker *worker, guint64 number)
{
	guint32 n = worker->job->core->n, vertex[2];

	worker->random = worker->job->seed;
	worker->random = next_random (worker) ^ number;
	worker->random = next_random (worker);
	vertex[0] = next_vertex (worker, n);
	vertex[1] = next_vertex (worker, n - 1);
	vertex[1] += vertex[1] >= vertex[0];
	for (guint i = 0; i < 2; i++)
		fairlead_search_begin (worker->ends[i], vertex[i]);
	if (worker->job->core->cost == NULL)
		search_by_hop (worker);
	else
		search_by_cost (worker);
}

static void
draw_samples (gpointer data, guint32 item)
{
	Worker *worker = data;
	const Job *job = worker->job;
	guint64 first = job->n_done + (guint64) item * AT_ONCE;
	guint64 end = MIN (first + AT_ONCE, job->n_samples);

	g_array_set_size (worker->passed, 0);
	for (guint64 i = first; i < end; i++)
		draw_sample (worker, job->n_first + i);
}

static void
count_passed (gpointer data, guint32 item)
{
	const Worker *worker = data;

	(void) item;
	for (guint i = 0; i < worker->passed->len; i++)
		worker->job->count[g_array_index (worker->passed, guint32, i)]++;
}

/* ---- when it is enough ---- */

/* Vertices on the longest of all cheapest paths, at most: where edges cost 1, a search from any
 * vertex goes at least half as far as the longest in its component */
static guint32
most_on_a_path (const FairleadCore *core)
{
	g_autofree guint8 *seen = NULL;
	FairleadSearch *search;
	double farthest = 0.0;

	if (core->cost != NULL)
		return core->n;
	seen = g_malloc0 (MAX (core->n, 1));
	search = fairlead_search_new (core, FALSE);
	for (guint32 vertex = 0; vertex < core->n; vertex++) {
		if (seen[vertex])
			continue;
		fairlead_search_begin (search, vertex);
		while (fairlead_search_grow (search))
			;
		for (guint32 i = 0; i < search->n_settled; i++)
			seen[search->order[i]] = TRUE;
		farthest = MAX (farthest, search->border - 1.0);
	}
	fairlead_search_free (search);
	return (guint32) (2.0 * farthest) + 1;
}

static double
enough_by_dimension (const FairleadCore *core, double epsilon, double risk)
{
	guint32 most = most_on_a_path (core);
	double dimension = most > 2 ? floor (log2 (most - 2)) + 1.0 : 1.0;

	return ceil (VC_CONSTANT / (epsilon * epsilon) * (dimension - log (risk)));
}

/* ---- drawing ---- */

/* Up to so many samples, beside those that were drawn before */
static gboolean
draw_up_to (Job *job, guint64 n_samples, const FairleadParallel *how, GError **error)
{
	static const FairleadParallelJob what = { new_worker, free_worker, draw_samples,
		                                  count_passed };

	job->n_done = job->n_samples;
	job->n_samples = n_samples;
	return fairlead_parallel_run (
		&what, job, (guint32) ((job->n_samples - job->n_done + AT_ONCE - 1) / AT_ONCE), how,
		error);
}

/* What follows does not know what the pilot has drawn, but for the plan */
static guint32 *
forget_pilot (Job *job)
{
	guint32 *pilot = g_new (guint32, job->core->n);

	for (guint32 vertex = 0; vertex < job->core->n; vertex++)
		pilot[vertex] = (guint32) job->count[vertex];
	memset (job->count, 0, job->core->n * sizeof *job->count);
	job->n_first = job->n_samples;
	job->n_samples = 0;
	return pilot;
}

/* Returns the error, and what was drawn in @job; a negative number on failure */
static double
sample_until (Job *job, double epsilon, double risk, const FairleadParallel *how, GError **error)
{
	guint64 enough =
		(guint64) enough_by_dimension (job->core, epsilon, (1.0 - PLAN_RISK) * risk);
	g_auto (FairleadSamplingPlan)
		plan = { .epsilon = epsilon, .n_pilot = MAX (enough / PILOT_PART, LEAST_PILOT) };
	g_autofree guint32 *pilot = NULL;
	guint64 n_planned;
	double found;

	if (!draw_up_to (job, plan.n_pilot, how, error))
		return -1.0;
	n_planned = fairlead_sampling_plan_make (&plan, job->count, job->core->n, PLAN_RISK * risk,
	                                         enough);
	pilot = forget_pilot (job);
	if (!draw_up_to (job, n_planned, how, error))
		return -1.0;
	found = n_planned < enough ? fairlead_sampling_plan_find_error (&plan, pilot, job->count,
	                                                                job->core->n, n_planned)
	                           : epsilon;
	if (found <= epsilon * (1.0 + 1e-9))
		return MIN (found, epsilon);
	return draw_up_to (job, enough, how, error) ? epsilon : -1.0;
}

void
fairlead_sampled_betweenness_clear (FairleadSampledBetweenness *self)
{
	g_clear_pointer (&self->value, g_free);
}

gboolean
fairlead_betweenness_sampled (const FairleadAdjacency *graph, const double *cost, double epsilon,
                              double confidence, guint64 seed, const FairleadParallel *how,
                              FairleadSampledBetweenness *result, GError **error)
{
	gsize n = MAX (graph->n_vertices, 1);
	g_autoptr (FairleadCore) core = NULL;
	g_autofree guint64 *count = g_new0 (guint64, n);
	double error_left = 0.0;
	Job job = { .seed = seed, .count = count };

	if (!fairlead_check_costs (graph, cost, error))
		return FALSE;
	job.core = core = fairlead_core_new_view (graph, cost);
	if (graph->n_vertices > 2
	    && (error_left = sample_until (&job, epsilon, 1.0 - confidence, how, error)) < 0.0)
		return FALSE;
	result->value = g_new0 (double, n);
	for (guint32 vertex = 0; vertex < graph->n_vertices && job.n_samples > 0; vertex++)
		result->value[vertex] = (double) count[vertex] / (double) job.n_samples;
	result->n_samples = job.n_first + job.n_samples;
	result->error = error_left;
	result->confidence = confidence;
	return TRUE;
}
