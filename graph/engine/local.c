/* graph/engine/local.c: the one-machine engine, over the kernels that commands use directly */
#include <math.h>

#include "graph/engine/engine.h"
#include "graph/heap.h"
#include "graph/measure/brokerage.h"
#include "graph/measure/spectral.h"
#include "graph/measure/walk.h"
#include "graph/network/index.h"
#include "graph/ownership/rules/cascade.h"
#include "graph/ownership/shares/integrated.h"
#include "graph/engine/graphs.h"
#include "graph/score/score.h"
#include "ingest/record/error.h"

/* One step, with what it needs as the kernels want it */
typedef struct {
	const FairleadStep *step;
	FairleadAdjacency *graph; /* of the links */
	FairleadHoldings *holdings;
	const FairleadClimbs *climbs;
	guint32 n;
	GArray *seeds;        /* of FairleadVertex */
	GArray *weights;      /* (nullable) of double, of the seeds */
	GArray *others;       /* (nullable) of FairleadVertex */
	FairleadSolve *solve; /* gets how it went */
	FairleadArcs **part;
	GCancellable *cancellable;
} Work;

static double
number_of (const Work *work, FairleadStepNumber number)
{
	return work->step->numbers[number];
}

static const FairleadVertex *
seeds_of (const Work *work)
{
	return fairlead_vertices (work->seeds);
}

/* ---- over the links ---- */

static guint32
find_root (guint32 *parent, guint32 vertex)
{
	while (parent[vertex] != vertex)
		vertex = parent[vertex] = parent[parent[vertex]];
	return vertex;
}

static double *
compute_components (const Work *work, GError **error)
{
	g_autofree guint32 *parent = g_new (guint32, MAX (work->n, 1));
	double *values = g_new (double, MAX (work->n, 1));

	(void) error;
	for (guint32 i = 0; i < work->n; i++)
		parent[i] = i;
	for (guint32 edge = 0; edge < work->graph->n_edges; edge++) {
		guint32 a = find_root (parent, work->graph->ends[2 * edge]);
		guint32 b = find_root (parent, work->graph->ends[2 * edge + 1]);

		parent[MAX (a, b)] = MIN (a, b);
	}
	for (guint32 i = 0; i < work->n; i++)
		values[i] = find_root (parent, i);
	return values;
}

static double *
compute_walk (const Work *work, GError **error)
{
	return fairlead_walk (work->graph, seeds_of (work), work->seeds->len,
	                      number_of (work, FAIRLEAD_STEP_RESTART),
	                      number_of (work, FAIRLEAD_STEP_TOLERANCE), work->cancellable, error);
}

static double *
compute_lift (const Work *work, GError **error)
{
	const FairleadParameters parameters = {
		.restart = number_of (work, FAIRLEAD_STEP_RESTART),
		.tolerance = number_of (work, FAIRLEAD_STEP_TOLERANCE),
	};
	const FairleadScoring scoring = { .parameters = &parameters,
		                          .graph = work->graph,
		                          .target = work->seeds,
		                          .target_weights = work->weights,
		                          .parties = work->others,
		                          .cancellable = work->cancellable };

	return fairlead_score_component (&scoring, FAIRLEAD_COMPONENT_PROXIMITY, error);
}

static double *
compute_katz (const Work *work, GError **error)
{
	return fairlead_katz (work->graph, seeds_of (work), work->seeds->len,
	                      number_of (work, FAIRLEAD_STEP_DAMPING),
	                      number_of (work, FAIRLEAD_STEP_TOLERANCE), work->cancellable, error);
}

static double *
compute_hops (const Work *work, GError **error)
{
	const FairleadAdjacency *graph = work->graph;
	const double most = number_of (work, FAIRLEAD_STEP_DEPTH);
	g_autoptr (GArray) queue = g_array_copy (work->seeds);
	double *hops = g_new (double, MAX (work->n, 1));

	(void) error;
	for (guint32 i = 0; i < work->n; i++)
		hops[i] = -1.0;
	for (guint i = 0; i < queue->len; i++)
		hops[fairlead_vertices (queue)[i]] = 0.0;
	for (guint i = 0; i < queue->len; i++) {
		FairleadVertex vertex = fairlead_vertices (queue)[i];

		if (most > 0.0 && hops[vertex] >= most)
			break;
		for (guint32 arc = graph->start[vertex]; arc < graph->start[vertex + 1]; arc++) {
			FairleadVertex next = graph->neighbour[arc];

			if (hops[next] >= 0.0)
				continue;
			hops[next] = hops[vertex] + 1.0;
			g_array_append_val (queue, next);
		}
	}
	return hops;
}

/* Strongest paths first: Dijkstra's search on products of at most 1 */
static double *
compute_reach (const Work *work, GError **error)
{
	const FairleadAdjacency *graph = work->graph;
	const double loss = number_of (work, FAIRLEAD_STEP_HOP_LOSS);
	const double least = number_of (work, FAIRLEAD_STEP_FLOOR);
	double *reach = g_new0 (double, MAX (work->n, 1));
	g_auto (FairleadHeap) heap = { 0 };
	FairleadHeapItem item;

	(void) error;
	fairlead_heap_init (&heap);
	for (guint i = 0; i < work->seeds->len; i++) {
		reach[seeds_of (work)[i]] = 1.0;
		fairlead_heap_push (&heap, -1.0, seeds_of (work)[i]);
	}
	while (fairlead_heap_pop (&heap, &item)) {
		if (-item.cost < reach[item.vertex])
			continue;
		for (guint32 arc = graph->start[item.vertex]; arc < graph->start[item.vertex + 1];
		     arc++) {
			FairleadVertex next = graph->neighbour[arc];
			double strength =
				-item.cost
				* ((double) graph->conductance[graph->edge[arc]] * (1.0 - loss));

			if (strength < least || strength <= reach[next])
				continue;
			reach[next] = strength;
			fairlead_heap_push (&heap, -strength, next);
		}
	}
	return reach;
}

static double *
compute_neighbourhood (const Work *work, GError **error)
{
	double *values = compute_reach (work, error);
	FairleadArcs *part = *work->part = fairlead_arcs_new (work->n);
	const FairleadAdjacency *graph = work->graph;

	for (guint32 i = 0; i < work->n; i++)
		values[i] = values[i] > 0.0 ? 1.0 : 0.0;
	for (guint32 edge = 0; edge < graph->n_edges; edge++)
		if (values[graph->ends[2 * edge]] > 0.0 && values[graph->ends[2 * edge + 1]] > 0.0)
			fairlead_arcs_add (part, FAIRLEAD_LAYER_LINKS, graph->ends[2 * edge],
			                   graph->ends[2 * edge + 1],
			                   (double) graph->conductance[edge]);
	return values;
}

/* Those who stand for all of a set, and how many each stands for */
static GArray *
draw_some (const Work *work, const GArray *all, double *factor)
{
	guint32 wanted = (guint32) number_of (work, FAIRLEAD_STEP_SAMPLES);
	GArray *some = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	g_autoptr (GArray) places = NULL;

	*factor = 1.0;
	if (wanted == 0 || wanted >= all->len) {
		g_array_append_vals (some, all->data, all->len);
		return some;
	}
	places = fairlead_job_draw (all->len, wanted,
	                            (guint32) number_of (work, FAIRLEAD_STEP_SEED));
	for (guint i = 0; i < places->len; i++)
		g_array_append_val (some,
		                    fairlead_vertices (all)[g_array_index (places, guint32, i)]);
	*factor = (double) all->len / wanted;
	return some;
}

static double *
compute_betweenness (const Work *work, GError **error)
{
	const FairleadParallel how = { .cancellable = work->cancellable };
	gboolean fewer_seeds = work->seeds->len <= work->others->len;
	const GArray *many = fewer_seeds ? work->others : work->seeds;
	double factor;
	g_autoptr (GArray) some =
		draw_some (work, fewer_seeds ? work->seeds : work->others, &factor);
	double *values = fairlead_brokerage (work->graph, fairlead_vertices (some), some->len,
	                                     fairlead_vertices (many), many->len,
	                                     number_of (work, FAIRLEAD_STEP_HOP_LOSS), &how, error);

	for (guint32 i = 0; values != NULL && i < work->n; i++)
		values[i] *= factor;
	return values;
}

/* ---- over chains of control ---- */

typedef struct {
	const FairleadClimbs *climbs;
	double least;
	double *reach;
	GArray *reached; /* of FairleadVertex: where reach is set */
	FairleadHeap heap;
} Climb;

static void
climb_to (Climb *climb, FairleadVertex vertex, double strength)
{
	if (strength <= climb->reach[vertex])
		return;
	if (climb->reach[vertex] <= 0.0)
		g_array_append_val (climb->reached, vertex);
	climb->reach[vertex] = strength;
	fairlead_heap_push (&climb->heap, -strength, vertex);
}

static void
climb_from (Climb *climb, FairleadVertex seed, double *control)
{
	const FairleadClimbs *climbs = climb->climbs;
	FairleadHeapItem item;

	climb_to (climb, seed, 1.0);
	while (fairlead_heap_pop (&climb->heap, &item)) {
		if (-item.cost < climb->reach[item.vertex])
			continue;
		for (guint32 i = climbs->start[item.vertex]; i < climbs->start[item.vertex + 1];
		     i++) {
			double longer = -item.cost * climbs->strength[climbs->arcs[i]];

			if (longer >= climb->least)
				climb_to (climb, climbs->above[climbs->arcs[i]], longer);
		}
	}
	for (guint i = 0; i < climb->reached->len; i++) {
		FairleadVertex vertex = fairlead_vertices (climb->reached)[i];

		if (vertex != seed)
			control[vertex] += climb->reach[vertex];
		climb->reach[vertex] = 0.0;
	}
	g_array_set_size (climb->reached, 0);
}

static double *
compute_control (const Work *work, GError **error)
{
	double *control = g_new0 (double, MAX (work->n, 1));
	g_autofree double *reach = g_new0 (double, MAX (work->n, 1));
	g_autoptr (GArray) reached = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	Climb climb = { .climbs = work->climbs,
		        .least = number_of (work, FAIRLEAD_STEP_FLOOR),
		        .reach = reach,
		        .reached = reached };

	(void) error;
	fairlead_heap_init (&climb.heap);
	for (guint i = 0; i < work->seeds->len; i++)
		climb_from (&climb, seeds_of (work)[i], control);
	fairlead_heap_clear (&climb.heap);
	return control;
}

/* ---- over holdings ---- */

static double *
compute_ownership (const Work *work, GError **error)
{
	g_autoptr (FairleadIntegrated) integrated =
		fairlead_integrated_new (work->holdings, seeds_of (work), work->seeds->len);

	if (integrated->n_unsettled > 0) {
		g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_NO_CONVERGENCE,
		             "the integrated shares of %u parties did not settle",
		             integrated->n_unsettled);
		return NULL;
	}
	return g_steal_pointer (&integrated->low);
}

static double *
compute_cascade (const Work *work, GError **error)
{
	const FairleadRule rule = {
		.needed = (guint32) llround (number_of (work, FAIRLEAD_STEP_NEEDED)
		                             * FAIRLEAD_SHARE_ONE),
		.votes = number_of (work, FAIRLEAD_STEP_VOTES) > 0.0,
		.control = number_of (work, FAIRLEAD_STEP_IS_CONTROL) > 0.0,
	};
	gboolean is_upper = number_of (work, FAIRLEAD_STEP_UPPER) > 0.0;
	g_autoptr (FairleadCascade) cascade =
		fairlead_cascade_new (work->holdings, &rule, is_upper);
	double *values = g_new (double, MAX (work->n, 1));

	(void) error;
	fairlead_cascade_run (cascade, seeds_of (work), work->seeds->len);
	for (guint32 i = 0; i < work->n; i++)
		values[i] = cascade->place[i] != 0 ? 1.0 : 0.0;
	return values;
}

/* ---- running a job ---- */

static double *(*const compute[FAIRLEAD_N_ENGINE_MEASURES]) (const Work *work, GError **error) = {
	[FAIRLEAD_ENGINE_COMPONENTS] = compute_components,
	[FAIRLEAD_ENGINE_WALK] = compute_walk,
	[FAIRLEAD_ENGINE_LIFT] = compute_lift,
	[FAIRLEAD_ENGINE_KATZ] = compute_katz,
	[FAIRLEAD_ENGINE_HOPS] = compute_hops,
	[FAIRLEAD_ENGINE_REACH] = compute_reach,
	[FAIRLEAD_ENGINE_BETWEENNESS] = compute_betweenness,
	[FAIRLEAD_ENGINE_NEIGHBOURHOOD] = compute_neighbourhood,
	[FAIRLEAD_ENGINE_CONTROL] = compute_control,
	[FAIRLEAD_ENGINE_OWNERSHIP] = compute_ownership,
	[FAIRLEAD_ENGINE_CASCADE] = compute_cascade,
};

/* The vertices of a set; @weights (nullable) gets their weights where they differ */
static GArray *
dup_vertices (const FairleadJob *job, const char *name, GArray **weights)
{
	GArray *vertices = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	const FairleadSet *set = fairlead_job_find_set (job, name);
	g_autoptr (GArray) seeds = fairlead_job_dup_seeds (job, name);

	if (weights != NULL && set != NULL && set->is_weighted)
		*weights = g_array_new (FALSE, FALSE, sizeof (double));
	for (guint i = 0; i < seeds->len; i++) {
		const FairleadSeed *seed = &g_array_index (seeds, FairleadSeed, i);
		FairleadVertex vertex = (FairleadVertex) seed->vertex;

		g_array_append_val (vertices, vertex);
		if (weights != NULL && *weights != NULL)
			g_array_append_val (*weights, seed->weight);
	}
	return vertices;
}

static FairleadVector *
run_step (const FairleadJob *job, const FairleadGraphs *graphs, const FairleadStep *step,
          GCancellable *cancellable, GError **error)
{
	FairleadSolve solve = { TRUE, 0, 0.0 };
	FairleadArcs *part = NULL;
	g_autoptr (GArray) weights = NULL;
	g_autoptr (GArray) seeds =
		step->seeds != NULL ? dup_vertices (job, step->seeds, &weights) : NULL;
	g_autoptr (GArray) others =
		step->others != NULL ? dup_vertices (job, step->others, NULL) : NULL;
	const Work work = { .step = step,
		            .graph = graphs->links,
		            .holdings = graphs->holdings,
		            .climbs = &graphs->climbs,
		            .n = graphs->n_vertices,
		            .seeds = seeds,
		            .weights = weights,
		            .others = others,
		            .solve = &solve,
		            .part = &part,
		            .cancellable = cancellable };
	double *values = compute[step->measure](&work, error);
	FairleadVector *result;

	if (values == NULL) {
		g_prefix_error (error, "%s: ", step->name);
		return NULL;
	}
	result = fairlead_vector_new (values, work.n, solve);
	fairlead_vector_take_part (result, part);
	return result;
}

static GPtrArray *
run (FairleadEngine *self, const FairleadJob *job, FairleadEngineProgress progress,
     gpointer user_data, GCancellable *cancellable, GError **error)
{
	g_autoptr (GPtrArray) results =
		g_ptr_array_new_with_free_func ((GDestroyNotify) fairlead_vector_free);
	g_auto (FairleadGraphs) graphs = { 0 };

	(void) self;
	if (!fairlead_graphs_init (&graphs, &job->source, error))
		return NULL;
	for (guint i = 0; i < job->steps->len; i++) {
		const FairleadStep *step = g_ptr_array_index (job->steps, i);
		FairleadVector *result;

		if (progress != NULL)
			progress (step->name, i, job->steps->len, user_data);
		result = run_step (job, &graphs, step, cancellable, error);
		if (result == NULL)
			return NULL;
		g_ptr_array_add (results, result);
	}
	return g_steal_pointer (&results);
}

static void
free_engine (FairleadEngine *self)
{
	g_free (self);
}

FairleadEngine *
fairlead_engine_new_local (void)
{
	static const FairleadEngineOps ops = { "local", run, free_engine };
	FairleadEngine *self = g_new0 (FairleadEngine, 1);

	self->ops = &ops;
	return self;
}
