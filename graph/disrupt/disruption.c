/* graph/disrupt/disruption.c */
#include "graph/disrupt/disruption.h"

#include "graph/measure/brokerage.h"

/* Arcs that each search may look at */
#define GREEDY_WORK 1000000000u
#define EXACT_WORK 100000000u
#define MAX_CUT_VERTICES 500000u
/* Brokerage between all pairs asks for one search a party */
#define MAX_WHOLE 5000u

typedef struct {
	FairleadNetwork *network;
	const FairleadAdjacency *graph;
	const FairleadDisruptQuestion *question;
	FairleadDisruption *result;
	guint8 *is_target;
	guint8 *is_market;
	guint32 *cost;     /* of each item */
	double *brokerage; /* of each vertex */
	GArray *candidates;
	FairleadAccess access;
} Work;

/* ---- who is who ---- */

static void
mark (guint8 *marks, const GArray *vertices)
{
	for (guint i = 0; i < vertices->len; i++)
		marks[g_array_index (vertices, FairleadVertex, i)] = TRUE;
}

static void
mark_market (Work *work)
{
	const GArray *market = work->question->market;

	for (FairleadVertex vertex = 0; vertex < work->graph->n_vertices; vertex++)
		work->is_market[vertex] =
			market == NULL && fairlead_network_is_party (work->network, vertex);
	if (market != NULL)
		mark (work->is_market, market);
	for (FairleadVertex vertex = 0; vertex < work->graph->n_vertices; vertex++)
		work->is_market[vertex] = work->is_market[vertex] && !work->is_target[vertex];
}

static guint32
n_items (const Work *work)
{
	return work->question->cuts_links ? work->graph->n_edges : work->graph->n_vertices;
}

static void
set_costs (Work *work)
{
	guint32 n = n_items (work);

	work->cost = g_new (guint32, MAX (n, 1));
	for (guint32 i = 0; i < n; i++)
		work->cost[i] = work->question->cost == NULL || work->question->cuts_links
		                        ? 1
		                        : work->question->cost[i];
}

/* ---- candidates ---- */

static GArray *
dup_marked (const guint8 *marks, const guint8 *other, guint32 n)
{
	GArray *vertices = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));

	for (FairleadVertex vertex = 0; vertex < n; vertex++)
		if (marks[vertex] || (other != NULL && other[vertex]))
			g_array_append_val (vertices, vertex);
	return vertices;
}

/* Without a target, between all parties; on large networks degree alone stands for it */
static void
on_brokerage (guint64 done, guint64 total, gpointer telling)
{
	fairlead_tell (telling, "brokerage", done, total);
}

static gboolean
find_brokerage (Work *work, double hop_loss, GCancellable *cancellable, GError **error)
{
	guint32 n = work->graph->n_vertices;
	const FairleadParallel how = { .cancellable = cancellable,
		                       .progress = on_brokerage,
		                       .user_data = (gpointer) &work->question->telling };
	g_autoptr (GArray) market = dup_marked (work->is_market, NULL, n);
	g_autoptr (GArray) target = work->question->target->len > 0
	                                    ? dup_marked (work->is_target, NULL, n)
	                                    : dup_marked (work->is_market, NULL, n);

	if (work->question->target->len == 0 && n > MAX_WHOLE) {
		work->brokerage = g_new0 (double, MAX (n, 1));
		return TRUE;
	}
	work->brokerage =
		fairlead_brokerage (work->graph, (const FairleadVertex *) (gpointer) target->data,
	                            target->len, (const FairleadVertex *) (gpointer) market->data,
	                            market->len, hop_loss, &how, error);
	return work->brokerage != NULL;
}

typedef struct {
	guint32 item;
	double first;
	double second;
} Promise;

static gint
by_promise (gconstpointer a, gconstpointer b)
{
	const Promise *one = a, *two = b;

	if (one->first != two->first)
		return one->first > two->first ? -1 : 1;
	if (one->second != two->second)
		return one->second > two->second ? -1 : 1;
	return one->item < two->item ? -1 : one->item > two->item;
}

static gboolean
is_candidate (const Work *work, FairleadVertex vertex)
{
	return !work->is_target[vertex] && fairlead_network_is_party (work->network, vertex)
	       && !fairlead_network_is_ambiguous (work->network, vertex)
	       && work->cost[vertex] <= work->question->budget
	       && fairlead_adjacency_degree (work->graph, vertex) > 0;
}

/* A link promises what the less of its ends does */
static GArray *
dup_promises (const Work *work)
{
	GArray *promises = g_array_new (FALSE, FALSE, sizeof (Promise));

	for (guint32 item = 0; item < n_items (work); item++) {
		const FairleadVertex *ends = work->graph->ends + 2 * (gsize) item;
		Promise promise = { item, 0.0, 0.0 };

		if (!work->question->cuts_links) {
			if (!is_candidate (work, item))
				continue;
			promise.first = work->brokerage[item];
			promise.second = fairlead_adjacency_degree (work->graph, item);
		} else {
			promise.first = work->brokerage[ends[0]] + work->brokerage[ends[1]];
			promise.second = work->is_target[ends[0]] || work->is_target[ends[1]];
		}
		g_array_append_val (promises, promise);
	}
	return promises;
}

static void
add_candidates (Work *work, const GArray *promises, guint n, guint8 *is_added)
{
	for (guint i = 0; i < promises->len && work->candidates->len < n; i++) {
		guint32 item = g_array_index (promises, Promise, i).item;

		if (!is_added[item])
			g_array_append_val (work->candidates, item);
		is_added[item] = TRUE;
	}
}

/* By brokerage first, for the baseline goes in their order; then by degree alone */
static void
find_candidates (Work *work)
{
	g_autoptr (GArray) promises = dup_promises (work);
	g_autofree guint8 *is_added = g_new0 (guint8, MAX (n_items (work), 1));
	guint n = work->question->n_candidates;

	work->candidates = g_array_new (FALSE, FALSE, sizeof (guint32));
	g_array_sort (promises, by_promise);
	add_candidates (work, promises, n - n / 4, is_added);
	for (guint i = 0; i < promises->len; i++)
		g_array_index (promises, Promise, i).first = 0.0;
	g_array_sort (promises, by_promise);
	add_candidates (work, promises, n, is_added);
	work->result->n_candidates = work->candidates->len;
}

/* ---- choosing ---- */

static void
choose (Work *work)
{
	FairleadChooser chooser = { .access = &work->access,
		                    .candidates = work->candidates,
		                    .cost = work->cost,
		                    .budget = work->question->budget,
		                    .max_work = EXACT_WORK,
		                    .telling = &work->question->telling };
	FairleadDisruption *result = work->result;

	fairlead_choose_in_order (&chooser, &result->baseline);
	if (fairlead_choose_exactly (&chooser, &result->chosen))
		return;
	work->access.work = 0;
	chooser.max_work = GREEDY_WORK;
	fairlead_choose_greedily (&chooser, &result->chosen);
}

/* ---- the answer ---- */

/* Those whose place is to be taken: who was designated, or both ends of each link that was cut */
static GArray *
dup_lost (const Work *work, const guint32 *items, guint n)
{
	GArray *lost = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));

	for (guint i = 0; i < n; i++)
		if (work->question->cuts_links)
			g_array_append_vals (lost, work->graph->ends + 2 * (gsize) items[i], 2);
		else
			g_array_append_val (lost, items[i]);
	return lost;
}

static double
answer_to (Work *work, const guint32 *items, guint n, guint n_answers, GArray **answers)
{
	g_autoptr (GArray) lost = dup_lost (work, items, n);
	double access;

	for (guint i = 0; i < n; i++)
		work->access.removed[items[i]] = TRUE;
	*answers = fairlead_reroute (&work->access, work->network, lost, n_answers);
	access = fairlead_access_measure (&work->access);
	g_array_set_size (work->access.added, 0);
	for (guint i = 0; i < n; i++)
		work->access.removed[items[i]] = FALSE;
	return access;
}

/* What is lost without one item alone, and what the network gets back of it */
static void
measure_item (Work *work, FairleadDisruptedItem *item)
{
	FairleadDisruption *result = work->result;
	g_autoptr (GArray) answers = NULL;
	double left, answered;

	work->access.removed[item->item] = TRUE;
	left = fairlead_access_measure (&work->access);
	work->access.removed[item->item] = FALSE;
	answered = answer_to (work, &item->item, 1,
	                      MAX (work->question->n_answers / MAX (work->question->budget, 1), 1),
	                      &answers);
	if (result->access > 0.0)
		item->alone = (result->access - left) / result->access;
	if (result->access - left > 1e-12)
		item->replaceable = CLAMP ((answered - left) / (result->access - left), 0.0, 1.0);
}

static gint
by_loss (gconstpointer a, gconstpointer b)
{
	const FairleadDisruptedItem *one = a, *two = b;

	if (one->alone != two->alone)
		return one->alone > two->alone ? -1 : 1;
	return one->item < two->item ? -1 : one->item > two->item;
}

static void
tell_items (Work *work, const guint8 *is_chosen)
{
	FairleadDisruption *result = work->result;

	result->items = g_array_new (FALSE, FALSE, sizeof (FairleadDisruptedItem));
	for (guint i = 0; i < result->chosen.items->len; i++) {
		guint32 number = g_array_index (result->chosen.items, guint32, i);
		FairleadDisruptedItem item = { .item = number, .cost = work->cost[number] };

		fairlead_tell (&work->question->telling, "answers to each", i,
		               result->chosen.items->len);
		measure_item (work, &item);
		if (!work->question->cuts_links) {
			item.brokerage = work->brokerage[number];
			item.n_licit = fairlead_count_licit (work->network, work->graph, is_chosen,
			                                     number);
		}
		g_array_append_val (result->items, item);
	}
	g_array_sort (result->items, by_loss);
}

static void
tell_what_follows (Work *work)
{
	FairleadDisruption *result = work->result;
	const GArray *chosen = result->chosen.items;
	guint32 n = work->graph->n_vertices;
	g_autofree guint8 *is_chosen = g_memdup2 (work->is_target, MAX (n, 1));

	if (!work->question->cuts_links)
		mark (is_chosen, chosen);
	tell_items (work, is_chosen);
	result->after_answer = answer_to (work, (const guint32 *) (gpointer) chosen->data,
	                                  chosen->len, work->question->n_answers, &result->answers);
	result->outreach = fairlead_outreach_find (work->network, work->graph, is_chosen);
}

static gboolean
find_cut (Work *work, GCancellable *cancellable, GError **error)
{
	const FairleadDisruptQuestion *question = work->question;

	if (question->target->len == 0 || question->cuts_links
	    || work->graph->n_vertices > MAX_CUT_VERTICES)
		return TRUE;
	work->result->has_cut =
		fairlead_vertex_cut_find (&work->result->cut, work->graph, work->is_target,
	                                  work->is_market, work->cost, cancellable, error);
	return work->result->has_cut;
}

static gboolean
run (Work *work, double hop_loss, GCancellable *cancellable, GError **error)
{
	const FairleadDisruptQuestion *question = work->question;

	mark (work->is_target, question->target);
	mark_market (work);
	set_costs (work);
	if (!find_brokerage (work, hop_loss, cancellable, error)
	    || !find_cut (work, cancellable, error))
		return FALSE;
	find_candidates (work);
	fairlead_access_init (&work->access, work->graph, work->is_target, work->is_market,
	                      question->cuts_links, question->max_hops);
	work->access.cancellable = cancellable;
	work->result->access = fairlead_access_measure (&work->access);
	choose (work);
	if (g_cancellable_set_error_if_cancelled (cancellable, error))
		return FALSE;
	tell_what_follows (work);
	return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

gboolean
fairlead_disrupt (FairleadDisruption *self, FairleadNetwork *network,
                  const FairleadAdjacency *graph, const FairleadDisruptQuestion *question,
                  double hop_loss, GCancellable *cancellable, GError **error)
{
	gsize n = MAX (graph->n_vertices, 1);
	Work work = { .network = network,
		      .graph = graph,
		      .question = question,
		      .result = self,
		      .is_target = g_new0 (guint8, n),
		      .is_market = g_new0 (guint8, n) };
	gboolean is_done = run (&work, hop_loss, cancellable, error);

	fairlead_access_clear (&work.access);
	g_clear_pointer (&work.candidates, g_array_unref);
	g_free (work.is_target);
	g_free (work.is_market);
	g_free (work.cost);
	g_free (work.brokerage);
	return is_done;
}

gboolean
fairlead_disrupt_network (FairleadDisruption *self, FairleadNetwork *network,
                          const FairleadParameters *parameters,
                          const FairleadDisruptQuestion *question, GCancellable *cancellable,
                          GError **error)
{
	self->graph = fairlead_adjacency_new (network, parameters);
	return fairlead_disrupt (self, network, self->graph, question, parameters->hop_loss,
	                         cancellable, error);
}

void
fairlead_disruption_clear (FairleadDisruption *self)
{
	g_clear_pointer (&self->graph, fairlead_adjacency_free);
	g_clear_pointer (&self->items, g_array_unref);
	fairlead_choice_clear (&self->chosen);
	fairlead_choice_clear (&self->baseline);
	g_clear_pointer (&self->answers, g_array_unref);
	fairlead_vertex_cut_clear (&self->cut);
	g_clear_pointer (&self->outreach, g_array_unref);
}
