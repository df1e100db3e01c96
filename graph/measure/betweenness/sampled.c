/* graph/measure/betweenness/sampled.c */
#include "graph/measure/betweenness/sampled.h"

#include "graph/measure/betweenness/search-private.h"

#define AT_ONCE 64      /* samples in one piece of work */
#define FIRST_LOOK 4096 /* samples before the rule is asked; then half as many again */
#define VC_CONSTANT 0.5 /* of the bound by dimension, as Riondato and Kornaropoulos take it */

typedef struct {
	FairleadCore *core;
	guint64 seed;
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

/* Steps back from @vertex to the source of a search, each time over one of the paths that it counts
 * with the same chance; what stands between is passed */
static void
walk_back (Worker *worker, const FairleadSearch *search, guint32 vertex)
{
	const FairleadCore *core = search->core;

	while (search->mark[vertex].distance > 0.0) {
		const FairleadMark here = search->mark[vertex];
		double left = next_share (worker) * here.paths;
		guint32 before = vertex;

		for (guint32 arc = core->start[vertex]; arc < core->start[vertex + 1]; arc++) {
			guint32 other = core->neighbour[arc];
			const FairleadMark there = search->mark[other];
			double cost = core->cost != NULL ? fairlead_core_get_cost (core, arc) : 1.0;

			if (!(there.distance < here.distance)
			    || !fairlead_is_same_cost (there.distance + cost, here.distance)
			    || !fairlead_search_is_settled (search, other))
				continue;
			before = other;
			left -= there.paths;
			if (left < 0.0)
				break;
		}
		vertex = before;
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
	if (near->mark[meetings[i].vertex].distance > 0.0)
		g_array_append_val (worker->passed, meetings[i].vertex);
	walk_back (worker, near, meetings[i].vertex);
	walk_back (worker, far, meetings[i].vertex);
}

/* The search that has less before it goes on */
static void
draw_sample (Worker *worker, guint64 number)
{
	guint32 n = worker->job->core->n, vertex[2];
	gboolean grows[2];

	worker->random = worker->job->seed;
	worker->random = next_random (worker) ^ number;
	worker->random = next_random (worker);
	vertex[0] = next_vertex (worker, n);
	vertex[1] = next_vertex (worker, n - 1);
	vertex[1] += vertex[1] >= vertex[0];
	for (guint i = 0; i < 2; i++) {
		fairlead_search_begin (worker->ends[i], vertex[i]);
		grows[i] = fairlead_search_grow (worker->ends[i]);
	}
	while (grows[0] && grows[1]) {
		guint more = worker->ends[1]->n_next_arcs < worker->ends[0]->n_next_arcs;
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
draw_samples (gpointer data, guint32 item)
{
	Worker *worker = data;
	const Job *job = worker->job;
	guint64 first = job->n_done + (guint64) item * AT_ONCE;

	g_array_set_size (worker->passed, 0);
	for (guint64 i = first; i < MIN (first + AT_ONCE, job->n_samples); i++)
		draw_sample (worker, i);
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

/* The widest interval over all vertices, each with its part of the risk of this look: all looks
 * together take sum 1 / (k (k + 1)) = 1 of it */
static double
error_by_variance (const Job *job, double risk, guint look)
{
	double n = (double) job->n_samples;
	double part = risk / job->core->n / ((double) look * (look + 1));
	double logarithm = log (4.0 / part), widest = 0.0;

	for (guint32 vertex = 0; vertex < job->core->n; vertex++) {
		double share = (double) job->count[vertex] / n;

		widest = MAX (widest, share * (1.0 - share));
	}
	return sqrt (2.0 * widest * n / (n - 1.0) * logarithm / n)
	       + 7.0 * logarithm / (3.0 * (n - 1.0));
}

static gboolean
sample_until (Job *job, double epsilon, double risk, const FairleadParallel *how,
              double *error_left, GError **error)
{
	static const FairleadParallelJob what = { new_worker, free_worker, draw_samples,
		                                  count_passed };
	guint64 enough = (guint64) enough_by_dimension (job->core, epsilon, risk / 2.0);

	*error_left = INFINITY;
	for (guint look = 1; *error_left > epsilon; look++) {
		job->n_done = job->n_samples;
		job->n_samples =
			MIN (look == 1 ? FIRST_LOOK : job->n_done + job->n_done / 2, enough);
		if (!fairlead_parallel_run (
			    &what, job,
			    (guint32) ((job->n_samples - job->n_done + AT_ONCE - 1) / AT_ONCE), how,
			    error))
			return FALSE;
		*error_left = error_by_variance (job, risk / 2.0, look);
		if (job->n_samples == enough)
			*error_left = MIN (*error_left, epsilon);
	}
	return TRUE;
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
	    && !sample_until (&job, epsilon, 1.0 - confidence, how, &error_left, error))
		return FALSE;
	result->value = g_new0 (double, n);
	for (guint32 vertex = 0; vertex < graph->n_vertices && job.n_samples > 0; vertex++)
		result->value[vertex] = (double) count[vertex] / (double) job.n_samples;
	result->n_samples = job.n_samples;
	result->error = error_left;
	result->confidence = confidence;
	return TRUE;
}
