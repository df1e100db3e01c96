/* graph/score/rows.c */
#include "graph/score/rows.h"

#include "graph/fusion.h"
#include "graph/parallel.h"
#include "graph/score/exposure.h"
#include "ingest/record/pages.h"

#define AT_ONCE 65536u /* rows in one piece of work; fewer in all are made by one thread */
#define AHEAD 16u      /* rows whose values are fetched before their turn */

typedef struct {
	const FairleadScoring *scoring;
	double **values;
	GArray *ranked; /* of FairleadVertex: who gets a row */
	double *scores; /* of each of them */
	double weights[FAIRLEAD_N_COMPONENTS];
	FairleadRankedValue *order; /* of them, by score */
	FairleadRankedRow *rows;
	guint32 *row_of;
} Fusing;

static void
fusing_clear (Fusing *self)
{
	g_clear_pointer (&self->ranked, g_array_unref);
	g_free (self->scores);
	g_free (self->order);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fusing, fusing_clear)

static void
choose_ranked (Fusing *self, gboolean include_targets)
{
	const FairleadScoring *scoring = self->scoring;

	self->ranked =
		g_array_sized_new (FALSE, FALSE, sizeof (FairleadVertex), scoring->parties->len);
	for (guint i = 0; i < scoring->parties->len; i++) {
		FairleadVertex vertex = fairlead_vertices (scoring->parties)[i];

		if (include_targets || !scoring->is_target[vertex])
			g_array_append_val (self->ranked, vertex);
	}
}

static FairleadParallel
how_to_run (const Fusing *self)
{
	return (FairleadParallel){ .n_threads = self->ranked->len >= AT_ONCE ? 0 : 1 };
}

/* ---- fusing: each component is ranked by itself, and added in its turn ---- */

typedef struct {
	Fusing *fusing;
	FairleadRankedValue *sorted;
	guint32 n;
} Ranker;

static gpointer
new_ranker (gpointer fusing)
{
	Ranker *self = g_new0 (Ranker, 1);

	self->fusing = fusing;
	return self;
}

static void
rank_component (gpointer data, guint32 component)
{
	Ranker *self = data;
	const GArray *ranked = self->fusing->ranked;

	self->sorted = fairlead_fuse_rank (self->fusing->values[component],
	                                   fairlead_vertices (ranked), ranked->len, &self->n);
}

static void
add_component (gpointer data, guint32 component)
{
	Ranker *self = data;
	const Fusing *fusing = self->fusing;

	fairlead_fuse_add_ranked (fusing->scores, self->sorted, self->n, fusing->weights[component],
	                          fusing->scoring->parameters->fusion_constant);
	g_clear_pointer (&self->sorted, g_free);
}

static void
fuse (Fusing *self)
{
	static const FairleadParallelJob what = { new_ranker, g_free, rank_component,
		                                  add_component };
	const FairleadParallel how = how_to_run (self);
	const FairleadParameters *parameters = self->scoring->parameters;

	fairlead_score_get_weights (parameters, self->weights);
	self->scores = FAIRLEAD_NEW_LARGE0 (double, self->ranked->len);
	fairlead_parallel_run (&what, self, FAIRLEAD_N_COMPONENTS, &how, NULL);
	fairlead_fuse_finish (self->scores, self->ranked->len, self->weights, FAIRLEAD_N_COMPONENTS,
	                      parameters->fusion_constant);
}

/* Who serves many is held to how many of them are of the target */
static void
discount_providers (Fusing *self)
{
	const FairleadScoring *scoring = self->scoring;
	g_autofree guint32 *n_clients = fairlead_count_clients (scoring->network, NULL);
	g_auto (FairleadDealings) dealings = { 0 };

	fairlead_dealings_init (&dealings, scoring->graph, scoring->target, NULL);
	for (guint32 i = 0; i < self->ranked->len; i++) {
		FairleadVertex vertex = fairlead_vertices (self->ranked)[i];

		if (n_clients[vertex] > scoring->parameters->provider_clients)
			self->scores[i] *= fairlead_provider_factor (
				scoring->parameters, n_clients[vertex],
				fairlead_dealings_get_share (&dealings, vertex));
	}
}

/* ---- rows ---- */

static void
put_in_order (Fusing *self)
{
	self->order = FAIRLEAD_NEW_LARGE (FairleadRankedValue, self->ranked->len);
	for (guint32 i = 0; i < self->ranked->len; i++)
		self->order[i] = (FairleadRankedValue){ fairlead_round_value (self->scores[i]), i };
	fairlead_sort_values (self->order, self->ranked->len);
}

static FairleadVertex
get_vertex (const Fusing *self, guint32 row)
{
	return fairlead_vertices (self->ranked)[self->order[row].item];
}

/* Inlined, or gcc drops it: it has no effect but this */
G_ALWAYS_INLINE static inline void
fetch (const Fusing *self, guint32 row)
{
	FairleadVertex vertex = get_vertex (self, row);

	__builtin_prefetch (&self->scores[self->order[row].item]);
	__builtin_prefetch (&self->scoring->graph->start[vertex]);
	__builtin_prefetch (&self->row_of[vertex], 1);
	for (guint j = 0; j < FAIRLEAD_N_COMPONENTS; j++)
		__builtin_prefetch (&self->values[j][vertex]);
}

static void
make_row (const Fusing *self, guint32 i)
{
	FairleadVertex vertex = get_vertex (self, i);
	FairleadRankedRow *row = &self->rows[i];

	*row = (FairleadRankedRow){
		.vertex = vertex,
		.degree = fairlead_adjacency_degree (self->scoring->graph, vertex),
		.is_target = self->scoring->is_target[vertex],
		.score = self->scores[self->order[i].item],
	};
	for (guint j = 0; j < FAIRLEAD_N_COMPONENTS; j++)
		row->components[j] = self->values[j][vertex];
	self->row_of[vertex] = i + 1;
}

static void
make_some_rows (gpointer data, guint32 item)
{
	const Fusing *self = data;
	const guint32 end = MIN ((item + 1) * AT_ONCE, self->ranked->len);

	for (guint32 i = item * AT_ONCE; i < end; i++) {
		if (i + AHEAD < end)
			fetch (self, i + AHEAD);
		make_row (self, i);
	}
}

static void
give_ranks (const Fusing *self)
{
	const FairleadRankedValue *order = self->order;

	for (guint32 i = 0; i < self->ranked->len; i++) {
		gboolean ties = i > 0 && !(order[i].value < order[i - 1].value);

		self->rows[i].rank = ties ? self->rows[i - 1].rank : i + 1;
	}
}

static gpointer
share (gpointer fusing)
{
	return fusing;
}

static void
keep (gpointer fusing)
{
	(void) fusing;
}

/* Of millions they take more memory than all else here: they are made when all that they hold is
 * known, in their order, so that none has to be moved */
static GArray *
make_rows (Fusing *self)
{
	static const FairleadParallelJob what = { share, keep, make_some_rows, NULL };
	const FairleadParallel how = how_to_run (self);
	const guint32 n = self->ranked->len;
	GArray *rows = g_array_sized_new (FALSE, FALSE, sizeof (FairleadRankedRow), n);

	g_array_set_size (rows, n);
	self->rows = (FairleadRankedRow *) (gpointer) rows->data;
	fairlead_parallel_run (&what, self, (n + AT_ONCE - 1) / AT_ONCE, &how, NULL);
	give_ranks (self);
	return rows;
}

GArray *
fairlead_score_new_rows (const FairleadScoring *scoring, gboolean include_targets, double **values,
                         guint32 *row_of)
{
	g_auto (Fusing) self = { .scoring = scoring, .values = values, .row_of = row_of };
	GArray *rows;

	choose_ranked (&self, include_targets);
	fuse (&self);
	discount_providers (&self);
	put_in_order (&self);
	rows = make_rows (&self);
	for (guint j = 0; j < FAIRLEAD_N_COMPONENTS; j++)
		g_clear_pointer (&values[j], g_free);
	return rows;
}
