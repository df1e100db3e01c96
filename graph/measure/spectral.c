/* graph/measure/spectral.c */
#include "graph/measure/spectral.h"

#include <math.h>

#include "graph/measure/eigenvalue.h"
#include "ingest/record/error.h"

#define MAX_ITERATIONS 10000

static gboolean
set_no_convergence (GError **error, const char *what)
{
	g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_NO_CONVERGENCE,
	             "%s did not settle within %d iterations", what, MAX_ITERATIONS);
	return FALSE;
}

/* result = C x */
static void
multiply (const FairleadAdjacency *graph, const double *x, double *result)
{
	for (guint32 vertex = 0; vertex < graph->n_vertices; vertex++) {
		double sum = 0.0;

		for (guint32 arc = graph->start[vertex]; arc < graph->start[vertex + 1]; arc++)
			sum += x[graph->neighbour[arc]]
			       * (double) graph->conductance[graph->edge[arc]];
		result[vertex] = sum;
	}
}

double
fairlead_norm (const double *x, guint32 n)
{
	double sum = 0.0;

	for (guint32 i = 0; i < n; i++)
		sum += x[i] * x[i];
	return sqrt (sum);
}

double *
fairlead_katz (const FairleadAdjacency *graph, const FairleadVertex *target, guint32 n_target,
               double damping, double tolerance, GCancellable *cancellable, GError **error)
{
	guint32 n = graph->n_vertices;
	g_autofree double *value = g_new0 (double, MAX (n, 1));
	g_autofree double *term = g_new0 (double, MAX (n, 1));
	g_autofree double *next = g_new0 (double, MAX (n, 1));
	double greatest, alpha;

	if (!fairlead_greatest_eigenvalue (graph, &greatest, cancellable, error))
		return NULL;
	alpha = greatest > 0.0 ? damping / greatest : 0.0;
	for (guint32 i = 0; i < n_target; i++)
		term[target[i]] = 1.0;
	for (guint i = 0; i < MAX_ITERATIONS; i++) {
		if (g_cancellable_set_error_if_cancelled (cancellable, error))
			return NULL;
		multiply (graph, term, next);
		for (guint32 vertex = 0; vertex < n; vertex++) {
			term[vertex] = alpha * next[vertex];
			value[vertex] += term[vertex];
		}
		if (fairlead_norm (term, n) <= tolerance * fairlead_norm (value, n))
			return g_steal_pointer (&value);
	}
	set_no_convergence (error, "Katz's measure");
	return NULL;
}

/* ---- current ---- */

typedef struct {
	const FairleadAdjacency *graph;
	guint32 *component; /* of each vertex */
	double *strength;   /* the diagonal of the Laplacian */
	double *supply;     /* what goes in at each vertex; sums to 0 */
	double *potential;
} Circuit;

static void
circuit_clear (Circuit *self)
{
	g_free (self->component);
	g_free (self->strength);
	g_free (self->supply);
	g_free (self->potential);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Circuit, circuit_clear)

static void
mark_component (Circuit *self, FairleadVertex root, GArray *queue)
{
	const FairleadAdjacency *graph = self->graph;

	g_array_set_size (queue, 0);
	g_array_append_val (queue, root);
	self->component[root] = root;
	for (guint i = 0; i < queue->len; i++) {
		FairleadVertex vertex = g_array_index (queue, FairleadVertex, i);

		for (guint32 arc = graph->start[vertex]; arc < graph->start[vertex + 1]; arc++) {
			FairleadVertex next = graph->neighbour[arc];

			if (self->component[next] != FAIRLEAD_NO_VERTEX)
				continue;
			self->component[next] = root;
			g_array_append_val (queue, next);
		}
	}
}

/* The component with most of the target, the first of those with as many */
static guint32
find_component (Circuit *self, const FairleadVertex *target, guint32 n_target)
{
	guint32 n = self->graph->n_vertices;
	g_autofree guint32 *count = g_new0 (guint32, MAX (n, 1));
	g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	guint32 best = 0;

	for (FairleadVertex vertex = 0; vertex < n; vertex++)
		if (self->component[vertex] == FAIRLEAD_NO_VERTEX)
			mark_component (self, vertex, queue);
	for (guint32 i = 0; i < n_target; i++)
		count[self->component[target[i]]]++;
	for (FairleadVertex vertex = 0; vertex < n; vertex++)
		if (count[vertex] > count[best])
			best = vertex;
	return best;
}

/* @total over those of the set that are in the component, in equal parts */
static gboolean
feed (Circuit *self, guint32 component, const FairleadVertex *set, guint32 n, double total)
{
	guint32 n_inside = 0;

	for (guint32 i = 0; i < n; i++)
		n_inside += self->component[set[i]] == component;
	for (guint32 i = 0; i < n; i++)
		if (self->component[set[i]] == component)
			self->supply[set[i]] += total / n_inside;
	return n_inside > 0;
}

/* residual - step x (L direction); the diagonal divides it for the next direction */
static gboolean
solve (Circuit *self, double tolerance, GCancellable *cancellable, GError **error)
{
	guint32 n = self->graph->n_vertices;
	g_autofree double *residual = g_memdup2 (self->supply, MAX (n, 1) * sizeof (double));
	g_autofree double *direction = g_new0 (double, MAX (n, 1));
	g_autofree double *image = g_new0 (double, MAX (n, 1));
	double bound = tolerance * fairlead_norm (self->supply, n), before = 0.0;

	for (guint i = 0; i < MAX_ITERATIONS; i++) {
		double now = 0.0, bend = 0.0;

		if (fairlead_norm (residual, n) <= bound)
			return TRUE;
		if (g_cancellable_set_error_if_cancelled (cancellable, error))
			return FALSE;
		for (guint32 v = 0; v < n; v++)
			if (self->strength[v] > 0.0)
				now += residual[v] * residual[v] / self->strength[v];
		for (guint32 v = 0; v < n; v++)
			if (self->strength[v] > 0.0)
				direction[v] = residual[v] / self->strength[v]
				               + (i > 0 ? now / before : 0.0) * direction[v];
		multiply (self->graph, direction, image);
		for (guint32 v = 0; v < n; v++) {
			image[v] = self->strength[v] * direction[v] - image[v];
			bend += direction[v] * image[v];
		}
		for (guint32 v = 0; v < n; v++) {
			self->potential[v] += now / bend * direction[v];
			residual[v] -= now / bend * image[v];
		}
		before = now;
	}
	return set_no_convergence (error, "the flow of current");
}

double *
fairlead_current_flow (const FairleadAdjacency *graph, const FairleadVertex *target,
                       guint32 n_target, const FairleadVertex *market, guint32 n_market,
                       double tolerance, GCancellable *cancellable, GError **error)
{
	guint32 n = MAX (graph->n_vertices, 1);
	g_autofree double *flow = g_new0 (double, n);
	g_auto (Circuit) self = {
		.graph = graph,
		.component = g_new (guint32, n),
		.strength = g_new0 (double, n),
		.supply = g_new0 (double, n),
		.potential = g_new0 (double, n),
	};
	guint32 component;

	for (guint32 i = 0; i < n; i++)
		self.component[i] = FAIRLEAD_NO_VERTEX;
	for (guint32 edge = 0; edge < graph->n_edges; edge++) {
		self.strength[graph->ends[2 * edge]] += (double) graph->conductance[edge];
		self.strength[graph->ends[2 * edge + 1]] += (double) graph->conductance[edge];
	}
	component = find_component (&self, target, n_target);
	if (!feed (&self, component, market, n_market, 1.0)
	    || !feed (&self, component, target, n_target, -1.0))
		return g_steal_pointer (&flow);
	if (!solve (&self, tolerance, cancellable, error))
		return NULL;
	for (guint32 edge = 0; edge < graph->n_edges; edge++) {
		FairleadVertex a = graph->ends[2 * edge], b = graph->ends[2 * edge + 1];
		double current = fabs (self.potential[a] - self.potential[b])
		                 * (double) graph->conductance[edge] / 2.0;

		flow[a] += current;
		flow[b] += current;
	}
	for (guint32 i = 0; i < graph->n_vertices; i++)
		flow[i] = MAX (flow[i] - fabs (self.supply[i]) / 2.0, 0.0);
	return g_steal_pointer (&flow);
}
