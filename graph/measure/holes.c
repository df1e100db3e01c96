/* graph/measure/holes.c */
#include "graph/measure/holes.h"

#include <math.h>

/* Vertices that one piece of work takes: the same on any number of threads */
#define AT_ONCE 4096

/* What the common neighbours q of an edge's ends add, all of which both measures need */
typedef struct {
	double joint;  /* sum of c_iq c_jq / strength of q: the same for both ends */
	double met[2]; /* for the smaller end i and the greater j: sum of m_qj, and of m_qi */
} Triangles;

typedef struct {
	const FairleadAdjacency *graph;
	gfloat *conductance;      /* of each arc */
	double *inverse_strength; /* of each vertex */
	double *inverse_greatest; /* 1 / its strongest tie */
	Triangles *triangles;     /* of each edge */
	double *constraint;
	double *effective_size;
} Job;

typedef struct {
	Job *job;
	gfloat *tie; /* of each vertex, to the one that is looked at; 0 between two of them */
} Worker;

static gpointer
new_worker (gpointer data)
{
	Worker *self = g_new (Worker, 1);

	self->job = data;
	self->tie = g_new0 (gfloat, MAX (self->job->graph->n_vertices, 1));
	return self;
}

static void
free_worker (gpointer data)
{
	Worker *self = data;

	g_free (self->tie);
	g_free (self);
}

/* Who of two neighbours marks its ties, so that those of the other are looked at: hubs mark */
static gboolean
outranks (const FairleadAdjacency *graph, FairleadVertex a, FairleadVertex b)
{
	guint32 degree_a = fairlead_adjacency_degree (graph, a);
	guint32 degree_b = fairlead_adjacency_degree (graph, b);

	return degree_a != degree_b ? degree_a > degree_b : a > b;
}

static void
find_triangles (const Worker *worker, FairleadVertex marked, FairleadVertex other,
                Triangles *triangles)
{
	const Job *job = worker->job;
	const FairleadAdjacency *graph = job->graph;
	double joint = 0.0, at_marked = 0.0, at_other = 0.0;

	for (guint32 arc = graph->start[other]; arc < graph->start[other + 1]; arc++) {
		FairleadVertex third = graph->neighbour[arc];
		double to_marked = (double) worker->tie[third];
		double to_other = (double) job->conductance[arc];

		if (!(to_marked > 0.0))
			continue;
		joint += to_marked * to_other * job->inverse_strength[third];
		at_marked += to_other * job->inverse_greatest[third];
		at_other += to_marked * job->inverse_greatest[third];
	}
	triangles->joint = joint;
	triangles->met[marked > other] = at_marked;
	triangles->met[other > marked] = at_other;
}

static void
mark_ties (const Worker *worker, FairleadVertex vertex, gboolean on)
{
	const Job *job = worker->job;
	const FairleadAdjacency *graph = job->graph;

	for (guint32 arc = graph->start[vertex]; arc < graph->start[vertex + 1]; arc++)
		worker->tie[graph->neighbour[arc]] = on ? job->conductance[arc] : 0.0f;
}

static void
look_around (const Worker *worker, FairleadVertex vertex)
{
	const Job *job = worker->job;
	const FairleadAdjacency *graph = job->graph;

	mark_ties (worker, vertex, TRUE);
	for (guint32 arc = graph->start[vertex]; arc < graph->start[vertex + 1]; arc++) {
		FairleadVertex other = graph->neighbour[arc];

		if (outranks (graph, vertex, other))
			find_triangles (worker, vertex, other, &job->triangles[graph->edge[arc]]);
	}
	mark_ties (worker, vertex, FALSE);
}

static void
measure_vertex (const Job *job, FairleadVertex vertex)
{
	const FairleadAdjacency *graph = job->graph;
	double inverse = job->inverse_strength[vertex];
	double constraint = 0.0, met = 0.0;

	for (guint32 arc = graph->start[vertex]; arc < graph->start[vertex + 1]; arc++) {
		const Triangles *triangles = &job->triangles[graph->edge[arc]];
		double tie = (double) job->conductance[arc];
		double share = (tie + triangles->joint) * inverse;

		constraint += share * share;
		met += tie * inverse * triangles->met[vertex > graph->neighbour[arc]];
	}
	job->constraint[vertex] = inverse > 0.0 ? constraint : NAN;
	job->effective_size[vertex] = fairlead_adjacency_degree (graph, vertex) - met;
}

static void
look_around_many (gpointer worker, guint32 item)
{
	guint64 first = (guint64) item * AT_ONCE;
	const Worker *self = worker;

	for (guint64 i = first; i < MIN (first + AT_ONCE, self->job->graph->n_vertices); i++)
		look_around (worker, (FairleadVertex) i);
}

static void
measure_many (gpointer worker, guint32 item)
{
	guint64 first = (guint64) item * AT_ONCE;
	const Worker *self = worker;

	for (guint64 i = first; i < MIN (first + AT_ONCE, self->job->graph->n_vertices); i++)
		measure_vertex (self->job, (FairleadVertex) i);
}

static void
invert_ties (Job *job)
{
	const FairleadAdjacency *graph = job->graph;

	for (FairleadVertex vertex = 0; vertex < graph->n_vertices; vertex++) {
		double sum = 0.0, greatest = 0.0;

		for (guint32 arc = graph->start[vertex]; arc < graph->start[vertex + 1]; arc++) {
			double tie = (double) graph->conductance[graph->edge[arc]];

			job->conductance[arc] = (gfloat) tie;
			sum += tie;
			greatest = MAX (greatest, tie);
		}
		job->inverse_strength[vertex] = sum > 0.0 ? 1.0 / sum : 0.0;
		job->inverse_greatest[vertex] = sum > 0.0 ? 1.0 / greatest : 0.0;
	}
}

gboolean
fairlead_holes (const FairleadAdjacency *graph, const FairleadParallel *how, double **constraint,
                double **effective_size, GError **error)
{
	static const FairleadParallelJob look = { new_worker, free_worker, look_around_many, NULL };
	static const FairleadParallelJob measure = { new_worker, free_worker, measure_many, NULL };
	gsize n = MAX (graph->n_vertices, 1);
	guint32 n_items = (guint32) (((guint64) graph->n_vertices + AT_ONCE - 1) / AT_ONCE);
	g_autofree gfloat *conductance = g_new (gfloat, MAX (2 * (gsize) graph->n_edges, 1));
	g_autofree double *inverse_strength = g_new (double, n);
	g_autofree double *inverse_greatest = g_new (double, n);
	g_autofree Triangles *triangles = g_new (Triangles, MAX (graph->n_edges, 1));
	g_autofree double *constraints = g_new (double, n);
	g_autofree double *sizes = g_new (double, n);
	Job job = { graph,       conductance, inverse_strength, inverse_greatest, triangles,
		    constraints, sizes };

	invert_ties (&job);
	if (!fairlead_parallel_run (&look, &job, n_items, how, error)
	    || !fairlead_parallel_run (&measure, &job, n_items, how, error))
		return FALSE;
	*constraint = g_steal_pointer (&constraints);
	if (effective_size != NULL)
		*effective_size = g_steal_pointer (&sizes);
	return TRUE;
}
