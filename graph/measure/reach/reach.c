/* graph/measure/reach/reach.c
 *
 * Only what stands above a party in the forest of strongest paths can lose by that party. How much
 * farther each of them would be is searched from the edges that come in over the border of what
 * stands above: over the edges of the forest nothing comes to that, so that a whole branch is
 * settled at once, and what is above a vertex is a run of numbers. */
#include "graph/measure/reach/reach.h"

#include "graph/heap.h"
#include "graph/measure/reach/forest-private.h"
#include "ingest/record/pages.h"

#define AT_ONCE 64 /* parties in one piece of work */

typedef struct {
	FairleadForest forest;
	double *loss; /* of each vertex of the network */
} Job;

typedef struct {
	const Job *job;
	const FairleadForest *forest;
	double *delay;     /* of each number: the least that is known */
	guint8 *is_final;  /* of each number */
	FairleadHeap heap; /* of numbers by delay */
	guint32 party;     /* whose loss is searched */
	guint32 n_open;    /* above it: that are not final */
} Worker;

static gpointer
new_worker (gpointer data)
{
	Worker *self = g_new0 (Worker, 1);

	self->job = data;
	self->forest = &self->job->forest;
	self->delay = FAIRLEAD_NEW_LARGE (double, self->forest->n);
	self->is_final = FAIRLEAD_NEW_LARGE (guint8, self->forest->n);
	fairlead_heap_init (&self->heap);
	return self;
}

static void
free_worker (gpointer data)
{
	Worker *self = data;

	g_free (self->delay);
	g_free (self->is_final);
	fairlead_heap_clear (&self->heap);
	g_free (self);
}

static void
offer (Worker *self, guint32 i, double delay)
{
	if (!(delay < self->delay[i]) || self->forest->distance[i] + delay > self->forest->most)
		return;
	self->delay[i] = delay;
	fairlead_heap_push (&self->heap, delay, i);
}

/* The best edge of each that comes from outside, where it is better than what comes from below */
static void
come_in (Worker *self)
{
	const FairleadForest *forest = self->forest;
	const guint32 party = self->party, end = forest->end[party];

	for (guint32 i = party + 1; i < end; i++) {
		double best = INFINITY;

		for (guint32 j = forest->entry_start[i]; j < forest->entry_start[i + 1]; j++)
			if (forest->entries[j].other < party || forest->entries[j].other >= end)
				best = MIN (best, forest->entries[j].delay);
		self->is_final[i] = FALSE;
		self->delay[i] =
			forest->parent[i] == party ? INFINITY : self->delay[forest->parent[i]];
		offer (self, i, best);
	}
}

static gboolean
is_open (const Worker *self, guint32 i)
{
	return i > self->party && i < self->forest->end[self->party] && !self->is_final[i];
}

/* From a vertex that is as far as it will be, over edges that are none of its branch */
static void
go_on_from (Worker *self, guint32 i)
{
	const FairleadForest *forest = self->forest;
	const double delay = self->delay[i], here = 2.0 * forest->distance[i];

	for (guint32 j = forest->entry_start[i]; j < forest->entry_start[i + 1]; j++) {
		const FairleadEntry *entry = &forest->entries[j];

		/* the same edge the other way */
		if (is_open (self, entry->other))
			offer (self, entry->other,
			       delay
			               + MAX (entry->delay + here
			                              - 2.0 * forest->distance[entry->other],
			                      0.0));
	}
	if (is_open (self, forest->parent[i]))
		offer (self, forest->parent[i],
		       delay + here - 2.0 * forest->distance[forest->parent[i]]);
}

/* All of a branch that is not nearer by another way; returns what it loses */
static double
settle_branch (Worker *self, guint32 root, double delay)
{
	const FairleadForest *forest = self->forest;
	double loss = 0.0;

	for (guint32 i = root; i < forest->end[root];) {
		if (self->is_final[i]) {
			i = forest->end[i]; /* and so is all above it */
			continue;
		}
		self->is_final[i] = TRUE;
		self->n_open--;
		self->delay[i] = delay;
		if (delay > 0.0)
			loss += forest->whole[i] - fairlead_forest_strength (forest, i, delay);
		i++;
	}
	return loss;
}

static void
go_on_from_branch (Worker *self, guint32 root, double delay)
{
	for (guint32 i = root; i < self->forest->end[root];)
		if (self->delay[i] < delay) {
			i = self->forest->end[i];
		} else {
			go_on_from (self, i);
			i++;
		}
}

/* What nothing leads to any more */
static double
sum_cut_off (const Worker *self)
{
	const FairleadForest *forest = self->forest;
	double sum = 0.0;

	for (guint32 i = self->party + 1; i < forest->end[self->party];)
		if (self->is_final[i])
			i = forest->end[i];
		else
			sum += forest->whole[i++];
	return sum;
}

static double
loss_without (Worker *self, guint32 party)
{
	FairleadHeapItem item;
	double loss = 0.0;

	self->party = party;
	self->n_open = self->forest->end[party] - party - 1;
	come_in (self);
	while (fairlead_heap_pop (&self->heap, &item)) {
		if (self->is_final[item.vertex] || item.cost > self->delay[item.vertex])
			continue;
		loss += settle_branch (self, item.vertex, item.cost);
		if (self->n_open == 0) {
			self->heap.n = 0; /* ways to those that have a shorter one */
			return MAX (loss, 0.0);
		}
		go_on_from_branch (self, item.vertex, item.cost);
	}
	return MAX (loss + sum_cut_off (self), 0.0);
}

/* Beside what hangs on the party, which the forest has put there */
static void
lose_some (gpointer data, guint32 item)
{
	Worker *worker = data;
	const FairleadForest *forest = worker->forest;
	guint32 end = MIN ((item + 1) * AT_ONCE, forest->n);

	for (guint32 i = item * AT_ONCE; i < end; i++)
		if (forest->end[i] > i + 1)
			worker->job->loss[forest->vertex[i]] += loss_without (worker, i);
}

double *
fairlead_reach_loss (const FairleadAdjacency *graph, const FairleadVertex *target, guint32 n_target,
                     const FairleadVertex *market, guint32 n_market, double hop_loss, double floor,
                     const FairleadParallel *how, GError **error)
{
	static const FairleadParallelJob what = { new_worker, free_worker, lose_some, NULL };
	g_autofree double *loss = FAIRLEAD_NEW_LARGE0 (double, graph->n_vertices);
	g_autofree guint8 *counts = g_malloc0 (MAX (graph->n_vertices, 1));
	Job job = { .loss = loss };
	gboolean done;

	for (guint32 i = 0; i < n_market; i++)
		counts[market[i]] = TRUE;
	fairlead_forest_init (&job.forest, graph, target, n_target, counts, hop_loss, floor, loss);
	done = fairlead_parallel_run (&what, &job, (job.forest.n + AT_ONCE - 1) / AT_ONCE, how,
	                              error);
	fairlead_forest_clear (&job.forest);
	return done ? g_steal_pointer (&loss) : NULL;
}
