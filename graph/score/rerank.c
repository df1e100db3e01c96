/* graph/score/rerank.c */
#include "graph/score/rerank-private.h"

#include <math.h>
#include <stdlib.h>

#include "graph/fusion.h"
#include "graph/heap.h"
#include "graph/score/missing.h"

#define LARGE 5000 /* members from whom on a draw's walks may end earlier */
#define LARGE_TOLERANCE 1e-6

/* ---- who takes part ---- */

/* The nearest to the target, settled in order of distance. What the target does not reach has no
 * part in any component that is measured on the graph, and the walk that restarts anywhere is there
 * the same but for a factor. */
static void
choose_members (FairleadRerank *self, guint32 most, gboolean with_others)
{
	const FairleadAdjacency *graph = self->whole->graph;
	guint8 *is_member = g_malloc0 (MAX (graph->n_vertices, 1));
	guint32 n = 0;
	FairleadHeap heap;
	FairleadHeapItem item;

	fairlead_heap_init (&heap);
	for (guint i = 0; i < self->whole->target->len; i++)
		fairlead_heap_push (&heap, 0.0, fairlead_vertices (self->whole->target)[i]);
	while (n < most && fairlead_heap_pop (&heap, &item)) {
		if (is_member[item.vertex])
			continue;
		is_member[item.vertex] = TRUE;
		n++;
		for (guint32 arc = graph->start[item.vertex]; arc < graph->start[item.vertex + 1];
		     arc++)
			if (!is_member[graph->neighbour[arc]])
				fairlead_heap_push (
					&heap,
					item.cost
						- log ((double) graph->conductance[graph->edge[arc]]
				                       * (1.0 - self->whole->parameters->hop_loss)),
					graph->neighbour[arc]);
	}
	self->is_bounded = n == most;
	for (FairleadVertex vertex = 0; with_others && vertex < graph->n_vertices && n < most;
	     vertex++) {
		n += !is_member[vertex];
		is_member[vertex] = TRUE;
	}
	/* The target takes part whole */
	for (guint i = 0; i < self->whole->target->len; i++)
		is_member[fairlead_vertices (self->whole->target)[i]] = TRUE;
	self->member = g_new (FairleadVertex, MAX (graph->n_vertices, 1));
	for (FairleadVertex vertex = 0; vertex < graph->n_vertices; vertex++)
		if (is_member[vertex]) {
			self->member[self->n_members++] = vertex;
			self->number[vertex] = self->n_members;
		}
	fairlead_heap_clear (&heap);
	g_free (is_member);
}

static GArray *
numbers_of (const FairleadRerank *self, const GArray *vertices)
{
	GArray *numbers = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));

	for (guint i = 0; i < vertices->len; i++) {
		guint32 number = self->number[fairlead_vertices (vertices)[i]];

		if (number != 0)
			g_array_append_val (numbers, (guint32){ number - 1 });
	}
	return numbers;
}

static void
choose_edges (FairleadRerank *self)
{
	const FairleadAdjacency *graph = self->whole->graph;

	self->edges = g_new (guint32, MAX (graph->n_edges, 1));
	self->outside = g_new0 (double, MAX (self->n_members, 1));
	for (guint32 edge = 0; edge < graph->n_edges; edge++) {
		guint32 first = self->number[graph->ends[2 * edge]];
		guint32 second = self->number[graph->ends[2 * edge + 1]];

		if (first != 0 && second != 0)
			self->edges[self->n_edges++] = edge;
		else if (first != 0 || second != 0)
			self->outside[MAX (first, second) - 1] += (double) graph->conductance[edge];
	}
}

static void
choose_rows (FairleadRerank *self)
{
	guint n;
	const FairleadRankedRow *rows = fairlead_ranking_get_rows (self->ranking, &n);

	self->rows = g_new (guint32, MAX (n, 1));
	for (guint i = 0; i < n; i++)
		if (self->number[rows[i].vertex] != 0
		    || rows[i].components[FAIRLEAD_COMPONENT_CONTROL] > 0.0
		    || rows[i].components[FAIRLEAD_COMPONENT_SIGNALS] > 0.0)
			self->rows[self->n_rows++] = i;
}

FairleadRerank *
fairlead_rerank_new (FairleadRanking *ranking, guint32 most, gboolean with_others)
{
	FairleadRerank *self = g_new0 (FairleadRerank, 1);

	self->ranking = g_object_ref (ranking);
	self->whole = fairlead_ranking_get_scoring (ranking);
	self->conductance =
		fairlead_conductance_compute (self->whole->network, self->whole->parameters);
	self->number = g_new0 (guint32, MAX (self->whole->graph->n_vertices, 1));
	choose_members (self, most, with_others);
	choose_edges (self);
	choose_rows (self);
	self->n_clients = fairlead_count_clients (self->whole->network, NULL);
	fairlead_ladders_init (&self->ladders, self->whole->network, self->whole->parameters);
	self->dealings = fairlead_score_find_dealings (self->whole);
	self->target = numbers_of (self, self->whole->target);
	self->market = numbers_of (self, self->whole->market);
	self->parties = numbers_of (self, self->whole->parties);
	return self;
}

void
fairlead_rerank_free (FairleadRerank *self)
{
	g_object_unref (self->ranking);
	g_free (self->conductance);
	g_free (self->member);
	g_free (self->number);
	g_free (self->edges);
	g_free (self->rows);
	g_free (self->outside);
	g_free (self->n_clients);
	fairlead_ladders_clear (&self->ladders);
	g_array_unref (self->dealings);
	g_array_unref (self->target);
	g_array_unref (self->market);
	g_array_unref (self->parties);
	g_free (self);
}

void
fairlead_rerank_use_signals (FairleadRerank *self, const FairleadSignals *signals)
{
	self->signals = signals;
}

guint32
fairlead_rerank_get_n (const FairleadRerank *self)
{
	return self->n_rows;
}

gboolean
fairlead_rerank_is_bounded (const FairleadRerank *self)
{
	return self->is_bounded;
}

const guint32 *
fairlead_rerank_get_numbers (const FairleadRerank *self)
{
	return self->number;
}

guint32
fairlead_rerank_get_row (const FairleadRerank *self, guint32 i)
{
	return self->rows[i];
}

/* ---- ranks ---- */

/* The component of each row that takes part */
static double *
values_of_rows (const FairleadRerank *self, const double *values, gboolean is_numbered)
{
	guint n;
	const FairleadRankedRow *rows = fairlead_ranking_get_rows (self->ranking, &n);
	double *of_rows = g_new (double, MAX (self->n_rows, 1));

	for (guint32 i = 0; i < self->n_rows; i++) {
		FairleadVertex vertex = rows[self->rows[i]].vertex;

		if (!is_numbered)
			of_rows[i] = values[vertex];
		else
			of_rows[i] =
				self->number[vertex] == 0 ? 0.0 : values[self->number[vertex] - 1];
	}
	return of_rows;
}

static double *
signals_as_they_are (const FairleadRerank *self)
{
	guint n;
	const FairleadRankedRow *rows = fairlead_ranking_get_rows (self->ranking, &n);
	double *of_rows = g_new (double, MAX (self->n_rows, 1));

	for (guint32 i = 0; i < self->n_rows; i++)
		of_rows[i] = rows[self->rows[i]].components[FAIRLEAD_COMPONENT_SIGNALS];
	return of_rows;
}

typedef struct {
	guint64 chance;
	FairleadVertex vertex;
} Chosen;

static gint
compare_chosen (gconstpointer a, gconstpointer b)
{
	const Chosen *first = a, *second = b;

	if (first->chance != second->chance)
		return first->chance < second->chance ? -1 : 1;
	return first->vertex < second->vertex ? -1 : first->vertex > second->vertex;
}

/* Some of the target, each with the same chance; NULL where all can be searched from */
static GArray *
choose_sources (const FairleadRerank *self, guint64 sample)
{
	g_autofree Chosen *chosen = g_new (Chosen, MAX (self->target->len, 1));
	GArray *sources;

	if (sample == 0 || self->target->len <= FAIRLEAD_RERANK_SOURCES)
		return NULL;
	for (guint i = 0; i < self->target->len; i++) {
		FairleadVertex vertex = fairlead_vertices (self->target)[i];

		chosen[i] = (Chosen){ fairlead_mix (sample + vertex), vertex };
	}
	qsort (chosen, self->target->len, sizeof *chosen, compare_chosen);
	sources = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	for (guint i = 0; i < FAIRLEAD_RERANK_SOURCES; i++)
		g_array_append_val (sources, chosen[i].vertex);
	return sources;
}

static double *
compute_component (const FairleadRerank *self, const FairleadWhatIf *what,
                   const FairleadAdjacency *graph, FairleadComponent component,
                   GCancellable *cancellable, GError **error)
{
	gboolean is_numbered = component == FAIRLEAD_COMPONENT_PROXIMITY
	                       || component == FAIRLEAD_COMPONENT_BROKERAGE
	                       || component == FAIRLEAD_COMPONENT_NECESSITY;
	FairleadScoring scoring = *self->whole;
	FairleadParameters parameters = *scoring.parameters;
	g_autoptr (GArray) sources = NULL;
	g_autofree double *values = NULL;

	if (component == FAIRLEAD_COMPONENT_SIGNALS && what->keeps_signals)
		return signals_as_they_are (self);
	scoring.is_kept = what->is_kept;
	scoring.is_sure = what->is_sure;
	scoring.missing = what->missing;
	scoring.ladders = &self->ladders;
	scoring.dealings = self->dealings;
	scoring.signals = self->signals;
	scoring.cancellable = cancellable;
	if (what->sample != 0 && self->n_members >= LARGE)
		parameters.tolerance = MAX (parameters.tolerance, LARGE_TOLERANCE);
	scoring.parameters = &parameters;
	if (is_numbered) {
		scoring.brokers_between = sources = choose_sources (self, what->sample);
		scoring.graph = graph;
		scoring.target = self->target;
		scoring.market = self->market;
		scoring.parties = self->parties;
	}
	values = fairlead_score_component (&scoring, component, error);
	return values == NULL ? NULL : values_of_rows (self, values, is_numbered);
}

/* As the ranking does. How many clients a provider has is a fact like the signals: a draw leaves it
 * alone, a 'what if' does not. */
static void
discount_providers (const FairleadRerank *self, const FairleadWhatIf *what,
                    const FairleadAdjacency *graph, double *scores)
{
	const FairleadParameters *parameters = self->whole->parameters;
	g_autofree guint32 *counted = NULL;
	const guint32 *n_clients = self->n_clients;
	g_auto (FairleadDealings) dealings = { 0 };
	guint n;
	const FairleadRankedRow *rows = fairlead_ranking_get_rows (self->ranking, &n);

	if (!what->keeps_signals)
		n_clients = counted = fairlead_count_clients (self->whole->network, what->is_kept);
	fairlead_dealings_init (&dealings, graph, self->target, self->outside);
	for (guint32 i = 0; i < self->n_rows; i++) {
		FairleadVertex vertex = rows[self->rows[i]].vertex;
		guint32 number = self->number[vertex];

		if (n_clients[vertex] > parameters->provider_clients)
			scores[i] *= fairlead_provider_factor (
				parameters, n_clients[vertex],
				number == 0 ? 0.0
					    : fairlead_dealings_get_share (&dealings, number - 1));
	}
}

static guint32 *
rank_scores (const double *scores, guint32 n)
{
	g_autofree FairleadRankedValue *sorted = g_new (FairleadRankedValue, MAX (n, 1));
	guint32 *ranks = g_new (guint32, MAX (n, 1));

	for (guint32 i = 0; i < n; i++)
		sorted[i] = (FairleadRankedValue){ fairlead_round_value (scores[i]), i };
	fairlead_sort_values (sorted, n);
	for (guint32 i = 0; i < n; i++)
		ranks[sorted[i].item] = i > 0 && !(sorted[i].value < sorted[i - 1].value)
		                                ? ranks[sorted[i - 1].item]
		                                : i + 1;
	return ranks;
}

guint32 *
fairlead_rerank_run (const FairleadRerank *self, const FairleadWhatIf *what,
                     GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadAdjacency) graph = fairlead_rerank_new_graph (self, what);
	double *values[FAIRLEAD_N_COMPONENTS] = { NULL };
	double weights[FAIRLEAD_N_COMPONENTS];
	g_autofree double *scores = NULL;
	gboolean done = TRUE;

	for (guint j = 0; j < FAIRLEAD_N_COMPONENTS && done; j++) {
		values[j] = compute_component (self, what, graph, j, cancellable, error);
		done = values[j] != NULL;
	}
	if (done) {
		fairlead_score_get_weights (self->whole->parameters, weights);
		scores = fairlead_fuse ((const double *const *) values, weights,
		                        FAIRLEAD_N_COMPONENTS, self->n_rows,
		                        self->whole->parameters->fusion_constant);
		discount_providers (self, what, graph, scores);
	}
	for (guint j = 0; j < FAIRLEAD_N_COMPONENTS; j++)
		g_free (values[j]);
	return done ? rank_scores (scores, self->n_rows) : NULL;
}
