/* graph/score/rerank.c */
#include "graph/score/rerank.h"

#include <math.h>

#include "graph/fusion.h"
#include "graph/heap.h"
#include "graph/network/index.h"
#include "graph/score/ranking-private.h"
#include "graph/maritime/signals.h"

struct _FairleadRerank {
	FairleadRanking *ranking;
	const FairleadScoring *whole;
	gfloat *conductance; /* of each link, with its confidence */
	gboolean is_bounded;
	guint32 n_members;      /* vertices that take part */
	FairleadVertex *member; /* ascending */
	guint32 *number;        /* of each vertex of the network, from 1; 0: it takes no part */
	guint32 *edges;         /* those of the whole graph between members */
	guint32 n_edges;
	GArray *target, *market, *parties; /* by their numbers */
	guint32 *rows;                     /* of the ranking, that take part */
	guint32 n_rows;
};

/* ---- who takes part ---- */

/* The nearest to the target, settled in order of distance. What the target does not reach has no
 * part in any component that is measured on the graph, and the walk that restarts anywhere is there
 * the same but for a factor. */
static void
choose_members (FairleadRerank *self, guint32 most)
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
	for (guint32 edge = 0; edge < graph->n_edges; edge++)
		if (self->number[graph->ends[2 * edge]] != 0
		    && self->number[graph->ends[2 * edge + 1]] != 0)
			self->edges[self->n_edges++] = edge;
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
fairlead_rerank_new (FairleadRanking *ranking, guint32 most)
{
	FairleadRerank *self = g_new0 (FairleadRerank, 1);

	self->ranking = g_object_ref (ranking);
	self->whole = fairlead_ranking_get_scoring (ranking);
	self->conductance =
		fairlead_conductance_compute (self->whole->network, self->whole->parameters);
	self->number = g_new0 (guint32, MAX (self->whole->graph->n_vertices, 1));
	choose_members (self, most);
	choose_edges (self);
	choose_rows (self);
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
	g_array_unref (self->target);
	g_array_unref (self->market);
	g_array_unref (self->parties);
	g_free (self);
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

guint32
fairlead_rerank_get_row (const FairleadRerank *self, guint32 i)
{
	return self->rows[i];
}

/* ---- the graph that is left ---- */

static gfloat
conductance_of (const FairleadRerank *self, const FairleadWhatIf *what, FairleadLink link)
{
	double value = (double) self->conductance[link];
	double confidence = (double) fairlead_network_get_confidence (self->whole->network, link);

	if (!what->is_kept[link])
		return 0.0f;
	return (gfloat) (what->is_sure && confidence > 0.0 ? MIN (value / confidence, 1.0) : value);
}

/* As fairlead_adjacency_new() does: the strongest link of each class */
static gfloat
combine (const FairleadRerank *self, const FairleadWhatIf *what, guint32 edge)
{
	const FairleadAdjacency *graph = self->whole->graph;
	gfloat strongest[FAIRLEAD_N_CLASSES] = { 0 };
	double missing = 1.0;

	for (guint32 i = graph->edge_start[edge]; i < graph->edge_start[edge + 1]; i++) {
		FairleadLink link = graph->edge_links[i];
		guint8 kind = fairlead_network_get_link (self->whole->network, link)->kind;
		gfloat *best = &strongest[fairlead_link_info (kind)->link_class];

		*best = MAX (*best, conductance_of (self, what, link));
	}
	for (guint i = 0; i < FAIRLEAD_N_CLASSES; i++)
		missing *= 1.0 - (double) strongest[i];
	return (gfloat) (1.0 - missing);
}

static FairleadAdjacency *
new_graph (const FairleadRerank *self, const FairleadWhatIf *what)
{
	const FairleadAdjacency *whole = self->whole->graph;
	FairleadAdjacency *graph = g_new0 (FairleadAdjacency, 1);
	g_autofree guint32 *arcs = NULL;

	graph->n_vertices = self->n_members;
	graph->conductance = g_new (gfloat, MAX (self->n_edges, 1));
	graph->ends = g_new (FairleadVertex, MAX (2 * (gsize) self->n_edges, 1));
	for (guint32 i = 0; i < self->n_edges; i++) {
		gfloat conductance = combine (self, what, self->edges[i]);

		if (!(conductance > 0.0f))
			continue;
		for (guint end = 0; end < 2; end++)
			graph->ends[2 * graph->n_edges + end] =
				self->number[whole->ends[2 * self->edges[i] + end]] - 1;
		graph->conductance[graph->n_edges++] = conductance;
	}
	fairlead_group_rows (graph->ends, 2 * graph->n_edges, graph->n_vertices, &graph->start,
	                     &arcs);
	graph->neighbour = g_new (guint32, MAX (2 * (gsize) graph->n_edges, 1));
	graph->edge = g_new (guint32, MAX (2 * (gsize) graph->n_edges, 1));
	for (guint32 i = 0; i < 2 * graph->n_edges; i++) {
		graph->neighbour[i] = graph->ends[arcs[i] ^ 1u];
		graph->edge[i] = arcs[i] / 2;
	}
	return graph;
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

static double *
compute_component (const FairleadRerank *self, const FairleadWhatIf *what,
                   const FairleadAdjacency *graph, FairleadComponent component,
                   GCancellable *cancellable, GError **error)
{
	gboolean is_numbered = component == FAIRLEAD_COMPONENT_PROXIMITY
	                       || component == FAIRLEAD_COMPONENT_BROKERAGE
	                       || component == FAIRLEAD_COMPONENT_NECESSITY;
	FairleadScoring scoring = *self->whole;
	g_autofree double *values = NULL;

	if (component == FAIRLEAD_COMPONENT_SIGNALS && what->keeps_signals)
		return signals_as_they_are (self);
	scoring.is_kept = what->is_kept;
	scoring.is_sure = what->is_sure;
	scoring.cancellable = cancellable;
	if (is_numbered) {
		scoring.graph = graph;
		scoring.target = self->target;
		scoring.market = self->market;
		scoring.parties = self->parties;
	}
	values = fairlead_score_component (&scoring, component, error);
	return values == NULL ? NULL : values_of_rows (self, values, is_numbered);
}

typedef struct {
	double score;
	guint32 place;
} Scored;

static gint
compare_scored (gconstpointer a, gconstpointer b)
{
	const Scored *first = a, *second = b;

	if (first->score < second->score || first->score > second->score)
		return first->score > second->score ? -1 : 1;
	return first->place < second->place ? -1 : first->place > second->place;
}

static guint32 *
rank_scores (const double *scores, guint32 n)
{
	g_autofree Scored *sorted = g_new (Scored, MAX (n, 1));
	guint32 *ranks = g_new (guint32, MAX (n, 1));

	for (guint32 i = 0; i < n; i++)
		sorted[i] = (Scored){ fairlead_round_value (scores[i]), i };
	qsort (sorted, n, sizeof *sorted, compare_scored);
	for (guint32 i = 0; i < n; i++)
		ranks[sorted[i].place] = i > 0 && !(sorted[i].score < sorted[i - 1].score)
		                                 ? ranks[sorted[i - 1].place]
		                                 : i + 1;
	return ranks;
}

guint32 *
fairlead_rerank_run (const FairleadRerank *self, const FairleadWhatIf *what,
                     GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadAdjacency) graph = new_graph (self, what);
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
	}
	for (guint j = 0; j < FAIRLEAD_N_COMPONENTS; j++)
		g_free (values[j]);
	return done ? rank_scores (scores, self->n_rows) : NULL;
}
